"""Sound workbooks, whoever made them and saved them last, break no rule."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.labels import LANGUAGES, Language
from generator.reader import open_workbook
from generator.reader.opened import OpenedWorkbook
from generator.rules import find_faults
from generator.workbook import build_folder
from tests.engines.edits import Edit, InsertRows, SetCell, Unprotect
from tests.engines.gnumeric import _convert
from tests.engines.libreoffice import LibreOffice
from tests.engines.values import Engine
from tests.proof.folder import Folder
from tests.proof.plans import folders
from tests.proof.settings import proof, tell
from tests.workbook.built import Built

AXIS = "Axe I"
FREE = {"R22.raised"}
"""What a drawn plan may raise: an activity without any cost, a share that is not given."""


def found(workbook: OpenedWorkbook, severity: str) -> set[tuple[str, str, str]]:
    faults = [fault for fault in find_faults(workbook) if fault.severity == severity]
    return {(fault.rule, fault.sheet, fault.cell) for fault in faults}


def test_the_shipped_workbook_has_no_fault(opened: OpenedWorkbook) -> None:
    """It breaks no rule, not even a rule of thumb."""
    assert find_faults(opened) == []


@pytest.mark.slow
@proof(short=12, long=1000)
@given(folders(), st.sampled_from(LANGUAGES))
def test_no_drawn_plan_breaks_a_rule(
    tmp_path_factory: pytest.TempPathFactory, folder: Folder, language: Language
) -> None:
    tell(folder)
    place = tmp_path_factory.mktemp("drawn")
    _, data = build_folder(folder.write(place / "source"), language)
    path = place / "drawn.xlsx"
    path.write_bytes(data)
    drawn = open_workbook(path)
    assert found(drawn, "erreur") == set()
    assert {rule for rule, _, _ in found(drawn, "alerte")} <= FREE


def test_a_copy_that_gnumeric_saved(
    shipped: Built,
    gnumeric: Engine,  # noqa: ARG001 - it is there
    tmp_path: Path,
) -> None:
    target = tmp_path / "copy.xlsx"
    _convert(shipped.path, target, home=str(tmp_path))
    copy = open_workbook(target)
    assert copy.application == "gnumeric"
    assert found(copy, "erreur") | found(copy, "alerte") == set()


def edited(office: LibreOffice, shipped: Built, folder: Path, edits: list[Edit]) -> OpenedWorkbook:
    target = folder / "edited.xlsx"
    office.save_as(shipped.path, target, edits)
    return open_workbook(target)


def test_a_copy_that_libreoffice_saved(
    shipped: Built, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    copy = edited(libreoffice, shipped, tmp_path, [])
    assert copy.application.startswith("LibreOffice")
    assert found(copy, "erreur") | found(copy, "alerte") == set()


def test_honest_edits_are_no_errors(
    shipped: Built, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    """An amount changes, a PM gets one, a reserve row is filled."""
    cells: Mapping[tuple[str, str], float | str] = {
        shipped.cell(AXIS, "I-1.1.1", "y2016"): 40_000_000,
        shipped.cell(AXIS, "reserve:I.1.1:0", "label"): "Une étude de plus",
        shipped.cell(AXIS, "reserve:I.1.1:0", "y2017"): 5_000_000,
        shipped.cell("Paramètres", "Part_Etat", "value"): 0.3,
    }
    edits: list[Edit] = [SetCell(*place, value) for place, value in cells.items()]
    copy = edited(libreoffice, shipped, tmp_path, edits)
    assert found(copy, "erreur") == set()
    assert {rule for rule, _, _ in found(copy, "alerte")} == {"R22.raised"}


@pytest.mark.parametrize("above", ["I-1.1.1", "I-1.1.3", "fin:I.1.1"])
def test_an_inserted_row_is_an_alert(
    shipped: Built, libreoffice: LibreOffice, tmp_path: Path, above: str
) -> None:
    row = shipped.row(AXIS, above)
    edits: list[Edit] = [
        Unprotect(AXIS),
        InsertRows(AXIS, row),
        SetCell(AXIS, f"B{row}", "Une ligne de plus"),
        SetCell(AXIS, f"G{row}", 7_000_000),
    ]
    copy = edited(libreoffice, shipped, tmp_path, edits)
    assert found(copy, "erreur") == set()
    alerts = found(copy, "alerte")
    assert {rule for rule, _, _ in alerts} == {"R09.unprotected", "R14.inserted", "R22.raised"}
    assert ("R14.inserted", AXIS, f"G{row}") in alerts


def test_an_amount_outside_every_block_is_an_error(
    shipped: Built, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    """The rule and the workbook's own check agree."""
    row = shipped.row(AXIS, "total") + 5
    edits: list[Edit] = [Unprotect(AXIS), SetCell(AXIS, f"G{row}", 7_000_000)]
    copy = edited(libreoffice, shipped, tmp_path, edits)
    errors = {rule for rule, _, _ in found(copy, "erreur")}
    assert {"R15.outside", "R22.red"} <= errors
