"""*Activités* of a copy: which activities the plan has, where, and as they were adopted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.labels import Words
from generator.plan import PM, Amount, Total
from generator.reader.opened import OpenedSheet
from generator.recovery.table import HEADER_ROWS, NotRecoveredError, TitledSheet, need_titled
from generator.rules.tokens import parse
from generator.texts import comparable

PM_WORD = "PM"
COLUMNS = (
    "code", "axis", "objective", "action", "label", "responsible", "partners", "nature",
    "adopted_total", "key", "printed", "note",
)  # fmt: skip
TEXTS = ("label", "responsible", "partners")
NATURES = ("activity", "reserve", "gone")
YEAR = len("2016")


class ListedLine(NamedTuple):
    """A line of the list: its code, its place by keys of lookups, its texts, what was adopted.

    `texts` are label, responsible structure and partners as the list shows them; `adopted` is the
    total and the years, None where the line was not in the adopted plan. `nature` is "" where the
    list does not say it. `link` is the row (sheet, row) of an axis sheet that the line reads.
    """

    row: int
    nature: str
    code: str
    axis: str
    objective: str
    action: str
    printed_code: str
    note: str
    texts: tuple[str, str, str]
    adopted: tuple[Total, tuple[Amount, ...]] | None
    link: tuple[str, int] | None = None


def read_list(sheet: OpenedSheet, words: Words, years: Sequence[int]) -> list[ListedLine]:
    """Return the lines of the list, in order; a list without a header or a line is a failure."""
    titles = {key: words(f"activities.{key}") for key in COLUMNS}
    titles |= {f"a{year}": words("activities.adopted", year=year) for year in years}
    table = need_titled(sheet, titles)
    natures = {words(f"nature.{nature}"): nature for nature in NATURES}
    lines = [
        _read_line(table, row, natures.get(table.text(row, "nature"), ""), years)
        for row in table.rows
        if table.text(row, "nature") in natures or (table.text(row, "key") and _link(table, row))
    ]
    if not any(line.nature == "activity" for line in lines):
        raise NotRecoveredError(sheet.name, "aucune activité dans la liste")
    return lines


def _read_line(table: TitledSheet, row: int, nature: str, years: Sequence[int]) -> ListedLine:
    return ListedLine(
        row,
        nature,
        code=table.text(row, "key"),
        axis=table.text(row, "axis"),
        objective=table.text(row, "objective"),
        action=table.text(row, "action"),
        printed_code=table.text(row, "printed"),
        note=table.text(row, "note"),
        texts=tuple(table.text(row, key) for key in TEXTS),  # type: ignore[arg-type] # three
        adopted=_read_adopted(table, row, years),
        link=_link(table, row),
    )


def _link(table: TitledSheet, row: int) -> tuple[str, int] | None:
    """Return the row of another sheet that a line's code comes from."""
    cell = table.sheet.cells.get((row, table.columns["code"]))
    references = parse(cell.formula).references if cell and cell.formula else ()
    if len(references) != 1 or not references[0].sheet:
        return None
    return references[0].sheet, references[0].area[0]


def _read_adopted(
    table: TitledSheet, row: int, years: Sequence[int]
) -> tuple[Total, tuple[Amount, ...]] | None:
    total = read_total(table, row, "adopted_total")
    if total is None:
        return None
    return total, tuple(table.amount(row, f"a{year}") for year in years)


def read_total(table: TitledSheet, row: int, key: str) -> Total | None:
    """Return a total: whole francs or PM; None for a blank or for what is no total."""
    return PM if table.value(row, key) == PM_WORD else table.amount(row, key)


def years_of(sheet: OpenedSheet, words: Words) -> tuple[int, ...]:
    """Return the years of the list's header, in order; none where it has no header of years.

    Each stands there twice: a title that was typed otherwise leaves the other one.
    """
    by_row: dict[int, set[int]] = {}
    for (row, _), cell in sheet.cells.items():
        text = comparable(str(cell.value)) if row < HEADER_ROWS else ""
        year = text[-YEAR:]
        if len(year) == YEAR and year.isdecimal() and text in {year, _adopted(words, year)}:
            by_row.setdefault(row, set()).add(int(year))
    return tuple(sorted(by_row[min(by_row)])) if by_row else ()


def _adopted(words: Words, year: str) -> str:
    return comparable(words("activities.adopted", year=year))
