"""What is worth telling of a source folder that was read, on the stream of complaints."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from generator.errors import Finding


def tell_notes(notes: Iterable[Finding]) -> None:
    """Print the notes, a line each."""
    for note in notes:
        print(f"Remarque : {note}", file=sys.stderr)


def tell_encodings(notes: Iterable[Finding], folder: str = "") -> None:
    """Print in which encoding files were read that are not UTF-8; `folder` says whose they are."""
    place = f"{folder}/" if folder else ""
    told = (note for note in notes if note.kind == "file.encoding")
    tell_notes(note._replace(file=f"{place}{note.file}") for note in told)
