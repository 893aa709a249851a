"""Workbooks as archives of parts: written by hand, or taken apart and put together otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

Parts = dict[str, bytes]
Rewrite = Callable[[Parts], Parts]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
SPACES = f'xmlns="{MAIN}" xmlns:r="{OFFICE}"'

TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def relations(*targets: str) -> str:
    """Return a part of relations, each given as `kind target`; addresses outside hold `://`."""
    items = []
    for number, text in enumerate(targets, 1):
        kind, target = text.split(" ", 1)
        mode = ' TargetMode="External"' if "://" in target else ""
        kind = kind if "://" in kind else f"{OFFICE}/{kind}"
        items.append(f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"{mode}/>')
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(items)}</Relationships>'


def sheet_xml(rows: str = "", before: str = "", after: str = "") -> str:
    """Return a sheet's part: its rows, and what stands before and after them."""
    return f"{HEAD}<worksheet {SPACES}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


def small_parts(sheet: str, **more: str) -> dict[str, str]:
    """Return the parts of a workbook of one sheet, `Feuil1`; `names` are its defined names.

    `strings`, `styles` and `theme` are the parts of those names.
    """
    kinds = {"strings": "sharedStrings", "styles": "styles", "theme": "theme"}
    extra = [(kinds[key], f"{key}.xml") for key in kinds if key in more]
    targets = ["worksheet worksheets/sheet1.xml", *(" ".join(item) for item in extra)]
    sheets = '<sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets>'
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations("officeDocument xl/workbook.xml"),
        "xl/workbook.xml": f"{HEAD}<workbook {SPACES}>{sheets}{more.get('names', '')}</workbook>",
        "xl/_rels/workbook.xml.rels": relations(*targets),
        "xl/worksheets/sheet1.xml": sheet,
        **{f"xl/{key}.xml": more[key] for key in kinds if key in more},
    }


def write_archive(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """Return the path, where the archive of these parts now is."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def read_archive(path: Path) -> Parts:
    """Return the parts of an archive by name."""
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewritten(source: Path, target: Path, rewrite: Rewrite) -> Path:
    """Return the target, where the archive now is with its parts written otherwise."""
    return write_archive(target, rewrite(read_archive(source)))
