"""What copies bring to a source folder: their changes together, what clashes, what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.copies.bases import Fallback, read_base
from generator.copies.comparing import FILES, find_strange_codes, find_touched_inputs
from generator.copies.lost_inputs import settle_lost_inputs
from generator.copies.reading import ReadCopy, read_copy
from generator.copies.said import say
from generator.copies.settling import (
    find_changed_base,
    find_untold_base,
    settle_lost,
    settle_wrong,
)
from generator.copies.texts import find_changed_labels, find_changed_texts
from generator.errors import CellFinding
from generator.merging.changes import Change, Nature, apply
from generator.merging.facts import Facts, Key, Kind, facts_of
from generator.merging.renaming import PRINTED, printed_codes, settle_codes
from generator.merging.threeway import Conflict, Decisions, merge
from generator.plan import MAX_AMOUNT, Plan, Settings
from generator.reading.matrix import SCHEMA
from generator.reading.source import Source, read_source
from generator.reports.choices import refuse_as_copy
from generator.returning.added import follow_added, leave_withdrawn, tell_known
from generator.returning.alike import respell_fundings
from generator.returning.earlier import Past, read_past
from generator.returning.rekeyed import follow_corrections
from generator.returning.renamed import follow_renamings
from generator.returning.respelled import respell
from generator.sourcefiles import journal
from generator.sourcefiles.folder import SourceFolder
from generator.sourcefiles.writing import has_column
from generator.texts import show_number


class Session(NamedTuple):
    """A source folder and the copies that come back to it.

    `changes` lead from the plan as it is now to the merged one; `findings` are by copy, in order.
    `encoding` is what the person said of files of the folder that are not UTF-8.
    """

    folder: Path
    source: Source
    current: Facts
    copies: tuple[ReadCopy, ...]
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    encoding: str | None = None

    @property
    def is_sound(self) -> bool:
        """Tell whether every copy could be read without an error, and nothing clashes."""
        return all(copy.is_sound for copy in self.copies) and not self.conflicts

    @property
    def deleted(self) -> tuple[str, ...]:
        """Return the codes of the activities that the changes delete."""
        keys = [change.key for change in self.changes if change.nature is Nature.DELETED]
        return tuple(dict.fromkeys(key.code for key in keys if key.kind is Kind.ACTIVITY))


Progress = Callable[[str], None]
"""What is told of how far a long run is."""


class Options(NamedTuple):
    """How copies are read where the usual way cannot be.

    `encoding` is that of CSV files that are not UTF-8, None where it is to be recognised. `base` is
    a workbook or a folder that stands in for a copy's own base, where that is missing or wrong;
    `forced` takes copies whose marks are gone, against the source where no base is given.
    """

    encoding: str | None = None
    base: Path | None = None
    forced: bool = False


def open_session(
    folder: Path,
    paths: Sequence[Path],
    progress: Progress = lambda _told: None,
    options: Options = Options(),  # noqa: B008 # a frozen one
) -> Session:
    """Return what copies bring to a folder; `progress` is told each stage as it begins.

    Raises what reading the folder or a file raises; what is wrong inside a copy is a finding.
    """
    encoding = options.encoding
    progress(f"Lecture de {folder}…")
    source = read_source(folder, encoding)
    current = facts_of(source.plan)
    names = _names(paths)
    past = read_past(journal.read(folder, encoding), current)
    fallback = _fallback(source, options)
    copies = []
    for rank, (path, name) in enumerate(zip(paths, names, strict=True), start=1):
        progress(f"Lecture de {name} ({rank}/{len(paths)})…")
        copy = read_copy(path, fallback)
        if copy.plan is None:
            refuse_as_copy(path)
        copy = follow_renamings(copy, past.renamed)
        copy = follow_corrections(copy, past.rekeyed)
        copy = leave_withdrawn(follow_added(copy, past.renamed, current), past.withdrawn)
        copy = copy._replace(version=copy.version._replace(name=name))
        copies.append(_compared(copy, source.plan, current, past))
    progress("Rapprochement des copies et de la source…")
    read = respell_fundings(respell(copies, current), current)
    read = tuple(tell_known(copy, current) for copy in read)
    session = Session(folder, source, current, read, (), (), encoding)
    return decide(session, {})


def _fallback(source: Source, options: Options) -> Fallback | None:
    """Return what copies are held against; None where each must have its own base."""
    if options.base is None:
        return Fallback(source, forced=True) if options.forced else None
    return Fallback(read_base(options.base), options.base.name, options.forced)


def decide(session: Session, decisions: Decisions) -> Session:
    """Return the session with the conflicts settled that `decisions` settle."""
    ready = [copy.version for copy in session.copies if copy.plan is not None]
    current, plan = session.current, session.source.plan
    adopted = _adopted(plan)
    plans = [plan, *(copy.plan for copy in session.copies if copy.plan)]
    taken = [code for own in plans for code in own.adopted or ()]
    merged = merge(current, ready, decisions, taken)
    departed = [code for code in adopted if Key(Kind.ACTIVITY, code) not in current]
    merged = settle_codes(merged, current, ready, departed, decisions)
    printed = tuple(printed_codes(merged.changes, current, adopted))
    if printed and not has_column(SourceFolder(session.folder, session.encoding), PRINTED):
        printed = ()
    session = session._replace(changes=(*merged.changes, *printed), conflicts=merged.conflicts)
    return _with_large_total(session)


def _with_large_total(session: Session) -> Session:
    """Return the session, where its total has too many digits with the copy's cell to put right."""
    total = sum(
        amount
        for key, record in apply(session.current, session.changes).items()
        for field, amount in record.items()
        if key.kind is Kind.ACTIVITY and field.isdigit() and isinstance(amount, int)
    )
    if total <= MAX_AMOUNT:
        return session
    amounts = [
        (own.after, (own.key, own.field))
        for own in session.changes
        if own.key.kind is Kind.ACTIVITY and isinstance(own.after, int)
    ]
    _, place = max(amounts)
    copies = []
    for copy in session.copies:
        sheet, _, cell = copy.version.places.get(place, "").rpartition("!")
        said = say("total.large", sheet, cell, show_number(total), show_number(MAX_AMOUNT))
        is_new = cell and said not in copy.findings
        copies.append(copy._replace(findings=(*copy.findings, said)) if is_new else copy)
    return session._replace(copies=tuple(copies))


