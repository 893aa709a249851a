"""The same new code for several activities: all are kept, each under a code of its own."""

from __future__ import annotations

import pytest

from generator.merging.changes import apply
from generator.merging.facts import Facts, Key, Kind, Record
from generator.merging.threeway import (
    CURRENT,
    KEEP_ALL,
    WHOLE,
    Clash,
    Condition,
    Copy,
    Decisions,
    Side,
    merge,
)
from tests.merging.samples import NEW, NEW_ROW, PLAN, ROW, copy, edited, merge_all, settled


def activity(number: int, action: str = "1.1") -> Key:
    return Key(Kind.ACTIVITY, f"I-{action}.{number}")


def status(number: int) -> Key:
    return Key(Kind.DECISION, f"I-1.1.{number}")


WORKSHOP = NEW_ROW
FORUM: Record = {**ROW, "activite": "Un colloque", "2017": 9}
"""Labels come first in the order: *Un atelier* keeps the code, *Un colloque* gives it up."""
GUIDE: Record = {**ROW, "activite": "Un guide"}
BOTH = copy("a", NEW, FORUM), copy("b", NEW, WORKSHOP)
ALL: Decisions = {(NEW, WHOLE): KEEP_ALL}


def decides(own: Copy, fields: Record, number: int = 3) -> Copy:
    """Return the copy with something decided of a new activity."""
    return own._replace(revised={**own.revised, status(number): fields})


def test_all_may_be_kept_and_it_is_told_under_which_codes() -> None:
    (conflict,) = merge_all(PLAN, *BOTH).conflicts
    assert conflict.clash is Clash.ADDED
    assert conflict.sides == (
        Side(CURRENT, ""),
        Side("a", "Axe I!a", record=FORUM),
        Side("b", "Axe I!b", record=WORKSHOP),
        Side(KEEP_ALL, "", codes=(("I-1.1.3", "b"), ("I-1.1.4", "a"))),
    )


def test_all_kept() -> None:
    assert settled(PLAN, *BOTH, decisions=ALL) == {**PLAN, NEW: WORKSHOP, activity(4): FORUM}


def test_new_activities_stand_in_the_order_of_their_numbers() -> None:
    """Whichever copy brings them: 5 before 10."""
    numbers = (10, 5, 11, 4)
    copies = [copy(str(rank), activity(own), FORUM) for rank, own in enumerate(numbers)]
    changes = merge_all(PLAN, *copies).changes
    assert list(dict.fromkeys(own.key for own in changes)) == [activity(n) for n in (4, 5, 10, 11)]


def test_labels_give_codes_in_the_order_of_their_numbers() -> None:
    numbers = (10, 9, 2)
    copies = [copy(str(own), NEW, {**ROW, "activite": f"Atelier {own}"}) for own in numbers]
    kept = settled(PLAN, *copies, decisions=ALL)
    told = [kept[key]["activite"] for key in (NEW, activity(4), activity(5))]
    assert told == ["Atelier 2", "Atelier 9", "Atelier 10"]


def test_names_of_copies_do_not_say_who_keeps_the_code() -> None:
    renamed = copy("a", NEW, WORKSHOP), copy("b", NEW, FORUM)
    assert settled(PLAN, *renamed, decisions=ALL) == settled(PLAN, *BOTH, decisions=ALL)


def test_what_the_plan_has_keeps_the_code() -> None:
    now: Facts = {**PLAN, NEW: GUIDE}
    (conflict,) = merge_all(now, *BOTH).conflicts
    assert conflict.sides[-1].codes == (
        ("I-1.1.3", CURRENT),
        ("I-1.1.4", "b"),
        ("I-1.1.5", "a"),
    )
    expected = {**now, activity(4): WORKSHOP, activity(5): FORUM}
    assert settled(now, *BOTH, decisions=ALL) == expected


def test_one_of_them_may_still_be_chosen() -> None:
    assert settled(PLAN, *BOTH, decisions={(NEW, WHOLE): "a"}) == {**PLAN, NEW: FORUM}
    assert settled(PLAN, *BOTH, decisions={(NEW, WHOLE): CURRENT}) == PLAN


def test_copies_that_say_the_same_are_one() -> None:
    copies = (*BOTH, copy("c", NEW, {**FORUM, "activite": " Un  colloque"}))
    (conflict,) = merge_all(PLAN, *copies).conflicts
    assert [side.who for side in conflict.sides] == [CURRENT, "a + c", "b", KEEP_ALL]
    after = settled(PLAN, *copies, decisions=ALL)
    assert after == {**PLAN, NEW: WORKSHOP, activity(4): FORUM}


def test_a_code_that_anybody_has_is_not_free() -> None:
    """4 is new in a third copy, 5 in a base, 6 was adopted, and 7 is in the plan's next action."""
    copies = (
        *BOTH,
        copy("c", activity(4), GUIDE),
        Copy("d", {**PLAN, activity(5): GUIDE}, {**PLAN, activity(5): GUIDE}, {}),
    )
    now = {**PLAN, activity(7): {**GUIDE, "action": "I.1.2"}}
    merged = merge(now, copies, ALL, taken=["i-1.1.6"])
    assert merged.conflicts == ()
    after = {**now, NEW: WORKSHOP, activity(4): GUIDE, activity(8): FORUM}
    assert apply(now, merged.changes) == after


