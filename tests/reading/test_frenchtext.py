"""Signs count as French where French has them: a bad conversion puts others elsewhere."""

from __future__ import annotations

import pytest

from generator.reading.frenchtext import count_french, has_french, is_french
from tests.reading.french import WINDOWS_AND_MAC, WORDS, shipped_sentences


@pytest.mark.parametrize("word", [*WORDS, *WINDOWS_AND_MAC, "", "plain"])
def test_words_are_french(word: str) -> None:
    assert is_french(f"la {word} de")
    assert has_french(word) == (not word.isascii())


def test_the_shipped_texts_are_french() -> None:
    assert [text for text in shipped_sentences() if not is_french(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "RÈaliser", "RÇaliser", "RÚaliser", "co–t", "c“té", "motá", "màme", "voilê", "bëtiment",
        "Çtude", "Ètude", "PROBLéME", "12Ê%", "Ê", "n∞", "d‡", "l՞quipe", "頻", "№ 3", "Ã©", "√©",
        "├®", "c½ur",
    ],
)  # fmt: skip
def test_what_a_bad_conversion_makes_is_not(text: str) -> None:
    assert not is_french(text)


def test_signs_are_counted_one_by_one() -> None:
    assert count_french("Été, RÈaliser, où") == 3
