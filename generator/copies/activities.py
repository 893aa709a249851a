"""Activities of a copy as they are now: amounts, statuses, rows filled, inserted or deleted."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from generator.copies.gathering import AxisSheet, Gathered, actions_of
from generator.copies.values import Reader, as_text, shown
from generator.labels import Words
from generator.merging.facts import (
    PM_WORD,
    TOTAL,
    Key,
    Kind,
    Value,
    activity_record,
    decision_record,
)
from generator.merging.threeway import WHOLE
from generator.plan import (
    PM,
    Action,
    Activity,
    Amount,
    Decision,
    Plan,
    lookup_key,
)
from generator.reading.codes import find_code_fault
from generator.recovery import Recovered
from generator.recovery.axes import STATUSES, ReadAxis, axis_of
from generator.texts import comparable, tidy_spaces

RESERVE = "reserve"
NEW_TEXTS = ("label", "responsible", "partners")
FIELDS = ("activite", "responsable", "partenaires")


def read_activities(gathered: Gathered, recovered: Recovered) -> None:
    """Gather what the axis sheets of a copy say of activities now."""
    plan, words = recovered.source.plan, Words(recovered.language)
    places = _places(plan)
    reads = [axis_of(recovered.axes, lookup_key(axis.code)) for axis in plan.axes]
    standing = _standing(reads, places)
    for axis, read in zip(plan.axes, reads, strict=True):
        reader = Reader(read.table.sheet)
        sheet = AxisSheet(axis, read, reader, words, plan.years, standing)
        _read_sheet(gathered, sheet, places)
        gathered.findings.extend(reader.findings)
    for read in recovered.axes:
        if not any(read is own for own in reads):
            gathered.say("sheet.twice", read.table.sheet.name)


def _places(plan: Plan) -> dict[str, tuple[Activity, tuple[str, str, str]]]:
    """Return by code the activities of the base, and the levels that they stand under."""
    return {
        activity.code: (activity, (axis.code, objective.code, action.code))
        for axis in plan.axes
        for objective in axis.objectives
        for action in objective.actions
        for activity in action.activities
    }


def _standing(reads: Sequence[ReadAxis], places: Iterable[str]) -> dict[str, str]:
    """Return by code of an activity of the base the cell that it stands in."""
    return {
        code: Reader(read.table.sheet).place(read.lines[code], read.table.columns["code"])
        for read in reads
        for code in places
        if code in read.lines
    }


def _read_sheet(
    gathered: Gathered,
    sheet: AxisSheet,
    known: Mapping[str, tuple[Activity, tuple[str, str, str]]],
) -> None:
    inputs = [*sheet.live, *(sheet.col(key) for key in (*NEW_TEXTS, "status", "reason"))]
    sheet.reader.say_merged(sorted(sheet.codes), inputs)
    _say_typed_totals(sheet)
    _say_copied_totals(sheet)
    lines = sheet.read.lines
    for row, nature in sheet.read.natures.items():
        if nature == RESERVE and row in sheet.codes:
            gathered.filled[sheet.codes[row]] = ""
    for action, place in actions_of(sheet.axis):
        for code in [activity.code for activity in action.activities]:
            if code in lines:
                _read_known(gathered, sheet, *known[code], lines[code])
            else:
                gathered.lose(code, sheet.read.table.sheet.name)
        for row, code in _new_rows(sheet, action.code, known):
            _read_new(gathered, sheet, place, row, code)
    _say_outside(sheet)


def _read_known(
    gathered: Gathered,
    sheet: AxisSheet,
    activity: Activity,
    place: tuple[str, str, str],
    row: int,
) -> None:
    """Gather what a row of the base says now: its amounts, its status and reason."""
    _say_marks(sheet, activity.code, row)
    if row not in sheet.blocks[place[-1]]:
        sheet.reader.say("row.moved", row, sheet.col("code"), activity.code)
    total, years = _amounts(sheet, row, is_pm=activity.total is PM)
    now = activity._replace(total=PM if total == PM_WORD else 0, years=years)
    key = Key(Kind.ACTIVITY, activity.code)
    gathered.put(key, activity_record(now, place, sheet.years))
    _keep_places(gathered, sheet, key, row)
    _read_decision(gathered, sheet, activity.code, row)


def _say_marks(sheet: AxisSheet, code: str, row: int) -> None:
    """Say of a code or a key that is not the row's own any more."""
    table = sheet.read.table
    if comparable(shown := table.text(row, "code")) != comparable(code):
        sheet.reader.say("code.changed", row, sheet.col("code"), shown, code)
    if comparable(key := table.text(row, "key")) != comparable(code):
        sheet.reader.say("key.changed", row, sheet.col("key"), key, code)


