"""What the command answers of copies of the small plan, and of what was applied."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from tests.copies.edited import Edited, Typed
from tests.returning.copies import snapshot

pytestmark = pytest.mark.slow

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Return the command, which answers its status, what it printed and complained of."""

    def run(*args: str | Path) -> tuple[int, str, str]:
        status = main([str(own) for own in args])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def test_a_deletion_that_awaits_its_confirmation_is_told_where_nothing_is_written(
    edited: Edited, source: Path, command: Command
) -> None:
    """Status 1, even of a list, and not silent where it is quiet; 0 once it is confirmed."""
    args = ["import", edited.delete_row("Axe A", 11).save(), "--source", source]
    awaited = (
        "Rien n'est écrit : confirmez la suppression de A-2 (--apply --confirmer-suppressions).\n"
    )
    assert command(*args, "--quiet") == (1, awaited, "")
    status, told, _ = command(*args)
    assert (status, told.endswith(awaited), told.count("Rien n'est écrit")) == (1, True, 1)
    status, told, _ = command(*args, "--confirmer-suppressions")
    assert (status, awaited in told) == (0, False)
    assert told.endswith("ajoutez --apply pour écrire ces changements.\n")
    status, told, complaint = command(*args, "--json")
    assert (status, json.loads(told)["a_confirmer"], complaint) == (1, ["A-2"], awaited)
    status, told, complaint = command(*args, "--json", "--confirmer-suppressions")
    assert (status, json.loads(told)["a_confirmer"], complaint) == (0, [], "")


def apply_rate(command: Command, edited: Edited, source: Path) -> dict[str, bytes]:
    """Return what the folder held before another rate and share were applied to it."""
    before = snapshot(source)
    typed: dict[str, Typed] = {"A21": "USD", "C21": 600, "D21": "hier", "C5": 0.225}
    for cell, value in typed.items():
        edited.put("Paramètres", cell, value)
    assert command("import", edited.save(), "--source", source, "--apply")[0] == 0
    return before


def test_numbers_of_the_journal_are_written_as_in_french(
    edited: Edited, source: Path, command: Command
) -> None:
    apply_rate(command, edited, source)
    with (source / "journal.csv").open(encoding="utf-8-sig", newline="") as file:
        told = [
            (row["champ"], row["avant"], row["apres"])
            for row in csv.DictReader(file, delimiter=";")
        ]
    assert sorted(told) == [("date", "", "hier"), ("taux", "", "600"), ("valeur", "0,22", "0,225")]
    assert "taux USD, taux : vide -> 600\n" in command("log", source)[1]


def test_log_takes_the_folder_as_import_does(
    edited: Edited, source: Path, command: Command
) -> None:
    before = apply_rate(command, edited, source)
    assert command("log", "--source", source) == command("log", source)
    assert command("log", "--source", source, "--annuler")[0] == 0
    assert snapshot(source) == before
    with pytest.raises(SystemExit) as raised:
        command("log", source, "--source", source)
    assert raised.value.code == 2


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("journal.csv", "d'après les fichiers de .precedent"), ("plan.toml", "d'après journal.csv")],
)
def test_what_is_gone_since_cannot_be_undone(
    edited: Edited, source: Path, command: Command, name: str, remedy: str
) -> None:
    apply_rate(command, edited, source)
    (source / name).unlink()
    status, _, complaint = command("log", source, "--annuler")
    assert status == 2
    assert complaint.endswith(f"{name} n'est plus là ; annulez à la main, {remedy}.\n")
