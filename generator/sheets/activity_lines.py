"""The lines of the flat list: activities, reserve rows, and adopted activities that have left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.numbering import next_codes, sought_code
from generator.plan import Action, Activity, Axis, Objective, Plan, lookup_key
from generator.sheets.common import Model


def reserve_key(action: Action, place: int) -> str:
    """Return the row key of an action's reserve row, counted from 0."""
    return f"reserve:{action.code}:{place}"


def proposed_codes(plan: Plan) -> dict[str, str]:
    """Return by row key the code that each reserve row proposes: free, next in its action."""
    adopted = plan.adopted or {}
    taken = {sought_code(code) for code in (*adopted, *(a.code for a in plan.activities))}
    proposed = {}
    for action in plan.actions:
        codes = next_codes([activity.code for activity in action.activities], taken)
        for place in range(plan.settings.reserve_rows):
            proposed[reserve_key(action, place)] = next(codes)
    return proposed


class Line(NamedTuple):
    """A row of the list: its place in the plan, what it is now and what it was when adopted.

    `code` is the one it was made with; `sheet` and `current` are None once it has left its place,
    `adopted` where it was not there when the plan was adopted.
    """

    key: str
    code: str
    nature: str
    axis: str
    objective: str
    action: str
    sheet: str | None = None
    current: Activity | None = None
    adopted: Activity | None = None


def first_line(plan: Plan) -> str:
    """Return the row key of the list's first line, without going through the others."""
    return next(plan.activities).code


def lines(model: Model) -> Iterator[Line]:
    """Yield the rows of the list in the plan's order, adopted activities that are gone last.

    An activity that moved to another action is there as new, and gone from its first place: what
    was adopted stays under the action that the document prints.
    """
    plan, kept = model.plan, set()
    proposed = proposed_codes(plan)
    for axis in plan.axes:
        for objective in axis.objectives:
            for action in objective.actions:
                for line in _action_lines(plan, proposed, axis, objective, action):
                    if line.adopted:
                        kept.add(line.code)
                    yield line
    for code, placed in (plan.adopted or {}).items():
        if code not in kept:
            keys = _keys(placed.axis, placed.objective, placed.action)
            yield Line(f"gone:{code}", code, "gone", *keys, adopted=placed.activity)


def _action_lines(
    plan: Plan, proposed: Mapping[str, str], axis: Axis, objective: Objective, action: Action
) -> Iterator[Line]:
    keys = _keys(axis.code, objective.code, action.code)
    for activity in action.activities:
        adopted: Activity | None = activity
        if plan.adopted is not None:
            placed = plan.adopted.get(activity.code)
            adopted = placed.activity if placed and placed.action == action.code else None
        code = activity.code
        yield Line(code, code, "activity", *keys, axis.sheet, activity, adopted)
    for place in range(plan.settings.reserve_rows):
        key = reserve_key(action, place)
        yield Line(key, proposed[key], "reserve", *keys, axis.sheet)


def _keys(axis: str, objective: str, action: str) -> tuple[str, str, str]:
    return lookup_key(axis), lookup_key(objective), lookup_key(action)