def _amounts(sheet: AxisSheet, row: int, *, is_pm: bool) -> tuple[Value | None, tuple[Amount, ...]]:
    """Return `PM` or None, and the amounts of a row by year."""
    found = [sheet.reader.amount(row, col) for col in sheet.live]
    blank = all(amount is None or amount is PM for amount in found)
    if PM in found and not blank:
        sheet.reader.say("amount.pm", row, sheet.live[found.index(PM)], PM_WORD)
    years = tuple(amount if isinstance(amount, int) else None for amount in found)
    return (PM_WORD if blank and (is_pm or PM in found) else None), years


def _read_decision(gathered: Gathered, sheet: AxisSheet, code: str, row: int) -> None:
    col = sheet.col("status")
    shown, reason = sheet.reader.text(row, col), sheet.reader.text(row, sheet.col("reason"))
    known = {
        comparable(sheet.words(f"word.{key}")).casefold(): said for key, said in STATUSES.items()
    }
    status = known.get(comparable(shown).casefold(), "")
    if shown and not status:
        sheet.reader.say("status.unknown", row, col, shown)
    if status or reason:
        key = Key(Kind.DECISION, code)
        gathered.put(key, decision_record(Decision(status, reason)))
        gathered.places[key, WHOLE] = sheet.reader.place(row, col)
        gathered.places[key, "motif"] = sheet.reader.place(row, sheet.col("reason"))


def _keep_places(gathered: Gathered, sheet: AxisSheet, key: Key, row: int) -> None:
    gathered.places[key, WHOLE] = sheet.reader.place(row, sheet.col("code"))
    for year, col in zip(sheet.years, sheet.live, strict=True):
        gathered.places[key, str(year)] = sheet.reader.place(row, col)
    gathered.places[key, TOTAL] = sheet.reader.place(row, sheet.live[0])


def _new_rows(sheet: AxisSheet, action: str, known: Container[str]) -> Iterator[tuple[int, str]]:
    """Yield the rows of an action that the base does not know and that say something.

    The code is the one that the row proposes, as it was typed; "" where it has none.
    """
    read, reader = sheet.read, sheet.reader
    inputs = [*(sheet.col(key) for key in (*NEW_TEXTS, "status", "reason")), *sheet.live]
    for row in sheet.blocks[action]:
        if read.natures.get(row) == RESERVE:
            if any(reader.is_filled(row, col) for col in inputs):
                cell = reader.cell(row, sheet.col("code"))
                typed = "" if cell.formula is not None else as_text(cell)
                yield row, typed or sheet.codes.get(row, "")
        elif sheet.codes.get(row) not in known and _is_inserted(sheet, row):
            yield row, reader.text(row, sheet.col("code"))


def _is_inserted(sheet: AxisSheet, row: int) -> bool:
    """Tell whether a row inside a block is none of the model's, and says something."""
    reader, table = sheet.reader, sheet.read.table
    label = comparable(table.text(row, "code"))
    if label in sheet.labels or row in sheet.levels:
        return False
    return any(
        reader.is_filled(row, col) for col in [*(sheet.col(key) for key in NEW_TEXTS), *sheet.live]
    )


