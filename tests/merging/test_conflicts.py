"""What clashes between copies and the plan, what each side says, and what is chosen."""

from __future__ import annotations

import pytest

from generator.merging.changes import Change, Nature, apply
from generator.merging.facts import PM_WORD, TOTAL, Facts, Key, Record
from generator.merging.threeway import CURRENT, KEEP_ALL, WHOLE, Clash, Conflict, Copy, Merged, Side
from tests.merging.samples import (
    NEW,
    NEW_ROW,
    PLAN,
    PM_ROW,
    PRICED,
    ROW,
    SHARE,
    SPREAD,
    STATUS,
    STUDY,
    SURVEY,
    copy,
    edited,
    merge_all,
    settled,
)


def clashes(merged: Merged) -> list[tuple[Key, str, Clash, list[str]]]:
    """Return each conflict by its record, field, cause, and who speaks in it."""
    return [
        (own.key, own.field, own.clash, [side.who for side in own.sides])
        for own in merged.conflicts
    ]


def test_a_clash_lists_what_the_plan_and_both_copies_say_and_where() -> None:
    copies = copy("b", STUDY, {"2016": 170}), copy("a", STUDY, {"2016": 150, "2017": 0})
    sides = (Side(CURRENT, "", 100), Side("a", "Axe I!a2016", 150), Side("b", "Axe I!b2016", 170))
    assert merge_all(PLAN, *copies) == (
        (Change(STUDY, Nature.EDITED, "2017", 200, 0),),
        (Conflict(STUDY, "2016", Clash.FIELD, 100, sides),),
    )


def test_the_place_of_a_field_without_one_is_its_records() -> None:
    own = copy("a", STUDY, {"2016": 150})._replace(places={(STUDY, WHOLE): "Axe I!A9"})
    merged = merge_all(PLAN, own, copy("b", STUDY, {"2016": None}))
    assert [side.place for side in merged.conflicts[0].sides] == ["", "Axe I!A9", "Axe I!b2016"]
    assert [side.value for side in merged.conflicts[0].sides] == [100, 150, None]


def test_a_base_older_than_the_plan_clashes_where_both_moved() -> None:
    now = edited(PLAN, STUDY, {"2016": 110})
    merged = merge_all(now, copy("a", STUDY, {"2016": 150}))
    sides = (Side(CURRENT, "", 110), Side("a", "Axe I!a2016", 150))
    assert merged == ((), (Conflict(STUDY, "2016", Clash.FIELD, 100, sides),))


@pytest.mark.parametrize("now", [150, 170])
def test_two_that_started_from_each_others_value_have_no_order(now: int) -> None:
    bases = [edited(PLAN, STUDY, {"2016": amount}) for amount in (150, 170)]
    copies = copy("a", STUDY, {"2016": 170}, bases[0]), copy("b", STUDY, {"2016": 150}, bases[1])
    merged = merge_all(edited(PLAN, STUDY, {"2016": now}), *copies)
    assert clashes(merged) == [(STUDY, "2016", Clash.FIELD, [CURRENT, "a", "b"])]
    assert merged.conflicts[0].base is None
    assert merged.changes == ()


def test_a_third_edit_does_not_order_the_two() -> None:
    now = edited(PLAN, STUDY, {"2016": 150})
    copies = (
        copy("a", STUDY, {"2016": 150}),
        copy("b", STUDY, {"2016": 100}, now),
        copy("c", STUDY, {"2016": 9}),
    )
    merged = merge_all(PLAN, *copies)
    assert clashes(merged) == [(STUDY, "2016", Clash.FIELD, [CURRENT, "a", "b", "c"])]


def test_a_clash_lists_an_edit_that_another_had_in_view_too() -> None:
    """The plan never had 150, from which b went on."""
    seen = edited(PLAN, STUDY, {"2016": 150})
    merged = merge_all(PLAN, copy("a", STUDY, {"2016": 150}), copy("b", STUDY, {"2016": 9}, seen))
    assert [side.value for side in merged.conflicts[0].sides] == [100, 150, 9]


def test_deleted_by_one_copy_and_edited_by_another() -> None:
    merged = merge_all(PLAN, copy("a", STUDY, None), copy("b", STUDY, {"2016": 150}))
    sides = (
        Side(CURRENT, "", record=PRICED),
        Side("a", "Axe I!a", record=None),
        Side("b", "Axe I!b", record={**PRICED, "2016": 150}),
    )
    assert merged == ((), (Conflict(STUDY, WHOLE, Clash.DELETED, None, sides),))


def test_deleted_by_a_copy_and_edited_in_the_plan() -> None:
    merged = merge_all(edited(PLAN, STUDY, {"2016": 110}), copy("a", STUDY, None))
    assert clashes(merged) == [(STUDY, WHOLE, Clash.DELETED, [CURRENT, "a"])]
    assert merged.changes == ()


