"""Activities of a copy as they are now: amounts, statuses, rows filled, inserted or deleted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.copies.gathering import Gathered
from generator.copies.values import Reader
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
    Axis,
    Decision,
    Plan,
    lookup_key,
)
from generator.reading.codes import find_code_fault
from generator.recovery import Recovered
from generator.recovery.axes import LEVELS, STATUSES, ReadAxis, axis_of
from generator.rules.tokens import parse
from generator.texts import comparable

RESERVE = "reserve"
NEW_TEXTS = ("label", "responsible", "partners")
FIELDS = ("activite", "responsable", "partenaires")


@dataclass(slots=True)
class _Sheet:
    """An axis and its sheet, with what is needed to read a row of it.

    `codes` are those of the rows of lines, `totals` the rows of totals, `labels` what the first
    column shows on rows of texts; `blocks` are the rows of each action, ends included.
    """

    axis: Axis
    read: ReadAxis
    reader: Reader
    words: Words
    years: tuple[int, ...]
    codes: dict[int, str] = field(init=False)
    totals: frozenset[int] = field(init=False)
    labels: frozenset[str] = field(init=False)
    blocks: dict[str, range] = field(init=False)

    def __post_init__(self) -> None:
        """Work out once what every row is compared with."""
        self.codes = {row: code for code, row in self.read.lines.items()}
        self.totals = frozenset(self.read.levels.values())
        self.labels = frozenset(_labels(self.axis, self.words))
        self.blocks = {action.code: _block(self, action.code) for action, _ in _actions(self.axis)}

    def col(self, key: str) -> int:
        """Return the column of a field."""
        return self.read.table.columns[key]

    @property
    def live(self) -> list[int]:
        """Return the columns of the years."""
        return [self.col(f"y{year}") for year in self.years]


def read_activities(gathered: Gathered, recovered: Recovered) -> None:
    """Gather what the axis sheets of a copy say of activities now."""
    plan, words = recovered.source.plan, Words(recovered.language)
    places = _places(plan)
    used = []
    for axis in plan.axes:
        read = axis_of(recovered.axes, lookup_key(axis.code))
        used.append(read)
        sheet = _Sheet(axis, read, Reader(read.table.sheet), words, plan.years)
        _read_sheet(gathered, sheet, places)
        gathered.findings.extend(sheet.reader.findings)
    for read in recovered.axes:
        if not any(read is own for own in used):
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


def _read_sheet(
    gathered: Gathered,
    sheet: _Sheet,
    known: Mapping[str, tuple[Activity, tuple[str, str, str]]],
) -> None:
    _say_merged(sheet)
    _say_typed_totals(sheet)
    lines = sheet.read.lines
    for action, place in _actions(sheet.axis):
        for code in [activity.code for activity in action.activities]:
            if code in lines:
                _read_known(gathered, sheet, *known[code], lines[code])
            else:
                gathered.lose(code, sheet.read.table.sheet.name)
        for row, code in _new_rows(sheet, action.code):
            _read_new(gathered, sheet, place, row, code)
    _say_outside(sheet)


def _actions(axis: Axis) -> Iterator[tuple[Action, tuple[str, str, str]]]:
    for objective in axis.objectives:
        for action in objective.actions:
            yield action, (axis.code, objective.code, action.code)


def _read_known(
    gathered: Gathered,
    sheet: _Sheet,
    activity: Activity,
    place: tuple[str, str, str],
    row: int,
) -> None:
    """Gather what a row of the base says now: its amounts, its status and reason."""
    total, years = _amounts(sheet, row, is_pm=activity.total is PM)
    now = activity._replace(total=PM if total == PM_WORD else 0, years=years)
    key = Key(Kind.ACTIVITY, activity.code)
    gathered.put(key, activity_record(now, place, sheet.years))
    _keep_places(gathered, sheet, key, row)
    _read_decision(gathered, sheet, activity.code, row)


def _amounts(sheet: _Sheet, row: int, *, is_pm: bool) -> tuple[Value | None, tuple[Amount, ...]]:
    """Return `PM` or None, and the amounts of a row by year."""
    found = [sheet.reader.amount(row, col) for col in sheet.live]
    blank = all(amount is None or amount is PM for amount in found)
    if PM in found and not blank:
        sheet.reader.say("amount.pm", row, sheet.live[found.index(PM)], PM_WORD)
    years = tuple(amount if isinstance(amount, int) else None for amount in found)
    return (PM_WORD if blank and (is_pm or PM in found) else None), years


def _read_decision(gathered: Gathered, sheet: _Sheet, code: str, row: int) -> None:
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


def _keep_places(gathered: Gathered, sheet: _Sheet, key: Key, row: int) -> None:
    gathered.places[key, WHOLE] = sheet.reader.place(row, sheet.col("code"))
    for year, col in zip(sheet.years, sheet.live, strict=True):
        gathered.places[key, str(year)] = sheet.reader.place(row, col)
    gathered.places[key, TOTAL] = sheet.reader.place(row, sheet.live[0])


def _new_rows(sheet: _Sheet, action: str) -> Iterator[tuple[int, str]]:
    """Yield the rows of an action that the base does not know and that say something.

    The code is the one that the row proposes; "" where it has none.
    """
    read, reader = sheet.read, sheet.reader
    inputs = [*(sheet.col(key) for key in NEW_TEXTS), *sheet.live]
    for row in sheet.blocks[action]:
        nature = read.natures.get(row)
        if nature == RESERVE:
            if any(reader.is_filled(row, col) for col in inputs):
                shown = reader.cell(row, sheet.col("code"))
                typed = shown.formula is None and isinstance(shown.value, str) and shown.value
                yield row, str(shown.value).strip() if typed else sheet.codes.get(row, "")
        elif row not in sheet.codes and _is_inserted(sheet, row):
            yield row, reader.text(row, sheet.col("code")).strip()


def _block(sheet: _Sheet, action: str) -> range:
    """Return the rows that the total of an action adds up.

    Where its formula is gone, those down to the next level.
    """
    row = sheet.read.levels.get(("action", lookup_key(action)))
    if row is None:
        return range(0)
    for col in sheet.live:
        references = parse(sheet.reader.cell(row, col).formula or "").references
        if len(references) == 1 and not references[0].sheet:
            return range(references[0].area[0], references[0].area[2] + 1)
    return range(row + 1, min((at for at in sheet.totals if at > row), default=row + 1))


def _is_inserted(sheet: _Sheet, row: int) -> bool:
    """Tell whether a row inside a block is none of the model's, and says something."""
    reader, table = sheet.reader, sheet.read.table
    label = comparable(table.text(row, "code"))
    if label in sheet.labels or row in sheet.totals:
        return False
    return any(
        reader.is_filled(row, col) for col in [*(sheet.col(key) for key in NEW_TEXTS), *sheet.live]
    )


