from __future__ import annotations

from dataclasses import replace

import pytest

from generator.reader.opened import OpenedWorkbook
from generator.rules.checks import (
    check_rows,
    find_hidden_state,
    find_missing_checks,
    find_odd_results,
    find_raised,
    find_red,
    find_silenced,
    find_uncounted,
)
from tests.rules.planting import (
    Cells,
    Only,
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


def test_checks_are_read(small: OpenedWorkbook) -> None:
    rows = check_rows(small)
    assert (len(rows), rows[0].sheet, rows[0].kind) == (82, "Synthèse", "erreur")


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"^IFERROR\((1-AND\(COUNT.*),1\)$", r"\1"),  # an error shows nothing
        (r"^(IFERROR\(1-AND\(COUNT.*),1\)$", r"\1,0)"),  # an error passes
        (r"COUNT\(E\d+:H\d+\)=L\d+,", ""),  # a blank passes
    ],
)
def test_a_check_that_can_be_silenced(
    small: OpenedWorkbook, only: Only, pattern: str, text: str
) -> None:
    assert only(in_formulas(small, "Contrôles", pattern, text)) == {"R22.guard"}


@pytest.mark.parametrize("value", [2, "", "conforme", True])
def test_a_result_that_is_no_0_or_1(small: OpenedWorkbook, only: Only, value: object) -> None:
    assert only(with_cell(small, "Contrôles", "I20", value=value)) == {"R22.result"}


