"""Copies made before a funding was corrected in what its key is made of, as the journal tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from generator.copies.reading import ReadCopy
from generator.copies.said import say
from generator.merging.changes import Nature
from generator.merging.edits import WHOLE
from generator.merging.facts import CODE, Facts, Key, Kind
from generator.merging.rekeying import follow_rekeyed
from generator.reading.fundings import FUNDINGS


def rekeyed_before(rows: Iterable[Mapping[str, str]], current: Facts) -> dict[Key, Key]:
    """Return by the keys that fundings had those of today; what one import tells is one change."""
    found: dict[str, str] = {}
    own = (row for row in rows if row["objet"] == Kind.FUNDING)
    for _, told in groupby(own, key=lambda row: (row["date"], row["sha256"])):
        imported = [*told]
        given = {row["avant"]: row["apres"] for row in imported if row["champ"] == CODE}
        gone = {row["code"] for row in imported if row["nature"] == Nature.DELETED} - given.keys()
        found = {old: given.get(new, new) for old, new in found.items() if new not in gone} | given
    keys = {Key(Kind.FUNDING, old): Key(Kind.FUNDING, new) for old, new in found.items()}
    return {old: new for old, new in keys.items() if old != new and new in current}


def follow_corrections(copy: ReadCopy, rekeyed: Mapping[Key, Key]) -> ReadCopy:
    """Return the copy as if it were made after the corrections that its base does not have yet.

    One that it makes of another funding, so that the two are twins, is told.
    """
    before, version = copy.version, follow_rekeyed(copy.version, rekeyed)
    said = []
    for key, made in version.corrected.items():
        if key not in before.revised and key in version.revised:
            sheet, _, cell = version.places.get((key, WHOLE), "").rpartition("!")
            twin = key.code.rpartition(" (")[0]
            said.append(say("funding.twice", sheet, cell, made.code, f"{twin} ({FUNDINGS.name})"))
    return copy._replace(version=version, findings=(*copy.findings, *said))
