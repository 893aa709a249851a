"""What may stand in a cell, and what a message shows of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.texts import comparable, find_text_fault, is_blank, may_be_strange, show_text


@pytest.mark.parametrize(
    "text",
    ["", "NA", "None", "null", "=1+1", "http://exemple.ci", "file://x", "_x000D_", "<&>\"'",
     "مكافحة", "👩‍👩‍👧", "l’État", "œuvre, bâtiment, âge", "√2, √x", "A\nB", "A\tB", "Être À Â Ç",
     "x" * 32_767, "😀" * 16_383, "ligne\n" * 253],
)  # fmt: skip
def test_a_text_is_kept(text: str) -> None:
    assert find_text_fault(text) is None


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\x1f", "\x7f", "\x85", "\ufeff", "\uffff"])
def test_a_control_character_is_refused_with_its_position(char: str) -> None:
    assert find_text_fault(f"ab{char}c") == ("text.control", {"position": 3})


@pytest.mark.parametrize(
    ("text", "found", "position"),
    [("RÃ©aliser", "Ã©", 2), ("prÃªt", "Ãª", 3), ("Â«", "Â«", 1), ("lâ€™Etat", "â€", 2),
     ("R\ufffdaliser", "\ufffd", 2)],
)  # fmt: skip
def test_a_text_badly_converted_is_refused(text: str, found: str, position: int) -> None:
    assert find_text_fault(text) == ("text.mojibake", {"found": found, "position": position})


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize("text", ["é", "É", "è", "ê", "ô", "œ", "ç", "à", "«", "’", "…", "°"])
def test_every_french_sign_badly_converted_is_seen(text: str, encoding: str) -> None:
    fault = find_text_fault(text.encode().decode(encoding))
    if encoding == "cp1252" or text.isalpha():
        assert fault is not None
        assert fault[0] == "text.mojibake"


@pytest.mark.parametrize(("text", "length"), [("x" * 32_768, "32 768"), ("😀" * 16_384, "32 768")])
def test_what_a_cell_cannot_hold_is_refused(text: str, length: str) -> None:
    assert find_text_fault(text) == ("text.long", {"limit": "32 767", "length": length})


def test_more_lines_than_a_cell_holds_are_refused() -> None:
    assert find_text_fault("\n" * 254) == ("text.lines", {"limit": 254})


def test_a_message_is_one_line_and_shows_what_cannot_be_seen() -> None:
    assert show_text("a\nb\x1bc\u200b") == "a⏎b[U+001B]c[U+200B]"
    assert show_text("é" * 60) == "é" * 60
    assert show_text("é" * 61) == "é" * 60 + "…"


@pytest.mark.parametrize(
    ("one", "other"),
    [("l'État", "l’État"), ("E\u0301tat", "État"), ("a\u00a0: b", "a : b"), ("a  b ", "a b")],
)
def test_spellings_of_one_text(one: str, other: str) -> None:
    assert comparable(one) == comparable(other)


def test_texts_that_differ() -> None:
    assert comparable("Etat") != comparable("État")
    assert comparable("état") != comparable("État")


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "\u202f\t", "\r\n"])
def test_blank(text: str) -> None:
    assert is_blank(text)


def test_a_control_character_is_not_blank() -> None:
    assert not is_blank("\x1f")


@given(st.text())
def test_the_fast_look_misses_nothing(text: str) -> None:
    fault = find_text_fault(text)
    if fault and fault[0] in {"text.control", "text.mojibake"}:
        assert may_be_strange(text)


@given(st.text(max_size=100))
def test_whatever_is_shown_is_one_line(text: str) -> None:
    assert len(show_text(text).splitlines()) <= 1
