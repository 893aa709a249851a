"""The rows of the document's tables, put back together where a page end cuts them in two.

The document is the text extracted from the published plan: one line per table row, cells separated
by tabs. The matrix has no fixed number of columns: a page starts its rows with an empty cell or
not. So a row is read from its label, the first cell that is not blank, and what stands to its
right.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile, zip_longest

from tools.errors import LineError, SectionError

_CODE = r"(?P<code>[IV]+(?:[-.]\d+)*)[\s.:]*(?P<text>.*)"
_KINDS = {
    "axe": re.compile(r"(?:AXE STRATEGIQUE )?(?P<code>[IV]+):\s*(?P<text>.*)"),
    "objectif": re.compile("Objectif Stratégique " + _CODE),
    "effet": re.compile("Effet " + _CODE),
    "produit": re.compile("Produit " + _CODE),
    "indicateur": re.compile("Indicateur " + _CODE),
    "action": re.compile("Action " + _CODE),
    "activité": re.compile("Activité " + _CODE),
    "sous-total": re.compile("Sous Total OS " + _CODE),
    "total": re.compile("TOTAL (?:AXE STRATEGIQUE|DISPOSITIF DE MISE EN ŒUVRE).*"),
    "plan": re.compile("BUDGET TOTAL"),
}
_HEADER_WORDS = ("Activités", "2016")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the matrix: what it is, where it stands, its label and the cells after it."""

    line: int
    """Line of the document, from 1, where the row starts."""
    kind: str
    """A key of the kinds above: axe, objectif, effet, ..., total, plan."""
    code: str
    """The code as printed, hyphens made dots outside activities; "" where the row prints none."""
    text: str
    """The label after the code and its colon."""
    label: str
    """The whole label, as printed."""
    cells: tuple[str, ...]
    """The cells to the right of the label, trimmed; "" is a blank cell."""
    cut: bool = False
    """True where a page end cut the row in two."""


def read_rows(lines: Iterable[tuple[int, str]]) -> list[Row]:
    """Return the rows of the matrix in order, from its numbered lines, each whole.

    A line that opens no row goes on with the row above it, and only straight after a page end (a
    blank line).
    """
    rows: list[Row] = []
    after_page_end = False
    for number, line in lines:
        cells = split_cells(line)
        if not cells:
            after_page_end = True
        elif cells[0] not in _HEADER_WORDS:
            opened = _open_row(number, cells)
            if opened is None and not (rows and after_page_end):
                raise LineError(number, f"ligne inconnue « {cells[0]} »")
            if opened is None:
                rows[-1] = _extend_row(rows[-1], cells)
            else:
                rows.append(opened)
            after_page_end = False
    return rows


def split_cells(line: str) -> list[str]:
    """Return the trimmed cells of a line from its label on; empty for a blank line."""
    return drop_blanks(cell.strip() for cell in line.split("\t"))


def drop_blanks(cells: Iterable[str]) -> list[str]:
    """Return `cells` from the first that is not blank."""
    return list(dropwhile(lambda cell: not cell, cells))


def lines_between(text: str, start: str, stop: str) -> Iterator[tuple[int, str]]:
    """Return the numbered lines from the one that begins as `start` to before the one as `stop`.

    Both are regular expressions, tried at the beginning of each line.
    """
    lines = text.split("\n")
    first = _find_line(lines, start, 0)
    last = _find_line(lines, stop, first + 1)
    return ((index + 1, lines[index]) for index in range(first, last))


def read_amounts(line: int, cells: Iterable[str]) -> tuple[int | None, ...]:
    """Return the six amounts, in francs, at the head of `cells`: the total, then the years.

    None is a blank cell or PM (*pour mémoire*: no cost); a printed dash is 0. A page may have a
    column too many: anything but blanks after the six is refused.
    """
    padded = [*cells, *[""] * 6]
    if any(padded[6:]):
        raise LineError(line, "un montant se trouve après la dernière année")
    return tuple(_read_amount(line, cell) for cell in padded[:6])


def _open_row(line: int, cells: list[str]) -> Row | None:
    """Return the row that the label in the first cell opens, or None if it opens none."""
    for kind, pattern in _KINDS.items():
        if match := pattern.fullmatch(cells[0]):
            parts = match.groupdict()
            code = parts.get("code", "")
            printed = code if kind == "activité" else code.replace("-", ".")
            return Row(line, kind, printed, parts.get("text", ""), cells[0], tuple(cells[1:]))
    return None


def _extend_row(row: Row, cells: list[str]) -> Row:
    """Return `row` with the rest of it, found after a page end, joined cell by cell."""
    joined = [
        f"{head} {tail}".strip() for head, tail in zip_longest(row.cells, cells[1:], fillvalue="")
    ]
    return replace(
        row,
        text=f"{row.text} {cells[0]}",
        label=f"{row.label} {cells[0]}",
        cells=tuple(joined),
        cut=True,
    )


def _read_amount(line: int, cell: str) -> int | None:
    """Return the francs of one cell: None for blank or PM, 0 for a dash."""
    if cell in ("", "PM"):
        return None
    if cell == "-":
        return 0
    if re.fullmatch(r"\d{1,3}( \d{3})*|\d+", cell):
        return int(cell.replace(" ", ""))
    raise LineError(line, f"« {cell} » n'est pas un montant")


def _find_line(lines: list[str], pattern: str, first: int) -> int:
    """Return the index, from `first` on, of the line that begins as `pattern` says."""
    for index in range(first, len(lines)):
        if re.match(pattern, lines[index]):
            return index
    raise SectionError(pattern)
