from __future__ import annotations

import pytest

from generator.reader.opened import OpenedWorkbook
from generator.rules.layout import axis_sheets
from generator.rules.sums import (
    Block,
    blocks,
    find_lost_edges,
    find_mixed_units,
    find_wrong_actions,
    find_wrong_rows,
    find_wrong_subtotals,
    summed_cells,
)
from generator.rules.tokens import parse
from tests.rules.planting import Cells, Only, shown, spots, with_cell, with_cells, with_formulas

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


def test_the_blocks_of_an_axis(small: OpenedWorkbook) -> None:
    assert list(blocks(axis_sheets(small)[0])) == [
        Block(7, (9, 10, 11), 13),
        Block(13, (15, 16), 18),
        Block(21, (23, 24), 26),
    ]
    ends = with_cells(small, "Axe A", {f"R{row}": {"value": None} for row in (27, 29)})
    assert [block.total for block in blocks(axis_sheets(ends)[0])] == [7, 13]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("SUM(B2:C3)", {(1, 1): 1, (1, 2): 1, (2, 1): 1, (2, 2): 1}),
        ("SUM(A1,A1,A1:A1)", {(0, 0): 3}),
        ("SUM(A1,1)", None),
        ("SUM(A1)-SUM(A2)", None),
        ("MAX(SUM(A1),A2)", None),
        ("SUM(Feuille!A1)", None),
        ("A1", None),
    ],
)
def test_what_a_formula_adds(text: str, cells: dict[tuple[int, int], int] | None) -> None:
    assert summed_cells(parse(text)) == cells


@pytest.mark.parametrize(
    ("area", "few"),
    [
        ("A1:A100000", True),
        ("A1:A100001", False),
        ("B2:K10001", True),
        ("B2:K10002", False),
        ("B2:L10001", False),
    ],
)
def test_a_sum_of_many_cells_is_no_sum_of_a_block(area: str, few: bool) -> None:
    assert (summed_cells(parse(f"SUM({area})")) is not None) == few


@pytest.mark.parametrize(
    ("cell", "text", "wrong"),
    [
        ("F8", "SUM(F9:F13)", 0),
        ("F8", "SUM(F10:F12)", 0),
        ("F8", "SUM(F9,F10:F12)", 0),
        ("L8", "SUM(L10:L11)", 1),
        ("F8", "SUM(F8:F13)", 1),
        ("F8", "SUM(F9:F14)", 1),
        ("F8", "SUM(F10:F12,F11)", 1),
        ("F8", "SUM(F10:F12,F13,F13)", 1),
        ("F8", "SUM(F10:F12,E13)", 1),
        ("F8", "SUM(G10:G12)", 1),
        ("F8", "F10+F11+F12", 1),
    ],
)
def test_which_total_of_an_action_is_wrong(
    small: OpenedWorkbook, cell: str, text: str, wrong: int
) -> None:
    planted = with_formulas(small, "Axe A", {cell: text})
    assert spots(find_wrong_actions, planted) == [f"Axe A!{cell}"] * wrong
    assert shown(find_wrong_actions, planted) == [(text, "")] * wrong


def test_an_action_that_no_total_follows(small: OpenedWorkbook) -> None:
    ends = with_cells(small, "Axe A", {f"R{row}": {"value": None} for row in (27, 29)})
    assert spots(find_wrong_actions, ends) == [f"Axe A!{col}22" for col in "FGHLMN"]
    blank = with_cells(ends, "Axe A", {f"{col}22": {"formula": None} for col in "FGHLM"})
    assert spots(find_wrong_actions, blank) == ["Axe A!N22"]


@pytest.mark.parametrize(
    ("cell", "text", "children"),
    [
        ("F19", "SUM(F8,F14)", None),
        ("F19", "SUM(F8,F14,F99,F20)", None),
        ("F19", "SUM(F8,F14,F31)", "F8, F14"),
        ("F19", "SUM(F8,F14,F32)", "F8, F14"),
        ("F19", "F8+F14", "F8, F14"),
        ("G19", "SUM(G8,G8,G14)", "G8, G14"),
        ("N27", "SUM(N8)", "N22"),
        ("F29", "SUM(F19)", "F19, F27"),
        ("F29", "SUM(F19,F27,F22)", "F19, F27"),
    ],
)
def test_which_subtotal_is_wrong(
    small: OpenedWorkbook, cell: str, text: str, children: str | None
) -> None:
    """F31 holds a number, F32 a formula that no program calculated."""
    cells: Cells = {"F31": {"value": 3}, "F32": {"formula": "1-1"}, cell: {"formula": text}}
    planted = with_cells(small, "Axe A", cells)
    assert spots(find_wrong_subtotals, planted) == [f"Axe A!{cell}"] * (children is not None)
    assert shown(find_wrong_subtotals, planted) == ([(text, children)] if children else [])


