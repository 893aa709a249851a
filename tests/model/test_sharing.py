"""What is kept so that it is made once, and records that take no attribute but their own."""

from __future__ import annotations

import pytest

from generator.model.compute import SHARED_HEIGHT, Spot
from generator.model.formula import column_span, sliding_span, total
from generator.model.grid import Content
from tests.model.small import area, computed, make_book, make_sheet


def test_a_span_asked_for_twice_is_one_node() -> None:
    """A sheet's formulas read the same few columns again and again."""
    assert sliding_span("a", "first", "last", "F") is sliding_span("a", "first", "last", "F")
    assert column_span("a", "first", "last", "F") is column_span("a", "first", "last", "F")
    assert sliding_span("a", "first", "last") != column_span("a", "first", "last")


@pytest.mark.parametrize(("height", "kept"), [(SHARED_HEIGHT - 1, 0), (SHARED_HEIGHT, 1)])
def test_long_lists_are_kept(height: int, kept: int) -> None:
    """Short ones cost less to read again than to keep."""
    cells: dict[str, Content] = {f"A{row}": row for row in range(1, height + 1)}
    book = computed({**cells, "B1": total(area(f"A1:A{height}"))})
    assert len(book.areas) == kept


def test_a_misspelt_attribute_is_an_error() -> None:
    sheet = make_sheet("F", {"A1": 1})
    book = computed({"A1": 1})
    for record in (sheet, make_book([sheet]), book, Spot(book, 0, 0, 0)):
        with pytest.raises(AttributeError):
            record.hauteur = 1  # type: ignore[union-attr] # what is under test
