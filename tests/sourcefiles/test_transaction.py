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
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from filelock import FileLock

from generator.errors import OutputRefusedError, SourceNotFoundError
from generator.files import KEPT, write_whole
from generator.reading.source import read_source
from generator.sourcefiles import transaction
from generator.sourcefiles.transaction import (
    ASIDE,
    FRESH,
    LIST,
    LOCK,
    ChangedSinceError,
    FolderBusyError,
    NothingToUndoError,
    locked,
    replace_files,
    undo,
)
from tests.reading.samples import matrix

OLD = {"a.csv": b"ancien a", "b.csv": b"ancien b", "autre.csv": b"tel quel"}
OLDER = OLD | {"a.csv": b"plus ancien"}
CHANGED = {"a.csv": b"nouveau a", "b.csv": b"nouveau b", "c.csv": b"nouveau c"}
NEW = OLD | CHANGED
MOMENTS = range(1, 100)
"""More calls of any function than a change makes."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the old files."""
    return new_folder(tmp_path / "source")


def new_folder(path: Path) -> Path:
    path.mkdir()
    for name, content in OLD.items():
        (path / name).write_bytes(content)
    return path


def changed_before(folder: Path) -> Path:
    """Return the folder once a change, which can be undone, has led to the old files."""
    (folder / "a.csv").write_bytes(OLDER["a.csv"])
    with locked(folder):
        replace_files(folder, {"a.csv": OLD["a.csv"]})
    return folder


