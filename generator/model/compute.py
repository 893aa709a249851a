"""The value of every formula of a book, computed once, in layout order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.errors import (
    CircularFormulaError,
    MissingTwinError,
    ModelError,
    UnknownKeyError,
)
from generator.model.addresses import cell_name, quoted
from generator.model.grid import Book
from generator.model.lookups import ascending_numbers
from generator.model.nodes import Ref
from generator.model.place import Address, Keys
from generator.model.slots import PENDING, RUNNING, Mark, Slot, lay_out
from generator.model.values import Area, ErrorValue, NoTwinError, Value, match_key

AreaKey = tuple[int, int, int, int, int]

SHARED_HEIGHT = 50
"""Rows from which a rectangle is kept: long lists are read by many formulas."""

MAX_DEPTH = 40
"""Formulas that may wait for each other on Python's stack."""


TOO_DEEP = "formule trop imbriquée"


class _TooDeepError(Exception):
    """A chain of formulas is longer than the stack allows: `cell` has to be computed first."""

    def __init__(self, cell: Address) -> None:
        self.cell = cell
        super().__init__(cell)


@dataclass(slots=True)
class Computed:
    """A book with the value of each of its cells: `values[sheet][row][column]`, None if blank."""

    book: Book
    values: list[list[list[Slot]]]
    prefixes: tuple[str, ...]
    names: dict[str, Address] = field(default_factory=dict)
    indexes: dict[AreaKey, dict[object, list[int]]] = field(default_factory=dict)
    areas: dict[AreaKey, Area] = field(default_factory=dict)
    ascents: dict[AreaKey, list[int | float]] = field(default_factory=dict)
    depth: int = 0

    def value(self, sheet: int, row: int, col: int) -> Value:
        """Return the value of a cell counted from 0, computing it if it is still pending."""
        rows = self.values[sheet]
        if row >= len(rows) or col >= len(rows[row]):
            return None
        slot = rows[row][col]
        if slot is PENDING:
            return self._compute(sheet, row, col)
        if slot is RUNNING:
            raise CircularFormulaError(Spot(self, sheet, row, col).where)
        return slot  # type: ignore[return-value] # both marks are behind us

    def cells(self, key: AreaKey) -> list[Value]:
        """Return the values of a rectangle, row by row."""
        sheet, top, left, bottom, right = key
        rows = self.values[sheet]
        laid = [slot for row in rows[top : bottom + 1] for slot in row[left : right + 1]]
        whole = len(laid) == (bottom - top + 1) * (right - left + 1)
        if whole and PENDING not in laid and RUNNING not in laid:
            return laid  # type: ignore[return-value] # neither mark is among them
        return [
            self.value(sheet, row, col)
            for row in range(top, bottom + 1)
            for col in range(left, right + 1)
        ]

    def _compute(self, sheet: int, row: int, col: int) -> Value:
        if self.depth >= MAX_DEPTH:
            raise _TooDeepError((sheet, row, col))
        source = self.book.sheets[sheet]
        node = source.rows[row].cells[source.columns[col].key].content
        slots = self.values[sheet][row]
        slots[col] = RUNNING
        self.depth += 1
        value: Value
        try:
            value = node.value(Spot(self, sheet, row, col))  # type: ignore[union-attr] # a formula
        except ErrorValue as error:
            value = ErrorValue(error.code)
        except NoTwinError as refused:
            raise MissingTwinError(Spot(self, sheet, row, col).where, refused.what) from None
        except (_TooDeepError, RecursionError) as deep:
            self.depth -= 1
            slots[col] = PENDING
            if isinstance(deep, _TooDeepError):
                raise
            if self.depth:
                raise _TooDeepError((sheet, row, col)) from None
            raise ModelError(Spot(self, sheet, row, col).where, TOO_DEEP) from None
        self.depth -= 1
        slots[col] = value = 0 if value is None else value  # a link to a blank cell shows 0
        return value

    def settle(self, cell: Address) -> None:
        """Compute a cell, after what it waits for where that is too long a chain for the stack."""
        try:
            self.value(*cell)
        except _TooDeepError as deep:
            self._settle_chain({cell: None, deep.cell: None})

    def _settle_chain(self, waiting: dict[Address, None]) -> None:
        """Compute the cells from the last to the first, adding those that they turn out to need."""
        while waiting:
            cell = next(reversed(waiting))
            try:
                self.value(*cell)
            except _TooDeepError as deep:
                if deep.cell in waiting:
                    raise CircularFormulaError(Spot(self, *deep.cell).where) from None
                waiting[deep.cell] = None
            else:
                del waiting[cell]

    def locate(self, ref: Ref, where: str) -> Address:
        """Return the address of a fully named cell; `where` is who asks, for messages."""
        sheet = self.book.sheet_index.get(ref.sheet or "")
        if sheet is None:
            raise UnknownKeyError(where, "feuille", ref.sheet or "")
        source = self.book.sheets[sheet]
        row, col = source.row_index.get(ref.row or ""), source.col_index.get(ref.col or "")
        if row is None:
            raise UnknownKeyError(where, "ligne", f"{source.name} / {ref.row or ''}")
        if col is None:
            raise UnknownKeyError(where, "colonne", f"{source.name} / {ref.col or ''}")
        return sheet, row, col

    def at(self, ref: Ref) -> Value:
        """Return the value of a fully named cell."""
        return self.value(*self.locate(ref, "lecture"))


