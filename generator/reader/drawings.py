"""Charts and pictures: what they are, and the text for those who do not see them."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.reader.colours import DRAWING
from generator.reader.limits import Limits
from generator.reader.opened import OpenedDrawing
from generator.reader.package import Package, followed
from generator.reader.values import plain_text

SHEET_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_KINDS = {
    f"{SHEET_DRAWING}graphicFrame": "chart",
    f"{SHEET_DRAWING}pic": "picture",
    f"{SHEET_DRAWING}sp": "shape",
}


def read_drawings(package: Package, part: str, limits: Limits) -> Iterator[OpenedDrawing]:
    """Yield the charts, pictures and shapes of a sheet's drawing part."""
    relations = package.relations(part)
    for item in _pieces(package.parse(part)):
        limits.take("dessins", 1)
        about = item.find(f".//{SHEET_DRAWING}cNvPr")
        alternative = "" if about is None else plain_text(about.get("descr"))
        chart = item.find(f".//{CHART}chart")
        relation = None if chart is None else followed(relations, chart)
        title = "" if relation is None else _chart_title(package.parse(relation.target))
        yield OpenedDrawing(_KINDS[item.tag], title, alternative)


def _pieces(element: Element) -> Iterator[Element]:
    """Yield charts, pictures and shapes, without what older programs would show in their stead."""
    waiting = [element]
    while waiting:
        item = waiting.pop()
        if item.tag in _KINDS:
            yield item
        elif item.tag != _FALLBACK:
            waiting += reversed(item)


def _chart_title(root: Element) -> str:
    """Return a chart's title as typed, or as the cell it is taken from stood; "" without one."""
    title = root.find(f"{CHART}chart/{CHART}title")
    if title is None:
        return ""
    lines = [
        "".join(run.text or "" for run in line.iter(f"{DRAWING}t"))
        for line in title.iter(f"{DRAWING}p")
    ]
    return "\n".join(lines) or (title.findtext(f".//{CHART}strCache/{CHART}pt/{CHART}v") or "")
