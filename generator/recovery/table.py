"""A sheet of a copy under its header: cells by row and by the key of their column."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from generator.errors import CellFinding, GeneratorError
from generator.model.addresses import MAX_COLUMNS, cell_name
from generator.model.values import PLAIN, Value
from generator.plan import Amount
from generator.reader.opened import CellAddress, OpenedSheet, OpenedWorkbook
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


class Retyped(NamedTuple):
    """A title of a header that is known although it was typed otherwise: its column, both texts."""

    col: int
    found: str
    wanted: str


class TitledSheet(NamedTuple):
    """A sheet with its header's row and its columns by key.

    `retyped` are the titles that were typed otherwise, `twice` the columns whose title stands
    before already.
    """

    sheet: OpenedSheet
    header: int
    columns: Mapping[str, int]
    retyped: tuple[Retyped, ...] = ()
    twice: tuple[int, ...] = ()

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

    Spaces and the way accents are written do not count. Where no row shows them so, accents, case
    and punctuation do not count either.
    """
    rows = _top_rows(sheet)
    for plain in (comparable, _folded):
        wanted = {key: plain(title) for key, title in titles.items()}
        if len(set(wanted.values())) < len(wanted):
            continue
        for row, texts in rows.items():
            shown: dict[str, list[int]] = {}
            for col, text in texts.items():
                shown.setdefault(plain(text), []).append(col)
            if all(title in shown for title in wanted.values()):
                columns = {key: shown[title][0] for key, title in wanted.items()}
                twice = [col for title in wanted.values() for col in shown[title][1:]]
                return _titled(sheet, row, columns, titles, twice)
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


def _folded(text: str) -> str:
    """Return a title without accents, capitals, spaces or punctuation."""
    plain = unicodedata.normalize("NFKD", comparable(text)).casefold()
    return "".join(char for char in plain if char.isalnum())


def _titled(
    sheet: OpenedSheet,
    row: int,
    columns: Mapping[str, int],
    titles: Mapping[str, str],
    twice: Sequence[int],
) -> TitledSheet:
    """Return the sheet under a header, with the titles that were typed otherwise."""
    shown = {key: str(sheet.cells[row, col].value) for key, col in columns.items()}
    retyped = [
        Retyped(columns[key], shown[key], title)
        for key, title in titles.items()
        if shown[key] != title
    ]
    return TitledSheet(sheet, row, columns, tuple(retyped), tuple(sorted(twice)))


def missing_columns(sheet: OpenedSheet, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Return the columns whose titles are not in the row that shows most of them."""
    wanted = {key: comparable(title) for key, title in titles.items()}
    rows = [set(map(comparable, texts.values())) for texts in _top_rows(sheet).values()]
    shown = max(rows, key=lambda found: len(found & set(wanted.values())), default=set())
    return tuple(key for key, title in wanted.items() if title not in shown)


def missing_title(sheet: OpenedSheet, titles: Mapping[str, str]) -> str:
    """Return what is wrong with the header of a sheet: the title that is not there any more.

    "" where no row shows nearly all of the titles.
    """
    missing = missing_columns(sheet, titles)
    if not missing or len(missing) > RETYPED or len(missing) * 2 > len(titles):
        return ""
    return f"ligne d'en-tête modifiée : « {comparable(titles[missing[0]])} » introuvable"


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
