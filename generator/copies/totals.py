"""Totals of a copy's axis sheets: formulas typed over, rows copied, amounts that none adds up."""

from __future__ import annotations

from generator.copies.gathering import AxisSheet, Gathered, actions_of, span_of
from generator.copies.said import say
from generator.copies.values import shown
from generator.merging.facts import PM_WORD, TOTAL, Key, Kind
from generator.plan import lookup_key
from generator.recovery.axes import LEVELS
from generator.recovery.marks import LEVEL_LABELS
from generator.texts import show_number


def say_typed_totals(gathered: Gathered, sheet: AxisSheet) -> None:
    """Say once of each row where a value stands in place of a total's formula, and its worth."""
    col = sheet.total_col()
    own = () if col is None else (col,)
    rows = dict.fromkeys(sheet.codes, own)
    rows |= dict.fromkeys(sheet.totals, (*own, *sheet.live, sheet.col("base_total")))
    codes = {row: place for place, row in sheet.read.levels.items()}
    for row in sorted(rows):
        for at in rows[row]:
            cell = sheet.reader.cell(row, at)
            if cell.formula is None:
                inside = _activities(sheet, codes[row]) if row in codes else [sheet.codes[row]]
                worth = show_number(sum(_worth(gathered, sheet, code, at) for code in inside))
                if row not in codes and _is_pm(gathered, sheet.codes[row]):
                    worth = PM_WORD
                sheet.reader.say("total.typed", row, at, shown(cell) or "vide", worth)
                break


def _activities(sheet: AxisSheet, place: tuple[str, str]) -> list[str]:
    """Return the codes of the activities under a level; new ones are those of their block."""
    level, key = place
    rank = LEVELS.index(level)
    found = []
    for action, codes in actions_of(sheet.axis):
        if lookup_key(codes[rank]) == key:
            found += [activity.code for activity in action.activities]
            block = sheet.blocks[action.code]
            found += [code for row, code in sheet.added.items() if row in block]
    return found


def _is_pm(gathered: Gathered, code: str) -> bool:
    """Tell whether an activity has no cost, which its row says by a word."""
    return gathered.revised.get(Key(Kind.ACTIVITY, code), {}).get(TOTAL) == PM_WORD


def _worth(gathered: Gathered, sheet: AxisSheet, code: str, col: int) -> int:
    """Return what an activity has in a column of totals: in a year, in all, or in the base."""
    record = gathered.revised.get(Key(Kind.ACTIVITY, code), {})
    amounts = {
        at: amount
        for at, year in zip(sheet.live, sheet.years, strict=True)
        if isinstance(amount := record.get(str(year)), int)
    }
    if col == sheet.col("base_total"):
        row = sheet.read.lines.get(code)
        return 0 if row is None else sheet.read.table.amount(row, "base_total") or 0
    return amounts.get(col, 0) if col in sheet.live else sum(amounts.values())


def say_lost_totals(sheet: AxisSheet) -> None:
    """Say of the axis and of each level in it that its row of totals was deleted.

    Not of one whose activities left the copy with it.
    """
    levels = []
    for objective in sheet.axis.objectives:
        levels.append(("objectif", objective.code))
        levels += [("action", action.code) for action in objective.actions]
    for level, code in (*levels, ("axe", sheet.axis.code)):
        place = level, lookup_key(code)
        is_left = any(own in sheet.standing for own in _activities(sheet, place))
        if place not in sheet.read.levels and is_left:
            label = sheet.words(LEVEL_LABELS[level], code=code)
            sheet.reader.findings.append(say("total.gone", sheet.axis.sheet, "", label))


def say_copied_totals(sheet: AxisSheet) -> None:
    """Say of each row of totals that stands twice: the one among activities, else the lower."""
    twins: dict[tuple[str, str], list[int]] = {}
    for row, place in sheet.levels.items():
        twins.setdefault(place, []).append(row)
    twice = [rows for rows in twins.values() if len(rows) > 1]
    spans = [span_of(sheet.read, action) for action, _ in actions_of(sheet.axis)] if twice else []
    for rows in twice:
        inside = [row for row in rows if any(row in span for span in spans)]
        for row in inside or rows[1:]:
            found = sheet.read.table.text(row, "code")
            sheet.reader.say("row.total", row, sheet.col("code"), found)


def say_outside(sheet: AxisSheet) -> None:
    """Say of each amount typed under the header that no block holds."""
    known = {*sheet.codes, *sheet.levels}
    known.update(row for block in sheet.blocks.values() for row in block)
    for row in sheet.read.table.rows:
        for col in sheet.live if row not in known else ():
            if sheet.reader.is_filled(row, col):
                sheet.reader.say("row.outside", row, col, shown(sheet.reader.cell(row, col)))
