"""The bytes of a CSV to rows of cells with their lines, or to what prevents reading them.

A quote left open would swallow the rows after it: reading takes up again on the next line, so that
one run shows all there is to mend.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from generator.texts import is_blank, show_number

DELIMITERS = ";,\t"
MAX_FAULTS = 20
"""Quotes left open that are listed; what follows them is a guess each time."""

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_LINE_END = re.compile(rb"\r\n|\r|\n")
SEPARATOR_LINE = re.compile(r'"?sep=.?"?\s*', re.IGNORECASE)
AROUND = 20
"""Bytes that are shown on each side of one that is not UTF-8."""


class Row(NamedTuple):
    """A row: the line it starts on (from 1) and its cells.

    `sure` is false after a quote left open, where a row may be the rest of another.
    """

    line: int
    cells: list[str]
    sure: bool = True


class Fault(NamedTuple):
    """What could not be read: the problem's key, its line (0: the whole file), what is there."""

    kind: str
    line: int = 0
    value: str = ""
    fields: Mapping[str, object] = MappingProxyType({})


def decode(content: bytes) -> str | Fault:
    """Return the text of a UTF-8 file, with or without BOM; of any other, why it is refused."""
    if content.startswith(_WORKBOOKS):
        return Fault("file.workbook")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:2]:
        return Fault("encoding.utf16", 1)
    if b"\0" in content:
        return Fault("nul", _line_at(content, content.index(b"\0")))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _not_utf8(content)


def _line_at(content: bytes, place: int) -> int:
    return len(_LINE_END.findall(content, 0, place)) + 1


def _not_utf8(content: bytes) -> Fault:
    """Return the fault with the first line, what stands there, and how many lines are like it."""
    found: list[tuple[int, str]] = []
    for number, line in enumerate(content.splitlines(), 1):
        try:
            line.decode()
        except UnicodeDecodeError as error:
            around = line[max(0, error.start - AROUND) : error.start + AROUND]
            found.append((number, around.decode("cp1252", "replace")))
    return Fault("encoding", *found[0], {"count": len(found)})


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
    """Return the delimiter that finds most of the known columns in the first line that has any."""
    first = next((place for place, line in enumerate(lines) if line.strip(" ;,\t\r\n")), 0)

    def count_known(delimiter: str) -> int:
        try:
            header = next(csv.reader(islice(lines, first, None), delimiter=delimiter), [])
        except csv.Error:
            return 0
        return sum(name.strip() in known for name in header)

    return max(DELIMITERS, key=count_known)


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
