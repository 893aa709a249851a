"""*Structures*: the activities and the amounts that each responsible and each partner is in.

A pair is an activity and a structure that it names; it links straight to the list, and a structure
adds up its own pairs. Where an activity names several, it counts for each: the rows do not add up.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.model.formula import (
    ONE,
    ZERO,
    Node,
    Range,
    Ref,
    call,
    column_span,
    equal,
    sliding_span,
    total,
    when,
)
from generator.model.grid import Block, Cell, Column, Page, Sheet
from generator.reading.codes import alike_key
from generator.sheets import activities, parameters, reconciliation, stamp
from generator.sheets.activity_lines import first_line
from generator.sheets.common import (
    ACTIVITIES,
    ERROR,
    HEADER,
    STRUCTURES,
    Check,
    Model,
    add_head,
    add_section,
    header_cells,
    make_check,
    year_titles,
)
from generator.structures import Concerned, Names, Structure, concerned

PRINTED = ("name", "meaning", "known", "count", "total", "share")
KINDS = ("responsible", "partners")
LETTERS = {"responsible": "R", "partners": "P"}
"""What precedes a name in its key, so that no engine takes it for a number."""

MAX_KEY = 200
_SIGNS = re.compile(r"[\W_]+")
"""What some engine may read as something else than itself in a lookup: `*`, `~`, `_`…"""


class Kind(NamedTuple):
    """A column of the matrix that names structures, and what it names, by the key of each."""

    name: str
    found: Concerned
    keys: dict[str, str]

    @property
    def first(self) -> str:
        """Return the row above the pairs."""
        return f"{self.name}:pairs"

    @property
    def last(self) -> str:
        """Return the row below the pairs."""
        return f"{self.name}:end"


def kinds(model: Model) -> list[Kind]:
    """Return what the two columns of the matrix name."""
    plan = model.plan
    names = Names({a.short: a.long for a in plan.acronyms}, plan.settings.aliases)
    listed = list(plan.activities)
    texts = {
        "responsible": [(activity.code, activity.responsible) for activity in listed],
        "partners": [(activity.code, activity.partners) for activity in listed],
    }
    return [_kind(name, concerned(names, texts[name])) for name in KINDS]


def _kind(name: str, found: Concerned) -> Kind:
    """Return what a column names; a key is a letter and the name's own letters and digits."""
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for structure in found.structures:
        words = f"{LETTERS[name]} {_SIGNS.sub(' ', structure.name)[:MAX_KEY]}".strip()
        key, number = words, 1
        while alike_key(key) in taken:
            number += 1
            key = f"{words} {number}"
        taken.add(alike_key(key))
        keys[structure.name] = key
    return Kind(name, found, keys)


def build(model: Model) -> list[Sheet]:
    """Return the sheet of the structures."""
    page = Page(
        "A4", Block("title", "name", "printed", model.live[-1]), repeat_rows=(HEADER, HEADER)
    )
    sheet = Sheet(STRUCTURES, _columns(model), page, frozen=("responsible", "meaning"))
    words, currency = model.words, model.plan.settings.currency
    add_head(
        sheet, model, words("structures.title"), words("structures.subtitle", currency=currency)
    )
    printed, side = titles(model)
    sheet.add(HEADER, header_cells(printed) | header_cells(side, "text.side"), 30)
    named = kinds(model)
    for kind in named:
        _add_table(sheet, model, kind)
    _add_aliases(sheet, model)
    sheet.add("printed", height=4)
    for kind in named:
        _add_pairs(sheet, model, kind)
    return [sheet]


def titles(model: Model) -> tuple[dict[str, str], dict[str, str]]:
    """Return by column the titles of what prints, and of what stands beside."""
    words = model.words
    printed = {key: words(f"structures.{key}") for key in PRINTED} | year_titles(model)
    return printed, {key: words(f"structures.{key}") for key in ("key", "first")}


def _columns(model: Model) -> tuple[Column, ...]:
    return (
        Column("name", 29),
        Column("meaning", 50),
        Column("known", 10),
        Column("count", 11),
        Column("total", 15),
        Column("share", 9),
        *[Column(key, 13) for key in model.live],
        Column("key", 14),
        Column("first", 11),
    )


def _add_table(sheet: Sheet, model: Model, kind: Kind) -> None:
    """Add a row for each structure, what is not broken down, and the plan to compare with."""
    words = model.words
    add_section(sheet, words(f"structures.{kind.name}"), kind.name, last=model.live[-1], height=20)
    keys = column_span("name", kind.first, kind.last)
    summed = call(
        "SUMIFS", sliding_span(None, kind.first, kind.last), keys, Ref("key", fixed="col")
    )
    counted, across = call("COUNTIF", keys, Ref("key")), total(_years(model))
    for structure in kind.found.structures:
        cells = _described(model, structure)
        cells |= {key: Cell(summed, "money.row") for key in model.live}
        cells |= {"total": Cell(across, "money.row.strong")}
        cells |= {"count": Cell(counted, "count.row"), "share": Cell(_share(kind), "percent.row")}
        cells["key"] = Cell(kind.keys[structure.name], "code.base")
        sheet.add(f"{kind.name}/{structure.name}", cells)
    _add_rest(sheet, model, kind)
    plan = {column.key: Cell(None, "line.subtotal") for column in sheet.columns[:-2]}
    plan |= _labelled(model, "plan", "subtotal")
    plan |= {key: Cell(reconciliation.plan_live(key), "money.subtotal") for key in model.amounts}
    plan["count"] = Cell(activities.plan_total("count"), "count.subtotal")
    plan["share"] = Cell(_share(kind), "percent.subtotal")
    sheet.add(f"{kind.name}:plan", plan)
    sheet.add(height=8)


