"""Several files of a folder changed together: all of them or none, and the last change undone.

What the files held is kept in a folder beside them before any is touched. It bears another name
until the last one is in its place: where a run was cut short, the next one puts the old files back.
What was kept of the change before goes only then: each step is one renaming.
"""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout

from generator.errors import CannotRunError, OutputRefusedError
from generator.files import (
    KEPT,
    UNDER_WAY,
    flush_folder,
    is_folder,
    missing_folder,
    read_whole,
    write_whole,
)
from generator.sourcefiles.folder import Files
from generator.sourcefiles.journal import NAME as JOURNAL
from generator.temporaries import clear_temporaries

LOCK, LIST = ".verrou", "liste.json"
FRESH, ASIDE = f"{KEPT}.nouveau", f"{KEPT}.ancien"
"""What is kept while it is being gathered or taken away, and what was kept of the change before
while it makes room: that one comes back where the new change does not end."""


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


class ChangedSinceError(CannotRunError):
    """A change that did not end is to be put back, and files hold something else since."""

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        super().__init__(
            f"{folder} : un import a été interrompu, et on a écrit depuis dans {', '.join(names)}. "
            "Rien n'est remis ni écrit. Déplacez hors du dossier ce qui est nommé, puis relancez : "
            "la version d'avant l'import revient ; reportez-y ce qu'on avait écrit."
        )


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder for one run; finish first what an interrupted one left.

    Raises `FolderBusyError` where another run holds it, and leaves that run's lock alone; and
    `ChangedSinceError` where somebody wrote into the files that are to be put back.
    """
    lock = _acquire(folder)
    try:
        clear_temporaries(folder)
        with _refusing(folder):
            _recover(folder)
        yield
    finally:
        try:
            with contextlib.suppress(OSError):  # while it is held: then it may be another run's
                (folder / LOCK).unlink(missing_ok=True)
        finally:
            lock.release()


def _acquire(folder: Path) -> FileLock:
    if not is_folder(folder):  # a lock would make it
        raise missing_folder(folder)
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
        try:
            _begin(folder, _gather(folder, files))
            warnings = [write_whole(folder / name, content) for name, content in files.items()]
            _end(folder)
        except BaseException:  # Ctrl+C too: nobody should have to run again to have the old files
            _recover(folder)
            raise
        warnings.append(flush_folder(folder))
    return next(filter(None, warnings), "")


def undo(folder: Path) -> list[str]:
    """Put back what the last change replaced, all or none; return the names of the files.

    Raises `NothingToUndoError` where a file is no longer what that change wrote, or gone.
    """
    kept = folder / KEPT
    listed = read_whole(kept / LIST)
    if listed is None:
        raise NothingToUndoError(folder, "aucun import à annuler")
    written: dict[str, bytes] = {}
    for name, (_, digest) in json.loads(listed).items():
        content = read_whole(folder / name)
        if content is None or sha256(content).hexdigest() != digest:
            raise NothingToUndoError(folder, _why_not(name, is_gone=content is None))
        written[name] = content
    with _refusing(folder):
        _begin(folder, kept)
        try:
            _put_back(folder)
        except BaseException:
            if (folder / UNDER_WAY).exists():  # else it is all undone
                for name, content in written.items():
                    _restore(folder / name, content)
                (folder / UNDER_WAY).rename(kept)
            raise
    return list(written)


def _why_not(name: str, *, is_gone: bool) -> str:
    """Return why a change cannot be undone, and from what a person can do it."""
    fault = "n'est plus là" if is_gone else "a changé depuis"
    helps = f"les fichiers de {KEPT}" if is_gone and name == JOURNAL else JOURNAL
    return f"{name} {fault} ; annulez à la main, d'après {helps}"


def _gather(folder: Path, files: Files) -> Path:
    """Return a folder with what stands in the place of the files."""
    fresh = _emptied(folder / FRESH)
    listed = {}
    for name, content in files.items():
        before = read_whole(folder / name)
        if before is not None:
            write_whole(fresh / name, before)
        listed[name] = (before is not None, sha256(content).hexdigest())
    write_whole(fresh / LIST, json.dumps(listed).encode())
    return fresh


def _begin(folder: Path, kept: Path) -> None:
    """Have it that the files are being replaced, and that `kept` is what they held."""
    _emptied(folder / ASIDE)  # half of it would come back as if it were all
    kept.rename(folder / UNDER_WAY)
    flush_folder(folder)  # before the files are, should the power go


def _end(folder: Path) -> None:
    """Have it that the files are replaced, and that the change before can be undone no more."""
    kept, aside = folder / KEPT, folder / ASIDE
    if kept.exists():
        kept.rename(aside)
    (folder / UNDER_WAY).rename(kept)
    shutil.rmtree(aside, ignore_errors=True)


def _recover(folder: Path) -> None:
    """Put back what a change that did not end has replaced, and take away what is worth nothing."""
    if (folder / UNDER_WAY).exists():
        _put_back(folder)
    for left in (FRESH, ASIDE):
        shutil.rmtree(folder / left, ignore_errors=True)


def _put_back(folder: Path) -> None:
    """Put back what the files held, then what was kept of the change before."""
    under_way, aside = folder / UNDER_WAY, folder / ASIDE
    listed = json.loads(read_whole(under_way / LIST) or b"{}")
    if changed := [name for name, own in listed.items() if _is_changed(folder, name, own)]:
        raise ChangedSinceError(folder, changed)
    for name, (existed, _) in listed.items():
        before = read_whole(under_way / name)
        if existed and before is not None:
            _restore(folder / name, before)
        elif not existed:
            (folder / name).unlink(missing_ok=True)
    if aside.exists():
        aside.rename(folder / KEPT)
    under_way.rename(_emptied(folder / FRESH))
    shutil.rmtree(folder / FRESH, ignore_errors=True)


def _is_changed(folder: Path, name: str, listed: tuple[bool, str]) -> bool:
    """Tell whether a file is there that is neither what it was nor what the change wrote."""
    existed, digest = listed
    now, before = read_whole(folder / name), read_whole(folder / UNDER_WAY / name)
    if now is None or now == before or (existed and before is None):
        return False
    return sha256(now).hexdigest() != digest


def _restore(path: Path, content: bytes) -> None:
    """Put back a content, unless it is there: what could not be replaced need not be put back."""
    if read_whole(path) != content:
        write_whole(path, content)


def _emptied(path: Path) -> Path:
    """Return the path of a folder, with nothing there any more."""
    if path.exists():
        shutil.rmtree(path)
    return path
