"""Where a rule begins and ends: the last value on each side of it, and one step further."""

from __future__ import annotations

import pytest

from generator.errors import MissingTwinError, ModelError, WriteRefusedError
from generator.model.addresses import MAX_COLUMNS
from generator.model.compute import Computed, Spot, compute
from generator.model.formula import (
    ONE,
    ZERO,
    Binary,
    Const,
    Name,
    Node,
    Range,
    call,
    equal,
    total,
)
from generator.model.functions import TWINS, find_twin
from generator.model.grid import Block, Chart, Column, Content, Page, Sheet, Validation
from generator.model.values import ErrorValue, NoTwinError, Value, order, round_half_up, text, whole
from tests.model.small import area, computed, make_book, make_sheet, ref, value_of

MANY = set(range(1, 9))
ARITIES = {
    "ABS": {1}, "AND": MANY, "COUNT": MANY, "COUNTA": MANY, "COUNTIF": {2},
    "COUNTIFS": {2, 4, 6, 8}, "IF": {3}, "IFERROR": {2}, "INDEX": {2, 3}, "ISNUMBER": {1},
    "MATCH": {3}, "MAX": MANY, "MIN": MANY, "OR": MANY, "ROUND": {2}, "ROWS": {1}, "SUM": MANY,
    "SUMIF": {2, 3}, "SUMIFS": {3, 5, 7},
}  # fmt: skip
"""How many arguments each function takes, up to eight; IF, MATCH: as many as leave no doubt."""


@pytest.mark.parametrize("name", TWINS)
def test_how_many_arguments_a_function_takes(name: str) -> None:
    assert {count for count in range(9) if find_twin(name, count)} == ARITIES[name]


@pytest.mark.parametrize("name", [name for name, counts in ARITIES.items() if 8 in counts])
def test_no_function_takes_more_than_255_arguments(name: str) -> None:
    """Of pairs, 127 and no half: 254."""
    most = 254 if name == "COUNTIFS" else 255
    assert find_twin(name, most)
    assert not any(find_twin(name, count) for count in range(most + 1, 300))
    assert find_twin("SUMIFS", 255)
    assert not any(find_twin("SUMIFS", count) for count in range(256, 300))


def test_cells_just_outside_the_sheet_are_blank() -> None:
    book = computed({"A1": 1, "B2": 2})
    assert [book.value(0, 2, 0), book.value(0, 0, 2), book.value(0, 1, 1)] == [None, None, 2]


def test_a_range_of_known_values_is_read_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cell by cell it would cost three times as much; here only the formula itself is asked for."""
    asked: list[tuple[int, int, int]] = []
    value = Computed.value

    def counted(book: Computed, sheet: int, row: int, col: int) -> Value:
        asked.append((sheet, row, col))
        return value(book, sheet, row, col)

    monkeypatch.setattr(Computed, "value", counted)
    cells: dict[str, Content] = {f"{col}{row}": row for col in "BCD" for row in (3, 4)}
    book = computed({"A1": total(area("B3:D4")), **cells, "E5": 1})
    assert asked == [(0, 0, 0)]
    assert value(book, 0, 0, 0) == 21


def test_a_formula_names_the_sheets_before_and_after_its_own() -> None:
    sheets = [make_sheet(name, {"A1": 1, "B1": 2}) for name in ("Un", "Deux", "Trois")]
    spot = Spot(compute(make_book(sheets)), 1, 0, 0)
    links = [ref("B1", name).text(spot) for name in ("Un", "Deux", "Trois")]
    assert links == ["'Un'!B1", "B1", "'Trois'!B1"]
    assert area("A1:B1", "Un").text(spot) == "'Un'!A1:B1"


def test_as_many_columns_as_a_sheet_may_have() -> None:
    columns = tuple(Column(f"c{col}", 10) for col in range(MAX_COLUMNS))
    page = Page("A4", Block("1", "c0", "1", "c0"))
    assert len(Sheet("F", columns, page).col_index) == MAX_COLUMNS == 1000
    with pytest.raises(ModelError, match="plus de 1000 colonnes"):
        Sheet("F", (*columns, Column("x", 10)), page)


@pytest.mark.parametrize(
    ("node", "cells", "value"),
    [
        # scalars count as filled cells, whatever they are
        (call("COUNTA", Const(1), Const("a"), Const("")), {}, 3),
        # a blank criterion is 0 and not 1
        (call("COUNTIF", area("A1:A3"), ref("B1")), {"A1": 0, "A2": 0, "A3": 1}, 2),
        # the rows of one key are looked at for the other key, and not for one after it
        (
            call("COUNTIFS", area("A1:A3"), Const("x"), area("B1:B3"), Const("a")),
            {"A1": "x", "A2": "x", "A3": "y", "B1": "a", "B2": "b", "B3": "a"},
            1,
        ),
        # the first of several
        (call("MATCH", Const("y"), area("A1:A3"), ZERO), {"A1": "x", "A2": "y", "A3": "y"}, 2),
        # a list may lie
        (call("MATCH", Const(20), area("A1:C1"), ZERO), {"A1": 10, "B1": 20, "C1": 30}, 2),
        (call("INDEX", area("A1:C1"), Const(3)), {"A1": 10, "B1": 20, "C1": 30}, 30),
        # the corners of a rectangle
        (call("INDEX", area("A1:B2"), Const(2), Const(2)), {"A1": 1, "B1": 2, "A2": 3, "B2": 4}, 4),
        (call("INDEX", area("A1:B2"), ONE, Const(2)), {"A1": 1, "B1": 2, "A2": 3, "B2": 4}, 2),
        (call("INDEX", area("A1:B2"), Const(2), ONE), {"A1": 1, "B1": 2, "A2": 3, "B2": 4}, 3),
        # conditions that are no references: each counts, whatever comes before it
        (call("AND", equal(ONE, ONE), equal(ONE, ZERO)), {}, False),
        (call("OR", equal(ONE, ZERO), equal(ONE, ONE)), {}, True),
        (call("AND", equal(ONE, ONE), area("A1:A2"), equal(ONE, ONE)), {"A1": 1, "A2": 0}, False),
        # a text that is no number does not count, one that becomes a number does
        (call("COUNT", Const("abc"), Const("12"), Const(3)), {}, 2),
        (call("ISNUMBER", ONE / ZERO), {}, False),
        # a whole number beside what becomes one
        (Const("2") + ONE, {}, 3),
        (ONE + Const("2"), {}, 3),
        (Const("2") - ONE, {}, 1),
        (ONE - Const("2"), {}, -1),
        (ref("B1") - ONE, {}, -1),
        # one argument on each side of zero
        (call("MAX", Const(-5), Const(-7)), {}, -5),
        (call("MIN", Const(5), Const(7)), {}, 5),
        (call("MAX", area("A1:A2")), {"B2": 1}, 0),
        (call("MIN", area("A1:A2")), {"B2": 1}, 0),
    ],
)
def test_values(node: Node, cells: dict[str, Content], value: object) -> None:
    cells = {"C3": None, **cells}
    assert value_of(node, cells) == value


@pytest.mark.parametrize("corner", [(ONE, Const(-1)), (Const(-1), ONE), (Const(-1), Const(-1))])
def test_index_before_the_first_row_or_column(corner: tuple[Node, Node]) -> None:
    found = value_of(call("INDEX", area("A1:B2"), *corner), {"A1": 1, "B2": 2})
    assert found == ErrorValue("#VALUE!")


@pytest.mark.parametrize("corner", [(ZERO, ONE), (ONE, ZERO), (ZERO, ZERO)])
def test_a_whole_row_or_column_is_no_cell(corner: tuple[Node, Node]) -> None:
    with pytest.raises(MissingTwinError, match="INDEX d'une ligne ou d'une colonne"):
        value_of(call("INDEX", area("A1:B2"), *corner), {"A1": 1, "B2": 2})


@pytest.mark.parametrize("other", ["x", True, None])
def test_an_approximate_match_looks_at_numbers_alone(other: Content) -> None:
    with pytest.raises(MissingTwinError, match="MATCH approché hors d'une liste"):
        value_of(call("MATCH", ONE, area("A1:A2"), ONE), {"A1": 1, "A2": other})


@pytest.mark.parametrize(("beyond", "kept"), [(3, 0), (5, 5)])
def test_noise_is_less_than_a_2_48th_of_the_first_term(beyond: int, kept: int) -> None:
    """LibreOffice's limit, in steps of a quarter of it."""
    one = Const(1 + beyond * 2.0**-50)
    assert value_of(one - ONE, {}) == kept * 2.0**-50


