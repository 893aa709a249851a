"""What a test may do to a workbook before it is recalculated: a script of small edits, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TypeAlias

from tests.engines.values import cell_position

# What may be typed into a cell. A string stays a text, also "12" or "=A1"; None empties the cell.
Input: TypeAlias = float | str | None


@dataclass(frozen=True, slots=True)
class SetCell:
    """One cell gets a value; refused, as for a user, where a protected sheet locks it."""

    sheet: str
    address: str
    value: Input

    def __post_init__(self) -> None:
        """Refuse at once what is not the address of one cell."""
        cell_position(self.address)


@dataclass(frozen=True, slots=True)
class InsertRows:
    """New rows above `row` (counted from 1), so that the first new one becomes row `row`."""

    sheet: str
    row: int
    count: int = 1


@dataclass(frozen=True, slots=True)
class DeleteRows:
    """Rows `row` (counted from 1) to `row + count - 1` go."""

    sheet: str
    row: int
    count: int = 1


@dataclass(frozen=True, slots=True)
class SortRows:
    """Rows `row` to `row + count - 1` are sorted, whole, by what they show in a column."""

    sheet: str
    row: int
    count: int
    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Unprotect:
    """The sheet's protection goes; refused where it has a password."""

    sheet: str


@dataclass(frozen=True, slots=True)
class Protect:
    """The sheet is protected without a password and with no permission but selecting."""

    sheet: str


Edit: TypeAlias = SetCell | InsertRows | DeleteRows | SortRows | Unprotect | Protect
Edits: TypeAlias = Mapping[tuple[str, str], Input] | Sequence[Edit]


def as_script(edits: Edits) -> list[Edit]:
    """Return the edits in order; a mapping (sheet, address) -> value stands for SetCell edits."""
    if isinstance(edits, Mapping):
        return [SetCell(sheet, address, value) for (sheet, address), value in edits.items()]
    return list(edits)


def as_json(edit: Edit) -> dict[str, str | float | bool | None]:
    """Return the edit as the worker reads it: its fields, and its name under "do"."""
    return {"do": type(edit).__name__, **asdict(edit)}
