"""The checker of the transcription reads the document's awkward rows, and no planted fault passes.

The published document is not part of the project. Most tests read excerpts copied from it, or a
document printed anew from source/ with the document's own oddities; the whole document is read
where the environment variable PLAN_DOCUMENT names it.
"""

import os
import shutil
from pathlib import Path

import pytest

from tests.tools.printed_plan import SOURCE, print_plan
from tools.check_transcription import main
from tools.decisions import apply_decisions
from tools.document import parse_document
from tools.errors import LineError
from tools.table import read_amounts, read_rows

Captured = pytest.CaptureFixture[str]

COUNTS = "94 activités, 46 totaux (276 chiffres), 2 parts, 40 lignes du cadre logique, 34 sigles"
SUMS = "Sommes : 30 des 276 chiffres publiés diffèrent de la somme des activités "

CUT_ROW = [
    (
        412,
        "\tActivité III-1.1.4: Elaborer des procédures /\tCNCLTdP\tPTF\t3 000\t\t3 000\t\t\t",
    ),
    (413, ""),
    (414, "confiscation systématique des biens\t\t\t\t\t\t\t\t\t"),
    (415, "Activité III-1.1.5: Elaborer un code d'éthique\tCNCLTdP\tPTF\t4 000\t\t\t4 000\t\t\t"),
]
"""The lines around the page end where the table has a column too many; amounts shortened."""


def test_row_cut_by_a_page_end_is_whole() -> None:
    """A label goes on after the blank line; the amounts stay those of the first part."""
    row, other = read_rows(CUT_ROW)
    assert row.text == "Elaborer des procédures / confiscation systématique des biens"
    assert read_amounts(row.line, row.cells[2:]) == (3000, None, 3000, None, None, None)
    assert (row.cut, other.cut) == (True, False)


def test_shifted_row_is_read_as_printed() -> None:
    """The parser corrects nothing: the amount stands in 2018, where the text prints it."""
    row = read_rows(CUT_ROW)[1]
    assert read_amounts(row.line, row.cells[2:]) == (4000, None, None, 4000, None, None)


def test_shifted_rows_are_put_right_by_a_named_decision(document: Path) -> None:
    """T1 moves the 40 M and the 125 M to 2017."""
    printed = parse_document(document.read_text(encoding="utf-8"))
    corrected, idle = apply_decisions(printed)
    activities = {activity.code: activity.years for activity in corrected.activities}
    totals = {total.code: total.years for total in corrected.totals}
    assert activities["III-1.1.5"] == (None, 40_000_000, None, None, None)
    assert totals["III.1"] == (25_000_000, 125_000_000, 0, 0, 0)
    assert idle == []


def test_unknown_line_is_refused_by_its_number() -> None:
    """A line that opens no row may only follow a page end."""
    with pytest.raises(LineError, match="ligne 414 : ligne inconnue « confiscation"):
        read_rows([CUT_ROW[0], CUT_ROW[2]])


def test_amount_after_the_last_year_is_refused() -> None:
    """A page may have a column too many, but nothing may stand in it."""
    with pytest.raises(LineError, match="ligne 7 : un montant se trouve après la dernière année"):
        read_amounts(7, ["5", "1", "1", "1", "1", "1", "1"])


def test_shipped_source_has_no_difference(document: Path, capsys: Captured) -> None:
    """Status 0, the counts on the last line, and what the sums say."""
    assert main([str(document), str(SOURCE)]) == 0
    said = capsys.readouterr().out
    assert said.splitlines()[-1] == f"{COUNTS} : 0 différence."
    assert SUMS in said
    assert "E1+E2+E3 les expliquent tous" in said


FAULTS = [
    (
        "matrice.csv",
        "75000000;37500000;",
        "75000000;37600000;",
        ", I-1.1.1, 2016 : le document dit",
    ),
    ("matrice.csv", " confiscation systématique", " systématique", ", III-1.1.4, activite : "),
    ("matrice.csv", "30000000;;15000000;;15", "30000000;15000000;;;15", ", I-1.1.2, 2017 : "),
    ("matrice.csv", "40000000;;40000000;;", "40000000;;;40000000;", ", III-1.1.5, 2018 : "),
    ("matrice.csv", ";II-2.2.9;", ";;", ", II-2.1.9, code_document : le document dit « II-2.2.9 »"),
    ("matrice.csv", "V-1.2.5;", "V-1.2.4;", ", V-1.2.5 : ligne du document absente du CSV"),
    ("matrice.csv", "V-1.2.5;", "V-1.2.4;", ", V-1.2.4 : 2 lignes dans le CSV"),
    ("matrice.csv", "V-1.2.5;", "V-1.2.6;", ", V-1.2.6 : ligne du CSV absente du document"),
    ("totaux_publies.csv", "OS II.2:;2636", "OS II.2:;2436", ", objectif II.2, cout_total : "),
    ("cadre_logique.csv", "protégés", "protégées", ", II.2.1, indicateur : le document dit"),
    (
        "sigles.csv",
        "International de",
        "Internationale de",
        ", INTERPOL, libelle : le document dit",
    ),
    ("sigles.csv", "\ufeff", "", " : la forme n'est pas celle du projet"),
    ("sigles.csv", "\n", "\r\n", " : la forme n'est pas celle du projet"),
    ("sigles.csv", "sigle;libelle", "libelle;sigle", " : les colonnes ne sont pas sigle;libelle"),
    ("sigles.csv", "BNETD;", "BNETD;;", ", enregistrement 2 : pas 2 cellules"),
    ("ecarts_document.csv", "-100000000", "cent", ", E2, 2019 : « cent » n'est pas un montant"),
]
"""File, what stands in it, the fault put there, the message after the file's name."""


