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

from generator.errors import CannotRunError, OutputRefusedError
from generator.files import read_whole, write_whole
from generator.sourcefiles.writing import Files

LOCK, KEPT, UNDER_WAY, LIST = ".verrou", ".precedent", "en_cours", "liste.json"


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
    """Hold the folder for one run; finish first what an interrupted one left."""
    try:
        with FileLock(folder / LOCK, timeout=0):
            if (folder / KEPT / UNDER_WAY).exists():
                _put_back(folder)
            yield
    except Timeout as error:
        raise FolderBusyError(folder) from error
    except OSError as error:
        raise OutputRefusedError(folder, "le dossier n'accepte pas d'écriture") from error
    finally:
        with contextlib.suppress(OSError):
            (folder / LOCK).unlink(missing_ok=True)


def replace_files(folder: Path, files: Files) -> str:
    """Put the files in their place, all or none; return a warning, or ""."""
    _keep(folder, files)
    try:
        warnings = [write_whole(folder / name, content) for name, content in files.items()]
    except OutputRefusedError:
        _put_back(folder)
        raise
    (folder / KEPT / UNDER_WAY).unlink()
    return next(filter(None, warnings), "")


def undo(folder: Path) -> list[str]:
    """Put back what the last change replaced; return the names of the files.

    Raises `NothingToUndoError` where a file is no longer what that change wrote.
    """
    kept = folder / KEPT
    listed = read_whole(kept / LIST)
    if listed is None:
        raise NothingToUndoError(folder, "aucun import à annuler")
    names = json.loads(listed)
    for name, (_, digest) in names.items():
        if sha256(read_whole(folder / name) or b"").hexdigest() != digest:
            reason = f"{name} a changé depuis ; annulez à la main, d'après journal.csv"
            raise NothingToUndoError(folder, reason)
    write_whole(kept / UNDER_WAY, b"")
    _put_back(folder)
    return list(names)


def _keep(folder: Path, files: Files) -> None:
    """Keep what stands in the place of the files, with the mark that they are being replaced."""
    kept, fresh = folder / KEPT, folder / f"{KEPT}.nouveau"
    shutil.rmtree(fresh, ignore_errors=True)
    listed = {}
    for name, content in files.items():
        before = read_whole(folder / name)
        if before is not None:
            write_whole(fresh / name, before)
        listed[name] = (before is not None, sha256(content).hexdigest())
    write_whole(fresh / LIST, json.dumps(listed).encode())
    write_whole(fresh / UNDER_WAY, b"")
    shutil.rmtree(kept, ignore_errors=True)
    fresh.rename(kept)


def _put_back(folder: Path) -> None:
    kept = folder / KEPT
    for name, (existed, _) in json.loads(read_whole(kept / LIST) or b"{}").items():
        before = read_whole(kept / name)
        if existed and before is not None:
            write_whole(folder / name, before)
        elif not existed:
            (folder / name).unlink(missing_ok=True)
    shutil.rmtree(kept)
