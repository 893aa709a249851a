"""What people chose in `conflits.xlsx`: read, and refused where it cannot be what they meant."""

from __future__ import annotations

import math
import os
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.errors import CannotRunError, OutputRefusedError, WorkbookRefusedError
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
GIVE_IT = "Retirez-le des copies ; vos choix se passent à merge par --decisions."
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
    where what it shows of the one chosen, or of the plan as it is now, is no more what that says,
    or where two rows of one conflict choose differently.
    """
    sheet = next((own for own in open_workbook(path).sheets if own.name == NAME), None)
    header = _header(sheet) if sheet else None
    if sheet is None or header is None:
        raise WrongChoicesError(path, [f"la feuille « {NAME} » ou son en-tête est introuvable"])
    known = {conflict.place: conflict for conflict in conflicts}
    rows = _choices(sheet, *header, known)
    choices = {place: made[0] for place, made in rows.items()}
    counted = {
        place: choice for place, choice in choices.items() if _counts(known[place], known, choices)
    }
    faults = []
    for place, (row, who) in counted.items():
        names = known[place].choices
        if len({choice.who for choice in rows[place]}) > 1:
            faults.append(_contradiction(known[place], rows[place]))
        elif who not in names:
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
    sheet: OpenedSheet, row: int, columns: Mapping[str, int], known: Mapping[Place, Conflict]
) -> dict[Place, list[Choice]]:
    """Return what is chosen in the rows under the header of each that is a conflict still.

    Of several rows those where nothing is chosen are passed over.
    """
    places = {tuple(map(comparable, (*place[0], place[1]))): place for place in known}
    found: dict[Place, list[Choice]] = {}
    for at in sorted({place for place, _ in sheet.cells if place > row}):
        kind, code, field = (_text(sheet, at, columns[key]) for key in KNOWN_BY)
        whole = WHOLE if field == ALL_FIELDS else field
        place = places.get(tuple(map(comparable, (kind, code, whole))))
        if place:
            who = _named(_typed(sheet, at, columns["choice"]), known[place].names)
            found.setdefault(place, []).append(Choice(at, who))
    return {place: [own for own in made if own.who] or made for place, made in found.items()}


def _named(text: str, names: Collection[str]) -> str:
    """Return the name that a text is, however a program spells it; the text where it is none.

    Files may have names that begin with a space, or whose accents stand apart.
    """
    if text in names:
        return text
    alike = [name for name in names if _spelled(name) == _spelled(text)]
    return alike[0] if len(alike) == 1 else text.strip()


def _spelled(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip()


def _contradiction(conflict: Conflict, rows: Sequence[Choice]) -> str:
    """Return what is said of rows of one conflict that choose differently."""
    told = ", ".join(f"« {choice.who} » ligne {choice.row + 1}" for choice in rows)
    key, field = conflict.place
    what = f"{key.kind} {key.code}{f', {field}' if field else ''}"
    return f"{what} : choix contraires ({told}) ; gardez une seule de ces lignes"


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
    said = {side.who: side for side in conflict.sides}
    titles = [(_typed(sheet, row, col), col) for row, col in sheet.cells if row == header]
    columns = {_named(title, said): col for title, col in titles}
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


def refuse_as_copy(path: Path) -> None:
    """Raise where a file that was given as a copy is a workbook of conflicts."""
    sheet = next((own for own in open_workbook(path).sheets if own.name == NAME), None)
    if sheet and _header(sheet):
        raise WorkbookRefusedError(path, "c'est le classeur des conflits, pas une copie", GIVE_IT)


def _header(sheet: OpenedSheet) -> tuple[int, dict[str, int]] | None:
    """Return the row of the header and its columns by key."""
    titles = {CHOICE: "choice"} | {TITLES[key]: key for key in KNOWN_BY}
    rows: dict[int, dict[str, int]] = {}
    for (row, col), cell in sheet.cells.items():
        if key := titles.get(str(cell.value)):
            rows.setdefault(row, {})[key] = col
    return next(((row, found) for row, found in rows.items() if len(found) == len(titles)), None)


def _text(sheet: OpenedSheet, row: int, col: int) -> str:
    return _typed(sheet, row, col).strip()


def _typed(sheet: OpenedSheet, row: int, col: int) -> str:
    cell = sheet.cells.get((row, col))
    return "" if cell is None or cell.value is None else str(cell.value)
