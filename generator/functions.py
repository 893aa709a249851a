"""The Python twin of every spreadsheet function that the model may use.

A twin takes the argument nodes and the place of the formula: nodes are evaluated with
`value(place)` where Excel takes a scalar and with `area(place)` where it takes a rectangle, so
that lazy functions stay lazy. A function without a twin is refused before anything is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from generator.errors import MissingTwinError
from generator.values import (
    COMPARISONS,
    NOT_AVAILABLE,
    REFERENCE,
    VALUE,
    Area,
    ErrorValue,
    Value,
    compare,
    is_number,
    match_key,
    number,
    round_half_up,
    truth,
    whole,
)

if TYPE_CHECKING:
    from generator.formula import Place


class Argument(Protocol):
    """An argument node: what a twin may ask of it."""

    def value(self, place: Place) -> Value:
        """Return the argument as a scalar."""
        ...

    def area(self, place: Place) -> Area | None:
        """Return the rectangle it denotes, or None where it is not a reference."""
        ...


Arguments = Sequence[Argument]
Twin = Callable[[Arguments, "Place"], Value]


def _cells(args: Arguments, place: Place) -> Iterator[Value]:
    """Yield the cells of the rectangles and the scalars among the arguments."""
    for arg in args:
        area = arg.area(place)
        if area is None:
            yield arg.value(place)
        else:
            yield from area.values


def _numbers(args: Arguments, place: Place) -> Iterator[int | float]:
    """Yield the numbers that aggregates see; an error among the cells is raised.

    Texts, booleans and blanks are passed over in rectangles; a scalar argument is converted.
    """
    for arg in args:
        area = arg.area(place)
        if area is None:
            yield number(arg.value(place))
            continue
        for cell in area.values:
            if cell.__class__ is int or cell.__class__ is float:
                yield cell  # type: ignore[misc] - the class says it is a number
            elif isinstance(cell, ErrorValue):
                raise cell


def _sum(args: Arguments, place: Place) -> Value:
    return whole(sum(_numbers(args, place)))


def _max(args: Arguments, place: Place) -> Value:
    return max(_numbers(args, place), default=0)


def _min(args: Arguments, place: Place) -> Value:
    return min(_numbers(args, place), default=0)


def _count(args: Arguments, place: Place) -> Value:
    return sum(1 for cell in _cells(args, place) if is_number(cell))


def _counta(args: Arguments, place: Place) -> Value:
    return sum(1 for cell in _cells(args, place) if cell is not None)


def _abs(args: Arguments, place: Place) -> Value:
    return abs(number(args[0].value(place)))


def _round(args: Arguments, place: Place) -> Value:
    return round_half_up(number(args[0].value(place)), int(number(args[1].value(place))))


def _if(args: Arguments, place: Place) -> Value:
    chosen = args[1] if truth(args[0].value(place)) else args[2]
    return chosen.value(place)


def _iferror(args: Arguments, place: Place) -> Value:
    try:
        return args[0].value(place)
    except ErrorValue:
        return args[1].value(place)


def _and(args: Arguments, place: Place) -> Value:
    return all([truth(arg.value(place)) for arg in args])


def _or(args: Arguments, place: Place) -> Value:
    return any([truth(arg.value(place)) for arg in args])


def _isnumber(args: Arguments, place: Place) -> Value:
    try:
        return is_number(args[0].value(place))
    except ErrorValue:
        return False


def _rows(args: Arguments, place: Place) -> Value:
    return _area(args[0], place).height


def _index(args: Arguments, place: Place) -> Value:
    area = _area(args[0], place)
    row = int(number(args[1].value(place)))
    if not 1 <= row <= area.height or area.width != 1:
        raise ErrorValue(REFERENCE)
    return _raised(area.values[row - 1])


def _match(args: Arguments, place: Place) -> Value:
    """Return the first position of an exact match (the only kind the model may use)."""
    if number(args[2].value(place)) != 0:
        raise MissingTwinError(place.where, "MATCH approché")
    offsets = _lookup(_area(args[1], place), args[0].value(place), place)
    if not offsets:
        raise ErrorValue(NOT_AVAILABLE)
    return offsets[0] + 1


def _countif(args: Arguments, place: Place) -> Value:
    return len(_matching(args, place) or ())


def _sumif(args: Arguments, place: Place) -> Value:
    """Return the sum of the third argument's cells where the first meets the second."""
    return _sumifs((args[2], args[0], args[1]), place)


def _sumifs(args: Arguments, place: Place) -> Value:
    area = _area(args[0], place)
    total: int | float = 0
    for offset in _matching(args[1:], place):
        cell = _raised(area.values[offset])
        if is_number(cell):
            total += number(cell)
    return whole(total)


def _matching(pairs: Arguments, place: Place) -> list[int]:
    """Return the offsets at which every (range, criterion) pair of the arguments holds."""
    found: list[int] | None = None
    for position in range(0, len(pairs), 2):
        area = _area(pairs[position], place)
        offsets = _lookup(area, pairs[position + 1].value(place), place)
        if found is None:
            found = offsets
        else:
            kept = set(offsets)
            found = [offset for offset in found if offset in kept]
    return found or []


def _lookup(area: Area, criterion: Value, place: Place) -> list[int]:
    """Return the offsets of the cells that meet the criterion, in order.

    Equality uses an index built once for the rectangle, so that a thousand sums over one list
    stay linear. Wildcards and texts that look like numbers are refused: engines disagree on them.
    """
    if isinstance(criterion, ErrorValue):
        raise criterion
    if isinstance(criterion, str):
        operator = next((o for o in ("<>", "<=", ">=", "<", ">") if criterion.startswith(o)), "")
        if operator:
            return _comparing(area, operator, criterion[len(operator) :], place)
        if not criterion or set(criterion) & set("*?~=") or _looks_numeric(criterion):
            raise MissingTwinError(place.where, f"critère {criterion!r}")
    return place.index(area).get(match_key(criterion), [])


def _comparing(area: Area, operator: str, operand: str, place: Place) -> list[int]:
    """Return the offsets of the numbers that compare with the operand as asked."""
    if not _looks_numeric(operand) or operator == "<>":
        raise MissingTwinError(place.where, f"critère {operator + operand!r}")
    test, bound = COMPARISONS[operator], float(operand)
    return [i for i, cell in enumerate(area.values) if is_number(cell) and test(compare(cell, bound))]


def _looks_numeric(criterion: str) -> bool:
    try:
        float(criterion)
    except ValueError:
        return False
    return True


def _area(arg: Argument, place: Place) -> Area:
    """Return the rectangle of an argument that must be a reference."""
    area = arg.area(place)
    if area is None:
        raise ErrorValue(VALUE)
    return area


def _raised(cell: Value) -> Value:
    if isinstance(cell, ErrorValue):
        raise cell
    return cell


TWINS: dict[str, Twin] = {
    "ABS": _abs,
    "AND": _and,
    "COUNT": _count,
    "COUNTA": _counta,
    "COUNTIF": _countif,
    "COUNTIFS": _countif,
    "IF": _if,
    "IFERROR": _iferror,
    "INDEX": _index,
    "ISNUMBER": _isnumber,
    "MATCH": _match,
    "MAX": _max,
    "MIN": _min,
    "OR": _or,
    "ROUND": _round,
    "ROWS": _rows,
    "SUM": _sum,
    "SUMIF": _sumif,
    "SUMIFS": _sumifs,
}
