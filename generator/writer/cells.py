"""The cells of a sheet as XML, each written once, in one piece.

XlsxWriter keeps a table of cells and looks each formula through for functions that the model may
not use; on large plans that is most of its time. Here the rows go straight to the sheet's part,
and XlsxWriter writes everything else.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import IO

from xlsxwriter.worksheet import Worksheet

from generator.errors import ModelError, WriteRefusedError
from generator.model.addresses import LETTERS
from generator.model.compute import TOO_DEEP, Spot
from generator.model.grid import Cell, Row, Sheet
from generator.model.nodes import Node
from generator.model.slots import Slot
from generator.model.values import ErrorValue, Value
from generator.writer.heights import text_height
from generator.writer.target import Target
from generator.writer.xml import check_text, constant_xml, formula_text, inline_xml, value_xml

MAX_ROWS = 1_048_576
MAX_HEIGHT = 409.5
DEFAULT_HEIGHT = 15.5
LIKELY_ONE_LINE = 0.45
"""A text shorter than this part of its column's width in characters is not measured."""


class ModelSheet(Worksheet):
    """A worksheet whose rows are given as XML, and whose charts read the model's values."""

    rows_xml: tuple[str, ...] = ()
    read_value: Callable[[int, int], Value]

    def _write_rows(self) -> None:
        stream: IO[str] = self.fh  # type: ignore[assignment] # XlsxWriter declares it None
        stream.write("".join(self.rows_xml))

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002 - XlsxWriter's signature
        """Return a condition's formula as it is: the model uses no function to be renamed."""
        return formula.removeprefix("=")

    def _get_range_data(
        self, row_start: int, col_start: int, row_end: int, col_end: int
    ) -> list[float | str | None]:
        """Return the values that a chart keeps beside its references."""
        return [
            _plain(self.read_value(row, col))
            for row in range(row_start, row_end + 1)
            for col in range(col_start, col_end + 1)
        ]


def _plain(value: Value) -> float | str | None:
    return value.code if isinstance(value, ErrorValue) else value


def write_cells(target: Target) -> None:
    """Give the worksheet its rows; a cell that Excel could not hold is an error naming it."""
    sheet, worksheet = target.sheet, target.worksheet
    if not 0 < len(sheet.rows) <= MAX_ROWS or not sheet.columns:
        raise WriteRefusedError(target.name, "feuille vide ou trop grande")
    values = target.computed.values[target.place]
    worksheet.rows_xml = tuple(
        _row_xml(target, row, line, values[row]) for row, line in enumerate(sheet.rows)
    )
    worksheet.read_value = lambda row, col: target.computed.value(target.place, row, col)
    filled = [row for row, line in enumerate(sheet.rows) if line.cells]
    if filled:
        worksheet.dim_rowmin, worksheet.dim_rowmax = filled[0], filled[-1]
        worksheet.dim_colmin, worksheet.dim_colmax = 0, len(sheet.columns) - 1


def _row_xml(target: Target, row: int, line: Row, values: list[Slot]) -> str:
    """Return a row: empty ones without a height are left out."""
    index = target.sheet.col_index
    order = sorted([(index[key], cell) for key, cell in line.cells.items()])
    height = _given_height(target, row, line) or _needed_height(target.sheet, order, values)
    look = f' ht="{height:g}" customHeight="1"' if height else ""
    if not order:
        return f'<row r="{row + 1}"{look}/>' if height else ""
    cells, spot = [], target.spot(row, 0)
    for spot.col, cell in order:
        cells.append(_cell_xml(target, spot, cell, values[spot.col]))
    return f'<row r="{row + 1}"{look}>{"".join(cells)}</row>'


def _given_height(target: Target, row: int, line: Row) -> float | None:
    """Return the height that the model gives the row; None leaves it to its texts."""
    if line.height and not 0 < line.height <= MAX_HEIGHT:
        raise WriteRefusedError(target.spot(row, 0).where, f"hauteur {line.height}")
    return line.height


def _needed_height(sheet: Sheet, order: list[tuple[int, Cell]], values: list[Slot]) -> float | None:
    """Return the height that the row's wrapped texts need, or None where one line is enough.

    A row left to the program grows by itself when someone types a long text into it.
    """
    needed = 0.0
    for col, cell in order:
        value = values[col]
        if type(value) is str:
            width = sheet.columns[col].width
            if len(value) > width * LIKELY_ONE_LINE or "\n" in value:
                needed = max(needed, text_height(value, cell.style, width))
    return round(needed, 2) if needed > DEFAULT_HEIGHT else None


def _cell_xml(target: Target, spot: Spot, cell: Cell, value: Slot) -> str:
    """Return a cell: the checks of `slots` are behind its constants, `compute` its value."""
    content, style = cell
    number = target.styles.indexes.get(style)
    if number is None:
        number = target.styles.add(style, spot)
    head = f'<c r="{LETTERS[spot.col]}{spot.row + 1}" s="{number}"'
    if content is None:
        return head + "/>"
    if isinstance(content, Node):
        return head + _formula_xml(target, spot, content, value)
    if isinstance(content, str):
        return head + _text_xml(target, spot, content)
    return head + constant_xml(content)


ANY_ROW = 8_888_887
"""A row that no sheet has: what a formula says of it is said of the formula's own row."""

_ANY_NUMBER = str(ANY_ROW + 1)


def _formula(target: Target, spot: Spot, node: Node) -> str:
    """Return a formula as the file writes it; one that many rows share is rendered once.

    From the second row on, only the number of the row is put in.
    """
    key = (id(node), spot.col)
    shared = target.shared.get(key)
    if shared:
        return shared.replace(_ANY_NUMBER, str(spot.row + 1))
    formula = formula_text(spot, node.text(spot))
    if shared is None:
        target.shared[key] = ""
    elif _ANY_NUMBER not in formula:
        row, spot.row = spot.row, ANY_ROW
        target.shared[key] = formula_text(spot, node.text(spot))
        spot.row = row
    return formula


def _formula_xml(target: Target, spot: Spot, node: Node, value: Slot) -> str:
    """Return the rest of a formula's cell: the formula, and what it is worth."""
    try:
        formula = _formula(target, spot, node)
    except RecursionError:
        raise ModelError(spot.where, TOO_DEEP) from None
    if type(value) is int:
        return f"><f>{formula}</f><v>{value}</v></c>"
    return value_xml(spot, formula, value)  # type: ignore[arg-type] # computed by now


def _text_xml(target: Target, spot: Spot, text: str) -> str:
    """Return the rest of a constant text's cell: its number among the file's shared strings."""
    table = target.worksheet.str_table
    if text not in table.string_table:
        check_text(spot, text)
        inline = inline_xml(text)
        if inline is not None:
            return inline
    return f' t="s"><v>{table._get_shared_string_index(text)}</v></c>'  # noqa: SLF001 - as XlsxWriter's own cells do