def begin(folder: Path) -> None:
    """Do what comes before the first file is replaced."""
    transaction._begin(folder, transaction._gather(folder, CHANGED))


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


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the files of the folder without what is kept; the next run finds nothing to mend."""
    found = held(folder)
    found.pop(KEPT, None)
    assert come_back(folder).keys() - {KEPT} == found.keys()
    return found


def before_undo(folder: Path) -> dict[str, bytes] | None:
    """Return the files once the last change is undone, None where none can be."""
    try:
        take_back(folder)
    except NothingToUndoError:
        return None
    return files_of(folder)


def fail_at(
    monkeypatch: pytest.MonkeyPatch,
    owner: object,
    name: str,
    moment: int,
    error: BaseException,
    *,
    lasting: bool = False,
) -> list[int]:
    """Let the function fail at its n-th call, or from it on; return the numbers of its calls."""
    real: Callable[..., object] = getattr(owner, name)
    calls: list[int] = []

    def counted(*args: object, **options: object) -> object:
        calls.append(len(calls) + 1)
        if len(calls) == moment or (lasting and len(calls) > moment):
            raise error
        return real(*args, **options)

    monkeypatch.setattr(owner, name, counted)
    return calls


def disk_full() -> OSError:
    return OSError(errno.ENOSPC, "No space left on device")


def test_files_are_replaced_and_made_and_the_others_stay(folder: Path) -> None:
    assert change(folder) == ""
    assert held(folder) == {**NEW, KEPT: b""}
    assert sorted(path.name for path in (folder / KEPT).iterdir()) == ["a.csv", "b.csv", LIST]


def test_a_warning_is_passed_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = write_whole

    def warned(path: Path, content: bytes) -> str:
        return real(path, content) + ("attention" if path.name == "b.csv" else "")

    monkeypatch.setattr(transaction, "write_whole", warned)
    assert change(folder) == "attention"


@pytest.mark.parametrize("moment", [1, 2, 3, 4, 5, 6, 7])
def test_a_write_that_fails(folder: Path, monkeypatch: pytest.MonkeyPatch, moment: int) -> None:
    """Two old files and their list are kept, then three are written: six writes."""
    fail_at(monkeypatch, os, "replace", moment, disk_full())
    if moment <= 6:
        with pytest.raises(OutputRefusedError, match="le disque est plein"):
            change(folder)
        assert held(folder) == OLD
    else:
        change(folder)
        assert held(folder) == {**NEW, KEPT: b""}


CALLS = [
    (os, "replace"),
    (os, "rename"),
    (os, "fsync"),
    (os, "unlink"),
    (os, "rmdir"),
    (os, "mkdir"),
    (tempfile, "mkstemp"),
]


def moments_of(
    tmp_path: Path, owner: object, name: str, act: Callable[[Path], object], **kind: bool
) -> Iterator[tuple[Path, bool]]:
    """Yield a folder for each call that may fail in a run, and whether the run was stopped by it.

    The last one, where none failed, is left out: it must not have been stopped.
    """
    interrupted = kind.pop("interrupted", False)
    for moment in MOMENTS:
        folder = changed_before(new_folder(tmp_path / str(moment)))
        if act is take_back:
            change(folder)
        error = KeyboardInterrupt() if interrupted else disk_full()
        stopped = False
        with pytest.MonkeyPatch.context() as patch:
            calls = fail_at(patch, owner, name, moment, error, **kind)
            try:
                act(folder)
            except (OutputRefusedError, KeyboardInterrupt):
                stopped = True
        if len(calls) < moment:
            assert not stopped
            return
        yield folder, stopped
    pytest.fail("the function failed at every moment")


@pytest.mark.parametrize(("owner", "name"), CALLS)
def test_any_call_that_fails_leaves_all_old_or_all_new_and_what_can_be_undone(
    tmp_path: Path, owner: object, name: str
) -> None:
    moments = list(moments_of(tmp_path, owner, name, change))
    assert moments
    for folder, stopped in moments:
        files = {file: content for file, content in held(folder).items() if content}
        assert files == (OLD if stopped else NEW), folder
        come_back(folder)
        assert files_of(folder) == files
        assert before_undo(folder) == (OLDER if stopped else OLD), folder


@pytest.mark.slow
@pytest.mark.parametrize(("owner", "name"), CALLS)
@pytest.mark.parametrize("kind", ["interrupted", "lasting"])
def test_an_interruption_or_a_disk_that_takes_nothing_any_more(
    tmp_path: Path, owner: object, name: str, kind: str
) -> None:
    """What could not be put back at once is put back by the next run."""
    for folder, _ in moments_of(tmp_path, owner, name, change, **{kind: True}):
        come_back(folder)
        files = files_of(folder)
        assert files in (OLD, NEW), folder
        assert before_undo(folder) == (OLDER if files == OLD else OLD), folder


@pytest.mark.parametrize(("owner", "name"), CALLS)
@pytest.mark.parametrize("kind", ["", "interrupted", "lasting"])
def test_any_call_that_fails_leaves_a_change_or_undoes_it(
    tmp_path: Path, owner: object, name: str, kind: str
) -> None:
    for folder, stopped in moments_of(
        tmp_path, owner, name, take_back, **{kind or "lasting": bool(kind)}
    ):
        files = {file: content for file, content in held(folder).items() if content}
        assert kind or files == (NEW if stopped else OLD), folder
        come_back(folder)
        files = files_of(folder)
        assert files in (OLD, NEW), folder
        assert before_undo(folder) == (OLD if files == NEW else None), folder


@pytest.mark.parametrize("name", ["a.csv", "b.csv"])
@pytest.mark.parametrize("act", [change, take_back])
def test_a_read_only_file_stops_a_change_and_nothing_is_left_to_mend(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, act: Callable[[Path], object]
) -> None:
    """The file is refused again where the old ones are put back."""
    changed_before(folder)
    if act is take_back:
        change(folder)
    before, real = held(folder), os.access
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda path, mode: Path(path).name != name and real(path, mode))
        with pytest.raises(OutputRefusedError, match="lecture seule"):
            act(folder)
        assert held(folder) == before
    assert before_undo(folder) == (OLD if act is take_back else OLDER)


@pytest.mark.parametrize("name", ["replace", "mkstemp"])
def test_a_first_change_that_fails_leaves_nothing_to_undo(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with monkeypatch.context() as patch:
        fail_at(patch, os if name == "replace" else tempfile, name, 5, disk_full())
        with pytest.raises(OutputRefusedError):
            change(folder)
    assert held(folder) == OLD
    assert before_undo(folder) is None


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
@pytest.mark.parametrize("moment", [1, 2, 3, 4, 5, 6])
def test_a_run_that_is_stopped_leaves_the_old_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException], moment: int
) -> None:
    fail_at(monkeypatch, os, "replace", moment, stop())
    with pytest.raises(stop):
        change(folder)
    assert held(folder) == OLD


@pytest.mark.parametrize("written", [0, 1, 2, 3])
def test_a_run_cut_short_is_put_back_by_the_next(folder: Path, written: int) -> None:
    begin(changed_before(folder))
    for name in list(CHANGED)[:written]:
        (folder / name).write_bytes(CHANGED[name])
    with locked(folder):
        assert {name: content for name, content in held(folder).items() if content} == OLD
    assert held(folder) == {**OLD, KEPT: b""}
    assert take_back(folder) == ["a.csv"]
    assert held(folder) == OLDER


@pytest.mark.parametrize("name", ["a.csv", "c.csv"])
@pytest.mark.parametrize("written", [0, 3])
def test_what_was_written_after_a_run_was_cut_short_is_not_written_over(
    folder: Path, name: str, written: int
) -> None:
    """Nothing is put back until it is out of the way: neither old nor new, it is somebody's."""
    begin(changed_before(folder))
    for changed in list(CHANGED)[:written]:
        (folder / changed).write_bytes(CHANGED[changed])
    (folder / name).write_bytes(b"a la main")
    before = held(folder)
    for act in (change, take_back):
        with pytest.raises(ChangedSinceError, match=f"on a écrit depuis dans {name}. Rien"):
            act(folder)
        assert held(folder) == before
    (folder / name).unlink()
    assert come_back(folder) == {**OLD, KEPT: b""}
    assert before_undo(folder) == OLDER


