"""Ten sessions of a finance officer in LibreOffice, saved there: figures by hand, then `check`.

From the document: I-2.1.4 holds 50 M in each year, I-1.1.1 37,5 M in 2016 and in 2020; the
activities come to 8 692 M and the published plan to 8 802 M, 2 226 M in 2018 and 1 485 M in 2019;
axis I to 382,5 M in 2016; axis IV to 760 M published and 860 M computed; III-2.1.3 is PM.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.checking import check_workbook
from generator.errors import CellFinding
from tests.engines.edits import Edit, SortRows, Unprotect
from tests.engines.libreoffice import LibreOffice
from tests.engines.stored import stored_values
from tests.engines.values import Sheets
from tests.workbook.built import Built
from tests.workbook.officers import typed

AXIS, SUMMARY, FINANCING = "Axe I", "Synthèse", "Financement"
WEEK, STUDY, COSTLESS = "I-2.1.4", "I-1.1.1", "III-2.1.3"


class Session(NamedTuple):
    """A copy as it was saved: what it stores, and what is said of it."""

    built: Built
    sheets: Sheets
    found: list[CellFinding]

    def at(self, sheet: str, row: str, col: str) -> object:
        """Return what a cell stores."""
        return self.built.value(self.sheets, sheet, row, col)

    def said(self, severity: str) -> set[tuple[str, str]]:
        """Return (rule, what it is about) of a class; of a check, the sheet and what it watches."""
        return {
            (f.rule, f.found.replace("\u00a0", " ") if f.rule.startswith("check.") else f.sheet)
            for f in self.found
            if f.severity == severity
        }


Run = Callable[[Sequence[Edit]], Session]


@pytest.fixture
def run(shipped: Built, libreoffice: LibreOffice, tmp_path: Path) -> Run:
    def saved(edits: Sequence[Edit]) -> Session:
        target = tmp_path / "copie.xlsx"
        libreoffice.save_as(shipped.path, target, list(edits))
        return Session(shipped, stored_values(target), check_workbook(target))

    return saved


NEUTRAL_YEARS = ("check.alert", "Ajustements : Transferts neutres par année (révisé moins base)")
NEUTRAL = {
    NEUTRAL_YEARS,
    ("check.alert", "Ajustements : Transferts neutres par axe (somme des écarts, sans signe)"),
    ("check.alert", "Ajustements : Transferts neutres au total (révisé moins base)"),
}


def changed(sheet: str) -> set[tuple[str, str]]:
    """Return what is said of amounts that changed on an axis sheet."""
    label = f"{sheet} : Activités dont un montant diffère de la base"
    return {("input.changed", sheet), ("check.alert", label)}


def test_1_fifty_millions_move_from_2018_to_2019(shipped: Built, run: Run) -> None:
    session = run(
        [
            typed(shipped, AXIS, WEEK, "y2018", 0),
            typed(shipped, AXIS, WEEK, "y2019", 100_000_000),
            typed(shipped, AXIS, WEEK, "reason", "Semaine reportée d'un an"),
        ]
    )
    assert session.at(SUMMARY, "budget", "y2018") == 2_176_000_000
    assert session.at(SUMMARY, "budget", "y2019") == 1_535_000_000
    assert session.at(SUMMARY, "budget", "total") == 8_802_000_000
    assert session.at("Ajustements", f"line:{STUDY}", "code") == WEEK  # its first line
    assert session.at("Ajustements", "transfers", "status") == "neutre"
    assert session.said("erreur") == set()
    assert session.said("alerte") == changed(AXIS) | {NEUTRAL_YEARS, ("input.decided", AXIS)}


def test_2_an_axis_is_cut_by_a_tenth(shipped: Built, run: Run) -> None:
    axis = next(axis for axis in shipped.source.plan.axes if axis.code == "IV")
    edits: list[Edit] = [
        typed(shipped, axis.sheet, activity.code, f"y{year}", amount * 9 // 10)
        for action in axis.actions
        for activity in action.activities
        for year, amount in zip(shipped.source.plan.years, activity.years, strict=True)
        if amount
    ]
    session = run(edits)
    assert session.at("Axe IV", "total", "total") == 774_000_000
    assert session.at(SUMMARY, "budget", "total") == 8_716_000_000
    assert session.at(SUMMARY, "computed", "total") == 8_606_000_000
    assert session.at("Ajustements", "transfers", "total") == -86_000_000
    assert session.said("erreur") == set()
    assert session.said("alerte") == changed("Axe IV") | NEUTRAL


def test_3_an_activity_is_added(shipped: Built, run: Run) -> None:
    reserve = "reserve:I.1.1:0"
    session = run(
        [
            typed(shipped, AXIS, reserve, "label", "Étude d'impact"),
            typed(shipped, AXIS, reserve, "responsible", "CNCLTdP"),
            typed(shipped, AXIS, reserve, "partners", "PTF"),
            typed(shipped, AXIS, reserve, "y2017", 10_000_000),
        ]
    )
    assert session.at(AXIS, reserve, "code") == "I-1.1.5"
    assert session.at(SUMMARY, "budget", "total") == 8_812_000_000
    assert session.at(SUMMARY, "budget", "activities") == 95
    assert session.at("Structures", "partners:rest", "total") == 10_000_000
    assert session.said("erreur") == set()
    label = "Activités : Activités ajoutées dans les lignes de réserve"
    more = {("input.filled", AXIS), ("check.alert", label)}
    assert session.said("alerte") == (changed(AXIS) - {("input.changed", AXIS)}) | more | NEUTRAL


def test_4_a_costless_activity_gets_an_amount(shipped: Built, run: Run) -> None:
    session = run([typed(shipped, "Axe III", COSTLESS, "y2019", 20_000_000)])
    assert session.at("Axe III", COSTLESS, "total") == 20_000_000
    assert session.at(SUMMARY, "budget", "y2019") == 1_505_000_000
    assert session.at(SUMMARY, "budget", "total") == 8_822_000_000
    assert session.said("erreur") == set()
    assert session.said("alerte") == changed("Axe III") | NEUTRAL


def test_5_an_activity_is_withdrawn(shipped: Built, run: Run) -> None:
    session = run(
        [
            typed(shipped, AXIS, STUDY, "status", "retirée"),
            typed(shipped, AXIS, STUDY, "y2016", None),
            typed(shipped, AXIS, STUDY, "y2020", None),
        ]
    )
    assert session.at(SUMMARY, "budget", "total") == 8_727_000_000
    assert session.at("Ajustements", f"line:{STUDY}", "status") == "retirée"
    assert session.at("Ajustements", f"line:{STUDY}", "total") == -75_000_000
    assert session.said("erreur") == set()
    assert session.said("alerte") == changed(AXIS) | NEUTRAL | {("input.decided", AXIS)}


def test_6_a_ceiling_is_exceeded(shipped: Built, run: Run) -> None:
    session = run([typed(shipped, SUMMARY, "ceiling:I", "y2016", 380_000_000)])
    assert session.at(SUMMARY, "over:I", "y2016") == 2_500_000
    assert session.at(SUMMARY, "over:I", "share") == "dépassé"
    assert session.said("erreur") == set()
    label = "Synthèse : Montants au-dessus d'un plafond (somme des dépassements)"
    assert session.said("alerte") == {("ceiling.changed", SUMMARY), ("check.alert", label)}


def test_7_a_partner_is_confirmed(shipped: Built, run: Run) -> None:
    """300 M hoped for from UNICEF for axis II in 2017, then confirmed."""
    fields: dict[str, float | str] = {
        "axis": "Axe II",
        "label": "UNICEF",
        "y2016": 2017,
        "y2017": 300_000_000,
    }
    row = [typed(shipped, FINANCING, "pledge:0", col, value) for col, value in fields.items()]
    hoped = run([*row, typed(shipped, FINANCING, "pledge:0", "y2018", "envisagé")])
    assert hoped.at(FINANCING, "secured", "total") == 0
    assert hoped.at(FINANCING, "planned", "y2017") == 300_000_000
    session = run([*row, typed(shipped, FINANCING, "pledge:0", "y2018", "confirmé")])
    assert session.at(FINANCING, "secured", "y2017") == 300_000_000
    assert session.at(FINANCING, "rest", "total") == 8_502_000_000
    assert session.at(FINANCING, "rest:II", "y2017") == 926_000_000
    assert session.said("erreur") == set()
    assert session.said("alerte") == {("funding.changed", FINANCING)}


def test_8_the_share_becomes_30_per_cent(shipped: Built, run: Run) -> None:
    session = run([typed(shipped, "Paramètres", "Part_Etat", "value", 0.3)])
    assert session.at(SUMMARY, "state", "total") == pytest.approx(2_640_600_000)
    assert session.at(SUMMARY, "partners", "total") == pytest.approx(6_161_400_000)
    assert session.at(FINANCING, "short", "total") == pytest.approx(-2_640_600_000)
    assert session.said("erreur") == set()
    assert session.said("alerte") == {("parameter.changed", "Paramètres")}


def test_9_texts_are_pasted_over_amounts(shipped: Built, run: Run) -> None:
    session = run(
        [
            typed(shipped, AXIS, STUDY, "y2016", "37 500 000"),
            typed(shipped, AXIS, WEEK, "y2016", "50.000.000"),
        ]
    )
    pasted = {(f.sheet, f.cell) for f in session.found if f.rule == "R11.text"}
    assert pasted == {
        shipped.cell(AXIS, STUDY, "y2016"),
        shipped.cell(AXIS, WEEK, "y2016"),
    }
    assert ("check.failed", "Axe I : Aucun montant n'est du texte") in session.said("erreur")
    assert session.at(AXIS, "total", "y2016") == 382_500_000 - 87_500_000


def test_10_a_block_is_sorted_on_an_unprotected_sheet(shipped: Built, run: Run) -> None:
    """The sums hold; the list, which reads rows by their place, says so in red."""
    row = shipped.row(AXIS, STUDY)
    count = shipped.row(AXIS, "I-1.1.4") - row + 1
    session = run([Unprotect(AXIS), SortRows(AXIS, row, count, "A", descending=True)])
    assert session.sheets[AXIS][f"A{row}"] == "I-1.1.4"
    assert session.at(AXIS, "action:I.1.1", "total") == 150_000_000
    assert session.at(SUMMARY, "budget", "total") == 8_802_000_000
    left = "Activités : Chaque ligne porte encore le code avec lequel elle a été produite"
    quarters = "PTA : Chaque ligne de trimestres est restée avec son activité"
    assert session.said("erreur") == {
        ("check.failed", left),
        ("check.failed", quarters),
        ("formula.changed", "Activités"),
        ("formula.changed", "Ajustements"),
    }
    assert ("R09.unprotected", AXIS) in session.said("alerte")