@pytest.mark.parametrize("fault", FAULTS)
def test_planted_fault_is_named(
    fault: tuple[str, str, str, str], folder: Path, document: Path, capsys: Captured
) -> None:
    """One fault in a copy of source/: status 1 and a line that says where."""
    name, old, new, message = fault
    text = (folder / name).read_bytes().decode("utf-8")
    assert old in text
    (folder / name).write_bytes(text.replace(old, new).encode("utf-8"))
    assert main([str(document), str(folder)]) == 1
    assert f"{name}{message}" in capsys.readouterr().out


def test_unexplained_franc_is_named(folder: Path, document: Path, capsys: Captured) -> None:
    """With ten million taken from E2, every total above the activity says what is left over."""
    gaps = folder / "ecarts_document.csv"
    gaps.write_bytes(gaps.read_bytes().replace(b"-100000000", b"-90000000"))
    assert main([str(document), str(folder)]) == 1
    said = capsys.readouterr().out
    for place in ("action IV.2.1", "objectif IV.2", "axe IV", "plan"):
        assert f"Sommes, {place}, 2019 : publié " in said
    assert "publié 120000000, calculé 220000000, écarts -90000000 : -10000000 F CFA" in said


def test_missing_row_is_named(folder: Path, document: Path, capsys: Captured) -> None:
    """A row taken out of the matrix is the one difference."""
    lines = (folder / "matrice.csv").read_bytes().splitlines(keepends=True)
    (folder / "matrice.csv").write_bytes(
        b"".join(line for line in lines if b";IV-2.1.7;" not in line)
    )
    assert main([str(document), str(folder)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[-2:] == [
        "matrice.csv, IV-2.1.7 : ligne du document absente du CSV",
        f"{COUNTS} : 1 différence.",
    ]


def test_rows_out_of_order_are_named(folder: Path, document: Path, capsys: Captured) -> None:
    """The order of the document is part of the transcription."""
    header, first, second, *rest = (folder / "sigles.csv").read_bytes().splitlines(keepends=True)
    (folder / "sigles.csv").write_bytes(b"".join([header, second, first, *rest]))
    assert main([str(document), str(folder)]) == 1
    assert (
        "sigles.csv, BNETD : à partir d'ici, l'ordre n'est pas celui du document"
        in capsys.readouterr().out
    )


def test_decision_without_object_is_a_difference(document: Path, capsys: Captured) -> None:
    """A document that prints 2017 and II-2.1.2 needs no correction, and both are said idle."""
    text = document.read_text(encoding="utf-8")
    text = text.replace("\t40 000 000\t\t\t40 000 000\t", "\t40 000 000\t\t40 000 000\t\t")
    text = text.replace("II-2.2.2:", "II-2.1.2:")
    document.write_text(text, encoding="utf-8")
    assert main([str(document), str(SOURCE)]) == 1
    said = capsys.readouterr().out
    assert "Correction sans objet : T1, activité III-1.1.5" in said
    assert "Correction sans objet : Codes, II-2.1.2" in said


@pytest.mark.parametrize(
    "arguments", [[], ["absent.txt"], ["{document}", "absent"], ["{document}", "a", "b"]]
)
def test_what_cannot_run_says_why(arguments: list[str], document: Path, capsys: Captured) -> None:
    """Status 2 and a sentence on the error stream, never a traceback."""
    assert main([argument.format(document=document) for argument in arguments]) == 2
    assert capsys.readouterr().err.startswith(
        ("Usage :", "absent.txt : le fichier", "matrice.csv : le fichier")
    )


def test_whole_document(capsys: Captured) -> None:
    """The real document and the shipped source/: no difference, 30 of 276 figures explained."""
    if not (name := os.environ.get("PLAN_DOCUMENT")):
        pytest.skip(
            "PLAN_DOCUMENT ne nomme pas le document publié, qui ne fait pas partie du projet"
        )
    status = main([name])
    said = capsys.readouterr().out
    assert status == 0, said
    assert said.splitlines()[-1] == f"{COUNTS} : 0 différence."
    assert "recousues : III-1.1.4, IV-2.1.4, IV-2.1.8, V-1.1.3, V-1.2.5." in said
    rows = (
        "axe II (6), objectif II.2 (6), axe IV (4), objectif IV.2 (4), action IV.2.1 (4), plan (6)"
    )
    assert f"{SUMS}({rows})." in said
    assert "E1+E2+E3 les expliquent tous, au franc près." in said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of source/ to plant a fault in."""
    return Path(shutil.copytree(SOURCE, tmp_path / "source"))


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """Return a document printed from source/ as the published one prints it."""
    path = tmp_path / "document.txt"
    path.write_text(print_plan(), encoding="utf-8")
    return path
