"""The cells of a copy beside the model laid over it: formulas, stored values, locked constants."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.checking.formulas import is_same
from generator.checking.overlay import Overlay, Pair, compute_with
from generator.checking.rows import AXIS_IDENTITY, IDENTITY, is_input
from generator.checking.texts import say
from generator.errors import CellFinding, ModelError
from generator.model.compute import Computed, Spot
from generator.model.grid import Cell
from generator.model.nodes import Node
from generator.model.values import ErrorValue, Scalar, Value, is_number
from generator.reader.opened import Look, OpenedCell, shown_value
from generator.rules.tokens import address, parse
from generator.sheets.common import ACTIVITIES, HEADER, PARAMETERS
from generator.texts import comparable

NOTHING = Cell(None)
ABSENT = OpenedCell(None, None, Look())
CLOSE = 1e-9
"""Programs keep 15 digits of a value."""

OWN = ("formula.", "constant.")
"""Faults of cells that are then worth what the copy stores."""

ABSENT_VALUES = "value.absent"
KNOWN = {PARAMETERS: ("value",), ACTIVITIES: ("objective", "action")}
"""By sheet more columns whose texts are known: formulas compare them."""


class Fault(NamedTuple):
    """A difference in one cell: its kind, what is there, what was expected."""

    row: int
    col: int
    kind: str
    found: str
    expected: str


class Compared(NamedTuple):
    """A copy beside its model: contents that differ, stored values that differ, its true values.

    `computed` is None where what was typed has no one value in all programs, or rows are gone.
    """

    contents: tuple[CellFinding, ...]
    stored: tuple[CellFinding, ...]
    computed: Computed | None


def compare_cells(overlay: Overlay) -> Compared:
    """Return what differs in the locked cells."""
    ends = {pair.made.name: pair.end for pair in overlay.pairs if pair.gone}
    faults = [
        (pair, fault) for pair in overlay.pairs for fault in _sheet_faults(overlay, ends, pair)
    ]
    wrong = {
        (pair.place, fault.row, fault.col): pair
        for pair, fault in faults
        if fault.kind.startswith(OWN)
    }
    held = (
        (pair, row, col, pair.opened.cells.get((row, col), ABSENT).value)
        for (_, row, col), pair in wrong.items()
    )
    computed = None if ends else compute_with(overlay, held)
    if ends:
        stored = []  # what read the rows that are gone has another value
    elif computed is None:
        stored = [say("value.unknown", "")]
    else:
        stored = list(_told_stored(_stored_faults(overlay, computed, wrong.keys())))
    return Compared(tuple(_said(faults)), tuple(stored), computed)


def _told_stored(faults: Iterable[tuple[Pair, Fault]]) -> Iterator[CellFinding]:
    """Yield the stored values that are wrong, and once that some are absent."""
    absent = False
    for pair, fault in faults:
        if fault.kind == ABSENT_VALUES:
            absent = True
        else:
            yield from _said([(pair, fault)])
    if absent:
        yield say(ABSENT_VALUES, "")


def _stored_faults(
    overlay: Overlay, computed: Computed, wrong: Container[tuple[int, int, int]]
) -> Iterator[tuple[Pair, Fault]]:
    """Yield the formulas, right themselves, with which the copy stores another value."""
    for pair in overlay.pairs:
        for index, row in pair.match.places.items():
            for key, cell in pair.made.rows[index].cells.items():
                col = pair.made.col_index[key]
                if isinstance(cell.content, Node) and (pair.place, row, col) not in wrong:
                    found = pair.opened.cells.get((row, col), ABSENT).value
                    expected = computed.value(pair.place, row, col)
                    if not _is_alike(found, expected):
                        kind = ABSENT_VALUES if found is None else "value.stale"
                        shown_values = (shown_value(found), shown_value(expected))
                        yield pair, Fault(row, col, kind, *shown_values)


def _sheet_faults(overlay: Overlay, ends: Mapping[str, int], pair: Pair) -> Iterator[Fault]:
    for index, row in pair.match.places.items():
        held = pair.made.rows[index]
        for col, column in enumerate(pair.made.columns):
            cell = held.cells.get(column.key, NOTHING)
            found = pair.opened.cells.get((row, col), ABSENT)
            if is_input(cell):
                continue
            if isinstance(cell.content, Node):
                spot = Spot(overlay.plain, pair.place, row, col)
                fault = _formula_fault(spot, overlay, ends, cell.content, found)
            else:
                named = column.key in _compared(pair) or held.key == HEADER
                fault = _constant_fault(cell.content, found, named=named)
            if fault:
                yield Fault(row, col, *fault)
    rows, width = set(pair.match.places.values()), len(pair.made.columns)
    for (row, col), found in pair.opened.cells.items():
        if col >= width and found.value is not None and row in rows:
            kind = "cell.beyond" if is_number(found.value) else "cell.remark"
            yield Fault(row, col, kind, shown(found), "")


def _compared(pair: Pair) -> tuple[str, ...]:
    """Return the columns whose texts the model knows: those of the plan itself it does not."""
    own = IDENTITY.get(pair.made.name, AXIS_IDENTITY)
    return (*own, *KNOWN.get(pair.made.name, ()))


def _blank_fault(found: OpenedCell) -> tuple[str, str, str] | None:
    if found.value is None and found.formula is None:
        return None
    kind = "cell.foreign" if is_number(found.value) else "cell.remark"
    return kind, shown(found), ""


def _constant_fault(
    expected: Scalar, found: OpenedCell, *, named: bool
) -> tuple[str, str, str] | None:
    """Return the fault of a constant: numbers are all known, texts where `named`."""
    if expected is None:
        return _blank_fault(found)
    if isinstance(expected, str) and not named:
        return None
    if found.formula is None and _is_alike(found.value, expected):
        return None
    return "constant.changed", shown(found), shown_value(expected)


def _formula_fault(
    spot: Spot, overlay: Overlay, ends: Mapping[str, int], node: Node, found: OpenedCell
) -> tuple[str, str, str] | None:
    sheet = overlay.plain.book.sheets[spot.sheet].name
    try:
        expected = node.text(spot)
    except ModelError:  # the two ends of a range have changed places
        return "formula.changed", shown(found), ""
    wanted = "" if ends and _is_lost(expected, sheet, ends) else f"={expected}"
    if found.formula is None:
        kind = "formula.gone" if found.value is None else "formula.typed"
        return kind, shown(found), wanted
    if found.kind != "normal" or not is_same(found.formula, expected, sheet):
        return "formula.changed", shown(found), wanted
    return None


def _is_lost(formula: str, sheet: str, ends: Mapping[str, int]) -> bool:
    """Tell whether a formula of a sheet reads a row that the copy has no longer."""
    return any(
        reference.area[2] >= ends[reference.sheet or sheet]
        for reference in parse(formula).references
        if (reference.sheet or sheet) in ends
    )


def _is_alike(found: Value, expected: Value) -> bool:
    """Tell whether two values are one: numbers on 15 digits, texts with any spaces."""
    if is_number(found) and is_number(expected):
        return math.isclose(found, expected, rel_tol=CLOSE, abs_tol=CLOSE)  # type: ignore[arg-type]
    if isinstance(found, ErrorValue) or isinstance(expected, ErrorValue):
        return found == expected
    if isinstance(found, bool) or isinstance(expected, bool):
        return found is expected
    texts = ["" if value is None else comparable(str(value)) for value in (found, expected)]
    return texts[0] == texts[1] and is_number(found) == is_number(expected)


def shown(found: OpenedCell) -> str:
    """Return what stands in a cell as a person reads it: its formula, else its value."""
    if found.formula is not None:
        return f"={found.formula}"
    return shown_value(found.value, found.look.number_format)


def _said(faults: Iterable[tuple[Pair, Fault]]) -> Iterator[CellFinding]:
    for pair, fault in faults:
        cell = address((fault.row, fault.col))
        yield say(fault.kind, pair.made.name, cell, fault.found, fault.expected)
