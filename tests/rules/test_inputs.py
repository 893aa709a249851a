from __future__ import annotations

from dataclasses import replace

import pytest

from generator.reader.opened import OpenedWorkbook
from generator.rules.opencells import inputs
from generator.rules.tokens import address
from tests.rules.planting import (
    Only,
    area,
    on_sheet,
    sheet_named,
    with_cell,
    with_cells,
)


def all_inputs(book: OpenedWorkbook, name: str, **changes: object) -> OpenedWorkbook:
    part = next(part for part in inputs(book) if part.sheet.name == name)
    return with_cells(book, name, {address(cell): changes for cell in part.cells})


def test_inputs_without_their_fill(small: OpenedWorkbook, only: Only) -> None:
    assert only(all_inputs(small, "Axe A", fill="")) == {"R09.style"}


def test_inputs_that_are_locked(small: OpenedWorkbook, only: Only) -> None:
    assert only(all_inputs(small, "Axe B", locked=True)) == {"R09.locked"}


def test_inputs_without_a_message(small: OpenedWorkbook, only: Only) -> None:
    assert only(on_sheet(small, "Axe A", validations=())) == {"R10.validation"}


@pytest.mark.parametrize("changes", [{"fill": "FFFFFF"}, {"bordered": False}, {"locked": True}])
def test_a_pasted_input(small: OpenedWorkbook, only: Only, changes: dict[str, object]) -> None:
    changes = {"fill": ""} if "fill" in changes else changes
    assert only(with_cell(small, "Axe A", "F10", **changes)) == {"R09.pasted"}


def test_a_pasted_validation(small: OpenedWorkbook, only: Only) -> None:
    kept = sheet_named(small, "Axe B").validations
    first = replace(kept[0], areas=(area("F10:G12"), *kept[0].areas[1:]))
    assert only(on_sheet(small, "Axe B", validations=(first, *kept[1:]))) == {"R09.pasted"}


def test_an_unlocked_total(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Empreinte", "D16", locked=False)) == {"R09.unlocked"}


def test_a_row_inserted_between_inputs_may_be_unlocked(small: OpenedWorkbook, only: Only) -> None:
    """An inserted row takes the lock and the look of its neighbour."""
    planted = with_cell(small, "Axe A", "F31", locked=False, fill="FFF8D6", bordered=True)
    assert only(planted) == set()


def test_a_formula_in_an_input(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Axe A", "F10", formula="1000*3*TODAY()")) == {"R09.formula"}


def test_a_locked_cell_in_disguise(small: OpenedWorkbook, only: Only) -> None:
    planted = with_cell(small, "Empreinte", "C30", fill="FFF8D6", bordered=True)
    assert only(planted) == {"R09.disguised"}


def test_a_legend_without_the_look_of_inputs(small: OpenedWorkbook, only: Only) -> None:
    cover = sheet_named(small, "Accueil").cells
    yellow = [cell for cell, opened in cover.items() if opened.look.fill == "FFF8D6"]
    samples = {address(cell): {"fill": ""} for cell in yellow if cell[1] == 0}
    assert samples
    assert only(with_cells(small, "Accueil", samples)) == {"R09.legend"}


def test_a_long_title(small: OpenedWorkbook, only: Only) -> None:
    kept = sheet_named(small, "Axe A").validations
    long = replace(kept[0], prompt_title="T" * 33)
    assert only(on_sheet(small, "Axe A", validations=(long, *kept[1:]))) == {"R10.lengths"}


def test_a_loose_validation(small: OpenedWorkbook, only: Only) -> None:
    kept = sheet_named(small, "Axe A").validations
    for loose in (replace(kept[0], kind="decimal"), replace(kept[0], stops=False)):
        assert only(on_sheet(small, "Axe A", validations=(loose, *kept[1:]))) == {"R10.kind"}
