"""An amount is read whole, or refused with its reason: nothing in between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plan import PM
from generator.reading.amounts import AmountProblem, parse_amount, parse_signed

LARGEST = 999_999_999_999_999
NBSP, NARROW, THIN, FIGURE, IDEOGRAPHIC = "\u00a0", "\u202f", "\u2009", "\u2007", "\u3000"
SPACES = [" ", NBSP, NARROW, THIN, FIGURE, IDEOGRAPHIC, "\t"]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", 0),
        ("37500000", 37_500_000),
        ("0037500000", 37_500_000),
        ("37 500 000", 37_500_000),
        (f"37{NBSP}500{NBSP}000", 37_500_000),
        (f"37{NARROW}500{NARROW}000", 37_500_000),
        (f"37{THIN}500 000", 37_500_000),
        ("37.500.000", 37_500_000),
        ("37,500,000", 37_500_000),
        ("37500000,00", 37_500_000),
        ("37 500 000,0", 37_500_000),
        ("37500000.00", 37_500_000),
        ("37.500.000,00", 37_500_000),
        ("37,500,000.00", 37_500_000),
        ("37.500,00", 37_500),
        ("37,500.00", 37_500),
        ("  5 000  ", 5_000),
        ("5 000 F CFA", 5_000),
        ("5000FCFA", 5_000),
        ("5 000 XOF", 5_000),
        ("5 000 francs CFA", 5_000),
        ("999999999999999", LARGEST),
        ("0" * 5_000 + "7", 7),
    ],
)
def test_an_amount_is_read(text: str, amount: int) -> None:
    assert parse_amount(text) == amount


@pytest.mark.parametrize("text", ["", " ", NBSP, "\t", "-", " - ", "–", "—", "−"])
def test_a_blank_or_a_dash_is_no_amount(text: str) -> None:
    assert parse_amount(text) is None


@pytest.mark.parametrize(
    "text",
    ["PM", "pm", " Pm ", "P.M.", "p.m", "pour mémoire", "Pour memoire", "pour me\u0301moire"],
)
def test_a_memorandum_is_no_zero(text: str) -> None:
    assert parse_amount(text) is PM


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("37 50 000", "amount.grouping"),
        ("3750 000", "amount.grouping"),
        ("37  500 000", "amount.grouping"),
        ("37.50.000", "amount.grouping"),
        ("37500000,5", "amount.decimal"),
        ("37 500 000,5", "amount.decimal"),
        ("0.22", "amount.decimal"),
        (",5", "amount.decimal"),
        ("37.500.000,5", "amount.decimal"),
        ("1234,567", "amount.decimal"),
        ("-5000", "amount.negative"),
        ("−5 000", "amount.negative"),
        ("(5 000)", "amount.negative"),
        ("5 000-", "amount.negative"),
        ("1000000000000000", "amount.large"),
        ("1 000 000 000 000 000", "amount.large"),
        ("9" * 5_000, "amount.large"),
        ("1,5E+08", "amount.scientific"),
        ("1e308", "amount.scientific"),
        ("inf", "amount.text"),
        ("NaN", "amount.text"),
        ("VRAI", "amount.text"),
        ("5 %", "amount.text"),
        ("5 000 €", "amount.text"),
        ("\uff11\uff12\uff13", "amount.text"),
        ("٣٤", "amount.text"),
        ("1_000", "amount.text"),
        ("########", "amount.text"),
        ("#REF!", "amount.text"),
        ("37?500?000", "amount.text"),
        ("=10+5", "amount.text"),
        ("+5000", "amount.text"),
        ("01/02/2016", "amount.text"),
        ("37\u200b500", "amount.text"),
        ("--", "amount.text"),
        ("PM 5", "amount.text"),
    ],
)
def test_what_is_no_whole_amount_is_refused(text: str, kind: str) -> None:
    found = parse_amount(text)
    assert isinstance(found, AmountProblem)
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "thousands", "units"), [("37.500", "37500", "37"), ("1,000", "1000", "1")]
)
def test_both_readings_of_an_ambiguous_amount_are_offered(
    text: str, thousands: str, units: str
) -> None:
    fields = {"thousands": thousands, "units": units}
    assert parse_amount(text) == AmountProblem("amount.ambiguous", fields)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 millions", "12 000 000"),
        ("12M", "12 000 000"),
        ("2 mds", "2 000 000 000"),
        ("2,5 Milliards", "2 500 000 000"),
        ("40 mille", "40 000"),
    ],
)
def test_a_unit_is_not_multiplied_but_offered(text: str, expected: str) -> None:
    assert parse_amount(text) == AmountProblem("amount.unit", {"expected": expected})


@pytest.mark.parametrize("text", ["0,0001 mille", "1000000 mds"])
def test_a_unit_that_gives_no_amount_is_only_refused(text: str) -> None:
    assert parse_amount(text) == AmountProblem("amount.text")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("-100000000", -100_000_000),
        ("− 25 000 000", -25_000_000),
        ("–5", -5),
        ("25000000", 25_000_000),
        ("", None),
        ("-", None),
        ("-0", 0),
    ],
)
def test_a_gap_may_be_negative(text: str, amount: int | None) -> None:
    assert parse_signed(text) == amount


@pytest.mark.parametrize("text", ["PM", "-PM", "--", "- -", "—-", "abc", "-abc"])
def test_a_sign_alone_or_before_a_word_is_no_gap(text: str) -> None:
    assert parse_signed(text) == AmountProblem("amount.text")


def test_two_signs_are_no_gap() -> None:
    assert parse_signed("--5") == AmountProblem("amount.negative")


@given(st.integers(0, LARGEST), st.sampled_from(SPACES), st.sampled_from(["", ",0", ",00", ".00"]))
def test_any_grouping_by_spaces_gives_the_number(amount: int, space: str, cents: str) -> None:
    assert parse_amount(f"{amount:,}".replace(",", space) + cents) == amount
    assert parse_amount(f"{space}{amount}{cents}{space}") == amount


@given(st.integers(1_000_000, LARGEST), st.sampled_from(".,"))
def test_two_groups_or_more_by_points_give_the_number(amount: int, mark: str) -> None:
    assert parse_amount(f"{amount:,}".replace(",", mark)) == amount


@given(st.integers(-LARGEST, LARGEST))
def test_any_signed_number_is_read(amount: int) -> None:
    assert parse_signed(str(amount)) == amount


@given(st.integers(LARGEST + 1))
def test_what_a_spreadsheet_would_round_is_refused(amount: int) -> None:
    assert parse_amount(str(amount)) == AmountProblem("amount.large")


NEAR_AMOUNTS = st.text(alphabet="0123456789 .,-()%eE+FCfcAMPpm\u00a0\u202f−–", max_size=24)


@given(st.one_of(st.text(), NEAR_AMOUNTS))
def test_any_text_gives_its_own_digits_or_a_problem(text: str) -> None:
    found = parse_amount(text)
    if isinstance(found, int):
        digits = "".join(char for char in text if char in "0123456789")
        assert digits in {str(found).rjust(len(digits) - zeros, "0") + "0" * zeros
                          for zeros in range(3)}  # fmt: skip
    else:
        assert found is None or found is PM or isinstance(found, AmountProblem)
    assert not isinstance(parse_signed(text), type(PM))
