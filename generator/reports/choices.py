"""What people chose in `conflits.xlsx`: read, and refused where it cannot be what they meant."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.errors import CannotRunError, OutputRefusedError
from generator.merging.facts import KEPT_DIGITS, Key
from generator.merging.threeway import CURRENT, WHOLE, Conflict, Decisions
from generator.model.addresses import cell_name
from generator.reader import open_workbook
from generator.reader.opened import OpenedSheet
from generator.reports.conflicts import ALL_FIELDS, CHOICE, NAME, TITLES, side_cell
from generator.reports.shown import clash_text, shown
from generator.texts import comparable

KNOWN_BY = "kind", "code", "field"
"""By which titles the sheet is known, beside that of the choices."""

CHOSEN = "des choix y sont faits ; passez-le par --decisions, ou donnez un autre nom (--conflits)"
SEE_AGAIN = "relancez sans --decisions, et choisissez à nouveau"

Place = tuple[Key, str]
"""What a choice is of: the record and the field."""


class Choice(NamedTuple):
    """What was chosen in a row of the sheet, counted from 0; "" where nothing was."""

    row: int
    who: str


class WrongChoicesError(CannotRunError):
    """The file of decisions cannot be used: what is wrong, row by row."""

    def __init__(self, path: Path, faults: Sequence[str]) -> None:
        super().__init__(f"{path} : décisions à corriger.\n" + "\n".join(f"- {f}" for f in faults))


def read_choices(path: Path, conflicts: Sequence[Conflict]) -> Decisions:
    """Return who was chosen in each conflict of the file that still is one.

    One that hangs on a choice over the whole record is passed over unless that choice was made.
    Raises `WrongChoicesError` where a row chooses nobody, or somebody who says nothing of it, or
    where what it shows of the one chosen, or of the plan as it is now, is no more what that says.
    """
    sheet = next((own for own in open_workbook(path).sheets if own.name == NAME), None)
    header = _header(sheet) if sheet else None
    if sheet is None or header is None:
        raise WrongChoicesError(path, [f"la feuille « {NAME} » ou son en-tête est introuvable"])
    choices = _choices(sheet, *header, conflicts)
    known = {(conflict.key, conflict.field): conflict for conflict in conflicts}
    counted = {
        place: choice for place, choice in choices.items() if _counts(known[place], known, choices)
    }
    faults = []
    for place, (row, who) in counted.items():
        names = known[place].choices
        if who not in names:
            told = f"« {who} »" if who else "rien"
            what = f"{place[0].kind} {place[0].code} : {told} choisi"
            why = f" ({clash_text(known[place])})" if who in known[place].names else ""
            faults.append(f"ligne {row + 1}, {what} ; attendu : {', '.join(names)}{why}")
        else:
            faults.extend(_changed_since(sheet, header[0], known[place], counted[place]))
    if faults:
        raise WrongChoicesError(path, faults)
    return {place: choice.who for place, choice in counted.items()}


def _choices(
    sheet: OpenedSheet, row: int, columns: Mapping[str, int], conflicts: Sequence[Conflict]
) -> dict[Place, Choice]:
    """Return what stands in each row under the header that is a conflict still."""
    known = {
        (str(own.key.kind), comparable(own.key.code), own.field): (own.key, own.field)
        for own in conflicts
    }
    found = {}
    for at in sorted({place for place, _ in sheet.cells if place > row}):
        kind, code, field, who = (
            _text(sheet, at, columns[key]) for key in ("kind", "code", "field", "choice")
        )
        place = known.get((kind, comparable(code), WHOLE if field == ALL_FIELDS else field))
        if place:
            found[place] = Choice(at, who)
    return found


def _counts(
    conflict: Conflict, known: Mapping[Place, Conflict], choices: Mapping[Place, Choice]
) -> bool:
    """Tell whether the choice that a conflict hangs on, if any, was made."""
    if conflict.when is None:
        return True
    above = conflict.when.key, WHOLE
    made = choices.get(above)
    return (
        made is not None and made.who in conflict.when.who and _counts(known[above], known, choices)
    )


def _changed_since(
    sheet: OpenedSheet, header: int, conflict: Conflict, choice: Choice
) -> Iterator[str]:
    """Yield what a row shows, of who decides in it, that they do not say now.

    Who chose has seen what the row shows, and nothing else.
    """
    columns = {_text(sheet, row, col): col for row, col in sheet.cells if row == header}
    said = {side.who: side for side in conflict.sides}
    seen = {CURRENT: None, choice.who: None, **{who: None for _, who in said[choice.who].codes}}
    key, field = conflict.key, conflict.field
    what = f"ligne {choice.row + 1}, {key.kind} {key.code}{f', {field}' if field else ''}"
    for who in seen:
        now = side_cell(conflict, said[who]).content if who in said else None
        at = choice.row, columns.get(who, -1)
        cell = sheet.cells.get(at)
        before = None if cell is None else cell.value
        if not _is_as_shown(before, now):
            place = f"{NAME}!{cell_name(*at)}" if who in columns else "colonne introuvable"
            told = f"« {who} » : {_told(before)} montré ({place}), {_told(now)} aujourd'hui"
            yield f"{what}, {told} ; {SEE_AGAIN}"


def _is_as_shown(cell: object, value: object) -> bool:
    """Tell whether a cell still shows a value, whichever program has saved it since."""
    if isinstance(cell, int | float) and isinstance(value, int | float):
        return math.isclose(cell, value, rel_tol=KEPT_DIGITS)
    one, other = ("" if own is None else comparable(str(own)) for own in (cell, value))
    return one == other


def _told(value: object) -> str:
    """Return in whole what is shown, so that nobody has to guess what has changed in it."""
    if value is None or isinstance(value, int | float):
        return shown(value)
    return f"« {comparable(str(value))} »"


def refuse_choices(path: Path) -> None:
    """Raise where a file stands there that people have chosen in, or that is none of ours."""
    if not os.path.lexists(path):
        return
    sheet = next((own for own in open_workbook(path).sheets if own.name == NAME), None)
    header = _header(sheet) if sheet else None
    if sheet is None or header is None:
        raise OutputRefusedError(path, "ce n'est pas un classeur de conflits ; voyez --conflits")
    row, columns = header
    if any(_text(sheet, at, columns["choice"]) for at, _ in sheet.cells if at > row):
        raise OutputRefusedError(path, CHOSEN)


def _header(sheet: OpenedSheet) -> tuple[int, dict[str, int]] | None:
    """Return the row of the header and its columns by key."""
    titles = {CHOICE: "choice"} | {TITLES[key]: key for key in KNOWN_BY}
    rows: dict[int, dict[str, int]] = {}
    for (row, col), cell in sheet.cells.items():
        if key := titles.get(str(cell.value)):
            rows.setdefault(row, {})[key] = col
    return next(((row, found) for row, found in rows.items() if len(found) == len(titles)), None)


def _text(sheet: OpenedSheet, row: int, col: int) -> str:
    cell = sheet.cells.get((row, col))
    return "" if cell is None or cell.value is None else str(cell.value).strip()
