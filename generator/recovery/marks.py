"""Axis sheets whose marks are gone: what codes and labels still say is put in their place.

Marks are the columns beside the table that tell what a row is: its nature, its key, the base of its
inputs. They are added back on the right of what the sheet holds, where recovery looks for them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType

from generator.labels import Words
from generator.model.values import Value
from generator.plan import lookup_key
from generator.reader.opened import Look, OpenedCell, OpenedSheet
from generator.recovery.table import TitledSheet, missing_columns, read_titled
from generator.texts import comparable, tidy_spaces

LEVEL_LABELS = {"axe": "axis.total", "objectif": "axis.subtotal", "action": "axis.action"}
"""By level what the first column shows on the row of its totals."""

KEYS = ("key", "nature", "line")
BASES = ("base_total", "base_status", "base_reason")
DECIDED = ("status", "reason")
"""Columns of inputs: they come back blank."""

MARK = "\x00"
"""What stands for a code in a label: no cell holds it."""


def is_base_year(key: str) -> bool:
    """Tell whether a column holds the base of a year's amounts."""
    return key.startswith("b") and key[1:].isdigit()


class Marks:
    """The marks of a plan's rows, and which of their columns a sheet may have lost.

    `codes` are those of the plan's activities; None takes each that a row shows for one. `linked`
    are the codes of the rows (sheet, row) that the list reads: a reserve row shows none itself.
    """

    def __init__(
        self,
        words: Words,
        optional: Collection[str],
        codes: Collection[str] | None = None,
        linked: Mapping[tuple[str, int], str] = MappingProxyType({}),
    ) -> None:
        self.words, self.optional, self.linked = words, frozenset(optional), linked
        self.codes = None if codes is None else {comparable(code): code for code in codes}
        self.labels = {
            level: words(key, code=MARK).split(MARK, 1) for level, key in LEVEL_LABELS.items()
        }

    def row(self, table: TitledSheet, row: int) -> Mapping[str, Value]:
        """Return the marks of a row by column; none for one that is none of the plan's."""
        text = tidy_spaces(table.text(row, "code"))
        cell = table.sheet.cells.get((row, table.columns["code"]))
        if cell and cell.formula is not None:
            code = text or self.linked.get((table.sheet.name, row), "")
            return {"nature": self.words("nature.reserve"), "key": code, "line": 1}
        for level, (before, after) in self.labels.items():
            if text.startswith(before) and text.endswith(after) and len(text) > len(before + after):
                code = text[len(before) : len(text) - len(after)]
                return {"nature": self.words(f"level.{level}"), "key": lookup_key(code)}
        code = text if self.codes is None else self.codes.get(comparable(text), "")
        return {"nature": self.words("nature.activity"), "key": code, "line": 1} if code else {}


def put_back(
    sheet: OpenedSheet, titles: Mapping[str, str], marks: Marks
) -> tuple[OpenedSheet, tuple[str, ...]]:
    """Return the sheet with the marks that it lost, and their columns by key.

    The sheet comes back as it is where none is missing, or one is that may not be put back.
    """
    lost = missing_columns(sheet, titles)
    if not lost or not marks.optional.issuperset(lost):
        return sheet, ()
    kept = {key: title for key, title in titles.items() if key not in lost}
    table = read_titled(sheet, kept)
    if table is None:
        return sheet, ()
    first = max(col for _, col in sheet.cells) + 1
    cols = {key: first + place for place, key in enumerate(lost)}
    cells = dict(sheet.cells)
    for key, col in cols.items():
        cells[table.header, col] = OpenedCell(titles[key], None, Look())
    for row in table.rows:
        for key, value in marks.row(table, row).items():
            if key in cols:
                cells[row, cols[key]] = OpenedCell(value, None, Look())
    return replace(sheet, cells=cells), lost
