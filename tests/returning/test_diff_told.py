"""`diff`: what must be put right first in copies, and what its workbook says beside amounts."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.copies.reading import CURE, CURE_BASE, CURE_COLUMN, CURE_FORCED
from generator.copies.said import SAID, say, without_options
from tests.copies.edited import Edited
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
