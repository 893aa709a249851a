"""What holds for any versions: nothing lost, nothing invented, whatever the order of the copies."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from generator.merging.changes import Change, Nature, apply, compare
from generator.merging.edits import is_cost
from generator.merging.facts import (
    ATTACHED,
    PM_WORD,
    TOTAL,
    Facts,
    Key,
    Kind,
    Value,
    is_same,
    is_same_record,
)
from generator.merging.threeway import CURRENT, KEEP_ALL, WHOLE, Conflict, Copy, Merged, Side, merge
from tests.merging.versions import Case, additions, cases, edited_from, facts_drawn
from tests.proof.settings import proof, tell
from tests.proof.tally import count

pytestmark = pytest.mark.slow

CASES = st.one_of(cases(), additions())
PAIRS = facts_drawn().flatmap(lambda facts: st.tuples(st.just(facts), edited_from(facts)))


@proof(60, 5000)
@given(PAIRS)
def test_the_changes_between_two_lead_from_one_to_the_other(pair: tuple[Facts, Facts]) -> None:
    before, after = pair
    found = apply(before, compare(before, after))
    assert found.keys() == after.keys()
    assert compare(found, after) == ()
    for key, record in after.items():
        assert found[key].keys() == record.keys()
        for field, value in record.items():
            assert found[key][field] in {value, before.get(key, {}).get(field)}


@proof(20, 1000)
@given(facts_drawn())
def test_nothing_changed_between_a_version_and_itself(facts: Facts) -> None:
    assert compare(facts, {key: dict(record) for key, record in facts.items()}) == ()
    assert merge(facts, [Copy("a", facts, facts, {})]) == ((), ())


@proof(60, 5000)
@given(PAIRS)
def test_one_copy_of_the_plan_as_it_is_gives_exactly_its_edits(pair: tuple[Facts, Facts]) -> None:
    current, revised = pair
    merged = merge(current, [Copy("a", current, revised, {})])
    assert merged.conflicts == ()
    assert len(merged.changes) == len(compare(current, revised))
    assert set(merged.changes) == set(compare(current, revised))
    count(records=1)


@proof(110, 20_000)
@given(CASES)
def test_the_order_of_the_copies_is_nothing(case: Case) -> None:
    """Neither for what joins and clashes, nor for what a choice gives."""
    tell(case)
    merged = merge(case.current, case.copies)
    event("conflict" if merged.conflicts else "clean")
    chosen = _choose(merged.conflicts, KEEP_ALL)
    result = merge(case.current, case.copies, chosen)
    for order in itertools.permutations(case.copies):
        assert merge(case.current, order) == merged
        assert merge(case.current, order, chosen) == result
    count(records=1)


@proof(110, 20_000)
@given(CASES)
def test_merged_again_nothing_is_left(case: Case) -> None:
    tell(case)
    merged = merge(case.current, case.copies)
    if not merged.conflicts:
        assert merge(apply(case.current, merged.changes), case.copies) == ((), ())
    count(records=1)


@proof(110, 20_000)
@given(CASES)
def test_no_edit_is_lost(case: Case) -> None:
    """An edit is in the plan, or a side of a conflict says it, or another copy went on from it."""
    tell(case)
    merged = merge(case.current, case.copies)
    after = apply(case.current, merged.changes)
    edits = {copy.name: compare(copy.base, copy.revised) for copy in case.copies}
    for copy in case.copies:
        others = [own for other, listed in edits.items() if other != copy.name for own in listed]
        for change in edits[copy.name]:
            held = after.get(change.key, {}).get(change.field)
            assert (
                is_same(held, change.after)
                or _is_said(merged, copy.name, change)
                or any(_goes_on(other, change) for other in others)
                or _is_elsewhere(case, copy, change.key.code)
            ), change
    count(records=1)


def _is_said(merged: Merged, name: str, change: Change) -> bool:
    """Tell whether a side of a conflict, the copy's or the plan's, says what the copy changed."""
    return any(
        name in side.who.split(" + ") or side.who == CURRENT
        for conflict in merged.conflicts
        for side in conflict.sides
        for value in _values(merged, conflict, side, change)
        if is_same(value, change.after)
    )


def _values(
    merged: Merged, conflict: Conflict, side: Side, change: Change
) -> Iterator[Value | None]:
    """Yield what a side says of what was changed, if it says anything."""
    is_own = _of_new(conflict, change.key, merged)
    if not conflict.is_of_records:
        if is_own and conflict.field == change.field:
            yield side.value
        return
    is_hidden = TOTAL in side.open and is_cost(change.field)
    is_hidden = is_hidden or (not is_own and _is_chosen_as_a_whole(change.key, merged))
    if is_hidden or change.field in side.open or side.codes:
        return
    if is_own:
        yield (side.record or {}).get(change.field)
    elif change.key.kind in ATTACHED and change.key.code == conflict.key.code:
        yield (side.decision or {}).get(change.field)


def _is_chosen_as_a_whole(key: Key, merged: Merged) -> bool:
    return any(own.field == WHOLE and _of_new(own, key, merged) for own in merged.conflicts)


def _of_new(conflict: Conflict, key: Key, merged: Merged) -> bool:
    """Tell whether a conflict is over a record, or over it under the code that it may get."""
    codes = [
        code
        for own in merged.conflicts
        if own.key == Key(Kind.ACTIVITY, key.code)
        for side in own.sides
        for code, _ in side.codes
    ]
    return conflict.key == key or (conflict.key.kind is key.kind and conflict.key.code in codes)


def _is_elsewhere(case: Case, copy: Copy, code: str) -> bool:
    """Tell whether the plan has what a copy adds, under a code that the copy does not know.

    Its own code is another activity there.
    """
    key = Key(Kind.ACTIVITY, code)
    added = copy.revised.get(key, {})
    return (
        key in case.current
        and key not in copy.base
        and any(
            is_same_record(own, added)
            for twin, own in case.current.items()
            if twin.kind is Kind.ACTIVITY and twin not in {**copy.base, **copy.revised}
        )
    )


def _said_elsewhere(case: Case, change: Change) -> Iterator[Value | None]:
    """Yield what copies say of a field under their own code of an activity of the plan."""
    for copy in case.copies:
        codes = [key.code for key in copy.revised if key.kind is Kind.ACTIVITY]
        for code in codes if change.key.kind in ATTACHED else ():
            if _is_elsewhere(case, copy, code):
                yield copy.revised.get(Key(change.key.kind, code), {}).get(change.field)


def _goes_on(later: Change, earlier: Change) -> bool:
    return (later.key, later.field) == (earlier.key, earlier.field) and is_same(
        later.before, earlier.after
    )


@proof(110, 20_000)
@given(CASES)
def test_nothing_is_invented(case: Case) -> None:
    tell(case)
    merged = merge(case.current, case.copies)
    versions = [case.current, *(copy.revised for copy in case.copies)]
    for change in merged.changes:
        said = [version.get(change.key, {}).get(change.field) for version in versions]
        assert change.after in [*said, *_said_elsewhere(case, change)]
        assert change.before == said[0]
    moved = compare(case.current, apply(case.current, merged.changes))
    assert set(moved) == set(merged.changes)
    count(records=1)


@proof(110, 20_000)
@given(CASES, st.data())
def test_once_all_that_counts_is_chosen_no_conflict_is_left(
    case: Case, data: st.DataObject
) -> None:
    """What hangs on a choice that was not made is left blank. No activity has amounts and `PM`."""
    tell(case)
    merged = merge(case.current, case.copies)
    chosen: dict[tuple[Key, str], str] = {}
    for conflict in merged.conflicts:
        when = conflict.when
        if when is None or chosen.get((when.key, WHOLE)) in when.who:
            who = data.draw(st.sampled_from(conflict.sides)).who
            chosen[conflict.key, conflict.field] = who
    tell(chosen)
    result = merge(case.current, case.copies, chosen)
    assert result.conflicts == ()
    for key, record in apply(case.current, result.changes).items():
        if key.kind is Kind.ACTIVITY and record.get(TOTAL) == PM_WORD:
            assert not any(field.isdigit() for field in record)
    count(records=1)


@proof(110, 20_000)
@given(CASES, st.data())
def test_what_is_chosen_is_what_the_side_said(case: Case, data: st.DataObject) -> None:
    """Of a whole record; what has a conflict of its own in it apart."""
    tell(case)
    merged = merge(case.current, case.copies)
    for conflict in [own for own in merged.conflicts if own.field == WHOLE and not own.when]:
        side = data.draw(st.sampled_from([own for own in conflict.sides if not own.codes]))
        result = merge(case.current, case.copies, {(conflict.key, WHOLE): side.who})
        after = apply(case.current, result.changes)
        if side.open:
            continue
        assert is_same_record(after.get(conflict.key, {}), side.record or {})
        if conflict.key.kind is Kind.ACTIVITY:
            keys = [Key(kind, conflict.key.code) for kind in ATTACHED]
            decided = {name: own for key in keys for name, own in after.get(key, {}).items()}
            assert is_same_record(decided, side.decision or {})


@proof(110, 20_000)
@given(CASES)
def test_all_kept_every_new_activity_is_there_once(case: Case) -> None:
    """Under the codes that were told, which nobody else has; merged again none is added."""
    tell(case)
    conflicts = merge(case.current, case.copies).conflicts
    chosen = _choose(conflicts, KEEP_ALL)
    after = apply(case.current, merge(case.current, case.copies, chosen).changes)
    known = {key for version in _versions(case) for key in version}
    given = [key for key in after if key.kind is Kind.ACTIVITY and key not in known]
    told = []
    for conflict in conflicts:
        codes = [code for side in conflict.sides for code, _ in side.codes]
        event(f"{len(codes)} kept" if codes else "not kept")
        told += [Key(Kind.ACTIVITY, code) for code in codes[1:]]
        if not codes:
            continue
        kept = [after[Key(Kind.ACTIVITY, code)] for code in codes]
        for copy in case.copies:
            added = copy.revised.get(conflict.key)
            seen = [own.base.get(conflict.key, {}) for own in case.copies]
            if added is None or any(is_same_record(added, own) for own in seen):
                continue  # deleted, not edited, or another copy went on from it
            if conflict.key not in copy.base and not _is_elsewhere(case, copy, conflict.key.code):
                assert sum(is_same_record(added, own) for own in kept) == 1, added
    assert sorted(given) == sorted(told)
    again = merge(after, case.copies)
    new = {c.key for c in again.changes if c.key.kind is Kind.ACTIVITY and c.nature is Nature.ADDED}
    assert new <= known - after.keys()


def _choose(conflicts: Iterable[Conflict], who: str) -> dict[tuple[Key, str], str]:
    """Return choices of one who, where that is one, else of the side that is told last."""
    found = {}
    for conflict in conflicts:
        names = [side.who for side in conflict.sides]
        found[conflict.key, conflict.field] = who if who in names else names[-1]
    return found


def _versions(case: Case) -> list[Facts]:
    copies = [facts for copy in case.copies for facts in (copy.base, copy.revised)]
    return [case.current, *copies]
