"""The cells of a sheet as XML, each written once, in one piece.

XlsxWriter keeps a table of cells and looks each formula through for functions that the model may
not use; on large plans that is most of its time. Here the rows go straight to the sheet's part,
and XlsxWriter writes everything else.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

from xlsxwriter.worksheet import Worksheet

from generator.compute import Spot
from generator.errors import WriteRefusedError
from generator.formula import LETTERS, Node
from generator.grid import Row
from generator.values import ErrorValue
from generator.writer.heights import text_height
from generator.writer.target import Target

MAX_FORMULA, MAX_TEXT = 8192, 32_767
MAX_ROWS = 1_048_576
DEFAULT_HEIGHT = 15.5
LIKELY_ONE_LINE = 0.6
"""A text shorter than this part of its column's width in characters is not measured."""
_SPECIAL = re.compile(r"[&<>]")
_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")


class ModelSheet(Worksheet):
    """A worksheet whose rows are given as XML, and whose charts read the model's values."""

    rows_xml: tuple[str, ...] = ()
    read_value: Callable[[int, int], Any]

    def _write_rows(self) -> None:
        self.fh.write("".join(self.rows_xml))

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002
        """Return a condition's formula as it is: the model uses no function to be renamed."""
        return formula.removeprefix("=")

    def _get_range_data(self, row_start: int, col_start: int, row_end: int, col_end: int) -> Any:
        """Return the values that a chart keeps beside its references."""
        return [
            "" if (value := self.read_value(row, col)) is None else value
            for row in range(row_start, row_end + 1)
            for col in range(col_start, col_end + 1)
        ]


def write_cells(target: Target) -> None:
    """Give the worksheet its rows; a cell that Excel could not hold is an error naming it."""
    sheet, worksheet = target.sheet, target.worksheet
    if len(sheet.rows) > MAX_ROWS or len(sheet.columns) > len(LETTERS):
        raise WriteRefusedError(sheet.name, "feuille trop grande")
    values = target.computed.values[target.place]
    worksheet.rows_xml = tuple(
        _row_xml(target, row, line, values[row]) for row, line in enumerate(sheet.rows)
    )
    worksheet.read_value = lambda row, col: _plain(target.computed.value(target.place, row, col))
    worksheet.dim_rowmin, worksheet.dim_rowmax = 0, len(sheet.rows) - 1
    worksheet.dim_colmin, worksheet.dim_colmax = 0, len(sheet.columns) - 1


def _plain(value: Any) -> Any:
    return value.code if isinstance(value, ErrorValue) else value


def _row_xml(target: Target, row: int, line: Row, values: list[Any]) -> str:
    """Return a row: empty ones without a height are left out."""
    height = line.height or _needed_height(target, line, values)
    look = f' ht="{height:g}" customHeight="1"' if height else ""
    if not line.cells:
        return f'<row r="{row + 1}"{look}/>' if height else ""
    index = target.sheet.col_index
    order = sorted((index[key], cell) for key, cell in line.cells.items())
    cells = [
        _cell_xml(target, row, col, cell.content, values[col], target.styles.index(cell.style))
        for col, cell in order
    ]
    return f'<row r="{row + 1}"{look}>{"".join(cells)}</row>'


def _needed_height(target: Target, line: Row, values: list[Any]) -> float | None:
    """Return the height for the row's wrapped texts, or None where one line is enough.

    A row left to the program grows by itself when someone types a long text into it.
    """
    columns, index = target.sheet.columns, target.sheet.col_index
    needed = 0.0
    for key, cell in line.cells.items():
        value = values[index[key]]
        if value.__class__ is str and len(value) > columns[index[key]].width * LIKELY_ONE_LINE:
            needed = max(needed, text_height(value, cell.style, columns[index[key]].width))
    return round(needed, 2) if needed > DEFAULT_HEIGHT else None


def _cell_xml(target: Target, row: int, col: int, content: Any, value: Any, style: int) -> str:
    head = f'<c r="{LETTERS[col]}{row + 1}" s="{style}"'
    if content is None:
        return head + "/>"
    kind = content.__class__
    if kind is int:
        return f"{head}><v>{content}</v></c>"
    if kind is str:
        return f'{head} t="s"><v>{_shared(target, row, col, content)}</v></c>'
    spot = Spot(target.computed, target.place, row, col)
    if isinstance(content, Node):
        return head + _formula_xml(spot, content.text(spot), value)
    return f"{head}><v>{_number(spot, content)}</v></c>"


def _shared(target: Target, row: int, col: int, text: str) -> int:
    """Return the number of a text among the file's shared strings."""
    if len(text) > MAX_TEXT // 2 and len(text.encode("utf-16-le")) > 2 * MAX_TEXT:
        raise WriteRefusedError(target.spot(row, col).where, "texte trop long")
    index: int = target.worksheet.str_table._get_shared_string_index(text)  # noqa: SLF001
    return index


def _formula_xml(spot: Spot, formula: str, value: Any) -> str:
    """Return the rest of a formula's cell, with the value that it is worth."""
    if len(formula) > MAX_FORMULA:
        raise WriteRefusedError(spot.where, "formule trop longue")
    formula = _escape(formula)
    if value.__class__ is int:
        return f"><f>{formula}</f><v>{value}</v></c>"
    if isinstance(value, str):
        kept = _ESCAPED.sub(lambda found: "_x005F" + found[0], value)
        return f' t="str"><f>{formula}</f><v>{_escape(kept)}</v></c>'
    if isinstance(value, bool):
        return f' t="b"><f>{formula}</f><v>{value:d}</v></c>'
    if isinstance(value, ErrorValue):
        return f' t="e"><f>{formula}</f><v>{value.code}</v></c>'
    return f"><f>{formula}</f><v>{_number(spot, value)}</v></c>"


def _number(spot: Spot, value: float) -> str:
    """Return the shortest text that reads back as the very same number."""
    if not math.isfinite(value):
        raise WriteRefusedError(spot.where, f"nombre {value}")
    return repr(value)


def _escape(text: str) -> str:
    if not _SPECIAL.search(text):
        return text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
