"""Columns of a copy that no longer stand where the model has them: nothing is compared then."""

from __future__ import annotations

from generator.model.grid import Sheet
from generator.reader.opened import OpenedSheet
from generator.recovery import NotRecoveredError
from generator.sheets.common import HEADER
from generator.texts import comparable

SHOWN_ROWS = 20
"""Rows from the top among which the header is sought."""


def refuse_moved_columns(sheet: Sheet, opened: OpenedSheet) -> None:
    """Refuse a sheet with a title of its header in another column than the model's."""
    place = sheet.row_index.get(HEADER)
    if place is None:
        return
    titles = {
        sheet.col_index[key]: comparable(cell.content)
        for key, cell in sheet.rows[place].cells.items()
        if isinstance(cell.content, str)
    }
    shown: dict[int, dict[str, int]] = {}
    for (row, col), cell in opened.cells.items():
        if row < SHOWN_ROWS and cell.value is not None:
            shown.setdefault(row, {})[comparable(str(cell.value))] = col
    wanted = set(titles.values())
    header = max(shown.values(), key=lambda found: len(wanted & found.keys()), default={})
    moved = [title for col, title in titles.items() if header.get(title, col) != col]
    if moved and len(set(titles.values())) == len(titles):
        what = f"colonnes insérées, supprimées ou déplacées (« {moved[0]} » n'est plus à sa place)"
        raise NotRecoveredError(sheet.name, what, "Annulez ce changement de colonnes.")
