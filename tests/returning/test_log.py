"""`log`: what it prints of the journal, and what it says of what is no folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from tests.returning.small import typed
from tests.workbook.built import Built


def test_a_text_of_several_lines_is_told_on_one(
    small: Built, beside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = "Vote attendu, " * 10
    copy = typed(small, "a.xlsx", {"P10": "reportée", "Q10": f"{long}\nvoir la lettre"})
    assert main(["import", str(copy), "--source", str(beside), "--apply"]) == 0
    capsys.readouterr()
    assert main(["log", str(beside)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    reason = f"{long}⏎voir la lettre"
    assert {line.split("  statut A-1, ")[1] for line in lines} == {
        f"statut : vide -> reportée ({reason})",
        f"motif : vide -> {reason} ({reason})",
    }


@pytest.mark.parametrize("more", [[], ["--annuler"]])
def test_a_file_is_no_folder(
    small: Built, capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    assert main(["log", str(small.path), *more]) == 2
    assert capsys.readouterr().err == f"{small.path} : ce n'est pas un dossier.\n"
