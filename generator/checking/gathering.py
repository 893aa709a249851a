"""One list of findings from two witnesses: nothing is told twice, neighbours are told together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.errors import CellFinding
from generator.model.addresses import LETTERS

_CELL = re.compile(r"([A-Z]+)([0-9]+)")
_ROW = re.compile(r"([0-9]+):\1")
"""A whole row, such as `15:15`."""

_COLUMNS = {letters: col for col, letters in enumerate(LETTERS)}


def tell_once(found: Iterable[CellFinding]) -> Iterator[CellFinding]:
    """Yield the findings; a later one adds nothing where its class is already told of the place.

    A place is the cell, or a row that was told as a whole.
    """
    told: set[tuple[str, str, str]] = set()
    for finding in found:
        where = [(finding.severity, finding.sheet, place) for place in _places(finding.cell)]
        if not any(place in told for place in where):
            yield finding
        told.update(where[:1])


def _places(cell: str) -> list[str]:
    """Return the cell, then its row as a whole; nothing for a whole sheet."""
    match = _CELL.fullmatch(cell)
    return [cell, f"{match[2]}:{match[2]}"] if match else [cell] if cell else []


def join_neighbours(found: Iterable[CellFinding]) -> Iterator[CellFinding]:
    """Yield the findings; the cells of a row side by side with one fault are one finding.

    It shows what stands in the first.
    """
    for _, run in groupby(enumerate_columns(found), key=lambda item: item[0]):
        findings = [finding for _, finding in run]
        first, last = findings[0], findings[-1]
        cell = first.cell if first is last else f"{first.cell}:{last.cell}"
        yield first._replace(cell=cell)


def enumerate_columns(found: Iterable[CellFinding]) -> Iterator[tuple[object, CellFinding]]:
    """Yield each finding with a key that neighbours share, which no other finding has."""
    for place, finding in enumerate(found):
        match = _CELL.fullmatch(finding.cell)
        if match:
            same = (finding.severity, finding.rule, finding.problem, finding.sheet, match[2])
            yield (*same, _COLUMNS[match[1]] - place), finding
        else:
            yield place, finding
