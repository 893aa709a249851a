"""Sheets as data: keyed rows and columns of cells, with what stands around them.

Nothing here knows XlsxWriter. A cell holds a constant, a formula tree or nothing, and the name of
its style; its address follows from the keys once the sheet is laid out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from generator.errors import DuplicateKeyError, ModelError, UnknownKeyError
from generator.model.addresses import MAX_COLUMNS
from generator.model.nodes import Node, Ref
from generator.model.values import Scalar

Content = Scalar | Node


class Cell(NamedTuple):
    """What stands in a cell, and how it looks."""

    content: Content
    style: str = "text"


class Column(NamedTuple):
    """A column: its key, its width in characters."""

    key: str
    width: float


class Row(NamedTuple):
    """A row: its key, its cells by column key, its height in points (None: as the text needs)."""

    key: str
    cells: Mapping[str, Cell]
    height: float | None = None


class Block(NamedTuple):
    """A rectangle of a sheet by the keys of its first and last cells."""

    first_row: str
    first_col: str
    last_row: str
    last_col: str


class Validation(NamedTuple):
    """What a block of inputs accepts, with the French title and message shown on entry.

    `kind` is `amount` (whole francs from 0), `share` (0 to 1), `rate` (above 0), `text` (up to
    `limit` characters) or `list` (one of the cells of `choices`).
    """

    blocks: tuple[Block, ...]
    kind: Literal["amount", "share", "rate", "text", "list"]
    title: str
    message: str
    error: str
    limit: int = 0
    choices: tuple[Ref, Ref] | None = None


class Highlight(NamedTuple):
    """A conditional format: the style is laid over the block's cells where the formula is true.

    The formula is written for the block's first cell.
    """

    block: Block
    condition: Node
    style: str


class Link(NamedTuple):
    """A link from a cell to a cell of the workbook; the cell shows its own text."""

    row: str
    col: str
    target: Ref
    tip: str


class Series(NamedTuple):
    """One series of a chart: where its name, categories and values stand, and its colours.

    One colour for the whole series, or one for each point.
    """

    name: Ref
    categories: tuple[Ref, Ref]
    values: tuple[Ref, Ref]
    colours: tuple[str, ...] = ()


class Chart(NamedTuple):
    """A native chart: its kind, titles, series, place (a cell, and size in pixels) and alt text.

    `whole` is the total that stacked columns show above them; a segment under `thin` francs has no
    label.
    """

    kind: Literal["share", "stacked", "clustered"]
    title: str
    series: tuple[Series, ...]
    anchor: tuple[str, str]
    size: tuple[int, int]
    alt: str
    unit: str = ""
    whole: Series | None = None
    thin: int = 0


class Page(NamedTuple):
    """How a sheet prints: paper, orientation, area, repeated rows (by keys).

    One page wide; `tall` pages high, 0 for as many as it takes.
    """

    paper: Literal["A3", "A4"]
    area: Block
    landscape: bool = True
    repeat_rows: tuple[str, str] | None = None
    tall: int = 0


@dataclass(slots=True)
class Sheet:
    """A sheet being laid out: rows are added in order, and found again by key."""

    name: str
    columns: tuple[Column, ...]
    page: Page
    frozen: tuple[str, str] | None = None
    tab: str | None = None
    rows: list[Row] = field(default_factory=list)
    row_index: dict[str, int] = field(default_factory=dict)
    col_index: dict[str, int] = field(init=False)
    validations: list[Validation] = field(default_factory=list)
    highlights: list[Highlight] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    filtered: Block | None = None

    def __post_init__(self) -> None:
        """Index the columns; a key used twice is an error."""
        if len(self.columns) > MAX_COLUMNS:
            raise ModelError(self.name, f"plus de {MAX_COLUMNS} colonnes")
        self.col_index = _indexed(self.name, [column.key for column in self.columns])

    def add(
        self,
        key: str = "",
        cells: Mapping[str, Cell] | None = None,
        height: float | None = None,
    ) -> str:
        """Return the key of the row added at the foot of the sheet; without a key, a fresh one."""
        key = key or f"#{len(self.rows)}"
        if key in self.row_index:
            raise DuplicateKeyError(self.name, key)
        self.row_index[key] = len(self.rows)
        self.rows.append(Row(key, cells or {}, height))
        return key

    def set(self, row: str, col: str, cell: Cell) -> None:
        """Put a cell into a row already added; an unknown key is an error."""
        place = self.row_index.get(row)
        if place is None:
            raise UnknownKeyError(self.name, "ligne", row)
        old = self.rows[place]
        self.rows[place] = Row(old.key, {**old.cells, col: cell}, old.height)

    def skip(self, count: int, key: str = "") -> str:
        """Return the key of the last of `count` empty rows, one at least."""
        for _ in range(count - 1):
            self.add()
        return self.add(key)


@dataclass(slots=True)
class Book:
    """A workbook: its sheets in order, its defined names (each a cell), its properties."""

    sheets: list[Sheet]
    names: Mapping[str, Ref]
    properties: Mapping[str, str]
    stamp: Mapping[str, str]
    sheet_index: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        """Index the sheets; a name used twice, whatever its case, is an error."""
        self.sheet_index = _indexed("classeur", [sheet.name for sheet in self.sheets])
        _indexed("classeur", [sheet.name.casefold() for sheet in self.sheets])


def _indexed(where: str, keys: Sequence[str]) -> dict[str, int]:
    """Return the place of each key; those used twice are an error that names them."""
    index = {key: place for place, key in enumerate(keys)}
    if len(index) != len(keys):
        twice = [key for place, key in enumerate(keys) if index[key] != place]
        raise DuplicateKeyError(where, ", ".join(dict.fromkeys(twice)))
    return index
