"""How French a text reads: how many of its signs beyond ASCII stand where French puts them.

Bytes read in another encoding than their own give letters and signs where French has none:
`RÈaliser`, `co–t`, `motá:`. Where two readings of a sign are both seen, as `…` and `à` between
blanks, both count, so that the doubt shows.
"""

from __future__ import annotations

import re

_UPPER = "A-ZÀ-ÖØ-ÞŒ"
_LOWER = "a-zà-öø-ÿœ"
_LETTER = _UPPER + _LOWER
_CAPITAL = f"(?<![{_LOWER}0-9])(?!(?<=[{_UPPER}]).[{_LOWER}])"
"""A capital stands first, or among capitals."""

_SMALL = f"(?<![{_UPPER}]{{2}})(?![{_LOWER}][{_UPPER}])"
"""A small letter stands in no word of capitals."""

_PLACES = (
    f"{_SMALL}é",
    f"{_SMALL}[èêîœ](?=[{_LOWER}])",
    f"{_SMALL}(?:ô|(?<=[{_LETTER}])û)",
    f"{_SMALL}à(?![{_LOWER}])",
    f"{_SMALL}(?:(?<=[{_LETTER}])â(?=[{_LOWER}])|â(?=g|me|pre))",
    f"{_SMALL}ç(?=[aouâôû])",
    "(?<=[oO])ù",
    f"(?<=[aouAOU])[ëï](?![{_UPPER}])",
    f"{_CAPITAL}É",
    f"{_CAPITAL}[ÊÔÎŒ](?=[{_LETTER}])",
    f"{_CAPITAL}(?:È(?=[{_UPPER}])|(?<=[{_UPPER}])Û)",
    f"{_CAPITAL}(?:À(?![{_LOWER}])|(?<=[{_UPPER}])Â(?=[{_UPPER}]))",
    f"{_CAPITAL}Ç(?=[aouAOU])",
    "(?<=O)Ù",
    "(?<=[AOU])[ËÏ]",
    f"(?<=[{_LETTER}])’",
    f"(?<![{_LETTER}])[‘«“–—•](?![–—•])",
    f"[»”…·](?![{_LETTER}])",
    f"(?<=[nN0-9])°|(?<=[mk])[²³]|(?<![{_LETTER}])[€½](?![{_LETTER}])|[\u00a0§]",
)
_FRENCH = re.compile(f"(?=[^\\x00-\\x7f])(?:{'|'.join(_PLACES)})")
_BEYOND = re.compile(r"[^\x00-\x7f]")


def count_french(text: str) -> int:
    """Return how many of the text's signs beyond ASCII stand where French puts them."""
    return len(_FRENCH.findall(text))


def has_french(text: str) -> bool:
    """Tell whether any does."""
    return _FRENCH.search(text) is not None


def is_french(text: str) -> bool:
    """Tell whether all of the text's signs beyond ASCII do."""
    return count_french(text) == len(_BEYOND.findall(text))
