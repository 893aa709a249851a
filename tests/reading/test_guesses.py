"""The encoding that bytes were made with is found, or none is: never another one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reading.encodings import Encoding, Fault
from generator.reading.guesses import guess, is_utf8
from tests.reading.french import (
    PLAIN,
    SINGLE,
    WINDOWS_AND_MAC,
    WORDS,
    drawn_sentences,
    fitting,
    shipped_sentences,
)


@pytest.mark.parametrize("codec", SINGLE)
def test_what_french_texts_were_written_in_is_found(codec: str) -> None:
    for text in drawn_sentences(200, seed=85):
        assert guess(fitting(text, codec).encode(codec)) == Encoding(codec)


@pytest.mark.parametrize("codec", SINGLE)
def test_a_single_sentence_is_enough_most_often_and_never_misleads(codec: str) -> None:
    sentences = [fitting(text, codec) for text in shipped_sentences()]
    found = [guess(text.encode(codec)) for text in sentences if not text.isascii()]
    right = [one for one in found if one == Encoding(codec)]
    doubtful = [one for one in found if isinstance(one, Fault) and one.kind == "encoding.doubtful"]
    assert len(right) + len(doubtful) == len(found)
    assert len(right) > 0.9 * len(found)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(SINGLE),
    st.lists(st.sampled_from((*WORDS, *WINDOWS_AND_MAC)), min_size=1, max_size=5),
    st.lists(st.sampled_from(PLAIN), min_size=5, max_size=5),
)
def test_no_words_mislead(codec: str, words: Sequence[str], plain: Sequence[str]) -> None:
    text = " ".join(part for pair in zip(words, plain, strict=False) for part in pair)
    content = fitting(text, codec).encode(codec)
    if not content.isascii():
        found = guess(content)
        assert found == Encoding(codec) or isinstance(found, Fault)


def test_a_title_that_is_repeated_counts_once() -> None:
    """CÔTE of Windows-1252 reads as CÈTE in CP850: alone it would leave a doubt."""
    line = "CÔTE D'IVOIRE;une étude {};où\n"
    content = "".join(line.format(number) for number in range(9)).encode("windows-1252")
    assert guess(content) == Encoding("windows-1252")


@pytest.mark.parametrize(
    ("content", "line", "readings"),
    [
        ("un\nCÔTE".encode("cp1252"), 2, "« CÔTE » en Windows-1252, ou « CÈTE » en CP850"),
        ("à faire".encode("cp850"), 1, "« … faire » en Windows-1252, ou « à faire » en CP850"),
        ("l’État".encode("mac-roman"), 1, "« lՃtat » en UTF-8, ou « l’État » en Mac Roman"),
        ("a\n\nмим".encode("koi8-r"), 3, "« ÍÉÍ » en Windows-1252, ou « Õ…Õ » en Mac Roman"),
    ],
)
def test_a_doubt_is_told_with_what_may_be_read(content: bytes, line: int, readings: str) -> None:
    fault = guess(content)
    assert isinstance(fault, Fault)
    assert (fault.kind, fault.line) == ("encoding.doubtful", line)
    assert fault.fields == {"readings": readings}


MIXED = [
    (["nom", "été", "Réaliser", "dès"], {2}, 3, "Réaliser"),
    (["nom", "été", "Réaliser", "dès"], {1, 3}, 3, "Réaliser"),
    (["nom", "été", "Réaliser", "dès"], {1, 2}, 4, "dès"),
    (["nom", "«\u00a0mot\u00a0»", "dès"], {2}, 3, "dès"),
    (["nom", "مكافحة", "dès", "déjà"], {2, 3}, 2, "مكافحة"),
]


@pytest.mark.parametrize("codec", SINGLE)
@pytest.mark.parametrize(("lines", "single", "line", "value"), MIXED)
def test_lines_of_two_encodings(
    lines: list[str], single: set[int], line: int, value: str, codec: str
) -> None:
    """The fewer lines are told; where they are as many, those that are not UTF-8."""
    content = b"\n".join(
        text.encode(codec if number in single else "utf-8") for number, text in enumerate(lines)
    )
    beyond = [number for number, text in enumerate(lines) if not text.isascii()]
    count = min(len(single), len(beyond) - len(single))
    assert guess(content) == Fault("encoding.mixed", line, value, {"count": count})


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("PRIORITÉ\u00a0: haute", "windows-1252"),
        ("activité\u00a0»", "windows-1252"),
        ("l’équipe", "mac-roman"),
    ],
)
def test_a_line_that_is_utf8_by_accident_mixes_nothing(text: str, codec: str) -> None:
    content = text.encode(codec)
    content.decode("utf-8")
    assert not is_utf8(content)
    assert guess(f"{text}\nRéaliser une étude\n".encode(codec)) == Encoding(codec)


@pytest.mark.parametrize("text", ["", "plain", "été", "«\u00a0", "мир", "مكافحة", "😀", "España"])
def test_utf8_on_purpose(text: str) -> None:
    assert is_utf8(text.encode())
