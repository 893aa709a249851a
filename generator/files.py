"""Writing a file so that its place holds either the old one, whole, or the new one, whole."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from generator.errors import OutputRefusedError

_REASONS = {
    errno.EACCES: "écriture refusée ; s'il est ouvert, fermez « {name} » dans Excel et recommencez",
    errno.EPERM: "écriture refusée ; s'il est ouvert, fermez « {name} » dans Excel et recommencez",
    errno.ENOSPC: "le disque est plein ; libérez de la place",
    errno.EDQUOT: "le quota du disque est atteint ; libérez de la place",
    errno.ENOENT: "dossier introuvable",
    errno.ENOTDIR: "le chemin traverse un fichier",
    errno.EROFS: "le disque est en lecture seule",
}


def write_whole(path: Path, content: bytes) -> None:
    """Put the content in its place; raises `OutputRefusedError` and leaves the old file as it was.

    The content goes to a temporary file beside the target, is flushed to the disk, and is renamed.
    """
    target = path.resolve()
    if target.is_dir():
        raise OutputRefusedError(path, "c'est un dossier")
    if target.exists() and not os.access(target, os.W_OK):
        raise OutputRefusedError(path, "le fichier est en lecture seule")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise OutputRefusedError(path, _reason(error, path)) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_mode(target))
        os.replace(name, target)
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise OutputRefusedError(path, _reason(error, path)) from error


def _mode(target: Path) -> int:
    """Return the rights of the file that is replaced, or those of a new one."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _reason(error: OSError, path: Path) -> str:
    known = _REASONS.get(error.errno or 0)
    return known.format(name=path.name) if known else f"écriture impossible ({error.strerror})"
