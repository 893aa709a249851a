"""The title of an axis above the header of its sheet."""

from __future__ import annotations

from typing import NamedTuple

from generator.labels import Words
from generator.reader.opened import CellAddress
from generator.recovery.marks import MARK
from generator.recovery.table import TitledSheet
from generator.texts import comparable


class Top(NamedTuple):
    """The first text above a header, in the column of codes: its cell, and all texts up there."""

    at: CellAddress
    text: str
    texts: tuple[str, ...]


def read_top(table: TitledSheet, words: Words) -> Top | None:
    """Return what should be the title of an axis; None where its row is gone."""
    held = sorted(at for at in table.sheet.cells if at[0] < table.header)
    values = [(at, table.sheet.cells[at].value) for at in held]
    texts = {at: str(value) for at, value in values if value is not None}
    found = next((at for at in texts if at[1] == table.columns["code"]), None)
    if found is None or comparable(texts[found]) == comparable(words("nav.back")):
        return None
    return Top(found, texts[found], tuple(texts.values()))


def title_frame(words: Words, code: str, sheet: str) -> tuple[str, str]:
    """Return what stands before and after the title of an axis there; nothing under other names."""
    if sheet != words("axis.sheet", code=code):
        return "", ""
    before, after = words("axis.title", code=code, title=MARK).split(MARK)
    return before, after


def top_title(table: TitledSheet, words: Words, code: str) -> str:
    """Return the title of an axis as it stands above the header; the sheet's name where it is gone.

    It is that of a sheet without the row of its totals.
    """
    top, (before, after) = read_top(table, words), title_frame(words, code, table.sheet.name)
    text = "" if top is None else top.text.removeprefix(before).removesuffix(after)
    return text or table.sheet.name
