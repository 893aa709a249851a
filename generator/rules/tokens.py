"""Formulas as rules read them: parts, references, calls, and a fingerprint that copies share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token, TokenizerError
from openpyxl.utils import column_index_from_string, get_column_letter

from generator.reader.opened import CellAddress, Rectangle

_CELL = r"(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})"
_BARE = r"[^'!\s+\-*/^&=<>(),;:{}\"%]+"
"""A sheet's name without quotes: no operator is a part of it."""

_SHEET = rf"(?:'((?:[^']|'')+)'|({_BARE}))!"
_REFERENCE = re.compile(rf"(?:{_SHEET})?{_CELL}(?::{_CELL})?")
_WHOLE = re.compile(
    rf"(?:{_SHEET})?(?:\$?[A-Za-z]{{1,3}}:\$?[A-Za-z]{{1,3}}|\$?[0-9]{{1,7}}:\$?[0-9]{{1,7}})"
)
_QUALIFIED = re.compile(_SHEET)
_SPACES = {Token.WSPACE}
REMEMBERED = 1_000_000


class Part(NamedTuple):
    """A token: its kind and subtype in openpyxl's words, its text."""

    kind: str
    subtype: str
    text: str

    @property
    def opens(self) -> str:
        """Return the name of the function that opens here, in capitals; "" for anything else."""
        is_call = self.kind == Token.FUNC and self.subtype == Token.OPEN
        return self.text[:-1].upper() if is_call else ""

    @property
    def is_operator(self) -> bool:
        """Tell whether the part is an operator between, before or after operands."""
        return self.kind in {Token.OP_IN, Token.OP_PRE, Token.OP_POST}


class Reference(NamedTuple):
    """A cell or a rectangle: its sheet ("" for the formula's own), its corners, what is fixed.

    `fixed` says of first row, first column, last row, last column whether they stay when copied.
    """

    sheet: str
    area: Rectangle
    fixed: tuple[bool, bool, bool, bool]

    @property
    def is_cell(self) -> bool:
        """Tell whether the reference is one cell."""
        top, left, bottom, right = self.area
        return top == bottom and left == right

    def contains(self, row: int, col: int) -> bool:
        """Tell whether a cell of its sheet is inside."""
        top, left, bottom, right = self.area
        return top <= row <= bottom and left <= col <= right


