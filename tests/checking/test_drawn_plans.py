"""Plans drawn at random: what is built from them is sound, by both witnesses."""

from __future__ import annotations

from hypothesis import given

from generator.checking import check_workbook
from tests.checking.copies import told
from tests.proof.folder import Folder
from tests.proof.plans import folders
from tests.proof.recalculated import workbook
from tests.proof.settings import proof, tell

WATCHED = {"check.alert"}
"""What the workbook itself watches: an activity without cost, no share of the State."""


@proof(25, 500)
@given(folder=folders())
def test_a_drawn_plan_is_sound(folder: Folder) -> None:
    tell(folder)
    with workbook(folder) as book:
        found = check_workbook(book.built.path)
    assert told(found, "erreur") == set()
    assert {finding.rule for finding in found} <= WATCHED
