"""Two copies that type into inputs of every kind: what joins, and what is told of what clashes.

Each is told with both values, whose they are and the cell.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.copies.reading import read_copy
from generator.merging.changes import apply
from generator.merging.facts import Facts, Key, Kind, Record
from generator.merging.threeway import Copy, merge
from generator.reports.changes import conflicts_text
from tests.copies.edited import Edited, Put
from tests.reader.archives import Parts

pytestmark = pytest.mark.slow
A, PTA, REGISTER, SETTINGS, SUMMARY = "Axe A", "PTA", "Financement", "Paramètres", "Synthèse"
Typed = Mapping[tuple[str, str], Put]

CEILING, STATE = Key(Kind.CEILING, "A"), Key(Kind.FUNDING, "Etat · - · 2030 · Loi 1")
DECIDED, SPREAD = Key(Kind.DECISION, "A-2"), Key(Kind.QUARTERS, "A-1")
UNDECIDED, UNSPREAD = Key(Kind.DECISION, "A-1"), Key(Kind.QUARTERS, "A-3")
UNCAPPED, ADDED = Key(Kind.CEILING, "B"), Key(Kind.FUNDING, "UE · A · 2032 · -")
RATE, YEAR = Key(Kind.RATE, "USD"), Key(Kind.SETTING, "annee_pta")
SHARE, COUNTER = Key(Kind.SETTING, "part_etat"), Key(Kind.SETTING, "contre_valeur")
LAW: Record = {"bailleur": "Etat", "annee": 2030, "reference": "Loi 1"}


def pledge(amount: int, status: str = "confirmé", row: int = 67) -> Typed:
    """Return a pledge of the Union for 2032, in a row of the register."""
    cells: dict[str, Put] = {"A": A, "B": "UE", "C": 2032, "D": amount, "E": status}
    return {(REGISTER, f"{col}{row}"): typed for col, typed in cells.items()}


def rate(value: float, date: str = "lundi") -> Typed:
    return {(SETTINGS, "A21"): "USD", (SETTINGS, "C21"): value, (SETTINGS, "D21"): date}


def new(label: str, structure: str = "MEF") -> Typed:
    return {(A, "B12"): label, (A, "C12"): structure, (A, "F12"): 3}


UNION: Record = {"bailleur": "UE", "axe": "A", "annee": 2032, "montant": 7, "statut": "confirmé"}
WORKSHOP: Record = {
    "axe": "A", "objectif": "A.1", "action": "A.1.1", "activite": "Atelier", "responsable": "MEF",
    "2030": 3,
}  # fmt: skip
UNFUNDED: Typed = {(REGISTER, f"{col}65"): None for col in "BCDEF"}


class Joins(NamedTuple):
    """What two copies type, and the record that comes of it; None for one that goes."""

    name: str
    first: Typed
    second: Typed
    key: Key
    record: Record | None


JOINS = (
    # the same edit twice is one
    Joins("ceiling", {(SUMMARY, "C51"): 5}, {(SUMMARY, "C51"): 5}, CEILING,
          {"2030": 5, "2032": 300}),
    Joins("funding", {(REGISTER, "D65"): 16}, {(REGISTER, "D65"): "16"}, STATE,
          {**LAW, "montant": 16, "statut": "confirmé"}),
    Joins("share", {(SETTINGS, "C5"): 0.3}, {(SETTINGS, "C5"): "30 %"}, SHARE, {"valeur": 0.3}),
    Joins("work year", {(PTA, "C4"): 2032}, {(PTA, "C4"): 2032}, YEAR, {"valeur": 2032}),
    Joins("quarters", {(PTA, "H7"): 6}, {(PTA, "H7"): 6}, SPREAD,
          {"T1 2031": 6, "T2 2031": 10, "T4 2031": 0}),
    Joins("reason", {(A, "Q11"): "Vu"}, {(A, "Q11"): "Vu"}, DECIDED,
          {"statut": "reportée", "motif": "Vu"}),
    # disjoint edits join
    Joins("ceilings of two years", {(SUMMARY, "C51"): 5}, {(SUMMARY, "D51"): 6}, CEILING,
          {"2030": 5, "2031": 6, "2032": 300}),
    Joins("amount and status of a funding", {(REGISTER, "D65"): 16},
          {(REGISTER, "E65"): "décaissé"}, STATE, {**LAW, "montant": 16, "statut": "décaissé"}),
    Joins("two quarters", {(PTA, "H7"): None}, {(PTA, "J7"): 8}, SPREAD,
          {"T2 2031": 10, "T3 2031": 8, "T4 2031": 0}),
    Joins("status and reason", {(A, "P11"): "retirée"}, {(A, "Q11"): "Vu"}, DECIDED,
          {"statut": "retirée", "motif": "Vu"}),
    # and where there was nothing
    Joins("first ceilings", {(SUMMARY, "C52"): 5}, {(SUMMARY, "D52"): 6}, UNCAPPED,
          {"2030": 5, "2031": 6}),
    Joins("first quarters", {(PTA, "H11"): 5}, {(PTA, "I11"): 6}, UNSPREAD,
          {"T1 2031": 5, "T2 2031": 6}),
    Joins("first status and reason", {(A, "P10"): "retirée"}, {(A, "Q10"): "Vu"}, UNDECIDED,
          {"statut": "retirée", "motif": "Vu"}),
    # both delete
    Joins("ceiling emptied", {(SUMMARY, "E51"): None}, {(SUMMARY, "C51"): None}, CEILING, None),
    Joins("funding blanked", UNFUNDED, UNFUNDED, STATE, None),
    Joins("status, then its reason", {(A, "P11"): None}, {(A, "Q11"): None}, DECIDED, None),
    Joins("no currency", {(SETTINGS, "C12"): None}, {(SETTINGS, "C12"): None}, COUNTER, None),
    # the same addition twice is one
    Joins("new funding", pledge(7), pledge(7, row=70), ADDED, UNION),
    Joins("new rate", rate(600.5), rate(600.5), RATE, {"taux": 600.5, "date": "lundi"}),
    Joins("new activity", new("Atelier"), new("Atelier"), Key(Kind.ACTIVITY, "A-5"), WORKSHOP),
)  # fmt: skip


class Clashes(NamedTuple):
    """What two copies, `a` and `b`, type, and what is told of it."""

    name: str
    first: Typed
    second: Typed
    told: tuple[str, ...]


FIELD, GONE = "valeurs différentes", "supprimé d'un côté, modifié de l'autre"
NEITHER = "même code, contenus différents"
BOTH = "    garder toutes : A-5 reste à « a » ; A-6 va à « b »"
UNKNOWN, NOW = "    la matrice actuelle : ne l'a pas", "    la matrice actuelle :"
TWINS = (
    "même bailleur, axe, année et référence, contenus différents : si ce sont deux financements, "
    "donnez à chacun sa référence dans sa copie"
)

CLASHES = (
    Clashes("ceiling", {(SUMMARY, "C51"): 5}, {(SUMMARY, "C51"): 6}, (
        f"- plafond A, 2030 : {FIELD}", f"{NOW} 100", "    a (Synthèse!C51) : 5",
        "    b (Synthèse!C51) : 6")),
    Clashes("ceiling emptied", {(SUMMARY, "C51"): None, (SUMMARY, "E51"): None},
            {(SUMMARY, "C51"): 6}, (
        f"- plafond A, 2030 : {FIELD}", f"{NOW} 100", "    a (Synthèse!C51) : vide",
        "    b (Synthèse!C51) : 6")),
    Clashes("first ceiling", {(SUMMARY, "C52"): 5}, {(SUMMARY, "C52"): 6}, (
        f"- plafond B, 2030 : {FIELD}", f"{NOW} vide", "    a (Synthèse!C52) : 5",
        "    b (Synthèse!C52) : 6")),
    Clashes("quarter", {(PTA, "H7"): 6}, {(PTA, "H7"): None}, (
        f"- trimestres A-1, T1 2031 : {FIELD}", f"{NOW} 5", "    a (PTA!H7) : 6",
        "    b (PTA!H7) : vide")),
    Clashes("status", {(A, "P10"): "retirée", (A, "Q10"): "Vu"}, {(A, "P10"): "reportée"}, (
        f"- statut A-1, statut : {FIELD}", f"{NOW} vide", "    a (Axe A!P10) : « retirée »",
        "    b (Axe A!P10) : « reportée »")),
    Clashes("reason of a status that goes", {(A, "P11"): None, (A, "Q11"): None},
            {(A, "Q11"): "Vu"}, (
        f"- statut A-2 : {GONE}", f"{NOW} statut « reportée », motif « Faute de crédits »",
        "    a (Axe A!P11) : supprimé", "    b (Axe A!P11) : statut « reportée », motif « Vu »")),
    Clashes("share", {(SETTINGS, "C5"): 0.3}, {(SETTINGS, "C5"): None}, (
        f"- paramètre part_etat, valeur : {FIELD}", f"{NOW} 0,22", "    a (Paramètres!C5) : 0,3",
        "    b (Paramètres!C5) : vide")),
    Clashes("work year", {(PTA, "C4"): 2030}, {(PTA, "C4"): 2032}, (
        f"- paramètre annee_pta, valeur : {FIELD}", f"{NOW} 2031", "    a (PTA!C4) : 2030",
        "    b (PTA!C4) : 2032")),
    Clashes("new rate", rate(600.5), rate(610.5), (
        f"- taux USD : {NEITHER}", UNKNOWN, "    a (Paramètres!A21) : taux 600,5, date « lundi »",
        "    b (Paramètres!A21) : taux 610,5, date « lundi »")),
    Clashes("funding", {(REGISTER, "D65"): 16}, {(REGISTER, "D65"): 17}, (
        f"- financement Etat · - · 2030 · Loi 1, montant : {FIELD}", f"{NOW} 15",
        "    a (Financement!D65) : 16", "    b (Financement!D65) : 17")),
    Clashes("funding blanked", UNFUNDED, {(REGISTER, "D65"): 17}, (
        f"- financement Etat · - · 2030 · Loi 1 : {GONE}", f"{NOW} Etat, montant 15",
        "    a (Financement!B65) : supprimé", "    b (Financement!B65) : Etat, montant 17")),
    Clashes("new funding", pledge(7), pledge(8, row=70), (
        f"- financement UE · A · 2032 · - : {TWINS}", UNKNOWN,
        "    a (Financement!B67) : UE, montant 7", "    b (Financement!B70) : UE, montant 8")),
    Clashes("new funding of another status", pledge(7), pledge(7, "envisagé"), (
        f"- financement UE · A · 2032 · - : {TWINS}", UNKNOWN,
        "    a (Financement!B67) : UE, montant 7, statut « confirmé »",
        "    b (Financement!B67) : UE, montant 7, statut « envisagé »")),
    Clashes("new activity", new("Atelier"), new("Forum"), (
        f"- activité A-5 : {NEITHER}", UNKNOWN, "    a (Axe A!A12) : Atelier, 2030 3",
        "    b (Axe A!A12) : Forum, 2030 3", BOTH)),
    Clashes("new activity of another structure", new("Atelier"), new("Atelier", "ONG"), (
        f"- activité A-5 : {NEITHER}", UNKNOWN,
        "    a (Axe A!A12) : Atelier, 2030 3, responsable « MEF »",
        "    b (Axe A!A12) : Atelier, 2030 3, responsable « ONG »",
        BOTH)),
)  # fmt: skip


def copies(parts: Parts, folder: Path, *typed: Typed) -> list[Copy]:
    """Return what is read of copies with something typed into each; they are `a` and `b`."""
    found = []
    for name, cells in zip("ab", typed, strict=True):
        edited = Edited(dict(parts), folder / f"{name}.xlsx")
        for (sheet, cell), value in cells.items():
            edited.put(sheet, cell, value)
        found.append(read_copy(edited.save()).version._replace(name=name))
    return found


def merged(current: Facts, *versions: Copy) -> Facts:
    result = merge(current, versions)
    assert result.conflicts == ()
    return apply(current, result.changes)


@pytest.mark.parametrize("case", JOINS, ids=lambda case: case.name)
def test_what_joins(parts: Parts, tmp_path: Path, case: Joins) -> None:
    """Together or one after the other, in any order; merged again, nothing is left."""
    first, second = copies(parts, tmp_path, case.first, case.second)
    base = first.base
    after = merged(base, first, second)
    assert after.get(case.key) == case.record
    assert {key for key in {**base, **after} if base.get(key) != after.get(key)} == {case.key}
    for one, other in itertools.permutations((first, second)):
        assert merged(base, one, other) == merged(merged(base, one), other) == after
        assert merge(after, [one, other]) == ((), ())


@pytest.mark.parametrize("case", CLASHES, ids=lambda case: case.name)
def test_what_clashes(parts: Parts, tmp_path: Path, case: Clashes) -> None:
    versions = copies(parts, tmp_path, case.first, case.second)
    base = versions[0].base
    for order in itertools.permutations(versions):
        conflicts = merge(base, order).conflicts
        assert conflicts_text(conflicts).splitlines() == list(case.told)
