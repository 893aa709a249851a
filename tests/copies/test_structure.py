"""Lines 9 and 22 to 48 of the catalogue: whose copy it is, what was done to its sheets and rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest

from generator.checking import check_workbook
from generator.copies.reading import read_copy
from generator.merging.changes import compare
from generator.merging.facts import Key, Kind
from generator.returning.session import open_session
from tests.copies.edited import RELATIONS, Edited, Stored, split, told
from tests.copies.plan import write_plan
from tests.engines.edits import DeleteRows, Edit, InsertRows, SetCell, SortRows, Unprotect
from tests.engines.libreoffice import LibreOffice
from tests.reader.archives import PACKAGE
from tests.workbook.built import Built

pytestmark = pytest.mark.slow

A = "Axe A"
Told = tuple[str, str, str]
NEW = Key(Kind.ACTIVITY, "A-30")
PLACE_1 = {"axe": "A", "objectif": "A.1", "action": "A.1.1"}


def copy_row(edited: Edited, source: int, target: int) -> Edited:
    """Insert a row above the target, with all that a row has: values, formulas, marks."""
    cells = [deepcopy(cell) for cell in edited.row(A, source)]
    edited.insert_row(A, target)
    for cell in cells:
        cell.set("r", f"{split(cell.attrib['r'])[0]}{target}")
    edited.row(A, target)[:] = cells
    return edited


def hide_rows(edited: Edited) -> Edited:
    """Hide the rows of two activities, as a filter does."""
    for row in (10, 26):
        edited.row(A, row).set("hidden", "1")
    return edited


def add_macros(edited: Edited) -> Edited:
    """Give a copy the part that a program keeps macros in."""
    edited.parts["xl/vbaProject.bin"] = b"macros"
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    link = {"Id": "rId999", "Type": kind, "Target": "vbaProject.bin"}
    ET.SubElement(edited.tree(RELATIONS), f"{{{PACKAGE}/relationships}}Relationship", link)
    return edited


def unprotect(edited: Edited) -> Edited:
    """Take the protection off a sheet."""
    root = edited.tree(edited.part(A))
    protections = [child for child in root if child.tag.endswith("}sheetProtection")]
    assert protections
    root.remove(protections[0])
    return edited


class Same(NamedTuple):
    """What was done to a copy that brings no change, and all that is said."""

    line: int
    name: str
    edit: Callable[[Edited], Edited]
    said: Sequence[Told] = ()


SAME = (
    Same(9, "macros", add_macros, [("remarque", "origin.note", "")]),
    Same(
        27,
        "an axis sheet renamed",
        lambda copy: copy.rename_sheet(A, "L'axe"),
        [("remarque", "sheet.renamed", "L'axe")],
    ),
    Same(
        27,
        "the cover renamed, which no formula reads, and an axis sheet",
        lambda copy: copy.rename_sheet("Accueil", "Garde").rename_sheet(A, "L'axe"),
        [("remarque", "sheet.renamed", "Garde"), ("remarque", "sheet.renamed", "L'axe")],
    ),
    Same(
        27,
        "the summary renamed",
        lambda copy: copy.rename_sheet("Synthèse", "Résumé"),
        [("remarque", "sheet.renamed", "Résumé")],
    ),
    Same(28, "sheets in another order", Edited.reverse_sheets),
    Same(
        30,
        "a sheet added",
        lambda copy: copy.add_sheet("Notes"),
        [("remarque", "sheet.added", "Notes")],
    ),
    Same(
        32,
        "a sheet hidden",
        lambda copy: copy.hide(A, "hidden"),
        [("remarque", "sheet.hidden", A)],
    ),
    Same(
        32,
        "a sheet very hidden",
        lambda copy: copy.hide("Empreinte", "veryHidden"),
        [("remarque", "sheet.hidden", "Empreinte")],
    ),
    Same(
        33,
        "the column of keys gone",
        lambda copy: copy.delete_column(A, "S"),
        [("remarque", "marks.gone", A)],
    ),
    Same(
        34,
        "a key typed over",
        lambda copy: copy.put(A, "S11", "X-1"),
        [("remarque", "key.changed", "Axe A!S11")],
    ),
    Same(
        34,
        "keys filled down, and their column deleted",
        lambda copy: copy.put(A, "S11", "A-1").put(A, "S12", "A-1").delete_column(A, "S"),
        [("remarque", "marks.gone", A)],
    ),
    Same(
        34,
        "keys filled down, and given back",
        lambda copy: copy.put(A, "S11", "A-1").put(A, "S11", "A-2"),
    ),
    Same(35, "rows sorted", lambda copy: copy.swap_rows(A, 10, 11)),
    Same(35, "a reserve row sorted up", lambda copy: copy.swap_rows(A, 11, 12)),
    Same(
        40,
        "a code emptied",
        lambda copy: copy.put(A, "A10", None),
        [("alerte", "code.gone", "Axe A!A10")],
    ),
    Same(
        40,
        "a code as a formula",
        lambda copy: copy.put(A, "A10", Stored("A-99", "str", formula='"A-"&99')),
        [("alerte", "code.gone", "Axe A!A10")],
    ),
    Same(
        40,
        "a code with spaces around it",
        lambda copy: copy.put(A, "A10", " A-1 "),
        [("remarque", "code.tidied", "Axe A!A10")],
    ),
    Same(41, "two years swapped", lambda copy: copy.swap_columns(A, "F", "G")),
    Same(41, "two columns of texts swapped", lambda copy: copy.swap_columns(A, "C", "Q")),
    *[
        Same(
            42,
            f"a header retyped {text!r}",
            lambda copy, text=text: copy.put(A, "K5", text),  # type: ignore[misc] # holds it
            [("remarque", "header.retyped", "Axe A!K5")],
        )
        for text in ("Base\u00a0coût  total", "Base cou\u0302t total", "base: cout total")
    ],
    Same(
        42,
        "a year as a text",
        lambda copy: copy.put(A, "F5", " 2030"),
        [("remarque", "header.retyped", "Axe A!F5")],
    ),
    Same(
        42,
        "a header of the work plan",
        lambda copy: copy.put("PTA", "I5", "2E TRIMESTRE"),
        [("remarque", "header.retyped", "PTA!I5")],
    ),
    Same(
        19,
        "notes and sums beside the table",
        lambda copy: copy.put(A, "AD10", "vu").put(A, "AE11", 5).put(A, "AD12", "vu aussi"),
        [("remarque", "cell.beside", "Axe A!AD10"), ("alerte", "cell.uncounted", "Axe A!AE11")],
    ),
    Same(
        19,
        "a note under the table",
        lambda copy: copy.put(A, "B140", "à revoir"),
        [("remarque", "cell.beside", "Axe A!B140")],
    ),
    Same(43, "rows hidden", hide_rows),
    Same(44, "a blank row between", lambda copy: copy.insert_row(A, 11)),
    Same(44, "a blank row above", lambda copy: copy.insert_row(A, 7)),
    Same(
        47,
        "the total of an action typed",
        lambda copy: copy.put(A, "F8", 12).put(A, "G8", 12),
        [("remarque", "total.typed", "Axe A!F8")],
    ),
    Same(
        47,
        "the total of an activity typed",
        lambda copy: copy.put(A, "E10", 75),
        [("remarque", "total.typed", "Axe A!E10")],
    ),
    Same(
        47,
        "the total of the axis typed",
        lambda copy: copy.put(A, "E32", 76),
        [("remarque", "total.typed", "Axe A!E32")],
    ),
    Same(
        47,
        "what the document prints typed over, and what it lacks",
        lambda copy: copy.put(A, "I32", 76).put(A, "J32", None),
        [("remarque", "cell.over", "Axe A!I32")],
    ),
    Same(
        47,
        "the total of an objective emptied",
        lambda copy: copy.put(A, "G21", None),
        [("remarque", "total.typed", "Axe A!G21")],
    ),
    Same(48, "a sheet without its protection", unprotect),
)


@pytest.mark.parametrize("case", SAME, ids=lambda case: f"{case.line} {case.name}")
def test_what_brings_no_change(edited: Edited, case: Same) -> None:
    copy = case.edit(edited).read()
    assert told(copy) == list(case.said)
    assert copy.version.revised == copy.version.base
    assert len(copy.version.base) == 27
    assert copy.is_sound


class Wrong(NamedTuple):
    """What was done to a copy, the errors that are told, and what one of them shows."""

    line: int
    name: str
    edit: Callable[[Edited], Edited]
    errors: Sequence[tuple[str, str]]
    shown: str = ""


def without(sheet: str) -> Callable[[Edited], Edited]:
    """Return the deletion of a sheet."""
    return lambda copy: copy.delete_sheet(sheet)


WRONG = (
    Wrong(23, "a base amount", lambda copy: copy.put(A, "L10", 11), [("base.wrong", A)], "13"),
    Wrong(23, "a base column", lambda copy: copy.delete_column(A, "L"), [("structure", A)]),
    Wrong(29, "an axis sheet gone", without(A), [("structure", "")], "axe A"),
    *[
        Wrong(29, f"{name} gone", without(name), [("structure", name)])
        for name in ("Activités", "Rapprochement", "Empreinte")
    ],
    *[
        Wrong(29, f"{name} gone", without(name), [("sheet.absent", name)])
        for name in ("Synthèse", "Financement", "Paramètres")
    ],
    Wrong(
        31,
        "an axis sheet twice",
        lambda copy: copy.copy_sheet(A, "Axe A (2)"),
        [("sheet.twice", "Axe A (2)")],
    ),
    Wrong(
        31,
        "the summary twice",
        lambda copy: copy.copy_sheet("Synthèse", "Synthèse (2)"),
        [("sheet.twice", "Synthèse (2)")],
    ),
    Wrong(
        33,
        "the column of keys, and a code twice",
        lambda copy: copy.delete_column(A, "S").put(A, "A11", "A-1"),
        [("code.twice", "Axe A!A11")],
        "A-1, Axe A!A10",
    ),
    Wrong(
        33,
        "the column of natures",
        lambda copy: copy.delete_column(A, "R"),
        [("structure", A)],
        "Nature",
    ),
    Wrong(
        34,
        "keys filled down",
        lambda copy: copy.put(A, "S11", "A-1"),
        [("key.twice", "Axe A!S11")],
        "A-1, Axe A!S10",
    ),
    Wrong(
        34,
        "a key filled down to reserve rows",
        lambda copy: copy.put(A, "S12", "A-2").put(A, "S13", "A-2"),
        [("key.twice", "Axe A!S12"), ("key.twice", "Axe A!S13")],
        "A-2, Axe A!S11",
    ),
    Wrong(
        34,
        "the key of another sheet's row",
        lambda copy: copy.put("Axe B", "S10", "A-1"),
        [("key.twice", "Axe B!S10")],
        "A-1, Axe A!S10",
    ),
    Wrong(
        34,
        "the same odd key twice",
        lambda copy: copy.put(A, "S10", "X-1").put(A, "S11", "X-1"),
        [("key.twice", "Axe A!S11")],
        "X-1, Axe A!S10",
    ),
    Wrong(
        34,
        "codes and keys filled down",
        lambda copy: copy.put(A, "A11", "A-1").put(A, "S11", "A-1"),
        [("code.twice", "Axe A!A11")],
        "A-1, Axe A!A10",
    ),
    Wrong(
        36,
        "a row without a code",
        lambda copy: copy.insert_row(A, 11).put(A, "B11", "Neuve").put(A, "F11", 5),
        [("activity.uncoded", "Axe A!A11")],
        "Neuve",
    ),
    Wrong(
        36,
        "a row without a label",
        lambda copy: copy.insert_row(A, 11).put(A, "A11", "A-30").put(A, "F11", 5),
        [("activity.unnamed", "Axe A!B11")],
    ),
    Wrong(
        36,
        "a reserve row with a status alone",
        lambda copy: copy.put(A, "P12", "reportée"),
        [("activity.unnamed", "Axe A!B12")],
    ),
    Wrong(
        19,
        "a value at the end of the sheet",
        lambda copy: copy.put(A, "XFD1048576", 5).put("PTA", "A99999", "x"),
        [("cell.far", "PTA!A99999"), ("cell.far", "Axe A!XFD1048576")],
        "x",
    ),
    Wrong(
        36,
        "an amount outside all blocks",
        lambda copy: copy.put(A, "F35", 5).put(A, "G7", "5 000"),
        [("row.outside", "Axe A!G7"), ("row.outside", "Axe A!F35")],
        "5 000",
    ),
    Wrong(
        36,
        "an amount between the rows of a block",
        lambda copy: copy.put(A, "F9", 5),
        [("activity.uncoded", "Axe A!A9")],
    ),
    Wrong(
        39,
        "an inserted row with the code of the row above",
        lambda copy: copy.insert_row(A, 11).put(A, "A11", "A-1").put(A, "B11", "Neuve"),
        [("code.twice", "Axe A!A11")],
        "A-1, Axe A!A10",
    ),
    Wrong(
        39,
        "an inserted row with the code of another sheet",
        lambda copy: copy.insert_row(A, 11).put(A, "A11", "B-2").put(A, "B11", "Neuve"),
        [("code.twice", "Axe A!A11")],
        "B-2, Axe B!A11",
    ),
    Wrong(
        39,
        "a reserve row with the code of another",
        lambda copy: copy.put(A, "A12", "A-6").put(A, "B12", "Une").put(A, "B13", "Deux"),
        [("code.twice", "Axe A!A13")],
        "A-6, Axe A!A12",
    ),
    Wrong(
        39,
        "a row copied whole",
        lambda copy: copy_row(copy, 10, 12),
        [("code.twice", "Axe A!A12")],
        "A-1, Axe A!A10",
    ),
    Wrong(
        40,
        "a code changed to another activity's",
        lambda copy: copy.put(A, "A10", "B-2"),
        [("code.twice", "Axe A!A10")],
        "B-2, Axe B!A11",
    ),
    Wrong(
        40,
        "two codes changed one for the other",
        lambda copy: copy.put(A, "A10", "A-2").put(A, "A11", "A-1"),
        [("rows.parted", "Axe A!A10")],
        "A-2 (et 1 autre)",
    ),
    Wrong(
        40,
        "three rows sorted without the columns on their right",
        lambda copy: copy.put(A, "A10", "A-3").put(A, "A11", "A-1").put(A, "A17", "A-2"),
        [("rows.parted", "Axe A!A10")],
        "A-3 (et 2 autres)",
    ),
    Wrong(
        40,
        "rows sorted in part, a reserve row among them",
        lambda copy: (
            copy.put(A, "A10", "A-2").put(A, "A11", Stored("", "str", '""')).put(A, "A12", "A-1")
        ),
        [("rows.parted", "Axe A!A10")],
        "A-2 (et 2 autres)",
    ),
    Wrong(
        40,
        "codes moved down by one row, the last of them lost",
        lambda copy: copy.put(A, "A11", "A-1").put(A, "A17", "A-2").put(A, "A10", "A-11"),
        [("code.twice", "Axe A!A11"), ("code.twice", "Axe A!A17")],
    ),
    Wrong(
        40,
        "two codes changed to the same",
        lambda copy: copy.put(A, "A10", "A-99").put(A, "A11", "A-99"),
        [("code.twice", "Axe A!A11")],
        "A-99, Axe A!A10",
    ),
    Wrong(
        40,
        "a code changed to one that a new row has",
        lambda copy: copy.put(A, "A10", "A-99").put(A, "A12", "A-99").put(A, "B12", "Neuve"),
        [("code.twice", "Axe A!A12")],
        "A-99, Axe A!A10",
    ),
    Wrong(
        40,
        "a code changed to one of a row that is gone",
        lambda copy: copy.put(A, "A10", "A-2").delete_row(A, 11),
        [("code.twice", "Axe A!A10")],
        "A-2",
    ),
    Wrong(
        40,
        "a code changed to what is none",
        lambda copy: copy.put(A, "A10", "A" * 51),
        [("code.long", "Axe A!A10")],
    ),
    Wrong(
        40,
        "a code changed to one without a number",
        lambda copy: copy.put(A, "A10", "nouveau"),
        [("code.number", "Axe A!A10")],
    ),
    Wrong(
        40,
        "codes that a spreadsheet takes for others",
        lambda copy: copy.put(A, "A10", "b-1").put(A, "A12", "a-2").put(A, "B12", "Neuve"),
        [("code.alike", "Axe A!A10"), ("code.alike", "Axe A!A12")],
        "B-1",
    ),
    Wrong(
        41,
        "a year's title twice",
        lambda copy: copy.put(A, "Z5", 2030),
        [("header.twice", "Axe A!Z5")],
        "2030",
    ),
    Wrong(
        41,
        "a title of texts twice, one in capitals",
        lambda copy: copy.put(A, "Z5", "Motif").put(A, "Y5", "motif"),
        [("header.twice", "Axe A!Z5")],
        "Motif",
    ),
    Wrong(
        41,
        "a quarter's title twice",
        lambda copy: copy.put("PTA", "Z5", "2e trimestre"),
        [("header.twice", "PTA!Z5")],
    ),
    Wrong(41, "a header gone", lambda copy: copy.put(A, "F5", None), [("structure", A)], "2030"),
    Wrong(
        42,
        "a header of another word",
        lambda copy: copy.put(A, "Q5", "Raison"),
        [("structure", A)],
        "Motif",
    ),
    *[
        Wrong(
            45,
            f"the row of {name} copied",
            lambda copy, row=row: copy_row(copy, row, 12),  # type: ignore[misc] # holds the row
            [("row.total", "Axe A!A12")],
            name,
        )
        for row, name in {
            8: "Action A.1.1",
            21: "Sous-total OS A.1",
            24: "Action A.2.1",
            32: "TOTAL AXE A",
        }.items()
    ],
    Wrong(
        46,
        "two years merged",
        lambda copy: copy.merge(A, "F10:G10"),
        [("amount.merged", "Axe A!F10")],
    ),
    Wrong(
        46,
        "two statuses merged",
        lambda copy: copy.merge(A, "P10:P11"),
        [("amount.merged", "Axe A!P10")],
    ),
    Wrong(
        46,
        "two ceilings merged",
        lambda copy: copy.merge("Synthèse", "C51:D51"),
        [("amount.merged", "Synthèse!C51")],
    ),
    Wrong(
        46,
        "two fundings merged",
        lambda copy: copy.merge("Financement", "D65:D66"),
        [("amount.merged", "Financement!D65")],
    ),
)


@pytest.mark.parametrize("name", ["Synthèse", "Financement", "Paramètres", "PTA"])
def test_a_sheet_that_is_gone_deletes_nothing(edited: Edited, name: str) -> None:
    copy = edited.delete_sheet(name).read()
    assert copy.version.revised == copy.version.base
    assert not copy.is_sound


@pytest.mark.parametrize("case", WRONG, ids=lambda case: f"{case.line} {case.name}")
def test_what_must_be_put_right(edited: Edited, case: Wrong) -> None:
    copy = case.edit(edited).read()
    errors = [(rule, place) for severity, rule, place in told(copy) if severity == "erreur"]
    assert errors == list(case.errors)
    assert not copy.is_sound
    first = next(said for said in copy.findings if said.severity == "erreur")
    assert case.shown in first.found + first.problem
    assert first.remedy


@pytest.mark.parametrize(
    ("cells", "worth"),
    [
        ({"F8": 12}, "10"),
        ({"E10": 75}, "60"),
        ({"E32": 76}, "76"),
        ({"E32": 70, "F10": 8}, "74"),
        ({"E8": 1, "B12": "Neuve", "F12": 5}, "72"),
        ({"K8": 1, "F10": 8}, "67"),
        ({"G21": 1}, "27"),
        ({"E17": 0}, "PM"),
        ({"E17": 5, "F17": 4}, "4"),
        ({"E15": "PM"}, "0"),
        ({"E12": 3}, "0"),
    ],
)
def test_a_total_typed_over_shows_what_it_should_be(
    edited: Edited, cells: dict[str, int | str], worth: str
) -> None:
    """Line 47: sums by hand of the small plan's activities, as they are now."""
    for cell, value in cells.items():
        edited.put(A, cell, value)
    (said,) = [own for own in edited.read().findings if own.rule == "total.typed"]
    assert (said.found, said.expected) == (str(next(iter(cells.values()))), worth)


