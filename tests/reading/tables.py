"""A small table of one's own, read from a text."""

from __future__ import annotations

from pathlib import Path

from generator.reading.records import Schema, Table
from generator.reading.tables import read_table
from tests.reading.samples import Place, place

FREE = Schema(
    "essai.csv",
    ("code", "texte"),
    ("note",),
    keys=("code",),
    filled=("code",),
    limits={"note": 100},
)


YEARLY = Schema("essai.csv", ("code",), years=True)


def load(folder: Path, text: str | bytes, schema: Schema = FREE) -> Table:
    path = folder / schema.name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    table = read_table(path, schema)
    assert table is not None
    return table


def wrong(folder: Path, text: str | bytes, schema: Schema = FREE) -> list[Place]:
    return [place(finding) for finding in load(folder, text, schema).findings]


def at(kind: str, line: int, column: str = "", value: str = "") -> Place:
    return Place(kind, "essai.csv", line, column, value)
