"""The rows of an axis sheet: objectives, actions, activities, reserve rows, totals.

Sums run from an anchor row above the first activity of an action to an anchor row below the last,
so that a row inserted anywhere between them counts. The base stands on the row of the live amounts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.model.formula import (
    EMPTY,
    ONE,
    ZERO,
    Call,
    Name,
    Node,
    Range,
    Ref,
    call,
    equal,
    total,
    when,
)
from generator.model.grid import Cell, Link, Sheet
from generator.plan import DECISION_STATUSES, PM, Action, Activity, Entity, Objective
from generator.sheets import activity_lines, parameters, reconciliation
from generator.sheets.common import Model, sum_of, total_row

SPILLING = 200
"""Characters that a title shows on one line, over the empty cells to its right."""


class Layout(NamedTuple):
    """An axis sheet being laid out, with what its lines share and the codes reserves propose."""

    sheet: Sheet
    model: Model
    row_total: Node
    changed: Node
    proposed: Mapping[str, str]


def add_objective(layout: Layout, objective: Objective) -> None:
    """Add an objective: its title and effect, its actions, its subtotal."""
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
    add_totals(layout, entity, label, sum_of(children), "subtotal")
    sheet.add(height=6)


def _add_text(sheet: Sheet, label: str, text: str, style: str, key: str = "") -> None:
    spill = "line" if len(text) <= SPILLING else "text"
    cells = {"code": Cell(label, f"line.{style}"), "label": Cell(text or None, f"{spill}.{style}")}
    if style == "objective":
        cells |= {key: Cell(None, "line.objective") for key in _printed(sheet)[2:]}
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
    add_totals(layout, entity, label, formula, "action")
    if action.product:
        _add_text(sheet, words("axis.product", code=action.code), action.product.text, "result")
        indicator = words("axis.indicator", code=action.code)
        _add_text(sheet, indicator, action.product.indicator, "result", first)
    else:
        sheet.add(first, height=4)
    for activity in action.activities:
        _add_activity(layout, activity)
    for place in range(layout.model.plan.settings.reserve_rows):
        _add_reserve(layout, action, place)
    sheet.add(last, height=4)


def add_totals(layout: Layout, entity: Entity, label: str, formula: Call, style: str) -> None:
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
        cells |= _published(layout, entity, money)
    layout.sheet.add(total_row(entity), cells)


def _published(layout: Layout, entity: Entity, style: str) -> dict[str, Cell]:
    model = layout.model
    if (entity.level, entity.code) not in model.plan.published:
        return {"published": Cell(None, style), "gap": Cell(None, style)}
    gap_ids = model.gap_ids(entity)
    if gap_ids:
        tip = model.words("axis.gap.tip", ids=gap_ids)
        target = reconciliation.ref(entity, "gaps", "level")
        layout.sheet.links.append(Link(total_row(entity), "gap", target, tip))
    return {
        "published": Cell(reconciliation.ref(entity, "published", "total"), style),
        "gap": Cell(Ref("published") - Ref("total"), style),
        "compared": Cell(1, "count.base"),
    }


def row_total(model: Model) -> Node:
    """Return the row's total: the sum of its years, or the word while a PM has no amount.

    The base total of a PM is a word, so that no number is left to count.
    """
    years = Range(Ref(model.live[0]), Ref(model.live[-1]))
    blank = equal(call("COUNT", years, Ref("base_total")), ZERO)
    return when(blank, Name("Marque_PM"), total(years))


def changed(model: Model) -> Node:
    """Return the word of a changed row: some year differs from its base, or is no longer blank."""
    pairs = zip(model.live, model.base, strict=True)
    filled = [
        call("COUNT", Range(Ref(keys[0]), Ref(keys[-1]))) for keys in (model.live, model.base)
    ]
    same = call("AND", equal(*filled), *[equal(Ref(live), Ref(base)) for live, base in pairs])
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
    cells |= _decided(layout.model, activity.code)
    _add_line(layout, activity.code, cells, (base_total, *activity.years))


def _decided(model: Model, code: str) -> dict[str, Cell]:
    """Return what was decided of an activity, live and as a base; nothing where nothing was."""
    decision = model.plan.decisions.get(code)
    if decision is None:
        return {}
    status = None
    if decision.status:
        place = DECISION_STATUSES.index(decision.status)
        status = model.words(f"word.{parameters.STATUSES[place]}")
    reason = decision.reason or None
    return {
        "status": Cell(status, "word.input"),
        "reason": Cell(reason, "text.input"),
        "base_status": Cell(status, "word.base"),
        "base_reason": Cell(reason, "text.base"),
    }


def _add_reserve(layout: Layout, action: Action, place: int) -> None:
    """Add a row ready for a new activity: its code shows once something is typed.

    Its total always counts as one filled cell; one span holds when cells are cut and pasted.
    """
    model = layout.model
    key = activity_lines.reserve_key(action, place)
    filled = call("COUNTA", Range(Ref("label"), Ref(model.live[-1])))
    cells = {
        "code": Cell(when(equal(filled, ONE), EMPTY, Ref("key")), "code.row.indent"),
        "label": Cell(None, "text.input"),
        "responsible": Cell(None, "text.input.indent"),
        "partners": Cell(None, "text.input.indent"),
        "nature": Cell(model.words("nature.reserve"), "line.base"),
        "key": Cell(layout.proposed[key], "code.base"),
    }
    blank = (None,) * len(model.plan.years)
    _add_line(layout, key, cells, (0, *blank))


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
    cells.setdefault("status", Cell(None, "word.input"))
    cells.setdefault("reason", Cell(None, "text.input"))
    cells["base_total"] = Cell(base[0], "money.base")
    cells["line"] = Cell(1, "count.base")
    for live, frozen, amount in zip(model.live, model.base, base[1:], strict=True):
        cells[live] = Cell(amount, "money.input")
        cells[frozen] = Cell(amount, "money.base")
    if model.plan.published:
        cells |= {"published": Cell(None, "money.row"), "gap": Cell(None, "money.row")}
    layout.sheet.add(key, cells)