def test_a_row_inserted_with_a_code(edited: Edited) -> None:
    """Line 36: it belongs to the action in whose block it stands; rows under it move down."""
    edited.insert_row(A, 11).put(A, "A11", "A-30").put(A, "B11", "Neuve").put(A, "C11", "MEF")
    edited.put(A, "F11", 5).put(A, "P11", "maintenue")
    copy = edited.read()
    assert told(copy) == [("remarque", "activity.new", "Axe A!A11")]
    record = {**PLACE_1, "activite": "Neuve", "responsable": "MEF", "2030": 5}
    decided = Key(Kind.DECISION, "A-30")
    more = {NEW: record, decided: {"statut": "maintenue"}}
    assert copy.version.revised == {**copy.version.base, **more}
    places = copy.version.places
    assert (places[NEW, "2030"], places[NEW, "activite"]) == ("Axe A!F11", "Axe A!B11")
    assert places[decided, ""] == "Axe A!P11"
    assert places[Key(Kind.ACTIVITY, "A-2"), "2031"] == "Axe A!G12"


def test_a_row_copied_whole_and_given_a_code_is_a_new_activity(edited: Edited) -> None:
    """Its marks still name the row that it was copied from."""
    copy = copy_row(edited, 10, 12).put(A, "A12", "A-30").put(A, "B12", "Neuve").read()
    assert told(copy) == [
        ("remarque", "activity.new", "Axe A!A12"), ("remarque", "row.copied", "Axe A!A12"),
    ]  # fmt: skip
    record = {**copy.version.base[Key(Kind.ACTIVITY, "A-1")], "activite": "Neuve"}
    assert copy.version.revised == {**copy.version.base, NEW: record}


