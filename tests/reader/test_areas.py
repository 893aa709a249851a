"""Addresses of areas."""

from __future__ import annotations

import pytest

from generator.reader.areas import parse_area, parse_areas, parse_cell
from generator.reader.opened import Rectangle


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("A1", (0, 0, 0, 0)),
        ("$B$2:C9", (1, 1, 8, 2)),
        ("b2", (1, 1, 1, 1)),
        ("A1:XFD1048576", (0, 0, 1_048_575, 16_383)),
        ("A:C", (0, 0, 1_048_575, 2)),
        ("$B:$B", (0, 1, 1_048_575, 1)),
        ("2:3", (1, 0, 2, 16_383)),
    ],
)
def test_an_area(text: str, area: Rectangle) -> None:
    assert parse_area(text) == area
    assert parse_cell(text) == area[:2]


NO_AREAS = (
    "|:|A|1|A0|XFE1|A1048577|B1:A1|A2:A1|A1:|:A1|A1:B|A:1|A1:B2:C3|A1 B2|Feuil1!A1|ABCD1|A99999999"
    "|#REF!|é1"
)


@pytest.mark.parametrize("text", NO_AREAS.split("|"))
def test_no_area(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says, it is about this text
        parse_area(text)


def test_areas() -> None:
    assert parse_areas(" A1  B2:C3\n") == ((0, 0, 0, 0), (1, 1, 2, 2))
    assert parse_areas("") == ()
