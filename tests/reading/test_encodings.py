"""An encoding writes what it has, and says what it lacks."""

from __future__ import annotations

import codecs

import pytest

from generator.reading.encodings import NAMES, Encoding, show_around


@pytest.mark.parametrize(
    ("codec", "name"),
    [("utf-8", "UTF-8"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("cp850", "CP850"),
     ("windows-1252", "Windows-1252"), ("mac-roman", "Mac Roman")],
)  # fmt: skip
def test_the_name_that_people_know(codec: str, name: str) -> None:
    assert Encoding(codec).name == name


def test_every_choice_is_a_codec_of_python() -> None:
    assert [codecs.lookup(name).name for name in NAMES] == [
        "utf-8", "utf-16", "cp1252", "mac-roman", "cp850"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("codec", "text", "lacking"),
    [
        ("windows-1252", "l’œuvre à 5 €", ""),
        ("windows-1252", "مكا = مكا", "مكا"),
        ("windows-1252", "e\u0301", "\u0301"),
        ("mac-roman", "l’œuvre à 5 €", ""),
        ("mac-roman", "½", "½"),
        ("cp850", "l’œuvre à 5 €", "’œ€"),
        ("utf-8", "مكا 😀", ""),
        ("utf-16-le", "مكا 😀", ""),
        ("utf-8", "a\ud800", "\ud800"),
    ],
)
def test_the_signs_that_an_encoding_lacks(codec: str, text: str, lacking: str) -> None:
    assert Encoding(codec).find_lacking(text) == lacking


def test_a_text_is_written_after_the_mark() -> None:
    assert Encoding("utf-16-be", b"\xfe\xff").encode("é") == b"\xfe\xff\x00\xe9"
    assert Encoding("cp850").encode("é") == b"\x82"
    with pytest.raises(UnicodeEncodeError):
        Encoding("cp850").encode("’")


def test_what_stands_around_a_byte() -> None:
    line = ("x" * 30 + "é" + "y" * 30).encode("cp850")
    assert show_around(line, 30, "cp850") == "x" * 20 + "é" + "y" * 19
