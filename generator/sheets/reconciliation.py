"""*Rapprochement*: from the published totals to the live ones, every franc explained.

For each level of the plan and each year: published - documented gaps = adopted; adopted +
validated changes = base; base + adjustments + inserted rows = live.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.formula import ZERO, Binary, Node, Range, Ref, call, column_span, total
from generator.grid import Block, Cell, Column, Highlight, Link, Page, Sheet
from generator.plan import Axis, Entity, Gap, Plan, lookup_key
from generator.sheets import activities
from generator.sheets.common import (
    FIRST_ROW,
    HEADER,
    RECONCILIATION,
    Check,
    Model,
    add_head,
    header_cells,
    sum_of,
    within_tolerance,
    year_titles,
)

FIRST_GAP, LAST_GAP = "gaps:first", "gaps:last"
FIRST_LINE, LAST_LINE = "lines:first", "lines:last"
REMARKS = "remarks"
GAP_COLUMNS = {"axe": "gap_axis", "objectif": "gap_objective", "action": "gap_action"}
MEASURES = (
    "published",
    "gaps",
    "adopted",
    "unexplained",
    "validated",
    "base",
    "adjusted",
    "inserted",
    "live",
)
STRONG = {"published", "adopted", "base", "live"}


def ref(entity: Entity, measure: str, col: str) -> Ref:
    """Return a cell of the entity's bridge: `col` is `total` or a year's column."""
    return Ref(col, _row(entity, measure), RECONCILIATION)


def _row(entity: Entity, measure: str) -> str:
    return f"{entity.level}:{entity.code}:{measure}"


def build(model: Model) -> list[Sheet]:
    """Return the sheet of the bridges."""
    sheet = Sheet(RECONCILIATION, _columns(model), _page(model), frozen=(FIRST_GAP, "measure"))
    words = model.words
    currency = model.plan.settings.currency
    add_head(sheet, model, words("bridge.title"), words("bridge.subtitle", currency=currency))
    if model.plan.remarks:
        sheet.set("status", "measure", Cell(words("bridge.to_remarks"), "line.link"))
    titles = {key: words(f"bridge.{key}") for key in ("level", "key", "label", "measure", "total")}
    titles |= year_titles(model)
    side = {key: words(f"bridge.{key}") for key in ("flag", *GAP_COLUMNS.values())}
    sheet.add(HEADER, header_cells(titles) | header_cells(side, "text.side"), 20)
    _add_gaps(sheet, model)
    _add_bridges(sheet, model)
    _add_remarks(sheet, model)
    sheet.add("end", height=4)
    sheet.filtered = Block(HEADER, "level", LAST_LINE, "gap_action")
    _add_highlights(sheet, model)
    return [sheet]


def _columns(model: Model) -> tuple[Column, ...]:
    return (
        Column("level", 10),
        Column("key", 8),
        Column("label", 72),
        Column("measure", 24),
        Column("total", 14),
        *[Column(key, 13) for key in model.live],
        Column("flag", 10),
        *[Column(key, 10) for key in GAP_COLUMNS.values()],
    )


def _page(model: Model) -> Page:
    area = Block("title", "level", "end", model.live[-1])
    return Page("A4", area, repeat_rows=(HEADER, HEADER))


def _section(sheet: Sheet, title: str, key: str = "") -> str:
    printed = sheet.columns[: sheet.col_index["flag"]]
    cells = {column.key: Cell(None, "line.section") for column in printed}
    return sheet.add(key, cells | {"level": Cell(title, "line.section")}, 20)


def _add_gaps(sheet: Sheet, model: Model) -> None:
    """Add the documented gaps between two anchor rows, each with its explanation."""
    words, plan = model.words, model.plan
    _section(sheet, words("bridge.gaps"), FIRST_GAP)
    for gap in plan.gaps:
        cells = {
            "level": Cell(words(f"level.{gap.level}"), "line.row"),
            "key": Cell(lookup_key(gap.code), "code.row"),
            "label": Cell(gap.explanation, "text.row"),
            "measure": Cell(f"{gap.id} · {gap.kind}", "text.row.strong"),
            "total": Cell(total(Range(Ref(model.live[0]), Ref(model.live[-1]))), "money.row.strong"),
        }
        years = zip(model.live, gap.years, strict=True)
        cells |= {key: Cell(amount, "money.row") for key, amount in years}
        located = _located(plan, gap)
        cells |= {key: Cell(located.get(level), "code.base") for level, key in GAP_COLUMNS.items()}
        sheet.add(f"gap:{gap.id}", cells)
    sheet.add(LAST_GAP, height=4)
    summed = Range(Ref(None, FIRST_GAP), Ref(None, LAST_GAP))
    cells = {key: Cell(None, "text.subtotal") for key in ("level", "key", "measure")}
    cells["label"] = Cell(words("bridge.gaps.total"), "text.subtotal")
    cells |= {key: Cell(total(summed), "money.subtotal") for key in model.amounts}
    sheet.add("gaps:total", cells)


def _located(plan: Plan, gap: Gap) -> Mapping[str, str]:
    """Return by level the keys of the levels that contain the gap."""
    for axis in plan.axes:
        for objective in axis.objectives:
            for action in objective.actions:
                found = {"axe": axis.code, "objectif": objective.code, "action": action.code}
                if found.get(gap.level) == gap.code:
                    levels = list(found)[: list(found).index(gap.level) + 1]
                    return {level: lookup_key(found[level]) for level in levels}
    return {}


def _add_remarks(sheet: Sheet, model: Model) -> None:
    if not model.plan.remarks:
        return
    sheet.add(height=8)
    _section(sheet, model.words("bridge.remarks"), REMARKS)
    link = Link("status", "measure", Ref("level", REMARKS, RECONCILIATION), model.words("bridge.remarks"))
    sheet.links.append(link)
    for remark in model.plan.remarks:
        cells = {
            "level": Cell(model.words("bridge.remark"), "line.row"),
            "key": Cell(remark.id, "code.row.strong"),
            "label": Cell(f"{remark.place} : {remark.text}", "text.row"),
            "measure": Cell(remark.kind, "text.row"),
        }
        sheet.add(f"remark:{remark.id}", cells)


def _add_bridges(sheet: Sheet, model: Model) -> None:
    sheet.add(height=8)
    _section(sheet, model.words("bridge.bridges"), FIRST_LINE)
    for entity in model.plan.entities:
        published = (entity.level, entity.code) in model.plan.published
        for measure in MEASURES:
            if published or measure not in {"published", "gaps", "unexplained"}:
                _add_measure(sheet, model, entity, measure)
    sheet.add(LAST_LINE, height=4)


def _add_measure(sheet: Sheet, model: Model, entity: Entity, measure: str) -> None:
    first = measure == MEASURES[0]
    part = "first" if first else ("row.strong" if measure in STRONG else "row")
    name = part if first else "row.faint"
    label = _explanation(model, entity, measure) or entity.title
    cells = {
        "level": Cell(model.words(f"level.{entity.level}"), f"line.{name}"),
        "key": Cell(entity.key, f"code.{name}"),
        "label": Cell(label, f"{'text' if first else 'line'}.{name}"),
        "measure": Cell(model.words(f"bridge.measure.{measure}"), f"line.{part}"),
    }
    for place, col in enumerate(model.amounts):
        cells[col] = Cell(_content(model, entity, measure, place), f"money.{part}")
    if measure == "unexplained":
        flag = within_tolerance(Ref("total"), Ref(model.live[-1]))
        cells["flag"] = Cell(flag, "number.base")
    sheet.add(_row(entity, measure), cells)


def _explanation(model: Model, entity: Entity, measure: str) -> str | None:
    """Return which documented gaps make up the entity's, or None."""
    if measure != "gaps":
        return None
    inside = [gap.id for gap in model.plan.gaps if _contains(model.plan, entity, gap)]
    return model.words("bridge.see", ids=" + ".join(inside)) if inside else None


