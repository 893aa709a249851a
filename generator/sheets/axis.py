"""The sheet of an axis, laid out as the document's matrix.

Sums run from an anchor row above the first activity of an action to an anchor row below the last,
so that a row inserted anywhere between them counts. The base stands on the row of the live amounts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.formula import (
    EMPTY,
    ONE,
    ZERO,
    Binary,
    Call,
    Const,
    Name,
    Node,
    Range,
    Ref,
    call,
    column_span,
    equal,
    total,
    when,
)
from generator.grid import Block, Cell, Column, Highlight, Page, Sheet, Validation
from generator.plan import PM, Action, Activity, Axis, Entity, Objective
from generator.sheets import activities, parameters, reconciliation, stamp
from generator.sheets.common import (
    BOTTOM,
    HEADER,
    TOP,
    Check,
    Model,
    add_head,
    header_cells,
    sum_of,
    year_titles,
)

TOTAL = "total"
WATCHED_ROWS_BELOW = 100
"""Empty rows under the total that the completeness check still watches."""

TEXT_LIMIT = 2000
SPILLING = 200
"""Characters that a title shows on one line, over the empty cells to its right."""


@dataclass(frozen=True, slots=True)
class Layout:
    """An axis sheet being laid out: the formulas its lines share, the codes its reserves propose."""

    sheet: Sheet
    model: Model
    row_total: Node
    changed: Node
    proposed: Mapping[str, str]


def total_row(entity: Entity) -> str:
    """Return the key of the row that holds the entity's totals on its axis sheet."""
    return TOTAL if entity.level == "axe" else f"{entity.level}:{entity.code}"


def build(model: Model) -> list[Sheet]:
    """Return one sheet for each axis."""
    proposed = activities.proposed_codes(model.plan)
    return [_build_axis(model, axis, proposed) for axis in model.plan.axes]


def _build_axis(model: Model, axis: Axis, proposed: Mapping[str, str]) -> Sheet:
    sheet = Sheet(axis.sheet, _columns(model), _page(model), frozen=(TOP, "responsible"))
    _add_header(sheet, model, axis)
    sheet.add(TOP, height=4)
    layout = Layout(sheet, model, _row_total(model), _changed(model), proposed)
    for objective in axis.objectives:
        _add_objective(layout, objective)
    label = model.words("axis.total", code=axis.code)
    children = [Ref(None, f"objectif:{objective.code}") for objective in axis.objectives]
    entity = Entity("axe", axis.code, axis.title, axis)
    _add_totals(layout, entity, label, sum_of(children), "grand")
    sheet.add(cells={"code": Cell(model.words("axis.below"), "line.note")})
    sheet.skip(WATCHED_ROWS_BELOW, BOTTOM)
    _add_validations(sheet, model, axis)
    _add_highlights(sheet, model)
    return sheet


def _columns(model: Model) -> tuple[Column, ...]:
    published = [Column("published", 15), Column("gap", 14)] if model.plan.published else []
    return (
        Column("code", 19),
        Column("label", 58),
        Column("responsible", 17),
        Column("partners", 31),
        Column("total", 15),
        *[Column(key, 14) for key in model.live],
        *published,
        Column("base_total", 15),
        *[Column(key, 14) for key in model.base],
        Column("changed", 11),
        Column("nature", 11),
        Column("key", 13),
        Column("sum", 8),
        Column("line", 8),
    )


def _page(model: Model) -> Page:
    last = "gap" if model.plan.published else model.live[-1]
    return Page("A3", Block("title", "code", TOTAL, last), repeat_rows=("bands", HEADER))


