"""How tall a row must be for its wrapped texts: Excel and LibreOffice leave that to the file."""

from __future__ import annotations

import math
import unicodedata
from functools import cache, lru_cache

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


WIDTHS = {
    3.5: " '\u00a0\u202f\u2009",
    4.4: "`",
    5.3: "r",
    6.4: "cL",
    6.5: '"/\\',
    7.4: "ETa",
    7.6: "0123456789$#*+<=>^_~Y",
    8.2: "BR",
    9.4: "HDG",
    9.7: "U",
    10.2: "&½",
    11.0: "…",
    12.9: "MœŒæÆ",
    13.5: "W@",
    14.0: "—→←",
    16.0: "‰",
}
"""Letters by pixels, where XlsxWriter's whole pixels are too few, or its 8 for those it misses."""

_WIDTHS = {letter: width for width, letters in WIDTHS.items() for letter in letters}
SQUARE = 16.0
"""Pixels of a Chinese character or of an emoji, in whatever font replaces Calibri."""


@cache
def _word_width(word: str) -> float:
    """Return the pixels of a word in Calibri 11; an accent does not widen its letter."""
    plain = unicodedata.normalize("NFD", word)
    return sum(_letter_width(c) for c in plain if not unicodedata.combining(c))


@cache
def _letter_width(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if unicodedata.east_asian_width(letter) in "WF":
        return SQUARE
    return xl_pixel_width(letter)


LETTER = 10
"""Pixels that may stay empty at the end of a line where a long word is broken."""

_SPACE = _WIDTHS[" "]


@cache
def _metrics(style: str) -> tuple[float, float, float] | None:
    """Return (scale to Calibri 11, line height, margin) of a wrapping style, else None."""
    look = properties(style)
    if not look.get("text_wrap"):
        return None
    scale = look["font_size"] / MEASURED_SIZE * (BOLD if look.get("bold") else 1)
    return scale, look["font_size"] * LINE_RATIO, CELL_MARGIN + INDENT * look.get("indent", 0)


@lru_cache(maxsize=1024)
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
            pieces = math.ceil(used / max(width - LETTER, LETTER))
            lines += pieces - 1
            used = max(used - (pieces - 1) * max(width - LETTER, LETTER), 0.0)
    return lines


def text_height(text: str, style: str, column_width: float) -> float:
    """Return the points a text needs in a column (its width in characters); 0 if not wrapped."""
    metrics = _metrics(style)
    if metrics is None:
        return 0.0
    scale, line, margin = metrics
    width = (column_width * 7 + 5 - margin) / scale
    return min(count_lines(text, width) * line + PADDING, MAX_HEIGHT)
