"""Rows moved or copied whole, marks and base included, to another action or another sheet.

*Axe B* has B-1 and B-2 in rows 10 and 11, its reserve rows in 12 and 13 (B-3, B-4).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest

from generator.merging.changes import compare
from generator.merging.facts import Key, Kind
from generator.returning.session import open_session
from tests.copies.edited import Edited, M, split, told
from tests.copies.plan import write_plan
from tests.reader.archives import read_archive
from tests.workbook.built import build

pytestmark = pytest.mark.slow

A, B = "Axe A", "Axe B"
MOVED = ("alerte", "row.moved", "Axe B!A12")
HOME = "Axe A, action A.1.1"
SECOND = Key(Kind.ACTIVITY, "A-2")


def carry(
    edited: Edited, source: int, target: int, sheet: str = B, *, over: bool = False
) -> Edited:
    """Insert a row of *Axe A*, with all that it has, above a row, or put it over that row."""
    cells = [deepcopy(cell) for cell in edited.row(A, source)]
    if not over:
        edited.insert_row(sheet, target)
    for cell in cells:
        cell.set("r", f"{split(cell.attrib['r'])[0]}{target}")
    edited.row(sheet, target)[:] = cells
    return edited


def cut(edited: Edited, source: int, target: int) -> Edited:
    """Cut a row of *Axe A* and insert it on *Axe B*: a blank row stays, what read it follows."""
    carry(edited, source, target).row(A, source)[:] = []
    links = re.compile(rf"'{A}'!(\$?[A-Z]+\$?){source}\b")
    for formula in edited.tree(edited.part("Activités")).iter(f"{M}f"):
        formula.text = links.sub(rf"'{B}'!\g<1>{target}", formula.text or "")
    return edited


def copied_then_deleted(edited: Edited) -> Edited:
    """Copy a row to the other sheet, then delete it."""
    return carry(edited, 11, 12).delete_row(A, 11)


def cut_and_inserted(edited: Edited) -> Edited:
    """Cut a row and insert it on the other sheet."""
    return cut(edited, 11, 12)


def put_over_a_reserve_row(edited: Edited) -> Edited:
    """Put a row over a reserve row of the other sheet, then delete it."""
    return carry(edited, 11, 12, over=True).delete_row(A, 11)


@pytest.mark.parametrize("move", [copied_then_deleted, cut_and_inserted, put_over_a_reserve_row])
def test_a_row_moved_to_the_sheet_of_another_axis(
    edited: Edited, move: Callable[[Edited], Edited]
) -> None:
    """Told with both places; its base, its status and what was typed into it are its own."""
    copy = move(edited).put(B, "F12", 8).read()
    assert told(copy) == [MOVED]
    assert (copy.findings[0].found, copy.findings[0].expected) == ("A-2", HOME)
    (change,) = compare(copy.version.base, copy.version.revised)
    assert (change.key, change.field, change.before, change.after) == (SECOND, "2030", None, 8)
    assert copy.version.base[SECOND]["2031"] == 7
    assert copy.version.revised[SECOND]["axe"] == "A"
    assert copy.version.places[SECOND, "2030"] == "Axe B!F12"
    assert copy.is_sound


def test_a_row_moved_there_changes_nothing_in_the_source(edited: Edited, tmp_path: Path) -> None:
    copy = copied_then_deleted(edited)
    session = open_session(write_plan(tmp_path / "source"), [copy.save()])
    assert session.is_sound
    assert session.changes == ()


def test_a_row_moved_there_and_given_another_code(edited: Edited) -> None:
    copy = copied_then_deleted(edited).put(B, "A12", "A-30").read()
    assert told(copy) == [MOVED, ("remarque", "code.renamed", "Axe B!A12")]


def test_a_row_moved_there_under_a_code_and_a_key_of_its_own(edited: Edited) -> None:
    """That is how an activity goes to another axis in a copy: one is gone, another one new."""
    copy = copied_then_deleted(edited).put(B, "A12", "A-30").put(B, "S12", "A-30").read()
    assert told(copy) == [
        ("remarque", "activity.new", "Axe B!A12"), ("alerte", "activity.gone", A),
    ]  # fmt: skip
    assert copy.is_sound


def test_a_base_touched_beside_a_row_that_was_moved(edited: Edited) -> None:
    """What the row does not explain is told of the axis that it left."""
    copy = copied_then_deleted(edited).put(A, "L10", 11).read()
    assert told(copy) == [MOVED, ("erreur", "base.wrong", A)]


def test_a_row_moved_to_another_action_says_where_it_was(edited: Edited) -> None:
    cells = [deepcopy(cell) for cell in edited.row(A, 11)]
    for cell in cells:
        cell.set("r", f"{split(cell.attrib['r'])[0]}18")
    edited.row(A, 18)[:] = cells
    edited.row(A, 11)[:] = []
    copy = edited.read()
    assert told(copy) == [("alerte", "row.moved", "Axe A!A18")]
    assert (copy.findings[0].found, copy.findings[0].expected) == ("A-2", HOME)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("row", "sheet", "target", "code", "home"),
    [
        (15, A, 11, "A-3", "Axe A, action A.1.2"),
        (15, B, 11, "A-3", "Axe A, action A.1.2"),
        (22, B, 11, "A-4", "Axe A, action A.2.1"),
    ],
)
def test_the_only_row_of_an_action_is_moved(
    tmp_path: Path, row: int, sheet: str, target: int, code: str, home: str
) -> None:
    """Without reserve rows nothing else stands in its block; the action stays the plan's."""
    folder = write_plan(tmp_path / "source")
    settings = (folder / "plan.toml").read_text(encoding="utf-8")
    without = settings.replace("lignes_reserve = 2", "lignes_reserve = 0")
    (folder / "plan.toml").write_text(without, encoding="utf-8")
    built = build(folder, tmp_path / "plan.xlsx")
    edited = Edited(read_archive(built.path), tmp_path / "copie.xlsx")
    carry(edited, row, target, sheet).row(A, row + (sheet == A))[:] = []
    copy = edited.read()
    assert told(copy) == [("alerte", "row.moved", f"{sheet}!A{target}")]
    assert (copy.findings[0].found, copy.findings[0].expected) == (code, home)
    assert copy.version.revised == copy.version.base


