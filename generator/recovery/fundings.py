"""The register of *Financement* of a copy: the credits and pledges that it was made with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.fundings import FUNDING_STATUSES, Funding
from generator.labels import Words
from generator.plan import Axis
from generator.reader.opened import OpenedSheet, OpenedWorkbook
from generator.recovery.table import TitledSheet
from generator.sheets.common import FINANCING
from generator.sheets.pledges import FIELDS, STATUSES
from generator.texts import comparable


def read_fundings(
    workbook: OpenedWorkbook, words: Words, axes: Sequence[Axis]
) -> tuple[Funding | None, ...]:
    """Return the fundings of the base columns by their rank; None where a row is lost or blank.

    None at all where the workbook has no register.
    """
    sheet = next((sheet for sheet in workbook.sheets if sheet.name == FINANCING), None)
    table = register(sheet, words) if sheet else None
    if table is None:
        return ()
    codes = {axis.sheet: axis.code for axis in axes}
    statuses = dict(zip((words(f"word.{key}") for key in STATUSES), FUNDING_STATUSES, strict=True))
    found = {
        rank: funding
        for row in table.rows
        if (rank := table.amount(row, "rank"))
        and (funding := _funding(table, row, codes, statuses))
    }
    return tuple(found.get(rank) for rank in range(1, max(found, default=0) + 1))


def register(sheet: OpenedSheet, words: Words, *, live: bool = False) -> TitledSheet | None:
    """Return the sheet under the register's own header, wherever it stands.

    Its columns are those of the base, with `live` those where officers type.
    """
    titles = _titles(words, live=live)
    row, columns = _header(sheet, titles)
    return TitledSheet(sheet, row, columns) if len(columns) == len(titles) else None


def lost_fundings(sheet: OpenedSheet, words: Words, *, live: bool = False) -> tuple[str, ...]:
    """Return the titles that the base of the register lost, or with `live` what officers fill.

    Without its ranks no row is known, whatever base is given: they count among the latter.
    """
    titles = _titles(words, live=live)
    columns = _header(sheet, titles)[1]
    lost = [field for field in titles if field not in columns and (live or field != "rank")]
    return tuple(titles[field] for field in lost)


def _titles(words: Words, *, live: bool) -> dict[str, str]:
    """Return the titles of the register's base and ranks by field, or of the live columns."""
    rank = {"rank": words("pledges.rank")}
    if live:
        return rank | {field: words(f"pledges.{field}") for field in FIELDS}
    bases = {field: words("pledges.base", field=words(f"pledges.{field}")) for field in FIELDS}
    return bases | rank


def _header(sheet: OpenedSheet, titles: Mapping[str, str]) -> tuple[int, Mapping[str, int]]:
    """Return the row that shows most of the titles, wherever it stands, and their columns."""
    wanted = {comparable(title): field for field, title in titles.items()}
    by_row: dict[int, dict[str, int]] = {}
    for (row, col), cell in sheet.cells.items():
        field = wanted.get(comparable(str(cell.value)))
        if field:
            by_row.setdefault(row, {}).setdefault(field, col)
    return max(by_row.items(), key=lambda item: len(item[1]), default=(-1, {}))


def _funding(
    table: TitledSheet, row: int, codes: Mapping[str, str], statuses: Mapping[str, str]
) -> Funding | None:
    """Return what a row was made with, None where it was blank."""
    year, amount = table.amount(row, "year"), table.amount(row, "amount")
    status = statuses.get(table.text(row, "status"))
    if year is None or amount is None or status is None:
        return None
    axis = codes.get(table.text(row, "axis"), "")
    reference = table.text(row, "reference")
    return Funding(table.text(row, "funder"), axis, year, amount, status, reference)