def _add_header(sheet: Sheet, model: Model, axis: Axis) -> None:
    words, plan = model.words, model.plan
    title = axis.title
    if axis.sheet == words("axis.sheet", code=axis.code):
        title = words("axis.title", code=axis.code, title=axis.title)
    add_head(sheet, model, title, words("axis.subtitle", currency=plan.settings.currency))
    bands = {model.live[0]: words("axis.band.years", currency=plan.settings.currency)}
    if plan.published:
        bands["published"] = words("axis.band.published")
    bands |= {"base_total": words("axis.band.base"), "changed": words("axis.band.marks")}
    sheet.add("bands", {key: Cell(text, "line.subtitle") for key, text in bands.items()})
    titles = {key: words(f"axis.{key}") for key in ("code", "label", "responsible", "partners")}
    titles["total"] = words("axis.total_cost")
    titles |= year_titles(model)
    if plan.published:
        titles |= {key: words(f"axis.{key}") for key in ("published", "gap")}
    side = {"base_total": words("axis.base_total")}
    side |= {f"b{year}": words("axis.base", year=year) for year in plan.years}
    side |= {key: words(f"axis.{key}") for key in ("changed", "nature", "key", "sum", "line")}
    sheet.add(HEADER, header_cells(titles) | header_cells(side, "text.side"), 30)


def _add_objective(layout: Layout, objective: Objective) -> None:
    sheet, words = layout.sheet, layout.model.words
    _add_text(sheet, words("axis.objective", code=objective.code), objective.title, "objective")
    if objective.effect:
        effect, indicator = objective.effect.text, objective.effect.indicator
        _add_text(sheet, words("axis.effect", code=objective.code), effect, "result")
        _add_text(sheet, words("axis.indicator", code=objective.code), indicator, "result")
    for action in objective.actions:
        _add_action(layout, action)
    label = words("axis.subtotal", code=objective.code)
    children = [Ref(None, f"action:{action.code}") for action in objective.actions]
    entity = Entity("objectif", objective.code, objective.title, None)
    _add_totals(layout, entity, label, sum_of(children), "subtotal")
    sheet.add(height=6)


def _add_text(sheet: Sheet, label: str, text: str, style: str, key: str = "") -> None:
    spill = "line" if len(text) <= SPILLING else "text"
    cells = {"code": Cell(label, f"line.{style}"), "label": Cell(text, f"{spill}.{style}")}
    if style == "objective":
        cells |= {column.key: Cell(None, "line.objective") for column in sheet.columns[2:5]}
        cells |= {key: Cell(None, "line.objective") for key in _printed(sheet)[5:]}
    sheet.add(key, cells)


def _printed(sheet: Sheet) -> list[str]:
    """Return the keys of the columns that print."""
    last = sheet.col_index[sheet.page.area.last_col]
    return [column.key for column in sheet.columns[: last + 1]]


def _add_action(layout: Layout, action: Action) -> None:
    sheet, words = layout.sheet, layout.model.words
    first, last = f"debut:{action.code}", f"fin:{action.code}"
    entity = Entity("action", action.code, action.title, None)
    label = words("axis.action", code=action.code)
    formula = total(Range(Ref(None, first), Ref(None, last)))
    _add_totals(layout, entity, label, formula, "action")
    if action.product:
        _add_text(
            sheet, words("axis.product", code=action.code), action.product.text, "result"
        )
        indicator = words("axis.indicator", code=action.code)
        _add_text(sheet, indicator, action.product.indicator, "result", first)
    else:
        sheet.add(first, height=4)
    for activity in action.activities:
        _add_activity(layout, activity)
    for place in range(layout.model.plan.settings.reserve_rows):
        _add_reserve(layout, action, place)
    sheet.add(last, height=4)


