"""The twins that look for cells: criteria, MATCH, INDEX, and the sums and counts over criteria.

Equality uses an index built once for each rectangle, so that a thousand sums over one list stay
linear. What engines read differently (wildcards, texts that look like numbers) stops the build.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from generator.model.place import Argument, Place
from generator.model.values import (
    COMPARISONS,
    LOGICAL_WORDS,
    NOT_AVAILABLE,
    REFERENCE,
    VALUE,
    Area,
    ErrorValue,
    Value,
    add_up,
    is_number,
    match_key,
    number,
    raised,
    refuse,
)

Arguments = Sequence[Argument]
Criterion = tuple[str, object]
"""(`=`, the key of a cell that matches) or (operator, the whole number compared with)."""

_COMPARING = re.compile(r"(<=|>=|<|>)(-?[0-9]{1,15})")
_NUMERIC = re.compile(r"[-+.,( €$£]*[0-9][-+0-9.,:/%() eE€$£]*")
_MAX_SOUGHT = 255
"""Letters of a text that Excel looks for: a longer one gives an error."""


def area_of(arg: Argument, place: Place) -> Area:
    """Return the rectangle of an argument that must be a reference."""
    area = arg.area(place)
    if area is None:
        refuse("valeur où il faut une plage")
    return area


def count_if(args: Arguments, place: Place) -> Value:
    """Return how many places meet every (range, criterion) pair of the arguments."""
    return len(_matching(args, place))


def sum_if(args: Arguments, place: Place) -> Value:
    """Return the sum of the third argument's cells (the first's without one) that match."""
    return sum_ifs((args[-1] if len(args) > 2 else args[0], args[0], args[1]), place)  # noqa: PLR2004


def sum_ifs(args: Arguments, place: Place) -> Value:
    """Return the sum of the first argument's numbers where every pair holds."""
    area = area_of(args[0], place)
    cells = area.values
    return add_up(numbers_in([cells[offset] for offset in _matching(args[1:], place, area)]))


def numbers_in(cells: Sequence[Value]) -> list[int | float]:
    """Return the numbers among cells: texts, booleans, blanks are passed over, errors raised."""
    found: list[int | float] = []
    for cell in cells:
        if type(cell) is int or type(cell) is float:
            found.append(cell)
        elif isinstance(cell, ErrorValue):
            raise ErrorValue(cell.code)
    return found


def _matching(pairs: Arguments, place: Place, summed: Area | None = None) -> list[int]:
    """Return the offsets at which every pair holds.

    Only the fewest that one equality leaves are looked at for the others.
    """
    areas = [area_of(arg, place) for arg in pairs[::2]]
    shape = (summed or areas[0]).height, (summed or areas[0]).width
    if any((area.height, area.width) != shape for area in areas):
        refuse("plages de tailles différentes")
    criteria = [_criterion(arg, place) for arg in pairs[1::2]]
    tests = list(zip(areas, criteria, strict=True))
    indexed = [_equal(area, key, place) for area, (sign, key) in tests if sign == "="]
    found = min(indexed, key=len) if indexed else range(len(areas[0].values))
    if len(tests) == len(indexed) == 1:
        return indexed[0]
    return [i for i in found if all(_holds(area.values[i], test) for area, test in tests)]


def _equal(area: Area, key: object, place: Place) -> list[int]:
    """Return the offsets of the cells with the key; refuse one that is also there as a text."""
    index = place.index(area)
    if isinstance(key, (int, float)) and f"{key:.15g}" in index:
        refuse(f"critère {key!r}, qui est aussi un texte de la plage")
    return index.get(key, [])


def _holds(cell: Value, criterion: Criterion) -> bool:
    sign, operand = criterion
    if sign == "=":
        return match_key(cell) == operand
    return is_number(cell) and COMPARISONS[sign](cell, operand)  # type: ignore[arg-type] # a number


def _criterion(arg: Argument, place: Place) -> Criterion:
    """Return what the argument asks for; an empty cell asks for 0."""
    try:
        value = raised(arg.value(place))
    except ErrorValue as error:
        refuse(f"critère {error.code}")
    if not isinstance(value, str):
        return "=", match_key(0 if value is None else value)
    return _text_criterion(value)


@cache
def _text_criterion(value: str) -> Criterion:
    """Return what a text asks for: a comparison with a whole number, or equality."""
    comparing = _COMPARING.fullmatch(value)
    if comparing:
        return comparing[1], int(comparing[2])
    if value.startswith(("<", ">", "=")):
        refuse(f"critère {value!r}")
    return "=", _text_key(value)


def _text_key(sought: str) -> object:
    """Return the key of a text that every engine looks for in the same way."""
    numeric = _NUMERIC.fullmatch(sought) or sought.casefold() in LOGICAL_WORDS
    if not 0 < len(sought) <= _MAX_SOUGHT or numeric or set(sought) & set("*?~"):
        refuse(f"critère {sought!r}")
    return match_key(sought)


def match(args: Arguments, place: Place) -> Value:
    """Return the first position of an exact match, or the last one that is not above a number."""
    kind = number(args[2].value(place))
    if kind == 1:
        return _match_ascending(args, place)
    if kind != 0:
        refuse("MATCH descendant")
    sought = raised(args[0].value(place))
    if sought is None:
        refuse("MATCH d'une cellule vide")
    key = _text_key(sought) if isinstance(sought, str) else match_key(sought)
    area = area_of(args[1], place)
    offsets = place.index(area).get(key, [])
    if not offsets or min(area.height, area.width) > 1:
        raise ErrorValue(NOT_AVAILABLE)
    return offsets[0] + 1


def _match_ascending(args: Arguments, place: Place) -> Value:
    """Return the position of the last number that is not above the one sought.

    The list has to ascend: engines search others in ways of their own.
    """
    sought = number(args[0].value(place))
    offset = bisect_right(place.ascending(area_of(args[1], place)), sought)
    if offset == 0:
        raise ErrorValue(NOT_AVAILABLE)
    return offset


def ascending_numbers(area: Area) -> list[int | float]:
    """Return the cells of a list of numbers that ascends; any other is refused."""
    cells = [raised(cell) for cell in area.values]
    found = [cell for cell in cells if type(cell) is int or type(cell) is float]
    if len(found) != len(cells) or min(area.height, area.width) > 1:
        refuse("MATCH approché hors d'une liste de nombres")
    if any(before > after for before, after in pairwise(found)):
        refuse("MATCH approché dans une liste qui ne croît pas")
    return found


def index_area(args: Arguments, place: Place) -> Area:
    """Return the cell of a rectangle at a row and column, or at a place of a list, from 1."""
    area = area_of(args[0], place)
    places = [int(number(arg.value(place))) for arg in args[1:]]
    if len(places) == 1:
        if min(area.height, area.width) > 1:
            refuse("INDEX d'une ligne entière")
        places = [1, *places] if area.height == 1 else [*places, 1]
    row, col = places
    if row < 0 or col < 0:
        raise ErrorValue(VALUE)
    if row == 0 or col == 0:
        refuse("INDEX d'une ligne ou d'une colonne entière")
    if row > area.height or col > area.width:
        raise ErrorValue(REFERENCE)
    return area.cell(row - 1, col - 1)


def index(args: Arguments, place: Place) -> Value:
    """Return the value of the cell that INDEX finds; a blank one is blank."""
    return raised(index_area(args, place).values[0])
