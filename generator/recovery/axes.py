"""The axis sheets of a copy: titles, texts and base amounts, by the keys of their rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.labels import Words
from generator.plan import Activity, Statement, lookup_key
from generator.reader.opened import OpenedSheet, OpenedWorkbook
from generator.recovery.lines import ListedLine, read_total
from generator.recovery.table import NotRecoveredError, TitledSheet, read_titled

LEVELS = ("axe", "objectif", "action")
LABELS = {"axe": "axis.total", "objectif": "axis.subtotal", "action": "axis.action"}
COLUMNS = ("code", "label", "responsible", "partners", "base_total", "nature", "key", "line")


class ReadAxis(NamedTuple):
    """An axis sheet: its table, the rows of its levels by (level, key), of its lines by code.

    `texts` are the rows of effects, products and indicators by the label in the first column.
    """

    table: TitledSheet
    levels: Mapping[tuple[str, str], int]
    lines: Mapping[str, int]
    texts: Mapping[str, int]

    def code(self, words: Words, level: str, key: str) -> str:
        """Return the code of a level, which lookups may have given a letter."""
        bare = key.removeprefix("N")
        row = self.levels.get((level, key))
        if row is None or bare == key or lookup_key(bare) != key:
            return key
        label = words(LABELS[level], code=bare)
        return bare if self.table.text(row, "code") == label else key

    def title(self, level: str, key: str) -> str:
        """Return the title of a level, "" where its row is gone."""
        row = self.levels.get((level, key))
        return "" if row is None else self.table.text(row, "label")

    def statement(self, words: Words, kind: str, code: str) -> Statement | None:
        """Return the effect or the product of a level, None where the sheet has none.

        Its indicator is on the row below.
        """
        row = self.texts.get(words(f"axis.{kind}", code=code))
        if row is None:
            return None
        return Statement(self.table.text(row, "label"), self.table.text(row + 1, "label"))

    def activity(self, line: ListedLine, years: Sequence[int]) -> Activity:
        """Return an activity as the base says; one whose row is gone has no amount."""
        row = self.lines.get(line.code)
        if row is None:
            blank = (None,) * len(years)
            return Activity(line.code, "", "", "", 0, blank, line.printed_code, line.note)
        table, total = self.table, read_total(self.table, row, "base_total")
        return Activity(
            line.code,
            table.text(row, "label"),
            table.text(row, "responsible"),
            table.text(row, "partners"),
            0 if total is None else total,
            tuple(table.amount(row, f"b{year}") for year in years),
            line.printed_code,
            line.note,
        )


def read_axes(workbook: OpenedWorkbook, words: Words, years: Sequence[int]) -> list[ReadAxis]:
    """Return the axis sheets in order; a workbook without any is a failure."""
    titles = {key: words(f"axis.{key}") for key in COLUMNS}
    titles |= {f"b{year}": words("axis.base", year=year) for year in years}
    titles |= {f"y{year}": str(year) for year in years}
    found = [table for sheet in workbook.sheets if (table := read_titled(sheet, titles))]
    if not found:
        raise NotRecoveredError(NOWHERE, "aucune feuille d'axe reconnue")
    return [_read_axis(table, words) for table in found]


def _read_axis(table: TitledSheet, words: Words) -> ReadAxis:
    natures = {words(f"level.{level}"): level for level in LEVELS}
    known = {words("nature.activity"), words("nature.reserve")}
    levels: dict[tuple[str, str], int] = {}
    lines: dict[str, int] = {}
    texts: dict[str, int] = {}
    for row in table.rows:
        nature, key = table.text(row, "nature"), table.text(row, "key")
        if nature in natures:
            levels.setdefault((natures[nature], key), row)
        elif nature in known:
            lines.setdefault(key, row)
        elif label := table.text(row, "code"):
            texts.setdefault(label, row)
    return ReadAxis(table, levels, lines, texts)


def axis_of(axes: Sequence[ReadAxis], key: str) -> ReadAxis:
    """Return the sheet of an axis by its key; none is a failure."""
    for axis in axes:
        if ("axe", key) in axis.levels:
            return axis
    raise NotRecoveredError(NOWHERE, f"la feuille de l'axe {key.removeprefix('N')} est absente")


def years_of(sheet: OpenedSheet) -> tuple[int, ...]:
    """Return the years of a sheet's header, in order; none where it has no header of years."""
    by_row: dict[int, list[tuple[int, int]]] = {}
    for (row, col), cell in sheet.cells.items():
        text = str(cell.value)
        if len(text) == len("2016") and text.isdecimal() and row < TOP_ROWS:
            by_row.setdefault(row, []).append((col, int(text)))
    return tuple(year for _, year in sorted(by_row[min(by_row)])) if by_row else ()


TOP_ROWS = 15
NOWHERE = ""
"""The workbook as a whole."""
