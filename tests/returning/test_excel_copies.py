"""`import` of copies saved as Excel saves them: its ways of writing bring nothing of their own."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.copies.edited import Edited, Typed
from tests.returning.conftest import Command
from tests.returning.copies import snapshot
from tests.returning.excel_copies import MANNERS, excel_copy, save_as_excel
from tests.returning.typed import CHANGES, I1, PLACE, STUDY, TYPED, changes, remarks
from tests.workbook.built import Built

pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize("manner", MANNERS, ids="+".join),
]
Manner: TypeAlias = tuple[str, ...]


@pytest.fixture
def copy(shipped: Built, tmp_path: Path) -> Edited:
    return excel_copy(shipped, tmp_path / "copie.xlsx")


def put(copy: Edited, built: Built, *typed: tuple[str, str, str, Typed]) -> Edited:
    for sheet, row, col, value in typed:
        copy.put(*built.cell(sheet, row, col), value)
    return copy


def test_an_unedited_copy_changes_nothing(
    copy: Edited, folder: Path, command: Command, manner: Manner
) -> None:
    before = snapshot(folder)
    answer = command("import", save_as_excel(copy, manner), "--json", "--apply")
    told = json.loads(answer.out)
    assert (answer.status, told["changements"], remarks(told)) == (0, [], [])
    assert snapshot(folder) == before


def test_what_was_typed_is_all_that_changes(
    shipped: Built, copy: Edited, folder: Path, command: Command, manner: Manner
) -> None:
    path = save_as_excel(put(copy, shipped, *TYPED), manner)
    answer = command("import", path, "--json", "--apply")
    told = json.loads(answer.out)
    assert answer.status == 0
    assert changes(told) == CHANGES
    assert len(told["changements"]) == len(CHANGES)
    assert remarks(told) == [("remarque", "activity.new")]
    assert "part_etat = 0.29" in (folder / "plan.toml").read_text("utf-8").splitlines()
    assert command("import", path, "--apply").out.count("aucun changement") == 1


def test_a_sorted_block_and_an_edit_bring_the_edit_alone(
    shipped: Built, copy: Edited, command: Command, manner: Manner
) -> None:
    """The rows of action I.1.1, the reserve row too, from the last to the first."""
    put(copy, shipped, (I1, STUDY, "y2017", 7))
    first, last = shipped.row(I1, STUDY), shipped.row(I1, "reserve:I.1.1:0")
    assert last - first == 4
    copy.swap_rows(I1, first, last).swap_rows(I1, first + 1, last - 1)
    told = json.loads(command("import", save_as_excel(copy, manner), "--json").out)
    assert changes(told) == {("activité", STUDY, "2017", None, 7)}
    assert remarks(told) == []


def test_an_inserted_row_with_a_code_is_a_new_activity(
    shipped: Built, copy: Edited, folder: Path, command: Command, manner: Manner
) -> None:
    """The row under it moves down, and its amounts with it."""
    row, years = shipped.row(I1, "I-1.1.2"), shipped.address(I1, STUDY, "y2016")[0]
    put(copy, shipped, (I1, "I-1.1.2", "y2019", 3)).insert_row(I1, row)
    copy.put(I1, f"A{row}", "I-1.1.9").put(I1, f"B{row}", "Neuve").put(I1, f"{years}{row}", 5)
    answer = command("import", save_as_excel(copy, manner), "--json", "--apply")
    told = json.loads(answer.out)
    new = {**PLACE, "activite": "Neuve", "2016": 5}
    assert changes(told) == {
        ("activité", "I-1.1.2", "2019", 15_000_000, 3),
        *[("activité", "I-1.1.9", field, None, value) for field, value in new.items()],
    }
    assert remarks(told) == [("remarque", "activity.new")]
    with (folder / "matrice.csv").open(encoding="utf-8-sig", newline="") as file:
        codes = [record["code"] for record in csv.DictReader(file, delimiter=";")]
    assert codes[:6] == ["I-1.1.1", "I-1.1.2", "I-1.1.3", "I-1.1.4", "I-1.1.9", "I-1.2.1"]


def test_a_deleted_row_is_a_deletion_once_confirmed(
    shipped: Built, copy: Edited, folder: Path, command: Command, manner: Manner
) -> None:
    """Only its line leaves the matrix."""
    before = (folder / "matrice.csv").read_bytes().splitlines(keepends=True)
    copy.delete_row(I1, shipped.row(I1, "I-1.1.4"))
    path = save_as_excel(copy, manner)
    answer = command("import", path, "--json", "--apply")
    told = json.loads(answer.out)
    assert answer.status == 1
    assert {(own["code"], own["nature"]) for own in told["changements"]} == {
        ("I-1.1.4", "supprimé")
    }
    assert remarks(told) == [("alerte", "activity.gone")]
    assert (folder / "matrice.csv").read_bytes() == b"".join(before)
    assert command("import", path, "--confirmer-suppressions", "--apply").status == 0
    after = (folder / "matrice.csv").read_bytes().splitlines(keepends=True)
    assert after == [line for line in before if b";I-1.1.4;" not in line]
    assert len(after) == len(before) - 1
