"""`diff` and the columns that no workbook carries: compared between folders, named elsewhere."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from generator.cli import main
from tests.reading.samples import COLUMNS, matrix, row, write
from tests.returning.copies import at, typed_copy
from tests.workbook.built import SOURCE, Built

SECOND, THIRD = row(code="I-1.1.2"), row(code="I-1.1.3")
BEFORE = matrix(
    f"{row()};visé; \u00a0;1",
    f"{SECOND};;;",
    f"{THIRD};à voir;;",
    columns=f"{COLUMNS};x_visa;x_blanc;x_2016",
)
AFTER = matrix(f"300;{row()};2", f"200;{SECOND};", columns=f"x_rang;{COLUMNS};x_2016")
CHANGED = [
    ("I-1.1.1", "modifié", "x_visa", "visé", None),
    ("I-1.1.1", "modifié", "x_2016", "1", "2"),
    ("I-1.1.1", "modifié", "x_rang", None, "300"),
    ("I-1.1.2", "modifié", "x_rang", None, "200"),
    ("I-1.1.3", "supprimé", "x_visa", "à voir", None),
]
"""What the columns changed, beside what the deleted activity was."""


@pytest.fixture
def folders(tmp_path: Path) -> list[str]:
    """Return the folders of both plans."""
    for name, text in (("avant", BEFORE), ("apres", AFTER)):
        (tmp_path / name).mkdir()
        write(tmp_path / name, {"matrice.csv": text})
    return [str(tmp_path / "avant"), str(tmp_path / "apres")]


def test_folders_are_compared_by_the_name_of_the_column(
    folders: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", *folders, "--json"]) == 1
    told, errors = capsys.readouterr()
    assert errors == ""
    found = json.loads(told)
    keys = "code", "nature", "champ", "avant", "apres"
    assert [
        tuple(change[key] for key in keys)
        for change in found["changements"]
        if change["champ"].startswith("x_")
    ] == CHANGED
    assert {change["objet"] for change in found["changements"]} == {"activité"}
    assert found["totaux"] == {"I": {"2016": -100, "2017": -200, "total": -300}}
    assert found["colonnes_non_comparees"] == []


def test_the_text_and_the_workbook_say_it_too(
    folders: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "ecarts.xlsx"
    assert main(["diff", *folders, "--xlsx", str(report)]) == 1
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["activité", "I-1.1.1", "modifié", "x_2016", "«", "1", "»", "->", "«", "2", "»"] in lines
    sheet = openpyxl.load_workbook(report)["Autres changements"]
    rows = [tuple(cell.value for cell in row[:6]) for row in sheet.iter_rows()]
    assert ("activité", "I-1.1.1", "modifié", "x_visa", "« visé »", "vide") in rows
    assert ("activité", "I-1.1.3", "supprimé", "x_visa", "« à voir »", "vide") in rows


def test_folders_whose_columns_say_the_same_are_alike(
    folders: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Blank columns, and spaces around a text, say nothing."""
    text = BEFORE.replace("x_blanc", "x_vide").replace("visé", " visé ")
    write(tmp_path / "apres", {"matrice.csv": text})
    assert main(["diff", *folders]) == 0
    assert capsys.readouterr().out.endswith(" disent la même chose.\n")


@pytest.mark.slow
@pytest.mark.parametrize("order", [1, -1])
def test_a_workbook_is_compared_without_them_and_it_is_told(
    shipped: Built, tmp_path: Path, capsys: pytest.CaptureFixture[str], order: int
) -> None:
    folder = tmp_path / "source"
    shutil.copytree(SOURCE, folder)
    text = (folder / "matrice.csv").read_text(encoding="utf-8").splitlines()
    lines = [f"{text[0]};x_visa;x_b", *[f"{line};vu;" for line in text[1:]]]
    (folder / "matrice.csv").write_text("\r\n".join(lines) + "\r\n", encoding="utf-8")
    sides = [str(folder), str(shipped.path)][::order]
    assert main(["diff", *sides]) == 0
    out, errors = capsys.readouterr()
    assert out == f"{sides[0]} et {sides[1]} disent la même chose.\n"
    assert errors == (
        f"{folder} : colonnes x_… non comparées : un classeur ne les porte pas (x_visa, x_b).\n"
    )
    copy = typed_copy(shipped, tmp_path / "copie.xlsx", [at(shipped, "I-1.1.1", 2016, 5)])
    assert main(["diff", *[str(folder), str(copy)][::order], "--json"]) == 1
    out, errors = capsys.readouterr()
    assert "non comparées" in errors
    found = json.loads(out)
    assert [change["champ"] for change in found["changements"]] == ["2016"]
    assert found["colonnes_non_comparees"] == ["x_visa", "x_b"]


@pytest.mark.slow
def test_an_import_says_nothing_of_them_and_keeps_them(shipped: Built, tmp_path: Path) -> None:
    folder = tmp_path / "source"
    shutil.copytree(SOURCE, folder)
    text = (folder / "matrice.csv").read_bytes().decode().splitlines(keepends=True)
    ends = [line[len(line.rstrip("\r\n")) :] for line in text]
    marked = [line.rstrip("\r\n") + (";vu" if at else ";x_visa") for at, line in enumerate(text)]
    before = "".join(map("".join, zip(marked, ends, strict=True)))
    (folder / "matrice.csv").write_bytes(before.encode())
    copy = typed_copy(shipped, tmp_path / "copie.xlsx", [at(shipped, "I-1.1.1", 2016, 5)])
    assert main(["import", str(copy), "--source", str(folder), "--apply", "--quiet"]) == 0
    after = (folder / "matrice.csv").read_bytes().decode()
    changed = [line for line in after.splitlines() if line not in before.splitlines()]
    assert [line.split(";")[6] for line in changed] == ["I-1.1.1"]
    assert changed[0].endswith(";vu")
    assert "x_visa" not in (folder / "journal.csv").read_bytes().decode()
