"""Widths of letters from a TrueType file: what a program that draws with the font will measure."""

from __future__ import annotations

import struct
import subprocess
from functools import cache
from pathlib import Path

PIXELS_PER_POINT = 96 / 72
SPACES = {0xA0: " ", 0x202F: " ", 0x2009: " "}
"""Spaces that Carlito lacks and programs draw as a common one."""


class Font:
    """The advance widths of a font's characters, in parts of its size."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        count = struct.unpack_from(">H", data, 4)[0]
        tables = {}
        for place in range(count):
            tag, _, start, length = struct.unpack_from(">4sLLL", data, 12 + 16 * place)
            tables[tag.decode()] = data[start : start + length]
        self._units = struct.unpack_from(">H", tables["head"], 18)[0]
        measured = struct.unpack_from(">H", tables["hhea"], 34)[0]
        self._advances = [
            struct.unpack_from(">H", tables["hmtx"], 4 * glyph)[0] for glyph in range(measured)
        ]
        self._glyphs = _glyphs(tables["cmap"])

    def width(self, text: str, points: float) -> float:
        """Return the pixels of a text on one line, at 96 pixels to the inch."""
        last = len(self._advances) - 1
        text = text.translate(SPACES)
        units: int = sum(self._advances[min(self._glyphs.get(ord(c), 0), last)] for c in text)
        return float(units / self._units * points * PIXELS_PER_POINT)


def _glyphs(cmap: bytes) -> dict[int, int]:
    """Return the glyph of each character of the basic plane (table format 4)."""
    for place in range(struct.unpack_from(">H", cmap, 2)[0]):
        start = struct.unpack_from(">L", cmap, 4 + 8 * place + 4)[0]
        if struct.unpack_from(">H", cmap, start)[0] == 4:
            return _segments(cmap[start:])
    message = "no table of characters that can be read here"
    raise ValueError(message)


def _segments(table: bytes) -> dict[int, int]:
    double = struct.unpack_from(">H", table, 6)[0]
    found = {}
    for place in range(0, double, 2):
        end = struct.unpack_from(">H", table, 14 + place)[0]
        start = struct.unpack_from(">H", table, 16 + double + place)[0]
        delta = struct.unpack_from(">H", table, 16 + 2 * double + place)[0]
        where = 16 + 3 * double + place
        offset = struct.unpack_from(">H", table, where)[0]
        for code in range(start, min(end, 0xFFFE) + 1):
            if offset == 0:
                found[code] = (code + delta) & 0xFFFF
                continue
            glyph = struct.unpack_from(">H", table, where + offset + 2 * (code - start))[0]
            found[code] = (glyph + delta) & 0xFFFF if glyph else 0
    return found


@cache
def find_font(style: str) -> Font | None:
    """Return Carlito, which has Calibri's widths, in `Regular` or `Bold`; None if not installed."""
    try:
        listed = subprocess.run(
            ["fc-list", "Carlito", "file", "style"], capture_output=True, text=True, check=False
        ).stdout
    except FileNotFoundError:
        return None
    for line in listed.splitlines():
        file, _, styles = line.partition(": :style=")
        if styles.strip() == style and file.endswith(".ttf"):
            return Font(Path(file))
    return None


def wrapped_lines(font: Font, text: str, points: float, width: float) -> int:
    """Return the lines of a text in a width of pixels, broken at spaces, long words anywhere."""
    lines = 0
    for paragraph in text.split("\n"):
        lines += 1
        used = ""
        for word in paragraph.split(" "):
            longer = f"{used} {word}" if used else word
            if font.width(longer, points) <= width:
                used = longer
                continue
            if used:
                lines += 1
            used = word
            while font.width(used, points) > width and len(used) > 1:
                cut = len(used)
                while cut > 1 and font.width(used[:cut], points) > width:
                    cut -= 1
                lines, used = lines + 1, used[cut:]
    return lines