def test_a_row_deleted(edited: Edited) -> None:
    """Line 37: told, and left out; what was decided of it goes with it."""
    copy = edited.delete_row(A, 11).read()
    assert told(copy) == [("alerte", "activity.gone", A)]
    assert copy.findings[0].found == "A-2"
    assert (copy.lost, copy.retyped) == (("A-2",), ())
    assert Key(Kind.ACTIVITY, "A-2") in copy.version.base
    assert Key(Kind.ACTIVITY, "A-2") not in copy.version.revised
    assert Key(Kind.DECISION, "A-2") not in copy.version.revised
    assert copy.is_sound


def test_a_code_changed(edited: Edited) -> None:
    """Line 40: the row is the same activity, with all that it has, under its new code."""
    copy = edited.put(A, "A11", " A-99").put(A, "F11", 8).read()
    assert told(copy) == [("remarque", "code.renamed", "Axe A!A11")]
    assert (copy.findings[0].found, copy.findings[0].expected) == ("A-99", "A-2")
    changes = compare(copy.version.base, copy.version.revised)
    assert [(own.key, own.field, own.before, own.after) for own in changes] == [
        ((Kind.ACTIVITY, "A-2"), "2030", None, 8),
        ((Kind.ACTIVITY, "A-2"), "code", "A-2", "A-99"),
    ]
    assert copy.version.places[Key(Kind.ACTIVITY, "A-2"), "code"] == "Axe A!A11"


