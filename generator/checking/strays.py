"""Rows whose own mark was typed over: known by what else stands in them, and where."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.grid import Sheet
from generator.model.nodes import Node
from generator.reader.opened import OpenedSheet

SHARE = 2
"""One in so many of a row's constants still stands in the row of the copy."""


def match_strays(
    sheet: Sheet, opened: OpenedSheet, filled: Iterable[int], places: dict[int, int]
) -> None:
    """Place the rows of the model that no mark found on the rows where their neighbours say."""
    free = set(filled) - set(places.values())
    if not free:
        return
    shift = 0
    for place in range(len(sheet.rows)):
        if place in places:
            shift = places[place] - place
        elif place + shift in free and _is_alike(sheet, opened, place, place + shift):
            places[place] = place + shift
            free.remove(place + shift)


def _is_alike(sheet: Sheet, opened: OpenedSheet, place: int, row: int) -> bool:
    """Tell whether enough of what stands in a row of the model stands in one of the copy.

    Of formulas it counts that there is one.
    """
    held = [(key, cell.content) for key, cell in sheet.rows[place].cells.items()]
    pairs = [
        (content, opened.cells.get((row, sheet.col_index[key])))
        for key, content in held
        if content is not None
    ]
    same = [
        found.formula is not None if isinstance(content, Node) else found.value == content
        for content, found in pairs
        if found is not None
    ]
    return len(pairs) > 1 and sum(same) * SHARE >= len(pairs)
