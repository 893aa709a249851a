"""Texts of the plan that nobody types into: which they are, and where a copy shows them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.labels import Words
from generator.plan import Plan, Statement, lookup_key
from generator.reader.opened import OpenedWorkbook
from generator.reading.annexes import ACRONYMS, LOG_FRAME, PUBLISHED
from generator.reading.matrix import SCHEMA
from generator.recovery import Recovered
from generator.recovery.axes import ReadAxis, axis_of
from generator.recovery.document import acronyms_table
from generator.recovery.table import TitledSheet, read_titled
from generator.recovery.tops import read_top, title_frame
from generator.rules.layout import find_sheet
from generator.rules.tokens import address
from generator.sheets.common import SUMMARY
from generator.texts import comparable

TITLES = {level: f"{level}_intitule" for level in ("axe", "objectif", "action")}
"""By level the field of its title."""

STATEMENTS = {"effet": "effect", "produit": "product"}
"""By level of the log frame what its rows are in the words of the workbook."""

ACRONYM = "sigle"


class TextName(NamedTuple):
    """Which text of the plan: of which file, of what (a level, an acronym) and its key, the field.

    The key of a level is its code as lookups use it: all that a row of totals says of it.
    """

    file: str
    level: str
    key: str
    field: str


class LockedText(NamedTuple):
    """A text as a copy shows it, and its cell, as `Axe I!B8`.

    `code` is that of what it is of, `coded` its cell where that is a text of the plan too, else "".
    `frame` is what its cell may have before and after it; any text of `beside` may be it too.
    """

    name: TextName
    code: str
    place: str
    shown: str
    coded: str = ""
    frame: tuple[str, str] = ("", "")
    beside: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return what is shown without its frame, spelled as texts are compared."""
        before, after = map(comparable, self.frame)
        return comparable(self.shown).removeprefix(before).removesuffix(after).strip()

    def framed(self, text: str) -> str:
        """Return what the cell has to show for a text."""
        return self.frame[0] + text + self.frame[1]

    def shows(self, text: str) -> bool:
        """Tell whether a text is shown, by itself or as the cell has to."""
        wanted = {comparable(text), comparable(self.framed(text))}
        return not wanted.isdisjoint(map(comparable, (self.shown, *self.beside)))


def title_name(level: str, code: str) -> TextName:
    """Return the name of a level's title."""
    return TextName(SCHEMA.name, level, lookup_key(code), TITLES[level])


def summary_name(plan: Plan, code: str) -> TextName:
    """Return the name of what *Synthèse* shows of an axis: its title as printed, else its own."""
    own = title_name("axe", code)
    is_printed = ("axe", code) in plan.published
    return own._replace(file=PUBLISHED.name, field="intitule") if is_printed else own


def statement_names(level: str, code: str) -> tuple[TextName, TextName]:
    """Return the names of what the log frame says of a level: its statement, its indicator."""
    text = TextName(LOG_FRAME.name, level, lookup_key(code), "enonce")
    return text, text._replace(field="indicateur")


def acronym_name(short: str) -> TextName:
    """Return the name of what an acronym stands for."""
    return TextName(ACRONYMS.name, ACRONYM, comparable(short), "libelle")


def texts_of(plan: Plan) -> dict[TextName, str]:
    """Return the texts of a plan that copies are held against, those of activities apart."""
    found = {acronym_name(own.short): own.long for own in plan.acronyms}
    for (level, code), printed in plan.published.items():
        if level == "axe":
            found[summary_name(plan, code)] = printed.title
    for level, code, title, statement in _levels(plan):
        found[title_name(level, code)] = title
        if statement:
            kind = "effet" if level == "objectif" else "produit"
            found |= dict(zip(statement_names(kind, code), statement, strict=True))
    return found


