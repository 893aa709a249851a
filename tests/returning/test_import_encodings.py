"""A matrix of any encoding takes a copy's edits in it: their line changes, and no other byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engines.edits import SetCell
from tests.reading.french import fitting
from tests.returning.conftest import Command
from tests.returning.copies import at, sheet_of, snapshot, typed_copy
from tests.workbook.built import Built

pytestmark = pytest.mark.slow
STUDY = "I-1.1.1"
CODECS = ("utf-8", "utf-16", "utf-16-be", "cp1252", "mac-roman", "cp850")
NAMES = {"utf-16": "UTF-16", "utf-16-be": "UTF-16", "cp1252": "Windows-1252",
         "mac-roman": "Mac Roman", "cp850": "CP850"}  # fmt: skip


def save_as(folder: Path, codec: str) -> str:
    """Return the text of the matrix, once the CSV files of the folder are in an encoding."""
    for path in folder.glob("*.csv"):
        text = fitting(path.read_bytes().decode("utf-8-sig"), codec)
        path.write_bytes(text.encode(codec))
    return (folder / "matrice.csv").read_bytes().decode(codec)


@pytest.mark.parametrize("codec", CODECS)
def test_the_line_that_changed_is_written_in_the_encoding_of_its_file(
    shipped: Built, folder: Path, command: Command, tmp_path: Path, codec: str
) -> None:
    """37,5 M in 2016 and in 2020; 50 M more in 2017 make 125 M."""
    text = save_as(folder, codec)
    copy = typed_copy(shipped, tmp_path / "copie.xlsx", [at(shipped, STUDY, 2017, 50_000_000)])
    answer = command("import", copy, "--apply")
    assert answer.status == 0, answer.out
    line = ";75000000;37500000;;;;37500000;"
    expected = text.replace(line, ";125000000;37500000;50000000;;;37500000;", 1)
    assert expected != text
    assert (folder / "matrice.csv").read_bytes() == expected.encode(codec)
    assert (folder / "matrice_adoptee.csv").read_bytes() == text.encode(codec)
    assert (folder / "journal.csv").read_bytes().startswith(b"\xef\xbb\xbfdate;")
    told = f"Remarque : matrice.csv : fichier lu en {NAMES.get(codec)}. "
    assert answer.err.count(told) == (codec != "utf-8")


def test_a_sign_that_the_encoding_lacks_writes_nothing(
    shipped: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    save_as(folder, "cp1252")
    before = snapshot(folder)
    reason = SetCell(*shipped.cell(sheet_of(shipped, STUDY), STUDY, "reason"), "دراسة")
    copy = typed_copy(shipped, tmp_path / "copie.xlsx", [reason])
    answer = command("import", copy, "--apply")
    assert answer.status == 1
    assert "statuts.csv, colonne « motif » : « دراسة » ne s'écrit pas en Windows-1252" in answer.err
    assert "Enregistrez matrice.csv au format « CSV UTF-8 »" in answer.err
    assert snapshot(folder) == before
