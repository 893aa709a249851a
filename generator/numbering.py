"""Codes in their order, and those that follow: what reserve rows propose and merged copies get."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

from generator.plan import MAX_CODE, lookup_key

DIGITS = "0123456789"
_PARTS = re.compile(r"([^0-9]*)([0-9]*)")


def natural_order(text: str) -> tuple[tuple[str, int, str], ...]:
    """Return what sorts texts as people count: `I-1.1.5` before `I-1.1.10`."""
    parts = [(word, digits.lstrip("0")) for word, digits in _PARTS.findall(text)]
    return tuple((word, len(number), number) for word, number in parts)


def next_codes(codes: Sequence[str], taken: set[str]) -> Iterator[str]:
    """Yield the free codes that follow `codes`, those of an action in the plan's order.

    They go on from the last one. `taken` holds the codes that are not free, by `sought_code`; each
    that is given joins them.
    """
    prefix = codes[-1].rstrip(DIGITS)
    numbers = [code.removeprefix(prefix) for code in codes]
    last = max([int(text) for text in numbers if text.isdecimal()], default=0)
    for number in count(last + 1):
        code = _numbered(prefix, number)
        if sought_code(code) not in taken:
            taken.add(sought_code(code))
            yield code


def sought_code(code: str) -> str:
    """Return a code as lookups see it: `2` is `N2` there, and case does not count."""
    return lookup_key(code).casefold()


def _numbered(prefix: str, number: int) -> str:
    """Return the prefix with the number, shortened where a code would be too long to be read."""
    return f"{prefix[: MAX_CODE - len(str(number))]}{number}"
