"""Styles by role: parts laid over each other, readable, known by name."""

from __future__ import annotations

import pytest

from generator.errors import UnknownKeyError
from generator.styles import (
    AXIS_COLOURS,
    BLACK,
    DARK_COLOURS,
    PARTNERS_COLOUR,
    PARTS,
    STATE_COLOUR,
    WHITE,
    properties,
)


def test_parts_are_laid_over_each_other_in_order() -> None:
    look = properties("money.input.strong")
    assert look["num_format"] == '#,##0;-#,##0;"–"'
    assert look["locked"] is False
    assert look["bold"] is True
    assert look["font_name"] == "Calibri"
    assert properties("text.title")["font_size"] == 16
    assert properties("title.text")["font_size"] == 16
    assert properties("base.input")["bg_color"] != properties("input.base")["bg_color"]


def test_an_overlay_changes_only_what_it_says() -> None:
    assert set(properties("alarm", overlay=True)) == {"bold", "font_color", "bg_color"}


@pytest.mark.parametrize("style", ["", "monney", "money.inputt", "money."])
def test_an_unknown_style(style: str) -> None:
    with pytest.raises(UnknownKeyError, match="style inconnu"):
        properties(style)


def test_only_inputs_are_unlocked() -> None:
    assert {part for part, look in PARTS.items() if not look.get("locked", True)} == {"input"}


def test_styles_cannot_be_changed_by_who_reads_them() -> None:
    with pytest.raises(TypeError):
        properties("money")["bold"] = True  # type: ignore[index] # what is under test


def luminance(colour: str) -> float:
    """Return the relative luminance of `#RRGGBB`, as the WCAG define it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("part", PARTS)
def test_contrast_of_every_part(part: str) -> None:
    look = PARTS[part]
    assert contrast(look.get("font_color", BLACK), look.get("bg_color", WHITE)) >= 4.5


@pytest.mark.parametrize("font", [part for part in PARTS if "font_color" in PARTS[part]])
@pytest.mark.parametrize("ground", ["changed", "alarm", "alert"])
def test_contrast_under_a_conditional_format(font: str, ground: str) -> None:
    """The format may bring its own colour of letters, and always one of the ground."""
    if font in {"header", "grand"}:  # white letters: such cells are never highlighted
        return
    letters = PARTS[ground].get("font_color", PARTS[font]["font_color"])
    assert contrast(letters, PARTS[ground]["bg_color"]) >= 4.5


@pytest.mark.parametrize("colour", [*AXIS_COLOURS, STATE_COLOUR, PARTNERS_COLOUR])
def test_labels_on_charts_are_readable(colour: str) -> None:
    assert contrast(colour, WHITE if colour in DARK_COLOURS else BLACK) >= 4.5


def test_fonts_are_ten_points_at_least() -> None:
    assert min(properties(part)["font_size"] for part in PARTS) >= 10


def test_number_formats_hold_no_literal_space() -> None:
    formats = [look["num_format"] for look in PARTS.values() if "num_format" in look]
    assert not [form for form in formats if " " in form or ";;;" in form]
