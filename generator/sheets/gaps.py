"""The document's gaps and the remarks on it: the first and the last part of *Rapprochement*."""

from __future__ import annotations

from generator.model.formula import Node, Range, Ref, call, column_span, sliding_span, total
from generator.model.grid import Cell, Link, Sheet
from generator.plan import Entity, Plan, lookup_key
from generator.sheets.common import RECONCILIATION, Model, add_section
from generator.typography import polish

FIRST_GAP, LAST_GAP = "gaps:first", "gaps:last"
REMARKS = "remarks"
GAP_COLUMNS = {"axe": "gap_axis", "objectif": "gap_objective", "action": "gap_action"}


def add_gaps(sheet: Sheet, model: Model) -> None:
    """Add the documented gaps between two anchor rows, each with its explanation."""
    words, plan = model.words, model.plan
    add_section(sheet, words("bridge.gaps"), FIRST_GAP, last=model.live[-1], height=20)
    for gap in plan.gaps:
        cells = {
            "level": Cell(words(f"level.{gap.level}"), "line.row"),
            "key": Cell(lookup_key(gap.code), "code.row"),
            "label": Cell(polish(gap.explanation), "text.row"),
            "measure": Cell(f"{gap.id} · {gap.kind}", "text.row.strong"),
            "total": Cell(
                total(Range(Ref(model.live[0]), Ref(model.live[-1]))), "money.row.strong"
            ),
        }
        years = zip(model.live, gap.years, strict=True)
        cells |= {key: Cell(amount, "money.row") for key, amount in years}
        found = model.gaps[gap.id]
        cells |= {key: Cell(found.get(level), "code.base") for level, key in GAP_COLUMNS.items()}
        sheet.add(f"gap:{gap.id}", cells)
    sheet.add(LAST_GAP, height=4)
    summed = Range(Ref(None, FIRST_GAP), Ref(None, LAST_GAP))
    cells = {key: Cell(None, "text.subtotal") for key in ("level", "key", "measure")}
    cells["label"] = Cell(words("bridge.gaps.total"), "text.subtotal")
    cells |= {key: Cell(total(summed), "money.subtotal") for key in model.amounts}
    sheet.add("gaps:total", cells)


def add_remarks(sheet: Sheet, model: Model) -> None:
    """Add the remarks on the document, and the link that leads to them."""
    if not model.plan.remarks:
        return
    sheet.add(height=8)
    add_section(sheet, model.words("bridge.remarks"), REMARKS, last=model.live[-1], height=20)
    link = Link(
        "status", "measure", Ref("level", REMARKS, RECONCILIATION), model.words("bridge.remarks")
    )
    sheet.links.append(link)
    for remark in model.plan.remarks:
        cells = {
            "level": Cell(model.words("bridge.remark"), "line.row"),
            "key": Cell(remark.id, "code.row.strong"),
            "label": Cell(polish(f"{remark.place} : {remark.text}"), "text.row"),
            "measure": Cell(remark.kind, "text.row"),
        }
        sheet.add(f"remark:{remark.id}", cells)


def gaps_inside(entity: Entity) -> Node:
    """Return the documented gaps inside the entity."""
    column = sliding_span(None, FIRST_GAP, LAST_GAP)
    if entity.level == "plan":
        return total(column)
    keys = column_span(GAP_COLUMNS[entity.level], FIRST_GAP, LAST_GAP)
    return call("SUMIFS", column, keys, Ref("key", fixed="col"))


def plan_gap(col: str) -> Ref:
    """Return the sum of the documented gaps in a column."""
    return Ref(col, "gaps:total", RECONCILIATION)


def gap_places(plan: Plan) -> dict[str, dict[str, str]]:
    """Return by gap and by level the keys of the levels that contain it (the plan left out).

    A level that the adopted plan alone still has contains its own.
    """
    above: dict[tuple[str, str], dict[str, str]] = {}
    for axis in plan.axes:
        keys = {"axe": lookup_key(axis.code)}
        above["axe", axis.code] = keys
        for objective in axis.objectives:
            keys = above["axe", axis.code] | {"objectif": lookup_key(objective.code)}
            above["objectif", objective.code] = keys
            for action in objective.actions:
                above["action", action.code] = keys | {"action": lookup_key(action.code)}
    for left in (plan.adopted or {}).values():
        axis_keys = above.setdefault(("axe", left.axis), {"axe": lookup_key(left.axis)})
        keys = axis_keys | {"objectif": lookup_key(left.objective)}
        keys = above.setdefault(("objectif", left.objective), keys)
        above.setdefault(("action", left.action), keys | {"action": lookup_key(left.action)})
    return {gap.id: above.get((gap.level, gap.code), {}) for gap in plan.gaps}