def retyped(edited: Edited, label: str) -> Edited:
    """Return the copy with A-2 deleted and typed again one row above, 9 for the 7 that it had."""
    typed: dict[str, str | int] = {
        "A10": "A-2",
        "B10": label,
        "C10": "MEF",
        "G10": 9,
        "P10": "reportée",
    }
    edited.delete_row(A, 11).insert_row(A, 10).put(A, "Q10", "Faute de crédits")
    for cell, value in typed.items():
        edited.put(A, cell, value)
    return edited


def test_a_code_may_change_its_letters(edited: Edited) -> None:
    """Spreadsheets take it for the one that it was: no other activity has it."""
    copy = edited.put(A, "A10", "a-1").read()
    assert told(copy) == [("remarque", "code.renamed", "Axe A!A10")]


def test_a_row_deleted_and_typed_again(edited: Edited, tmp_path: Path) -> None:
    """It is no activity gone and another one new: its code says which it is."""
    copy = retyped(edited, "Deuxième étude").read()
    assert told(copy) == [("remarque", "activity.retyped", "Axe A!A10")]
    assert (copy.lost, copy.retyped) == (("A-2",), ("A-2",))
    session = open_session(write_plan(tmp_path / "source"), [copy.path])
    assert session.is_sound
    assert [(own.key.code, own.field, own.before, own.after) for own in session.changes] == [
        ("A-2", "2031", 7, 9)
    ]


