"""The witness of every build: the workbook's totals against those pandas takes from the CSV."""

from __future__ import annotations

import pytest

from generator.errors import ControlTotalsError
from generator.model.compute import compute
from generator.model.formula import Ref
from generator.reading.source import read_source
from generator.workbook import build_book, build_workbook, verify_totals
from tests.workbook.built import SOURCE


def test_the_shipped_plan_passes() -> None:
    assert build_workbook(read_source(SOURCE))


@pytest.mark.parametrize(
    ("sheet", "row", "col"),
    [
        ("Axe I", "total", "y2018"),
        ("Dispositif", "total", "total"),
        ("Synthèse", "computed", "y2020"),
        ("Synthèse", "computed", "total"),
    ],
)
def test_a_total_that_is_one_franc_off_stops_the_build(sheet: str, row: str, col: str) -> None:
    source = read_source(SOURCE)
    computed = compute(build_book(source))
    place, line, column = computed.locate(Ref(col, row, sheet), "test")
    found = computed.values[place][line][column]
    assert isinstance(found, int)
    computed.values[place][line][column] = found + 1
    with pytest.raises(ControlTotalsError, match=f"{sheet}.*{found + 1}|{sheet}"):
        verify_totals(computed, source)
