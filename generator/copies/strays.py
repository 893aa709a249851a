"""What was typed where nothing is read: beside or below a table, or far from all that is held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.copies.said import say
from generator.copies.values import shown
from generator.errors import CellFinding
from generator.reader.opened import OpenedCell, OpenedSheet
from generator.recovery.axes import ReadAxis
from generator.rules.tokens import address
from generator.sheets.axis import WATCHED_ROWS_BELOW

ROWS_AWAY, COLUMNS_AWAY = 1000, 100
"""How far from all others a value is no note any more."""


def _is_held(cell: OpenedCell) -> bool:
    """Tell whether a cell holds something."""
    return cell.value is not None or cell.formula is not None


def find_strays(axis: ReadAxis) -> Iterator[CellFinding]:
    """Yield what stands right of an axis sheet's columns, or below the rows that are watched.

    The first text and the first number: nothing reads them.
    """
    table = axis.table
    held = {at: cell for at, cell in table.sheet.cells.items() if _is_held(cell)}
    right = max(col for row, col in held if row == table.header)
    bottom = max([*axis.levels.values(), *axis.lines.values()]) + WATCHED_ROWS_BELOW
    said: set[str] = set()
    for at in sorted(at for at in held if at[1] > right or at[0] > bottom):
        kind = "cell.beside" if isinstance(held[at].value, str) else "cell.uncounted"
        if kind not in said:
            said.add(kind)
            yield say(kind, table.sheet.name, address(at), shown(held[at]))


def find_far(sheet: OpenedSheet) -> Iterator[CellFinding]:
    """Yield the first value of a sheet that stands far from all the others above and left of it."""
    held = [at for at, cell in sheet.cells.items() if _is_held(cell)]
    bottom = _edge({row for row, _ in held}, ROWS_AWAY)
    right = _edge({col for _, col in held}, COLUMNS_AWAY)
    far = [at for at in held if at[0] > bottom or at[1] > right]
    if far:
        yield say("cell.far", sheet.name, address(min(far)), shown(sheet.cells[min(far)]))


def _edge(places: Iterable[int], away: int) -> int:
    """Return the last place before a wide gap."""
    known = sorted({0, *places})
    return next((one for one, other in pairwise(known) if other - one > away), known[-1])
