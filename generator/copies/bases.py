"""What a copy is held against: its own base where it is sound, else the one that is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.checking.renamed import undo_renaming
from generator.copies.columns import count_lost_fundings, find_lost_bases
from generator.copies.gathering import Gathered
from generator.copies.said import say
from generator.errors import CellFinding, WorkbookRefusedError
from generator.files import is_folder
from generator.plan import PM, SourceFile
from generator.reader import open_workbook
from generator.reader.opened import OpenedWorkbook
from generator.reading.annexes import CEILINGS
from generator.reading.decisions import DECISIONS
from generator.reading.fundings import FUNDINGS
from generator.reading.matrix import SCHEMA
from generator.reading.quarters import QUARTERS
from generator.reading.settings import FILE
from generator.reading.source import Source, read_source
from generator.recovery import NotRecoveredError, Recovered, recover, recover_on
from generator.recovery.identity import read_files
from generator.recovery.marks import BASES, DECIDED, KEYS
from generator.sheets.common import STAMP
from generator.texts import show_number

SCHEMAS = SCHEMA, DECISIONS, QUARTERS, CEILINGS, FUNDINGS
INPUT_FILES = FILE, *(schema.name for schema in SCHEMAS)
"""The files that copies bring inputs into."""


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


def recover_copy(
    gathered: Gathered, workbook: OpenedWorkbook, fallback: Fallback | None
) -> Recovered:
    """Return what a copy was made from: by itself where it is sound, else as it is held against."""
    forced = fallback is not None and fallback.forced
    try:
        recovered = recover(workbook, ("key", *DECIDED) if forced else ("key",))
    except NotRecoveredError as error:
        if fallback is None or not (fallback.forced or fallback.name):
            raise
        gathered.say("base.given", error.finding.sheet, "", fallback.name or "source")
        _say_other_base(gathered, read_files(workbook, fallback.source.plan.years), fallback)
        return recover_on(workbook, fallback.source, fallback.optional)
    if fallback is None or not fallback.name:
        return recovered
    wrong = any(wrong_totals(recovered, deleted_codes(recovered)))
    wrong = wrong or any(find_lost_bases(recovered, workbook))
    wrong = wrong or count_lost_fundings(recovered.source.plan) > 0
    if not wrong and not _is_other(recovered.source, fallback.source):
        return recovered
    gathered.say("base.given", "", "", fallback.name)
    _say_other_base(gathered, recovered.source.plan.files, fallback)
    return recovered._replace(source=fallback.source, facts={})


def _say_other_base(gathered: Gathered, made: Sequence[SourceFile], fallback: Fallback) -> None:
    """Say which files of a base that is given are not those that the copy says to be made from.

    What a colleague changed since would look undone by the copy. One without *Empreinte* cannot be
    told from that.
    """
    if not made:
        return
    before, now = (
        {own.name: own.sha256 for own in files} for files in (made, fallback.source.plan.files)
    )
    other = [name for name in sorted(INPUT_FILES) if before.get(name) != now.get(name)]
    if other:
        gathered.say("base.other", STAMP, "", f"{fallback.name or 'source'} : {', '.join(other)}")


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


def deleted_codes(recovered: Recovered) -> frozenset[str]:
    """Return the codes of the base that stand on no row."""
    standing = {code for axis in recovered.axes for code in axis.lines}
    return frozenset(own.code for own in recovered.source.plan.activities) - standing


def wrong_totals(recovered: Recovered, gone: frozenset[str]) -> Iterator[CellFinding]:
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
                wanted = f"{show_number(control[name])} ({STAMP})"
                yield say("base.wrong", axis.sheet, "", show_number(amount), wanted)
                break