def _contains(plan: Plan, entity: Entity, gap: Gap) -> bool:
    return entity.level == "plan" or _located(plan, gap).get(entity.level) == entity.key


def _content(model: Model, entity: Entity, measure: str, place: int) -> Node | int | None:
    """Return a cell of the bridge; `place` is 0 for the total, then counts the years."""
    adopted = ["adopted_total", *model.adopted][place]
    base = ["base_total", *model.base][place]
    live = model.amounts[place]

    def cell(other: str) -> Ref:
        return Ref(None, _row(entity, other))

    if measure == "published":
        published = model.plan.published[entity.level, entity.code]
        return [published.total, *published.years][place]
    if measure == "gaps":
        return _gaps(entity)
    if measure == "adopted":
        return activities.summed(model, entity, adopted)
    if measure == "unexplained":
        return cell("published") - cell("gaps") - cell("adopted")
    if measure == "validated":
        return activities.summed(model, entity, base) - cell("adopted")
    if measure == "base":
        return _laid_out(model, entity, base)
    if measure == "adjusted":
        return activities.summed(model, entity, live) - activities.summed(model, entity, base)
    if measure == "inserted":
        return cell("live") - cell("base") - cell("adjusted")
    return _laid_out(model, entity, live)


def _gaps(entity: Entity) -> Node:
    """Return the documented gaps inside the entity."""
    column = Range(Ref(None, FIRST_GAP, fixed=True), Ref(None, LAST_GAP, fixed=True))
    if entity.level == "plan":
        return total(column)
    return call("SUMIFS", column, column_span(GAP_COLUMNS[entity.level], FIRST_GAP, LAST_GAP), Ref("key"))


