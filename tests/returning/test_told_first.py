"""`import`: what must be told of amounts and keys before anything is applied."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.returning.session import open_session
from tests.engines.edits import SetCell
from tests.returning.conftest import Command
from tests.returning.copies import at, typed_copy
from tests.returning.excel_copies import excel_copy
from tests.workbook.built import Built

pytestmark = pytest.mark.slow
STUDY, LARGEST = "I-1.1.1", 999_999_999_999_999


def test_a_total_past_fifteen_digits_is_told_before_it_is_applied(
    shipped: Built, command: Command, tmp_path: Path
) -> None:
    cells = [at(shipped, STUDY, year, LARGEST) for year in (2016, 2017)]
    assert command("import", typed_copy(shipped, tmp_path / "copie.xlsx", cells)).status == 1


def test_a_far_value_is_told(shipped: Built, folder: Path, tmp_path: Path) -> None:
    copy = excel_copy(shipped, tmp_path / "copie.xlsx").put("Axe I", "XFD1048576", 5)
    assert open_session(folder, [copy.save()]).copies[0].findings


def test_a_key_typed_over_leaves_the_row_to_its_code(
    shipped: Built, folder: Path, tmp_path: Path
) -> None:
    typed = [at(shipped, STUDY, 2017, 5), SetCell(*shipped.cell("Axe I", STUDY, "key"), "Note")]
    session = open_session(folder, [typed_copy(shipped, tmp_path / "copie.xlsx", typed)])
    assert session.conflicts == ()
    assert [(change.key.code, change.after) for change in session.changes] == [(STUDY, 5)]


def test_a_cell_that_is_wrong_empties_nothing(shipped: Built, folder: Path, tmp_path: Path) -> None:
    """What is listed beside the errors is what was typed."""
    wrong = [
        at(shipped, STUDY, 2016, "12 M"),
        SetCell("Paramètres", "C5", 25),
        SetCell("Paramètres", "C7", "Toutes"),
        SetCell("Paramètres", "C12", "usd"),
        SetCell("PTA", "C4", 2035),
    ]
    cells = [*wrong, at(shipped, STUDY, 2017, 5)]
    session = open_session(folder, [typed_copy(shipped, tmp_path / "copie.xlsx", cells)])
    assert not session.is_sound
    assert [(own.key.code, own.field, own.after) for own in session.changes] == [(STUDY, "2017", 5)]
