"""A deletion against several editors: those who keep the record are one, as if nobody deleted it.

What is to be chosen inside the record only counts where it is kept.
"""

from __future__ import annotations

import pytest

from generator.merging.facts import PM_WORD, TOTAL, Facts, Key, Kind, Record
from generator.merging.threeway import CURRENT, KEEP_ALL, WHOLE, Clash, Condition, Copy, Side, merge
from tests.merging.samples import (
    NEW,
    NEW_ROW,
    PLAN,
    PRICED,
    ROW,
    SPREAD,
    STATUS,
    STUDY,
    SURVEY,
    copy,
    edited,
    merge_all,
    settled,
)

REPORTED, KEPT = {"statut": "reportée"}, {"statut": "maintenue"}
WITHOUT: Facts = {SURVEY: PLAN[SURVEY]}
DELETES = copy("a", STUDY, None)
DISJOINT = DELETES, copy("b", STUDY, {"2016": 150}), copy("c", STUDY, {"2017": 250})
CROSSED = (
    DELETES,
    copy("b", STUDY, {"2016": 150, "note": "vu"}),
    copy("c", STUDY, {"2016": 170, "2017": 250}),
)
BOTH: Record = {**PRICED, "2016": 150, "2017": 250}


def decided(name: str, fields: dict[str, str], base: Facts = PLAN) -> Copy:
    """Return a copy that only decided of the study."""
    return copy(name, STATUS, fields, base)


def test_those_who_keep_it_are_one_side_with_all_their_edits() -> None:
    (conflict,) = merge_all(PLAN, *DISJOINT).conflicts
    assert (conflict.key, conflict.field, conflict.clash) == (STUDY, WHOLE, Clash.DELETED)
    assert conflict.sides == (
        Side(CURRENT, "", record=PRICED),
        Side("a", "Axe I!a"),
        Side("b + c", "Axe I!b + Axe I!c", record=BOTH),
    )


@pytest.mark.parametrize(("who", "expected"), [(CURRENT, PRICED), ("a", None), ("b + c", BOTH)])
def test_the_choice_of_the_record(who: str, expected: Record | None) -> None:
    after = settled(PLAN, *DISJOINT, decisions={(STUDY, WHOLE): who})
    assert after.get(STUDY) == expected


def test_names_too_long_for_a_list_are_counted() -> None:
    names = [f"{letter}{'x' * 60}.xlsx" for letter in "bcde"]
    copies = [copy(name, STUDY, {str(year): 1}) for year, name in enumerate(names, 2018)]
    (conflict,) = merge(PLAN, [DELETES, *copies]).conflicts
    assert conflict.sides[-1].who == f"{names[0]} + 3 autres copies"


def test_two_deletions_are_two_sides() -> None:
    copies = (*DISJOINT, copy("d", STUDY, None))
    (conflict,) = merge_all(PLAN, *copies).conflicts
    assert [side.who for side in conflict.sides] == [CURRENT, "a", "b + c", "d"]


def test_a_clash_between_those_who_keep_it_hangs_on_their_choice() -> None:
    whole, field = merge_all(PLAN, *CROSSED).conflicts
    assert (whole.field, field.field, field.clash) == (WHOLE, "2016", Clash.FIELD)
    assert (whole.when, field.when) == (None, Condition(STUDY, ("b + c",)))
    assert [(side.who, side.value) for side in field.sides] == [
        (CURRENT, 100),
        ("b", 150),
        ("c", 170),
    ]
    kept = whole.sides[-1]
    assert kept.open == ("2016",)
    assert kept.record == {**ROW, "2017": 250, "note": "vu"}


@pytest.mark.parametrize(("who", "amount"), [(CURRENT, 100), ("b", 150), ("c", 170)])
def test_both_choices_give_the_record(who: str, amount: int) -> None:
    decisions = {(STUDY, WHOLE): "b + c", (STUDY, "2016"): who}
    after = settled(PLAN, *CROSSED, decisions=decisions)
    assert after[STUDY] == {**ROW, "2016": amount, "2017": 250, "note": "vu"}


