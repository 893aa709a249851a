"""Edits do in LibreOffice what they do for an officer, and the office ends as it should."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engines.edits import DeleteRows, Edit, InsertRows, Protect, SetCell, Unprotect
from tests.engines.libreoffice import EditRefusedError, LibreOffice, LibreOfficeError
from tests.engines.sample import EXPECTED, INPUTS, write_sample
from tests.engines.stored import formula_cells, stored_values
from tests.engines.values import differences
from tests.engines.worker_process import WorkerLostError

AXIS = "Axe I"
OPEN = Unprotect(AXIS)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return write_sample(tmp_path / "sample.xlsx")


@pytest.mark.parametrize("row", [3, 4, 5, 6])
def test_a_row_inserted_between_the_anchors_is_in_the_sum(
    libreoffice: LibreOffice, sample: Path, row: int
) -> None:
    script: list[Edit] = [OPEN, InsertRows(AXIS, row), SetCell(AXIS, f"B{row}", 1000.0)]
    after = libreoffice.recalculate(sample, script)
    assert after[AXIS]["B8"] == 1600.5
    assert after["Synthèse"]["A14"] == 1600.5


@pytest.mark.parametrize("row", [2, 7])
def test_a_row_inserted_outside_the_anchors_is_not(
    libreoffice: LibreOffice, sample: Path, row: int
) -> None:
    script: list[Edit] = [OPEN, InsertRows(AXIS, row), SetCell(AXIS, f"B{row}", 1000.0)]
    assert libreoffice.recalculate(sample, script)[AXIS]["B8"] == 600.5


def test_rows_are_inserted_and_deleted_by_count(libreoffice: LibreOffice, sample: Path) -> None:
    script: list[Edit] = [
        OPEN,
        InsertRows(AXIS, 4, 3),
        SetCell(AXIS, "B6", 1.0),
        DeleteRows(AXIS, 7, 2),
    ]
    after = libreoffice.recalculate(sample, script)
    assert (after[AXIS]["B3"], after[AXIS]["B6"], after[AXIS]["B8"]) == (100, 1, 101)


def test_an_inserted_row_takes_the_lock_of_the_row_above(
    libreoffice: LibreOffice, sample: Path
) -> None:
    script: list[Edit] = [OPEN, InsertRows(AXIS, 6), Protect(AXIS), SetCell(AXIS, "B6", 1.0)]
    assert libreoffice.recalculate(sample, script)[AXIS]["B8"] == 601.5


@pytest.mark.parametrize(
    "edit",
    [
        SetCell(AXIS, "B7", 0.0),
        SetCell(AXIS, "A3", "é3"),
        SetCell(AXIS, "A3", None),
        InsertRows(AXIS, 4),
        DeleteRows(AXIS, 4),
        Unprotect("Suivi-évaluation"),
    ],
)
def test_protection_refuses(libreoffice: LibreOffice, sample: Path, edit: Edit) -> None:
    with pytest.raises(EditRefusedError):
        libreoffice.recalculate(sample, [edit])
    again: list[Edit] = [OPEN, Protect(AXIS), edit]
    with pytest.raises(EditRefusedError):
        libreoffice.recalculate(sample, again)


def test_a_lifted_protection_does_not(libreoffice: LibreOffice, sample: Path) -> None:
    after = libreoffice.recalculate(sample, [OPEN, SetCell(AXIS, "B7", 1.0)])
    assert after["Synthèse"]["A14"] == 1


def test_texts_stay_texts_and_none_empties(libreoffice: LibreOffice, sample: Path) -> None:
    edits = {(AXIS, "B3"): "12", (AXIS, "B4"): None, (AXIS, "B5"): "=1+1"}
    after = libreoffice.recalculate(sample, edits)[AXIS]
    assert (after["B3"], after.get("B4"), after["B5"], after["B7"]) == ("12", None, "=1+1", 0)


def test_the_file_and_its_folder_stay_as_they_are(libreoffice: LibreOffice, sample: Path) -> None:
    before = sample.read_bytes()
    libreoffice.recalculate(sample, {(AXIS, "B3"): 1.0})
    assert sample.read_bytes() == before
    assert list(sample.parent.iterdir()) == [sample]


def test_a_saved_copy_holds_the_edit(libreoffice: LibreOffice, sample: Path) -> None:
    target = sample.with_name("copie d'été.xlsx")
    libreoffice.save_as(sample, target, {(AXIS, "B4"): 201.0})
    found = stored_values(target)
    assert found == libreoffice.recalculate(target)
    assert found[AXIS] == {**EXPECTED[AXIS], "B4": 201.0, "B7": 601.5}
    assert formula_cells(target) == formula_cells(sample) | {"Suivi-évaluation": {"A2"}}


def test_what_cannot_be_done_is_said(libreoffice: LibreOffice, sample: Path) -> None:
    cut = sample.with_name("coupé.xlsx")
    cut.write_bytes(sample.read_bytes()[:3000])
    with pytest.raises(LibreOfficeError, match=r"cannot read .*coupé.xlsx"):
        libreoffice.recalculate(cut)
    with pytest.raises(LibreOfficeError, match=r"no such file: .*absent.xlsx"):
        libreoffice.recalculate(sample.with_name("absent.xlsx"))
    with pytest.raises(LibreOfficeError, match="no sheet 'Axe IX'"):
        libreoffice.recalculate(sample, {("Axe IX", "A1"): 1.0})
    assert differences(EXPECTED, libreoffice.recalculate(sample)) == []


@pytest.mark.usefixtures("libreoffice")
def test_an_office_that_has_ended_is_started_anew(sample: Path) -> None:
    with LibreOffice() as office:
        first = office._worker
        assert first is not None
        first.close(timeout=10)
        assert office.recalculate(sample)[AXIS]["B7"] == sum(INPUTS.values())
        assert office._worker is not first


@pytest.mark.usefixtures("libreoffice")
def test_an_office_that_does_not_start_is_cleared_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.engines.libreoffice.START_SECONDS", 0.0)
    office = LibreOffice()
    with pytest.raises(WorkerLostError, match="did not answer within 0 seconds"):
        office.start()
    assert (office._worker, office._folder) == (None, None)
