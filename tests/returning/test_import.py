"""`import`: what an officer changed comes back, to the byte, and nothing else moves."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pytest

from generator.checking import check_workbook
from generator.cli import main
from tests.engines import gnumeric
from tests.engines.edits import Edit, Input, SetCell, SortRows, Unprotect
from tests.engines.fixtures import require
from tests.engines.libreoffice import LibreOffice
from tests.returning.conftest import Command
from tests.returning.copies import at, sheet_of, snapshot, typed_copy
from tests.workbook.built import Built, build

pytestmark = pytest.mark.slow
STUDY = "I-1.1.1"
PLEDGE: dict[str, Input] = {
    "axis": "Axe II",
    "label": "UNICEF",
    "y2016": 2017,
    "y2017": 300_000_000,
    "y2018": "confirmé",
    "y2019": "Lettre 1",
}
"""A pledge by column of the register: axis, funder, year, amount, status, reference."""


def row_of(folder: Path, code: str, name: str = "matrice.csv") -> dict[str, str]:
    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        return next(row for row in csv.DictReader(file, delimiter=";") if row["code"] == code)


def test_an_unedited_workbook_changes_nothing(
    shipped: Built, folder: Path, command: Command
) -> None:
    before = snapshot(folder)
    answer = command("import", shipped.path, "--apply")
    assert answer.status == 0
    assert "aucun changement" in answer.out
    assert snapshot(folder) == before


def test_an_unedited_copy_saved_by_openpyxl_changes_nothing(
    shipped: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    before = snapshot(folder)
    answer = command("import", typed_copy(shipped, tmp_path / "copie.xlsx"), "--apply")
    assert (answer.status, snapshot(folder)) == (0, before)


@pytest.mark.libreoffice
def test_an_unedited_copy_saved_by_libreoffice_changes_nothing(
    shipped: Built, folder: Path, command: Command, tmp_path: Path, libreoffice: LibreOffice
) -> None:
    before = snapshot(folder)
    libreoffice.save_as(shipped.path, tmp_path / "copie.xlsx")
    answer = command("import", tmp_path / "copie.xlsx", "--apply")
    assert (answer.status, snapshot(folder)) == (0, before), answer.out


@pytest.mark.libreoffice
@pytest.mark.parametrize("descending", [True, False])
def test_a_sorted_block_and_an_edit_bring_the_edit_alone(
    shipped: Built, command: Command, tmp_path: Path, libreoffice: LibreOffice, *, descending: bool
) -> None:
    first = shipped.row("Axe I", STUDY)
    count = shipped.row("Axe I", "I-1.1.4") - first + 1
    edits: list[Edit] = [
        Unprotect("Axe I"),
        at(shipped, STUDY, 2017, 7),
        SortRows("Axe I", first, count, "B", descending=descending),
    ]
    libreoffice.save_as(shipped.path, tmp_path / "copie.xlsx", edits)
    told = json.loads(command("import", tmp_path / "copie.xlsx", "--json").out)
    changes = [(change["code"], change["champ"], change["apres"]) for change in told["changements"]]
    assert changes == [(STUDY, "2017", 7)]
    assert told["copies"][0]["erreurs"] == 0


@pytest.mark.gnumeric
def test_an_unedited_copy_saved_by_gnumeric_changes_nothing(
    shipped: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    require(gnumeric.available())
    before = snapshot(folder)
    gnumeric._convert(shipped.path, tmp_path / "copie.xlsx", str(tmp_path))
    answer = command("import", tmp_path / "copie.xlsx", "--apply")
    assert (answer.status, snapshot(folder)) == (0, before), answer.out


def test_without_apply_nothing_is_written(
    shipped: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    before = snapshot(folder)
    copy = typed_copy(shipped, tmp_path / "copie.xlsx", [at(shipped, STUDY, 2017, 50_000_000)])
    answer = command("import", copy)
    assert answer.status == 0
    assert "activité I-1.1.1  modifié  2017  vide  ->  50 000 000" in answer.out
    assert "axe I  2017 +50 000 000  total +50 000 000" in answer.out
    assert snapshot(folder) == before


def test_only_the_line_that_changed_is_rewritten(
    shipped: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    """37,5 M in 2016 and in 2020; 50 M more in 2017 make 125 M."""
    before = (folder / "matrice.csv").read_bytes().splitlines(keepends=True)
    copy = typed_copy(shipped, tmp_path / "copie.xlsx", [at(shipped, STUDY, 2017, 50_000_000)])
    assert command("import", copy, "--apply").status == 0
    after = (folder / "matrice.csv").read_bytes().splitlines(keepends=True)
    changed = [
        place for place, lines in enumerate(zip(before, after, strict=True)) if len({*lines}) > 1
    ]
    assert changed == [1]
    assert after[1] == before[1].replace(b";75000000;37500000;;", b";125000000;37500000;50000000;")
    assert (folder / "matrice_adoptee.csv").read_bytes() == b"".join(before)
    rebuilt = build(folder, tmp_path / "refait.xlsx")
    assert rebuilt.named(rebuilt.stored, "Controle_General") == 0


def test_all_that_officers_type_comes_back(
    shipped: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    reserve, sheet = "reserve:I.1.1:0", "Axe I"
    cells = [
        at(shipped, STUDY, 2016, "12 500 000"),
        SetCell(*shipped.cell(sheet, STUDY, "status"), "reportée"),
        SetCell(*shipped.cell(sheet, STUDY, "reason"), "- faute de crédits"),
        SetCell(*shipped.cell(sheet, reserve, "label"), 'Former; dire "oui"'),
        SetCell(*shipped.cell(sheet, reserve, "responsible"), "CNCLTdP"),
        at(shipped, reserve, 2018, 1_000_000),
        SetCell(*shipped.cell("Paramètres", "Part_Etat", "value"), 0.3),
        SetCell(*shipped.cell("Paramètres", "Base_Totaux", "value"), "Recalculée"),
        SetCell(*shipped.cell("Paramètres", "rate:", "name"), "USD"),
        SetCell(*shipped.cell("Paramètres", "rate:", "value"), 600),
        SetCell(*shipped.cell("Paramètres", "rate:", "note"), "25/11/2026"),
        SetCell(*shipped.cell("Paramètres", "Devise", "value"), "USD"),
        SetCell(*shipped.cell("Synthèse", "ceiling:II", "y2017"), 900_000_000),
        *[SetCell(*shipped.cell("Financement", "pledge:0", col), PLEDGE[col]) for col in PLEDGE],
    ]
    copy = typed_copy(shipped, tmp_path / "copie.xlsx", cells)
    answer = command("import", copy, "--apply")
    assert answer.status == 0, answer.out
    row, new = row_of(folder, STUDY), row_of(folder, "I-1.1.5")
    assert (row["2016"], row["cout_total"]) == ("12500000", "50000000")
    assert (new["activite"], new["2018"], new["cout_total"]) == (
        'Former; dire "oui"', "1000000", "1000000",
    )  # fmt: skip
    assert new["action_intitule"] == row["action_intitule"]
    texts = {path.name: path.read_text("utf-8-sig") for path in folder.iterdir() if path.is_file()}
    assert texts["statuts.csv"].splitlines()[1] == "I-1.1.1;reportée;'- faute de crédits"
    assert texts["plafonds.csv"].splitlines()[1] == "II;;900000000;;;"
    assert texts["financements.csv"].splitlines()[1] == (
        "UNICEF;II;2017;300000000;confirmé;Lettre 1"
    )
    for line in ("part_etat = 0.3", 'base_totaux = "Recalculée"', 'contre_valeur = "USD"'):
        assert line in texts["plan.toml"].splitlines()
    rebuilt = build(folder, tmp_path / "refait.xlsx")
    assert rebuilt.value(rebuilt.stored, sheet, STUDY, "reason") == "- faute de crédits"
    assert main(["diff", str(copy), str(rebuilt.path)]) == 0
    again = command("import", copy, "--apply")
    assert "aucun changement" in again.out
    assert "Elle n'est pas ajoutée une seconde fois." in again.out
    assert "Elle sera ajoutée" not in again.out


def test_five_imports_and_rebuilds_keep_the_bridges_whole(
    folder: Path, command: Command, tmp_path: Path
) -> None:
    """Each time 1 M more in 2017 for the study: the adopted plan stays what it was."""
    adopted = (folder / "matrice.csv").read_bytes()
    for turn in range(1, 6):
        built = build(folder, tmp_path / f"plan{turn}.xlsx")
        cells = [at(built, STUDY, 2017, turn * 1_000_000)]
        copy = typed_copy(built, tmp_path / f"copie{turn}.xlsx", cells)
        assert command("import", copy, "--apply").status == 0
    last = build(folder, tmp_path / "dernier.xlsx")
    assert (folder / "matrice_adoptee.csv").read_bytes() == adopted
    assert row_of(folder, STUDY)["cout_total"] == "80000000"
    assert last.named(last.stored, "Controle_General") == 0
    assert last.value(last.stored, "Synthèse", "chain:validated", "total") == 5_000_000
    assert not [found for found in check_workbook(last.path) if found.severity == "erreur"]


def test_a_deleted_row_must_be_confirmed(
    shipped: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    before = snapshot(folder)
    workbook = openpyxl.load_workbook(shipped.path)
    workbook["Axe I"].delete_rows(shipped.row("Axe I", "I-1.1.4"))
    workbook.save(tmp_path / "copie.xlsx")
    answer = command("import", tmp_path / "copie.xlsx", "--apply")
    assert answer.status == 1
    assert "confirmez la suppression de I-1.1.4" in answer.out
    told = command("import", tmp_path / "copie.xlsx", "--apply", "--json")
    assert {own["code"] for own in json.loads(told.out)["changements"]} == {"I-1.1.4"}
    assert json.loads(told.out)["a_confirmer"] == ["I-1.1.4"]
    assert "confirmez la suppression de I-1.1.4" in told.err
    assert snapshot(folder) == before


def test_what_is_wrong_stops_the_writing_and_is_all_told(
    shipped: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    before = snapshot(folder)
    cells = [at(shipped, STUDY, 2016, -5), at(shipped, STUDY, 2017, "12 millions")]
    cells += [at(shipped, STUDY, 2018, 500_000)]
    copy = typed_copy(shipped, tmp_path / "copie.xlsx", cells)
    answer = command("import", copy, "--apply")
    places = [shipped.address(sheet_of(shipped, STUDY), STUDY, f"y{year}") for year in (2016, 2017)]
    assert answer.status == 1
    assert f"Axe I!{places[0]} : montant négatif (trouvé : « -5 »)" in answer.out
    assert f"Axe I!{places[1]} : montant écrit avec une unité" in answer.out
    assert snapshot(folder) == before


def test_a_copy_of_another_plan(
    shipped: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    text = (folder / "plan.toml").read_text("utf-8")
    (folder / "plan.toml").write_text(text.replace('"PANLTdP"', '"PNS"'), "utf-8")
    answer = command("import", typed_copy(shipped, tmp_path / "copie.xlsx"), "--apply")
    assert answer.status == 1
    assert "cette copie est d'un autre plan" in answer.out


def test_a_label_that_was_changed_is_told(shipped: Built, command: Command, tmp_path: Path) -> None:
    cells = [SetCell(*shipped.cell("Axe I", STUDY, "label"), "Une autre étude")]
    answer = command("import", typed_copy(shipped, tmp_path / "copie.xlsx", cells), "--apply")
    assert answer.status == 1
    place = shipped.address("Axe I", STUDY, "label")
    assert f"Axe I!{place} : texte verrouillé modifié" in answer.out
    assert "Une autre étude" in answer.out


def test_the_answer_for_a_program(shipped: Built, command: Command, tmp_path: Path) -> None:
    copy = typed_copy(shipped, tmp_path / "copie.xlsx", [at(shipped, STUDY, 2017, 7)])
    told = json.loads(command("import", copy, "--json").out)
    assert told["changements"] == [
        {
            "objet": "activité",
            "code": STUDY,
            "nature": "modifié",
            "champ": "2017",
            "avant": None,
            "apres": 7,
        }
    ]
    assert told["totaux"] == {"I": {"2017": 7, "total": 7}}
    assert (told["conflits"], told["fichiers"]) == ([], [])
    assert told["copies"][0]["fichier"] == "copie.xlsx"


def test_quiet_says_nothing_of_what_goes_well(
    shipped: Built, command: Command, tmp_path: Path
) -> None:
    copy = typed_copy(shipped, tmp_path / "copie.xlsx", [at(shipped, STUDY, 2017, 7)])
    assert command("import", copy, "--quiet", "--apply").out == ""


def test_the_journal_and_its_undoing(
    shipped: Built,
    folder: Path,
    command: Command,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = snapshot(folder)
    cells = [
        at(shipped, STUDY, 2017, 7),
        SetCell(*shipped.cell("Axe I", STUDY, "reason"), "report"),
        SetCell(*shipped.cell("Accueil", "copy:who", "label"), "A. Konan"),
    ]
    command("import", typed_copy(shipped, tmp_path / "copie.xlsx", cells), "--apply")
    with (folder / "journal.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [(row["code"], row["champ"], row["avant"], row["apres"]) for row in rows] == [
        (STUDY, "2017", "", "7"),
        (STUDY, "motif", "", "report"),
    ]
    assert {(row["motif"], row["auteur"], row["fichier"]) for row in rows} == {
        ("report", "A. Konan", "copie.xlsx")
    }
    assert main(["log", str(folder)]) == 0
    assert "activité I-1.1.1, 2017 : vide -> 7 (report)" in capsys.readouterr().out
    assert main(["log", str(folder), "--annuler"]) == 0
    assert snapshot(folder) == before
    assert main(["log", str(folder), "--annuler"]) == 2


def test_the_journal_of_a_folder_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["log", str(tmp_path / "absent")]) == 2
    assert capsys.readouterr().err.endswith("absent : dossier introuvable.\n")