def _years(model: Model) -> Range:
    return Range(Ref(model.live[0]), Ref(model.live[-1]))


def _labelled(model: Model, key: str, part: str) -> dict[str, Cell]:
    return {
        "name": Cell(model.words(f"structures.{key}"), f"line.{part}"),
        "meaning": Cell(model.words(f"structures.{key}.meaning"), f"text.{part}"),
    }


def _described(model: Model, structure: Structure) -> dict[str, Cell]:
    words = model.words
    meaning = structure.meaning or (
        "" if structure.listed else words("structures.unlisted.meaning")
    )
    mark = words("structures.listed" if structure.listed else "structures.unlisted")
    unnamed = not structure.name
    return {
        "name": Cell(structure.name or words("structures.unnamed"), "text.row"),
        "meaning": Cell(None if unnamed else meaning or None, "text.row.faint"),
        "known": Cell(None if unnamed else mark, "word.row"),
    }


def _share(kind: Kind) -> Node:
    """Return the row's part of the plan's revised total."""
    plan = Ref("total", f"{kind.name}:plan", fixed=True)
    return when(equal(plan, ZERO), ZERO, Ref("total") / plan)


def _add_rest(sheet: Sheet, model: Model, kind: Kind) -> None:
    """Add what reserve rows and inserted rows bring."""
    plan = next(model.plan.entities)
    reserve = parameters.word("nature.reserve")
    cells = _labelled(model, "spread", "row") | {"known": Cell(None, "word.row")}
    for key in model.live:
        inserted = reconciliation.ref(plan, "inserted", key)
        cells[key] = Cell(_listed(model, key, reserve) + inserted, "money.row")
    cells["total"] = Cell(total(_years(model)), "money.row.strong")
    cells["count"] = Cell(_listed(model, "count", reserve), "count.row")
    cells["share"] = Cell(_share(kind), "percent.row")
    sheet.add(f"{kind.name}:rest", cells)


def _listed(model: Model, col: str, nature: Ref) -> Node:
    first = first_line(model.plan)
    natures = column_span("nature", first, activities.LAST, ACTIVITIES)
    return call("SUMIF", natures, nature, sliding_span(col, first, activities.LAST, ACTIVITIES))


def _add_aliases(sheet: Sheet, model: Model) -> None:
    words, aliases = model.words, model.plan.settings.aliases
    if not aliases:
        return
    add_section(sheet, words("structures.aliases"), "aliases", last=model.live[-1], height=20)
    for printed, kept in aliases.items():
        cells = {
            "name": Cell(printed, "text.row"),
            "meaning": Cell(words("structures.alias", kept=kept), "text.row.faint"),
        }
        sheet.add(f"alias:{printed}", cells)


def _add_pairs(sheet: Sheet, model: Model, kind: Kind) -> None:
    """Add a line for each pair, outside the print: the structure's key, the activity, its years."""
    add_section(
        sheet,
        model.words(f"structures.pairs.{kind.name}"),
        f"{kind.name}:section",
        last=model.live[-1],
        height=20,
    )
    sheet.add(kind.first, height=4)
    for pair in kind.found.pairs:
        cells = {
            "name": Cell(kind.keys[pair.name], "line.row"),
            "known": Cell(pair.code, "code.row"),
            "first": Cell(1 if pair.first else None, "count.base"),
        }
        cells |= {key: Cell(Ref(key, pair.code, ACTIVITIES), "money.row") for key in model.live}
        sheet.add(f"{kind.name}:{pair.code}/{pair.name}", cells)
    sheet.add(kind.last, height=4)


def checks(model: Model) -> list[Check]:
    """Return what is watched: every activity is in, once, whatever it names."""
    found = []
    for kind in kinds(model):
        marks = column_span("first", kind.first, kind.last, STRUCTURES)
        gaps: dict[str, Node] = {"total": total(marks) - stamp.activity_count()}
        for key in model.live:
            once = call("SUMIF", marks, ONE, sliding_span(key, kind.first, kind.last, STRUCTURES))
            rest = Ref(key, f"{kind.name}:rest", STRUCTURES)
            gaps[key] = once + rest - reconciliation.plan_live(key)
        found.append(make_check(model, STRUCTURES, f"spread_{kind.name}", ERROR, gaps))
    return found
