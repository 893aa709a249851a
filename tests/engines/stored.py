"""The values stored in an .xlsx, read from its XML: what a reader that does not calculate sees."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from tests.engines.values import CellError, Sheets, Value

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
WORKBOOK = "xl/workbook.xml"


def stored_values(path: Path) -> Sheets:
    """Return the stored value of every cell that is not blank; a formula without one is absent."""
    with ZipFile(path) as archive:
        texts = _shared_texts(archive)
        return {
            sheet: dict(_cell_values(root, texts)) for sheet, root in _sheet_roots(archive).items()
        }


def formula_cells(path: Path) -> dict[str, set[str]]:
    """Return the addresses of the formulas of each sheet."""
    with ZipFile(path) as archive:
        return {
            sheet: {cell.attrib["r"] for cell in _cells(root) if cell.find(f"{MAIN}f") is not None}
            for sheet, root in _sheet_roots(archive).items()
        }


def filled_cells(path: Path) -> dict[str, list[str]]:
    """Return the addresses of the cells of each sheet that hold a value or a formula."""
    with ZipFile(path) as archive:
        return {
            sheet: [cell.attrib["r"] for cell in _cells(root) if len(cell)]
            for sheet, root in _sheet_roots(archive).items()
        }


def _sheet_roots(archive: ZipFile) -> dict[str, ET.Element]:
    """Return the root element of each worksheet by sheet name, in the workbook's order."""
    relations = ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {relation.attrib["Id"]: relation.attrib["Target"] for relation in relations}
    workbook = ET.fromstring(archive.read(WORKBOOK))
    return {
        sheet.attrib["name"]: ET.fromstring(archive.read(_part(targets[sheet.attrib[RELATION_ID]])))
        for sheet in workbook.iterfind(f"{MAIN}sheets/{MAIN}sheet")
    }


def _part(target: str) -> str:
    """Return the archive name of a relation's target, which is absolute or relative to xl/."""
    return posixpath.join("/xl", target).removeprefix("/")


def _shared_texts(archive: ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    root = ET.fromstring(archive.read("xl/sharedStrings.xml"))
    return [_text(item) for item in root.iterfind(f"{MAIN}si")]


def _text(item: ET.Element) -> str:
    """Return a string item's text: its own, or its runs' one after the other."""
    pieces = item.iterfind(f"{MAIN}t"), item.iterfind(f"{MAIN}r/{MAIN}t")
    return "".join(piece.text or "" for kind in pieces for piece in kind)


def _cells(root: ET.Element) -> Iterator[ET.Element]:
    return root.iterfind(f"{MAIN}sheetData/{MAIN}row/{MAIN}c")


def _cell_values(root: ET.Element, texts: list[str]) -> Iterator[tuple[str, Value]]:
    for cell in _cells(root):
        value = _value(cell, texts)
        if value is not None:
            yield cell.attrib["r"], value


def _value(cell: ET.Element, texts: list[str]) -> Value | None:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find(f"{MAIN}is")
        return None if inline is None else _text(inline)
    stored = cell.findtext(f"{MAIN}v")
    if stored == "":  # XlsxWriter stores a formula's empty text without its type
        return "" if kind == "str" or cell.find(f"{MAIN}f") is not None else None
    return None if stored is None else _decoded(kind, stored, texts)


def _decoded(kind: str, stored: str, texts: list[str]) -> Value:
    if kind == "s":
        return texts[int(stored)]
    if kind == "b":
        return stored == "1"
    if kind == "e":
        return CellError(stored)
    return stored if kind == "str" else float(stored)
