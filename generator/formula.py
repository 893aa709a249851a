"""Formulas as small trees of frozen nodes: one declaration, two results.

`text(place)` renders a node for Excel, `value(place)` computes it in Python by Excel's rules.
References name a sheet, a row key and a column key, never an address; what a reference leaves out
is the place of the formula itself, so that one tree serves a whole column or row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from generator.errors import MissingTwinError
from generator.functions import TWINS
from generator.values import (
    COMPARISONS,
    DIVISION,
    Area,
    ErrorValue,
    Scalar,
    Value,
    compare,
    number,
    text,
    whole,
)

Address = tuple[int, int, int]


class Place(Protocol):
    """Where a formula stands, and what it can see of the workbook from there."""

    sheet: int

    @property
    def where(self) -> str:
        """Return the cell as `'Axe I'!F12`, for messages."""
        ...

    def resolve(self, ref: Ref) -> Address:
        """Return (sheet, row, column), counted from 0; an unknown key is an error."""
        ...

    def named(self, name: str) -> Address:
        """Return the cell that a defined name stands for."""
        ...

    def read(self, address: Address) -> Value:
        """Return the computed value of a cell; None where it is blank."""
        ...

    def read_area(self, start: Address, end: Address) -> Area:
        """Return the computed values of a rectangle."""
        ...

    def index(self, area: Area) -> dict[Value, list[int]]:
        """Return the offsets of each value in the rectangle, built once."""
        ...

    def prefix(self, sheet: int) -> str:
        """Return `'Axe I'!`, or nothing for the formula's own sheet."""
        ...


class Node:
    """A node of a formula; the operators build larger ones."""

    __slots__ = ()

    def text(self, place: Place) -> str:
        """Return the node as Excel writes it, without the leading `=`."""
        raise NotImplementedError

    def value(self, place: Place) -> Value:
        """Return what the node is worth at the place; raises `ErrorValue`."""
        raise NotImplementedError

    def area(self, place: Place) -> Area | None:  # noqa: ARG002 - part of the protocol
        """Return the rectangle the node denotes, or None where it is not a reference."""
        return None

    def __add__(self, other: Node) -> Binary:
        """Return the sum of two nodes."""
        return Binary("+", self, other)

    def __sub__(self, other: Node) -> Binary:
        """Return the difference of two nodes."""
        return Binary("-", self, other)

    def __mul__(self, other: Node) -> Binary:
        """Return the product of two nodes."""
        return Binary("*", self, other)

    def __truediv__(self, other: Node) -> Binary:
        """Return the quotient of two nodes."""
        return Binary("/", self, other)


@dataclass(frozen=True, slots=True)
class Const(Node):
    """A literal: 0, 1, the empty text, or an argument that the syntax asks for."""

    content: Scalar

    def text(self, place: Place) -> str:  # noqa: ARG002 - a literal reads alike everywhere
        """Return the literal; quotes in a text are doubled."""
        if isinstance(self.content, str):
            return '"' + self.content.replace('"', '""') + '"'
        if isinstance(self.content, bool):
            return "TRUE" if self.content else "FALSE"
        return repr(self.content)

    def value(self, place: Place) -> Value:  # noqa: ARG002 - a literal is worth itself
        """Return the literal itself."""
        return self.content


@dataclass(frozen=True, slots=True)
class Ref(Node):
    """One cell by keys; a key left out is the formula's own column, row or sheet.

    `fixed` writes the address with `$`, as a person would who means to copy the formula.
    """

    col: str | None = None
    row: str | None = None
    sheet: str | None = None
    fixed: bool = False

    def text(self, place: Place) -> str:
        """Return the address, with the sheet where it is another one."""
        address = place.resolve(self)
        return place.prefix(address[0]) + cell_name(address[1], address[2], fixed=self.fixed)

    def value(self, place: Place) -> Value:
        """Return the cell's value; an error in it is raised."""
        found = place.read(place.resolve(self))
        if found.__class__ is ErrorValue:
            raise found  # type: ignore[misc] - the class says it is an error
        return found

    def area(self, place: Place) -> Area:
        """Return the cell as a rectangle of one."""
        address = place.resolve(self)
        return place.read_area(address, address)


