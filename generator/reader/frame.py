"""What stands around the cells of a sheet: columns, panes, protection, print, merges, filter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from xml.etree.ElementTree import Element

from generator.model.addresses import MAX_COLUMNS as MODEL_COLUMNS
from generator.reader.areas import parse_area, parse_cell
from generator.reader.limits import Limits
from generator.reader.looks import Styles
from generator.reader.opened import (
    CellAddress,
    OpenedHighlight,
    OpenedLink,
    OpenedValidation,
    Rectangle,
)
from generator.reader.package import Relation, followed
from generator.reader.values import MAIN, is_true, plain_text

LOCKS = MappingProxyType(
    {
        "objects": False,
        "scenarios": False,
        "formatCells": True,
        "formatColumns": True,
        "formatRows": True,
        "insertColumns": True,
        "insertRows": True,
        "insertHyperlinks": True,
        "deleteColumns": True,
        "deleteRows": True,
        "selectLockedCells": False,
        "sort": True,
        "autoFilter": True,
        "pivotTables": True,
        "selectUnlockedCells": False,
    }
)
"""What protection locks where the file does not say, by the file's words."""

_PASSWORDS = ("password", "hashValue")


@dataclass(slots=True)
class Frame:
    """A sheet's surroundings while they are being read; the fields are those of `OpenedSheet`.

    `filtered` is the area of a filter that hides rows, None without one; `page` holds the file's
    own words, and `fits` tells whether the sheet fits to pages at all.
    """

    styles: Styles
    limits: Limits
    relations: Mapping[str, Relation]
    widths: dict[int, float] = field(default_factory=dict)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Rectangle] = field(default_factory=list)
    frozen: CellAddress | None = None
    protection: dict[str, bool] | None = None
    fits: bool = False
    page: dict[str, str] = field(default_factory=dict)
    footer: str = ""
    validations: list[OpenedValidation] = field(default_factory=list)
    highlights: list[OpenedHighlight] = field(default_factory=list)
    links: list[OpenedLink] = field(default_factory=list)
    drawing: str = ""
    filtered: Rectangle | None = None


def take_properties(frame: Frame, element: Element) -> None:
    """Note whether the sheet fits to pages."""
    found = element.find(f"{MAIN}pageSetUpPr")
    frame.fits = found is not None and is_true(found.get("fitToPage"))


def take_columns(frame: Frame, element: Element) -> None:
    """Note hidden columns and widths other than the usual, as far as the model has columns."""
    spans = element.findall(f"{MAIN}col")
    frame.limits.take("colonnes décrites", len(spans))
    for span in spans:
        first, last = int(span.get("min", "1")) - 1, int(span.get("max", "1")) - 1
        columns = range(max(first, 0), min(last + 1, MODEL_COLUMNS))
        if is_true(span.get("customWidth")):
            frame.widths.update(dict.fromkeys(columns, float(span.get("width", "0"))))
        if is_true(span.get("hidden")):
            frame.hidden_columns.update(columns)


def take_views(frame: Frame, element: Element) -> None:
    """Note the first cell that scrolls, where the first view is frozen."""
    view = element.find(f"{MAIN}sheetView")
    pane = None if view is None else view.find(f"{MAIN}pane")
    if view is None or pane is None or pane.get("state") not in {"frozen", "frozenSplit"}:
        return
    top, left = parse_cell(view.get("topLeftCell", "A1"))
    rows, columns = (int(float(pane.get(name, "0"))) for name in ("ySplit", "xSplit"))
    frame.frozen = top + rows, left + columns


def take_protection(frame: Frame, element: Element) -> None:
    """Note what is allowed, where the sheet is protected."""
    if not is_true(element.get("sheet")):
        return
    frame.protection = {
        word: not is_true(element.get(word), default=locked) for word, locked in LOCKS.items()
    }
    if any(element.get(name) for name in _PASSWORDS):
        frame.protection["password"] = True


def take_merges(frame: Frame, element: Element) -> None:
    """Note the merged areas."""
    found = element.findall(f"{MAIN}mergeCell")
    frame.limits.take("cellules fusionnées", len(found))
    frame.merged += [parse_area(item.get("ref", "")) for item in found]


def take_filter(frame: Frame, element: Element) -> None:
    """Note the area of a filter that has criteria."""
    if len(element) and element.get("ref"):
        frame.filtered = parse_area(element.get("ref", ""))


def take_page(frame: Frame, element: Element) -> None:
    """Note paper, orientation and pages."""
    frame.page = dict(element.attrib)


def take_drawing(frame: Frame, element: Element) -> None:
    """Note the part in which charts and pictures are."""
    relation = followed(frame.relations, element)
    frame.drawing = "" if relation is None else relation.target


def take_footer(frame: Frame, element: Element) -> None:
    """Note the footer of odd pages."""
    frame.footer = plain_text(element.findtext(f"{MAIN}oddFooter"))
