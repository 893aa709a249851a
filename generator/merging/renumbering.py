"""New activities under another code than the one that their copy gave them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.merging.edits import Copy, is_one
from generator.merging.facts import CODE, OF_ACTIVITIES, Facts, Key, Kind, Record
from generator.merging.parties import Parties
from generator.numbering import next_codes, sought_code
from generator.texts import comparable

Contents = Mapping[tuple[str, str], Sequence[Key]]
"""The activities of the plan by action and label."""


def recode(copy: Copy, codes: Mapping[str, str]) -> Copy:
    """Return the copy with other codes for some activities that are new in it."""
    if not codes:
        return copy

    def named(key: Key) -> Key:
        if key.kind not in OF_ACTIVITIES:
            return key
        return key._replace(code=codes.get(key.code, key.code))

    revised = {named(key): record for key, record in copy.revised.items()}
    places = {(named(key), field): place for (key, field), place in copy.places.items()}
    return copy._replace(revised=revised, places=places)


def recognise(current: Facts, copies: Sequence[Copy]) -> list[Copy]:
    """Return the copies, with the code of the plan for what it has of them under another one.

    That is where a new activity's code is another activity in the plan, which holds exactly what
    the copy adds elsewhere in the same action, under a code that the copy does not know: it was
    given when all those of one code were kept. Merged again, the copy then adds nothing. Where
    either has changed since, it is a clash like any other; where the plan lost the code, an
    addition like any other.
    """
    contents: dict[tuple[str, str], list[Key]] = {}
    if any(_new_keys(current, copy) for copy in copies):
        for key, record in current.items():
            if key.kind is Kind.ACTIVITY:
                contents.setdefault(_place(record), []).append(key)
    return [_recognised(current, contents, copy) for copy in copies]


def _recognised(current: Facts, contents: Contents, copy: Copy) -> Copy:
    codes: dict[str, str] = {}
    for key in _new_keys(current, copy):
        record = copy.revised[key]
        for twin in contents.get(_place(record), ()):
            is_unknown = twin not in copy.base and twin not in copy.revised
            is_free = is_unknown and twin.code not in codes.values()
            if is_free and is_one(current[twin], record):
                codes[key.code] = twin.code
                break
    return recode(copy, codes) if codes else copy


def _new_keys(current: Facts, copy: Copy) -> list[Key]:
    """Return the activities that a copy adds under the code of another one of the plan."""
    return [
        key
        for key, record in copy.revised.items()
        if key.kind is Kind.ACTIVITY
        and key not in copy.base
        and key in current
        and not is_one(record, current[key])
    ]


def _place(record: Record) -> tuple[str, str]:
    return comparable(str(record.get("action", ""))), comparable(str(record.get("activite", "")))


def propose_codes(
    clashes: Mapping[Key, Parties], current: Facts, copies: Iterable[Copy], taken: Iterable[str]
) -> dict[Key, tuple[str, ...]]:
    """Return by activity that clashes the codes for those that give up its own, if all are kept.

    Each is the next free one of its action, as reserve rows count: free in the plan, in every copy
    and its base, among `taken` and among those given before, whatever is chosen of them.
    """
    several = {
        key: own for key, own in clashes.items() if key.kind is Kind.ACTIVITY and own.is_several
    }
    if not several:
        return {}
    versions = [current, *(facts for copy in copies for facts in (copy.base, copy.revised))]
    keys = {key for facts in versions for key in facts if key.kind is Kind.ACTIVITY}
    new = [str(record[CODE]) for facts in versions for record in facts.values() if CODE in record]
    unfree = {sought_code(code) for code in (*taken, *new, *(key.code for key in keys))}
    found = {}
    for key, own in several.items():
        given = []
        for edits in own.others:
            action = (edits[0].revised or {}).get("action")
            given.append(next(next_codes(_codes_of(current, action) or [key.code], unfree)))
        found[key] = tuple(given)
    return found


def _codes_of(current: Facts, action: object) -> list[str]:
    """Return the codes of the activities of an action, in the plan's order."""
    return [
        key.code
        for key, record in current.items()
        if key.kind is Kind.ACTIVITY and record.get("action") == action
    ]
