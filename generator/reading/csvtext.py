"""The text of a CSV to rows of cells with their lines, or to what prevents reading them.

A quote left open would swallow the rows after it: reading takes up again on the next line, so that
one run shows all there is to mend.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from generator.reading.encodings import Fault
from generator.texts import is_blank, show_number

DELIMITERS = ";,\t"
HEAD = 10
"""Rows from the top among which the header is sought."""

MAX_FAULTS = 20
"""Quotes left open that are listed; what follows them is a guess each time."""

SEPARATOR_LINE = re.compile(r'"?sep=.?"?\s*', re.IGNORECASE)


class Row(NamedTuple):
    """A row: the line it starts on (from 1) and its cells.

    `sure` is false after a quote left open, where a row may be the rest of another.
    """

    line: int
    cells: list[str]
    sure: bool = True


def parse_rows(text: str, known: Collection[str]) -> Iterator[Row | Fault]:
    """Yield the rows that hold something, the header first, and every quote left open.

    The delimiter is the one that finds most of the known columns in the header.
    """
    lines = io.StringIO(text, newline="").readlines()
    start = 1 if lines and SEPARATOR_LINE.fullmatch(lines[0]) else 0
    delimiter = find_delimiter(lines[start:], known)
    faults = 0
    while start < len(lines) and faults < MAX_FAULTS:
        reader = csv.reader(islice(lines, start, None), delimiter=delimiter, strict=True)
        before = 0
        try:
            for cells in reader:
                if not all(is_blank(cell) for cell in cells):
                    yield Row(start + before + 1, cells, not faults)
                before = reader.line_num
        except csv.Error as error:
            faults += 1
            start += before
            opened = _find_opening(lines[start : start + reader.line_num - before], delimiter)
            yield _csv_fault(error, start + opened + 1, lines[start + opened].strip())
            start += opened + 1
        else:
            return


def find_delimiter(lines: Sequence[str], known: Collection[str]) -> str:
    """Return the delimiter that finds most of the known columns in one of the first lines."""
    filled = (place for place, line in enumerate(lines) if line.strip(" ;,\t\r\n"))
    places = list(islice(filled, HEAD))

    def count_best(delimiter: str) -> int:
        return max((_count_known(lines, place, delimiter, known) for place in places), default=0)

    return max(DELIMITERS, key=count_best)


def _count_known(lines: Sequence[str], place: int, delimiter: str, known: Collection[str]) -> int:
    try:
        header = next(csv.reader(islice(lines, place, None), delimiter=delimiter), [])
    except csv.Error:
        return 0
    return count_names(header, known)


def count_names(cells: Iterable[str], known: Collection[str]) -> int:
    """Return how many of a row's cells are names of known columns."""
    return sum(name.strip() in known for name in cells)


def find_header(rows: Iterable[Iterable[str]], known: Collection[str]) -> int:
    """Return the place of the header among the first rows: the one with most of the known names.

    Those above it are titles. Where no row has any, it is the first.
    """
    counts = [count_names(row, known) for row in islice(rows, HEAD)]
    return counts.index(max(counts)) if counts else 0


def _find_opening(lines: Sequence[str], delimiter: str) -> int:
    """Return the offset of the line on which the quote at fault opens."""
    opened, inside, closed, previous = 0, False, False, delimiter
    for offset, line in enumerate(lines):
        for char in line:
            if closed and char not in f'"{delimiter}\r\n':
                return opened
            if char == '"' and (inside or closed):
                inside, closed = closed, inside
            elif char == '"' and previous in f"{delimiter}\r\n":
                opened, inside = offset, True
            elif not inside:
                closed = False
            previous = char
    return opened


def _csv_fault(error: csv.Error, line: int, value: str) -> Fault:
    """Return the fault in our own words: the module's are English, and say little."""
    if "field limit" in str(error):
        return Fault("csv.long", line, value, {"limit": show_number(csv.field_size_limit())})
    return Fault("csv.quote", line, value)
