"""What a formula sees of the workbook from where it stands, and what its twins ask of a node."""

from __future__ import annotations

from typing import Protocol

from generator.model.values import Area, Value

Address = tuple[int, int, int]
"""(sheet, row, column), counted from 0."""


class Keys(Protocol):
    """A cell by keys; one left out is the formula's own."""

    @property
    def col(self) -> str | None:
        """Return the column's key."""

    @property
    def row(self) -> str | None:
        """Return the row's key."""

    @property
    def sheet(self) -> str | None:
        """Return the sheet's name."""


class Place(Protocol):
    """Where a formula stands, and what it can see of the workbook from there."""

    sheet: int

    @property
    def where(self) -> str:
        """Return the cell as `'Axe I'!F12`, for messages."""

    def resolve(self, keys: Keys, home: int | None = None) -> Address:
        """Return the cell's address; an unknown key is an error.

        A sheet left out is `home`, by default the formula's own.
        """

    def named(self, name: str) -> Address:
        """Return the cell that a defined name stands for."""

    def fetch(self, keys: Keys) -> Value:
        """Return the computed value of a cell by keys; an unknown key is an error."""

    def read(self, address: Address) -> Value:
        """Return the computed value of a cell; None where it is blank."""

    def read_area(self, start: Address, end: Address) -> Area:
        """Return the computed values of a rectangle."""

    def index(self, area: Area) -> dict[object, list[int]]:
        """Return the offsets at which the rectangle holds each key of lookups, built once."""

    def ascending(self, area: Area) -> list[int | float]:
        """Return the rectangle's numbers, which ascend, checked once; refuses any other list."""

    def prefix(self, sheet: int) -> str:
        """Return `'Axe I'!`, or nothing for the formula's own sheet."""


class Argument(Protocol):
    """An argument of a function: what a twin may ask of it."""

    def value(self, place: Place) -> Value:
        """Return the argument as a scalar."""

    def area(self, place: Place) -> Area | None:
        """Return the rectangle it denotes, or None where it is not a reference."""
