"""Copies that other programs saved say the same as the workbook that was written."""

from __future__ import annotations

import subprocess
from pathlib import Path

import openpyxl
import pytest

from generator.checking import check_workbook
from tests.checking.copies import told
from tests.engines.libreoffice import LibreOffice
from tests.reader.archives import rewritten
from tests.reader.excel_ways import WAYS
from tests.workbook.built import Built


def test_saved_by_libreoffice(shipped: Built, libreoffice: LibreOffice, tmp_path: Path) -> None:
    target = tmp_path / "copie.xlsx"
    libreoffice.save_as(shipped.path, target)
    found = check_workbook(target)
    assert [finding.rule for finding in found] == ["origin.program"]
    assert found[0].found.startswith("LibreOffice")


@pytest.mark.usefixtures("gnumeric")
def test_saved_by_gnumeric(shipped: Built, tmp_path: Path) -> None:
    target = tmp_path / "copie.xlsx"
    command = ["ssconvert", str(shipped.path), str(target)]
    subprocess.run(command, check=True, capture_output=True)
    found = check_workbook(target)
    assert told(found, "erreur") == set()
    assert [finding.rule for finding in found if finding.severity == "remarque"] == [
        "origin.program"
    ]


def test_saved_by_openpyxl(shipped: Built, tmp_path: Path) -> None:
    """It keeps no value beside a formula."""
    target = tmp_path / "copie.xlsx"
    openpyxl.load_workbook(shipped.path).save(target)
    found = check_workbook(target)
    assert told(found, "erreur") == set()
    assert ("value.absent", "", "") in told(found, "remarque")


@pytest.mark.parametrize(
    "names",
    [
        ("share_formulas", "write_rich_texts", "extend_validations", "rename_parts"),
        ("write_seventeen_digits", "add_comments", "prefix_names", "add_calculation_chain"),
        ("write_inline_texts", "spell_truth"),
        ("escape_characters", "add_alternatives", "lie_about_size", "name_colours"),
    ],
)
def test_written_as_excel_writes(shipped: Built, tmp_path: Path, names: tuple[str, ...]) -> None:
    """Excel's ways, imitated from the specification: nothing to say of any."""
    path = shipped.path
    for place, name in enumerate(names):
        path = rewritten(path, tmp_path / f"{place}.xlsx", WAYS[name])
    assert check_workbook(path) == []
