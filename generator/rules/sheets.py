"""How sheets stand: order, titles, columns, panes, nothing hidden (rule 16)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import CellFinding
from generator.reader.opened import OpenedSheet, OpenedWorkbook
from generator.rules.layout import (
    AXES,
    ORDER,
    REQUIRED,
    axis_sheets,
    find_header,
    saved_by_excel,
    text_of,
    titles,
    year_bands,
)
from generator.rules.texts import fault

STATUS_ROW = 2
"""The row, counted from 0, where every sheet shows the master state."""

_UNITS = re.compile(r"montants? en |amounts? in |francs|en nombre", re.IGNORECASE)


def _places(workbook: OpenedWorkbook) -> Iterator[tuple[OpenedSheet, int | None]]:
    """Yield each sheet with its place in the contract's order, None for an unknown one."""
    axes = {axis.sheet.name for axis in axis_sheets(workbook)}
    for sheet in workbook.sheets:
        kind = AXES if sheet.name in axes else sheet.name
        yield sheet, ORDER.index(kind) if kind in ORDER else None


def find_missing_sheets(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the sheets of the contract that are gone; at least one is an axis sheet."""
    found = {ORDER[place] for _, place in _places(workbook) if place is not None}
    for name in (*REQUIRED, AXES):
        if name not in found:
            yield fault("R16.missing", expected="une feuille d'axe" if name == AXES else name)


def find_moved_sheets(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield sheets that stand after one that should follow them."""
    highest = -1
    for sheet, place in _places(workbook):
        if place is not None and place < highest:
            yield fault("R16.order", sheet.name, found=f"après {ORDER[highest]}")
        highest = max(highest, -1 if place is None else place)


def find_unknown_sheets(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield sheets that are none of the contract's."""
    for sheet, place in _places(workbook):
        if place is None:
            yield fault("R16.unknown", sheet.name)


def _known(workbook: OpenedWorkbook) -> list[OpenedSheet]:
    return [sheet for sheet, place in _places(workbook) if place is not None]


def find_untitled(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield sheets without a title in A1."""
    for sheet in _known(workbook):
        cell = sheet.cells.get((0, 0))
        if cell is None or not isinstance(cell.value, str) or not text_of(cell):
            yield fault("R16.title", sheet.name, (0, 0))


def find_unitless(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield sheets with years across and no unit above their header."""
    for sheet in _known(workbook):
        header = find_header(sheet)
        if header is None or not year_bands(sheet, header):
            continue
        above = [text_of(cell) for (row, _), cell in sheet.cells.items() if row < header]
        if not any(_UNITS.search(text) for text in above):
            yield fault("R16.units", sheet.name, (1, 1))


def find_other_columns(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the columns of an axis sheet whose title differs from that of the first axis sheet."""
    usual: dict[int, str] | None = None
    for axis in axis_sheets(workbook):
        own = {col: title for title, col in titles(axis.sheet, axis.header).items()}
        usual = own if usual is None else usual
        for col in sorted(usual.keys() | own.keys()):
            found, expected = own.get(col, ""), usual.get(col, "")
            if found != expected:
                yield fault("R16.columns", axis.sheet.name, (axis.header, col), found, expected)


def find_loose_panes(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield sheets whose header, or the master state above it, scrolls away.

    LibreOffice without a window drops panes: there, only panes that stand elsewhere are faults.
    """
    for sheet in _known(workbook):
        if sheet.frozen is None and not saved_by_excel(workbook):
            continue
        header = find_header(sheet)
        last = max(STATUS_ROW, -1 if header is None else header)
        if sheet.frozen is None or sheet.frozen[0] <= last:
            yield fault("R16.frozen", sheet.name, (last + 1, 0))


def find_merged(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield merged cells."""
    for sheet in _known(workbook):
        for area in sheet.merged:
            yield fault("R16.merged", sheet.name, area[:2])


def find_hidden(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield hidden sheets, rows, columns and formulas; a filter hides rows honestly."""
    for sheet in workbook.sheets:
        if sheet.state != "visible":
            yield fault("R16.hidden", sheet.name, None, sheet.state)
        for row in sorted(sheet.hidden_rows - sheet.filtered_rows):
            yield fault("R16.hidden", sheet.name, (row, 0), f"ligne {row + 1}")
        for col in sorted(sheet.hidden_columns):
            yield fault("R16.hidden", sheet.name, (0, col), "colonne")
        for cell, opened in sheet.cells.items():
            if opened.look.hidden_formula and opened.formula is not None:
                yield fault("R16.hidden", sheet.name, cell, "formule")
