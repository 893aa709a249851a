from __future__ import annotations

import pytest

from generator.reader.opened import OpenedWorkbook
from tests.rules.planting import Only, with_cell, with_cells


@pytest.mark.parametrize("value", ["37 500 000", "12 millions", True])
def test_an_amount_that_is_a_text(small: OpenedWorkbook, only: Only, value: object) -> None:
    assert only(with_cell(small, "Axe A", "F10", value=value)) == {"R11.text"}


def test_a_negative_amount(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Axe A", "F10", value=-5)) == {"R11.negative"}


def test_an_amount_with_decimals(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Axe A", "F10", value=37.5)) == {"R11.decimal"}


def test_a_large_amount(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Axe A", "F10", value=10**15)) == {"R11.large"}


@pytest.mark.parametrize("value", ["22 %", 22, -0.1])
def test_a_wrong_share(small: OpenedWorkbook, only: Only, value: object) -> None:
    assert only(with_cell(small, "Paramètres", "C5", value=value)) == {"R11.share"}


def test_an_unknown_base(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Paramètres", "C7", value="Publie")) == {"R11.base"}
    assert only(with_cell(small, "Paramètres", "C7", value="Recalculée")) == set()


def test_a_base_that_is_a_formula(small: OpenedWorkbook, only: Only) -> None:
    row = {f"{col}10": {"formula": f"SUM({live}10)"} for col, live in ("LF", "MG", "NH")}
    assert only(with_cells(small, "Axe A", row)) == {"R12.base"}


@pytest.mark.parametrize("value", [61, None, "PM"])
def test_a_base_total_that_is_not_its_sum(small: OpenedWorkbook, only: Only, value: object) -> None:
    assert only(with_cell(small, "Axe A", "K10", value=value)) == {"R12.sum"}


def test_a_changed_amount_is_no_fault(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cells(small, "Axe A", {"F10": {"value": 11}, "F16": {"value": 3}})) == set()
