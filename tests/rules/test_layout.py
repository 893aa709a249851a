from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.model.values import ErrorValue
from generator.reader.opened import OpenedCell, OpenedSheet, OpenedWorkbook
from generator.rules.layout import (
    AxisSheet,
    axis_sheets,
    cells_inside,
    column,
    find_header,
    find_sheet,
    formulas,
    is_number,
    known,
    last_row,
    saved_by_excel,
    text_of,
    titles,
    year_bands,
)
from generator.rules.tokens import address
from tests.rules.planting import (
    BLANK,
    FILLED,
    at,
    bare_book,
    bare_sheet,
    sheet_named,
    with_cell,
    with_cells,
    with_formulas,
)


def axis_named(book: OpenedWorkbook, name: str) -> AxisSheet:
    return next(axis for axis in axis_sheets(book) if axis.sheet.name == name)


def test_texts_of_cells() -> None:
    assert text_of(None) == ""
    assert text_of(BLANK) == ""
    assert text_of(BLANK._replace(value=ErrorValue("#N/A"))) == ""
    assert text_of(BLANK._replace(value=2030)) == "2030"
    assert text_of(BLANK._replace(value="un\u00a0deux ")) == "un deux"
    assert [is_number(value) for value in (1, 0.5, True, "1", None)] == [True, True, *[False] * 3]
    assert known("level.axe") == {"axe", "axis"}


def test_a_workbook_is_known_by_who_saved_it(small: OpenedWorkbook) -> None:
    assert saved_by_excel(small)
    assert not saved_by_excel(replace(small, application="gnumeric"))


def test_a_sheet_is_found_by_its_name(small: OpenedWorkbook) -> None:
    assert find_sheet(small, "Axe B") is small.sheets[3]
    assert find_sheet(small, "Axe C") is None


def header_of(shown: Mapping[str, str], **changes: Any) -> int | None:  # noqa: ANN401 - what looks say
    """Return the header of a sheet with some titles, changed as a cell's look is."""
    sheet = bare_sheet({}, shown)
    looks = {cell: c._replace(look=c.look._replace(**changes)) for cell, c in sheet.cells.items()}
    return find_header(replace(sheet, cells=looks))


@pytest.mark.parametrize(
    ("place", "header"),
    [("B1", 0), ("B10", 9), ("B11", None), ("BH3", 2), ("BI3", None), ("A3", None)],
)
def test_a_header_has_a_year(place: str, header: int | None) -> None:
    """Among the first ten rows and sixty columns, the first column apart."""
    assert header_of({place: "2030"}) == header
    assert header_of({place: "Base 2030"}) == header
    assert header_of({place: "203"}) is None
    assert header_of({place: "2030"}, fill="") is None
    assert header_of({place: "2030"}, locked=False) is None


@pytest.mark.parametrize(
    ("places", "header"),
    [
        ("A1 B1 C1", 0),
        ("A10 B10 C10", 9),
        ("A11 B11 C11", None),
        ("A2 B2", None),
        ("A2 B2 C3", None),
        ("BF2 BG2 BH2", 1),
        ("BG2 BH2 BI2", None),
        ("A2 B2 C2 D2", 1),
    ],
)
def test_else_a_header_has_three_titles(places: str, header: int | None) -> None:
    shown = dict.fromkeys(places.split(), "Titre")
    assert header_of(shown) == header
    assert header_of(shown, fill="") is None
    assert header_of(shown, locked=False) is None
    assert header_of(dict.fromkeys(places.split(), "")) is None


def test_a_year_goes_before_titles() -> None:
    assert header_of({"A1": "Un", "B1": "Deux", "C1": "Trois", "B4": "2030"}) == 3


def test_else_the_header_is_the_last_frozen_row() -> None:
    sheet = bare_sheet({"A1": "Un", "B1": "Deux", "A2": "x", "B2": "y", "A3": "Un", "B3": "Deux"})
    assert find_header(sheet) is None
    assert find_header(replace(sheet, frozen=(3, 1))) == 2
    assert find_header(replace(sheet, frozen=(1, 3))) == 0
    assert find_header(replace(sheet, frozen=(4, 0))) is None
    assert find_header(replace(bare_sheet({"A3": "Un"}), frozen=(3, 0))) is None


def test_the_first_of_two_like_titles_counts() -> None:
    sheet = bare_sheet({"A2": "Axe", "B2": "Clé", "C2": "Axe", "BH2": "Fin", "BI2": "Trop"})
    assert titles(sheet, 1) == {"Axe": 0, "Clé": 1, "Fin": 59}
    assert column(sheet, 1, "activities.axis") == 0
    assert column(bare_sheet({"B1": "Axis"}), 0, "activities.axis") == 1
    assert column(sheet, 1, "activities.nature") is None


