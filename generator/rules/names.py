"""Defined names, links and properties (rule 20)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import CellFinding
from generator.reader.opened import OpenedName, OpenedWorkbook
from generator.rules.layout import COVER, PARAMETERS, find_sheet, text_of
from generator.rules.texts import fault
from generator.rules.tokens import parse, sheet_of

REQUIRED = (
    "Part_Etat", "Base_Totaux", "Total_Plan", "Total_Etat", "Total_Partenaires", "Ecarts_Inclus",
    "Marque_PM", "Controle_General",
)  # fmt: skip
MANY = 20
BUILT_IN = ("_XLNM.", "_XLFN.", "_FILTERDATABASE", "PRINT_AREA", "PRINT_TITLES")
PEOPLE = ("creator", "lastModifiedBy", "manager")
_PATH = re.compile(r"[A-Za-z]:\\|\\\\|file:|/(?:home|Users|tmp|mnt)/")


def own_names(workbook: OpenedWorkbook) -> list[OpenedName]:
    """Return the names that people see: print areas and filters are the program's own."""
    return [n for n in workbook.names if not n.name.upper().startswith(BUILT_IN) and not n.hidden]


def find_missing_names(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the names of the contract that are gone, or that stand for no cell of the workbook."""
    found = {name.name.upper() for name in own_names(workbook) if parse(name.text).references}
    for name in REQUIRED:
        if name.upper() not in found:
            yield fault("R20.required", expected=name)


def find_odd_names(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield names that are not one absolute cell or range, of the whole workbook, in ASCII."""
    for name in own_names(workbook):
        formula = parse(name.text)
        single = len(formula.parts) == 1 and len(formula.references) == 1
        absolute = single and all(formula.references[0].fixed) and formula.references[0].sheet
        if not absolute or name.sheet or not name.name.isascii():
            yield fault("R20.name", name.sheet, None, f"{name.name} = {name.text}")


def find_unlisted_names(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield names that *Paramètres* does not list."""
    sheet = find_sheet(workbook, PARAMETERS)
    listed = {text_of(cell) for cell in sheet.cells.values()} if sheet else set()
    for name in own_names(workbook) if sheet else ():
        if name.name not in listed:
            yield fault("R20.listed", PARAMETERS, None, name.name)


def find_many_names(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield once where there are more than 20 names."""
    count = len(own_names(workbook))
    if count > MANY:
        yield fault("R20.many", found=count, expected=f"{MANY} au plus")


def find_missing_links(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield sheets to which the cover has no link, and those without a way back."""
    cover = find_sheet(workbook, COVER)
    if cover is None:
        return
    index = {sheet_of(link.inside.lstrip("#")) for link in cover.links}
    for sheet in workbook.sheets:
        back = {sheet_of(link.inside.lstrip("#")) for link in sheet.links}
        if sheet.name != COVER and (sheet.name not in index or COVER not in back):
            yield fault("R20.links", sheet.name)


def find_poor_properties(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield properties without a title, and those that name a person or a path."""
    if not workbook.properties.get("title", "").strip():
        yield fault("R20.properties", expected="un titre")
    for key, text in (*workbook.properties.items(), *workbook.custom.items()):
        if (key in PEOPLE and text.strip()) or _PATH.search(text):
            yield fault("R20.properties", found=f"{key} : {text}")
