"""Three-way merge: each copy against the base that it carries, into the plan as it is now.

Every field of every record is settled on its own, from the set of what all the copies say of it:
the order of the copies plays no part. A copy speaks of a field only where it changed it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from generator.merging.changes import Change, compare_records
from generator.merging.facts import (
    PM_WORD,
    TOTAL,
    Facts,
    Key,
    Kind,
    Record,
    Value,
    is_same,
    is_same_record,
)

WHOLE = ""
"""The field of a conflict over a record as a whole."""

CURRENT = "la matrice actuelle"
"""Who says what the plan says now."""


class Copy(NamedTuple):
    """A version of the plan: whose it is, what it was made from, what it says now.

    `places` maps (key, field) to the cell, as `Axe I!F12`; the field of a whole record is `WHOLE`.
    """

    name: str
    base: Facts
    revised: Facts
    places: Mapping[tuple[Key, str], str]


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


class _Edit(NamedTuple):
    """What a copy did to a record: its base and its revised record, None where it has none."""

    copy: Copy
    base: Record | None
    revised: Record | None


def merge(current: Facts, copies: Sequence[Copy], decisions: Decisions | None = None) -> Merged:
    """Return what the copies change together, and the conflicts that `decisions` leave open."""
    chosen = decisions or {}
    edits: dict[Key, list[_Edit]] = {}
    for copy in copies:
        for key in {**copy.base, **copy.revised}:
            base, revised = copy.base.get(key), copy.revised.get(key)
            if base is None or revised is None or not is_same_record(base, revised):
                edits.setdefault(key, []).append(_Edit(copy, base, revised))
    changes: list[Change] = []
    conflicts: list[Conflict] = []
    for key in _in_order(edits, current):
        settled = _settle(key, current.get(key), edits[key], chosen)
        conflicts.extend(settled.conflicts)
        changes.extend(settled.changes)
    return Merged(tuple(changes), tuple(conflicts))


def _in_order(edits: Iterable[Key], current: Facts) -> list[Key]:
    """Return the keys in the order of the plan as it is now, then those it does not have."""
    ranks = {key: rank for rank, key in enumerate(current)}
    return sorted(edits, key=lambda key: (ranks.get(key, len(ranks)), *key))


def _settle(key: Key, held: Record | None, edits: Sequence[_Edit], chosen: Decisions) -> Merged:
    """Return what becomes of a record that copies added, deleted or edited."""
    if any(edit.base is None for edit in edits):
        return _settle_whole(key, held, edits, Clash.ADDED, chosen)
    if held is None or any(edit.revised is None for edit in edits):
        return _settle_whole(key, held, edits, Clash.DELETED, chosen)
    merged, conflicts = dict(held), list[Conflict]()
    for field in sorted({field for edit in edits for field in _edited(edit)}):
        value, conflict = _settle_field(key, field, held, edits, chosen)
        if conflict:
            conflicts.append(conflict)
        elif value is None:
            merged.pop(field, None)
        else:
            merged[field] = value
    if not conflicts and _is_mixed(key, merged):
        return _settle_whole(key, held, edits, Clash.PM, chosen)
    return Merged(tuple(compare_records(key, held, merged)), tuple(conflicts))


def _edited(edit: _Edit) -> Iterator[str]:
    base, revised = edit.base or {}, edit.revised or {}
    for field in {**base, **revised}:
        if not is_same(base.get(field), revised.get(field)):
            yield field


def _settle_field(
    key: Key, field: str, held: Record, edits: Sequence[_Edit], chosen: Decisions
) -> tuple[Value | None, Conflict | None]:
    """Return the value of a field, or the conflict over it."""
    said = [edit for edit in edits if field in set(_edited(edit))]
    last = _not_superseded(said, field)
    now = held.get(field)
    if _all_alike([_value(edit, field) for edit in last]):
        value = _value(last[0], field)
        if is_same(value, now) or any(is_same(_before(edit, field), now) for edit in last):
            return (now if is_same(value, now) else value), None
    sides = [Side(CURRENT, "", now)]
    sides += [_side(edit, key, field, _value(edit, field)) for edit in _by_name(last)]
    if (key, field) in chosen:
        return next(side.value for side in sides if side.who == chosen[key, field]), None
    bases = [_before(edit, field) for edit in said]
    base = bases[0] if _all_alike(bases) else None
    return None, Conflict(key, field, Clash.FIELD, base, tuple(sides))


def _value(edit: _Edit, field: str) -> Value | None:
    return (edit.revised or {}).get(field)


def _before(edit: _Edit, field: str) -> Value | None:
    return (edit.base or {}).get(field)


def _not_superseded(edits: Sequence[_Edit], field: str) -> list[_Edit]:
    """Return the edits that no other one started from, so that it had them in view.

    Two that started from each other's value have no order: both stay.
    """

    def follows(later: _Edit, earlier: _Edit) -> bool:
        onward = is_same(_before(later, field), _value(earlier, field))
        return onward and not is_same(_value(later, field), _before(earlier, field))

    return [edit for edit in edits if not any(follows(other, edit) for other in edits)] or [*edits]


def _all_alike(values: Sequence[Value | None]) -> bool:
    return all(is_same(value, values[0]) for value in values)


def _by_name(edits: Iterable[_Edit]) -> list[_Edit]:
    return sorted(edits, key=lambda edit: edit.copy.name)


def _side(edit: _Edit, key: Key, field: str, value: Value | None = None) -> Side:
    places = edit.copy.places
    place = places.get((key, field)) or places.get((key, WHOLE), "")
    return Side(edit.copy.name, place, value)


def _onto(held: Record | None, edit: _Edit) -> Record | None:
    """Return the record as it is now with what a copy did to it."""
    if held is None or edit.base is None or edit.revised is None:
        return edit.revised
    edited, revised = set(_edited(edit)), edit.revised
    kept = {field: value for field, value in held.items() if field not in edited}
    return kept | {field: value for field, value in revised.items() if field in edited}


def _settle_whole(
    key: Key, held: Record | None, edits: Sequence[_Edit], clash: Clash, chosen: Decisions
) -> Merged:
    """Return what becomes of a record where it is all or nothing."""
    results = [edit.revised for edit in edits]
    agreed = all(_is_one(result, results[0]) for result in results)
    if clash is not Clash.PM and agreed:
        if _is_one(results[0], held):
            return Merged((), ())
        if any(_is_one(edit.base, held) for edit in edits):
            return Merged(tuple(compare_records(key, held, results[0])), ())
    sides = [Side(CURRENT, "", None, held)]
    sides += [
        _side(edit, key, WHOLE)._replace(record=_onto(held, edit)) for edit in _by_name(edits)
    ]
    if (key, WHOLE) in chosen:
        side = next(side for side in sides if side.who == chosen[key, WHOLE])
        return Merged(tuple(compare_records(key, held, side.record)), ())
    return Merged((), (Conflict(key, WHOLE, clash, None, tuple(sides)),))


def _is_one(one: Record | None, other: Record | None) -> bool:
    """Tell whether two records are one, or both absent."""
    if one is None or other is None:
        return one is other
    return is_same_record(one, other)


def _is_mixed(key: Key, record: Record) -> bool:
    """Tell whether an activity has no cost and amounts."""
    amounts = any(field.isdigit() for field in record)
    return key.kind is Kind.ACTIVITY and record.get(TOTAL) == PM_WORD and amounts
