"""What killed processes left is taken away, and never what a process is writing."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from generator.errors import OutputRefusedError
from generator.files import write_whole
from generator.sourcefiles.transaction import locked
from generator.temporaries import clear_temporaries, drop, open_temporary
from tests.reading.faults import fails_with

SLOW_WRITER = """
import os, sys
from pathlib import Path
from generator.files import write_whole
flush = os.fsync
def wait(handle):
    print("written", flush=True)
    sys.stdin.readline()
    flush(handle)
os.fsync = wait
write_whole(Path(sys.argv[1]), b"lent")
"""
"""A process that stops once its temporary file is written, until it is told to go on."""


@contextmanager
def slow_writer(target: Path) -> Iterator[Popen[bytes]]:
    """Hold a process that is writing the target."""
    command = [sys.executable, "-c", SLOW_WRITER, str(target)]
    with Popen(command, stdin=PIPE, stdout=PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"written\n"
        yield process


def kill_while_writing(target: Path) -> None:
    with slow_writer(target) as process:
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL


def left_in(folder: Path) -> list[Path]:
    return list(folder.glob(".ecriture-*.tmp"))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_next_writing_takes_away_what_a_killed_process_left(tmp_path: Path) -> None:
    target = tmp_path / "plan.xlsx"
    for _ in range(2):
        kill_while_writing(target)
    assert len(left_in(tmp_path)) == 2
    write_whole(target, b"suivant")
    assert names(tmp_path) == ["plan.xlsx"]
    assert target.read_bytes() == b"suivant"


def test_a_file_that_another_process_is_writing_stays(tmp_path: Path) -> None:
    """Two writers at once: the one that ends last has its file there, whole."""
    target = tmp_path / "plan.xlsx"
    kill_while_writing(target)
    with slow_writer(target) as process:
        write_whole(target, b"rapide")
        assert target.read_bytes() == b"rapide"
        (left,) = left_in(tmp_path)
        assert left.read_bytes() == b"lent"
        process.communicate(b"\n")
    assert process.returncode == 0
    assert target.read_bytes() == b"lent"
    assert names(tmp_path) == ["plan.xlsx"]


def test_what_is_left_beside_another_target_stays(tmp_path: Path) -> None:
    kill_while_writing(tmp_path / "autre.xlsx")
    write_whole(tmp_path / "plan.xlsx", b"")
    assert len(left_in(tmp_path)) == 1


def test_a_writing_that_fails_takes_nothing_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "plan.xlsx"
    kill_while_writing(target)
    monkeypatch.setattr(os, "replace", fails_with(errno.ENOSPC))
    with pytest.raises(OutputRefusedError, match="le disque est plein"):
        write_whole(target, b"")
    assert len(left_in(tmp_path)) == 1


def test_who_holds_a_source_folder_takes_away_all_that_is_left_there(tmp_path: Path) -> None:
    for name in ("matrice.csv", "conflits.xlsx"):
        kill_while_writing(tmp_path / name)
    (tmp_path / ".ecriture-de-quelqu-un.csv").write_bytes(b"")
    with slow_writer(tmp_path / "plan.xlsx") as process:
        with locked(tmp_path):
            (left,) = left_in(tmp_path)
            assert left.read_bytes() == b"lent"
        process.communicate(b"\n")
    assert names(tmp_path) == [".ecriture-de-quelqu-un.csv", "plan.xlsx"]


def test_a_file_is_held_from_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is taken away between its making and its holding is made again."""
    real, seen = fcntl.flock, list[int]()

    def late(handle: int, mode: int) -> None:
        seen.append(handle)
        if len(seen) == 1:
            clear_temporaries(tmp_path)
            assert left_in(tmp_path) == []
        real(handle, mode)

    monkeypatch.setattr(fcntl, "flock", late)
    held = open_temporary(tmp_path / "plan.xlsx")
    clear_temporaries(tmp_path)
    assert left_in(tmp_path) == [held.name]
    drop(held)
    assert left_in(tmp_path) == []


def test_where_the_disk_knows_no_locks_files_are_written_and_none_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill_while_writing(tmp_path / "plan.xlsx")
    monkeypatch.setattr(fcntl, "flock", fails_with(errno.ENOLCK))
    write_whole(tmp_path / "plan.xlsx", b"suivant")
    assert len(left_in(tmp_path)) == 1
    assert (tmp_path / "plan.xlsx").read_bytes() == b"suivant"


def test_what_cannot_be_taken_away_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill_while_writing(tmp_path / "plan.xlsx")
    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", fails_with(errno.EACCES))
        clear_temporaries(tmp_path)
    assert len(left_in(tmp_path)) == 1
    clear_temporaries(tmp_path)
    assert left_in(tmp_path) == []


def test_links_and_folders_of_that_name_stay(tmp_path: Path) -> None:
    """Nothing but a file is ever left."""
    (tmp_path / "plan.csv").write_bytes(b"")
    (tmp_path / ".ecriture-lien.tmp").symlink_to(tmp_path / "plan.csv")
    (tmp_path / ".ecriture-dossier.tmp").mkdir()
    clear_temporaries(tmp_path)
    assert len(left_in(tmp_path)) == 2


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    clear_temporaries(tmp_path / "absent")
    assert names(tmp_path) == []


def test_writers_at_once_never_take_each_others_files_away(tmp_path: Path) -> None:
    target = tmp_path / "plan.xlsx"
    contents = [bytes([65 + place]) * 1000 for place in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda content: write_whole(target, content), contents * 20))
    assert target.read_bytes() in contents
    assert names(tmp_path) == ["plan.xlsx"]


LOOP = """
import sys
from pathlib import Path
from generator.files import write_whole
for _ in range(60):
    write_whole(Path(sys.argv[1]), sys.argv[2].encode() * 10_000)
"""


@pytest.mark.slow
def test_processes_at_once_and_one_killed(tmp_path: Path) -> None:
    """Four write the same file over and over, one of them is killed: the others all end well."""
    target = tmp_path / "plan.xlsx"
    processes = [
        subprocess.Popen([sys.executable, "-c", LOOP, target, letter]) for letter in "abcd"
    ]
    while not target.exists():
        pass
    processes[0].send_signal(signal.SIGKILL)
    assert [process.wait() for process in processes] == [-signal.SIGKILL, 0, 0, 0]
    write_whole(target, b"fin")
    assert names(tmp_path) == ["plan.xlsx"]
