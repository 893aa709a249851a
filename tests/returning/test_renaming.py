"""`import` of another code: the activity keeps all it has, in every file that names it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from tests.copies.edited import Edited
from tests.engines.edits import SetCell
from tests.reader.archives import read_archive
from tests.returning.conftest import Command
from tests.returning.copies import at, sheet_of, snapshot, typed_copy
from tests.returning.test_merge import fill
from tests.workbook.built import Built, build

pytestmark = pytest.mark.slow
OLD, NEW = "I-1.1.2", "I-1.1.9"


@pytest.fixture
def named(folder: Path) -> Built:
    """Return the workbook of a folder whose other files name the activity too."""
    (folder / "statuts.csv").write_bytes(f"code;statut;motif\n{OLD};reportée;x\n".encode())
    (folder / "pta.csv").write_bytes(f"code;annee;t1;t2;t3;t4\n{OLD};2016;1;;;\n".encode())
    (folder / "execution.csv").write_bytes(f"code;annee;engage\n{OLD};2016;1\n".encode())
    return build(folder, folder.parent / "nommee.xlsx")


def code_typed(built: Built, code: str, new: str) -> SetCell:
    return SetCell(*built.cell(sheet_of(built, code), code, "code"), new)


def lines(content: bytes) -> list[str]:
    return content.decode("utf-8-sig").splitlines()


def test_a_new_code_goes_into_every_file(
    named: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    before = snapshot(folder)
    edits = [code_typed(named, OLD, NEW), at(named, OLD, 2016, 1_000_000)]
    copy = typed_copy(named, tmp_path / "copie.xlsx", edits)
    answer = command("import", copy, "--apply")
    assert answer.status == 0, answer
    assert "code d'activité changé" in answer.out
    after = snapshot(folder)
    pairs = zip(lines(before["matrice.csv"]), lines(after["matrice.csv"]), strict=True)
    ((was, now),) = [(one, other) for one, other in pairs if one != other]
    assert f";{OLD};" in was
    assert f";{NEW};" in now
    assert now.split(";")[-2] == OLD  # code_document: what the document prints
    for name in ("statuts.csv", "pta.csv", "execution.csv"):
        assert after[name] == before[name].replace(OLD.encode(), NEW.encode())
    adopted = lines(after["matrice_adoptee.csv"])
    pairs = zip(lines(before["matrice.csv"]), adopted, strict=True)
    assert [other for one, other in pairs if one != other] == [
        was.replace(f";{OLD};", f";{NEW};")[:-1] + f"{OLD};"
    ]
    journal = lines(after["journal.csv"])
    assert any(f";activité;{OLD};modifié;code;{OLD};{NEW};" in line for line in journal)
    assert any(f";{OLD};modifié;code_document;;{OLD};" in line for line in journal)


def test_the_bridges_stay_whole(
    named: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    """The same amounts under another code: nothing was adjusted."""
    copy = typed_copy(named, tmp_path / "copie.xlsx", [code_typed(named, OLD, NEW)])
    assert command("import", copy, "--apply").status == 0
    again = build(folder, tmp_path / "refait.xlsx")
    assert again.named(again.stored, "Controle_General") == 0
    assert again.named(again.stored, "Total_Plan") == 8_802_000_000
    assert again.value(again.stored, "Rapprochement", "plan:PLAN:validated", "total") == 0
    assert again.value(again.stored, "Activités", f"{NEW}", "printed") == OLD


def test_a_copy_made_before_still_merges(
    named: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    """The journal tells which activity it speaks of."""
    first = typed_copy(named, tmp_path / "code.xlsx", [code_typed(named, OLD, NEW)])
    second = typed_copy(named, tmp_path / "montant.xlsx", [at(named, OLD, 2016, 7)])
    assert command("import", first, "--apply").status == 0
    answer = command("merge", first, second, "--apply")
    assert answer.status == 0, answer
    found = next(line for line in lines(snapshot(folder)["matrice.csv"]) if f";{NEW};" in line)
    assert ";7;" in found
    assert "supprimé" not in answer.out


def test_one_code_for_two_activities_is_a_conflict(
    named: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    before = snapshot(folder)
    copies = [
        typed_copy(named, tmp_path / f"{place}.xlsx", [code_typed(named, code, NEW)])
        for place, code in enumerate((OLD, "I-1.1.3"))
    ]
    answer = command("merge", *copies, "--apply")
    assert answer.status == 1
    assert "Conflits (2)" in answer.out
    assert snapshot(folder) == before


def test_the_code_of_a_new_activity_is_told_to_be_taken(
    named: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    """Choosing it is refused; the plan's own settles it, and the new activity comes."""
    code, label = (named.cell("Axe I", "reserve:I.1.1:0", col) for col in ("code", "label"))
    new = [SetCell(*code, NEW), SetCell(*label, "Neuve")]
    copies = [
        typed_copy(named, tmp_path / "code.xlsx", [code_typed(named, OLD, NEW)]),
        typed_copy(named, tmp_path / "neuve.xlsx", new),
    ]
    assert command("merge", *copies).status == 1
    choices = tmp_path / "conflits.xlsx"
    fill(choices, {1: "code.xlsx"})
    answer = command("merge", *copies, "--decisions", choices, "--apply")
    assert answer.status == 2
    assert "« code.xlsx » choisi ; attendu : la matrice actuelle (code d'une" in answer.err
    fill(choices, {1: "la matrice actuelle"})
    assert command("merge", *copies, "--decisions", choices, "--apply").status == 0
    matrix = snapshot(folder)["matrice.csv"].decode("utf-8-sig")
    assert [f";{one};" in matrix for one in (OLD, NEW)] == [True, True]


def test_undoing_puts_the_old_code_back(
    named: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    before = snapshot(folder)
    copy = typed_copy(named, tmp_path / "copie.xlsx", [code_typed(named, OLD, NEW)])
    assert command("import", copy, "--apply").status == 0
    assert main(["log", str(folder), "--annuler"]) == 0
    assert snapshot(folder) == before


def test_a_copy_made_before_deletes_the_activity_under_its_new_code(
    named: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    """Nobody edited it: nothing clashes, and its base is not said to be written into."""
    code = "I-1.1.3"
    first = typed_copy(named, tmp_path / "code.xlsx", [code_typed(named, code, NEW)])
    sheet = sheet_of(named, code)
    second = Edited(read_archive(named.path), tmp_path / "moins.xlsx")
    second.delete_row(sheet, named.row(sheet, code))
    assert command("import", first, "--apply").status == 0
    answer = command("import", second.save(), "--apply", "--confirmer-suppressions")
    assert answer.status == 0, answer
    assert "1 alerte" in answer.out
    assert f";{NEW};" not in snapshot(folder)["matrice.csv"].decode("utf-8-sig")
