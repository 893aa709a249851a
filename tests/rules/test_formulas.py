from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.values import ErrorValue
from generator.reader.opened import OpenedWorkbook
from tests.rules.planting import Only, with_cell, with_cells, with_formulas

HELPER = "Z40"
"""A cell of *Paramètres* that no other rule looks at."""


def formula(book: OpenedWorkbook, text: str) -> OpenedWorkbook:
    return with_formulas(book, "Paramètres", {HELPER: text})


def test_a_plain_formula_is_no_fault(small: OpenedWorkbook, only: Only) -> None:
    assert only(formula(small, 'IF(C5=0,"",SUM(C14:C15)-1)')) == set()


@pytest.mark.parametrize("text", ["C5*0.78", 'C5&"mot"', "C5+2"])
def test_a_literal(small: OpenedWorkbook, only: Only, text: str) -> None:
    assert only(formula(small, text)) == {"R02.literal"}


@pytest.mark.parametrize("text", ["SUM(OFFSET(C5,0,0,1,1))", 'INDIRECT(A5&"")', "TODAY()"])
def test_a_volatile_function(small: OpenedWorkbook, only: Only, text: str) -> None:
    assert only(formula(small, text)) == {"R03.volatile"}


@pytest.mark.parametrize(
    "text", ["_xlfn.XLOOKUP(C5,C5:C6,C5:C6)", "SUM({1,0})", "_xlfn.ANCHORARRAY(C5)"]
)
def test_a_modern_formula(small: OpenedWorkbook, only: Only, text: str) -> None:
    assert only(formula(small, text)) == {"R03.modern"}


def test_an_array_formula(small: OpenedWorkbook, only: Only) -> None:
    changes = {"formula": "SUM(C5:C6)", "kind": "array"}
    assert only(with_cells(small, "Paramètres", {HELPER: changes})) == {"R03.modern"}


@pytest.mark.parametrize("text", ["SUM(X:X)", "SUM('Axe A'!$2:$3)"])
def test_a_whole_column(small: OpenedWorkbook, only: Only, text: str) -> None:
    assert only(formula(small, text)) == {"R03.whole"}


def test_an_error_value(small: OpenedWorkbook, only: Only) -> None:
    planted = with_cell(small, "Synthèse", "H7", value=ErrorValue("#DIV/0!"))
    assert only(planted) == {"R03.value"}


def test_an_external_link(small: OpenedWorkbook, only: Only) -> None:
    assert only(formula(small, "[1]Feuille!A1")) == {"R03.external"}
    assert only(replace(small, extras=frozenset({"macros"}))) == {"R03.external"}


@pytest.mark.parametrize("text", ['TEXT(C5,"0")', "VALUE(A5)", "SUMX2MY2(C5:C6,C5:C6)"])
def test_an_unsafe_function(small: OpenedWorkbook, only: Only, text: str) -> None:
    assert "R07.function" in only(formula(small, text))


def test_an_unsafe_function_alone(small: OpenedWorkbook, only: Only) -> None:
    assert only(formula(small, "VALUE(A5)")) == {"R07.function"}


def test_a_product_of_tests(small: OpenedWorkbook, only: Only) -> None:
    assert only(formula(small, "SUMPRODUCT((A14:A15=A14)*C14:C15)")) == {"R07.product"}
    assert only(formula(small, "SUMPRODUCT(C14:C15,C14:C15)")) == set()


def test_a_function_as_the_end_of_a_range(small: OpenedWorkbook, only: Only) -> None:
    assert only(formula(small, "SUM(C5:INDEX(C5:C6,1))")) == {"R07.range_end"}


def test_a_structured_reference(small: OpenedWorkbook, only: Only) -> None:
    assert only(formula(small, "SUM(Tableau1[Total])")) == {"R07.table"}


def test_a_subtotal(small: OpenedWorkbook, only: Only) -> None:
    assert only(formula(small, "SUBTOTAL(1,C14:C15)")) == {"R08.subtotal"}


@pytest.mark.parametrize("key", ["1.10", "12", "I*"])
def test_a_key_like_a_number(small: OpenedWorkbook, only: Only, key: str) -> None:
    assert only(with_cell(small, "Rapprochement", "K6", value=key)) == {"R08.key"}
