"""Sheets whose rows were sorted in any way: they bring what they bring in their own order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from generator.returning.session import Session, open_session
from tests.copies.edited import Edited
from tests.proof.folder import Folder
from tests.proof.settings import proof, tell
from tests.proof.tally import count
from tests.reader.archives import read_archive
from tests.returning.hands import Case, cases, cells_of, sheets_of, type_cells
from tests.workbook.built import Built, build

pytestmark = pytest.mark.slow


def blocks_of(built: Built, folder: Folder) -> Iterator[tuple[str, list[int]]]:
    """Yield the sheet and the rows of each action: its activities, then its reserve rows."""
    sheets, reserve = sheets_of(built, folder), folder.settings.get("lignes_reserve", 1)
    assert isinstance(reserve, int)
    for action in dict.fromkeys(row["action"] for row in folder.rows()):
        codes = [row["code"] for row in folder.rows() if row["action"] == action]
        keys = [*codes, *[f"reserve:{action}:{place}" for place in range(reserve)]]
        yield sheets[action], [built.row(sheets[action], key) for key in keys]


def sheets_whole(built: Built, folder: Folder) -> Iterator[tuple[str, list[int]]]:
    """Yield the sheet and the rows of the activities of each axis, whatever their action."""
    sheets = sheets_of(built, folder)
    for axis in dict.fromkeys(row["axe"] for row in folder.rows()):
        codes = [row["code"] for row in folder.rows() if row["axe"] == axis]
        yield sheets[axis], [built.row(sheets[axis], code) for code in codes]


def shuffle(edited: Edited, sheet: str, rows: Sequence[int], order: Sequence[int]) -> None:
    """Put the rows in an order, which says for each place which of them comes there."""
    at = list(range(len(rows)))  # which of the rows stands at each place
    for place, wanted in enumerate(order):
        other = at.index(wanted)
        if other != place:
            edited.swap_rows(sheet, rows[place], rows[other])
            at[place], at[other] = at[other], at[place]


def said(session: Session) -> list[tuple[str, str, str]]:
    """Return what is said of the copy, wherever it stands, but that rows were moved."""
    (copy,) = session.copies
    found = [(own.severity, own.rule, own.found) for own in copy.findings]
    return sorted(own for own in found if own[1] != "row.moved")


@proof(20, 600)
@given(case=cases(deleting=False), data=st.data(), whole=st.booleans())
def test_a_shuffled_sheet_brings_the_same(case: Case, data: st.DataObject, *, whole: bool) -> None:
    tell(case)
    folder, (hand, *_) = case
    event("across actions" if whole else "inside actions")
    with TemporaryDirectory(prefix="shuffles-") as name:
        place = Path(name)
        source = folder.write(place / "source")
        built = build(source, place / "plan.xlsx")
        cells = list(cells_of(built, sheets_of(built, folder), hand))
        parts = read_archive(built.path)
        plain = Edited(dict(parts), place / "copie.xlsx")
        mixed = Edited(dict(parts), place / "melangee.xlsx")
        for edited in (plain, mixed):
            type_cells(edited, cells)
        for sheet, rows in (sheets_whole if whole else blocks_of)(built, folder):
            shuffle(mixed, sheet, rows, data.draw(st.permutations(range(len(rows)))))
        if data.draw(st.booleans()):
            mixed.reverse_sheets()
        wanted, found = (open_session(source, [own.save()]) for own in (plain, mixed))
        assert wanted.is_sound
        assert set(found.changes) == set(wanted.changes)
        assert len(found.changes) == len(wanted.changes)
        assert (found.conflicts, said(found)) == ((), said(wanted))
        count(plans=1, workbooks=1, copies=2, shuffled=1, changes=len(found.changes))