def _add_totals(
    layout: Layout, entity: Entity, label: str, formula: Call, style: str
) -> None:
    """Add a row of totals: by year the formula, live and base; across, the sum of the years."""
    model = layout.model
    money = f"money.{style}"
    cells = {
        "code": Cell(label, f"line.{style}"),
        "label": Cell(entity.title, f"text.{style}"),
        "responsible": Cell(None, f"text.{style}"),
        "partners": Cell(None, f"text.{style}"),
        "total": Cell(total(Range(Ref(model.live[0]), Ref(model.live[-1]))), money),
        "base_total": Cell(total(Range(Ref(model.base[0]), Ref(model.base[-1]))), money),
        "nature": Cell(model.words(f"level.{entity.level}"), "line.base"),
        "key": Cell(entity.key, "code.base"),
        "sum": Cell(1, "count.base"),
    }
    cells |= {key: Cell(formula, money) for key in (*model.live, *model.base)}
    if model.plan.published:
        cells |= _published(model, entity, money)
    layout.sheet.add(total_row(entity), cells)


def _published(model: Model, entity: Entity, style: str) -> dict[str, Cell]:
    if (entity.level, entity.code) not in model.plan.published:
        return {"published": Cell(None, style), "gap": Cell(None, style)}
    return {
        "published": Cell(reconciliation.ref(entity, "published", "total"), style),
        "gap": Cell(Ref("published") - Ref("total"), style),
    }


def _row_total(model: Model) -> Node:
    """Return the row's total: the sum of its years, or the word while a PM has no amount.

    The base total of a PM is a word, so that no number is left to count.
    """
    years = Range(Ref(model.live[0]), Ref(model.live[-1]))
    blank = equal(call("COUNT", years, Ref("base_total")), ZERO)
    return when(blank, Name("Marque_PM"), total(years))


def _changed(model: Model) -> Node:
    """Return the word of a changed row: some year differs from its base."""
    pairs = zip(model.live, model.base, strict=True)
    same = call("AND", *[equal(Ref(live), Ref(base)) for live, base in pairs])
    return when(same, EMPTY, parameters.word("changed"))


def _add_activity(layout: Layout, activity: Activity) -> None:
    cells = {
        "code": Cell(activity.code, "code.row.indent"),
        "label": Cell(activity.label, "text.row"),
        "responsible": Cell(activity.responsible or None, "text.row.indent"),
        "partners": Cell(activity.partners or None, "text.row.indent"),
        "nature": Cell(layout.model.words("nature.activity"), "line.base"),
        "key": Cell(activity.code, "code.base"),
    }
    base_total = "PM" if activity.total is PM else activity.total
    _add_line(layout, activity.code, cells, (base_total, *activity.years))


def _add_reserve(layout: Layout, action: Action, place: int) -> None:
    """Add a row ready for a new activity: its code shows once something is typed."""
    model = layout.model
    key = activities.reserve_key(action, place)
    filled = call("COUNTA", Range(Ref("label"), Ref("partners")), _span(model.live))
    cells = {
        "code": Cell(when(equal(filled, ZERO), EMPTY, Ref("key")), "code.row.indent"),
        "label": Cell(None, "text.input"),
        "responsible": Cell(None, "text.input.indent"),
        "partners": Cell(None, "text.input.indent"),
        "nature": Cell(model.words("nature.reserve"), "line.base"),
        "key": Cell(layout.proposed[key], "code.base"),
    }
    blank = (None,) * len(model.plan.years)
    _add_line(layout, key, cells, (0, *blank))


def _span(keys: list[str]) -> Range:
    return Range(Ref(keys[0]), Ref(keys[-1]))


def _add_line(
    layout: Layout,
    key: str,
    cells: dict[str, Cell],
    base: tuple[int | str | None, ...],
) -> None:
    """Add an activity or a reserve row: the live amounts open at the base."""
    model = layout.model
    cells["total"] = Cell(layout.row_total, "money.row")
    cells["changed"] = Cell(layout.changed, "word.base")
    cells["base_total"] = Cell(base[0], "money.base")
    cells["line"] = Cell(1, "count.base")
    for live, frozen, amount in zip(model.live, model.base, base[1:], strict=True):
        cells[live] = Cell(amount, "money.input")
        cells[frozen] = Cell(amount, "money.base")
    if model.plan.published:
        cells |= {"published": Cell(None, "money.row"), "gap": Cell(None, "money.row")}
    layout.sheet.add(key, cells)


