"""What officers typed into a cell, as an amount or as a text; nothing is guessed."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.copies.said import SAID, say, say_problem
from generator.errors import CellFinding
from generator.model.addresses import cell_name
from generator.model.values import ErrorValue, Value
from generator.plan import MAX_AMOUNT, Total
from generator.reader.opened import Look, OpenedCell, OpenedSheet
from generator.reading.amounts import AmountProblem, parse_amount
from generator.texts import find_text_fault, is_blank, show_number

ABSENT = OpenedCell(None, None, Look())
_OUTSIDE = re.compile(
    r"\[|\||(?i:\b(?:TODAY|NOW|RAND|RANDBETWEEN|HYPERLINK|WEBSERVICE|DDE|INDIRECT|OFFSET)\()"
)
"""Other workbooks, links, and what is another value every time."""

_NOT_PATTERN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|[_*].')
_DATE = re.compile(r"[dmyhsDMYHS]")
LAST_SERIAL = 200_000
"""Serial numbers of dates up to the year 2447: no amount of a plan is as small, in francs."""


@dataclass(slots=True)
class Reader:
    """The inputs of a sheet, read one by one; what is worth saying of them is kept."""

    sheet: OpenedSheet
    findings: list[CellFinding] = field(default_factory=list)

    def cell(self, row: int, col: int) -> OpenedCell:
        """Return a cell, a blank one where the file writes none."""
        return self.sheet.cells.get((row, col), ABSENT)

    def place(self, row: int, col: int) -> str:
        """Return where a cell is, as `Axe I!F12`."""
        return f"{self.sheet.name}!{cell_name(row, col)}"

    def say(self, kind: str, row: int, col: int, found: str = "") -> None:
        """Keep what is worth saying of a cell."""
        self.findings.append(say(kind, self.sheet.name, cell_name(row, col), found))

    def say_problem(
        self, kind: str, row: int, col: int, found: str, fields: Mapping[str, object]
    ) -> None:
        """Keep a problem that a source could have too."""
        name = cell_name(row, col)
        self.findings.append(say_problem(kind, self.sheet.name, name, found, fields))

    def amount(self, row: int, col: int) -> Total | None:
        """Return the whole francs or `PM` of a cell; None where it is blank or no amount."""
        cell = self.cell(row, col)
        if not self._is_sound(row, col, cell):
            return None
        if isinstance(cell.value, str):
            return self._parsed(row, col, cell.value)
        value, wrong = _number(cell)
        if wrong in SAID:
            self.say(wrong, row, col, shown(cell))
        elif wrong:
            self.say_problem(wrong, row, col, shown(cell), {})
        return None if wrong and wrong != "amount.dated" else value

    def _parsed(self, row: int, col: int, text: str) -> Total | None:
        found = parse_amount(text)
        if isinstance(found, AmountProblem):
            self.say_problem(found.kind, row, col, text, found.fields)
            return None
        if isinstance(found, int) or (text and is_blank(text)):
            self.say("amount.converted", row, col, text)
        return found

    def number(self, row: int, col: int) -> float | None:
        """Return the number of a cell; None where it is blank or no number."""
        cell = self.cell(row, col)
        if not self._is_sound(row, col, cell):
            return None
        if isinstance(cell.value, str):
            text = cell.value.strip().removesuffix("%").strip()
            try:
                number = float(text.replace(",", "."))
            except ValueError:
                return math.nan if text else None
            return number / 100 if "%" in cell.value else number
        return None if cell.value is None else float(cell.value)  # type: ignore[arg-type] # sound

    def text(self, row: int, col: int) -> str:
        """Return the text of a cell, as typed; "" where it is blank."""
        cell = self.cell(row, col)
        if isinstance(cell.value, ErrorValue):
            self.say("text.error", row, col, cell.value.code)
            return ""
        if cell.formula is not None:
            self.say("text.formula", row, col, f"={cell.formula}")
            return ""
        text = shown(cell).replace("\r\n", "\n").replace("\r", "\n")
        if is_blank(text):
            return ""
        if fault := find_text_fault(text):
            self.say_problem(fault[0], row, col, text, fault[1])
        return text

    def is_filled(self, row: int, col: int) -> bool:
        """Tell whether something was typed into a cell."""
        cell = self.cell(row, col)
        return cell.formula is not None or not (cell.value is None or is_blank(str(cell.value)))

    def _is_sound(self, row: int, col: int, cell: OpenedCell) -> bool:
        """Tell whether a cell holds a value that can be kept; say what else it holds."""
        kind, found = "", shown(cell)
        if cell.formula is not None:
            found = f"={cell.formula}"
            kind = "amount.outside" if _OUTSIDE.search(cell.formula) else ""
            kind = kind or ("amount.uncalculated" if cell.value is None else "amount.formula")
        if isinstance(cell.value, ErrorValue):
            kind = "amount.error"
        elif isinstance(cell.value, bool):
            kind = "amount.truth"
        if kind:
            self.say(kind, row, col, found)
        return kind in {"", "amount.formula"}


def _number(cell: OpenedCell) -> tuple[int | None, str]:
    """Return the whole francs of a number, and the kind of what is worth saying of it."""
    value: Value = cell.value
    if value is None or not isinstance(value, int | float):
        return None, ""
    if not math.isfinite(value) or abs(value) > MAX_AMOUNT:
        return None, "amount.large"
    if value != int(value):
        return None, "amount.percent" if "%" in cell.look.number_format else "amount.decimal"
    if value < 0:
        return None, "amount.negative"
    if value and is_date(cell.look.number_format):
        return int(value), "amount.date" if value < LAST_SERIAL else "amount.dated"
    return int(value), ""


def is_date(number_format: str) -> bool:
    """Tell whether a number format shows a date or a time."""
    pattern = _NOT_PATTERN.sub("", number_format)
    return pattern not in {"General", "Standard"} and bool(_DATE.search(pattern))


def shown(cell: OpenedCell) -> str:
    """Return what a cell's value is, as a person reads it."""
    value = cell.value
    if isinstance(value, ErrorValue):
        return value.code
    if isinstance(value, bool):
        return "VRAI" if value else "FAUX"
    if type(value) is int:
        return str(value) if abs(value) < 10_000 else show_number(value)  # noqa: PLR2004 - a year
    if isinstance(value, float):
        return f"{value:.15g}".replace(".", ",")
    return "" if value is None else str(value)
