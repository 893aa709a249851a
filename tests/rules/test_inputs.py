from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.reader.opened import OpenedWorkbook
from generator.rules.inputs import (
    find_disguised,
    find_locked,
    find_long_prompts,
    find_loose_amounts,
    find_missing_legend,
    find_pasted,
    find_typed_formulas,
    find_unguided,
    find_unlocked,
    find_unstyled,
)
from generator.rules.opencells import inputs
from generator.rules.tokens import address
from tests.rules.planting import (
    Cells,
    Only,
    area,
    on_sheet,
    sheet_named,
    shown,
    spots,
    with_cell,
    with_cells,
    without_sheet,
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


def test_half_of_the_inputs_are_not_most(small: OpenedWorkbook) -> None:
    """*Accueil* has four."""
    lock = {f"B{row}": {"locked": True} for row in range(12, 16)}
    half = with_cells(small, "Accueil", {place: lock[place] for place in ("B13", "B14")})
    assert spots(find_locked, half) == []
    assert spots(find_pasted, half) == ["Accueil!B13", "Accueil!B14"]
    most = with_cells(small, "Accueil", {place: lock[place] for place in ("B13", "B14", "B15")})
    assert spots(find_locked, most) == ["Accueil!B13"]
    assert shown(find_locked, most) == [("3 sur 4", "")]
    assert spots(find_pasted, most) == []


def test_what_a_single_input_lost(small: OpenedWorkbook) -> None:
    cells: Cells = {"F11": {"fill": ""}, "F10": {"bordered": False}, "H12": {"locked": True}}
    planted = with_cells(small, "Axe B", cells)
    assert spots(find_pasted, planted) == ["Axe B!F10", "Axe B!F11", "Axe B!H12"]
    assert [what for what, _ in shown(find_pasted, planted)] == ["aspect", "aspect", "verrou"]
    assert spots(find_unstyled, planted) == spots(find_locked, planted) == []


@pytest.mark.parametrize(
    ("covered", "left"),
    [
        ("F10:H12", ""),
        ("F10:H11", "F12 G12 H12"),
        ("F11:H12", "F10 G10 H10"),
        ("F10:G12", "H10 H11 H12"),
        ("G10:H12", "F10 F11 F12"),
        ("A1:Z99", ""),
    ],
)
def test_inputs_outside_every_validation(small: OpenedWorkbook, covered: str, left: str) -> None:
    first, *others = sheet_named(small, "Axe B").validations
    planted = on_sheet(
        small, "Axe B", validations=(replace(first, areas=(area(covered),)), *others)
    )
    assert spots(find_pasted, planted) == [f"Axe B!{place}" for place in left.split()]


@pytest.mark.parametrize("changes", [{"prompt": ""}, {"prompt_title": ""}])
def test_a_validation_without_a_title_or_a_message(
    small: OpenedWorkbook, changes: dict[str, Any]
) -> None:
    held = [replace(one, **changes) for one in sheet_named(small, "Axe B").validations]
    planted = on_sheet(small, "Axe B", validations=tuple(held))
    assert spots(find_unguided, planted) == ["Axe B!F10"]
    assert shown(find_unguided, planted) == [("18 sur 18", "")]


def test_an_axis_sheet_without_a_line_has_no_inputs(small: OpenedWorkbook) -> None:
    planted = with_cells(small, "Axe B", {f"R{row}": {"value": None} for row in range(6, 17)})
    for rule in (find_unstyled, find_locked, find_unguided, find_pasted):
        assert spots(rule, planted) == []


def test_what_may_be_unlocked(small: OpenedWorkbook) -> None:
    """An input, and an inserted row from the code to the last year, with status and reason."""
    places = ["A1", "A5", "A8", "A10", "A31", "E31", "H31", "I31", "O31", "P31", "Q31", "R31"]
    planted = with_cells(small, "Axe A", {place: {"locked": False} for place in places})
    assert spots(find_unlocked, planted) == [
        f"Axe A!{place}" for place in ("A1", "A5", "A8", "A10", "I31", "O31", "R31")
    ]


def test_which_formulas_are_typed(small: OpenedWorkbook) -> None:
    cells: Cells = {"F10": {"formula": "1+1"}, "Z9": {"formula": "1+1", "locked": True}}
    planted = with_cells(small, "Axe A", cells)
    assert spots(find_typed_formulas, planted) == ["Axe A!F10"]
    assert shown(find_typed_formulas, planted) == [("1+1", "")]


def test_what_looks_like_an_input(small: OpenedWorkbook) -> None:
    yellow = {"fill": "FFF8D6", "bordered": True}
    cells: Cells = {
        "C30": yellow,
        "C31": {**yellow, "locked": False},
        "C32": {**yellow, "bordered": False},
        "C33": {**yellow, "fill": "FFFFFF"},
    }
    assert spots(find_disguised, with_cells(small, "Empreinte", cells)) == ["Empreinte!C30"]
    assert spots(find_disguised, with_cells(small, "Accueil", cells)) == []
    locked = with_cell(small, "Axe A", "F10", locked=True)
    assert spots(find_disguised, locked) == []


def test_what_the_legend_shows(small: OpenedWorkbook) -> None:
    assert spots(find_missing_legend, without_sheet(small, "Accueil")) == []
    for changes in ({"locked": False}, {"bordered": False}, {"fill": "FFFFFF"}):
        planted = with_cell(small, "Accueil", "A18", **changes)
        assert spots(find_missing_legend, planted) == ["Accueil!"]
        assert shown(find_missing_legend, planted) == [("", "FFF8D6")]
    cover = sheet_named(small, "Accueil").cells
    plain = {address(cell): {"bordered": False} for cell in cover if cell != (17, 0)}
    assert spots(find_missing_legend, with_cells(small, "Accueil", plain)) == []


@pytest.mark.parametrize(
    ("field", "length"),
    [("prompt_title", 32), ("error_title", 32), ("prompt", 255), ("error", 255)],
)
def test_the_longest_texts_that_excel_shows(small: OpenedWorkbook, field: str, length: int) -> None:
    first, *others = sheet_named(small, "Axe A").validations
    for more, found in ((0, []), (1, ["Axe A!F10"])):
        texts: dict[str, Any] = {field: "T" * (length + more)}
        long = replace(first, **texts)
        planted = on_sheet(small, "Axe A", validations=(long, *others))
        assert spots(find_long_prompts, planted) == found


@pytest.mark.parametrize(
    ("where", "found"),
    [("F10:H12", 1), ("F10:F13", 1), ("F9:F10", 1), ("F9:F13", 0), ("P10:P12", 0)],
)
def test_a_validation_of_amounts(small: OpenedWorkbook, where: str, found: int) -> None:
    first, *others = sheet_named(small, "Axe A").validations
    loose = replace(first, areas=(area(where), area("Z1:Z2")), kind="decimal")
    planted = on_sheet(small, "Axe A", validations=(loose, *others))
    assert spots(find_loose_amounts, planted) == [f"Axe A!{where.partition(':')[0]}"] * found
