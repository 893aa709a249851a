"""Three-way merge: each copy against the base that it carries, into the plan as it is now.

Every field of every record is settled on its own, from the set of what all the copies say of it:
the order of the copies plays no part. A copy speaks of a field only where it changed it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.merging.changes import Change, compare_records
from generator.merging.conflicts import (
    CURRENT,
    KEEP_ALL,
    Clash,
    Condition,
    Conflict,
    Decisions,
    Side,
)
from generator.merging.edits import WHOLE, Copy, Edit, is_one
from generator.merging.facts import ATTACHED, Facts, Key, Kind
from generator.merging.fields import Settled
from generator.merging.parties import Matter, parties_of
from generator.merging.records import settle, settle_clash
from generator.merging.rekeying import give_keys, hold_corrected
from generator.merging.renumbering import propose_codes, recognise
from generator.numbering import natural_order

__all__ = [
    "CURRENT",
    "KEEP_ALL",
    "WHOLE",
    "Clash",
    "Condition",
    "Conflict",
    "Copy",
    "Decisions",
    "Merged",
    "Side",
    "merge",
]


class Merged(NamedTuple):
    """What to change in the plan as it is now, and what must be chosen first."""

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


def merge(
    current: Facts,
    copies: Sequence[Copy],
    decisions: Decisions | None = None,
    taken: Iterable[str] = (),
) -> Merged:
    """Return what the copies change together, and the conflicts that `decisions` leave open.

    `taken` are codes that no new activity gets, beside those of the plan and of the copies.
    """
    chosen = decisions or {}
    copies, held = hold_corrected(current, recognise(current, copies))
    settled: dict[Key, Settled] = {}
    clashing: list[Matter] = []
    for matter in _matters(current, copies):
        found = settle(matter, chosen)
        if found is None:
            clashing.append(matter)
        settled |= found or {}
    parties = {matter.key: parties_of(matter) for matter in clashing}
    codes = propose_codes(parties, current, copies, taken)
    for matter in clashing:
        own = parties[matter.key]
        settled |= settle_clash(matter, own, codes.get(matter.key, ()), chosen)
    order = _in_order(settled, current)
    changes = (compare_records(key, current.get(key), settled[key].record) for key in order)
    told = tuple(change for own in changes for change in own)
    return Merged(
        give_keys(told, current, held),
        tuple(conflict for key in order for conflict in settled[key].conflicts),
    )


def _matters(current: Facts, copies: Sequence[Copy]) -> list[Matter]:
    """Return the records that copies speak of; an activity comes with what is attached to it."""
    edits = _edits(current, copies)

    def matter(key: Key, attached: Sequence[Matter] = ()) -> Matter:
        return Matter(key, current.get(key), edits.get(key, ()), attached)

    found = []
    for key in _in_order(edits, current):
        if key.kind is Kind.ACTIVITY:
            found.append(matter(key, [matter(Key(kind, key.code)) for kind in ATTACHED]))
        elif key.kind not in ATTACHED or Key(Kind.ACTIVITY, key.code) not in edits:
            found.append(matter(key))
    return found


def _edits(current: Facts, copies: Sequence[Copy]) -> dict[Key, list[Edit]]:
    """Return by record what the copies did to it, in the order of their names.

    Of an activity that it does not have, a copy decides nothing.
    """
    found: dict[Key, list[Edit]] = {}
    for copy in sorted(copies, key=lambda copy: copy.name):
        for key in {**copy.base, **copy.revised}:
            edit = Edit(copy, copy.base.get(key), copy.revised.get(key))
            is_void = key.kind in ATTACHED and Key(Kind.ACTIVITY, key.code) not in copy.revised
            if not is_void and not is_one(edit.base, edit.revised):
                found.setdefault(key, []).append(edit)
    for decided in [key for key in found if key.kind in ATTACHED]:
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


def _in_order(keys: Iterable[Key], current: Facts) -> list[Key]:
    """Return the keys in the order of the plan as it is now, then those it does not have."""
    ranks = {key: rank for rank, key in enumerate(current)}

    def order(key: Key) -> tuple[object, ...]:
        return ranks.get(key, len(ranks)), key.kind, natural_order(key.code), key.code

    return sorted(keys, key=order)
