"""Several files are all old or all new, whatever happens, and the last change can be undone."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from filelock import FileLock

from generator.errors import OutputRefusedError, SourceNotFoundError
from generator.files import KEPT, UNDER_WAY, write_whole
from generator.sourcefiles import transaction
from generator.sourcefiles.transaction import (
    ASIDE,
    FRESH,
    LOCK,
    FolderBusyError,
    NothingToUndoError,
    locked,
    replace_files,
    undo,
)

OLD = {"a.csv": b"ancien a", "b.csv": b"ancien b", "autre.csv": b"tel quel"}
CHANGED = {"a.csv": b"nouveau a", "b.csv": b"nouveau b", "c.csv": b"nouveau c"}
NEW = OLD | CHANGED
MOMENTS = range(1, 100)
"""More calls of any function than a change makes."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the old files."""
    path = tmp_path / "source"
    path.mkdir()
    for name, content in OLD.items():
        (path / name).write_bytes(content)
    return path


@pytest.fixture(autouse=True)
def _no_flushing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the flushing to the disk to `test_files` and to the kill loop: it takes a minute."""
    monkeypatch.setattr(os, "fsync", lambda _handle: None)


def held(folder: Path) -> dict[str, bytes]:
    """Return the files of the folder; its own folders are named with no content."""
    return {path.name: b"" if path.is_dir() else path.read_bytes() for path in folder.iterdir()}


def change(folder: Path) -> str:
    with locked(folder):
        return replace_files(folder, CHANGED)


def take_back(folder: Path) -> list[str]:
    with locked(folder):
        return undo(folder)


def come_back(folder: Path) -> dict[str, bytes]:
    """Return the files once the next run has held the folder."""
    with locked(folder):
        pass
    return held(folder)


def fail_at(
    monkeypatch: pytest.MonkeyPatch, owner: object, name: str, moment: int, error: BaseException
) -> list[int]:
    """Let the function fail at its n-th call; return the numbers of its calls so far."""
    real: Callable[..., object] = getattr(owner, name)
    calls: list[int] = []

    def counted(*args: object, **options: object) -> object:
        calls.append(len(calls) + 1)
        if len(calls) == moment:
            raise error
        return real(*args, **options)

    monkeypatch.setattr(owner, name, counted)
    return calls


def disk_full() -> OSError:
    return OSError(errno.ENOSPC, "No space left on device")


def test_files_are_replaced_and_made_and_the_others_stay(folder: Path) -> None:
    assert change(folder) == ""
    assert held(folder) == {**NEW, KEPT: b""}
    assert not (folder / KEPT / UNDER_WAY).exists()


def test_a_warning_is_passed_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = write_whole

    def warned(path: Path, content: bytes) -> str:
        return real(path, content) + ("attention" if path.name == "b.csv" else "")

    monkeypatch.setattr(transaction, "write_whole", warned)
    assert change(folder) == "attention"


@pytest.mark.parametrize("moment", [1, 2, 3, 4, 5, 6, 7, 8])
def test_a_write_that_fails(folder: Path, monkeypatch: pytest.MonkeyPatch, moment: int) -> None:
    """Two old files, the list and the mark are kept, then three are written: seven writes."""
    fail_at(monkeypatch, os, "replace", moment, disk_full())
    if moment <= 7:
        with pytest.raises(OutputRefusedError, match="le disque est plein"):
            change(folder)
        assert held(folder) == OLD
    else:
        change(folder)
        assert held(folder) == {**NEW, KEPT: b""}


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (os, "replace"),
        (os, "rename"),
        (os, "fsync"),
        (os, "unlink"),
        (os, "rmdir"),
        (os, "mkdir"),
        (tempfile, "mkstemp"),
    ],
)
@pytest.mark.parametrize("before", ["never changed", "changed before"])
def test_any_call_that_fails_leaves_all_old_or_all_new(
    tmp_path: Path, owner: object, name: str, before: str
) -> None:
    for moment in MOMENTS:
        folder = tmp_path / str(moment)
        folder.mkdir()
        for file, content in OLD.items():
            (folder / file).write_bytes(content)
        if before == "changed before":
            with locked(folder):
                replace_files(folder, {"a.csv": b"plus ancien"})
                replace_files(folder, {"a.csv": OLD["a.csv"]})
        with pytest.MonkeyPatch.context() as patch:
            calls = fail_at(patch, owner, name, moment, disk_full())
            try:
                change(folder)
            except OutputRefusedError:
                expected = OLD
            else:
                expected = NEW
        assert {file: data for file, data in held(folder).items() if data} == expected, moment
        assert come_back(folder).keys() - {KEPT} == expected.keys(), moment
        if len(calls) < moment:
            break
    else:
        pytest.fail("the function failed at every moment")
    assert moment > 1 or (name, before) == ("rmdir", "never changed")
    assert expected == NEW


@pytest.mark.parametrize("moment", range(1, 10))
def test_a_disk_that_takes_nothing_any_more(
    folder: Path, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    """What could not be put back at once is put back by the next run."""
    real, calls = os.replace, [0]

    def full(source: str, target: str) -> None:
        calls[0] += 1
        if calls[0] >= moment:
            raise disk_full()
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        try:
            change(folder)
        except OutputRefusedError:
            expected = OLD
        else:
            expected = {**NEW, KEPT: b""}
    assert come_back(folder) == expected
    assert (expected == OLD) == (moment <= 7)


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
@pytest.mark.parametrize("moment", [1, 2, 3, 4, 5, 6, 7])
def test_a_run_that_is_stopped_leaves_the_old_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException], moment: int
) -> None:
    fail_at(monkeypatch, os, "replace", moment, stop())
    with pytest.raises(stop):
        change(folder)
    assert held(folder) == OLD


@pytest.mark.parametrize("written", [0, 1, 2, 3])
def test_a_run_cut_short_is_put_back_by_the_next(folder: Path, written: int) -> None:
    transaction._keep(folder, CHANGED)
    for name in list(CHANGED)[:written]:
        (folder / name).write_bytes(CHANGED[name])
    with locked(folder):
        assert {name: content for name, content in held(folder).items() if content} == OLD
    assert held(folder) == OLD
    with pytest.raises(NothingToUndoError):
        take_back(folder)


@pytest.mark.parametrize(
    ("name", "moment"), [("replace", 1), ("replace", 2), ("unlink", 3), ("rename", 1)]
)
def test_putting_back_is_taken_up_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, moment: int
) -> None:
    """Two files are renamed into place, the third unlinked (after two temporary ones)."""
    transaction._keep(folder, CHANGED)
    for changed, content in CHANGED.items():
        (folder / changed).write_bytes(content)
    with monkeypatch.context() as patch:
        fail_at(patch, os, name, moment, disk_full())
        with pytest.raises(OutputRefusedError):
            come_back(folder)
    assert come_back(folder) == OLD


def test_what_a_run_left_while_it_kept_the_old_files_is_taken_away(folder: Path) -> None:
    transaction._keep(folder, CHANGED)
    (folder / KEPT).rename(folder / FRESH)  # killed before the mark was in its place
    shutil.copytree(folder / FRESH, folder / ASIDE)
    assert come_back(folder) == OLD


def test_undo_restores_the_bytes(folder: Path) -> None:
    change(folder)
    assert take_back(folder) == ["a.csv", "b.csv", "c.csv"]
    assert held(folder) == OLD
    with pytest.raises(NothingToUndoError, match="aucun import à annuler"):
        take_back(folder)


def test_undo_takes_back_the_last_change_only(folder: Path) -> None:
    change(folder)
    with locked(folder):
        replace_files(folder, {"a.csv": b"encore", "d.csv": b""})
    assert take_back(folder) == ["a.csv", "d.csv"]
    assert held(folder) == NEW


def test_undo_leaves_what_the_change_did_not_touch(folder: Path) -> None:
    change(folder)
    (folder / "autre.csv").write_bytes(b"depuis")
    take_back(folder)
    assert held(folder) == {**OLD, "autre.csv": b"depuis"}


@pytest.mark.parametrize("name", ["a.csv", "c.csv"])
@pytest.mark.parametrize("content", [b"nouveau a ", b"ancien a", None])
def test_undo_refuses_where_a_file_changed_since(
    folder: Path, name: str, content: bytes | None
) -> None:
    change(folder)
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    before = held(folder)
    with pytest.raises(NothingToUndoError, match=f"{name} a changé depuis"):
        take_back(folder)
    assert held(folder) == before
    (folder / name).write_bytes(CHANGED[name])
    take_back(folder)
    assert held(folder) == OLD


def test_undo_where_nothing_was_applied(folder: Path) -> None:
    with pytest.raises(NothingToUndoError, match="aucun import à annuler"):
        take_back(folder)
    assert held(folder) == OLD


@pytest.mark.parametrize("moment", [1, 2, 3, 4])
def test_undo_is_all_or_none(folder: Path, monkeypatch: pytest.MonkeyPatch, moment: int) -> None:
    """The mark and two files are written."""
    change(folder)
    with monkeypatch.context() as patch:
        fail_at(patch, os, "replace", moment, disk_full())
        if moment < 4:
            with pytest.raises(OutputRefusedError):
                take_back(folder)
            assert held(folder) == {**NEW, KEPT: b""}
    take_back(folder)
    assert held(folder) == OLD


def test_what_is_kept_is_taken_away_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change that is killed while it clears what was kept leaves nothing half kept to undo."""
    change(folder)
    with monkeypatch.context() as patch:
        fail_at(patch, os, "rename", 2, KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt), locked(folder):
            replace_files(folder, {"a.csv": b"encore"})
    with pytest.raises(NothingToUndoError, match="aucun import à annuler"):
        take_back(folder)
    assert held(folder) == NEW


