"""Spoil the stored values of an .xlsx's formulas, so that an engine that keeps them is caught."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

NUMBER, TEXT = "-987654321", "EMPOISONNÉ"

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_CELL = re.compile(r"<c(?P<attributes>\s[^>]*[^>/])>(?P<content>.*?)</c>", re.DOTALL)
_FORMULA = re.compile(r"<f(?:\s[^>]*)?/>|<f(?:\s[^>]*)?>.*?</f>", re.DOTALL)
_VALUE = re.compile(r"<v\s*/>|<v(?:\s[^>]*)?>(?P<value>.*?)</v>", re.DOTALL)
_KIND = re.compile(r'\s+t="(\w+)"')


def poison(source: Path, target: Path) -> int:
    """Return how many formulas got a wrong stored value in `target`; all else is kept byte by byte.

    Numbers become NUMBER, texts TEXT, booleans their opposite. Errors become NUMBER too, since
    LibreOffice recalculates them even where it keeps the rest; so do formulas without a value.
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
    """Return the formula cell's XML with a wrong value."""
    found = _KIND.search(attributes)
    kind = found[1] if found else "n"
    bare = _KIND.sub("", attributes)
    if kind == "b":
        stored = _VALUE.search(content)
        return f'<c{bare} t="b">{formula}<v>{int(not (stored and stored["value"] == "1"))}</v></c>'
    if kind in ("str", "s"):  # "s" is an index into the shared texts
        return f'<c{bare} t="str">{formula}<v>{TEXT}</v></c>'
    return f"<c{bare}>{formula}<v>{NUMBER}</v></c>"
