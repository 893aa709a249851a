"""A source folder of one's own, and the command run on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.cli import main
from tests.copies.plan import write_plan
from tests.workbook.built import SOURCE, Built, build


class Answer(NamedTuple):
    """What the command said: its exit status, what it printed and complained of."""

    status: int
    out: str
    err: str


Command = Callable[..., Answer]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the shipped source folder."""
    return Path(shutil.copytree(SOURCE, tmp_path / "source"))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the small plan's workbook."""
    folder = tmp_path_factory.mktemp("small")
    return build(write_plan(folder), folder / "plan.xlsx")


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of one's own with the small plan; the command runs beside it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "source").mkdir()
    return write_plan(tmp_path / "source")


@pytest.fixture
def command(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Return the command `import` or `merge`, on the folder; conflicts go beside it."""

    def run(verb: str, *args: str | Path) -> Answer:
        beside = ["--source", folder, "--conflits", tmp_path / "conflits.xlsx"]
        status = main([verb, *map(str, args), *map(str, beside)])
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return run
