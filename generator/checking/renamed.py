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
    one that is not there, at the same turn. The cover, which no formula reads, is known by its
    links.
    """
    names = [sheet.name for sheet in workbook.sheets]
    cover = _find_cover(workbook)
    known = [COVER, cover.name, *_linked(cover)] if cover else []
    lost = [name for name in known if name not in {*names, COVER}]
    read = _read_sheets(workbook) if lost else set()
    new = [name for name in names if name not in known and name in read]
    old = {cover.name: COVER} if cover and cover.name != COVER else {}
    if lost and len(lost) == len(new) and not set(lost) & read:
        old |= dict(zip(new, lost, strict=True))
    if not old:
        return workbook, []
    sheets = tuple(_restored(sheet, old) for sheet in workbook.sheets)
    defined = tuple(name._replace(text=_rewritten(name.text, old)) for name in workbook.names)
    said = [say("sheet.renamed", name, "", name, made) for name, made in old.items()]
    return replace(workbook, sheets=sheets, names=defined), said


def _find_cover(workbook: OpenedWorkbook) -> OpenedSheet | None:
    """Return the cover: the sheet of its name, else the one that leads to most of the others."""
    named = next((sheet for sheet in workbook.sheets if sheet.name == COVER), None)
    if named or not workbook.sheets:
        return named
    others = {sheet.name for sheet in workbook.sheets}
    found = max(workbook.sheets, key=lambda sheet: len(others.intersection(_linked(sheet))))
    return found if len(others.intersection(_linked(found))) * 2 > len(others) else None


def _linked(cover: OpenedSheet) -> list[str]:
    """Return the names that a sheet's links show."""
    shown = [cover.cells.get(link.cell) for link in cover.links if link.inside]
    texts = [str(cell.value) for cell in shown if cell and cell.value and cell.formula is None]
    return list(dict.fromkeys(texts))


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