class Call(NamedTuple):
    """A call of a function: its name in capitals, the parts of each argument."""

    name: str
    arguments: tuple[tuple[Part, ...], ...]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in parts, spaces left out; `broken` where it cannot be read to its end."""

    parts: tuple[Part, ...]
    references: tuple[Reference, ...]
    functions: tuple[str, ...]
    broken: bool = False

    def operands(self, subtype: str) -> Iterator[str]:
        """Yield the texts of the operands of a subtype: RANGE, NUMBER, TEXT, ERROR."""
        for part in self.parts:
            if part.kind == Token.OPERAND and part.subtype == subtype:
                yield part.text


@lru_cache(maxsize=REMEMBERED)
def parse(text: str) -> Formula:
    """Return a formula, written without `=`, in parts; a mere link, the most frequent, at once."""
    if link := _read_reference(text):
        return Formula((Part(Token.OPERAND, Token.RANGE, text),), (link,), ())
    try:
        items = Tokenizer(f"={text}").items
    except (TokenizerError, IndexError):
        return Formula((), (), (), broken=True)
    parts = tuple(Part(t.type, t.subtype, t.value) for t in items if t.type not in _SPACES)
    found = [reference_of(part) for part in parts]
    depth = sum((p.subtype == Token.OPEN) - (p.subtype == Token.CLOSE) for p in parts)
    return Formula(
        parts,
        tuple(reference for reference in found if reference),
        tuple(part.opens for part in parts if part.opens),
        broken=depth != 0 or not parts,
    )


def reference_of(part: Part) -> Reference | None:
    """Return the cell or the rectangle that a part refers to; None for a name or anything else."""
    if part.kind != Token.OPERAND or part.subtype != Token.RANGE:
        return None
    return _read_reference(part.text)


@lru_cache(maxsize=REMEMBERED)
def _read_reference(text: str) -> Reference | None:
    match = _REFERENCE.fullmatch(text)
    if match is None:
        return None
    quoted, bare, *first, fixed_col, col, fixed_row, row = match.groups()
    corners = [_corner(*first)]
    corners.append(_corner(fixed_col, col, fixed_row, row) if row else corners[0])
    (top, left, lock_top, lock_left), (bottom, right, lock_bottom, lock_right) = corners
    area = (min(top, bottom), min(left, right), max(top, bottom), max(left, right))
    sheet = (quoted or bare or "").replace("''", "'")
    return Reference(sheet, area, (lock_top, lock_left, lock_bottom, lock_right))


def _corner(fixed_col: str, col: str, fixed_row: str, row: str) -> tuple[int, int, bool, bool]:
    return int(row) - 1, column_index_from_string(col) - 1, bool(fixed_row), bool(fixed_col)


def is_whole(text: str) -> bool:
    """Tell whether a reference is to whole columns or rows, such as `A:A` or `2:5`."""
    return _WHOLE.fullmatch(text) is not None


def sheet_of(text: str) -> str:
    """Return the sheet that a reference or a place names, "" for none."""
    match = _QUALIFIED.match(text)
    return (match[1] or match[2] or "").replace("''", "'") if match else ""


def calls(formula: Formula) -> Iterator[Call]:
    """Yield every call of a function, the inner ones first."""
    opened: list[tuple[str, list[list[Part]]]] = []
    for part in formula.parts:
        if part.subtype == Token.CLOSE and part.kind == Token.FUNC and opened:
            name, arguments = opened.pop()
            yield Call(name, tuple(tuple(argument) for argument in arguments))
        if part.kind == Token.SEP and opened:
            opened[-1][1].append([])
            outer = opened[:-1]
        else:
            outer = opened
        for _, arguments in outer:
            arguments[-1].append(part)
        if part.opens:
            opened.append((part.opens, [[]]))


def fingerprint(formula: Formula, cell: CellAddress, axes: frozenset[str] | None = None) -> str:
    """Return the formula with references as steps from its cell: what copies of it share.

    With the names of the axis sheets the fingerprint is loose: an axis sheet is any of them, rows
    of other sheets do not count, and neither does how many cells a plain list adds up.
    """
    if axes is not None and is_list(formula):
        return "SUM(…)"
    texts = []
    for part in formula.parts:
        reference = reference_of(part)
        texts.append(_steps(reference, cell, axes) if reference else part.text.upper())
    return "".join(texts)


def is_list(formula: Formula) -> bool:
    """Tell whether the formula is a sum of single cells of its own sheet."""
    inner = [part for part in formula.parts[1:-1] if part.kind != Token.SEP]
    found = [reference_of(part) for part in inner]
    return formula.functions == ("SUM",) and all(r and r.is_cell and not r.sheet for r in found)


def _steps(reference: Reference, cell: CellAddress, axes: frozenset[str] | None) -> str:
    sheet, any_row = reference.sheet, axes is not None and reference.sheet != ""
    if axes is not None and sheet in axes:
        sheet = "*"
    steps = []
    for place, (number, fixed) in enumerate(zip(reference.area, reference.fixed, strict=True)):
        of_row = place % 2 == 0
        if of_row and any_row:
            steps.append("*")
        else:
            steps.append(f"={number}" if fixed else f"{number - cell[not of_row]:+d}")
    return f"<{sheet}!{','.join(steps)}>"


def address(cell: CellAddress) -> str:
    """Return the address of a cell counted from 0, such as `F12`."""
    return f"{get_column_letter(cell[1] + 1)}{cell[0] + 1}"
