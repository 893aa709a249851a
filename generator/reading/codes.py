"""Codes: what one may be made of, and which codes a spreadsheet takes for one another."""

from __future__ import annotations

import re
import unicodedata

from generator.plan import MAX_CODE, lookup_key
from generator.texts import Fault, show_text

_PLAIN = re.compile(r"(?:[A-Za-z]{1,2}|[IVXLC]+)[0-9]*(?:[-.][0-9]+)*", re.ASCII)
"""What most codes look like, and no date does: letters, then numbers."""

_SIGNS = frozenset("0123456789.-_ ")
_MONTHS = (
    ("janv", "jan", "january", "janvier"),
    ("févr", "fév", "fevr", "feb", "february", "février"),
    ("mars", "mar", "march"),
    ("avr", "apr", "april", "avril"),
    ("mai", "may"),
    ("juin", "jun", "june"),
    ("juil", "jul", "july", "juillet"),
    ("août", "aout", "aug", "august"),
    ("sept", "sep", "september", "septembre"),
    ("oct", "october", "octobre"),
    ("nov", "november", "novembre"),
    ("déc", "dec", "december", "décembre"),
)
_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_ISO = re.compile(r"[0-9]{2}([0-9]{2})-([0-9]{1,2})-([0-9]{1,2})")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/[0-9]{2}([0-9]{2})")
_WORDED = re.compile(r"([0-9]{1,2})[-. ]([^\W\d_]+)\.?(?:[-. ](?:[0-9]{2})?([0-9]{2}))?")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?[-. ](?:[0-9]{2})?([0-9]{2})")


def find_code_fault(code: str) -> Fault | None:
    """Return why a text cannot be a code, or None."""
    if _PLAIN.fullmatch(code) and len(code) <= MAX_CODE:
        return None
    if likely := _before_date(code):
        return "code.date", {"likely": likely}
    if len(code) > MAX_CODE:
        return "code.long", {"limit": MAX_CODE}
    for place, char in enumerate(code, 1):
        if not char.isalpha() and char not in _SIGNS:
            shown = show_text(char) if not char.isspace() else f"U+{ord(char):04X}"
            return "code.syntax", {"character": shown, "position": place}
    return None


def find_activity_code_fault(code: str) -> Fault | None:
    """Return why a text cannot be the code of an activity, or None."""
    return find_code_fault(code) or (None if has_number(code) else ("code.number", {}))


def has_number(code: str) -> bool:
    """Tell whether a code has a digit, from which reserve rows count on."""
    return any(char in "0123456789" for char in code)


def is_safe_criterion(text: str) -> bool:
    """Tell whether SUMIF takes the text for itself: no number, date, comparison or escape."""
    return lookup_key(text) == text and "~" not in text and _before_date(text) is None


def alike_key(code: str) -> str:
    """Return what spreadsheets compare: letters without case or width, numbers made lookup keys."""
    return unicodedata.normalize("NFKC", lookup_key(code)).casefold()


def _before_date(code: str) -> str | None:
    """Return the code that a spreadsheet likely turned into this date; None where it is no date."""
    if found := _ISO.fullmatch(code):
        year, month, day = found.groups()
        return _joined(day, month, year)
    if found := _SLASHED.fullmatch(code):
        return _joined(*found.groups())
    if found := _WORDED.fullmatch(code):
        day, month, year = found.groups()
        number = _NUMBERS.get(month.casefold())
        return _joined(day, str(number), *([year] if year else [])) if number else None
    if found := _MONTH_FIRST.fullmatch(code):
        number = _NUMBERS.get(found[1].casefold())
        return _joined(str(number), found[2]) if number else None
    return None


def _joined(*parts: str) -> str:
    return ".".join(str(int(part)) for part in parts)
