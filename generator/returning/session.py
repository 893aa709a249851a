"""What copies bring to a source folder: their changes together, what clashes, what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.copies.reading import ReadCopy, find_changed_texts, read_copy, settle_gone
from generator.copies.said import say
from generator.errors import CellFinding
from generator.merging.changes import Change, Nature
from generator.merging.facts import Facts, Kind, facts_of
from generator.merging.threeway import Conflict, Decisions, merge
from generator.plan import Plan, Settings
from generator.reading.matrix import SCHEMA
from generator.reading.source import Source, read_source


class Session(NamedTuple):
    """A source folder and the copies that come back to it.

    `changes` lead from the plan as it is now to the merged one; `findings` are by copy, in order.
    """

    folder: Path
    source: Source
    current: Facts
    copies: tuple[ReadCopy, ...]
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]

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


def open_session(
    folder: Path, paths: Sequence[Path], progress: Progress = lambda _told: None
) -> Session:
    """Return what copies bring to a folder; `progress` is told each file before it is read.

    Raises what reading the folder or a file raises; what is wrong inside a copy is a finding.
    """
    source = read_source(folder)
    current = facts_of(source.plan)
    names = _names(paths)
    copies = []
    for rank, (path, name) in enumerate(zip(paths, names, strict=True), start=1):
        progress(f"Lecture de {name} ({rank}/{len(paths)})…")
        copy = read_copy(path)
        copy = copy._replace(version=copy.version._replace(name=name))
        copies.append(_compared(copy, source.plan, current))
    return decide(Session(folder, source, current, tuple(copies), (), ()), {})


def decide(session: Session, decisions: Decisions) -> Session:
    """Return the session with the conflicts settled that `decisions` settle."""
    ready = [copy.version for copy in session.copies if copy.plan is not None]
    plans = [session.source.plan, *(copy.plan for copy in session.copies if copy.plan)]
    adopted = [code for plan in plans for code in plan.adopted or ()]
    merged = merge(session.current, ready, decisions, adopted)
    return session._replace(changes=merged.changes, conflicts=merged.conflicts)


def _names(paths: Sequence[Path]) -> list[str]:
    """Return the names that tell the copies apart: those of the files, else of folders too."""
    counts = Counter(path.name for path in paths)
    return [path.name if counts[path.name] == 1 else str(path) for path in paths]


def _compared(copy: ReadCopy, plan: Plan, current: Facts) -> ReadCopy:
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
    more.extend(find_changed_texts(copy, current, same_base=_digest(copy.plan) == _digest(plan)))
    return settle_gone(copy._replace(findings=(*copy.findings, *more)), current)


def _identity(settings: Settings) -> str:
    return settings.acronym or settings.output


def _digest(plan: Plan) -> str:
    return next((file.sha256 for file in plan.files if file.name == SCHEMA.name), "")
