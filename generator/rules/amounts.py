"""What is typed: whole francs, a share, a known word; and the base beside it (rules 11 and 12)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.errors import CellFinding
from generator.model.values import ErrorValue, Value
from generator.reader.opened import CellAddress, OpenedWorkbook
from generator.rules.layout import (
    ACTIVITY,
    RESERVE,
    AxisSheet,
    axis_sheets,
    find_sheet,
    is_number,
    known,
)
from generator.rules.opencells import named_cell
from generator.rules.texts import fault
from generator.texts import comparable

MAX_AMOUNT = 999_999_999_999_999


def _amounts(workbook: OpenedWorkbook) -> Iterator[tuple[AxisSheet, CellAddress, Value]]:
    """Yield what stands in the years of activities, reserve rows and rows of no known nature."""
    for axis in axis_sheets(workbook):
        for (row, col), opened in axis.sheet.cells.items():
            typed = row > axis.header and axis.rows.get(row, ACTIVITY) in {ACTIVITY, RESERVE}
            if typed and col in axis.live and opened.value is not None:
                yield axis, (row, col), opened.value


def _find(
    workbook: OpenedWorkbook, rule: str, wrong: Callable[[Value], bool]
) -> Iterator[CellFinding]:
    for axis, cell, value in _amounts(workbook):
        if wrong(value):
            yield fault(rule, axis.sheet.name, cell, value)


def find_texts(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield amounts that are texts or truth values: sums leave them out."""
    return _find(workbook, "R11.text", lambda value: isinstance(value, str | bool))


def find_negatives(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield amounts below zero."""
    return _find(workbook, "R11.negative", lambda value: _number(value) < 0)


def find_decimals(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield amounts that are no whole number of francs."""
    return _find(workbook, "R11.decimal", lambda value: _number(value) % 1 != 0)


def find_large(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield amounts of more digits than spreadsheets keep."""
    return _find(workbook, "R11.large", lambda value: _number(value) > MAX_AMOUNT)


def _number(value: Value) -> float:
    """Return the number, 0 for anything else."""
    return value if isinstance(value, int | float) and is_number(value) else 0


def _named(workbook: OpenedWorkbook, name: str) -> tuple[str, CellAddress, Value] | None:
    place = named_cell(workbook, name)
    sheet = find_sheet(workbook, place[0]) if place else None
    if place is None or sheet is None:
        return None
    opened = sheet.cells.get(place[1])
    return place[0], place[1], opened.value if opened else None


def find_wrong_share(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the State's share where it is no number from 0 to 1; a blank is an alert of its own."""
    found = _named(workbook, "Part_Etat")
    if found and found[2] is not None and not (is_number(found[2]) and 0 <= _number(found[2]) <= 1):
        yield fault("R11.share", found[0], found[1], found[2])


def find_unknown_base(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the base of totals where it is none of its two words."""
    found = _named(workbook, "Base_Totaux")
    words = known("base.published") | known("base.computed")
    if found and comparable(str(found[2])) not in words:
        yield fault("R11.base", found[0], found[1], found[2])


def find_moved_base(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield rows without their base: each year's is a locked constant, or a blank, on the row."""
    for axis in axis_sheets(workbook):
        if len(axis.base) != len(axis.live) or "base_total" not in axis.columns:
            yield fault("R12.base", axis.sheet.name, (axis.header, 0))
            continue
        for row in axis.of(ACTIVITY, RESERVE):
            for col in (axis.columns["base_total"], *axis.base):
                opened = axis.at(row, col)
                if opened and (opened.formula is not None or isinstance(opened.value, ErrorValue)):
                    yield fault("R12.base", axis.sheet.name, (row, col), opened.formula)


def find_wrong_base_sums(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield base totals that are not the sum of their years; a word (PM) goes with blank years."""
    for axis in axis_sheets(workbook):
        for row in axis.of(ACTIVITY, RESERVE) if "base_total" in axis.columns else ():
            total = axis.at(row, axis.columns["base_total"])
            years = [opened.value if (opened := axis.at(row, col)) else None for col in axis.base]
            summed = sum(_number(value) for value in years)
            held = total.value if total else None
            if _number(held) != summed or (
                isinstance(held, str) and any(v is not None for v in years)
            ):
                cell = (row, axis.columns["base_total"])
                yield fault("R12.sum", axis.sheet.name, cell, held, summed)
