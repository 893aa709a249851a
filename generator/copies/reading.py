"""A copy to a version of the plan: its base, what it says now, and what is worth saying of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator import __version__
from generator.checking.renamed import undo_renaming
from generator.copies.activities import FIELDS, read_activities
from generator.copies.gathering import Gathered
from generator.copies.said import say
from generator.copies.tables import read_origin, read_tables
from generator.errors import CellFinding
from generator.merging.facts import TEXTS, Facts, Key, Kind, Record, facts_of, is_same
from generator.merging.threeway import Copy
from generator.plan import PM, Plan
from generator.reader import open_workbook
from generator.reader.opened import OpenedWorkbook
from generator.recovery import NotRecoveredError, Recovered, recover
from generator.rules.layout import saved_by_excel
from generator.sheets.common import (
    ACRONYMS,
    ACTIVITIES,
    ADJUSTMENTS,
    CHECKS,
    COVER,
    FINANCING,
    PARAMETERS,
    RECONCILIATION,
    STAMP,
    STRUCTURES,
    SUMMARY,
    WORK_PLAN,
)
from generator.sheets.stamp import FORMAT_VERSION

TYPED = frozenset({SUMMARY, FINANCING, PARAMETERS})
"""Sheets with inputs, those of the axes apart."""

KNOWN = TYPED | {
    ACRONYMS, ACTIVITIES, ADJUSTMENTS, CHECKS, COVER, RECONCILIATION, STAMP, STRUCTURES, WORK_PLAN,
}  # fmt: skip
_COPIED = re.compile(r"(.+?)(?: \([0-9]+\)|_[0-9]+)")
"""The name that a program gives to the copy of a sheet."""


class ReadCopy(NamedTuple):
    """A copy as read. `plan` is the one it was made from, None where the copy does not say so.

    `origin` is what the copy says of itself; `gone` are the codes whose row was deleted, which the
    base knows by their adopted amounts alone.
    """

    path: Path
    digest: str
    plan: Plan | None
    version: Copy
    findings: tuple[CellFinding, ...]
    origin: Mapping[str, str]
    gone: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing must be put right first."""
        return not any(finding.severity == "erreur" for finding in self.findings)


def read_copy(path: Path) -> ReadCopy:
    """Return what a copy says; raises `WorkbookRefusedError` where it cannot be read at all."""
    opened = open_workbook(path)
    digest = sha256(path.read_bytes()).hexdigest()
    workbook, renamed = undo_renaming(opened)
    try:
        recovered = recover(workbook)
        gathered = Gathered()
        read_activities(gathered, recovered)
    except NotRecoveredError as error:
        nothing = Copy(path.name, {}, {}, {})
        return ReadCopy(path, digest, None, nothing, (error.finding,), {})
    read_tables(gathered, recovered, workbook)
    plan = recovered.source.plan
    said = [*renamed, *gathered.findings, *_of_the_whole(recovered, gathered, workbook)]
    base = facts_of(plan)
    for key, record in base.items():
        if key.kind is Kind.TITLE:
            gathered.revised[key] = record
    _carry_texts(base, gathered)
    version = Copy(path.name, base, gathered.revised, gathered.places)
    origin = read_origin(workbook)
    return ReadCopy(path, digest, plan, version, tuple(said), origin, tuple(gathered.gone))


def _carry_texts(base: Facts, gathered: Gathered) -> None:
    """Give the revised records the texts of the base, which are locked."""
    for key, record in base.items():
        if key.kind is Kind.ACTIVITY and key in gathered.revised:
            texts = {field: record[field] for field in TEXTS if field in record}
            gathered.revised[key] = {**texts, **gathered.revised[key], **texts}


