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


RETYPED = 3
"""Titles that may be gone from a header that is still told from those of other sheets."""


class NotRecoveredError(GeneratorError):
    """A copy does not say what it was made from; `finding` says what is missing, and where."""

    def __init__(self, sheet: str, what: str, cure: str = "Repartez d'une copie saine.") -> None:
        remedy = f"{cure} Le reste du classeur n'a pas pu être comparé à ce qu'il était."
        self.finding = CellFinding("erreur", "structure", sheet, "", what, "", "", remedy)
        super().__init__(str(self.finding))


class TitledSheet(NamedTuple):
    """A sheet with its header's row and its columns by key."""

    sheet: OpenedSheet
    header: int
    columns: Mapping[str, int]

    @property
    def last(self) -> int:
        """Return the last row that holds something, the header where none does."""
        filled = (row for (row, _), cell in self.sheet.cells.items() if cell.value is not None)
        return max(filled, default=self.header)

    @property
    def rows(self) -> Iterator[int]:
        """Yield the rows under the header that hold something, from the top."""
        filled = {row for (row, _), cell in self.sheet.cells.items() if cell.value is not None}
        yield from sorted(row for row in filled if row > self.header)

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


def missing_title(sheet: OpenedSheet, titles: Mapping[str, str]) -> str:
    """Return what is wrong with the header of a sheet: the title that is not there any more.

    "" where no row shows nearly all of the titles.
    """
    by_row: dict[int, set[str]] = {}
    for (row, _), cell in sheet.cells.items():
        if row < HEADER_ROWS and isinstance(cell.value, str | int):
            by_row.setdefault(row, set()).add(comparable(str(cell.value)))
    wanted = [comparable(title) for title in titles.values()]
    shown = max(by_row.values(), key=lambda found: len(found & set(wanted)), default=set())
    missing = [title for title in wanted if title not in shown]
    if len(missing) > RETYPED or len(missing) * 2 > len(wanted):
        return ""
    return f"ligne d'en-tête modifiée : « {missing[0]} » introuvable"


def need_titled(sheet: OpenedSheet, titles: Mapping[str, str]) -> TitledSheet:
    """Return a sheet under its header; one without is a failure that says what is missing."""
    table = read_titled(sheet, titles)
    if table is None:
        what = missing_title(sheet, titles) or "ligne d'en-tête introuvable"
        raise NotRecoveredError(sheet.name, what)
    return table


def find_sheet(workbook: OpenedWorkbook, name: str) -> OpenedSheet:
    """Return the sheet of a name; none is a failure."""
    for sheet in workbook.sheets:
        if sheet.name == name:
            return sheet
    raise NotRecoveredError(name, "feuille absente")