def _laid_out(model: Model, entity: Entity, col: str) -> Node:
    """Return the entity's total on its axis sheet, or for the plan the sum of the axes'."""
    from generator.sheets.axis import TOTAL, total_row  # noqa: PLC0415 - the two sheets link to each other

    if entity.axis is None:
        return sum_of([Ref(col, TOTAL, axis.sheet) for axis in model.plan.axes])
    return Ref(col, total_row(entity), entity.axis.sheet)


def _add_highlights(sheet: Sheet, model: Model) -> None:
    block = Block(FIRST_LINE, "flag", LAST_LINE, "flag")
    sheet.highlights.append(Highlight(block, Binary(">", Ref("flag"), ZERO), "alarm"))


def axis_gap(axis: Axis, col: str) -> Ref:
    """Return the documented gap of an axis in a column."""
    return ref(Entity("axe", axis.code, axis.title, axis), "gaps", col)


def plan_gap(col: str) -> Ref:
    """Return the sum of the documented gaps in a column."""
    return Ref(col, "gaps:total", RECONCILIATION)


def checks(model: Model) -> list[Check]:
    """Return what is watched on the bridges."""
    words = model.words

    def check(name: str, kind: str, differences: dict[str, Node]) -> Check:
        label, remedy = words(f"check.{name}"), words(f"check.{name}.remedy")
        return Check(RECONCILIATION, label, kind, differences, remedy)  # type: ignore[arg-type]

    entity = next(model.plan.entities)
    bridged = {
        col: ref(entity, "base", col) - ref(entity, "adopted", col) - ref(entity, "validated", col)
        for col in model.amounts
    }
    inserted = {col: ref(entity, "inserted", col) for col in model.amounts}
    found = [check("bridged", "erreur", bridged), check("inserted_amounts", "alerte", inserted)]
    if model.plan.published:
        flags = {"total": total(column_span("flag", FIRST_LINE, LAST_LINE, RECONCILIATION))}
        found.insert(0, check("unexplained", "erreur", flags))
    return found
