"""Formulas as text: what Excel reads is what Python computes."""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import MissingTwinError, ModelError, UnknownKeyError
from generator.model.compute import compute
from generator.model.formula import (
    EMPTY,
    LETTERS,
    ONE,
    Binary,
    Call,
    Const,
    Name,
    Node,
    Range,
    Ref,
    call,
    cell_name,
    column_span,
    equal,
    quoted,
    sliding_span,
    total,
    when,
)
from generator.model.grid import Sheet
from generator.model.values import ErrorValue
from tests.model.cases import CASES, CELLS, NAMES, Case
from tests.model.small import area, make_book, make_sheet, ref, text_of, value_of

SHEETS = ("Feuille", "Suivi-évaluation", "L'axe d'été", "Axe I")


def sheets() -> list[Sheet]:
    return [make_sheet(name, {"A1": 1, "C3": 3}) for name in SHEETS]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text)
def test_cases_read_as_excel_writes_them(case: Case) -> None:
    assert text_of(case.node, [make_sheet("F", CELLS)], NAMES) == case.text


@pytest.mark.parametrize(
    ("node", "text"),
    [
        (ref("B2"), "B2"),
        (ref("B2", fixed=True), "$B$2"),
        (Ref("B", "2", fixed="row"), "B$2"),
        (Ref("B", "2", fixed="col"), "$B2"),
        (sliding_span("B", "1", "3", "Axe I"), "'Axe I'!B$1:B$3"),
        (Ref(), "A1"),
        (Ref("C"), "C1"),
        (Ref(None, "3"), "A3"),
        (ref("B2", "Feuille"), "B2"),
        (ref("B2", "Axe I"), "'Axe I'!B2"),
        (ref("B2", "Suivi-évaluation", fixed=True), "'Suivi-évaluation'!$B$2"),
        (ref("A1", "L'axe d'été"), "'L''axe d''été'!A1"),
        (area("A1:C3"), "A1:C3"),
        (area("A1:C3", "Axe I"), "'Axe I'!A1:C3"),
        (Range(ref("A1", "Axe I"), ref("C3")), "'Axe I'!A1:C3"),
        (Range(ref("A1", fixed=True), ref("C3")), "$A$1:C3"),
        (Range(Ref("A"), Ref("C")), "A1:C1"),
        (column_span("B", "1", "3", "L'axe d'été"), "'L''axe d''été'!$B$1:$B$3"),
        (total(area("A1:A3", "Axe I"), ref("B1")), "SUM('Axe I'!A1:A3,B1)"),
        (when(equal(ref("A1"), EMPTY), ONE, ref("B1")), 'IF(A1="",1,B1)'),
        (Const('l\'été, "dit" &'), '"l\'été, ""dit"" &"'),
        (Const(0.5), "0.5"),
        (Const(-2), "-2"),
        (Const(1e16), "1E+16"),
        (Const(content=True), "TRUE"),
    ],
)
def test_text(node: Node, text: str) -> None:
    assert text_of(node, sheets()) == text


@pytest.mark.parametrize(
    ("col", "letters"),
    [
        (0, "A"),
        (25, "Z"),
        (26, "AA"),
        (51, "AZ"),
        (52, "BA"),
        (701, "ZZ"),
        (702, "AAA"),
        (999, "ALL"),
    ],
)
def test_letters(col: int, letters: str) -> None:
    assert LETTERS[col] == letters
    assert cell_name(11, col) == f"{letters}12"
    assert cell_name(0, col, fixed=True) == f"${letters}$1"


def test_quoted() -> None:
    assert quoted("L'axe") == "'L''axe'"


# a random tree of numbers, as a node and as the exact number that it is worth

NUMBERS = st.integers(-20, 20) | st.sampled_from([0.5, 0.25, -1.5])
Tree = tuple[Node, Fraction]


def joined(
    symbol: str, apply: Callable[[Fraction, Fraction], Fraction]
) -> st.SearchStrategy[object]:
    return st.just((symbol, apply))


