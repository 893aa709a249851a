"""What Excel would repair or refuse and no validator tells (rule 25)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.errors import CellFinding
from generator.reader.opened import CellAddress, OpenedWorkbook, Rectangle
from generator.rules.formulas import placed_formulas
from generator.rules.texts import fault
from generator.rules.tokens import Formula, is_whole, parse, reference_of, sheet_of
from generator.texts import MAX_TEXT, excel_length

MAX_LIST, MAX_FORMULA, MAX_SHEET_NAME, MAX_NAME = 255, 8192, 31, 255
_NAME = re.compile(r"[^\W\d][\w.]*|\\[\w.]*")
_ADDRESS = re.compile(r"[A-Za-z]{1,3}[0-9]{1,7}|[RrCc]|[Rr][0-9]*[Cc][0-9]*")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
BROKEN = "#REF!"


def find_unreadable(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield formulas that cannot be read to their end."""
    for sheet, cell, text, formula in placed_formulas(workbook):
        if formula.broken:
            yield fault("R25.syntax", sheet.name, cell, text)


def find_broken_references(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield whatever refers to a sheet, a cell or a name that is not there."""
    sheets = frozenset(sheet.name.casefold() for sheet in workbook.sheets)
    names = frozenset(name.name.casefold() for name in workbook.names)
    for sheet, cell, text, formula in placed_formulas(workbook):
        if missing := _missing(sheets, names, formula):
            yield fault("R25.reference", sheet.name, cell, missing, text)
    for name, place, text in _other_formulas(workbook):
        if missing := _missing(sheets, names, parse(text)):
            yield fault("R25.reference", name, place, missing, text)
    for sheet in workbook.sheets:
        for link in sheet.links:
            if (target := sheet_of(link.inside.lstrip("#"))) and target.casefold() not in sheets:
                yield fault("R25.reference", sheet.name, link.cell, link.inside)


def _other_formulas(workbook: OpenedWorkbook) -> Iterator[tuple[str, CellAddress | None, str]]:
    """Yield the formulas of names, validations and conditional formats, with their place."""
    for name in workbook.names:
        yield name.sheet, None, name.text
    for sheet in workbook.sheets:
        for validation in sheet.validations:
            for text in (validation.first, validation.second):
                if text and not text.startswith('"'):
                    yield sheet.name, validation.areas[0][:2], text
        for highlight in sheet.highlights:
            for text in highlight.formulas:
                yield sheet.name, highlight.areas[0][:2], text


def _missing(sheets: frozenset[str], names: frozenset[str], formula: Formula) -> str:
    """Return the first reference of a formula that leads nowhere, "" where all lead somewhere."""
    for part in formula.parts:
        if part.kind != "OPERAND" or part.subtype not in {"RANGE", "ERROR"}:
            continue
        sheet = sheet_of(part.text)
        is_place = reference_of(part) is not None or is_whole(part.text)
        unknown_sheet = sheet and "[" not in sheet and sheet.casefold() not in sheets
        unknown_name = not is_place and not sheet and "[" not in part.text
        if BROKEN in part.text or unknown_sheet:
            return part.text
        if unknown_name and part.subtype == "RANGE" and part.text.casefold() not in names:
            return part.text
    return ""


def find_bad_names(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield names that Excel does not take, and those that stand twice in one place."""
    counted = Counter((name.sheet, name.name.casefold()) for name in workbook.names)
    for name in workbook.names:
        text = name.name
        illegal = not _NAME.fullmatch(text) or _ADDRESS.fullmatch(text) or len(text) > MAX_NAME
        if illegal or counted[name.sheet, text.casefold()] > 1:
            yield fault("R25.name", name.sheet, None, text)


def find_bad_sheet_names(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield names of sheets that Excel does not take, and those that differ by case alone."""
    counted = Counter(sheet.name.casefold() for sheet in workbook.sheets)
    for sheet in workbook.sheets:
        name = sheet.name
        edges = name.startswith("'") or name.endswith("'") or not name.strip()
        illegal = edges or _FORBIDDEN.search(name) or excel_length(name) > MAX_SHEET_NAME
        if illegal or counted[name.casefold()] > 1:
            yield fault("R25.sheet", name, None, name)


def find_long_lists(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield lists of choices, written out, of more than 255 characters."""
    for sheet in workbook.sheets:
        for validation in sheet.validations:
            choices = validation.first.strip('"')
            written_out = validation.kind == "list" and validation.first.startswith('"')
            if written_out and len(choices) > MAX_LIST:
                yield fault("R25.list", sheet.name, validation.areas[0][:2], choices)


def find_overlapping_merges(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield merges that share a cell with another."""
    for sheet in workbook.sheets:
        areas = sorted(sheet.merged)
        for place, area in enumerate(areas):
            if any(_meet(area, other) for other in areas[:place]):
                yield fault("R25.merges", sheet.name, area[:2])


def _meet(one: Rectangle, other: Rectangle) -> bool:
    rows = one[0] <= other[2] and other[0] <= one[2]
    return rows and one[1] <= other[3] and other[1] <= one[3]


def find_overlong(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield texts and formulas that are longer than a cell holds."""
    for sheet in workbook.sheets:
        for cell, opened in sheet.cells.items():
            text, formula = opened.value, opened.formula or ""
            long = isinstance(text, str) and len(text) > MAX_TEXT // 2
            if len(formula) > MAX_FORMULA or (long and excel_length(str(text)) > MAX_TEXT):
                yield fault("R25.length", sheet.name, cell, len(formula) or len(str(text)))
