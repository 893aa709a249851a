"""Reading a file whole, and writing one so that its place holds the old or the new one, whole."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from generator.errors import OutputRefusedError, SourceNotFoundError
from generator.temporaries import (
    Temporary,
    clear_temporaries,
    drop,
    open_temporary,
    put_in_place,
)

KEPT, UNDER_WAY = ".precedent", ".precedent.en_cours"
"""In a source folder: where the files before the last import are kept, and where they are while
they are being replaced."""

IS_FOLDER = "c'est un dossier, pas un fichier"
_CLOSE = "accès refusé ; s'il est ouvert, fermez « {name} » dans Excel et recommencez"
_REASONS = {
    errno.EACCES: _CLOSE,
    errno.EPERM: _CLOSE,
    errno.EBUSY: _CLOSE,
    errno.ETXTBSY: _CLOSE,
    errno.ENOSPC: "le disque est plein ; libérez de la place",
    errno.EDQUOT: "le quota du disque est atteint ; libérez de la place",
    errno.EFBIG: "le fichier dépasse la taille permise",
    errno.EIO: "le disque ne répond pas (erreur d'entrée-sortie)",
    errno.EROFS: "le disque est en lecture seule",
    errno.ENOENT: "dossier ou fichier introuvable",
    errno.EEXIST: "le chemin traverse un fichier",
    errno.ENOTDIR: "le chemin traverse un fichier",
    errno.EISDIR: IS_FOLDER,
    errno.ELOOP: "le lien tourne en rond",
    errno.ENAMETOOLONG: "le nom est trop long",
}
_LOCKED_FOLDER = "le dossier {folder} n'accepte pas d'écriture"


def is_folder(path: Path) -> bool:
    """Tell whether the path leads to a folder; what may not be looked at is none."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises where it may not look


def missing_folder(path: Path) -> SourceNotFoundError:
    """Return what is said of a folder that is none: something else is there, or nothing."""
    reason = "ce n'est pas un dossier" if os.path.lexists(path) else "dossier introuvable"
    return SourceNotFoundError(path, reason)


def read_whole(path: Path) -> bytes | None:
    """Return the content of a file, or None where there is none.

    Raises `SourceNotFoundError` for what is there and cannot be read: a folder, a link to nothing.
    """
    if not os.path.lexists(path):
        return None
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            reason = IS_FOLDER if is_folder(path) else "ce n'est pas un fichier ordinaire"
            raise SourceNotFoundError(path, reason)
        return path.read_bytes()
    except OSError as error:
        raise SourceNotFoundError(path, _reason(error, path, "lecture impossible")) from error


def write_whole(path: Path, content: bytes) -> str:
    """Put the content in its place; return a warning, or "" where all went well.

    Raises `OutputRefusedError` and leaves the old file as it was. The content goes to a temporary
    file beside the target, is flushed to the disk, and is renamed. What killed processes left of
    the same target is taken away.
    """
    target = Path(os.path.realpath(path))
    _check_target(path, target)
    temporary = _open_temporary(path, target)
    try:
        _fill(temporary, content, _mode(target))
        put_in_place(temporary, target)
    except OSError as error:
        raise OutputRefusedError(path, _reason(error, path, "écriture impossible")) from error
    finally:
        drop(temporary)
    clear_temporaries(target.parent, target)
    return flush_folder(target.parent)


def _check_target(path: Path, target: Path) -> None:
    if is_folder(target):
        raise OutputRefusedError(path, IS_FOLDER)
    if os.path.lexists(target) and not os.access(target, os.W_OK):
        raise OutputRefusedError(path, "le fichier est en lecture seule")


def _open_temporary(path: Path, target: Path) -> Temporary:
    """Return a new empty file beside the target, its folder made where it was missing."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        return open_temporary(target)
    except PermissionError as error:
        raise OutputRefusedError(path, _LOCKED_FOLDER.format(folder=target.parent)) from error
    except OSError as error:
        raise OutputRefusedError(path, _reason(error, path, "écriture impossible")) from error


def _fill(temporary: Temporary, content: bytes, mode: int) -> None:
    temporary.stream.write(content)
    temporary.stream.flush()
    os.fsync(temporary.stream.fileno())
    with contextlib.suppress(OSError):  # some shared disks keep no rights: the file is whole anyway
        temporary.name.chmod(mode)


def _mode(target: Path) -> int:
    """Return the rights of the file that is replaced, or those of a new one."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def flush_folder(folder: Path) -> str:
    """Flush the folder, so that a power cut does not undo the renaming; return a warning."""
    if os.name == "nt":
        return ""
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError:
        return f"{folder} : écrit, mais le disque ne l'a pas encore confirmé."
    return ""


def _reason(error: OSError, path: Path, otherwise: str) -> str:
    known = _REASONS.get(error.errno or 0)
    if known:
        return known.format(name=path.name)
    return f"{otherwise} ({errno.errorcode.get(error.errno or 0, type(error).__name__)})"