def test_a_row_typed_again_with_another_label(edited: Edited, tmp_path: Path) -> None:
    copy = retyped(edited, "Seconde étude").read()
    session = open_session(write_plan(tmp_path / "source"), [copy.path])
    said = session.copies[0].findings[-1]
    assert (said.rule, said.sheet, said.cell) == ("text.changed", A, "B10")
    assert (said.found, said.expected) == ("Seconde étude", "Deuxième étude")
    assert "activité A-2, activite" in said.problem
    assert not session.is_sound


def test_a_row_typed_again_in_another_action(edited: Edited, tmp_path: Path) -> None:
    """Told: the copy counts it there, the source keeps it where it was."""
    edited.delete_row(A, 11).put(A, "A17", "A-2").put(A, "B17", "Deuxième étude")
    copy = edited.put(A, "C17", "MEF").put(A, "G17", 7).read()
    assert told(copy) == [
        ("remarque", "activity.retyped", "Axe A!A17"), ("alerte", "row.moved", "Axe A!A17"),
    ]  # fmt: skip
    assert copy.version.revised[Key(Kind.ACTIVITY, "A-2")]["action"] == "A.1.1"
    session = open_session(write_plan(tmp_path / "source"), [copy.path])
    assert [own.field for own in session.changes] == ["statut", "motif"]


