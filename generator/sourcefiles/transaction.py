"""Several files of a folder changed together: all of them or none, and the last change undone.

What the files held is kept in a folder beside them before any is touched. A mark stands there
until the last one is in its place: where a run was cut short, the next one puts the old files back.
"""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout

from generator.errors import CannotRunError, OutputRefusedError, SourceNotFoundError
from generator.files import KEPT, UNDER_WAY, is_folder, read_whole, write_whole
from generator.sourcefiles.writing import Files
from generator.temporaries import clear_temporaries

LOCK, LIST = ".verrou", "liste.json"
FRESH, ASIDE = f"{KEPT}.nouveau", f"{KEPT}.ancien"
"""What is kept while it is being gathered, and while it is being taken away."""


class FolderBusyError(CannotRunError):
    """Another run is writing to the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} : un autre import ou une autre fusion est en cours. "
            "Attendez sa fin et recommencez."
        )


class NothingToUndoError(CannotRunError):
    """No applied change is kept, or files were changed since."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"{folder} : {reason}.")


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder for one run; finish first what an interrupted one left.

    Raises `FolderBusyError` where another run holds it, and leaves that run's lock alone.
    """
    lock = _acquire(folder)
    try:
        clear_temporaries(folder)
        for left in (FRESH, ASIDE):
            shutil.rmtree(folder / left, ignore_errors=True)
        if (folder / KEPT / UNDER_WAY).exists():
            _put_back(folder)
        yield
    finally:
        with contextlib.suppress(OSError):  # while it is held: afterwards it may be another run's
            (folder / LOCK).unlink(missing_ok=True)
        lock.release()


def _acquire(folder: Path) -> FileLock:
    if not is_folder(folder):  # a lock would make it
        raise SourceNotFoundError(folder, "dossier introuvable")
    lock = FileLock(folder / LOCK, timeout=0)
    with _refusing(folder):
        try:
            lock.acquire()
        except Timeout as error:
            raise FolderBusyError(folder) from error
    return lock


@contextlib.contextmanager
def _refusing(folder: Path) -> Iterator[None]:
    """Tell a failure of the system as the folder's."""
    try:
        yield
    except OSError as error:
        raise OutputRefusedError(folder, "le dossier n'accepte pas d'écriture") from error


def replace_files(folder: Path, files: Files) -> str:
    """Put the files in their place, all or none; return a warning, or ""."""
    with _refusing(folder):
        _keep(folder, files)
        try:
            warnings = [write_whole(folder / name, content) for name, content in files.items()]
            (folder / KEPT / UNDER_WAY).unlink()
        except BaseException:  # Ctrl+C too: nobody should have to run again to have the old files
            _put_back(folder)
            raise
    return next(filter(None, warnings), "")


def undo(folder: Path) -> list[str]:
    """Put back what the last change replaced, all or none; return the names of the files.

    Raises `NothingToUndoError` where a file is no longer what that change wrote.
    """
    kept = folder / KEPT
    listed = read_whole(kept / LIST)
    if listed is None:
        raise NothingToUndoError(folder, "aucun import à annuler")
    written: dict[str, bytes] = {}
    for name, (_, digest) in json.loads(listed).items():
        written[name] = read_whole(folder / name) or b""
        if sha256(written[name]).hexdigest() != digest:
            reason = f"{name} a changé depuis ; annulez à la main, d'après journal.csv"
            raise NothingToUndoError(folder, reason)
    with _refusing(folder):
        write_whole(kept / UNDER_WAY, b"")
        try:
            _put_back(folder)
        except BaseException:
            for name, content in written.items():
                write_whole(folder / name, content)
            (kept / UNDER_WAY).unlink(missing_ok=True)
            raise
    return list(written)


def _keep(folder: Path, files: Files) -> None:
    """Keep what stands in the place of the files, with the mark that they are being replaced."""
    fresh = folder / FRESH
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        listed = {}
        for name, content in files.items():
            before = read_whole(folder / name)
            if before is not None:
                write_whole(fresh / name, before)
            listed[name] = (before is not None, sha256(content).hexdigest())
        write_whole(fresh / LIST, json.dumps(listed).encode())
        write_whole(fresh / UNDER_WAY, b"")
        _discard(folder)
        fresh.rename(folder / KEPT)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _put_back(folder: Path) -> None:
    kept = folder / KEPT
    with _refusing(folder):
        for name, (existed, _) in json.loads(read_whole(kept / LIST) or b"{}").items():
            before = read_whole(kept / name)
            if existed and before is not None:
                write_whole(folder / name, before)
            elif not existed:
                (folder / name).unlink(missing_ok=True)
        _discard(folder)


def _discard(folder: Path) -> None:
    """Take away what is kept, at one stroke: half of it would be put back as if it were all."""
    kept, aside = folder / KEPT, folder / ASIDE
    shutil.rmtree(aside, ignore_errors=True)
    if kept.exists():
        kept.rename(aside)
        shutil.rmtree(aside, ignore_errors=True)
