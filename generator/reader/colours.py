"""Colours as the file names them (itself, by theme, by number), to `RRGGBB`."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from generator.reader.values import MAIN, is_true

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_HEX = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
_BASIC = ("000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF")
PALETTE = (
    *_BASIC,
    *_BASIC,
    *("800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080"),
    *("9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF"),
    *("000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF"),
    *("00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99"),
    *("3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696"),
    *("003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333"),
)
"""The colours by number, where the file does not give its own."""

_SWAPPED = (1, 0, 3, 2)
"""The theme's first colours are written dark, light, dark, light, and numbered the other way."""


class Colours(NamedTuple):
    """The colours of the file's theme, as they are numbered, and its palette."""

    theme: Sequence[str]
    palette: Sequence[str]

    def find(self, element: Element | None) -> str:
        """Return the colour that an element names, "" where it is left to the program."""
        if element is None or is_true(element.get("auto")):
            return ""
        if "rgb" in element.attrib:
            return _bare(element.get("rgb", ""))
        if "theme" in element.attrib:
            return _tinted(_at(self.theme, element.get("theme", "")), element.get("tint", "0"))
        return _at(self.palette, element.get("indexed", ""))


def read_colours(theme: Element | None, styles: Element) -> Colours:
    """Return the colours of the theme part (None without one) and of the styles part."""
    own = styles.findall(f"{MAIN}colors/{MAIN}indexedColors/{MAIN}rgbColor")
    palette = tuple(_bare(item.get("rgb", "")) for item in own) or PALETTE
    scheme = None if theme is None else theme.find(f".//{DRAWING}clrScheme")
    written = [] if scheme is None else [_scheme_colour(item) for item in scheme]
    first = [written[place] for place in _SWAPPED] if len(written) > max(_SWAPPED) else []
    return Colours(first + written[len(first) :], palette)


def _scheme_colour(item: Element) -> str:
    for child in item:
        return _bare(child.get("lastClr", child.get("val", "")))
    return ""


def _bare(text: str) -> str:
    found = _HEX.fullmatch(text.removeprefix("#"))
    return found[1].upper() if found else ""


def _at(colours: Sequence[str], number: str) -> str:
    """Return the colour of that number; those beyond the list are the program's own."""
    return colours[int(number)] if number.isdecimal() and int(number) < len(colours) else ""


def _tinted(colour: str, tint: str) -> str:
    """Return the colour made lighter (a tint over 0) or darker (under 0)."""
    share = float(tint)
    if not colour or not share:
        return colour
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + share) if share < 0 else light * (1 - share) + share
    mixed = colorsys.hls_to_rgb(hue, min(max(light, 0), 1), saturation)
    return "".join(f"{round(part * 255):02X}" for part in mixed)
