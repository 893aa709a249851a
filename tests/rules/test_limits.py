from __future__ import annotations

from dataclasses import replace

import pytest

from generator.reader.opened import OpenedName, OpenedWorkbook
from tests.rules.planting import Only, area, on_sheet, sheet_named, with_cell


@pytest.mark.parametrize("text", ["SUM(C5", "SUM(C5))", '"ouvert', "IF(1,(0)"])
def test_an_unreadable_formula(small: OpenedWorkbook, only: Only, text: str) -> None:
    assert only(with_cell(small, "Paramètres", "Z40", formula=text)) == {"R25.syntax"}


@pytest.mark.parametrize("text", ["Absente!A1", "SUM(#REF!)", "Nom_Absent", "'Axe A'!#REF!"])
def test_a_broken_reference(small: OpenedWorkbook, only: Only, text: str) -> None:
    assert only(with_cell(small, "Paramètres", "Z40", formula=text)) == {"R25.reference"}


def test_a_broken_highlight_or_validation(small: OpenedWorkbook, only: Only) -> None:
    sheet = sheet_named(small, "Axe A")
    highlight = replace(sheet.highlights[0], formulas=("Absente!A1=0",))
    planted = on_sheet(small, "Axe A", highlights=(highlight, *sheet.highlights[1:]))
    assert only(planted) == {"R25.reference"}
    validation = replace(sheet.validations[0], second="#REF!")
    planted = on_sheet(small, "Axe A", validations=(validation, *sheet.validations[1:]))
    assert only(planted) == {"R25.reference"}


@pytest.mark.parametrize("text", ["Part Etat", "AXE1", "R1C1", "1er", "part_etat", "R"])
def test_an_illegal_name(small: OpenedWorkbook, only: Only, text: str) -> None:
    name = OpenedName(text, "Paramètres!$C$5", "", hidden=False)
    assert only(replace(small, names=(*small.names, name))) - {"R20.listed"} == {"R25.name"}


@pytest.mark.parametrize("name", ["Notes/2030", "N" * 32, "'Notes", "EMPREINTE"])
def test_an_illegal_sheet_name(small: OpenedWorkbook, only: Only, name: str) -> None:
    notes = replace(sheet_named(small, "Empreinte"), name=name, cells={})
    found = only(replace(small, sheets=(*small.sheets, notes)))
    assert found - {"R16.unknown", "R20.links"} == {"R25.sheet"}


def test_a_list_that_is_too_long(small: OpenedWorkbook, only: Only) -> None:
    sheet = sheet_named(small, "Paramètres")
    share, base, *others = sheet.validations
    choices = replace(base, first='"' + "choix," * 43 + '"')
    planted = on_sheet(small, "Paramètres", validations=(share, choices, *others))
    assert only(planted) == {"R25.list"}


def test_merges_that_overlap(small: OpenedWorkbook, only: Only) -> None:
    merged = (area("B30:C31"), area("C31:D32"))
    assert only(on_sheet(small, "Paramètres", merged=merged)) == {"R25.merges", "R16.merged"}


def test_an_overlong_text(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Paramètres", "D40", value="m" * 32_768)) == {"R25.length"}
    assert only(with_cell(small, "Paramètres", "D40", value="m" * 32_767)) == set()
