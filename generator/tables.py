"""Reading one CSV of the source: records with their lines, and every problem found on the way."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.errors import Finding
from generator.plan import SourceFile
from generator.problems import problem

DELIMITERS = ";,\t"
YEAR = re.compile(r"[0-9]{4}")
MAX_TEXT = 32_767
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Record:
    """A record: the line it starts on, and its texts by column, stripped of outer spaces."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """Return the text under a column; "" where the file has no such column."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Schema:
    """The columns a file must and may have; with `years`, also columns named by a year."""

    name: str
    required: Sequence[str]
    optional: Sequence[str] = ()
    years: bool = False


@dataclass(slots=True)
class Table:
    """A file as read: its records, its years in order, its fingerprint, and its problems."""

    name: str
    records: list[Record] = field(default_factory=list)
    years: tuple[int, ...] = ()
    extra: tuple[str, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    source: SourceFile | None = None


def read_table(path: Path, schema: Schema) -> Table:
    """Return the file's records; problems are collected in the table, never raised."""
    table = Table(schema.name)
    content = path.read_bytes()
    text = _decode(content, table)
    rows = list(_rows(text, table)) if text is not None else []
    if rows:
        header_line, header = rows[0]
        _check_header(table, schema, header_line, header)
        if not table.findings:
            _fill(table, header, rows[1:])
    elif not table.findings:
        table.findings.append(problem("header.missing", schema.name, 1, schema.required[0]))
    digest = hashlib.sha256(content).hexdigest()
    table.source = SourceFile(schema.name, digest, len(table.records))
    return table


def _decode(content: bytes, table: Table) -> str | None:
    """Return the text of a UTF-8 file; None, with a finding that names the line, of any other."""
    if b"\0" in content:
        line = content[: content.index(b"\0")].count(b"\n") + 1
        kind = "encoding" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "nul"
        table.findings.append(problem(kind, table.name, line))
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        table.findings.append(problem("encoding", table.name, line))
        return None


def _rows(text: str, table: Table) -> Iterator[tuple[int, list[str]]]:
    """Yield (line, cells) of every row that holds something, the header first."""
    if text[:4].casefold() == "sep=":
        text = text[text.find("\n") + 1 :] if "\n" in text else ""
    header = next((line for line in text.splitlines() if line.strip(" ;,\t")), "")
    delimiter = max(DELIMITERS, key=lambda mark: len(header.split(mark)))
    source = io.StringIO(text, newline="")
    reader = csv.reader(source, delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        table.findings.append(problem("csv", table.name, line, reason=error))


def _check_header(table: Table, schema: Schema, line: int, header: list[str]) -> None:
    """Find missing, unknown and repeated columns, and years that do not follow each other."""
    names = [name.strip() for name in header]
    while names and not names[-1]:
        names.pop()
    years = sorted({int(name) for name in names if schema.years and YEAR.fullmatch(name)})
    known = {*schema.required, *schema.optional, *map(str, years)}
    for place, name in enumerate(names):
        if name in names[:place]:
            table.findings.append(problem("header.duplicate", table.name, line, name))
        elif name not in known and not name.startswith("x_"):
            table.findings.append(problem("header.unknown", table.name, line, name))
    for name in schema.required:
        if name not in names:
            table.findings.append(problem("header.missing", table.name, line, name))
    if schema.years:
        _check_years(table, line, years)
    table.extra = tuple(name for name in names if name.startswith("x_"))


def _check_years(table: Table, line: int, years: list[int]) -> None:
    if not years:
        table.findings.append(problem("header.no_year", table.name, line))
    table.findings += [
        problem("header.year_gap", table.name, line, str(after), expected=before + 1)
        for before, after in zip(years, years[1:], strict=False)
        if after != before + 1
    ]
    table.years = tuple(years)


def _fill(table: Table, header: list[str], rows: list[tuple[int, list[str]]]) -> None:
    """Add the records; a row of another width is a finding, blank cells at its end are not."""
    names = [name.strip() for name in header]
    width = len(names)
    for line, cells in rows:
        while len(cells) > width and not cells[-1].strip():
            cells.pop()
        if len(cells) != width:
            fields = {"found": len(cells), "expected": width}
            table.findings.append(problem("row.width", table.name, line, **fields))
            continue
        texts = {
            name: text.strip().replace("\r\n", "\n").replace("\r", "\n")
            for name, text in zip(names, cells, strict=True)
            if name
        }
        _check_texts(table, line, texts)
        table.records.append(Record(line, texts))


def _check_texts(table: Table, line: int, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        if not text or text.isalnum():
            continue
        if found := _CONTROL.search(text):
            position = found.start() + 1
            table.findings.append(
                problem("cell.control", table.name, line, name, text, position=position)
            )
        if len(text) > MAX_TEXT:
            table.findings.append(
                problem("cell.long", table.name, line, name, text, limit=MAX_TEXT)
            )
