"""Plans and edits drawn at random: what comes back is what a hand edit of the CSV would be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.merging.changes import compare
from generator.merging.facts import facts_of
from generator.reading.source import read_source
from generator.returning.applying import apply_session
from generator.returning.session import open_session
from tests.engines.libreoffice import LibreOffice
from tests.proof.edits import Edit, ReserveEdit, edited_folder, edits_of, script
from tests.proof.folder import LEVELS, Folder
from tests.proof.plans import folders
from tests.proof.settings import proof, tell
from tests.proof.tally import count
from tests.returning.applied import NOW
from tests.returning.copies import snapshot, typed_copy
from tests.workbook.built import Built, build

pytestmark = pytest.mark.slow


@st.composite
def edited_plans(draw: st.DrawFn) -> tuple[Folder, list[Edit]]:
    """Draw a plan of one to three axes, and edits of its workbook."""
    folder = draw(folders(axes=3))
    return folder, draw(edits_of(folder))


@proof(25, 400)
@given(folder=folders(axes=4))
def test_an_unedited_workbook_brings_nothing(folder: Folder) -> None:
    tell(folder)
    with TemporaryDirectory() as name:
        place = Path(name)
        built = build(folder.write(place / "source"), place / "plan.xlsx")
        before = snapshot(place / "source")
        session = open_session(place / "source", [built.path])
        assert session.is_sound, [str(found) for found in session.copies[0].findings]
        assert session.changes == ()
        (copy,) = session.copies
        assert copy.version.base == copy.version.revised == facts_of(built.source.plan)
        assert [str(own) for own in copy.findings if own.rule.startswith("cell.")] == []
        assert apply_session(session, NOW) == ([], "")
        assert snapshot(place / "source") == before
        count(plans=1, workbooks=1, copies=1)


@proof(25, 600)
@given(case=edited_plans())
def test_an_edited_workbook_brings_the_edits(case: tuple[Folder, list[Edit]]) -> None:
    folder, edits = case
    tell(folder)
    assume("_x" not in f"{folder}{edits}")  # openpyxl reads what is escaped so, and writes it bare
    with TemporaryDirectory() as name:
        place = Path(name)
        source = folder.write(place / "source")
        built = build(source, place / "plan.xlsx")
        sheets, codes = _sheets(built, folder), _codes(built, edits)
        copy = typed_copy(built, place / "copie.xlsx", script(built, edits, sheets))
        session = open_session(source, [copy])
        assert session.is_sound, [str(found) for found in session.copies[0].findings]
        before = snapshot(source)
        apply_session(session, NOW)
        expected = edited_folder(folder, edits, codes).write(place / "attendu")
        found, wanted = (facts_of(read_source(own).plan) for own in (source, expected))
        assert compare(wanted, found) == ()
        again = open_session(source, [copy])
        assert again.changes == ()
        assert session.changes or snapshot(source) == before
        count(plans=1, workbooks=1, copies=1, changes=len(session.changes))


@pytest.mark.libreoffice
@proof(6, 120)
@given(case=edited_plans())
def test_a_workbook_edited_in_libreoffice_brings_the_edits(
    libreoffice: LibreOffice, case: tuple[Folder, list[Edit]]
) -> None:
    folder, edits = case
    tell(folder)
    with TemporaryDirectory() as name:
        place = Path(name)
        source = folder.write(place / "source")
        built = build(source, place / "plan.xlsx")
        sheets, codes = _sheets(built, folder), _codes(built, edits)
        libreoffice.save_as(built.path, place / "copie.xlsx", script(built, edits, sheets))
        session = open_session(source, [place / "copie.xlsx"])
        assert session.is_sound, [str(found) for found in session.copies[0].findings]
        apply_session(session, NOW)
        expected = edited_folder(folder, edits, codes).write(place / "attendu")
        found, wanted = (facts_of(read_source(own).plan) for own in (source, expected))
        assert compare(wanted, found) == ()
        count(plans=1, workbooks=1, copies=1, resaved=1, changes=len(session.changes))


def _sheets(built: Built, folder: Folder) -> dict[str, str]:
    axes = {axis.code: axis.sheet for axis in built.source.plan.axes}
    return {row[level]: axes[row["axe"]] for row in folder.rows() for level in (*LEVELS, "code")}


def _codes(built: Built, edits: Sequence[Edit]) -> Mapping[str, str]:
    """Return the code that each reserve row to be filled proposes."""
    found = {}
    for edit in edits:
        if isinstance(edit, ReserveEdit):
            axis = next(
                axis
                for axis in built.source.plan.axes
                if edit.action in {action.code for action in axis.actions}
            )
            found[edit.key] = str(built.value(built.stored, axis.sheet, edit.key, "key"))
    return found
