from __future__ import annotations

from generator.reader.opened import OpenedWorkbook
from tests.rules.planting import Only, area, on_page


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