def _add_validations(sheet: Sheet, model: Model, axis: Axis) -> None:
    words = model.words
    amounts, texts = [], []
    for action in axis.actions:
        first = action.activities[0].code if action.activities else ""
        reserves = [
            activities.reserve_key(action, place)
            for place in range(model.plan.settings.reserve_rows)
        ]
        rows = [*[activity.code for activity in action.activities], *reserves]
        if rows:
            amounts.append(Block(first or rows[0], model.live[0], rows[-1], model.live[-1]))
        if reserves:
            texts.append(Block(reserves[0], "label", reserves[-1], "partners"))
    title, error = words("input.amount.title"), words("input.amount.error")
    sheet.validations.append(
        Validation(tuple(amounts), "amount", title, words("input.amount.message"), error)
    )
    if texts:
        title, error = words("input.reserve.title"), words("input.reserve.error")
        message = words("input.reserve.message")
        sheet.validations.append(
            Validation(tuple(texts), "text", title, message, error, limit=TEXT_LIMIT)
        )


def _add_highlights(sheet: Sheet, model: Model) -> None:
    changed = Binary("<>", Ref(model.live[0]), Ref(model.base[0]))
    block = Block(TOP, model.live[0], TOTAL, model.live[-1])
    sheet.highlights.append(Highlight(block, changed, "changed"))
    word = Binary("<>", Ref("changed"), EMPTY)
    sheet.highlights.append(Highlight(Block(TOP, "changed", TOTAL, "changed"), word, "changed"))
    if model.plan.published:
        gap = Binary("<>", Ref("gap"), ZERO)
        sheet.highlights.append(Highlight(Block(TOP, "gap", TOTAL, "gap"), gap, "alert"))


def checks(model: Model) -> list[Check]:
    """Return what is watched on each axis sheet."""
    return [check for axis in model.plan.axes for check in _axis_checks(model, axis)]


def _axis_checks(model: Model, axis: Axis) -> list[Check]:
    words = model.words

    def check(name: str, kind: str, differences: dict[str, Node]) -> Check:
        label, remedy = words(f"check.{name}"), words(f"check.{name}.remedy")
        return Check(axis.sheet, label, kind, differences, remedy)  # type: ignore[arg-type]

    def column(key: str) -> Range:
        return column_span(key, TOP, BOTTOM, axis.sheet)

    def known(key: str) -> Call:
        return call("SUMIF", column("line"), ONE, column(key))

    complete = {
        key: total(column(key))
        - call("SUMIF", column("sum"), ONE, column(key))
        - Ref(key, TOTAL, axis.sheet)
        for key in model.live
    }
    listed = {key: known(key) - activities.axis_total(axis, key) for key in model.live}
    across = known("total") - sum_of([activities.axis_total(axis, key) for key in model.live])
    frozen = {
        key: Ref(base, TOTAL, axis.sheet) - stamp.control("base", axis.code, key)
        for key, base in zip(model.amounts, ["base_total", *model.base], strict=True)
    }
    texts = {key: call("COUNTA", column(key)) - call("COUNT", column(key)) for key in model.live}
    negative = {key: call("COUNTIF", column(key), Const("<0")) for key in model.live}
    inserted = call("ROWS", column("line")) - stamp.row_count(axis)
    changed = call("COUNTIF", column("changed"), parameters.word("changed"))
    costless = call("COUNTIFS", column("nature"), parameters.word("nature.activity"), column("total"), ZERO)
    return [
        check("complete", "erreur", complete),
        check("listed", "erreur", listed),
        check("across", "erreur", {"total": across}),
        check("frozen", "erreur", frozen),
        check("texts", "erreur", texts),
        check("negative", "erreur", negative),
        check("inserted", "alerte", {"total": inserted}),
        check("changed", "alerte", {"total": changed}),
        check("costless", "alerte", {"total": costless}),
    ]
