"""How faults are planted: copies of a workbook's records with one thing changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from openpyxl.utils import coordinate_to_tuple

from generator.model.values import Value
from generator.reader.opened import (
    CellAddress,
    Look,
    OpenedCell,
    OpenedPage,
    OpenedSheet,
    OpenedWorkbook,
)
from generator.rules import Rule

Only = Callable[[OpenedWorkbook], set[str]]
"""What `conftest.only` gives: the rules that find more in a copy than in the workbook as made."""

Cells = Mapping[str, Mapping[str, Any]]
"""What is changed of some cells: `value`, `formula`, `kind`, or what their looks say."""

BLANK = OpenedCell(None, None, Look())
FILLED = Look(fill="DDEBF7")
"""The look of a header's titles."""

BARE = OpenedSheet(
    name="Feuille",
    state="visible",
    cells={},
    merged=(),
    hidden_rows=frozenset(),
    hidden_columns=frozenset(),
    filtered_rows=frozenset(),
    widths={},
    heights={},
    frozen=None,
    protection=None,
    validations=(),
    highlights=(),
    drawings=(),
    links=(),
    page=OpenedPage(9, False, 1, 0, None, None, ""),
)


def bare_sheet(cells: Mapping[str, Value], titles: Mapping[str, str] | None = None) -> OpenedSheet:
    """Return a sheet with nothing but some values, and some titles that look like a header."""
    held = {at(address): OpenedCell(value, None, Look()) for address, value in cells.items()}
    shown = {
        at(address): OpenedCell(text, None, FILLED) for address, text in (titles or {}).items()
    }
    return replace(BARE, cells=held | shown)


def bare_book(*sheets: OpenedSheet) -> OpenedWorkbook:
    return OpenedWorkbook("f.xlsx", "Microsoft Excel", sheets, (), {}, {}, frozenset())


def spots(rule: Rule, book: OpenedWorkbook) -> list[str]:
    """Return where a rule speaks, such as `Axe A!F10`."""
    return [f"{found.sheet}!{found.cell}" for found in rule(book)]


def shown(rule: Rule, book: OpenedWorkbook) -> list[tuple[str, str]]:
    """Return what a rule has found and what it expected."""
    return [(found.found, found.expected) for found in rule(book)]


def at(address: str) -> CellAddress:
    row, col = coordinate_to_tuple(address)
    return row - 1, col - 1


def area(text: str) -> tuple[int, int, int, int]:
    first, last = text.split(":")
    return (*at(first), *at(last))


def sheet_named(book: OpenedWorkbook, name: str) -> OpenedSheet:
    return next(sheet for sheet in book.sheets if sheet.name == name)


def on_sheet(book: OpenedWorkbook, name: str, **changes: object) -> OpenedWorkbook:
    named: dict[str, Any] = changes
    sheets = [replace(s, **named) if s.name == name else s for s in book.sheets]
    return replace(book, sheets=tuple(sheets))


def on_page(book: OpenedWorkbook, name: str, **changes: object) -> OpenedWorkbook:
    named: dict[str, Any] = changes
    return on_sheet(book, name, page=replace(sheet_named(book, name).page, **named))


def with_cells(book: OpenedWorkbook, name: str, cells: Cells) -> OpenedWorkbook:
    """Return a copy with cells changed."""
    held = dict(sheet_named(book, name).cells)
    for address, changes in cells.items():
        before = held.get(at(address), BLANK)
        own = {key: value for key, value in changes.items() if key in OpenedCell._fields}
        look = {key: value for key, value in changes.items() if key not in own}
        held[at(address)] = before._replace(look=before.look._replace(**look))._replace(**own)
    return on_sheet(book, name, cells=held)


def with_cell(book: OpenedWorkbook, name: str, address: str, **changes: object) -> OpenedWorkbook:
    return with_cells(book, name, {address: changes})


def without_cells(book: OpenedWorkbook, name: str, *addresses: str) -> OpenedWorkbook:
    """Return a copy whose file does not write some cells."""
    gone = {at(address) for address in addresses}
    held = sheet_named(book, name).cells
    return on_sheet(book, name, cells={cell: c for cell, c in held.items() if cell not in gone})


def with_formulas(book: OpenedWorkbook, name: str, formulas: Mapping[str, str]) -> OpenedWorkbook:
    return with_cells(book, name, {a: {"formula": text} for a, text in formulas.items()})


def in_formulas(book: OpenedWorkbook, name: str, pattern: str, text: str) -> OpenedWorkbook:
    """Return a copy with a pattern replaced in every formula of a sheet."""
    held = {
        cell: c._replace(formula=re.sub(pattern, text, c.formula)) if c.formula else c
        for cell, c in sheet_named(book, name).cells.items()
    }
    return on_sheet(book, name, cells=held)


def without_sheet(book: OpenedWorkbook, name: str) -> OpenedWorkbook:
    return replace(book, sheets=tuple(sheet for sheet in book.sheets if sheet.name != name))


def address_of(book: OpenedWorkbook, name: str, text: str) -> CellAddress:
    """Return the first cell of a sheet that shows a text."""
    sheet = sheet_named(book, name)
    return next(cell for cell, c in sheet.cells.items() if c.value == text)
