"""The shipped workbook reads as the model that it was written from."""

from __future__ import annotations

import pytest

from generator.reader import open_workbook
from generator.reader.opened import OpenedWorkbook
from tests.reader import written as w
from tests.workbook.built import Built


@pytest.fixture(scope="module")
def opened(shipped: Built) -> OpenedWorkbook:
    return open_workbook(shipped.path)


def test_the_sheets_are_there_in_order(shipped: Built, opened: OpenedWorkbook) -> None:
    names = [sheet.name for sheet in shipped.computed.book.sheets]
    assert [sheet.name for sheet in opened.sheets] == names
    assert opened.file == shipped.path.name


def test_every_cell_has_its_value_and_its_formula(shipped: Built, opened: OpenedWorkbook) -> None:
    for place, sheet in enumerate(opened.sheets):
        written = w.written_cells(shipped, place)
        assert sheet.cells.keys() == written.keys(), sheet.name
        assert w.read_cells(sheet) == w.filled(written), sheet.name


def test_a_whole_number_is_an_int(opened: OpenedWorkbook) -> None:
    values = [cell.value for sheet in opened.sheets for cell in sheet.cells.values()]
    assert not [value for value in values if isinstance(value, float) and value.is_integer()]


def test_every_cell_has_its_look(shipped: Built, opened: OpenedWorkbook) -> None:
    for place, sheet in enumerate(opened.sheets):
        for address, written in w.written_cells(shipped, place).items():
            look = sheet.cells[address].look
            said = look._asdict() | w.written_look(written.style)
            assert said == look._asdict(), (sheet.name, address)
            assert not look.hidden_formula


def test_what_stands_around_the_cells(shipped: Built, opened: OpenedWorkbook) -> None:
    for place, sheet in enumerate(opened.sheets):
        assert w.read_frame(sheet) == w.written_frame(shipped, place), sheet.name
        assert w.read_validations(sheet) == w.written_validations(shipped, place), sheet.name
        assert w.read_highlights(sheet) == w.written_highlights(shipped, place), sheet.name
        assert w.read_links(sheet) == w.written_links(shipped, place), sheet.name


def test_panes_and_sizes(shipped: Built, opened: OpenedWorkbook) -> None:
    for sheet, model in zip(opened.sheets, shipped.computed.book.sheets, strict=True):
        assert sheet.frozen == w.frozen_cell(model)
        widths = {col: column.width + 0.7109375 for col, column in enumerate(model.columns)}
        assert sheet.widths == pytest.approx(widths)  # what the file adds for the margins
        heights = {row: line.height for row, line in enumerate(model.rows) if line.height}
        assert {row: sheet.heights[row] for row in heights} == heights


def test_charts_have_their_title_and_their_alternative(
    shipped: Built, opened: OpenedWorkbook
) -> None:
    for sheet, model in zip(opened.sheets, shipped.computed.book.sheets, strict=True):
        drawings = [(item.kind, item.title, item.alternative) for item in sheet.drawings]
        assert drawings == [("chart", chart.title, chart.alt) for chart in model.charts]


def test_names_lead_to_their_cells(shipped: Built, opened: OpenedWorkbook) -> None:
    assert w.read_names(opened) == w.written_names(shipped)
    assert {(name.sheet, name.hidden) for name in opened.names} == {("", False)}


def test_properties_and_stamp(shipped: Built, opened: OpenedWorkbook) -> None:
    book = shipped.computed.book
    assert opened.custom == dict(book.stamp)
    assert opened.properties["title"] == book.properties["title"]
    assert opened.properties["Company"] == book.properties["company"]
    assert opened.application == "Microsoft Excel"
    assert (opened.extras, opened.notes) == (frozenset(), ())
