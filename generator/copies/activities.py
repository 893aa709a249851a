"""Activities of a copy as they are now: amounts, statuses, codes, rows deleted or added."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from generator.copies.additions import new_rows, read_new
from generator.copies.columns import keep_decisions, say_lost_columns
from generator.copies.gathering import AxisSheet, Gathered, KnownActivity, actions_of
from generator.copies.lines import (
    TEXT_COLUMNS,
    keep_places,
    read_amounts,
    read_decision,
)
from generator.copies.parted import find_parted
from generator.copies.totals import (
    say_copied_totals,
    say_lost_totals,
    say_outside,
    say_typed_totals,
)
from generator.copies.values import Reader
from generator.labels import Words
from generator.merging.facts import CODE, PM_WORD, Key, Kind, activity_record
from generator.plan import PM, Plan, lookup_key
from generator.reading.codes import alike_key
from generator.recovery import Recovered
from generator.recovery.axes import ReadAxis, axis_of
from generator.recovery.places import RESERVE
from generator.texts import comparable, tidy_spaces


def read_activities(gathered: Gathered, recovered: Recovered) -> None:
    """Gather what the axis sheets of a copy say of activities now."""
    plan, words = recovered.source.plan, Words(recovered.language)
    known = dict(_known(plan))
    reads = [axis_of(recovered.axes, lookup_key(axis.code)) for axis in plan.axes]
    standing = _standing(reads, known)
    adopted = plan.adopted or {}
    taken = frozenset([*known, *adopted])
    alike = {alike_key(code): code for code in (*adopted, *known)}
    keyed = _keyed(reads, known)
    sheets = [
        AxisSheet(axis, read, Reader(read.table.sheet), words, plan.years, standing, keyed, alike)
        for axis, read in zip(plan.axes, reads, strict=True)
    ]
    for sheet in sheets:
        say_lost_columns(gathered, sheet, is_published=bool(plan.published))
        _read_known_rows(gathered, sheet, known, taken)
    for sheet in sheets:
        _read_new_rows(gathered, sheet, known)
        keep_decisions(gathered, sheet, plan.decisions)
        say_typed_totals(gathered, sheet)
        say_lost_totals(sheet)
        gathered.findings.extend(find_parted(sheet.read, sheet.parted))
        gathered.findings.extend(sheet.reader.findings)
    for code, activity in known.items():
        if code not in standing:
            gathered.lose(code, activity.sheet)
    for read in recovered.axes:
        if not any(read is own for own in reads):
            gathered.say("sheet.twice", read.table.sheet.name)


def _known(plan: Plan) -> Iterator[tuple[str, KnownActivity]]:
    """Yield by code the activities of the base, and where they stand."""
    for axis in plan.axes:
        for action, place in actions_of(axis):
            for activity in action.activities:
                yield activity.code, KnownActivity(activity, place, axis.sheet)


def _standing(reads: Sequence[ReadAxis], known: Iterable[str]) -> dict[str, str]:
    """Return by code of an activity of the base the cell that it stands in."""
    return {
        code: Reader(read.table.sheet).place(read.lines[code], read.table.columns["code"])
        for read in reads
        for code in known
        if code in read.lines
    }


def _keyed(reads: Sequence[ReadAxis], known: Container[str]) -> dict[str, str]:
    """Return by key of a row of the plan its cell: that of the line it is the key of, or the first.

    A row that was copied, or filled, under a code of its own is none of the plan's.
    """
    first: dict[str, str] = {}
    own: dict[str, str] = {}
    for read in reads:
        codes = {row: code for code, row in read.lines.items()}
        reader, col = Reader(read.table.sheet), read.table.columns["key"]
        for row, nature in read.natures.items():
            code = codes.get(row, "")
            blank = nature == RESERVE and not read.table.text(row, "code")
            if blank or code in known:
                key = comparable(read.table.text(row, "key"))
                found = own if key == comparable(code) else first
                found.setdefault(key, reader.place(row, col))
    return first | own


def _read_known_rows(
    gathered: Gathered,
    sheet: AxisSheet,
    known: Mapping[str, KnownActivity],
    taken: frozenset[str],
) -> None:
    """Gather the rows of a sheet that the base knows, and what is odd in its blocks."""
    inputs = [*sheet.live, *(sheet.col(key) for key in (*TEXT_COLUMNS, "status", "reason"))]
    sheet.reader.say_merged(sorted(sheet.codes), inputs)
    sheet.reader.say_titles(sheet.read.table)
    say_copied_totals(sheet)
    for row, nature in sheet.read.natures.items():
        if nature == RESERVE and row in sheet.codes:
            gathered.filled[sheet.codes[row]] = ""
        elif nature == RESERVE and not sheet.read.table.text(row, "code"):
            _say_key(sheet, "", row)
    for action, _ in actions_of(sheet.axis):
        for code in (activity.code for activity in action.activities):
            if code in sheet.read.lines:
                row = sheet.read.lines[code]
                _read_known(gathered, sheet, known[code], row)
                _read_code(gathered, sheet, code, row, taken)
    for row, code in sorted(sheet.codes.items()):
        if code in known and known[code].sheet != sheet.axis.sheet:
            _read_known(gathered, sheet, known[code], row)
            _read_code(gathered, sheet, code, row, taken)
    say_outside(sheet)


def _read_new_rows(
    gathered: Gathered, sheet: AxisSheet, known: Mapping[str, KnownActivity]
) -> None:
    for action, place in actions_of(sheet.axis):
        for row, code in new_rows(sheet, action.code, known):
            read_new(gathered, sheet, known.get(tidy_spaces(code)), place, (row, code))


def _read_known(gathered: Gathered, sheet: AxisSheet, known: KnownActivity, row: int) -> None:
    """Gather what a row of the base says now: its amounts, its status and reason."""
    activity, place = known.activity, known.place
    if row not in sheet.blocks.get(place[-1], ()):
        sheet.reader.say("row.moved", row, sheet.col("code"), activity.code, known.home)
    total, years = read_amounts(sheet, row, activity.years, is_pm=activity.total is PM)
    now = activity._replace(total=PM if total == PM_WORD else 0, years=years)
    key = Key(Kind.ACTIVITY, activity.code)
    gathered.put(key, activity_record(now, place, sheet.years))
    keep_places(gathered, sheet, key, row)
    read_decision(gathered, sheet, activity.code, row)


def _read_code(
    gathered: Gathered, sheet: AxisSheet, code: str, row: int, taken: frozenset[str]
) -> None:
    """Gather the code that a row of the base shows, where it is another one; tell a lost key."""
    table, reader, col = sheet.read.table, sheet.reader, sheet.col("code")
    shown = tidy_spaces(table.text(row, "code"))
    _say_key(sheet, code, row)
    if comparable(shown) == comparable(code):
        if shown != (typed := str(reader.cell(row, col).value)):
            reader.say("code.tidied", row, col, typed)
        return
    if row in sheet.parted:
        return
    if not shown or reader.cell(row, col).formula is not None:
        reader.say("code.gone", row, col, shown, code)
    elif shown in sheet.standing or shown in taken:
        reader.say("code.twice", row, col, _where(shown, sheet.standing))
    elif fault := sheet.find_code_fault(shown, code):
        reader.say_problem(fault[0], row, col, shown, fault[1])
    else:
        own = Key(Kind.ACTIVITY, code)
        gathered.revised[own] = {**gathered.revised[own], CODE: shown}
        gathered.places[own, CODE] = reader.place(row, col)
        sheet.take(shown, reader.place(row, col))
        reader.say("code.renamed", row, col, shown, code)


def _say_key(sheet: AxisSheet, code: str, row: int) -> None:
    """Tell a key that is not the one of its row; another row that has it makes it an error."""
    key, col = sheet.read.table.text(row, "key"), sheet.col("key")
    if comparable(key) == comparable(code):
        return
    other = sheet.keyed.get(comparable(key), "") if key else ""
    if other not in {"", sheet.reader.place(row, col)}:
        sheet.reader.say("key.twice", row, col, f"{key}, {other}", code)
    elif code:
        sheet.reader.say("key.changed", row, col, key, code)


def _where(code: str, standing: Mapping[str, str]) -> str:
    """Return a code and the cell of its activity, which may be gone from the copy."""
    place = standing.get(code, "qui n'est plus dans la copie")
    return f"{code}, {place}"
