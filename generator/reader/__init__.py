"""Workbooks that come back: what any copy holds, whatever program saved it.

The file is read with the standard library alone, each part once. What stands in the way of reading
is an exception with the file's path and the remedy; nothing is written, followed or run.
"""

from __future__ import annotations

from pathlib import Path

from generator.errors import WorkbookRefusedError
from generator.reader.about import (
    NOTES,
    find_extras,
    read_application,
    read_custom,
    read_properties,
)
from generator.reader.book import (
    find_workbook,
    is_built_in,
    list_sheets,
    parse_workbook,
    read_names,
)
from generator.reader.gate import open_archive
from generator.reader.limits import Limits
from generator.reader.looks import Styles, read_styles
from generator.reader.opened import OpenedWorkbook
from generator.reader.package import Package, Relation, find_relation
from generator.reader.refusals import DAMAGE, REFUSALS, RefusalError
from generator.reader.sheet import Setting, read_sheet
from generator.reader.texts import read_texts

__all__ = ["open_workbook"]


def open_workbook(path: Path) -> OpenedWorkbook:
    """Return what the workbook holds, read once from end to end.

    Raises `WorkbookRefusedError` for what is no workbook, is damaged, or is dangerous to read.
    """
    try:
        with open_archive(path) as archive:
            return _read_workbook(Package(archive), path.name)
    except RefusalError as refusal:
        raise WorkbookRefusedError(path, refusal.reason, refusal.remedy) from refusal
    except DAMAGE as error:
        raise WorkbookRefusedError(path, *REFUSALS["damaged"]) from error


def _read_workbook(package: Package, file: str) -> OpenedWorkbook:
    root, limits = package.relations(), Limits()
    part = find_workbook(package, root)
    book = parse_workbook(package, part)
    relations = package.relations(part)
    sheets = list_sheets(package, book, relations)
    limits.take("feuilles", len(sheets))
    names = read_names(book, sheets)
    texts = read_texts(package, relations, limits)
    setting = Setting(package, limits, texts, _styles(package, relations), names)
    extras = find_extras(package)
    return OpenedWorkbook(
        file=file,
        application=read_application(package, root),
        sheets=tuple(read_sheet(setting, entry) for entry in sheets),
        names=tuple(name for name in names if not is_built_in(name)),
        properties=read_properties(package, root),
        custom=read_custom(package, root),
        extras=extras,
        notes=tuple(NOTES[extra] for extra in sorted(extras)),
    )


def _styles(package: Package, relations: dict[str, Relation]) -> Styles:
    """Return the styles of the file, its theme's colours worked in."""
    parts = (find_relation(relations, kind) for kind in ("styles", "theme"))
    return read_styles(*(None if part is None else package.parse(part) for part in parts))
