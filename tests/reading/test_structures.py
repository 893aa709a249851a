"""Which structures a text names: the fifty texts of the plan, by hand, and the rule's edges."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from generator.structures import UNNAMED, Names, concerned

SOURCE = Path("source")
ALIASES = {
    "CIGG": "CICG",
    "CNCLTDP": "CNCLTdP",
    "Ministère Techniques": "Ministères techniques",
}
TECHNICAL = "Ministères techniques"

BY_HAND = {
    "BNETD": "BNETD",
    "BNETD, PTF": "BNETD|PTF",
    "CICG, PTF": "CICG|PTF",
    "CIGG, Ministère de la Communication PTF": "CICG|Ministère de la Communication|PTF",
    "CIGG, PTF": "CICG|PTF",
    "DGDCN": "DGDCN",
    "DGDCN, MEMIS, PTF": "DGDCN|MEMIS|PTF",
    "DGDCN, ONP, PTF": "DGDCN|ONP|PTF",
    "DGDCN, OSC, PTF": "DGDCN|OSC|PTF",
    "DGDCN, PTF": "DGDCN|PTF",
    "Direction de la Police": "Direction de la Police",
    "ENSEA/INS, PTF": "ENSEA|INS|PTF",
    "MEF, Ministère du Budget, DGDCN, PTF": "MEF|Ministère du Budget|DGDCN|PTF",
    "MEMAE, PTF": "MEMAE|PTF",
    "MEMIS, BNETD, INS, MEMAE": "MEMIS|BNETD|INS|MEMAE",
    "MEMIS, BNETD, INS, MEMAE, PTF": "MEMIS|BNETD|INS|MEMAE|PTF",
    "MEMIS, MJDHLP, Ministère de la Défense": "MEMIS|MJDHLP|Ministère de la Défense",
    "MEMIS, MinCom, CICG, PTF": "MEMIS|MinCom|CICG|PTF",
    "MEMIS, Ministère de la Défense, PTF": "MEMIS|Ministère de la Défense|PTF",
    "MEMIS, OSC, PTF": "MEMIS|OSC|PTF",
    "MESRS (UFR Criminologie, Département de Sociologie)": "MESRS",
    "MJDHLP, OSC, PTF, MEMAE": "MJDHLP|OSC|PTF|MEMAE",
    "MJDHLP, PTF": "MJDHLP|PTF",
    "MJDHLP, PTF, OSC": "MJDHLP|PTF|OSC",
    "MJDHLP, ordre des avocats de justice, PTF": "MJDHLP|ordre des avocats de justice|PTF",
    "MSFFE, MEF, Ministère du Budget, PTF": "MSFFE|MEF|Ministère du Budget|PTF",
    "MSFFE, Ministères techniques, PTF": f"MSFFE|{TECHNICAL}|PTF",
    "Ministère Techniques PTF, OSC": f"{TECHNICAL}|PTF|OSC",
    "Ministère de la construction, PTF": "Ministère de la construction|PTF",
    "Ministère du Budget, DGPLP, PTF": "Ministère du Budget|DGPLP|PTF",
    "Ministère du Budget, OSC, PTF": "Ministère du Budget|OSC|PTF",
    "Ministères Techniques PTF": f"{TECHNICAL}|PTF",
    "Ministères Techniques PTF, OSC": f"{TECHNICAL}|PTF|OSC",
    "Ministères Techniques, PTF": f"{TECHNICAL}|PTF",
    "Ministères Techniques, PTF, OSC": f"{TECHNICAL}|PTF|OSC",
    "Ministères techniques ONP,OSC, CIGG, PTF": f"{TECHNICAL}|ONP|OSC|CICG|PTF",
    "Ministères techniques ONP,OSC, CIGG,PTF": f"{TECHNICAL}|ONP|OSC|CICG|PTF",
    "Ministères techniques, OSC": f"{TECHNICAL}|OSC",
    "Ministères techniques, OSC, PTF": f"{TECHNICAL}|OSC|PTF",
    "Ministères techniques, PTF": f"{TECHNICAL}|PTF",
    "Ministères techniques, SGG": f"{TECHNICAL}|SGG",
    "Ministères techniques, Unité spéciale, PTF": f"{TECHNICAL}|Unité spéciale|PTF",
    "ONP / INS, PTF": "ONP|INS|PTF",
    "ONP, PTF": "ONP|PTF",
    "OSC, Ministères techniques": f"OSC|{TECHNICAL}",
    "OSC, Ministères techniques, PTF": f"OSC|{TECHNICAL}|PTF",
    "OSC, PTF": "OSC|PTF",
    "PTF et Collectivités territoriales": "PTF|Collectivités territoriales",
    "PTF et Ministères techniques": f"PTF|{TECHNICAL}",
    "PTF, Ministères techniques": f"PTF|{TECHNICAL}",
}
"""By text of the column `partenaires` the structures that a reader finds in it."""


def rows(name: str) -> list[dict[str, str]]:
    with (SOURCE / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


@pytest.fixture
def names() -> Names:
    return Names({row["sigle"]: row["libelle"] for row in rows("sigles.csv")}, ALIASES)


def test_every_text_of_the_plan_was_split_by_hand() -> None:
    assert {row["partenaires"] for row in rows("matrice.csv")} == set(BY_HAND)
    assert len(BY_HAND) == 50


@pytest.mark.parametrize("text", BY_HAND)
def test_a_text_of_the_plan(names: Names, text: str) -> None:
    assert names.split(text) == BY_HAND[text].split("|")


def test_nothing_of_a_text_is_dropped(names: Names) -> None:
    """Every word of the print, but for what links names and details of them, is in a name."""
    for text in BY_HAND:
        kept = " ".join(names.split(text)).casefold()
        bare = text.split(" (")[0].replace("CIGG", "CICG").replace("Ministère T", "Ministères T")
        for word in bare.replace(",", " ").replace("/", " ").replace(" et ", " ").split():
            assert word.casefold() in kept


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" , ; / ", []),
        ("PTF;OSC\nONP", ["PTF", "OSC", "ONP"]),
        ("PTF, ptf, P T F", ["PTF", "P T F"]),
        ("(à préciser)", ["à préciser"]),
        ("((MEF/ONP))", ["MEF", "ONP"]),
        ("ONP (a (b, c), d)", ["ONP"]),
        ("ONP & INS", ["ONP", "INS"]),
        ("Eaux & Forêts", ["Eaux & Forêts"]),
        ("MEF (direction A, direction B), PTF", ["MEF", "PTF"]),
        # " et " inside a name stays; next to a name that is known it separates
        ("Ministère de l'Economie et des Finances", ["Ministère de l'Economie et des Finances"]),
        ("Eaux et Forêts et PTF", ["Eaux et Forêts", "PTF"]),
        ("OSC et PTF et ONP", ["OSC", "PTF", "ONP"]),
        # an acronym at the end is a name of its own, one at the start is not
        ("Police ONP PTF", ["Police", "ONP", "PTF"]),
        ("ONP Bouaké", ["ONP Bouaké"]),
        # spellings that differ by case are one
        ("Ministères Techniques", ["Ministères techniques"]),
        ("cigg", ["CICG"]),
    ],
)
def test_the_edges_of_the_rule(names: Names, text: str, expected: list[str]) -> None:
    assert names.split(text) == expected


def test_the_first_spelling_met_is_the_name() -> None:
    names = Names({}, {})
    assert names.split("La Police, la police") == ["La Police"]
    assert names.split("LA POLICE") == ["La Police"]


def test_structures_come_by_number_of_activities_and_those_without_a_name_last() -> None:
    found = concerned(
        Names({"PTF": "Partenaires"}, {}), [("1", "OSC"), ("2", ""), ("3", "PTF, OSC"), ("4", "")]
    )
    shown = [(structure.name, structure.listed) for structure in found.structures]
    assert shown == [("OSC", False), ("PTF", True), (UNNAMED, False)]
    assert [tuple(pair) for pair in found.pairs] == [
        ("1", "OSC", True),
        ("2", UNNAMED, True),
        ("3", "PTF", True),
        ("3", "OSC", False),
        ("4", UNNAMED, True),
    ]


def test_cncltdp_answers_for_89_of_the_94_activities(names: Names) -> None:
    """87 print the acronym, 2 its other spelling: counted in the CSV itself."""
    texts = [row["responsable"] for row in rows("matrice.csv")]
    printed = Counter(texts)
    assert printed["CNCLTdP"] + printed["CNCLTDP"] == 89
    found = concerned(names, [(str(place), text) for place, text in enumerate(texts)])
    assert sum(pair.name == "CNCLTdP" for pair in found.pairs) == 89
    assert len(found.pairs) == 94
