"""What totals add up: all their children, only their children, each once (rules 4, 5, 13 to 15)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.errors import CellFinding
from generator.reader.opened import CellAddress, OpenedSheet, OpenedWorkbook
from generator.rules.formulas import placed_formulas
from generator.rules.layout import (
    ACTION,
    AXIS,
    OBJECTIVE,
    TOTALS,
    AxisSheet,
    axis_sheets,
    cells_inside,
    find_sheet,
    is_number,
)
from generator.rules.texts import fault
from generator.rules.tokens import Formula, Reference, address, parse, reference_of

HIGHER = {OBJECTIVE: ACTION, AXIS: OBJECTIVE}
"""By nature of a total: the nature of the totals that it adds up."""


class Block(NamedTuple):
    """An action's block: the row of its total, its lines, the first row that is no longer its own.

    A row that an officer inserted belongs to the block in which it stands.
    """

    total: int
    lines: tuple[int, ...]
    end: int


def blocks(axis: AxisSheet) -> Iterator[Block]:
    """Yield the blocks of an axis sheet, from the top."""
    rows = list(axis.rows.items())
    for place, (row, nature) in enumerate(rows):
        if nature != ACTION:
            continue
        lines: list[int] = []
        for other, kind in rows[place + 1 :]:
            if kind in TOTALS:
                yield Block(row, tuple(lines), other)
                break
            lines.append(other)


def summed_cells(formula: Formula) -> Counter[CellAddress] | None:
    """Return how often a formula adds each cell of its sheet; None where it does anything else."""
    if set(formula.functions) != {"SUM"} or any(part.is_operator for part in formula.parts):
        return None
    found: Counter[CellAddress] = Counter()
    for part in formula.parts:
        reference = reference_of(part)
        if reference is None and part.kind == "OPERAND":
            return None
        if reference is not None:
            top, left, bottom, right = reference.area
            if reference.sheet or (bottom - top + 1) * (right - left + 1) > MAX_CELLS:
                return None
            found.update((r, c) for r in range(top, bottom + 1) for c in range(left, right + 1))
    return found


MAX_CELLS = 100_000
"""Cells beyond which a sum is no sum of a block."""


def _formula_at(sheet: OpenedSheet, cell: CellAddress) -> Formula | None:
    opened = sheet.cells.get(cell)
    return parse(opened.formula) if opened and opened.formula is not None else None


def _total_cells(axis: AxisSheet, nature: str) -> Iterator[tuple[CellAddress, Formula]]:
    """Yield the formulas of the years, live and base, on the totals of a nature."""
    for row in axis.of(nature):
        for col in (*axis.live, *axis.base):
            if formula := _formula_at(axis.sheet, (row, col)):
                yield (row, col), formula


def find_wrong_actions(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the totals of actions that miss a line of their block, or add anything else."""
    for axis in axis_sheets(workbook):
        own = {block.total: block for block in blocks(axis)}
        for (row, col), formula in _total_cells(axis, ACTION):
            block = own.get(row)
            added = summed_cells(formula)
            if added is None or block is None or not _holds(col, block, added):
                yield fault("R04.action", axis.sheet.name, (row, col), _text(axis, (row, col)))


def _holds(col: int, block: Block, added: Mapping[CellAddress, int]) -> bool:
    """Tell whether a sum adds every line once, and beside them only blanks of its own block."""
    inside = all(
        col == other and block.total < row < block.end and count == 1
        for (row, other), count in added.items()
    )
    return inside and all((row, col) in added for row in block.lines)


def _text(axis: AxisSheet, cell: CellAddress) -> str:
    return axis.sheet.cells[cell].formula or ""


def find_wrong_subtotals(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the totals of objectives and axes that miss a total below them, or add another."""
    for axis in axis_sheets(workbook):
        for nature, child in HIGHER.items():
            children = _children(axis, nature, child)
            for (row, col), formula in _total_cells(axis, nature):
                expected = {(other, col): 1 for other in children[row]}
                added = summed_cells(formula)
                if added is None or _without_blanks(axis, added) != expected:
                    wanted = ", ".join(address(cell) for cell in expected)
                    found = _text(axis, (row, col))
                    yield fault("R04.subtotal", axis.sheet.name, (row, col), found, wanted)


def _children(axis: AxisSheet, nature: str, child: str) -> dict[int, list[int]]:
    """Return by row of a nature the rows of its children, which stand above it."""
    found, waiting = {}, []
    for row, kind in axis.rows.items():
        if kind == child:
            waiting.append(row)
        elif kind == nature:
            found[row], waiting = waiting, []
    return found


def _without_blanks(axis: AxisSheet, added: Mapping[CellAddress, int]) -> dict[CellAddress, int]:
    cells = axis.sheet.cells
    return {
        cell: count
        for cell, count in added.items()
        if cell in cells and (cells[cell].value is not None or cells[cell].formula is not None)
    }


def find_wrong_rows(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the totals across years that are not the sum of exactly their row's years."""
    for axis in axis_sheets(workbook):
        pairs = [
            (axis.columns.get("total"), axis.live),
            (axis.columns.get("base_total"), axis.base),
        ]
        for row in axis.of(*TOTALS):
            for col, years in pairs:
                formula = None if col is None else _formula_at(axis.sheet, (row, col))
                if col is None or formula is None:
                    continue
                if summed_cells(formula) != {(row, year): 1 for year in years}:
                    found = _text(axis, (row, col))
                    yield fault("R14.across", axis.sheet.name, (row, col), found)


def find_lost_edges(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the sums of actions that do not reach beyond their first and their last line."""
    for axis in axis_sheets(workbook):
        for block in blocks(axis):
            for col in (*axis.live, *axis.base):
                formula = _formula_at(axis.sheet, (block.total, col))
                added = summed_cells(formula) if formula else None
                if not added or not block.lines:
                    continue
                rows = [row for row, _ in added]
                if min(rows) >= block.lines[0] or max(rows) <= block.lines[-1]:
                    cell = (block.total, col)
                    yield fault("R13.anchor", axis.sheet.name, cell, _text(axis, cell))


def find_mixed_units(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield sums of amounts and percentages, told by the formats of what they add."""
    kinds: dict[tuple[str, Reference], frozenset[str]] = {}
    for sheet, cell, text, formula in placed_formulas(workbook):
        if "SUM" not in formula.functions and not any(p.text == "+" for p in formula.parts):
            continue
        if any(part.text in {"*", "/"} for part in formula.parts):
            continue
        found: set[str] = set()
        for reference in formula.references:
            key = (sheet.name, reference)
            if key not in kinds:
                kinds[key] = _units(workbook, sheet, reference)
            found |= kinds[key]
        if len(found) > 1:
            yield fault("R05.mixed", sheet.name, cell, text)


def _units(workbook: OpenedWorkbook, own: OpenedSheet, reference: Reference) -> frozenset[str]:
    sheet = find_sheet(workbook, reference.sheet) if reference.sheet else own
    found = set()
    for cell in cells_inside(sheet, reference.area) if sheet else ():
        opened = sheet.cells[cell] if sheet else None
        if opened and is_number(opened.value):
            shown = opened.look.number_format
            found |= {unit for unit in ("%", "#,##0") if unit in shown}
    return frozenset(found)