def _of_the_whole(
    recovered: Recovered, gathered: Gathered, workbook: OpenedWorkbook
) -> Iterator[CellFinding]:
    plan = recovered.source.plan
    count = sum(1 for _ in plan.activities)
    if len(gathered.gone) * 2 > count:
        yield say("activities.gone", "", "", str(len(gathered.gone)), str(count))
    known = {*KNOWN, *(own.table.sheet.name for own in recovered.axes)}
    for sheet in workbook.sheets:
        if sheet.state != "visible":
            yield say("sheet.hidden", sheet.name)
        if sheet.name not in known:
            copied = _COPIED.fullmatch(sheet.name)
            yield say("sheet.twice" if copied and copied[1] in TYPED else "sheet.added", sheet.name)
    yield from _wrong_totals(recovered, frozenset(gathered.gone))
    yield from (say("origin.note", "", "", note) for note in workbook.notes)
    made, form = (str(recovered.facts.get(key, "")) for key in ("generateur", "format"))
    if form.isdigit() and int(form) > FORMAT_VERSION:
        yield say("origin.newer", STAMP, "", form, str(FORMAT_VERSION))
    elif made != __version__:
        yield say("origin.version", "", "", made, __version__)
    if not saved_by_excel(workbook):
        yield say("origin.program", "", "", workbook.application)


def _wrong_totals(recovered: Recovered, gone: frozenset[str]) -> Iterator[CellFinding]:
    """Yield the axes whose base does not add up to the control totals of *Empreinte*.

    Those that lost a row are told by the row.
    """
    source = recovered.source
    for axis in source.plan.axes:
        activities = [own for action in axis.actions for own in action.activities]
        if any(own.code in gone for own in activities):
            continue
        control = source.controls.base.get(axis.code, {})
        found = {
            "total": sum(own.total for own in activities if own.total is not PM),
            **{
                str(year): sum(own.years[place] or 0 for own in activities)
                for place, year in enumerate(source.plan.years)
            },
        }
        for name, amount in found.items():
            if control.get(name, amount) != amount:
                yield say("base.wrong", axis.sheet, "", str(amount), f"{control[name]} ({STAMP})")
                break


def settle_gone(copy: ReadCopy, current: Facts) -> ReadCopy:
    """Return the copy with a base for the rows that it lost.

    A deleted row took its base along. What was adopted stands in the list: where the plan says the
    same now, that is what was deleted; else the base is left as it is, and clashes with the plan.
    """
    if not copy.gone or copy.plan is None:
        return copy
    base = dict(copy.version.base)
    for code in copy.gone:
        key = Key(Kind.ACTIVITY, code)
        held, adopted = current.get(key), (copy.plan.adopted or {}).get(code)
        if held is None:
            base.pop(key, None)
        elif adopted is None or _has_amounts(held, copy.plan, adopted.activity.years):
            base[key] = held
        decided = Key(Kind.DECISION, code)
        if decided in current:
            base[decided] = current[decided]
    return copy._replace(version=copy.version._replace(base=base))


def _has_amounts(held: Record, plan: Plan, years: tuple[int | None, ...]) -> bool:
    return all(
        held.get(str(year)) == amount for year, amount in zip(plan.years, years, strict=True)
    )


def find_changed_texts(copy: ReadCopy, current: Facts, *, same_base: bool) -> list[CellFinding]:
    """Return the labels of a copy that are not the plan's, where it was made from this plan."""
    if not same_base:
        return []
    found = []
    for key, record in copy.version.base.items():
        held = current.get(key)
        if held is None or key.kind not in {Kind.ACTIVITY, Kind.TITLE} or key.code in copy.gone:
            continue
        fields = FIELDS if key.kind is Kind.ACTIVITY else tuple(held)
        for field in fields:
            if not is_same(record.get(field), held.get(field)):
                place = copy.version.places.get((key, ""), "")
                sheet, _, cell = place.rpartition("!")
                shown, wanted = str(record.get(field, "")), str(held.get(field, ""))
                what = _named(say("text.changed", sheet, cell, shown, wanted), key, field)
                found.append(what)
    return found


def _named(finding: CellFinding, key: Key, field: str) -> CellFinding:
    """Return the finding with the record and the field that it speaks of."""
    return finding._replace(problem=f"{finding.problem} ({key.kind} {key.code}, {field})")
