"""A record settled field by field, from the set of what all the copies say of each field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.merging.conflicts import CURRENT, Clash, Conflict, Decisions, Side, chosen_side
from generator.merging.edits import (
    WHOLE,
    Edit,
    Said,
    cost_of,
    edited,
    is_cost,
    is_mixed,
    not_superseded,
    onto,
    texts_of,
    value_before,
    value_of,
)
from generator.merging.facts import ATTACHED, CODE, TOTAL, Key, Kind, Record, Value, is_same

BY_FIELD = frozenset({Kind.CEILING, Kind.SETTING, *ATTACHED})
"""Kinds whose records come field by field: a blank one is all that there is where there is none."""


class Settled(NamedTuple):
    """What a record becomes, None where it is gone, and what must be chosen in it first."""

    record: Record | None
    conflicts: tuple[Conflict, ...] = ()


class Ground(NamedTuple):
    """What edits are laid on: a record of the plan, or one that it lost, as it was before.

    `unsure` are the fields that a lost one's bases say differently: there, whoever keeps it speaks.
    """

    record: Record
    is_held: bool = True
    unsure: frozenset[str] = frozenset()


def ground_of(held: Record | None, bases: Sequence[Record]) -> Ground:
    """Return what edits are laid on: the plan's record, else what the edits' bases say alike."""
    if held is not None:
        return Ground(held)
    fields = {field: [base.get(field) for base in bases] for base in bases for field in base}
    unsure = frozenset(field for field, values in fields.items() if not _all_alike(values))
    first = bases[0] if bases else {}
    return Ground({f: v for f, v in first.items() if f not in unsure}, is_held=False, unsure=unsure)


def settle_fields(key: Key, ground: Ground, edits: Sequence[Edit], chosen: Decisions) -> Settled:
    """Return what becomes of a record field by field; the cost of an activity is one, if need be.

    That is where copies or the plan have an activity without a cost here, with amounts there.
    """
    merged, conflicts = dict(ground.record), list[Conflict]()
    for field in sorted({*ground.unsure, *(field for edit in edits for field in edited(edit))}):
        value, conflict = _settle_field(key, field, ground, edits, chosen)
        if conflict:
            conflicts.append(conflict)
        elif value is None:
            merged.pop(field, None)
        else:
            merged[field] = value
    if key.kind is Kind.ACTIVITY and is_mixed(_all_said(merged, conflicts)):
        conflicts = [own for own in conflicts if not is_cost(own.field)]
        sides = _cost_sides(key, ground, edits, texts_of(merged))
        side = chosen_side(sides, chosen.get((key, TOTAL)))
        if side is None:
            conflicts.append(Conflict(key, TOTAL, Clash.PM, None, tuple(sides)))
        merged = dict((side or sides[0]).record or {})
    return Settled(merged or None, tuple(conflicts))


def side_of(edit: Edit, key: Key, field: str) -> Side:
    """Return whose an edit is and where it stands, without what it says."""
    places = edit.copy.places
    return Side(edit.copy.name, places.get((key, field)) or places.get((key, WHOLE), ""))


def _cost_sides(
    key: Key, ground: Ground, edits: Sequence[Edit], texts: Mapping[str, Value]
) -> list[Side]:
    """Return what each version says of an activity's cost, beside the texts that it will have."""
    held = ground.record if ground.is_held else None
    sides = [] if held is None else [Side(CURRENT, "", None, {**texts, **cost_of(held)})]
    for edit in edits:
        if any(is_cost(field) for field in (*edited(edit), *ground.unsure)):
            record = {**texts, **cost_of(onto(held, edit) or {})}
            sides.append(side_of(edit, key, TOTAL)._replace(record=record))
    return sides


def _settle_field(
    key: Key, field: str, ground: Ground, edits: Sequence[Edit], chosen: Decisions
) -> tuple[Value | None, Conflict | None]:
    """Return the value of a field, or the conflict over it."""
    is_unsure = field in ground.unsure
    said = [edit for edit in edits if is_unsure or field in set(edited(edit))]
    last = not_superseded(said, field)
    now = ground.record.get(field)
    if _all_alike([value_of(edit, field) for edit in last]):
        value = value_of(last[0], field)
        is_known = any(is_same(value_before(edit, field), now) for edit in last)
        if is_same(value, now) or is_known or is_unsure:
            return (now if is_same(value, now) else value), None
    sides = [Side(CURRENT, "", _told(key, field, now))] if ground.is_held else []
    sides += [side_of(edit, key, field)._replace(value=value_of(edit, field)) for edit in said]
    if side := chosen_side(sides, chosen.get((key, field))):
        return (now if side.who == CURRENT else side.value), None
    bases = [_told(key, field, value_before(edit, field)) for edit in said]
    base = bases[0] if _all_alike(bases) else None
    return None, Conflict(key, field, Clash.FIELD, base, tuple(sides))


def _told(key: Key, field: str, value: Value | None) -> Value | None:
    """Return what a field is told to be: an activity that was given no other code has its own."""
    return key.code if field == CODE and value is None else value


def _all_alike(values: Sequence[Value | None]) -> bool:
    return all(is_same(value, values[0]) for value in values)


def _all_said(merged: Record, conflicts: Iterable[Conflict]) -> Said:
    """Yield every field with what it may become."""
    yield from merged.items()
    for conflict in conflicts:
        yield from ((conflict.field, side.value) for side in conflict.sides)
