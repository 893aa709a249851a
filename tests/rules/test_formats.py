from __future__ import annotations

from dataclasses import replace

import pytest

from generator.reader.opened import OpenedCell, OpenedWorkbook
from generator.rules.formats import (
    find_bare_money,
    find_masked,
    find_numeric_codes,
    find_spaces,
    find_unformatted,
)
from tests.rules.planting import (
    FILLED,
    Cells,
    Only,
    at,
    bare_book,
    bare_sheet,
    on_sheet,
    shown,
    spots,
    with_cell,
    with_cells,
    without_sheet,
)


@pytest.mark.parametrize("changes", [{"number_format": ";;;"}, {"colour": "FFFFFF", "fill": ""}])
def test_a_masked_cell(small: OpenedWorkbook, only: Only, changes: dict[str, object]) -> None:
    assert only(with_cell(small, "Synthèse", "H7", **changes)) == {"R16.invisible"}


@pytest.mark.parametrize("shown", ["#,##0", "#,##0;-#,##0", "#,##0;-#,##0;0", '#,##0;"–";"–"'])
def test_an_amount_without_three_sections(small: OpenedWorkbook, only: Only, shown: str) -> None:
    assert only(with_cell(small, "Synthèse", "C7", number_format=shown)) == {"R17.money"}


@pytest.mark.parametrize("shown", [r"#,##0;\-#,##0;–", '#,##0;[Red]-#,##0;"–"'])
def test_the_same_format_in_other_spellings(small: OpenedWorkbook, only: Only, shown: str) -> None:
    assert only(with_cell(small, "Synthèse", "C7", number_format=shown)) == set()


