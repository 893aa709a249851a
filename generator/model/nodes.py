"""The nodes of a formula: frozen, rendered for Excel by `text`, computed in Python by `value`.

References name a sheet, a row key and a column key, never an address; what a reference leaves out
is the place of the formula itself, so that one tree serves a whole column or row.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from generator.errors import MissingTwinError, ModelError
from generator.model.addresses import Fixed, cell_name
from generator.model.functions import Twin, find_twin
from generator.model.operators import OPERATORS, PRECEDENCE
from generator.model.place import Address, Place
from generator.model.values import Area, ErrorValue, Scalar, Value, raised

MAX_LITERAL = 255
"""Characters of a text inside a formula."""


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
        return Binary("+", self, other)

    def __sub__(self, other: Node) -> Binary:
        return Binary("-", self, other)

    def __mul__(self, other: Node) -> Binary:
        return Binary("*", self, other)

    def __truediv__(self, other: Node) -> Binary:
        return Binary("/", self, other)


@dataclass(frozen=True, slots=True)
class Const(Node):
    """A literal: 0, 1, the empty text, or an argument that the syntax asks for."""

    content: Scalar

    def text(self, place: Place) -> str:
        """Return the literal; quotes in a text are doubled."""
        content = self.content
        if isinstance(content, bool):
            return "TRUE" if content else "FALSE"
        if isinstance(content, str) and len(content) <= MAX_LITERAL:
            return '"' + content.replace('"', '""') + '"'
        if isinstance(content, (int, float)) and math.isfinite(content):
            return repr(content).upper()
        raise ModelError(place.where, f"littéral qu'une formule ne peut pas tenir : {content!r}")

    def value(self, place: Place) -> Value:  # noqa: ARG002 - a literal is worth itself
        """Return the literal itself."""
        return self.content


@dataclass(frozen=True, slots=True)
class Ref(Node):
    """One cell by keys; a key left out is the formula's own column, row or sheet.

    `fixed` writes the address with `$`, as a person would who means to copy the formula: all of it,
    or its row or its column alone.
    """

    col: str | None = None
    row: str | None = None
    sheet: str | None = None
    fixed: Fixed = False

    def text(self, place: Place) -> str:
        """Return the address, with the sheet where it is another one."""
        sheet, row, col = place.resolve(self)
        name = cell_name(row, col, fixed=self.fixed)
        return name if sheet == place.sheet else place.prefix(sheet) + name

    def value(self, place: Place) -> Value:
        """Return the cell's value; an error in it is raised."""
        found = place.fetch(self)
        if found.__class__ is ErrorValue:
            return raised(found)
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
        start = place.resolve(self.start)
        end = place.resolve(self.end, start[0])
        if end[0] != start[0] or end[1] < start[1] or end[2] < start[2]:
            raise ModelError(place.where, f"plage sans rectangle, de {self.start} à {self.end}")
        return start, end

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
        return raised(place.read(place.named(self.name)))

    def area(self, place: Place) -> Area:
        """Return the named cell as a rectangle of one."""
        address = place.named(self.name)
        return place.read_area(address, address)


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
        own, inner = PRECEDENCE[self.operator], PRECEDENCE[side.operator]
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

    def _twin(self, place: Place) -> Twin:
        twin = find_twin(self.name, len(self.args))
        if twin is None:
            raise MissingTwinError(place.where, f"{self.name} à {len(self.args)} argument(s)")
        return twin

    def text(self, place: Place) -> str:
        """Return the call; a function without a Python twin is refused."""
        self._twin(place)
        return f"{self.name}({','.join([arg.text(place) for arg in self.args])})"

    def value(self, place: Place) -> Value:
        """Return what the twin computes."""
        return self._twin(place).compute(self.args, place)

    def area(self, place: Place) -> Area | None:
        """Return the rectangle of a function that returns a reference, else None."""
        reference = self._twin(place).reference
        return None if reference is None else reference(self.args, place)
