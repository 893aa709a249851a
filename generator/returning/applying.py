"""Changes written into a source folder, once what they make of it was read again and agrees."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.errors import ModelError
from generator.merging.changes import Change, apply, compare
from generator.merging.facts import Kind, facts_of
from generator.merging.renaming import rename, renamings
from generator.reading.source import READ, read_source
from generator.returning.kept_lines import find_corrected
from generator.returning.session import Session
from generator.sourcefiles import journal
from generator.sourcefiles.folder import Files, SourceFolder
from generator.sourcefiles.transaction import replace_files
from generator.sourcefiles.writing import write_changes


class RereadError(ModelError):
    """The changed folder, read again, says something else than what was merged."""

    def __init__(self, change: Change) -> None:
        where = f"{change.key.kind} {change.key.code}, {change.field}"
        super().__init__(where, f"relu {change.after}, attendu {change.before} ; rien n'est écrit")


def apply_session(session: Session, now: datetime) -> tuple[list[str], str]:
    """Write the session's changes; return the names of the files, and a warning or "".

    The caller holds the folder. Raises `InvalidSourceError` where the changed folder would not be
    read, and writes nothing then.
    """
    folder, plan = session.folder, session.source.plan
    encoding = session.encoding
    own = SourceFolder(folder, encoding)
    after = apply(session.current, session.changes)
    corrected = find_corrected(session.copies, session.changes, session.current, after)
    files = dict(write_changes(own, plan, session.current, session.changes, corrected))
    if not files:
        return [], ""
    _verify(session, files)
    entry = journal.Entry(
        now.isoformat(timespec="seconds"),
        journal.JOINED.join(copy.version.name for copy in session.copies),
        journal.JOINED.join(copy.digest for copy in session.copies),
        journal.JOINED.join(
            dict.fromkeys(name for copy in session.copies if (name := _author(copy.origin)))
        ),
    )
    reasons = _reasons(session.changes)
    files[journal.NAME] = journal.append(folder, entry, session.changes, reasons, encoding)
    return list(files), replace_files(folder, files)


def _author(origin: Mapping[str, str]) -> str:
    return ", ".join(origin[key] for key in ("who", "service", "version") if key in origin)


def _reasons(changes: Sequence[Change]) -> dict[str, str]:
    """Return by code of activity the reason that came with the changes."""
    return {
        change.key.code: str(change.after)
        for change in changes
        if change.key.kind is Kind.DECISION and change.field == "motif" and change.after
    }


def _verify(session: Session, files: Files) -> None:
    """Read the folder as it would be; raise where it says anything but what was merged."""
    folder, after = session.folder, apply(session.current, session.changes)
    expected = rename(after, renamings(session.changes))
    with TemporaryDirectory(prefix="plan-") as name:
        trial = Path(name)
        for known in READ:
            if known in files:
                (trial / known).write_bytes(files[known])
            elif (folder / known).exists():
                shutil.copyfile(folder / known, trial / known)
        found = facts_of(read_source(trial, session.encoding).plan)
    emptied = {key for key in expected if key.kind is Kind.TITLE} - found.keys()
    kept = {key: record for key, record in expected.items() if key not in emptied}
    if differences := compare(kept, found):
        raise RereadError(differences[0])
