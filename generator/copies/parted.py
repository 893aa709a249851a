"""Rows that were sorted without all their columns: each shows the code of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.copies.said import say
from generator.errors import CellFinding
from generator.recovery.axes import ReadAxis
from generator.rules.tokens import address
from generator.texts import comparable


def parted_rows(read: ReadAxis) -> dict[int, str]:
    """Return the rows whose codes were exchanged among each other, and the code that each shows.

    A code is by itself another's when it was typed so; here each of them is, all the way round.
    """
    own = {comparable(code): row for code, row in read.lines.items()}
    shown = {row: read.table.text(row, "code") for row in own.values()}
    away = {
        row: own[comparable(text)]
        for row, text in shown.items()
        if own.get(comparable(text), row) != row
    }
    return {row: shown[row] for row in sorted(away) if _is_round(away, row)}


def _is_round(away: Mapping[int, int], row: int) -> bool:
    """Tell whether one comes back to a row by going on to the row whose code each shows."""
    at, seen = away[row], {row}
    while at in away and at not in seen:
        seen.add(at)
        at = away[at]
    return at == row


def find_parted(read: ReadAxis, parted: Mapping[int, str]) -> Iterator[CellFinding]:
    """Yield the first of the rows that were parted, with how many more there are."""
    if not parted:
        return
    row, *more = parted
    codes = {at: code for code, at in read.lines.items()}
    others = f" (et {len(more)} autre{'s' * (len(more) > 1)})"
    at = address((row, read.table.columns["code"]))
    yield say("rows.parted", read.table.sheet.name, at, parted[row] + others, codes[row])
