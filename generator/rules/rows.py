"""Rows that users add: anchors that stay plain, rows that the list does not know (rules 14, 15)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import CellFinding
from generator.reader.opened import CellAddress, OpenedWorkbook
from generator.rules.layout import TOTALS, AxisSheet, axis_sheets, is_number, last_row
from generator.rules.sums import Block, blocks, summed_cells
from generator.rules.texts import fault
from generator.rules.tokens import parse


def _summed_rows(axis: AxisSheet, block: Block) -> tuple[int, int]:
    """Return the first and the last row that a block's totals add up, of whichever year.

    Where no total can be read, as after numbers were typed over them, the whole block counts.
    """
    rows: set[int] = set()
    for col in (*axis.live, *axis.base):
        opened = axis.at(block.total, col)
        added = summed_cells(parse(opened.formula)) if opened and opened.formula else None
        rows |= {row for row, _ in added or ()}
    return (min(rows), max(rows)) if rows else (block.total + 1, block.end - 1)


def find_spoiled_anchors(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield anchor rows with an amount, an unlocked cell or a validation in their years."""
    for axis in axis_sheets(workbook):
        validated = _validated_rows(axis)
        for block in blocks(axis):
            for row in _summed_rows(axis, block):
                if row in axis.rows:
                    continue
                for col in (*axis.live, *axis.base):
                    opened = axis.at(row, col)
                    filled = opened and (opened.value is not None or not opened.look.locked)
                    if filled or (col in axis.live and row in validated):
                        yield fault("R14.anchor", axis.sheet.name, (row, col))


def _validated_rows(axis: AxisSheet) -> set[int]:
    """Return the rows with a validation in a year's column."""
    last = last_row(axis.sheet)
    return {
        row
        for validation in axis.sheet.validations
        for top, left, bottom, right in validation.areas
        if any(left <= col <= right for col in axis.live)
        for row in range(top, min(bottom, last) + 1)
    }


def find_inserted(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the rows between two anchors that hold amounts and are no line of the workbook."""
    for axis in axis_sheets(workbook):
        for block in blocks(axis):
            first, last = _summed_rows(axis, block)
            for row in range(first + 1, last):
                if row not in axis.rows and _amounts(axis, row):
                    yield fault("R14.inserted", axis.sheet.name, _amounts(axis, row)[0])


def _amounts(axis: AxisSheet, row: int) -> list[CellAddress]:
    cells = [(row, col) for col in axis.live]
    return [cell for cell in cells if (c := axis.sheet.cells.get(cell)) and is_number(c.value)]


def find_outside(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield amounts that no action's sum reaches."""
    for axis in axis_sheets(workbook):
        reached: set[int] = set(axis.of(*TOTALS))
        for block in blocks(axis):
            first, last = _summed_rows(axis, block)
            reached |= set(range(first, last + 1))
        for row in sorted({row for row, _ in axis.sheet.cells if row > axis.header} - reached):
            for cell in _amounts(axis, row):
                yield fault("R15.outside", axis.sheet.name, cell, axis.sheet.cells[cell].value)
