"""Spreadsheet values and the rules by which Excel converts, compares and rounds them.

A value is a number, a text, a boolean or None (a blank cell). An error value travels as the
exception `ErrorValue`, so that it propagates through a formula as it does in Excel, and is kept in
the cell as that object. Where engines or languages disagree, `NoTwinError` stops the build.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple, NoReturn

NOT_AVAILABLE = "#N/A"
VALUE = "#VALUE!"
DIVISION = "#DIV/0!"
REFERENCE = "#REF!"
NUMBER = "#NUM!"

EXACT = 2**53
"""Up to here a float holds every whole number, so that whole numbers may stay integers."""

PLAIN = 10**15
"""From here on, engines write a number in different ways."""

_WHOLE_TEXT = re.compile(r"[+-]?[0-9]{1,15}")
_ROUNDING = Context(prec=700, rounding=ROUND_HALF_UP)


class ErrorValue(Exception):  # noqa: N818 - it is a value of the sheet before it is an exception
    """An error value of the spreadsheet: `code` is its text, such as `#N/A`."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ErrorValue) and other.code == self.code

    def __hash__(self) -> int:
        return hash(self.code)


class NoTwinError(Exception):
    """Engines or languages disagree on `what`: there is no one value to store.

    Whoever knows the formula's cell turns it into the error that names the cell.
    """

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(what)


def refuse(what: str) -> NoReturn:
    """Stop the build: there is no one value to store."""
    raise NoTwinError(what)


Scalar = int | float | str | bool | None
Value = Scalar | ErrorValue


class Area(NamedTuple):
    """A rectangle of computed cells: `height` x `width` values, row by row, errors kept in place.

    `key` is (sheet, top, left, bottom, right), so that what is derived from it is derived once.
    """

    key: tuple[int, int, int, int, int]
    height: int
    width: int
    values: list[Value]

    def cell(self, row: int, col: int) -> Area:
        """Return one of its cells, counted from 0, as a rectangle."""
        sheet, top, left, _, _ = self.key
        key = (sheet, top + row, left + col, top + row, left + col)
        return Area(key, 1, 1, [self.values[row * self.width + col]])


def raised(value: Value) -> Scalar:
    """Return the value; an error is raised, anew, since a raised object gathers its tracebacks."""
    if isinstance(value, ErrorValue):
        raise ErrorValue(value.code)
    return value


def number(value: Value) -> int | float:
    """Return the value as arithmetic sees it: blank is 0, TRUE is 1, the text of an integer is it.

    Other texts raise `#VALUE!`, or where they hold digits (`1,5`, `5 %`) are read differently by
    language and engine.
    """
    if type(value) is int or type(value) is float:
        return value
    found = raised(value)
    if isinstance(found, str):
        return _typed_number(found)
    return int(found or 0)


def _typed_number(found: str) -> int:
    if _WHOLE_TEXT.fullmatch(found):
        return int(found)
    if any(letter.isdigit() for letter in found):
        refuse(f"texte {found!r} lu comme un nombre")
    raise ErrorValue(VALUE)


def text(value: Value) -> str:
    """Return the value as the `&` operator sees it.

    Booleans and decimals are written in the reader's language: there is no one text of them.
    """
    found = raised(value)
    if isinstance(found, str):
        return found
    if found is None:
        return ""
    if isinstance(found, bool) or found != int(found) or abs(found) >= PLAIN:
        refuse(f"{found!r} lu comme un texte")
    return str(int(found))


def truth(value: Value) -> bool:
    """Return the value as a condition: blank is false, a non-zero number true."""
    found = raised(value)
    if isinstance(found, str):
        if any(letter.isdigit() for letter in found) or found.casefold() in LOGICAL_WORDS:
            refuse(f"texte {found!r} lu comme une condition")
        raise ErrorValue(VALUE)
    return bool(found)


LOGICAL_WORDS = frozenset({"true", "false", "vrai", "faux"})


def is_number(value: Value) -> bool:
    """Tell whether aggregates count the cell: booleans and texts in cells are passed over."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def whole(value: float) -> int | float:
    """Return an integer where the number is one, so that francs stay exact; infinity is `#NUM!`."""
    if isinstance(value, int):
        return value if -EXACT <= value <= EXACT else float(value)
    if not math.isfinite(value):
        raise ErrorValue(NUMBER)
    return int(value) if value.is_integer() and abs(value) <= EXACT else value


def add_up(numbers: Sequence[int | float]) -> int | float:
    """Return the sum: exact for integers, correctly rounded (on any Python) for floats."""
    total = sum(numbers)
    if isinstance(total, int):
        return whole(total)
    try:
        return whole(math.fsum(numbers))
    except OverflowError:
        raise ErrorValue(NUMBER) from None


def round_half_up(value: float, digits: int) -> int | float:
    """Return the number rounded half away from zero on its 15 significant digits."""
    if isinstance(value, int) and digits >= 0:
        return value
    step = Decimal(1).scaleb(-max(-310, min(digits, 330)))
    return whole(float(Decimal(f"{value:.15g}").quantize(step, context=_ROUNDING)))


def match_key(value: Value) -> object:
    """Return what lookups compare: texts without case; TRUE is not 1, as it is for Python."""
    if isinstance(value, str):
        return value.casefold()
    return (value,) if isinstance(value, bool) else value


def is_same(left: Value, right: Value) -> bool:
    """Tell whether `=` holds: texts without case, numbers on 15 digits, never across types."""
    if type(left) is type(right) and left == right:
        return True
    if type(left) is int and type(right) is int:
        return False
    first, second = _comparable(left, right)
    return _rank(first) == _rank(second) and _order(first, second) == 0


def order(left: Value, right: Value) -> int:
    """Return -1, 0 or 1: numbers before texts before booleans.

    Two different texts follow each other by the reader's language: there is no one order.
    """
    first, second = _comparable(left, right)
    if _rank(first) != _rank(second):
        return -1 if _rank(first) < _rank(second) else 1
    found = _order(first, second)
    if found and isinstance(first, str):
        refuse(f"ordre de {first!r} et {second!r}")
    return found


def _comparable(left: Value, right: Value) -> tuple[Scalar, Scalar]:
    """Return both values, a blank as the empty value of the other's type."""
    first, second = raised(left), raised(right)
    return _blank_like(first, second), _blank_like(second, first)


def _blank_like(value: Scalar, other: Scalar) -> Scalar:
    if value is not None:
        return value
    if isinstance(other, bool):
        return False
    return "" if isinstance(other, str) else 0


def _rank(value: Scalar) -> int:
    if isinstance(value, bool):
        return 2
    return 1 if isinstance(value, str) else 0


def _order(first: Scalar, second: Scalar) -> int:
    """Return -1, 0 or 1 for two values of one type."""
    if isinstance(first, str) and isinstance(second, str):
        low, high = first.casefold(), second.casefold()
        return (low > high) - (low < high)
    left, right = number(first), number(second)
    if left == right or f"{left:.15g}" == f"{right:.15g}":
        return 0
    return 1 if left > right else -1


COMPARISONS: dict[str, Callable[[Value, Value], bool]] = {
    "=": is_same,
    "<>": lambda left, right: not is_same(left, right),
    "<": lambda left, right: order(left, right) < 0,
    "<=": lambda left, right: order(left, right) <= 0,
    ">": lambda left, right: order(left, right) > 0,
    ">=": lambda left, right: order(left, right) >= 0,
}
