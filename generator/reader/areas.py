"""Addresses of cells and areas as the file writes them, to rows and columns counted from 0."""

from __future__ import annotations

import re

from generator.reader.opened import CellAddress, Rectangle

MAX_ROWS, MAX_COLUMNS = 1_048_576, 16_384
"""What a sheet of the format holds."""

LONGEST_LETTERS = 3

_CORNER = re.compile(r"\$?([A-Za-z]{1,3})?\$?([0-9]{1,7})?")
_LOST = "#REF!"
_PIECES = re.compile(r"(?:'(?:[^']|'')*'|[^',])+")


def column_index(letters: str) -> int:
    """Return a column by its letters; letters beyond the last column raise `ValueError`."""
    if len(letters) > LONGEST_LETTERS:
        raise ValueError(letters)
    index = 0
    for letter in letters.upper():
        digit = ord(letter) - 64
        if not 1 <= digit <= 26:  # noqa: PLR2004 - the letters A to Z
            raise ValueError(letters)
        index = index * 26 + digit
    if not 0 < index <= MAX_COLUMNS:
        raise ValueError(letters)
    return index - 1


class Columns(dict[str, int]):
    """Columns by their letters, each worked out once."""

    def __missing__(self, letters: str) -> int:
        index = self[letters] = column_index(letters)
        return index


def parse_area(text: str) -> Rectangle:
    """Return the area `A1:B2`, `A1`, `A:C` or `1:3`; anything else raises `ValueError`."""
    first, colon, second = text.partition(":")
    top, left = _parse_corner(first)
    bottom, right = _parse_corner(second) if colon else (top, left)
    if (top is None) != (bottom is None) or (left is None) != (right is None):
        raise ValueError(text)
    if (top is None or left is None) and not (colon and (top, left) != (None, None)):
        raise ValueError(text)
    last_row = MAX_ROWS - 1 if bottom is None else bottom
    last_col = MAX_COLUMNS - 1 if right is None else right
    if not 0 <= (top or 0) <= last_row < MAX_ROWS or (left or 0) > last_col:
        raise ValueError(text)
    return top or 0, left or 0, last_row, last_col


def _parse_corner(text: str) -> tuple[int | None, int | None]:
    """Return the row and the column of a corner, None for what it does not name."""
    found = _CORNER.fullmatch(text)
    if not found:
        raise ValueError(text)
    letters, digits = found.groups()
    return int(digits) - 1 if digits else None, column_index(letters) if letters else None


def parse_cell(text: str) -> CellAddress:
    """Return the cell `A1`, or the first cell of an area."""
    return parse_area(text)[:2]


def parse_areas(text: str) -> tuple[Rectangle, ...]:
    """Return the areas of a list separated by spaces, such as `A1:B2 D4`."""
    return tuple(parse_area(piece) for piece in text.split())


def named_areas(text: str) -> list[Rectangle]:
    """Return the areas of a defined name such as `'Axe I'!$A:$B,'Axe I'!$4:$5`.

    What is no area of a sheet (`#REF!`, a formula) is left out.
    """
    areas = []
    for piece in _PIECES.findall(text):
        if _LOST in piece:
            continue
        try:
            areas.append(parse_area(piece.rpartition("!")[2].strip()))
        except ValueError:
            continue
    return areas
