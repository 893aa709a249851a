"""A small workbook, written once, whose parts every test edits for itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.copies.edited import Edited
from tests.copies.plan import write_plan
from tests.reader.archives import Parts, read_archive
from tests.workbook.built import Built, build

UNREAD = ("Contrôles", "Ajustements", "Structures")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the small plan's workbook."""
    folder = tmp_path_factory.mktemp("small")
    return build(write_plan(folder), folder / "copie.xlsx")


@pytest.fixture(scope="session")
def parts(small: Built) -> Parts:
    """Return the parts of the small plan's workbook.

    Sheets that no import reads are emptied: reading them would take a third of the time.
    """
    parts = read_archive(small.path)
    names = [sheet.name for sheet in small.computed.book.sheets]
    for name in UNREAD:
        part = f"xl/worksheets/sheet{names.index(name) + 1}.xml"
        parts[part] = re.sub(
            rb"<sheetData>.*</sheetData>", b"<sheetData/>", parts[part], flags=re.DOTALL
        )
    return parts


@pytest.fixture
def edited(parts: Parts, tmp_path: Path) -> Edited:
    """Return a copy of one's own of the small plan's workbook, to be edited and read."""
    return Edited(dict(parts), tmp_path / "copie.xlsx")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return the folder that the small plan's workbook was made from, for one's own."""
    (tmp_path / "source").mkdir()
    return write_plan(tmp_path / "source")
