"""`pta.csv`: the quarters of activities by year, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.samples import Place, places, read

NAME, HEADER, CODE = "pta.csv", "code;annee;t1;t2;t3;t4", "I-1.1.1"


def file(*rows: str) -> dict[str, str | bytes]:
    return {NAME: "\n".join([HEADER, *rows]) + "\n"}


def test_quarters_by_code_and_year(tmp_path: Path) -> None:
    """A dash is a blank, and a blank is not 0."""
    rows = (f"{CODE};2017;5;0;;-", f"{CODE};2016;;1 000;;")
    found = read(tmp_path, file(*rows)).plan.quarters
    assert found == {(CODE, 2017): (5, 0, None, None), (CODE, 2016): (None, 1000, None, None)}


def test_no_file_is_no_quarter(tmp_path: Path) -> None:
    assert read(tmp_path, {}).plan.quarters == {}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("ZZ-9;2016;5;;;", ("code.unknown", "code", "ZZ-9")),
        (";2016;5;;;", ("cell.empty", "code", "")),
        ("{code};;5;;;", ("cell.empty", "annee", "")),
        ("{code};2021;5;;;", ("year.unknown", "annee", "2021")),
        ("{code};2016;-5;;;", ("amount.negative", "t1", "-5")),
        ("{code};2016;;;;5,5", ("amount.decimal", "t4", "5,5")),
        ("{code};2016;;PM;;", ("amount.text", "t2", "PM")),
    ],
)
def test_what_is_refused(tmp_path: Path, row: str, expected: tuple[str, str, str]) -> None:
    kind, column, value = expected
    assert places(tmp_path, file(row.format(code=CODE))) == [Place(kind, NAME, 2, column, value)]


def test_two_rows_for_one_activity_and_year(tmp_path: Path) -> None:
    found = places(tmp_path, file(f"{CODE};2016;5;;;", f"{CODE};2017;5;;;", f"{CODE};2016;6;;;"))
    assert found == [Place("key.duplicate", NAME, 4, "annee", "2016")]


def test_quarters_past_fifteen_digits_together(tmp_path: Path) -> None:
    most = 999_999_999_999_999
    assert read(tmp_path, file(f"{CODE};2016;{most};;;")).plan.quarters
    found = places(tmp_path, file(f"{CODE};2016;{most};;;1"))
    assert [place.kind for place in found] == ["amount.total_large"]
