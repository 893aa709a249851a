"""The value of every formula of a book, computed once, in layout order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.errors import CircularFormulaError, UnknownKeyError
from generator.formula import Address, Node, Ref, cell_name
from generator.grid import Book, Sheet
from generator.values import Area, ErrorValue, Value


class _Mark:
    """A state of a cell that is no value of the spreadsheet."""


_PENDING = _Mark()
_RUNNING = _Mark()
Slot = Value | _Mark
AreaKey = tuple[int, int, int, int, int]

SHARED_HEIGHT = 50
"""Rows from which a rectangle is kept: long lists are read by many formulas."""


def quoted(name: str) -> str:
    """Return the sheet's name as formulas write it, always between apostrophes."""
    return "'" + name.replace("'", "''") + "'"


@dataclass(slots=True)
class Computed:
    """A book with the value of each of its cells: `values[sheet][row][column]`, None if blank."""

    book: Book
    values: list[list[list[Slot]]]
    prefixes: tuple[str, ...]
    indexes: dict[AreaKey, dict[Value, list[int]]] = field(default_factory=dict)
    areas: dict[AreaKey, Area] = field(default_factory=dict)

    def value(self, sheet: int, row: int, col: int) -> Value:
        """Return the value of a cell counted from 0, computing it if it is still pending."""
        rows = self.values[sheet]
        if row >= len(rows) or col >= len(rows[row]):
            return None
        slot = rows[row][col]
        if slot is _PENDING:
            return self._compute(sheet, row, col)
        if slot is _RUNNING:
            raise CircularFormulaError(Spot(self, sheet, row, col).where)
        return slot  # type: ignore[return-value] - both marks are behind us

    def cells(self, key: AreaKey) -> list[Value]:
        """Return the values of a rectangle, row by row."""
        sheet, top, left, bottom, right = key
        value = self.value
        if left == right:
            return [value(sheet, row, left) for row in range(top, bottom + 1)]
        return [
            value(sheet, row, col)
            for row in range(top, bottom + 1)
            for col in range(left, right + 1)
        ]

    def _compute(self, sheet: int, row: int, col: int) -> Value:
        source = self.book.sheets[sheet]
        node = source.rows[row].cells[source.columns[col].key].content
        slots = self.values[sheet][row]
        slots[col] = _RUNNING
        value: Value
        try:
            value = node.value(Spot(self, sheet, row, col))  # type: ignore[union-attr]
        except ErrorValue as error:
            value = ErrorValue(error.code)
        slots[col] = value = 0 if value is None else value
        return value

    def at(self, ref: Ref) -> Value:
        """Return the value of a fully named cell."""
        sheet = self.book.sheet_index[ref.sheet or ""]
        return self.value(*Spot(self, sheet, 0, 0).resolve(ref))


@dataclass(slots=True)
class Spot:
    """The place of one formula: what its nodes see (see `formula.Place`).

    Not frozen, though never changed: one is made for each formula, and freezing triples its cost.
    """

    computed: Computed
    sheet: int
    row: int
    col: int

    @property
    def where(self) -> str:
        """Return the cell as `'Axe I'!F12`, for messages."""
        name = self.computed.book.sheets[self.sheet].name
        return f"{quoted(name)}!{cell_name(self.row, self.col)}"

    def resolve(self, ref: Ref) -> Address:
        """Return (sheet, row, column), counted from 0; an unknown key is an error."""
        book = self.computed.book
        place = self.sheet if ref.sheet is None else book.sheet_index.get(ref.sheet)
        if place is None:
            raise UnknownKeyError(self.where, "feuille", str(ref.sheet))
        sheet = book.sheets[place]
        row = self.row if ref.row is None else sheet.row_index.get(ref.row)
        col = self.col if ref.col is None else sheet.col_index.get(ref.col)
        if row is None:
            raise UnknownKeyError(self.where, "ligne", f"{sheet.name} / {ref.row}")
        if col is None:
            raise UnknownKeyError(self.where, "colonne", f"{sheet.name} / {ref.col}")
        return place, row, col

    def named(self, name: str) -> Address:
        """Return the cell that a defined name stands for."""
        ref = self.computed.book.names.get(name)
        if ref is None:
            raise UnknownKeyError(self.where, "nom", name)
        return self.resolve(ref)

    def read(self, address: Address) -> Value:
        """Return the computed value of a cell; None where it is blank."""
        return self.computed.value(*address)

    def read_area(self, start: Address, end: Address) -> Area:
        """Return the computed values of the rectangle, row by row."""
        sheet, top, left = start
        _, bottom, right = end
        key = (sheet, top, left, bottom, right)
        known = self.computed.areas.get(key)
        if known is not None:
            return known
        area = Area(key, bottom - top + 1, right - left + 1, self.computed.cells(key))
        if area.height >= SHARED_HEIGHT:
            self.computed.areas[key] = area
        return area

    def index(self, area: Area) -> dict[Value, list[int]]:
        """Return the offsets of each value in the rectangle, built once for the book."""
        found = self.computed.indexes.get(area.key)
        if found is None:
            found = self.computed.indexes[area.key] = _offsets(area.values)
        return found

    def prefix(self, sheet: int) -> str:
        """Return `'Axe I'!`, or nothing for the formula's own sheet."""
        return "" if sheet == self.sheet else self.computed.prefixes[sheet]


def _offsets(values: Sequence[Value]) -> dict[Value, list[int]]:
    found: dict[Value, list[int]] = {}
    for offset, value in enumerate(values):
        if value is not None and not isinstance(value, ErrorValue):
            key = value.casefold() if isinstance(value, str) else value
            found.setdefault(key, []).append(offset)
    return found


def _slots(sheet: Sheet) -> list[list[Slot]]:
    """Return the constants of the sheet, with a mark where a formula is still to be computed."""
    laid: list[list[Slot]] = []
    keys = [column.key for column in sheet.columns]
    for row in sheet.rows:
        unknown = row.cells.keys() - sheet.col_index.keys()
        if unknown:
            raise UnknownKeyError(f"{sheet.name} / {row.key}", "colonne", ", ".join(unknown))
        slots: list[Slot] = [None] * len(keys)
        for key, cell in row.cells.items():
            content = cell.content
            slots[sheet.col_index[key]] = _PENDING if isinstance(content, Node) else content
        laid.append(slots)
    return laid


def compute(book: Book) -> Computed:
    """Return the book with every value computed; a wrong reference or function is an error."""
    prefixes = tuple(f"{quoted(sheet.name)}!" for sheet in book.sheets)
    computed = Computed(book, [_slots(sheet) for sheet in book.sheets], prefixes)
    for place, rows in enumerate(computed.values):
        for row, slots in enumerate(rows):
            for col, slot in enumerate(slots):
                if slot is _PENDING:
                    computed.value(place, row, col)
    return computed