def _read_new(
    gathered: Gathered, sheet: AxisSheet, place: tuple[str, str, str], row: int, typed: str
) -> None:
    """Gather an activity that the base does not have."""
    reader, code = sheet.reader, tidy_spaces(typed)
    label, responsible, partners = (reader.text(row, sheet.col(key)) for key in NEW_TEXTS)
    total, years = _amounts(sheet, row, is_pm=False)
    if not code:
        reader.say("activity.uncoded", row, sheet.col("code"), label)
        return
    if code != typed:
        reader.say("code.tidied", row, sheet.col("code"), typed)
    if not reader.is_filled(row, sheet.col("label")):
        reader.say("activity.unnamed", row, sheet.col("label"))
    if fault := find_code_fault(code):
        reader.say_problem(fault[0], row, sheet.col("code"), code, fault[1])
    key = Key(Kind.ACTIVITY, code)
    if code in sheet.standing:
        reader.say("code.twice", row, sheet.col("code"), f"{code}, {sheet.standing[code]}")
        return
    sheet.standing[code] = reader.place(row, sheet.col("code"))
    if row in sheet.codes:
        gathered.filled[sheet.codes[row]] = code
    new = Activity(code, label, responsible, partners, PM if total else 0, years)
    gathered.put(key, activity_record(new, place, sheet.years))
    _keep_places(gathered, sheet, key, row)
    for name, column in zip(FIELDS, NEW_TEXTS, strict=True):
        gathered.places[key, name] = reader.place(row, sheet.col(column))
    reader.say("activity.new", row, sheet.col("code"), f"{code} {label}".strip())
    _read_decision(gathered, sheet, code, row)


def _say_outside(sheet: AxisSheet) -> None:
    """Say of each amount typed under the header that no block holds."""
    known = {*sheet.codes, *sheet.levels}
    known.update(row for block in sheet.blocks.values() for row in block)
    for row in sheet.read.table.rows:
        for col in sheet.live if row not in known else ():
            if sheet.reader.is_filled(row, col):
                sheet.reader.say("row.outside", row, col, shown(sheet.reader.cell(row, col)))


def _say_typed_totals(sheet: AxisSheet) -> None:
    """Say once of each row where a value stands in place of a total's formula."""
    col = sheet.total_col()
    own = () if col is None else (col,)
    rows = dict.fromkeys(sheet.codes, own)
    rows |= dict.fromkeys(sheet.totals, (*own, *sheet.live, sheet.col("base_total")))
    for row in sorted(rows):
        for col in rows[row]:
            cell = sheet.reader.cell(row, col)
            if cell.formula is None and cell.value is not None:
                sheet.reader.say("total.typed", row, col, shown(cell))
                break


def _say_copied_totals(sheet: AxisSheet) -> None:
    """Say of each row of totals that stands twice: the one among activities, else the lower."""
    twins: dict[tuple[str, str], list[int]] = {}
    for row, place in sheet.levels.items():
        twins.setdefault(place, []).append(row)
    twice = [rows for rows in twins.values() if len(rows) > 1]
    spans = [_span(sheet, action) for action, _ in actions_of(sheet.axis)] if twice else []
    for rows in twice:
        inside = [row for row in rows if any(row in span for span in spans)]
        for row in inside or rows[1:]:
            found = sheet.read.table.text(row, "code")
            sheet.reader.say("row.total", row, sheet.col("code"), found)


def _span(sheet: AxisSheet, action: Action) -> range:
    """Return the rows from the first line of an action to its last, reserve rows included."""
    lines, natures = sheet.read.lines, sheet.read.natures
    rows = [lines[activity.code] for activity in action.activities if activity.code in lines]
    if not rows:
        return range(0)
    others = set(lines.values()) - {*rows} - {row for row in natures if natures[row] == RESERVE}
    bottom = min((row for row in others if row > max(rows)), default=max(natures) + 1)
    reserves = [row for row in natures if max(rows) < row < bottom]
    return range(min(rows), max(rows + reserves) + 1)
