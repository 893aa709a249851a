from __future__ import annotations

import pytest

from generator.reader.opened import OpenedWorkbook
from generator.rules.sums import summed_cells
from generator.rules.tokens import parse
from tests.rules.planting import Only, with_cell, with_formulas

YEARS = ("F", "G", "H")


def years(row: int, text: str) -> dict[str, str]:
    """Return the formula of each year's column: `{}` stands for its letter."""
    return {f"{col}{row}": text.replace("{}", col) for col in YEARS}


@pytest.mark.parametrize(
    "text",
    [
        "SUM({}9:{}10,{}12:{}13)",  # a line is left out
        "SUM({}9:{}13,{}10)",  # a line counts twice
        "SUM({}9:{}13,{}17)",  # a line of another action
        "SUM({}9:{}13)+1",
    ],
)
def test_an_action_that_does_not_sum_its_lines(
    small: OpenedWorkbook, only: Only, text: str
) -> None:
    assert only(with_formulas(small, "Axe A", years(8, text))) == {"R04.action"}


@pytest.mark.parametrize("text", ["SUM({}8)", "SUM({}8,{}8,{}14)", "SUM({}8,{}14,{}22)"])
def test_an_objective_that_does_not_sum_its_actions(
    small: OpenedWorkbook, only: Only, text: str
) -> None:
    assert only(with_formulas(small, "Axe A", years(19, text))) == {"R04.subtotal"}


def test_a_range_over_blanks_is_the_same_sum(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_formulas(small, "Axe A", years(27, "SUM({}22,{}28)"))) == set()


def test_a_sum_that_stops_at_the_last_line(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_formulas(small, "Axe A", years(8, "SUM({}9:{}12)"))) == {"R13.anchor"}
    assert only(with_formulas(small, "Axe A", years(8, "SUM({}10:{}13)"))) == {"R13.anchor"}


def test_a_row_that_leaves_a_year_out(small: OpenedWorkbook, only: Only) -> None:
    rows = {f"E{row}": f"SUM(F{row}:G{row})" for row in (8, 14, 19, 22, 27, 29)}
    other = {f"E{row}": f"SUM(F{row}:G{row})" for row in (8, 14, 16)}
    planted = with_formulas(with_formulas(small, "Axe A", rows), "Axe B", other)
    assert only(planted) == {"R14.across"}


def test_a_share_added_to_an_amount(small: OpenedWorkbook, only: Only) -> None:
    planted = with_cell(small, "Paramètres", "Z40", formula="C5+C11")
    assert only(planted) == {"R05.mixed"}


def test_summed_cells_are_counted() -> None:
    assert summed_cells(parse("SUM(A1:A2,A2)")) == {(0, 0): 1, (1, 0): 2}
    assert summed_cells(parse("SUM(SUM(A1),A2)")) == {(0, 0): 1, (1, 0): 1}
    assert summed_cells(parse("A1+A2")) is None
    assert summed_cells(parse("SUM(Total_Plan)")) is None
