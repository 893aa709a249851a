"""The command as a process of its own: its status, and what a plain terminal shows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.verbs.statuses import CANNOT_RUN, DONE, PROBLEMS
from tests.reading.samples import write

ROOT = Path.cwd()


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a source folder that builds, in the current folder."""
    folder = tmp_path / "source"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    return write(folder, {})


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Return what the command says as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )


def test_the_process_returns_the_status_and_no_traceback(source: Path) -> None:
    write(source, {"matrice.csv": bytes(range(256)) * 9})
    done = run("build")
    assert (done.returncode, done.stdout) == (PROBLEMS, "")
    assert done.stderr.startswith("1 problème dans les données :\n- matrice.csv, ligne 1 : ")
    assert "Traceback" not in done.stderr


def test_a_terminal_that_cannot_show_a_letter(source: Path) -> None:
    write(source, {"plan.toml": 'fichier = "œuvre"\n'})
    done = run("build", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == DONE, done.stderr
    assert "\\u0153uvre.xlsx" in done.stdout


def test_a_reader_that_has_seen_enough_is_no_traceback(source: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "build", str(source)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        errors = process.stderr.read()
    assert errors == b""
    assert process.returncode == CANNOT_RUN
