"""Copies merged three ways: what joins, what is one edit, what is there; in any order."""

from __future__ import annotations

from generator.merging.changes import Change, Nature
from generator.merging.facts import Facts
from generator.merging.threeway import Copy, merge
from tests.merging.samples import (
    CEILING,
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


def test_an_unedited_copy_changes_nothing() -> None:
    assert merge(PLAN, [Copy("a", PLAN, PLAN, {})]) == ((), ())
    assert merge(PLAN, []) == ((), ())


def test_the_same_edit_twice_is_one() -> None:
    copies = [copy(name, STUDY, {"2016": 150}) for name in "ab"]
    change = Change(STUDY, Nature.EDITED, "2016", 100, 150)
    assert merge_all(PLAN, *copies) == ((change,), ())


def test_edits_of_other_fields_of_an_activity_join() -> None:
    copies = (
        copy("a", STUDY, {"2016": 150}),
        copy("b", STUDY, {"2017": None}),
        copy("c", STUDY, {"note": "à voir"}),
        copy("d", SURVEY, {"2016": 6}),
    )
    assert settled(PLAN, *copies) == {
        STUDY: {**ROW, "2016": 150, "note": "à voir"},
        SURVEY: {**ROW, "activite": "Une enquête", "2016": 6},
    }


def test_a_status_and_an_amount_of_one_activity_join() -> None:
    copies = copy("a", STATUS, {"statut": "reportée"}), copy("b", STUDY, {"2016": 150})
    after = edited(PLAN, STUDY, {"2016": 150})
    assert settled(PLAN, *copies) == {**after, STATUS: {"statut": "reportée"}}


def test_both_delete() -> None:
    copies = [copy(name, SURVEY, None) for name in "ab"]
    assert settled(PLAN, *copies) == {STUDY: PRICED}
    assert settled({STUDY: PRICED}, *copies) == {STUDY: PRICED}


def test_the_same_new_code_with_the_same_content_is_one() -> None:
    copies = copy("a", NEW, NEW_ROW), copy("b", NEW, {**NEW_ROW, "activite": " Un  atelier"})
    assert settled(PLAN, *copies) == {**PLAN, NEW: NEW_ROW}


def test_a_new_code_that_the_plan_has_alike_is_there() -> None:
    assert settled({**PLAN, NEW: NEW_ROW}, copy("a", NEW, NEW_ROW)) == {**PLAN, NEW: NEW_ROW}


def test_an_addition_that_another_copy_went_on_from() -> None:
    now = {**PLAN, NEW: NEW_ROW}
    copies = copy("a", NEW, NEW_ROW), copy("b", NEW, {"2016": 8, "note": "vu"}, now)
    assert settled(now, *copies) == {**PLAN, NEW: {**NEW_ROW, "2016": 8, "note": "vu"}}


def test_an_addition_that_two_copies_went_on_from() -> None:
    now = {**PLAN, NEW: NEW_ROW}
    copies = (
        copy("a", NEW, NEW_ROW),
        copy("b", NEW, {"2016": 8}, now),
        copy("c", NEW, {"note": "vu"}, now),
    )
    after = {**PLAN, NEW: {**NEW_ROW, "2016": 8, "note": "vu"}}
    assert settled(now, *copies) == after
    assert settled(after, *copies) == after


def test_an_edit_that_is_there_then_a_deletion_that_had_it_in_view() -> None:
    now = edited(PLAN, STUDY, {"2016": 150})
    copies = copy("a", STUDY, {"2016": 150}), copy("b", STUDY, None, now)
    assert settled(now, *copies) == {SURVEY: PLAN[SURVEY]}


def test_a_base_older_than_the_plan() -> None:
    """The plan moved elsewhere: clean; it moved alike: it is there."""
    now = edited(PLAN, STUDY, {"2017": 250, "note": "voté"})
    assert settled(now, copy("a", STUDY, {"2016": 150})) == edited(now, STUDY, {"2016": 150})
    assert merge(now, [copy("a", STUDY, {"2017": 250})]) == ((), ())


def test_a_move_in_the_plan_and_an_amount_in_a_copy() -> None:
    moved = edited(PLAN, STUDY, {"objectif": "I.2", "action": "I.2.1"})
    expected = {**ROW, "objectif": "I.2", "action": "I.2.1", "2016": 150, "2017": 200}
    assert settled(moved, copy("a", STUDY, {"2016": 150}))[STUDY] == expected


def test_an_edit_that_another_copy_had_in_view_is_superseded() -> None:
    now = edited(PLAN, STUDY, {"2016": 150})
    copies = copy("a", STUDY, {"2016": 150}), copy("b", STUDY, {"2016": 170}, now)
    assert settled(now, *copies)[STUDY]["2016"] == 170


def test_two_spellings_of_an_edit_give_the_same_in_any_order() -> None:
    copies = copy("b", STUDY, {"note": "l’État"}), copy("a", STUDY, {"note": "l'État"})
    assert settled(PLAN, *copies)[STUDY]["note"] == "l'État"


def test_a_text_alike_is_no_edit() -> None:
    copies = [copy("a", STUDY, {"activite": "Une e\u0301tude"}), copy("b", STUDY, {"2016": 1})]
    assert settled(PLAN, *copies) == edited(PLAN, STUDY, {"2016": 1})


def test_an_activity_without_a_cost_gets_amounts_from_two_copies() -> None:
    now: Facts = {STUDY: PM_ROW}
    copies = [
        copy("a", STUDY, {"cout_total": None, "2016": 5}, now),
        copy("b", STUDY, {"cout_total": None, "2017": 6}, now),
    ]
    assert settled(now, *copies) == {STUDY: {**ROW, "2016": 5, "2017": 6}}


def test_ceilings_of_two_years_join_where_there_was_none() -> None:
    copies = copy("a", CEILING, {"2016": 10}), copy("b", CEILING, {"2017": 20})
    merged = merge_all(PLAN, *copies)
    assert merged.changes == (
        Change(CEILING, Nature.ADDED, "2016", None, 10),
        Change(CEILING, Nature.ADDED, "2017", None, 20),
    )
    assert merged.conflicts == ()


def test_quarters_of_two_copies_join_where_there_were_none() -> None:
    first, second = (
        copy("a", SPREAD, {"T1 2016": 5}),
        copy("b", SPREAD, {"T2 2016": 6, "T1 2017": 7}),
    )
    assert settled(PLAN, first, second)[SPREAD] == {"T1 2016": 5, "T2 2016": 6, "T1 2017": 7}
    other = copy("c", SPREAD, {"T1 2016": 4, "T3 2016": 8})
    (conflict,) = merge_all(PLAN, first, other).conflicts
    assert (conflict.field, [side.value for side in conflict.sides]) == ("T1 2016", [None, 5, 4])


def test_a_status_here_and_a_reason_there_join() -> None:
    """Together, one after the other in any order, and once more."""
    copies = copy("a", STATUS, {"statut": "reportée"}), copy("b", STATUS, {"motif": "vote attendu"})
    after = {**PLAN, STATUS: {"statut": "reportée", "motif": "vote attendu"}}
    assert settled(PLAN, *copies) == after
    for first, second in (copies, copies[::-1]):
        assert settled(settled(PLAN, first), second) == after
    assert merge_all(after, *copies) == ((), ())


def test_a_status_and_its_reason_emptied_in_two_copies() -> None:
    plan = {**PLAN, STATUS: {"statut": "reportée", "motif": "vote attendu"}}
    copies = copy("a", STATUS, {"statut": None}, plan), copy("b", STATUS, {"motif": None}, plan)
    assert settled(plan, *copies) == PLAN
    assert merge_all(PLAN, *copies) == ((), ())


def test_quarters_of_a_year_go_and_those_of_another_come() -> None:
    plan = edited(PLAN, SPREAD, {"T1 2016": 5})
    emptied, typed = copy("a", SPREAD, None, plan), copy("b", SPREAD, {"T1 2017": 7}, plan)
    assert settled(plan, emptied, typed)[SPREAD] == {"T1 2017": 7}


def test_a_setting_that_both_copies_empty_is_deleted() -> None:
    now: Facts = {SHARE: {"valeur": 0.22}}
    copies = [copy(name, SHARE, None, now) for name in "ab"]
    change = Change(SHARE, Nature.DELETED, "valeur", 0.22, None)
    assert merge_all(now, *copies) == ((change,), ())
