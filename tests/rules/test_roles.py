from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.model.values import Value
from generator.reader.opened import OpenedSheet, OpenedWorkbook
from generator.rules.roles import columns_by_role
from generator.rules.tokens import address
from tests.rules.planting import (
    bare_book,
    bare_sheet,
    sheet_named,
    with_cell,
    with_cells,
    without_cells,
)

Roles = dict[tuple[object, ...], str]


def roles(book: OpenedWorkbook, first: str) -> Roles:
    """Return by role, its first word left out, the cells of one sheet that play it."""
    return {
        role[1:]: " ".join(address(cell) for _, cell in cells)
        for role, cells in columns_by_role(book).items()
        if role[0] == first
    }


def alone(name: str, cells: Mapping[str, Value], titles: Mapping[str, str]) -> Roles:
    """Return the roles of a workbook of one sheet."""
    return roles(bare_book(replace(bare_sheet(cells, titles), name=name)), name)


def axis_alone(small: OpenedWorkbook, *changes: OpenedSheet) -> OpenedWorkbook:
    return bare_book(sheet_named(small, "Axe B"), *changes)


AXIS_ROLES: Roles = {
    ("action", "total"): "E8",
    ("action", "base_total"): "K8",
    ("line", "total"): "E10 E11 E12",
    ("line", "changed"): "O10 O11 O12",
    ("reserve", "code"): "A12",
    ("objectif", "total"): "E14",
    ("objectif", "base_total"): "K14",
    ("axe", "total"): "E16",
    ("axe", "base_total"): "K16",
    ("axe", "published"): "I16",
    ("axe", "gap"): "J16",
}


def test_the_roles_on_an_axis_sheet(small: OpenedWorkbook) -> None:
    assert roles(axis_alone(small), "*") == AXIS_ROLES


def test_a_printed_total_has_its_gap(small: OpenedWorkbook) -> None:
    for changes in ({"value": 0}, {"formula": "1-1"}):
        printed = roles(bare_book(*with_cell(small, "Axe B", "I14", **changes).sheets), "*")
        assert printed["objectif", "published"] == "I14"
        assert printed["objectif", "gap"] == "J14"
    blank = axis_alone(with_cells(small, "Axe B", {"I16": {"value": None, "formula": None}}))
    for book in (blank, axis_alone(without_cells(small, "Axe B", "I16"))):
        assert ("axe", "gap") not in roles(book, "*")


def test_columns_that_an_axis_sheet_may_lack(small: OpenedWorkbook) -> None:
    bare = with_cells(small, "Axe B", {title: {"value": None} for title in ("I5", "K5", "O5")})
    lacking = {"published", "gap", "base_total", "changed"}
    assert roles(axis_alone(bare), "*") == {
        role: cells for role, cells in AXIS_ROLES.items() if role[1] not in lacking
    }


LIST_TITLES = {"A2": "Code", "B2": "Axe", "C2": "Nature"}
LIST_CELLS = {
    "C1": "activité", "C3": "activité", "C4": "réserve", "B5": "I", "C5": "Total",
    "B6": "I", "A7": "x", "B8": "II",
}  # fmt: skip


def test_the_lines_and_the_totals_of_the_list() -> None:
    assert alone("Activités", LIST_CELLS, LIST_TITLES) == {
        ("line", 0): "A3 A4",
        ("line", 1): "B3 B4",
        ("line", 2): "C3 C4",
        ("axis", 0): "A6 A8",
        ("axis", 1): "B6 B8",
        ("axis", 2): "C6 C8",
    }


@pytest.mark.parametrize("title", ["B2", "C2"])
def test_a_list_without_one_of_its_columns(title: str) -> None:
    assert alone("Activités", LIST_CELLS, LIST_TITLES | {title: "Autre"}) == {}


BRIDGE_TITLES = {
    "A1": "Niveau", "B1": "Code", "D1": "Poste", "E1": "Total", "F1": "2030", "G1": "Non expliqué",
}  # fmt: skip
PRINTED, UNDOCUMENTED, LAST = "Publié", "Document : non expliqué", "Activités : non expliqué"


