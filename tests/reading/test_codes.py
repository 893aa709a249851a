"""A code is what every spreadsheet keeps apart from the others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plan import lookup_key
from generator.reading.codes import alike_key, find_code_fault


@pytest.mark.parametrize(
    "code",
    ["I", "I.1.1", "II-2.1.10", "1.10", "01", "A_3", "Annexe 2", "Activité-4", "1E5", "x" * 50,
     "mars", "2016-2020", "V-26"],
)  # fmt: skip
def test_a_code_is_accepted(code: str) -> None:
    assert find_code_fault(code) is None


@pytest.mark.parametrize(
    ("code", "character", "position"),
    [("I/1", "/", 2), ("I:1", ":", 2), ("*", "*", 1), ("I\u00a01", "U+00A0", 2),
     ("I-²", "²", 3), ("I-٣", "٣", 3), ("I\u200b", "[U+200B]", 2), ("I\n1", "U+000A", 2),
     ("e\u0301", "\u0301", 2), ("I–1", "–", 2)],
)  # fmt: skip
def test_a_character_that_formulas_or_people_mistake_is_refused(
    code: str, character: str, position: int
) -> None:
    fields = {"character": character, "position": position}
    assert find_code_fault(code) == ("code.syntax", fields)


@pytest.mark.parametrize(
    ("code", "likely"),
    [
        ("2003-02-01", "1.2.3"),
        ("01/02/2003", "1.2.3"),
        ("01-févr", "1.2"),
        ("1-févr.", "1.2"),
        ("02-mars-04", "2.3.4"),
        ("3-Aug", "3.8"),
        ("mars-26", "3.26"),
        ("déc-2001", "12.1"),
    ],
)
def test_a_code_changed_into_a_date_is_refused_and_the_code_offered(code: str, likely: str) -> None:
    assert find_code_fault(code) == ("code.date", {"likely": likely})


def test_a_code_that_lookups_would_cut_is_refused() -> None:
    assert find_code_fault("x" * 51) == ("code.long", {"limit": 50})


@pytest.mark.parametrize(
    ("code", "key"),
    [("I.1", "I.1"), ("1.10", "N1.10"), ("1", "N1"), ("1E5", "N1E5"), ("-A", "N-A"),
     ("VRAI", "NVRAI"), ("False", "NFalse"), ("Vrai.1", "Vrai.1")],
)  # fmt: skip
def test_a_lookup_key_is_no_number_and_no_truth_value(code: str, key: str) -> None:
    assert lookup_key(code) == key


@pytest.mark.parametrize(
    ("one", "other"), [("I.1", "i.1"), ("1.1", "N1.1"), ("1.1", "n1.1"), ("\uff211", "A1")]
)
def test_codes_that_a_spreadsheet_takes_for_one_another(one: str, other: str) -> None:
    assert alike_key(one) == alike_key(other)


@pytest.mark.parametrize(("one", "other"), [("1.1", "1.10"), ("1", "01"), ("I.1", "I-1")])
def test_codes_that_differ(one: str, other: str) -> None:
    assert alike_key(one) != alike_key(other)


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_a_fault(text: str) -> None:
    fault = find_code_fault(text)
    assert fault is None or fault[0] in {"code.syntax", "code.date", "code.long"}
