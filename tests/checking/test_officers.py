"""An officer's edits in LibreOffice, saved there: what `check` says of each, worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.checking import check_workbook
from tests.engines.edits import DeleteRows, Edit, InsertRows, SetCell, Unprotect
from tests.engines.libreoffice import LibreOffice
from tests.workbook.built import Built

A = "Axe I"
SAVED = ("remarque", "origin.program", "", "")
OPEN = ("alerte", "R09.unprotected", A, "")
CHANGED = ("alerte", "check.alert", "Contrôles", "K41")
INSERTED = ("alerte", "check.alert", "Contrôles", "K40")
BRIDGED = ("alerte", "check.alert", "Contrôles", "K98")

Told = tuple[str, str, str, str]

HONEST: dict[str, tuple[Sequence[Edit], set[Told]]] = {
    "nothing": ([], set()),
    "an amount": (
        [SetCell(A, "F13", 37_500_001)],
        {("alerte", "input.changed", A, "F13"), CHANGED},
    ),
    "an amount moved between years": (
        [SetCell(A, "F13", 30_000_000), SetCell(A, "G13", 7_500_000)],
        {("alerte", "input.changed", A, "F13:G13"), CHANGED},
    ),
    "an amount emptied": (
        [SetCell(A, "F13", None)],
        {("alerte", "input.changed", A, "F13"), CHANGED},
    ),
    "a reserve row filled": (
        [SetCell(A, "B17", "Nouvelle activité"), SetCell(A, "F17", 1_000)],
        {
            ("alerte", "input.filled", A, "B17"),
            CHANGED,
            ("alerte", "check.alert", "Contrôles", "K105"),
        },
    ),
    "the share": (
        [SetCell("Paramètres", "C5", 0.3)],
        {("alerte", "parameter.changed", "Paramètres", "C5")},
    ),
    "the base of totals": (
        [SetCell("Paramètres", "C7", "Recalculée")],
        {("alerte", "parameter.changed", "Paramètres", "C7")},
    ),
    "a row inserted on top of an action": (
        [Unprotect(A), InsertRows(A, 13), SetCell(A, "B13", "Insérée"), SetCell(A, "F13", 1_000)],
        {OPEN, ("alerte", "row.inserted", A, "13:13"), INSERTED, BRIDGED},
    ),
    "a blank row inserted above the first anchor": (
        [Unprotect(A), InsertRows(A, 12)],
        {OPEN, INSERTED},
    ),
    "a blank row inserted in the head": ([Unprotect(A), InsertRows(A, 3)], {OPEN}),
    "a row inserted inside": (
        [Unprotect(A), InsertRows(A, 15), SetCell(A, "F15", 1_000)],
        {OPEN, ("alerte", "row.inserted", A, "15:15"), INSERTED, BRIDGED},
    ),
    "a row inserted at the foot of an action": (
        [Unprotect(A), InsertRows(A, 18), SetCell(A, "F18", 1_000)],
        {OPEN, ("alerte", "row.inserted", A, "18:18"), INSERTED, BRIDGED},
    ),
}


def told(path: Path) -> set[Told]:
    """Return (class, rule, sheet, cell) of what `check` says of a copy."""
    return {(f.severity, f.rule, f.sheet, f.cell) for f in check_workbook(path)}


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_edit_is_never_an_error(
    shipped: Built, libreoffice: LibreOffice, tmp_path: Path, name: str
) -> None:
    edits, expected = HONEST[name]
    target = tmp_path / "copie.xlsx"
    libreoffice.save_as(shipped.path, target, edits)
    assert told(target) == expected | {SAVED}


ANCHOR = "ligne d'ancrage de l'action I.1.1"

FAULTS: dict[str, tuple[Sequence[Edit], set[Told]]] = {
    "a total typed over with the right number": (
        [Unprotect(A), SetCell(A, "F10", 37_500_000)],
        {("erreur", "formula.typed", A, "F10")},
    ),
    "an amount typed as a text": (
        [SetCell(A, "F13", "37 500 000")],
        {
            ("erreur", "R11.text", A, "F13"),
            ("erreur", "check.failed", "Contrôles", "K36"),
        },
    ),
    "a row of amounts between two actions": (
        [Unprotect(A), InsertRows(A, 19), SetCell(A, "F19", 1_000)],
        {
            ("erreur", "row.outside", A, "19:19"),
            ("erreur", "check.failed", "Contrôles", "K31"),
        },
    ),
    "an amount far below the total": (
        [Unprotect(A), SetCell(A, "F100", 1_000)],
        {
            ("erreur", "cell.foreign", A, "F100"),
            ("erreur", "check.failed", "Contrôles", "K31"),
        },
    ),
    "a documented gap changed": (
        [Unprotect("Rapprochement"), SetCell("Rapprochement", "F6", 1)],
        {("erreur", "check.failed", "Contrôles", "K97")},
    ),
    "a base amount changed": (
        [Unprotect(A), SetCell(A, "N13", 1)],
        {
            ("erreur", "check.failed", "Contrôles", "K34"),
            ("erreur", "check.failed", "Contrôles", "K97"),
            ("erreur", "check.failed", "Contrôles", "K100"),
            ("erreur", "R12.sum", A, "M13"),
        },
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named(
    shipped: Built, libreoffice: LibreOffice, tmp_path: Path, name: str
) -> None:
    edits, expected = FAULTS[name]
    target = tmp_path / "copie.xlsx"
    libreoffice.save_as(shipped.path, target, edits)
    assert {found for found in told(target) if found[0] == "erreur"} == expected


def test_a_deleted_activity_is_named(
    shipped: Built, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    target = tmp_path / "copie.xlsx"
    libreoffice.save_as(shipped.path, target, [Unprotect(A), DeleteRows(A, 14)])
    found = check_workbook(target)
    (gone,) = [finding for finding in found if finding.rule == "row.gone"]
    assert (gone.severity, gone.sheet, gone.found) == ("erreur", A, "I-1.1.2")
    assert found[0] == gone
    assert len(found) < 30  # what reads the row is not told cell by cell


@pytest.mark.parametrize(("row", "name"), [(12, "Indicateur I.1.1"), (18, ANCHOR)])
def test_a_deleted_anchor_is_named(
    shipped: Built, libreoffice: LibreOffice, tmp_path: Path, row: int, name: str
) -> None:
    target = tmp_path / "copie.xlsx"
    libreoffice.save_as(shipped.path, target, [Unprotect(A), DeleteRows(A, row)])
    found = check_workbook(target)
    assert (found[0].rule, found[0].sheet, found[0].found) == ("row.gone", A, name)


def test_a_deleted_line_of_the_list_is_named(
    shipped: Built, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    target = tmp_path / "copie.xlsx"
    libreoffice.save_as(shipped.path, target, [Unprotect("Activités"), DeleteRows("Activités", 5)])
    found = check_workbook(target)[0]
    assert (found.rule, found.sheet) == ("line.gone", "Activités")
    assert found.found == "I · I.1 · I.1.1 · activité · I-1.1.1"
