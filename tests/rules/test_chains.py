from __future__ import annotations

from itertools import pairwise

from generator.reader.opened import OpenedWorkbook
from generator.rules.chains import find_long_chains
from tests.rules.planting import Only, with_formulas


def test_a_circle(small: OpenedWorkbook, only: Only) -> None:
    planted = with_formulas(small, "Paramètres", {"Z1": "Z2+1", "Z2": "SUM(Z1:Z1)"})
    assert only(planted) == {"R03.circular"}


def test_a_circle_through_a_range_and_a_name(small: OpenedWorkbook, only: Only) -> None:
    planted = with_formulas(small, "Paramètres", {"C6": "1-SUM(C5:C6)"})
    assert only(planted) == {"R03.circular"}


def test_a_long_chain(small: OpenedWorkbook, only: Only) -> None:
    """Nine cells, each of the one two columns before."""
    columns = ["F", "H", "J", "L", "N", "P", "R", "T", "V", "X"]
    steps = enumerate(pairwise(columns), 9)
    chain = {f"{col}{row}": f"{before}{row - 1}+1" for row, (before, col) in steps}
    assert only(with_formulas(small, "Paramètres", chain)) == {"R06.chain"}


def test_a_running_counter_is_no_chain(small: OpenedWorkbook) -> None:
    counter = {f"Z{row}": f"Z{row - 1}+X{row}" for row in range(2, 30)}
    planted = with_formulas(small, "Paramètres", counter)
    assert "Paramètres" not in {fault.sheet for fault in find_long_chains(planted)}
