"""Conversions, comparisons and rounding by Excel's rules, each value worked out by hand."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.values import (
    COMPARISONS,
    Area,
    ErrorValue,
    NoTwinError,
    Scalar,
    Value,
    add_up,
    is_number,
    is_same,
    match_key,
    number,
    order,
    raised,
    round_half_up,
    text,
    truth,
    whole,
)

DIVISION = ErrorValue("#DIV/0!")


def outcome(convert: object, value: Value) -> object:
    """Return what a conversion gives: a value, or the error that it raises."""
    assert callable(convert)
    try:
        return convert(value)
    except ErrorValue as error:
        return error.code
    except NoTwinError:
        return "refused"


@pytest.mark.parametrize(
    ("value", "as_number", "as_text", "as_truth"),
    [
        (None, 0, "", False),
        (0, 0, "0", False),
        (7, 7, "7", True),
        (-2, -2, "-2", True),
        (2.0, 2.0, "2", True),
        (2.5, 2.5, "refused", True),  # "2,5" for a French reader
        (1e15, 1e15, "refused", True),  # 1E+15 in Excel, 1000000000000000 in LibreOffice
        (True, 1, "refused", True),  # "VRAI" for a French reader
        (False, 0, "refused", False),
        ("", "#VALUE!", "", "#VALUE!"),
        ("abc", "#VALUE!", "abc", "#VALUE!"),
        ("12", 12, "12", "refused"),
        ("-12", -12, "-12", "refused"),
        (" 12", "refused", " 12", "refused"),
        ("1,5", "refused", "1,5", "refused"),
        ("12 %", "refused", "12 %", "refused"),
        ("1/2/2016", "refused", "1/2/2016", "refused"),
        ("٣", "refused", "٣", "refused"),
        ("TRUE", "#VALUE!", "TRUE", "refused"),
        (DIVISION, "#DIV/0!", "#DIV/0!", "#DIV/0!"),
    ],
)
def test_conversions(value: Value, as_number: object, as_text: object, as_truth: object) -> None:
    assert outcome(number, value) == as_number
    assert outcome(text, value) == as_text
    assert outcome(truth, value) == as_truth


def test_true_as_a_number_is_no_boolean() -> None:
    assert type(number(True)) is int


@pytest.mark.parametrize(
    ("value", "counted"),
    [(None, False), (0, True), (1.5, True), (True, False), ("1", False), (DIVISION, False)],
)
def test_what_aggregates_count(value: Value, counted: bool) -> None:
    assert is_number(value) is counted


ORDERED: tuple[tuple[Scalar, Scalar, str], ...] = (
    # a blank is the empty value of the other's type
    (None, 0, "="),
    (None, "", "="),
    (None, False, "="),
    (None, None, "="),
    (None, 1, "<"),
    (None, -1, ">"),
    # numbers, then texts, then booleans
    (10**9, "a", "<"),
    ("zzz", False, "<"),
    (1, True, "<"),
    (1, "1", "<"),
    ("", 0, ">"),
    # numbers on 15 digits
    (0.1 + 0.2, 0.3, "="),
    (1, 1.0, "="),
    (1.00000000000001, 1, ">"),
    (123456789012345, 123456789012346, "<"),
    (False, True, "<"),
    # texts without case, with accents
    ("Abc", "aBC", "="),
    ("É", "é", "="),
)


@pytest.mark.parametrize(("left", "right", "sign"), ORDERED)
def test_comparisons(left: Scalar, right: Scalar, sign: str) -> None:
    holding = {"=": {"=", "<=", ">="}, "<": {"<", "<=", "<>"}, ">": {">", ">=", "<>"}}[sign]
    assert {name for name, holds in COMPARISONS.items() if holds(left, right)} == holding
    mirrored = {"<": ">", ">": "<"}
    expected = {"".join(mirrored.get(letter, letter) for letter in name) for name in holding}
    expected = {"<>" if name == "><" else name for name in expected}
    assert {name for name, holds in COMPARISONS.items() if holds(right, left)} == expected


def test_the_order_of_two_texts_is_the_readers_language() -> None:
    assert is_same("é", "f") is False
    with pytest.raises(NoTwinError, match="ordre"):
        order("é", "f")


@pytest.mark.parametrize("pair", [(DIVISION, 1), (1, DIVISION), (DIVISION, ErrorValue("#N/A"))])
def test_an_error_compares_to_an_error(pair: tuple[Value, Value]) -> None:
    for compare in COMPARISONS.values():
        with pytest.raises(ErrorValue, match="#DIV/0!"):
            compare(*pair)


def test_a_kept_error_gathers_no_tracebacks() -> None:
    """A cell's error is raised by each formula that reads it: always a new object."""
    for _ in range(3):
        with pytest.raises(ErrorValue) as caught:
            raised(DIVISION)
        assert caught.value == DIVISION
        assert caught.value is not DIVISION
    assert DIVISION.__traceback__ is None


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (2.0, 2),
        (-0.0, 0),
        (2.5, 2.5),
        (2**53, 9007199254740992),
        (2**53 + 2, 9007199254740994.0),
        (1e300, 1e300),
    ],
)
def test_whole_numbers_stay_integers_as_long_as_floats_are_exact(
    value: float, found: float
) -> None:
    assert repr(whole(value)) == repr(found)


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan])
def test_no_number(value: float) -> None:
    with pytest.raises(ErrorValue, match="#NUM!"):
        whole(value)


@pytest.mark.parametrize(
    ("value", "digits", "found"),
    [
        (2.675, 2, 2.68),
        (1.005, 2, 1.01),
        (-0.5, 0, -1),
        (-1.5, 0, -2),
        (0.5, 0, 1),
        (1.4999999999999999, 0, 2),  # 1.5 on 15 digits
        (0.1 + 0.2, 20, 0.3),
        (1e20, 10, 1e20),
        (5e-324, 400, 5e-324),
        (123456, -2, 123500),
        (55, -2, 100),
        (44, -2, 0),
        (10**15 - 1, 3, 10**15 - 1),
        (0.22 * 8_802_000_000, 0, 1_936_440_000),
    ],
)
def test_round(value: float, digits: int, found: float) -> None:
    assert round_half_up(value, digits) == found


@given(st.integers(-(10**12), 10**12), st.integers(0, 4))
def test_round_halves_of_any_unit_go_away_from_zero(count: int, digits: int) -> None:
    """Expected by whole numbers: ten units and a half, whatever the unit."""
    half = Decimal(count).scaleb(-digits) + Decimal(5).scaleb(-digits - 1) * (
        1 if count >= 0 else -1
    )
    rounded = half.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    assert round_half_up(float(half), digits) == float(rounded)


def test_lookups_tell_true_from_one() -> None:
    assert match_key(True) != match_key(1)
    assert match_key(1.0) == match_key(1)
    assert match_key("É.A") == match_key("é.a")


def test_add_up() -> None:
    assert add_up([1, 2, 3]) == 6
    assert add_up([]) == 0
    assert add_up([0.1] * 10) == 1
    assert add_up([1e16, 1.0, -1e16]) == 1
    assert type(add_up([0.5, 0.5])) is int


def test_a_cell_of_an_area_is_an_area() -> None:
    area = Area((2, 10, 3, 11, 5), 2, 3, [1, 2, 3, 4, 5, 6])
    assert area.cell(1, 2) == Area((2, 11, 5, 11, 5), 1, 1, [6])
