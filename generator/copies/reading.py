"""A copy to a version of the plan: its base, what it says now, and what is worth saying of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from string import ascii_uppercase
from types import MappingProxyType
from typing import NamedTuple

from generator import __version__
from generator.checking.renamed import undo_renaming
from generator.copies.activities import read_activities
from generator.copies.asides import find_asides
from generator.copies.bases import Fallback, deleted_codes, recover_copy, wrong_totals
from generator.copies.columns import find_lost_bases
from generator.copies.gathering import Gathered
from generator.copies.locked import LockedText, read_locked
from generator.copies.parted import find_parted_list
from generator.copies.said import say
from generator.copies.strays import find_far, find_strays
from generator.copies.tables import read_origin, read_tables
from generator.errors import CellFinding
from generator.labels import Words
from generator.merging.facts import (
    TEXTS,
    TOTAL,
    Facts,
    Key,
    Kind,
    facts_of,
)
from generator.merging.threeway import WHOLE, Copy
from generator.model.addresses import LETTERS
from generator.plan import Plan, SourceFile
from generator.reader import open_workbook
from generator.reader.opened import OpenedWorkbook
from generator.recovery import NotRecoveredError, Recovered
from generator.recovery.axes import ReadAxis
from generator.recovery.identity import read_files
from generator.recovery.marks import BASES, DECIDED, KEYS, is_base_year
from generator.recovery.table import LostColumnsError, LostSheetError
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
    "Reprenez une copie saine. À défaut, --base CLASSEUR (ou le dossier dont la copie est "
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
CURE_SHEET = (
    "Annulez la suppression de la feuille, ou reportez les saisies dans une copie saine : "
    "rien n'en tient lieu."
)
_COPIED = re.compile(r"(.+?)(?: \([0-9]+\)|_[0-9]+)")
"""The name that a program gives to the copy of a sheet."""


class ReadCopy(NamedTuple):
    """A copy as read. `plan` is the one it was made from, None where the copy does not say so.

    `origin` is what the copy says of itself; `lost` are the codes whose row was deleted, `retyped`
    those of them that stand on a row typed anew: the base knows their adopted amounts alone.
    `texts` are the locked ones that it shows, `files` those that it says itself to be made from;
    `bases` are the columns of the base by sheet and field.
    """

    path: Path
    digest: str
    plan: Plan | None
    version: Copy
    findings: tuple[CellFinding, ...]
    origin: Mapping[str, str]
    lost: tuple[str, ...] = ()
    retyped: tuple[str, ...] = ()
    texts: tuple[LockedText, ...] = ()
    files: tuple[SourceFile, ...] = ()
    bases: Mapping[str, Mapping[str, str]] = MappingProxyType({})

    def base_place(self, key: Key, field: str) -> str:
        """Return the cell of a field's base beside the row of a record, else that of the field."""
        places = self.version.places
        place = places.get((key, field)) or places.get((key, WHOLE), "")
        sheet, _, cell = place.rpartition("!")
        col = self.bases.get(sheet, {}).get(field)
        return f"{sheet}!{col}{cell.lstrip(ascii_uppercase)}" if col and cell else place

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing must be put right first."""
        return not any(finding.severity == "erreur" for finding in self.findings)


def read_copy(path: Path, fallback: Fallback | None = None) -> ReadCopy:
    """Return what a copy says; raises `WorkbookRefusedError` where it cannot be read at all."""
    opened = open_workbook(path)
    digest = sha256(path.read_bytes()).hexdigest()
    workbook, renamed = undo_renaming(opened)
    gathered = Gathered(findings=list(renamed))
    try:
        recovered = recover_copy(gathered, workbook, fallback)
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
    version = Copy(path.name, base, gathered.revised, gathered.places, gathered.corrected)
    origin = read_origin(workbook)
    lost = (*gathered.gone, *gathered.retyped)
    return ReadCopy(
        path,
        digest,
        plan,
        version,
        tuple(said),
        origin,
        lost,
        tuple(gathered.retyped),
        tuple(read_locked(recovered, workbook)),
        plan.files if recovered.facts else read_files(workbook, plan.years),
        {own.table.sheet.name: _base_columns(own) for own in recovered.axes},
    )


def _base_columns(axis: ReadAxis) -> dict[str, str]:
    """Return by field the letters of the columns of its base, those apart that were put back."""
    fields = {TOTAL: "base_total", "statut": "base_status", "motif": "base_reason"}
    fields |= {key[1:]: key for key in axis.table.columns if is_base_year(key)}
    return {
        field: LETTERS[axis.table.columns[key]]
        for field, key in fields.items()
        if key not in axis.unmarked
    }


def _cure(error: NotRecoveredError) -> str:
    """Return what helps a copy that does not say what it was made from."""
    if isinstance(error, LostSheetError):
        return CURE_SHEET
    if not isinstance(error, LostColumnsError):
        return CURE
    rest = {key for key in error.columns if key not in BASES and not is_base_year(key)}
    if not rest:
        return CURE_BASE
    return CURE_FORCED if rest.issubset({*KEYS, *DECIDED}) else CURE_COLUMN


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
    wrong = list(wrong_totals(recovered, deleted_codes(recovered)))
    yield from find_parted_list(workbook, words) if wrong else ()
    yield from wrong
    yield from (say("origin.note", "", "", note) for note in workbook.notes)
    made, form = (str(recovered.facts.get(key, "")) for key in ("generateur", "format"))
    if form.isdigit() and int(form) > FORMAT_VERSION:
        yield say("origin.newer", STAMP, "", form, str(FORMAT_VERSION))
    elif made and made != __version__:
        yield say("origin.version", "", "", made, __version__)
    if not saved_by_excel(workbook):
        yield say("origin.program", "", "", workbook.application)
