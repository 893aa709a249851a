"""*PTA*: the yearly work plan of a chosen year, with quarters to fill.

Each line of the list keeps its row whatever the year is: what was typed into its quarters stays
with the activity. Beside it stands the base: the source's quarters, of every year that has some.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.formula import (
    EMPTY,
    ONE,
    ZERO,
    Binary,
    Const,
    Name,
    Node,
    Range,
    Ref,
    call,
    equal,
    total,
    when,
)
from generator.model.grid import Block, Cell, Column, Highlight, Page, Sheet, Validation
from generator.sheets import activities, parameters, pledges, reconciliation, stamp
from generator.sheets.activity_lines import Line, lines
from generator.sheets.common import (
    ACTIVITIES,
    ALERT,
    ERROR,
    HEADER,
    WORK_PLAN,
    Check,
    Kind,
    Model,
    add_head,
    header_cells,
    input_texts,
    make_check,
)

QUARTERS = ("q1", "q2", "q3", "q4")
SUMMED = ("amount", "state", *QUARTERS, "rest")
TEXTS = {"label": "text.row", "responsible": "text.row.indent", "partners": "text.row.indent"}
PRINTED = ("code", *TEXTS, "planned", "amount", "state", *QUARTERS, "rest", "spread")
CHOICE, FIRST, LAST, INSERTED, TOTAL = "choice", "first", "last", "inserted", "total"
CHOSEN = "responsible"
"""The column of the year that is chosen."""

YEAR = Ref(CHOSEN, CHOICE, WORK_PLAN, fixed=True)
"""The year that is chosen."""


def build(model: Model) -> list[Sheet]:
    """Return the sheet of the work plan."""
    page = Page("A4", Block("title", "code", TOTAL, "spread"), repeat_rows=(HEADER, HEADER))
    sheet = Sheet(WORK_PLAN, _columns(model), page, frozen=(FIRST, "label"))
    words, currency = model.words, model.plan.settings.currency
    add_head(sheet, model, words("pta.title"), words("pta.subtitle", currency=currency))
    chosen = {"label": Cell(words("pta.year"), "line.strong")}
    chosen |= {CHOSEN: Cell(model.plan.work_year, "number.input.strong")}
    sheet.add(CHOICE, chosen, 18)
    printed, side = titles(model)
    sheet.add(HEADER, header_cells(printed) | header_cells(side, "text.side"), 30)
    sheet.add(FIRST, height=4)
    listed = [line for line in lines(model) if line.sheet]
    shared = _shared()
    for line in listed:
        sheet.add(f"line:{line.key}", _line(model, line, shared))
    sheet.add(LAST, height=4)
    _add_totals(sheet, model)
    sheet.filtered = Block(HEADER, "code", LAST, "spread")
    _add_inputs(sheet, model, listed)
    return [sheet]


def titles(model: Model) -> tuple[dict[str, str], dict[str, str]]:
    """Return by column the titles of what prints, and of what stands beside."""
    words = model.words
    side = {key: words(f"pta.{key}") for key in ("odd", "key", "moved")}
    side |= {
        base_col(year, quarter): words("pta.base", quarter=quarter[1:], year=year)
        for year in base_years(model)
        for quarter in QUARTERS
    }
    return {key: words(f"pta.{key}") for key in PRINTED}, side


def base_years(model: Model) -> list[int]:
    """Return the years whose quarters stand on the sheet as the source has them.

    A row of blanks in the source says nothing of its year.
    """
    said = {year for (_, year), own in model.plan.quarters.items() if own != (None,) * 4}
    return sorted({model.plan.work_year, *said})


def base_col(year: int, quarter: str) -> str:
    """Return the column of a quarter as the source has it."""
    return f"b{year}{quarter}"


def _columns(model: Model) -> tuple[Column, ...]:
    bases = [base_col(year, quarter) for year in base_years(model) for quarter in QUARTERS]
    return (
        Column("code", 10),
        Column("label", 44),
        Column("responsible", 13),
        Column("partners", 19),
        Column("planned", 9),
        Column("amount", 14),
        Column("state", 13),
        *[Column(key, 12) for key in QUARTERS],
        Column("rest", 13),
        Column("spread", 11),
        Column("odd", 10),
        Column("key", 12),
        Column("moved", 9),
        *[Column(key, 12) for key in bases],
    )


def _quarters() -> Range:
    return Range(Ref(QUARTERS[0]), Ref(QUARTERS[-1]))


def _shared() -> dict[str, Cell]:
    """Return the cells that are the same on every line."""
    typed = Binary(">", call("COUNTA", _quarters()), ZERO)
    apart = Binary(">", call("ABS", Ref("rest")), Name("Tolerance"))
    odd = when(call("AND", typed, apart), ONE, ZERO)
    planned = when(Binary(">", Ref("amount"), ZERO), parameters.word("yes"), EMPTY)
    wrong = when(equal(Ref("odd"), ONE), parameters.word("redo"), EMPTY)
    right = when(call("AND", typed, equal(Ref("odd"), ZERO)), parameters.word("spread"), EMPTY)
    return {
        "planned": Cell(planned, "word.row"),
        "state": Cell(Ref("amount") * Name("Part_Etat"), "money.row"),
        "rest": Cell(Ref("amount") - total(_quarters()), "money.row"),
        "spread": Cell(Binary("&", wrong, right), "word.row"),
        "odd": Cell(odd, "count.base"),
        "moved": Cell(activities.MOVED, "count.base"),
    }


def _line(model: Model, line: Line, shared: Mapping[str, Cell]) -> dict[str, Cell]:
    amounts = Range(Ref(model.live[0], line.key, ACTIVITIES), Ref(model.live[-1], line.key))
    cells = {
        "code": Cell(Binary("&", Ref("code", line.key, ACTIVITIES), EMPTY), "code.row"),
        "amount": Cell(_of_year(model, amounts), "money.row"),
        "key": Cell(line.code, "code.base"),
    }
    for key, style in TEXTS.items():
        shown = Binary("&", Ref(key, line.key, ACTIVITIES), EMPTY)
        look = style if line.nature == "activity" else style.replace("text", "line")
        cells[key] = Cell(shown, look)
    return {**cells, **shared, **_held(model, line)}


def _held(model: Model, line: Line) -> dict[str, Cell]:
    """Return the inputs of a line, which open at what the source has, and its base."""
    cells, blank = {}, (None,) * len(QUARTERS)
    for year in base_years(model):
        amounts = model.plan.quarters.get((line.code, year), blank)
        for quarter, amount in zip(QUARTERS, amounts, strict=True):
            cells[base_col(year, quarter)] = Cell(amount, "money.base")
            if year == model.plan.work_year:
                cells[quarter] = Cell(amount, "money.input")
    return cells


def _of_year(model: Model, amounts: Range) -> Node:
    """Return the amount of the chosen year among those of the plan's years, in their order."""
    return call("SUMIF", pledges.years(model), YEAR, amounts)


