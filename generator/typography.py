"""French typography for our own sentences: spaces that do not break before signs and in figures.

Never for the texts of the plan's matrix, which stand as printed.
"""

from __future__ import annotations

import re

_BEFORE = re.compile(r" (?=[:;!?»%])")
_AFTER = re.compile(r"(?<=«) ")
_FIGURES = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_NO_BREAK = "\u00a0"


def polish(text: str) -> str:
    """Return the sentence with no-break spaces where French typography wants one."""
    for place in (_BEFORE, _AFTER, _FIGURES):
        text = place.sub(_NO_BREAK, text)
    return text
