"""What a workbook is recognised to be: its kinds of sheets, their headers, their rows.

Sheets are told by the contract's names; an axis sheet by its header, whatever its name. Labels are
read in French and in English, with any spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from generator.labels import LANGUAGES, Words
from generator.reader.opened import (
    CellAddress,
    OpenedCell,
    OpenedSheet,
    OpenedWorkbook,
    Rectangle,
)
from generator.texts import comparable

COVER, SUMMARY, FINANCING = "Accueil", "Synthèse", "Financement"
BRIDGES, LIST, CHECKS = "Rapprochement", "Activités", "Contrôles"
WORK_PLAN, STRUCTURES = "PTA", "Structures"
PARAMETERS, STAMP = "Paramètres", "Empreinte"
AXES = "*"
ORDER = (
    COVER, "Tableau de bord", SUMMARY, AXES, FINANCING, BRIDGES, LIST, "Ajustements", WORK_PLAN,
    STRUCTURES, "Suivi-évaluation", "Exécution", CHECKS, PARAMETERS, "Sigles", STAMP,
)  # fmt: skip
"""The contract's order; `*` stands for the axis sheets."""

REQUIRED = (
    COVER, SUMMARY, FINANCING, BRIDGES, LIST, WORK_PLAN, STRUCTURES, CHECKS, PARAMETERS, STAMP,
)  # fmt: skip

HEADER_ROWS, HEADER_COLUMNS = 10, 60
"""Rows from the top, and columns, among which a header is sought."""

TITLES = 3
"""Filled cells by which a row without a year is a header."""

FAR = 50_000

_YEAR = re.compile(r"(?:(.*) )?([0-9]{4})")

ACTIVITY, RESERVE, ACTION, OBJECTIVE, AXIS = "activity", "reserve", "action", "objectif", "axe"
NATURES = {
    ACTIVITY: "nature.activity",
    RESERVE: "nature.reserve",
    ACTION: "level.action",
    OBJECTIVE: "level.objectif",
    AXIS: "level.axe",
}
TOTALS = (ACTION, OBJECTIVE, AXIS)
"""The natures of rows of totals, from the lowest level to the highest."""

AXIS_COLUMNS = {
    "code": "axis.code",
    "label": "axis.label",
    "responsible": "axis.responsible",
    "partners": "axis.partners",
    "total": "axis.total_cost",
    "published": "axis.published",
    "gap": "axis.gap",
    "base_total": "axis.base_total",
    "changed": "axis.changed",
    "status": "axis.status",
    "reason": "axis.reason",
    "nature": "axis.nature",
    "key": "axis.key",
    "sum": "axis.sum",
    "line": "axis.line",
}
MARKS = AXIS_COLUMNS.keys() - {"published", "gap", "base_total", "changed", "line"}
"""The columns by which an axis sheet is told from any other."""


def text_of(cell: OpenedCell | None) -> str:
    """Return what a cell shows as a text with plain spaces; "" for a blank or an error."""
    if cell is None or not isinstance(cell.value, str | int | float):
        return ""
    return _plain(str(cell.value))


_plain = lru_cache(maxsize=100_000)(comparable)


def is_number(value: object) -> bool:
    """Tell whether a value is a number, which a truth value is not."""
    return isinstance(value, int | float) and not isinstance(value, bool)


@cache
def known(key: str, **fields: str) -> frozenset[str]:
    """Return a text of the workbook in every language."""
    return frozenset(comparable(Words(language)(key, **fields)) for language in LANGUAGES)


def saved_by_excel(workbook: OpenedWorkbook) -> bool:
    """Tell whether the file is as made, or saved by Excel: other programs keep less."""
    return workbook.application == "Microsoft Excel"


def find_sheet(workbook: OpenedWorkbook, name: str) -> OpenedSheet | None:
    """Return the sheet of a name, None where there is none."""
    return next((sheet for sheet in workbook.sheets if sheet.name == name), None)


def find_header(sheet: OpenedSheet) -> int | None:
    """Return the row of the header: the first with a year, else with titles on a fill.

    Else it is the last frozen row; programs may lose what is frozen.
    """
    for row in range(HEADER_ROWS):
        for col in range(1, HEADER_COLUMNS):
            cell = sheet.cells.get((row, col))
            if cell and cell.look.fill and cell.look.locked and _YEAR.fullmatch(text_of(cell)):
                return row
    for row in range(HEADER_ROWS):
        if sum(_is_title(sheet.cells.get((row, col))) for col in range(HEADER_COLUMNS)) >= TITLES:
            return row
    last = sheet.frozen[0] - 1 if sheet.frozen else -1
    return last if len(titles(sheet, last)) > 1 else None


