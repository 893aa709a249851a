"""Excel's ways of writing, imitated on the shipped workbook: it reads the same in each of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.reader import open_workbook
from generator.reader.opened import OpenedWorkbook
from tests.reader import written as w
from tests.reader.archives import Parts, read_archive, rewritten
from tests.reader.excel_ways import WAYS
from tests.workbook.built import Built


def everything(parts: Parts) -> Parts:
    """Return the parts with all that Excel does to them at once."""
    for name in ("share_formulas", "write_rich_texts", "extend_validations", "rename_parts"):
        parts = WAYS[name](parts)
    return parts


def assert_same(shipped: Built, opened: OpenedWorkbook) -> None:
    assert w.read_names(opened) == w.written_names(shipped)
    for place, sheet in enumerate(opened.sheets):
        written = w.written_cells(shipped, place)
        assert sheet.cells.keys() == written.keys(), sheet.name
        assert w.read_cells(sheet) == w.filled(written), sheet.name
        assert w.read_frame(sheet) == w.written_frame(shipped, place), sheet.name
        assert w.read_validations(sheet) == w.written_validations(shipped, place), sheet.name
        assert w.read_highlights(sheet) == w.written_highlights(shipped, place), sheet.name
        assert w.read_links(sheet) == w.written_links(shipped, place), sheet.name
        for address, cell in written.items():
            look = sheet.cells[address].look._asdict()
            assert look | w.written_look(cell.style) == look, (sheet.name, address)


@pytest.mark.parametrize("way", [*WAYS.values(), everything], ids=lambda way: way.__name__)
def test_the_workbook_reads_the_same(shipped: Built, tmp_path: Path, way: object) -> None:
    assert callable(way)
    path = rewritten(shipped.path, tmp_path / "copie.xlsx", way)
    assert read_archive(path) != read_archive(shipped.path)
    assert_same(shipped, open_workbook(path))


def test_many_formulas_are_shared(shipped: Built) -> None:
    """The imitation is worth something: thousands of formulas are copies of the one above."""
    parts = WAYS["share_formulas"](read_archive(shipped.path))
    assert sum(data.count(b't="shared"') for data in parts.values()) > 2_000
