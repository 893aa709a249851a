"""A TOML file as read: its values, and the line that each of its keys stands on."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.reading.decoding import decode
from generator.reading.encodings import UTF8, Fault

_SECTION = re.compile(r"\s*\[\s*(?P<name>[^\[\]]+?)\s*\]\s*(?:#.*)?")
_KEY = re.compile(r"""\s*(?P<quote>["']?)(?P<name>[^"'=#]+?)(?P=quote)\s*=""")
_PLACE = re.compile(r"at line (\d+)")


class TomlFile(NamedTuple):
    """The values of a file, and the line of each key by (section, key); 0 is a line not found."""

    values: Mapping[str, Any] = MappingProxyType({})
    lines: Mapping[tuple[str, str], int] = MappingProxyType({})

    def line(self, key: str, section: str = "") -> int:
        """Return the line that a key stands on, 0 where it is written in some rarer way."""
        return self.lines.get((section, key), 0)


def parse_toml(content: bytes) -> TomlFile | Fault:
    """Return the values of the file, or why it cannot be read, with the line."""
    read = decode(content, UTF8)
    if isinstance(read, Fault):
        return read
    if read.encoding.codec != UTF8:
        return Fault("encoding.utf16", 1)
    text = read.text
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return _fault(text, str(error))
    return TomlFile(values, _find_lines(text))


def _fault(text: str, message: str) -> Fault:
    """Return the fault with its line: an error that names none is at the end of the file."""
    lines = text.splitlines()
    found = _PLACE.search(message)
    line = int(found[1]) if found else max(1, len(lines))
    return Fault("toml", line, lines[line - 1].strip() if line <= len(lines) else "")


def _find_lines(text: str) -> dict[tuple[str, str], int]:
    section = ""
    found: dict[tuple[str, str], int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if header := _SECTION.fullmatch(line.rstrip("\r")):
            section = header["name"].strip("\"'")
        elif key := _KEY.match(line):
            found.setdefault((section, key["name"].strip()), number)
    return found
