"""What is checked of a file before any of it is parsed."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from generator.reader.kinds import foreign_kind
from generator.reader.refusals import refuse, refusing

MEGABYTE = 2**20
MAX_FILE = 25 * MEGABYTE
MAX_UNZIPPED = 200 * MEGABYTE
MAX_RATIO, RATIO_FROM = 100, MEGABYTE
"""How much a part may shrink, and the size from which that is asked."""

MAX_PARTS = 5000
_END, _END_SIZE = b"PK\x05\x06", 22
_ENCRYPTED_FLAG = 1
_LOCK_MARKS = ("~$", ".~lock.")


def open_archive(path: Path) -> ZipFile:
    """Return the file's archive, held in memory, its parts checked but for their content.

    Raises `RefusalError` for whatever is not a sound archive of a reasonable size.
    """
    data = _read_file(path)
    kind = foreign_kind(data)
    if kind is not None:
        refuse(kind)
    with refusing("truncated" if _is_cut(data) else "damaged"):
        archive = ZipFile(BytesIO(data))
    _check_parts(archive.infolist())
    return archive


def _is_cut(data: bytes) -> bool:
    """Tell whether the record that ends every archive is missing, or cut itself."""
    return not 0 <= data.rfind(_END) <= len(data) - _END_SIZE


def _read_file(path: Path) -> bytes:
    for mark in _LOCK_MARKS:
        if path.name.startswith(mark):
            refuse("lock", name=path.name.removeprefix(mark).removesuffix("#"))
    try:
        return _read_whole(path)
    except FileNotFoundError:
        refuse("absent")
    except PermissionError:
        refuse("rights")
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        refuse("unreadable", cause=getattr(error, "strerror", None) or type(error).__name__)


def _read_whole(path: Path) -> bytes:
    """Return the bytes of an ordinary file, never more than the limit."""
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        refuse("folder")
    if not stat.S_ISREG(found.st_mode):
        refuse("special")
    if found.st_size > MAX_FILE:
        refuse("size", limit=MAX_FILE // MEGABYTE)
    return path.read_bytes()


def _check_parts(parts: list[ZipInfo]) -> None:
    """Refuse names that lead elsewhere, parts twice or encrypted, and bombs.

    The sizes are those that the archive declares: no more than that is ever read of a part.
    """
    if len(parts) > MAX_PARTS:
        refuse("many", limit=MAX_PARTS, noun="parties")
    _check_names(part.filename for part in parts)
    for part in parts:
        if part.flag_bits & _ENCRYPTED_FLAG:
            refuse("encrypted", part=part.filename)
        if part.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            refuse("part", part=part.filename)
        if part.file_size > max(RATIO_FROM, MAX_RATIO * part.compress_size):
            refuse("bomb", part=part.filename)
    if sum(part.file_size for part in parts) > MAX_UNZIPPED:
        refuse("bomb", part="en tout")


def _check_names(names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        folded = name.replace("\\", "/").casefold()
        if folded.startswith("/") or ":" in folded or ".." in folded.split("/"):
            refuse("path", part=name)
        if folded in seen:
            refuse("twice", part=name)
        seen.add(folded)
