"""Texts of a copy that nobody types into, held against those of the plan as it is now."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from generator.copies.lines import TEXT_FIELDS
from generator.copies.locked import LockedText, TextName, texts_of
from generator.copies.reading import ReadCopy
from generator.copies.said import say
from generator.errors import CellFinding
from generator.merging.facts import Facts, Key, Kind, Record, is_same
from generator.plan import Plan
from generator.reading.matrix import SCHEMA

CHANGED, DIFFERS = "text.changed", "text.differs"
"""What is said of a text that is not the plan's: where its file is as it was, and where not."""


def find_changed_labels(copy: ReadCopy, current: Facts, same: Container[str]) -> list[CellFinding]:
    """Return the texts of a copy's activities that are not the plan's: errors if that is as it was.

    Of an older copy nobody can tell who changed them since: alerts. Of a sheet whose rows were
    parted, that alone is told.
    """
    kind = CHANGED if SCHEMA.name in same else DIFFERS
    parted = {own.sheet for own in copy.findings if own.rule == "rows.parted"}
    found: list[CellFinding] = []
    for key, record in copy.version.base.items():
        held = current.get(key)
        if held is not None and key.kind is Kind.ACTIVITY and key.code not in copy.lost:
            found += other_texts(copy, key, (record, held), kind)
    return [own for own in found if own.sheet not in parted]


def other_texts(
    copy: ReadCopy, key: Key, versions: tuple[Record, Record], kind: str = CHANGED
) -> Iterator[CellFinding]:
    """Yield what is to be said of the texts of an activity, in the copy and in the plan."""
    places = copy.version.places
    for field in TEXT_FIELDS:
        shown, wanted = (record.get(field, "") for record in versions)
        if not is_same(shown, wanted):
            place = places.get((key, field)) or places.get((key, ""), "")
            what = (SCHEMA.name, f"{key.kind} {key.code}, {field}")
            yield _say(kind, place, (str(shown), str(wanted)), what)


def find_changed_texts(copy: ReadCopy, plan: Plan) -> Iterator[CellFinding]:
    """Yield the other texts of a copy that are not the plan's: titles, log frame, acronyms.

    Each cell where their file is as it was when the copy was made. Else the file may have changed:
    what several cells show is told once.
    """
    wanted, same = texts_of(plan), _unchanged(copy, plan)
    told = set()
    for own in copy.texts:
        if own.name not in wanted:
            if own.name.file in same and own.coded:
                yield _of_code(own, wanted, {other.name for other in copy.texts})
            continue
        text = wanted[own.name]
        mark = own.name, own.text
        if own.shows(text) or (own.name.file not in same and mark in told):
            continue
        told.add(mark)
        kind = CHANGED if own.name.file in same else DIFFERS
        what = (own.name.file, f"{own.name.level} {own.code}, {own.name.field}")
        yield _say(kind, own.place, (own.shown, own.framed(text)), what)


def _of_code(
    own: LockedText, wanted: Mapping[TextName, str], shown: Container[TextName]
) -> CellFinding:
    """Return what is to be said of a code that the plan has not, on a sheet that lists it.

    The one that is missing and stands for the same text is the one that was typed over.
    """
    missing = (
        name.key
        for name, text in wanted.items()
        if name.file == own.name.file and name not in shown and is_same(text, own.shown)
    )
    code = next(missing, "")
    what = (own.name.file, own.name.level)
    return _say(CHANGED if code else DIFFERS, own.coded, (own.code, code), what)


def _unchanged(copy: ReadCopy, plan: Plan) -> set[str]:
    """Return the files that are as they were when a copy was made, by what it says itself."""
    before, now = ({file.name: file.sha256 for file in own} for own in (copy.files, plan.files))
    return {name.file for name in texts_of(plan) if before.get(name.file) == now.get(name.file)}


def _say(kind: str, place: str, texts: tuple[str, str], what: tuple[str, str]) -> CellFinding:
    """Return what is to be said of a text, with the file where it is put right."""
    sheet, _, cell = place.rpartition("!")
    shown, wanted = (text or "vide" for text in texts)
    finding = say(kind, sheet, cell, shown, wanted)
    file, name = what
    remedy = finding.remedy.format(file=file)
    return finding._replace(problem=f"{finding.problem} ({name})", remedy=remedy)