def _labels(axis: Axis, words: Words) -> set[str]:
    """Return what the first column shows on the rows of texts between the totals."""
    found = set()
    for objective in axis.objectives:
        for key in ("objective", "effect", "indicator"):
            found.add(comparable(words(f"axis.{key}", code=objective.code)))
        for action in objective.actions:
            for key in ("product", "indicator"):
                found.add(comparable(words(f"axis.{key}", code=action.code)))
    return found


def _read_new(
    gathered: Gathered, sheet: _Sheet, place: tuple[str, str, str], row: int, code: str
) -> None:
    """Gather an activity that the base does not have."""
    reader = sheet.reader
    if sheet.read.table.text(row, "nature") in {sheet.words(f"level.{k}") for k in LEVELS}:
        reader.say("row.total", row, sheet.col("code"), code)
        return
    label, responsible, partners = (reader.text(row, sheet.col(key)) for key in NEW_TEXTS)
    total, years = _amounts(sheet, row, is_pm=False)
    if not code:
        reader.say("activity.uncoded", row, sheet.col("code"), label)
        return
    if not label:
        reader.say("activity.unnamed", row, sheet.col("label"))
    if fault := find_code_fault(code):
        reader.say_problem(fault[0], row, sheet.col("code"), code, fault[1])
    key = Key(Kind.ACTIVITY, code)
    if key in gathered.revised:
        reader.say("code.twice", row, sheet.col("code"), code)
        return
    new = Activity(code, label, responsible, partners, PM if total else 0, years)
    gathered.put(key, activity_record(new, place, sheet.years))
    _keep_places(gathered, sheet, key, row)
    for name, column in zip(FIELDS, NEW_TEXTS, strict=True):
        gathered.places[key, name] = reader.place(row, sheet.col(column))
    reader.say("activity.new", row, sheet.col("code"), f"{code} {label}")
    _read_decision(gathered, sheet, code, row)


def _say_outside(sheet: _Sheet) -> None:
    """Say of each typed amount under the header that no block holds."""
    read = sheet.read
    known = {*sheet.codes, *sheet.totals}
    known.update(row for block in sheet.blocks.values() for row in block)
    for row in read.table.rows:
        if row not in known:
            for col in sheet.live:
                cell = sheet.reader.cell(row, col)
                if cell.formula is None and isinstance(cell.value, int | float):
                    sheet.reader.say("row.outside", row, col, str(cell.value))


def _say_typed_totals(sheet: _Sheet) -> None:
    """Say once of each row of totals where a value stands in place of a formula."""
    for row in sorted(sheet.totals):
        for col in (*sheet.live, sheet.col("base_total")):
            cell = sheet.reader.cell(row, col)
            if cell.formula is None and cell.value is not None:
                sheet.reader.say("total.typed", row, col, str(cell.value))
                break


def _say_merged(sheet: _Sheet) -> None:
    """Say of each merged area that covers two inputs or more."""
    for top, left, bottom, right in sheet.read.table.sheet.merged:
        rows = [row for row in sheet.codes if top <= row <= bottom]
        cols = [col for col in sheet.live if left <= col <= right]
        if len(rows) * len(cols) > 1:
            sheet.reader.say("amount.merged", top, left)
