"""The axis sheets of a copy: titles, texts and base amounts, by the keys of their rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.labels import Words
from generator.plan import DECISION_STATUSES, Activity, Decision, Statement, lookup_key
from generator.reader.opened import OpenedSheet, OpenedWorkbook
from generator.recovery.lines import TEXTS, ListedLine, read_total
from generator.recovery.marks import LEVEL_LABELS, Marks, is_base_year, put_back
from generator.recovery.table import (
    LostColumnsError,
    LostSheetError,
    NotRecoveredError,
    TitledSheet,
    few_missing,
    missing_columns,
    read_titled,
)
from generator.sheets import parameters
from generator.sheets.common import ACTIVITIES, RECONCILIATION, STAMP

STATUSES = dict(zip(parameters.STATUSES, DECISION_STATUSES, strict=True))
"""By key of its word the status of an activity."""

LEVELS = ("axe", "objectif", "action")
OTHERS = (ACTIVITIES, RECONCILIATION, STAMP)
"""Sheets whose header has many titles of an axis sheet's."""

COLUMNS = (
    "code", "label", "responsible", "partners", "base_total", "nature", "key", "line",
    "status", "reason", "base_status", "base_reason",
)  # fmt: skip


class Wanted(NamedTuple):
    """What axis sheets there should be: their names where known, the axes of lines by code."""

    codes: Mapping[str, str]
    sheets: Collection[str]


class ReadAxis(NamedTuple):
    """An axis sheet: its table, the rows of its levels by (level, key), of its lines by code.

    `texts` are the rows of effects, products and indicators by the label in the first column;
    `natures` is the nature of each line's row; `unmarked` are the columns of
    marks that were put back. `axis` is the key of the axis whose row of totals the sheet lost: that
    of its lines, "" where it has its own.
    """

    table: TitledSheet
    levels: Mapping[tuple[str, str], int]
    lines: Mapping[str, int]
    texts: Mapping[str, int]
    natures: Mapping[int, str]
    unmarked: tuple[str, ...] = ()
    axis: str = ""

    @property
    def axes(self) -> frozenset[str]:
        """Return the keys of the axes that the sheet is of."""
        keys = frozenset(key for level, key in self.levels if level == "axe")
        return frozenset({self.axis}) if self.axis else keys

    def code(self, words: Words, level: str, key: str) -> str:
        """Return the code of a level, which lookups may have given a letter."""
        bare = key.removeprefix("N")
        row = self.levels.get((level, key))
        if bare == key or lookup_key(bare) != key:
            return key
        if level == "axe" and key == self.axis:
            return bare if self.table.sheet.name == words("axis.sheet", code=bare) else key
        label = words(LEVEL_LABELS[level], code=bare)
        return bare if row is not None and self.table.text(row, "code") == label else key

    def is_of(self, axis: str | None) -> bool:
        """Tell whether the sheet is that of an axis, by its key."""
        return axis in self.axes

    def title(self, level: str, key: str) -> str:
        """Return the title of a level, "" where its row is gone."""
        row = self.levels.get((level, key))
        return "" if row is None else self.table.text(row, "label")

    def statement(self, words: Words, kind: str, code: str) -> Statement | None:
        """Return the effect or the product of a level, None where the sheet has none.

        Its indicator is below, under rows that may have been inserted.
        """
        row, below = self.statement_rows(words, kind, code)
        if row is None:
            return None
        below = row + 1 if below is None else below
        return Statement(self.table.text(row, "label"), self.table.text(below, "label"))

    def statement_rows(self, words: Words, kind: str, code: str) -> tuple[int | None, int | None]:
        """Return the rows of the effect or the product of a level, and of its indicator.

        None is a row that is gone; the second is found before the next line, or total.
        """
        row = self.texts.get(words(f"axis.{kind}", code=code))
        if row is None:
            return None, None
        label = words("axis.indicator", code=code)
        for at in range(row + 1, max([row, *self.levels.values(), *self.natures]) + 1):
            if self.table.text(at, "code") == label:
                return row, at
            if self.table.text(at, "nature"):
                break
        return row, None

    def lost(self, code: str, row: int, nature: str, action: str) -> ListedLine:
        """Return the line that a list lost, with the base for what was adopted."""
        texts = (self.table.text(row, key) for key in TEXTS)
        years = [key for key in self.table.columns if is_base_year(key)]
        base = tuple(self.table.amount(row, key) for key in years)
        total = read_total(self.table, row, "base_total")
        adopted = None if total is None or nature != "activity" else (total, base)
        label, responsible, partners = texts
        return ListedLine(
            row, nature, code, "", "", action, "", "", (label, responsible, partners), adopted
        )

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


def read_decisions(
    axes: Sequence[ReadAxis], words: Words, codes: Collection[str]
) -> dict[str, Decision]:
    """Return by code what the base says was decided of its activities, which have these codes."""
    statuses = {words(f"word.{key}"): status for key, status in STATUSES.items()}
    found = {}
    for axis in axes:
        for code, row in axis.lines.items():
            if code not in codes:
                continue
            status, reason = (axis.table.text(row, f"base_{key}") for key in ("status", "reason"))
            if status or reason:
                found[code] = Decision(statuses.get(status, ""), reason)
    return found


