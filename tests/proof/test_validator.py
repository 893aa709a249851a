"""Microsoft's Open XML SDK finds nothing to say about the files."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given

from tests.engines.fixtures import require
from tests.proof import openxml
from tests.proof.folder import Folder
from tests.proof.plans import folders
from tests.proof.recalculated import workbook
from tests.proof.settings import proof, tell
from tests.proof.tally import count
from tests.workbook.built import Built

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", autouse=True)
def validator() -> None:
    require(openxml.unavailable())


def test_the_shipped_workbook_is_valid(shipped: Built) -> None:
    assert openxml.validate(shipped.path) == []
    count(validated=1)


@proof(10, 100)
@given(folder=folders())
def test_drawn_workbooks_are_valid(folder: Folder) -> None:
    tell(folder)
    with workbook(folder) as book:
        assert openxml.validate(book.built.path) == []
        count(plans=1, validated=1)


def test_a_fault_is_found(shipped: Built, tmp_path: Path) -> None:
    """An attribute that no worksheet has."""
    target = tmp_path / "faulty.xlsx"
    with ZipFile(shipped.path) as before, ZipFile(target, "w") as after:
        for part in before.infolist():
            data = before.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                data = re.sub(rb"<sheetData", b'<sheetData faux="1"', data, count=1)
            after.writestr(part, data)
    assert any("faux" in line for line in openxml.validate(target))
