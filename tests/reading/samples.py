"""Small source folders: each test says what it changes, and reads what is found."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.errors import Finding, InvalidSourceError
from generator.reading.source import Source, read_source

COLUMNS = (
    "axe;axe_intitule;objectif;objectif_intitule;action;action_intitule;code;activite;"
    "responsable;partenaires;cout_total;2016;2017"
)
VALUES = {
    "axe": "I",
    "axe_intitule": "Prévention",
    "objectif": "I.1",
    "objectif_intitule": "Informer",
    "action": "I.1.1",
    "action_intitule": "Étudier",
    "code": "I-1.1.1",
    "activite": "Une étude",
    "responsable": "CNLT",
    "partenaires": "PTF",
    "cout_total": "300",
    "2016": "100",
    "2017": "200",
}
"""An activity that nothing is wrong with: 300 francs, 100 in 2016 and 200 in 2017."""

Files = Mapping[str, str | bytes]


class Place(NamedTuple):
    """A finding without its sentences: what tests compare."""

    kind: str
    file: str
    line: int
    column: str
    value: str


def row(**changed: str) -> str:
    """Return the row of an activity; `y2016` stands for the column 2016."""
    changes = {name.removeprefix("y"): text for name, text in changed.items()}
    assert not changes.keys() - VALUES.keys()
    return ";".join((VALUES | changes).values())


def matrix(*rows: str, columns: str = COLUMNS) -> str:
    """Return a matrix: without rows, one activity that nothing is wrong with."""
    return "\n".join([columns, *(rows or [row()])]) + "\n"


def write(folder: Path, files: Files) -> Path:
    """Return the folder with the files in it; `matrice.csv` is there anyhow."""
    for name, content in {"matrice.csv": matrix(), **files}.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name).write_bytes(data)
    return folder


def read(folder: Path, files: Files) -> Source:
    """Return the source of the files."""
    return read_source(write(folder, files))


def findings(folder: Path, files: Files) -> tuple[Finding, ...]:
    """Return what is wrong with the files; each must say what, and what to do."""
    with pytest.raises(InvalidSourceError) as caught:
        read(folder, files)
    for finding in caught.value.findings:
        assert finding.problem
        assert finding.remedy.endswith(".")
        assert str(finding) in str(caught.value)
    return caught.value.findings


def places(folder: Path, files: Files) -> list[Place]:
    """Return where something is wrong, in the order in which it is told."""
    return [place(finding) for finding in findings(folder, files)]


def place(finding: Finding) -> Place:
    """Return the finding without its sentences."""
    return Place(finding.kind, finding.file, finding.line, finding.column, finding.value)
