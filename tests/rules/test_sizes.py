from __future__ import annotations

import pytest

from generator.reader.opened import OpenedWorkbook
from generator.rules import Rule
from generator.rules.sizes import (
    find_links_to_links,
    find_long,
    find_many_operators,
    find_many_references,
    find_nested,
    find_rounding,
)
from tests.rules.planting import Only, shown, spots, with_cell, with_formulas


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


@pytest.mark.parametrize(
    ("rule", "text", "size", "most"),
    [
        (find_long, "C" * 120, None, 120),
        (find_long, "C" * 121, 121, 120),
        (find_long, "'Axe A'!$C$14" + "+'Axe A'!$C$14" * 20, 125, 120),
        (find_long, "'Axe A'!$C$14" + "+$C$14" * 19, None, 120),
        (find_many_operators, "C14" + "+C14" * 8, None, 8),
        (find_many_operators, "C14" + "+C14" * 9, 9, 8),
        (find_many_operators, "-C14%" + "+C14" * 7, 9, 8),
        (find_many_references, "C14+C15+C16+X1+X2", None, 5),
        (find_many_references, "C14+C15+C16+X1+X2+X3", 6, 5),
        (find_many_references, "C14+C14+C16+X1+X2+X3", None, 5),
        (find_many_references, "SUM(X1:X2,X3:X4,X5:X6,Y5:Y6,Z1:Z2,AA7:AA8)", None, 5),
        (find_many_references, "SUM(X1:X2,X3:Y3,X5,Y5:Z6,Z1:Z9,AA7:AD7)", 6, 5),
        (find_many_references, "SUM(A2:A3,A1:B2,X5,Y5:Z7,Z1:Z9,AA7:AD7)", 6, 5),
        (find_many_references, "AND(X1,X2,X3)+OR(X4,X5,X6)", None, 5),
        (find_many_references, "AND(X1+1,X2-1,X3*1,X4/1,X5=1,X6>1)", 6, 5),
        (find_many_references, "MAX(X1,X2,X3,X4,X5,X6)", 6, 5),
        (find_nested, "IF(C14=0,0,1)", None, 1),
        (find_nested, "IF(C14=0,0,SUM(IF(C15=0,1,0)))", 2, 1),
        (find_nested, "IF(IF(IF(A1,1,0),1,0),1,0)", 3, 1),
        (find_nested, "IF(SUM(C14)=0,0,1)+SUM(IF(C15=0,1,0),IF(C16=0,1,0))", None, 1),
    ],
)
def test_how_much_a_formula_may_do(
    small: OpenedWorkbook, rule: Rule, text: str, size: int | None, most: int
) -> None:
    found = [f"{size} ; formules dans ce cas : 1"] if size else []
    assert spots(rule, planted(small, text)) == ["Paramètres!Z40"] * len(found)
    assert shown(rule, planted(small, text)) == [(text_, f"{most} au plus") for text_ in found]


def test_the_worst_formula_of_a_sheet_is_shown(small: OpenedWorkbook) -> None:
    texts = {"Z41": "C" * 121, "Z42": "C" * 130, "Z43": "C" * 125}
    three = with_formulas(small, "Paramètres", texts)
    assert spots(find_long, three) == ["Paramètres!Z42"]
    assert shown(find_long, three) == [("130 ; formules dans ce cas : 3", "120 au plus")]


@pytest.mark.parametrize(
    ("text", "beyond"),
    [
        ("'Synthèse'!C13", "Synthèse, lien vers Rapprochement"),
        ("Z41", "Paramètres, lien vers Axe A"),
        ("Z42", "Paramètres, lien vers Paramètres"),
        ("'Activités'!H5", None),
        ("'Synthèse'!C14", None),
        ("'Synthèse'!C13:C13+0", None),
        ("'Synthèse'!C13:D13", None),
        ("Total_Plan", None),
    ],
)
def test_which_link_leads_to_a_link(small: OpenedWorkbook, text: str, beyond: str | None) -> None:
    links = {"Z40": text, "Z41": "'Axe A'!F8", "Z42": "C5"}
    book = with_formulas(small, "Paramètres", links)
    assert spots(find_links_to_links, book) == (["Paramètres!Z40"] if beyond else [])
    assert shown(find_links_to_links, book) == ([(beyond, "")] if beyond else [])


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        ("ROUND(C5,0)", 1),
        ("ROUND(C5,0)=C5", 1),
        ("C5=ROUND(C5,0)", 0),
        ("C5=-ROUND(C5,0)", 1),
        ("IF(C5<>roundup(C5,0),0,1)", 0),
        ("IF(C5<>C6,roundup(C5,0),1)", 1),
        ("IF(C5=ROUND(C5,0),ROUND(C5,0),1)", 1),
        ("Part_ROUND+C5", 0),
    ],
)
def test_what_rounds(small: OpenedWorkbook, text: str, rounds: int) -> None:
    book = with_cell(small, "Empreinte", "Z40", formula=text)
    assert spots(find_rounding, book) == ["Empreinte!Z40"] * rounds
    assert shown(find_rounding, book) == [(text, "")] * rounds
    assert spots(find_rounding, planted(small, text)) == []


def test_the_first_formula_that_rounds_is_shown(small: OpenedWorkbook) -> None:
    texts = dict.fromkeys(("Z40", "Z41"), "ROUND(C5,0)")
    assert spots(find_rounding, with_formulas(small, "Financement", texts)) == ["Financement!Z40"]
