from __future__ import annotations

from dataclasses import replace

import pytest

from generator.reader.opened import OpenedWorkbook
from generator.rules.printing import (
    find_poor_footers,
    find_unrepeated,
    find_wide_pages,
    find_wrong_areas,
    find_wrong_paper,
)
from tests.rules.planting import BARE, Only, area, on_page, shown, spots, with_cell


def test_the_wrong_paper(small: OpenedWorkbook, only: Only) -> None:
    assert only(on_page(small, "Axe A", paper=9)) == {"R18.paper"}
    assert only(on_page(small, "Axe A", landscape=False)) == {"R18.paper"}
    assert only(on_page(small, "Synthèse", paper=1)) == {"R18.paper"}


def test_pages_side_by_side(small: OpenedWorkbook, only: Only) -> None:
    for pages in (None, 2):
        assert only(on_page(small, "Activités", fit_width=pages)) == {"R18.width"}


def test_a_print_area_with_the_base(small: OpenedWorkbook, only: Only) -> None:
    assert only(on_page(small, "Axe A", area=None)) == {"R18.area"}
    assert only(on_page(small, "Axe A", area=area("A1:N30"))) == {"R18.area"}


def test_a_header_that_is_not_repeated(small: OpenedWorkbook, only: Only) -> None:
    assert only(on_page(small, "Axe A", repeat_rows=None)) == {"R18.repeat"}
    assert only(on_page(small, "Activités", repeat_rows=(0, 1))) == {"R18.repeat"}


def test_a_footer_without_the_page(small: OpenedWorkbook, only: Only) -> None:
    assert only(on_page(small, "Axe A", footer="&L&F&C&A")) == {"R18.footer"}


def test_which_paper_is_wrong(small: OpenedWorkbook) -> None:
    for changes, found in (({"paper": 9}, "9"), ({"landscape": False}, "8")):
        planted = on_page(small, "Axe B", **changes)
        assert spots(find_wrong_paper, planted) == ["Axe B!"]
        assert shown(find_wrong_paper, planted) == [(found, "A3, paysage")]
    planted = on_page(small, "Synthèse", paper=8, landscape=True)
    assert spots(find_wrong_paper, planted) == ["Synthèse!"]
    assert shown(find_wrong_paper, planted) == [("8", "A4")]


def test_how_many_pages_are_wide(small: OpenedWorkbook) -> None:
    for pages, found in ((None, ""), (0, ""), (2, "2")):
        planted = on_page(small, "Activités", fit_width=pages)
        assert spots(find_wide_pages, planted) == ["Activités!"]
        assert shown(find_wide_pages, planted) == [(found, "1")]


@pytest.mark.parametrize(
    ("printed", "wrong"), [("A1:I9", 0), ("A1:J30", 0), ("A1:K9", 1), ("A1:Z9", 1), (None, 1)]
)
def test_what_is_printed(small: OpenedWorkbook, printed: str | None, wrong: int) -> None:
    planted = on_page(small, "Axe A", area=area(printed) if printed else None)
    assert spots(find_wrong_areas, planted) == ["Axe A!"] * wrong
    without_base = with_cell(planted, "Axe A", "K5", value=None)
    assert spots(find_wrong_areas, without_base) == ["Axe A!"] * (printed is None)


@pytest.mark.parametrize(
    ("rows", "height", "wrong"),
    [
        ((3, 3), 0, 0),
        ((2, 3), 2, 0),
        ((3, 4), None, 0),
        ((4, 5), 0, 1),
        ((0, 2), 0, 1),
        (None, 0, 1),
        (None, 2, 1),
        (None, 1, 0),
    ],
)
def test_which_rows_are_repeated(
    small: OpenedWorkbook, rows: tuple[int, int] | None, height: int | None, wrong: int
) -> None:
    planted = on_page(small, "Activités", repeat_rows=rows, fit_height=height)
    assert spots(find_unrepeated, planted) == ["Activités!A4"] * wrong


def test_what_a_footer_lacks(small: OpenedWorkbook) -> None:
    assert spots(find_poor_footers, on_page(small, "Axe A", footer="&f&a&p&n")) == []
    planted = on_page(small, "Axe A", footer="&L&F&R&P")
    assert spots(find_poor_footers, planted) == ["Axe A!"]
    assert shown(find_poor_footers, planted) == [("&L&F&R&P", "&A &N")]


def test_a_sheet_of_ones_own_prints_as_one_likes(small: OpenedWorkbook) -> None:
    own = replace(BARE, name="Notes", page=replace(BARE.page, paper=1, fit_width=3))
    planted = replace(small, sheets=(*small.sheets, own))
    for rule in (find_wrong_paper, find_wide_pages, find_wrong_areas, find_poor_footers):
        assert spots(rule, planted) == []
