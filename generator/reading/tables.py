"""Reading one CSV of the source: records with their lines, and every problem found on the way."""

from __future__ import annotations

import difflib
import hashlib
import re
import unicodedata
from collections.abc import Sequence
from itertools import chain, islice, pairwise
from pathlib import Path

from generator.files import read_whole
from generator.plan import SourceFile
from generator.reading.csvtext import HEAD, Row, find_header, parse_rows
from generator.reading.decoding import decode
from generator.reading.encodings import UTF8, Fault
from generator.reading.problems import problem
from generator.reading.records import AMOUNT, CARRIED, YEAR, Record, Schema, Table
from generator.texts import BLANKS, MAX_TEXT, find_text_fault, is_blank, may_be_strange, unescaped

MAX_YEARS = 50
PLAIN = 200
"""Characters under which a text needs no second look, where the file holds nothing strange."""

ODD = frozenset(f"{BLANKS}='")
"""What a text begins or ends with that needs a second look."""


def read_table(path: Path, schema: Schema, encoding: str | None = None) -> Table | None:
    """Return the file's records, None where there is no such file.

    `encoding` is what the person says of a file that is not UTF-8 (`decode`). Problems are
    collected in the table, never raised; a file that cannot be opened is an exception.
    """
    content = read_whole(path)
    if content is None:
        return None
    table = Table(schema)
    read = decode(content, encoding)
    if isinstance(read, Fault):
        _add_fault(table, read)
    else:
        if read.encoding.codec != UTF8:
            note = problem("file.encoding", schema.name, name=read.encoding.name)
            table.notes.append(note)
        _read_text(table, read.text)
    digest = hashlib.sha256(content).hexdigest()
    table.source = SourceFile(schema.name, digest, len(table.records))
    return table


def _add_fault(table: Table, fault: Fault) -> None:
    table.whole = False
    table.find(fault.kind, fault.line, "", fault.value, **fault.fields)


def _read_text(table: Table, text: str) -> None:
    """Read the header, then the rows; rows have no meaning without their header."""
    schema = table.schema
    known = {*schema.required, *schema.optional}
    table.plain = _find_plain(text, schema)
    rows = parse_rows(text, known)
    head = list(islice(rows, HEAD))
    first = [row for row in head if isinstance(row, Row)]
    titles = first[: find_header([row.cells for row in first], known)]
    names: list[str] | None = None
    for row in chain(head, rows):
        if isinstance(row, Fault):
            _add_fault(table, row)
        elif row in titles:
            note = problem("header.title", schema.name, row.line, "", " ".join(row.cells).strip())
            table.notes.append(note)
        elif names is None:
            names = _read_header(table, row)
        else:
            _add_record(table, names, row)
        if names == [] or (names is None and isinstance(row, Fault)):
            return
    if names is None:
        table.whole = False
        table.find(schema.empty)


def _find_plain(text: str, schema: Schema) -> int:
    """Return up to how many characters a text can have no fault; 0 where any of them may."""
    if may_be_strange(text) or ('"' in text and "\r" in text):
        return 0
    return min([PLAIN, *[limit // 2 for limit in schema.limits.values()]])


def _read_header(table: Table, row: Row) -> list[str]:
    """Return the names of the columns, none where the row is no header; note what is wrong."""
    schema = table.schema
    names = [name.strip(BLANKS) for name in row.cells]
    while not names[-1]:
        names.pop()
    table.header_line = row.line
    if not {*schema.required, *schema.optional}.intersection(names):
        expected = ", ".join(schema.required)
        table.find("header.absent", row.line, "", " | ".join(names), expected=expected)
        table.whole = False
        return []
    years = sorted({int(name) for name in names if schema.years and YEAR.fullmatch(name)})
    _check_names(table, names, {*schema.required, *schema.optional, *map(str, years)})
    if schema.years:
        _check_years(table, years)
    table.years = tuple(years)
    table.extra = tuple(dict.fromkeys(name for name in names if name.startswith(CARRIED)))
    table.columns = frozenset(name for name in names if name and names.count(name) == 1)
    table.doubtful = tuple({*names} - table.columns)
    table.filled = tuple(name for name in schema.filled if name in table.columns)
    table.header_sound = not table.findings
    table.whole = table.header_sound
    return names


def _check_names(table: Table, names: Sequence[str], known: set[str]) -> None:
    """Find missing, unknown and repeated columns."""
    line = table.header_line
    missing = [name for name in table.schema.required if name not in names]
    for place, name in enumerate(names):
        if not name or name in names[:place]:
            continue
        if name in names[place + 1 :]:
            table.find("header.duplicate", line, name)
        if name not in known and not name.startswith(CARRIED):
            table.find("header.unknown", line, name, hint=_hint(name, missing))
    for name in missing:
        table.find("header.missing", line, name)


def _hint(name: str, missing: Sequence[str]) -> str:
    """Return which missing column a name likely stands for, as the sentence continues."""
    plain = unicodedata.normalize("NFD", name.casefold()).encode("ascii", "ignore").decode()
    close = difflib.get_close_matches(re.sub(r"\W+", "_", plain), missing, 1, 0.7)
    return f" en « {close[0]} »" if close else ""


def _check_years(table: Table, years: Sequence[int]) -> None:
    line = table.header_line
    if not years:
        table.find("header.no_year", line)
    if len(years) > MAX_YEARS:
        table.find("header.too_many_years", line, "", str(len(years)), limit=MAX_YEARS)
    for before, after in pairwise(years):
        if after > before + 1:
            last = f" à {after - 1}" if after > before + 2 else ""
            table.find("header.year_gap", line, str(after), expected=f"{before + 1}{last}")


def _add_record(table: Table, names: Sequence[str], row: Row) -> None:
    """Add a row; one of another width is a problem, blank cells at its end are not."""
    cells, width = list(row.cells), len(names)
    while len(cells) > width and is_blank(cells[-1]):
        cells.pop()
    if len(cells) != width:
        table.whole = False
        if row.sure:
            kind = "row.short" if len(cells) < width else "row.long"
            table.find(kind, row.line, "", cells[0], found=len(cells), expected=width)
        return
    record = Record(row.line, dict(zip(names, cells, strict=True)))
    for name, text in zip(names, cells, strict=True):
        if text and (len(text) > table.plain or not name or text[0] in ODD or text[-1] in ODD):
            _check_cell(table, record, name, text)
    for name in table.doubtful:
        record.cells.pop(name, None)
    for name in table.filled:
        if not record.cells[name]:
            table.find("cell.empty", row.line, name)
    table.records.append(record)


def _check_cell(table: Table, record: Record, name: str, text: str) -> None:
    """Clean one cell of the record; find a text that no cell can hold, note what was set right."""
    if not name:
        if not is_blank(text):
            table.find("cell.unnamed", record.line, "", text)
        return
    cleaned = _clean(text, name, table.schema.keys)
    if name in table.schema.keys and cleaned not in {"", text}:
        table.note(record, name, "code.spaces")
    record.cells[name] = cleaned
    if fault := find_text_fault(cleaned, table.schema.limits.get(name, MAX_TEXT)):
        table.refuse(record, name, fault[0], **fault[1])
    elif cleaned[:1] == "=" and name != AMOUNT and not YEAR.fullmatch(name):
        table.note(record, name, "text.formula")


def _clean(text: str, name: str, keys: Sequence[str]) -> str:
    if name.startswith(CARRIED):
        return text
    if name in keys:
        return text.strip(BLANKS)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "" if is_blank(lines) else unescaped(lines)