@pytest.mark.parametrize(
    ("row", "level"), [(8, "Action A.1.1"), (21, "Sous-total OS A.1"), (32, "TOTAL AXE A")]
)
def test_a_row_of_totals_deleted(edited: Edited, row: int, level: str) -> None:
    """Its title is nowhere in the copy then; the activities under it are where they were."""
    copy = edited.delete_row(A, row).read()
    assert told(copy) == [("alerte", "total.gone", A)]
    assert copy.findings[0].found == level
    assert copy.version.revised == copy.version.base


def test_an_axis_without_its_totals_is_that_of_its_lines(edited: Edited, tmp_path: Path) -> None:
    """Its title is the one above the header: the copy may be checked too."""
    copy = edited.put(A, "F10", 11).delete_row(A, 32).read()
    assert copy.plan is not None
    assert copy.plan.axes[0][:3] == ("A", "Prévenir", A)
    session = open_session(write_plan(tmp_path / "source"), [copy.path])
    assert [(own.key.code, own.after) for own in session.changes] == [("A-1", 11)]
    gone = [own.found for own in check_workbook(copy.path) if own.rule == "row.gone"]
    assert gone == ["TOTAL AXE A"]


def test_an_axis_whose_sheet_is_deleted(edited: Edited) -> None:
    """No base and no force brings it back: the remedy does not name them."""
    copy = edited.delete_sheet(A).read()
    assert told(copy) == [("erreur", "structure", "")]
    assert "la feuille de l'axe A est absente" in copy.findings[0].problem
    assert "--" not in copy.findings[0].remedy


