"""*Rapprochement*: from the published totals to the live ones, every franc explained.

For each level of the plan and each year: published - documented gaps = adopted; adopted +
validated changes = base; base + adjustments + inserted rows = live.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

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
    sliding_span,
    total,
)
from generator.model.grid import Block, Cell, Column, Highlight, Page, Sheet
from generator.plan import PLAN_CODE, Axis, Entity
from generator.sheets import activities, gaps
from generator.sheets.common import (
    ALERT,
    AXIS_TOTAL,
    ERROR,
    HEADER,
    RECONCILIATION,
    Check,
    Model,
    add_head,
    add_section,
    header_cells,
    make_check,
    sum_of,
    total_row,
    year_titles,
)

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
    return Ref(col, _row(entity, measure), RECONCILIATION)


def _row(entity: Entity, measure: str) -> str:
    return f"{entity.level}:{entity.code}:{measure}"


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
        CONTENTS[measure](_Spot(model, entity, place)) for place in _places(model, entity, measure)
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
    sheet.add(_row(entity, measure), cells)


def _places(model: Model, entity: Entity, measure: str) -> range:
    """Return the columns whose contents are made: the total and one year where years are alike."""
    alike = measure in ALIKE and len(set(map(type, _printed(model, entity)))) == 1
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


class _Spot(NamedTuple):
    """A cell of a bridge: its level of the plan, and its column (0: the total, then the years)."""

    model: Model
    entity: Entity
    place: int

    def of(self, measure: str) -> Ref:
        """Return the same column of another row of the bridge."""
        return Ref(None, _row(self.entity, measure))

    def listed(self, version: str) -> Node:
        """Return the sum of the flat list: `live`, `base` or `adopted` amounts."""
        return activities.summed(self.model, self.entity, self._column(version))

    def laid_out(self, version: str) -> Node:
        """Return the total on the axis sheet, or for the plan the sum of the axes'."""
        col, axis = self._column(version), self.entity.axis
        if axis is None:
            axes = self.model.plan.axes
            return sum_of([Ref(col, AXIS_TOTAL, part.sheet) for part in axes])
        return Ref(col, total_row(self.entity), axis.sheet)

    def _column(self, version: str) -> str:
        total_column, prefix = VERSIONS[version]
        if self.place == 0:
            return total_column
        return f"{prefix}{self.model.plan.years[self.place - 1]}"


VERSIONS = {
    "live": ("total", "y"),
    "base": ("base_total", "b"),
    "adopted": ("adopted_total", "a"),
}
"""By version of the amounts: the column of its total, and what precedes the year in the others."""


def _printed(model: Model, entity: Entity) -> tuple[int | None, ...]:
    """Return the total and the years that the document prints; None for what it does not."""
    published = model.plan.published.get((entity.level, entity.code))
    if published is None:
        return (None,) * len(model.amounts)
    return published.total, *published.years


def _published(spot: _Spot) -> int | None:
    return _printed(spot.model, spot.entity)[spot.place]


def _inserted(spot: _Spot) -> Node:
    """Return the amounts of rows that the list does not know, read on the axis sheet itself."""
    entity, years = spot.entity, spot.model.plan.years
    if spot.place == 0:
        return total(Range(Ref(f"y{years[0]}"), Ref(f"y{years[-1]}")))
    if entity.level != "action" or entity.axis is None:
        return sum_of([Ref(None, _row(child, "inserted")) for child in _children(spot)])
    first, last, sheet = f"debut:{entity.code}", f"fin:{entity.code}", entity.axis.sheet
    marks = column_span("line", first, last, sheet)
    amounts = sliding_span(f"y{years[spot.place - 1]}", first, last, sheet)
    return total(amounts) - call("SUMIF", marks, ONE, amounts)


def _children(spot: _Spot) -> list[Entity]:
    """Return the entities just under one: the plan's axes, an axis's objectives, and so on."""
    entity, plan = spot.entity, spot.model.plan
    if entity.axis is None:
        return [Entity("axe", axis.code, axis.title, axis) for axis in plan.axes]
    axis = entity.axis
    if entity.level == "axe":
        return [Entity("objectif", part.code, part.title, axis) for part in axis.objectives]
    own = next(part for part in axis.objectives if part.code == entity.code)
    return [Entity("action", part.code, part.title, axis) for part in own.actions]


def _undocumented(spot: _Spot) -> Node | None:
    """Return the francs of the print that its gaps do not explain; None where it says nothing."""
    if _published(spot) is None:
        return None
    return call("ABS", spot.of("published") - spot.of("gaps") - spot.of("adopted"))


def _unexplained(spot: _Spot) -> Node:
    """Return the francs that the two bridges of the activities leave, each without its sign."""
    changed = total(Range(spot.of("adopted"), spot.of("validated")))
    adjusted = total(Range(spot.of("base"), spot.of("inserted")))
    return call("ABS", spot.of("base") - changed) + call("ABS", spot.of("live") - adjusted)


CONTENTS: Mapping[str, Callable[[_Spot], Node | int | None]] = {
    "published": _published,
    "gaps": lambda spot: gaps.gaps_inside(spot.entity),
    "adopted": lambda spot: spot.listed("adopted"),
    "validated": lambda spot: spot.listed("base") - spot.of("adopted"),
    "base": lambda spot: spot.laid_out("base"),
    "adjusted": lambda spot: spot.listed("live") - spot.of("adopted") - spot.of("validated"),
    "inserted": _inserted,
    "live": lambda spot: spot.laid_out("live"),
    "undocumented": _undocumented,
    "unexplained": _unexplained,
}
"""The rows of a bridge, in order, and what each of their cells holds."""


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
