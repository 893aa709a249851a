"""An activity of a drawn plan is given another code: what comes back is a hand edit."""

from __future__ import annotations

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
from tests.engines.edits import SetCell
from tests.proof.folder import ADOPTED, MATRIX, WORK_PLAN, Folder, Row, csv_text
from tests.proof.plans import folders
from tests.proof.settings import proof, tell
from tests.returning.applied import NOW
from tests.returning.copies import sheet_of, typed_copy
from tests.workbook.built import build

pytestmark = pytest.mark.slow
NEW_CODES = ("ZZ-9.9", "9.10", "code nouveau 7", "É-1")


@st.composite
def renamed_plans(draw: st.DrawFn) -> tuple[Folder, str, str]:
    """Draw a plan, an activity of it, and a code that nothing in it has."""
    folder = draw(folders(axes=3))
    code = draw(st.sampled_from([row["code"] for row in folder.rows()]))
    new = draw(st.sampled_from(NEW_CODES))
    assume(
        all(new.casefold() != row["code"].casefold() for row in (*folder.rows(), *folder.adopted))
    )
    return folder, code, new


def renamed(folder: Folder, code: str, new: str) -> Folder:
    """Return the texts with a code typed over, and the document's kept where there is room."""
    adopted = {row["code"] for row in folder.adopted}
    files = dict(folder.files)
    for name in (MATRIX, ADOPTED, WORK_PLAN):
        if rows := folder.rows(name):
            for row in rows:
                _rename(row, code, new, printed=name != WORK_PLAN and code in adopted)
            files[name] = csv_text(list(rows[0]), rows)
    return Folder(files)


def _rename(row: Row, code: str, new: str, *, printed: bool) -> None:
    if row["code"] == code:
        row["code"] = new
        if printed and "code_document" in row:
            row["code_document"] = row["code_document"] or code


@proof(15, 200)
@given(case=renamed_plans())
def test_a_new_code_is_the_hand_edit(case: tuple[Folder, str, str]) -> None:
    folder, code, new = case
    tell(folder)
    assume("_x" not in str(folder))  # openpyxl reads what is escaped so, and does not write it back
    with TemporaryDirectory() as name:
        place = Path(name)
        source = folder.write(place / "source")
        built = build(source, place / "plan.xlsx")
        cell = SetCell(*built.cell(sheet_of(built, code), code, "code"), new)
        copy = typed_copy(built, place / "copie.xlsx", [cell])
        session = open_session(source, [copy])
        assert session.is_sound, [str(found) for found in session.copies[0].findings]
        apply_session(session, NOW)
        expected = renamed(folder, code, new).write(place / "attendu")
        found, wanted = (facts_of(read_source(own).plan) for own in (source, expected))
        assert compare(wanted, found) == ()
        adopted = read_source(source).plan.adopted or {}
        assert (new in adopted) == (code in {row["code"] for row in folder.adopted})
        again = open_session(source, [copy])
        assert again.changes == ()
        rebuilt = build(source, place / "refait.xlsx")
        assert rebuilt.named(rebuilt.stored, "Controle_General") == 0
