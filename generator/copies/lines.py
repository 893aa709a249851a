"""A row of an activity in a copy: its amounts, its status and reason, where each stands."""

from __future__ import annotations

from collections.abc import Sequence

from generator.copies.gathering import AxisSheet, Gathered
from generator.merging.facts import PM_WORD, TOTAL, Key, Kind, Value, decision_record
from generator.merging.threeway import WHOLE
from generator.plan import PM, Amount, Decision
from generator.recovery.axes import STATUSES
from generator.texts import comparable

TEXT_COLUMNS = ("label", "responsible", "partners")
TEXT_FIELDS = ("activite", "responsable", "partenaires")
"""The texts of an activity: their columns, and their fields."""


def read_amounts(
    sheet: AxisSheet, row: int, base: Sequence[Amount] = (), *, is_pm: bool
) -> tuple[Value | None, tuple[Amount, ...]]:
    """Return `PM` or None, and the amounts of a row by year; `base` are those it was made with."""
    made = base or [None] * len(sheet.live)
    found = [sheet.reader.amount(row, *cell) for cell in zip(sheet.live, made, strict=True)]
    blank = all(amount is None or amount is PM for amount in found)
    if PM in found and not blank:
        sheet.reader.say("amount.pm", row, sheet.live[found.index(PM)], PM_WORD)
    years = tuple(amount if isinstance(amount, int) else None for amount in found)
    return (PM_WORD if blank and (is_pm or PM in found) else None), years


def read_decision(gathered: Gathered, sheet: AxisSheet, code: str, row: int) -> None:
    """Gather the status and the reason of a row; a word of no list is told."""
    key, col = Key(Kind.DECISION, code), sheet.col("status")
    shown, reason = sheet.reader.text(row, col), sheet.reader.text(row, sheet.col("reason"))
    known = {
        comparable(sheet.words(f"word.{key}")).casefold(): said for key, said in STATUSES.items()
    }
    status = known.get(comparable(shown).casefold(), "")
    if shown and not status:
        sheet.reader.say("status.unknown", row, col, shown)
        gathered.places[key, "statut"] = sheet.reader.place(row, col)
    gathered.put(key, decision_record(Decision(status, reason)))
    gathered.places[key, WHOLE] = sheet.reader.place(row, col)
    gathered.places[key, "motif"] = sheet.reader.place(row, sheet.col("reason"))


def keep_places(gathered: Gathered, sheet: AxisSheet, key: Key, row: int) -> None:
    """Keep the cell of each amount and text of a row, and that of its code."""
    gathered.places[key, WHOLE] = sheet.reader.place(row, sheet.col("code"))
    for year, col in zip(sheet.years, sheet.live, strict=True):
        gathered.places[key, str(year)] = sheet.reader.place(row, col)
    for field, column in zip(TEXT_FIELDS, TEXT_COLUMNS, strict=True):
        gathered.places[key, field] = sheet.reader.place(row, sheet.col(column))
    gathered.places[key, TOTAL] = sheet.reader.place(row, sheet.live[0])
