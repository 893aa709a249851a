"""A sheet of a copy under its header: cells by row and by the key of their column."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import product
from typing import NamedTuple

from generator.errors import CellFinding, GeneratorError
from generator.model.addresses import MAX_COLUMNS, cell_name
from generator.model.values import PLAIN, Value
from generator.plan import Amount
from generator.reader.opened import CellAddress, OpenedSheet, OpenedWorkbook
from generator.recovery.titles import MATCHES, Matched, Rivals
from generator.texts import comparable, show_some

HEADER_ROWS = 15
"""Rows from the top among which a header is sought."""

RETYPED = 3
"""Titles that may be gone from a header that is still told from those of other sheets."""


class NotRecoveredError(GeneratorError):
    """A copy does not say what it was made from; `finding` says what is missing, and where.

    `others` are the failures of other sheets.
    """

    others: tuple[NotRecoveredError, ...] = ()

    def __init__(self, sheet: str, what: str, cure: str = "Repartez d'une copie saine.") -> None:
        remedy = f"{cure} Le reste du classeur n'a pas pu être comparé à ce qu'il était."
        self.finding = CellFinding("erreur", "structure", sheet, "", what, "", "", remedy)
        super().__init__(str(self.finding))


class LostColumnsError(NotRecoveredError):
    """An axis sheet has not all the columns that it is read by; `columns` are the lost ones."""

    def __init__(self, sheet: str, titles: Mapping[str, str], columns: Collection[str]) -> None:
        self.columns = tuple(columns)
        super().__init__(sheet, describe_missing(titles, columns))


class LostSheetError(NotRecoveredError):
    """No sheet is that of an axis."""


class Retyped(NamedTuple):
    """A title of a header that is known although it was typed otherwise: its column, both texts."""

    col: int
    found: str
    wanted: str


class TitledSheet(NamedTuple):
    """A sheet with its header's row and its columns by key.

    `retyped` are the titles that were typed otherwise, `twice` the columns whose title stands
    before already, `rivals` the years that several columns name.
    """

    sheet: OpenedSheet
    header: int
    columns: Mapping[str, int]
    retyped: tuple[Retyped, ...] = ()
    twice: tuple[int, ...] = ()
    rivals: tuple[Rivals, ...] = ()

    @property
    def titles(self) -> dict[int, str]:
        """Return what the header shows, by column."""
        held = self.sheet.cells.items()
        return {col: str(cell.value) for (row, col), cell in held if row == self.header}

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
    """Return a sheet under the first row that shows every title; None where no row does.

    Titles are looked for as they should be first, then as they may have been typed.
    """
    rows = {row: own for row, own in _top_rows(sheet).items() if len(own) >= len(titles)}
    for match in MATCHES:
        for row, texts in rows.items():
            matched = match(texts, titles)
            if len(matched.columns) == len(titles):
                return _titled(sheet, row, matched, titles)
    return None


def _top_rows(sheet: OpenedSheet) -> dict[int, dict[int, str]]:
    """Return the texts of the rows among which a header is sought, from the top."""
    places: Iterable[CellAddress] = product(range(HEADER_ROWS), range(MAX_COLUMNS))
    if len(sheet.cells) < HEADER_ROWS * MAX_COLUMNS:
        places = sorted(place for place in sheet.cells if place[0] < HEADER_ROWS)
    found: dict[int, dict[int, str]] = {}
    for row, col in places:
        cell = sheet.cells.get((row, col))
        if cell and isinstance(cell.value, str | int) and col < MAX_COLUMNS:
            found.setdefault(row, {})[col] = str(cell.value)
    return found


def _titled(
    sheet: OpenedSheet, row: int, matched: Matched, titles: Mapping[str, str]
) -> TitledSheet:
    """Return the sheet under a header, with the titles that were typed otherwise."""
    columns = {key: matched.columns[key] for key in titles}
    shown = {key: str(sheet.cells[row, col].value) for key, col in columns.items()}
    retyped = [
        Retyped(columns[key], shown[key], title)
        for key, title in titles.items()
        if shown[key] != title
    ]
    return TitledSheet(sheet, row, columns, tuple(retyped), matched.twice, matched.rivals)


def best_header(sheet: OpenedSheet, titles: Mapping[str, str]) -> tuple[int, Mapping[str, int]]:
    """Return the row that shows most of the titles, and their columns; -1 where none shows one."""
    found: tuple[int, Mapping[str, int]] = (-1, {})
    for row, texts in _top_rows(sheet).items():
        for match in MATCHES:
            columns = match(texts, titles).columns if len(texts) > len(found[1]) else {}
            if len(columns) > len(found[1]):
                found = row, columns
    return found


def missing_columns(sheet: OpenedSheet, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Return the columns whose titles are not in the row that shows most of them."""
    shown = best_header(sheet, titles)[1]
    return tuple(key for key in titles if key not in shown)


def missing_titles(sheet: OpenedSheet, titles: Mapping[str, str]) -> list[str]:
    """Return the titles that a sheet without its header has not; all where none is sought amiss."""
    missing = missing_columns(sheet, titles)
    return [titles[key] for key in missing or titles]


def few_missing(sheet: OpenedSheet, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Return the columns that a sheet's header lost, none where it is hardly that header."""
    missing = missing_columns(sheet, titles)
    return missing if len(missing) <= min(RETYPED, len(titles) // 2) else ()


def describe_missing(titles: Mapping[str, str], missing: Collection[str]) -> str:
    """Return what is wrong with a header: which titles are not there any more."""
    if len(missing) == len(titles):
        return "ligne d'en-tête introuvable"
    shown = [f"« {comparable(titles[key])} »" for key in missing]
    return f"ligne d'en-tête modifiée : {show_some(shown)} introuvable{'s' * (len(missing) > 1)}"


def need_titled(sheet: OpenedSheet, titles: Mapping[str, str]) -> TitledSheet:
    """Return a sheet under its header; one without is a failure that says what is missing."""
    table = read_titled(sheet, titles)
    if table is None:
        missing = few_missing(sheet, titles) or titles
        raise NotRecoveredError(sheet.name, describe_missing(titles, missing))
    return table


def find_sheet(workbook: OpenedWorkbook, name: str) -> OpenedSheet:
    """Return the sheet of a name; none is a failure."""
    for sheet in workbook.sheets:
        if sheet.name == name:
            return sheet
    raise NotRecoveredError(name, "feuille absente")
