from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.values import ErrorValue
from generator.reader.opened import OpenedWorkbook
from generator.rules.amounts import (
    find_decimals,
    find_large,
    find_moved_base,
    find_negatives,
    find_texts,
    find_unknown_base,
    find_wrong_base_sums,
    find_wrong_share,
)
from tests.rules.planting import (
    Cells,
    Only,
    shown,
    spots,
    with_cell,
    with_cells,
    without_cells,
    without_sheet,
)


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


def test_where_a_wrong_amount_stands(small: OpenedWorkbook) -> None:
    """In a year of a line, a reserve row or an unknown row; not beside, above or in a total."""
    cells: Cells = {place: {"value": "x"} for place in ("F10", "H12", "G31", "B10", "F4", "F8")}
    assert spots(find_texts, with_cells(small, "Axe A", cells)) == [
        "Axe A!F10", "Axe A!H12", "Axe A!G31",
    ]  # fmt: skip
    assert spots(find_negatives, with_cell(small, "Axe B", "G10", value=-1)) == ["Axe B!G10"]
    assert spots(find_decimals, with_cell(small, "Axe B", "G10", value=0.5)) == ["Axe B!G10"]


def test_the_limits_of_amounts(small: OpenedWorkbook) -> None:
    values = {"F10": 0, "F11": 1, "G10": 999_999_999_999_999, "G11": 10**15}
    planted = with_cells(small, "Axe A", {place: {"value": v} for place, v in values.items()})
    assert spots(find_negatives, planted) == []
    assert spots(find_decimals, planted) == []
    assert spots(find_large, planted) == ["Axe A!G11"]


@pytest.mark.parametrize(
    ("share", "wrong"),
    [(None, 0), (0, 0), (1, 0), (0.5, 0), (-0.01, 1), (1.01, 1), (1.5, 1), (True, 1), ("x", 1)],
)
def test_the_limits_of_the_share(small: OpenedWorkbook, share: object, wrong: int) -> None:
    planted = with_cell(small, "Paramètres", "C5", value=share)
    assert spots(find_wrong_share, planted) == ["Paramètres!C5"] * wrong


def test_what_is_there_instead_is_quoted(small: OpenedWorkbook) -> None:
    planted = with_cells(small, "Paramètres", {"C5": {"value": 22}, "C7": {"value": "Publie"}})
    assert shown(find_wrong_share, planted) == [("22", "")]
    assert shown(find_unknown_base, planted) == [("Publie", "")]


def test_a_share_that_is_nowhere(small: OpenedWorkbook) -> None:
    for gone in (replace(small, names=()), without_sheet(small, "Paramètres")):
        assert spots(find_wrong_share, gone) == []
        assert spots(find_unknown_base, gone) == []
    assert spots(find_wrong_share, without_cells(small, "Paramètres", "C5")) == []
    assert spots(find_unknown_base, without_cells(small, "Paramètres", "C7")) == ["Paramètres!C7"]


def test_a_base_that_is_not_there(small: OpenedWorkbook) -> None:
    for gone in ("K5", "L5"):
        planted = with_cell(small, "Axe A", gone, value=None)
        assert spots(find_moved_base, planted) == ["Axe A!A5"]
        assert spots(find_moved_base, with_cell(planted, "Axe B", gone, value=None)) == [
            "Axe A!A5",
            "Axe B!A5",
        ]
    assert spots(find_wrong_base_sums, with_cell(small, "Axe A", "K5", value=None)) == []


def test_each_cell_of_a_base_is_looked_at(small: OpenedWorkbook) -> None:
    cells: Cells = {
        "K10": {"value": ErrorValue("#N/A")},
        "M10": {"formula": "G10"},
        "N12": {"formula": "0"},
        "O10": {"value": ErrorValue("#N/A")},
    }
    planted = with_cells(small, "Axe A", cells)
    assert spots(find_moved_base, planted) == ["Axe A!K10", "Axe A!M10", "Axe A!N12"]
    assert spots(find_moved_base, without_cells(small, "Axe A", "K10", "L10")) == []


def test_what_a_base_adds_up_to(small: OpenedWorkbook) -> None:
    assert shown(find_wrong_base_sums, with_cell(small, "Axe A", "L10", value=True)) == [
        ("60", "50")
    ]
    planted = without_cells(small, "Axe A", "K10", "K16")
    assert spots(find_wrong_base_sums, planted) == ["Axe A!K10"]
    assert shown(find_wrong_base_sums, planted) == [("", "60")]
    assert shown(find_wrong_base_sums, without_cells(small, "Axe A", "L10")) == [("60", "50")]


def test_a_word_goes_with_blank_years(small: OpenedWorkbook) -> None:
    assert spots(find_wrong_base_sums, with_cell(small, "Axe A", "L16", value=0)) == ["Axe A!K16"]
