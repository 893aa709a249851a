"""The records of a CSV: what a file's columns must be, and what was read of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from generator.errors import Finding
from generator.plan import SourceFile
from generator.reading.problems import problem

YEAR = re.compile(r"[1-9][0-9]{3}")
CARRIED = "x_"
"""Columns whose name starts so are carried through as they are."""

AMOUNT = "cout_total"


@dataclass(frozen=True, slots=True)
class Record:
    """A record: the line it starts on, and its texts by column.

    Blank cells are ""; codes have no outer spaces; line ends inside a text are LF; all else is as
    typed.
    """

    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """Return the text under a column; "" where the file has no such column."""
        return self.cells.get(column, "")


class Schema(NamedTuple):
    """The columns of a file: those it must and may have, and with `years` one for each year.

    `keys` hold codes, `filled` may not be blank, `limits` are the columns that hold less than a
    cell could, in characters. `empty` is the problem of a file without even a header.
    """

    name: str
    required: Sequence[str]
    optional: Sequence[str] = ()
    keys: Sequence[str] = ()
    filled: Sequence[str] = ()
    limits: Mapping[str, int] = MappingProxyType({})
    years: bool = False
    empty: str = "file.empty"


@dataclass(slots=True)
class Table:
    """A file as read: its records, its years in order, its fingerprint, and what was found.

    `columns` are those that can be relied on, `filled` those of them that may not be blank,
    `doubtful` the others. A text of up to `plain` characters needs no check. `header_sound` says
    that the header is as it should be, `whole` that besides every row could be read: what is
    missing is then missing in the file.
    """

    schema: Schema
    records: list[Record] = field(default_factory=list)
    years: tuple[int, ...] = ()
    extra: tuple[str, ...] = ()
    columns: frozenset[str] = frozenset()
    filled: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    plain: int = 0
    header_line: int = 1
    header_sound: bool = False
    whole: bool = True
    findings: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
    source: SourceFile | None = None

    @property
    def name(self) -> str:
        """Return the file's name."""
        return self.schema.name

    def find(
        self, kind: str, line: int = 0, column: str = "", value: str = "", **fields: object
    ) -> None:
        """Add the problem of a place in the file."""
        self.findings.append(problem(kind, self.name, line, column, value, **fields))

    def refuse(self, record: Record, column: str, kind: str, **fields: object) -> None:
        """Add the problem of a record's cell."""
        self.find(kind, record.line, column, record[column], **fields)

    def note(self, record: Record, column: str, kind: str) -> None:
        """Add what the reader should know of a record's cell, though it is accepted."""
        self.notes.append(problem(kind, self.name, record.line, column, record[column]))
