"""Small books for tests, whose rows `1`, `2`, ... and columns `A`, `B`, ... read as addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.model.compute import Computed, Spot, compute
from generator.model.formula import LETTERS, Node, Range, Ref
from generator.model.grid import Block, Book, Cell, Column, Content, Page, Sheet
from generator.model.values import Value

_ADDRESS = re.compile(r"([A-Z]+)([0-9]+)")
Cells = Mapping[str, Content | Cell]


def split(address: str) -> tuple[str, str]:
    """Return the column's and the row's key."""
    match = _ADDRESS.fullmatch(address)
    assert match, address
    return match[1], match[2]


def ref(address: str, sheet: str | None = None, *, fixed: bool = False) -> Ref:
    """Return one cell, such as `B3`."""
    return Ref(*split(address), sheet, fixed)


def area(corners: str, sheet: str | None = None, *, fixed: bool = False) -> Range:
    """Return a rectangle, such as `A1:B3`."""
    first, last = corners.split(":")
    return Range(ref(first, sheet, fixed=fixed), ref(last, sheet, fixed=fixed))


def block(corners: str) -> Block:
    """Return a block of a sheet, such as `A1:B3`."""
    (left, top), (right, bottom) = (split(corner) for corner in corners.split(":"))
    return Block(top, left, bottom, right)


def make_sheet(
    name: str,
    cells: Cells,
    *,
    columns: tuple[Column, ...] = (),
    page: Page | None = None,
    frozen: tuple[str, str] | None = None,
    tab: str | None = None,
) -> Sheet:
    """Return a sheet that holds the cells, and a page of its own unless told otherwise."""
    places = [split(address) for address in cells]
    width = max((LETTERS.index(col) for col, _ in places), default=0) + 1
    height = max((int(row) for _, row in places), default=1)
    columns = columns or tuple(Column(key, 12) for key in LETTERS[:width])
    page = page or Page("A4", Block("1", "A", str(height), LETTERS[width - 1]))
    sheet = Sheet(name, columns, page, frozen, tab)
    rows: dict[str, dict[str, Cell]] = {str(row): {} for row in range(1, height + 1)}
    for address, content in cells.items():
        col, row = split(address)
        rows[row][col] = content if isinstance(content, Cell) else Cell(content)
    for row, line in rows.items():
        sheet.add(row, line)
    return sheet


def make_book(sheets: Sequence[Sheet], names: Mapping[str, Ref] | None = None) -> Book:
    """Return a book of the sheets."""
    return Book(list(sheets), names or {}, {"title": "Essai"}, {"plan": "essai"})


def computed(cells: Cells, names: Mapping[str, Ref] | None = None) -> Computed:
    """Return a book of one sheet, `F`, with its values."""
    return compute(make_book([make_sheet("F", cells)], names))


def value_of(node: Node, cells: Cells, names: Mapping[str, Ref] | None = None) -> Value:
    """Return what the formula is worth in a cell of its own, right of the others."""
    return computed({**cells, "Z1": node}, names).at(ref("Z1", "F"))


def text_of(node: Node, sheets: Sequence[Sheet], names: Mapping[str, Ref] | None = None) -> str:
    """Return the formula's text, written from A1 of the first sheet."""
    return node.text(Spot(compute(make_book(sheets, names)), 0, 0, 0))


def set_height(sheet: Sheet, key: str, height: float) -> None:
    """Give one of the sheet's rows a height."""
    place = sheet.row_index[key]
    sheet.rows[place] = sheet.rows[place]._replace(height=height)
