"""A sheet of a copy under its header: cells by row and by the key of their column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.errors import CellFinding, GeneratorError
from generator.model.addresses import cell_name
from generator.model.values import PLAIN, Value
from generator.plan import Amount
from generator.reader.opened import OpenedSheet, OpenedWorkbook
from generator.texts import comparable

HEADER_ROWS = 15
"""Rows from the top among which a header is sought."""


class NotRecoveredError(GeneratorError):
    """A copy does not say what it was made from; `finding` says what is missing, and where."""

    def __init__(self, sheet: str, what: str) -> None:
        remedy = "Repartez d'une copie saine : rien d'autre n'a pu y être comparé."
        self.finding = CellFinding("erreur", "structure", sheet, "", what, "", "", remedy)
        super().__init__(str(self.finding))


class TitledSheet(NamedTuple):
    """A sheet with its header's row and its columns by key."""

    sheet: OpenedSheet
    header: int
    columns: Mapping[str, int]

    @property
    def rows(self) -> Iterator[int]:
        """Yield the rows under the header that the file writes, from the top."""
        last = max((row for row, _ in self.sheet.cells), default=self.header)
        yield from range(self.header + 1, last + 1)

    def value(self, row: int, key: str) -> Value:
        """Return what a cell holds; None for a blank, or for a column that is not there."""
        cell = self.sheet.cells.get((row, self.columns.get(key, -1)))
        return cell.value if cell else None

    def text(self, row: int, key: str) -> str:
        """Return a cell as a text, just as it stands; "" for a blank or an error."""
        value = self.value(row, key)
        return str(value) if isinstance(value, str | int | float) else ""

    def amount(self, row: int, key: str) -> Amount:
        """Return a cell's whole francs; None for a blank or for what is no amount."""
        value = self.value(row, key)
        fits = type(value) is int and -PLAIN < value < PLAIN
        return value if fits else None  # type: ignore[return-value] # an integer

    def where(self, row: int, key: str) -> str:
        """Return the address of a cell, such as `F12`."""
        return cell_name(row, self.columns[key])


def read_titled(sheet: OpenedSheet, titles: Mapping[str, str]) -> TitledSheet | None:
    """Return a sheet under the first row that shows every title; None where no row does."""
    wanted = {key: comparable(title) for key, title in titles.items()}
    by_row: dict[int, dict[str, int]] = {}
    for (row, col), cell in sheet.cells.items():
        if row < HEADER_ROWS and isinstance(cell.value, str | int):
            by_row.setdefault(row, {}).setdefault(comparable(str(cell.value)), col)
    for row in sorted(by_row):
        shown = by_row[row]
        if all(title in shown for title in wanted.values()):
            return TitledSheet(sheet, row, {key: shown[title] for key, title in wanted.items()})
    return None


def find_sheet(workbook: OpenedWorkbook, name: str) -> OpenedSheet:
    """Return the sheet of a name; none is a failure."""
    for sheet in workbook.sheets:
        if sheet.name == name:
            return sheet
    raise NotRecoveredError(name, "feuille absente")
