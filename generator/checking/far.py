"""Formatting far from the tables: it makes a copy heavier and holds nothing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.texts import say
from generator.errors import CellFinding
from generator.reader.opened import CellAddress, OpenedSheet, OpenedWorkbook
from generator.rules.tokens import address

ROWS_AWAY, COLUMNS_AWAY = 1000, 100
"""How far a blank cell is from the last that holds something to be worth a word."""


def find_far_formatting(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield for each sheet the last blank cell written far from what the sheet holds."""
    for sheet in workbook.sheets:
        if far := _far_cells(sheet):
            yield say("cell.far", sheet.name, address(max(far)), str(len(far)))


def _far_cells(sheet: OpenedSheet) -> list[CellAddress]:
    held = [
        cell for cell, opened in sheet.cells.items() if opened.value is not None or opened.formula
    ]
    bottom = max((row for row, _ in held), default=0) + ROWS_AWAY
    right = max((col for _, col in held), default=0) + COLUMNS_AWAY
    return [(row, col) for row, col in sheet.cells if row > bottom or col > right]
