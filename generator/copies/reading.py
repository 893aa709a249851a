"""A copy to a version of the plan: its base, what it says now, and what is worth saying of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator import __version__
from generator.checking.renamed import undo_renaming
from generator.copies.activities import read_activities
from generator.copies.asides import find_asides
from generator.copies.columns import count_lost_fundings, find_lost_bases
from generator.copies.gathering import Gathered
from generator.copies.said import say
from generator.copies.strays import find_far, find_strays
from generator.copies.tables import read_origin, read_tables
from generator.errors import CellFinding, WorkbookRefusedError
from generator.files import is_folder
from generator.labels import Words
from generator.merging.facts import (
    TEXTS,
    Facts,
    Kind,
    facts_of,
)
from generator.merging.threeway import Copy
from generator.plan import PM, Plan
from generator.reader import open_workbook
from generator.reader.opened import OpenedWorkbook
from generator.reading.matrix import SCHEMA
from generator.reading.source import Source, read_source
from generator.recovery import NotRecoveredError, Recovered, recover, recover_on
from generator.recovery.marks import BASES, DECIDED, KEYS, is_base_year
from generator.recovery.table import LostColumnsError
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

TYPED = frozenset({SUMMARY, FINANCING, PARAMETERS, WORK_PLAN})
"""Sheets with inputs, those of the axes apart."""

KNOWN = TYPED | {
    ACRONYMS, ACTIVITIES, ADJUSTMENTS, CHECKS, COVER, RECONCILIATION, STAMP, STRUCTURES,
}  # fmt: skip
CURE = (
    "Reprenez une copie saine. À défaut : --base CLASSEUR (ou le dossier dont la copie est "
    "partie), et --forcer si les repères des lignes sont perdus : leurs codes en tiennent lieu."
)
CURE_BASE = (
    "Annulez la suppression de la colonne, ou reprenez une copie saine. À défaut, --base CLASSEUR "
    "(ou le dossier dont la copie est partie)."
)
CURE_FORCED = (
    "Annulez la suppression de la colonne, ou reprenez une copie saine. À défaut, --forcer (avec "
    "--base CLASSEUR si la source a changé depuis) : les lignes sont reconnues à leurs codes, et "
    "un statut ou un motif perdu reste ce qu'il était."
)
CURE_COLUMN = (
    "Si la colonne est encore là, retapez son titre. Sinon annulez sa suppression, ou reportez les "
    "saisies dans une copie saine."
)
_COPIED = re.compile(r"(.+?)(?: \([0-9]+\)|_[0-9]+)")
"""The name that a program gives to the copy of a sheet."""


class ReadCopy(NamedTuple):
    """A copy as read. `plan` is the one it was made from, None where the copy does not say so.

    `origin` is what the copy says of itself; `lost` are the codes whose row was deleted, `retyped`
    those of them that stand on a row typed anew: the base knows their adopted amounts alone.
    """

    path: Path
    digest: str
    plan: Plan | None
    version: Copy
    findings: tuple[CellFinding, ...]
    origin: Mapping[str, str]
    lost: tuple[str, ...] = ()
    retyped: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing must be put right first."""
        return not any(finding.severity == "erreur" for finding in self.findings)


class Fallback(NamedTuple):
    """What a copy is held against where its own base is missing or wrong.

    `name` is where it was given, "" for the source as it is now. `forced` takes a copy whose marks
    are gone: its rows are known by their codes alone.
    """

    source: Source
    name: str = ""
    forced: bool = False

    @property
    def optional(self) -> tuple[str, ...]:
        """Return the columns that an axis sheet may have lost."""
        bases = (*BASES, *(f"b{year}" for year in self.source.plan.years))
        return (*bases, *KEYS, *DECIDED) if self.forced else bases


def read_copy(path: Path, fallback: Fallback | None = None) -> ReadCopy:
    """Return what a copy says; raises `WorkbookRefusedError` where it cannot be read at all."""
    opened = open_workbook(path)
    digest = sha256(path.read_bytes()).hexdigest()
    workbook, renamed = undo_renaming(opened)
    gathered = Gathered(findings=list(renamed))
    try:
        recovered = _recover(gathered, workbook, fallback)
        read_activities(gathered, recovered)
    except NotRecoveredError as error:
        told = [own.finding._replace(remedy=_cure(own)) for own in (error, *error.others)]
        nothing = Copy(path.name, {}, {}, {})
        return ReadCopy(path, digest, None, nothing, (*renamed, *told), {})
    read_tables(gathered, recovered, workbook, forced=fallback is not None and fallback.forced)
    gathered.findings.extend(find_lost_bases(recovered, workbook))
    plan = recovered.source.plan
    said = [*gathered.findings, *_of_the_whole(recovered, gathered, workbook)]
    base = facts_of(plan)
    for key, record in base.items():
        if key.kind is Kind.TITLE:
            gathered.revised[key] = record
    _carry_texts(base, gathered)
    version = Copy(path.name, base, gathered.revised, gathered.places)
    origin = read_origin(workbook)
    lost = (*gathered.gone, *gathered.retyped)
    return ReadCopy(path, digest, plan, version, tuple(said), origin, lost, tuple(gathered.retyped))


