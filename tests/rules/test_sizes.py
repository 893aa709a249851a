from __future__ import annotations

import pytest

from generator.reader.opened import OpenedWorkbook
from tests.rules.planting import Only, with_cell


def planted(book: OpenedWorkbook, text: str) -> OpenedWorkbook:
    return with_cell(book, "Paramètres", "Z40", formula=text)


def test_a_long_formula(small: OpenedWorkbook, only: Only) -> None:
    text = "SUM(" + ",".join(["Montant_Maximal"] * 0 + ["$C$14:$C$15"] * 12) + ")"
    assert only(planted(small, text)) == {"R06.length"}


def test_many_operators(small: OpenedWorkbook, only: Only) -> None:
    assert only(planted(small, "C14" + "+C14" * 9)) == {"R06.operators"}


def test_many_references(small: OpenedWorkbook, only: Only) -> None:
    assert only(planted(small, "C14+C15-X1-X2-X3-X4")) == {"R06.references"}


def test_a_list_of_totals_counts_once(small: OpenedWorkbook, only: Only) -> None:
    assert only(planted(small, "SUM(X1,X2,X3,X4,X5,X6,X7)")) == set()


def test_like_comparisons_count_once(small: OpenedWorkbook, only: Only) -> None:
    assert only(planted(small, "IF(AND(X1=Y1,X2=Y2,X3=Y3,X4=Y4),0,1)")) == set()
    assert only(planted(small, "IF(AND(X1=Y1,X2<Y2,X3>Y3),0,1)")) == {"R06.references"}
    assert only(planted(small, "MAX(X1,X2,X3,X4,X5,X6)")) == {"R06.references"}


def test_the_names_of_sheets_do_not_make_a_formula_long(small: OpenedWorkbook, only: Only) -> None:
    assert only(planted(small, "SUM('Axe A'!C14" + ",'Axe A'!C14" * 9 + ")")) == set()


def test_an_if_in_an_if(small: OpenedWorkbook, only: Only) -> None:
    assert only(planted(small, "IF(C14=0,0,IF(C15=0,1,0))")) == {"R06.nested"}
    assert only(planted(small, "IF(C14=0,0,1)+IF(C15=0,1,0)")) == set()


def test_a_link_to_a_link(small: OpenedWorkbook, only: Only) -> None:
    assert only(planted(small, "'Synthèse'!C13")) == {"R06.link"}


@pytest.mark.parametrize(("text", "rules"), [("ROUND(C5,0)", 1), ("IF(C5=ROUND(C5,0),0,1)", 0)])
def test_rounding(small: OpenedWorkbook, only: Only, text: str, rules: int) -> None:
    found = only(with_cell(small, "Financement", "Z40", formula=text))
    assert found == ({"R05.round"} if rules else set())
