"""One sheet on its way to the file, and the formats of the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from generator.errors import ModelError, UnknownKeyError, WriteRefusedError
from generator.model.addresses import quoted
from generator.model.compute import Computed, Spot
from generator.model.grid import Block, Sheet
from generator.model.nodes import Ref
from generator.styles import properties

T = TypeVar("T")


def ask(where: str, method: Callable[..., T], *args: object, **options: object) -> T:
    """Return what a method of XlsxWriter returns, where that is an object or 0.

    Its warnings are errors by then (see `book.render`); both say which cell or part it was.
    """
    try:
        found = method(*args, **options)
    except (UserWarning, ValueError, XlsxWriterException) as problem:
        raise WriteRefusedError(where, str(problem)) from problem
    if isinstance(found, int) and found != 0:
        raise WriteRefusedError(where, f"code {found}")
    return found


class Styles:
    """The file's formats by style name, made on first use.

    `indexes` are the numbers by which cells name those made so far.
    """

    def __init__(self, workbook: Workbook) -> None:
        self.indexes: dict[str, int] = {}
        self._workbook = workbook
        self._overlays: dict[str, Format] = {}

    def add(self, style: str, spot: Spot) -> int:
        """Return the number of a style first used at the spot."""
        added: Any = self._workbook.add_format(_known(style, spot, overlay=False))
        found = self.indexes[style] = int(added._get_xf_index())  # noqa: SLF001 - cells.py
        return found

    def overlay(self, style: str, spot: Spot) -> Format:
        """Return the format that a conditional format lays over a cell."""
        if style not in self._overlays:
            added = self._workbook.add_format(_known(style, spot, overlay=True))
            self._overlays[style] = added
        return self._overlays[style]


def _known(style: str, spot: Spot, *, overlay: bool) -> dict[str, Any]:
    """Return a style's properties; an unknown one is an error that names the cell."""
    try:
        return dict(properties(style, overlay=overlay))
    except UnknownKeyError:
        raise UnknownKeyError(spot.where, "style", style) from None


@dataclass(slots=True)
class Target:
    """A sheet of the model, its worksheet in the file, and what takes one to the other.

    `shared` are the formulas that rows share, by node and column.
    """

    computed: Computed
    place: int
    sheet: Sheet
    worksheet: Any
    styles: Styles
    shared: dict[tuple[int, int], str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return the sheet's name, for messages."""
        return quoted(self.sheet.name)

    def ask(self, where: str, method: str, *args: object, **options: object) -> None:
        """Call the worksheet's method for a part of the sheet."""
        ask(f"{self.name}, {where}", getattr(self.worksheet, method), *args, **options)

    def spot(self, row: int, col: int) -> Spot:
        """Return a place on the sheet, from which nodes render."""
        return Spot(self.computed, self.place, row, col)

    def find(self, row: str, col: str) -> tuple[int, int]:
        """Return (row, column) of a cell by keys, counted from 0."""
        _, found_row, found_col = self.spot(0, 0).resolve(Ref(col, row))
        return found_row, found_col

    def corners(self, block: Block) -> tuple[int, int, int, int]:
        """Return (first row, first column, last row, last column), counted from 0."""
        top, left = self.find(block.first_row, block.first_col)
        bottom, right = self.find(block.last_row, block.last_col)
        if bottom < top or right < left:
            raise ModelError(self.name, f"la fin de {block} précède son début")
        return top, left, bottom, right
