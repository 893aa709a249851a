"""How a sheet prints: its set-up, and the names in which programs keep area and repeated rows."""

from __future__ import annotations

from generator.reader.areas import MAX_COLUMNS, named_areas
from generator.reader.book import printed
from generator.reader.frame import Frame
from generator.reader.opened import OpenedName, OpenedPage, Rectangle


def read_page(frame: Frame, names: tuple[OpenedName, ...], sheet: str) -> OpenedPage:
    """Return how the sheet prints; of several areas, the first."""
    page, fits = frame.page, frame.fits
    areas = named_areas(printed(names, sheet, "Print_Area"))
    return OpenedPage(
        paper=int(page.get("paperSize", "0")),
        landscape=page.get("orientation") == "landscape",
        fit_width=int(page.get("fitToWidth", "1")) if fits else None,
        fit_height=int(page.get("fitToHeight", "1")) if fits else None,
        area=areas[0] if areas else None,
        repeat_rows=_repeated_rows(named_areas(printed(names, sheet, "Print_Titles"))),
        footer=frame.footer,
    )


def _repeated_rows(areas: list[Rectangle]) -> tuple[int, int] | None:
    """Return the rows among the repeated areas: those as wide as the sheet."""
    for top, left, bottom, right in areas:
        if left == 0 and right == MAX_COLUMNS - 1:
            return top, bottom
    return None