def test_a_folder_that_is_being_changed_is_not_read(folder: Path) -> None:
    (folder / "matrice.csv").write_text(matrix())
    begin(folder)
    with pytest.raises(SourceNotFoundError, match="un import écrit dans ce dossier"):
        read_source(folder)
    come_back(folder)
    assert read_source(folder).plan.years == (2016, 2017)


def test_what_was_kept_comes_back_where_a_run_was_cut_short_at_the_very_end(folder: Path) -> None:
    begin(changed_before(folder))
    (folder / KEPT).rename(folder / ASIDE)
    assert come_back(folder) == {**OLD, KEPT: b""}
    assert take_back(folder) == ["a.csv"]
    assert held(folder) == OLDER


@pytest.mark.parametrize(
    ("name", "moment"), [("replace", 1), ("replace", 2), ("unlink", 3), ("rename", 1)]
)
def test_putting_back_is_taken_up_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, moment: int
) -> None:
    """Two files are renamed into place, the third unlinked (after two temporary ones)."""
    begin(folder)
    for changed, content in CHANGED.items():
        (folder / changed).write_bytes(content)
    with monkeypatch.context() as patch:
        fail_at(patch, os, name, moment, disk_full())
        with pytest.raises(OutputRefusedError):
            come_back(folder)
    assert come_back(folder) == OLD


def test_what_a_run_left_while_it_kept_the_old_files_is_taken_away(folder: Path) -> None:
    transaction._gather(folder, CHANGED)  # killed before it was told that they are being replaced
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
    fault = "n'est plus là" if content is None else "a changé depuis"
    with pytest.raises(NothingToUndoError, match=f"{name} {fault} ; .* journal.csv"):
        take_back(folder)
    assert held(folder) == before
    (folder / name).write_bytes(CHANGED[name])
    take_back(folder)
    assert held(folder) == OLD


def test_undo_where_nothing_was_applied(folder: Path) -> None:
    with pytest.raises(NothingToUndoError, match="aucun import à annuler"):
        take_back(folder)
    assert held(folder) == OLD