def _adopted(plan: Plan) -> Sequence[str]:
    """Return the codes of the plan as adopted."""
    today = [activity.code for activity in plan.activities]
    return today if plan.adopted is None else [*plan.adopted]


def _names(paths: Sequence[Path]) -> list[str]:
    """Return the names that tell the copies apart: those of the files, else of folders too."""
    counts = Counter(path.name for path in paths)
    return [path.name if counts[path.name] == 1 else str(path) for path in paths]


def _compared(copy: ReadCopy, plan: Plan, current: Facts, past: Past) -> ReadCopy:
    """Return the copy with what is to be said of it beside the plan as it is now.

    One of another plan has no part in what follows.
    """
    if copy.plan is None:
        return copy
    more: list[CellFinding] = []
    ours, theirs = _identity(plan.settings), _identity(copy.plan.settings)
    if ours != theirs or plan.years != copy.plan.years:
        years = [", ".join(map(str, own.years)) for own in (copy.plan, plan)]
        more.append(say("plan.other", "", "", f"{theirs}, {years[0]}", f"{ours}, {years[1]}"))
        return copy._replace(findings=(*more, *copy.findings), plan=None)
    same = _unchanged(copy.plan, plan)
    more.extend(find_changed_labels(copy, current, same))
    more.extend(find_changed_texts(copy, plan))
    more.extend(find_changed_base(copy, current, same))
    more.extend(find_untold_base(copy, current, past.amounts, same))
    more.extend(find_strange_codes(copy, current, same, past.codes))
    more.extend(find_touched_inputs(copy, current, same))
    copy = copy._replace(findings=(*copy.findings, *more))
    copy = settle_lost(copy, current, same)
    copy = settle_lost_inputs(copy, current, same, applied=copy.digest in past.digests)
    return settle_wrong(copy)


def _identity(settings: Settings) -> str:
    return settings.acronym or settings.output


def _unchanged(made: Plan, plan: Plan) -> set[str]:
    """Return the files that are as they were when a copy was made."""
    before, now = ({file.name: file.sha256 for file in own.files} for own in (made, plan))
    names = (SCHEMA.name, *FILES.values())
    return {name for name in names if before.get(name) == now.get(name)}
