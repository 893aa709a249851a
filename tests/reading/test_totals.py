"""The control totals are plain sums of the rows, and nothing else counts as a number."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.plan import MAX_AMOUNT
from generator.reading.totals import control_totals


def line(axis: str, total: str, *years: str) -> dict[str, str]:
    names = [str(2016 + place) for place in range(len(years))]
    return {"axe": axis, "cout_total": total, **dict(zip(names, years, strict=True))}


def test_sums_by_axis_and_of_the_plan() -> None:
    rows = [line("II", "3", "1", "2"), line("I", "PM", "", ""), line("II", "40", "", "40")]
    assert control_totals(rows, (2016, 2017)) == {
        "II": {"total": 43, "2016": 1, "2017": 42},
        "I": {"total": 0, "2016": 0, "2017": 0},
        "PLAN": {"total": 43, "2016": 1, "2017": 42},
    }


def test_large_amounts_are_exact() -> None:
    rows = [
        line("I", str(MAX_AMOUNT - 1), str(MAX_AMOUNT - 1)),
        line("I", "1", "1"),
        line("I", "", ""),
    ]
    assert control_totals(rows, (2016,))["I"] == {"total": MAX_AMOUNT, "2016": MAX_AMOUNT}


@pytest.mark.parametrize("axis", ["NA", "nan", "None", "1.10", "01"])
def test_an_axis_is_a_text(axis: str) -> None:
    assert list(control_totals([line(axis, "1", "1")], (2016,))) == [axis, "PLAN"]


@pytest.mark.parametrize("text", ["1.5", "abc", "1 000", "1e3"])
def test_a_text_that_is_no_number_is_not_0(text: str) -> None:
    with pytest.raises(ValueError, match=r"invalid literal|could not convert|Unable to parse"):
        control_totals([line("I", "1", text)], (2016,))


AMOUNTS = st.integers(0, 10**12)


@settings(max_examples=20)
@given(st.lists(st.tuples(st.sampled_from("ABC"), AMOUNTS, AMOUNTS), min_size=1, max_size=8))
def test_any_rows_add_up(drawn: list[tuple[str, int, int]]) -> None:
    rows = [line(axis, str(one + two), str(one), str(two)) for axis, one, two in drawn]
    found = control_totals(rows, (2016, 2017))
    for axis in {axis for axis, _, _ in drawn}:
        assert found[axis]["2016"] == sum(one for name, one, _ in drawn if name == axis)
    assert found["PLAN"]["total"] == sum(one + two for _, one, two in drawn)
