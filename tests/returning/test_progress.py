"""What lasts more than two seconds says how far it is; what does not says nothing."""

from __future__ import annotations

import io
import runpy
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.verbs import progress
from generator.verbs.progress import Progress
from tests.copies.plan import write_plan
from tests.workbook.built import build

WAIT = 20
"""Seconds after which a told stage is given up."""


class Listener(io.StringIO):
    """A stream that tells when something was written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.heard = threading.Event()

    def write(self, text: str) -> int:
        count = super().write(text)
        if text.endswith("\n"):
            self.heard.set()
        return count


class AtOnce:
    """A timer whose time is up when it starts."""

    def __init__(self, _seconds: float, call: Callable[[], None]) -> None:
        self.call, self.daemon = call, False

    def start(self) -> None:
        self.call()

    def cancel(self) -> None:
        """Come too late."""

    def join(self) -> None:
        """Be over."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a small plan and its workbook."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "plan").mkdir()
    build(write_plan(folder / "plan"), folder / "copie.xlsx")
    return folder


def test_the_stage_that_lasts_is_told_while_it_lasts(monkeypatch: pytest.MonkeyPatch) -> None:
    listener = Listener()
    monkeypatch.setattr(sys, "stderr", listener)
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    with Progress() as told:
        told("Lecture…")
        assert listener.heard.wait(WAIT)
        told("Comparaison…")
    assert listener.getvalue().splitlines() == ["Lecture…", "Comparaison…"]


def test_what_is_soon_over_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 1_000)
    with Progress() as told:
        told("Lecture…")
        told("Comparaison…")
    assert capsys.readouterr().err == ""
    assert not any(isinstance(thread, threading.Timer) for thread in threading.enumerate())


def test_nobody_waits_longer_than_two_seconds() -> None:
    assert runpy.run_path(str(progress.__file__))["PATIENCE"] == 2


@pytest.mark.parametrize(
    ("line", "stages"),
    [
        ("build {plan} -o {out}", ["Construction du classeur de {plan}…"]),
        pytest.param("check {copy}", ["Vérification de copie.xlsx…"], marks=pytest.mark.slow),
        ("diff {plan} {copy}", ["Lecture de {plan}…", "Lecture de {copy}…", "Comparaison…"]),
        (
            "import {copy} --source {plan}",
            [
                "Lecture de {plan}…",
                "Lecture de copie.xlsx (1/1)…",
                "Rapprochement des copies et de la source…",
            ],
        ),
        ("import {copy} --source {plan} --quiet", []),
        (
            "merge {copy} {copy} --source {plan} --apply",
            [
                "Lecture de {plan}…",
                "Lecture de {copy} (1/2)…",
                "Lecture de {copy} (2/2)…",
                "Rapprochement des copies et de la source…",
                "Écriture dans {plan}…",
            ],
        ),
    ],
)
def test_each_verb_says_its_stages(
    line: str,
    stages: list[str],
    small: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(threading, "Timer", AtOnce)
    names = {"plan": small / "plan", "copy": small / "copie.xlsx", "out": tmp_path / "plan.xlsx"}
    assert main(line.format(**names).split()) == 0
    assert capsys.readouterr().err.splitlines() == [stage.format(**names) for stage in stages]
