"""A workbook as it was read: frozen records that know nothing of what it should hold.

Rows and columns count from 0, as in the model. A cell that the file does not write is absent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.values import ErrorValue, Value
from generator.texts import show_number

CellAddress = tuple[int, int]
"""(row, column), counted from 0."""

Rectangle = tuple[int, int, int, int]
"""(first row, first column, last row, last column), counted from 0."""


class Look(NamedTuple):
    """What a cell looks like, as far as rules ask.

    Colours are `RRGGBB`, "" where the file leaves them to the program. `bordered` tells whether
    the cell has a line on each of its four sides.
    """

    locked: bool = True
    number_format: str = "General"
    fill: str = ""
    colour: str = ""
    bold: bool = False
    size: float = 11.0
    bordered: bool = False
    hidden_formula: bool = False


GENERAL, YEARS = "General", 10_000
"""The format of numbers that are no amounts; those under 10 000, as years, are shown unspaced."""


def shown_value(value: Value, number_format: str = "") -> str:
    """Return a value as a person reads it, in French; "" for a blank."""
    if isinstance(value, ErrorValue):
        return value.code
    if isinstance(value, bool):
        return "VRAI" if value else "FAUX"
    if isinstance(value, int):
        is_year = number_format == GENERAL and 0 <= value < YEARS
        return str(value) if is_year else show_number(value)
    if isinstance(value, float):
        return f"{value:.15g}".replace(".", ",")
    return "" if value is None else value


class OpenedCell(NamedTuple):
    """A cell: the value that is stored, the formula that gave it, and its look.

    `value` is the raw value: a number whatever its format (never a date), a text with its escapes
    undone, a truth value, an `ErrorValue`, or None for a blank. A whole number is an int. `formula`
    is written as for its own cell (shared formulas are unfolded), without `=`; None for a constant.
    `kind` is `normal`, `array` or `table`: what sort of formula it is.
    """

    value: Value
    formula: str | None
    look: Look
    kind: str = "normal"


@dataclass(frozen=True, slots=True)
class OpenedValidation:
    """A validation of data: where it holds, its kind as the file names it, its texts."""

    areas: tuple[Rectangle, ...]
    kind: str
    first: str
    second: str
    prompt_title: str
    prompt: str
    error_title: str
    error: str
    stops: bool


@dataclass(frozen=True, slots=True)
class OpenedHighlight:
    """A conditional format: where, its kind and formulas, the colours that it lays over."""

    areas: tuple[Rectangle, ...]
    kind: str
    formulas: tuple[str, ...]
    fill: str
    colour: str
    bold: bool


@dataclass(frozen=True, slots=True)
class OpenedDrawing:
    """A chart or picture of a sheet: its alternative text, and a chart's title ("" for none).

    `kind` is `chart`, `picture` or `shape`.
    """

    kind: str
    title: str
    alternative: str


@dataclass(frozen=True, slots=True)
class OpenedPage:
    """How a sheet prints. `paper` is the file's number (8: A3, 9: A4; 0: not said).

    `fit_width` and `fit_height` are pages (0: as many as it takes), None where the sheet does not
    fit to pages. `area` is the first print area, None without one; repeated rows are (first,
    last), counted from 0, None without them. `footer` is the text of odd pages in Excel's codes.
    """

    paper: int
    landscape: bool
    fit_width: int | None
    fit_height: int | None
    area: Rectangle | None
    repeat_rows: tuple[int, int] | None
    footer: str


@dataclass(frozen=True, slots=True)
class OpenedLink:
    """A link: its cell, the place in the workbook or the address outside that it leads to."""

    cell: CellAddress
    inside: str
    outside: str


@dataclass(frozen=True, slots=True)
class OpenedSheet:
    """A sheet of the workbook, with all that the file says of it.

    `state` is `visible`, `hidden` or `veryHidden`. `protection` maps what is allowed on a protected
    sheet to whether it is, in the file's words (`formatColumns`, `insertRows`, `sort`, …), plus
    `password` where one is set; None where the sheet is not protected. `frozen` is the first
    cell that scrolls. `filtered_rows` are those that a filter hides, and are not among
    `hidden_rows`. Heights are in points, widths in characters, where the file gives them.
    """

    name: str
    state: str
    cells: Mapping[CellAddress, OpenedCell]
    merged: tuple[Rectangle, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    filtered_rows: frozenset[int]
    widths: Mapping[int, float]
    heights: Mapping[int, float]
    frozen: CellAddress | None
    protection: Mapping[str, bool] | None
    validations: tuple[OpenedValidation, ...]
    highlights: tuple[OpenedHighlight, ...]
    drawings: tuple[OpenedDrawing, ...]
    links: tuple[OpenedLink, ...]
    page: OpenedPage


class OpenedName(NamedTuple):
    """A defined name: its text, without `=`, and the sheet that it belongs to ("": all)."""

    name: str
    text: str
    sheet: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class OpenedWorkbook:
    """A workbook: its sheets in order, its names, its properties, what else its file carries.

    `application` is who saved it last, as the file says. `extras` names what no copy should carry:
    `macros`, `external`, `connections`, `queries`; `notes` are French sentences on how it was read.
    """

    file: str
    application: str
    sheets: tuple[OpenedSheet, ...]
    names: tuple[OpenedName, ...]
    properties: Mapping[str, str]
    custom: Mapping[str, str]
    extras: frozenset[str]
    notes: tuple[str, ...] = ()
