"""A drawn folder's workbook on the disk, and its values as a program that opens it shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.engines.poison import poison
from tests.engines.stored import formula_cells
from tests.engines.values import Sheets, Value
from tests.proof.folder import Folder
from tests.proof.tally import count
from tests.workbook.built import Built, build

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Workbook:
    """A built workbook; `shown` are its stored values, `formulas` the addresses by sheet."""

    built: Built
    formulas: Mapping[str, set[str]]
    shown: Sheets

    def poison(self) -> Path:
        """Return a copy of the workbook whose stored formula values are all wrong."""
        target = self.built.path.with_name("poisoned.xlsx")
        assert poison(self.built.path, target) == sum(map(len, self.formulas.values()))
        return target

    def __len__(self) -> int:
        """Return how many formulas it has."""
        return sum(map(len, self.formulas.values()))

    def without_empty_constants(self, sheets: Sheets) -> Sheets:
        """Return values without constant texts of no characters, which are blank cells to some."""
        return _without_empty_constants(sheets, self.formulas)


@contextmanager
def workbook(folder: Folder) -> Iterator[Workbook]:
    """Give the workbook of a folder, on the disk for as long as it is needed."""
    with TemporaryDirectory(prefix="proof-") as name:
        place = Path(name)
        built = build(folder.write(place / "source"), place / "plan.xlsx")
        formulas = formula_cells(built.path)
        shown = _without_empty_constants(unescaped(built.stored), formulas)
        count(workbooks=1)
        yield Workbook(built, formulas, shown)


def unescaped(sheets: Sheets) -> Sheets:
    """Return values read in a file, its texts as a program reads them.

    `_x000D_` is how a file writes a carriage return, and `_x005F_` the underscore in front of what
    only looks like one.
    """

    def unescape(value: Value) -> Value:
        if type(value) is not str:
            return value
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)

    return {
        sheet: {address: unescape(value) for address, value in cells.items()}
        for sheet, cells in sheets.items()
    }


def _without_empty_constants(sheets: Sheets, formulas: Mapping[str, set[str]]) -> Sheets:
    return {
        sheet: {
            address: value
            for address, value in cells.items()
            if value != "" or address in formulas[sheet]
        }
        for sheet, cells in sheets.items()
    }
