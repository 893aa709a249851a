"""What officers did through the open cells of a copy, and to its rows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.cells import ABSENT, shown
from generator.checking.overlay import Overlay, Pair
from generator.checking.rows import is_input
from generator.checking.texts import say
from generator.errors import CellFinding
from generator.model.addresses import cell_name
from generator.model.grid import Row
from generator.model.values import is_number
from generator.reader.opened import OpenedCell
from generator.sheets.common import COVER, FINANCING, SUMMARY, TOP, WORK_PLAN

RESERVE = "reserve:"
MANY_TEXTS = 5
"""Texts by which a row of a calculated sheet is known: levels, nature, key."""

DECIDED = ("status", "reason")
KINDS = {
    COVER: "copy.said",
    SUMMARY: "ceiling.changed",
    FINANCING: "funding.changed",
    WORK_PLAN: "plan.typed",
}
"""By sheet what the change of an input is; anywhere else it is a parameter's."""

ANCHORS = ("debut:", "fin:")


def find_input_changes(overlay: Overlay) -> Iterator[CellFinding]:
    """Yield what was typed into the open cells, and the rows that came or went."""
    for pair in overlay.pairs:
        if not any(cell.value is not None for cell in pair.opened.cells.values()):
            yield say("sheet.emptied", pair.made.name)
            continue
        is_axis = TOP in pair.made.row_index
        for index, row in sorted(pair.match.places.items(), key=lambda item: item[1]):
            if pair.made.rows[index].key.startswith(RESERVE):
                yield from _reserve_changes(pair, index, row)
                changes = _row_changes(pair, index, row)
                yield from (change for change in changes if change.rule == "input.decided")
            else:
                yield from _row_changes(pair, index, row)
        yield from _row_moves(pair, is_axis=is_axis)


def _row_changes(pair: Pair, index: int, row: int) -> Iterator[CellFinding]:
    for key, cell in pair.made.rows[index].cells.items():
        if not is_input(cell):
            continue
        col = pair.made.col_index[key]
        found = pair.opened.cells.get((row, col), ABSENT)
        place = cell_name(row, col)
        if found.formula is not None:
            yield say("input.formula", pair.made.name, place, shown(found))
        if found.value != cell.content:
            before = OpenedCell(cell.content, None, found.look)  # type: ignore[arg-type] # an input
            yield say(
                _kind(pair, key),
                pair.made.name,
                place,
                shown(found._replace(formula=None)) or "vide",
                shown(before) or "vide",
            )


def _kind(pair: Pair, key: str) -> str:
    """Return what the change of an open cell is: by its sheet, on an axis by its column."""
    if TOP in pair.made.row_index:
        return "input.decided" if key in DECIDED else "input.changed"
    return KINDS.get(pair.made.name, "parameter.changed")


def _reserve_changes(pair: Pair, index: int, row: int) -> Iterator[CellFinding]:
    filled = [
        found
        for key, cell in pair.made.rows[index].cells.items()
        if is_input(cell)
        and key not in DECIDED
        and (found := pair.opened.cells.get((row, pair.made.col_index[key]), ABSENT)).value
        is not None
    ]
    if filled:
        place = cell_name(row, pair.made.col_index["label"])
        yield say("input.filled", pair.made.name, place, shown(filled[0]))


def _row_moves(pair: Pair, *, is_axis: bool) -> Iterator[CellFinding]:
    name = pair.made.name
    for gone in pair.gone:
        yield say("row.gone" if is_axis else "line.gone", name, "", _called(gone, is_axis=is_axis))
    for row in pair.match.inserted:
        found = {col: cell for (at, col), cell in pair.opened.cells.items() if at == row}
        numbers = [cell for cell in found.values() if is_number(cell.value)]
        kind = "row.noted"
        if numbers:
            kind = "line.foreign"
            if is_axis:
                kind = "row.inserted" if _is_inside(pair, row) else "row.outside"
        texts = [cell for _, cell in sorted(found.items()) if cell.value is not None]
        yield say(kind, name, f"{row + 1}:{row + 1}", shown(texts[0]) if texts else "")


def _called(row: Row, *, is_axis: bool) -> str:
    """Return what a row is known by: its texts, or the action that an anchor belongs to."""
    texts = [str(cell.content) for cell in row.cells.values() if isinstance(cell.content, str)]
    if row.key.startswith(RESERVE):
        return f"ligne de réserve de l'action {row.key.split(':')[1]}"
    if not texts and row.key.startswith(ANCHORS):
        return f"ligne d'ancrage de l'action {row.key.partition(':')[2]}"
    return " · ".join(texts[: 1 if is_axis else MANY_TEXTS]) or "ligne vide"


def _is_inside(pair: Pair, row: int) -> bool:
    """Tell whether a row of the copy is between the anchors of an action."""
    index, places = pair.made.row_index, pair.match.places
    for key, opens in index.items():
        if key.startswith("debut:"):
            closes = index[f"fin:{key.removeprefix('debut:')}"]
            if opens in places and closes in places and places[opens] < row < places[closes]:
                return True
    return False
