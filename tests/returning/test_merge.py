"""`merge`: several copies, each from its base, into the plan as it is now."""

from __future__ import annotations

import itertools
from pathlib import Path

import openpyxl
import pytest

from generator.cli import main
from generator.merging.facts import Key, Kind, facts_of
from generator.reading.source import read_source
from tests.engines.edits import SetCell
from tests.returning.conftest import Command
from tests.returning.copies import at, snapshot, typed_copy
from tests.workbook.built import Built, build

pytestmark = pytest.mark.slow
STUDY, SURVEY = "I-1.1.1", "I-1.1.2"


def copies(built: Built, folder: Path, *edits: list[SetCell]) -> list[Path]:
    return [
        typed_copy(built, folder / f"copie{place}.xlsx", cells)
        for place, cells in enumerate(edits, start=1)
    ]


def fill(path: Path, choices: dict[int, str]) -> None:
    """Choose who is right in conflicts, by their number."""
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Conflits"]
    rows = {cell.value: cell.row for cell in sheet["A"]}
    for number, who in choices.items():
        sheet.cell(rows[number], sheet.max_column).value = who
    workbook.save(path)


def amounts(folder: Path, code: str) -> dict[str, object]:
    record = facts_of(read_source(folder).plan)[Key(Kind.ACTIVITY, code)]
    return {field: value for field, value in record.items() if field.isdigit()}


