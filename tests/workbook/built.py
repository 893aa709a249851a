"""The shipped workbook, built once for the tests, with a way to find cells by their keys."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.labels import Language
from generator.model.compute import Computed, Spot, compute
from generator.model.formula import Ref
from generator.reading.source import Source, read_source
from generator.workbook import build_book
from generator.writer import render
from tests.engines.stored import stored_values
from tests.engines.values import Sheets, Value

SOURCE = Path("source")


@dataclass(frozen=True, slots=True)
class Built:
    """A workbook on the disk, and the model it was written from."""

    path: Path
    source: Source
    computed: Computed
    stored: Sheets

    def address(self, sheet: str, row: str, col: str) -> str:
        """Return the A1 address of a cell named by keys."""
        place = self.computed.book.sheet_index[sheet]
        return Ref(col, row).text(Spot(self.computed, place, 0, 0))

    def row(self, sheet: str, row: str) -> int:
        """Return the number of a row, counted from 1."""
        place = self.computed.book.sheet_index[sheet]
        return self.computed.book.sheets[place].row_index[row] + 1

    def cell(self, sheet: str, row: str, col: str) -> tuple[str, str]:
        """Return (sheet, address), as edits take it."""
        return sheet, self.address(sheet, row, col)

    def value(self, sheets: Sheets, sheet: str, row: str, col: str) -> Value | None:
        """Return a cell's value in what an engine gave; None where it is blank."""
        return sheets[sheet].get(self.address(sheet, row, col))

    def named(self, sheets: Sheets, name: str) -> Value | None:
        """Return the value of the cell behind a defined name."""
        ref = self.computed.book.names[name]
        return self.value(sheets, ref.sheet or "", ref.row or "", ref.col or "")


def build(folder: Path, target: Path, language: Language = "fr") -> Built:
    """Return the workbook of a source folder, written to the target."""
    source = read_source(folder)
    computed = compute(build_book(source, language))
    target.write_bytes(render(computed))
    return Built(target, source, computed, stored_values(target))
