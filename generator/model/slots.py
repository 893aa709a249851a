"""The cells of a sheet before anything is computed: constants, blanks, and marks for formulas."""

from __future__ import annotations

import math

from generator.errors import UnknownKeyError, WriteRefusedError
from generator.model.addresses import cell_name, quoted
from generator.model.grid import Sheet
from generator.model.nodes import Node
from generator.model.values import PLAIN, Value


class Mark:
    """A state of a cell that is no value of the spreadsheet."""


PENDING = Mark()
RUNNING = Mark()
Slot = Value | Mark


def lay_out(sheet: Sheet) -> list[list[Slot]]:
    """Return the constants of the sheet, with a mark where a formula is still to be computed."""
    laid: list[list[Slot]] = []
    index, width = sheet.col_index, len(sheet.columns)
    for row in sheet.rows:
        slots: list[Slot] = [None] * width
        for key, cell in row.cells.items():
            col = index.get(key)
            if col is None:
                where = f"{sheet.name} / {row.key}"
                raise UnknownKeyError(where, "colonne", key)
            content = cell.content
            if (
                content is None
                or type(content) is str
                or (type(content) is int and -PLAIN < content < PLAIN)
            ):
                slots[col] = content
            elif isinstance(content, Node):
                slots[col] = PENDING
            else:
                slots[col] = _checked(content, sheet, len(laid), col)
        laid.append(slots)
    return laid


def _checked(content: object, sheet: Sheet, row: int, col: int) -> Value:
    """Return a constant that every engine keeps as it is: 15 digits, no infinity, no other type."""
    if type(content) is bool or (type(content) is float and math.isfinite(content)):
        return content
    where = f"{quoted(sheet.name)}!{cell_name(row, col)}"
    raise WriteRefusedError(where, f"valeur {content!r} de type {type(content).__name__}")
