"""The columns of formulas of the sheets as long as the plan, as an import knows them."""

from __future__ import annotations

import pytest

from generator.copies.mirrors import MIRRORS
from generator.labels import Words
from generator.model.grid import Row
from generator.model.nodes import Node
from generator.sheets.common import HEADER, Model
from generator.sheets.gaps import gap_places
from tests.workbook.built import Built

ACTIVITIES, ACTIONS = 94, 24
"""Each activity of the document has a line, and each action a reserve row."""

LINES = {"Structures": 4 + 26}
"""The responsible structures and the partners, counted by hand in the matrix, spellings brought
together."""


@pytest.mark.parametrize("name", MIRRORS)
def test_the_columns_are_those_of_the_model(shipped: Built, name: str) -> None:
    """Each line has a formula in all of them, and no row that has some has a number there."""
    source, book = shipped.source, shipped.computed.book
    model = Model(source.plan, Words(), source.controls, gap_places(source.plan))
    mirror, sheet = MIRRORS[name], book.sheets[book.sheet_index[name]]
    printed, side = mirror.titles(model)
    titles = printed.keys() | side.keys()
    constants = {key for key in titles if mirror.constants.fullmatch(key)}
    columns = titles - constants
    rows = [row for row in sheet.rows[sheet.row_index[HEADER] + 1 :] if _formulas(row)]
    lines = [row for row in rows if _content(row, mirror.mark) is not None]
    assert len(lines) == LINES.get(name, ACTIVITIES + ACTIONS)
    for row in lines:
        assert columns <= _formulas(row), row.key
    for row in rows:
        assert not any(isinstance(_content(row, key), int | float) for key in columns), row.key
    for key in constants:
        assert not all(key in _formulas(row) for row in rows), key


def _content(row: Row, key: str) -> object:
    return row.cells[key].content if key in row.cells else None


def _formulas(row: Row) -> set[str]:
    return {key for key, cell in row.cells.items() if isinstance(cell.content, Node)}