def branches(children: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    operators = st.sampled_from("+-*/")

    def build(symbol: str, left: Tree, right: Tree) -> Tree:
        if symbol == "/" and right[1] == 0:
            symbol = "-"
        worth = {
            "+": lambda: left[1] + right[1],
            "-": lambda: left[1] - right[1],
            "*": lambda: left[1] * right[1],
            "/": lambda: left[1] / right[1],
        }[symbol]()
        return Binary(symbol, left[0], right[0]), worth

    return st.builds(build, operators, children, children)


TREES = st.recursive(NUMBERS.map(lambda n: (Const(n), Fraction(n))), branches, max_leaves=12)


def read_exactly(text: str) -> Fraction:
    """Return what an arithmetic text is worth by Python's grammar, which is Excel's for + - * /."""

    def worth(node: ast.expr) -> Fraction:
        if isinstance(node, ast.Constant):
            assert isinstance(node.value, (int, float))
            return Fraction(node.value)
        if isinstance(node, ast.UnaryOp):
            assert isinstance(node.op, ast.USub)
            return -worth(node.operand)
        assert isinstance(node, ast.BinOp)
        left, right = worth(node.left), worth(node.right)
        if isinstance(node.op, ast.Add):
            return left + right
        if isinstance(node.op, ast.Sub):
            return left - right
        return left * right if isinstance(node.op, ast.Mult) else left / right

    return worth(ast.parse(text, mode="eval").body)


@given(TREES)
def test_parentheses_keep_the_trees_meaning(tree: Tree) -> None:
    node, worth = tree
    assert read_exactly(text_of(node, [make_sheet("F", {"A1": 0})])) == worth


@given(TREES)
def test_arithmetic_is_worth_what_it_says(tree: Tree) -> None:
    node, worth = tree
    assert value_of(node, {"A1": 0}) == pytest.approx(float(worth), rel=1e-9, abs=1e-9)


def test_no_parentheses_too_many() -> None:
    node = (ref("A1") + ref("A2")) * ref("A3") - ref("A1") / (ref("A2") / ref("A3"))
    compared = Binary("<=", Binary("&", node, EMPTY), Const("x"))
    text = '(A1+A2)*A3-A1/(A2/A3)&""<="x"'
    assert text_of(compared, [make_sheet("F", {"A3": 1})]) == text


def test_comparisons_and_joins_nest() -> None:
    cells = {"A1": 1, "A2": 2}
    nested = equal(equal(ref("A1"), ref("A2")), equal(ref("A1"), ref("A1")))
    assert text_of(nested, [make_sheet("F", cells)]) == "A1=A2=(A1=A1)"
    assert value_of(nested, cells) is False


# what fails, and names the cell


@pytest.mark.parametrize(
    ("node", "kind", "key"),
    [
        (ref("A1", "Absente"), "feuille", "Absente"),
        (ref("A99"), "ligne", "F / 99"),
        (ref("AB1"), "colonne", "F / AB"),
        (Name("Inconnu"), "nom", "Inconnu"),
        (area("A1:A99"), "ligne", "F / 99"),
        (total(area("A1:B1", "Absente")), "feuille", "Absente"),
    ],
)
def test_unknown_keys(node: Node, kind: str, key: str) -> None:
    for formula in (node, total(node)) if not isinstance(node, Range) else (total(node),):
        with pytest.raises(UnknownKeyError) as caught:
            value_of(formula, {"A1": 1, "B2": 2})
        assert str(caught.value) == f"Erreur du modèle, 'F'!Z1 : {kind} inconnu(e) « {key} »."
        with pytest.raises(UnknownKeyError):
            text_of(formula, [make_sheet("F", {"A1": 1, "B2": 2})])


@pytest.mark.parametrize(
    "node",
    [
        Binary("^", ONE, ONE),
        Call("SQRT", (ONE,)),
        Binary("+", ONE, Binary("%", ONE, ONE)),
    ],
)
def test_what_has_no_twin_is_neither_computed_nor_written(node: Node) -> None:
    with pytest.raises(MissingTwinError, match="'F'!Z1"):
        value_of(node, {"A1": 1})
    with pytest.raises(MissingTwinError, match="'F'!A1"):
        text_of(node, [make_sheet("F", {"A1": 1})])


@pytest.mark.parametrize("corners", [("A2", "A1"), ("B1", "A1"), ("B1", "A2"), ("A2", "B1")])
def test_a_range_whose_end_precedes_its_start(corners: tuple[str, str]) -> None:
    node = total(Range(ref(corners[0]), ref(corners[1])))
    with pytest.raises(ModelError, match="'F'!Z1 : plage sans rectangle"):
        value_of(node, {"A1": 1, "B2": 2})


def test_a_range_over_two_sheets() -> None:
    node = total(Range(ref("A1", "Axe I"), ref("A3", "Feuille")))
    with pytest.raises(ModelError, match="plage sans rectangle"):
        text_of(node, sheets())


@pytest.mark.parametrize("content", [None, float("nan"), float("inf"), "x" * 256])
def test_literals_that_a_formula_cannot_hold(content: float | str | None) -> None:
    with pytest.raises(ModelError, match="'F'!A1 : littéral"):
        text_of(Const(content), [make_sheet("F", {"A1": 1})])


def test_a_literal_beyond_all_numbers_is_worth_an_error() -> None:
    assert value_of(Const(float("inf")) + ONE, {"A1": 1}) == ErrorValue("#NUM!")


def test_nodes_are_frozen() -> None:
    node = ref("A1")
    with pytest.raises(dataclasses.FrozenInstanceError):
        node.row = "2"  # type: ignore[misc] # what is under test
    assert hash(call("SUM", node)) == hash(call("SUM", ref("A1")))


def test_one_tree_serves_a_column() -> None:
    """Keys left out are the formula's own place."""
    doubled = Ref("A") + Ref("A")
    book = make_book([make_sheet("F", {"A1": 1, "A2": 2, "B1": doubled, "B2": doubled})])
    computed = compute(book)
    assert [computed.at(ref(f"B{row}", "F")) for row in (1, 2)] == [2, 4]
