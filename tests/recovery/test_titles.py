"""Titles of columns that were typed otherwise: which column is meant, and which is not."""

from __future__ import annotations

import pytest

from generator.recovery.titles import MATCHES, Rivals, match_exactly, match_folded, match_years

TITLES = {"code": "Code", "y2016": "2016", "y2017": "2017", "b2016": "Base 2016"}


def row(*texts: str) -> dict[int, str]:
    """Return the texts of a row by column."""
    return dict(enumerate(texts))


def test_spaces_and_the_way_of_writing_accents_do_not_count() -> None:
    found = match_exactly(row("Cou\u0302t\u00a0 total", "Cout total"), {"total": "Coût total"})
    assert dict(found.columns) == {"total": 0}


def test_accents_capitals_and_punctuation_do_not_count_next() -> None:
    texts = row("COUT-TOTAL :")
    assert dict(match_exactly(texts, {"total": "Coût total"}).columns) == {}
    assert dict(match_folded(texts, {"total": "Coût total"}).columns) == {"total": 0}


@pytest.mark.parametrize("match", MATCHES)
def test_a_title_that_stands_twice_is_the_first(match: object) -> None:
    assert callable(match)
    found = match(row("Code", "2016", "2016", "Code"), TITLES)
    assert (found.columns["code"], found.columns["y2016"], found.twice) == (0, 1, (2, 3))


def test_two_titles_that_are_alike_are_no_ones() -> None:
    assert dict(match_folded(row("Clé"), {"one": "Clé", "other": "cle"}).columns) == {}


@pytest.mark.parametrize(
    "title",
    ["Coût 2017", "Cout 2017", "Année 2017", "2017 (FCFA)", "FY2017", "2017,0", "2017 vu en 2021"],
)
def test_a_title_that_names_one_year(title: str) -> None:
    found = match_years(row("Code", "2016", title, "Base 2016"), TITLES)
    assert dict(found.columns) == {"code": 0, "y2016": 1, "y2017": 2, "b2016": 3}
    assert found.rivals == ()


@pytest.mark.parametrize("title", ["Coût", "2016-2017", "12017", "2018", "Bases 2017", "base2017"])
def test_a_title_that_names_no_year_or_two(title: str) -> None:
    found = match_years(row("Code", "2016", title, "Base 2016"), TITLES)
    assert "y2017" not in found.columns


def test_the_year_alone_comes_before_what_names_it() -> None:
    found = match_years(row("Code", "Écart 2017", "2016", "2017", "Base 2016"), TITLES)
    assert (found.columns["y2017"], found.rivals) == (3, ())


def test_two_columns_that_name_a_year_are_rivals() -> None:
    found = match_years(row("Code", "2016", "Coût 2017", "Base 2016", "Réalisé 2017"), TITLES)
    assert (found.columns["y2017"], found.rivals) == (2, (Rivals("2017", (2, 4)),))
