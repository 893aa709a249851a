from __future__ import annotations

from dataclasses import replace

import pytest

from generator.reader.opened import OpenedDrawing, OpenedWorkbook
from generator.rules.looks import contrast
from tests.rules.planting import Only, on_sheet, sheet_named, with_cell


@pytest.mark.parametrize(
    ("colour", "fill", "ratio"), [("000000", "FFFFFF", 21), ("777777", "FFFFFF", 4.48)]
)
def test_contrast_as_the_web_defines_it(colour: str, fill: str, ratio: float) -> None:
    assert contrast(colour, fill) == pytest.approx(ratio, abs=0.005)


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
