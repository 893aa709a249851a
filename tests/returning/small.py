"""The small plan's copies, edited cell by cell, and the command run on them, all in one folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import openpyxl

from generator.merging.facts import Key, Kind, facts_of
from generator.reading.source import read_source
from tests.engines.edits import SetCell
from tests.returning.copies import typed_copy
from tests.workbook.built import Built

AXIS = "Axe A"


def typed(small: Built, name: str, cells: Mapping[str, str | int]) -> Path:
    """Return a copy with values typed into cells of the axis, by address."""
    edits = [SetCell(AXIS, address, value) for address, value in cells.items()]
    return typed_copy(small, Path(name), edits)


def chosen(path: Path) -> list[tuple[object, ...]]:
    """Return the code, the field and the choice of each row of a workbook of conflicts."""
    sheet = openpyxl.load_workbook(path)["Conflits"]
    rows = [row for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]
    return [(row[2], row[4], row[-1]) for row in rows]


def said(folder: Path, code: str) -> Mapping[str, object]:
    """Return what the plan says of an activity."""
    return facts_of(read_source(folder).plan).get(Key(Kind.ACTIVITY, code), {})
