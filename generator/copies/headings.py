"""Titles that an axis sheet shows twice: above what they name, and on the row of its totals."""

from __future__ import annotations

from collections.abc import Iterator

from generator.copies.gathering import AxisSheet
from generator.copies.said import say
from generator.errors import CellFinding
from generator.rules.tokens import address
from generator.texts import comparable


def find_other_headings(sheet: AxisSheet) -> Iterator[CellFinding]:
    """Yield the titles above an objective that are not the one of its totals, which is read.

    One whose row is gone says nothing.
    """
    read, words = sheet.read, sheet.words
    label = read.table.columns["label"]
    for objective in sheet.axis.objectives:
        row = read.texts.get(words("axis.objective", code=objective.code))
        shown = "" if row is None else read.table.text(row, "label")
        if row is not None and comparable(shown) != comparable(objective.title):
            name = read.table.sheet.name
            yield say("text.differs", name, address((row, label)), shown, objective.title)
