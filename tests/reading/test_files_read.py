"""A file is read whole, or said to be absent, or refused with its reason."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from generator.errors import SourceNotFoundError
from generator.files import read_whole
from tests.reading.faults import fails_with

OLD = b"ancien"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Return a file with the old content."""
    path = tmp_path / "plan.xlsx"
    path.write_bytes(OLD)
    return path


def test_a_file_is_read_whole(target: Path) -> None:
    assert read_whole(target) == OLD
    assert read_whole(target.with_name("absent")) is None


def cannot_read(path: Path) -> str:
    with pytest.raises(SourceNotFoundError) as caught:
        read_whole(path)
    return str(caught.value)


def test_what_is_there_and_is_no_file_is_not_absent(tmp_path: Path) -> None:
    link, loop, fifo = tmp_path / "link", tmp_path / "loop", tmp_path / "fifo"
    link.symlink_to(tmp_path / "absent")
    loop.symlink_to(loop)
    os.mkfifo(fifo)
    assert "c'est un dossier" in cannot_read(tmp_path)
    assert "introuvable" in cannot_read(link)
    assert "le lien tourne en rond" in cannot_read(loop)
    assert "ce n'est pas un fichier ordinaire" in cannot_read(fifo)


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EACCES, "fermez « plan.xlsx » dans Excel"),
        (errno.ESTALE, "lecture impossible (ESTALE)"),
    ],
)
def test_a_file_that_may_not_be_read(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    monkeypatch.setattr(Path, "read_bytes", fails_with(number))
    message = cannot_read(target)
    monkeypatch.undo()
    assert reason in message
