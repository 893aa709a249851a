"""Shared formulas: one text for many cells, unfolded for each."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.reader.areas import MAX_COLUMNS, MAX_ROWS, column_index

LOST = "#REF!"

_TOKENS = re.compile(
    r"""
    "(?:[^"]|"")*"                                        # a text
    | '(?:[^']|'')*'                                      # a sheet's name between apostrophes
    | \[(?:[^\[\]]|\[[^\[\]]*\])*\]                      # a column of a table, another book
    | (?P<col1>\$?[A-Za-z]{1,3}):(?P<col2>\$?[A-Za-z]{1,3})(?![\w.(!$\\])
    | (?P<row1>\$?[0-9]{1,7}):(?P<row2>\$?[0-9]{1,7})(?![\w.(!$\\])
    | (?P<col>\$?[A-Za-z]{1,3})(?P<row>\$?[0-9]{1,7})(?![\w.(!\\])
    | [\w.\\$]+                                           # a name, a function, a number
    """,
    re.VERBOSE,
)


class Part(NamedTuple):
    """A column or a row in a formula's text: whether it stays, and where, counted from 0."""

    is_row: bool
    fixed: bool
    place: int


Piece = str | tuple[Part | str, ...]
"""A text that stays as it is, or a reference: its columns and rows, and `:` between them."""


class Master:
    """The first cell of a shared formula: the others have its text, moved to their place."""

    def __init__(self, row: int, col: int, text: str) -> None:
        self._row, self._col, self._text = row, col, text
        self._pieces: list[Piece] | None = None

    def formula_at(self, row: int, col: int) -> str:
        """Return the formula of another cell that shares it."""
        if self._pieces is None:
            self._pieces = split_formula(self._text)
        return moved(self._pieces, row - self._row, col - self._col)


def split_formula(text: str) -> list[Piece]:
    """Return the formula in pieces: what stays as it is, and what moves with the cell."""
    pieces: list[Piece] = []
    start = 0
    for found in _TOKENS.finditer(text):
        parts = _reference(found)
        if parts:
            pieces += [text[start : found.start()], parts]
            start = found.end()
    return [*pieces, text[start:]]


def _reference(found: re.Match[str]) -> tuple[Part | str, ...]:
    """Return the parts of a reference, none for other tokens (nor for `ZZZ1`: a name)."""
    try:
        if found["col"]:
            return _part(found["col"]), _part(found["row"])
        if found["col1"]:
            return _part(found["col1"]), ":", _part(found["col2"])
        if found["row1"]:
            return _part(found["row1"]), ":", _part(found["row2"])
    except ValueError:
        return ()
    return ()


def _part(text: str) -> Part:
    bare = text.removeprefix("$")
    if bare.isdigit():
        index = int(bare) - 1
        if not 0 <= index < MAX_ROWS:
            raise ValueError(text)
        return Part(is_row=True, fixed=bare != text, place=index)
    return Part(is_row=False, fixed=bare != text, place=column_index(bare))


def moved(pieces: list[Piece], rows: int, cols: int) -> str:
    """Return the formula's text for a cell so many rows below and columns to the right."""
    return "".join(
        piece if isinstance(piece, str) else _moved_reference(piece, rows, cols) for piece in pieces
    )


def _moved_reference(parts: tuple[Part | str, ...], rows: int, cols: int) -> str:
    """Return the reference for that cell, `#REF!` where it would leave the sheet."""
    texts = [
        part if isinstance(part, str) else _moved_part(part, rows if part.is_row else cols)
        for part in parts
    ]
    return LOST if "" in texts else "".join(texts)


def _moved_part(part: Part, by: int) -> str:
    """Return a row or a column, moved unless it stays; "" where it would leave the sheet."""
    index = part.place if part.fixed else part.place + by
    if not 0 <= index < (MAX_ROWS if part.is_row else MAX_COLUMNS):
        return ""
    return ("$" if part.fixed else "") + (str(index + 1) if part.is_row else _letters(index))


def _letters(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        letters = chr(65 + digit) + letters
    return letters
