"""The parts of the file: found by name or by relation, and parsed when nothing speaks against."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from generator.reader.refusals import refuse, refusing

LONGEST = 2**20
"""Bytes between two tags, or inside one, beyond which no spreadsheet wrote the part."""

MAX_TAGS = 6_000_000
"""Tags in one part: what they take in memory is many times their size."""

_DECLARED = re.compile(rb"""<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)""")
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ENCODINGS = {b"utf-8", b"utf8", b"us-ascii", b"ascii"}
_TYPES = (b"<!DOCTYPE", b"<!ENTITY")


class Relation(NamedTuple):
    """What a part leads to: the last word of the relation's type, and a part or an address."""

    kind: str
    target: str
    outside: bool


@dataclass(frozen=True, slots=True)
class Package:
    """An archive whose parts are found whatever the case of their names."""

    archive: ZipFile
    _names: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """List the parts."""
        names = {name.casefold(): name for name in self.archive.namelist()}
        object.__setattr__(self, "_names", names)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names.values())

    def __contains__(self, part: str) -> bool:
        return part.casefold() in self._names

    def read(self, part: str) -> bytes:
        """Return a part's content, safe to parse; one that is missing or damaged is refused."""
        if part not in self:
            refuse("missing", part=part or "une partie")
        with refusing("part", part=part):
            data = self.archive.read(self._names[part.casefold()])
        _check_xml(part, data)
        return data

    def parse(self, part: str) -> ET.Element:
        """Return the root of a part; what is no XML is refused."""
        data = self.read(part)
        with refusing("part", part=part):
            return ET.fromstring(data)  # noqa: S314 - `read` lets no entity pass

    def relations(self, part: str = "") -> dict[str, Relation]:
        """Return what a part, or the package, leads to, by the relation's identity."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self:
            return {}
        return {item.get("Id", ""): _relation(item, folder) for item in self.parse(relations)}


def followed(relations: Mapping[str, Relation], item: ET.Element) -> Relation | None:
    """Return what an element's `r:id` leads to, None without one; one that is lost is refused."""
    identity = item.get(_RELATION_ID)
    if identity is None:
        return None
    if identity not in relations:
        refuse("relation", identity=identity)
    return relations[identity]


def find_relation(relations: Mapping[str, Relation], kind: str) -> str | None:
    """Return the part that the first relation of a kind leads to, None without one."""
    inside = (item.target for item in relations.values() if item.kind == kind and not item.outside)
    return next(inside, None)


def _relation(item: ET.Element, folder: str) -> Relation:
    """Return a relation; its target may be absolute, or relative to the part's folder."""
    kind = posixpath.basename(item.get("Type", ""))
    target = item.get("Target", "")
    if item.get("TargetMode") == "External" or target.startswith("#"):
        return Relation(kind, target, outside=True)
    place = posixpath.normpath(posixpath.join("/", folder, target))
    return Relation(kind, place.lstrip("/"), outside=False)


def _check_xml(part: str, data: bytes) -> None:
    """Refuse what a parser could choke on: entities, strange encodings, endless tokens."""
    found = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    if (found and found[1].lower() not in _ENCODINGS) or b"\0" in data:
        refuse("encoding", part=part)
    if any(mark in data for mark in _TYPES):
        refuse("entities", part=part)
    if data.count(b"<") > MAX_TAGS:
        refuse("bomb", part=part)
    place = 0
    while place + LONGEST < len(data):
        place = data.rfind(b"<", place + 1, place + LONGEST)
        if place < 0:
            refuse("bomb", part=part)