def test_deleted_in_the_plan_and_edited_by_a_copy() -> None:
    merged = merge_all(edited(PLAN, STUDY, None), copy("a", STUDY, {"2016": 150}))
    assert clashes(merged) == [(STUDY, WHOLE, Clash.DELETED, [CURRENT, "a"])]
    assert [side.record for side in merged.conflicts[0].sides] == [None, {**PRICED, "2016": 150}]


def test_the_same_new_code_with_other_content() -> None:
    merged = merge_all(PLAN, copy("a", NEW, NEW_ROW), copy("b", NEW, {**NEW_ROW, "2016": 8}))
    assert clashes(merged) == [(NEW, WHOLE, Clash.ADDED, [CURRENT, "a", "b", KEEP_ALL])]
    assert merged.changes == ()


def test_a_new_code_that_the_plan_has_with_other_content() -> None:
    now = {**PLAN, NEW: {**NEW_ROW, "2016": 8}}
    merged = merge_all(now, copy("a", NEW, NEW_ROW))
    assert clashes(merged) == [(NEW, WHOLE, Clash.ADDED, [CURRENT, "a", KEEP_ALL])]
    assert merged.changes == ()


def test_a_setting_that_was_blank_clashes_as_a_field() -> None:
    merged = merge_all(PLAN, copy("a", SHARE, {"valeur": 0.2}), copy("b", SHARE, {"valeur": 0.3}))
    assert clashes(merged) == [(SHARE, "valeur", Clash.FIELD, [CURRENT, "a", "b"])]
    assert [side.value for side in merged.conflicts[0].sides] == [None, 0.2, 0.3]


TO_PM = copy("a", STUDY, {TOTAL: PM_WORD, "2016": None, "2017": None})


@pytest.mark.parametrize("year", ["2016", "2018"])
def test_without_a_cost_in_one_copy_and_an_amount_in_another(year: str) -> None:
    """One conflict over the whole cost, whether the amount was there before or not."""
    merged = merge_all(PLAN, TO_PM, copy("b", STUDY, {year: 150, "note": "à voir"}))
    assert merged.changes == (Change(STUDY, Nature.EDITED, "note", None, "à voir"),)
    assert clashes(merged) == [(STUDY, TOTAL, Clash.PM, [CURRENT, "a", "b"])]
    assert [side.record for side in merged.conflicts[0].sides] == [
        {**PRICED, "note": "à voir"},
        {**PM_ROW, "note": "à voir"},
        {**PRICED, "note": "à voir", year: 150},
    ]


@pytest.mark.parametrize(
    ("who", "cost"),
    [
        (CURRENT, {"2016": 100, "2017": 200}),
        ("a", {TOTAL: PM_WORD}),
        ("b", {"2016": 150, "2017": 200}),
    ],
)
def test_the_cost_that_is_chosen_leaves_the_other_edits(who: str, cost: Record) -> None:
    copies = TO_PM, copy("b", STUDY, {"2016": 150, "note": "à voir"})
    after = settled(PLAN, *copies, decisions={(STUDY, TOTAL): who})
    assert after[STUDY] == {**ROW, **cost, "note": "à voir"}


def test_an_amount_for_what_the_plan_now_has_without_a_cost() -> None:
    """The copy's cost is taken whole, never an amount beside `PM`."""
    merged = merge_all({STUDY: PM_ROW}, copy("a", STUDY, {"2016": 150}))
    assert clashes(merged) == [(STUDY, TOTAL, Clash.PM, [CURRENT, "a"])]
    records = [side.record for side in merged.conflicts[0].sides]
    assert records == [PM_ROW, {**ROW, "2016": 150, "2017": 200}]


@pytest.mark.parametrize(("who", "amount"), [(CURRENT, 100), ("a", 150), ("b", None)])
def test_a_chosen_field(who: str, amount: int | None) -> None:
    copies = copy("a", STUDY, {"2016": 150, "note": "vu"}), copy("b", STUDY, {"2016": None})
    after = settled(PLAN, *copies, decisions={(STUDY, "2016"): who})
    assert after == edited(PLAN, STUDY, {"2016": amount, "note": "vu"})


@pytest.mark.parametrize(
    ("who", "expected"), [(CURRENT, PRICED), ("a", None), ("b", {**PRICED, "2016": 150})]
)
def test_a_chosen_record(who: str, expected: dict[str, int] | None) -> None:
    copies = copy("a", STUDY, None), copy("b", STUDY, {"2016": 150})
    after = settled(PLAN, *copies, decisions={(STUDY, WHOLE): who})
    assert after.get(STUDY) == expected
    assert after[SURVEY] == PLAN[SURVEY]


def test_a_choice_of_somebody_who_says_nothing_leaves_the_conflict() -> None:
    copies = copy("a", STUDY, {"2016": 150}), copy("b", STUDY, {"2016": 170})
    decisions = {(STUDY, "2016"): "c", (STUDY, WHOLE): "a"}
    assert merge_all(PLAN, *copies, decisions=decisions) == merge_all(PLAN, *copies)
    copies = copy("a", STUDY, None), copy("b", STUDY, {"2016": 170})
    assert merge_all(PLAN, *copies, decisions={(STUDY, WHOLE): "c"}).conflicts


