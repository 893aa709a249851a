"""An edited workbook against the one rebuilt from the edited source, cell by cell.

Every cell that both have under the same sheet, row and column must be worth the same, except those
of `EXCEPTED`; what these are instead is worked out in `identities`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.labels import Words
from generator.model.formula import cell_name
from tests.engines.values import Sheets, Value, differences
from tests.workbook.built import Built

AXIS = "une feuille d'axe"
"""Stands for each of them in the table."""

AMOUNTS = r"total|y\d{4}"
BASE = r"base_total|b\d{4}"
FILLED = "une ligne de réserve remplie"
LINE = "line:"
"""What precedes the key of a line on sheets that follow the list."""


@dataclass(frozen=True, slots=True)
class Excepted:
    """Cells that differ by definition: sheet, patterns of row and column keys, and why."""

    sheet: str
    rows: str
    columns: str
    reason: str


def _label(name: str) -> str:
    """Return the pattern of a check's row, which is known by its label."""
    return re.escape(Words()(f"check.{name}"))


EXCEPTED = (
    Excepted(AXIS, r".*", BASE, "the base of the rebuilt one is the edited plan"),
    Excepted(AXIS, r".*", "changed", "nothing has changed since it was rebuilt"),
    Excepted(AXIS, r"reserve:.*", "key", "reserve rows propose the codes still free"),
    Excepted(AXIS, FILLED, "nature", "a filled reserve row has become an activity"),
    Excepted("Activités", r".*", BASE, "the base of the rebuilt one is the edited plan"),
    Excepted("Activités", r"reserve:.*", "key", "reserve rows propose the codes still free"),
    Excepted("Activités", FILLED, "nature", "a filled reserve row has become an activity"),
    Excepted(
        "Rapprochement", r".*:(validated|base|adjusted)", AMOUNTS, "adjustments are now validated"
    ),
    Excepted("Synthèse", r"chain:(validated|base|adjusted)", AMOUNTS, "adjustments are validated"),
    Excepted("Financement", r"pledge:\d+", r"base_.*", "the rebuilt one was made with it"),
    Excepted("Structures", r".*", "key", "structures are numbered from the most frequent"),
    Excepted("Structures", FILLED, r".*", "once rebuilt, a new activity is broken down"),
    Excepted("PTA", r"line:reserve:.*", "key", "reserve rows propose the codes still free"),
    Excepted("PTA", r".*", r"b\d{4}q\d", "the base of the rebuilt one is the edited plan"),
    Excepted("Ajustements", r".*", r".*", "nothing has changed since it was rebuilt"),
    Excepted("Contrôles", _label("neutral_years"), r"y\d{4}|result|state", "nothing has moved"),
    Excepted("Contrôles", _label("neutral_axes"), "total|result|state", "nothing has moved"),
    Excepted("Contrôles", _label("neutral_total"), "total|result|state", "nothing has moved"),
    Excepted("Contrôles", _label("changed"), "total|result|state", "counts the changed rows"),
    Excepted("Contrôles", _label("added"), "total|result|state", "counts the filled reserve rows"),
    Excepted("Contrôles", _label("costless"), "total|result|state", "counts activities alone"),
    Excepted("Contrôles", r"count(:.*)?", "state", "counts the alerts, these three among them"),
    Excepted(r".*", "status", r".*", "tells the number of alerts"),
    Excepted(
        "Empreinte",
        r"(base|rows|sha256|start):.*|activities|funding.*|quarters",
        r".*",
        "what it was built from",
    ),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The values of a workbook, found by the keys of its cells."""

    built: Built
    values: Sheets

    def at(self, sheet: str, row: str, col: str) -> Value | None:
        """Return a cell's value; None where it is blank."""
        return self.values[sheet].get(self.address(sheet, row, col))

    def address(self, sheet: str, row: str, col: str) -> str:
        """Return a cell's address."""
        return cell_name(self.rows(sheet)[row], self.columns(sheet)[col])

    def rows(self, sheet: str) -> Mapping[str, int]:
        """Return the place of each of a sheet's rows by its key."""
        book = self.built.computed.book
        return book.sheets[book.sheet_index[sheet]].row_index

    def columns(self, sheet: str) -> Mapping[str, int]:
        """Return the place of each of a sheet's columns by its key."""
        book = self.built.computed.book
        return book.sheets[book.sheet_index[sheet]].col_index

    @property
    def sheets(self) -> list[str]:
        """Return the names of the sheets in order."""
        return list(self.built.computed.book.sheet_index)

    @property
    def axes(self) -> list[str]:
        """Return the sheets of the axes in order."""
        return [axis.sheet for axis in self.built.source.plan.axes]

    def name(self, sheet: str, row: str) -> str:
        """Return what a row is known by in the table: a check by its label."""
        if sheet == "Contrôles" and row.startswith("check:"):
            return str(self.at(sheet, row, "label"))
        return row


@dataclass(frozen=True, slots=True)
class Agreement:
    """An edited workbook and the rebuilt one.

    `renamed` gives by reserve row filled the code under which the rebuilt one has the activity.
    """

    before: Reading
    edited: Reading
    rebuilt: Reading
    renamed: Mapping[str, str]

    def row_in_rebuilt(self, row: str) -> str:
        """Return the key under which the rebuilt workbook has a row."""
        if row.startswith(LINE):
            return f"{LINE}{self.row_in_rebuilt(row.removeprefix(LINE))}"
        return self.renamed.get(row, row)

    def differences(self) -> list[str]:
        """Return one line for each cell that is not the same in both, and for each row missing."""
        if self.edited.sheets != self.rebuilt.sheets:
            return [f"sheets: {self.edited.sheets} and {self.rebuilt.sheets}"]
        expected: Sheets = {}
        found: Sheets = {}
        missing = []
        for sheet, row, col in self._compared():
            other = self.row_in_rebuilt(row)
            if other not in self.rebuilt.rows(sheet) or col not in self.rebuilt.columns(sheet):
                missing.append(f"{sheet}: no {other} / {col} in the rebuilt workbook")
                continue
            address = self.edited.address(sheet, row, col)
            _put(expected, sheet, address, self.rebuilt.at(sheet, other, col))
            _put(found, sheet, address, self.edited.at(sheet, row, col))
        return missing + differences(expected, found)

    def _compared(self) -> Iterator[tuple[str, str, str]]:
        """Yield sheet, row and column of the cells to compare.

        Rows without a key hold no formula.
        """
        axes = set(self.edited.axes)
        for sheet in self.edited.sheets:
            kind = AXIS if sheet in axes else sheet
            for row in self.edited.rows(sheet):
                if not row.startswith("#"):
                    name = self.edited.name(sheet, row)
                    filled = self._is_filled(sheet, row)
                    for col in self.edited.columns(sheet):
                        if not is_excepted(kind, name, col, filled=filled):
                            yield sheet, row, col

    def _is_filled(self, sheet: str, row: str) -> bool:
        """Tell whether a row is a filled reserve row, or a structure that one may add to."""
        if sheet == "Structures":
            return bool(self.renamed) and not row.endswith(":plan")
        return row.removeprefix(LINE) in self.renamed


@cache
def is_excepted(sheet: str, row: str, col: str, *, filled: bool) -> bool:
    """Tell whether a cell differs by definition."""
    names = (row, FILLED) if filled else (row,)
    return any(
        re.fullmatch(entry.sheet, sheet, re.DOTALL)
        and re.fullmatch(entry.rows, name, re.DOTALL)
        and re.fullmatch(entry.columns, col)
        for entry in EXCEPTED
        for name in names
    )


def _put(sheets: Sheets, sheet: str, address: str, value: Value | None) -> None:
    """Add a cell that is not blank."""
    cells = sheets.setdefault(sheet, {})
    if value is not None and value != "":
        cells[address] = value
