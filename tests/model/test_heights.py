"""Rows are high enough for their wrapped texts, measured with the font that will draw them."""

from __future__ import annotations

import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.compute import compute
from generator.model.grid import Cell, Column
from generator.styles import properties
from generator.writer import render
from generator.writer.heights import count_lines, text_height
from tests.model.fonts import Font, find_font, wrapped_lines
from tests.model.small import make_book, make_sheet, set_height
from tests.workbook.built import Built

STYLES = ("text", "text.row.indent", "text.strong", "text.subtotal", "text.header", "text.grand")
WIDTHS = (6, 8, 10, 13, 19, 29, 48, 58, 72, 96)
MARGIN = 5
"""Pixels of a column that Excel keeps free beside a text."""

WORDS = (
    *("à", "l'opérationnalisation", "d'anticonstitutionnellement", "renforcer", "mécanismes"),
    *("CNCLTDP", "(MEMIS)", "WMWM", "MMMM", "ŒUVRE", "œuvre", "illi", "ijij", "ÉTAT", "Élaborer"),
    *(
        "2016-2020,",
        "37,5",
        "8802000000",
        "22",
        "%",
        "€",
        "«",
        "»",
        "—",
        "–",
        "…",
        "contre—la",
        "8\u00a0802\u202f000",
    ),
    "www.exemple.ci/page/qui/est/longue",
)
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)


@pytest.fixture(scope="module")
def fonts() -> dict[bool, Font]:
    """Return Carlito, whose letters are as wide as Calibri's, plain and bold."""
    regular, bold = find_font("Regular"), find_font("Bold")
    if regular is None or bold is None:
        pytest.skip("the font Carlito is not installed")
    return {False: regular, True: bold}


def needed_height(fonts: dict[bool, Font], text: str, style: str, width: float) -> float:
    """Return the points that the text takes as the font measures it, 1.22 times its size a line."""
    look = properties(style)
    pixels = int(width * 7 + 0.5) + 5 - 9 * look.get("indent", 0) - MARGIN
    font, size = fonts[bool(look.get("bold"))], float(look["font_size"])
    return wrapped_lines(font, text, size, pixels) * size * 1.2207


def test_the_font_is_read_right(fonts: dict[bool, Font]) -> None:
    """Calibri's digits are 1 038 of 2 048 parts of its size."""
    assert fonts[False].width("0123456789", 12) == pytest.approx(10 * 1038 / 2048 * 16)
    assert fonts[True].width("MM", 11) > fonts[False].width("MM", 11)


@given(text=SENTENCES, style=st.sampled_from(STYLES), width=st.sampled_from(WIDTHS))
def test_at_least_the_need(fonts: dict[bool, Font], text: str, style: str, width: float) -> None:
    needed = needed_height(fonts, text, style, width)
    assert text_height(text, style, width) >= min(needed, 409)


def test_the_shipped_texts_fit_and_waste_little(fonts: dict[bool, Font], shipped: Built) -> None:
    given_lines, needed_lines = 0.0, 0.0
    for place, sheet in enumerate(shipped.computed.book.sheets):
        for row, line in enumerate(sheet.rows):
            for key, cell in line.cells.items():
                col = sheet.col_index[key]
                text = shipped.computed.values[place][row][col]
                if not isinstance(text, str) or not properties(cell.style).get("text_wrap"):
                    continue
                width = sheet.columns[col].width
                needed = needed_height(fonts, text, cell.style, width)
                assert text_height(text, cell.style, width) >= needed, (sheet.name, line.key, key)
                given_lines += text_height(text, cell.style, width)
                needed_lines += needed
    assert given_lines < 1.35 * needed_lines


@given(text=SENTENCES, style=st.sampled_from(STYLES), widths=st.tuples(
    st.floats(4, 120), st.floats(4, 120)))  # fmt: skip
def test_a_wider_column_never_needs_more(
    text: str, style: str, widths: tuple[float, float]
) -> None:
    narrow, wide = sorted(widths)
    assert text_height(text, style, wide) <= text_height(text, style, narrow)


@given(text=SENTENCES, more=SENTENCES, width=st.sampled_from(WIDTHS))
def test_a_longer_text_never_needs_less(text: str, more: str, width: float) -> None:
    assert text_height(f"{text} {more}", "text", width) >= text_height(text, "text", width)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 100, 1),
        ("a", 100, 1),
        ("a\nb", 100, 2),
        ("a\n\nb", 100, 3),
        ("nnnn nnnn", 68, 1),  # an n is 8 pixels, a space 3.5
        ("nnnn nnnn", 67, 2),
        ("nnnn nnnn nnnn", 68, 2),
        ("n" * 12, 42, 3),  # 96 pixels, of which a line holds 32 for certain
    ],
)
def test_lines(text: str, width: float, lines: int) -> None:
    assert count_lines(text, width) == lines


def test_what_does_not_wrap_needs_no_height() -> None:
    assert text_height("long " * 100, "line", 10) == 0
    assert text_height("long " * 100, "money", 10) == 0


def test_excel_knows_no_row_above_409_points() -> None:
    assert text_height("long " * 10_000, "text", 10) == 409


@pytest.mark.parametrize(
    ("text", "given_height", "height"),
    [
        ("court", None, None),  # left to the program, which lets it grow
        ("deux\nlignes", None, 28.1),  # 2 lines of 12.8 points, and 2.5 around them
        ("mot " * 20, None, pytest.approx(90, abs=15)),
        ("mot " * 20, 24, 24),
    ],
)
def test_height_of_a_row(text: str, given_height: float | None, height: object) -> None:
    sheet = make_sheet("F", {"A1": Cell(text, "text")}, columns=(Column("A", 14),))
    if given_height:
        set_height(sheet, "1", given_height)
    content = render(compute(make_book([sheet])))
    read = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert read.row_dimensions[1].height == height
