"""Activities given another code: what follows them, and what two may not share."""

from __future__ import annotations

from generator.merging.changes import Change, Nature, apply, compare
from generator.merging.edits import Copy
from generator.merging.facts import CODE, Facts, Key, Kind, Record
from generator.merging.renaming import (
    PRINTED,
    follow,
    printed_codes,
    rename,
    renamings,
    same_codes,
    settle_codes,
)
from generator.merging.threeway import CURRENT, Clash, Conflict, Decisions, Merged, Side, merge

ONE, TWO = Key(Kind.ACTIVITY, "1"), Key(Kind.ACTIVITY, "2")
SAID, SPREAD = Key(Kind.DECISION, "1"), Key(Kind.QUARTERS, "1")
PLAN: Facts = {
    ONE: {"axe": "I", "activite": "Étude", "2016": 5},
    TWO: {"axe": "I", "activite": "Visite", "2016": 7},
    SAID: {"statut": "retirée"},
    SPREAD: {"T1 2016": 5},
    Key(Kind.CEILING, "1"): {"2016": 9},
}


def copy(name: str, key: Key, **fields: str | int) -> Copy:
    """Return a copy of the plan that changes fields of a record; `y2016` stands for 2016."""
    named = {field.removeprefix("y"): value for field, value in fields.items()}
    revised = {**PLAN, key: {**PLAN.get(key, {}), **named}}
    places = {(key, field): f"Axe I!{field}" for field in named}
    return Copy(name, PLAN, revised, places)


def settled(
    *copies: Copy, departed: tuple[str, ...] = (), chosen: Decisions | None = None
) -> Merged:
    """Return what copies come to, whatever their order."""
    found = []
    for order in (copies, copies[::-1]):
        merged = merge(PLAN, order, chosen or {})
        found.append(settle_codes(merged, PLAN, order, departed, chosen or {}))
    assert found[0] == found[1]
    return found[0]


def test_a_new_code_and_another_copys_amount_join() -> None:
    merged = settled(copy("a", ONE, code="1b"), copy("b", ONE, y2016=6))
    assert merged.conflicts == ()
    assert set(merged.changes) == {
        Change(ONE, Nature.EDITED, CODE, "1", "1b"),
        Change(ONE, Nature.EDITED, "2016", 5, 6),
    }
    assert renamings(merged.changes) == {"1": "1b"}


def test_what_is_attached_follows() -> None:
    after = apply(PLAN, settled(copy("a", ONE, code="1b")).changes)
    assert rename(after, {"1": "1b"}) == {
        Key(Kind.ACTIVITY, "1b"): PLAN[ONE],
        TWO: PLAN[TWO],
        Key(Kind.DECISION, "1b"): PLAN[SAID],
        Key(Kind.QUARTERS, "1b"): PLAN[SPREAD],
        Key(Kind.CEILING, "1"): {"2016": 9},
    }


def test_two_codes_for_one_activity_clash() -> None:
    (conflict,) = settled(copy("a", ONE, code="1b"), copy("b", ONE, code="1c")).conflicts
    assert (conflict.key, conflict.field, conflict.clash) == (ONE, CODE, Clash.FIELD)
    assert [side.value for side in conflict.sides] == ["1", "1b", "1c"]


def clash(key: Key, *names: str, why: Clash = Clash.ADDED) -> Conflict:
    sides = [Side(name, "Axe I!code", "9") for name in names]
    return Conflict(key, CODE, why, key.code, (Side(CURRENT, "", key.code), *sides))


def test_one_code_for_two_activities_clashes() -> None:
    """Nothing is changed of either; their other edits come."""
    copies = copy("a", ONE, code="9", y2016=6), copy("b", TWO, code="9")
    merged = settled(*copies)
    assert merged.changes == (Change(ONE, Nature.EDITED, "2016", 5, 6),)
    assert merged.conflicts == (clash(ONE, "a"), clash(TWO, "b"))
    merged = settled(*copies, chosen={(ONE, CODE): CURRENT, (TWO, CODE): "b"})
    assert merged.conflicts == ()
    assert renamings(merged.changes) == {"2": "9"}
    merged = settled(*copies, chosen={(ONE, CODE): "a", (TWO, CODE): "b"})
    assert merged.conflicts == (clash(ONE, "a"), clash(TWO, "b"))


def test_the_code_of_a_new_activity_or_of_one_that_has_left_clashes() -> None:
    new = copy("b", Key(Kind.ACTIVITY, "9"), activite="Neuve")
    renamed = copy("a", ONE, code="9"), copy("c", ONE, code="9")
    taken = (clash(ONE, "a", "c", why=Clash.TAKEN),)
    assert settled(*renamed, new).conflicts == taken
    assert settled(*renamed, new, chosen={(ONE, CODE): "a"}).conflicts == taken
    assert settled(*renamed, departed=("9",)).conflicts == taken
    assert settled(*renamed, new, chosen={(ONE, CODE): CURRENT}).conflicts == ()
    assert settled(*renamed, departed=("8",)).conflicts == ()


