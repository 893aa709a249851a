"""What eyes need: contrast, size, never a colour alone, words for charts (rule 19)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.errors import CellFinding
from generator.reader.opened import Look, OpenedHighlight, OpenedSheet, OpenedWorkbook
from generator.rules.layout import cells_inside, saved_by_excel
from generator.rules.texts import fault

ENOUGH, MIN_SIZE = 4.5, 10.0
BLACK, WHITE = "000000", "FFFFFF"


@cache
def contrast(colour: str, fill: str) -> float:
    """Return the contrast of two colours `RRGGBB`, 1 to 21, as WCAG defines it."""
    lighter, darker = sorted((_luminance(colour), _luminance(fill)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]  # noqa: PLR2004
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _is_faint(colour: str, fill: str) -> bool:
    """Tell whether a text is hard to read; one of the background's colour is masked, not faint."""
    colour, fill = colour or BLACK, fill or WHITE
    return colour != fill and contrast(colour, fill) < ENOUGH


def find_faint(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield cells whose text stands out too little from its background."""
    for sheet in workbook.sheets:
        for cell, opened in sheet.cells.items():
            look = opened.look
            if opened.value not in {None, ""} and _is_faint(look.colour, look.fill):
                yield fault("R19.contrast", sheet.name, cell, f"{look.colour} / {look.fill}")


def find_faint_highlights(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield conditional formats that, laid over a cell of theirs, make it hard to read."""
    for sheet in workbook.sheets:
        for highlight in sheet.highlights:
            for look in _looks_under(sheet, highlight):
                colour, fill = highlight.colour or look.colour, highlight.fill or look.fill
                if _is_faint(colour, fill):
                    cell = highlight.areas[0][:2]
                    yield fault("R19.highlight", sheet.name, cell, f"{colour} / {fill}")
                    break


def _looks_under(sheet: OpenedSheet, highlight: OpenedHighlight) -> set[Look]:
    return {
        sheet.cells[cell].look
        for area in highlight.areas
        for cell in cells_inside(sheet, area)
        if sheet.cells[cell].value is not None
    }


def find_colour_alone(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield conditional formats that change a colour and nothing else."""
    for sheet in workbook.sheets:
        for highlight in sheet.highlights:
            if (highlight.fill or highlight.colour) and not highlight.bold:
                yield fault("R19.colour_alone", sheet.name, highlight.areas[0][:2])


def find_small(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield for each sheet the first text under 10 points."""
    for sheet in workbook.sheets:
        for cell, opened in sheet.cells.items():
            if opened.value not in {None, ""} and opened.look.size < MIN_SIZE:
                yield fault("R19.size", sheet.name, cell, opened.look.size, MIN_SIZE)
                break


def find_undescribed(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield charts without an alternative text, where the program that saved them keeps it."""
    for sheet in workbook.sheets if saved_by_excel(workbook) else ():
        for drawing in sheet.drawings:
            if not drawing.alternative.strip():
                yield fault("R19.alternative", sheet.name, None, drawing.title or drawing.kind)
