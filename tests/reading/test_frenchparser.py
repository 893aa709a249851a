"""A command badly written is told in French, as is the help."""

from __future__ import annotations

import pytest

from generator import __version__
from generator.cli import main
from generator.frenchparser import translate
from generator.verbs.statuses import CANNOT_RUN

Capture = pytest.CaptureFixture[str]


VERBS = "'build', 'check', 'import', 'diff', 'merge', 'log'"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "il manque VERBE"),
        (["detruire"], f"VERBE : 'detruire' n'est pas l'un de {VERBS}"),
        (["build", "a", "b"], "argument inconnu b"),
        (["build", "--quick"], "argument inconnu --quick"),
        (["build", "--out", "x"], "argument inconnu --out"),
        (["build", "--lang", "de"], "--lang : 'de' n'est pas l'un de 'fr', 'en'"),
        (["build", "-o"], "-o/--output : il manque une valeur"),
    ],
)
def test_a_command_badly_written_is_told_in_french(
    capsys: Capture, arguments: list[str], message: str
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == CANNOT_RUN
    told = capsys.readouterr().err
    assert told.startswith("Usage : generator")
    assert told.replace("choose from ", "").endswith(f"commande mal formée ({message})\n")


def test_what_argparse_says_otherwise_is_not_shown_in_english() -> None:
    assert translate("something new in a later Python") == "voyez --help"


def test_the_version_is_the_package_s(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"{__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["build", "-h"]])
def test_the_help_is_french(capsys: Capture, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 0
    told = capsys.readouterr().out
    assert told.startswith("Usage : generator")
    assert "afficher cette aide" in told
    assert not {"usage:", "show", "arguments:", "options:"} & set(told.split())
