"""What cells look like, by the number of their style, and what conditional formats lay over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from generator.reader.colours import Colours, read_colours
from generator.reader.opened import Look
from generator.reader.values import MAIN, is_true

GENERAL = "General"
BUILT_IN = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)',
    6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)',
    8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)',
    42: r'_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    44: r'_("$"* #,##0.00_)_("$"* \(#,##0.00\)_("$"* "-"??_)_(@_)',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
}
"""The number formats that a file names by number alone."""

_SIDES = (("left", "start"), ("right", "end"), ("top",), ("bottom",))


class Overlay(NamedTuple):
    """What a conditional format lays over a cell; colours as in `Look`."""

    fill: str = ""
    colour: str = ""
    bold: bool = False


class Styles(NamedTuple):
    """The looks by the text of their number (None: the first), the overlays in order."""

    looks: Mapping[str | None, Look]
    overlays: tuple[Overlay, ...]
    colours: Colours


def read_styles(root: Element | None, theme: Element | None) -> Styles:
    """Return the styles of the file; without that part, every cell has the default look."""
    if root is None:
        return Styles(defaultdict(Look), (), read_colours(theme, Element("none")))
    colours = read_colours(theme, root)
    looks: dict[str | None, Look] = {}
    for number, look in enumerate(_read_looks(root, colours)):
        looks[str(number)] = look
    looks[None] = looks.get("0", Look())
    overlays = tuple(read_overlay(item, colours) for item in _items(root, "dxfs"))
    return Styles(looks, overlays, colours)


def read_overlay(item: Element, colours: Colours) -> Overlay:
    """Return what a differential format lays over a cell."""
    font = item.find(f"{MAIN}font")
    pattern = item.find(f"{MAIN}fill/{MAIN}patternFill")
    fill = ""
    if pattern is not None and pattern.get("patternType") != "none":
        fill = colours.find(pattern.find(f"{MAIN}bgColor")) or _front(pattern, colours)
    if font is None:
        return Overlay(fill)
    return Overlay(fill, colours.find(font.find(f"{MAIN}color")), _is_bold(font))


def _items(root: Element, group: str) -> list[Element]:
    found = root.find(MAIN + group)
    return [] if found is None else list(found)


def _read_looks(root: Element, colours: Colours) -> list[Look]:
    """Return the look of each cell format, the parts that it names put together."""
    own = {
        int(item.get("numFmtId", "0")): item.get("formatCode", GENERAL)
        for item in _items(root, "numFmts")
    }
    formats = BUILT_IN | own
    fonts = [_read_font(item, colours) for item in _items(root, "fonts")]
    fills = [_read_fill(item, colours) for item in _items(root, "fills")]
    borders = [_has_four_sides(item) for item in _items(root, "borders")]
    looks = []
    for item in _items(root, "cellXfs"):
        colour, bold, size = fonts[int(item.get("fontId", "0"))] if fonts else ("", False, 11.0)
        locked, hidden = _read_protection(item)
        number_format = formats.get(int(item.get("numFmtId", "0")), GENERAL)
        fill = fills[int(item.get("fillId", "0"))] if fills else ""
        bordered = borders[int(item.get("borderId", "0"))] if borders else False
        looks.append(Look(locked, number_format, fill, colour, bold, size, bordered, hidden))
    return looks


def _read_font(font: Element, colours: Colours) -> tuple[str, bool, float]:
    size = font.find(f"{MAIN}sz")
    points = 11.0 if size is None else float(size.get("val", "11"))
    return colours.find(font.find(f"{MAIN}color")), _is_bold(font), points


def _is_bold(font: Element) -> bool:
    bold = font.find(f"{MAIN}b")
    return bold is not None and is_true(bold.get("val"), default=True)


def _read_fill(item: Element, colours: Colours) -> str:
    pattern = item.find(f"{MAIN}patternFill")
    if pattern is None or pattern.get("patternType", "none") == "none":
        return ""
    return _front(pattern, colours)


def _front(pattern: Element, colours: Colours) -> str:
    return colours.find(pattern.find(f"{MAIN}fgColor"))


def _has_four_sides(border: Element) -> bool:
    return all(any(_has_line(border, name) for name in names) for names in _SIDES)


def _has_line(border: Element, name: str) -> bool:
    side = border.find(MAIN + name)
    return side is not None and side.get("style", "none") != "none"


def _read_protection(item: Element) -> tuple[bool, bool]:
    """Return whether a cell is locked, and whether its formula is hidden."""
    found = item.find(f"{MAIN}protection")
    if found is None:
        return True, False
    return is_true(found.get("locked"), default=True), is_true(found.get("hidden"))
