"""The rows of a sheet, one after the other: each cell's value, formula and look in one pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from generator.reader.areas import MAX_ROWS, Columns
from generator.reader.limits import Limits
from generator.reader.opened import CellAddress, Look, OpenedCell
from generator.reader.refusals import refuse
from generator.reader.sharing import Master
from generator.reader.values import MAIN, decode, is_true, plain_lines, string_item

_VALUE, _FORMULA, _INLINE, _CELL = f"{MAIN}v", f"{MAIN}f", f"{MAIN}is", f"{MAIN}c"
NORMAL = "normal"
_KINDS = {"array": "array", "dataTable": "table"}
_DIGITS = 7
"""Of the number of a sheet's last row."""


class CellReader:
    """What is read of a sheet's rows: give them in the file's order to `read_row`.

    `texts` are the file's shared texts, `looks` the looks by the text of their number. A row or a
    cell without an address follows the one before it.
    """

    def __init__(
        self,
        sheet: str,
        texts: Sequence[str],
        looks: Mapping[str | None, Look],
        limits: Limits,
    ) -> None:
        self.sheet, self._limits = sheet, limits
        self.cells: dict[CellAddress, OpenedCell] = {}
        self.heights: dict[int, float] = {}
        self.hidden: set[int] = set()
        self._texts, self._looks = texts, looks
        self._blanks: dict[str | None, OpenedCell] = {}
        self._columns = Columns()
        self._masters: dict[str, Master] = {}
        self._row = -1

    def read_row(self, row: Element) -> None:
        """Take a row in; one that does not hold together is refused by its number."""
        self._start_row(row)
        before = len(self.cells)
        try:
            count = self._read_cells(row)
        except (LookupError, ValueError):
            refuse("cell", sheet=self.sheet, row=self._row + 1)
        if len(self.cells) - before != count:
            refuse("cell_twice", sheet=self.sheet, row=self._row + 1)
        self._limits.take("lignes", 1)
        self._limits.take("cellules", count)

    def _start_row(self, row: Element) -> None:
        number = row.get("r")
        self._row = _row_index(number) if number else self._row + 1
        if not 0 <= self._row < MAX_ROWS:
            refuse("row", sheet=self.sheet)
        if (height := row.get("ht")) is not None:
            self.heights[self._row] = float(height)
        if is_true(row.get("hidden")):
            self.hidden.add(self._row)

    def _read_cells(self, row: Element) -> int:
        """Return how many cells the row has, each now at its place."""
        cells, columns, number = self.cells, self._columns, self._row
        ending, col, count = str(number + 1), -1, 0
        for cell in row:
            if cell.tag != _CELL:
                continue
            address = cell.get("r")
            col = columns[address.removesuffix(ending)] if address else col + 1
            cells[number, col] = self._read_cell(cell, col) if len(cell) else self._blank(cell)
            count += 1
        return count

    def _blank(self, cell: Element) -> OpenedCell:
        style = cell.get("s")
        blank = self._blanks.get(style)
        if blank is None:
            blank = self._blanks[style] = OpenedCell(None, None, self._looks[style])
        return blank

    def _read_cell(self, cell: Element, col: int) -> OpenedCell:
        """Return a cell that is not blank: its value, the formula that gave it, its look."""
        kind, stored, formula, sort = cell.get("t", "n"), None, None, NORMAL
        for child in cell:
            tag = child.tag
            if tag == _VALUE:
                stored = child.text or ""
            elif tag == _FORMULA:
                shape = child.get("t")
                formula = self._formula(child, shape, col)
                sort = _KINDS.get(shape, NORMAL) if shape else NORMAL
            elif tag == _INLINE:
                kind, stored = "inlineStr", string_item(child)
        value = None if stored is None else decode(kind, stored, self._texts)
        return OpenedCell(value, formula, self._looks[cell.get("s")], sort)

    def _formula(self, element: Element, shape: str | None, col: int) -> str | None:
        """Return the formula as it reads in its own cell, None where there is no text of it."""
        text = plain_lines(element.text or "").removeprefix("=")
        if shape != "shared":
            return text or None
        key = element.get("si", "")
        if text:
            self._masters.setdefault(key, Master(self._row, col, text))
            return text
        formula = self._masters[key].formula_at(self._row, col)
        self._limits.take("caractères de formules partagées", len(formula))
        return formula


def _row_index(number: str) -> int:
    """Return the row, counted from 0; -1 for what is no number of a row."""
    return int(number) - 1 if number.isdecimal() and len(number) <= _DIGITS else -1
