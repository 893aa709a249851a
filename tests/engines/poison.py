"""Spoil the stored value of every formula of an .xlsx, so that an engine that keeps them is caught."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

NUMBER, TEXT, ERROR = "-987654321", "EMPOISONNÉ", "#NULL!"

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_CELL = re.compile(r"<c(?P<attributes>\s[^>]*[^>/])>(?P<content>.*?)</c>", re.DOTALL)
_FORMULA = re.compile(r"<f(?:\s[^>]*)?/>|<f(?:\s[^>]*)?>.*?</f>", re.DOTALL)
_VALUE = re.compile(r"<v\s*/>|<v(?:\s[^>]*)?>(?P<value>.*?)</v>", re.DOTALL)
_KIND = re.compile(r'\bt="(\w+)"')


def poison(source: Path, target: Path) -> int:
    """Return how many formulas got a wrong stored value in `target`; all else is kept byte by byte.

    Numbers become NUMBER, texts TEXT, errors ERROR, booleans their opposite; a formula that
    has no stored value gets NUMBER.
    """
    total = 0
    with ZipFile(source) as before, ZipFile(target, "w", ZIP_DEFLATED) as after:
        for part in before.infolist():
            data = before.read(part)
            if _SHEET.fullmatch(part.filename):
                xml, count = _poison_sheet(data.decode("utf-8"))
                data, total = xml.encode("utf-8"), total + count
            after.writestr(part, data)
    return total


def _poison_sheet(xml: str) -> tuple[str, int]:
    """Return the sheet's XML with its formula cells spoilt, and how many they are."""
    count = 0

    def spoil(cell: re.Match[str]) -> str:
        nonlocal count
        formula = _FORMULA.search(cell["content"])
        if formula is None:
            return cell[0]
        count += 1
        return _poison_cell(cell["attributes"], formula[0], cell["content"])

    return _CELL.sub(spoil, xml), count


def _poison_cell(attributes: str, formula: str, content: str) -> str:
    """Return the formula cell's XML with a wrong value of the same kind."""
    found = _KIND.search(attributes)
    kind = found[1] if found else "n"
    if kind == "s":  # an index into the shared texts: the poison is written in place
        attributes, kind = attributes.replace('t="s"', 't="str"'), "str"
    value = _VALUE.search(content)
    wrong = _wrong_value(kind, (value["value"] if value else None) or "")
    return f"<c{attributes}>{formula}<v>{wrong}</v></c>"


def _wrong_value(kind: str, stored: str) -> str:
    if kind == "b":
        return "0" if stored == "1" else "1"
    return {"str": TEXT, "e": ERROR}.get(kind, NUMBER)
