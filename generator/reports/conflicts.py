"""`conflits.xlsx`: a row for each conflict, what each side says, and a cell to choose in."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.errors import CannotRunError, OutputRefusedError
from generator.merging.facts import KEPT_DIGITS, Facts, Key, Kind, Value
from generator.merging.threeway import CURRENT, KEEP_ALL, WHOLE, Conflict, Decisions, Side
from generator.model.addresses import cell_name
from generator.model.compute import compute
from generator.model.formula import Ref
from generator.model.grid import Block, Book, Cell, Column, Page, Sheet, Validation
from generator.reader import open_workbook
from generator.reader.opened import OpenedSheet
from generator.reports.changes import BLANK, YEAR, clash_text, shown, shown_field, side_text
from generator.texts import comparable
from generator.writer import render
from generator.writer.heights import text_height

NAME, HEADER = "Conflits", "header"
TITLES = {
    "kind": "Objet",
    "code": "Code",
    "label": "Activité",
    "field": "Champ",
    "clash": "Conflit",
    "where": "Où",
    "base": "Valeur de départ",
}
KNOWN_BY = "kind", "code", "field"
"""By which titles the sheet is known, beside that of the choices."""

CHOICE = "Choix"
CHOSEN = "des choix y sont faits ; passez-le par --decisions, ou donnez un autre nom (--conflits)"
ALL_FIELDS = "(toute la ligne)"
NOTE = (
    "Pour chaque ligne, choisissez dans la dernière colonne qui a raison, enregistrez, puis : "
    "generator merge COPIES --decisions conflits.xlsx --apply"
)
HANGING = (
    "« à choisir seulement si » : ne compte que si ce choix est fait ; sinon, laissez vide. "
    f"« {KEEP_ALL} » : chaque activité nouvelle est gardée, sous le code dit dans la colonne."
)
PROMPT = (
    "Choisissez dans la liste qui a raison : la matrice actuelle, une ou des copies, "
    f"ou « {KEEP_ALL} » là où cette colonne dit quels codes."
)
SEE_AGAIN = "relancez sans --decisions, et choisissez à nouveau"
WIDTH, WIDE = 26, {"label", "clash", "where", "base"}
BLANK_CELL = Cell(None, "text.row.indent")

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


def conflicts_workbook(conflicts: Sequence[Conflict], current: Facts) -> bytes:
    """Return the workbook of the conflicts; `current` is the plan as it is now, for its labels."""
    sides = _sides(conflicts)
    columns = (
        Column("num", 6),
        *[Column(key, WIDTH if key in WIDE else 14) for key in TITLES],
        *[Column(key, WIDTH) for key in sides],
        Column("choice", WIDTH),
    )
    page = Page("A3", Block("title", "num", "end", "choice"), repeat_rows=(HEADER, HEADER))
    sheet = Sheet(NAME, columns, page, frozen=("1", "field"))
    sheet.add("title", {"num": Cell(NAME, "line.title")}, 24)
    sheet.add("note", {"num": Cell(NOTE, "line.note")})
    if any(conflict.when or KEEP_ALL in _names(conflict) for conflict in conflicts):
        sheet.add("hanging", {"num": Cell(HANGING, "line.note")})
    titles = {"num": "N°", **TITLES, "choice": CHOICE} | sides
    heights = [text_height(who, "text.header", WIDTH) for who in sides.values()]
    header = {key: Cell(title, "text.header") for key, title in titles.items()}
    sheet.add(HEADER, header, max(30, *heights))
    for rank, conflict in enumerate(conflicts, start=1):
        sheet.add(str(rank), _row(rank, conflict, sides, current))
    sheet.add("end", height=4)
    block = (Block("1", "choice", str(len(conflicts)), "choice"),)
    first, last = (Ref(key, HEADER, fixed=True) for key in (next(iter(sides)), [*sides][-1]))
    error = "Choisissez un nom de la liste."
    sheet.validations.append(
        Validation(block, "list", CHOICE, PROMPT, error, choices=(first, last))
    )
    return render(compute(Book([sheet], {}, {"title": NAME}, {})))


def _sides(conflicts: Sequence[Conflict]) -> dict[str, str]:
    """Return by column what may be chosen: the plan as it is now first, to keep all last."""
    names = {who for conflict in conflicts for who in _names(conflict)}
    ordered = [CURRENT, *sorted(names - {CURRENT, KEEP_ALL}), *(names & {KEEP_ALL})]
    return {f"side:{rank}": who for rank, who in enumerate(ordered)}


def _names(conflict: Conflict) -> list[str]:
    """Return who may be chosen in a conflict."""
    return [side.who for side in conflict.sides]


def _row(
    rank: int, conflict: Conflict, sides: Mapping[str, str], current: Facts
) -> dict[str, Cell]:
    activity = current.get(Key(Kind.ACTIVITY, conflict.key.code), {})
    said = {side.who: side for side in conflict.sides}
    cells = {
        "num": Cell(rank, "count.row"),
        "kind": Cell(str(conflict.key.kind), "text.row.indent"),
        "code": Cell(conflict.key.code, "code.row"),
        "label": Cell(activity.get("activite"), "text.row.indent"),
        "field": Cell(conflict.field or ALL_FIELDS, "text.row.indent"),
        "clash": Cell(clash_text(conflict), "text.row.indent"),
        "where": Cell(_places(conflict) or None, "text.row.indent"),
        "base": Cell(None, "text.row.indent")
        if conflict.is_of_records
        else _value_cell(conflict, conflict.base),
        "choice": Cell(None, "text.input"),
    }
    for key, who in sides.items():
        cells[key] = _side_cell(conflict, said[who]) if who in said else BLANK_CELL
    return cells


def _places(conflict: Conflict) -> str:
    """Return in which cell each copy says what it says, a line for each."""
    return "\n".join(f"{side.who} : {side.place}" for side in conflict.sides if side.place)


def _side_cell(conflict: Conflict, side: Side) -> Cell:
    if conflict.is_of_records:
        return Cell(side_text(conflict, side), "text.row.indent")
    return _value_cell(conflict, side.value)


def _value_cell(conflict: Conflict, value: Value | None) -> Cell:
    if isinstance(value, int) and shown_field(conflict.key, conflict.field) == YEAR:
        return Cell(str(value), "text.row.indent")
    if isinstance(value, int):
        return Cell(value, "money.row")
    if value is None:
        return Cell(BLANK, "text.row.faint")
    return Cell(value, "number.row" if isinstance(value, float) else "text.row.indent")


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
        names = _names(known[place])
        if who not in names:
            told = f"« {who} »" if who else "rien"
            what = f"{place[0].kind} {place[0].code} : {told} choisi"
            faults.append(f"ligne {row + 1}, {what} ; attendu : {', '.join(names)}")
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
        now = _side_cell(conflict, said[who]).content if who in said else None
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
