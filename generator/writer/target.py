"""One sheet on its way to the file, and the formats of the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from generator.compute import Computed, Spot
from generator.errors import WriteRefusedError
from generator.formula import Ref
from generator.grid import Block, Sheet
from generator.styles import properties


class Styles:
    """The file's formats by style name, made on first use."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._indexes: dict[str, int] = {}
        self._overlays: dict[str, Format] = {}

    def index(self, style: str) -> int:
        """Return the number by which cells name a style in the file."""
        found = self._indexes.get(style)
        if found is None:
            added = self._workbook.add_format(dict(properties(style)))
            found = self._indexes[style] = added._get_xf_index()  # noqa: SLF001
        return found

    def overlay(self, style: str) -> Format:
        """Return the format that a conditional format lays over a cell."""
        if style not in self._overlays:
            added = self._workbook.add_format(dict(properties(style, overlay=True)))
            self._overlays[style] = added
        return self._overlays[style]


@dataclass(slots=True)
class Target:
    """A sheet of the model, its worksheet in the file, and what is needed to write one to the other."""

    computed: Computed
    place: int
    sheet: Sheet
    worksheet: Any
    styles: Styles

    def check(self, code: int, where: str) -> None:
        """Raise where XlsxWriter returned anything but 0."""
        if code != 0:
            raise WriteRefusedError(where, f"code {code}")

    def spot(self, row: int, col: int) -> Spot:
        """Return a place on the sheet, from which nodes render."""
        return Spot(self.computed, self.place, row, col)

    def corners(self, block: Block) -> tuple[int, int, int, int]:
        """Return (first row, first column, last row, last column), counted from 0."""
        spot = self.spot(0, 0)
        _, top, left = spot.resolve(Ref(block.first_col, block.first_row))
        _, bottom, right = spot.resolve(Ref(block.last_col, block.last_row))
        return top, left, bottom, right
