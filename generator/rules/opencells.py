"""Where officers type, sheet by sheet, told by labels and titles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.reader.opened import CellAddress, Look, OpenedSheet, OpenedWorkbook
from generator.rules.layout import (
    COVER,
    FINANCING,
    PARAMETERS,
    SUMMARY,
    WORK_PLAN,
    axis_sheets,
    column,
    find_header,
    find_sheet,
    known,
    last_row,
    text_of,
    year_bands,
)
from generator.rules.tokens import parse

COPY = ("who", "service", "date", "version")
FIELDS = ("axis", "funder", "year", "amount", "status", "reference")
QUARTERS = ("q1", "q2", "q3", "q4")
RATE_COLUMNS = (0, 2, 3)
"""Columns of a currency's code, of its rate, of the rate's date."""

PARAMETER_INPUTS = ("PART_ETAT", "BASE_TOTAUX", "DEVISE")


class Inputs(NamedTuple):
    """The inputs of a sheet, and those of them that are amounts."""

    sheet: OpenedSheet
    cells: tuple[CellAddress, ...]
    amounts: frozenset[CellAddress]

    def looks(self) -> dict[CellAddress, Look]:
        """Return the look of each input; the default one where the file writes nothing."""
        written = self.sheet.cells
        return {cell: written[cell].look if cell in written else Look() for cell in self.cells}


def named_cell(workbook: OpenedWorkbook, name: str) -> tuple[str, CellAddress] | None:
    """Return the sheet and the cell behind a defined name, None where it is none."""
    for defined in workbook.names:
        references = parse(defined.text).references
        if defined.name.upper() == name.upper() and len(references) == 1:
            return references[0].sheet, (references[0].area[0], references[0].area[1])
    return None


def inputs(workbook: OpenedWorkbook) -> Iterator[Inputs]:
    """Yield the inputs of each sheet that has some."""
    for axis in axis_sheets(workbook):
        cells = tuple(axis.inputs())
        yield Inputs(axis.sheet, cells, frozenset(cell for cell in cells if cell[1] in axis.live))
    for find in (_summary_inputs, _cover_inputs, _register_inputs, _plan_inputs, _parameters):
        yield from find(workbook)


def _summary_inputs(workbook: OpenedWorkbook) -> Iterator[Inputs]:
    """Yield the ceilings: the years of the summary's rows that are called so."""
    sheet = find_sheet(workbook, SUMMARY)
    header = find_header(sheet) if sheet else None
    if sheet is None or header is None:
        return
    years = year_bands(sheet, header).get("", {}).values()
    label = column(sheet, header, "summary.label")
    starts = tuple(text.strip() for text in known("ceilings.ceiling", name=""))
    rows = [
        row
        for row in range(header + 1, last_row(sheet) + 1)
        if label is not None and text_of(sheet.cells.get((row, label))).startswith(starts)
    ]
    cells = tuple((row, col) for row in rows for col in years)
    if cells:
        yield Inputs(sheet, cells, frozenset(cells))


def _cover_inputs(workbook: OpenedWorkbook) -> Iterator[Inputs]:
    """Yield what a copy says of itself: who filled it, the service, the date, the version."""
    sheet = find_sheet(workbook, COVER)
    if sheet is None:
        return
    names = {text for key in COPY for text in known(f"cover.copy.{key}")}
    rows = range(last_row(sheet) + 1)
    found = tuple((row, 1) for row in rows if text_of(sheet.cells.get((row, 0))) in names)
    if found:
        yield Inputs(sheet, found, frozenset())


def _register_inputs(workbook: OpenedWorkbook) -> Iterator[Inputs]:
    """Yield the fields of the register of credits and pledges, on the rows that have a mark."""
    sheet = find_sheet(workbook, FINANCING)
    header = row_titled(sheet, "pledges.funder") if sheet else None
    if sheet is None or header is None:
        return
    cols = [column(sheet, header, f"pledges.{field}") for field in FIELDS]
    flag = column(sheet, header, "pledges.flag")
    rows = [row for row in range(header + 1, last_row(sheet) + 1) if (row, flag) in sheet.cells]
    cells = tuple((row, col) for row in rows for col in cols if col is not None)
    amount = cols[FIELDS.index("amount")]
    if cells:
        yield Inputs(sheet, cells, frozenset(cell for cell in cells if cell[1] == amount))


def row_titled(sheet: OpenedSheet, key: str) -> int | None:
    """Return the row of a header inside a sheet, by one of its titles in the second column."""
    names = known(key)
    rows = range(last_row(sheet) + 1)
    return next((row for row in rows if text_of(sheet.cells.get((row, 1))) in names), None)


def _plan_inputs(workbook: OpenedWorkbook) -> Iterator[Inputs]:
    """Yield the year of the work plan, and the quarters on the rows that have a key."""
    sheet = find_sheet(workbook, WORK_PLAN)
    header = find_header(sheet) if sheet else None
    if sheet is None or header is None:
        return
    names, key = known("pta.year"), column(sheet, header, "pta.key")
    years = [(row, 2) for row in range(header) if text_of(sheet.cells.get((row, 1))) in names]
    cols = [col for quarter in QUARTERS if (col := column(sheet, header, f"pta.{quarter}"))]
    rows = range(header + 1, last_row(sheet) + 1)
    lines = [row for row in rows if key is not None and text_of(sheet.cells.get((row, key)))]
    quarters = [(row, col) for row in lines for col in cols]
    if years or quarters:
        yield Inputs(sheet, (*years, *quarters), frozenset(quarters))


def _parameters(workbook: OpenedWorkbook) -> Iterator[Inputs]:
    """Yield the parameters by their names, and the row of a currency that the plan has not."""
    sheet = find_sheet(workbook, PARAMETERS)
    places = [named_cell(workbook, name) for name in PARAMETER_INPUTS]
    found = [place[1] for place in places if place and place[0] == PARAMETERS]
    other = row_titled(sheet, "parameters.rate.other") if sheet else None
    found += [(other, col) for col in RATE_COLUMNS] if other is not None else []
    if sheet and found:
        yield Inputs(sheet, tuple(found), frozenset())
