from __future__ import annotations

from dataclasses import replace

import pytest

from generator.reader.opened import OpenedWorkbook
from generator.rules.protection import find_odd_rights, find_passwords, find_unprotected
from tests.rules.planting import BARE, Only, bare_book, on_sheet, sheet_named, shown, spots


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


def test_which_sheet_is_protected_otherwise() -> None:
    """The first is not protected at all; the second's file says nothing of what is allowed."""
    open_, silent = replace(BARE, name="Une"), replace(BARE, name="Deux", protection={})
    secret = replace(BARE, name="Trois", protection={"password": True, "sort": True})
    planted = bare_book(open_, silent, secret)
    assert spots(find_unprotected, planted) == ["Une!"]
    assert spots(find_passwords, planted) == ["Trois!"]
    lost = "selectLockedCells, selectUnlockedCells, autoFilter, formatColumns, formatRows"
    assert spots(find_odd_rights, planted) == ["Deux!", "Trois!"]
    assert shown(find_odd_rights, planted) == [(lost, ""), (f"{lost}, sort", "")]
