"""What officers type comes back, each input with its place, and an unedited copy says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest

from generator.copies.reading import read_copy
from generator.merging.facts import Key, Kind, Record
from tests.copies.edited import BOOK, Edited, Put, Stored, told
from tests.copies.returned import come_back, said
from tests.workbook.built import Built

pytestmark = pytest.mark.slow

A, REGISTER, SETTINGS, SUMMARY = "Axe A", "Financement", "Paramètres", "Synthèse"
STATE = Key(Kind.FUNDING, "Etat · - · 2030 · Loi 1")
PLEDGE = Key(Kind.FUNDING, "UNICEF · A · 2031 · -")
SAVED = ("remarque", "origin.program", "")


@pytest.mark.parametrize("name", ["small", "shipped"])
def test_an_unedited_workbook_says_nothing(name: str, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(name)
    copy = read_copy(built.path)
    assert copy.version.base == copy.version.revised
    assert copy.findings == ()
    assert (copy.origin, copy.lost) == ({}, ())
    assert copy.plan is not None
    codes = [key.code for key in copy.version.base if key.kind is Kind.ACTIVITY]
    assert codes == [activity.code for activity in built.source.plan.activities]


def test_an_unedited_workbook_saved_by_openpyxl(small: Built, tmp_path: Path) -> None:
    """That alone is remarked; `tests/returning` does the same with the shipped plan."""
    openpyxl.load_workbook(small.path).save(tmp_path / "copie.xlsx")
    saved = read_copy(tmp_path / "copie.xlsx")
    assert saved.version.base == saved.version.revised == read_copy(small.path).version.base
    assert told(saved) == [SAVED]


class Case(NamedTuple):
    """What is typed by (sheet, cell), the records that it makes, and the cell of each value.

    A record that is None is gone. `said` is what is said, beside nothing.
    """

    name: str
    typed: Mapping[tuple[str, str], Put]
    records: Mapping[Key, Record | None]
    places: Mapping[tuple[Key, str], str]
    said: tuple[tuple[str, str, str], ...] = ()


def activity(number: int) -> Key:
    return Key(Kind.ACTIVITY, f"A-{number}")


def setting(name: str) -> Key:
    return Key(Kind.SETTING, name)


NEW = {"axe": "A", "objectif": "A.1", "action": "A.1.1"}
FIRST = {**NEW, "activite": "Première étude", "responsable": "MEF", "partenaires": "ONG"}
FUNDING: Record = {
    "bailleur": "UE", "axe": "A", "annee": 2032, "montant": 7, "statut": "décaissé",
    "reference": "Accord",
}  # fmt: skip
ADDED = Key(Kind.FUNDING, "UE · A · 2032 · Accord")
RATE = Key(Kind.RATE, "USD")

CASES = (
    Case(
        "amounts of two activities",
        {(A, "F10"): 12, (A, "H10"): None, (A, "F11"): 4},
        {
            activity(1): {**FIRST, "2030": 12, "2031": 20},
            activity(2): {
                **NEW, "activite": "Deuxième étude", "responsable": "MEF", "2030": 4, "2031": 7,
            },
        },
        {(activity(1), "2030"): "Axe A!F10", (activity(2), "2030"): "Axe A!F11"},
    ),
    Case(
        "a status and its reason",
        {(A, "P10"): "Retirée", (A, "Q10"): "Sans objet"},
        {Key(Kind.DECISION, "A-1"): {"statut": "retirée", "motif": "Sans objet"}},
        {
            (Key(Kind.DECISION, "A-1"), ""): "Axe A!P10",
            (Key(Kind.DECISION, "A-1"), "motif"): "Axe A!Q10",
        },
    ),
    Case(
        "a status emptied, its reason left",
        {(A, "P11"): None},
        {Key(Kind.DECISION, "A-2"): {"motif": "Faute de crédits"}},
        {},
    ),
    Case(
        "a status and its reason emptied",
        {(A, "P11"): None, (A, "Q11"): None},
        {Key(Kind.DECISION, "A-2"): None},
        {},
    ),
    Case(
        "a reserve row",
        {(A, "B12"): "Neuve", (A, "C12"): "MEF", (A, "D12"): "ONG", (A, "G12"): 9},
        {
            activity(5): {
                **NEW, "activite": "Neuve", "responsable": "MEF", "partenaires": "ONG", "2031": 9,
            },
        },
        {(activity(5), ""): "Axe A!A12", (activity(5), "2031"): "Axe A!G12"},
        (("remarque", "activity.new", "Axe A!A12"),),
    ),
    Case(
        "two reserve rows, one of them without a cost",
        {(A, "B12"): "Une", (A, "B13"): "Deux", (A, "F13"): "PM", (A, "P13"): "maintenue"},
        {
            activity(5): {**NEW, "activite": "Une"},
            activity(6): {**NEW, "activite": "Deux", "cout_total": "PM"},
            Key(Kind.DECISION, "A-6"): {"statut": "maintenue"},
        },
        {(activity(6), "activite"): "Axe A!B13"},
        (
            ("remarque", "activity.new", "Axe A!A12"),
            ("remarque", "activity.new", "Axe A!A13"),
        ),
    ),
    Case(
        "the second reserve row alone",
        {(A, "B13"): "Deux", (A, "F13"): 3},
        {activity(6): {**NEW, "activite": "Deux", "2030": 3}},
        {(activity(6), "2030"): "Axe A!F13"},
        (("remarque", "activity.new", "Axe A!A13"),),
    ),
    Case(
        "the share",
        {(SETTINGS, "C5"): 0.3},
        {setting("part_etat"): {"valeur": 0.3}},
        {(setting("part_etat"), "valeur"): "Paramètres!C5"},
    ),
    Case(
        "the share as a text",
        {(SETTINGS, "C5"): "22,5 %"},
        {setting("part_etat"): {"valeur": 0.225}},
        {},
    ),
    Case(
        "no share", {(SETTINGS, "C5"): None}, {setting("part_etat"): None}, {}
    ),
    Case(
        "the base of totals",
        {(SETTINGS, "C7"): "recalculée"},
        {setting("base_totaux"): {"valeur": "Recalculée"}},
        {(setting("base_totaux"), "valeur"): "Paramètres!C7"},
    ),
    Case(
        "another currency, with its rate",
        {
            (SETTINGS, "C12"): "USD",
            (SETTINGS, "A21"): "USD",
            (SETTINGS, "C21"): 600.5,
            (SETTINGS, "D21"): Stored("46351", look=14),
        },
        {
            setting("contre_valeur"): {"valeur": "USD"},
            RATE: {"taux": 600.5, "date": "25/11/2026"},
        },
        {(setting("contre_valeur"), "valeur"): "Paramètres!C12", (RATE, ""): "Paramètres!A21"},
    ),
    Case(
        "no currency", {(SETTINGS, "C12"): None}, {setting("contre_valeur"): None}, {}
    ),
    Case(
        "ceilings added, edited and emptied",
        {(SUMMARY, "C52"): 50, (SUMMARY, "C51"): None, (SUMMARY, "E51"): 0, (SUMMARY, "C53"): 9},
        {
            Key(Kind.CEILING, "A"): {"2032": 0},
            Key(Kind.CEILING, "B"): {"2030": 50},
            Key(Kind.CEILING, "PLAN"): {"2030": 9, "2031": 1000},
        },
        {
            (Key(Kind.CEILING, "B"), "2030"): "Synthèse!C52",
            (Key(Kind.CEILING, "A"), "2032"): "Synthèse!E51",
        },
    ),
    Case(
        "a funding added",
        {
            (REGISTER, "A67"): A,
            (REGISTER, "B67"): "UE",
            (REGISTER, "C67"): 2032,
            (REGISTER, "D67"): 7,
            (REGISTER, "E67"): "décaissé",
            (REGISTER, "F67"): "Accord",
        },
        {ADDED: FUNDING},
        {(ADDED, ""): "Financement!B67", (ADDED, "montant"): "Financement!D67"},
    ),
    Case(
        "a funding edited",
        {(REGISTER, "D65"): 16, (REGISTER, "E65"): "décaissé"},
        {
            STATE: {
                "bailleur": "Etat", "annee": 2030, "montant": 16, "statut": "décaissé",
                "reference": "Loi 1",
            },
        },
        {(STATE, "montant"): "Financement!D65", (STATE, "statut"): "Financement!E65"},
    ),
    Case(
        "a funding blanked",
        {(REGISTER, f"{col}66"): None for col in "ABCDE"},
        {PLEDGE: None},
        {(PLEDGE, ""): "Financement!B66"},
    ),
    Case(
        "a funding that nothing tells from another",
        {
            (REGISTER, "A67"): A,
            (REGISTER, "B67"): "UNICEF",
            (REGISTER, "C67"): 2031,
            (REGISTER, "D67"): 7,
            (REGISTER, "E67"): "envisagé",
        },
        {
            Key(Kind.FUNDING, f"{PLEDGE.code} (2)"): {
                "bailleur": "UNICEF", "axe": "A", "annee": 2031, "montant": 7, "statut": "envisagé",
            },
        },
        {},
        (("alerte", "funding.twice", "Financement!B67"),),
    ),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_was_typed_comes_back(edited: Edited, case: Case) -> None:
    for (sheet, cell), typed in case.typed.items():
        edited.put(sheet, cell, typed)
    copy = edited.read()
    wanted = {**copy.version.base, **case.records}
    revised = {key: record for key, record in wanted.items() if record is not None}
    assert copy.version.revised == revised
    assert {at: copy.version.places.get(at) for at in case.places} == case.places
    assert told(copy) == list(case.said)


ERRORS: tuple[tuple[str, Mapping[tuple[str, str], Put], str, str], ...] = (
    ("a status", {(A, "P10"): "annulée"}, "status.unknown", "Axe A!P10"),
    ("a share", {(SETTINGS, "C5"): 22}, "share.odd", "Paramètres!C5"),
    ("a share in words", {(SETTINGS, "C5"): "un quart"}, "share.odd", "Paramètres!C5"),
    ("an error", {(SETTINGS, "C5"): Stored("#N/A", "e")}, "amount.error", "Paramètres!C5"),
    ("a base", {(SETTINGS, "C7"): "Corrigée"}, "base.unknown", "Paramètres!C7"),
    ("no base", {(SETTINGS, "C7"): None}, "base.unknown", "Paramètres!C7"),
    ("a currency", {(SETTINGS, "C12"): "euro"}, "currency.odd", "Paramètres!C12"),
    (
        "a rate without a date",
        {(SETTINGS, "A21"): "USD", (SETTINGS, "C21"): 600},
        "rate.partial",
        "Paramètres!A21",
    ),
    (
        "a rate of nothing",
        {(SETTINGS, "A21"): "USD", (SETTINGS, "C21"): 0, (SETTINGS, "D21"): "hier"},
        "rate.partial",
        "Paramètres!A21",
    ),
    (
        "a rate that is known",
        {(SETTINGS, "A21"): "EUR", (SETTINGS, "C21"): 600, (SETTINGS, "D21"): "hier"},
        "rate.known",
        "Paramètres!A21",
    ),
    ("a ceiling", {(SUMMARY, "C51"): -1}, "amount.negative", "Synthèse!C51"),
    ("a ceiling of no amount", {(SUMMARY, "C51"): "PM"}, "amount.text", "Synthèse!C51"),
    ("a ceiling where none was", {(SUMMARY, "C52"): "pm"}, "amount.text", "Synthèse!C52"),
    ("a year of PTA", {("PTA", "C4"): "PM"}, "funding.year", "PTA!C4"),
    ("a share of nothing", {(SETTINGS, "C5"): "PM"}, "share.odd", "Paramètres!C5"),
    ("a funding below zero", {(REGISTER, "D65"): -5}, "amount.negative", "Financement!D65"),
    ("a funding of no cost", {(REGISTER, "D65"): "PM"}, "amount.text", "Financement!D65"),
    ("a funding of no year", {(REGISTER, "C65"): "PM"}, "amount.text", "Financement!C65"),
    ("a funding without a funder", {(REGISTER, "B65"): None}, "funding.partial", "Financement!B65"),
    (
        "a funding without an amount",
        {(REGISTER, "D65"): None},
        "funding.partial",
        "Financement!B65",
    ),
    ("a funding of no axis", {(REGISTER, "A65"): "Axe Z"}, "funding.axis", "Financement!A65"),
    ("a funding of another year", {(REGISTER, "C65"): 2040}, "funding.year", "Financement!C65"),
    (
        "a funding of another status",
        {(REGISTER, "E65"): "promis"},
        "status.unknown",
        "Financement!E65",
    ),
    (
        "a funding under the register",
        {(REGISTER, "B110"): "UE"},
        "funding.below",
        "Financement!B110",
    ),
)


@pytest.mark.parametrize("case", ERRORS, ids=lambda case: case[0])
def test_what_is_wrong_in_the_other_inputs(
    edited: Edited, case: tuple[str, Mapping[tuple[str, str], Put], str, str]
) -> None:
    _, typed, rule, place = case
    for (sheet, cell), value in typed.items():
        edited.put(sheet, cell, value)
    copy = edited.read()
    assert told(copy) == [("erreur", rule, place)]
    fundings = [
        {key: record for key, record in facts.items() if key.kind is Kind.FUNDING}
        for facts in (copy.version.base, copy.version.revised)
    ]
    assert fundings[0] == fundings[1]


def test_all_that_is_wrong_in_a_funding_is_told_and_nothing_of_it_is_listed(
    edited: Edited, source: Path
) -> None:
    """What is right on its row, here the funder, waits for what is wrong."""
    for cell, value in {"B66": "OIM", "C66": None, "D66": -5, "E66": "promis"}.items():
        edited.put(REGISTER, cell, value)
    found = come_back(edited, source)
    assert said(found) == [
        ("erreur", "amount.negative", "Financement!D66"),
        ("erreur", "status.unknown", "Financement!E66"),
        ("erreur", "funding.partial", "Financement!B66"),
    ]
    assert found.changes == ()


def test_what_a_copy_says_of_itself(edited: Edited) -> None:
    """Its date may be a text, or a date of the spreadsheet."""
    typed: dict[str, Put] = {
        "B12": "A. Koné",
        "B13": "DGB",
        "B14": Stored("46351", look=14),
        "B15": Stored("2"),
    }
    for cell, value in typed.items():
        edited.put("Accueil", cell, value)
    copy = edited.read()
    assert copy.origin == {
        "who": "A. Koné", "service": "DGB", "date": "25/11/2026", "version": "2",
    }  # fmt: skip
    assert copy.version.revised == copy.version.base


@pytest.mark.parametrize("place", [2, 3])
def test_a_rate_beside_an_inserted_column(edited: Edited, place: int) -> None:
    """Names follow their cells, as programs have them do."""
    if place == 2:
        edited.replace(BOOK, f"'{SETTINGS}'!$C$", f"'{SETTINGS}'!$D$")
    typed: dict[str, Put] = {"A21": "USD", "C21": 600.5, "D21": "25/11/2026"}
    for cell, value in typed.items():
        edited.put(SETTINGS, cell, value)
    copy = edited.insert_column(SETTINGS, place).read()
    assert copy.version.revised[RATE] == {"taux": 600.5, "date": "25/11/2026"}
    assert copy.version.places[RATE, ""] == "Paramètres!A21"
    assert told(copy) == []


def test_the_code_of_a_locked_rate_typed_over(edited: Edited) -> None:
    copy = edited.put(SETTINGS, "A20", "XOF").read()
    assert told(copy) == [
        ("erreur", "rate.changed", "Paramètres!A21"),
        ("remarque", "cell.over", "Paramètres!A20"),
    ]
    assert (copy.findings[0].found, copy.findings[0].expected) == ("EUR introuvable", "EUR")
