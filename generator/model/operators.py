"""The Python twin of every operator that the model may use, and how tightly each binds."""

from __future__ import annotations

from collections.abc import Callable

from generator.model.values import COMPARISONS, DIVISION, ErrorValue, Value, number, text, whole

Operator = Callable[[Value, Value], Value]

NOISE = 2.0**-48
"""A sum that is smaller than its first term by this factor is 0: the rest is rounding."""


def _added(first: float, second: float) -> int | float:
    """Return the sum; as in Excel and LibreOffice, terms that cancel out leave no noise."""
    total = first + second
    if type(total) is float and abs(total) < abs(first) * NOISE:
        return 0
    return whole(total)


def _add(left: Value, right: Value) -> Value:
    if type(left) is int and type(right) is int:
        return whole(left + right)
    return _added(number(left), number(right))


def _subtract(left: Value, right: Value) -> Value:
    if type(left) is int and type(right) is int:
        return whole(left - right)
    return _added(number(left), -number(right))


def _multiply(left: Value, right: Value) -> Value:
    return whole(number(left) * number(right))


def _divide(left: Value, right: Value) -> Value:
    dividend, divisor = number(left), number(right)
    if divisor == 0:
        raise ErrorValue(DIVISION)
    return whole(dividend / divisor)


def _join(left: Value, right: Value) -> Value:
    return text(left) + text(right)


OPERATORS: dict[str, Operator] = {
    "+": _add,
    "-": _subtract,
    "*": _multiply,
    "/": _divide,
    "&": _join,
    **COMPARISONS,
}
PRECEDENCE = {"*": 4, "/": 4, "+": 3, "-": 3, "&": 2} | dict.fromkeys(COMPARISONS, 1)
