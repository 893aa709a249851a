"""The shipped workbook as other programs save it again: what it holds reads the same.

What each program is known to drop or respell is left out of the comparison, and named.
"""

from __future__ import annotations

import warnings

import openpyxl
import pytest

from generator.reader import open_workbook
from generator.reader.opened import OpenedSheet, OpenedWorkbook
from tests.engines import gnumeric as gnumeric_engine
from tests.engines.libreoffice import LibreOffice
from tests.engines.values import Engine
from tests.reader import written as w
from tests.workbook.built import Built


@pytest.fixture(scope="module")
def by_libreoffice(
    libreoffice: LibreOffice, shipped: Built, tmp_path_factory: pytest.TempPathFactory
) -> OpenedWorkbook:
    target = tmp_path_factory.mktemp("resaved") / "libreoffice.xlsx"
    libreoffice.save_as(shipped.path, target)
    return open_workbook(target)


@pytest.fixture(scope="module")
def by_gnumeric(
    gnumeric: Engine, shipped: Built, tmp_path_factory: pytest.TempPathFactory
) -> OpenedWorkbook:
    assert gnumeric is gnumeric_engine
    folder = tmp_path_factory.mktemp("resaved")
    gnumeric_engine._convert(shipped.path, folder / "gnumeric.xlsx", home=str(folder))
    return open_workbook(folder / "gnumeric.xlsx")


@pytest.fixture(scope="module")
def by_openpyxl(shipped: Built, tmp_path_factory: pytest.TempPathFactory) -> OpenedWorkbook:
    target = tmp_path_factory.mktemp("resaved") / "openpyxl.xlsx"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        openpyxl.load_workbook(shipped.path).save(target)
    return open_workbook(target)


def assert_same_cells(shipped: Built, opened: OpenedWorkbook) -> None:
    assert len(opened.sheets) == len(shipped.computed.book.sheets)
    for place, sheet in enumerate(opened.sheets):
        written = w.filled(w.written_cells(shipped, place))
        assert w.rounded(w.read_cells(sheet).items()) == w.rounded(written.items()), sheet.name


def assert_same_surroundings(shipped: Built, opened: OpenedWorkbook) -> None:
    for place, sheet in enumerate(opened.sheets):
        assert sheet.name == shipped.computed.book.sheets[place].name
        assert w.read_frame(sheet) == w.written_frame(shipped, place), sheet.name
        assert w.read_validations(sheet) == w.written_validations(shipped, place), sheet.name
        assert w.read_highlights(sheet) == w.written_highlights(shipped, place), sheet.name
        assert w.read_links(sheet) == w.written_links(shipped, place), sheet.name
        titles = [chart.title for chart in shipped.computed.book.sheets[place].charts]
        assert [drawing.title for drawing in sheet.drawings] == titles


def assert_same_names(shipped: Built, opened: OpenedWorkbook) -> None:
    assert w.read_names(opened) == w.written_names(shipped)
    assert opened.custom == dict(shipped.computed.book.stamp)


def assert_same_looks(shipped: Built, opened: OpenedWorkbook, *but: str) -> None:
    for place, sheet in enumerate(opened.sheets):
        for address, written in w.written_cells(shipped, place).items():
            wanted = w.written_look(written.style)
            look = sheet.cells[address].look._asdict()
            assert {key: look[key] for key in wanted if key not in but} == {
                key: value for key, value in wanted.items() if key not in but
            }, (sheet.name, address)


def test_libreoffice(shipped: Built, by_libreoffice: OpenedWorkbook) -> None:
    assert by_libreoffice.application.startswith("LibreOffice")
    assert_same_cells(shipped, by_libreoffice)
    assert_same_surroundings(shipped, by_libreoffice)
    assert_same_names(shipped, by_libreoffice)
    assert_same_looks(shipped, by_libreoffice, "number_format")  # it writes `\\-` for `-`


def test_gnumeric(shipped: Built, by_gnumeric: OpenedWorkbook) -> None:
    assert by_gnumeric.application == "gnumeric"
    assert_same_cells(shipped, by_gnumeric)
    assert_same_surroundings(shipped, by_gnumeric)
    assert_same_names(shipped, by_gnumeric)
    assert_same_looks(shipped, by_gnumeric)


def test_openpyxl(shipped: Built, by_openpyxl: OpenedWorkbook) -> None:
    assert_same_surroundings(shipped, by_openpyxl)
    assert_same_names(shipped, by_openpyxl)
    assert_same_looks(shipped, by_openpyxl)


def test_openpyxl_keeps_formulas_and_constants(shipped: Built, by_openpyxl: OpenedWorkbook) -> None:
    """It stores no value with a formula."""
    for place, sheet in enumerate(by_openpyxl.sheets):
        written = w.filled(w.written_cells(shipped, place))
        assert w.read_cells(sheet) == {
            address: (None if formula else value, formula)
            for address, (value, formula) in written.items()
        }


def pane(sheets: tuple[OpenedSheet, ...]) -> list[object]:
    return [sheet.frozen for sheet in sheets]


def test_panes_where_the_program_keeps_them(
    shipped: Built, by_gnumeric: OpenedWorkbook, by_openpyxl: OpenedWorkbook
) -> None:
    wanted = [w.frozen_cell(sheet) for sheet in shipped.computed.book.sheets]
    assert pane(by_gnumeric.sheets) == pane(by_openpyxl.sheets) == wanted
