from __future__ import annotations

from dataclasses import replace

import pytest

from generator.reader.opened import OpenedLink, OpenedName, OpenedWorkbook
from generator.rules.names import (
    find_many_names,
    find_missing_links,
    find_missing_names,
    find_odd_names,
    find_poor_properties,
    find_unlisted_names,
    own_names,
)
from tests.rules.planting import (
    BARE,
    Only,
    bare_book,
    on_sheet,
    sheet_named,
    shown,
    spots,
    without_sheet,
)


def named(book: OpenedWorkbook, *added: OpenedName) -> OpenedWorkbook:
    return replace(book, names=(*book.names, *added))


def test_a_missing_name(small: OpenedWorkbook, only: Only) -> None:
    kept = tuple(name for name in small.names if name.name != "Total_Etat")
    assert only(replace(small, names=kept)) == {"R20.required"}


@pytest.mark.parametrize("text", ["Paramètres!C5", "0.22", "Paramètres!$C$5+1"])
def test_a_name_that_is_no_fixed_cell(small: OpenedWorkbook, only: Only, text: str) -> None:
    others = tuple(name for name in small.names if name.name != "Alertes")
    assert only(replace(small, names=(*others, OpenedName("Alertes", text, "", hidden=False)))) == {
        "R20.name"
    }


def test_a_name_that_is_not_listed(small: OpenedWorkbook, only: Only) -> None:
    name = OpenedName("Autre", "Paramètres!$C$5", "", hidden=False)
    assert only(named(small, name)) == {"R20.listed"}


def test_many_names(small: OpenedWorkbook, only: Only) -> None:
    names = [OpenedName(f"Nom_{n}", "Paramètres!$C$5", "", hidden=False) for n in range(20)]
    assert only(named(small, *names)) == {"R20.listed", "R20.many"}


def test_a_sheet_without_a_way_back(small: OpenedWorkbook, only: Only) -> None:
    assert only(on_sheet(small, "Empreinte", links=())) == {"R20.links"}
    cover = sheet_named(small, "Accueil").links
    assert only(on_sheet(small, "Accueil", links=cover[:-1])) == {"R20.links"}


def test_a_link_in_another_spelling(small: OpenedWorkbook, only: Only) -> None:
    links = (OpenedLink((1, 0), "#Accueil!A1", ""),)
    assert only(on_sheet(small, "Empreinte", links=links)) == set()


@pytest.mark.parametrize(
    "properties",
    [{}, {"title": "t", "lastModifiedBy": "A. Kone"}, {"title": "t", "subject": r"C:\plan.xlsx"}],
)
def test_poor_properties(small: OpenedWorkbook, only: Only, properties: dict[str, str]) -> None:
    assert only(replace(small, properties=properties)) == {"R20.properties"}


def called(*texts: str) -> tuple[OpenedName, ...]:
    return tuple(OpenedName(text, "Feuille!$A$1", "", hidden=False) for text in texts)


def test_the_names_that_people_see() -> None:
    held = (*called("Un", "_xlnm.Print_Area"), OpenedName("Deux", "0", "", hidden=True))
    assert [name.name for name in own_names(replace(bare_book(), names=held))] == ["Un"]


def test_which_name_is_missing(small: OpenedWorkbook) -> None:
    names = [n._replace(text="0.22") if n.name == "Part_Etat" else n for n in small.names]
    planted = replace(small, names=tuple(n for n in names if n.name != "Marque_PM"))
    assert shown(find_missing_names, planted) == [("", "Part_Etat"), ("", "Marque_PM")]
    upper = tuple(name._replace(name=name.name.upper()) for name in small.names)
    assert shown(find_missing_names, replace(small, names=upper)) == []


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Feuille!$A$1", 0),
        ("Feuille!$A$1:$B$2", 0),
        ("Feuille!$A$1:$B2", 1),
        ("$A$1", 1),
        ("0.22", 1),
        ("Autre_Nom", 1),
        ("Feuille!$A$1+1", 1),
        ("SUM(Feuille!$A$1)", 1),
        ("SUM(Feuille!$A$1,Feuille!$A$2)", 1),
        ("", 1),
    ],
)
def test_which_name_is_odd(text: str, odd: int) -> None:
    own = (OpenedName("Un", text, "", hidden=False),)
    assert shown(find_odd_names, replace(bare_book(), names=own)) == [(f"Un = {text}", "")] * odd


def test_names_of_one_sheet_or_with_accents_are_odd() -> None:
    held = (
        OpenedName("Un", "Feuille!$A$1", "Feuille", hidden=False),
        OpenedName("Né", "Feuille!$A$1", "", hidden=False),
    )
    assert spots(find_odd_names, replace(bare_book(), names=held)) == ["Feuille!", "!"]


def test_which_name_is_not_listed(small: OpenedWorkbook) -> None:
    planted = named(small, *called("Autre"))
    assert spots(find_unlisted_names, planted) == ["Paramètres!"]
    assert shown(find_unlisted_names, planted) == [("Autre", "")]
    assert spots(find_unlisted_names, without_sheet(planted, "Paramètres")) == []


def test_twenty_names_are_not_many() -> None:
    names = called(*[f"Nom_{number}" for number in range(21)])
    assert shown(find_many_names, replace(bare_book(), names=names[:20])) == []
    assert shown(find_many_names, replace(bare_book(), names=names)) == [("21", "20 au plus")]


def test_which_sheet_has_no_link() -> None:
    back = (OpenedLink((1, 0), "'Accueil'!A1", ""),)
    there = tuple(OpenedLink((row, 0), f"'{name}'!A1", "") for row, name in enumerate("AB"))
    cover = replace(BARE, name="Accueil", links=there)
    sheets = [
        replace(BARE, name=name, links=links)
        for name, links in zip("ABC", (back, (), back), strict=True)
    ]
    assert spots(find_missing_links, bare_book(cover, *sheets)) == ["B!", "C!"]
    assert spots(find_missing_links, bare_book(*sheets)) == []


@pytest.mark.parametrize(
    ("properties", "custom", "found"),
    [
        ({"title": "t", "creator": " ", "subject": "x"}, {}, []),
        ({"title": " "}, {}, [("", "un titre")]),
        ({"title": "t", "creator": "A"}, {}, [("creator : A", "")]),
        ({"title": "t", "subject": "/home/a"}, {}, [("subject : /home/a", "")]),
        ({"title": "t"}, {"plan": "file:x"}, [("plan : file:x", "")]),
    ],
)
def test_which_property_is_poor(
    properties: dict[str, str], custom: dict[str, str], found: list[tuple[str, str]]
) -> None:
    planted = replace(bare_book(), properties=properties, custom=custom)
    assert shown(find_poor_properties, planted) == found
