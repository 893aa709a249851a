"""What `check` says of one change in a copy: the class, the kind, the very cell.

`formulas` below are the shipped plan's as a person reads them in Excel; the rest is by hand.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.errors import CellFinding
from generator.model.values import ErrorValue, Value
from tests.checking.copies import Copy, told

AXIS, SUMMARY, BRIDGES, LIST, CHECKS = (
    "Axe I",
    "Synthèse",
    "Rapprochement",
    "Activités",
    "Contrôles",
)


def error(found: list[CellFinding], rule: str) -> CellFinding:
    """Return the one finding of a rule."""
    (only,) = [finding for finding in found if finding.rule == rule]
    return only


def test_a_sound_copy_has_nothing_to_say(copy: Copy) -> None:
    assert copy.findings() == []


def test_a_formula_typed_over_with_the_right_number(copy: Copy) -> None:
    found = copy.typed(AXIS, "action:I.1.1", "y2016", 37_500_000).findings()
    assert told(found, "erreur") == {("formula.typed", AXIS, "F10")}
    assert found[0].expected == "=SUM(F12:F18)"
    assert found[0].found == "37 500 000"


def test_a_wrong_number_typed_over_turns_checks_red_too(copy: Copy) -> None:
    found = copy.typed(SUMMARY, "budget", "total", 8_802_000_001).findings()
    errors = told(found, "erreur")
    assert ("formula.typed", SUMMARY, "H10") in errors
    failing = {f.found for f in found if f.rule == "check.failed"}
    assert "Synthèse : Synthèse\u00a0: total = somme des années" in failing


def test_a_formula_erased(copy: Copy) -> None:
    found = copy.typed(LIST, "I-1.1.1", "total", None).findings()
    assert ("formula.gone", LIST, "H5") in told(found, "erreur")


@pytest.mark.parametrize("text", ["SUM(F12:F17)", "SUM(F12:F18)+0", "SUM(G12:G18)", "F12"])
def test_a_formula_changed(copy: Copy, text: str) -> None:
    found = copy.formula(AXIS, "action:I.1.1", "y2016", text).findings()
    assert ("formula.changed", AXIS, "F10") in told(found, "erreur")
    assert error(found, "formula.changed").found == f"={text}"


@pytest.mark.parametrize("text", ["SUM($F$12:F18)", " sum( F12:F18 )", "SUM('Axe I'!F12:F18)"])
def test_a_formula_that_another_program_spells_its_way(copy: Copy, text: str) -> None:
    changed = copy.formula(AXIS, "action:I.1.1", "y2016", text)
    assert [f for f in changed.findings() if f.rule.startswith("formula.")] == []


def test_neighbours_show_each_of_their_contents(copy: Copy) -> None:
    changed = copy.typed(AXIS, "I-1.1.1", "y2016", 1).typed(AXIS, "I-1.1.1", "y2017", 2)
    found = [finding for finding in changed.findings() if finding.rule == "input.changed"]
    assert [(f.cell, f.found, f.expected) for f in found] == [
        ("F13:G13", "1 ; 2", "37 500 000 ; vide")
    ]


def test_an_array_formula_is_not_the_formula(copy: Copy) -> None:
    changed = copy.with_cell(
        AXIS, "action:I.1.1", "y2016", lambda cell: cell._replace(kind="array")
    )
    assert ("formula.changed", AXIS, "F10") in told(changed.findings(), "erreur")


def test_a_stored_value_that_the_formula_does_not_give(copy: Copy) -> None:
    stale = copy.with_cell(
        AXIS, "action:I.1.1", "y2016", lambda cell: cell._replace(value=37_500_001)
    )
    found = stale.findings()
    assert ("value.stale", AXIS, "F10") in told(found, "erreur")
    assert error(found, "value.stale").expected == "37 500 000"


def test_neighbours_with_one_fault_are_told_together(copy: Copy) -> None:
    changed = copy
    for year in (2016, 2017, 2018):
        changed = changed.typed(AXIS, "action:I.1.1", f"y{year}", 0)
    assert ("formula.typed", AXIS, "F10:H10") in told(changed.findings(), "erreur")


@pytest.mark.parametrize(
    ("value", "rule"),
    [("37 500 000", "R11.text"), (-1, "R11.negative"), (0.5, "R11.decimal"),
     (ErrorValue("#REF!"), "R03.value")],
)  # fmt: skip
def test_an_amount_that_is_none(copy: Copy, value: Value, rule: str) -> None:
    found = copy.typed(AXIS, "I-1.1.1", "y2016", value).findings()
    assert (rule, AXIS, "F13") in told(found, "erreur")


def test_an_amount_changed_is_an_alert(copy: Copy) -> None:
    """Values are those of a program that did not recalculate: only that is an error."""
    found = copy.typed(AXIS, "I-1.1.1", "y2016", 37_500_001).findings()
    assert ("input.changed", AXIS, "F13") in told(found, "alerte")
    changed = error(found, "input.changed")
    assert (changed.found, changed.expected) == ("37 500 001", "37 500 000")
    assert {rule for rule, _, _ in told(found, "erreur")} == {"value.stale"}


def test_a_formula_typed_into_an_input_is_an_alert(copy: Copy) -> None:
    found = copy.formula(AXIS, "I-1.1.1", "y2016", "30000000+7500000").findings()
    assert told(found, "alerte") == {("input.formula", AXIS, "F13")}
    assert told(found, "erreur") == set()


def test_a_locked_constant_changed(copy: Copy) -> None:
    found = copy.typed("Paramètres", "Tolerance", "value", 1_000_000).findings()
    assert ("constant.changed", "Paramètres", "C10") in told(found, "erreur")


def test_a_word_that_formulas_compare_changed(copy: Copy) -> None:
    found = copy.typed("Paramètres", "word:changed", "value", "oui").findings()
    assert "constant.changed" in {rule for rule, _, _ in told(found, "erreur")}


def test_a_gap_that_nothing_explains(copy: Copy) -> None:
    """Typed over in the bridges, as an officer who « mends » the print would."""
    found = copy.typed(BRIDGES, "axe:II:published", "total", 2_791_000_000).findings()
    failing = [f.found for f in found if f.rule == "check.failed"]
    assert len(failing) == 1
    assert failing[0].startswith("Rapprochement : Publié - écarts du document = Adopté")


def test_an_amount_outside_every_block(copy: Copy) -> None:
    foreign = copy.copied(AXIS, ("I-1.1.1", "y2016"), ("bottom", "y2016"))
    row = copy.where(AXIS, "bottom", "y2016")[0] + 1
    found = foreign.findings()
    assert ("cell.foreign", AXIS, f"F{row}") in told(found, "erreur")
    assert "Axe I : Tout montant de la feuille est dans un bloc et dans le total" in {
        f.found for f in found if f.rule == "check.failed"
    }


MISSING = {name: name for name in (SUMMARY, "Financement", BRIDGES, LIST, CHECKS, "Empreinte")} | {
    AXIS: "la feuille de l'axe I"
}
"""By sheet what `check` calls it: the name of an axis sheet went with it."""


@pytest.mark.parametrize("sheet", MISSING)
def test_a_sheet_that_is_missing_is_named(copy: Copy, sheet: str) -> None:
    found = copy.without_sheet(sheet).findings()
    errors = [str(finding) for finding in found if finding.severity == "erreur"]
    assert any("absente" in text and MISSING[sheet] in text for text in errors)


def test_a_sheet_that_was_added_is_noted(copy: Copy) -> None:
    extra = replace(copy.workbook.sheets[-1], name="Brouillon", cells={})
    more = replace(copy, workbook=replace(copy.workbook, sheets=(*copy.workbook.sheets, extra)))
    found = more.findings()
    assert ("sheet.added", "Brouillon", "") in told(found, "remarque")
    assert told(found, "erreur") == set()


def test_a_copy_without_stored_values_is_told_once(copy: Copy) -> None:
    sheets = []
    for sheet in copy.workbook.sheets:
        cells = {
            place: cell._replace(value=None) if cell.formula else cell
            for place, cell in sheet.cells.items()
        }
        sheets.append(replace(sheet, cells=cells))
    bare = replace(copy, workbook=replace(copy.workbook, sheets=tuple(sheets)))
    found = [f for f in bare.findings() if f.rule == "value.absent"]
    assert len(found) == 1
    assert told(bare.findings(), "erreur") == set()


def test_who_saved_the_copy_is_a_note(copy: Copy) -> None:
    saved = replace(copy, workbook=replace(copy.workbook, application="LibreOffice/7.4"))
    assert told(saved.findings(), "remarque") == {("origin.program", "", "")}
