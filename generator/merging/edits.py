"""What a copy did to the records of the plan, and which other copy had it in view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from generator.merging.facts import (
    PM_WORD,
    TOTAL,
    Facts,
    Key,
    Record,
    Value,
    is_same,
    is_same_record,
)

WHOLE = ""
"""The field of a conflict over a record as a whole."""


class Copy(NamedTuple):
    """A version of the plan: whose it is, what it was made from, what it says now.

    `places` maps (key, field) to the cell, as `Axe I!F12`; the field of a whole record is `WHOLE`.
    `corrected` maps the key of a funding to the one that its row had in the base, where that is
    another one.
    """

    name: str
    base: Facts
    revised: Facts
    places: Mapping[tuple[Key, str], str]
    corrected: Mapping[Key, Key] = MappingProxyType({})


class Edit(NamedTuple):
    """What a copy did to a record: its base and its revised record, None where it has none."""

    copy: Copy
    base: Record | None
    revised: Record | None


Said = Iterable[tuple[str, Value | None]]
"""Fields with what each is, or may become."""


def edited(edit: Edit) -> Iterator[str]:
    """Yield the fields that a copy changed in a record."""
    base, revised = edit.base or {}, edit.revised or {}
    for field in {**base, **revised}:
        if not is_same(base.get(field), revised.get(field)):
            yield field


def value_of(edit: Edit, field: str) -> Value | None:
    """Return what a copy says of a field now."""
    return (edit.revised or {}).get(field)


def value_before(edit: Edit, field: str) -> Value | None:
    """Return what a copy's base says of a field."""
    return (edit.base or {}).get(field)


def not_superseded(edits: Sequence[Edit], field: str) -> list[Edit]:
    """Return the edits that no other one started from, so that it had them in view.

    Two that started from each other's value have no order: both stay.
    """

    def follows(later: Edit, earlier: Edit) -> bool:
        onward = is_same(value_before(later, field), value_of(earlier, field))
        return onward and not is_same(value_of(later, field), value_before(earlier, field))

    return [edit for edit in edits if not any(follows(other, edit) for other in edits)] or [*edits]


def not_superseded_whole(edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits but those whose whole record another one started from."""

    def follows(later: Edit, earlier: Edit) -> bool:
        if earlier.revised is None or is_one(earlier.base, earlier.revised):
            return False
        onward = is_one(later.base, earlier.revised)
        return onward and not is_one(later.revised, earlier.base)

    return [edit for edit in edits if not any(follows(other, edit) for other in edits)] or [*edits]


def onto(held: Record | None, edit: Edit) -> Record | None:
    """Return the record as it is now with what a copy did to it.

    Where that would give amounts to an activity without a cost, its cost is all as in the copy.
    """
    if held is None or edit.base is None or edit.revised is None:
        return edit.revised
    fields, revised = set(edited(edit)), edit.revised
    kept = {field: value for field, value in held.items() if field not in fields}
    record = kept | {field: value for field, value in revised.items() if field in fields}
    return texts_of(record) | cost_of(revised) if is_mixed(record.items()) else record


def is_one(one: Record | None, other: Record | None) -> bool:
    """Tell whether two records are one, or both absent."""
    if one is None or other is None:
        return one is other
    return is_same_record(one, other)


def is_cost(field: str) -> bool:
    """Tell whether a field is `PM` or the amount of a year."""
    return field == TOTAL or field.isdigit()


def cost_of(record: Record) -> dict[str, Value]:
    """Return the cost of an activity."""
    return {field: value for field, value in record.items() if is_cost(field)}


def texts_of(record: Record) -> dict[str, Value]:
    """Return all fields of an activity but its cost."""
    return {field: value for field, value in record.items() if not is_cost(field)}


def is_mixed(said: Said) -> bool:
    """Tell whether an activity may have no cost, and amounts."""
    marks = {
        (field == TOTAL, value == PM_WORD)
        for field, value in said
        if value is not None and is_cost(field)
    }
    return {(True, True), (False, False)} <= marks
