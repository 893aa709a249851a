"""Edits through the open cells, drawn and made in LibreOffice: never an error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checking import check_workbook
from tests.checking.copies import told
from tests.engines.libreoffice import LibreOffice
from tests.proof.edits import Edit, edits_of, script
from tests.proof.folder import LEVELS, Folder
from tests.proof.plans import folders
from tests.proof.recalculated import workbook
from tests.proof.settings import proof, tell

pytestmark = pytest.mark.slow


@st.composite
def edited_plans(draw: st.DrawFn) -> tuple[Folder, list[Edit]]:
    """Draw a plan of one to four axes, and edits of its workbook."""
    folder = draw(folders(axes=4))
    return folder, draw(edits_of(folder))


@proof(4, 300)
@given(case=edited_plans())
def test_an_honest_edit_of_a_drawn_plan(
    libreoffice: LibreOffice, case: tuple[Folder, list[Edit]]
) -> None:
    folder, edits = case
    tell(folder)
    with workbook(folder) as book:
        axes = {axis.code: axis.sheet for axis in book.built.source.plan.axes}
        rows = folder.rows()
        sheets = {row[level]: axes[row["axe"]] for row in rows for level in (*LEVELS, "code")}
        target = book.built.path.with_name("copie.xlsx")
        libreoffice.save_as(book.built.path, target, script(book.built, edits, sheets))
        assert told(check_workbook(target), "erreur") == set()
