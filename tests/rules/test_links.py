from __future__ import annotations

from dataclasses import replace

import pytest

from generator.reader.opened import OpenedWorkbook
from generator.rules.links import (
    find_unequal_axes,
    find_wrong_bridges,
    find_wrong_lines,
    find_wrong_summary,
)
from tests.rules.planting import (
    Only,
    at,
    in_formulas,
    on_sheet,
    sheet_named,
    shown,
    spots,
    with_cell,
    with_cells,
    with_formulas,
    without_cells,
    without_sheet,
)


def test_an_axis_that_the_summary_reads_elsewhere(small: OpenedWorkbook, only: Only) -> None:
    planted = in_formulas(small, "Synthèse", r"^'Axe B'!([A-Z])16", r"'Axe B'!\g<1>15")
    assert only(planted) == {"R04.summary"}


def test_an_axis_that_the_summary_leaves_out(small: OpenedWorkbook, only: Only) -> None:
    assert "R04.summary" in only(with_cell(small, "Synthèse", "A6", value="Autre"))


def test_a_total_without_one_of_the_axes(small: OpenedWorkbook, only: Only) -> None:
    own = {
        f"{col}12": f"SUM('Axe A'!{axis}29,'Axe B'!{axis}14)" for col, axis in ("CF", "DG", "EH")
    }
    assert only(with_formulas(small, "Synthèse", own)) == {"R04.axes"}


def test_a_line_that_reads_another_row(small: OpenedWorkbook, only: Only) -> None:
    text = sheet_named(small, "Activités").cells[at("I6")].formula or ""
    row = {f"{col}6": text.replace("F11", f"{axis}10") for col, axis in ("IF", "JG", "KH")}
    assert text.endswith("F11")
    assert only(with_formulas(small, "Activités", row)) == {"R04.list"}


def test_a_bridge_without_one_of_its_levels(small: OpenedWorkbook, only: Only) -> None:
    cells = sheet_named(small, "Rapprochement").cells
    row = next(r for (r, c), x in cells.items() if (c, x.value) == (3, "+ Lignes insérées")) + 1
    first = (cells[at(f"F{row}")].formula or "").split(",")[0]
    own = {f"{col}{row}": f"{first.replace('F', col)})" for col in "FGH"}
    assert only(with_formulas(small, "Rapprochement", own)) == {"R04.bridge"}


def test_which_year_of_the_summary_is_wrong(small: OpenedWorkbook) -> None:
    planted = with_formulas(small, "Synthèse", {"D6": "'Axe B'!G15+'Axe A'!G29", "E5": "1"})
    found = dict(
        zip(spots(find_wrong_summary, planted), shown(find_wrong_summary, planted), strict=True)
    )
    assert found == {
        "Synthèse!D6": ("Axe B!G15, Axe A!G29", "Axe B!G16"),
        "Synthèse!E5": ("", "Axe A!H29"),
    }
    gone = without_cells(small, "Synthèse", "C5")
    assert shown(find_wrong_summary, gone) == [("", "Axe A!F29")]
    blank = with_cells(small, "Synthèse", {"C5": {"formula": None}})
    assert spots(find_wrong_summary, blank) == ["Synthèse!C5"]


def test_an_axis_that_is_not_in_the_summary(small: OpenedWorkbook) -> None:
    planted = with_cell(small, "Synthèse", "A6", value="Autre")
    assert spots(find_wrong_summary, planted) == ["Synthèse!"]
    assert shown(find_wrong_summary, planted) == [("Axe B", "")]
    for gone in (
        without_sheet(small, "Synthèse"),
        on_sheet(small, "Synthèse", cells={}, frozen=None),
    ):
        assert spots(find_wrong_summary, gone) == []


def test_an_axis_on_the_last_row_of_the_summary(small: OpenedWorkbook) -> None:
    moved = {"A6": {"value": "Autre"}, "A90": {"value": "Axe B"}}
    planted = with_cells(small, "Synthèse", moved)
    assert spots(find_wrong_summary, planted) == [f"Synthèse!{col}90" for col in "CDE"]


