from __future__ import annotations

import pytest

from generator.reader.opened import OpenedWorkbook
from generator.rules.checks import check_rows
from tests.rules.planting import Only, in_formulas, with_cell, with_formulas


def test_checks_are_read(small: OpenedWorkbook) -> None:
    rows = check_rows(small)
    assert (len(rows), rows[0].sheet, rows[0].kind) == (76, "Synthèse", "erreur")


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