def read_base(path: Path) -> Source:
    """Return the source that a folder holds, or that a workbook was made from.

    Raises what reading a folder raises, and `WorkbookRefusedError` for a workbook that does not say
    what it was made from.
    """
    if is_folder(path):
        return read_source(path)
    try:
        return recover(undo_renaming(open_workbook(path))[0]).source
    except NotRecoveredError as error:
        refused = "classeur qui ne dit pas de quoi il est parti"
        raise WorkbookRefusedError(path, refused, "donnez-en un autre") from error


def _recover(gathered: Gathered, workbook: OpenedWorkbook, fallback: Fallback | None) -> Recovered:
    """Return what a copy was made from: by itself where it is sound, else as it is held against."""
    forced = fallback is not None and fallback.forced
    try:
        recovered = recover(workbook, ("key", *DECIDED) if forced else ("key",))
    except NotRecoveredError as error:
        if fallback is None or not (fallback.forced or fallback.name):
            raise
        gathered.say("base.given", error.finding.sheet, "", fallback.name or "source")
        return recover_on(workbook, fallback.source, fallback.optional)
    if fallback is None or not fallback.name:
        return recovered
    wrong = any(_wrong_totals(recovered, _deleted(recovered)))
    wrong = wrong or any(find_lost_bases(recovered, workbook))
    wrong = wrong or count_lost_fundings(recovered.source.plan) > 0
    if not wrong and not _is_other(recovered.source, fallback.source):
        return recovered
    gathered.say("base.given", "", "", fallback.name)
    return recovered._replace(source=fallback.source, facts={})


def _cure(error: NotRecoveredError) -> str:
    """Return what helps a copy that does not say what it was made from."""
    if not isinstance(error, LostColumnsError):
        return CURE
    rest = {key for key in error.columns if key not in BASES and not is_base_year(key)}
    if not rest:
        return CURE_BASE
    return CURE_FORCED if rest.issubset({*KEYS, *DECIDED}) else CURE_COLUMN


def _is_other(made: Source, given: Source) -> bool:
    """Tell whether a copy says to be made from a matrix that is given, and has other amounts."""
    digests = [
        next((file.sha256 for file in own.plan.files if file.name == SCHEMA.name), "")
        for own in (made, given)
    ]
    if not digests[0] or digests[0] != digests[1]:
        return False
    amounts = [{own.code: own.years for own in source.plan.activities} for source in (made, given)]
    return amounts[0] != amounts[1]


def _deleted(recovered: Recovered) -> frozenset[str]:
    """Return the codes of the base that stand on no row."""
    standing = {code for axis in recovered.axes for code in axis.lines}
    return frozenset(own.code for own in recovered.source.plan.activities) - standing


def _carry_texts(base: Facts, gathered: Gathered) -> None:
    """Give the revised records the texts of the base, which are locked."""
    for key, record in base.items():
        kept = key.kind is Kind.ACTIVITY and key.code not in gathered.retyped
        if kept and key in gathered.revised:
            texts = {field: record[field] for field in TEXTS if field in record}
            gathered.revised[key] = {**texts, **gathered.revised[key], **texts}


def _of_the_whole(
    recovered: Recovered, gathered: Gathered, workbook: OpenedWorkbook
) -> Iterator[CellFinding]:
    plan, words = recovered.source.plan, Words(recovered.language)
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
        elif sheet.name in TYPED:
            yield from find_far(sheet)
    for own in recovered.axes:
        yield from find_strays(own, words)
        yield from find_far(own.table.sheet)
    yield from find_asides(recovered, workbook, gathered.findings)
    yield from _wrong_totals(recovered, _deleted(recovered))
    yield from (say("origin.note", "", "", note) for note in workbook.notes)
    made, form = (str(recovered.facts.get(key, "")) for key in ("generateur", "format"))
    if form.isdigit() and int(form) > FORMAT_VERSION:
        yield say("origin.newer", STAMP, "", form, str(FORMAT_VERSION))
    elif made and made != __version__:
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
