from __future__ import annotations

from dataclasses import replace

import pytest

from generator.reader.opened import OpenedLink, OpenedName, OpenedWorkbook
from tests.rules.planting import Only, on_sheet, sheet_named


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