def _of_plan(model: Model, measure: str) -> Node:
    plan = next(model.plan.entities)
    first, last = (
        reconciliation.ref(plan, measure, col) for col in (model.live[0], model.live[-1])
    )
    return _of_year(model, Range(first, last))


def _add_totals(sheet: Sheet, model: Model) -> None:
    words = model.words
    cells = {key: Cell(None, "line.row") for key in PRINTED}
    cells |= {
        "label": Cell(words("pta.inserted"), "line.row"),
        "amount": Cell(_of_plan(model, "inserted"), "money.row"),
        "state": Cell(Ref("amount") * Name("Part_Etat"), "money.row"),
        "rest": Cell(Ref("amount"), "money.row"),
    }
    sheet.add(INSERTED, cells)
    summed = total(Range(Ref(None, FIRST), Ref(None, INSERTED)))
    cells = {key: Cell(None, "line.grand") for key in PRINTED}
    cells |= {key: Cell(summed, "money.grand") for key in SUMMED}
    sheet.add(TOTAL, cells | {"label": Cell(words("pta.total"), "line.grand")})


def _add_inputs(sheet: Sheet, model: Model, listed: list[Line]) -> None:
    years = pledges.years(model)
    title, message, error = input_texts(model.words, "pta_year")
    block = (Block(CHOICE, CHOSEN, CHOICE, CHOSEN),)
    choices = (years.start, years.end)
    sheet.validations.append(Validation(block, "list", title, message, error, choices=choices))
    title, message, error = input_texts(model.words, "quarter")
    first, last = f"line:{listed[0].key}", f"line:{listed[-1].key}"
    block = (Block(first, QUARTERS[0], last, QUARTERS[-1]),)
    sheet.validations.append(Validation(block, "amount", title, message, error))
    odd = equal(Ref("odd", fixed="col"), ONE)
    sheet.highlights.append(Highlight(Block(first, "rest", last, "spread"), odd, "alert"))


def checks(model: Model) -> list[Check]:
    """Return what is watched on the work plan."""
    typed = Range(Ref(QUARTERS[0], FIRST, WORK_PLAN), Ref(QUARTERS[-1], LAST))
    texts = call("COUNTA", typed) - call("COUNT", typed)
    known = equal(call("COUNTIF", pledges.years(model), YEAR), ONE)
    odd = Range(Ref("odd", FIRST, WORK_PLAN), Ref("odd", LAST))
    bases = [base_col(year, quarter) for year in base_years(model) for quarter in QUARTERS]
    base = Range(Ref(bases[0], FIRST, WORK_PLAN), Ref(bases[-1], LAST))
    watched: tuple[tuple[str, Kind, Node], ...] = (
        ("pta_base", ERROR, total(base) - stamp.quarters()),
        ("pta_year", ERROR, when(known, ZERO, ONE)),
        ("pta_total", ERROR, Ref("amount", TOTAL, WORK_PLAN) - _of_plan(model, "live")),
        ("pta_inputs", ERROR, texts + call("COUNTIF", typed, Const("<0"))),
        ("pta_spread", ALERT, total(odd)),
        ("pta_moved", ERROR, total(Range(Ref("moved", FIRST, WORK_PLAN), Ref("moved", LAST)))),
        ("pta_rest", ERROR, _rest_apart()),
    )
    return [
        make_check(model, WORK_PLAN, name, kind, {"total": node}) for name, kind, node in watched
    ]


def _rest_apart() -> Node:
    """Return what is left to spread, less the amounts that the quarters do not hold."""
    amount, rest = (Ref(col, TOTAL, WORK_PLAN) for col in ("amount", "rest"))
    spread = total(Range(Ref(QUARTERS[0], TOTAL, WORK_PLAN), Ref(QUARTERS[-1], TOTAL)))
    return rest - amount + spread