@dataclass(slots=True)
class Spot:
    """The place of one formula: what its nodes see (see `place.Place`).

    Not frozen: one is made for each formula, freezing triples its cost, and the writer moves one
    along each row.
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

    def resolve(self, keys: Keys, home: int | None = None) -> Address:
        """Return (sheet, row, column), counted from 0; an unknown key is an error.

        A sheet left out is `home`, by default the formula's own.
        """
        book = self.computed.book
        place: int | None
        if keys.sheet is None:
            place = self.sheet if home is None else home
        else:
            place = book.sheet_index.get(keys.sheet)
        if place is None:
            raise UnknownKeyError(self.where, "feuille", str(keys.sheet))
        sheet = book.sheets[place]
        row = self.row if keys.row is None else sheet.row_index.get(keys.row)
        col = self.col if keys.col is None else sheet.col_index.get(keys.col)
        if row is None:
            raise UnknownKeyError(self.where, "ligne", f"{sheet.name} / {keys.row}")
        if col is None:
            raise UnknownKeyError(self.where, "colonne", f"{sheet.name} / {keys.col}")
        return place, row, col

    def named(self, name: str) -> Address:
        """Return the cell that a defined name stands for."""
        address = self.computed.names.get(name)
        if address is None:
            raise UnknownKeyError(self.where, "nom", name)
        return address

    def fetch(self, keys: Keys) -> Value:
        """Return the computed value of a cell by keys; an unknown key is an error."""
        sheet, row, col = self.resolve(keys)
        slot = self.computed.values[sheet][row][col]
        return self.computed.value(sheet, row, col) if slot.__class__ is Mark else slot  # type: ignore[return-value] # no mark

    def read(self, address: Address) -> Value:
        """Return the computed value of a cell; None where it is blank."""
        return self.computed.value(*address)

    def read_area(self, start: Address, end: Address) -> Area:
        """Return the computed values of the rectangle, row by row.

        A long one is kept: its cells are computed by then, and a cell is computed once.
        """
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

    def index(self, area: Area) -> dict[object, list[int]]:
        """Return the offsets at which the rectangle holds each key, built once for the book."""
        found = self.computed.indexes.get(area.key)
        if found is None:
            found = self.computed.indexes[area.key] = _offsets(area.values)
        return found

    def ascending(self, area: Area) -> list[int | float]:
        """Return the rectangle's numbers, which ascend, checked once for the book."""
        found = self.computed.ascents.get(area.key)
        if found is None:
            found = self.computed.ascents[area.key] = ascending_numbers(area)
        return found

    def prefix(self, sheet: int) -> str:
        """Return `'Axe I'!`, or nothing for the formula's own sheet."""
        return "" if sheet == self.sheet else self.computed.prefixes[sheet]


def _offsets(values: Sequence[Value]) -> dict[object, list[int]]:
    found: dict[object, list[int]] = {}
    for offset, value in enumerate(values):
        if value is not None and not isinstance(value, ErrorValue):
            found.setdefault(match_key(value), []).append(offset)
    return found


def lay_out_book(book: Book) -> Computed:
    """Return the book with its constants in place and no formula computed yet."""
    prefixes = tuple(f"{quoted(sheet.name)}!" for sheet in book.sheets)
    computed = Computed(book, [lay_out(sheet) for sheet in book.sheets], prefixes)
    for name, ref in book.names.items():
        computed.names[name] = computed.locate(ref, f"nom {name}")
    return computed


def compute(book: Book) -> Computed:
    """Return the book with every value computed; a wrong reference or function is an error."""
    computed = lay_out_book(book)
    for place, rows in enumerate(computed.values):
        for row, slots in enumerate(rows):
            if PENDING in slots:
                for col, slot in enumerate(slots):
                    if slot is PENDING:
                        computed.settle((place, row, col))
    return computed
