"""`journal.csv`: what each import and merge that was applied changed, a row for each field."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.files import read_whole
from generator.merging.changes import Change
from generator.texts import escaped, unescaped

NAME = "journal.csv"
COLUMNS = (
    "date", "fichier", "sha256", "objet", "code", "nature", "champ", "avant", "apres", "motif",
    "auteur",
)  # fmt: skip


class Entry(NamedTuple):
    """Where a change comes from: when it was applied, the copies, their digests, who, why."""

    date: str
    files: str
    digests: str
    author: str


def append(
    folder: Path, entry: Entry, changes: Sequence[Change], reasons: Mapping[str, str]
) -> bytes:
    """Return the journal with the changes at its end; `reasons` are by code of activity."""
    content = read_whole(folder / NAME) or b""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    if not content:
        writer.writerow(COLUMNS)
    for change in changes:
        values = ["" if value is None else str(value) for value in (change.before, change.after)]
        told = (change.key.kind, change.key.code, change.nature, change.field, *values)
        reason = reasons.get(change.key.code, "")
        row = (entry.date, entry.files, entry.digests, *told, reason, entry.author)
        writer.writerow([escaped(str(cell)) for cell in row])
    added = text.getvalue().encode()
    if not content:
        return b"\xef\xbb\xbf" + added
    return content + (b"" if content.endswith((b"\n", b"\r")) else b"\r\n") + added


def read(folder: Path) -> list[dict[str, str]]:
    """Return the rows of the journal, oldest first; none where there is no journal."""
    content = read_whole(folder / NAME) or b""
    lines = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    return [{key: unescaped(text or "") for key, text in row.items() if key} for row in lines]
