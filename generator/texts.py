"""Texts as people type them: what counts as a space, what may stand in a cell, what is shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

SPACES = " \t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
"""Every space that may stand between digits or around a code."""

BLANKS = SPACES + "\r\n"
MAX_TEXT, MAX_LINES = 32_767, 254
"""What a cell of Excel holds: UTF-16 units, and lines (253 line breaks)."""

SHOWN, FEW = 60, 6
"""Characters of a text, and names of many, that a message shows."""

Fault = tuple[str, dict[str, object]]
"""A problem's key in `problems.PROBLEMS`, and the fields of its sentence."""

_TO_SPACE = str.maketrans(dict.fromkeys(SPACES, " "))
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "\u02bc": "'"})
_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff"
_MOJIBAKE = (
    r"\ufffd|Ã[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u20ac\u2122"
    r"\u2013\u2014\u2018-\u2022\u2026\u2030\u2039\u203a]|Â[\u00a0-\u00bf]|Å[\u0152\u2019\u201c\u00b8]"
    r"|â€|[√≈][^\s0-9A-Za-z(]|[├┬┼]\S"
)
"""UTF-8 taken for Windows-1252, Mac Roman or CP850."""

_STRANGE = re.compile(f"[{_CONTROL}\ufffdÂÃÅ√≈├┬┼]")
_SUSPECT = re.compile(f"(?P<control>[{_CONTROL}])|(?P<mojibake>{_MOJIBAKE})")


_RISKY = re.compile(r"'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
"""What a spreadsheet that opens a CSV takes for a formula, with apostrophes before it."""


def escaped(text: str) -> str:
    """Return a text with an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{text}" if _RISKY.match(text) else text


def unescaped(text: str) -> str:
    """Return a text without the apostrophe that `escaped` put before it."""
    return text[1:] if text.startswith("'") and _RISKY.match(text) else text


def is_blank(text: str) -> bool:
    """Tell whether the text is empty or made of spaces and line ends."""
    return not text.strip(BLANKS)


def tidy_spaces(text: str) -> str:
    """Return the text with spaces of one kind, and none around it."""
    return text.translate(_TO_SPACE).strip()


def comparable(text: str) -> str:
    """Return what two spellings of one text share: accents, apostrophes and spaces made alike."""
    alike = unicodedata.normalize("NFC", text).translate(_APOSTROPHES).translate(_TO_SPACE)
    return " ".join(alike.split())


def excel_length(text: str) -> int:
    """Return the length as Excel counts it: in UTF-16 units."""
    return len(text) + sum(char > "\uffff" for char in text)


def may_be_strange(text: str) -> bool:
    """Tell, fast, whether a character may be one that no cell holds, or of a bad conversion."""
    return "â€" in text or _STRANGE.search(text) is not None


def find_text_fault(text: str, limit: int = MAX_TEXT) -> Fault | None:
    """Return why a cell cannot hold the text, or shows that it was badly converted; else None."""
    if found := _SUSPECT.search(text):
        if found["control"]:
            return "text.control", {"position": found.start() + 1}
        return "text.mojibake", {"found": found[0], "position": found.start() + 1}
    if len(text) > limit // 2 and excel_length(text) > limit:
        return "text.long", {"limit": show_number(limit), "length": show_number(excel_length(text))}
    if text.count("\n") >= MAX_LINES:
        return "text.lines", {"limit": MAX_LINES}
    return None


def show_some(names: Sequence[str]) -> str:
    """Return names in a row: all of them where they are few, else the first and how many more."""
    shown = list(names)
    if len(shown) > FEW:
        shown[FEW - 1 :] = [f"et {len(shown) - FEW + 1} autres"]
    return ", ".join(shown)


def show_first(text: str, more: int) -> str:
    """Return a text, with how many others there are beside it."""
    return f"{text} (et {more} autre{'s' * (more > 1)})" if more else text


def show_text(text: str, limit: int = SHOWN) -> str:
    """Return the text on one line, cut after `limit` characters, invisible ones spelled out."""
    cut = text if len(text) <= limit else text[:limit] + "…"
    return "".join(char if _is_visible(char) else _spelled(char) for char in cut)


def _is_visible(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cf", "Cn", "Cs", "Zl", "Zp"}


def _spelled(char: str) -> str:
    return "⏎" if char == "\n" else f"[U+{ord(char):04X}]"


def show_number(number: int) -> str:
    """Return the number as a person reads it: `37 500 000`."""
    return f"{number:,}".replace(",", " ")


def show_decimal(number: float) -> str:
    """Return a rate or a share as it is written in French, on the digits that programs keep."""
    return f"{number:.15g}".replace(".", ",")
