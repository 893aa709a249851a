"""The bytes of a file become its text and its encoding, or a fault that names its line."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.decoding import decode
from generator.reading.encodings import NAMES, Encoding, Fault, Text

TEXT = "nom;montant\r\nÉtude réalisée à l'école;5\r\n"
ENCODINGS = (
    Encoding("utf-8"),
    Encoding("utf-8", b"\xef\xbb\xbf"),
    Encoding("utf-16-le", b"\xff\xfe"),
    Encoding("utf-16-be", b"\xfe\xff"),
    Encoding("utf-16-le"),
    Encoding("utf-16-be"),
    Encoding("windows-1252"),
    Encoding("mac-roman"),
    Encoding("cp850"),
)


def written(text: str, encoding: Encoding) -> bytes:
    return encoding.mark + codecs.encode(text, encoding.codec)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_each_encoding_is_recognised(encoding: Encoding) -> None:
    assert decode(written(TEXT, encoding)) == Text(TEXT, encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_file_of_ascii_alone(encoding: Encoding) -> None:
    found = decode(written("nom\n", encoding))
    single = not encoding.mark and not encoding.codec.startswith("utf-16")
    assert found == Text("nom\n", Encoding() if single else encoding)


@pytest.mark.parametrize("encoding", ENCODINGS[2:6])
def test_utf16_of_a_text_that_is_hardly_ascii(encoding: Encoding) -> None:
    text = "axe;activite;responsable;partenaires\n" + "مكافحة الاتجار;😀\n" * 50
    assert decode(written(text, encoding)) == Text(text, encoding)


def test_nothing_is_an_empty_text() -> None:
    assert decode(b"") == Text("", Encoding())


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"nom\r\na\rb\0", Fault("nul", 3)),
        (b"code;texte\na;\0\n", Fault("nul", 2)),
        (b"\0" * 100, Fault("nul", 1)),
        (b"\xef\xbb\xbfnom\n\0", Fault("nul", 2)),
        ("nom\nà\0\n".encode("utf-16"), Fault("nul", 2)),
        ("nom\n".encode("utf-32"), Fault("nul", 1)),
        ("nom\nété\n".encode("utf-16")[:-1], Fault("encoding.damaged", 2)),
        (("nom" * 12 + "\r\n\r\n").encode("utf-16-be") + b"\xd8\x00\x00a",
         Fault("encoding.damaged", 3)),
        (b"PK\x03\x04rest", Fault("file.workbook")),
        (b"\xd0\xcf\x11\xe0rest", Fault("file.workbook")),
        ("é\n".encode() + "Réaliser\n".encode("cp1252"),
         Fault("encoding.mixed", 2, "Réaliser", {"count": 1})),
        (b"\xef\xbb\xbfnom\n" + "a;Réaliser\nb;Côte".encode("cp1252"),
         Fault("encoding.mixed", 2, "a;Réaliser", {"name": "UTF-8", "count": 2})),
    ],
)  # fmt: skip
def test_what_cannot_be_read_names_its_line(content: bytes, fault: Fault) -> None:
    assert decode(content) == fault


@pytest.mark.parametrize("choice", NAMES)
def test_a_choice_yields_to_what_is_sure(choice: str) -> None:
    for encoding in ENCODINGS[:6]:
        assert decode(written(TEXT, encoding), choice) == Text(TEXT, encoding)


@pytest.mark.parametrize("codec", ["windows-1252", "mac-roman", "cp850"])
@pytest.mark.parametrize("text", ["à faire", "CÔTE", "l'État", "à\nÄ la carte", "ÀÉ"])
def test_a_choice_settles_the_others(codec: str, text: str) -> None:
    content = text.encode(codec)
    assert decode(content, codec) == Text(text, Encoding(codec))


def test_a_choice_settles_what_is_utf8_by_accident() -> None:
    content = "nom\nl’État".encode("mac-roman")
    assert decode(content, "mac-roman") == Text("nom\nl’État", Encoding("mac-roman"))
    assert content.decode("utf-8") == "nom\nl\u0543tat"
    assert decode(content, "utf-8") == Text("nom\nl\u0543tat", Encoding())


@pytest.mark.parametrize(
    ("content", "choice", "fault"),
    [
        ("a\nRéaliser\nb\né".encode("cp1252"), "utf-8",
         Fault("encoding", 2, "Réaliser", {"name": "UTF-8", "count": 2})),
        ("a\nRéaliser\n".encode("cp1252"), "utf-16",
         Fault("encoding", 1, "", {"name": "UTF-16", "count": 2})),
        (b"a\nb\n\x8d\x90", "windows-1252",
         Fault("encoding", 3, "", {"name": "Windows-1252", "count": 1})),
    ],
)  # fmt: skip
def test_a_choice_that_cannot_be_is_refused(content: bytes, choice: str, fault: Fault) -> None:
    assert decode(content, choice) == fault


@given(st.binary(max_size=80), st.sampled_from([None, *NAMES]))
def test_any_bytes_are_a_text_or_a_fault_and_come_back(content: bytes, choice: str | None) -> None:
    found = decode(content, choice)
    if isinstance(found, Text):
        assert found.encoding.encode(found.text) == content
    else:
        assert found.line <= content.count(b"\n") + content.count(b"\r") + 1