def test_an_action_deleted_whole_has_no_totals_to_miss(edited: Edited) -> None:
    """It leaves the plan; of an objective that keeps another action, the subtotal is missed."""
    for row in (21, 17, 15):
        edited.delete_row(A, row)
    copy = edited.read()
    assert told(copy) == [("alerte", "total.gone", A), ("alerte", "activity.gone", A)]
    assert [own.found for own in copy.findings] == ["Sous-total OS A.1", "A-3"]


def test_an_action_whose_activity_is_typed_anew_misses_its_totals(edited: Edited) -> None:
    edited.delete_row(A, 17).delete_row(A, 15).put(A, "A12", "A-3").put(A, "B12", "Un rapport")
    copy = edited.put(A, "C12", "MEF").put(A, "F12", "PM").read()
    assert "Action A.1.2" in [own.found for own in copy.findings if own.rule == "total.gone"]


def test_a_new_activity_of_an_action_without_its_totals(edited: Edited) -> None:
    """Its rows are those of its lines: the reserve rows belong to it still."""
    copy = edited.put(A, "B12", "Neuve").put(A, "F12", 5).delete_row(A, 8).read()
    assert sorted(told(copy)) == [
        ("alerte", "total.gone", "Axe A"),
        ("remarque", "activity.new", "Axe A!A11"),
    ]
    record = copy.version.revised[Key(Kind.ACTIVITY, "A-5")]
    assert (record["action"], record["activite"], record["2030"]) == ("A.1.1", "Neuve", 5)


def test_more_than_half_of_the_rows_deleted(edited: Edited) -> None:
    """Line 38: four of six; each is told too."""
    for row in (26, 17, 11, 10):
        edited.delete_row(A, row)
    copy = edited.read()
    alerts = [("alerte", "activity.gone", A)] * 4
    assert told(copy) == [*alerts, ("erreur", "activities.gone", "")]
    assert (copy.findings[-1].found, copy.findings[-1].expected) == ("4", "6")


