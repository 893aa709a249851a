from __future__ import annotations

from dataclasses import replace

import pytest

from generator.reader.opened import OpenedSheet, OpenedWorkbook
from generator.rules.sheets import (
    find_hidden,
    find_loose_panes,
    find_merged,
    find_missing_sheets,
    find_moved_sheets,
    find_other_columns,
    find_unitless,
    find_unknown_sheets,
    find_untitled,
)
from tests.rules.planting import (
    Cells,
    Only,
    area,
    bare_book,
    on_sheet,
    sheet_named,
    shown,
    spots,
    with_cell,
    with_cells,
    without_cells,
    without_sheet,
)


def test_a_missing_sheet(small: OpenedWorkbook, only: Only) -> None:
    assert "R16.missing" in only(without_sheet(small, "Financement"))


def test_the_last_sheet_missing(small: OpenedWorkbook, only: Only) -> None:
    """What reads *Empreinte* is broken as well."""
    assert only(without_sheet(small, "Empreinte")) == {"R16.missing", "R25.reference"}


def test_a_moved_sheet(small: OpenedWorkbook, only: Only) -> None:
    first, second, *rest = small.sheets
    assert only(replace(small, sheets=(second, first, *rest))) == {"R16.order"}


def added(book: OpenedWorkbook) -> OpenedSheet:
    """Return a sheet of an officer's own, protected, with a way back."""
    return replace(sheet_named(book, "Empreinte"), name="Mes notes", cells={}, validations=())


def test_an_added_sheet(small: OpenedWorkbook, only: Only) -> None:
    planted = replace(small, sheets=(*small.sheets, added(small)))
    assert only(planted) == {"R16.unknown", "R20.links"}


