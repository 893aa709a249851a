"""What holds for any versions: nothing lost, nothing invented, whatever the order of the copies."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from generator.merging.changes import Change, apply, compare
from generator.merging.facts import PM_WORD, TOTAL, Facts, Key, Kind, is_same
from generator.merging.threeway import WHOLE, Copy, Merged, merge
from tests.merging.versions import Case, cases, edited_from, facts_drawn
from tests.proof.settings import proof, tell
from tests.proof.tally import count

pytestmark = pytest.mark.slow

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
@given(cases())
def test_the_order_of_the_copies_is_nothing(case: Case) -> None:
    tell(case)
    merged = merge(case.current, case.copies)
    event("conflict" if merged.conflicts else "clean")
    for order in itertools.permutations(case.copies):
        assert merge(case.current, order) == merged
    count(records=1)


@proof(110, 20_000)
@given(cases())
def test_merged_again_nothing_is_left(case: Case) -> None:
    tell(case)
    merged = merge(case.current, case.copies)
    if not merged.conflicts:
        assert merge(apply(case.current, merged.changes), case.copies) == ((), ())
    count(records=1)


@proof(110, 20_000)
@given(cases())
def test_no_edit_is_lost(case: Case) -> None:
    """An edit is in the plan, or another copy went on from it, or there is a conflict over it."""
    tell(case)
    merged = merge(case.current, case.copies)
    after = apply(case.current, merged.changes)
    edits = {copy.name: compare(copy.base, copy.revised) for copy in case.copies}
    for name, changes in edits.items():
        others = [own for other, listed in edits.items() if other != name for own in listed]
        for change in changes:
            held = after.get(change.key, {}).get(change.field)
            assert (
                is_same(held, change.after)
                or _is_open(merged, change)
                or any(_goes_on(other, change) for other in others)
            ), change
    count(records=1)


def _is_open(merged: Merged, change: Change) -> bool:
    """Tell whether a conflict is over the field, its record, or the activity it belongs to."""
    activity = Key(Kind.ACTIVITY, change.key.code)
    places = {(conflict.key, conflict.field) for conflict in merged.conflicts}
    wanted = {(change.key, change.field), (change.key, WHOLE)}
    if change.key.kind is Kind.DECISION:
        wanted.add((activity, WHOLE))
    return bool(places & wanted)


def _goes_on(later: Change, earlier: Change) -> bool:
    return (later.key, later.field) == (earlier.key, earlier.field) and is_same(
        later.before, earlier.after
    )


@proof(110, 20_000)
@given(cases())
def test_nothing_is_invented(case: Case) -> None:
    tell(case)
    merged = merge(case.current, case.copies)
    versions = [case.current, *(copy.revised for copy in case.copies)]
    for change in merged.changes:
        said = [version.get(change.key, {}).get(change.field) for version in versions]
        assert change.after in said
        assert change.before == said[0]
    moved = compare(case.current, apply(case.current, merged.changes))
    assert set(moved) == set(merged.changes)
    count(records=1)


@proof(110, 20_000)
@given(cases(), st.data())
def test_once_all_is_chosen_no_conflict_is_left(case: Case, data: st.DataObject) -> None:
    """Nor has any activity amounts beside `PM`."""
    tell(case)
    merged = merge(case.current, case.copies)
    decisions = {
        (conflict.key, conflict.field): data.draw(st.sampled_from(conflict.sides)).who
        for conflict in merged.conflicts
    }
    tell(decisions)
    chosen = merge(case.current, case.copies, decisions)
    assert chosen.conflicts == ()
    for key, record in apply(case.current, chosen.changes).items():
        if key.kind is Kind.ACTIVITY and record.get(TOTAL) == PM_WORD:
            assert not any(field.isdigit() for field in record)
    count(records=1)
