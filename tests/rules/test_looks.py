from __future__ import annotations

from dataclasses import replace

import pytest

from generator.reader.opened import OpenedDrawing, OpenedHighlight, OpenedSheet, OpenedWorkbook
from generator.rules.looks import (
    contrast,
    find_colour_alone,
    find_faint,
    find_faint_highlights,
    find_small,
    find_undescribed,
)
from tests.rules.planting import (
    BARE,
    Cells,
    Only,
    area,
    bare_book,
    bare_sheet,
    on_sheet,
    sheet_named,
    shown,
    spots,
    with_cell,
    with_cells,
)


@pytest.mark.parametrize(
    ("colour", "fill", "ratio"),
    [
        ("000000", "FFFFFF", 21),
        ("FFFFFF", "000000", 21),
        ("777777", "FFFFFF", 4.4781),
        ("FF0000", "FFFFFF", 3.9985),
        ("008000", "FFFFFF", 5.1374),
        ("0000FF", "FFFFFF", 8.5925),
        ("0A0A0A", "000000", 1.0607),
        ("123456", "ABCDEF", 7.6973),
    ],
)
def test_contrast_as_the_web_defines_it(colour: str, fill: str, ratio: float) -> None:
    assert contrast(colour, fill) == pytest.approx(ratio, abs=0.0005)


def test_a_faint_text(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Synthèse", "B5", colour="999999")) == {"R19.contrast"}


def test_a_faint_highlight(small: OpenedWorkbook, only: Only) -> None:
    held = sheet_named(small, "Contrôles").highlights
    faint = replace(held[-1], colour="F9DEDC")
    assert only(on_sheet(small, "Contrôles", highlights=(*held[:-1], faint))) == {"R19.highlight"}


def test_a_colour_alone(small: OpenedWorkbook, only: Only) -> None:
    held = sheet_named(small, "Contrôles").highlights
    alone = replace(held[-1], bold=False)
    assert only(on_sheet(small, "Contrôles", highlights=(*held[:-1], alone))) == {
        "R19.colour_alone"
    }


def test_a_small_text(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Synthèse", "B5", size=8.0)) == {"R19.size"}


def test_a_chart_without_words(small: OpenedWorkbook, only: Only) -> None:
    bare = (OpenedDrawing("chart", "Total", ""),)
    planted = on_sheet(small, "Synthèse", drawings=bare)
    assert only(planted) == {"R19.alternative"}
    assert only(replace(planted, application="LibreOffice/7.4")) == set()


def test_which_text_is_faint(small: OpenedWorkbook) -> None:
    cells: Cells = {
        "Z1": {"value": "x", "colour": "777777"},
        "Z2": {"value": "x", "colour": "767676"},
        "Z3": {"value": "", "colour": "999999"},
        "Z4": {"value": None, "colour": "999999"},
        "Z5": {"value": 0, "fill": "333333"},
        "Z6": {"value": 0, "colour": "FFFFFF"},
        "Z7": {"value": 0, "colour": "333333", "fill": "333333"},
        "Z8": {"value": "x", "colour": "FFFFFF", "fill": "333333"},
    }
    planted = with_cells(small, "Synthèse", cells)
    assert spots(find_faint, planted) == ["Synthèse!Z1", "Synthèse!Z5"]
    assert shown(find_faint, planted) == [("777777 / ", ""), (" / 333333", "")]


def highlighted(sheet: OpenedSheet, colour: str, fill: str, *, bold: bool = True) -> OpenedWorkbook:
    areas = (area("B2:D2"), area("B5:B6"))
    return bare_book(
        replace(
            sheet,
            highlights=(OpenedHighlight(areas, "expression", ("1",), fill, colour, bold),),
        )
    )


@pytest.mark.parametrize(
    ("colour", "fill", "found"),
    [
        ("EEEEEE", "", ["EEEEEE / DDEBF7"]),
        ("", "333333", [" / 333333"]),
        ("EEEEEE", "333333", []),
        ("000000", "", []),
        ("", "", []),
    ],
)
def test_which_highlight_is_faint(colour: str, fill: str, found: list[str]) -> None:
    """Over a title alone: the blank cells beside it do not count."""
    sheet = bare_sheet({"B2": None, "B5": None}, {"C2": "Titre"})
    planted = highlighted(sheet, colour, fill)
    assert spots(find_faint_highlights, planted) == ["Feuille!B2"] * len(found)
    assert [text for text, _ in shown(find_faint_highlights, planted)] == found
    assert spots(find_faint_highlights, highlighted(BARE, colour, fill)) == []


def test_a_faint_highlight_is_one_finding() -> None:
    sheet = bare_sheet({"B5": "x"}, {"C2": "Titre"})
    assert spots(find_faint_highlights, highlighted(sheet, "EEEEEE", "")) == ["Feuille!B2"]


@pytest.mark.parametrize(
    ("colour", "fill", "bold", "alone"),
    [
        ("9C1C1C", "", False, 1),
        ("", "F9DEDC", False, 1),
        ("", "", False, 0),
        ("9C1C1C", "F9DEDC", True, 0),
    ],
)
def test_which_highlight_is_a_colour_alone(colour: str, fill: str, bold: bool, alone: int) -> None:
    planted = highlighted(BARE, colour, fill, bold=bold)
    assert spots(find_colour_alone, planted) == ["Feuille!B2"] * alone


def test_which_text_is_small(small: OpenedWorkbook) -> None:
    cells: Cells = {
        "Z1": {"value": "x", "size": 10.0},
        "Z2": {"value": "", "size": 8.0},
        "Z3": {"value": None, "size": 8.0},
        "Z4": {"value": "x", "size": 9.5},
        "Z5": {"value": "x", "size": 8.0},
    }
    planted = with_cells(small, "Synthèse", cells)
    assert spots(find_small, planted) == ["Synthèse!Z4"]
    assert shown(find_small, planted) == [("9,5", "10,0")]


def test_which_drawing_has_no_words(small: OpenedWorkbook) -> None:
    drawings = (
        OpenedDrawing("chart", "Total", " "),
        OpenedDrawing("picture", "", ""),
        OpenedDrawing("chart", "Parts", "Un graphique"),
    )
    planted = on_sheet(small, "Synthèse", drawings=drawings)
    assert spots(find_undescribed, planted) == ["Synthèse!", "Synthèse!"]
    assert shown(find_undescribed, planted) == [("Total", ""), ("picture", "")]