@pytest.mark.parametrize(
    ("cell", "text", "wrong"),
    [
        ("E8", "SUM(F8,G8,H8)", 0),
        ("E8", "SUM(F8:G8)", 1),
        ("K29", "SUM(L29:M29)", 1),
        ("K19", "SUM(F19:H19)", 1),
        ("E27", "SUM(F27:H27,F27)", 1),
        ("E10", "SUM(F10)", 0),
    ],
)
def test_which_total_across_is_wrong(
    small: OpenedWorkbook, cell: str, text: str, wrong: int
) -> None:
    planted = with_formulas(small, "Axe A", {cell: text})
    assert spots(find_wrong_rows, planted) == [f"Axe A!{cell}"] * wrong
    assert shown(find_wrong_rows, planted) == [(text, "")] * wrong
    typed = with_cell(planted, "Axe A", "E19", formula=None)
    assert spots(find_wrong_rows, typed) == [f"Axe A!{cell}"] * wrong


def test_totals_across_without_a_base(small: OpenedWorkbook) -> None:
    planted = with_formulas(with_cell(small, "Axe A", "K5", value=None), "Axe A", {"K8": "F8"})
    assert spots(find_wrong_rows, planted) == []


@pytest.mark.parametrize(
    ("formulas", "lost"),
    [
        ({"F8": "SUM(F10:F13)"}, "F8"),
        ({"F8": "SUM(F9:F12)"}, "F8"),
        ({"F8": "SUM(F9,F13)"}, ""),
        ({"F8": "F9", "N8": "SUM(N10:N12)"}, "N8"),
        ({"F8": "SUM(F12:F13)", "H14": "SUM(H15:H17)"}, "F8 H14"),
        ({"F8": "SUM(F9:F10)"}, "F8"),
    ],
)
def test_which_sum_does_not_reach_its_anchors(
    small: OpenedWorkbook, formulas: dict[str, str], lost: str
) -> None:
    planted = with_formulas(small, "Axe A", formulas)
    assert spots(find_lost_edges, planted) == [f"Axe A!{cell}" for cell in lost.split()]
    texts = [(formulas[cell], "") for cell in lost.split()]
    assert shown(find_lost_edges, planted) == texts


def test_a_block_without_lines_or_sums_has_no_edges(small: OpenedWorkbook) -> None:
    empty = with_cells(small, "Axe A", {f"R{row}": {"value": None} for row in (10, 11, 12)})
    assert spots(find_lost_edges, empty) == []
    typed = with_cells(small, "Axe A", {"F8": {"formula": None}, "G8": {"formula": "SUM(G10:G13)"}})
    assert spots(find_lost_edges, typed) == ["Axe A!G8"]


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("C5+C11", 1),
        ("SUM(C5,C11)", 1),
        ("SUM(C4:C11)", 1),
        ("C5-C11", 0),
        ("C11+C11", 0),
        ("C5+C6", 0),
        ("C5*C11+C11", 0),
        ("C11+C11/C5", 0),
        ("C5+C9", 0),
        ("C5+'Axe A'!F8", 1),
        ("C11+'Axe A'!F8", 0),
        ("C5+Absente!A1", 0),
        ("Z1+C11", 0),
        ("Z2+C11", 0),
    ],
)
def test_which_sum_mixes_units(small: OpenedWorkbook, text: str, mixed: int) -> None:
    """Z1 is a text that would be shown as a share, Z2 a blank."""
    cells: Cells = {
        "Z1": {"value": "x", "number_format": "0%"},
        "Z2": {"number_format": "0%"},
        "Z40": {"formula": text},
    }
    planted = with_cells(small, "Paramètres", cells)
    assert spots(find_mixed_units, planted) == ["Paramètres!Z40"] * mixed
    assert shown(find_mixed_units, planted) == [(text, "")] * mixed
