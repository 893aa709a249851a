"""The codes that follow those of an action."""

from __future__ import annotations

from itertools import islice

import pytest

from generator.numbering import next_codes, sought_code


@pytest.mark.parametrize(
    ("codes", "taken", "expected"),
    [
        (["I-1.1.1", "I-1.1.2"], [], ["I-1.1.3", "I-1.1.4"]),
        (["I-1.1.1", "I-1.1.2"], ["I-1.1.3", "i-1.1.5"], ["I-1.1.4", "I-1.1.6"]),
        (["I-1.1.7", "I-1.1.2"], [], ["I-1.1.8", "I-1.1.9"]),
        (["I-1.1.9", "I-1.2.1"], [], ["I-1.2.2", "I-1.2.3"]),
        (["1.9"], ["1.10"], ["1.11", "1.12"]),
        (["A"], [], ["A1", "A2"]),
        (["x" * 49 + "9"], [], ["x" * 48 + "10", "x" * 48 + "11"]),
    ],
    ids=[
        "the next ones", "those taken passed over", "after the highest, wherever it stands",
        "the start of the last", "a code of numbers", "no number yet", "no longer than may be",
    ],
)  # fmt: skip
def test_what_follows(codes: list[str], taken: list[str], expected: list[str]) -> None:
    unfree = {sought_code(code) for code in taken}
    assert list(islice(next_codes(codes, unfree), 2)) == expected


def test_what_is_given_is_taken() -> None:
    unfree: set[str] = set()
    given = [next(next_codes(["I-1.1.1"], unfree)) for _ in range(3)]
    assert given == ["I-1.1.2", "I-1.1.3", "I-1.1.4"]
