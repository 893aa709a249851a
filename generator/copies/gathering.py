"""What is gathered of a copy while it is read: its facts now, where they stand, what to say.

And the axis sheets that most of it is gathered from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.copies.parted import parted_rows
from generator.copies.said import say
from generator.copies.values import Reader
from generator.errors import CellFinding
from generator.labels import Words
from generator.merging.facts import Key, Record, Value
from generator.plan import Action, Activity, Axis, lookup_key
from generator.reading.codes import alike_key, find_activity_fault
from generator.recovery.axes import LEVELS, ReadAxis
from generator.recovery.places import RESERVE
from generator.rules.tokens import parse
from generator.texts import Fault, comparable


class KnownActivity(NamedTuple):
    """An activity of the base: the levels that it stands under, and the sheet."""

    activity: Activity
    place: tuple[str, str, str]
    sheet: str

    @property
    def home(self) -> str:
        """Return where its row belongs, as an officer reads it."""
        return f"{self.sheet}, action {self.place[-1]}"


@dataclass(slots=True)
class Gathered:
    """The facts of a copy as it is now, the cell of each, and the findings so far.

    `gone` are the codes of the activities whose row was deleted, `retyped` those that were typed
    again on another row; `filled` maps the code that each
    reserve row proposed to the one that its new activity has, "" where it has none. `corrected`
    maps the key of a funding to the one that its row had in the base, where that is another one.
    """

    revised: dict[Key, Record] = field(default_factory=dict)
    places: dict[tuple[Key, str], str] = field(default_factory=dict)
    findings: list[CellFinding] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    retyped: list[str] = field(default_factory=list)
    filled: dict[str, str] = field(default_factory=dict)
    corrected: dict[Key, Key] = field(default_factory=dict)

    def put(self, key: Key, record: Mapping[str, Value | None]) -> None:
        """Keep a record's fields that are not blank; a record without any is none."""
        kept = {name: value for name, value in record.items() if value is not None and value != ""}
        if kept:
            self.revised[key] = kept

    def say(self, kind: str, sheet: str, cell: str = "", found: str = "") -> None:
        """Keep what is worth saying of the copy."""
        self.findings.append(say(kind, sheet, cell, found))

    def lose(self, code: str, sheet: str) -> None:
        """Note an activity whose row was deleted."""
        self.gone.append(code)
        self.say("activity.gone", sheet, "", code)


@dataclass(slots=True)
class AxisSheet:
    """An axis and its sheet, with what is needed to read a row of it.

    `codes` are those of the rows of lines, `totals` the rows of totals, `labels` what the first
    column shows on rows of texts; `levels` are the level and the key of each row that says to be a
    total; `blocks` are the rows of each action, ends included; `parted` are the rows that show the
    codes of each other. `standing` is where each code stands
    on all the sheets together, `keyed` where each key does, `alike` each code by what
    spreadsheets compare, `added` the code of each row that the base does not have.
    """

    axis: Axis
    read: ReadAxis
    reader: Reader
    words: Words
    years: tuple[int, ...]
    standing: dict[str, str]
    keyed: Mapping[str, str]
    alike: dict[str, str]
    added: dict[int, str] = field(init=False, default_factory=dict)
    codes: dict[int, str] = field(init=False)
    totals: frozenset[int] = field(init=False)
    labels: frozenset[str] = field(init=False)
    levels: dict[int, tuple[str, str]] = field(init=False)
    blocks: dict[str, range] = field(init=False)
    parted: dict[int, str] = field(init=False)

    def __post_init__(self) -> None:
        """Work out once what every row is compared with."""
        self.codes = {row: code for code, row in self.read.lines.items()}
        self.totals = frozenset(self.read.levels.values())
        self.labels = frozenset(_labels(self.axis, self.words))
        self.levels = self._levels()
        self.parted = parted_rows(self.read)
        self.blocks = {action.code: _block(self, action) for action, _ in actions_of(self.axis)}

    def col(self, key: str) -> int:
        """Return the column of a field."""
        return self.read.table.columns[key]

    @property
    def live(self) -> list[int]:
        """Return the columns of the years."""
        return [self.col(f"y{year}") for year in self.years]

    def take(self, code: str, place: str) -> None:
        """Note where a new code stands."""
        self.standing[code] = place
        self.alike.setdefault(alike_key(code), code)

    def find_code_fault(self, code: str, own: str = "") -> Fault | None:
        """Return why a text cannot be an activity's code here; `own` is the one that it had."""
        if fault := find_activity_fault(code):
            return fault
        other = self.alike.get(alike_key(code), code)
        if other in {code, own}:
            return None
        place = self.standing.get(other, "la base")
        return "code.alike", {"level": "code d'activité", "other": other, "place": place}

    def _levels(self) -> dict[int, tuple[str, str]]:
        """Return the level and the key of each row that says to be a total."""
        table, natures = self.read.table, {self.words(f"level.{own}"): own for own in LEVELS}
        return {
            row: (natures[nature], table.text(row, "key"))
            for row in table.rows
            if (nature := table.text(row, "nature")) in natures
        }

    def total_col(self) -> int | None:
        """Return the column of the totals of rows, which are formulas."""
        title, table = comparable(self.words("axis.total_cost")), self.read.table
        for (row, col), cell in table.sheet.cells.items():
            if row == table.header and comparable(str(cell.value)) == title:
                return col
        return None


def actions_of(axis: Axis) -> Iterator[tuple[Action, tuple[str, str, str]]]:
    """Yield the actions of an axis, and the codes of the levels that each is under."""
    for objective in axis.objectives:
        for action in objective.actions:
            yield action, (axis.code, objective.code, action.code)


def _block(sheet: AxisSheet, action: Action) -> range:
    """Return the rows that the total of an action adds up.

    Where its formula is gone, those down to the next level; where its row is, those of its lines.
    """
    row = sheet.read.levels.get(("action", lookup_key(action.code)))
    if row is None:
        return span_of(sheet.read, action)
    for col in sheet.live:
        references = parse(sheet.reader.cell(row, col).formula or "").references
        if len(references) == 1 and not references[0].sheet:
            return range(references[0].area[0], references[0].area[2] + 1)
    return range(row + 1, min((at for at in sheet.totals if at > row), default=row + 1))


def span_of(read: ReadAxis, action: Action) -> range:
    """Return the rows from the first line of an action to its last, reserve rows included."""
    lines, natures = read.lines, read.natures
    rows = [lines[activity.code] for activity in action.activities if activity.code in lines]
    if not rows:
        return range(0)
    others = set(lines.values()) - {*rows} - {row for row in natures if natures[row] == RESERVE}
    bottom = min((row for row in others if row > max(rows)), default=max(natures) + 1)
    reserves = [row for row in natures if max(rows) < row < bottom]
    return range(min(rows), max(rows + reserves) + 1)


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
