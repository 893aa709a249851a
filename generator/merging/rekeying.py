"""Credits and pledges that a copy corrects in what their key is made of, such as the reference.

A funding has no code: its funder, axis, year and reference are its key. Its row in a copy knows the
key that it was made with: there it is settled, field by field; the key that comes of it comes last.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import count

from generator.merging.changes import Change, Nature, apply, compare
from generator.merging.edits import Copy
from generator.merging.facts import (
    CODE,
    FUNDING_FIELDS,
    Facts,
    Key,
    Kind,
    Record,
    funding_code,
    funding_records,
    is_same,
)

KEPT = ("bailleur", "montant")
"""Of these fields a funding that is corrected keeps one at least."""

_RANK = re.compile(r" \([0-9]+\)")


def corrections(copy: Copy) -> dict[Key, Key]:
    """Return by its key in the base the key of each funding that a copy corrects.

    With another funder and another amount the row was used again, for another funding.
    """
    base, revised = copy.base, copy.revised
    return {
        old: new
        for new, old in copy.corrected.items()
        if old in base and old not in revised
        and new in revised and new not in base
        and any(is_same(base[old].get(own), revised[new].get(own)) for own in KEPT)
    }  # fmt: skip


def follow_rekeyed(copy: Copy, rekeyed: Mapping[Key, Key]) -> Copy:
    """Return a copy made before fundings were corrected as if it were made after.

    `rekeyed` are the keys that fundings had, with those of today. A copy that adds the one of today
    beside the other is left as it is; one that corrects another funding so has a twin of it.
    """
    base, revised, own = copy.base, copy.revised, corrections(copy)
    others = {new for old, new in own.items() if rekeyed.get(old) != new}
    known = {
        new: old
        for old, new in rekeyed.items()
        if old in base and new not in base
        and (new in others or old not in revised or new not in revised)
    }  # fmt: skip
    given = {old: new for new, old in known.items()}
    twins = {new: next(_ranked(new, {*base, *revised})) for new in others if new in known}
    now = {twins.get(new, new): given.get(old, old) for new, old in copy.corrected.items()}
    return _named(copy, given, given | twins)._replace(corrected=now)


def _ranked(key: Key, taken: Collection[Key]) -> Iterator[Key]:
    """Yield the keys that twins of a funding may have."""
    keys = (key._replace(code=f"{key.code} ({rank})") for rank in count(2))
    return (own for own in keys if own not in taken)


def hold_corrected(current: Facts, copies: Sequence[Copy]) -> tuple[list[Copy], frozenset[Key]]:
    """Return the copies with the fundings that they correct under the keys of their bases; those.

    One whose new key another copy adds, or the plan has beside it, is left as it is: one funding
    less, and that one. Where the plan has it in its place, it is that one.
    """
    found, held = list[Copy](), set[Key]()
    added = set[Key]().union(*map(_added, copies))
    for copy in copies:
        own = {old: new for old, new in corrections(copy).items() if new not in added}
        there = {old: new for old, new in own.items() if new in current and old not in current}
        kept = {new: old for old, new in own.items() if new not in current}
        found.append(_named(copy, there, kept))
        held.update(kept.values())
    return found, frozenset(held)


def _added(copy: Copy) -> set[Key]:
    """Return the fundings that a copy adds, without those that it corrects."""
    own = {*corrections(copy).values()}
    new = (key for key in copy.revised if key.kind is Kind.FUNDING and key not in copy.base)
    return {key for key in new if key not in own}


def _named(copy: Copy, base: Mapping[Key, Key], revised: Mapping[Key, Key]) -> Copy:
    """Return a copy with other keys for some fundings in its base, and as it says them now."""
    if not base and not revised:
        return copy
    places = dict(copy.places)
    for (key, field), place in copy.places.items():
        if key in revised:
            places[revised[key], field] = place
    return copy._replace(
        base={base.get(key, key): record for key, record in copy.base.items()},
        revised={revised.get(key, key): record for key, record in copy.revised.items()},
        places=places,
    )


def give_keys(
    changes: tuple[Change, ...], current: Facts, held: Collection[Key]
) -> tuple[Change, ...]:
    """Return the changes, the fundings `held` under the keys that their fields make.

    Each key that changes so is told by a change of the field `code`, of the funding as it is then.
    """
    own = {
        key: record for key, record in apply(current, changes).items() if key.kind is Kind.FUNDING
    }
    moved = [key for key in own if key in held and not _is_key_of(key, own[key])]
    if not moved:
        return changes
    order = [*(key for key in own if key not in moved), *moved]
    named = [*funding_records(_whole(own[key]) for key in order)]
    after = {new: {f: v for f, v in record.items() if v not in {None, ""}} for new, record in named}
    before = {key: record for key, record in current.items() if key.kind is Kind.FUNDING}
    given = zip(order, after, strict=True)
    rest = (change for change in changes if change.key.kind is not Kind.FUNDING)
    return (*rest, *compare(before, after), *_links(given, before))


def _links(given: Iterator[tuple[Key, Key]], before: Facts) -> Iterator[Change]:
    for old, new in given:
        if new != old:
            nature = Nature.EDITED if new in before else Nature.ADDED
            yield Change(new, nature, CODE, old.code, new.code)


def _is_key_of(key: Key, record: Record) -> bool:
    """Tell whether a key is the one that a record's fields make, whatever its rank."""
    plain = funding_code(_whole(record))
    rest = key.code.removeprefix(plain)
    return key.code == plain or (rest != key.code and _RANK.fullmatch(rest) is not None)


def _whole(record: Record) -> dict[str, str | float | None]:
    return {field: record.get(field) for field in FUNDING_FIELDS}
