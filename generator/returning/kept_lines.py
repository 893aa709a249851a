"""Credits and pledges that copies corrected in what tells them apart: each keeps its line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.copies.reading import ReadCopy
from generator.merging.changes import Change
from generator.merging.facts import CODE, Facts, Key, Kind, funding_code


def find_corrected(
    copies: Iterable[ReadCopy], changes: Iterable[Change], current: Facts, after: Facts
) -> dict[Key, Key]:
    """Return by key of a funding afterwards the one whose line it stands on now.

    The changes say so of those that were merged, copies by row of the others; what clashes with the
    plan, or with another copy, is left out.
    """
    found: dict[Key, Key] = {}
    merged = (
        (change.key, change.key._replace(code=str(change.before)))
        for change in changes
        if change.key.kind is Kind.FUNDING and change.field == CODE
    )
    read = (pair for copy in copies for pair in copy.version.corrected.items())
    for new, old in (*merged, *read):
        is_free = new not in found and old not in found.values()
        if is_free and new in after and old in current and _is_one_line(new, after):
            found[new] = old
    while odd := [new for new in found if _is_odd(found, new, current, after)]:
        for new in odd:
            del found[new]
    return found


def _is_odd(found: Mapping[Key, Key], new: Key, current: Facts, after: Facts) -> bool:
    """Tell whether a line would have two fundings, or a funding two lines."""
    return (new in current and new not in found.values()) or (
        found[new] in after and found[new] not in found
    )


def _is_one_line(key: Key, after: Facts) -> bool:
    """Tell whether no other funding is like it: those that nothing tells apart go by their lines.

    Their order in the file is all that they are known by.
    """
    code = funding_code(after[key])
    return key.code == code and key._replace(code=f"{code} (2)") not in after
