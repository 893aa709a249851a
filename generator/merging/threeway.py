"""Three-way merge: each copy against the base that it carries, into the plan as it is now.

Every field of every record is settled on its own, from the set of what all the copies say of it:
the order of the copies plays no part. A copy speaks of a field only where it changed it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from generator.merging.changes import Change, Nature, compare_records
from generator.merging.edits import (
    WHOLE,
    Copy,
    Edit,
    Said,
    cost_of,
    edited,
    is_cost,
    is_mixed,
    is_one,
    not_superseded,
    not_superseded_whole,
    onto,
    texts_of,
    value_before,
    value_of,
)
from generator.merging.facts import Facts, Key, Kind, Record, Value, is_same

__all__ = [
    "CURRENT",
    "WHOLE",
    "Clash",
    "Conflict",
    "Copy",
    "Decisions",
    "Merged",
    "Side",
    "merge",
]

BY_FIELD = frozenset({Kind.CEILING, Kind.SETTING})
"""Kinds whose records are neither added nor deleted: a blank one is all that there is then."""

CURRENT = "la matrice actuelle"
"""Who says what the plan says now."""


class Side(NamedTuple):
    """What one version says where versions clash; `record` is None for one that deletes it."""

    who: str
    place: str
    value: Value | None = None
    record: Record | None = None


class Clash(StrEnum):
    """Why nothing can be chosen."""

    FIELD = "valeurs différentes"
    ADDED = "même code, contenus différents"
    DELETED = "supprimé d'un côté, modifié de l'autre"
    PM = "activité « PM » d'un côté, chiffrée de l'autre"


class Conflict(NamedTuple):
    """What people must choose: the record, the field (`WHOLE`: all of it), and what each says."""

    key: Key
    field: str
    clash: Clash
    base: Value | None
    sides: tuple[Side, ...]


class Merged(NamedTuple):
    """What to change in the plan as it is now, and what must be chosen first."""

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


Decisions = Mapping[tuple[Key, str], str]
"""By conflict (key, field) who was chosen."""


def merge(current: Facts, copies: Sequence[Copy], decisions: Decisions | None = None) -> Merged:
    """Return what the copies change together, and the conflicts that `decisions` leave open."""
    edits = _edits(current, copies)
    settled = {
        key: _settle(key, current.get(key), edits[key], decisions or {})
        for key in _in_order(edits, current)
    }
    for key in [key for key in settled if _is_gone(key, current, settled)]:
        decided = Key(Kind.DECISION, key.code)
        if decided in settled or decided in current:
            changes = compare_records(decided, current.get(decided), None)
            settled[decided] = Merged(tuple(changes), ())
    return Merged(
        tuple(change for own in settled.values() for change in own.changes),
        tuple(conflict for own in settled.values() for conflict in own.conflicts),
    )


def _edits(current: Facts, copies: Sequence[Copy]) -> dict[Key, list[Edit]]:
    """Return by record what the copies did to it, in the order of their names."""
    found: dict[Key, list[Edit]] = {}
    for copy in sorted(copies, key=lambda copy: copy.name):
        for key in {**copy.base, **copy.revised}:
            edit = Edit(copy, copy.base.get(key), copy.revised.get(key))
            if not is_one(edit.base, edit.revised):
                found.setdefault(key, []).append(edit)
    for decided in [key for key in found if key.kind is Kind.DECISION]:
        _keep_decided(current, decided, found)
    return found


def _keep_decided(current: Facts, decided: Key, edits: dict[Key, list[Edit]]) -> None:
    """Have who decides of an activity that is deleted elsewhere speak for the activity.

    That is, unless who deletes it had the decision in view.
    """
    key = Key(Kind.ACTIVITY, decided.code)
    own = edits.get(key, [])
    seen = [edit.copy.base.get(decided) for edit in own if edit.revised is None]
    if key in current and not seen:
        return
    for copy, _, decision in edits[decided]:
        base, revised = copy.base.get(key), copy.revised.get(key)
        is_new = not seen or any(not is_one(decision, other) for other in seen)
        speaks = decision is not None and revised is not None
        if speaks and is_new and all(edit.copy is not copy for edit in own):
            edits.setdefault(key, []).append(Edit(copy, base, revised))
    if key in edits:
        edits[key].sort(key=lambda edit: edit.copy.name)


def _is_gone(key: Key, current: Facts, settled: Mapping[Key, Merged]) -> bool:
    """Tell whether a record that copies speak of is not there once it is settled."""
    changes, conflicts = settled[key]
    if key.kind is not Kind.ACTIVITY or conflicts:
        return False
    return changes[0].nature is Nature.DELETED if changes else key not in current


def _in_order(edits: Iterable[Key], current: Facts) -> list[Key]:
    """Return the keys in the order of the plan as it is now, then those it does not have."""
    ranks = {key: rank for rank, key in enumerate(current)}
    return sorted(edits, key=lambda key: (ranks.get(key, len(ranks)), *key))


def _settle(key: Key, held: Record | None, edits: Sequence[Edit], chosen: Decisions) -> Merged:
    """Return what becomes of a record that copies added, deleted or edited."""
    if key.kind not in BY_FIELD:
        last = not_superseded_whole(edits)
        if any(edit.base is None for edit in last):
            return _settle_whole(key, held, edits, Clash.ADDED, chosen)
        if held is None or any(edit.revised is None for edit in last):
            return _settle_whole(key, held, edits, Clash.DELETED, chosen)
    return _settle_fields(key, held or {}, edits, chosen)


def _settle_fields(key: Key, held: Record, edits: Sequence[Edit], chosen: Decisions) -> Merged:
    """Return what becomes of a record field by field; the cost of an activity is one, if need be.

    That is where copies or the plan have an activity without a cost here, with amounts there.
    """
    merged, conflicts = dict(held), list[Conflict]()
    for field in sorted({field for edit in edits for field in edited(edit)}):
        value, conflict = _settle_field(key, field, held, edits, chosen)
        if conflict:
            conflicts.append(conflict)
        elif value is None:
            merged.pop(field, None)
        else:
            merged[field] = value
    if key.kind is Kind.ACTIVITY and is_mixed(_all_said(merged, conflicts)):
        conflicts = [own for own in conflicts if not is_cost(own.field)]
        sides = _cost_sides(key, held, edits, texts_of(merged))
        side = _chosen(sides, chosen.get((key, WHOLE)))
        if side is None:
            conflicts.append(Conflict(key, WHOLE, Clash.PM, None, tuple(sides)))
        merged = dict((side or sides[0]).record or {})
    return Merged(tuple(compare_records(key, held or None, merged or None)), tuple(conflicts))


def _cost_sides(
    key: Key, held: Record, edits: Sequence[Edit], texts: Mapping[str, Value]
) -> list[Side]:
    """Return what each version says of an activity's cost, beside the texts that it will have."""
    sides = [Side(CURRENT, "", None, {**texts, **cost_of(held)})]
    for edit in edits:
        if any(is_cost(field) for field in edited(edit)):
            record = {**texts, **cost_of(onto(held, edit) or {})}
            sides.append(_side(edit, key, WHOLE)._replace(record=record))
    return sides