@pytest.mark.parametrize("content", [10**15, 10**15 + 1, 10**16, -(10**15) - 1, 10**400])
def test_sixteen_digits_are_no_constant(content: int) -> None:
    with pytest.raises(WriteRefusedError):
        computed({"A1": content})


@pytest.mark.parametrize("number", [10**15, 10**15 + 1, 10**17, -(10**16)])
def test_sixteen_digits_are_no_text(number: int) -> None:
    with pytest.raises(NoTwinError):
        text(number)


def test_fifteen_digits_are() -> None:
    assert text(10**15 - 1) == "999999999999999"
    assert text(1 - 10**15) == "-999999999999999"
    assert computed({"A1": 1 - 10**15}).at(ref("A1", "F")) == 1 - 10**15


def test_a_whole_number_is_rounded_already() -> None:
    assert round_half_up(2**53 - 1, 0) == round_half_up(2**53 - 1, 2) == 9007199254740991


def test_the_last_whole_number_that_floats_hold_is_an_integer() -> None:
    assert repr(whole(2.0**53)) == "9007199254740992"
    assert repr(whole(-(2.0**53))) == "-9007199254740992"
    assert [type(whole(sign * 2**53)) for sign in (1, -1)] == [int, int]
    assert [type(whole(sign * (2**53 + 1))) for sign in (1, -1)] == [float, float]


def test_what_charts_and_validations_say_where_nothing_is_said() -> None:
    """Every segment has its label; no letter too many."""
    assert Chart("stacked", "Titre", (), ("1", "A"), (1, 1), "Un dessin").thin == 0
    assert Validation((), "amount", "Titre", "Message", "Erreur").limit == 0


def test_order_is_a_sign() -> None:
    pairs = ((1, 2), (2, 1), (1, 1), (1, "a"), ("a", 1), ("a", True), (True, "a"), (False, True))
    assert [order(left, right) for left, right in pairs] == [-1, 1, 0, -1, 1, -1, 1, -1]


@pytest.mark.parametrize(
    ("node", "field"),
    [
        (Const(1), "content"),
        (ref("A1"), "row"),
        (area("A1:A2"), "start"),
        (Name("Part"), "name"),
        (Binary("+", ONE, ONE), "left"),
        (total(ONE), "args"),
    ],
)
def test_nodes_are_frozen_and_small(node: Node, field: str) -> None:
    with pytest.raises((AttributeError, TypeError)):
        setattr(node, field, None)
    assert not hasattr(node, "__dict__")
    assert node == type(node)(*[getattr(node, name) for name in _fields(node)])


def _fields(node: Node) -> tuple[str, ...]:
    return tuple(type(node).__match_args__)  # type: ignore[attr-defined] # records have it


def test_a_range_of_one_cell() -> None:
    assert value_of(total(Range(ref("A1"), ref("A1"))), {"A1": 7, "B2": 1}) == 7