def test_what_is_printed_changes_the_role_of_a_bridge() -> None:
    """The first axis prints its total, the second its year, after a row that prints nothing."""
    measures = (PRINTED, UNDOCUMENTED, LAST, UNDOCUMENTED, PRINTED, UNDOCUMENTED)
    cells: dict[str, Value] = {f"D{row}": text for row, text in enumerate(measures, 2)}
    levels: dict[str, Value] = {f"A{row}": "axe" for row in range(2, 8)}
    found = alone("Rapprochement", {**cells, **levels, "E2": 5, "F6": 0}, BRIDGE_TITLES)
    assert found == {
        ("axe", "published", 4, False): "E2 E6",
        ("axe", "published", 5, False): "F2 F6",
        ("axe", "published", 6, False): "G2 G6",
        ("axe", "undocumented", 4, True): "E3",
        ("axe", "undocumented", 4, False): "E5 E7",
        ("axe", "undocumented", 5, False): "F3 F5",
        ("axe", "undocumented", 5, True): "F7",
        ("axe", "undocumented", 6, False): "G3 G5 G7",
        ("axe", "unexplained", 4, True): "E4",
        ("axe", "unexplained", 5, True): "F4",
        ("axe", "unexplained", 6, True): "G4",
    }
    assert alone("Rapprochement", {**cells, **levels}, BRIDGE_TITLES | {"B1": "Autre"}) == {}


CHECK_TITLES = {"A2": "Feuille", "B2": "N°", "C2": "Classe", "D2": "Résultat", "E2": "État"}
CHECK_CELLS: dict[str, Value] = {
    "B1": 1, "C1": "erreur", "A4": "x", "D4": 5, "A5": "x", "D5": None, "A6": "x", "D7": 5,
    "A8": "Axe", "B8": 1, "C8": "erreur", "D8": 0, "B9": 2, "C9": "alerte",
}  # fmt: skip


def test_checks_and_balances() -> None:
    assert alone("Contrôles", CHECK_CELLS, CHECK_TITLES) == {
        ("balance", 3): "D4",
        ("balance", 4): "E4",
        ("check", 3): "D8 D9",
        ("check", 4, "erreur"): "E8",
        ("check", 4, "alerte"): "E9",
    }
    first = alone("Contrôles", {"B3": 1, "C3": "erreur"}, CHECK_TITLES)
    assert first == {("check", 3): "D3", ("check", 4, "erreur"): "E3"}


def test_a_balance_without_a_stored_value() -> None:
    sheet = replace(bare_sheet({"A4": "x", "D4": None}, CHECK_TITLES), name="Contrôles")
    planted = with_cell(bare_book(sheet), "Contrôles", "D4", formula="SUM(D8:D9)")
    assert roles(planted, "Contrôles") == {("balance", 3): "D4", ("balance", 4): "E4"}


def test_a_title_that_is_gone_is_no_column_of_the_sheet() -> None:
    stateless = replace(bare_sheet(CHECK_CELLS, CHECK_TITLES | {"E2": "Autre"}), name="Contrôles")
    found = columns_by_role(bare_book(stateless))
    assert [cell for _, cell in found["Contrôles", "check", -1, "erreur"]] == [(7, -1)]
    unnumbered = alone("Contrôles", CHECK_CELLS, CHECK_TITLES | {"B2": "Autre"})
    assert {role[0] for role in unnumbered} == {"balance"}


def test_runs_of_rows_that_are_named_after_axes(small: OpenedWorkbook) -> None:
    titles = {"A2": "Feuille", "B2": "Axe", "C2": "2030", "D2": "Total"}
    cells = {"A1": "Axe B", "A3": "Axe B", "A4": "x", "A5": "Axe B", "A7": "Axe B"}
    for name in ("Synthèse", "Financement"):
        sheet = replace(bare_sheet(cells, titles), name=name)
        assert roles(axis_alone(small, sheet), name) == {
            (0, 2): "C3", (0, 3): "D3", (3, 2): "C5", (3, 3): "D5", (5, 2): "C7", (5, 3): "D7",
        }  # fmt: skip


def test_sheets_without_a_header_have_no_roles() -> None:
    names = ("Activités", "Rapprochement", "Contrôles", "Synthèse", "Financement")
    assert columns_by_role(bare_book(*[replace(bare_sheet({}), name=name) for name in names])) == {}
