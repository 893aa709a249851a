"""Which row of a copy is which row of the model: rows may have moved, come or gone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from generator.checking.strays import match_strays
from generator.model.grid import Cell, Sheet
from generator.model.nodes import Node
from generator.reader.opened import OpenedSheet
from generator.rules.tokens import parse
from generator.sheets import common
from generator.styles import properties
from generator.texts import comparable

Signature = tuple[str, ...]
"""The constants by which a row is known; empty for a row that has none."""

AXIS_IDENTITY = ("nature", "key", "code")
IDENTITY: Mapping[str, tuple[str, ...]] = {
    common.COVER: ("name",),
    common.SUMMARY: ("axis",),
    common.FINANCING: ("axis", "rank"),
    common.RECONCILIATION: ("level", "key", "measure"),
    common.ACTIVITIES: ("axis", "nature", "key"),
    common.WORK_PLAN: ("key", "code"),
    common.STRUCTURES: ("name", "known", "key"),
    common.CHECKS: ("sheet", "num"),
    common.PARAMETERS: ("name", "label"),
    common.ACRONYMS: ("short",),
    common.STAMP: ("item", "label"),
}
"""By sheet the columns whose constants tell rows apart; without any there, the label does."""

FALLBACK = "label"
THIN = 6.0
"""Points under which a row is an anchor: nobody types into it."""


def is_input(cell: Cell) -> bool:
    """Tell whether officers type into a cell: what stands there says nothing of the row."""
    return properties(cell.style).get("locked") is False


class Match(NamedTuple):
    """Where the rows of the model stand in the copy, by index; rows of the copy that are no one's.

    `places` has no entry for a row that is gone.
    """

    places: Mapping[int, int]
    inserted: tuple[int, ...]


def match_rows(sheet: Sheet, opened: OpenedSheet) -> Match:
    """Return which row of the copy is which row of the model."""
    expected = [_expected_signature(sheet, place) for place in range(len(sheet.rows))]
    filled = sorted({row for (row, _), cell in opened.cells.items() if cell.value is not None})
    typed = _typed_columns(sheet)
    found = {row: _found_signature(sheet, opened, row, typed) for row in filled}
    places = _match_signatures(expected, found)
    match_strays(sheet, opened, filled, places)
    _match_blanks(sheet, opened, expected, places)
    taken = set(places.values())
    return Match(places, tuple(row for row in filled if row not in taken))


def _columns(sheet: Sheet) -> tuple[str, ...]:
    return IDENTITY.get(sheet.name, AXIS_IDENTITY)


def _expected_signature(sheet: Sheet, place: int) -> Signature:
    cells = sheet.rows[place].cells
    contents = {
        key: cells[key].content
        for key in (*_columns(sheet), FALLBACK)
        if key in cells and not isinstance(cells[key].content, Node) and not is_input(cells[key])
    }
    return _signature(sheet, contents)


def _typed_columns(sheet: Sheet) -> set[str]:
    """Return the columns of the signature that hold inputs on some row."""
    keys = (*_columns(sheet), FALLBACK)
    return {
        key for row in sheet.rows for key in keys if key in row.cells and is_input(row.cells[key])
    }


def _found_signature(
    sheet: Sheet, opened: OpenedSheet, row: int, typed: Container[str]
) -> Signature:
    contents = {}
    for key in (*_columns(sheet), FALLBACK):
        col = sheet.col_index.get(key)
        cell = None if col is None else opened.cells.get((row, col))
        if cell and cell.formula is None and (cell.look.locked or key not in typed):
            contents[key] = cell.value
    return _signature(sheet, contents)


def _signature(sheet: Sheet, contents: Mapping[str, object]) -> Signature:
    texts = {
        key: comparable(str(content))
        for key, content in contents.items()
        if isinstance(content, str | int)
    }
    own = tuple(f"{key}={texts[key]}" for key in _columns(sheet) if texts.get(key))
    if own or sheet.name not in IDENTITY:
        return own
    return (f"{FALLBACK}={texts[FALLBACK]}",) if texts.get(FALLBACK) else ()


def _match_signatures(
    expected: Sequence[Signature], found: Mapping[int, Signature]
) -> dict[int, int]:
    """Return the rows with the same signature: where it is repeated, in order."""
    waiting: dict[Signature, list[int]] = defaultdict(list)
    for row, signature in found.items():
        if signature:
            waiting[signature].append(row)
    counts = Counter(expected)
    places: dict[int, int] = {}
    used: Counter[Signature] = Counter()
    for place, signature in enumerate(expected):
        rows = waiting.get(signature, [])
        if not signature or used[signature] >= len(rows):
            continue
        nth = used[signature]
        places[place] = place if counts[signature] == 1 and place in rows else rows[nth]
        used[signature] += 1
    return places


def _match_blanks(
    sheet: Sheet, opened: OpenedSheet, expected: Sequence[Signature], places: dict[int, int]
) -> None:
    """Place the rows without a constant between the neighbours that have one."""
    known = sorted(places)
    taken = set(places.values())
    for before, after in zip([-1, *known], [*known, len(expected)], strict=True):
        run = [place for place in range(before + 1, after) if not expected[place]]
        if not run:
            continue
        start = places.get(before, before)
        end = places.get(after, start + 1 + len(run)) if after < len(expected) else None
        if end is None or end - start - 1 == len(run):
            rows = [start + 1 + step for step in range(len(run))]
        else:
            free = [row for row in range(start + 1, end) if row not in taken]
            rows = _likely_rows(sheet, opened, run, free)
        for place, row in zip(run, rows, strict=False):
            if row not in taken:
                places[place] = row
                taken.add(row)


def _likely_rows(
    sheet: Sheet, opened: OpenedSheet, run: Sequence[int], free: Sequence[int]
) -> list[int]:
    """Return the rows of the copy that the blank rows are.

    Rows that show something first, where all of these do; then ends of the sheet's own ranges,
    then thin rows; else what ends a block stays under the rows that were inserted into it, and
    what opens one above them.
    """
    ends = _range_ends(opened)
    shown = _shown_rows(opened, free) if all(_is_shown(sheet, place) for place in run) else []
    for likely in (shown, [row for row in free if row in ends], _thin_rows(opened, free)):
        if len(likely) == len(run):
            return likely
    closes = sheet.rows[run[0]].key.startswith("fin:")
    return list(free[-len(run) :] if closes else free[: len(run)])


def _is_shown(sheet: Sheet, place: int) -> bool:
    return any(cell.content is not None for cell in sheet.rows[place].cells.values())


def _shown_rows(opened: OpenedSheet, rows: Sequence[int]) -> list[int]:
    wanted = set(rows)
    filled = {
        row
        for (row, _), cell in opened.cells.items()
        if row in wanted and (cell.value is not None or cell.formula is not None)
    }
    return sorted(filled)


def _thin_rows(opened: OpenedSheet, rows: Sequence[int]) -> list[int]:
    return [row for row in rows if opened.heights.get(row, THIN) < THIN]


def _range_ends(opened: OpenedSheet) -> set[int]:
    """Return the rows at which ranges of the sheet's own formulas begin or end."""
    found = set()
    for cell in opened.cells.values():
        if cell.formula and ":" in cell.formula:
            for reference in parse(cell.formula).references:
                if not reference.sheet and not reference.is_cell:
                    found |= {reference.area[0], reference.area[2]}
    return found
