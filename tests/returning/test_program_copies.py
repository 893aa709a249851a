"""`import` of copies that went through other programs, edited there, one after the other."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest

from tests.copies.edited import BOOK, Edited, M
from tests.engines import gnumeric as gnumeric_engine
from tests.engines.edits import DeleteRows, Edit, InsertRows, SetCell, SortRows, Unprotect
from tests.engines.libreoffice import LibreOffice
from tests.reader.archives import read_archive
from tests.returning.conftest import Command
from tests.returning.copies import snapshot
from tests.returning.typed import CHANGES, I1, PLACE, STUDY, TYPED, changes, remarks
from tests.workbook.built import Built

pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("gnumeric"),
    pytest.mark.filterwarnings("ignore:Workbook contains no default style"),  # Gnumeric's files
]
RESAVED = ("remarque", "origin.program")
NEW = ("remarque", "activity.new")


class Desk(NamedTuple):
    """The programs of an officer, and a folder for what they save."""

    office: LibreOffice
    place: Path

    def by_libreoffice(self, path: Path, *edits: Edit, end: str = "xlsx") -> Path:
        """Return what LibreOffice saves of a workbook, once it is edited there."""
        target = self.place / f"{path.stem}-lo.{end}"
        self.office.save_as(path, target, edits)
        return target

    def by_gnumeric(self, path: Path) -> Path:
        """Return what Gnumeric saves of a workbook."""
        target = self.place / f"{path.stem}-gn.xlsx"
        gnumeric_engine.save_as(path, target)
        return target

    def by_openpyxl(self, path: Path) -> Path:
        """Return what openpyxl saves of a workbook."""
        target = self.place / f"{path.stem}-op.xlsx"
        openpyxl.load_workbook(path).save(target)
        return target


Road = Callable[[Desk, Path, list[Edit]], Path]
"""What is done to a workbook, and its edits in LibreOffice."""

ROADS: dict[str, Road] = {
    "LibreOffice": lambda desk, path, edits: desk.by_libreoffice(path, *edits),
    "LibreOffice, Gnumeric": lambda desk, path, edits: desk.by_gnumeric(
        desk.by_libreoffice(path, *edits)
    ),
    "Gnumeric, LibreOffice": lambda desk, path, edits: desk.by_libreoffice(
        desk.by_gnumeric(path), *edits
    ),
    "LibreOffice as .ods, LibreOffice": lambda desk, path, edits: desk.by_libreoffice(
        desk.by_libreoffice(path, *edits, end="ods")
    ),
    "LibreOffice as .ods, Gnumeric": lambda desk, path, edits: desk.by_gnumeric(
        desk.by_libreoffice(path, *edits, end="ods")
    ),
    "Gnumeric, openpyxl, LibreOffice, Gnumeric, openpyxl": lambda desk, path, edits: (
        desk.by_openpyxl(
            desk.by_gnumeric(desk.by_libreoffice(desk.by_openpyxl(desk.by_gnumeric(path)), *edits))
        )
    ),
}


@pytest.fixture
def desk(libreoffice: LibreOffice, tmp_path: Path) -> Desk:
    return Desk(libreoffice, tmp_path)


def told(command: Command, *args: str | Path, status: int = 0) -> dict[str, Any]:
    answer = command("import", *args, "--json")
    assert answer.status == status, answer.out
    found: dict[str, Any] = json.loads(answer.out)
    return found


@pytest.mark.parametrize("road", ROADS.values(), ids=ROADS)
def test_an_unedited_copy_changes_nothing(
    shipped: Built, desk: Desk, folder: Path, command: Command, road: Road
) -> None:
    before = snapshot(folder)
    said = told(command, road(desk, shipped.path, []), "--apply")
    assert (said["changements"], remarks(said)) == ([], [RESAVED])
    assert snapshot(folder) == before


@pytest.mark.parametrize("road", ROADS.values(), ids=ROADS)
def test_what_was_typed_is_all_that_changes(
    shipped: Built, desk: Desk, command: Command, road: Road
) -> None:
    edits: list[Edit] = [
        SetCell(*shipped.cell(sheet, row, col), value) for sheet, row, col, value in TYPED
    ]
    said = told(command, road(desk, shipped.path, edits))
    assert changes(said) == CHANGES
    assert len(said["changements"]) == len(CHANGES)
    assert remarks(said) == [NEW, RESAVED]


@pytest.mark.parametrize("road", ROADS.values(), ids=ROADS)
def test_rows_inserted_deleted_and_sorted(
    shipped: Built, desk: Desk, command: Command, road: Road
) -> None:
    """Action I.1.1: a row inserted above its second activity, its last one gone, then sorted.

    The deletion awaits its confirmation: status 1.
    """
    first, years = shipped.row(I1, STUDY), shipped.address(I1, STUDY, "y2016")[0]
    edits: list[Edit] = [
        Unprotect(I1),
        SetCell(I1, f"{years}{first}", 7),
        DeleteRows(I1, shipped.row(I1, "I-1.1.4")),
        InsertRows(I1, first + 1),
        SetCell(I1, f"A{first + 1}", "I-1.1.9"),
        SetCell(I1, f"B{first + 1}", "A la fin de la liste"),
        SetCell(I1, f"{years}{first + 1}", 5),
        SortRows(I1, first, 4, "B", descending=True),
    ]
    said = told(command, road(desk, shipped.path, edits), status=1)
    new = {**PLACE, "activite": "A la fin de la liste", "2016": 5}
    gone = {own for own in changes(said) if own[1] == "I-1.1.4"}
    assert changes(said) - gone == {
        ("activité", STUDY, "2016", 37_500_000, 7),
        *[("activité", "I-1.1.9", field, None, value) for field, value in new.items()],
    }
    assert {after for *_, after in gone} == {None}
    assert remarks(said) == [NEW, ("alerte", "activity.gone"), RESAVED]


def test_what_was_typed_in_gnumeric(shipped: Built, desk: Desk, command: Command) -> None:
    """It types as a person does, into the sheet that the workbook opens on."""
    edited = Edited(read_archive(shipped.path), desk.place / "copie.xlsx")
    typed = {
        shipped.address(I1, row, col): text
        for row, col, text in (
            (STUDY, "y2016", "12500000"),
            (STUDY, "y2017", "'37 500 000"),
            ("I-1.1.2", "status", "reportée"),
            ("reserve:I.1.1:0", "label", "Former"),
            ("reserve:I.1.1:0", "y2018", "1000000"),
        )
    }
    target = desk.place / "tapee.xlsx"
    gnumeric_engine.save_as(left_open_on(edited, I1).save(), target, typed)
    said = told(command, target)
    new = {**PLACE, "activite": "Former", "2018": 1_000_000}
    assert changes(said) == {
        ("activité", STUDY, "2016", 37_500_000, 12_500_000),
        ("activité", STUDY, "2017", None, 37_500_000),
        ("statut", "I-1.1.2", "statut", None, "reportée"),
        *[("activité", "I-1.1.5", field, None, value) for field, value in new.items()],
    }
    assert sorted(remarks(said)) == sorted([("remarque", "amount.converted"), NEW, RESAVED])


def left_open_on(edited: Edited, sheet: str) -> Edited:
    """Have the workbook open on a sheet, where it was left."""
    names = [str(own.get("name")) for own in edited.tree(BOOK).iter(f"{M}sheet")]
    for view in edited.tree(BOOK).iter(f"{M}workbookView"):
        view.set("activeTab", str(names.index(sheet)))
    for name in names:
        for view in edited.tree(edited.part(name)).iter(f"{M}sheetView"):
            view.set("tabSelected", str(int(name == sheet)))
    return edited
