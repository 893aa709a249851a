"""The verb `check`: its text, its JSON, its status."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from generator.cli import main
from generator.errors import CellFinding
from generator.reports.findings import findings_json, findings_text
from generator.verbs.statuses import CANNOT_RUN, DONE, PROBLEMS
from tests.workbook.built import Built

ERROR = CellFinding(
    "erreur", "formula.typed", "Axe I", "F10", "formule remplacée", "5", "=SUM(F12:F18)", "Annulez."
)
NOTE = CellFinding("remarque", "sheet.added", "Brouillon", "", "feuille ajoutée", "", "", "Rien.")


def test_findings_are_told_by_class_under_their_count() -> None:
    assert findings_text("copie.xlsx", [ERROR, NOTE]).splitlines() == [
        "copie.xlsx : à corriger (1 erreur, aucune alerte, 1 remarque).",
        "",
        "Erreurs :",
        "- Axe I!F10 : formule remplacée (trouvé : « 5 »), attendu : « =SUM(F12:F18) ». Annulez.",
        "",
        "Remarques :",
        "- Brouillon : feuille ajoutée. Rien.",
    ]


def test_a_sound_workbook_is_one_line() -> None:
    text = findings_text("copie.xlsx", [])
    assert text == "copie.xlsx : classeur sain (aucune erreur, aucune alerte, aucune remarque)."


def test_a_cell_of_many_lines_stays_on_one() -> None:
    text = findings_text("c.xlsx", [ERROR._replace(found="a\nb" + "x" * 999)])
    assert len(text.splitlines()) == 4
    assert "a⏎b" in text
    assert len(text) < 600


def test_many_alike_on_a_sheet_are_told_in_short() -> None:
    """Five are one more than the four that are told one by one: three, then the other two."""
    found = [ERROR._replace(cell=f"F{row}") for row in range(10, 15)]
    lines = findings_text("c.xlsx", found).splitlines()
    assert len(lines) == 7
    assert lines[-1] == ("- Axe I : formule remplacée, 2 autres constats du même genre (F13, F14).")
    assert len(json.loads(findings_json("c.xlsx", found))["constats"]) == 5
    assert len(findings_text("c.xlsx", found[1:]).splitlines()) == 7


@pytest.mark.parametrize(
    "rule",
    ["input.changed", "input.decided", "ceiling.changed", "parameter.changed", "copy.said"],
)
def test_an_honest_edit_shows_what_was_there(rule: str) -> None:
    """Nothing was expected of it: « attendu » would call it a fault."""
    changed = ERROR._replace(severity="alerte", rule=rule, found="5", expected="vide")
    assert "(trouvé : « 5 » au lieu de « vide »)" in findings_text("c.xlsx", [changed])


def test_the_json_says_the_same_to_a_program() -> None:
    report = json.loads(findings_json("copie.xlsx", [ERROR, NOTE]))
    assert report["constats"][0] == {
        "classe": "erreur",
        "regle": "formula.typed",
        "feuille": "Axe I",
        "cellule": "F10",
        "probleme": "formule remplacée",
        "trouve": "5",
        "attendu": "=SUM(F12:F18)",
        "remede": "Annulez.",
    }
    del report["constats"]
    counts = {"erreurs": 1, "alertes": 0, "remarques": 1}
    assert report == {"fichier": "copie.xlsx", "sain": False, **counts}


def test_status_0_for_a_sound_workbook(shipped: Built, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(shipped.path)]) == DONE
    assert capsys.readouterr().out.startswith("plan.xlsx : classeur sain (aucune erreur")


def test_status_1_where_something_must_be_put_right(
    shipped: Built, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = openpyxl.load_workbook(shipped.path)
    book["Axe I"]["F10"] = 37_500_000
    book.save(tmp_path / "copie.xlsx")
    assert main(["check", str(tmp_path / "copie.xlsx"), "--json"]) == PROBLEMS
    report = json.loads(capsys.readouterr().out)
    assert (report["sain"], report["erreurs"]) == (False, 1)
    assert report["constats"][0]["cellule"] == "F10"


@pytest.mark.parametrize("content", [b"", b"code;activite\n", b"PK\x03\x04 truncated"])
def test_status_2_for_what_is_no_workbook(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "copie.xlsx"
    path.write_bytes(content)
    assert main(["check", str(path)]) == CANNOT_RUN
    shown = capsys.readouterr()
    assert shown.out == ""
    assert str(path) in shown.err
    assert len(shown.err.splitlines()) == 1
