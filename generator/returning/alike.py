"""New credits and pledges that are others but for letter case or width: `Pnud` and `PNUD`.

Nothing else tells them apart: they are settled as one funding, so that none counts twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.copies.reading import ReadCopy
from generator.copies.said import say
from generator.errors import CellFinding
from generator.merging.edits import WHOLE, Copy
from generator.merging.facts import FUNDING_KEY, Facts, Key, Kind, Record
from generator.merging.rekeying import corrections
from generator.reading.codes import alike_key
from generator.reading.fundings import FUNDINGS


class Written(NamedTuple):
    """A funding as a copy or the plan writes it; `made` is its key in the base, if it had one."""

    key: Key
    record: Record
    place: str
    made: Key | None = None

    @property
    def alike(self) -> str:
        """Return what it shares with those that only letter case or width tells apart."""
        return alike_key(self.key.code)


def respell_fundings(copies: Sequence[ReadCopy], current: Facts) -> tuple[ReadCopy, ...]:
    """Return the copies, new fundings under one spelling of their key, which is told.

    That is the plan's, else that of a corrected one, else the first in the order of texts: the
    order of copies plays no part. One that is corrected has no other spelling but the plan's.
    """
    new = sorted(
        (own for copy in copies if copy.plan is not None for own in _new_fundings(copy.version)),
        key=lambda own: (own.made is None, own.key.code, own.place),
    )
    alike = defaultdict[str, list[Written]](list)
    for own in new:
        alike[own.alike].append(own)
    held = {
        own.alike: own
        for key, record in current.items()
        if key.kind is Kind.FUNDING
        for own in [Written(key, record, FUNDINGS.name)]
    }
    return tuple(_respelled(copy, alike, held) if copy.plan else copy for copy in copies)


def _new_fundings(version: Copy) -> Iterator[Written]:
    """Yield the fundings that a copy adds, or corrects in what their key is made of."""
    made = {new: old for old, new in corrections(version).items()}
    for key, record in version.revised.items():
        if key.kind is Kind.FUNDING and key not in version.base:
            place = version.places.get((key, WHOLE), "")
            yield Written(key, record, f"{version.name}, {place}", made.get(key))


def _respelled(
    copy: ReadCopy, new: Mapping[str, Sequence[Written]], held: Mapping[str, Written]
) -> ReadCopy:
    """Return a copy with the spellings of its new fundings; what stays a twin is told."""
    version, said, keys = copy.version, [*copy.findings], dict[Key, Written]()
    for own in _new_fundings(version):
        alike = new[own.alike]
        wanted = held.get(own.alike) or (own if own.made else alike[0])
        twins = [other for other in alike if own.made and other.made not in {None, own.made}]
        is_there = wanted.key in version.base or wanted.key in version.revised
        if wanted.key != own.key and not is_there:
            keys[own.key] = wanted
            said.append(_told("funding.respelled", own, wanted))
        elif twins or wanted.key not in {own.key, own.made}:
            other = wanted if wanted.key not in {own.key, own.made} else twins[0]
            told = _told("funding.twice", own, other)
            known = {(one.rule, one.cell) for one in said}
            said += [told] if (told.rule, told.cell) not in known else []
    version = _named(version, keys) if keys else version
    return copy._replace(version=version, findings=tuple(said))


def _told(kind: str, own: Written, other: Written) -> CellFinding:
    """Return what is to be said of a funding, at its cell, beside another one."""
    sheet, _, cell = own.place.rpartition(", ")[2].rpartition("!")
    return say(kind, sheet, cell, own.key.code, f"{other.key.code} ({other.place})")


def _named(version: Copy, keys: Mapping[Key, Written]) -> Copy:
    """Return a copy with other keys for new fundings, and the fields that make them."""
    revised = dict[Key, Record]()
    for key, record in version.revised.items():
        if key in keys:
            wanted = keys[key]
            written = {field: own for field, own in wanted.record.items() if field in FUNDING_KEY}
            revised[wanted.key] = {**record, **written}
        else:
            revised[key] = record

    def named(key: Key) -> Key:
        return keys[key].key if key in keys else key

    return version._replace(
        revised=revised,
        places={(named(key), field): place for (key, field), place in version.places.items()},
        corrected={named(new): old for new, old in version.corrected.items()},
    )
