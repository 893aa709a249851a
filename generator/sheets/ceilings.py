"""The ceilings on *Synthèse*: the most that each year may hold, and by how much it is exceeded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.model.formula import (
    EMPTY,
    ZERO,
    Binary,
    Const,
    Node,
    Range,
    Ref,
    call,
    equal,
    total,
    when,
)
from generator.model.grid import Block, Cell, Highlight, Sheet, Validation
from generator.plan import PLAN_CODE
from generator.sheets import parameters
from generator.sheets.common import (
    ALERT,
    AXIS_TOTAL,
    ERROR,
    SUMMARY,
    Check,
    Kind,
    Model,
    add_section,
    input_texts,
    make_check,
    sum_of,
)


class Place(NamedTuple):
    """What a ceiling is set for: an axis by its code, or the plan, and where its amounts stand."""

    code: str
    name: str
    sheet: str
    row: str


def places(model: Model, computed: str) -> Iterator[Place]:
    """Yield the axes, then the plan; `computed` is the summary's row of the plan's live amounts."""
    words = model.words
    for axis in model.plan.axes:
        name = words("ceilings.axis", sheet=axis.sheet)
        yield Place(axis.code, name, axis.sheet, AXIS_TOTAL)
    yield Place(PLAN_CODE, words("ceilings.plan"), SUMMARY, computed)


def add_ceilings(sheet: Sheet, model: Model, computed: str) -> None:
    """Add to the summary a row of inputs for each axis and the plan, and one for its overruns."""
    words, all_places = model.words, list(places(model, computed))
    sheet.add(height=10)
    add_section(sheet, words("ceilings.title"), "ceilings")
    for place in all_places:
        _add_ceiling(sheet, model, place)
    for place in all_places:
        _add_overrun(sheet, model, place)
    first, last = all_places[0].code, all_places[-1].code
    block = Block(f"ceiling:{first}", model.live[0], f"ceiling:{last}", model.live[-1])
    title, message, error = input_texts(words, "ceiling")
    sheet.validations.append(Validation((block,), "amount", title, message, error))
    block = Block(f"over:{first}", model.live[0], f"over:{last}", model.live[-1])
    over = Binary(">", Ref(model.live[0]), ZERO)
    sheet.highlights.append(Highlight(block, over, "alert"))
    block = Block(f"over:{first}", "share", f"over:{last}", "share")
    exceeded = Binary(">", Ref("total", fixed="col"), ZERO)
    sheet.highlights.append(Highlight(block, exceeded, "alert"))


def _add_ceiling(sheet: Sheet, model: Model, place: Place) -> None:
    label = model.words("ceilings.ceiling", name=place.name)
    cells = {"axis": Cell(None, "line.row"), "label": Cell(label, "line.row")}
    amounts = zip(model.live, model.plan.ceilings_of(place.code), strict=True)
    cells |= {key: Cell(amount, "money.input") for key, amount in amounts}
    sheet.add(f"ceiling:{place.code}", cells)


def _add_overrun(sheet: Sheet, model: Model, place: Place) -> None:
    label = model.words("ceilings.over", name=place.name)
    cells = {"axis": Cell(None, "line.row"), "label": Cell(label, "line.row")}
    for key in model.live:
        ceiling = Ref(key, f"ceiling:{place.code}")
        over = call("MAX", Ref(key, place.row, place.sheet) - ceiling, ZERO)
        cells[key] = Cell(when(equal(call("COUNT", ceiling), ZERO), ZERO, over), "money.row")
    years = Range(Ref(model.live[0]), Ref(model.live[-1]))
    cells["total"] = Cell(total(years), "money.row.strong")
    row = f"ceiling:{place.code}"
    some = Binary(
        ">", call("COUNT", Range(Ref(model.live[0], row), Ref(model.live[-1], row))), ZERO
    )
    held = call("AND", some, equal(Ref("total"), ZERO))
    within = when(held, parameters.word("within"), EMPTY)
    over = when(Binary(">", Ref("total"), ZERO), parameters.word("over"), EMPTY)
    cells["share"] = Cell(Binary("&", within, over), "word.row")
    sheet.add(f"over:{place.code}", cells)


def checks(model: Model, computed: str) -> list[Check]:
    """Return what is watched on the ceilings."""
    codes = [place.code for place in places(model, computed)]
    over = {key: sum_of([Ref(key, f"over:{c}", SUMMARY) for c in codes]) for key in model.live}
    odd = {key: _odd_inputs(key, codes) for key in model.live}
    watched: tuple[tuple[str, Kind, Mapping[str, Node]], ...] = (
        ("ceilings", ALERT, over),
        ("ceiling_inputs", ERROR, odd),
    )
    return [make_check(model, SUMMARY, name, kind, nodes) for name, kind, nodes in watched]


def _odd_inputs(key: str, codes: list[str]) -> Node:
    """Return how many ceilings of a year are no amounts, or are below 0."""
    first, last = Ref(key, f"ceiling:{codes[0]}", SUMMARY), Ref(key, f"ceiling:{codes[-1]}")
    inputs = Range(first, last)
    texts = call("COUNTA", inputs) - call("COUNT", inputs)
    return texts + call("COUNTIF", inputs, Const("<0"))