def read_axes(
    workbook: OpenedWorkbook,
    words: Words,
    years: Sequence[int],
    wanted: Wanted,
    marks: Marks | None = None,
) -> list[ReadAxis]:
    """Return the axis sheets in order; a workbook without any is a failure.

    With `marks`, those that a sheet lost are put back first.
    """
    titles = axis_titles(words, years)
    found, unknown = [], []
    for sheet in workbook.sheets:
        if sheet.name in OTHERS:
            continue
        whole, lost = put_back(sheet, titles, marks) if marks else (sheet, ())
        if table := read_titled(whole, titles):
            found.append(_read_axis(table, words, wanted.codes)._replace(unmarked=lost))
        elif missing := _lost_columns(sheet, titles, wanted.sheets):
            unknown.append(LostColumnsError(sheet.name, titles, missing))
    if unknown:
        unknown[0].others = tuple(unknown[1:])
        raise unknown[0]
    if not found:
        raise NotRecoveredError(NOWHERE, "aucune feuille d'axe reconnue")
    return list(_each_once(list(_with_axes(found, wanted.codes)), wanted.codes))


def _with_axes(sheets: Sequence[ReadAxis], listed: Mapping[str, str]) -> Iterator[ReadAxis]:
    """Yield the sheets, those without the totals of a listed axis as that of most of their lines.

    Not of one whose totals stand on another sheet: this one is a copy of part of it.
    """
    known = {key for own in sheets for key in own.axes}
    for own in sheets:
        votes = Counter(listed[code] for code in own.lines if code in listed)
        lost = not own.axes & {*listed.values()} and votes
        key = votes.most_common(1)[0][0] if lost else ""
        yield own._replace(axis=key) if key and key not in known else own


def _each_once(axes: Sequence[ReadAxis], listed: Mapping[str, str]) -> Iterator[ReadAxis]:
    """Yield the sheets, each listed code on one of them: that of its axis, else the first.

    A row that was copied to the sheet of another axis is not the line that it was copied from; one
    that was moved there still is.
    """
    seen = {code for own in axes for code in own.lines if own.is_of(listed.get(code))}
    for own in axes:
        strange = {code for code in own.lines if code in listed and not own.is_of(listed[code])}
        again = strange & seen
        seen |= strange
        lines = {code: row for code, row in own.lines.items() if code not in again}
        yield own._replace(lines=lines) if again else own


def axis_titles(words: Words, years: Sequence[int]) -> dict[str, str]:
    """Return the titles by which an axis sheet is read."""
    titles = {key: words(f"axis.{key}") for key in COLUMNS}
    titles |= {f"b{year}": words("axis.base", year=year) for year in years}
    return titles | {f"y{year}": str(year) for year in years}


def _lost_columns(
    sheet: OpenedSheet, titles: Mapping[str, str], named: Collection[str]
) -> tuple[str, ...]:
    """Return the columns that an axis sheet lost; none where it may be any other sheet."""
    return missing_columns(sheet, titles) if sheet.name in named else few_missing(sheet, titles)


def _read_axis(table: TitledSheet, words: Words, listed: Mapping[str, str]) -> ReadAxis:
    natures = {words(f"level.{level}"): level for level in LEVELS}
    known = {words(f"nature.{nature}"): nature for nature in ("activity", "reserve")}
    levels: dict[tuple[str, str], int] = {}
    texts: dict[str, int] = {}
    lines_at: dict[int, str] = {}
    for row in table.rows:
        nature, key = table.text(row, "nature"), table.text(row, "key")
        if nature in natures:
            levels.setdefault((natures[nature], key), row)
        elif nature in known:
            lines_at[row] = known[nature]
        elif key and table.value(row, "line") == 1:
            lines_at[row] = ""
        elif label := table.text(row, "code"):
            texts.setdefault(label, row)
    own = {code for code, axis in listed.items() if ("axe", axis) in levels}
    lines = _rows_by_code(table, lines_at, own, listed)
    return ReadAxis(table, levels, lines, texts, lines_at)


def _rows_by_code(
    table: TitledSheet, rows: Iterable[int], own: Collection[str], listed: Collection[str]
) -> dict[str, int]:
    """Return the row of each code: where code and key agree first, so that one typed over is known.

    Then by the key, then by the code that shows; the sheet's `own` codes before those that are
    `listed`, and these before others.
    """
    keys = [(table.text(row, "key"), row) for row in rows]
    codes = [(table.text(row, "code"), row) for row in rows]
    agreed = set(codes)
    either = [*keys, *codes]
    found: dict[str, int] = {}
    used: set[int] = set()
    for code, row in (
        *(pair for pair in keys if pair in agreed),
        *(pair for pair in either if pair[0] in own),
        *(pair for pair in either if pair[0] in listed),
        *either,
    ):
        if code and row not in used and code not in found:
            found[code] = row
            used.add(row)
    return found


def axis_of(axes: Sequence[ReadAxis], key: str) -> ReadAxis:
    """Return the sheet of an axis by its key; none is a failure."""
    for axis in axes:
        if axis.is_of(key):
            return axis
    raise LostSheetError(NOWHERE, f"la feuille de l'axe {key.removeprefix('N')} est absente")


NOWHERE = ""
"""The workbook as a whole."""