@pytest.mark.parametrize("over", [False, True])
@pytest.mark.parametrize(("sheet", "code"), [(A, "A-5"), (B, "B-3")])
@pytest.mark.parametrize("keyed", [False, True])
def test_a_row_copied_under_a_code_of_its_own(
    edited: Edited, sheet: str, code: str, over: bool, keyed: bool
) -> None:
    """A new activity where it stands, its status with it; the row's marks and base say nothing."""
    new = code if over else "A-30"
    carry(edited, 11, 12, sheet, over=over).put(sheet, "A12", new)
    if keyed:
        edited.put(sheet, "S12", new)
    copy = edited.read()
    said = [("remarque", "activity.new", f"{sheet}!A12")]
    if not keyed:
        said.append(("remarque", "row.copied", f"{sheet}!A12"))
        assert copy.findings[1].found == f"{new}, copie de A-2, Axe A!A11"
    assert told(copy) == said
    record = copy.version.revised[Key(Kind.ACTIVITY, new)]
    assert (record["axe"], record["activite"], record["2031"]) == (sheet[-1], "Deuxième étude", 7)
    decided = Key(Kind.DECISION, new)
    assert copy.version.revised[decided]["statut"] == "reportée"
    assert len(copy.version.base) == 27


def test_a_row_copied_to_another_sheet_under_its_code(edited: Edited) -> None:
    """It would count twice."""
    copy = carry(edited, 11, 12).read()
    assert told(copy) == [("erreur", "code.twice", "Axe B!A12")]
    assert copy.findings[0].found == "A-2, Axe A!A11"
