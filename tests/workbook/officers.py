"""What the tests of an officer's edits share: typing into cells, and reading *Contrôles*."""

from __future__ import annotations

from collections.abc import Callable

from tests.engines.edits import SetCell
from tests.engines.values import Sheets
from tests.workbook.built import Built

After = Callable[..., Sheets]


def typed(built: Built, sheet: str, row: str, col: str, value: float | str | None) -> SetCell:
    return SetCell(*built.cell(sheet, row, col), value)


def failing(built: Built, sheets: Sheets, kind: str = "erreur") -> set[tuple[str, str]]:
    """Return (sheet, label) of the checks of a class that are raised."""
    found = set()
    book = built.computed.book
    for key in book.sheets[book.sheet_index["Contrôles"]].row_index:
        if not key.startswith("check:"):
            continue
        cell = {
            col: built.value(sheets, "Contrôles", key, col)
            for col in ("sheet", "label", "kind", "result")
        }
        if cell["result"] != 0 and cell["kind"] == kind:
            found.add((str(cell["sheet"]), str(cell["label"]).replace("\u00a0", " ")))
    return found