def test_a_sheet_without_a_title(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Empreinte", "A1", value=None)) == {"R16.title"}


def test_a_sheet_without_units(small: OpenedWorkbook, only: Only) -> None:
    cells: Cells = {"A1": {"value": "Synthèse"}, "B2": {"value": "Récapitulatif"}}
    assert only(with_cells(small, "Synthèse", cells)) == {"R16.units"}


def test_an_axis_sheet_with_other_columns(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Axe B", "V5", value="Autre")) == {"R16.columns"}


@pytest.mark.parametrize("frozen", [None, (2, 0), (4, 2)])
def test_a_header_that_scrolls(
    small: OpenedWorkbook, only: Only, frozen: tuple[int, int] | None
) -> None:
    assert only(on_sheet(small, "Axe A", frozen=frozen)) == {"R16.frozen"}


def test_panes_that_libreoffice_dropped(small: OpenedWorkbook, only: Only) -> None:
    planted = on_sheet(small, "Axe A", frozen=None)
    assert only(replace(planted, application="LibreOffice/7.4")) == set()


def test_a_merged_cell(small: OpenedWorkbook, only: Only) -> None:
    assert only(on_sheet(small, "Axe A", merged=(area("B10:B11"),))) == {"R16.merged"}


@pytest.mark.parametrize(
    "changes",
    [{"state": "hidden"}, {"hidden_rows": frozenset({9})}, {"hidden_columns": frozenset({3})}],
)
def test_something_hidden(small: OpenedWorkbook, only: Only, changes: dict[str, object]) -> None:
    assert only(on_sheet(small, "Axe A", **changes)) == {"R16.hidden"}


def test_rows_that_a_filter_hides(small: OpenedWorkbook, only: Only) -> None:
    rows = frozenset({6, 7})
    assert only(on_sheet(small, "Activités", hidden_rows=rows, filtered_rows=rows)) == set()


def test_a_hidden_formula(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Synthèse", "C5", hidden_formula=True)) == {"R16.hidden"}


def test_which_sheets_are_missing(small: OpenedWorkbook) -> None:
    gone = without_sheet(without_sheet(small, "Axe A"), "Accueil")
    assert shown(find_missing_sheets, gone) == [("", "Accueil")]
    gone = without_sheet(gone, "Axe B")
    assert spots(find_missing_sheets, gone) == ["!", "!"]
    assert shown(find_missing_sheets, gone) == [("", "Accueil"), ("", "une feuille d'axe")]
    assert len(spots(find_missing_sheets, bare_book(added(small)))) == 11


def test_which_sheet_is_moved(small: OpenedWorkbook) -> None:
    first, second, *rest = small.sheets
    planted = replace(small, sheets=(second, first, *rest))
    assert spots(find_moved_sheets, planted) == ["Accueil!"]
    assert shown(find_moved_sheets, planted) == [("après Synthèse", "")]
    planted = replace(small, sheets=(added(small), *small.sheets[1:], first))
    assert spots(find_moved_sheets, planted) == ["Accueil!"]
    assert spots(find_moved_sheets, replace(small, sheets=(added(small), *small.sheets))) == []


def test_which_sheet_is_unknown(small: OpenedWorkbook) -> None:
    planted = replace(small, sheets=(added(small), *small.sheets))
    assert spots(find_unknown_sheets, planted) == ["Mes notes!"]
    assert spots(find_untitled, planted) == []


@pytest.mark.parametrize("title", [None, "", "\u00a0", 5])
def test_which_sheet_has_no_title(small: OpenedWorkbook, title: object) -> None:
    assert spots(find_untitled, with_cell(small, "PTA", "A1", value=title)) == ["PTA!A1"]
    assert spots(find_untitled, without_cells(small, "PTA", "A1")) == ["PTA!A1"]


def test_units_stand_above_the_header(small: OpenedWorkbook) -> None:
    cells: Cells = {"A1": {"value": "x"}, "B2": {"value": "x"}, "Z4": {"value": "en francs"}}
    planted = with_cells(small, "Synthèse", cells)
    assert spots(find_unitless, planted) == ["Synthèse!B2"]
    assert spots(find_unitless, with_cell(planted, "Synthèse", "Z1", value="en nombre")) == []


def test_which_column_differs(small: OpenedWorkbook) -> None:
    cells: Cells = {"I5": {"value": "Autre"}, "V5": {"value": None}, "Y5": {"value": "De plus"}}
    planted = with_cells(small, "Axe B", cells)
    assert spots(find_other_columns, planted) == ["Axe B!I5", "Axe B!V5", "Axe B!Y5"]
    assert shown(find_other_columns, planted) == [
        ("Autre", "Total publié"),
        ("", "Total comparé"),
        ("De plus", ""),
    ]


@pytest.mark.parametrize(
    ("name", "frozen", "spot"),
    [
        ("Axe A", (4, 9), "Axe A!A6"),
        ("Axe A", (5, 0), None),
        ("Axe A", None, "Axe A!A6"),
        ("Accueil", (2, 0), "Accueil!A4"),
        ("Accueil", (3, 0), None),
    ],
)
def test_where_panes_are_frozen(
    small: OpenedWorkbook, name: str, frozen: tuple[int, int] | None, spot: str | None
) -> None:
    planted = on_sheet(small, name, frozen=frozen)
    assert spots(find_loose_panes, planted) == ([spot] if spot else [])


def test_panes_that_stand_elsewhere_are_loose_in_any_program(small: OpenedWorkbook) -> None:
    planted = on_sheet(on_sheet(small, "Axe A", frozen=None), "Axe B", frozen=(2, 0))
    assert spots(find_loose_panes, planted) == ["Axe A!A6", "Axe B!A6"]
    saved = replace(planted, application="LibreOffice/7.4")
    assert spots(find_loose_panes, saved) == ["Axe B!A6"]


def test_which_cells_are_merged(small: OpenedWorkbook) -> None:
    merged = (area("B10:C12"), area("D14:E14"))
    assert spots(find_merged, on_sheet(small, "Axe A", merged=merged)) == [
        "Axe A!B10",
        "Axe A!D14",
    ]


def test_what_is_hidden(small: OpenedWorkbook) -> None:
    planted = on_sheet(
        small,
        "Axe A",
        state="veryHidden",
        hidden_rows=frozenset({9, 11}),
        filtered_rows=frozenset({11}),
        hidden_columns=frozenset({3, 1}),
    )
    planted = with_cells(
        planted, "Axe A", {"E10": {"hidden_formula": True}, "B10": {"hidden_formula": True}}
    )
    assert spots(find_hidden, planted) == [
        f"Axe A!{place}" for place in ("", "A10", "B1", "D1", "E10")
    ]
    assert [found for found, _ in shown(find_hidden, planted)] == [
        "veryHidden", "ligne 10", "colonne", "colonne", "formule",
    ]  # fmt: skip
