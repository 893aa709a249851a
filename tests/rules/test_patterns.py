from __future__ import annotations

from generator.reader.opened import OpenedWorkbook
from tests.rules.planting import Only, with_cell, with_cells, with_formulas


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
