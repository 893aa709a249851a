"""The workbook part: which sheets there are, where, and the names that are defined."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, NoReturn
from xml.etree.ElementTree import Element

from generator.reader.opened import OpenedName
from generator.reader.package import Package, Relation, find_relation, followed
from generator.reader.refusals import refuse
from generator.reader.values import MAIN, is_true, plain_text

STRICT = "http://purl.oclc.org/ooxml/"
_BUILT_IN = "_xlnm."
_OFFICE = {"word": "word", "ppt": "slides"}


class Entry(NamedTuple):
    """A sheet of the workbook: its name, its state, its part."""

    name: str
    state: str
    part: str


def find_workbook(package: Package, root: Mapping[str, Relation]) -> str:
    """Return the workbook's part; a file that holds something else is refused."""
    part = find_relation(root, "officeDocument")
    if part is None:
        _refuse_archive(package)
    if part.endswith(".bin"):
        refuse("binary")
    kind = _OFFICE.get(part.partition("/")[0])
    if kind:
        refuse(kind)
    return part


def _refuse_archive(package: Package) -> NoReturn:
    """Refuse an archive that is no Office document, by what it is."""
    if "mimetype" in package and b"opendocument" in package.read("mimetype"):
        refuse("opendocument")
    if "[Content_Types].xml" in package:
        refuse("missing", part="_rels/.rels")
    refuse("archive")


def parse_workbook(package: Package, part: str) -> Element:
    """Return the root of the workbook's part."""
    root = package.parse(part)
    if root.tag.startswith("{" + STRICT):
        refuse("strict")
    if root.tag != f"{MAIN}workbook":
        refuse("part", part=part)
    return root


def list_sheets(package: Package, root: Element, relations: Mapping[str, Relation]) -> list[Entry]:
    """Return the sheets in order; one whose part is missing is refused by its name."""
    entries = []
    for item in root.iterfind(f"{MAIN}sheets/{MAIN}sheet"):
        name = plain_text(item.get("name"))
        relation = followed(relations, item)
        if relation is None or relation.target not in package:
            refuse("sheet", sheet=name)
        entries.append(Entry(name, item.get("state", "visible"), relation.target))
    if not entries:
        refuse("no_sheet")
    return entries


def read_names(root: Element, sheets: list[Entry]) -> tuple[OpenedName, ...]:
    """Return the defined names, those that programs keep for printing and filters among them."""
    names = []
    for item in root.iterfind(f"{MAIN}definedNames/{MAIN}definedName"):
        place = item.get("localSheetId")
        if place is not None and not (place.isdecimal() and int(place) < len(sheets)):
            continue  # left behind by a sheet that is gone
        sheet = "" if place is None else sheets[int(place)].name
        text = plain_text(item.text).strip().removeprefix("=")
        names.append(OpenedName(item.get("name", ""), text, sheet, is_true(item.get("hidden"))))
    return tuple(names)


def is_built_in(name: OpenedName) -> bool:
    """Tell whether a program keeps the name for itself: print areas, repeated rows, filters."""
    return name.name.startswith(_BUILT_IN) or (name.sheet != "" and name.name in _UNMARKED)


_UNMARKED = {"Print_Area", "Print_Titles", "_FilterDatabase"}
"""Names that Gnumeric writes without the mark of built-in names."""


def printed(names: tuple[OpenedName, ...], sheet: str, word: str) -> str:
    """Return the text of a sheet's `Print_Area` or `Print_Titles`, "" without one."""
    for name in names:
        if name.sheet == sheet and name.name.removeprefix(_BUILT_IN) == word:
            return name.text
    return ""