def test_two_statuses_are_a_conflict_of_that_field_alone() -> None:
    copies = (
        copy("a", STATUS, {"statut": "reportée", "motif": "vote attendu"}),
        copy("b", STATUS, {"statut": "retirée"}),
    )
    merged = merge_all(PLAN, *copies)
    assert clashes(merged) == [(STATUS, "statut", Clash.FIELD, [CURRENT, "a", "b"])]
    assert [side.value for side in merged.conflicts[0].sides] == [None, "reportée", "retirée"]
    after = settled(PLAN, *copies, decisions={(STATUS, "statut"): "b"})
    assert after[STATUS] == {"statut": "retirée", "motif": "vote attendu"}


@pytest.mark.parametrize("base", [{"statut": "reportée"}, None], ids=["seen", "not yet there"])
def test_a_status_that_is_deleted_and_a_reason_that_is_written(base: Record | None) -> None:
    """A reason is not kept without the status that it was of, unless people say so."""
    plan = {**PLAN, STATUS: {"statut": "reportée"}}
    wrote = copy("b", STATUS, {"motif": "vote attendu"}, edited(PLAN, STATUS, base))
    (conflict,) = merge_all(plan, copy("a", STATUS, None, plan), wrote).conflicts
    assert (conflict.key, conflict.field, conflict.clash) == (STATUS, WHOLE, Clash.DELETED)
    both = {"statut": "reportée", "motif": "vote attendu"}
    assert [(side.who, side.record) for side in conflict.sides] == [
        (CURRENT, {"statut": "reportée"}), ("a", None), ("b", both),
    ]  # fmt: skip


DECIDED = copy("b", STATUS, {"statut": "reportée"})


def test_an_activity_deleted_here_and_decided_of_there() -> None:
    merged = merge_all(PLAN, copy("a", STUDY, None), DECIDED)
    assert clashes(merged) == [(STUDY, WHOLE, Clash.DELETED, [CURRENT, "a", "b"])]


@pytest.mark.parametrize("key", [STATUS, SPREAD])
def test_who_deletes_an_activity_did_not_see_what_came_since(key: Key) -> None:
    """A status, or quarters, that the plan has by now, and that the copy's base had not."""
    record = {"statut": "reportée"} if key == STATUS else {"T1 2016": 5}
    now: Facts = {**PLAN, key: record}
    (conflict,) = merge_all(now, copy("a", STUDY, None)).conflicts
    assert (conflict.key, conflict.clash) == (STUDY, Clash.DELETED)
    kept, gone = conflict.sides
    assert (kept.who, kept.decision, gone.who, gone.record) == (CURRENT, record, "a", None)
    assert settled(now, copy("a", STUDY, None), decisions={(STUDY, WHOLE): CURRENT}) == now
    without = {SURVEY: PLAN[SURVEY]}
    assert settled(now, copy("a", STUDY, None), decisions={(STUDY, WHOLE): "a"}) == without
    seen = Copy("a", now, without, {})
    assert settled(now, seen) == without


@pytest.mark.parametrize("who", [CURRENT, "a", "b"])
def test_what_was_decided_goes_with_the_activity(who: str) -> None:
    after = settled(PLAN, copy("a", STUDY, None), DECIDED, decisions={(STUDY, WHOLE): who})
    decided = {**PLAN, STATUS: {"statut": "reportée"}}
    assert after == {CURRENT: PLAN, "a": {SURVEY: PLAN[SURVEY]}, "b": decided}[who]


@pytest.mark.parametrize("who", [CURRENT, "b"])
def test_what_is_decided_of_an_activity_that_the_plan_deleted(who: str) -> None:
    now: Facts = {SURVEY: PLAN[SURVEY]}
    merged = merge_all(now, DECIDED)
    assert clashes(merged) == [(STUDY, WHOLE, Clash.DELETED, [CURRENT, "b"])]
    merged = merge_all(now, DECIDED, decisions={(STUDY, WHOLE): who})
    assert merged.conflicts == ()
    expected = now if who == CURRENT else {**PLAN, STATUS: {"statut": "reportée"}}
    assert apply(now, merged.changes) == expected


def test_a_deletion_that_had_the_decision_in_view() -> None:
    """The plan has the decision of b; a deletes from there, c from before it was decided."""
    now = {**PLAN, STATUS: {"statut": "reportée"}}
    without = {SURVEY: PLAN[SURVEY]}
    deleted = copy("a", STUDY, None, now)
    deleted = deleted._replace(revised=without)
    assert settled(now, deleted, DECIDED) == without
    assert settled(without, deleted, DECIDED) == without
    merged = merge_all(now, copy("c", STUDY, None), DECIDED)
    assert clashes(merged) == [(STUDY, WHOLE, Clash.DELETED, [CURRENT, "b", "c"])]