def test_disjoint_edits_join_and_the_same_one_is_one(
    shipped: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    paths = copies(
        shipped,
        tmp_path,
        [at(shipped, STUDY, 2017, 11)],
        [at(shipped, STUDY, 2018, 22), at(shipped, STUDY, 2017, 11)],
        [at(shipped, SURVEY, 2016, 33)],
    )
    assert command("merge", *paths, "--apply").status == 0
    assert amounts(folder, STUDY) == {
        "2016": 37_500_000, "2017": 11, "2018": 22, "2020": 37_500_000,
    }  # fmt: skip
    assert amounts(folder, SURVEY)["2016"] == 33


def test_a_clash_is_told_with_both_values_and_nothing_is_written(
    shipped: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    before = snapshot(folder)
    paths = copies(
        shipped, tmp_path, [at(shipped, STUDY, 2017, 111)], [at(shipped, STUDY, 2017, 222)]
    )
    place = shipped.address("Axe I", STUDY, "y2017")
    said = {command("merge", *order, "--apply") for order in itertools.permutations(paths)}
    assert {answer.status for answer in said} == {1}
    for answer in said:
        assert "activité I-1.1.1, 2017 : valeurs différentes" in answer.out
        assert f"    copie1.xlsx (Axe I!{place}) : 111\n" in answer.out
        assert f"    copie2.xlsx (Axe I!{place}) : 222\n" in answer.out
        assert "    la matrice actuelle : vide\n" in answer.out
    assert snapshot(folder) == before
    assert not Path("conflits.xlsx").exists(), "it goes where it is asked to"


def test_a_clash_is_settled_in_its_workbook(
    shipped: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    paths = copies(
        shipped, tmp_path, [at(shipped, STUDY, 2017, 111)], [at(shipped, STUDY, 2017, 222)]
    )
    assert command("merge", *paths, "--apply").status == 1
    choices = tmp_path / "conflits.xlsx"
    workbook = openpyxl.load_workbook(choices)
    sheet = workbook["Conflits"]
    titles = {str(cell.value): place for place, cell in enumerate(sheet[3], start=1)}
    row = [sheet.cell(4, titles[name]).value for name in ("Code", "Champ", "copie1.xlsx")]
    assert row == [STUDY, "2017", 111]
    answer = command("merge", *paths, "--decisions", choices, "--apply")
    assert answer.status == 2
    assert "ligne 4, activité I-1.1.1 : rien choisi" in answer.err
    sheet.cell(4, titles["Choix"]).value = "copie2.xlsx"
    workbook.save(tmp_path / "choix.xlsx")
    answer = command("merge", *paths, "--decisions", tmp_path / "choix.xlsx", "--apply")
    assert answer.status == 0, answer.out
    assert amounts(folder, STUDY)["2017"] == 222


def test_choices_that_were_made_are_not_written_over(
    shipped: Built, command: Command, tmp_path: Path
) -> None:
    """Run again without --decisions, or with a choice that leaves a conflict: the file stays."""
    paths = copies(
        shipped, tmp_path, [at(shipped, STUDY, 2017, 111)], [at(shipped, STUDY, 2017, 222)]
    )
    choices = tmp_path / "conflits.xlsx"
    assert command("merge", *paths).status == 1
    assert command("merge", *paths).status == 1, "nobody chose yet: written again"
    workbook = openpyxl.load_workbook(choices)
    workbook["Conflits"].cell(4, workbook["Conflits"].max_column).value = "copie2.xlsx"
    workbook.save(choices)
    before = choices.read_bytes()
    answer = command("merge", *paths)
    assert (answer.status, choices.read_bytes()) == (2, before)
    assert "des choix y sont faits" in answer.err
    third = typed_copy(shipped, tmp_path / "copie3.xlsx", [at(shipped, SURVEY, 2016, 3)])
    fourth = typed_copy(shipped, tmp_path / "copie4.xlsx", [at(shipped, SURVEY, 2016, 4)])
    answer = command("merge", *paths, third, fourth, "--decisions", choices)
    assert (answer.status, choices.read_bytes()) == (2, before)


def test_conflicts_are_not_written_over_a_copy(
    shipped: Built, command: Command, tmp_path: Path
) -> None:
    first, _ = copies(
        shipped, tmp_path, [at(shipped, STUDY, 2017, 111)], [at(shipped, STUDY, 2017, 222)]
    )
    first.rename(tmp_path / "conflits.xlsx")
    before = (tmp_path / "conflits.xlsx").read_bytes()
    answer = command("merge", tmp_path / "conflits.xlsx", tmp_path / "copie2.xlsx")
    assert (answer.status, (tmp_path / "conflits.xlsx").read_bytes()) == (2, before)
    assert "c'est un des fichiers à lire" in answer.err


def test_a_copy_made_before_another_was_imported_still_merges(
    shipped: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    first, second, third = copies(
        shipped,
        tmp_path,
        [at(shipped, STUDY, 2017, 11)],
        [at(shipped, SURVEY, 2017, 22)],
        [at(shipped, STUDY, 2017, 33)],
    )
    assert command("import", first, "--apply").status == 0
    assert command("merge", second, "--apply").status == 0
    assert (amounts(folder, STUDY)["2017"], amounts(folder, SURVEY)["2017"]) == (11, 22)
    assert command("merge", third, "--apply").status == 1
    assert command("import", first, "--apply").status == 0
    assert amounts(folder, STUDY)["2017"] == 11


def test_an_older_copy_that_deletes_what_was_decided_of_since(
    shipped: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    """The deleted row took its base along; the file of statuses tells that it is another one."""
    status = SetCell(*shipped.cell("Axe I", STUDY, "status"), "reportée")
    (first,) = copies(shipped, tmp_path, [status])
    workbook = openpyxl.load_workbook(shipped.path)
    workbook["Axe I"].delete_rows(shipped.row("Axe I", STUDY))
    workbook.save(tmp_path / "sans.xlsx")
    answer = command("import", tmp_path / "sans.xlsx", "--apply", "--confirmer-suppressions")
    assert answer.status == 0
    assert main(["log", str(folder), "--annuler"]) == 0
    assert command("import", first, "--apply").status == 0
    answer = command("import", tmp_path / "sans.xlsx", "--apply", "--confirmer-suppressions")
    assert answer.status == 1
    assert "supprimé d'un côté, modifié de l'autre" in answer.out
    assert "statut « reportée »" in answer.out


def test_two_new_activities_under_one_code(
    shipped: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    label = shipped.cell("Axe I", "reserve:I.1.1:0", "label")
    paths = copies(shipped, tmp_path, [SetCell(*label, "Une")], [SetCell(*label, "Autre")])
    answer = command("merge", *paths, "--apply")
    assert answer.status == 1
    assert "activité I-1.1.5 : même code, contenus différents" in answer.out
    same = copies(shipped, tmp_path, [SetCell(*label, "Une")], [SetCell(*label, "Une")])
    assert command("merge", *same, "--apply").status == 0
    assert Key(Kind.ACTIVITY, "I-1.1.5") in facts_of(read_source(folder).plan)


def test_new_activities_under_codes_that_a_spreadsheet_takes_for_one(
    shipped: Built, command: Command, tmp_path: Path
) -> None:
    """Told before anything is applied, whoever comes with the other spelling."""
    code, label = (shipped.cell("Axe I", "reserve:I.1.1:0", col) for col in ("code", "label"))
    paths = copies(
        shipped,
        tmp_path,
        [SetCell(*code, "I-1.1.5A"), SetCell(*label, "Une")],
        [SetCell(*code, "I-1.1.5a"), SetCell(*label, "Autre")],
    )
    answer = command("merge", *paths)
    assert answer.status == 1
    assert "activité I-1.1.5A : même code, contenus différents" in answer.out
    assert f"{code[0]}!{code[1]} : code d'une activité nouvelle, écrit autrement" in answer.out
    assert command("import", paths[0], "--apply").status == 0
    answer = command("import", paths[1])
    assert answer.status == 1
    assert "activité I-1.1.5A : même code, contenus différents" in answer.out


def test_both_new_activities_are_kept(
    shipped: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    """With their statuses, in a plan that builds; merged again nothing is added."""
    label, status = (shipped.cell("Axe I", "reserve:I.1.1:0", col) for col in ("label", "status"))
    paths = copies(
        shipped,
        tmp_path,
        [SetCell(*label, "Une"), SetCell(*status, "reportée")],
        [SetCell(*label, "Autre")],
    )
    answer = command("merge", *paths)
    assert "garder toutes : I-1.1.5 reste à « copie2.xlsx » ; I-1.1.6 va à" in answer.out
    fill(tmp_path / "conflits.xlsx", {1: "garder toutes"})
    answer = command("merge", *paths, "--decisions", tmp_path / "conflits.xlsx", "--apply")
    assert answer.status == 0, answer.out
    plan = read_source(folder).plan
    labels = {activity.code: activity.label for activity in plan.activities}
    assert (labels["I-1.1.5"], labels["I-1.1.6"]) == ("Autre", "Une")
    assert {code: own.status for code, own in plan.decisions.items()} == {"I-1.1.6": "reportée"}
    rebuilt = build(folder, tmp_path / "refait.xlsx")
    assert rebuilt.named(rebuilt.stored, "Controle_General") == 0
    for order in (paths, paths[:1], paths[1:]):
        answer = command("merge", *order, "--apply")
        assert (answer.status, "aucun changement" in answer.out) == (0, True), answer.out


@pytest.mark.parametrize(
    ("choices", "status", "expected"),
    [
        ({1: "copie0.xlsx"}, 0, None),
        ({1: "copie1.xlsx + copie2.xlsx"}, 2, None),
        (
            {1: "copie1.xlsx + copie2.xlsx", 2: "copie2.xlsx"},
            0,
            {"2016": 11, "2017": 22, "2018": 6, "2019": 10_000_000, "2020": 10_000_000},
        ),
    ],
    ids=["deleted, the field left blank", "kept, the field not chosen", "kept"],
)
def test_deleted_by_one_and_edited_by_two(
    shipped: Built,
    folder: Path,
    command: Command,
    tmp_path: Path,
    choices: dict[int, str],
    status: int,
    expected: dict[str, int] | None,
) -> None:
    code = "I-1.1.4"
    workbook = openpyxl.load_workbook(shipped.path)
    workbook["Axe I"].delete_rows(shipped.row("Axe I", code))
    workbook.save(tmp_path / "copie0.xlsx")
    others = copies(
        shipped,
        tmp_path,
        [at(shipped, code, 2016, 11), at(shipped, code, 2018, 5)],
        [at(shipped, code, 2017, 22), at(shipped, code, 2018, 6)],
    )
    paths = [tmp_path / "copie0.xlsx", *others]
    before = snapshot(folder)
    assert command("merge", *paths, "--apply").status == 1
    fill(tmp_path / "conflits.xlsx", choices)
    options = ["--decisions", tmp_path / "conflits.xlsx", "--confirmer-suppressions", "--apply"]
    answer = command("merge", *paths, *options)
    assert answer.status == status, answer.out + answer.err
    if status:
        assert "ligne 6, activité I-1.1.4 : rien choisi" in answer.err
        assert snapshot(folder) == before
    elif expected is None:
        assert Key(Kind.ACTIVITY, code) not in facts_of(read_source(folder).plan)
    else:
        assert amounts(folder, code) == expected


def test_twenty_copies_in_one_go(
    shipped: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    codes = [activity.code for activity in shipped.source.plan.activities][:20]
    edits = [[at(shipped, code, 2019, place)] for place, code in enumerate(codes, start=1)]
    assert command("merge", *copies(shipped, tmp_path, *edits), "--apply").status == 0
    assert [amounts(folder, code)["2019"] for code in codes] == list(range(1, 21))
    rebuilt = build(folder, tmp_path / "refait.xlsx")
    assert rebuilt.named(rebuilt.stored, "Controle_General") == 0