@pytest.mark.parametrize(("who", "expected"), [(CURRENT, PRICED), ("a", None)])
def test_the_field_is_not_asked_where_it_is_not_kept(who: str, expected: Record | None) -> None:
    after = settled(PLAN, *CROSSED, decisions={(STUDY, WHOLE): who})
    assert after.get(STUDY) == expected


def test_the_field_is_asked_where_it_is_kept() -> None:
    (field,) = merge_all(PLAN, *CROSSED, decisions={(STUDY, WHOLE): "b + c"}).conflicts
    assert (field.field, field.when) == ("2016", None)
    (whole,) = merge_all(PLAN, *CROSSED, decisions={(STUDY, "2016"): "c"}).conflicts
    assert whole.sides[-1].record == {**ROW, "2016": 170, "2017": 250, "note": "vu"}


def test_a_record_that_the_plan_lost_comes_back_with_every_edit() -> None:
    """The plan says nothing of it: no side has its value, nor is it there to choose in a field."""
    whole, field = merge_all(WITHOUT, *CROSSED).conflicts
    assert [side.who for side in whole.sides] == [CURRENT, "a", "b + c"]
    assert whole.sides[0] == Side(CURRENT, "")
    assert [side.who for side in field.sides] == ["b", "c"]
    decisions = {(STUDY, WHOLE): "b + c", (STUDY, "2016"): "c"}
    after = settled(WITHOUT, *CROSSED, decisions=decisions)
    assert after[STUDY] == {**ROW, "2016": 170, "2017": 250, "note": "vu"}


def test_a_lost_record_of_which_the_bases_say_different() -> None:
    """Nobody knows what the plan said last of 2017: whoever keeps it says it."""
    later = edited(PLAN, STUDY, {"2017": 900})
    copies = copy("b", STUDY, {"2016": 150}), copy("c", STUDY, {"note": "vu"}, later)
    whole, field = merge_all(WITHOUT, *copies).conflicts
    assert [(side.who, side.value) for side in field.sides] == [("b", 200), ("c", 900)]
    assert whole.sides[-1].record == {**ROW, "2016": 150, "note": "vu"}


def test_no_cost_on_one_side_and_amounts_on_another_among_those_who_keep_it() -> None:
    """Both choices are over one activity, and are told apart by their field."""
    to_pm = copy("b", STUDY, {TOTAL: PM_WORD, "2016": None, "2017": None})
    copies = DELETES, to_pm, copy("c", STUDY, {"2016": 170, "note": "vu"})
    whole, cost = merge_all(PLAN, *copies).conflicts
    assert (cost.field, cost.clash, cost.when) == (TOTAL, Clash.PM, Condition(STUDY, ("b + c",)))
    assert whole.sides[-1].record == {**ROW, "note": "vu"}
    decisions = {(STUDY, WHOLE): "b + c", (STUDY, TOTAL): "b"}
    after = settled(PLAN, *copies, decisions=decisions)
    assert after[STUDY] == {**ROW, TOTAL: PM_WORD, "note": "vu"}


def test_who_only_decided_is_among_those_who_keep_it() -> None:
    copies = DELETES, copy("b", STUDY, {"2016": 150}), decided("c", REPORTED)
    (conflict,) = merge_all(PLAN, *copies).conflicts
    kept = conflict.sides[-1]
    assert (kept.who, kept.record, kept.decision) == ("b + c", {**PRICED, "2016": 150}, REPORTED)
    after = settled(PLAN, *copies, decisions={(STUDY, WHOLE): "b + c"})
    assert after == {**edited(PLAN, STUDY, {"2016": 150}), STATUS: REPORTED}
    assert settled(PLAN, *copies, decisions={(STUDY, WHOLE): "a"}) == WITHOUT


@pytest.mark.parametrize("now", [PLAN, {**PLAN, STATUS: {"statut": "retirée"}}])
def test_the_plan_as_it_is_now_is_shown_and_chosen_without_what_copies_decide(now: Facts) -> None:
    said = copy("b", STATUS, REPORTED, now), copy("c", SPREAD, {"T1 2016": 9}, now)
    copies = copy("a", STUDY, None, now), *said
    (conflict,) = merge_all(now, *copies).conflicts
    assert conflict.sides[0] == Side(CURRENT, "", record=PRICED, decision=now.get(STATUS))
    assert settled(now, *copies, decisions={(STUDY, WHOLE): CURRENT}) == now


