from __future__ import annotations

from dataclasses import replace

import pytest

from generator.reader.opened import OpenedSheet, OpenedWorkbook
from tests.rules.planting import (
    Only,
    area,
    on_sheet,
    sheet_named,
    with_cell,
    with_cells,
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
    cells = {"A1": {"value": "Synthèse"}, "B2": {"value": "Récapitulatif"}}
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
