"""The same data in any encoding, with any delimiter, is the same plan."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.errors import InvalidSourceError
from generator.plan import Plan
from generator.reading.source import Source, read_source
from tests.proof.folder import Folder, read_folder
from tests.proof.plans import folders
from tests.reading.french import SINGLE, fitting
from tests.reading.samples import matrix, places, row

SHIPPED = Path("source")
CODECS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", *SINGLE)


def delimited(text: str, delimiter: str) -> str:
    """Return the text of a CSV, which has semicolons, with another delimiter."""
    stream = io.StringIO(newline="")
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue()


def write(folder: Folder, place: Path, codec: str, delimiter: str) -> Path:
    """Return a place where the files are, CSV files in an encoding; `plan.toml` is UTF-8."""
    place.mkdir()
    for name, text in folder.files.items():
        is_csv = name.endswith(".csv")
        content = delimited(text, delimiter).encode(codec) if is_csv else text.encode()
        (place / name).write_bytes(content)
    return place


def without_digests(source: Source) -> Plan:
    return source.plan._replace(files=())


@pytest.fixture(scope="module")
def shipped() -> Folder:
    return read_folder(SHIPPED)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return without_digests(read_source(SHIPPED))


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("codec", CODECS[:-1])
def test_the_shipped_plan(
    tmp_path: Path, shipped: Folder, plan: Plan, codec: str, delimiter: str
) -> None:
    source = read_source(write(shipped, tmp_path / "source", codec, delimiter))
    assert without_digests(source) == plan
    told = {note.kind for note in source.notes}
    assert told == (set() if codec.startswith("utf-8") else {"file.encoding"})
    beyond = [name for name, text in shipped.files.items() if not text[1:].isascii()]
    csvs = [name for name in beyond if name.endswith(".csv")]
    if codec in SINGLE:
        assert [note.file for note in source.notes] == sorted(csvs)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_shipped_plan_without_the_signs_that_cp850_lacks(
    tmp_path: Path, shipped: Folder, delimiter: str
) -> None:
    texts = {name: fitting(text.lstrip("\ufeff"), "cp850") for name, text in shipped.files.items()}
    folder = Folder(texts)
    expected = read_source(write(folder, tmp_path / "utf8", "utf-8", ";"))
    source = read_source(write(folder, tmp_path / "source", "cp850", delimiter))
    assert without_digests(source) == without_digests(expected)


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(folders(axes=2), st.sampled_from(CODECS), st.sampled_from(";,\t"))
def test_a_drawn_plan_in_the_encoding_that_is_said(
    folder: Folder, codec: str, delimiter: str
) -> None:
    """What the encoding lacks is a question mark on both sides."""
    texts = {
        name: text.removeprefix("\ufeff").encode(codec, "replace").decode(codec)
        for name, text in folder.files.items()
    }
    drawn = Folder(texts)
    if codec in SINGLE:
        assume(not any(is_utf8_too(text, codec) for text in texts.values()))
    with TemporaryDirectory() as name:
        try:
            expected = read_source(write(drawn, Path(name) / "utf8", "utf-8-sig", ";"))
        except InvalidSourceError:  # the question marks
            assume(False)
            raise
        choice = codec if codec in SINGLE else None
        source = read_source(write(drawn, Path(name) / "source", codec, delimiter), choice)
    assert without_digests(source) == without_digests(expected)


def is_utf8_too(text: str, codec: str) -> bool:
    try:
        return text.encode(codec).decode("utf-8") != text
    except UnicodeDecodeError:
        return False


def test_lines_put_together_from_two_files_are_refused(tmp_path: Path) -> None:
    second = row(code="I-1.1.2", activite="Une réunion").encode("cp1252")
    assert [(found.kind, found.line) for found in places(tmp_path, {
        "matrice.csv": matrix(row(activite="Un été")).encode() + second + b"\n",
    })] == [("encoding.mixed", 3)]  # fmt: skip


@pytest.mark.parametrize("codec", CODECS)
def test_what_was_lost_before_is_refused_in_any_encoding(tmp_path: Path, codec: str) -> None:
    """`?` where a space of thousands was; UTF-8 that was taken for something else."""
    text = matrix(row(cout_total="37?500?000", y2016="37?500?000", y2017="", partenaires="Là-bas"))
    found = places(tmp_path, {"matrice.csv": text.encode(codec)})
    assert [(one.kind, one.column) for one in found] == [
        ("amount.text", "2016"),
        ("amount.text", "cout_total"),
    ]


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1252"])
def test_a_text_badly_converted_is_refused(tmp_path: Path, codec: str) -> None:
    broken = "Réunion à Côte".encode().decode("cp1252")
    text = matrix(row(activite=broken, partenaires="réalité société école été " * 3))
    found = places(tmp_path, {"matrice.csv": text.encode(codec)})
    assert [(one.kind, one.line, one.column) for one in found] == [("text.mojibake", 2, "activite")]