def test_a_check_of_no_class(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Contrôles", "D20", value="note")) == {"R22.result"}


def test_checks_that_the_master_does_not_read(small: OpenedWorkbook, only: Only) -> None:
    found = only(with_formulas(small, "Contrôles", {"I17": "SUM(I7:I16)"}))
    assert found == {"R22.balance"}


def test_a_sheet_that_does_not_show_the_state(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Empreinte", "A3", formula=None)) == {"R22.shown"}


def test_a_failing_check(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Contrôles", "I20", value=1)) == {"R22.red"}


def test_a_raised_alert(small: OpenedWorkbook, only: Only) -> None:
    row = next(check.row for check in check_rows(small) if check.kind == "alerte") + 1
    assert only(with_cell(small, "Contrôles", f"I{row}", value=1)) == {"R22.raised"}


def test_a_required_check_that_is_gone(small: OpenedWorkbook, only: Only) -> None:
    row = next(r.row for r in check_rows(small) if r.label.startswith("Aucun montant n'est")) + 1
    assert only(with_cell(small, "Contrôles", f"C{row}", value="Autre")) == {"R23.missing"}


def test_where_checks_stand(small: OpenedWorkbook) -> None:
    first, *_, last = check_rows(small)
    assert (first.row, first.cell, last.cell) == (19, (19, 8), (100, 8))
    assert first.result is sheet_named(small, "Contrôles").cells[19, 8]
    assert first.label == "Synthèse = axes + écarts du document s'ils sont inclus"
    more = with_cells(small, "Contrôles", {f"B{row}": {"value": 0} for row in (3, 5, 120)})
    assert [check.row for check in check_rows(more)] == [4, *range(19, 101), 119]


@pytest.mark.parametrize("title", ["A4", "B4", "C4", "D4", "I4"])
def test_checks_that_cannot_be_read(small: OpenedWorkbook, title: str) -> None:
    assert check_rows(with_cell(small, "Contrôles", title, value="Autre")) == []


def test_no_checks_without_their_sheet(small: OpenedWorkbook) -> None:
    empty = on_sheet(small, "Contrôles", cells={}, frozen=None)
    for gone in (empty, without_sheet(small, "Contrôles")):
        assert check_rows(gone) == []
        assert spots(find_uncounted, gone) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("IFERROR(1-(COUNT(E20:H20)=L20),1)", 0),
        ("IFERROR(IFERROR(1-(COUNT(E20:H20)=L20),0),1)", 0),
        ("IFERROR(IFERROR(1-(COUNT(E20:H20)=L20),1),0)", 1),
        ("IFERROR(1-(COUNT(E20:H20)=L20),1,0)", 1),
        ("0+IFERROR(1-(COUNT(E20:H20)=L20),1)", 1),
        ("IFERROR(1-(COUNT(E20:H20)=L20),0)", 1),
        ("IFERROR(1-(SUM(E20:H20)=L20),1)", 1),
        ("1-(COUNT(E20:H20)=L20)", 1),
        ("", 1),
        (None, 1),
    ],
)
def test_the_only_sound_form_of_a_check(
    small: OpenedWorkbook, text: str | None, wrong: int
) -> None:
    planted = with_cell(small, "Contrôles", "I20", formula=text)
    assert spots(find_silenced, planted) == ["Contrôles!I20"] * wrong
    assert [found for found, _ in shown(find_silenced, planted)] == [text or ""] * wrong


def test_a_check_whose_result_is_not_written(small: OpenedWorkbook) -> None:
    gone = without_cells(small, "Contrôles", "I20")
    assert shown(find_silenced, gone) == [("", "IFERROR(1-…COUNT(…)…,1)")]
    assert shown(find_odd_results, gone) == [("", "0 ou 1")]
    assert spots(find_red, gone) == []


def test_results_that_no_program_calculated(small: OpenedWorkbook) -> None:
    cells: Cells = {
        "I20": {"value": None},
        "I21": {"value": None, "formula": None},
        "I22": {"value": 2},
        "I23": {"value": 1},
        "I24": {"value": -1},
        "D25": {"value": "note"},
    }
    planted = with_cells(small, "Contrôles", cells)
    assert spots(find_odd_results, planted) == [
        f"Contrôles!I{row}" for row in (21, 22, 24, 25)
    ]  # fmt: skip
    assert shown(find_odd_results, planted)[-1] == ("note", "alert, alerte, erreur, error")


def test_a_sheet_whose_balance_adds_up_nothing(small: OpenedWorkbook) -> None:
    planted = with_formulas(small, "Contrôles", {"I7": "0"})
    own = [check.row for check in check_rows(small) if check.sheet == "Synthèse"]
    assert spots(find_uncounted, planted) == [f"Contrôles!I{row + 1}" for row in own]
    assert shown(find_uncounted, planted)[0] == (check_rows(small)[0].label, "")


def test_a_master_that_leaves_the_last_checks_out(small: OpenedWorkbook) -> None:
    master = "MAX(SUM(I7:I16),SUMIF($D$19:$D$100,I6,$I$19:$I$100))"
    planted = with_formulas(small, "Contrôles", {"I17": master})
    assert spots(find_uncounted, planted) == ["Contrôles!I101"]
    assert spots(find_uncounted, replace(small, names=())) == []
    no_rows = with_cell(planted, "Contrôles", "B4", value="Autre")
    assert spots(find_uncounted, no_rows) == []


@pytest.mark.parametrize(
    ("cell", "text", "reached"),
    [
        ("B4", "'Contrôles'!A3", True),
        ("B5", "'Contrôles'!A3", False),
        ("B4", "Controle_General", True),
        ("B5", "Controle_General", False),
        ("B4", "'Contrôles'!B3", False),
        ("B4", "'Contrôles'!A4", False),
        ("B4", "'Axe A'!A3", False),
        ("B4", "SUM(B1:B2,'Contrôles'!A3)", True),
    ],
)
def test_the_state_in_the_first_rows(
    small: OpenedWorkbook, cell: str, text: str, reached: bool
) -> None:
    cells: Cells = {"A3": {"formula": None}, cell: {"formula": text}}
    for name in ("Empreinte", "Axe B"):
        planted = with_cells(small, name, cells)
        assert spots(find_hidden_state, planted) == ([] if reached else [f"{name}!A3"])


def test_a_sheet_of_ones_own_need_not_show_the_state(small: OpenedWorkbook) -> None:
    notes = replace(sheet_named(small, "Empreinte"), name="Notes", cells={})
    assert spots(find_hidden_state, replace(small, sheets=(*small.sheets, notes))) == []


def test_which_checks_fail(small: OpenedWorkbook) -> None:
    ones = {f"I{row}": {"value": 1} for row in (20, 101)} | {"I21": {"value": True}}
    planted = with_cells(small, "Contrôles", ones)
    assert spots(find_red, planted) == ["Contrôles!I20"]
    assert spots(find_raised, planted) == ["Contrôles!I101"]
    assert shown(find_raised, planted) == [
        ("Paramètres : La devise choisie a un seul taux, et tout taux saisi a sa date", "")
    ]


def test_which_check_is_missing(small: OpenedWorkbook) -> None:
    planted = with_cell(small, "Contrôles", "C52", value="Autre")
    assert shown(find_missing_checks, planted) == [("", "Axe B : Aucun montant n'est du texte")]
    assert spots(find_missing_checks, planted) == ["Contrôles!"]
    assert spots(find_missing_checks, without_sheet(planted, "Axe B")) == []
    none = with_cell(small, "Contrôles", "B4", value="Autre")
    assert len(spots(find_missing_checks, none)) == 3 + 1 + 2 + 3 + 2 + 2 * 7
    assert len(spots(find_missing_checks, without_sheet(none, "Synthèse"))) == 22