def _settle_field(
    key: Key, field: str, held: Record, edits: Sequence[Edit], chosen: Decisions
) -> tuple[Value | None, Conflict | None]:
    """Return the value of a field, or the conflict over it."""
    said = [edit for edit in edits if field in set(edited(edit))]
    last = not_superseded(said, field)
    now = held.get(field)
    if _all_alike([value_of(edit, field) for edit in last]):
        value = value_of(last[0], field)
        if is_same(value, now) or any(is_same(value_before(edit, field), now) for edit in last):
            return (now if is_same(value, now) else value), None
    sides = [Side(CURRENT, "", now)]
    sides += [_side(edit, key, field)._replace(value=value_of(edit, field)) for edit in said]
    if side := _chosen(sides, chosen.get((key, field))):
        return side.value, None
    bases = [value_before(edit, field) for edit in said]
    base = bases[0] if _all_alike(bases) else None
    return None, Conflict(key, field, Clash.FIELD, base, tuple(sides))


def _all_alike(values: Sequence[Value | None]) -> bool:
    return all(is_same(value, values[0]) for value in values)


def _side(edit: Edit, key: Key, field: str) -> Side:
    places = edit.copy.places
    return Side(edit.copy.name, places.get((key, field)) or places.get((key, WHOLE), ""))


def _chosen(sides: Iterable[Side], who: str | None) -> Side | None:
    return next((side for side in sides if side.who == who), None)


def _settle_whole(
    key: Key, held: Record | None, edits: Sequence[Edit], clash: Clash, chosen: Decisions
) -> Merged:
    """Return what becomes of a record where it is all or nothing."""
    last = not_superseded_whole(edits)
    result = last[0].revised
    if all(is_one(edit.revised, result) for edit in last):
        if is_one(result, held):
            return Merged((), ())
        if any(is_one(edit.base, held) for edit in last):
            return Merged(tuple(compare_records(key, held, result)), ())
    sides = [Side(CURRENT, "", None, held)]
    sides += [_side(edit, key, WHOLE)._replace(record=onto(held, edit)) for edit in edits]
    if side := _chosen(sides, chosen.get((key, WHOLE))):
        return Merged(tuple(compare_records(key, held, side.record)), ())
    return Merged((), (Conflict(key, WHOLE, clash, None, tuple(sides)),))


def _all_said(merged: Record, conflicts: Iterable[Conflict]) -> Said:
    """Yield every field with what it may become."""
    yield from merged.items()
    for conflict in conflicts:
        yield from ((conflict.field, side.value) for side in conflict.sides)
