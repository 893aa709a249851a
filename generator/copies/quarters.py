"""*PTA* of a copy: the year that was chosen, and the quarters that were typed.

The sheet shows one year at a time, and what was typed into the quarters stays when another one is
chosen. So where the year is not the base's any more, a row that still holds the base's quarters is
left as it is, and what was typed over them is of the year that stands there now: an error where the
base has other quarters of that year, which the sheet did not show, beside those left from before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.copies.gathering import Gathered
from generator.copies.values import Reader, shown
from generator.labels import Words
from generator.merging.facts import (
    CODE,
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
from generator.texts import comparable, show_first, show_number, show_some

VALUE = "valeur"
BLANK: Quarters = (None, None, None, None)
BESIDE = 8
"""Columns right of its label among which the year that is chosen is sought."""


class WorkPlan(NamedTuple):
    """The sheet under its header, the year that it was made with and the one that is chosen.

    `chosen` is None where the sheet has no year any more. `bases` are its columns of the base, by
    year; `known` the quarters of the base by code and year, which count where the sheet has lost
    such a column. `renamed` are the codes that activities have now, where it is another.
    """

    reader: Reader
    table: TitledSheet
    made: int
    chosen: int | None
    bases: Mapping[int, TitledSheet]
    known: Mapping[str, Mapping[int, Quarters]]
    renamed: Mapping[str, str]

    def held(self, row: int, code: str) -> dict[int, Quarters]:
        """Return the quarters of an activity that the base has, by year."""
        own = {year: base_quarters(base, row, year) for year, base in self.bases.items()}
        return {**self.known.get(code, {}), **own}

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
    work = WorkPlan(reader, table, plan.work_year, year, bases, known, _renamed(gathered))
    rows = dict(_rows(gathered, work))
    _say_lost(gathered, plan, reader, set(rows.values()))
    _say_parted(work, rows)
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


def _renamed(gathered: Gathered) -> dict[str, str]:
    """Return by code of the base the one that an activity has now, where it is another."""
    return {
        key.code: str(record[CODE])
        for key, record in gathered.revised.items()
        if key.kind is Kind.ACTIVITY and CODE in record
    }


def _say_parted(work: WorkPlan, rows: Mapping[int, str]) -> None:
    """Say of the first edited row that shows another activity's code, and how many more do.

    Whoever typed there read the code: the key, which is hidden, is another's once rows are sorted
    without all their columns.
    """
    own = {code: work.renamed.get(code, code) for code in rows.values()}
    codes = {comparable(code) for pair in own.items() for code in pair}
    parted = []
    for row, code in rows.items():
        shown = comparable(work.table.text(row, "code"))
        is_own = shown in {comparable(code), comparable(own[code])}
        if shown in codes and not is_own and _is_edited(work, row, code):
            parted.append(row)
    if parted:
        row = parted[0]
        found = show_first(work.table.text(row, "code"), len(parted) - 1)
        work.reader.say("quarters.parted", row, work.cols[0], found, rows[row])


def _read_row(gathered: Gathered, work: WorkPlan, row: int, code: str) -> bool:
    """Gather the quarters of a row; False where they were left from the year of the base."""
    held = work.held(row, code)
    made = held.get(work.made, BLANK)
    typed = _typed(work, row, made)
    is_moved = work.chosen != work.made
    is_left = is_moved and typed == made
    if work.chosen is None:
        if not is_left:
            work.reader.say("quarters.unknown", row, work.cols[0], code)
    elif not is_left and not (is_moved and typed == BLANK):
        hidden = held.get(work.chosen, BLANK)
        if not (is_moved and _say_mixed(work, row, typed, (made, hidden))):
            held[work.chosen] = typed
    key = Key(Kind.QUARTERS, code)
    record: dict[str, Value | None] = {}
    for year, quarters in held.items():
        record |= quarters_record(year, quarters)
    gathered.put(key, record)
    gathered.places[key, WHOLE] = work.reader.place(row, work.cols[0])
    for rank, col in enumerate(work.cols, start=1):
        gathered.places[key, quarter_field(work.chosen or work.made, rank)] = work.reader.place(
            row, col
        )
    return work.chosen is None or not is_left or typed == BLANK


def _say_mixed(work: WorkPlan, row: int, typed: Quarters, base: tuple[Quarters, Quarters]) -> bool:
    """Say of the first quarter left from the year of the base that it would replace another.

    `base` has the quarters of that year and of the chosen one. False where none would.
    """
    made, hidden = base
    for col, now, left, other in zip(work.cols, typed, made, hidden, strict=True):
        if hidden != BLANK and now == left and now != other:
            told = "vide" if now is None else show_number(now)
            kept = "vide" if other is None else show_number(other)
            work.reader.say("quarters.mixed", row, col, told, f"{kept} ({work.chosen})")
            return True
    return False


def _read_year(
    gathered: Gathered, plan: Plan, words: Words, reader: Reader, table: TitledSheet
) -> int | None:
    """Return the year that is chosen, the base's where it is none of the plan's; None without."""
    key, at = Key(Kind.SETTING, WORK_YEAR), _find_year(words, reader, table)
    gathered.put(key, {VALUE: plan.work_year})
    if at is None:
        gathered.say("year.gone", reader.sheet.name)
        return None
    year = reader.amount(*at)
    if not isinstance(year, int) or year not in plan.years:
        reader.say("funding.year", *at, shown(reader.cell(*at)))
        return plan.work_year
    gathered.put(key, {VALUE: year})
    gathered.places[key, VALUE] = gathered.places[key, WHOLE] = reader.place(*at)
    return year


def _find_year(words: Words, reader: Reader, table: TitledSheet) -> tuple[int, int] | None:
    """Return where the year that is chosen stands: right of its label, above the header."""
    label = comparable(words("pta.year"))
    for (row, col), cell in reader.sheet.cells.items():
        if row < table.header and comparable(str(cell.value)) == label:
            places = [(row, at) for at in range(col + 1, col + BESIDE)]
            return next((at for at in places if reader.is_filled(*at)), places[0])
    return None


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
            if _is_edited(work, row, code):
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


def _is_edited(work: WorkPlan, row: int, code: str) -> bool:
    """Tell whether quarters of a row are not those that it was made with."""
    made = work.held(row, code).get(work.made, BLANK)
    return tuple(work.reader.cell(row, col).value for col in work.cols) != made


def _typed(work: WorkPlan, row: int, made: Quarters) -> Quarters:
    """Return the quarters of a row as they are now; what is no amount is told."""
    reader = work.reader
    found = [reader.figure(row, *cell) for cell in zip(work.cols, made, strict=True)]
    first, second, third, fourth = found
    return first, second, third, fourth
