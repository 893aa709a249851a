"""What sheets read of the axis sheets: every axis, the right cell, each once (rule 4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from generator.errors import CellFinding
from generator.reader.opened import CellAddress, OpenedSheet, OpenedWorkbook
from generator.rules.bridges import LEVELS, BridgeRow, bridge_columns, bridge_rows
from generator.rules.formulas import placed_formulas
from generator.rules.layout import (
    ACTIVITY,
    AXIS,
    BRIDGES,
    LIST,
    RESERVE,
    SUMMARY,
    AxisSheet,
    axis_sheets,
    column,
    find_header,
    find_sheet,
    last_row,
    text_of,
    year_bands,
)
from generator.rules.sums import summed_cells
from generator.rules.texts import fault
from generator.rules.tokens import Reference, address, parse
from generator.texts import comparable

INSERTED = "inserted"


def find_wrong_summary(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield axes that *Synthèse* leaves out, and years that read another cell than their total."""
    sheet = find_sheet(workbook, SUMMARY)
    header = find_header(sheet) if sheet else None
    if sheet is None or header is None:
        return
    axes = {comparable(axis.sheet.name): axis for axis in axis_sheets(workbook)}
    rows = {text_of(sheet.cells.get((row, 0))): row for row in range(header, last_row(sheet) + 1)}
    years = year_bands(sheet, header).get("", {})
    for name in axes.keys() - rows.keys():
        yield fault("R04.summary", SUMMARY, found=name)
    for name in axes.keys() & rows.keys():
        for year, col in years.items():
            expected = _total_of(axes[name], year)
            found = _read(sheet, (rows[name], col), axes)
            if found != [expected]:
                shown = ", ".join(f"{where}!{address(cell)}" for where, cell in found)
                wanted = f"{name}!{address(expected[1])}"
                yield fault("R04.summary", SUMMARY, (rows[name], col), shown, wanted)


def _total_of(axis: AxisSheet, year: str) -> tuple[str, CellAddress]:
    """Return the cell of an axis's total of a year."""
    row = max(axis.of(AXIS), default=0)
    return comparable(axis.sheet.name), (row, year_bands(axis.sheet, axis.header)[""].get(year, 0))


def _read(
    sheet: OpenedSheet, cell: CellAddress, axes: Mapping[str, AxisSheet]
) -> list[tuple[str, CellAddress]]:
    """Return the cells of axis sheets that a cell's formula reads."""
    opened = sheet.cells.get(cell)
    references = parse(opened.formula).references if opened and opened.formula else ()
    found = [(comparable(ref.sheet), (ref.area[0], ref.area[1])) for ref in references]
    return [place for place in found if place[0] in axes]


def find_unequal_axes(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield formulas that read several axis sheets, and not every one in the same way."""
    axes = {axis.sheet.name: axis for axis in axis_sheets(workbook)}
    for sheet, cell, text, formula in placed_formulas(workbook):
        used: dict[str, Counter[tuple[object, ...]]] = {}
        for reference in formula.references:
            if reference.sheet in axes:
                role = _role(axes[reference.sheet], reference)
                used.setdefault(reference.sheet, Counter())[role] += 1
        if len(used) < 2:  # noqa: PLR2004 - a formula about one axis
            continue
        first = next(iter(used.values()))
        if used.keys() != axes.keys() or any(roles != first for roles in used.values()):
            yield fault("R04.axes", sheet.name, cell, text, ", ".join(axes))


def _role(axis: AxisSheet, reference: Reference) -> tuple[object, ...]:
    top, left, _, right = reference.area
    nature = axis.rows.get(top, "") if reference.is_cell else "*"
    return nature, left, right, reference.is_cell


def find_wrong_lines(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield lines of the list that read a row of another key, and rows that no line reads."""
    sheet, axes = find_sheet(workbook, LIST), {a.sheet.name: a for a in axis_sheets(workbook)}
    header = find_header(sheet) if sheet else None
    own_key = column(sheet, header, "activities.key") if sheet and header is not None else None
    if sheet is None or own_key is None:
        return
    read: dict[tuple[str, int], set[int]] = {}
    for (row, col), opened in sheet.cells.items():
        key = text_of(sheet.cells.get((row, own_key)))
        for reference in parse(opened.formula).references if opened.formula and key else ():
            if reference.sheet in axes:
                axis, source = axes[reference.sheet], reference.area[0]
                read.setdefault((reference.sheet, source), set()).add(row)
                if text_of(axis.at(source, axis.columns["key"])) != key:
                    yield fault("R04.list", LIST, (row, col), opened.formula, key)
    for name, axis in axes.items():
        for row in axis.of(ACTIVITY, RESERVE):
            if len(read.get((name, row), ())) != 1:
                yield fault("R04.list", name, (row, axis.columns["key"]), expected="une ligne")


def find_wrong_bridges(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the inserted amounts of a level that are not the sum of those just below it."""
    sheet = find_sheet(workbook, BRIDGES)
    header = find_header(sheet) if sheet else None
    columns = bridge_columns(sheet, header) if sheet and header is not None else None
    if sheet is None or header is None or columns is None:
        return
    rows = [item for item in bridge_rows(sheet, header, columns) if item[1].measure == INSERTED]
    for place, (row, found) in enumerate(rows):
        if found.level == LEVELS[-1]:
            continue
        children = _below(islice(rows, place + 1, None), found)
        for col in year_bands(sheet, header).get("", {}).values():
            opened = sheet.cells.get((row, col))
            text = opened.formula if opened and opened.formula else ""
            if summed_cells(parse(text)) != {(child, col): 1 for child in children}:
                yield fault("R04.bridge", BRIDGES, (row, col), text)


def _below(following: Iterable[tuple[int, BridgeRow]], found: BridgeRow) -> list[int]:
    """Return the rows of the entities just under one, among those that follow it."""
    rank, children = LEVELS.index(found.level), []
    for row, below in following:
        step = LEVELS.index(below.level) - rank
        if step <= 0:
            break
        if step == 1:
            children.append(row)
    return children
