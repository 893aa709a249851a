"""What was typed where nothing is read: beside or below a table, or far from all that is held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise, product

from generator.copies.said import say
from generator.copies.values import shown
from generator.errors import CellFinding
from generator.labels import Words
from generator.reader.opened import CellAddress, OpenedCell, OpenedSheet
from generator.recovery.axes import ReadAxis
from generator.recovery.titles import match_folded
from generator.rules.layout import AXIS_COLUMNS, is_number
from generator.rules.tokens import address
from generator.sheets.axis import WATCHED_ROWS_BELOW
from generator.texts import show_first

PUBLISHED = {"published", "gap", "compared"}
"""Columns that the sheets of a plan without published totals do not have."""

ROWS_AWAY, COLUMNS_AWAY = 1000, 100
"""How far from all others a value is no note any more."""


def is_held(cell: OpenedCell) -> bool:
    """Tell whether a cell holds something."""
    return cell.value is not None or cell.formula is not None


def say_strays(sheet: OpenedSheet, strays: Mapping[CellAddress, str]) -> Iterator[CellFinding]:
    """Yield the first text and the first number of each kind, with how many more there are.

    `strays` has by cell what is said of a number there; texts are all alike.
    """
    kinds: dict[str, list[CellAddress]] = {}
    for at in sorted(strays):
        cell = sheet.cells.get(at)
        is_note = cell and isinstance(cell.value, str) and strays[at] != "cell.over"
        kinds.setdefault("cell.beside" if is_note else strays[at], []).append(at)
    for kind, (first, *more) in kinds.items():
        cell = sheet.cells.get(first)
        yield say(
            kind,
            sheet.name,
            address(first),
            show_first((cell and shown(cell)) or "vide", len(more)),
        )


def find_strays(axis: ReadAxis, words: Words) -> Iterator[CellFinding]:
    """Yield what stands beside an axis sheet's columns, or below the rows that are watched.

    Nothing reads it. Inside the table it is a column that somebody added. Nor is anything read that
    was typed over a total of the document, or over what it lacks.
    """
    table = axis.table
    titles, known = _own_titles(axis, words)
    own, right = own_columns(known, titles)
    bottom = max([*axis.levels.values(), *axis.lines.values()]) + WATCHED_ROWS_BELOW
    strays = {
        (row, col): "cell.uncounted"
        for (row, col), cell in table.sheet.cells.items()
        if (col > right or row > bottom or (col not in own and row >= table.header))
        and is_held(cell)
    }
    strays |= dict.fromkeys(_typed_over(table.sheet, known), "cell.over")
    yield from say_strays(table.sheet, strays)


def _typed_over(sheet: OpenedSheet, known: Mapping[str, int]) -> Iterator[CellAddress]:
    """Yield the cells without a formula where a row is compared with the document."""
    if not known.keys() >= PUBLISHED:
        return
    mark = known["compared"]
    compared = [
        row for (row, col), cell in sheet.cells.items() if col == mark and is_number(cell.value)
    ]
    for at in product(compared, (known["published"], known["gap"])):
        if at not in sheet.cells or sheet.cells[at].formula is None:
            yield at


def _own_titles(axis: ReadAxis, words: Words) -> tuple[dict[str, str], dict[str, int]]:
    """Return the titles of an axis sheet's own columns, and where those that it has stand."""
    titles = {key: words(title) for key, title in AXIS_COLUMNS.items()}
    titles["compared"] = words("axis.compared")
    known = {**axis.table.columns, **match_folded(axis.table.titles, titles).columns}
    if not PUBLISHED & known.keys():
        titles = {key: title for key, title in titles.items() if key not in PUBLISHED}
    return titles, known


def own_columns(known: Mapping[str, int], titles: Iterable[str]) -> tuple[set[int], int]:
    """Return the columns of a table, and the last of them.

    Where a title is not known, all up to the last may be the table's own.
    """
    right = max(known.values())
    is_whole = known.keys() >= set(titles)
    return (set(known.values()) if is_whole else set(range(right + 1))), right


def find_far(sheet: OpenedSheet) -> Iterator[CellFinding]:
    """Yield the first value of a sheet that stands far from all the others above and left of it."""
    held = [at for at, cell in sheet.cells.items() if is_held(cell)]
    bottom = _edge({row for row, _ in held}, ROWS_AWAY)
    right = _edge({col for _, col in held}, COLUMNS_AWAY)
    far = [at for at in held if at[0] > bottom or at[1] > right]
    if far:
        yield say("cell.far", sheet.name, address(min(far)), shown(sheet.cells[min(far)]))


def _edge(places: Iterable[int], away: int) -> int:
    """Return the last place before a wide gap."""
    known = sorted({0, *places})
    return next((one for one, other in pairwise(known) if other - one > away), known[-1])
