"""*Rapprochement*: from the published totals to the live ones, every franc explained.

For each level of the plan and each year: published - documented gaps = adopted; adopted +
validated changes = base; base + adjustments + inserted rows = live.
"""

from __future__ import annotations

from generator.model.formula import (
    ONE,
    ZERO,
    Binary,
    Name,
    Node,
    Range,
    Ref,
    call,
    column_span,
    equal,
    total,
)
from generator.model.grid import Block, Cell, Column, Highlight, Page, Sheet
from generator.plan import PLAN_CODE, Axis, Entity
from generator.sheets import gaps
from generator.sheets.common import (
    ALERT,
    ERROR,
    HEADER,
    RECONCILIATION,
    Check,
    Model,
    add_head,
    add_section,
    header_cells,
    make_check,
    total_row,
    year_titles,
)
from generator.sheets.measures import CONTENTS, Spot, printed, row_of

FIRST_LINE, LAST_LINE = "lines:first", "lines:last"

STRONG = {"published", "adopted", "base", "live"}
ALIKE = {"gaps", "undocumented", "unexplained"}
"""Rows of a bridge whose formula reads its own column alone: the years share one."""

WATCHED = {"undocumented", "unexplained"}
"""Rows of a bridge that must be 0."""

ADDED_UP = {"adopted", "base", "live"}
"""Rows of a bridge whose total must be the sum of their years."""


def ref(entity: Entity, measure: str, col: str) -> Ref:
    """Return a cell of the entity's bridge: `col` is `total` or a year's column."""
    return Ref(col, row_of(entity, measure), RECONCILIATION)


def build(model: Model) -> list[Sheet]:
    """Return the sheet of the bridges."""
    sheet = Sheet(RECONCILIATION, _columns(model), _page(model), frozen=(gaps.FIRST_GAP, "measure"))
    words = model.words
    currency = model.plan.settings.currency
    add_head(sheet, model, words("bridge.title"), words("bridge.subtitle", currency=currency))
    if model.plan.remarks:
        sheet.set("status", "measure", Cell(words("bridge.to_remarks"), "line.link"))
    titles = {key: words(f"bridge.{key}") for key in ("level", "key", "label", "measure", "total")}
    titles |= year_titles(model)
    side = {key: words(f"bridge.{key}") for key in ("flag", "expected", *gaps.GAP_COLUMNS.values())}
    sheet.add(HEADER, header_cells(titles) | header_cells(side, "text.side"), 20)
    gaps.add_gaps(sheet, model)
    _add_bridges(sheet, model)
    gaps.add_remarks(sheet, model)
    sheet.add("end", height=4)
    sheet.filtered = Block(HEADER, "level", LAST_LINE, "gap_action")
    _add_highlights(sheet)
    return [sheet]


def _columns(model: Model) -> tuple[Column, ...]:
    return (
        Column("level", 9),
        Column("key", 8),
        Column("label", 60),
        Column("measure", 22),
        Column("total", 14),
        *[Column(key, 13) for key in model.live],
        Column("flag", 10),
        Column("expected", 10),
        *[Column(key, 10) for key in gaps.GAP_COLUMNS.values()],
    )


def _page(model: Model) -> Page:
    area = Block("title", "level", "end", model.live[-1])
    return Page("A4", area, repeat_rows=(HEADER, HEADER))


def _add_bridges(sheet: Sheet, model: Model) -> None:
    sheet.add(height=8)
    add_section(sheet, model.words("bridge.bridges"), FIRST_LINE, last=model.live[-1], height=20)
    for entity in model.plan.entities:
        published = (entity.level, entity.code) in model.plan.published
        shown = {
            "published": published,
            "gaps": published or bool(model.plan.gaps),
            "undocumented": published,
        }
        for measure in CONTENTS:
            if shown.get(measure, True):
                _add_measure(sheet, model, entity, measure)
    sheet.add(LAST_LINE, height=4)


