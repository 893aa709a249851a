"""Titles that an axis sheet shows twice: above what they name, and on the row of its totals."""

from __future__ import annotations

from collections.abc import Iterator

from generator.copies.gathering import AxisSheet
from generator.copies.said import say
from generator.errors import CellFinding
from generator.plan import lookup_key
from generator.reader.opened import CellAddress
from generator.rules.tokens import address
from generator.texts import comparable

Heading = tuple[CellAddress, str, str]
"""Where a title stands, what it is, and the one of its totals."""


def find_other_headings(sheet: AxisSheet) -> Iterator[CellFinding]:
    """Yield the titles above the axis and its objectives that are not those of their totals.

    Those of the totals are read. A title whose row is gone says nothing.
    """
    for at, shown, title in (*_of_axis(sheet), *_of_objectives(sheet)):
        yield say("text.differs", sheet.read.table.sheet.name, address(at), shown, title)


def _of_axis(sheet: AxisSheet) -> Iterator[Heading]:
    table, words, axis = sheet.read.table, sheet.words, sheet.axis
    texts = {at: table.sheet.cells[at].value for at in table.sheet.cells if at[0] < table.header}
    known = {at: comparable(text) for at, text in sorted(texts.items()) if isinstance(text, str)}
    full = words("axis.title", code=axis.code, title=axis.title)
    if {comparable(axis.title), comparable(full)} & {*known.values()}:
        return
    col = table.columns["code"]
    top = next(((at, text) for at, text in known.items() if at[1] == col), None)
    if top and top[1] != comparable(words("nav.back")):
        yield top[0], str(texts[top[0]]), full


def _of_objectives(sheet: AxisSheet) -> Iterator[Heading]:
    read, words = sheet.read, sheet.words
    label = read.table.columns["label"]
    for objective in sheet.axis.objectives:
        if ("objectif", lookup_key(objective.code)) not in read.levels:
            continue
        row = read.texts.get(words("axis.objective", code=objective.code))
        shown = "" if row is None else read.table.text(row, "label")
        if row is not None and comparable(shown) != comparable(objective.title):
            yield (row, label), shown, objective.title
