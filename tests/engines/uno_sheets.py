"""The sheets of an open document, over UNO: what is in their cells, and the edits of a script.

Runs under the system's Python, as `uno_worker` does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import uno  # first: it makes com.sun.star importable
from com.sun.star.container import NoSuchElementException
from com.sun.star.uno import Exception as UnoError

# com.sun.star.sheet.CellFlags and FormulaResult
CONTENT = 1 | 2 | 4 | 16  # numbers, dates, texts, formulas
FORMULA = 16
ERROR = 4

ERROR_NAMES = {
    503: "#NUM!",
    519: "#VALUE!",
    521: "#NULL!",
    524: "#REF!",
    525: "#NAME?",
    532: "#DIV/0!",
    32767: "#N/A",
}

Uno = Any  # an object of the office, which no type describes
Place = tuple[int, int]  # row and column, from 0


class RefusedError(Exception):
    """A user could not do this: the cell is locked, the sheet protected."""


class FailedError(Exception):
    """The request cannot be answered: no such file, no such sheet."""


# Values


def read_sheet(sheet: Uno) -> dict[str, Any]:
    """Return the sheet's values by A1 address; an error as {"error": name}."""
    areas = sheet.queryContentCells(CONTENT).RangeAddresses
    if not areas:
        return {}
    bottom, right = max(area.EndRow for area in areas), max(area.EndColumn for area in areas)
    rows = sheet.getCellRangeByPosition(0, 0, right, bottom).DataArray
    # An error comes as None, and the "" of a formula like a blank cell: both are told apart below.
    values = {
        (row, column): value
        for row, cells in enumerate(rows)
        for column, value in enumerate(cells)
        if value not in ("", None)
    }
    values.update(empty_texts(sheet, rows))
    values.update(booleans(sheet, values))
    values.update(errors(sheet))
    return {a1(place): value for place, value in sorted(values.items())}


def empty_texts(sheet: Uno, rows: Uno) -> Iterator[tuple[Place, str]]:
    """Yield the formulas that give an empty text."""
    for row, column in places(sheet.queryContentCells(FORMULA)):
        if rows[row][column] == "":
            yield (row, column), ""


def booleans(sheet: Uno, values: dict[Place, Any]) -> Iterator[tuple[Place, bool]]:
    """Yield the numbers that show as TRUE or FALSE, which is all LibreOffice knows of booleans."""
    for shown in ("TRUE", "FALSE"):
        for place in shown_at(sheet, shown):
            if isinstance(values.get(place), float):
                yield place, shown == "TRUE"


def errors(sheet: Uno) -> Iterator[tuple[Place, dict[str, str]]]:
    """Yield the error cells with Excel's name for the error, or LibreOffice's number.

    There is no way to ask for many at once: it takes a millisecond a cell.
    """
    for row, column in places(sheet.queryFormulaCells(ERROR)):
        code = sheet.getCellByPosition(column, row).getError()
        yield (row, column), {"error": ERROR_NAMES.get(code, f"Err:{code}")}


def shown_at(sheet: Uno, text: str) -> Iterator[Place]:
    """Yield the cells that show exactly that text."""
    search = sheet.createSearchDescriptor()
    search.SearchType, search.SearchWords, search.SearchString = 1, True, text
    yield from places(sheet.findAll(search))


def places(ranges: Uno) -> Iterator[Place]:
    """Yield every cell of a set of ranges, which is None where a search finds nothing."""
    for area in ranges.RangeAddresses if ranges else ():
        for row in range(area.StartRow, area.EndRow + 1):
            for column in range(area.StartColumn, area.EndColumn + 1):
                yield row, column


def a1(place: Place) -> str:
    """Return the place's A1 address."""
    row, column = place
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


# Edits


def set_cell(sheet: Uno, edit: dict[str, Any]) -> None:
    """Type a number or a text into a cell, or empty it."""
    cell, value = sheet.getCellRangeByName(edit["address"]), edit["value"]
    # UNO writes numbers and texts into locked cells without a word.
    if sheet.isProtected() and cell.CellProtection.IsLocked:
        message = f"{sheet.Name}!{edit['address']} is locked"
        raise RefusedError(message)
    if value is None:
        cell.clearContents(CONTENT)
    elif isinstance(value, str):
        cell.setString(value)
    else:
        cell.setValue(float(value))


def insert_rows(sheet: Uno, edit: dict[str, Any]) -> None:
    """Insert rows as the menu does: references that span the place grow."""
    change_rows(sheet, sheet.Rows.insertByIndex, edit)


def delete_rows(sheet: Uno, edit: dict[str, Any]) -> None:
    """Delete rows as the menu does."""
    change_rows(sheet, sheet.Rows.removeByIndex, edit)


def change_rows(sheet: Uno, change: Callable[[int, int], None], edit: dict[str, Any]) -> None:
    """Insert or delete; on a protected sheet LibreOffice decides, and says no by an exception."""
    try:
        change(edit["row"] - 1, edit["count"])
    except UnoError as error:
        if not sheet.isProtected():
            raise
        message = f"{edit['do']} at row {edit['row']}: {sheet.Name} is protected"
        raise RefusedError(message) from error


def sort_rows(sheet: Uno, edit: dict[str, Any]) -> None:
    """Sort whole rows by a column, as the menu does."""
    if sheet.isProtected():
        message = f"SortRows at row {edit['row']}: {sheet.Name} is protected"
        raise RefusedError(message)
    first, column = edit["row"] - 1, sheet.getCellRangeByName(f"{edit['column']}1")
    last = first + edit["count"] - 1
    area = sheet.getCellRangeByPosition(0, first, sheet.Columns.Count - 1, last)
    key = uno.createUnoStruct("com.sun.star.table.TableSortField")
    key.Field, key.IsAscending = column.RangeAddress.StartColumn, not edit["descending"]
    fields = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    fields.Name = "SortFields"
    fields.Value = uno.Any("[]com.sun.star.table.TableSortField", (key,))
    uno.invoke(area, "sort", ((fields,),))


def unprotect(sheet: Uno, _edit: dict[str, Any]) -> None:
    """Lift the sheet's protection, which must have no password."""
    try:
        sheet.unprotect("")
    except UnoError as error:
        message = f"the protection of {sheet.Name} has a password"
        raise RefusedError(message) from error


def protect(sheet: Uno, _edit: dict[str, Any]) -> None:
    """Protect the sheet without a password."""
    sheet.protect("")


EDITS = {
    "SetCell": set_cell,
    "InsertRows": insert_rows,
    "DeleteRows": delete_rows,
    "SortRows": sort_rows,
    "Unprotect": unprotect,
    "Protect": protect,
}


def apply_edits(document: Uno, edits: list[dict[str, Any]]) -> None:
    """Make the edits one after the other."""
    for edit in edits:
        try:
            sheet = document.Sheets.getByName(edit["sheet"])
        except NoSuchElementException as error:
            message = f"no sheet {edit['sheet']!r}"
            raise FailedError(message) from error
        EDITS[edit["do"]](sheet, edit)
