"""Every problem says in French what is wrong and what to do, on one line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.errors import InvalidSourceError
from generator.reading import problems
from generator.reading.problems import NOTES, PROBLEMS, problem

EVERY = {**PROBLEMS, **NOTES}


@pytest.mark.parametrize("kind", EVERY)
def test_a_problem_has_its_remedy(kind: str) -> None:
    what, remedy = EVERY[kind]
    assert what
    assert not what.endswith(".")
    assert remedy[0].isupper()
    assert remedy.endswith(".")


def test_every_problem_is_told_somewhere_and_no_other() -> None:
    folder = Path(problems.__file__).parent
    written = (folder.parent / "sourcefiles").glob("*.py")
    code = [*folder.glob("*.py"), *written, folder.parent / "texts.py"]
    told = "".join(path.read_text("utf-8") for path in code if path.name != "problems.py")
    unused = [kind for kind in EVERY if f'"{kind}"' not in told]
    assert unused == []
    kinds = re.findall(r'(?:refuse|find|note)\((?:record, [\w"]+, )?"(\w+\.?\w*)"', told)
    assert [kind for kind in kinds if "." in kind and kind not in EVERY] == []


def test_a_finding_is_one_line_that_says_where() -> None:
    finding = problem("cell.empty", "matrice.csv", 7, "code", "a\nb\x1b[31m")
    assert str(finding) == (
        "matrice.csv, ligne 7, colonne « code » : cellule vide (trouvé : « a⏎b[U+001B][31m »). "
        "Remplissez-la : elle est obligatoire."
    )


def test_a_finding_of_a_whole_file_and_of_a_setting() -> None:
    assert str(problem("empty", "matrice.csv")) == (
        "matrice.csv : aucune activité. Ajoutez au moins une ligne sous l'en-tête."
    )
    assert str(problem("setting.type", "plan.toml", 2, "titre", "3", expected="un texte")) == (
        "plan.toml, ligne 2, clé « titre » : valeur inattendue (trouvé : « 3 »). Écrivez un texte."
    )


def test_texts_of_the_data_do_not_break_the_sentence() -> None:
    fields = {"level": "l'axe", "code": "{I}", "first": 2, "expected": "{0}\n" + "x" * 900}
    finding = problem("title.differs", "matrice.csv", 3, "axe_intitule", "{}", **fields)
    assert "l'axe {I} diffère" in finding.problem
    assert len(str(finding).splitlines()) == 1
    assert len(str(finding)) < 700


@pytest.mark.parametrize(("count", "first"), [(1, "1 problème dans"), (3, "3 problèmes dans")])
def test_all_findings_are_in_one_message(count: int, first: str) -> None:
    found = tuple(problem("cell.empty", "matrice.csv", line) for line in range(count))
    assert str(InvalidSourceError(found)).startswith(f"{first} les données :\n- matrice.csv")
    assert len(str(InvalidSourceError(found)).splitlines()) == count + 1
