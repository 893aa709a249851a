"""What a cell stores: raw numbers, texts with their escapes undone, truth values, errors."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from generator.model.values import EXACT, ErrorValue, Value

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

SURE_DIGITS = 15
"""So many digits are a whole number that no program rounds."""

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|-?INF|NaN")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TEXT, _RUN = f"{MAIN}t", f"{MAIN}r"
_TRUE = ("1", "true", "on")
_FALSE = ("0", "false", "off")


def is_true(text: str | None, *, default: bool = False) -> bool:
    """Return the truth value of an attribute, in any of its spellings."""
    return default if text is None else text.strip() in _TRUE


def parse_number(text: str) -> int | float:
    """Return the number, an int where it is whole; what is no number raises `ValueError`."""
    if len(text) <= SURE_DIGITS and text.isascii() and text.isdigit():
        return int(text)
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    number = float(text)
    whole = math.isfinite(number) and abs(number) <= EXACT and number.is_integer()
    return int(number) if whole else number


def plain_text(text: str | None) -> str:
    """Return a stored text with its escapes undone and its line ends as LF."""
    if not text:
        return ""
    if "_x" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return plain_lines(text)


def plain_lines(text: str) -> str:
    """Return the text with its line ends as LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def string_item(item: Element) -> str:
    """Return the text of a string item: its own, or its runs' one after the other."""
    pieces = []
    for child in item:
        if child.tag == _TEXT:
            pieces.append(child.text or "")
        elif child.tag == _RUN:
            pieces.append(child.findtext(_TEXT) or "")
    return plain_text("".join(pieces))


def decode(kind: str, stored: str, texts: Sequence[str]) -> Value:
    """Return the value behind what a cell stores, by the cell's type; a blank is None.

    What the type does not allow raises `ValueError` or `LookupError`.
    """
    if kind == "n":
        return parse_number(stored) if stored and not stored.isspace() else None
    if kind == "s":
        return texts[_index(stored)] if stored else None
    if kind in {"str", "d"}:
        return plain_text(stored)
    if kind == "inlineStr":  # already undone
        return stored
    if kind == "e":
        return ErrorValue(stored.strip())
    if kind == "b" and stored.strip() in _TRUE + _FALSE:
        return stored.strip() in _TRUE
    raise ValueError(kind)


def _index(stored: str) -> int:
    index = int(stored)
    if index < 0:
        raise IndexError(stored)
    return index
