"""What an officer edits is worth what a rebuild from the same edits of the CSV gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engines.libreoffice import LibreOffice
from tests.proof.agreement import Agreement, Reading
from tests.proof.edits import Edit, ReserveEdit, edited_folder, edits_of, script
from tests.proof.folder import LEVELS, Folder, read_folder
from tests.proof.identities import broken_identities
from tests.proof.plans import folders
from tests.proof.recalculated import Workbook, workbook
from tests.proof.settings import proof, tell
from tests.proof.tally import count
from tests.workbook.built import SOURCE

pytestmark = pytest.mark.slow

SHIPPED = read_folder(SOURCE)


@st.composite
def edited_plans(draw: st.DrawFn) -> tuple[Folder, list[Edit]]:
    """Draw a plan of one to four axes, and edits of its workbook."""
    folder = draw(folders(axes=4))
    return folder, draw(edits_of(folder))


@pytest.fixture(scope="module")
def shipped_book() -> Iterator[Workbook]:
    with workbook(SHIPPED) as book:
        yield book


@proof(10, 300)
@given(edits=edits_of(SHIPPED))
def test_edits_of_the_shipped_plan(
    libreoffice: LibreOffice, shipped_book: Workbook, edits: list[Edit]
) -> None:
    tell("the shipped plan")
    _check(libreoffice, shipped_book, SHIPPED, edits)


@proof(40, 900)
@given(case=edited_plans())
def test_edits_of_drawn_plans(libreoffice: LibreOffice, case: tuple[Folder, list[Edit]]) -> None:
    folder, edits = case
    tell(folder)
    with workbook(folder) as book:
        _check(libreoffice, book, folder, edits)
        count(plans=1)


def _check(libreoffice: LibreOffice, book: Workbook, folder: Folder, edits: Sequence[Edit]) -> None:
    sheets = _sheets(book, folder)
    codes = _proposed(book, sheets, edits)
    renamed = {edit.key: codes[edit.key] for edit in edits if isinstance(edit, ReserveEdit)}
    values = libreoffice.recalculate(book.poison(), script(book.built, edits, sheets))
    with workbook(edited_folder(folder, edits, codes)) as again:
        before, edited = Reading(book.built, book.shown), Reading(book.built, values)
        case = Agreement(before, edited, Reading(again.built, again.shown), renamed)
        assert case.differences() == []
        assert broken_identities(case) == []
        count(scripts=1, edits=len(edits), libreoffice=len(book))


def _sheets(book: Workbook, folder: Folder) -> dict[str, str]:
    """Return the sheet of every code of the plan."""
    axes = {axis.code: axis.sheet for axis in book.built.source.plan.axes}
    return {row[level]: axes[row["axe"]] for row in folder.rows() for level in (*LEVELS, "code")}


def _proposed(book: Workbook, sheets: dict[str, str], edits: Sequence[Edit]) -> dict[str, str]:
    """Return the code that each reserve row to be filled proposes."""
    return {
        edit.key: str(book.built.value(book.shown, sheets[edit.action], edit.key, "key"))
        for edit in edits
        if isinstance(edit, ReserveEdit)
    }


def test_a_row_without_a_key_holds_no_formula(shipped_book: Workbook) -> None:
    """Else it would be overlooked above."""
    for sheet in shipped_book.built.computed.book.sheets:
        for row in sheet.rows:
            if row.key.startswith("#"):
                contents = [cell.content for cell in row.cells.values()]
                assert all(isinstance(content, (str, int, type(None))) for content in contents)
