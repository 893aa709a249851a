"""The base of *PTA* in a copy: the quarters that it was made with, by activity and year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.labels import Words
from generator.plan import Quarters
from generator.reader.opened import OpenedSheet, OpenedWorkbook
from generator.recovery.table import TitledSheet, best_header, read_titled
from generator.sheets.common import WORK_PLAN
from generator.sheets.workplan import QUARTERS, base_col


def read_quarters(
    workbook: OpenedWorkbook, words: Words, years: Sequence[int]
) -> dict[tuple[str, int], Quarters]:
    """Return the quarters of the base by code and year; a blank is None, a blank row is left out.

    None at all where the workbook has no work plan.
    """
    sheet = next((sheet for sheet in workbook.sheets if sheet.name == WORK_PLAN), None)
    found = {}
    for year, table in bases_of(sheet, words, years) if sheet else ():
        for row in table.rows:
            quarters = base_quarters(table, row, year)
            if (code := table.text(row, "key")) and any(own is not None for own in quarters):
                found[code, year] = quarters
    return found


def bases_of(
    sheet: OpenedSheet, words: Words, years: Sequence[int]
) -> Iterator[tuple[int, TitledSheet]]:
    """Yield the years that have a base on the sheet, each with the sheet under their titles."""
    for year in years:
        if table := read_titled(sheet, _titles(words, year) | {"key": words("pta.key")}):
            yield year, table


def lost_quarters(
    sheet: OpenedSheet, words: Words, years: Sequence[int], made: int
) -> tuple[str, ...]:
    """Return the titles that the base lost: the year that the sheet was made with has all four."""
    titles = {year: _titles(words, year) for year in years}
    shown = best_header(
        sheet, {key: title for own in titles.values() for key, title in own.items()}
    )[1]
    return tuple(
        title
        for year, own in titles.items()
        for key, title in own.items()
        if key not in shown and (year == made or shown.keys() & own.keys())
    )


def _titles(words: Words, year: int) -> dict[str, str]:
    """Return the titles of the base of a year, by column."""
    return {base_col(year, key): words("pta.base", quarter=key[1:], year=year) for key in QUARTERS}


def base_quarters(table: TitledSheet, row: int, year: int) -> Quarters:
    """Return the quarters of a year that a row was made with."""
    first, second, third, fourth = (table.amount(row, base_col(year, key)) for key in QUARTERS)
    return first, second, third, fourth
