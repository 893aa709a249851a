"""Parentheses by Excel's documented order: * and /, then + and -, then &, then comparisons."""

from __future__ import annotations

from itertools import product

import pytest

from generator.model.formula import Binary, Name, Node
from tests.model.small import make_sheet, ref, text_of

TIGHTEST_FIRST = (("*", "/"), ("+", "-"), ("&",), ("=", "<>", "<", "<=", ">", ">="))
STEP = {symbol: step for step, symbols in enumerate(TIGHTEST_FIRST) for symbol in symbols}
A, B, C = Name("a"), Name("b"), Name("c")


def written(node: Node) -> str:
    """Return the formula's text; the names stand for a cell each."""
    return text_of(node, [make_sheet("F", {"A1": 1})], dict.fromkeys("abc", ref("A1", "F")))


@pytest.mark.parametrize(("outer", "inner"), list(product(STEP, STEP)))
def test_parentheses_stand_where_the_order_asks_for_them(outer: str, inner: str) -> None:
    """On the left where the inner one binds less; on the right also where both bind alike."""
    left = f"(a{inner}b)" if STEP[inner] > STEP[outer] else f"a{inner}b"
    right = f"(b{inner}c)" if STEP[inner] >= STEP[outer] else f"b{inner}c"
    assert written(Binary(outer, Binary(inner, A, B), C)) == f"{left}{outer}c"
    assert written(Binary(outer, A, Binary(inner, B, C))) == f"a{outer}{right}"


def test_joins_bind_less_than_sums() -> None:
    assert written(Binary("+", Binary("&", A, B), C)) == "(a&b)+c"
    assert written(Binary("&", Binary("+", A, B), C)) == "a+b&c"
