"""Sheets as data: keys are found again, and none is used twice."""

from __future__ import annotations

import pytest

from generator.errors import DuplicateKeyError, ModelError, UnknownKeyError
from generator.model.grid import Block, Book, Cell, Column, Page, Sheet
from tests.model.small import make_book, make_sheet

PAGE = Page("A4", Block("1", "A", "1", "A"))


def sheet(name: str = "Axe I", *keys: str) -> Sheet:
    return Sheet(name, tuple(Column(key, 10) for key in keys or ("A", "B")), PAGE)


def test_rows_are_found_by_key_in_order() -> None:
    grid = sheet()
    assert [grid.add("x"), grid.add(), grid.add("y", {"A": Cell(1)}, 12)] == ["x", "#1", "y"]
    assert grid.row_index == {"x": 0, "#1": 1, "y": 2}
    assert grid.rows[2].cells == {"A": Cell(1)}
    assert grid.rows[2].height == 12


def test_skip_adds_empty_rows_and_names_the_last() -> None:
    grid = sheet()
    assert grid.skip(3, "foot") == "foot"
    assert len(grid.rows) == 3
    assert grid.row_index["foot"] == 2


def test_set_puts_a_cell_beside_the_others() -> None:
    grid = sheet()
    grid.add("x", {"A": Cell(1, "money")}, 20)
    grid.set("x", "B", Cell("b"))
    assert grid.rows[0].cells == {"A": Cell(1, "money"), "B": Cell("b")}
    assert grid.rows[0].height == 20


def test_a_cell_for_a_row_that_is_not_there() -> None:
    with pytest.raises(UnknownKeyError, match="Axe I : ligne inconnu"):
        sheet().set("x", "A", Cell(1))


def test_a_row_key_used_twice() -> None:
    grid = sheet()
    grid.add("total")
    with pytest.raises(DuplicateKeyError, match="Axe I : clé en double « total »"):
        grid.add("total")


def test_a_column_key_used_twice() -> None:
    with pytest.raises(DuplicateKeyError, match="Axe I : clé en double « B »"):
        sheet("Axe I", "A", "B", "C", "B")


@pytest.mark.parametrize("names", [("Axe I", "Axe I"), ("Axe I", "axe i"), ("Été", "ÉTÉ")])
def test_a_sheet_name_used_twice_whatever_its_case(names: tuple[str, str]) -> None:
    with pytest.raises(DuplicateKeyError, match="classeur : clé en double"):
        make_book([make_sheet(name, {"A1": 1}) for name in names])


def test_too_many_columns() -> None:
    with pytest.raises(ModelError, match="Axe I : plus de 1000 colonnes"):
        sheet("Axe I", *[f"c{col}" for col in range(1001)])


def test_a_book_finds_its_sheets() -> None:
    book = Book([sheet("Un"), sheet("Deux")], {}, {}, {})
    assert book.sheet_index == {"Un": 0, "Deux": 1}
