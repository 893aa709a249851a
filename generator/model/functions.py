"""The Python twin of every spreadsheet function that the model may use.

A twin takes the argument nodes and the place of the formula: nodes are evaluated with
`value(place)` where Excel takes a scalar and with `area(place)` where it takes a rectangle, so
that lazy functions stay lazy. A function without a twin is refused before anything is written.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from generator.model.lookups import (
    Arguments,
    area_of,
    count_if,
    index,
    index_area,
    match,
    numbers_in,
    sum_if,
    sum_ifs,
)
from generator.model.place import Argument, Place
from generator.model.values import (
    VALUE,
    Area,
    ErrorValue,
    Value,
    add_up,
    is_number,
    number,
    raised,
    refuse,
    round_half_up,
    truth,
)

MAX_ARGUMENTS = 255


class Twin(NamedTuple):
    """What a function computes, and how many arguments it takes: `least` to `most` by `step`.

    `reference` gives the rectangle that a call denotes, for functions that return a reference.
    """

    compute: Callable[[Arguments, Place], Value]
    least: int
    most: int
    step: int = 1
    reference: Callable[[Arguments, Place], Area | None] | None = None


def _numbers(args: Arguments, place: Place) -> list[int | float]:
    """Return the numbers that aggregates see, those in rectangles and the scalars."""
    found: list[int | float] = []
    for arg in args:
        area = arg.area(place)
        if area is None:
            found.append(number(arg.value(place)))
        else:
            found += numbers_in(area.values)
    return found


def _sum(args: Arguments, place: Place) -> Value:
    return add_up(_numbers(args, place))


def _max(args: Arguments, place: Place) -> Value:
    return max(_numbers(args, place), default=0)


def _min(args: Arguments, place: Place) -> Value:
    return min(_numbers(args, place), default=0)


def _count(args: Arguments, place: Place) -> Value:
    """Return how many numbers there are: in rectangles booleans, texts, errors do not count."""
    total = 0
    for arg in args:
        area = arg.area(place)
        if area is None:
            total += _converts(arg, place)
        else:
            total += sum(1 for cell in area.values if is_number(cell))
    return total


def _converts(arg: Argument, place: Place) -> bool:
    """Tell whether a scalar argument is a number or becomes one."""
    try:
        number(arg.value(place))
    except ErrorValue:
        return False
    return True


def _counta(args: Arguments, place: Place) -> Value:
    total = 0
    for arg in args:
        area = arg.area(place)
        total += 1 if area is None else sum(1 for cell in area.values if cell is not None)
    return total


def _abs(args: Arguments, place: Place) -> Value:
    return abs(number(args[0].value(place)))


def _round(args: Arguments, place: Place) -> Value:
    return round_half_up(number(args[0].value(place)), int(number(args[1].value(place))))


def _chosen(args: Arguments, place: Place) -> Argument:
    return args[1] if truth(args[0].value(place)) else args[2]


def _if(args: Arguments, place: Place) -> Value:
    return _chosen(args, place).value(place)


def _if_area(args: Arguments, place: Place) -> Area | None:
    return _chosen(args, place).area(place)


def _iferror(args: Arguments, place: Place) -> Value:
    """Return the first argument, or where it is an error the second."""
    try:
        found = args[0].value(place)
    except ErrorValue:
        found = args[1].value(place)
    if found is None:
        refuse("IFERROR d'une cellule vide")
    return found


def _logical(args: Arguments, place: Place) -> list[bool]:
    """Return the conditions among the arguments: texts and blanks in cells are passed over."""
    found: list[bool] = []
    for arg in args:
        area = arg.area(place)
        if area is None:
            found.append(truth(arg.value(place)))
            continue
        cells = [raised(cell) for cell in area.values]
        found += [bool(cell) for cell in cells if cell is not None and not isinstance(cell, str)]
    if not found:
        raise ErrorValue(VALUE)
    return found


def _and(args: Arguments, place: Place) -> Value:
    return all(_logical(args, place))


def _or(args: Arguments, place: Place) -> Value:
    return any(_logical(args, place))


def _isnumber(args: Arguments, place: Place) -> Value:
    try:
        return is_number(args[0].value(place))
    except ErrorValue:
        return False


def _rows(args: Arguments, place: Place) -> Value:
    return area_of(args[0], place).height


TWINS: dict[str, Twin] = {
    "ABS": Twin(_abs, 1, 1),
    "AND": Twin(_and, 1, MAX_ARGUMENTS),
    "COUNT": Twin(_count, 1, MAX_ARGUMENTS),
    "COUNTA": Twin(_counta, 1, MAX_ARGUMENTS),
    "COUNTIF": Twin(count_if, 2, 2),
    "COUNTIFS": Twin(count_if, 2, MAX_ARGUMENTS, 2),
    "IF": Twin(_if, 3, 3, reference=_if_area),
    "IFERROR": Twin(_iferror, 2, 2),
    "INDEX": Twin(index, 2, 3, reference=index_area),
    "ISNUMBER": Twin(_isnumber, 1, 1),
    "MATCH": Twin(match, 3, 3),
    "MAX": Twin(_max, 1, MAX_ARGUMENTS),
    "MIN": Twin(_min, 1, MAX_ARGUMENTS),
    "OR": Twin(_or, 1, MAX_ARGUMENTS),
    "ROUND": Twin(_round, 2, 2),
    "ROWS": Twin(_rows, 1, 1),
    "SUM": Twin(_sum, 1, MAX_ARGUMENTS),
    "SUMIF": Twin(sum_if, 2, 3),
    "SUMIFS": Twin(sum_ifs, 3, MAX_ARGUMENTS, 2),
}


@cache
def find_twin(name: str, count: int) -> Twin | None:
    """Return the twin of a function that can be called with so many arguments, else None."""
    twin = TWINS.get(name)
    if twin is None or not twin.least <= count <= twin.most:
        return None
    return twin if (count - twin.least) % twin.step == 0 else None
