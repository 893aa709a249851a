"""What was chosen in a workbook of conflicts, settled: what is left, and what was asked."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from generator.merging.conflicts import Conflict, Decisions
from generator.reports.choices import read_choices
from generator.returning.session import Session, decide


class Decided(NamedTuple):
    """A session once choices are settled, with every conflict that was asked of people, and these.

    `asked` are the conflicts without any choice, then those that a choice brought about.
    """

    session: Session
    asked: tuple[Conflict, ...]
    decisions: Decisions


def decide_by(session: Session, path: Path | None) -> Decided:
    """Return the session with what was chosen in a workbook settled, if there is one.

    A choice may bring about a conflict that is none without it: it is chosen in the same workbook.
    Raises what `read_choices` raises.
    """
    asked = session.conflicts
    if path is None:
        return Decided(session, asked, {})
    while True:
        decisions = read_choices(path, asked)
        decided = decide(session, decisions)
        known = {conflict.place for conflict in asked}
        new = tuple(own for own in decided.conflicts if own.place not in known)
        if not new:
            return Decided(decided, asked, decisions)
        asked += new
