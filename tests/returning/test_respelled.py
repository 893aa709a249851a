"""New activities under codes that spreadsheets take for one: told, and settled as one code."""

from __future__ import annotations

from pathlib import Path

from generator.copies.reading import ReadCopy
from generator.copies.said import say
from generator.merging.edits import Copy
from generator.merging.facts import Facts, Key, Kind, Record
from generator.merging.threeway import KEEP_ALL, WHOLE, Clash, merge
from generator.plan import Plan, Settings
from generator.returning.respelled import respell

FIRST = Key(Kind.ACTIVITY, "A-1")
BASE: Facts = {FIRST: {"action": "A.1", "activite": "Étude", "2016": 5}}
PLAN = Plan(Settings(), (2016,), (), None)
UPPER, LOWER = Key(Kind.ACTIVITY, "A-30"), Key(Kind.ACTIVITY, "a-30")


def added(name: str, code: str, label: str, base: Facts = BASE) -> ReadCopy:
    """Return a copy that adds an activity, with a status, in cell A12."""
    key = Key(Kind.ACTIVITY, code)
    new: Record = {"action": "A.1", "activite": label, "2016": 1}
    revised = {**base, key: new, Key(Kind.DECISION, code): {"statut": "reportée"}}
    version = Copy(name, base, revised, {(key, WHOLE): "Axe A!A12"})
    return ReadCopy(Path(name), "", PLAN, version, (), {})


def respelled(*copies: ReadCopy, current: Facts = BASE) -> list[ReadCopy]:
    """Return the copies, which come out the same in any order."""
    found = respell(copies, current)
    assert found == respell(copies[::-1], current)[::-1]
    return list(found)


def said(copy: ReadCopy) -> list[tuple[str, str, str, str, str]]:
    """Return what is said of a copy: its class, its kind, the cell, what was found and expected."""
    return [
        (own.severity, own.rule, f"{own.sheet}!{own.cell}", own.found, own.expected)
        for own in copy.findings
    ]


def test_two_copies_write_a_code_otherwise() -> None:
    """It is one new code, with two contents: line 104, and all may be kept."""
    one, other = respelled(added("a.xlsx", "A-30", "Une"), added("b.xlsx", "a-30", "Autre"))
    assert said(one) == []
    assert said(other) == [("remarque", "code.respelled", "Axe A!A12", "a-30", "A-30")]
    merged = merge(BASE, [one.version, other.version])
    (conflict,) = merged.conflicts
    assert (conflict.key, conflict.clash) == (UPPER, Clash.ADDED)
    assert {side.place for side in conflict.sides if side.record} == {"Axe A!A12"}
    assert conflict.sides[-1].who == KEEP_ALL


def test_of_one_content_it_is_one_activity() -> None:
    one, other = respelled(added("a.xlsx", "A-30", "Une"), added("b.xlsx", "\uff21-30", "Une"))
    merged = merge(BASE, [one.version, other.version])
    assert merged.conflicts == ()
    assert {change.key.code for change in merged.changes} == {"A-30"}


def test_the_spelling_of_the_plan_comes_first() -> None:
    """An activity that the matrix has since: a clash, told before it is written."""
    since = {**BASE, LOWER: {"action": "A.1", "activite": "Là depuis"}}
    (copy,) = respelled(added("a.xlsx", "A-30", "Une"), current=since)
    assert said(copy) == [("remarque", "code.respelled", "Axe A!A12", "A-30", "a-30")]
    assert Key(Kind.DECISION, "a-30") in copy.version.revised
    (conflict,) = merge(since, [copy.version]).conflicts
    assert (conflict.key, conflict.clash) == (LOWER, Clash.ADDED)


def test_a_copy_that_has_an_activity_of_that_code_is_wrong() -> None:
    """Its own got the code since; where that was told already, it is told once."""
    copy = added("a.xlsx", "a-1", "Une")
    (found,) = respelled(copy)
    assert said(found) == [("erreur", "code.given", "Axe A!A12", "a-1", "autre que A-1")]
    assert found.version == copy.version
    wrong = copy._replace(findings=(say("code.twice", "Axe A", "A12", "a-1"),))
    assert respelled(wrong) == [wrong]


def test_codes_of_their_own_are_left_alone() -> None:
    copies = [added("a.xlsx", "A-30", "Une"), added("b.xlsx", "A-31", "Autre")]
    assert respelled(*copies) == copies
    apart = added("b.xlsx", "a-30", "Autre")._replace(plan=None)
    assert respelled(copies[0], apart) == [copies[0], apart]
