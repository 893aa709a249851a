"""A file is whole: the old one or the new one, and nothing is left beside it."""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

import pytest

from generator.errors import OutputRefusedError
from generator.files import write_whole
from tests.reading.faults import fails_with

OLD, NEW = b"ancien", b"nouveau"
ROOT = os.geteuid() == 0


@pytest.fixture
def target(tmp_path: Path) -> Iterator[Path]:
    """Return a file with the old content, alone in its folder: after the test it still is."""
    path = tmp_path / "folder" / "plan.xlsx"
    path.parent.mkdir()
    path.write_bytes(OLD)
    yield path
    assert [other.name for other in path.parent.iterdir()] == ["plan.xlsx"]


def refuse(path: Path, content: bytes = NEW) -> str:
    """Return why the content was refused; what stood there still stands there."""
    with pytest.raises(OutputRefusedError) as caught:
        write_whole(path, content)
    assert str(caught.value).startswith(f"{path} : ")
    return str(caught.value)


def test_the_new_content_takes_the_place_of_the_old(target: Path) -> None:
    target.chmod(0o640)
    assert write_whole(target, NEW) == ""
    assert target.read_bytes() == NEW
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    plain, path = tmp_path / "plain", tmp_path / "new" / "folders" / "plan.xlsx"
    plain.write_bytes(b"")
    assert write_whole(path, NEW) == ""
    assert path.read_bytes() == NEW
    assert path.stat().st_mode == plain.stat().st_mode


def test_nothing_of_the_process_is_changed_or_left_open(tmp_path: Path) -> None:
    before = os.umask(0o027), len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - names only
    try:
        write_whole(tmp_path / "plan.xlsx", NEW)
        open_files = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - names only
    finally:
        mask = os.umask(before[0])
    assert mask == 0o027
    assert open_files == before[1]
    assert (tmp_path / "plan.xlsx").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", ["Matrice budgétaire (2016).xlsx", "é" * 125 + ".xlsx"])
def test_long_and_accented_names(tmp_path: Path, name: str) -> None:
    write_whole(tmp_path / name, NEW)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_link_stays_a_link(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.xlsx"
    link.symlink_to(target)
    write_whole(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EACCES, "fermez « plan.xlsx » dans Excel"),
        (errno.EPERM, "fermez « plan.xlsx » dans Excel"),
        (errno.EBUSY, "fermez « plan.xlsx » dans Excel"),
        (errno.EROFS, "lecture seule"),
        (errno.EXDEV, "écriture impossible (EXDEV)"),
    ],
)
def test_a_renaming_that_fails(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    monkeypatch.setattr(os, "replace", fails_with(number))
    assert reason in refuse(target)
    assert target.read_bytes() == OLD


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "le disque est plein"),
        (errno.EDQUOT, "quota"),
        (errno.EIO, "erreur d'entrée-sortie"),
    ],
)
def test_a_disk_that_fails(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    monkeypatch.setattr(os, "fsync", fails_with(number))
    assert reason in refuse(target)
    assert target.read_bytes() == OLD


def test_a_write_cut_short_by_the_system(target: Path) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, limits[1]))
    try:
        reason = refuse(target, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert "taille permise" in reason
    assert target.read_bytes() == OLD


def test_an_interruption_leaves_the_old_file(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_handle: int) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(target, NEW)
    assert target.read_bytes() == OLD


def test_a_folder_that_takes_no_file(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "mkstemp", fails_with(errno.EACCES))
    assert f"le dossier {target.parent} n'accepte pas d'écriture" in refuse(target)
    assert target.read_bytes() == OLD


@pytest.mark.skipif(ROOT, reason="root écrit partout")
def test_a_read_only_folder(target: Path) -> None:
    target.parent.chmod(0o500)
    try:
        assert "n'accepte pas d'écriture" in refuse(target)
    finally:
        target.parent.chmod(0o700)
    assert target.read_bytes() == OLD


def test_a_read_only_file_is_not_replaced(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target.chmod(0o400)
    if ROOT:  # whom no right stops
        monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    assert "lecture seule" in refuse(target)
    assert target.read_bytes() == OLD


def test_a_folder_is_no_target(target: Path) -> None:
    assert "c'est un dossier" in refuse(target.parent)


def test_a_path_through_a_file(target: Path) -> None:
    assert "le chemin traverse un fichier" in refuse(target / "plan.xlsx")
    assert target.read_bytes() == OLD


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    assert "le nom est trop long" in refuse(tmp_path / ("x" * 300))
    assert list(tmp_path.iterdir()) == []


def test_rights_that_cannot_be_set_do_not_matter(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "chmod", fails_with(errno.EPERM))
    assert write_whole(target, NEW) == ""
    assert target.read_bytes() == NEW


def test_a_folder_that_cannot_be_flushed_is_a_warning(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def flush_files_only(handle: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{handle}"):  # noqa: PTH112 - a text
            fails_with(errno.EINVAL)()

    monkeypatch.setattr(os, "fsync", flush_files_only)
    assert str(target.parent) in write_whole(target, NEW)
    assert target.read_bytes() == NEW


def test_writers_at_once_leave_one_whole_file(target: Path) -> None:
    contents = [bytes([65 + place]) * 300_000 for place in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda content: write_whole(target, content), contents * 3))
    assert target.read_bytes() in contents


LOOP = """
import sys
from pathlib import Path
from generator.files import write_whole
while True:
    for letter in b"ab":
        write_whole(Path(sys.argv[1]), bytes([letter]) * 2_000_000)
"""


def test_a_process_killed_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    for wait in (0.011, 0.017, 0.023):
        with subprocess.Popen([sys.executable, "-c", LOOP, path]) as process:
            while not path.exists():
                time.sleep(0.001)
            time.sleep(wait)
            process.send_signal(signal.SIGKILL)
        assert path.read_bytes() in {letter * 2_000_000 for letter in (b"a", b"b")}
        path.unlink()
