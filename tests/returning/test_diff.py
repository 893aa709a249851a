"""`diff`: two versions side by side, as a text, as JSON, as a workbook."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from generator.cli import main
from tests.engines.stored import stored_values
from tests.returning.copies import at, typed_copy
from tests.workbook.built import SOURCE, Built

pytestmark = pytest.mark.slow
STUDY = "I-1.1.1"


def test_equal_is_one_line(shipped: Built, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(SOURCE), str(shipped.path)]) == 0
    assert capsys.readouterr().out == f"{SOURCE} et {shipped.path} disent la même chose.\n"


def test_what_differs_is_told_with_the_totals_that_it_moves(
    shipped: Built, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cells = [at(shipped, STUDY, 2016, 30_000_000), at(shipped, "II-1.1.1", 2018, 5)]
    copy = typed_copy(shipped, tmp_path / "copie.xlsx", cells)
    assert main(["diff", str(SOURCE), str(copy)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("copie.xlsx : 2 modifications.")
    assert lines[1].split("  ")[-1] == "30 000 000"
    assert lines[-2:] == [
        "axe I  2016 -7 500 000  total -7 500 000",
        "axe II  2018 +5  total +5",
    ]
    assert main(["diff", str(copy), str(SOURCE), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["totaux"]["I"] == {"2016": 7_500_000, "total": 7_500_000}


@pytest.mark.parametrize("name", ["matrice.csv", "copie.xlsx"])
def test_the_report_is_not_written_over_what_is_read(
    shipped: Built, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    copy = typed_copy(shipped, tmp_path / "copie.xlsx", [at(shipped, STUDY, 2016, 1)])
    (tmp_path / "matrice.csv").write_text("a garder")
    before = (tmp_path / name).read_bytes()
    assert main(["diff", str(SOURCE), str(copy), "--xlsx", str(tmp_path / name)]) == 2
    assert (tmp_path / name).read_bytes() == before
    assert name in capsys.readouterr().err


def test_the_workbook_of_differences(
    shipped: Built, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The plan's activities come to 8 692 M before, and to 8 692 M less 7,5 M after."""
    copy = typed_copy(shipped, tmp_path / "copie.xlsx", [at(shipped, STUDY, 2016, 30_000_000)])
    report = tmp_path / "ecarts.xlsx"
    assert main(["diff", str(SOURCE), str(copy), "--xlsx", str(report)]) == 1
    assert "1 modification" in capsys.readouterr().out
    sheet = openpyxl.load_workbook(report)["Montants"]
    titles = {cell.value: cell.coordinate.rstrip("0123456789") for cell in sheet[2]}
    last = sheet.max_row
    assert sheet[f"B{last}"].value == "TOTAL DES ACTIVITÉS"
    assert sheet[f"B{last - 2}"].value == "Activités inchangées (93)"
    stored = stored_values(report)["Montants"]
    sums = [stored[f"{titles[f'{side} total']}{last}"] for side in ("Avant", "Après", "Écart")]
    assert sums == [8_692_000_000, 8_684_500_000, -7_500_000]
    assert str(sheet[f"{titles['Avant total']}{last}"].value).startswith("=SUM(")
