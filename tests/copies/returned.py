"""A copy of the small plan brought back to its source folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.returning.session import Options, Session, open_session
from tests.copies.edited import Edited, told


def come_back(edited: Edited, source: Path, options: Options | None = None) -> Session:
    """Return what a copy brings to a folder."""
    return open_session(source, [edited.save()], options=options or Options())


def said(session: Session) -> Sequence[tuple[str, str, str]]:
    """Return what is said of the only copy: class, kind, cell."""
    return told(session.copies[0])
