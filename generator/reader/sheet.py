"""One sheet: its part read once, from end to end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from types import MappingProxyType
from typing import NamedTuple
from xml.etree.ElementTree import Element, iterparse

from generator.reader.book import Entry
from generator.reader.cells import CellReader
from generator.reader.drawings import read_drawings
from generator.reader.frame import (
    Frame,
    take_columns,
    take_drawing,
    take_filter,
    take_footer,
    take_merges,
    take_page,
    take_properties,
    take_protection,
    take_views,
)
from generator.reader.limits import Limits
from generator.reader.looks import Styles
from generator.reader.opened import OpenedDrawing, OpenedName, OpenedSheet
from generator.reader.overlays import (
    take_extensions,
    take_highlights,
    take_links,
    take_validations,
)
from generator.reader.package import Package
from generator.reader.pages import read_page
from generator.reader.refusals import refusing
from generator.reader.values import MAIN

_ROW = f"{MAIN}row"

TAKERS: Mapping[str, Callable[[Frame, Element], None]] = MappingProxyType(
    {
        f"{MAIN}sheetPr": take_properties,
        f"{MAIN}sheetViews": take_views,
        f"{MAIN}cols": take_columns,
        f"{MAIN}sheetProtection": take_protection,
        f"{MAIN}autoFilter": take_filter,
        f"{MAIN}mergeCells": take_merges,
        f"{MAIN}conditionalFormatting": take_highlights,
        f"{MAIN}dataValidations": take_validations,
        f"{MAIN}hyperlinks": take_links,
        f"{MAIN}pageSetup": take_page,
        f"{MAIN}headerFooter": take_footer,
        f"{MAIN}drawing": take_drawing,
        f"{MAIN}extLst": take_extensions,
    }
)
"""Who takes in what stands in the sheet's part beside its rows."""


class Setting(NamedTuple):
    """What the sheets of a workbook share: parts, limits, shared texts, styles, defined names."""

    package: Package
    limits: Limits
    texts: Sequence[str]
    styles: Styles
    names: tuple[OpenedName, ...]


def read_sheet(setting: Setting, entry: Entry) -> OpenedSheet:
    """Return the sheet; what does not hold together is refused."""
    relations = setting.package.relations(entry.part)
    reader = CellReader(entry.name, setting.texts, setting.styles.looks, setting.limits)
    frame = Frame(setting.styles, setting.limits, relations)
    data = setting.package.read(entry.part)
    with refusing("part", part=entry.part):
        root = _read_rows(data, reader)
    _take_surroundings(frame, root, entry.name)
    filtered = _filtered_rows(frame, reader.hidden)
    return OpenedSheet(
        name=entry.name,
        state=entry.state,
        cells=reader.cells,
        merged=tuple(frame.merged),
        hidden_rows=frozenset(reader.hidden - filtered),
        hidden_columns=frozenset(frame.hidden_columns),
        filtered_rows=filtered,
        widths=frame.widths,
        heights=reader.heights,
        frozen=frame.frozen,
        protection=frame.protection,
        validations=tuple(frame.validations),
        highlights=tuple(frame.highlights),
        drawings=_drawings(setting, frame.drawing),
        links=tuple(frame.links),
        page=read_page(frame, setting.names, entry.name),
    )


def _read_rows(data: bytes, reader: CellReader) -> Element:
    """Return the part's root once its rows, which are emptied, are read.

    Whatever else stands in it is small, and is looked at only where it stands directly below the
    root: a saved view has a filter and a print set-up of its own.
    """
    element = Element("none")
    for _, element in iterparse(BytesIO(data)):  # noqa: S314 - the root comes last; `read` lets no entity pass
        if element.tag == _ROW:
            reader.read_row(element)
            element.clear()
    return element


def _take_surroundings(frame: Frame, root: Element, sheet: str) -> None:
    """Note what stands directly below the root; what cannot be understood is refused by name."""
    for element in root:
        take = TAKERS.get(element.tag)
        if take:
            with refusing("around", sheet=sheet, what=element.tag.removeprefix(MAIN)):
                take(frame, element)


def _drawings(setting: Setting, part: str) -> tuple[OpenedDrawing, ...]:
    return tuple(read_drawings(setting.package, part, setting.limits)) if part else ()


def _filtered_rows(frame: Frame, hidden: set[int]) -> frozenset[int]:
    """Return the hidden rows that a filter hides: those below its header."""
    if frame.filtered is None:
        return frozenset()
    first, _, last, _ = frame.filtered
    return frozenset(row for row in hidden if first < row <= last)
