"""The bytes of a file to its text: by its mark, its NUL bytes (UTF-16), as UTF-8, or by a guess."""

from __future__ import annotations

import codecs
import re

from generator.reading.encodings import (
    NAMES,
    UTF8,
    UTF16,
    Encoding,
    Fault,
    Text,
    show_around,
)
from generator.reading.guesses import guess, is_utf8

MARKS = (
    Encoding(UTF8, codecs.BOM_UTF8),
    Encoding("utf-16-le", codecs.BOM_UTF16_LE),
    Encoding("utf-16-be", codecs.BOM_UTF16_BE),
)
START = 64
"""Bytes in which UTF-16 shows: the beginning of a header, which is ASCII."""

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_LINE_END = re.compile(r"\r\n|\r|\n")


def decode(content: bytes, choice: str | None = None) -> Text | Fault:
    """Return the text of a file and its encoding, or why they cannot be told.

    `choice`, one of `NAMES`, is the encoding of a file that has no mark and is not valid UTF-8.
    """
    if content.startswith(_WORKBOOKS):
        return Fault("file.workbook")
    marked = (encoding for encoding in MARKS if content.startswith(encoding.mark))
    encoding = next(marked, None) or _find_utf16(content)
    if encoding:
        return _read(content, encoding)
    if b"\0" in content:
        return _nul(content.decode("latin-1"))
    found = Encoding() if is_utf8(content) else _choose(content, choice)
    return found if isinstance(found, Fault) else _read(content, found)


def _choose(content: bytes, choice: str | None) -> Encoding | Fault:
    if choice == UTF16:
        count = len(content.splitlines())
        return Fault("encoding", 1, "", {"name": NAMES[choice], "count": count})
    return guess(content) if choice is None else Encoding(choice)


def _find_utf16(content: bytes) -> Encoding | None:
    """Return the encoding where every second byte of the beginning is NUL, and no other."""
    start = content[:START]
    high, low = start[0::2].count(0), start[1::2].count(0)
    if low * 4 > len(start) and not high:
        return Encoding("utf-16-le")
    return Encoding("utf-16-be") if high * 4 > len(start) and not low else None


def _read(content: bytes, encoding: Encoding) -> Text | Fault:
    own = content[len(encoding.mark) :]
    try:
        text = own.decode(encoding.codec)
    except UnicodeDecodeError as error:
        if encoding.codec in NAMES:
            return _not_in(own, encoding)
        before = own[: error.start].decode(encoding.codec)
        return Fault("encoding.damaged", _line_at(before, len(before)))
    return _nul(text) if "\0" in text else Text(text, encoding)


def _nul(text: str) -> Fault:
    return Fault("nul", _line_at(text, text.index("\0")))


def _line_at(text: str, place: int) -> int:
    return len(_LINE_END.findall(text, 0, place)) + 1


def _not_in(content: bytes, encoding: Encoding) -> Fault:
    """Return the fault of what an encoding does not read: the first line, and how many."""
    found: list[tuple[int, str]] = []
    for number, line in enumerate(content.splitlines(), 1):
        try:
            line.decode(encoding.codec)
        except UnicodeDecodeError as error:
            found.append((number, show_around(line, error.start, "windows-1252")))
    kind = "encoding.mixed" if encoding.mark else "encoding"
    return Fault(kind, *found[0], {"name": encoding.name, "count": len(found)})
