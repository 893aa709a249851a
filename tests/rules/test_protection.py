from __future__ import annotations

from dataclasses import replace

import pytest

from generator.reader.opened import OpenedWorkbook
from tests.rules.planting import Only, on_sheet, sheet_named


def allowing(book: OpenedWorkbook, **rights: bool) -> OpenedWorkbook:
    held = sheet_named(book, "Axe A").protection or {}
    return on_sheet(book, "Axe A", protection={**held, **rights})


def test_an_unprotected_sheet(small: OpenedWorkbook, only: Only) -> None:
    assert only(on_sheet(small, "Axe A", protection=None)) == {"R09.unprotected"}


def test_a_password(small: OpenedWorkbook, only: Only) -> None:
    assert only(allowing(small, password=True)) == {"R09.password"}


@pytest.mark.parametrize("rights", [{"insertRows": True}, {"sort": True}, {"autoFilter": False}])
def test_other_rights(small: OpenedWorkbook, only: Only, rights: dict[str, bool]) -> None:
    planted = allowing(small, **rights)
    assert only(planted) == {"R09.allowed"}
    assert only(replace(planted, application="gnumeric")) == set()
