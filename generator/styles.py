"""The look of the workbook: styles by role, colours, number formats.

A style name is one or more parts joined by dots, laid over each other in order: `money.input` is
an amount in an input cell. Values are XlsxWriter's format properties; colours are for readers who
see no difference between red and green as much as for the others.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import Any

from generator.errors import UnknownKeyError

GREEN, GREEN_TINT, GREEN_PALE = "#1F5C3F", "#DCE8E1", "#EFF5F1"
ORANGE, ORANGE_TINT = "#A3490B", "#FBE3CF"
GREY, GREY_TINT, RULE, HAIR = "#595959", "#F2F2F2", "#BFBFBF", "#DEDEDE"
INPUT, INPUT_RULE = "#FFF8D6", "#B7A95A"
RED, RED_TINT = "#9C1C1C", "#F9DEDC"
WHITE, BLACK = "#FFFFFF", "#000000"

AXIS_COLOURS = (
    "#1F5C3F",
    "#E69F00",
    "#0072B2",
    "#CC79A7",
    "#8C8C8C",
    "#56B4E9",
    "#D55E00",
    "#C9C04B",
)
DARK_COLOURS = {"#44546A", "#1F5C3F", "#0072B2"}
"""Colours on which a label is white."""

STATE_COLOUR, PARTNERS_COLOUR = "#44546A", "#A9B8C9"

MOVE_COLOURS = ("#44546A", "#E69F00", "#56B4E9")
"""What moved since the plan was adopted: validated, adjusted, inserted."""

MONEY = '#,##0;-#,##0;"–"'
PERCENT = "0.00%"
COUNT = '0;-0;"–"'

WHERE = "styles"
DEFAULT = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
PARTS: MappingProxyType[str, dict[str, Any]] = MappingProxyType(
    {
        # what the cell holds
        "text": {"align": "left", "text_wrap": True},
        "line": {"align": "left"},
        "code": {"align": "left", "num_format": "@"},
        "money": {"align": "right", "num_format": MONEY},
        "percent": {"align": "right", "num_format": PERCENT},
        "count": {"align": "right", "num_format": COUNT},
        "number": {"align": "right", "num_format": "General"},
        "word": {"align": "center"},
        "date": {"align": "left", "num_format": "dd/mm/yyyy"},
        # what the row or the cell is
        "title": {"bold": True, "font_size": 16, "font_color": GREEN},
        "subtitle": {"bold": True, "font_size": 12, "font_color": GREEN},
        "section": {
            "bold": True,
            "font_size": 11,
            "font_color": GREEN,
            "bottom": 1,
            "bottom_color": GREEN,
        },
        "header": {
            "bold": True,
            "font_color": WHITE,
            "bg_color": GREEN,
            "align": "center",
            "valign": "vcenter",
            "text_wrap": True,
            "border": 1,
            "border_color": WHITE,
        },
        "side": {
            "bold": True,
            "font_color": BLACK,
            "bg_color": GREY_TINT,
            "align": "center",
            "valign": "vcenter",
            "text_wrap": True,
            "border": 1,
            "border_color": WHITE,
        },
        "band": {
            "bold": True,
            "font_color": GREEN,
            "align": "center",
            "bottom": 1,
            "bottom_color": GREEN,
        },
        "objective": {
            "bold": True,
            "font_color": GREEN,
            "font_size": 11,
            "top": 2,
            "top_color": GREEN,
        },
        "result": {"italic": True, "font_color": GREY},
        "action": {"bold": True, "bg_color": GREEN_PALE, "top": 1, "top_color": RULE},
        "subtotal": {"bold": True, "bg_color": GREEN_TINT, "top": 1, "top_color": GREEN},
        "grand": {"bold": True, "font_color": WHITE, "bg_color": GREEN},
        "row": {"bottom": 1, "bottom_color": HAIR},
        "first": {"top": 1, "top_color": GREEN, "bold": True},
        "strong": {"bold": True},
        "faint": {"font_color": GREY},
        "indent": {"indent": 1},
        "input": {"bg_color": INPUT, "border": 1, "border_color": INPUT_RULE, "locked": False},
        "sample": {"bg_color": INPUT, "border": 1, "border_color": INPUT_RULE},
        "base": {"font_color": GREY, "bg_color": GREY_TINT, "bottom": 1, "bottom_color": HAIR},
        "note": {"font_color": GREY, "italic": True},
        "link": {"font_color": "#0B5394", "underline": 1},
        "status": {"bold": True, "font_color": GREEN},
        # what conditional formats lay over the cell
        "changed": {"bold": True, "font_color": BLACK, "bg_color": ORANGE_TINT},
        "alarm": {"bold": True, "font_color": RED, "bg_color": RED_TINT},
        "alert": {"bold": True, "font_color": ORANGE, "bg_color": ORANGE_TINT},
    }
)


@cache
def properties(style: str, *, overlay: bool = False) -> MappingProxyType[str, Any]:
    """Return XlsxWriter's properties of a style; an overlay leaves out the default font."""
    merged: dict[str, Any] = {} if overlay else dict(DEFAULT)
    for part in style.split("."):
        if part not in PARTS:
            raise UnknownKeyError(WHERE, "style", style)
        merged |= PARTS[part]
    return MappingProxyType(merged)
