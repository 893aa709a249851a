"""The rows of a bridge of *Rapprochement*: what each of their cells holds, in a column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from generator.model.formula import ONE, Node, Range, Ref, call, column_span, sliding_span, total
from generator.plan import Entity
from generator.sheets import activities, gaps
from generator.sheets.common import AXIS_TOTAL, Model, sum_of, total_row


def row_of(entity: Entity, measure: str) -> str:
    """Return the key of the row of a measure in the entity's bridge."""
    return f"{entity.level}:{entity.code}:{measure}"


class Spot(NamedTuple):
    """A cell of a bridge: its level of the plan, and its column (0: the total, then the years)."""

    model: Model
    entity: Entity
    place: int

    def of(self, measure: str) -> Ref:
        """Return the same column of another row of the bridge."""
        return Ref(None, row_of(self.entity, measure))

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


def printed(model: Model, entity: Entity) -> tuple[int | None, ...]:
    """Return the total and the years that the document prints; None for what it does not."""
    published = model.plan.published.get((entity.level, entity.code))
    if published is None:
        return (None,) * len(model.amounts)
    return published.total, *published.years


def _published(spot: Spot) -> int | None:
    return printed(spot.model, spot.entity)[spot.place]


def _inserted(spot: Spot) -> Node:
    """Return the amounts of rows that the list does not know, read on the axis sheet itself."""
    entity, years = spot.entity, spot.model.plan.years
    if spot.place == 0:
        return total(Range(Ref(f"y{years[0]}"), Ref(f"y{years[-1]}")))
    if entity.level != "action" or entity.axis is None:
        return sum_of([Ref(None, row_of(child, "inserted")) for child in _children(spot)])
    first, last, sheet = f"debut:{entity.code}", f"fin:{entity.code}", entity.axis.sheet
    marks = column_span("line", first, last, sheet)
    amounts = sliding_span(f"y{years[spot.place - 1]}", first, last, sheet)
    return total(amounts) - call("SUMIF", marks, ONE, amounts)


def _children(spot: Spot) -> list[Entity]:
    """Return the entities just under one: the plan's axes, an axis's objectives, and so on."""
    entity, plan = spot.entity, spot.model.plan
    if entity.axis is None:
        return [Entity("axe", axis.code, axis.title, axis) for axis in plan.axes]
    axis = entity.axis
    if entity.level == "axe":
        return [Entity("objectif", part.code, part.title, axis) for part in axis.objectives]
    own = next(part for part in axis.objectives if part.code == entity.code)
    return [Entity("action", part.code, part.title, axis) for part in own.actions]


def _undocumented(spot: Spot) -> Node | None:
    """Return the francs of the print that its gaps do not explain; None where it says nothing."""
    if _published(spot) is None:
        return None
    return call("ABS", spot.of("published") - spot.of("gaps") - spot.of("adopted"))


def _unexplained(spot: Spot) -> Node:
    """Return the francs that the two bridges of the activities leave, each without its sign."""
    changed = total(Range(spot.of("adopted"), spot.of("validated")))
    adjusted = total(Range(spot.of("base"), spot.of("inserted")))
    return call("ABS", spot.of("base") - changed) + call("ABS", spot.of("live") - adjusted)


CONTENTS: Mapping[str, Callable[[Spot], Node | int | None]] = {
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
