from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from generator.reader.opened import Look, OpenedCell, OpenedName, OpenedWorkbook
from generator.rules.chains import (
    Node,
    _counters,
    _depths,
    find_circles,
    find_long_chains,
    precedents,
)
from tests.rules.planting import (
    BARE,
    Only,
    at,
    bare_book,
    shown,
    spots,
    with_formulas,
    without_sheet,
)


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


def cell(address: str, sheet: str = "Feuille") -> Node:
    return sheet, (*at(address), *at(address))


def book_of(formulas: dict[str, str]) -> OpenedWorkbook:
    held = {at(place): OpenedCell(0, text, Look()) for place, text in formulas.items()}
    return bare_book(replace(BARE, cells=held))


def test_what_cells_and_ranges_read() -> None:
    name = OpenedName("Part", "Feuille!$B$2", "", hidden=False)
    others = [
        OpenedName("Deux", "Feuille!$B$2+Feuille!$B$3", "", hidden=False),
        OpenedName("Rien", "0.5", "", hidden=False),
    ]
    book = book_of({"B2": "A1", "B3": "Autre!C4+part", "B4": "SUM(B2:C3,Autre!A1:A2)+Deux+Rien"})
    inside, outside = ("Feuille", (1, 1, 2, 2)), ("Autre", (0, 0, 1, 0))
    assert precedents(replace(book, names=(*others, name))) == {
        cell("B2"): [cell("A1")],
        cell("B3"): [cell("C4", "Autre"), cell("B2")],
        cell("B4"): [inside, outside],
        inside: [cell("B2"), cell("B3")],
        outside: [],
    }


A, B, C, D = (cell(f"A{row}") for row in (1, 2, 3, 4))
RANGE = ("Feuille", (0, 0, 2, 0))
ROW = ("Feuille", (0, 0, 0, 2))


@pytest.mark.parametrize(
    ("graph", "depths"),
    [
        ({A: []}, {A: 1}),
        ({A: [D]}, {A: 1}),
        ({A: [B], B: []}, {A: 2, B: 1}),
        ({A: [B, B], B: []}, {A: 2, B: 1}),
        ({A: [B, C], B: [C], C: []}, {A: 3, B: 2, C: 1}),
        ({A: [C, B], B: [C], C: [], D: [A]}, {A: 3, B: 2, C: 1, D: 4}),
        ({A: [RANGE], RANGE: [B], B: []}, {A: 2, RANGE: 1, B: 1}),
        ({A: [ROW], ROW: []}, {A: 1, ROW: 0}),
        ({A: [D, B], B: [D]}, {A: 2, B: 1}),
    ],
)
def test_how_deep_formulas_stand(graph: dict[Node, list[Node]], depths: dict[Node, int]) -> None:
    assert _depths(graph) == (depths, None)


def test_a_node_of_a_circle_is_given() -> None:
    assert _depths({D: [], A: [B], B: [C], C: [A]}) == ({D: 1}, A)
    assert _depths({A: [A]}) == ({}, A)
    assert _depths({A: [B], B: [C], C: [B]})[1] == B


def test_where_a_circle_is(small: OpenedWorkbook) -> None:
    planted = with_formulas(small, "Paramètres", {"Z41": "AB52+1", "AB52": "Z41"})
    assert spots(find_circles, planted) == ["Paramètres!Z41"]
    assert spots(find_circles, small) == []


def chain(col: str, length: int) -> dict[str, str]:
    """Return so many formulas, each two rows below the one that it reads."""
    return {f"{col}{2 * step + 2}": f"{col}{2 * step}+1" for step in range(1, length + 1)}


def test_where_a_chain_is_too_long() -> None:
    assert spots(find_long_chains, book_of(chain("F", 8))) == []
    nine = book_of(chain("F", 9))
    assert spots(find_long_chains, nine) == ["Feuille!F20"]
    assert shown(find_long_chains, nine) == [("9", "8")]
    two = book_of({**chain("H", 10), **chain("F", 9)})
    assert spots(find_long_chains, two) == ["Feuille!H22"]
    assert shown(find_long_chains, two) == [("10", "8")]
    assert spots(find_long_chains, book_of({**chain("F", 9), **chain("H", 9)})) == ["Feuille!H20"]
    assert spots(find_long_chains, book_of({**chain("H", 9), **chain("F", 9)})) == ["Feuille!H20"]


def test_a_range_is_no_step_of_a_chain() -> None:
    steps = {f"F{2 * step + 2}": f"SUM(E{2 * step}:F{2 * step})" for step in range(1, 9)}
    assert spots(find_long_chains, book_of(steps)) == []
    steps["F20"] = "SUM(E18:F18)"
    assert spots(find_long_chains, book_of(steps)) == ["Feuille!F20"]


def test_chains_of_checks_stand_beside_the_amounts() -> None:
    book = book_of(chain("F", 12))
    checks = replace(book, sheets=(replace(book.sheets[0], name="Contrôles"),))
    assert spots(find_long_chains, checks) == []


def test_which_cells_count_from_row_to_row() -> None:
    """B3 reads a cell of another formula, C3 does not read the cell above it."""
    book = book_of(
        {"B2": "A2", "B3": "B2+A3", "B4": "B3+A4", "B5": "B4+A5", "C2": "A2", "C3": "A3"}
    )
    assert list(_counters(book)) == [(cell("B4"), cell("B3")), (cell("B5"), cell("B4"))]
    typed = {**book.sheets[0].cells, at("B3"): OpenedCell(5, None, Look())}
    held = bare_book(replace(BARE, cells=typed))
    assert list(_counters(held)) == [(cell("B5"), cell("B4"))]


def test_a_counter_is_as_deep_as_what_it_reads_beside() -> None:
    counter = {f"B{row}": f"B{row - 1}+A{row}" for row in range(2, 30)}
    assert spots(find_long_chains, book_of(counter)) == []
    assert spots(find_long_chains, book_of({**counter, **chain("F", 9)})) == ["Feuille!F20"]


def test_a_range_of_a_sheet_that_is_gone(small: OpenedWorkbook) -> None:
    gone = without_sheet(small, "Empreinte")
    planted = with_formulas(gone, "Paramètres", {"Z40": "SUM(Empreinte!A1:A9)"})
    assert precedents(planted)["Empreinte", (0, 0, 8, 0)] == []