def _add_measure(sheet: Sheet, model: Model, entity: Entity, measure: str) -> None:
    first = measure == next(iter(CONTENTS))
    part = "first" if first else ("row.strong" if measure in STRONG else "row")
    name = part if first else "row.faint"
    label = _label(model, entity, measure)
    cells = {
        "level": Cell(model.words(f"level.{entity.level}"), f"line.{name}"),
        "key": Cell(entity.key, f"code.{name}"),
        "label": Cell(label, f"text.{name}"),
        "measure": Cell(model.words(f"bridge.measure.{measure}"), f"line.{part}"),
    }
    contents = [
        CONTENTS[measure](Spot(model, entity, place)) for place in _places(model, entity, measure)
    ]
    contents += [contents[-1]] * (len(model.amounts) - len(contents))
    for col, content in zip(model.amounts, contents, strict=True):
        cells[col] = Cell(content, f"money.{part}")
    if measure in WATCHED:
        cells["flag"] = Cell(_unexplained_flag(model), "number.base")
        held = sum(content is not None for content in contents)
        cells["expected"] = Cell(held, "number.base")
    elif measure in ADDED_UP:
        cells["flag"] = Cell(_across_flag(model), "number.base")
    elif measure == "published" and entity.axis:
        cells["flag"] = Cell(_shown_flag(entity, entity.axis), "number.base")
    sheet.add(row_of(entity, measure), cells)


def _places(model: Model, entity: Entity, measure: str) -> range:
    """Return the columns whose contents are made: the total and one year where years are alike."""
    alike = measure in ALIKE and len(set(map(type, printed(model, entity)))) == 1
    return range(2 if alike else len(model.amounts))


def _label(model: Model, entity: Entity, measure: str) -> str | None:
    """Return the entity's title on its first row, the gaps that make up its own, else nothing."""
    if measure == next(iter(CONTENTS)) or (measure == "adopted" and not model.plan.published):
        return entity.title
    ids = model.gap_ids(entity) if measure == "gaps" else ""
    return model.words("bridge.see", ids=ids) if ids else None


def _unexplained_flag(model: Model) -> Node:
    """Return 1 where a number of the row is not 0 within the tolerance, or is none."""
    cells = Range(Ref("total"), Ref(model.live[-1]))
    holds = call(
        "AND",
        equal(call("COUNT", cells), Ref("expected", fixed="col")),
        Binary("<=", call("MAX", cells), Name("Tolerance")),
    )
    return call("IFERROR", ONE - holds, ONE)


def _across_flag(model: Model) -> Node:
    """Return 1 where the row's total is not the sum of its years."""
    gap = call("ABS", Ref("total") - total(Range(Ref(model.live[0]), Ref(model.live[-1]))))
    return call("IFERROR", ONE - Binary("<=", gap, Name("Tolerance")), ONE)


def _shown_flag(entity: Entity, axis: Axis) -> Node:
    """Return 1 where the axis's sheet does not show the published total that stands here."""
    shown = Ref("published", total_row(entity), axis.sheet)
    gap = call("ABS", Ref("total") - shown)
    return call("IFERROR", ONE - Binary("<=", gap, Name("Tolerance")), ONE)


def _add_highlights(sheet: Sheet) -> None:
    block = Block(FIRST_LINE, "flag", LAST_LINE, "flag")
    sheet.highlights.append(Highlight(block, Binary(">", Ref("flag"), ZERO), "alarm"))


def plan_live(col: str) -> Ref:
    """Return the sum of the axis sheets' totals in a column."""
    return Ref(col, f"plan:{PLAN_CODE}:live", RECONCILIATION)


def axis_gap(axis: Axis, col: str) -> Ref:
    """Return the documented gap of an axis in a column."""
    return ref(Entity("axe", axis.code, axis.title, axis), "gaps", col)


def checks(model: Model) -> list[Check]:
    """Return what is watched on the bridges."""
    entity = next(model.plan.entities)
    flags = {"total": total(column_span("flag", FIRST_LINE, LAST_LINE, RECONCILIATION))}
    inserted = {col: ref(entity, "inserted", col) for col in model.amounts}
    return [
        make_check(model, RECONCILIATION, "unexplained", ERROR, flags),
        make_check(model, RECONCILIATION, "inserted_amounts", ALERT, inserted),
    ]
