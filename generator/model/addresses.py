"""Addresses as Excel writes them: letters of columns, names of cells and of sheets."""

from __future__ import annotations

from typing import Literal

MAX_COLUMNS = 1000
"""Columns that a sheet may have here; Excel has 16 384."""


def _letters(col: int) -> str:
    letters, left = "", col + 1
    while left:
        left, digit = divmod(left - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


LETTERS = tuple(_letters(col) for col in range(MAX_COLUMNS))
"""The letters of the columns, counted from 0."""


Fixed = bool | Literal["row", "col"]
"""What of an address stays when its formula is copied: nothing, all, its row, its column."""


def cell_name(row: int, col: int, *, fixed: Fixed = False) -> str:
    """Return the address of a cell counted from 0, such as `F12`, `$F$12`, `F$12` or `$F12`."""
    if not fixed:
        return f"{LETTERS[col]}{row + 1}"
    letters = LETTERS[col] if fixed == "row" else f"${LETTERS[col]}"
    return f"{letters}{row + 1}" if fixed == "col" else f"{letters}${row + 1}"


def quoted(name: str) -> str:
    """Return the sheet's name as formulas write it, always between apostrophes."""
    return "'" + name.replace("'", "''") + "'"
