"""One list of findings from two witnesses: nothing is told twice, neighbours are told together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.errors import CellFinding
from generator.rules.tokens import parse

_CELL = re.compile(r"([A-Z]+)([0-9]+)")


def position(cell: str) -> tuple[int, int] | None:
    """Return the row and the column of an address, counted from 0; None for anything else."""
    references = parse(cell).references if _CELL.fullmatch(cell) else ()
    return references[0].area[:2] if references else None


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
    """Yield the findings; the cells of a row side by side with one fault are one finding."""
    for _, run in groupby(enumerate_columns(found), key=lambda item: item[0]):
        findings = [finding for _, finding in run]
        first, last = findings[0], findings[-1]
        cell = first.cell if first is last else f"{first.cell}:{last.cell}"
        yield first._replace(
            cell=cell,
            found=_together(finding.found for finding in findings),
            expected=_together(finding.expected for finding in findings),
        )


def _together(contents: Iterable[str]) -> str:
    """Return what stands in neighbours as one text: what all share once, else cell by cell."""
    texts = list(contents)
    return texts[0] if len(set(texts)) == 1 else " ; ".join(texts)


def enumerate_columns(found: Iterable[CellFinding]) -> Iterator[tuple[object, CellFinding]]:
    """Yield each finding with a key that neighbours share, which no other finding has."""
    for place, finding in enumerate(found):
        at = position(finding.cell)
        if at:
            same = (finding.severity, finding.rule, finding.problem, finding.sheet, at[0])
            yield (*same, at[1] - place), finding
        else:
            yield place, finding