def test_half_of_what_was_kept_does_not_come_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What could not be taken away stops the next change, before it begins."""
    change(folder)
    with locked(folder), monkeypatch.context() as patch:
        (folder / ASIDE).mkdir()
        fail_at(patch, os, "rmdir", 1, disk_full(), lasting=True)
        with pytest.raises(OutputRefusedError):
            undo(folder)
    assert come_back(folder) == {**NEW, KEPT: b""}
    assert before_undo(folder) == OLD


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
    told = {"absent": "dossier introuvable", "a.csv": "ce n'est pas un dossier"}
    for absent, reason in told.items():
        with pytest.raises(SourceNotFoundError, match=reason):
            change(folder / absent)
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


KILLED = """
import os, signal, sys
from pathlib import Path
from generator.sourcefiles.transaction import locked, replace_files, undo
verb, files = sys.argv[1], {"a.csv": b"nouveau a", "b.csv": b"nouveau b", "c.csv": b"nouveau c"}
EVENTS = {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "fcntl.flock"}
def kill_at(moment):
    seen = []
    def count(event, _arguments):
        if event in EVENTS:
            seen.append(event)
            if len(seen) == moment:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(count)
for moment, folder in enumerate(sys.argv[2:], 1):
    child = os.fork()
    if not child:
        kill_at(moment)
        with locked(Path(folder)):
            replace_files(Path(folder), files) if verb == "change" else undo(Path(folder))
        os._exit(0)
    if os.waitpid(child, 0)[1] == 0:
        print(moment)
        break
"""


@pytest.mark.slow
@pytest.mark.parametrize("verb", ["change", "undo"])
def test_a_process_killed_at_any_call_leaves_a_change_whole_and_undoable(
    tmp_path: Path, verb: str
) -> None:
    """Killed before its n-th call of the system; one that went to its end was not killed."""
    folders = [changed_before(new_folder(tmp_path / f"{moment:03}")) for moment in range(1, 300)]
    if verb == "undo":
        for folder in folders:
            change(folder)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, verb, *folders], capture_output=True, check=True
    )
    seen = []
    undone = (OLDER, OLD) if verb == "change" else (None, OLD)
    for folder in folders[: int(done.stdout)]:
        come_back(folder)
        files = files_of(folder)
        seen.append(files)
        assert before_undo(folder) == undone[[OLD, NEW].index(files)], folder
    assert seen[0] != seen[-1]


LOOP = """
import sys
from pathlib import Path
from generator.sourcefiles.transaction import locked, replace_files, undo
folder, names = Path(sys.argv[1]), ("1.csv", "2.csv", "3.csv")
number = int((folder / "1.csv").read_bytes()[:9])
while True:
    for _ in range(3):
        number += 1
        content = b"%09d" % number + bytes(200_000)
        with locked(folder):
            replace_files(folder, dict.fromkeys(names, content))
    if sys.argv[2:] == ["undo"]:
        with locked(folder):
            undo(folder)
        number -= 1
    print("round", flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("verbs", [[], ["undo"]])
def test_a_process_killed_leaves_files_that_are_all_old_or_all_new(
    tmp_path: Path, verbs: list[str]
) -> None:
    """Each change counts one more; without undoing, the last one can always be undone."""
    draw = random.Random(20)  # noqa: S311 - moments, no secrets
    names = ("1.csv", "2.csv", "3.csv")
    for name in names[:2]:
        (tmp_path / name).write_bytes(b"0")
    seen = set()
    for _ in range(20):
        with subprocess.Popen(
            [sys.executable, "-c", LOOP, tmp_path, *verbs], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"round\n"
            time.sleep(draw.uniform(0, 0.1))
            process.send_signal(signal.SIGKILL)
        come_back(tmp_path)
        (content,) = {(tmp_path / name).read_bytes() for name in names}
        assert len(content) == 200_009
        number = int(content[:9])
        seen.add(number)
        assert {path.name for path in tmp_path.iterdir()} - {KEPT} == {*names}
        if not verbs:
            take_back(tmp_path)
            before = {int((tmp_path / name).read_bytes()[:9]) for name in names}
            assert before == {number - 1}
    assert len(seen) > 1