def test_a_second_run_is_refused_and_leaves_the_lock_to_the_first(folder: Path) -> None:
    with FileLock(folder / LOCK), ThreadPoolExecutor(1) as pool:
        for _ in range(3):
            with pytest.raises(FolderBusyError, match="un autre import"):
                pool.submit(change, folder).result()
            assert (folder / LOCK).exists()
    assert {name: content for name, content in held(folder).items() if content} == OLD
    change(folder)
    assert held(folder) == {**NEW, KEPT: b""}


HOLD = """
import sys
from pathlib import Path
from generator.sourcefiles.transaction import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_process_is_refused_until_the_first_is_done(folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        for _ in range(2):
            with pytest.raises(FolderBusyError):
                change(folder)
    assert held(folder) == OLD
    change(folder)
    assert held(folder) == {**NEW, KEPT: b""}


def test_updates_at_once_are_all_kept(folder: Path) -> None:
    def add(_number: int) -> None:
        while True:
            try:
                with locked(folder):
                    count = int((folder / "n.csv").read_bytes())
                    replace_files(folder, {"n.csv": str(count + 1).encode()})
            except FolderBusyError:
                time.sleep(0.001)
            else:
                return

    (folder / "n.csv").write_bytes(b"0")
    with ThreadPoolExecutor(12) as pool:
        list(pool.map(add, range(12)))
    assert (folder / "n.csv").read_bytes() == b"12"
    assert not (folder / LOCK).exists()


def test_a_folder_that_is_not_there_is_not_made(folder: Path) -> None:
    for absent in (folder / "absent", folder / "a.csv"):
        with pytest.raises(SourceNotFoundError, match="dossier introuvable"):
            change(absent)
    assert held(folder) == OLD


def test_a_folder_that_takes_no_lock(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_lock: FileLock) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(FileLock, "acquire", refuse)
    with pytest.raises(OutputRefusedError, match="n'accepte pas d'écriture"):
        change(folder)
    assert held(folder) == OLD


def test_what_fails_inside_is_not_told_as_the_folders(folder: Path) -> None:
    with pytest.raises(BrokenPipeError), locked(folder):
        raise BrokenPipeError
    assert held(folder) == OLD


LOOP = """
import sys
from pathlib import Path
from generator.sourcefiles.transaction import locked, replace_files, undo
folder, number = Path(sys.argv[1]), 0
while True:
    for letter in b"bcd":
        content = bytes([letter]) * 200_000
        with locked(folder):
            replace_files(folder, {name: content for name in ("1.csv", "2.csv", "3.csv")})
    with locked(folder):
        undo(folder)
    print("round", flush=True)
"""


@pytest.mark.slow
def test_a_process_killed_leaves_files_that_are_all_old_or_all_new(tmp_path: Path) -> None:
    draw = random.Random(20)  # noqa: S311 - moments, no secrets
    names = ("1.csv", "2.csv", "3.csv")
    for name in names[:2]:
        (tmp_path / name).write_bytes(b"a" * 200_000)
    seen = set()
    for _ in range(20):
        with subprocess.Popen(
            [sys.executable, "-c", LOOP, tmp_path], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"round\n"
            time.sleep(draw.uniform(0, 0.1))
            process.send_signal(signal.SIGKILL)
        with locked(tmp_path):
            (content,) = {(tmp_path / name).read_bytes() for name in names}
            assert not (tmp_path / KEPT / UNDER_WAY).exists()
        assert content in {bytes([letter]) * 200_000 for letter in b"bcd"}
        seen.add(content[:1])
        left = {path.name for path in tmp_path.iterdir()} - {*names, KEPT}
        assert all(name.startswith(".ecriture-") for name in left)
    assert len(seen) > 1
