"""How tall a row must be for its wrapped texts: Excel and LibreOffice leave that to the file."""

from __future__ import annotations

import math
import unicodedata
from functools import cache

from xlsxwriter.utility import xl_pixel_width

from generator.styles import properties

LINE_RATIO = 1.28
"""Height of a line in points for each point of the font's size."""

PADDING = 2.5
MEASURED_SIZE = 11.2
"""The size of Calibri that XlsxWriter's table of widths really fits: 11, rounded up to pixels."""

BOLD = 1.03
CELL_MARGIN, INDENT = 7, 9
MAX_HEIGHT = 409.0


@cache
def _word_width(word: str) -> int:
    """Return the pixels of a word in Calibri 11; an accent does not widen its letter."""
    plain = unicodedata.normalize("NFD", word)
    return xl_pixel_width("".join(c for c in plain if not unicodedata.combining(c)))


_SPACE = xl_pixel_width(" ")


@cache
def _metrics(style: str) -> tuple[float, float, float] | None:
    """Return (scale to Calibri 11, line height, margin) of a wrapping style, else None."""
    look = properties(style)
    if not look.get("text_wrap"):
        return None
    scale = look["font_size"] / MEASURED_SIZE * (BOLD if look.get("bold") else 1)
    return scale, look["font_size"] * LINE_RATIO, CELL_MARGIN + INDENT * look.get("indent", 0)


def count_lines(text: str, width: float) -> int:
    """Return how many lines the text wraps to in a width of pixels (Calibri 11)."""
    return sum(_paragraph_lines(paragraph, width) for paragraph in text.split("\n"))


def _paragraph_lines(text: str, width: float) -> int:
    lines, used = 1, 0.0
    for word in text.split(" "):
        needed = _word_width(word)
        if used and used + _SPACE + needed > width:
            lines, used = lines + 1, 0.0
        used += needed + (_SPACE if used else 0)
        if used > width:
            lines += math.ceil(used / width) - 1
            used %= width
    return lines


def text_height(text: str, style: str, column_width: float) -> float:
    """Return the points a text needs in a column (its width in characters); 0 if not wrapped."""
    metrics = _metrics(style)
    if metrics is None:
        return 0.0
    scale, line, margin = metrics
    width = (column_width * 7 + 5 - margin) / scale
    return min(count_lines(text, width) * line + PADDING, MAX_HEIGHT)