def _levels(plan: Plan) -> Iterator[tuple[str, str, str, Statement | None]]:
    for axis in plan.axes:
        yield "axe", axis.code, axis.title, None
        for objective in axis.objectives:
            yield "objectif", objective.code, objective.title, objective.effect
            for action in objective.actions:
                yield "action", action.code, action.title, action.product


def read_locked(recovered: Recovered, workbook: OpenedWorkbook) -> Iterator[LockedText]:
    """Yield the texts of the plan that a copy shows.

    One whose row is gone, or that nothing names any more, is not shown.
    """
    words = Words(recovered.language)
    for axis in recovered.source.plan.axes:
        sheet = _Sheet(axis_of(recovered.axes, lookup_key(axis.code)), words)
        yield from sheet.top(axis.code, axis.sheet)
        yield from sheet.total("axe", axis.code)
        for objective in axis.objectives:
            yield from sheet.head(objective.code)
            yield from sheet.total("objectif", objective.code)
            yield from sheet.statement("effet", objective.code)
            for action in objective.actions:
                yield from sheet.total("action", action.code)
                yield from sheet.statement("produit", action.code)
    yield from _summary(recovered.source.plan, workbook, words)
    yield from _acronyms(workbook, words)


class _Sheet(NamedTuple):
    """An axis sheet whose texts are read, and the words that name them."""

    read: ReadAxis
    words: Words

    def _text(self, name: TextName, code: str, row: int | None) -> Iterator[LockedText]:
        if row is not None:
            yield LockedText(name, code, *_label(self.read.table, row, "label"))

    def total(self, level: str, code: str) -> Iterator[LockedText]:
        """Yield the title on a row of totals."""
        row = self.read.levels.get((level, lookup_key(code)))
        yield from self._text(title_name(level, code), code, row)

    def head(self, code: str) -> Iterator[LockedText]:
        """Yield the title above an objective's actions."""
        row = self.read.texts.get(self.words("axis.objective", code=code))
        yield from self._text(title_name("objectif", code), code, row)

    def statement(self, level: str, code: str) -> Iterator[LockedText]:
        """Yield what the log frame says of a level."""
        rows = self.read.statement_rows(self.words, STATEMENTS[level], code)
        for name, row in zip(statement_names(level, code), rows, strict=True):
            yield from self._text(name, code, row)

    def top(self, code: str, own_name: str) -> Iterator[LockedText]:
        """Yield the title above the header: the first text there, or any that is that title."""
        top = read_top(self.read.table, self.words)
        if top is not None:
            place = f"{self.read.table.sheet.name}!{address(top.at)}"
            frame = title_frame(self.words, code, own_name)
            yield LockedText(
                title_name("axe", code), code, place, top.text, frame=frame, beside=top.texts
            )


def _summary(plan: Plan, workbook: OpenedWorkbook, words: Words) -> Iterator[LockedText]:
    """Yield what the first table of *Synthèse* says of each axis."""
    sheet = find_sheet(workbook, SUMMARY)
    titles = {key: words(f"summary.{key}") for key in ("axis", "label")}
    table = read_titled(sheet, titles) if sheet else None
    if table is None:
        return
    rows: dict[str, int] = {}
    for row in table.rows:
        rows.setdefault(comparable(table.text(row, "axis")), row)
    for axis in plan.axes:
        row = rows.get(comparable(axis.sheet), table.header)
        if row > table.header:
            name = summary_name(plan, axis.code)
            yield LockedText(name, axis.code, *_label(table, row, "label"))


def _acronyms(workbook: OpenedWorkbook, words: Words) -> Iterator[LockedText]:
    table = acronyms_table(workbook, words)
    if table is None:
        return
    for row in table.rows:
        (coded, short), long = _label(table, row, "short"), _label(table, row, "long")
        if short or long[1]:
            yield LockedText(acronym_name(short), short, *long, coded)


def _label(table: TitledSheet, row: int, key: str) -> tuple[str, str]:
    """Return where a cell is, and its text."""
    return f"{table.sheet.name}!{table.where(row, key)}", table.text(row, key)
