"""Copies as officers make them: cells typed into the written file by openpyxl."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import openpyxl

from tests.engines.edits import Input, SetCell
from tests.workbook.built import Built


def typed_copy(built: Built, target: Path, cells: Iterable[SetCell] = ()) -> Path:
    """Return the copy of a workbook with values typed into some cells; a text stays one."""
    workbook = openpyxl.load_workbook(built.path)
    for edit in cells:
        cell = workbook[edit.sheet][edit.address]
        cell.value = edit.value
        if isinstance(edit.value, str):
            cell.data_type = "s"
    workbook.save(target)
    return target


def at(built: Built, code: str, year: int, value: Input) -> SetCell:
    """Return what an officer types into the year of an activity, or of a reserve row."""
    return SetCell(*built.cell(sheet_of(built, code), code, f"y{year}"), value)


def sheet_of(built: Built, code: str) -> str:
    """Return the sheet that has the row of a key."""
    book = built.computed.book
    sheets = [axis.sheet for axis in built.source.plan.axes]
    return next(name for name in sheets if code in book.sheets[book.sheet_index[name]].row_index)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return the bytes of each file of a folder, what is kept for undoing left out."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
