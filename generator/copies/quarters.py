"""*PTA* of a copy: the year that was chosen, and the quarters that were typed.

The sheet shows one year at a time, and what was typed into the quarters stays when another one is
chosen. So where the year is not the base's any more, a row that still holds the base's quarters is
left as it is, and what was typed over them is of the year that stands there now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.copies.gathering import Gathered
from generator.copies.values import Reader, shown
from generator.labels import Words
from generator.merging.facts import (
    WORK_YEAR,
    Key,
    Kind,
    Value,
    quarter_field,
    quarters_record,
)
from generator.merging.threeway import WHOLE
from generator.plan import Plan, Quarters
from generator.recovery.quarters import base_quarters, bases_of
from generator.recovery.table import TitledSheet, missing_titles, read_titled
from generator.sheets.workplan import QUARTERS
from generator.texts import comparable, show_some

VALUE = "valeur"
BLANK: Quarters = (None, None, None, None)
YEAR_COLUMN = 2
"""Column of the year that is chosen, beside its label."""


class WorkPlan(NamedTuple):
    """The sheet under its header, the year that it was made with and the one that is chosen.

    `bases` are its columns of the base, by year; `known` the quarters of the base by code and year,
    which count where the sheet has lost such a column.
    """

    reader: Reader
    table: TitledSheet
    made: int
    chosen: int
    bases: Mapping[int, TitledSheet]
    known: Mapping[str, Mapping[int, Quarters]]

    @property
    def cols(self) -> list[int]:
        """Return the columns of the quarters."""
        return [self.table.columns[key] for key in QUARTERS]


def read_quarters(gathered: Gathered, plan: Plan, words: Words, reader: Reader) -> Sequence[str]:
    """Gather what the work plan says now; return the titles that it cannot be read without."""
    titles = {key: words(f"pta.{key}") for key in (*QUARTERS, "key", "code")}
    table = read_titled(reader.sheet, titles)
    if table is None:
        return missing_titles(reader.sheet, titles)
    reader.say_titles(table)
    year = _read_year(gathered, plan, words, reader, table)
    bases = dict(bases_of(reader.sheet, words, plan.years))
    known: dict[str, dict[int, Quarters]] = {}
    for (code, own), quarters in plan.quarters.items():
        known.setdefault(code, {})[own] = quarters
    work = WorkPlan(reader, table, plan.work_year, year, bases, known)
    rows = dict(_rows(gathered, work))
    _say_lost(gathered, plan, reader, set(rows.values()))
    reader.say_merged(sorted(rows), work.cols)
    left = [row for row, code in rows.items() if not _read_row(gathered, work, row, code)]
    if left:
        reader.say("quarters.left", left[0], work.cols[0], str(len(left)), str(work.made))
    return ()


def _say_lost(gathered: Gathered, plan: Plan, reader: Reader, standing: set[str]) -> None:
    """Say which activities of the base have no row any more."""
    known = (Key(Kind.ACTIVITY, activity.code) for activity in plan.activities)
    lost = [key.code for key in known if key in gathered.revised and key.code not in standing]
    if lost:
        gathered.say("quarters.gone", reader.sheet.name, "", show_some(lost))


def _read_row(gathered: Gathered, work: WorkPlan, row: int, code: str) -> bool:
    """Gather the quarters of a row; False where they were left from the year of the base."""
    own = {year: base_quarters(base, row, year) for year, base in work.bases.items()}
    held = {**work.known.get(code, {}), **own}
    typed = _typed(work, row, held.get(work.made, BLANK))
    is_moved = work.chosen != work.made
    is_left = is_moved and typed == held.get(work.made, BLANK)
    if not is_left and not (is_moved and typed == BLANK):
        held[work.chosen] = typed
    key = Key(Kind.QUARTERS, code)
    record: dict[str, Value | None] = {}
    for year, quarters in held.items():
        record |= quarters_record(year, quarters)
    gathered.put(key, record)
    gathered.places[key, WHOLE] = work.reader.place(row, work.cols[0])
    for rank, col in enumerate(work.cols, start=1):
        gathered.places[key, quarter_field(work.chosen, rank)] = work.reader.place(row, col)
    return not is_left or typed == BLANK


def _read_year(
    gathered: Gathered, plan: Plan, words: Words, reader: Reader, table: TitledSheet
) -> int:
    """Return the year that is chosen, the base's where it is none of the plan's."""
    label = comparable(words("pta.year"))
    at = next(
        ((row, YEAR_COLUMN) for row in range(table.header) if _label(reader, row) == label), None
    )
    year = reader.amount(*at) if at else None
    if at and year not in plan.years:
        reader.say("funding.year", *at, shown(reader.cell(*at)))
    key = Key(Kind.SETTING, WORK_YEAR)
    if at is None:
        gathered.say("year.gone", reader.sheet.name)
    if at is None or not isinstance(year, int) or year not in plan.years:
        gathered.put(key, {VALUE: plan.work_year})
        return plan.work_year
    gathered.put(key, {VALUE: year})
    gathered.places[key, VALUE] = gathered.places[key, WHOLE] = reader.place(*at)
    return year


def _label(reader: Reader, row: int) -> str:
    return comparable(str(reader.cell(row, YEAR_COLUMN - 1).value))


def _rows(gathered: Gathered, work: WorkPlan) -> Iterator[tuple[int, str]]:
    """Yield the rows of activities with the code of each; a code that stands twice is told."""
    seen: dict[str, str] = {}
    known = {key.code for key in gathered.revised if key.kind is Kind.ACTIVITY}
    reader, table = work.reader, work.table
    for row in table.rows:
        key = table.text(row, "key")
        code = gathered.filled.get(key, key)
        if not key:
            continue
        if code in gathered.gone:
            if _is_edited(work, row):
                reader.say("quarters.nowhere", row, work.cols[0], code)
            continue
        if code not in known:
            if any(reader.is_filled(row, col) for col in work.cols):
                reader.say("quarters.nowhere", row, work.cols[0], key)
        elif code in seen:
            reader.say("code.twice", row, table.columns["key"], f"{code}, {seen[code]}")
        else:
            seen[code] = reader.place(row, table.columns["key"])
            yield row, code


def _is_edited(work: WorkPlan, row: int) -> bool:
    """Tell whether quarters of a row are not those that it was made with."""
    base = work.bases.get(work.made)
    held = base_quarters(base, row, work.made) if base else BLANK
    return tuple(work.reader.cell(row, col).value for col in work.cols) != held


def _typed(work: WorkPlan, row: int, made: Quarters) -> Quarters:
    """Return the quarters of a row as they are now; what is no amount is told."""
    reader = work.reader
    found = [reader.figure(row, *cell) for cell in zip(work.cols, made, strict=True)]
    first, second, third, fourth = found
    return first, second, third, fourth
