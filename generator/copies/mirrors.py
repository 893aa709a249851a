"""Sheets as long as the plan, which show what others hold: what was typed over their formulas.

Apart from quarters nothing is typed there. No model is laid over them, which would take longer than
all the rest of an import: which columns have formulas is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from re import Pattern
from typing import NamedTuple

from generator.copies.strays import is_held
from generator.labels import Words
from generator.reader.opened import CellAddress, OpenedSheet
from generator.rules.layout import is_number
from generator.sheets import activities, adjustments, structures, workplan
from generator.sheets.common import ACTIVITIES, ADJUSTMENTS, STRUCTURES, WORK_PLAN, Model

Titles = dict[str, str]


class Mirror(NamedTuple):
    """A sheet as long as the plan: the titles of what prints and of what stands beside.

    `constants` are the columns that have other things than formulas under their title; `mark` is
    the one that says which rows have a formula in all the others.
    """

    titles: Callable[[Model], tuple[Titles, Titles]]
    constants: Pattern[str]
    mark: str


MIRRORS = {
    ACTIVITIES: Mirror(
        activities.titles,
        re.compile("axis|objective|action|nature|key|printed|note|adopted_total|a[0-9]+"),
        "key",
    ),
    WORK_PLAN: Mirror(workplan.titles, re.compile("key|q[1-4]|b[0-9]+q[1-4]"), "key"),
    STRUCTURES: Mirror(structures.titles, re.compile("name|meaning|known|key|first"), "key"),
    ADJUSTMENTS: Mirror(adjustments.titles, re.compile("rank"), "rank"),
}


def find_lines(opened: OpenedSheet, header: int, known: Mapping[str, int]) -> set[int]:
    """Return the rows under a mirror's header that are a line's, whatever else stands on them."""
    mark = known.get(MIRRORS[opened.name].mark)
    held = (row for (row, col), cell in opened.cells.items() if col == mark and is_held(cell))
    return {row for row in held if row > header}


def find_typed_over(
    opened: OpenedSheet, known: Mapping[str, int], used: Collection[int], words: Words
) -> Iterator[CellAddress]:
    """Yield the cells of a mirror's `used` rows that should have a formula, and have none.

    On the row of a line, whatever is in its place, if anything is; on another row, a number.
    """
    mirror, cells = MIRRORS[opened.name], opened.cells
    columns = [col for key, col in known.items() if not mirror.constants.fullmatch(key)]
    mark, nature = (known.get(key, -1) for key in (mirror.mark, "nature"))
    gone = words("nature.gone")
    for row in used:
        kind = cells.get((row, nature))
        if kind and kind.value == gone:
            continue
        is_line = (row, mark) in cells and is_held(cells[row, mark])
        for col in columns:
            cell = cells.get((row, col))
            if cell and cell.formula is not None:
                continue
            if is_line or (cell and is_number(cell.value)):
                yield row, col
