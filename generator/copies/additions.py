"""Activities that the base of a copy does not have: reserve rows filled, rows inserted."""

from __future__ import annotations

from collections.abc import Container, Iterator

from generator.copies.gathering import AxisSheet, Gathered, KnownActivity
from generator.copies.lines import (
    TEXT_COLUMNS,
    TEXT_FIELDS,
    keep_places,
    read_amounts,
    read_decision,
)
from generator.copies.values import as_text
from generator.merging.facts import Key, Kind, activity_record
from generator.plan import PM, Activity
from generator.recovery.places import ACTIVITY, RESERVE
from generator.texts import comparable, tidy_spaces


def new_rows(sheet: AxisSheet, action: str, known: Container[str]) -> Iterator[tuple[int, str]]:
    """Yield the rows of an action that the base does not know and that say something.

    The code is the one that the row proposes, as it was typed; "" where it has none.
    """
    read, reader = sheet.read, sheet.reader
    inputs = [*(sheet.col(key) for key in (*TEXT_COLUMNS, "status", "reason")), *sheet.live]
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
    cols = [*(sheet.col(key) for key in TEXT_COLUMNS), *sheet.live]
    return any(reader.is_filled(row, col) for col in cols)


def read_new(
    gathered: Gathered,
    sheet: AxisSheet,
    known: KnownActivity | None,
    place: tuple[str, str, str],
    found: tuple[int, str],
) -> None:
    """Gather a row and its code as typed, which the base does not have on that row.

    `known` is the activity of the base that has this code: typed again, where its own row is gone.
    """
    row, typed = found
    if row in sheet.parted:
        return
    reader, code = sheet.reader, tidy_spaces(typed)
    col = sheet.col("code")
    if not code:
        reader.say("activity.uncoded", row, col, reader.text(row, sheet.col("label")))
        return
    if code != typed:
        reader.say("code.tidied", row, col, typed)
    if not reader.is_filled(row, sheet.col("label")):
        reader.say("activity.unnamed", row, sheet.col("label"))
    if code in sheet.standing:
        reader.say("code.twice", row, col, f"{code}, {sheet.standing[code]}")
        return
    fault = None if known else sheet.find_code_fault(code)
    sheet.take(code, reader.place(row, col))
    sheet.added[row] = code
    if row in sheet.codes and not known:
        gathered.filled[sheet.codes[row]] = code
    if known:
        gathered.retyped.append(code)
        reader.say("activity.retyped", row, col, code)
        if place != known.place:
            reader.say("row.moved", row, col, code, known.home)
    elif fault:
        reader.say_problem(fault[0], row, col, code, fault[1])
    _put(gathered, sheet, code, known.place if known else place, row)


def _put(
    gathered: Gathered, sheet: AxisSheet, code: str, place: tuple[str, str, str], row: int
) -> None:
    """Keep what a row says as an activity, and where."""
    reader, key = sheet.reader, Key(Kind.ACTIVITY, code)
    label, responsible, partners = (reader.text(row, sheet.col(name)) for name in TEXT_COLUMNS)
    total, years = read_amounts(sheet, row, is_pm=False)
    new = Activity(code, label, responsible, partners, PM if total else 0, years)
    gathered.put(key, activity_record(new, place, sheet.years))
    keep_places(gathered, sheet, key, row)
    for name, column in zip(TEXT_FIELDS, TEXT_COLUMNS, strict=True):
        gathered.places[key, name] = reader.place(row, sheet.col(column))
    if code not in gathered.retyped:
        reader.say("activity.new", row, sheet.col("code"), f"{code} {label}".strip())
        _say_copied(sheet, code, row)
    read_decision(gathered, sheet, code, row)


def _say_copied(sheet: AxisSheet, code: str, row: int) -> None:
    """Tell a new activity's row that still has the marks of the one that it was copied from."""
    source = sheet.read.table.text(row, "key")
    if sheet.read.natures.get(row) == ACTIVITY and source in sheet.standing and source != code:
        found = f"{code}, copie de {source}, {sheet.standing[source]}"
        sheet.reader.say("row.copied", row, sheet.col("code"), found)
