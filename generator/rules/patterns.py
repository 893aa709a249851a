"""One fingerprint for each calculated row and column (rules 1 and 2).

A group is a set of cells that play one role: the years of a row, or a column down rows of one kind.
Its fingerprint is what most of its formulas share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from generator.errors import CellFinding
from generator.reader.opened import CellAddress, OpenedCell, OpenedSheet, OpenedWorkbook
from generator.rules.layout import axis_sheets, find_header, formulas, last_row, year_bands
from generator.rules.roles import columns_by_role
from generator.rules.texts import fault
from generator.rules.tokens import fingerprint, parse

WINDOW = 2
"""Neighbours above and below, all alike, among which a formula that differs is isolated."""


class Placed(NamedTuple):
    """A cell in its sheet."""

    sheet: OpenedSheet
    cell: CellAddress

    @property
    def opened(self) -> OpenedCell | None:
        """Return the cell as read, None where the file does not write it."""
        return self.sheet.cells.get(self.cell)


Group = list[Placed]


def row_groups(workbook: OpenedWorkbook) -> Iterator[Group]:
    """Yield, row by row, the cells of each band of years where one of them is a formula."""
    for sheet in workbook.sheets:
        header = find_header(sheet)
        bands = year_bands(sheet, header).values() if header is not None else ()
        for band in bands:
            cols = list(band.values())
            for row in range((header or 0) + 1, last_row(sheet) + 1):
                group = [Placed(sheet, (row, col)) for col in cols]
                if _is_calculated(group):
                    yield group


def _is_calculated(group: Group) -> bool:
    found = [placed.opened for placed in group]
    return any(c and c.formula is not None and c.look.locked for c in found)


def column_groups(workbook: OpenedWorkbook) -> Iterator[Group]:
    """Yield the cells of each column that play one role, where one of them is a formula."""
    for cells in columns_by_role(workbook).values():
        group = [Placed(sheet, cell) for sheet, cell in cells]
        if _is_calculated(group):
            yield group


def _odd_ones(group: Group, axes: frozenset[str] | None) -> Iterator[tuple[Placed, str, str]]:
    """Yield the formulas that differ from most of the group, with what they are and should be."""
    prints = {}
    for placed in group:
        if placed.opened and placed.opened.formula is not None:
            formula = parse(placed.opened.formula)
            prints[placed.sheet.name, placed.cell] = fingerprint(formula, placed.cell, axes)
    usual, _ = Counter(prints.values()).most_common(1)[0]
    model = next(p for p in group if prints.get((p.sheet.name, p.cell)) == usual)
    example = model.opened.formula if model.opened else ""
    for placed in group:
        if prints.get((placed.sheet.name, placed.cell), usual) != usual and placed.opened:
            yield placed, placed.opened.formula or "", f"comme {example}"


def find_odd_years(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the formulas of a year that differ from those of the row's other years."""
    for group in row_groups(workbook):
        for placed, found, expected in _odd_ones(group, None):
            yield fault("R01.row", placed.sheet.name, placed.cell, found, expected)


def find_odd_rows(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the formulas that differ from those of the same role, on any axis sheet."""
    axes = frozenset(axis.sheet.name for axis in axis_sheets(workbook))
    for group in column_groups(workbook):
        for placed, found, expected in _odd_ones(group, axes):
            yield fault("R01.column", placed.sheet.name, placed.cell, found, expected)


def find_isolated(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield formulas without a role between neighbours, two above and two below, all alike."""
    axes = frozenset(axis.sheet.name for axis in axis_sheets(workbook))
    known = {
        (sheet.name, cell) for cells in columns_by_role(workbook).values() for sheet, cell in cells
    }
    for sheet in workbook.sheets:
        prints = {
            cell: fingerprint(parse(text), cell, axes)
            for cell, text in formulas(sheet)
            if (sheet.name, cell) not in known
        }
        for (row, col), own in prints.items():
            steps = [step for step in range(-WINDOW, WINDOW + 1) if step]
            around = {prints.get((row + step, col)) for step in steps}
            if len(around) == 1 and None not in around and own not in around:
                yield fault("R01.isolated", sheet.name, (row, col), sheet.cells[row, col].formula)


def find_typed(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield values and blanks where the others of the row or of the role are formulas."""
    seen = set()
    for group in (*row_groups(workbook), *column_groups(workbook)):
        for placed in group:
            opened, key = placed.opened, (placed.sheet.name, placed.cell)
            if key not in seen and (opened is None or opened.formula is None):
                seen.add(key)
                value = "" if opened is None or opened.value is None else opened.value
                yield fault("R02.typed", placed.sheet.name, placed.cell, value, "une formule")
