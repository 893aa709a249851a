"""What `check` says of a copy whose own account of its plan was typed over, moved or emptied.

One cause is told in a few lines, at its very cell where one cell is the cause.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.values import Value
from generator.reader.opened import Look, OpenedCell, OpenedSheet, OpenedWorkbook
from tests.checking.copies import Copy, told
from tests.proof.settings import LONG

AXIS, LIST = "Axe I", "Activités"
LAST_ROW, LAST_COLUMN = 1_048_575, 16_383

TYPED: dict[str, tuple[tuple[str, str, str], Value, str]] = {
    "an action of the list": ((LIST, "V-2.1.1", "action"), "x", "D113"),
    "another action of the list": ((LIST, "I-1.1.2", "action"), "I.1.2", "D6"),
    "an axis of the list": ((LIST, "I-1.1.1", "axis"), "II", "B5"),
    "a nature of the list": ((LIST, "I-1.1.1", "nature"), "réserve", "N5"),
    "a key of the list, filled down": ((LIST, "I-1.1.2", "key"), "I-1.1.1", "AD6"),
    "a key of an axis sheet": ((AXIS, "I-1.1.1", "key"), "I-1.1.2", "U13"),
    "a code of an axis sheet": ((AXIS, "I-1.1.1", "code"), "I-1.1.2", "A13"),
    "the key of an action": ((AXIS, "action:I.1.1", "key"), "I.1.2", "U10"),
    "an item of the stamp": (("Empreinte", "base:PLAN", "item"), "XX", "A25"),
}


CONSEQUENCES = ("value.stale", "check.failed")
"""What a program that recalculates would show, and its checks."""


@pytest.mark.parametrize("name", list(TYPED) if LONG else list(TYPED)[::4])
def test_a_mark_typed_over_is_told_at_its_cell(copy: Copy, name: str) -> None:
    place, value, cell = TYPED[name]
    found = copy.typed(*place, value).findings()
    own = [finding for finding in found if finding.rule not in CONSEQUENCES]
    assert told(own, "erreur") == {("constant.changed", place[0], cell)}


def test_numbers_that_no_program_keeps(copy: Copy) -> None:
    changed = copy
    for row, value in {"I-1.1.1": "inf", "I-1.1.2": "nan", "I-1.1.3": "1e308"}.items():
        changed = changed.typed(LIST, row, "total", float(value))
    errors = told(changed.findings(), "erreur")
    assert errors >= {("formula.typed", LIST, "H5"), ("formula.typed", LIST, "H6")}


def renamed(workbook: OpenedWorkbook, old: str, new: str) -> OpenedWorkbook:
    """Return the workbook with a sheet renamed as programs do: formulas and names follow."""
    quoted = new.replace("'", "''")

    def follow(text: str) -> str:
        return text.replace(f"'{old}'!", f"'{quoted}'!")

    sheets = tuple(
        replace(
            sheet,
            name=new if sheet.name == old else sheet.name,
            cells={
                place: cell._replace(formula=follow(cell.formula)) if cell.formula else cell
                for place, cell in sheet.cells.items()
            },
        )
        for sheet in workbook.sheets
    )
    names = tuple(name._replace(text=follow(name.text)) for name in workbook.names)
    return replace(workbook, sheets=sheets, names=names)


@pytest.mark.parametrize("sheet", [AXIS, LIST])
def test_a_renamed_sheet_is_a_remark(copy: Copy, sheet: str) -> None:
    found = replace(copy, workbook=renamed(copy.workbook, sheet, "L'autre")).findings()
    assert [(f.rule, f.found, f.expected) for f in found] == [("sheet.renamed", "L'autre", sheet)]


@pytest.mark.parametrize("first", [True, False])
def test_an_axis_sheet_that_stands_twice(copy: Copy, first: bool) -> None:
    sheets = copy.workbook.sheets
    twin = replace(next(sheet for sheet in sheets if sheet.name == AXIS), name="Axe I (2)")
    more = (twin, *sheets) if first else (*sheets, twin)
    found = replace(copy, workbook=replace(copy.workbook, sheets=more)).findings()
    assert [(f.rule, f.sheet) for f in found] == [("sheet.twice", "Axe I (2)")]


def with_column(sheet: OpenedSheet, at: int) -> OpenedSheet:
    """Return a sheet with a column inserted."""
    cells = {(row, col + (col >= at)): cell for (row, col), cell in sheet.cells.items()}
    return replace(sheet, cells=cells)


def test_a_column_inserted_is_told_once_by_the_model(copy: Copy) -> None:
    found = copy.with_sheet(LIST, lambda sheet: with_column(sheet, 2)).findings()
    (structure,) = [finding for finding in found if finding.severity == "erreur"]
    assert (structure.rule, structure.sheet) == ("structure", LIST)
    assert "« Objectif » n'est plus à sa place" in structure.problem


def test_a_header_typed_over_is_named(copy: Copy) -> None:
    found = copy.typed(AXIS, "header", "label", "Libellé").findings()
    (structure,) = [finding for finding in found if finding.rule == "structure"]
    assert structure.sheet == AXIS
    assert "« Activités » introuvable" in structure.problem


def test_a_sheet_that_was_emptied_is_told_once(copy: Copy) -> None:
    found = copy.with_sheet("Synthèse", lambda sheet: replace(sheet, cells={})).findings()
    assert ("sheet.emptied", "Synthèse", "") in told(found, "erreur")
    assert not [finding for finding in found if finding.rule == "line.gone"]


def test_a_printed_total_that_is_gone_is_named(copy: Copy) -> None:
    row, _ = copy.where("Rapprochement", "axe:I:published", "total")

    def emptied(sheet: OpenedSheet) -> OpenedSheet:
        return replace(sheet, cells={at: c for at, c in sheet.cells.items() if at[0] != row})

    found = copy.with_sheet("Rapprochement", emptied).findings()
    (structure,) = [finding for finding in found if finding.rule == "structure"]
    assert (structure.sheet, structure.problem) == (
        "Rapprochement",
        "ligne supprimée ou vidée : axe · I · Publié",
    )


FAR: dict[str, tuple[tuple[int, int], OpenedCell, set[tuple[str, str, str]]]] = {
    "a look": ((LAST_ROW, LAST_COLUMN), OpenedCell(None, None, Look()), set()),
    "an open cell": (
        (200, LAST_COLUMN),
        OpenedCell(None, None, Look(locked=False)),
        {("R09.unlocked", AXIS, "XFD201")},
    ),
    "a number in the last row": (
        (LAST_ROW, LAST_COLUMN),
        OpenedCell(5, None, Look()),
        {("row.outside", AXIS, "1048576:1048576")},
    ),
    "a number in the last column": (
        (12, LAST_COLUMN),
        OpenedCell(5, None, Look()),
        {("cell.beyond", AXIS, "XFD13")},
    ),
    "a text": ((12, LAST_COLUMN), OpenedCell("à voir", None, Look()), set()),
}


@pytest.mark.parametrize("name", list(FAR) if LONG else list(FAR)[1:4])
def test_a_far_cell(copy: Copy, name: str) -> None:
    place, cell, expected = FAR[name]
    found = copy.with_place(AXIS, place, lambda _: cell).findings()
    assert told(found, "erreur") == expected


def test_far_formatting_is_a_note(copy: Copy) -> None:
    """Once for the sheet, with how many cells; beside the table it is nothing to speak of."""
    far = OpenedCell(None, None, Look())
    beside = copy.with_place(AXIS, (12, 60), lambda _: far)
    assert "cell.far" not in {finding.rule for finding in beside.findings()}
    planted = beside.with_place(AXIS, (5000, 1), lambda _: far).with_place(
        AXIS, (LAST_ROW, LAST_COLUMN), lambda _: far
    )
    (note,) = [finding for finding in planted.findings() if finding.rule == "cell.far"]
    assert (note.severity, note.sheet, note.cell, note.found) == (
        "remarque",
        AXIS,
        "XFD1048576",
        "2",
    )


def test_a_workbook_without_a_sheet(copy: Copy) -> None:
    bare = replace(copy, workbook=replace(copy.workbook, sheets=()))
    assert "structure" in {rule for rule, _, _ in told(bare.findings(), "erreur")}


def test_what_the_model_knows_to_be_right_is_no_pattern(copy: Copy) -> None:
    """One formula in a column of constants does not make the other constants wrong."""
    found = copy.formula(LIST, "I-1.1.1", "a2016", "37500000").findings()
    assert told(found, "erreur") == {("constant.changed", LIST, "Q5")}
