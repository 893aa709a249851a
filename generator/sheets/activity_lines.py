"""The lines of the flat list: activities, reserve rows, and adopted activities that have left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.plan import Action, Activity, Axis, Objective, Plan, lookup_key
from generator.sheets.common import Model


def reserve_key(action: Action, place: int) -> str:
    """Return the row key of an action's reserve row, counted from 0."""
    return f"reserve:{action.code}:{place}"


def proposed_codes(plan: Plan) -> dict[str, str]:
    """Return by row key the code that each reserve row proposes: free, next in its action."""
    taken = {activity.code.casefold() for activity in plan.activities}
    proposed = {}
    for action in plan.actions:
        prefix = action.activities[-1].code.rstrip("0123456789")
        numbers = [activity.code.removeprefix(prefix) for activity in action.activities]
        number = max([int(text) for text in numbers if text.isdecimal()], default=0)
        for place in range(plan.settings.reserve_rows):
            number += 1
            while f"{prefix}{number}".casefold() in taken:
                number += 1
            taken.add(f"{prefix}{number}".casefold())
            proposed[reserve_key(action, place)] = f"{prefix}{number}"
    return proposed


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list: where it stands in the plan; `sheet` is None once it has left it."""

    key: str
    nature: str
    axis: str
    objective: str
    action: str
    sheet: str | None
    adopted: Activity | None


def lines(model: Model) -> Iterator[Line]:
    """Yield the rows of the list in the plan's order, adopted activities that are gone last."""
    plan, seen = model.plan, set()
    for axis in plan.axes:
        for objective in axis.objectives:
            for action in objective.actions:
                for line in _action_lines(model, axis, objective, action):
                    seen.add(line.key)
                    yield line
    for code, placed in (plan.adopted or {}).items():
        if code not in seen:
            keys = (
                lookup_key(placed.axis),
                lookup_key(placed.objective),
                lookup_key(placed.action),
            )
            yield Line(code, "gone", *keys, None, placed.activity)


def _action_lines(model: Model, axis: Axis, objective: Objective, action: Action) -> Iterator[Line]:
    keys = (lookup_key(axis.code), lookup_key(objective.code), lookup_key(action.code))
    for activity in action.activities:
        adopted: Activity | None = activity
        if model.plan.adopted is not None:
            found = model.plan.adopted.get(activity.code)
            adopted = found.activity if found else None
        yield Line(activity.code, "activity", *keys, axis.sheet, adopted)
    for place in range(model.plan.settings.reserve_rows):
        yield Line(reserve_key(action, place), "reserve", *keys, axis.sheet, None)
