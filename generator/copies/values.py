"""What officers typed into a cell, as an amount or as a text; nothing is guessed."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal

from generator.copies.said import SAID, say, say_problem
from generator.errors import CellFinding
from generator.model.addresses import cell_name
from generator.model.values import ErrorValue, Value
from generator.plan import MAX_AMOUNT, Amount, Total
from generator.reader.opened import Look, OpenedCell, OpenedSheet, shown_value
from generator.reading.amounts import AmountProblem, parse_amount
from generator.recovery.table import TitledSheet
from generator.texts import find_text_fault, is_blank, show_number, tidy_spaces

ABSENT = OpenedCell(None, None, Look())
_OUTSIDE = re.compile(
    r"\[|\||(?i:\b(?:TODAY|NOW|RAND|RANDARRAY|RANDBETWEEN|HYPERLINK|WEBSERVICE|DDE|RTD|INDIRECT|OFFSET)\()"
)
"""Other workbooks, links, and what is another value every time."""

_POWER = re.compile(r"(?P<whole>[0-9])(?:[.,](?P<decimals>[0-9]{1,14}))?[eE]\+?(?P<ten>[0-9]{1,2})")
_NOT_PATTERN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|[_*].')
_DATE = re.compile(r"[dmyhsDMYHS]")
LAST_SERIAL = 200_000
"""Serial numbers of dates up to the year 2447: no amount of a plan is as small, in francs."""

DAY_ZERO = date(1899, 12, 30)


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

    def say(self, kind: str, row: int, col: int, found: str = "", expected: str = "") -> None:
        """Keep what is worth saying of a cell."""
        self.findings.append(say(kind, self.sheet.name, cell_name(row, col), found, expected))

    def say_problem(
        self, kind: str, row: int, col: int, found: str, fields: Mapping[str, object]
    ) -> None:
        """Keep a problem that a source could have too."""
        name = cell_name(row, col)
        self.findings.append(say_problem(kind, self.sheet.name, name, found, fields))

    def amount(self, row: int, col: int, base: Amount = None) -> Total | None:
        """Return the whole francs or `PM` of a cell; None where it is blank or no amount.

        `base` is what the cell was made with: a text that only shows it so leaves it as it was.
        """
        cell = self.cell(row, col)
        if not self._is_sound(row, col, cell):
            return None
        if isinstance(cell.value, str):
            if base is not None and is_display(cell.value, base):
                self.say("amount.shown", row, col, cell.value, show_number(base))
                return base
            return self._parsed(row, col, cell.value)
        value, wrong = _number(cell)
        if wrong in SAID:
            self.say(wrong, row, col, shown(cell))
        elif wrong:
            self.say_problem(wrong, row, col, shown(cell), {})
        return value

    def figure(self, row: int, col: int, base: Amount = None) -> Amount:
        """Return the whole francs of a cell where `PM` may not stand; None as of an amount."""
        found = self.amount(row, col, base)
        if isinstance(found, int) or found is None:
            return found
        self.say_problem("amount.text", row, col, shown(self.cell(row, col)), {})
        return None

    def _parsed(self, row: int, col: int, text: str) -> Total | None:
        found = parse_amount(text)
        if isinstance(found, AmountProblem):
            self.say_problem(found.kind, row, col, text, found.fields)
            return None
        if isinstance(found, int):
            self.say("amount.converted", row, col, text)
        elif text and is_blank(text):
            self.say("amount.blank", row, col)
        elif text and found is None:
            self.say("amount.dash", row, col, text)
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
        if (formula := formula_of(cell)) is not None:
            self.say("text.formula", row, col, f"={formula}")
            return ""
        text = as_text(cell).replace("\r\n", "\n").replace("\r", "\n")
        if is_blank(text):
            return ""
        if text.startswith("="):
            self.say("text.equals", row, col, text)
        if fault := find_text_fault(text):
            self.say_problem(fault[0], row, col, text, fault[1])
        return text

    def is_filled(self, row: int, col: int) -> bool:
        """Tell whether something was typed into a cell."""
        cell = self.cell(row, col)
        return cell.formula is not None or not (cell.value is None or is_blank(str(cell.value)))

    def say_merged(self, rows: Sequence[int], cols: Sequence[int]) -> None:
        """Say of each merged area that covers two inputs or more of these rows and columns."""
        for top, left, bottom, right in self.sheet.merged:
            down = sum(top <= row <= bottom for row in rows)
            if down * sum(left <= col <= right for col in cols) > 1:
                self.say("amount.merged", top, left)

    def say_titles(self, table: TitledSheet) -> None:
        """Say of the titles of a header that were typed otherwise, stand twice or are rivals."""
        for col, found, wanted in table.retyped:
            self.say("header.retyped", table.header, col, found, wanted)
        for col in table.twice:
            self.say("header.twice", table.header, col, shown(self.cell(table.header, col)))
        for year, cols in table.rivals:
            named = (
                f"{cell_name(table.header, col)} « {self._title(table, col)} »" for col in cols
            )
            self.say("header.claimed", table.header, cols[0], ", ".join(named), year)

    def _title(self, table: TitledSheet, col: int) -> str:
        return shown(self.cell(table.header, col))

    def _is_sound(self, row: int, col: int, cell: OpenedCell) -> bool:
        """Tell whether a cell holds a value that can be kept; say what else it holds."""
        kind, found = "", shown(cell)
        if (formula := formula_of(cell)) is not None:
            found = f"={formula}"
            kind = "amount.outside" if _OUTSIDE.search(formula) else ""
            kind = kind or ("amount.uncalculated" if cell.value is None else "amount.formula")
        if isinstance(cell.value, ErrorValue):
            kind = "amount.error"
        elif isinstance(cell.value, bool):
            kind = "amount.truth"
        if kind:
            self.say(kind, row, col, found)
        return kind in {"", "amount.formula"}


def is_display(text: str, amount: int) -> bool:
    """Tell whether a text is how a narrow column shows an amount: `1,5E+08`.

    That is the amount rounded to the digits that are written.
    """
    found = _POWER.fullmatch(tidy_spaces(text))
    if not found:
        return False
    digits = found["whole"] + (found["decimals"] or "")
    written = Decimal(f"{digits}E{int(found['ten']) - len(digits) + 1}")
    return Context(prec=len(digits), rounding=ROUND_HALF_UP).plus(Decimal(amount)) == written


def _number(cell: OpenedCell) -> tuple[int | None, str]:
    """Return the whole francs of a number, and the kind of what is worth saying of it."""
    value: Value = cell.value
    if value is None or not isinstance(value, int | float):
        return None, ""
    kind = _told_of(value, cell.look.number_format)
    return (None if kind and kind != "amount.dated" else int(value)), kind


def _told_of(value: float, number_format: str) -> str:
    """Return the kind of what is worth saying of a number under a format, "" for nothing."""
    if not math.isfinite(value) or abs(value) > MAX_AMOUNT:
        return "amount.large"
    dated = value != 0 and is_date(number_format)
    if dated and abs(value) < LAST_SERIAL:
        return "amount.date"
    if value and "%" in _NOT_PATTERN.sub("", number_format):
        return "amount.percent"
    if value != int(value):
        return "amount.decimal"
    if value < 0:
        return "amount.negative"
    return "amount.dated" if dated else ""


def formula_of(cell: OpenedCell) -> str | None:
    """Return the formula of a cell, None for a constant; a table of data writes none down."""
    return "TABLE()" if cell.kind == "table" and cell.formula is None else cell.formula


def as_text(cell: OpenedCell) -> str:
    """Return what a cell's value is as a text: digits as typed, a date as it is written."""
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return shown(cell)
    if 0 < value < LAST_SERIAL and is_date(cell.look.number_format):
        return f"{DAY_ZERO + timedelta(days=int(value)):%d/%m/%Y}"
    return str(value) if isinstance(value, int) else shown(cell)


def is_date(number_format: str) -> bool:
    """Tell whether a number format shows a date or a time."""
    pattern = _NOT_PATTERN.sub("", number_format)
    return pattern not in {"General", "Standard"} and bool(_DATE.search(pattern))


def shown(cell: OpenedCell) -> str:
    """Return what a cell's value is, as a person reads it."""
    return shown_value(cell.value, cell.look.number_format)
