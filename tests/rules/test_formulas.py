from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.values import ErrorValue
from generator.reader.opened import OpenedWorkbook
from generator.rules import Rule
from generator.rules.formulas import (
    find_error_values,
    find_external,
    find_literals,
    find_modern,
    find_numeric_keys,
    find_products_of_tests,
    find_range_ends,
    find_subtotals,
    find_tables,
    find_unsafe_functions,
    find_volatile,
    find_whole_columns,
)
from tests.rules.planting import Cells, Only, shown, spots, with_cell, with_cells, with_formulas

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


@pytest.mark.parametrize(
    ("rule", "text", "quoted"),
    [
        (find_literals, 'C5*2&"mot"', ('2, "mot"', 'C5*2&"mot"')),
        (find_volatile, "TODAY()+NOW()", ("NOW, TODAY", "")),
        (find_modern, "XLOOKUP(C5,C5,C6)", ("XLOOKUP", "")),
        (find_modern, "_xlfn.XLOOKUP(C5,C5,C6)", ("_XLFN.XLOOKUP", "")),
        (find_modern, "SUM({1,0})", ("SUM({1,0})", "")),
        (find_whole_columns, "SUM(C5,X:X)", ("X:X", "")),
        (find_external, "C5+[1]Feuille!A1", ("[1]Feuille!A1", "")),
        (find_external, "cmd|x!A1", ("cmd|x!A1", "")),
        (find_unsafe_functions, "SUM(VALUE(C5))", ("VALUE", "")),
        (find_products_of_tests, "SUMPRODUCT((C5=C6)*C7)", ("SUMPRODUCT((C5=C6)*C7)", "")),
        (find_range_ends, "SUM(C5:INDEX(C5:C6,1))", ("SUM(C5:INDEX(C5:C6,1))", "")),
        (find_tables, "SUM(Tableau1[Total])", ("SUM(Tableau1[Total])", "")),
        (find_subtotals, "SUBTOTAL(1,C14:C15)", ("SUBTOTAL", "")),
    ],
)
def test_where_a_formula_is_at_fault(
    small: OpenedWorkbook, rule: Rule, text: str, quoted: tuple[str, str]
) -> None:
    assert spots(rule, small) == []
    planted = formula(small, text)
    assert spots(rule, planted) == [f"Paramètres!{HELPER}"]
    assert shown(rule, planted) == [quoted]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (find_literals, 'IF(C5=1,"",COUNTIF(A5:A6,"<>0"))'),
        (find_unsafe_functions, "SUBTOTAL(1,C14)+TODAY()+_xlfn.LET(A1,A1)"),
        (find_unsafe_functions, "SUM(C5:INDEX(C5:C6,1))"),
        (find_products_of_tests, "SUMPRODUCT(C14,C15)*SUM(C5+C6)"),
        (find_range_ends, "SUM(C5:C6)+C7"),
        (find_tables, "Classeur!Tableau1[Total]"),
        (find_tables, "[1]Feuille!A1"),
    ],
)
def test_what_looks_like_a_fault_and_is_none(small: OpenedWorkbook, rule: Rule, text: str) -> None:
    assert spots(rule, formula(small, text)) == []


def test_other_kinds_of_cells(small: OpenedWorkbook) -> None:
    table = {"formula": "SUM(C5:C6)", "kind": "table"}
    assert spots(find_tables, with_cells(small, "Paramètres", {HELPER: table})) == [
        f"Paramètres!{HELPER}"
    ]
    array = {"formula": "SUM(C5:C6)", "kind": "array"}
    planted = with_cells(small, "Paramètres", {HELPER: array})
    assert shown(find_modern, planted) == [("SUM(C5:C6)", "")]


def test_which_cell_holds_an_error(small: OpenedWorkbook) -> None:
    planted = with_cell(small, "Synthèse", "H7", value=ErrorValue("#DIV/0!"))
    assert spots(find_error_values, planted) == ["Synthèse!H7"]
    assert shown(find_error_values, planted) == [("#DIV/0!", "")]


def test_what_a_file_carries_is_external(small: OpenedWorkbook) -> None:
    planted = replace(small, extras=frozenset({"macros", "external"}))
    assert shown(find_external, planted) == [("external", ""), ("macros", "")]


PLACES = [f"A{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVW"]
"""Columns of *Paramètres*: whatever stands on their row 50 looks like a number."""


def searched(book: OpenedWorkbook, text: str) -> str:
    """Return the columns in which a formula searches the keys of row 50."""
    keys = with_cells(book, "Paramètres", {f"{col}50": {"value": "1.10"} for col in PLACES})
    found = spots(find_numeric_keys, with_formulas(keys, "Paramètres", {HELPER: text}))
    return " ".join(place.removeprefix("Paramètres!").removesuffix("50") for place in found)


def pairs(count: int) -> str:
    """Return so many pairs of a range and a cell that says what is sought there."""
    return ",".join(f"{col}50:{col}51,A5" for col in PLACES[1 : count + 1])


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("SUMIF(AB50,A5)", "AB"),
        ("SUMIF(AB50,A5,AC50)", "AB"),
        ('SUMIF(AB50,"",AC50)', ""),
        ("SUMIF(AB50)", ""),
        ("COUNTIF(AB50:AC50,A5)", "AB AC"),
        ('COUNTIF(AB50,"")', ""),
        ("COUNTIF(Paramètres!AB50,A5)", "AB"),
        ("COUNTIF(Absente!AB50,A5)", ""),
        ("MATCH(A5,AB50:AC50,0)", "AB AC"),
        ('MATCH(A5&"",AB50,0)', ""),
        ('MATCH("",AB50,0)', ""),
        ("MATCH(A5,AB50)", "AB"),
        ("MATCH(A5)", ""),
        ("MATCH()", ""),
        ("SUMIFS(AA50,AB50,A5)", "AB"),
        ('SUMIFS(AA50,AB50,"",AC50,A5)', "AC"),
        ('SUMIFS(AA50,AB50,A5,AC50,"")', "AB"),
        (f"SUMIFS(AA50,{pairs(10)})", "AB AC AD AE AF AG AH AI AJ AK"),
        (f"SUMIFS(AA50,{pairs(11)})", "AB AC AD AE AF AG AH AI AJ AK"),
        ('COUNTIFS(AA50,"",AC50,A5)', "AC"),
        ('COUNTIFS(AA50,A5,AC50,"")', "AA"),
        (f"COUNTIFS({pairs(10)})", "AB AC AD AE AF AG AH AI AJ AK"),
        (f"COUNTIFS({pairs(11)})", "AB AC AD AE AF AG AH AI AJ AK"),
        ("SUMIFS(AA50,AB50,AC50,AD50,A5)", "AB AD"),
        ("COUNTIFS(AA50,AB50,AC50,A5)", "AA AC"),
        ("SUM(AB50,A5)", ""),
    ],
)
def test_where_a_formula_searches(small: OpenedWorkbook, text: str, columns: str) -> None:
    assert searched(small, text) == columns


def test_keys_that_no_engine_sees_as_numbers(small: OpenedWorkbook) -> None:
    cells: Cells = {
        "AB50": {"value": "1.10", "locked": False},
        "AC50": {"value": 1},
        "AD50": {"value": "I.1"},
        "AE50": {"value": "12"},
        HELPER: {"formula": "COUNTIF(AB50:AE50,A5)"},
    }
    planted = with_cells(small, "Paramètres", cells)
    assert spots(find_numeric_keys, planted) == ["Paramètres!AE50"]
    assert shown(find_numeric_keys, planted) == [("12", "")]
