"""The levels above the activities: one title and one parent for each code, and no two codes alike.

What is left blank or stands in a column that the file lacks is told elsewhere, and passed over.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from generator.plan import PLAN_CODE
from generator.reading.codes import alike_key, find_code_fault, has_number
from generator.reading.records import Record, Table
from generator.texts import comparable

LEVELS = ("axe", "objectif", "action")
ACTIVITY = "code"
COLUMNS = tuple(column for level in LEVELS for column in (level, f"{level}_intitule"))
CODES = (*LEVELS, ACTIVITY)
RESERVED = frozenset(alike_key(code) for code in (PLAN_CODE, "TOTAL"))
"""No axis has the code under which the sheets keep the whole."""

NAMES = {"axe": "l'axe", "objectif": "l'objectif", "action": "l'action"}


class _First(NamedTuple):
    """The first row of a code: its line, the title and the parent that it has there."""

    line: int
    title: str
    parent: str


@dataclass(slots=True)
class KnownCodes:
    """The codes met so far, in one file or several: where each is first written, and how."""

    places: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def check(self, table: Table) -> None:
        """Find codes that cannot be, and those that a spreadsheet takes for another one."""
        for level in CODES:
            checked: set[str] = set()
            for record in table.records:
                code = record[level]
                if code and code not in checked:
                    checked.add(code)
                    self._check_code(table, record, level)

    def _check_code(self, table: Table, record: Record, level: str) -> None:
        code = record[level]
        if fault := find_code_fault(code):
            table.refuse(record, level, fault[0], **fault[1])
            return
        if level == ACTIVITY and not has_number(code):
            table.refuse(record, level, "code.number")
        if level == "axe" and alike_key(code) in RESERVED:
            table.refuse(record, level, "code.reserved")
        here = (code, f"{table.name}, ligne {record.line}")
        other, place = self.places.setdefault((level, alike_key(code)), here)
        if other != code:
            fields = {"level": f"code {_of(level)}", "other": other, "place": place}
            table.refuse(record, level, "code.alike", **fields)


def _of(level: str) -> str:
    return "d'activité" if level == ACTIVITY else NAMES[level].replace("l'", "d'")


def check_duplicates(table: Table) -> None:
    """Find activity codes used twice."""
    first: dict[str, int] = {}
    for record in table.records:
        code = record[ACTIVITY]
        if code and (line := first.setdefault(code, record.line)) != record.line:
            table.refuse(record, ACTIVITY, "code.duplicate", first=line)


def read_titles(table: Table) -> dict[tuple[str, str], str]:
    """Return the titles by (level, code); find codes whose title or parent differs between rows."""
    seen: dict[tuple[str, str], _First] = {}
    before: list[str] = []
    for record in table.records:
        row = [record[column] for column in COLUMNS]
        if row != before:
            _check_row(table, record, seen)
        before = row
    return {key: first.title for key, first in seen.items()}


def _check_row(table: Table, record: Record, seen: dict[tuple[str, str], _First]) -> None:
    above = ""
    for level in LEVELS:
        code = record[level]
        if code:
            here = _First(record.line, record[f"{level}_intitule"], record[above])
            first = seen.setdefault((level, code), here)
            if first is not here:
                _check_title(table, record, level, first)
                _check_parent(table, record, (above, level), first)
        above = level


def _check_title(table: Table, record: Record, level: str, first: _First) -> None:
    column = f"{level}_intitule"
    title = record[column]
    if title == first.title or not (title and first.title):
        return
    if comparable(title) != comparable(first.title):
        fields = {"level": NAMES[level], "code": record[level], "first": first.line}
        table.refuse(record, column, "title.differs", expected=first.title, **fields)


def _check_parent(table: Table, record: Record, columns: tuple[str, str], first: _First) -> None:
    above, level = columns
    if record[above] and first.parent and record[above] != first.parent:
        fields = {"level": NAMES[level], "code": record[level], "first": first.line}
        table.refuse(record, above, "parent.differs", expected=first.parent, **fields)
