"""Fundings corrected in what their key is made of: none lost, none counted twice, in any order."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from generator.merging.changes import Change, apply
from generator.merging.facts import (
    CODE,
    FUNDING_FIELDS,
    Facts,
    Key,
    Kind,
    Record,
    Value,
    funding_records,
    is_same,
)
from generator.merging.rekeying import follow_rekeyed
from generator.merging.threeway import WHOLE, Copy, Merged, merge
from tests.proof.settings import proof, tell
from tests.proof.tally import count

Row = Mapping[str, Value]
ROWS: tuple[Row, ...] = (
    {"bailleur": "UE", "annee": 2016, "reference": "a", "montant": 1, "statut": "confirmé"},
    {"bailleur": "UE", "annee": 2016, "reference": "b", "montant": 2, "statut": "confirmé"},
)
EDITS = st.fixed_dictionaries(
    {},
    optional={
        "annee": st.sampled_from((2016, 2017)),
        "reference": st.sampled_from(("c", "d")),
        "montant": st.integers(1, 4),
    },
)
HANDS = st.tuples(*[st.one_of(EDITS, EDITS, st.none())] * len(ROWS))
"""What an officer does to each row: the fields that change, None for a row that is emptied."""


class Hands(NamedTuple):
    """What two or three officers do to the same rows."""

    typed: tuple[tuple[Row | None, ...], ...]

    def __str__(self) -> str:
        return "\n".join(map(str, self.typed))


CASES = st.lists(HANDS, min_size=2, max_size=3).map(lambda own: Hands(tuple(own)))


def keyed(rows: Sequence[Row]) -> dict[Key, Record]:
    """Return rows of the register as facts."""
    whole = ({field: row.get(field) for field in FUNDING_FIELDS} for row in rows)
    return {
        key: {field: value for field, value in record.items() if value is not None}
        for key, record in funding_records(whole)
    }


BASE: Facts = keyed(ROWS)


def copy_of(name: str, typed: Sequence[Row | None]) -> Copy:
    """Return the copy in which an officer typed over the rows, as it is read."""
    rows = [
        (made, {**record, **edit})
        for (made, record), edit in zip(BASE.items(), typed, strict=True)
        if edit is not None
    ]
    revised = keyed([row for _, row in rows])
    corrected = {new: made for new, (made, _) in zip(revised, rows, strict=True) if new != made}
    return Copy(name, BASE, revised, {}, corrected)


def copies_of(case: Hands) -> list[Copy]:
    tell(case)
    return [copy_of(name, typed) for name, typed in zip("abc", case.typed, strict=False)]


def after(current: Facts, merged: Merged) -> dict[Key, Record]:
    """Return the plan once it was written and read again."""
    found = apply(current, merged.changes)
    return {
        key: {field: value for field, value in record.items() if field != CODE}
        for key, record in found.items()
    }


def rekeyed(changes: Sequence[Change]) -> dict[Key, Key]:
    """Return by old key the new one that the journal tells of."""
    pairs = [(str(own.before), str(own.after)) for own in changes if own.field == CODE]
    return {Key(Kind.FUNDING, old): Key(Kind.FUNDING, new) for old, new in pairs}


def rows_of(facts: Facts) -> list[list[tuple[str, Value]]]:
    """Return what fundings say, whatever their order."""
    return sorted(sorted(record.items()) for record in facts.values())


def places(merged: Merged) -> set[tuple[Key, str]]:
    return {(conflict.key, conflict.field) for conflict in merged.conflicts}


@pytest.mark.slow
@proof(150, 20_000)
@given(CASES)
def test_the_order_of_the_copies_is_nothing(case: Hands) -> None:
    copies = copies_of(case)
    merged = merge(BASE, copies)
    event("conflict" if merged.conflicts else "clean")
    for order in itertools.permutations(copies):
        assert merge(BASE, order) == merged
        assert merge(BASE, [*order, copies[0]._replace(name="z")]).changes == merged.changes
    count(records=1)


@pytest.mark.slow
@proof(150, 20_000)
@given(CASES)
def test_a_funding_is_what_all_copies_make_of_it(case: Hands) -> None:
    """By hand: a cell is what one says of it; two that differ clash, as a row emptied by some."""
    merged = merge(BASE, copies_of(case))
    expected: list[Row] = []
    for row, edits in zip(ROWS, zip(*case.typed, strict=True), strict=True):
        changes = [
            {field: value for field, value in edit.items() if value != row[field]}
            for edit in edits
            if edit is not None
        ]
        if len(changes) < len(edits):
            clashes = any(changes)
        else:
            fields = {field for own in changes for field in own}
            said = {field: {own[field] for own in changes if field in own} for field in fields}
            clashes = any(len(values) > 1 for values in said.values())
            expected.append({**row, **{field: min(values) for field, values in said.items()}})
        if clashes:
            assert merged.conflicts
            return
    assert merged.conflicts == ()
    assert rows_of(after(BASE, merged)) == rows_of(keyed(expected))
    count(records=1)


@pytest.mark.slow
@proof(150, 20_000)
@given(CASES)
def test_one_after_the_other_they_come_to_the_same(case: Hands) -> None:
    first, second, *_ = copies_of(case)
    alone = merge(BASE, [first])
    assert alone.conflicts == ()
    since = after(BASE, alone)
    follower = follow_rekeyed(second, rekeyed(alone.changes))
    later, together = merge(since, [follower]), merge(BASE, [first, second])
    assert len(later.conflicts) == len(together.conflicts)
    if not later.conflicts:
        assert rows_of(after(since, later)) == rows_of(after(BASE, together))
        again = follow_rekeyed(first, rekeyed(alone.changes))
        assert merge(since, [again]) == ((), ())
    count(records=1)


@pytest.mark.slow
@proof(150, 20_000)
@given(case=CASES, data=st.data())
def test_whatever_is_chosen_a_row_is_one_funding_at_most(case: Hands, data: st.DataObject) -> None:
    copies = copies_of(case)
    merged = merge(BASE, copies)
    chosen = {
        (conflict.key, conflict.field): data.draw(st.sampled_from(conflict.sides))
        for conflict in merged.conflicts
    }
    decided = merge(BASE, copies, {place: side.who for place, side in chosen.items()})
    assert decided.conflicts == ()
    found = after(BASE, decided)
    assert len(found) <= len(ROWS)
    by_base = {old: found[new] for old, new in rekeyed(decided.changes).items()}
    for (key, field), side in chosen.items():
        record = by_base.get(key) or found.get(key, {})
        when = next(own.when for own in merged.conflicts if (own.key, own.field) == (key, field))
        if field != WHOLE and when is None:
            assert is_same(record.get(field), side.value)
    count(records=1)


def test_two_corrections_of_a_reference_clash() -> None:
    copies = [copy_of("a", [{"reference": "c"}, {}]), copy_of("b", [{"reference": "d"}, {}])]
    merged = merge(BASE, copies)
    (first, _) = BASE
    assert places(merged) == {(first, "reference")}
    assert merged.changes == ()


def test_corrections_of_different_fields_join() -> None:
    """The journal is told which key became which."""
    one, other = copy_of("a", [{"reference": "c"}, {}]), copy_of("b", [{"annee": 2017}, {}])
    merged = merge(BASE, [one, other, copy_of("c", [{"montant": 4}, {}])])
    (old, _), new = BASE, Key(Kind.FUNDING, "UE · - · 2017 · c")
    assert merged.conflicts == ()
    assert rekeyed(merged.changes) == {old: new}
    found = after(BASE, merged)
    assert old not in found
    assert found[new] == {**ROWS[0], "annee": 2017, "reference": "c", "montant": 4}


def test_a_key_that_goes_on_is_followed_to_the_last_one() -> None:
    """A copy that has the pledge under both keys speaks of two."""
    (old, other), new = BASE, Key(Kind.FUNDING, "UE · - · 2017 · c")
    copy = Copy("a", BASE, {old: {**BASE[old], "montant": 4}, other: BASE[other]}, {})
    followed = follow_rekeyed(copy, {old: new})
    assert [*followed.base] == [*followed.revised] == [new, other]
    assert followed.revised[new]["montant"] == 4
    assert follow_rekeyed(copy, {old: other}) == copy
