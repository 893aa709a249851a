"""A CSV as it was typed: a change touches its own cells, and every other byte stays.

Encoding, byte order mark, columns, quotes, line ends and blank lines are those of the file.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.errors import Finding, ModelError
from generator.reading.csvtext import SEPARATOR_LINE, find_delimiter, find_header
from generator.reading.decoding import decode
from generator.reading.encodings import Encoding, Fault
from generator.reading.problems import problem
from generator.texts import BLANKS, escaped, is_blank, unescaped


class UnreadableCsvError(ModelError):
    """A file that was read before cannot be read to be changed."""

    def __init__(self, fault: Fault) -> None:
        super().__init__("CSV", f"contenu illisible ({fault.kind})")


@dataclass(slots=True)
class Line:
    """A row: its cells as typed, quotes included, and its line end ("" for the last)."""

    cells: list[str]
    end: str

    @property
    def is_blank(self) -> bool:
        """Tell whether no cell holds anything."""
        return all(is_blank(unquoted(cell)) for cell in self.cells)


@dataclass(slots=True)
class RawCsv:
    """A file: its encoding, its lines, its delimiter, and the place of each column."""

    encoding: Encoding
    delimiter: str
    lines: list[Line]
    header: int
    columns: dict[str, int] = field(default_factory=dict)

    def records(self) -> Iterator[Line]:
        """Yield the lines under the header that hold something."""
        yield from (line for line in self.lines[self.header + 1 :] if not line.is_blank)

    def text(self, line: Line, column: str) -> str:
        """Return the text of a cell, without spaces around it; "" where there is none."""
        place = self.columns.get(column)
        if place is None or place >= len(line.cells):
            return ""
        return unescaped(unquoted(line.cells[place])).strip(BLANKS)

    def set(self, line: Line, column: str, text: str) -> None:
        """Put a text into a cell, quoted as it was, or where it must be."""
        place = self.columns[column]
        line.cells.extend([""] * (place + 1 - len(line.cells)))
        was_quoted = line.cells[place].startswith('"')
        line.cells[place] = self._typed(text, always=was_quoted)

    def insert(self, after: Line | None, texts: Mapping[str, str]) -> Line:
        """Add a line after another one, at the end where that is None."""
        place = len(self.lines) if after is None else self._place(after) + 1
        before = self.lines[place - 1]
        end = before.end
        before.end = end or self._line_end()
        cells = [""] * (max(self.columns.values()) + 1)
        for column, text in texts.items():
            if column in self.columns:
                cells[self.columns[column]] = self._typed(text)
        line = Line(cells, end)
        self.lines.insert(place, line)
        return line

    def delete(self, line: Line) -> None:
        """Take a line out."""
        del self.lines[self._place(line)]

    def content(self) -> bytes:
        """Return the bytes of the file; `UnicodeEncodeError` where `find_lacking` finds a text."""
        rows = [self.delimiter.join(line.cells) + line.end for line in self.lines]
        return self.encoding.encode("".join(rows))

    def find_lacking(self, name: str, like: str) -> Iterator[Finding]:
        """Yield the texts that the encoding cannot write; the file `like` has that encoding too."""
        names = {place: column for column, place in self.columns.items()}
        for line in self.lines:
            for place, cell in enumerate(line.cells):
                if signs := self.encoding.find_lacking(cell):
                    told = {"signs": signs, "name": self.encoding.name, "like": like}
                    column, text = names.get(place, ""), unquoted(cell)
                    yield problem("encoding.lacks", name, 0, column, text, **told)

    def _place(self, line: Line) -> int:
        return next(place for place, own in enumerate(self.lines) if own is line)

    def _line_end(self) -> str:
        return next((line.end for line in self.lines if line.end), "\r\n")

    def _typed(self, text: str, *, always: bool = False) -> str:
        kept = escaped(text)
        special = any(char in kept for char in f'"{self.delimiter}\r\n')
        if always or special or kept != kept.strip(BLANKS):
            doubled = kept.replace('"', '""')
            return f'"{doubled}"'
        return kept


def parse_raw(content: bytes, known: Iterable[str], choice: str | None = None) -> RawCsv:
    """Return a file that is known to be sound; `known` are columns that its header may have.

    `choice` is the encoding that `decode` was given when it was read.
    """
    read = decode(content, choice)
    if isinstance(read, Fault):
        raise UnreadableCsvError(read)
    text = read.text
    typed = io.StringIO(text, newline="").readlines()
    start = 1 if typed and SEPARATOR_LINE.fullmatch(typed[0]) else 0
    names = set(known)
    delimiter = find_delimiter(typed[start:], names)
    lines = list(_lines(text, delimiter))
    filled = [
        place for place, line in enumerate(lines) if not line.is_blank and not _is_separator(line)
    ]
    rows = ([unquoted(cell) for cell in lines[place].cells] for place in filled)
    header = filled[find_header(rows, names)]
    columns: dict[str, int] = {}
    for place, cell in enumerate(lines[header].cells):
        columns.setdefault(unquoted(cell).strip(BLANKS), place)
    return RawCsv(read.encoding, delimiter, lines, header, columns)


def new_csv(columns: Sequence[str], like: RawCsv) -> RawCsv:
    """Return a file that has only its header, written as another one is."""
    delimiter = like.delimiter
    end = next((line.end for line in like.lines if line.end), "\r\n")
    header = Line(list(columns), end)
    return RawCsv(
        like.encoding, delimiter, [header], 0, {name: at for at, name in enumerate(columns)}
    )


def _is_separator(line: Line) -> bool:
    return len(line.cells) <= 2 and bool(SEPARATOR_LINE.fullmatch(line.cells[0]))  # noqa: PLR2004


def _lines(text: str, delimiter: str) -> Iterator[Line]:
    """Yield the rows of a text; a quote opens a cell only at its beginning."""
    cell = re.compile(
        rf'("(?:[^"]|"")*"|[^{re.escape(delimiter)}\r\n]*)({re.escape(delimiter)}|\r\n|\r|\n|\Z)'
    )
    place, cells = 0, list[str]()
    while place < len(text) or cells:
        found = cell.match(text, place)
        if found is None:  # an unsound file: its bytes are kept as one cell
            yield Line([*cells, text[place:]], "")
            return
        cells.append(found[1])
        place = found.end()
        if found[2] != delimiter:
            yield Line(cells, found[2])
            cells = []


def unquoted(cell: str) -> str:
    """Return the text of a cell as typed."""
    return cell[1:-1].replace('""', '"') if cell.startswith('"') else cell
