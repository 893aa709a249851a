from __future__ import annotations

from dataclasses import replace

from generator.reader.opened import OpenedWorkbook
from tests.rules.planting import Only, area, in_formulas, on_sheet, sheet_named, with_cells

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