def test_every_choice_that_is_offered_settles_a_code_that_is_taken() -> None:
    """Who would get the code of an activity that cannot give it up cannot have it either."""
    copies = copy("a", ONE, code="9"), copy("b", TWO, code="1")
    merged = settled(*copies, departed=("9",))
    assert merged.changes == ()
    assert [(own.key, own.clash) for own in merged.conflicts] == [
        (ONE, Clash.TAKEN),
        (TWO, Clash.TAKEN),
    ]
    assert [own.choices for own in merged.conflicts] == [[CURRENT], [CURRENT]]
    chosen = {(own.key, own.field): CURRENT for own in merged.conflicts}
    assert settled(*copies, departed=("9",), chosen=chosen) == Merged((), ())


def test_a_code_that_another_activity_may_give_up_can_be_chosen() -> None:
    copies = copy("a", ONE, code="2"), copy("b", TWO, code="2b"), copy("c", TWO, code="2c")
    merged = settled(*copies)
    assert [own.choices for own in merged.conflicts] == [[CURRENT, "b", "c"], [CURRENT, "a"]]
    merged = settled(*copies, chosen={(ONE, CODE): "a", (TWO, CODE): "b"})
    assert (merged.conflicts, renamings(merged.changes)) == ((), {"1": "2", "2": "2b"})


def test_a_copy_made_before_follows() -> None:
    later = follow(copy("a", ONE, y2016=6), {"1": "1b"})
    key = Key(Kind.ACTIVITY, "1b")
    assert (later.base[key], later.revised[key]["2016"]) == (PLAN[ONE], 6)
    assert Key(Kind.DECISION, "1b") in later.base
    assert ONE not in {**later.base, **later.revised}
    assert later.places == {(key, "2016"): "Axe I!2016"}
    same = follow(copy("a", ONE, code="1b"), {"1": "1b"})
    assert same.revised[key] == PLAN[ONE]


def test_a_copy_made_before_that_gives_another_code_clashes() -> None:
    """It did not have the renaming in view; a code in between is one that the plan had already."""
    key = Key(Kind.ACTIVITY, "1b")
    plan = rename(PLAN, {"1": "1b"})
    other = follow(copy("a", ONE, code="1c"), {"1": "1b"})
    assert other.revised[key] == {**PLAN[ONE], CODE: "1c"}
    (conflict,) = merge(plan, [other]).conflicts
    assert (conflict.field, conflict.base) == (CODE, "1")
    assert [side.value for side in conflict.sides] == ["1b", "1c"]
    assert merge(plan, [other], {(key, CODE): CURRENT}) == Merged((), ())
    assert renamings(merge(plan, [other], {(key, CODE): "a"}).changes) == {"1b": "1c"}
    between = follow(copy("a", ONE, code="1c"), {"1": "1b"}, {"1": "1b", "1c": "1b"})
    assert between.revised[key] == PLAN[ONE]


def test_versions_are_compared_under_the_same_codes() -> None:
    """What a copy renames is the activity that the other version has under that code."""
    said = copy("a", ONE, code="1b", y2016=6).revised
    after = rename(PLAN, {"1": "1b"})
    change = Change(Key(Kind.ACTIVITY, "1b"), Nature.EDITED, "2016", 5, 6)
    assert compare(*same_codes(after, said)) == (change,)
    assert compare(*same_codes(said, after)) == (change._replace(before=6, after=5),)
    assert same_codes(said, PLAN) == (said, PLAN)
    taken = {**said, Key(Kind.ACTIVITY, "1b"): PLAN[TWO]}
    assert same_codes(taken, after) == (taken, after)


def printed(record: Record, adopted: tuple[str, ...] = ("1",)) -> list[Change]:
    changes = [Change(ONE, Nature.EDITED, CODE, "1", "1b")]
    return list(printed_codes(changes, {ONE: record}, adopted))


def test_the_code_of_the_document_is_kept() -> None:
    assert printed({}) == [Change(ONE, Nature.EDITED, PRINTED, None, "1")]
    assert printed({PRINTED: "I-1 bis"}) == []
    assert printed({PRINTED: "1b"}) == [Change(ONE, Nature.EDITED, PRINTED, "1b", None)]
    assert printed({}, adopted=("2",)) == []


def test_a_code_but_for_its_letters_is_the_code_of_another_one() -> None:
    """Spreadsheets take the two for one; an activity may change the letters of its own."""
    plan: Facts = {Key(Kind.ACTIVITY, "A-1"): {"2016": 5}, Key(Kind.ACTIVITY, "A-2"): {"2016": 7}}
    first, second = plan

    def renamed(name: str, key: Key, code: str) -> Copy:
        return Copy(name, plan, {**plan, key: {**plan[key], CODE: code}}, {})

    for codes, clashes in (
        ((renamed("a", first, "a-2"),), [(first, Clash.TAKEN)]),
        (
            (renamed("a", first, "A-9"), renamed("b", second, "a-9")),
            [(first, Clash.ADDED), (second, Clash.ADDED)],
        ),
        ((renamed("a", first, "a-1"),), []),
        ((renamed("a", first, "a-2"), renamed("b", second, "A-3")), []),
    ):
        merged = settle_codes(merge(plan, codes, {}), plan, codes, (), {})
        assert [(own.key, own.clash) for own in merged.conflicts] == clashes
    left = (renamed("a", first, "a-7"),)
    merged = settle_codes(merge(plan, left, {}), plan, left, ("A-7",), {})
    assert [own.clash for own in merged.conflicts] == [Clash.TAKEN]