def test_half_of_the_rows_deleted_is_not_more_than_half(edited: Edited) -> None:
    for row in (26, 11, 10):
        edited.delete_row(A, row)
    assert edited.read().is_sound


def test_edits_follow_their_rows(edited: Edited) -> None:
    """Lines 35 and 44: sorted, moved by rows inserted above, and then edited."""
    edited.insert_row(A, 7).swap_rows(A, 11, 12).put(A, "F11", 8)
    copy = edited.read()
    (change,) = compare(copy.version.base, copy.version.revised)
    assert (change.key.code, change.field, change.before, change.after) == ("A-2", "2030", None, 8)


def test_a_copy_of_another_plan(small: Built, tmp_path: Path) -> None:
    """Line 22: both plans are named."""
    folder = write_plan(tmp_path / "autre")
    settings = (folder / "plan.toml").read_text(encoding="utf-8").replace('"PP"', '"AUTRE"')
    (folder / "plan.toml").write_text(settings, encoding="utf-8")
    (copy,) = open_session(folder, [small.path]).copies
    finding = copy.findings[0]
    assert (finding.severity, finding.rule) == ("erreur", "plan.other")
    assert (finding.found, finding.expected) == ("PP, 2030, 2031, 2032", "AUTRE, 2030, 2031, 2032")


def test_rows_inserted_deleted_and_sorted_by_libreoffice(
    small: Built, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    """The same as the edits of parts above, done by a program that moves formulas itself."""
    edits: list[Edit] = [
        Unprotect(A),
        InsertRows(A, 11),
        SetCell(A, "A11", "A-30"),
        SetCell(A, "B11", "Neuve"),
        SetCell(A, "F11", 5),
        DeleteRows(A, 18),
        SortRows(A, 10, 3, "B"),
    ]
    libreoffice.save_as(small.path, tmp_path / "copie.xlsx", edits)
    copy = read_copy(tmp_path / "copie.xlsx")
    assert told(copy) == [
        ("remarque", "activity.new", "Axe A!A11"),
        ("alerte", "activity.gone", A),
        ("remarque", "origin.program", ""),
    ]
    gone = Key(Kind.ACTIVITY, "A-3")
    wanted = {**copy.version.base, NEW: {**PLACE_1, "activite": "Neuve", "2030": 5}}
    del wanted[gone]
    assert copy.version.revised == wanted


def test_a_copy_of_another_version(edited: Edited, small: Built) -> None:
    """Lines 24 and 25: an older one is read and told, a newer form is refused."""
    form = small.address("Empreinte", "format", "text")
    made = small.address("Empreinte", "generateur", "text")
    edited.put("Empreinte", made, "0.0.1")
    assert ("remarque", "origin.version", "") in told(edited.read())
    edited.put("Empreinte", form, "2")
    assert ("erreur", "origin.newer", "Empreinte") in told(edited.read())


def test_an_activity_in_the_block_of_another_action(edited: Edited) -> None:
    """Line 35's limit: it keeps its own action, and its amounts come back."""
    edited.swap_rows(A, 11, 17).put(A, "F17", 8)
    copy = edited.read()
    moved = {("alerte", "row.moved", f"{A}!A17"), ("alerte", "row.moved", f"{A}!A11")}
    assert moved <= set(told(copy))
    (change,) = compare(copy.version.base, copy.version.revised)
    assert (change.key.code, change.field, change.before, change.after) == ("A-2", "2030", None, 8)


def test_a_list_sorted_without_its_keys(edited: Edited) -> None:
    """The first lines of the two axes changed places: their bases are no more the axes'."""
    for row, code, axis in ((5, "B-1", "B"), (15, "A-1", "A")):
        link = f"'Axe {axis}'!A10&\"\""
        edited.put("Activités", f"A{row}", Stored(code, "str", link))
        typed = (axis, f"{axis}.1", f"{axis}.1.1")
        for col, value in zip("BCD", typed, strict=True):
            edited.put("Activités", f"{col}{row}", value)
    (said,) = [own for own in edited.read().findings if own.rule == "list.parted"]
    assert (said.sheet, said.cell) == ("Activités", "A5")
    assert (said.found, said.expected) == ("B-1 (et 1 autre)", "A-1")
