"""What lies over the cells: validations and conditional formats, old and extended, and links."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.reader.areas import parse_areas, parse_cell
from generator.reader.frame import Frame
from generator.reader.looks import Overlay, Styles, read_overlay
from generator.reader.opened import OpenedHighlight, OpenedLink, OpenedValidation
from generator.reader.package import followed
from generator.reader.values import MAIN, is_true, plain_text

EXTENDED = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
_AREAS = "zones de validation ou de mise en forme"
_EXCEL = "{http://schemas.microsoft.com/office/excel/2006/main}"


def take_validations(frame: Frame, element: Element) -> None:
    """Note the validations below an element; Excel puts some among the extensions."""
    for validation in _read_validations(element):
        frame.limits.take(_AREAS, len(validation.areas))
        frame.validations.append(validation)


def take_highlights(frame: Frame, element: Element) -> None:
    """Note the conditional formats of an element, or of the extensions below it."""
    for highlight in _read_highlights(element, frame.styles):
        frame.limits.take(_AREAS, len(highlight.areas))
        frame.highlights.append(highlight)


def take_extensions(frame: Frame, element: Element) -> None:
    """Note what Excel puts among the extensions because it leads to another sheet."""
    take_validations(frame, element)
    take_highlights(frame, element)


def take_links(frame: Frame, element: Element) -> None:
    """Note the links; one that lies over several cells stands in the first."""
    for item in element.iter(f"{MAIN}hyperlink"):
        relation = followed(frame.relations, item)
        outside = "" if relation is None else relation.target
        inside = plain_text(item.get("location"))
        if outside.startswith("#"):
            inside, outside = outside[1:], ""
        elif outside and inside:
            inside, outside = "", f"{outside}#{inside}"
        frame.limits.take("liens", 1)
        frame.links.append(OpenedLink(parse_cell(item.get("ref", "")), inside, outside))


def _read_validations(element: Element) -> Iterator[OpenedValidation]:
    for space in (MAIN, EXTENDED):
        for item in element.iter(f"{space}dataValidation"):
            yield OpenedValidation(
                areas=parse_areas(_where(item)),
                kind=item.get("type", "none"),
                first=_formula(item, f"{space}formula1"),
                second=_formula(item, f"{space}formula2"),
                prompt_title=plain_text(item.get("promptTitle")),
                prompt=plain_text(item.get("prompt")),
                error_title=plain_text(item.get("errorTitle")),
                error=plain_text(item.get("error")),
                stops=is_true(item.get("showErrorMessage"))
                and item.get("errorStyle", "stop") == "stop",
            )


def _read_highlights(element: Element, styles: Styles) -> Iterator[OpenedHighlight]:
    for space in (MAIN, EXTENDED):
        for group in element.iter(f"{space}conditionalFormatting"):
            areas = parse_areas(_where(group))
            for rule in group.findall(f"{space}cfRule"):
                formulas = (item.text or "" for item in rule.findall(_formula_tag(space)))
                overlay = _overlay(rule, styles)
                yield OpenedHighlight(areas, rule.get("type", ""), tuple(formulas), *overlay)


def _formula_tag(space: str) -> str:
    return f"{MAIN}formula" if space == MAIN else f"{_EXCEL}f"


def _overlay(rule: Element, styles: Styles) -> Overlay:
    """Return what the rule lays over: a format of the file by its number, or one of its own."""
    own = rule.find(f"{EXTENDED}dxf")
    if own is not None:
        return read_overlay(own, styles.colours)
    number = int(rule.get("dxfId", "-1"))
    return styles.overlays[number] if 0 <= number < len(styles.overlays) else Overlay()


def _where(item: Element) -> str:
    """Return the areas of an item, which extensions write in an element."""
    return item.get("sqref") or item.findtext(f"{_EXCEL}sqref") or ""


def _formula(item: Element, tag: str) -> str:
    found = item.find(tag)
    if found is None:
        return ""
    return found.findtext(f"{_EXCEL}f") or found.text or ""
