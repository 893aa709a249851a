"""How numbers are shown: three sections, no literal space, codes as texts (rules 16 and 17)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import CellFinding
from generator.reader.opened import CellAddress, OpenedCell, OpenedSheet, OpenedWorkbook
from generator.rules.layout import (
    LIST,
    axis_sheets,
    column,
    find_header,
    find_sheet,
    is_number,
    year_bands,
)
from generator.rules.texts import fault

MONEY = "#,##0"
DASHES = {"–", "-"}
_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_COLOURS = re.compile(r"\[[^\]]*\]")


def _bare(section: str) -> str:
    """Return a section of a format without quotes, backslashes, colours and paddings."""
    text = _COLOURS.sub("", section)
    return re.sub(r"_.|\*.", "", _QUOTED.sub(lambda m: m[1] or m[2] or "", text))


def _sections(number_format: str) -> list[str]:
    return [_bare(section) for section in number_format.split(";")]


def _numbers(workbook: OpenedWorkbook) -> Iterator[tuple[OpenedSheet, CellAddress, OpenedCell]]:
    for sheet in workbook.sheets:
        for cell, opened in sheet.cells.items():
            if is_number(opened.value):
                yield sheet, cell, opened


def find_bare_money(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield amounts whose format has no section for negatives, or no dash for zero."""
    for sheet, cell, opened in _numbers(workbook):
        shown = opened.look.number_format
        if MONEY not in shown or not opened.look.locked:
            continue
        sections = _sections(shown)
        if len(sections) < 3 or MONEY not in sections[1] or sections[2] not in DASHES:  # noqa: PLR2004
            yield fault("R17.money", sheet.name, cell, shown, f"{MONEY};-{MONEY};–")


def find_unformatted(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield numbers under a year, in locked cells, that are not shown as amounts.

    A row inserted on an axis sheet has the format of its neighbour, which may be none. A quotient
    may be shown as a percentage.
    """
    axes = {axis.sheet.name: axis.rows for axis in axis_sheets(workbook)}
    for sheet in workbook.sheets:
        header = find_header(sheet)
        bands = year_bands(sheet, header).values() if header is not None else ()
        cols = {col for band in bands for col in band.values()}
        for (row, col), opened in sheet.cells.items() if cols else ():
            below = col in cols and row > (header or 0) and row in axes.get(sheet.name, {row: ""})
            shown = opened.look.number_format
            rate = "%" in shown and "/" in (opened.formula or "")
            kept = MONEY in shown or rate or not opened.look.locked
            if below and is_number(opened.value) and not kept:
                yield fault("R17.amount", sheet.name, (row, col), shown, MONEY)


def find_numeric_codes(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield codes and keys that are stored as numbers: 1.10 would be 1.1."""
    places: list[tuple[OpenedSheet, int, tuple[int, ...]]] = [
        (a.sheet, a.header, (a.columns["code"], a.columns["key"])) for a in axis_sheets(workbook)
    ]
    sheet = find_sheet(workbook, LIST)
    header = find_header(sheet) if sheet else None
    if sheet and header is not None:
        keys = ("code", "axis", "objective", "action", "key")
        found = [column(sheet, header, f"activities.{key}") for key in keys]
        places.append((sheet, header, tuple(col for col in found if col is not None)))
    for part, top, cols in places:
        for (row, col), opened in part.cells.items():
            if row > top and col in cols and is_number(opened.value):
                yield fault("R17.code", part.name, (row, col), opened.value)


def find_spaces(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield formats that write a space between digits: it would not be the reader's own."""
    for sheet, cell, opened in _numbers(workbook):
        shown = _bare(opened.look.number_format)
        if re.search(r"[#0][ \u00a0\u202f][#0]", shown) and opened.look.locked:
            yield fault("R17.space", sheet.name, cell, opened.look.number_format, MONEY)


def find_masked(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield contents that a format such as `;;;`, or the colour of the background, masks."""
    for sheet in workbook.sheets:
        for cell, opened in sheet.cells.items():
            if opened.value is None or opened.value == "":
                continue
            look = opened.look
            masked = ";" in look.number_format and not any(_sections(look.number_format))
            if masked or (look.colour or "000000") == (look.fill or "FFFFFF"):
                yield fault("R16.invisible", sheet.name, cell, look.number_format)