def _is_title(cell: OpenedCell | None) -> bool:
    return cell is not None and bool(cell.look.fill) and cell.look.locked and text_of(cell) != ""


def titles(sheet: OpenedSheet, header: int) -> dict[str, int]:
    """Return by title the column of a header, the first where a title is repeated."""
    found: dict[str, int] = {}
    for col in range(HEADER_COLUMNS):
        if text := text_of(sheet.cells.get((header, col))):
            found.setdefault(text, col)
    return found


def column(sheet: OpenedSheet, header: int, key: str) -> int | None:
    """Return the column whose title is a text of the workbook, None where there is none."""
    found = titles(sheet, header)
    return next((found[title] for title in known(key) if title in found), None)


def year_bands(sheet: OpenedSheet, header: int) -> dict[str, dict[str, int]]:
    """Return by what precedes the years in the titles ("" for live amounts): year to column."""
    bands: dict[str, dict[str, int]] = {}
    for title, col in titles(sheet, header).items():
        if match := _YEAR.fullmatch(title):
            bands.setdefault(match[1] or "", {})[match[2]] = col
    return bands


class AxisSheet(NamedTuple):
    """An axis sheet: its header's row, its columns by role, its years, the nature of its rows."""

    sheet: OpenedSheet
    header: int
    columns: Mapping[str, int]
    live: tuple[int, ...]
    base: tuple[int, ...]
    rows: Mapping[int, str]

    def at(self, row: int, col: int) -> OpenedCell | None:
        """Return a cell, None where the file does not write it."""
        return self.sheet.cells.get((row, col))

    def of(self, *natures: str) -> list[int]:
        """Return the rows of some natures, from the top."""
        return [row for row, nature in self.rows.items() if nature in natures]

    def inputs(self) -> Iterator[CellAddress]:
        """Yield the cells where an officer types.

        Amounts, statuses and reasons, and the texts of reserve rows.
        """
        texts = [self.columns[key] for key in ("label", "responsible", "partners")]
        for row in self.of(ACTIVITY, RESERVE):
            cols = texts if self.rows[row] == RESERVE else []
            yield from ((row, col) for col in (*cols, *self.live, *self.decided))

    @property
    def decided(self) -> list[int]:
        """Return the columns of statuses and reasons, where the sheet has them."""
        return [self.columns[key] for key in ("status", "reason") if key in self.columns]


def axis_sheets(workbook: OpenedWorkbook) -> list[AxisSheet]:
    """Return the axis sheets, in order."""
    found = [_read_axis(sheet) for sheet in workbook.sheets]
    return [axis for axis in found if axis]


def _read_axis(sheet: OpenedSheet) -> AxisSheet | None:
    header = find_header(sheet)
    if header is None:
        return None
    shown = titles(sheet, header)
    columns = {
        key: shown[title]
        for key, text in AXIS_COLUMNS.items()
        for title in known(text) & set(shown)
    }
    bands = year_bands(sheet, header)
    if not columns.keys() >= MARKS or "" not in bands:
        return None
    base = next((tuple(years.values()) for prefix, years in bands.items() if prefix), ())
    natures = {text: nature for nature, key in NATURES.items() for text in known(key)}
    rows = {}
    for row in range(header + 1, last_row(sheet) + 1):
        text = text_of(sheet.cells.get((row, columns["nature"])))
        if text in natures:
            rows[row] = natures[text]
    return AxisSheet(sheet, header, columns, tuple(bands[""].values()), base, rows)


def last_row(sheet: OpenedSheet) -> int:
    """Return the last row that the file writes, -1 for an empty sheet.

    Rows from `FAR` hold no table of a workbook, and are not gone through one by one.
    """
    return min(max((row for row, _ in sheet.cells), default=-1), FAR)


def cells_inside(sheet: OpenedSheet, area: Rectangle) -> Iterator[CellAddress]:
    """Yield the cells of a rectangle that the file writes, however large it is."""
    top, left, bottom, right = area
    if (bottom - top + 1) * (right - left + 1) > len(sheet.cells):
        for row, col in sheet.cells:
            if top <= row <= bottom and left <= col <= right:
                yield row, col
        return
    for row in range(top, bottom + 1):
        for col in range(left, right + 1):
            if (row, col) in sheet.cells:
                yield row, col


def formulas(sheet: OpenedSheet) -> Iterator[tuple[CellAddress, str]]:
    """Yield the formulas of a sheet that the workbook is made of: those of its locked cells."""
    for cell, opened in sheet.cells.items():
        if opened.formula is not None and opened.look.locked:
            yield cell, opened.formula
