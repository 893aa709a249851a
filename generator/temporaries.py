"""Temporary files beside their targets: held while they are written, cleared where they were left.

What a process holds open, the system lets go when it ends, however it ends: a temporary file that
nobody holds was left by a process that is gone.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NamedTuple

if sys.platform != "win32":
    import fcntl

PREFIX, SUFFIX = ".ecriture-", ".tmp"


class Temporary(NamedTuple):
    """A new file beside its target, held until its stream is closed."""

    stream: BinaryIO
    name: Path


def open_temporary(target: Path) -> Temporary:
    """Return a new empty file beside the target, which nobody else takes away."""
    while True:
        handle, name = tempfile.mkstemp(SUFFIX, _prefix(target), target.parent)
        stream = os.fdopen(handle, "wb")
        _hold(handle)
        if os.path.lexists(name):
            return Temporary(stream, Path(name))
        stream.close()  # another writer saw it before it was held


def put_in_place(temporary: Temporary, target: Path) -> None:
    """Rename a file that is written whole over its target."""
    if sys.platform == "win32":  # where what is open is not renamed
        temporary.stream.close()
    temporary.name.replace(target)


def drop(temporary: Temporary) -> None:
    """Let go of a file, and take it away where it was not put in its place."""
    with contextlib.suppress(OSError):  # a full disk refuses the rest of the content again
        temporary.stream.close()
    with contextlib.suppress(OSError):
        temporary.name.unlink(missing_ok=True)


def clear_temporaries(folder: Path, target: Path | None = None) -> None:
    """Take away what was left in a folder, beside one target or any; what is being written stays.

    What cannot be taken away stays too: it does no harm, and the next run will try.
    """
    prefix = _prefix(target) if target else PREFIX
    with contextlib.suppress(OSError):
        for left in list(folder.glob(f"{prefix}*{SUFFIX}")):
            with contextlib.suppress(OSError):
                _take_away(left)


def _prefix(target: Path) -> str:
    """Return how the temporary files of a target begin: short, however long its name is."""
    return f"{PREFIX}{sha256(os.fsencode(target.name)).hexdigest()[:8]}-"


def _hold(handle: int) -> None:
    """Hold an open file, once nobody else does: on Windows whoever opened it does."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # a disk without locks: nobody takes it away either
            fcntl.flock(handle, fcntl.LOCK_EX)


def _take_away(left: Path) -> None:
    """Unlink a file; raises `OSError` where a process holds it."""
    if sys.platform == "win32":
        left.unlink()
        return
    handle = os.open(left, os.O_RDWR | os.O_NOFOLLOW)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        left.unlink()
    finally:
        os.close(handle)
