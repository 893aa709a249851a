"""What every engine gives back: the values of a workbook's cells, and how two such sets differ."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, TypeAlias

ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]*)")


class CellError(str):
    """The marker of an error cell, such as "#N/A"; its type tells it from the same text.

    LibreOffice has errors Excel has no name for: they read "Err:502".
    """

    __slots__ = ()


# Engines that keep booleans as numbers give 1.0 and 0.0, which equal True and False.
Value: TypeAlias = float | str | bool
# Sheet name -> A1 address -> value. A blank cell is absent; a formula that gives "" is present.
Sheets: TypeAlias = dict[str, dict[str, Value]]


class Engine(Protocol):
    """Anything that recalculates a workbook: a module or an object."""

    def recalculate(self, path: Path) -> Sheets:
        """Return the value of every cell that is not blank, all formulas recalculated."""


def cell_position(address: str) -> tuple[int, int]:
    """Return (row, column), both counted from 1, of an A1 address without dollar signs."""
    match = ADDRESS.fullmatch(address)
    if match is None:
        message = f"not the address of one cell: {address!r}"
        raise ValueError(message)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def error_cells(sheets: Sheets) -> dict[str, CellError]:
    """Return the error cells of all sheets, as "Sheet!A1" -> marker."""
    return {
        f"{sheet}!{address}": value
        for sheet, cells in sheets.items()
        for address, value in cells.items()
        if isinstance(value, CellError)
    }


def differences(expected: Sheets, found: Sheets, tolerance: float = 1e-9) -> list[str]:
    """Return one line for each cell that is not the same in both, in order of sheet and cell.

    The tolerance is relative from 1 up and absolute below. Two errors are the same whatever
    their names, since engines name them differently.
    """
    lines = []
    for sheet, address in _all_cells(expected, found):
        before = expected.get(sheet, {}).get(address)
        after = found.get(sheet, {}).get(address)
        if not _same(before, after, tolerance):
            lines.append(f"{sheet}!{address}: expected {before!r}, found {after!r}")
    return lines


def _all_cells(*books: Sheets) -> Iterator[tuple[str, str]]:
    sheets = dict.fromkeys(sheet for book in books for sheet in book)
    for sheet in sheets:
        addresses = {address for book in books for address in book.get(sheet, {})}
        for address in sorted(addresses, key=cell_position):
            yield sheet, address


def _same(left: Value | None, right: Value | None, tolerance: float) -> bool:
    if isinstance(left, CellError) or isinstance(right, CellError):
        return isinstance(left, CellError) and isinstance(right, CellError)
    if isinstance(left, (int, float)) and isinstance(right, (int, float)):
        return math.isclose(left, right, rel_tol=tolerance, abs_tol=tolerance)
    return left == right
