"""Sheets that were renamed: known by the cover, which keeps the name that each was made with."""

from __future__ import annotations

from dataclasses import replace

from generator.checking.texts import say
from generator.errors import CellFinding
from generator.reader.opened import OpenedCell, OpenedSheet, OpenedWorkbook
from generator.rules.tokens import parse
from generator.sheets.common import COVER


def undo_renaming(workbook: OpenedWorkbook) -> tuple[OpenedWorkbook, list[CellFinding]]:
    """Return the workbook under the names that its sheets were made with, and what is said of it.

    A sheet was renamed where formulas read one that the cover does not know, and the cover leads to
    one that is not there, at the same turn.
    """
    names = [sheet.name for sheet in workbook.sheets]
    known = _made_with(workbook)
    lost = [name for name in known if name not in names]
    read = _read_sheets(workbook) if lost else set()
    new = [name for name in names if name not in known and name in read]
    if not lost or len(lost) != len(new) or set(lost) & read:
        return workbook, []
    old = dict(zip(new, lost, strict=True))
    sheets = tuple(_restored(sheet, old) for sheet in workbook.sheets)
    defined = tuple(name._replace(text=_rewritten(name.text, old)) for name in workbook.names)
    said = [say("sheet.renamed", name, "", name, made) for name, made in old.items()]
    return replace(workbook, sheets=sheets, names=defined), said


def _made_with(workbook: OpenedWorkbook) -> list[str]:
    """Return the names that the cover's links show, and the cover's own."""
    cover = next((sheet for sheet in workbook.sheets if sheet.name == COVER), None)
    if cover is None:
        return []
    shown = [cover.cells.get(link.cell) for link in cover.links if link.inside]
    texts = [str(cell.value) for cell in shown if cell and cell.value and cell.formula is None]
    return [COVER, *dict.fromkeys(texts)]


def _read_sheets(workbook: OpenedWorkbook) -> set[str]:
    """Return the sheets that formulas of other sheets read."""
    return {
        reference.sheet
        for sheet in workbook.sheets
        for cell in sheet.cells.values()
        if cell.formula is not None and "!" in cell.formula
        for reference in parse(cell.formula).references
        if reference.sheet not in {"", sheet.name}
    }


def _restored(sheet: OpenedSheet, old: dict[str, str]) -> OpenedSheet:
    cells = {place: _reading(cell, old) for place, cell in sheet.cells.items()}
    return replace(sheet, name=old.get(sheet.name, sheet.name), cells=cells)


def _reading(cell: OpenedCell, old: dict[str, str]) -> OpenedCell:
    if cell.formula is None or "!" not in cell.formula:
        return cell
    return cell._replace(formula=_rewritten(cell.formula, old))


def _rewritten(formula: str, old: dict[str, str]) -> str:
    """Return a formula that reads the sheets under their old names."""
    parts = parse(formula)
    if parts.broken or not any(reference.sheet in old for reference in parts.references):
        return formula
    return "".join(_part(part.text, old) for part in parts.parts)


def _part(text: str, old: dict[str, str]) -> str:
    sheet, mark, place = text.rpartition("!")
    name = sheet.removeprefix("'").removesuffix("'").replace("''", "'")
    if not mark or name not in old:
        return text
    return "'" + old[name].replace("'", "''") + f"'!{place}"
