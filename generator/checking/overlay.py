"""The model that a copy was made with, laid over the copy as it is now.

Formulas are known by keys: with each row at its place in the copy they say what must stand in every
cell, whatever rows were inserted, deleted or sorted; with the copy's inputs, what each is worth.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from generator.checking.columns import refuse_moved_columns
from generator.checking.rows import Match, is_input, match_rows
from generator.errors import ModelError
from generator.model.compute import Computed, compute, lay_out_book
from generator.model.grid import Book, Cell, Content, Row, Sheet
from generator.model.nodes import Node
from generator.model.place import Place
from generator.model.values import NUMBER, PLAIN, ErrorValue, Value
from generator.reader.opened import OpenedSheet, OpenedWorkbook
from generator.recovery import Recovered
from generator.workbook import build_book

FAR = 100_000
"""Rows from which nothing is laid out: no formula of the model looks there."""

INSERTED = "+"
"""What precedes the row's number in the key of a row that the model does not know."""


class Pair(NamedTuple):
    """A sheet as it was made, what the copy has of it, and which row is which.

    `place` is its place in the model's book, and `laid` the sheet with its rows where the copy has
    them; those that the copy has no longer are at its foot.
    """

    place: int
    made: Sheet
    opened: OpenedSheet
    match: Match
    laid: Sheet

    @property
    def gone(self) -> list[Row]:
        """Return the rows that the copy has no longer."""
        rows = self.made.rows
        return [row for index, row in enumerate(rows) if index not in self.match.places]

    @property
    def end(self) -> int:
        """Return the row from which the rows stand that the copy has no longer."""
        return len(self.laid.rows) - len(self.gone)


class Overlay(NamedTuple):
    """The model over a copy: its sheets in pairs, and its book, which renders formulas."""

    pairs: tuple[Pair, ...]
    plain: Computed


def lay_over(recovered: Recovered, workbook: OpenedWorkbook) -> Overlay:
    """Return the model of a copy laid over it."""
    book = build_book(recovered.source, recovered.language)
    opened = {sheet.name: sheet for sheet in workbook.sheets}
    pairs, sheets = [], []
    for place, sheet in enumerate(book.sheets):
        if sheet.name in opened:
            pair = _pair(place, sheet, opened[sheet.name])
            pairs.append(pair)
            sheets.append(pair.laid)
        else:
            sheets.append(sheet)
    laid = Book(sheets, book.names, book.properties, book.stamp)
    return Overlay(tuple(pairs), lay_out_book(laid))


def compute_with(
    overlay: Overlay, found: Iterable[tuple[Pair, int, int, Value]]
) -> Computed | None:
    """Return the values of the copy, where some cells (row, column) hold another value.

    Formulas that were typed over or changed are worth what the copy stores. None where what was
    typed has no one value in all programs. The overlay renders no formula after this.
    """
    for pair, row, col, value in found:
        cell = Cell(_constant(value))
        pair.laid.set(pair.laid.rows[row].key, pair.laid.columns[col].key, cell)
    try:
        return compute(overlay.plain.book)
    except ModelError:
        return None


def _pair(place: int, sheet: Sheet, opened: OpenedSheet) -> Pair:
    refuse_moved_columns(sheet, opened)
    match = match_rows(sheet, opened)
    rows = {row: _live_row(sheet, index, opened, row) for index, row in match.places.items()}
    rows |= {row: _inserted_row(sheet, opened, row) for row in match.inserted if row < FAR}
    laid = Sheet(sheet.name, sheet.columns, sheet.page)
    pair = Pair(place, sheet, opened, match, laid)
    for row in range(max(rows, default=-1) + 1):
        given = rows.get(row, Row(f"#blank:{row}", {}))
        laid.add(given.key, given.cells)
    for gone in pair.gone:
        laid.add(gone.key, gone.cells)
    return pair


def _live_row(sheet: Sheet, index: int, opened: OpenedSheet, row: int) -> Row:
    """Return a row of the model with the copy's inputs, and what was typed where nothing was."""
    expected = sheet.rows[index]
    cells = dict(expected.cells)
    for col, column in enumerate(sheet.columns):
        found = opened.cells.get((row, col))
        held = cells.get(column.key)
        if held is None or held.content is None or is_input(held):
            value = found.value if found else None
            if held is not None or value is not None:
                cells[column.key] = Cell(_constant(value), held.style if held else "text")
    return Row(expected.key, cells)


def _inserted_row(sheet: Sheet, opened: OpenedSheet, row: int) -> Row:
    cells = {}
    for col, column in enumerate(sheet.columns):
        found = opened.cells.get((row, col))
        if found is not None and found.value is not None:
            cells[column.key] = Cell(_constant(found.value))
    return Row(f"{INSERTED}{row}", cells)


class _StoredError(Node):
    """An error that a cell of the copy holds: what reads the cell has it too."""

    __slots__ = ("code",)

    def __init__(self, code: str) -> None:
        self.code = code

    def text(self, place: Place) -> str:  # noqa: ARG002 - part of the protocol
        """Return the error as Excel writes it."""
        return self.code

    def value(self, place: Place) -> Value:  # noqa: ARG002 - part of the protocol
        """Raise the error."""
        raise ErrorValue(self.code)


def _constant(value: Value) -> Content:
    """Return a value of the copy as the model can hold it."""
    if isinstance(value, ErrorValue):
        return _StoredError(value.code)
    if isinstance(value, float) and not math.isfinite(value):
        return _StoredError(NUMBER)
    return float(value) if type(value) is int and abs(value) >= PLAIN else value
