"""`journal.csv`: what each import and merge that was applied changed, a row for each field."""

from __future__ import annotations

import codecs
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.errors import Finding, InvalidSourceError
from generator.files import read_whole
from generator.merging.changes import Change
from generator.merging.facts import Value
from generator.reading.csvtext import Row, parse_rows
from generator.reading.decoding import decode
from generator.reading.encodings import UTF8, Fault, Text
from generator.reading.problems import problem
from generator.sourcefiles.rawcsv import parse_raw
from generator.texts import show_decimal, unescaped

NAME, JOINED = "journal.csv", " | "
"""The file, and what stands between several copies in a cell of it."""

COLUMNS = (
    "date", "fichier", "sha256", "objet", "code", "nature", "champ", "avant", "apres", "motif",
    "auteur",
)  # fmt: skip
_NEW = codecs.BOM_UTF8 + ";".join(COLUMNS).encode() + b"\r\n"


class Entry(NamedTuple):
    """Where a change comes from: when it was applied, the copies, their digests, who, why."""

    date: str
    files: str
    digests: str
    author: str


def append(
    folder: Path,
    entry: Entry,
    changes: Sequence[Change],
    reasons: Mapping[str, str],
    encoding: str | None = None,
) -> bytes:
    """Return the journal with the changes at its end; `reasons` are by code of activity.

    `encoding` is that of a journal that is not UTF-8. Raises `InvalidSourceError` where it cannot
    be read as it stands, or cannot write in its encoding what changed.
    """
    read(folder, encoding)
    content = read_whole(folder / NAME) or b""
    blank = not _decode(content, encoding).text.strip()
    journal = parse_raw(_NEW if blank else content, COLUMNS, encoding)
    for change in changes:
        values = [_written(value) for value in (change.before, change.after)]
        told = (change.key.kind, change.key.code, change.nature, change.field, *values)
        reason = reasons.get(change.key.code, "")
        row = (entry.date, entry.files, entry.digests, *told, reason, entry.author)
        journal.insert(None, dict(zip(COLUMNS, map(str, row), strict=True)))
    if lacking := tuple(journal.find_lacking(NAME, NAME)):
        raise InvalidSourceError(lacking)
    return journal.content()


def _written(value: Value | None) -> str:
    """Return what a cell of the journal says of a value: amounts and years in digits alone."""
    if value is None:
        return ""
    return show_decimal(value) if isinstance(value, float) else str(value)


def find_notes(folder: Path, encoding: str | None = None) -> tuple[Finding, ...]:
    """Return what is worth telling of the journal: its encoding, where that is not UTF-8."""
    found = _decode(read_whole(folder / NAME) or b"", encoding).encoding
    return () if found.codec == UTF8 else (problem("file.encoding", NAME, name=found.name),)


def read(folder: Path, encoding: str | None = None) -> list[dict[str, str]]:
    """Return the rows of the journal, oldest first; none where there is no journal.

    Raises `InvalidSourceError` where another program saved it as something else.
    """
    rows = _read_rows(read_whole(folder / NAME) or b"", encoding)
    if not rows:
        return []
    header, *records = rows
    missing = [name for name in COLUMNS if name not in header.cells]
    if missing:
        raise InvalidSourceError(
            tuple(problem("header.missing", NAME, header.line, name) for name in missing)
        )
    blank = dict.fromkeys(COLUMNS, "")
    return [
        blank | dict(zip(header.cells, map(unescaped, record.cells), strict=False))
        for record in records
    ]


def _read_rows(content: bytes, encoding: str | None) -> list[Row]:
    found = list(parse_rows(_decode(content, encoding).text, COLUMNS))
    if faults := [part for part in found if isinstance(part, Fault)]:
        raise _refusal(faults)
    return [part for part in found if isinstance(part, Row)]


def _decode(content: bytes, encoding: str | None) -> Text:
    text = decode(content, encoding)
    if isinstance(text, Fault):
        raise _refusal([text])
    return text


def _refusal(faults: Sequence[Fault]) -> InvalidSourceError:
    return InvalidSourceError(
        tuple(
            problem(fault.kind, NAME, fault.line, "", fault.value, **fault.fields)
            for fault in faults
        )
    )
