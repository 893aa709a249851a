"""Rows that were sorted without all their columns: each shows the code of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.copies.said import say
from generator.errors import CellFinding
from generator.labels import Words
from generator.reader.opened import OpenedWorkbook
from generator.recovery.axes import ReadAxis
from generator.recovery.places import RESERVE
from generator.recovery.table import read_titled
from generator.rules.tokens import address
from generator.sheets.common import ACTIVITIES
from generator.texts import comparable, show_first


def parted_rows(read: ReadAxis) -> dict[int, str]:
    """Return the rows whose codes were exchanged among each other, and the code that each shows.

    A code is by itself another's when it was typed so; here each of them is, all the way round, or
    from a reserve row that was sorted with them to the row that shows no code now.
    """
    own = {comparable(code): row for code, row in read.lines.items()}
    shown = {row: read.table.text(row, "code") for row in {*own.values(), *read.natures}}
    away = {
        row: own[comparable(text)]
        for row, text in shown.items()
        if own.get(comparable(text), row) != row
    }
    met: set[int] = set()
    found: set[int] = set()
    heads = away.keys() - set(away.values())
    for row in (*heads, *away):
        way = _way(away, row) if row not in met else [row]
        last = way[-1]
        if (len(way) > 1 and away.get(last) == row) or (row in heads and _is_open(read, row, last)):
            found.update(way)
        met.update(way)
    return {row: shown[row] for row in sorted(found)}


def _way(away: Mapping[int, int], row: int) -> list[int]:
    """Return the rows that one comes by from a row to that whose code each shows, none twice."""
    way = {row: None}
    while (row := away.get(row, row)) not in way:
        way[row] = None
    return list(way)


def _is_open(read: ReadAxis, first: int, last: int) -> bool:
    """Tell whether a way goes from a reserve row to an activity's that shows no code."""
    cell = read.table.sheet.cells.get((last, read.table.columns["code"]))
    is_typed = cell is not None and cell.formula is None and comparable(str(cell.value or ""))
    kinds = [read.natures.get(row) == RESERVE for row in (first, last)]
    return kinds == [True, False] and not is_typed


def find_parted(read: ReadAxis, parted: Mapping[int, str]) -> Iterator[CellFinding]:
    """Yield the first of the rows that were parted, with how many more there are."""
    if not parted:
        return
    row, *more = parted
    codes = {at: code for code, at in read.lines.items()}
    at = address((row, read.table.columns["code"]))
    found = show_first(parted[row], len(more))
    yield say("rows.parted", read.table.sheet.name, at, found, codes.get(row, ""))


def find_parted_list(workbook: OpenedWorkbook, words: Words) -> Iterator[CellFinding]:
    """Yield the first line of the list that shows another's code, with how many more there are.

    By itself that is no fault: rows of an axis sheet were sorted, and the list shows them so.
    """
    sheet = next((own for own in workbook.sheets if own.name == ACTIVITIES), None)
    titles = {key: words(f"activities.{key}") for key in ("code", "key")}
    table = read_titled(sheet, titles) if sheet else None
    if table is None:
        return
    keys = {row: key for row in table.rows if (key := comparable(table.text(row, "key")))}
    known = set(keys.values())
    codes = {row: comparable(table.text(row, "code")) for row in keys}
    parted = [row for row, code in codes.items() if code in known and code != keys[row]]
    if parted:
        row, *more = parted
        place = table.where(row, "code")
        yield say("list.parted", ACTIVITIES, place, show_first(codes[row], len(more)), keys[row])
