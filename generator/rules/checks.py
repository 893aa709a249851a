"""What *Contrôles* must be: no check silenced, none missing, the state in sight (rules 22, 23)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.errors import CellFinding
from generator.reader.opened import CellAddress, OpenedCell, OpenedSheet, OpenedWorkbook
from generator.rules.layout import (
    BRIDGES,
    CHECKS,
    FINANCING,
    LIST,
    ORDER,
    PARAMETERS,
    SUMMARY,
    axis_sheets,
    column,
    find_header,
    find_sheet,
    is_number,
    known,
    last_row,
    text_of,
)
from generator.rules.opencells import named_cell
from generator.rules.texts import fault
from generator.rules.tokens import Formula, calls, parse
from generator.texts import comparable

STATE_ROWS = 4
"""Rows from the top among which every sheet shows the master state."""

REQUIRED = {
    SUMMARY: ("summed", "summary_across", "shares"),
    FINANCING: ("parts",),
    BRIDGES: ("unexplained", "inserted_amounts"),
    LIST: ("list_total", "counted", "list_base"),
    PARAMETERS: ("switch", "share_range"),
}
"""By sheet: the checks that rule 23 asks for, by their keys in the words."""

REQUIRED_BY_AXIS = ("complete", "listed", "across", "frozen", "texts", "negative", "inserted")


class CheckRow(NamedTuple):
    """A check as *Contrôles* shows it: its row, what it is about, its label, class and result."""

    row: int
    sheet: str
    label: str
    kind: str
    column: int
    result: OpenedCell | None

    @property
    def cell(self) -> CellAddress:
        """Return where the result stands."""
        return self.row, self.column


def check_rows(workbook: OpenedWorkbook) -> list[CheckRow]:
    """Return the checks of the workbook, in order; none where *Contrôles* cannot be read."""
    sheet = find_sheet(workbook, CHECKS)
    header = find_header(sheet) if sheet else None
    if sheet is None or header is None:
        return []
    keys = ("num", "sheet", "label", "kind", "result")
    found = [col for key in keys if (col := column(sheet, header, f"checks.{key}")) is not None]
    if len(found) < len(keys):
        return []
    return list(_read_rows(sheet, header, found))


def _read_rows(sheet: OpenedSheet, header: int, columns: list[int]) -> Iterator[CheckRow]:
    result = columns[-1]
    for row in range(header + 1, last_row(sheet) + 1):
        num, name, label, kind = (text_of(sheet.cells.get((row, col))) for col in columns[:-1])
        if num:
            yield CheckRow(row, name, label, kind, result, sheet.cells.get((row, result)))


def _formula(cell: OpenedCell | None) -> Formula:
    return parse(cell.formula) if cell and cell.formula is not None else parse("")


def find_silenced(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield checks that are not IFERROR(1-…,1) with a COUNT beside the differences."""
    for check in check_rows(workbook):
        formula = _formula(check.result)
        outer = [call for call in calls(formula) if call.name == "IFERROR"]
        fallback = [part.text for part in outer[-1].arguments[-1]] if outer else []
        opens = formula.parts[0].opens if formula.parts else ""
        if opens != "IFERROR" or fallback != ["1"] or "COUNT" not in formula.functions:
            shown = check.result.formula if check.result else ""
            yield fault("R22.guard", CHECKS, check.cell, shown, "IFERROR(1-…COUNT(…)…,1)")


def find_odd_results(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield checks whose stored result is neither 0 nor 1, or whose class is unknown.

    A program that does not calculate stores none beside a formula.
    """
    kinds = known("word.error") | known("word.alert")
    for check in check_rows(workbook):
        value = check.result.value if check.result else None
        if check.result and check.result.formula and value is None:
            continue
        if isinstance(value, bool) or value not in {0, 1}:
            yield fault("R22.result", CHECKS, check.cell, value, "0 ou 1")
        elif check.kind not in kinds:
            yield fault("R22.result", CHECKS, check.cell, check.kind, ", ".join(sorted(kinds)))


def find_uncounted(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield checks whose sheet adds up none, or that `Controle_General` does not read."""
    sheet, place = find_sheet(workbook, CHECKS), named_cell(workbook, "Controle_General")
    rows = check_rows(workbook)
    if sheet is None or place is None or not rows:
        return
    master = _formula(sheet.cells.get(place[1]))
    numbered = {check.row for check in rows}
    counted = {
        text_of(sheet.cells.get((row, 0)))
        for row, col in sheet.cells
        if col == place[1][1] and row not in numbered and _formula(sheet.cells[row, col]).references
    }
    for check in rows:
        read = [ref for ref in master.references if ref.contains(*check.cell)]
        if check.sheet not in counted or not read:
            yield fault("R22.balance", CHECKS, check.cell, check.label)


def find_hidden_state(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield sheets whose first rows do not show, by one link or two, the master state."""
    shown = {
        (sheet.name, cell): opened
        for sheet in workbook.sheets
        for cell, opened in sheet.cells.items()
        if cell[0] < STATE_ROWS and opened.formula is not None
    }
    direct = {key for key, opened in shown.items() if "CONTROLE_GENERAL" in _names(opened)}
    for sheet in workbook.sheets:
        own = [(key, opened) for key, opened in shown.items() if key[0] == sheet.name]
        reached = any(key in direct or direct & _targets(sheet.name, c) for key, c in own)
        if not reached and (sheet.name in ORDER or _is_axis(workbook, sheet)):
            yield fault("R22.shown", sheet.name, (STATE_ROWS - 2, 0))


def _is_axis(workbook: OpenedWorkbook, sheet: OpenedSheet) -> bool:
    return any(axis.sheet is sheet for axis in axis_sheets(workbook))


def _names(opened: OpenedCell) -> set[str]:
    return {text.upper() for text in _formula(opened).operands("RANGE")}


def _targets(own: str, opened: OpenedCell) -> set[tuple[str, CellAddress]]:
    references = _formula(opened).references
    return {(ref.sheet or own, (ref.area[0], ref.area[1])) for ref in references}


def _find_failing(
    workbook: OpenedWorkbook, rule: str, kinds: frozenset[str]
) -> Iterator[CellFinding]:
    for check in check_rows(workbook):
        value = check.result.value if check.result else None
        if check.kind in kinds and is_number(value) and value == 1:
            yield fault(rule, CHECKS, check.cell, f"{check.sheet} : {check.label}")


def find_red(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the checks that fail, as stored."""
    return _find_failing(workbook, "R22.red", known("word.error"))


def find_raised(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the alerts that are raised, as stored."""
    return _find_failing(workbook, "R22.raised", known("word.alert"))


def find_missing_checks(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the checks that rule 23 asks for and *Contrôles* does not have, sheet by sheet."""
    found = {(check.sheet, check.label) for check in check_rows(workbook)}
    for name, keys in _required(workbook).items():
        for key in keys:
            labels = known(f"check.{key}")
            if not any((comparable(name), label) in found for label in labels):
                yield fault("R23.missing", CHECKS, None, "", f"{name} : {min(labels)}")


def _required(workbook: OpenedWorkbook) -> Mapping[str, tuple[str, ...]]:
    present = {sheet.name for sheet in workbook.sheets}
    by_axis = {axis.sheet.name: REQUIRED_BY_AXIS for axis in axis_sheets(workbook)}
    return {name: keys for name, keys in REQUIRED.items() if name in present} | by_axis