def test_an_amount_that_is_not_shown_as_one(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Synthèse", "C7", number_format="General")) == {"R17.amount"}


def test_a_code_that_is_a_number(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Axe A", "A10", value=1.1)) == {"R17.code"}


@pytest.mark.parametrize("shown", ["# ##0", '#" "##0', r"#\ ##0"])
def test_a_space_in_a_format(small: OpenedWorkbook, only: Only, shown: str) -> None:
    assert only(with_cell(small, "Synthèse", "H7", number_format=shown)) == {"R17.space"}


@pytest.mark.parametrize(
    ("shown_as", "locked", "bare"),
    [
        ("#,##0", True, 1),
        ("#,##0", False, 0),
        ("0;-0", True, 0),
        ("#,##0;-#,##0", True, 1),
        ('#,##0;-#,##0;"–"', True, 0),
        ('#,##0;-#,##0;"–";@', True, 0),
        ('"F" #,##0;-#,##0;"-"_)', True, 0),
        ("#,##0;0;#,##0", True, 1),
        ('#,##0;-#,##0;"–";–', True, 0),
        ('#,##0;-#,##0;"";–', True, 1),
        ("–;#,##0;–", True, 0),
    ],
)
def test_which_format_of_money_is_bare(
    small: OpenedWorkbook, shown_as: str, locked: bool, bare: int
) -> None:
    planted = with_cell(small, "Synthèse", "H7", number_format=shown_as, locked=locked)
    assert spots(find_bare_money, planted) == ["Synthèse!H7"] * bare
    assert shown(find_bare_money, planted) == [(shown_as, "#,##0;-#,##0;–")] * bare


@pytest.mark.parametrize(
    ("cell", "changes", "wrong"),
    [
        ("C7", {}, 1),
        ("C7", {"locked": False}, 0),
        ("C7", {"value": "x"}, 0),
        ("C7", {"number_format": "0.00%"}, 1),
        ("C7", {"number_format": "0.00%", "formula": "C5/C6"}, 0),
        ("C7", {"number_format": "0.00%", "formula": None}, 1),
        ("C7", {"formula": "C5/C6"}, 1),
        ("B7", {"value": 5}, 0),
        ("C2", {"value": 5}, 0),
        ("C4", {"value": 2030}, 0),
        ("C5", {}, 1),
    ],
)
def test_which_number_is_not_shown_as_an_amount(
    small: OpenedWorkbook, cell: str, changes: dict[str, object], wrong: int
) -> None:
    changes = {"number_format": "General", **changes}
    planted = with_cell(small, "Synthèse", cell, **changes)
    assert spots(find_unformatted, planted) == [f"Synthèse!{cell}"] * wrong
    assert shown(find_unformatted, planted) == [(changes["number_format"], "#,##0")] * wrong


def test_numbers_on_the_rows_of_an_axis_sheet(small: OpenedWorkbook) -> None:
    cells: Cells = {
        place: {"value": 5, "number_format": "General"} for place in ("F8", "L10", "F31")
    }
    planted = with_cells(small, "Axe A", cells)
    assert spots(find_unformatted, planted) == ["Axe A!F8", "Axe A!L10"]


def test_a_header_on_the_first_row() -> None:
    sheet = bare_sheet({"B2": 5, "A2": 6})
    years = {at("B1"): OpenedCell(2030, None, FILLED)}
    planted = bare_book(replace(sheet, cells={**sheet.cells, **years}))
    assert spots(find_unformatted, planted) == ["Feuille!B2"]


def test_which_code_is_a_number(small: OpenedWorkbook) -> None:
    axis = {place: {"value": 1.1} for place in ("A10", "S11", "B10", "A2")}
    planted = with_cells(small, "Axe A", axis)
    assert spots(find_numeric_codes, planted) == ["Axe A!A10", "Axe A!S11"]
    assert shown(find_numeric_codes, planted) == [("1,1", "")] * 2
    listed = {place: {"value": 1} for place in ("A5", "B6", "C7", "D8", "E9", "X10", "D2")}
    planted = with_cells(small, "Activités", listed)
    assert spots(find_numeric_codes, planted) == [
        f"Activités!{place}" for place in ("A5", "B6", "C7", "D8", "X10")
    ]
    unnamed = with_cell(planted, "Activités", "C4", value=None)
    assert "Activités!C7" not in spots(find_numeric_codes, unnamed)
    for gone in (
        without_sheet(small, "Activités"),
        on_sheet(small, "Activités", cells={}, frozen=None),
        replace(small, sheets=(replace(bare_sheet({"A1": 1}), name="Activités"),)),
    ):
        assert spots(find_numeric_codes, gone) == []


def test_which_format_has_a_space(small: OpenedWorkbook) -> None:
    cells: Cells = {
        "Z1": {"value": 1, "number_format": "# ##0"},
        "Z2": {"value": 1, "number_format": "# ##0", "locked": False},
        "Z3": {"value": "x", "number_format": "# ##0"},
        "Z4": {"value": 1, "number_format": '0 "F"'},
        "Z5": {"value": 1, "number_format": r"0\ 0"},
    }
    planted = with_cells(small, "Synthèse", cells)
    assert spots(find_spaces, planted) == ["Synthèse!Z1", "Synthèse!Z5"]
    assert shown(find_spaces, planted) == [("# ##0", "#,##0"), (r"0\ 0", "#,##0")]


@pytest.mark.parametrize(
    ("changes", "masked"),
    [
        ({"value": 1, "number_format": ";;;"}, 1),
        ({"value": 1, "number_format": '"";""'}, 1),
        ({"value": 1, "number_format": "0;;"}, 0),
        ({"value": "", "number_format": ";;;"}, 0),
        ({"value": None, "number_format": ";;;"}, 0),
        ({"value": 1, "colour": "FFFFFF"}, 1),
        ({"value": 1, "fill": "000000"}, 1),
        ({"value": 1, "fill": "333333", "colour": "333333"}, 1),
        ({"value": 1, "fill": "FFFFFF"}, 0),
        ({"value": 1, "colour": "000000"}, 0),
        ({"value": 1, "fill": "333333", "colour": "FFFFFF"}, 0),
    ],
)
def test_what_is_masked(small: OpenedWorkbook, changes: dict[str, object], masked: int) -> None:
    planted = with_cell(small, "Synthèse", "Z1", **changes)
    assert spots(find_masked, planted) == ["Synthèse!Z1"] * masked
    assert shown(find_masked, planted) == [(changes.get("number_format", "General"), "")] * masked
