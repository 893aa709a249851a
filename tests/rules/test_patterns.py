from __future__ import annotations

from dataclasses import replace

import pytest

from generator.reader.opened import Look, OpenedCell, OpenedWorkbook
from generator.rules.patterns import find_isolated, find_odd_rows, find_odd_years, find_typed
from tests.rules.planting import (
    Only,
    at,
    bare_book,
    bare_sheet,
    shown,
    spots,
    with_cell,
    with_cells,
    with_formulas,
    without_cells,
)


def test_a_year_with_another_formula(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_formulas(small, "Synthèse", {"D14": "D12+E13"})) == {"R01.row"}


def test_a_line_with_another_formula(small: OpenedWorkbook, only: Only) -> None:
    formula = "IF(COUNT(F11:H11,K11)=0,Marque_PM,SUM(F11:G11))"
    assert only(with_formulas(small, "Axe A", {"E11": formula})) == {"R01.column"}


def test_axis_sheets_share_their_fingerprints(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_formulas(small, "Axe B", {"J16": "E16-I16"})) == {"R01.column"}


def test_an_isolated_formula(small: OpenedWorkbook, only: Only) -> None:
    column = {f"Z{row}": f"X{row}+Y{row}" for row in range(10, 15)}
    assert only(with_formulas(small, "Paramètres", column)) == set()
    assert only(with_formulas(small, "Paramètres", column | {"Z12": "X12-Y12"})) == {"R01.isolated"}


def test_a_number_typed_over_a_formula(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Axe A", "F8", formula=None)) == {"R02.typed"}
    assert only(with_cell(small, "Axe A", "E10", formula=None, value=60)) == {"R02.typed"}
    assert only(with_cell(small, "Axe A", "I29", formula=None)) == {"R02.typed"}
    assert only(with_cell(small, "Contrôles", "I20", formula=None)) >= {"R02.typed"}


def test_a_bridge_typed_over(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Rapprochement", "F30", formula=None)) == {"R02.typed"}


def test_a_formula_that_an_officer_types_is_no_pattern(small: OpenedWorkbook, only: Only) -> None:
    typed = with_cells(small, "Axe A", {"F10": {"formula": "5*2"}})
    assert only(typed) == {"R09.formula"}


def test_which_year_is_odd(small: OpenedWorkbook) -> None:
    for col, usual in (("C", "D12+D13"), ("D", "C12+C13"), ("E", "C12+C13")):
        planted = with_formulas(small, "Synthèse", {f"{col}14": f"{col}12-{col}13"})
        assert spots(find_odd_years, planted) == [f"Synthèse!{col}14"]
        assert shown(find_odd_years, planted) == [(f"{col}12-{col}13", f"comme {usual}")]


def test_which_row_is_odd(small: OpenedWorkbook) -> None:
    planted = with_formulas(small, "Axe B", {"J16": "E16-I16"})
    added = set(find_odd_rows(planted)) - set(find_odd_rows(small))
    assert [(f.sheet, f.cell, f.found) for f in added] == [("Axe B", "J16", "E16-I16")]
    assert [f.expected for f in added] == ["comme I29-E29"]


def years_of(formulas: dict[str, str], *, locked: bool = True) -> OpenedWorkbook:
    """Return a sheet whose first row is its header: two years, from B1."""
    sheet = bare_sheet({}, {"B1": "2030", "C1": "2031"})
    look = Look(locked=locked)
    held = {at(place): OpenedCell(None, text, look) for place, text in formulas.items()}
    return bare_book(replace(sheet, cells={**sheet.cells, **held}))


def test_rows_from_just_below_the_header_to_the_last() -> None:
    for row in (2, 3, 9):
        book = years_of({f"B{row}": "A1+1", f"C{row}": "A1+1"})
        assert spots(find_odd_years, book) == [f"Feuille!C{row}"]
        assert spots(find_typed, years_of({f"B{row}": "A1"})) == [f"Feuille!C{row}"]
    assert spots(find_typed, years_of({"B2": "A1"}, locked=False)) == []


def test_a_header_is_no_row_of_its_own() -> None:
    book = years_of({})
    sheet = book.sheets[0]
    title = sheet.cells[at("B1")]._replace(formula="A1")
    planted = bare_book(replace(sheet, cells={**sheet.cells, at("B1"): title, at("A9"): title}))
    assert spots(find_typed, planted) == []


@pytest.mark.parametrize(
    ("signs", "isolated"),
    [
        ("++-++", "Z12"),
        ("*+-++", ""),
        ("++-+*", ""),
        ("++-+", ""),
        ("+-++", ""),
        ("+-+", ""),
        (" +-+ ", ""),
        ("+++++", ""),
        ("  -  ", ""),
        ("++-++-++", "Z12 Z15"),
    ],
)
def test_which_formula_is_isolated(small: OpenedWorkbook, signs: str, isolated: str) -> None:
    column = {f"Z{row}": f"X{row}{sign}Y{row}" for row, sign in enumerate(signs, 10) if sign != " "}
    planted = with_formulas(small, "Paramètres", column)
    assert spots(find_isolated, planted) == [f"Paramètres!{place}" for place in isolated.split()]
    texts = [(column[place], "") for place in isolated.split()]
    assert shown(find_isolated, planted) == texts


def test_a_formula_with_a_role_is_not_isolated(small: OpenedWorkbook) -> None:
    """The states of the checks stand one below the other, and one differs."""
    planted = with_formulas(small, "Contrôles", {"J22": "IF(I22=1,'Paramètres'!$C$28,I22)"})
    assert spots(find_isolated, planted) == []
    assert "Contrôles!J22" in spots(find_odd_rows, planted)


def test_what_is_typed_over_a_formula(small: OpenedWorkbook) -> None:
    planted = with_cells(
        small,
        "Axe A",
        {"E10": {"formula": None, "value": 61}, "F8": {"formula": None, "value": None}},
    )
    planted = without_cells(planted, "Axe A", "E11", "G14")
    assert dict(zip(spots(find_typed, planted), shown(find_typed, planted), strict=True)) == {
        "Axe A!E10": ("61", "une formule"),
        "Axe A!F8": ("", "une formule"),
        "Axe A!E11": ("", "une formule"),
        "Axe A!G14": ("", "une formule"),
    }
    assert len(spots(find_typed, planted)) == 4


def test_a_cell_of_two_groups_is_one_finding(small: OpenedWorkbook) -> None:
    """C39 of *Financement* is a year of its row, and of the column of its table."""
    planted = with_cell(small, "Financement", "C39", formula=None)
    assert spots(find_typed, planted) == ["Financement!C39"]
