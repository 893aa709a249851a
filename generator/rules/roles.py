"""Which cells play one role, sheet by sheet: what column fingerprints are compared among."""

from __future__ import annotations

from collections.abc import Iterator

from generator.reader.opened import CellAddress, OpenedSheet, OpenedWorkbook
from generator.rules.bridges import (
    FIRST_MEASURE,
    LAST_MEASURE,
    PRINTED_MEASURE,
    bridge_columns,
    bridge_rows,
)
from generator.rules.layout import (
    ACTIVITY,
    AXES,
    BRIDGES,
    CHECKS,
    FINANCING,
    LIST,
    RESERVE,
    SUMMARY,
    TOTALS,
    AxisSheet,
    axis_sheets,
    column,
    find_header,
    find_sheet,
    known,
    last_row,
    text_of,
    titles,
)

Role = tuple[str | int | bool, ...]
Member = tuple[Role, OpenedSheet, CellAddress]


def columns_by_role(workbook: OpenedWorkbook) -> dict[Role, list[tuple[OpenedSheet, CellAddress]]]:
    """Return by role the cells that play it, a role being a kind of row and a column."""
    axes = axis_sheets(workbook)
    names = {axis.sheet.name for axis in axes}
    found: dict[Role, list[tuple[OpenedSheet, CellAddress]]] = {}
    for role, sheet, cell in (*_axis_members(axes), *_other_members(workbook, names)):
        found.setdefault(role, []).append((sheet, cell))
    return found


def _axis_members(axes: list[AxisSheet]) -> Iterator[Member]:
    for axis in axes:
        for row, nature in axis.rows.items():
            for key in _calculated(axis, row, nature):
                if key in axis.columns:
                    kind = "line" if key in {"total", "changed"} and _is_line(nature) else nature
                    yield (AXES, kind, key), axis.sheet, (row, axis.columns[key])


def _is_line(nature: str) -> bool:
    return nature in {ACTIVITY, RESERVE}


def _calculated(axis: AxisSheet, row: int, nature: str) -> tuple[str, ...]:
    """Return the columns that hold a formula on a row of a nature."""
    if nature in TOTALS:
        published = axis.at(row, axis.columns["published"]) if "published" in axis.columns else None
        gap = (
            ("published", "gap")
            if published and (published.value is not None or published.formula)
            else ()
        )
        return ("total", "base_total", *gap)
    return ("code", "total", "changed") if nature == RESERVE else ("total", "changed")


def _other_members(workbook: OpenedWorkbook, axes: set[str]) -> Iterator[Member]:
    readers = {
        LIST: _list_members,
        BRIDGES: _bridge_members,
        CHECKS: _check_members,
        SUMMARY: _axis_table_members,
        FINANCING: _axis_table_members,
    }
    for name, members in readers.items():
        sheet = find_sheet(workbook, name)
        header = find_header(sheet) if sheet else None
        if sheet is None or header is None:
            continue
        for role, cell in members(sheet, header, axes):
            yield (name, *role), sheet, cell


Roles = Iterator[tuple[Role, CellAddress]]


def _list_members(sheet: OpenedSheet, header: int, axes: set[str]) -> Roles:  # noqa: ARG001
    """Yield the columns of the list's lines, then those of its totals by axis."""
    nature, axis = (
        column(sheet, header, "activities.nature"),
        column(sheet, header, "activities.axis"),
    )
    if nature is None or axis is None:
        return
    lines, cols = known("nature.activity") | known("nature.reserve"), titles(sheet, header).values()
    for row in range(header + 1, last_row(sheet) + 1):
        text = text_of(sheet.cells.get((row, nature)))
        kind = "line" if text in lines else "axis"
        if text in lines or (not text and text_of(sheet.cells.get((row, axis)))):
            yield from (((kind, col), (row, col)) for col in cols)


def _bridge_members(sheet: OpenedSheet, header: int, axes: set[str]) -> Roles:  # noqa: ARG001
    """Yield amounts and flags by level and measure; what is printed changes what is compared."""
    columns = bridge_columns(sheet, header)
    if columns is None:
        return
    last = max(titles(sheet, header).values())
    printed: dict[int, bool] = {}
    for row, (level, _, measure) in bridge_rows(sheet, header, columns):
        for col in range(columns.total, last + 1):
            if measure == FIRST_MEASURE:
                printed[col] = text_of(sheet.cells.get((row, col))) != ""
            known_print = measure == PRINTED_MEASURE and printed.get(col, False)
            known_print |= measure == LAST_MEASURE and bool(printed)
            yield (level, measure, col, known_print), (row, col)
        if measure == LAST_MEASURE:
            printed = {}


def _check_members(sheet: OpenedSheet, header: int, axes: set[str]) -> Roles:  # noqa: ARG001
    """Yield the results of the checks, their states by class, and the balance of each sheet."""
    columns = [column(sheet, header, f"checks.{key}") for key in ("result", "state", "kind", "num")]
    result, state, kind, num = (-1 if col is None else col for col in columns)
    for row in range(header + 1, last_row(sheet) + 1):
        if text_of(sheet.cells.get((row, num))):
            yield ("check", result), (row, result)
            yield ("check", state, text_of(sheet.cells.get((row, kind)))), (row, state)
        elif text_of(sheet.cells.get((row, 0))) and (row, result) in sheet.cells:
            cell = sheet.cells[row, result]
            if cell.formula is not None or cell.value is not None:
                yield from ((("balance", col), (row, col)) for col in (result, state))


def _axis_table_members(sheet: OpenedSheet, header: int, axes: set[str]) -> Roles:
    """Yield the columns of each run of rows that are named after the axis sheets."""
    run, cols = 0, [col for col in titles(sheet, header).values() if col > 1]
    for row in range(header + 1, last_row(sheet) + 1):
        if text_of(sheet.cells.get((row, 0))) not in axes:
            run = row
            continue
        yield from (((run, col), (row, col)) for col in cols)
