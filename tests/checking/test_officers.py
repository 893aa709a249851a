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
UNEXPLAINED = (
    "Rapprochement : Publié - écarts du document = Adopté, à chaque niveau et chaque année "
    "(nombre de niveaux non expliqués)"
)
REGISTER = "Ajustements : Le registre égale révisé moins base"
COMPLETE = "Axe I : Tout montant de la feuille est dans un bloc et dans le total"

Told = tuple[str, str, str, str]


def alert(label: str) -> Told:
    """Return an alert of *Contrôles*, by what it watches: its row depends on the others."""
    return ("alerte", "check.alert", "Contrôles", label)


def failed(label: str) -> Told:
    """Return an error of *Contrôles*, by what it watches."""
    return ("erreur", "check.failed", "Contrôles", label)


YEARS = alert("Ajustements : Transferts neutres par année (révisé moins base)")
UNEVEN = {
    YEARS,
    alert("Ajustements : Transferts neutres par axe (somme des écarts, sans signe)"),
    alert("Ajustements : Transferts neutres au total (révisé moins base)"),
}
CHANGED = alert("Axe I : Activités dont un montant diffère de la base")
INSERTED = alert("Axe I : Lignes insérées (+) ou supprimées (-) depuis la production")
BRIDGED = alert("Rapprochement : Montant des lignes insérées, inconnues d'Activités")

HONEST: dict[str, tuple[Sequence[Edit], set[Told]]] = {
    "nothing": ([], set()),
    "an amount": (
        [SetCell(A, "F13", 37_500_001)],
        {("alerte", "input.changed", A, "F13"), CHANGED, *UNEVEN},
    ),
    "an amount moved between years": (
        [SetCell(A, "F13", 30_000_000), SetCell(A, "G13", 7_500_000)],
        {("alerte", "input.changed", A, "F13:G13"), CHANGED, YEARS},
    ),
    "an amount emptied": (
        [SetCell(A, "F13", None)],
        {("alerte", "input.changed", A, "F13"), CHANGED, *UNEVEN},
    ),
    "a reserve row filled": (
        [SetCell(A, "B17", "Nouvelle activité"), SetCell(A, "F17", 1_000)],
        {
            ("alerte", "input.filled", A, "B17"),
            CHANGED,
            *UNEVEN,
            alert("Activités : Activités ajoutées dans les lignes de réserve"),
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
    "a status and its reason": (
        [SetCell(A, "T13", "reportée"), SetCell(A, "U13", "En attente")],
        {("alerte", "input.decided", A, "T13:U13")},
    ),
    "a ceiling": (
        [SetCell("Synthèse", "C54", 1_000_000_000)],
        {("alerte", "ceiling.changed", "Synthèse", "C54")},
    ),
    "a ceiling that is passed": (
        [SetCell("Synthèse", "C54", 382_499_999)],
        {
            ("alerte", "ceiling.changed", "Synthèse", "C54"),
            alert("Synthèse : Montants au-dessus d'un plafond (somme des dépassements)"),
        },
    ),
    "whose copy it is": (
        [SetCell("Accueil", "B12", "K. Yao")],
        {("remarque", "copy.said", "Accueil", "B12")},
    ),
    "a row inserted on top of an action": (
        [Unprotect(A), InsertRows(A, 13), SetCell(A, "B13", "Insérée"), SetCell(A, "F13", 1_000)],
        {OPEN, ("alerte", "row.inserted", A, "13:13"), INSERTED, BRIDGED, *UNEVEN},
    ),
    "a blank row inserted above the first anchor": (
        [Unprotect(A), InsertRows(A, 12)],
        {OPEN, INSERTED},
    ),
    "a blank row inserted in the head": ([Unprotect(A), InsertRows(A, 3)], {OPEN}),
    "a row inserted inside": (
        [Unprotect(A), InsertRows(A, 15), SetCell(A, "F15", 1_000)],
        {OPEN, ("alerte", "row.inserted", A, "15:15"), INSERTED, BRIDGED, *UNEVEN},
    ),
    "a row inserted at the foot of an action": (
        [Unprotect(A), InsertRows(A, 18), SetCell(A, "F18", 1_000)],
        {OPEN, ("alerte", "row.inserted", A, "18:18"), INSERTED, BRIDGED, *UNEVEN},
    ),
}


def told(path: Path) -> set[Told]:
    """Return (class, rule, sheet, cell) of the findings; for a check what it watches."""
    return {
        (f.severity, f.rule, f.sheet, plain(f.found) if f.rule.startswith("check.") else f.cell)
        for f in check_workbook(path)
    }


def plain(text: str) -> str:
    """Return a text with plain spaces."""
    return text.replace("\u00a0", " ")


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
            failed("Axe I : Aucun montant n'est du texte"),
            failed(REGISTER),  # a difference with a text is an error
        },
    ),
    "a row of amounts between two actions": (
        [Unprotect(A), InsertRows(A, 19), SetCell(A, "F19", 1_000)],
        {
            ("erreur", "row.outside", A, "19:19"),
            failed(COMPLETE),
        },
    ),
    "an amount far below the total": (
        [Unprotect(A), SetCell(A, "F100", 1_000)],
        {
            ("erreur", "cell.foreign", A, "F100"),
            failed(COMPLETE),
        },
    ),
    "a documented gap changed": (
        [Unprotect("Rapprochement"), SetCell("Rapprochement", "F6", 1)],
        {failed(UNEXPLAINED)},
    ),
    "a base amount changed": (
        [Unprotect(A), SetCell(A, "N13", 1)],
        {
            failed("Axe I : La base égale la matrice d'origine"),
            failed(REGISTER),
            failed(UNEXPLAINED),
            failed("Activités : Activités : les montants de base égalent ceux de la source"),
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
    assert len(found) < 40  # what reads the row, on five sheets, is not told cell by cell


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
