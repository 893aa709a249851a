"""Copies of a workbook as officers leave them, made in memory: one cell, one sheet at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from generator.checking import check_opened
from generator.errors import CellFinding
from generator.model.values import Value
from generator.reader.opened import Look, OpenedCell, OpenedSheet, OpenedWorkbook
from tests.workbook.built import Built


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a built workbook; cells are named by the keys of the model."""

    built: Built
    workbook: OpenedWorkbook

    def where(self, sheet: str, row: str, col: str) -> tuple[int, int]:
        """Return (row, column) of a cell, counted from 0."""
        laid = self.built.computed.book.sheets[self.built.computed.book.sheet_index[sheet]]
        return laid.row_index[row], laid.col_index[col]

    def with_cell(
        self, sheet: str, row: str, col: str, change: Callable[[OpenedCell], OpenedCell]
    ) -> Copy:
        """Return the copy with a cell changed."""
        return self.with_place(sheet, self.where(sheet, row, col), change)

    def with_place(
        self, sheet: str, place: tuple[int, int], change: Callable[[OpenedCell], OpenedCell]
    ) -> Copy:
        """Return the copy with the cell at a place (row, column) changed; one absent is blank."""
        blank = OpenedCell(None, None, Look())

        def changed(opened: OpenedSheet) -> OpenedSheet:
            return replace(
                opened, cells={**opened.cells, place: change(opened.cells.get(place, blank))}
            )

        return self.with_sheet(sheet, changed)

    def typed(self, sheet: str, row: str, col: str, value: Value) -> Copy:
        """Return the copy with a value typed into a cell, over whatever was there."""
        return self.with_cell(
            sheet, row, col, lambda cell: cell._replace(value=value, formula=None)
        )

    def copied(self, sheet: str, source: tuple[str, str], target: tuple[str, str]) -> Copy:
        """Return the copy with a cell (row, column) copied to another place of its sheet."""
        held = next(opened for opened in self.workbook.sheets if opened.name == sheet)
        moved = {self.where(sheet, *target): held.cells[self.where(sheet, *source)]}
        return self.with_sheet(
            sheet, lambda opened: replace(opened, cells={**opened.cells, **moved})
        )

    def formula(self, sheet: str, row: str, col: str, text: str) -> Copy:
        """Return the copy with a cell's formula changed, the value that is stored left."""
        return self.with_cell(sheet, row, col, lambda cell: cell._replace(formula=text))

    def with_sheet(self, name: str, change: Callable[[OpenedSheet], OpenedSheet]) -> Copy:
        """Return the copy with a sheet changed."""
        sheets = tuple(
            change(sheet) if sheet.name == name else sheet for sheet in self.workbook.sheets
        )
        return replace(self, workbook=replace(self.workbook, sheets=sheets))

    def without_sheet(self, name: str) -> Copy:
        """Return the copy without a sheet."""
        sheets = tuple(sheet for sheet in self.workbook.sheets if sheet.name != name)
        return replace(self, workbook=replace(self.workbook, sheets=sheets))

    def findings(self) -> list[CellFinding]:
        """Return what `check` says of the copy."""
        return check_opened(self.workbook)


def told(found: Iterable[CellFinding], severity: str) -> set[tuple[str, str, str]]:
    """Return (rule, sheet, cell) of the findings of a class."""
    return {(f.rule, f.sheet, f.cell) for f in found if f.severity == severity}
