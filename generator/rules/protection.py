"""How sheets are protected: without a password, and so that officers can work (rule 9)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import CellFinding
from generator.reader.opened import OpenedWorkbook
from generator.rules.layout import saved_by_excel
from generator.rules.texts import fault

ALLOWED = ("selectLockedCells", "selectUnlockedCells", "autoFilter", "formatColumns", "formatRows")
FORBIDDEN = ("insertRows", "insertColumns", "deleteRows", "deleteColumns", "sort")
PASSWORD = "password"  # noqa: S105 - the word of the record


def find_unprotected(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield sheets that are not protected: an officer who inserts rows unprotects first."""
    for sheet in workbook.sheets:
        if sheet.protection is None:
            yield fault("R09.unprotected", sheet.name)


def find_passwords(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield sheets that nobody can unprotect without a password."""
    for sheet in workbook.sheets:
        if sheet.protection and sheet.protection.get(PASSWORD):
            yield fault("R09.password", sheet.name)


def find_odd_rights(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield what a protection allows or forbids otherwise; other programs keep less of it."""
    for sheet in workbook.sheets if saved_by_excel(workbook) else ():
        if sheet.protection is None:
            continue
        lost = [right for right in ALLOWED if not sheet.protection.get(right, False)]
        lost += [right for right in FORBIDDEN if sheet.protection.get(right, False)]
        if lost:
            yield fault("R09.allowed", sheet.name, None, ", ".join(lost))
