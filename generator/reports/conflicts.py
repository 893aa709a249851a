"""`conflits.xlsx`: a row for each conflict, what each side says, and a cell to choose in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from generator.merging.facts import Facts, Key, Kind, Value
from generator.merging.threeway import CURRENT, KEEP_ALL, Conflict, Decisions, Side
from generator.model.compute import compute
from generator.model.formula import Ref
from generator.model.grid import Block, Book, Cell, Column, Page, Sheet, Validation
from generator.reports.shown import (
    BLANK,
    IN_A_CELL,
    YEAR,
    clash_text,
    shown_field,
    side_text,
)
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
CHOICE = "Choix"
ALL_FIELDS = "(toute la ligne)"
NOTE = (
    "Pour chaque ligne, choisissez dans la dernière colonne qui a raison, enregistrez, puis : "
    "generator merge COPIES --decisions CE_CLASSEUR --apply"
)
HANGING = (
    "« à choisir seulement si » : ne compte que si ce choix est fait ; sinon, laissez vide. "
    f"« {KEEP_ALL} » : chaque activité nouvelle est gardée, sous le code dit dans la colonne."
)
PROMPT = (
    "Choisissez dans la liste qui a raison : la matrice actuelle, une ou des copies, "
    f"ou « {KEEP_ALL} » là où cette colonne dit quels codes."
)
WIDTH, WIDE = 26, {"label", "clash", "where", "base"}
BLANK_CELL = Cell(None, "text.row.indent")


def conflicts_workbook(
    conflicts: Sequence[Conflict], current: Facts, decisions: Decisions = MappingProxyType({})
) -> bytes:
    """Return the workbook of the conflicts, with what `decisions` choose already chosen.

    `current` is the plan as it is now, for its labels.
    """
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
    if any(conflict.when or KEEP_ALL in conflict.names for conflict in conflicts):
        sheet.add("hanging", {"num": Cell(HANGING, "line.note")})
    titles = {"num": "N°", **TITLES, "choice": CHOICE} | sides
    heights = [text_height(who, "text.header", WIDTH) for who in sides.values()]
    header = {key: Cell(title, "text.header") for key, title in titles.items()}
    sheet.add(HEADER, header, max(30, *heights))
    for rank, conflict in enumerate(conflicts, start=1):
        choice = {"choice": Cell(decisions.get(conflict.place), "text.input")}
        sheet.add(str(rank), _row(rank, conflict, sides, current) | choice)
    sheet.add("end", height=4)
    sheet.validations.extend(_validations(conflicts, sides))
    return render(compute(Book([sheet], {}, {"title": NAME}, {})))


def _validations(conflicts: Sequence[Conflict], sides: Mapping[str, str]) -> Iterator[Validation]:
    """Yield the lists to choose from; where only the plan as it is now can be, it stands alone."""
    names = [Ref(key, HEADER, fixed=True) for key in sides]
    error = "Choisissez un nom de la liste."
    ranked = groupby(enumerate(conflicts, start=1), key=lambda own: own[1].choices == [CURRENT])
    blocks: dict[bool, list[Block]] = {}
    for is_alone, own in ranked:
        ranks = [str(rank) for rank, _ in own]
        blocks.setdefault(is_alone, []).append(Block(ranks[0], "choice", ranks[-1], "choice"))
    for is_alone, own_blocks in blocks.items():
        choices = names[0], names[0 if is_alone else -1]
        yield Validation(tuple(own_blocks), "list", CHOICE, PROMPT, error, choices=choices)


def _sides(conflicts: Sequence[Conflict]) -> dict[str, str]:
    """Return by column what may be chosen: the plan as it is now first, to keep all last."""
    names = {who for conflict in conflicts for who in conflict.names}
    ordered = [CURRENT, *sorted(names - {CURRENT, KEEP_ALL}), *(names & {KEEP_ALL})]
    return {f"side:{rank}": who for rank, who in enumerate(ordered)}


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
    }
    for key, who in sides.items():
        cells[key] = side_cell(conflict, said[who]) if who in said else BLANK_CELL
    return cells


def _places(conflict: Conflict) -> str:
    """Return in which cell each copy says what it says, a line for each."""
    return "\n".join(f"{side.who} : {side.place}" for side in conflict.sides if side.place)


def side_cell(conflict: Conflict, side: Side) -> Cell:
    """Return the cell that shows what one side says."""
    if conflict.is_of_records:
        return Cell(side_text(conflict, side, IN_A_CELL), "text.row.indent")
    return _value_cell(conflict, side.value)


def _value_cell(conflict: Conflict, value: Value | None) -> Cell:
    if isinstance(value, int) and shown_field(conflict.key, conflict.field) == YEAR:
        return Cell(str(value), "text.row.indent")
    if isinstance(value, int):
        return Cell(value, "money.row")
    if value is None:
        return Cell(BLANK, "text.row.faint")
    return Cell(value, "number.row" if isinstance(value, float) else "text.row.indent")