def test_each_follows_the_codes_of_its_own_action() -> None:
    elsewhere: Record = {**FORUM, "action": "I.1.2"}
    now: Facts = {**PLAN, activity(1, "1.2"): {**GUIDE, "action": "I.1.2"}}
    copies = copy("a", NEW, elsewhere, now), copy("b", NEW, WORKSHOP, now)
    after = settled(now, *copies, decisions=ALL)
    assert after == {**now, NEW: WORKSHOP, activity(2, "1.2"): elsewhere}


def test_two_codes_that_clash_do_not_get_the_same_one() -> None:
    other = activity(4)
    copies = [
        Copy(name, PLAN, {**PLAN, NEW: rows[0], other: rows[1]}, {})
        for name, rows in {"a": (FORUM, GUIDE), "b": (WORKSHOP, {**GUIDE, "2016": 1})}.items()
    ]
    whole = merge_all(PLAN, *copies).conflicts
    given = [[code for code, _ in conflict.sides[-1].codes] for conflict in whole]
    assert given == [["I-1.1.3", "I-1.1.5"], ["I-1.1.4", "I-1.1.6"]]
    after = settled(PLAN, *copies, decisions={**ALL, (other, WHOLE): "b"})
    assert after == {
        **PLAN,
        NEW: WORKSHOP,
        other: {**GUIDE, "2016": 1},
        activity(5): FORUM,
    }


def test_what_is_decided_follows_the_code() -> None:
    copies = decides(BOTH[0], {"statut": "reportée"}), decides(BOTH[1], {"statut": "maintenue"})
    (conflict,) = merge_all(PLAN, *copies).conflicts
    assert [side.decision for side in conflict.sides] == [
        None,
        {"statut": "reportée"},
        {"statut": "maintenue"},
        None,
    ]
    assert settled(PLAN, *copies, decisions=ALL) == {
        **PLAN,
        NEW: WORKSHOP,
        status(3): {"statut": "maintenue"},
        activity(4): FORUM,
        status(4): {"statut": "reportée"},
    }


def test_what_is_decided_of_the_one_that_is_not_chosen_goes_with_it() -> None:
    copies = decides(BOTH[0], {"statut": "reportée"}), BOTH[1]
    assert settled(PLAN, *copies, decisions={(NEW, WHOLE): "b"}) == {**PLAN, NEW: WORKSHOP}
    after = settled(PLAN, *copies, decisions={(NEW, WHOLE): "a"})
    assert after == {**PLAN, NEW: FORUM, status(3): {"statut": "reportée"}}


@pytest.mark.parametrize(
    ("who", "place", "expected"),
    [("b", None, None), ("a + c", 3, "retirée"), (KEEP_ALL, 4, "retirée")],
)
def test_two_statuses_of_one_new_activity(who: str, place: int | None, expected: str) -> None:
    """They are told under the code that the activity gets where all are kept."""
    copies = (
        decides(BOTH[0], {"statut": "reportée"}),
        BOTH[1],
        decides(copy("c", NEW, FORUM), {"statut": "retirée"}),
    )
    _, nested = merge_all(PLAN, *copies).conflicts
    assert (nested.key, nested.when) == (status(4), Condition(NEW, ("a + c", KEEP_ALL)))
    decisions = {(NEW, WHOLE): who}
    if place is not None:
        assert merge_all(PLAN, *copies, decisions=decisions).conflicts
        decisions = {**decisions, (status(4), "statut"): "c"}
    after = settled(PLAN, *copies, decisions=decisions)
    found = {key: record for key, record in after.items() if key.kind is Kind.DECISION}
    assert found == ({} if place is None else {status(place): {"statut": expected}})


def test_merged_again_all_are_there() -> None:
    """The forum is known under the code that it was given, also with its status."""
    copies = decides(BOTH[0], {"statut": "reportée"}), BOTH[1]
    after = settled(PLAN, *copies, decisions=ALL)
    assert merge_all(after, *copies) == ((), ())
    for own in copies:
        assert merge(after, [own]) == ((), ())


def test_what_changed_since_clashes() -> None:
    after = settled(PLAN, *BOTH, decisions=ALL)
    moved = edited(after, activity(4), {"2017": 10})
    (conflict,) = merge_all(moved, *BOTH).conflicts
    assert [side.who for side in conflict.sides] == [CURRENT, "a", KEEP_ALL]
    assert conflict.sides[-1].codes[-1] == ("I-1.1.5", "a")


@pytest.mark.parametrize("place", ["base", "revised"])
def test_what_a_copy_had_in_view_is_not_what_it_adds(place: str) -> None:
    """An officer who adds twice the same, or once more what the base has, means it."""
    now: Facts = {**PLAN, NEW: WORKSHOP, activity(4): FORUM}
    base = {**PLAN, activity(4): FORUM} if place == "base" else PLAN
    own = Copy("a", base, {**PLAN, NEW: FORUM, activity(4): FORUM}, {})
    assert [conflict.key for conflict in merge(now, [own]).conflicts] == [NEW]


def test_the_same_content_in_another_action_is_another_activity() -> None:
    now: Facts = {**PLAN, NEW: WORKSHOP, activity(1, "1.2"): {**FORUM, "action": "I.1.2"}}
    assert merge(now, [BOTH[0]]).conflicts


def test_only_activities_are_numbered() -> None:
    key, row = Key(Kind.FUNDING, "PNUD"), {"bailleur": "PNUD"}
    copies = copy("a", key, {**row, "montant": 1}), copy("b", key, {**row, "montant": 2})
    (conflict,) = merge_all(PLAN, *copies).conflicts
    assert [side.who for side in conflict.sides] == [CURRENT, "a", "b"]
