"""Where the base of a copy cannot be what the plan was: files that are as they were then say so."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator

from generator.copies.reading import ReadCopy
from generator.copies.said import say
from generator.errors import CellFinding
from generator.merging.edits import WHOLE, is_one
from generator.merging.facts import Facts, Key, Kind, Record, is_same
from generator.reading.annexes import CEILINGS
from generator.reading.decisions import DECISIONS
from generator.reading.fundings import FUNDINGS
from generator.reading.matrix import SCHEMA
from generator.reading.quarters import QUARTERS

FILES = {
    Kind.DECISION: DECISIONS.name,
    Kind.QUARTERS: QUARTERS.name,
    Kind.CEILING: CEILINGS.name,
    Kind.FUNDING: FUNDINGS.name,
}
"""By kind of input that stands beside its base the file that it is of, activities apart."""


def find_strange_codes(
    copy: ReadCopy, current: Facts, same: Container[str], known: Collection[str]
) -> Iterator[CellFinding]:
    """Yield the codes of a copy's base that the plan has not, where nothing says that it had them.

    Rows are their codes where the column of keys is gone: one typed over then looks like the base.
    `known` are the codes that the journal names.
    """
    for key in copy.version.base:
        if key.kind is not Kind.ACTIVITY or key in current:
            continue
        sheet, _, cell = copy.version.places.get((key, WHOLE), "").rpartition("!")
        if SCHEMA.name in same:
            yield say("code.strange", sheet, cell, key.code)
        elif key.code not in known and cell:
            yield say("code.unknown", sheet, cell, key.code)


def find_touched_inputs(
    copy: ReadCopy, current: Facts, same: Container[str]
) -> Iterator[CellFinding]:
    """Yield the inputs whose base is not what their file says, unchanged since the copy was made.

    A record that the base lost with its row is another matter.
    """
    base = copy.version.base
    for key in dict.fromkeys((*base, *current)):
        if FILES.get(key.kind) not in same or key.code in copy.lost:
            continue
        ours, theirs = current.get(key), base.get(key)
        gone = theirs is None and key not in copy.version.revised
        if not gone and not is_one(ours, theirs):
            yield _touched(copy, key, theirs or {}, ours or {})


def _touched(copy: ReadCopy, key: Key, shown: Record, wanted: Record) -> CellFinding:
    """Return what is to be said of a base: beside a status or reason, of its cell."""
    fields = {**shown, **wanted} if key.kind is Kind.DECISION else ()
    other = (own for own in fields if not is_same(shown.get(own), wanted.get(own)))
    field = next(other, WHOLE)
    sheet, _, cell = copy.base_place(key, field).rpartition("!")
    found, expected = (str(own.get(field) or "vide") if field else "" for own in (shown, wanted))
    finding = say("base.touched", sheet, cell, found, expected)
    return finding._replace(problem=f"{finding.problem} ({key.kind} {key.code})")
