"""Spreadsheet values and the rules by which Excel converts and compares them.

A value is a number, a text, a boolean or None (a blank cell). An error value travels as the
exception `ErrorValue`, so that it propagates through a formula as it does in Excel, and is kept in
the cell as that object.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

NOT_AVAILABLE = "#N/A"
VALUE = "#VALUE!"
DIVISION = "#DIV/0!"
REFERENCE = "#REF!"


class ErrorValue(Exception):  # noqa: N818 - it is a value of the sheet before it is an exception
    """An error value of the spreadsheet: `code` is its text, such as `#N/A`."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)

    def __eq__(self, other: object) -> bool:
        """Tell whether the other is the same error."""
        return isinstance(other, ErrorValue) and other.code == self.code

    def __hash__(self) -> int:
        """Return the hash of the code."""
        return hash(self.code)


type_number = (int, float)
Scalar = int | float | str | bool | None
Value = Scalar | ErrorValue


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of computed cells: `height` x `width` values, row by row, errors kept in place.

    `key` identifies the rectangle in its workbook, so that what is derived from it is derived once.
    """

    key: tuple[int, int, int, int, int]
    height: int
    width: int
    values: list[Value]


def number(value: Value) -> int | float:
    """Return the value as arithmetic sees it: blank is 0, TRUE is 1; text raises `#VALUE!`."""
    if value is None:
        return 0
    if isinstance(value, ErrorValue):
        raise value
    if isinstance(value, str):
        raise ErrorValue(VALUE)
    return value + 0 if isinstance(value, bool) else value


def text(value: Value) -> str:
    """Return the value as the `&` operator sees it."""
    if value is None:
        return ""
    if isinstance(value, ErrorValue):
        raise value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return value
    return f"{value:.15g}"


def truth(value: Value) -> bool:
    """Return the value as a condition: blank is false, a non-zero number true."""
    return bool(number(value))


def is_number(value: Value) -> bool:
    """Tell whether aggregates count the cell: booleans and texts in cells are passed over."""
    return isinstance(value, type_number) and not isinstance(value, bool)


def _rank(value: Value) -> int:
    """Return the order of types in comparisons: numbers before texts before booleans."""
    if isinstance(value, bool):
        return 2
    return 1 if isinstance(value, str) else 0


def compare(left: Value, right: Value) -> int:
    """Return -1, 0 or 1 as Excel orders the two; a blank takes the type of the other side."""
    for side in (left, right):
        if isinstance(side, ErrorValue):
            raise side
    left = _blank_like(left, right)
    right = _blank_like(right, left)
    if _rank(left) != _rank(right):
        return -1 if _rank(left) < _rank(right) else 1
    if isinstance(left, str) and isinstance(right, str):
        low, high = left.casefold(), right.casefold()
        return (low > high) - (low < high)
    first, second = number(left), number(right)
    return (first > second) - (first < second)


def _blank_like(value: Value, other: Value) -> Value:
    """Return the value, or where it is blank the empty value of the other's type."""
    if value is not None:
        return value
    if isinstance(other, bool):
        return False
    return "" if isinstance(other, str) else 0


def round_half_up(value: float, digits: int) -> float:
    """Return the number rounded half away from zero on its 15 significant digits."""
    exact = Decimal(f"{value:.15g}").quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return whole(float(exact))


def whole(value: float) -> int | float:
    """Return an integer where the number is one, so that francs stay exact."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**15:
        return int(value)
    return value


def match_key(value: Value) -> Value:
    """Return what lookups compare: texts without case, numbers as they are."""
    return value.casefold() if isinstance(value, str) else value


COMPARISONS: dict[str, Callable[[int], bool]] = {
    "=": lambda order: order == 0,
    "<>": lambda order: order != 0,
    "<": lambda order: order < 0,
    "<=": lambda order: order <= 0,
    ">": lambda order: order > 0,
    ">=": lambda order: order >= 0,
}