def test_an_axis_without_its_total_or_its_year(small: OpenedWorkbook) -> None:
    """What the summary should read is then the first row or column: nothing that it reads."""
    bare = with_cell(small, "Axe B", "R16", value=None)
    assert [wanted for _, wanted in shown(find_wrong_summary, bare)] == [
        "Axe B!F1", "Axe B!G1", "Axe B!H1",
    ]  # fmt: skip
    other = with_cell(small, "Axe B", "G5", value="2040")
    assert shown(find_wrong_summary, other) == [("Axe B!G16", "Axe B!A16")]
    double = with_cell(small, "Axe B", "R14", value="axe")
    assert spots(find_wrong_summary, double) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("SUM('Axe A'!F29,'Axe B'!F16)", 0),
        ("SUM('Axe A'!F29,'Axe B'!G16)", 1),
        ("SUM('Axe A'!F29,'Axe B'!F14)", 1),
        ("SUM('Axe A'!F29,'Axe B'!F16,'Axe B'!F16)", 1),
        ("SUM('Axe A'!F9:F13,'Axe B'!F9:F11)", 0),
        ("SUM('Axe A'!F9:F13,'Axe B'!F9:G11)", 1),
        ("SUM('Axe A'!F9:F13,'Axe B'!E9:F11)", 1),
        ("SUM('Axe A'!F9:F13,'Axe B'!F16)", 1),
        ("SUM('Axe A'!F9:F13)", 0),
        ("SUM('Axe A'!F6,'Axe B'!F9)", 0),
        ("SUM('Axe A'!F6,'Axe B'!F10)", 1),
    ],
)
def test_axes_are_read_alike(small: OpenedWorkbook, text: str, wrong: int) -> None:
    planted = with_formulas(small, "Paramètres", {"Z40": text})
    assert spots(find_unequal_axes, planted) == ["Paramètres!Z40"] * wrong
    assert shown(find_unequal_axes, planted) == [(text, "Axe A, Axe B")] * wrong


def test_a_third_axis_must_be_read_too(small: OpenedWorkbook) -> None:
    third = replace(sheet_named(small, "Axe B"), name="Axe C")
    found = spots(find_unequal_axes, replace(small, sheets=(*small.sheets, third)))
    assert "Synthèse!C12" in found
    assert "Synthèse!C5" not in found


def test_which_cell_of_the_list_reads_another_key(small: OpenedWorkbook) -> None:
    planted = with_formulas(small, "Activités", {"I6": "'Axe A'!F10"})
    assert set(spots(find_wrong_lines, planted)) == {"Activités!I6", "Axe A!S10"}
    assert set(shown(find_wrong_lines, planted)) == {("'Axe A'!F10", "A-2"), ("", "une ligne")}


def test_a_row_that_no_line_reads(small: OpenedWorkbook) -> None:
    planted = in_formulas(small, "Activités", r"^.*'Axe B'!.?.?1[02].*$", "0")
    assert spots(find_wrong_lines, planted) == ["Axe B!S10", "Axe B!S12"]
    keyless = with_cell(small, "Activités", "X6", value=None)
    assert spots(find_wrong_lines, keyless) == ["Axe A!S11"]


def test_no_list_to_look_at(small: OpenedWorkbook) -> None:
    for gone in (
        without_sheet(small, "Activités"),
        on_sheet(small, "Activités", cells={}, frozen=None),
        with_cell(small, "Activités", "X4", value="Autre"),
    ):
        assert spots(find_wrong_lines, gone) == []


@pytest.mark.parametrize(
    ("row", "text", "wrong"),
    [
        (17, "SUM({}27,{}79)", 0),
        (17, "SUM({}27)", 1),
        (17, "SUM({}27,{}79,{}36)", 1),
        (27, "SUM({}36,{}62)", 0),
        (27, "SUM({}36,{}62,{}45)", 1),
        (36, "SUM({}45,{}54)", 0),
        (36, "SUM({}45,{}54,{}71)", 1),
        (45, "SUM({}46)", 0),
        (62, "SUM({}70)", 0),
        (62, "SUM({}45)", 1),
        (79, "SUM({}27)", 1),
    ],
)
def test_what_a_level_of_the_bridges_adds_up(
    small: OpenedWorkbook, row: int, text: str, wrong: int
) -> None:
    own = {f"{col}{row}": text.replace("{}", col) for col in "FH"}
    planted = with_formulas(small, "Rapprochement", own)
    assert spots(find_wrong_bridges, planted) == [f"Rapprochement!{at_}" for at_ in own] * wrong


def test_a_level_of_the_bridges_without_a_formula(small: OpenedWorkbook) -> None:
    for planted in (
        with_cell(small, "Rapprochement", "G27", formula=None),
        without_cells(small, "Rapprochement", "G27"),
    ):
        assert spots(find_wrong_bridges, planted) == ["Rapprochement!G27"]
        assert shown(find_wrong_bridges, planted) == [("", "")]


def test_no_bridges_to_look_at(small: OpenedWorkbook) -> None:
    for gone in (
        without_sheet(small, "Rapprochement"),
        on_sheet(small, "Rapprochement", cells={}, frozen=None),
        with_cell(small, "Rapprochement", "D4", value="Autre"),
    ):
        assert spots(find_wrong_bridges, gone) == []
