"""`diff`: what must be put right first in copies, and what its workbook says beside amounts."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from generator.cli import main
from generator.copies.reading import CURE, CURE_BASE, CURE_COLUMN, CURE_FORCED
from generator.copies.said import SAID, say, without_options
from tests.copies.edited import Edited
from tests.copies.plan import write_plan
from tests.reader.archives import read_archive
from tests.returning.small import AXIS, typed
from tests.workbook.built import Built

OPTIONS = "--base", "--forcer"


def test_all_errors_of_both_copies_are_told_at_once(
    small: Built, beside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert beside.is_dir()
    first = typed(small, "a.xlsx", {"F10": "12M", "G10": -9})
    other = typed(small, "b.xlsx", {"H10": "1,5"})
    assert main(["diff", str(first), str(other), "--xlsx", "ecarts.xlsx"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "a.xlsx : à corriger (2 erreurs" in err
    assert "- Axe A!F10 : montant écrit avec une unité (trouvé : « 12M »). Écrivez 12" in err
    assert "- Axe A!G10 : montant négatif (trouvé : « -9 »). Écrivez" in err
    assert "b.xlsx : à corriger (1 erreur" in err
    assert "- Axe A!H10 : " in err
    assert not Path("ecarts.xlsx").exists()


def test_a_remedy_names_no_option_that_diff_has_not(
    small: Built, beside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The base typed over does not make its totals any more; without *Empreinte* there is none."""
    wrong = Edited(read_archive(small.path), Path("base.xlsx")).put(AXIS, "L10", 11).save()
    lost = Edited(read_archive(small.path), Path("perdue.xlsx")).delete_sheet("Empreinte").save()
    for path in (wrong, lost):
        assert main(["diff", str(beside), str(path)]) == 1
        err = capsys.readouterr().err
        assert "eprenez une copie saine." in err
        assert not any(option in err for option in OPTIONS)
        assert main(["import", str(path), "--source", str(beside)]) == 1
        assert "--base" in capsys.readouterr().out


@pytest.mark.parametrize("remedy", [CURE, CURE_BASE, CURE_COLUMN, CURE_FORCED])
def test_what_helps_a_copy_without_its_base(remedy: str) -> None:
    told = without_options(say("base.wrong", AXIS)._replace(remedy=remedy)).remedy
    assert told.endswith(".")
    assert not any(option in told for option in OPTIONS)


@pytest.mark.parametrize("kind", [kind for kind, told in SAID.items() if told[0] == "erreur"])
def test_an_error_has_a_remedy_without_options(kind: str) -> None:
    told = without_options(say(kind, AXIS)).remedy
    assert told.endswith(".")
    assert kind == "base.other" or not any(option in told for option in OPTIONS)


def test_amounts_beside_those_of_years_are_numbers(beside: Path) -> None:
    """A ceiling, a credit, a quarter, a rate; the year of the work plan is none."""
    other = write_plan(Path("autre"))
    for name, old, new in (
        ("plafonds.csv", "A;100;;300", "A;1500000;;300"),
        ("financements.csv", ";2030;15;", ";2030;16;"),
        ("pta.csv", "A-1;2031;5;10;;0", "A-1;2031;5;;3;0"),
        ("plan.toml", "655.957", "655.5"),
        ("plan.toml", "annee_pta = 2031", "annee_pta = 2032"),
    ):
        text = (other / name).read_text(encoding="utf-8")
        assert old in text
        (other / name).write_text(text.replace(old, new), encoding="utf-8")
    assert main(["diff", str(beside), str(other), "--xlsx", "ecarts.xlsx"]) == 1
    sheet = openpyxl.load_workbook("ecarts.xlsx")["Autres changements"]
    found = {
        (row[0].value, row[3].value): (row[4], row[5]) for row in sheet.iter_rows() if row[3].value
    }
    values = {key: tuple(cell.value for cell in cells) for key, cells in found.items()}
    assert values["plafond", "2030"] == (100, 1_500_000)
    assert values["financement", "montant"] == (15, 16)
    assert values["trimestres", "T2 2031"] == (10, "vide")
    assert values["trimestres", "T3 2031"] == ("vide", 3)
    assert values["taux", "taux"] == (655.957, 655.5)
    assert values["paramètre", "valeur"] == ("2031", "2032")
    after = found["plafond", "2030"][1]
    assert after.alignment.horizontal == "right"
    assert after.number_format.startswith("#,##0;")
