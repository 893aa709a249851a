from __future__ import annotations

import pytest

from generator.reader.opened import OpenedWorkbook
from generator.rules.bridges import (
    FIRST_MEASURE,
    LAST_MEASURE,
    BridgeColumns,
    BridgeRow,
    bridge_columns,
    bridge_rows,
)
from tests.rules.planting import bare_sheet, sheet_named, with_cell

HEADER = 3
"""The row of the titles on *Rapprochement*, counted from 0."""


def test_the_columns_of_the_bridges(small: OpenedWorkbook) -> None:
    sheet = sheet_named(small, "Rapprochement")
    assert bridge_columns(sheet, HEADER) == BridgeColumns(0, 1, 3, 4)
    assert bridge_columns(sheet, HEADER + 1) is None


@pytest.mark.parametrize("title", ["A4", "B4", "D4", "E4"])
def test_a_title_that_is_gone(small: OpenedWorkbook, title: str) -> None:
    planted = with_cell(small, "Rapprochement", title, value="Autre")
    assert bridge_columns(sheet_named(planted, "Rapprochement"), HEADER) is None


def test_the_rows_of_the_bridges(small: OpenedWorkbook) -> None:
    sheet = sheet_named(small, "Rapprochement")
    rows = list(bridge_rows(sheet, HEADER, BridgeColumns(0, 1, 3, 4)))
    assert rows[0] == (10, BridgeRow("plan", "PLAN", "published"))
    assert [row for row, _ in rows] == list(range(10, 98))
    assert rows[-1] == (97, BridgeRow("action", "B.1.1", "unexplained"))
    assert (FIRST_MEASURE, LAST_MEASURE) == ("published", "unexplained")


def test_rows_from_just_below_the_header_to_the_last() -> None:
    words = {
        f"{col}{row}": text
        for row in (1, 2, 3)
        for col, text in zip("AC", ("axe", "Publié"), strict=True)
    }
    sheet = bare_sheet({**words, "B3": "II", "C2": "Autre", "A4": "axes", "C4": "Publié"})
    found = list(bridge_rows(sheet, 0, BridgeColumns(0, 1, 2, 3)))
    assert found == [(2, BridgeRow("axe", "II", "published"))]
    below = bare_sheet({"A2": "axe", "B2": "I", "C2": "Publié"})
    assert [row for row, _ in bridge_rows(below, 0, BridgeColumns(0, 1, 2, 3))] == [1]
