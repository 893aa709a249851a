"""Activities that are given another code: what follows them, what two of them may not share.

A renaming is a change of the field `code` of the activity, under the code that it had.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from generator.merging.changes import Change, Nature, apply
from generator.merging.edits import Copy
from generator.merging.facts import CODE, OF_ACTIVITIES, Facts, Key, Kind, Record
from generator.merging.threeway import (
    CURRENT,
    WHOLE,
    Clash,
    Conflict,
    Decisions,
    Merged,
    Side,
)
from generator.reading.codes import alike_key

PRINTED = "code_document"


def renamings(changes: Iterable[Change]) -> dict[str, str]:
    """Return by code of an activity the code that it is given."""
    return {
        change.key.code: str(change.after)
        for change in changes
        if _gives_code(change) and change.after is not None
    }


def _gives_code(change: Change) -> bool:
    return change.key.kind is Kind.ACTIVITY and change.field == CODE


def rename(facts: Facts, renamed: Mapping[str, str]) -> dict[Key, Record]:
    """Return the facts with the activities under their new codes, and what is attached to them."""
    return {
        _renamed(key, renamed): {name: value for name, value in record.items() if name != CODE}
        for key, record in facts.items()
    }


def same_codes(one: Facts, other: Facts) -> tuple[Facts, Facts]:
    """Return two versions, each with the new codes of activities that the other has by them."""
    return _named_as_in(one, other), _named_as_in(other, one)


def _named_as_in(facts: Facts, beside: Facts) -> Facts:
    given = {
        key.code: str(record[CODE])
        for key, record in facts.items()
        if CODE in record
        and key not in beside
        and Key(Kind.ACTIVITY, str(record[CODE])) in beside.keys() - facts.keys()
    }
    kept = {key: own for key, own in facts.items() if key.code not in given}
    moved = {key: own for key, own in facts.items() if key.code in given}
    return {**kept, **rename(moved, given)} if given else facts


def follow(copy: Copy, renamed: Mapping[str, str], known: Mapping[str, str] | None = None) -> Copy:
    """Return a copy made before activities were renamed as if it were made after.

    `known` are all old codes with those of today, also the codes that an activity had in between: a
    copy that gives it one of them says nothing new. One that gives it another code speaks of the
    code that it was made with.
    """
    if not renamed:
        return copy
    now = {**(known or {}), **renamed}
    places = {(_renamed(key, renamed), name): at for (key, name), at in copy.places.items()}
    base = {_renamed(key, renamed): record for key, record in copy.base.items()}
    revised = {_renamed(key, renamed): record for key, record in copy.revised.items()}
    for old, new in renamed.items():
        key = Key(Kind.ACTIVITY, new)
        code = revised.get(key, {}).get(CODE)
        if code is None:
            continue
        if now.get(str(code), code) == new:
            revised[key] = {name: own for name, own in revised[key].items() if name != CODE}
        elif key in base:
            base[key] = {**base[key], CODE: old}
    return copy._replace(base=base, revised=revised, places=places)


def _renamed(key: Key, renamed: Mapping[str, str]) -> Key:
    return Key(key.kind, renamed.get(key.code, key.code)) if key.kind in OF_ACTIVITIES else key


def settle_codes(
    merged: Merged,
    current: Facts,
    copies: Sequence[Copy],
    departed: Sequence[str],
    decisions: Decisions,
) -> Merged:
    """Return what was merged, with a conflict for each new code that another activity has too.

    Codes that a spreadsheet takes for one another are one. `departed` are those of adopted
    activities that have left. Where the plan as it is now was chosen, the activity keeps its code.
    """
    renamed = {
        code: new
        for code, new in renamings(merged.changes).items()
        if decisions.get((Key(Kind.ACTIVITY, code), CODE)) != CURRENT
    }
    codes = list(_codes(apply(current, merged.changes)))
    unsure = {*renamed, *_undecided(merged.conflicts)}
    taken = _taken((*departed, *(code for code in codes if code not in unsure)), renamed)
    now = [renamed.get(code, code) for code in codes]
    held = Counter(alike_key(code) for code in (*now, *departed))
    clashing = {code for code, new in renamed.items() if held[alike_key(new)] > 1}
    clashing |= {code for code, new in renamed.items() if alike_key(new) in taken}
    kept = renamed.keys() - clashing
    changes = [own for own in merged.changes if not _gives_code(own) or own.key.code in kept]
    keys = [key for key in current if key.kind is Kind.ACTIVITY and key.code in clashing]
    conflicts = [_clash(key, renamed[key.code], copies, taken) for key in keys]
    return Merged(tuple(changes), (*merged.conflicts, *conflicts))


def _codes(facts: Facts) -> Iterator[str]:
    return (key.code for key in facts if key.kind is Kind.ACTIVITY)


def _undecided(conflicts: Iterable[Conflict]) -> Iterator[str]:
    """Yield the codes of which it must be chosen first whether their activities keep them."""
    for key, field, *_ in conflicts:
        if key.kind is Kind.ACTIVITY and field in {WHOLE, CODE}:
            yield key.code


def _taken(kept: Iterable[str], renamed: Mapping[str, str]) -> set[str]:
    """Return the codes that stay, as spreadsheets compare them, whatever is chosen.

    An activity that would get one of those keeps its own, which then stays too.
    """
    given: dict[str, list[str]] = {}
    for code, new in renamed.items():
        given.setdefault(alike_key(new), []).append(alike_key(code))
    found, more = set[str](), [alike_key(code) for code in kept]
    while more:
        code = more.pop()
        if code not in found:
            found.add(code)
            more.extend(given.get(code, ()))
    return found


def _clash(key: Key, new: str, copies: Sequence[Copy], taken: Container[str]) -> Conflict:
    """Return the conflict over a new code, with all who give it.

    No choice gives it one of those `taken`, by activities that keep them whatever is chosen; they
    are as spreadsheets compare them.
    """
    clash = Clash.TAKEN if alike_key(new) in taken else Clash.ADDED
    sides = [
        Side(copy.name, copy.places.get((key, CODE), ""), new)
        for copy in sorted(copies, key=lambda copy: copy.name)
        if copy.revised.get(key, {}).get(CODE) == new
    ]
    return Conflict(key, CODE, clash, key.code, (Side(CURRENT, "", key.code), *sides))


def printed_codes(
    changes: Sequence[Change], current: Facts, adopted: Iterable[str]
) -> Iterator[Change]:
    """Yield the code that the document prints of each activity that is given another one.

    That is the code that it had, unless its line says so already; an activity that was never
    adopted is in no document.
    """
    known = set(adopted)
    for code, new in renamings(changes).items():
        key = Key(Kind.ACTIVITY, code)
        before = current.get(key, {}).get(PRINTED)
        after = None if before == new else before or code
        if code in known and after != before:
            yield Change(key, Nature.EDITED, PRINTED, before, after)
