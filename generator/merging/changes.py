"""What changed between two versions of a plan, field by field, and the facts after a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from generator.merging.facts import CODE, Facts, Key, Record, Value, is_same


class Nature(StrEnum):
    """What happened to the record that a change is of; the value is its name in reports."""

    EDITED = "modifié"
    ADDED = "ajouté"
    DELETED = "supprimé"


class Change(NamedTuple):
    """A field that changed: None is a blank.

    A record that was added or deleted is told by one change for each of its fields.
    """

    key: Key
    nature: Nature
    field: str
    before: Value | None
    after: Value | None


def compare(before: Facts, after: Facts) -> tuple[Change, ...]:
    """Return what changed, in the order of `before`, what was added last."""
    found: list[Change] = []
    for key, record in before.items():
        found.extend(compare_records(key, record, after.get(key)))
    for key, record in after.items():
        if key not in before:
            found.extend(compare_records(key, None, record))
    return tuple(found)


def compare_records(key: Key, before: Record | None, after: Record | None) -> Iterator[Change]:
    """Yield what changed in a record; None is a record that is not there."""
    if before is None:
        nature = Nature.ADDED
    elif after is None:
        nature = Nature.DELETED
    else:
        nature = Nature.EDITED
    one, other = before or {}, after or {}
    for field in {**one, **other}:
        if not is_same(one.get(field), other.get(field)):
            was = key.code if field == CODE else one.get(field)
            yield Change(key, nature, field, was, other.get(field))


def apply(facts: Facts, changes: Iterable[Change]) -> dict[Key, Record]:
    """Return the facts after the changes; a record without a field left is gone."""
    found = dict(facts)
    for change in changes:
        record = dict(found.get(change.key, {}))
        record.pop(change.field, None)
        if change.after is not None:
            record[change.field] = change.after
        found[change.key] = record
        if not record:
            del found[change.key]
    return found
