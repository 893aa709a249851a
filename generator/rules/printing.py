"""How sheets print: paper, one page wide, area, repeated header, footer (rule 18)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import CellFinding
from generator.reader.opened import OpenedSheet, OpenedWorkbook
from generator.rules.layout import ORDER, AxisSheet, axis_sheets, find_header
from generator.rules.texts import fault

A3, A4 = 8, 9
"""The file's numbers of the two papers."""

FOOTER = ("&F", "&A", "&P", "&N")
"""File, sheet, page, pages: what a footer says in Excel's codes."""


def _sheets(workbook: OpenedWorkbook) -> Iterator[tuple[OpenedSheet, AxisSheet | None]]:
    """Yield the contract's sheets, axis sheets with their layout."""
    axes = {axis.sheet.name: axis for axis in axis_sheets(workbook)}
    for sheet in workbook.sheets:
        if sheet.name in axes or sheet.name in ORDER:
            yield sheet, axes.get(sheet.name)


def find_wrong_paper(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield axis sheets that are not A3 landscape, and other sheets that are not A4."""
    for sheet, axis in _sheets(workbook):
        page = sheet.page
        wrong = page.paper != A4 if axis is None else page.paper != A3 or not page.landscape
        if wrong:
            expected = "A4" if axis is None else "A3, paysage"
            yield fault("R18.paper", sheet.name, None, page.paper, expected)


def find_wide_pages(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield sheets that do not fit to one page wide."""
    for sheet, _ in _sheets(workbook):
        if sheet.page.fit_width != 1:
            yield fault("R18.width", sheet.name, None, sheet.page.fit_width or "", 1)


def find_wrong_areas(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield sheets without a print area, and axis sheets that print their base columns."""
    for sheet, axis in _sheets(workbook):
        area = sheet.page.area
        base = axis.columns.get("base_total") if axis else None
        if area is None or (base is not None and area[3] >= base):
            yield fault("R18.area", sheet.name)


def find_unrepeated(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield sheets of several pages whose header is not repeated."""
    for sheet, _ in _sheets(workbook):
        header, rows = find_header(sheet), sheet.page.repeat_rows
        if header is None or sheet.page.fit_height == 1:
            continue
        if rows is None or not rows[0] <= header <= rows[1]:
            yield fault("R18.repeat", sheet.name, (header, 0))


def find_poor_footers(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield sheets whose footer lacks the file, the sheet, the page or the number of pages."""
    for sheet, _ in _sheets(workbook):
        missing = [code for code in FOOTER if code not in sheet.page.footer.upper()]
        if missing:
            yield fault("R18.footer", sheet.name, None, sheet.page.footer, " ".join(missing))
