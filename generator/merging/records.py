"""A record settled: field by field, or as a whole where versions add it, delete it and keep it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.merging.conflicts import (
    CURRENT,
    KEEP_ALL,
    Clash,
    Condition,
    Conflict,
    Decisions,
    Side,
)
from generator.merging.edits import WHOLE, Edit, is_cost, is_one, not_superseded_whole
from generator.merging.facts import TOTAL, Key, Kind, Record, Value
from generator.merging.fields import (
    BY_FIELD,
    Ground,
    Settled,
    ground_of,
    settle_fields,
    side_of,
)
from generator.merging.parties import JOINED, Matter, Parties, join, names_of, parties_of
from generator.merging.renumbering import recode

GONE = Settled(None)
Found = Mapping[Key, Settled]
"""By key what becomes of a record, and of what was decided of an activity."""


class Version(NamedTuple):
    """One way out of a clash: whose it is and what it says, and what comes of it if chosen."""

    side: Side
    found: Found


def settle(matter: Matter, chosen: Decisions) -> Found | None:
    """Return what becomes of a record, and of what was decided of it; None where versions clash."""
    own = _settle_alone(matter, chosen)
    if own is None:
        return None
    found = {matter.key: own}
    for more in matter.attached:
        if more.held or more.edits:
            found[more.key] = GONE if own == GONE else _settle_attached(more, chosen)
    return found


def _settle_alone(matter: Matter, chosen: Decisions) -> Settled | None:
    """Return what becomes of a record itself; None where it must be chosen as a whole."""
    key, held, edits = matter.key, matter.held, matter.edits
    last = not_superseded_whole(edits)
    is_known = all(edit.base is not None and edit.revised is not None for edit in last)
    is_there = held is not None and is_known
    if is_there or (key.kind in BY_FIELD and not _is_status_deleted(matter, last)):
        return settle_fields(key, Ground(held or {}), edits, chosen)
    result = last[0].revised
    if all(is_one(edit.revised, result) for edit in last):
        if is_one(result, held):
            return Settled(held)
        if any(is_one(edit.base, held) and _is_in_view(matter, edit) for edit in last):
            return Settled(result)
    return None


def _is_status_deleted(matter: Matter, last: Sequence[Edit]) -> bool:
    """Tell whether a status goes with its reason, here or in the plan, and something of it stays.

    Whether a reason still holds without the status that it was of is asked of people.
    """
    key, held = matter.key, matter.held
    is_lost = held is None and any(edit.base is not None for edit in last)
    if key.kind is not Kind.DECISION or not (is_lost or any(e.revised is None for e in last)):
        return False
    return settle_fields(key, Ground(held or {}), matter.edits, {}) != GONE


def _is_in_view(matter: Matter, edit: Edit) -> bool:
    """Tell whether who deletes a record had in view what the plan has attached to it since."""
    if edit.revised is not None:
        return True
    base = edit.copy.base
    return all(own.held is None or is_one(base.get(own.key), own.held) for own in matter.attached)


def _settle_attached(own: Matter, chosen: Decisions, without: Sequence[Edit] = ()) -> Settled:
    """Return what is attached to an activity that stays, by all copies but those `without`."""
    names = {edit.copy.name for edit in without}
    edits = [edit for edit in own.edits if edit.copy.name not in names]
    return _settle_one(own._replace(edits=edits), chosen)


def _settle_one(matter: Matter, chosen: Decisions) -> Settled:
    """Return what becomes of a record that nothing is attached to."""
    if not matter.edits:
        return Settled(matter.held)
    found = settle(matter, chosen) or settle_clash(matter, parties_of(matter), (), chosen)
    return found[matter.key]


def settle_clash(
    matter: Matter, parties: Parties, codes: Sequence[str], chosen: Decisions
) -> Found:
    """Return what becomes of a record that versions add, delete and keep: what was chosen.

    Else it stays as it is, with a conflict over the whole of it, and those that hang on the choice.
    `codes` are those of the activities that give up theirs if all are kept.
    """
    versions = _versions(matter, parties, codes, chosen)
    who = chosen.get((matter.key, WHOLE))
    for version in versions:
        if version.side.who == who:
            return version.found
    clash = Clash.ADDED if parties.is_several else Clash.DELETED
    sides = tuple(version.side for version in versions)
    conflict = Conflict(matter.key, WHOLE, clash, None, sides)
    return {matter.key: Settled(matter.held, (conflict, *_hanging(matter.key, versions)))}


def _hanging(key: Key, versions: Sequence[Version]) -> Iterator[Conflict]:
    """Yield the conflicts that only count if some version is chosen, with which."""
    found: dict[tuple[Key, str], tuple[Conflict, list[str]]] = {}
    for version in versions:
        for settled in version.found.values():
            for conflict in settled.conflicts:
                place = conflict.key, conflict.field
                found.setdefault(place, (conflict, []))[1].append(version.side.who)
    for conflict, who in found.values():
        yield conflict._replace(when=conflict.when or Condition(key, tuple(who)))


def _versions(
    matter: Matter, parties: Parties, codes: Sequence[str], chosen: Decisions
) -> list[Version]:
    """Return the ways out: the plan as it is, each version by name, and all, if there are codes."""
    key, held = matter.key, matter.held
    decided, gone = _decided_by_keepers(matter, parties, chosen), _all_gone(matter)
    now = {own.key: Settled(own.held) for own in matter.attached}
    current = _version(matter, CURRENT, "", Settled(held), now if held else gone)
    named = [_version(matter, *_said_by([edit], key), GONE, gone) for edit in parties.deleted]
    kept = []
    if parties.kept:
        joined = join(key, held, parties.kept, chosen)
        kept = [_version(matter, *_said_by(parties.kept, key), joined, decided)]
    first = len(parties.added) - len(parties.others)
    own_codes = [key.code] * first + ([*codes] or [key.code] * len(parties.others))
    added = [
        _added(matter, edits, code, chosen)
        for edits, code in zip(parties.added, own_codes, strict=True)
    ]
    versions = [current, *sorted([*named, *kept, *added], key=lambda version: version.side.who)]
    if codes:
        keeper = [*kept, *added[:first], current][0]
        versions.append(_keep_all(matter, keeper, dict(zip(codes, added[first:], strict=True))))
    return versions


def _added(matter: Matter, edits: Sequence[Edit], code: str, chosen: Decisions) -> Version:
    """Return the way out where a new record of one content is taken, under the code it may get."""
    decided = _decided_by_adders(matter, edits, code, chosen)
    return _version(matter, *_said_by(edits, matter.key), Settled(edits[0].revised), decided)


def _all_gone(matter: Matter) -> Found:
    """Return what is attached to a record that is gone."""
    return {own.key: GONE for own in matter.attached}


def _decided_by_keepers(matter: Matter, parties: Parties, chosen: Decisions) -> Found:
    """Return what is attached to the record that is kept.

    One that the plan lost comes back with what was attached to it, as those who keep it say.
    """
    added = [edit for own in parties.added for edit in own]
    return {
        own.key: _settle_attached(own, chosen, added)
        if matter.held is not None
        else _come_back(own.key, parties.kept, chosen)
        for own in matter.attached
    }


def _come_back(key: Key, kept: Sequence[Edit], chosen: Decisions) -> Settled:
    """Return what is attached to a record that the plan lost."""
    edits = [Edit(edit.copy, edit.copy.base.get(key), edit.copy.revised.get(key)) for edit in kept]
    bases = [own.base or {} for own, edit in zip(edits, kept, strict=True) if edit.base]
    return settle_fields(key, ground_of(None, bases), edits, chosen)


def _decided_by_adders(
    matter: Matter, edits: Sequence[Edit], code: str, chosen: Decisions
) -> Found:
    """Return what is attached to a new activity by those who add it, whatever code it gets."""
    copies = [recode(edit.copy, {matter.key.code: code}) for edit in edits]
    found = {}
    for own in matter.attached:
        key = Key(own.key.kind, code)
        said = [Edit(copy, None, copy.revised[key]) for copy in copies if key in copy.revised]
        found[own.key] = _settle_one(Matter(key, None, said), chosen)
    return found


def _said_by(edits: Sequence[Edit], key: Key) -> tuple[str, str]:
    """Return who says something together, and where."""
    places = dict.fromkeys(side_of(edit, key, WHOLE).place for edit in edits)
    return names_of(edits), JOINED.join(place for place in places if place)


def _version(matter: Matter, who: str, place: str, own: Settled, attached: Found) -> Version:
    """Return a way out where a record becomes this; what is open in it is not shown."""
    fields = [conflict.field for conflict in own.conflicts]
    hidden = {field for field in own.record or {} if TOTAL in fields and is_cost(field)}
    record = own.record and _without(own.record, {*fields, *hidden})
    shown: dict[str, Value] = {}
    for more in attached.values():
        fields += [conflict.field or str(conflict.key.kind) for conflict in more.conflicts]
        asked = {conflict.field for conflict in more.conflicts}
        shown |= {} if WHOLE in asked else _without(more.record or {}, asked)
    side = Side(who, place, None, record, shown or None, tuple(fields))
    return Version(side, {matter.key: own, **attached})


def _without(record: Record, fields: Container[str]) -> Record:
    return {field: value for field, value in record.items() if field not in fields}


def _keep_all(matter: Matter, first: Version, others: Mapping[str, Version]) -> Version:
    """Return the way out where every activity of a code is kept, `others` under other codes."""
    found = dict(first.found)
    for code, other in others.items():
        for key in (matter.key, *(own.key for own in matter.attached)):
            found[key._replace(code=code)] = other.found[key]
    codes = {matter.key.code: first, **others}
    given = tuple((code, version.side.who) for code, version in codes.items())
    return Version(Side(KEEP_ALL, "", codes=given), found)
