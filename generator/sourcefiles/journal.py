"""`journal.csv`: what each import and merge that was applied changed, a row for each field."""

from __future__ import annotations

import codecs
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.errors import InvalidSourceError
from generator.files import read_whole
from generator.merging.changes import Change
from generator.reading.csvtext import Fault, Row, decode, parse_rows
from generator.reading.problems import problem
from generator.sourcefiles.rawcsv import parse_raw
from generator.texts import unescaped

NAME = "journal.csv"
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
    folder: Path, entry: Entry, changes: Sequence[Change], reasons: Mapping[str, str]
) -> bytes:
    """Return the journal with the changes at its end; `reasons` are by code of activity.

    Raises `InvalidSourceError` where the journal cannot be read as it stands.
    """
    read(folder)
    content = read_whole(folder / NAME) or b""
    journal = parse_raw(content if content.removeprefix(codecs.BOM_UTF8).strip() else _NEW, COLUMNS)
    for change in changes:
        values = ["" if value is None else str(value) for value in (change.before, change.after)]
        told = (change.key.kind, change.key.code, change.nature, change.field, *values)
        reason = reasons.get(change.key.code, "")
        row = (entry.date, entry.files, entry.digests, *told, reason, entry.author)
        journal.insert(None, dict(zip(COLUMNS, map(str, row), strict=True)))
    return journal.content()


def read(folder: Path) -> list[dict[str, str]]:
    """Return the rows of the journal, oldest first; none where there is no journal.

    Raises `InvalidSourceError` where another program saved it as something else.
    """
    rows = _read_rows(read_whole(folder / NAME) or b"")
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


def _read_rows(content: bytes) -> list[Row]:
    text = decode(content)
    found = [text] if isinstance(text, Fault) else list(parse_rows(text, COLUMNS))
    faults = [part for part in found if isinstance(part, Fault)]
    if faults:
        raise InvalidSourceError(
            tuple(
                problem(fault.kind, NAME, fault.line, "", fault.value, **fault.fields)
                for fault in faults
            )
        )
    return [part for part in found if isinstance(part, Row)]