def test_who_adds_what_the_plan_has_and_decides_of_it_keeps_it() -> None:
    """Another one under its code: what was decided is a side of its own, or kept with all."""
    now: Facts = {**PLAN, NEW: NEW_ROW}
    status = Key(Kind.DECISION, NEW.code)
    same = edited(edited(PLAN, NEW, NEW_ROW), status, REPORTED)
    other = copy("c", NEW, {**NEW_ROW, "activite": "Un colloque"})
    copies = Copy("b", PLAN, same, {}), other
    (conflict,) = merge_all(now, *copies).conflicts
    assert [(side.who, side.decision) for side in conflict.sides] == [
        (CURRENT, None),
        ("b", REPORTED),
        ("c", None),
        (KEEP_ALL, None),
    ]
    assert settled(now, *copies, decisions={(NEW, WHOLE): CURRENT}) == now
    assert settled(now, *copies, decisions={(NEW, WHOLE): "b"}) == {**now, status: REPORTED}
    assert settled(now, *copies, decisions={(NEW, WHOLE): KEEP_ALL})[status] == REPORTED


def test_two_statuses_are_chosen_only_where_the_activity_is_kept() -> None:
    copies = DELETES, decided("b", REPORTED), decided("c", KEPT)
    whole, status = merge_all(PLAN, *copies).conflicts
    assert (status.key, status.when) == (STATUS, Condition(STUDY, ("b + c",)))
    assert settled(PLAN, *copies, decisions={(STUDY, WHOLE): "a"}) == WITHOUT
    decisions = {(STUDY, WHOLE): "b + c", (STATUS, "statut"): "c"}
    assert settled(PLAN, *copies, decisions=decisions) == {**PLAN, STATUS: KEPT}
    assert whole.sides[-1].open == ("statut",)


def test_a_status_is_not_deleted_with_an_activity_that_stays() -> None:
    """The copy that deletes the activity has no status of it any more: it says nothing of it."""
    now: Facts = {**PLAN, STATUS: REPORTED}
    deletes = Copy("a", now, WITHOUT, {})
    copies = deletes, copy("b", STUDY, {"2016": 150}, now)
    after = settled(now, *copies, decisions={(STUDY, WHOLE): "b"})
    assert after == {**edited(PLAN, STUDY, {"2016": 150}), STATUS: REPORTED}
    assert settled(now, *copies, decisions={(STUDY, WHOLE): "a"}) == WITHOUT


def test_an_activity_that_comes_back_has_its_status() -> None:
    before: Facts = {**PLAN, STATUS: REPORTED}
    copies = (
        copy("b", STUDY, {"2016": 150}, before),
        copy("c", STATUS, {"motif": "vote attendu"}, before),
    )
    after = settled(WITHOUT, *copies, decisions={(STUDY, WHOLE): "b + c"})
    expected = {**REPORTED, "motif": "vote attendu"}
    assert after == {**edited(PLAN, STUDY, {"2016": 150}), STATUS: expected}
    assert settled(WITHOUT, *copies, decisions={(STUDY, WHOLE): CURRENT}) == WITHOUT


def test_deleted_edited_and_another_one_under_the_code() -> None:
    """What is edited keeps the code; the one that is new gets another."""
    now: Facts = {**PLAN, NEW: NEW_ROW}
    other = {**NEW_ROW, "activite": "Un colloque"}
    copies = (
        copy("a", NEW, None, now),
        copy("b", NEW, {"2016": 8}, now),
        copy("c", NEW, other),
    )
    (conflict,) = merge_all(now, *copies).conflicts
    assert [side.who for side in conflict.sides] == [CURRENT, "a", "b", "c", KEEP_ALL]
    assert conflict.sides[-1].codes == (("I-1.1.3", "b"), ("I-1.1.4", "c"))
    merged = merge(now, copies, {(NEW, WHOLE): "a"})
    assert {change.key for change in merged.changes} == {NEW}