@dataclass(frozen=True, slots=True)
class Range(Node):
    """The rectangle between two cells of one sheet; the end takes the start's sheet."""

    start: Ref
    end: Ref

    def _corners(self, place: Place) -> tuple[Address, Address]:
        end = self.end
        if end.sheet is None and self.start.sheet is not None:
            end = Ref(end.col, end.row, self.start.sheet, end.fixed)
        return place.resolve(self.start), place.resolve(end)

    def text(self, place: Place) -> str:
        """Return `A1:B2`, with the sheet where it is another one."""
        start, end = self._corners(place)
        first = cell_name(start[1], start[2], fixed=self.start.fixed)
        last = cell_name(end[1], end[2], fixed=self.end.fixed)
        return f"{place.prefix(start[0])}{first}:{last}"

    def value(self, place: Place) -> Value:
        """Refuse: a rectangle is no scalar (Excel would intersect it silently)."""
        raise MissingTwinError(place.where, "plage lue comme une valeur")

    def area(self, place: Place) -> Area:
        """Return the rectangle."""
        return place.read_area(*self._corners(place))


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A defined name of the workbook, which always stands for one cell."""

    name: str

    def text(self, place: Place) -> str:
        """Return the name; an unknown one is an error."""
        place.named(self.name)
        return self.name

    def value(self, place: Place) -> Value:
        """Return the named cell's value; an error in it is raised."""
        found = place.read(place.named(self.name))
        if isinstance(found, ErrorValue):
            raise found
        return found

    def area(self, place: Place) -> Area:
        """Return the named cell as a rectangle of one."""
        address = place.named(self.name)
        return place.read_area(address, address)


def _divide(left: Value, right: Value) -> Value:
    divisor = number(right)
    if divisor == 0:
        raise ErrorValue(DIVISION)
    return whole(number(left) / divisor)


OPERATORS: dict[str, Callable[[Value, Value], Value]] = {
    "+": lambda left, right: whole(number(left) + number(right)),
    "-": lambda left, right: whole(number(left) - number(right)),
    "*": lambda left, right: whole(number(left) * number(right)),
    "/": _divide,
    "&": lambda left, right: text(left) + text(right),
    **{
        symbol: lambda left, right, test=test: test(compare(left, right))  # type: ignore[misc]
        for symbol, test in COMPARISONS.items()
    },
}
PRECEDENCE = {"*": 4, "/": 4, "+": 3, "-": 3, "&": 2} | dict.fromkeys(COMPARISONS, 1)


@dataclass(frozen=True, slots=True)
class Binary(Node):
    """Two nodes joined by an operator."""

    operator: str
    left: Node
    right: Node

    def text(self, place: Place) -> str:
        """Return both sides around the operator, in parentheses only where they are needed."""
        if self.operator not in OPERATORS:
            raise MissingTwinError(place.where, self.operator)
        left = self._side(self.left, place, strict=False)
        return f"{left}{self.operator}{self._side(self.right, place, strict=True)}"

    def _side(self, side: Node, place: Place, *, strict: bool) -> str:
        rendered = side.text(place)
        if not isinstance(side, Binary):
            return rendered
        own, inner = PRECEDENCE[self.operator], PRECEDENCE.get(side.operator, 0)
        return f"({rendered})" if inner < own or (strict and inner == own) else rendered

    def value(self, place: Place) -> Value:
        """Return the operator's result on both values."""
        operate = OPERATORS.get(self.operator)
        if operate is None:
            raise MissingTwinError(place.where, self.operator)
        return operate(self.left.value(place), self.right.value(place))


@dataclass(frozen=True, slots=True)
class Call(Node):
    """A function of the spreadsheet with its arguments."""

    name: str
    args: tuple[Node, ...]

    def text(self, place: Place) -> str:
        """Return the call; a function without a Python twin is refused."""
        if self.name not in TWINS:
            raise MissingTwinError(place.where, self.name)
        return f"{self.name}({','.join([arg.text(place) for arg in self.args])})"

    def value(self, place: Place) -> Value:
        """Return what the twin computes."""
        twin = TWINS.get(self.name)
        if twin is None:
            raise MissingTwinError(place.where, self.name)
        return twin(self.args, place)


ZERO, ONE, EMPTY = Const(0), Const(1), Const("")


def call(name: str, *args: Node) -> Call:
    """Return a call of the function on the nodes."""
    return Call(name, args)


def total(*args: Node) -> Call:
    """Return SUM of the nodes."""
    return Call("SUM", args)


def when(condition: Node, then: Node, otherwise: Node) -> Call:
    """Return IF of the three nodes."""
    return Call("IF", (condition, then, otherwise))


def equal(left: Node, right: Node) -> Binary:
    """Return the comparison of two nodes."""
    return Binary("=", left, right)


def column_span(col: str, first: str, last: str, sheet: str | None = None) -> Range:
    """Return one column between two row keys, written with `$`: a list read from elsewhere."""
    return Range(Ref(col, first, sheet, fixed=True), Ref(col, last, sheet, fixed=True))


MAX_COLUMNS = 1000


def _letters(col: int) -> str:
    letters, left = "", col + 1
    while left:
        left, digit = divmod(left - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


LETTERS = tuple(_letters(col) for col in range(MAX_COLUMNS))
"""The letters of the columns that a sheet may have here, counted from 0."""


def cell_name(row: int, col: int, *, fixed: bool = False) -> str:
    """Return the address of a cell counted from 0, such as `F12` or `$F$12`."""
    if fixed:
        return f"${LETTERS[col]}${row + 1}"
    return f"{LETTERS[col]}{row + 1}"
