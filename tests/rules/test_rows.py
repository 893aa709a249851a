from __future__ import annotations

from dataclasses import replace

import pytest

from generator.reader.opened import OpenedWorkbook
from generator.rules.rows import find_inserted, find_outside, find_spoiled_anchors
from tests.rules.planting import (
    Cells,
    Only,
    area,
    in_formulas,
    on_sheet,
    sheet_named,
    shown,
    spots,
    with_cell,
    with_cells,
    with_formulas,
    without_cells,
)

MONEY = '#,##0;-#,##0;"–"'


def test_an_amount_in_an_anchor_row(small: OpenedWorkbook, only: Only) -> None:
    planted = with_cells(small, "Axe A", {"F13": {"value": 5, "number_format": MONEY}})
    assert only(planted) == {"R14.anchor"}


def test_an_anchor_row_with_a_validation(small: OpenedWorkbook, only: Only) -> None:
    kept = sheet_named(small, "Axe A").validations
    wide = replace(kept[0], areas=(area("F10:H13"), *kept[0].areas[1:]))
    assert only(on_sheet(small, "Axe A", validations=(wide, *kept[1:]))) == {"R14.anchor"}


def test_an_inserted_row(small: OpenedWorkbook, only: Only) -> None:
    """Rows 11 and 12 lose their marks; that the list still reads them is another fault."""
    blank = {"value": None, "formula": None}
    planted = with_cells(
        small, "Axe A", {f"{c}{row}": blank for c in "AEKORSU" for row in (11, 12)}
    )
    found = only(in_formulas(planted, "Activités", r"^.*'Axe A'!.?1[12].*$", "IF(0=0,0,0)"))
    assert "R14.inserted" in found
    assert found <= {"R14.inserted", "R01.column", "R06.references"}


def test_an_amount_below_the_total(small: OpenedWorkbook, only: Only) -> None:
    planted = with_cells(small, "Axe A", {"F40": {"value": 5, "number_format": MONEY}})
    assert only(planted) == {"R15.outside"}


YEARS = ("F", "G", "H", "L", "M", "N")


def summing(book: OpenedWorkbook, row: int, text: str) -> OpenedWorkbook:
    """Return a copy where the years of a total of *Axe A* have one formula, `{}` their letter."""
    return with_formulas(book, "Axe A", {f"{col}{row}": text.replace("{}", col) for col in YEARS})


def typed_over(book: OpenedWorkbook, row: int) -> OpenedWorkbook:
    return with_cells(book, "Axe A", {f"{col}{row}": {"formula": None} for col in YEARS})


@pytest.mark.parametrize(
    ("cell", "changes", "spoiled"),
    [
        ("F9", {"value": 5}, 1),
        ("H13", {"value": 5}, 1),
        ("L9", {"value": 5}, 1),
        ("N13", {"value": 5}, 1),
        ("G13", {"locked": False}, 1),
        ("E9", {"value": 5}, 0),
        ("F20", {"value": 5}, 0),
        ("F10", {"value": 5}, 0),
    ],
)
def test_which_anchor_is_spoiled(
    small: OpenedWorkbook, cell: str, changes: dict[str, object], spoiled: int
) -> None:
    planted = with_cell(small, "Axe A", cell, **changes)
    assert spots(find_spoiled_anchors, planted) == [f"Axe A!{cell}"] * spoiled
    same = typed_over(planted, 8)
    assert spots(find_spoiled_anchors, same) == [f"Axe A!{cell}"] * spoiled
    partly = with_cell(planted, "Axe A", "F8", formula="SUM(F10:F11)")
    assert spots(find_spoiled_anchors, partly) == [f"Axe A!{cell}"] * spoiled


def test_an_anchor_below_a_sum_that_begins_at_a_line(small: OpenedWorkbook) -> None:
    planted = with_cell(summing(small, 8, "SUM({}10:{}13)"), "Axe A", "F13", value=5)
    assert spots(find_spoiled_anchors, planted) == ["Axe A!F13"]
    assert spots(find_spoiled_anchors, without_cells(planted, "Axe A", "F13", "F8")) == []


@pytest.mark.parametrize(
    ("where", "spoiled"),
    [
        ("F13:H13", "F13 G13 H13"),
        ("F9:F9", "F9 G9 H9"),
        ("H9:H9", "F9 G9 H9"),
        ("D9:E9", ""),
        ("I9:J13", ""),
        ("F10:H12", ""),
        ("E13:F14", "F13 G13 H13"),
        ("A26:Z99999", "F26 G26 H26"),
    ],
)
def test_which_anchor_has_a_validation(small: OpenedWorkbook, where: str, spoiled: str) -> None:
    first, *others = sheet_named(small, "Axe A").validations
    planted = on_sheet(small, "Axe A", validations=(replace(first, areas=(area(where),)), *others))
    assert spots(find_spoiled_anchors, planted) == [f"Axe A!{cell}" for cell in spoiled.split()]


def test_which_row_is_inserted(small: OpenedWorkbook) -> None:
    """Between the anchors 15 and 18: rows 16 and 17, once they are no lines."""
    cells: Cells = {
        "R16": {"value": None},
        "R17": {"value": None},
        "F16": {"value": 5},
        "H16": {"value": 5},
        "G17": {"value": 5},
        "F15": {"value": 5},
        "F18": {"value": 5},
        "E17": {"value": 5},
    }
    planted = with_cells(small, "Axe A", cells)
    assert spots(find_inserted, planted) == ["Axe A!F16", "Axe A!G17"]
    assert spots(find_inserted, typed_over(planted, 14)) == ["Axe A!F16", "Axe A!G17"]
    words = with_cells(planted, "Axe A", {"F16": {"value": "x"}, "G17": {"value": True}})
    assert spots(find_inserted, words) == ["Axe A!H16"]


def test_which_amount_is_outside(small: OpenedWorkbook) -> None:
    """Anchors are reached; years as numbers in the header are no amounts."""
    places = {"F9": 5, "F13": 5, "F20": 5, "H20": 6, "G28": 7, "F40": 8, "F5": 2030, "F2": 9}
    cells: Cells = {place: {"value": value} for place, value in places.items()}
    planted = with_cells(small, "Axe A", {**cells, "E40": {"value": 1}, "L40": {"value": 1}})
    assert spots(find_outside, planted) == [
        f"Axe A!{place}" for place in ("F20", "H20", "G28", "F40")
    ]
    assert [found for found, _ in shown(find_outside, planted)] == ["5", "6", "7", "8"]


def test_an_amount_beyond_the_sum_of_its_action(small: OpenedWorkbook) -> None:
    cells: Cells = {"F9": {"value": 5}, "F13": {"value": 5}}
    planted = with_cells(summing(small, 8, "SUM({}10:{}12)"), "Axe A", cells)
    assert spots(find_outside, planted) == ["Axe A!F9", "Axe A!F13"]
    assert spots(find_outside, with_formulas(planted, "Axe A", {"N8": "SUM(N9:N13)"})) == []
