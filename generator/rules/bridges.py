"""The rows of *Rapprochement*: which level, which code, which measure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.reader.opened import OpenedSheet
from generator.rules.layout import column, known, last_row, text_of

LEVELS = ("plan", "axe", "objectif", "action")
"""The levels of the plan, from the highest."""

MEASURES = (
    "published", "gaps", "adopted", "validated", "base", "adjusted", "inserted", "live",
    "undocumented", "unexplained",
)  # fmt: skip
FIRST_MEASURE, LAST_MEASURE = MEASURES[0], MEASURES[-1]
PRINTED_MEASURE = "undocumented"
"""The measure whose cells are blank where the document prints nothing."""


class BridgeColumns(NamedTuple):
    """The columns that tell the rows apart, and the first of the amounts."""

    level: int
    code: int
    measure: int
    total: int


class BridgeRow(NamedTuple):
    """A row of a bridge: its level, the code of its entity, its measure, by their keys."""

    level: str
    code: str
    measure: str


def bridge_columns(sheet: OpenedSheet, header: int) -> BridgeColumns | None:
    """Return the columns of the bridges, None where a title is gone."""
    found = [column(sheet, header, f"bridge.{key}") for key in ("level", "key", "measure", "total")]
    level, code, measure, total = found
    if level is None or code is None or measure is None or total is None:
        return None
    return BridgeColumns(level, code, measure, total)


def bridge_rows(
    sheet: OpenedSheet, header: int, columns: BridgeColumns
) -> Iterator[tuple[int, BridgeRow]]:
    """Yield the rows of the bridges, in order."""
    levels = {text: key for key in LEVELS for text in known(f"level.{key}")}
    measures = {text: key for key in MEASURES for text in known(f"bridge.measure.{key}")}
    for row in range(header + 1, last_row(sheet) + 1):
        level, code, measure = (text_of(sheet.cells.get((row, col))) for col in columns[:3])
        if level in levels and measure in measures:
            yield row, BridgeRow(levels[level], code, measures[measure])
