"""Bases that neither the plan nor its journal knows: what amounts were, and what is told."""

from __future__ import annotations

from pathlib import Path

from generator.copies.reading import ReadCopy
from generator.copies.settling import find_untold_base
from generator.merging.edits import Copy
from generator.merging.facts import PM_WORD, TOTAL, Facts, Key, Kind
from generator.reading.matrix import SCHEMA
from generator.returning.earlier import read_earlier

STUDY = Key(Kind.ACTIVITY, "9")


def row(code: str, field: str, before: str, after: str, kind: str = "activité") -> dict[str, str]:
    return {"objet": kind, "code": code, "champ": field, "avant": before, "apres": after}


def test_amounts_are_known_under_the_code_of_today_and_the_one_of_then() -> None:
    """No cost and a blank are amounts, too; texts, and what is no activity, are not told."""
    rows = [
        row("2", "2016", "5", "60000"),
        row("2", "cout_total", "", "PM"),
        row("2", "2016", "60000", ""),
        row("2", "note", "7", "8"),
        row("2", "2016", "3", "4", "plafond"),
        row("9", "2017", "1", "2"),
    ]
    assert {at: list(own) for at, own in read_earlier(rows, {"2": "9"}).items()} == {
        ("2", "2016"): [5, 60000, None],
        ("9", "2016"): [5, 60000, None],
        ("2", TOTAL): [None, PM_WORD],
        ("9", TOTAL): [None, PM_WORD],
        ("9", "2017"): [1, 2],
    }


def told(base: Facts, *same: str) -> list[tuple[str, str, str, str]]:
    """Return what is told of a base: the plan has 7 in 2016, which was 5 once, and 1 in 2017."""
    current: Facts = {STUDY: {"activite": "Étude", "2016": 7, "2017": 1}}
    version = Copy("a.xlsx", base, {}, {(STUDY, "2016"): "Axe I!F12"})
    earlier = read_earlier([row("9", "2016", "5", "7")], {})
    found = find_untold_base(
        ReadCopy(Path("a.xlsx"), "", None, version, (), {}), current, earlier, same
    )
    assert {own.severity for own in found} <= {"alerte"}
    return [(own.problem.partition("(")[2], own.cell, own.found, own.expected) for own in found]


def test_an_amount_that_the_plan_had_once_is_a_base_like_any_other() -> None:
    assert told({STUDY: {"activite": "Étude", "2016": 5, "2017": 1}}) == []
    assert told({STUDY: {"activite": "Étude", "2016": 7, "2017": 1}}) == []


def test_an_amount_that_it_never_had_is_told() -> None:
    assert told({STUDY: {"activite": "Étude", "2016": 6}}) == [
        ("activité 9, 2016)", "F12", "6", "7 ou 5"),
        ("activité 9, 2017)", "", "vide", "1"),
    ]


def test_where_the_file_is_the_same_the_journal_is_not_asked() -> None:
    """That is an error then, which `find_changed_base` tells."""
    assert told({STUDY: {"activite": "Étude", "2016": 6}}, SCHEMA.name) == []


def test_an_activity_that_the_plan_has_no_more_is_left_alone() -> None:
    assert told({Key(Kind.ACTIVITY, "3"): {"activite": "Visite", "2016": 6}}) == []