def test_years_stand_in_bands() -> None:
    sheet = bare_sheet({"A1": "2030", "B1": "2031", "C1": "Base 2030", "D1": "Base", "E1": "20301"})
    assert year_bands(sheet, 0) == {"": {"2030": 0, "2031": 1}, "Base": {"2030": 2}}


def test_an_axis_sheet(small: OpenedWorkbook) -> None:
    axis = axis_named(small, "Axe B")
    assert (axis.header, axis.live, axis.base) == (4, (5, 6, 7), (11, 12, 13))
    assert axis.rows == {
        7: "action", 9: "activity", 10: "activity", 11: "reserve", 13: "objectif", 15: "axe",
    }  # fmt: skip
    assert axis.of("activity", "reserve") == [9, 10, 11]
    assert axis.decided == [15, 16]
    assert axis.at(9, 0) is axis.sheet.cells[9, 0]
    assert axis.at(99, 0) is None
    assert [address(cell) for cell in axis.inputs()] == [
        "F10", "G10", "H10", "P10", "Q10",
        "F11", "G11", "H11", "P11", "Q11",
        "B12", "C12", "D12", "F12", "G12", "H12", "P12", "Q12",
    ]  # fmt: skip


def names(book: OpenedWorkbook) -> list[str]:
    return [axis.sheet.name for axis in axis_sheets(book)]


def blanks(*places: str) -> dict[str, dict[str, object]]:
    return {place: {"value": None} for place in places}


def test_an_axis_sheet_is_told_by_its_columns(small: OpenedWorkbook) -> None:
    assert names(small) == ["Axe A", "Axe B"]
    for mark in ("A5", "E5", "P5", "R5", "T5"):
        assert names(with_cell(small, "Axe A", mark, value=None)) == ["Axe B"]
    least = with_cells(small, "Axe A", blanks("I5", "J5", "K5", "O5", "U5"))
    assert names(least) == ["Axe A", "Axe B"]
    assert names(with_cells(small, "Axe A", blanks("F5", "G5", "H5"))) == ["Axe B"]
    assert names(bare_book(bare_sheet({}))) == []


def test_an_axis_sheet_without_a_base(small: OpenedWorkbook) -> None:
    bare = with_cells(small, "Axe A", blanks("L5", "M5", "N5"))
    assert axis_named(bare, "Axe A").base == ()


def test_rows_of_an_axis_sheet_stand_below_its_header(small: OpenedWorkbook) -> None:
    words = {place: {"value": "activité"} for place in ("R4", "R6", "R40")}
    rows = axis_named(with_cells(small, "Axe B", words), "Axe B").rows
    assert list(rows) == [5, 7, 9, 10, 11, 13, 15, 39]


def test_rows_far_below_are_not_gone_through() -> None:
    assert last_row(bare_sheet({})) == -1
    assert last_row(bare_sheet({"A1": 1, "C7": 1, "B3": 1})) == 6
    assert last_row(bare_sheet({"A50000": 1})) == 49_999
    assert last_row(bare_sheet({"A50001": 1})) == 50_000
    assert last_row(bare_sheet({"A50002": 1})) == 50_000


def inside(sheet: OpenedSheet, first: str, last: str) -> str:
    return " ".join(address(cell) for cell in cells_inside(sheet, (*at(first), *at(last))))


def test_the_cells_of_a_rectangle() -> None:
    """As the file writes them, or row by row where the rectangle holds no more cells."""
    sheet = bare_sheet({"E3": 1, "D3": 1, "E2": 1, "D2": 1})
    assert inside(sheet, "D2", "E3") == "D2 E2 D3 E3"
    assert inside(sheet, "D2", "F3") == "E3 D3 E2 D2"
    assert inside(sheet, "D2", "E4") == "E3 D3 E2 D2"
    assert inside(sheet, "A1", "Z2") == "E2 D2"
    assert inside(sheet, "A1", "D9") == "D3 D2"
    assert inside(sheet, "E1", "Z9") == "E3 E2"
    assert inside(sheet, "A3", "Z9") == "E3 D3"
    assert inside(sheet, "E2", "E2") == "E2"
    assert inside(sheet, "C2", "D2") == "D2"


def test_formulas_are_those_of_locked_cells(small: OpenedWorkbook) -> None:
    locked = OpenedCell(3, "1+2", FILLED)
    open_ = locked._replace(look=FILLED._replace(locked=False))
    sheet = replace(bare_sheet({"C1": 3}), cells={(0, 0): locked, (0, 1): open_})
    assert list(formulas(sheet)) == [((0, 0), "1+2")]
    planted = with_formulas(small, "Empreinte", {"C30": "1"})
    assert ((29, 2), "1") in formulas(sheet_named(planted, "Empreinte"))
