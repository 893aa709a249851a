"""The texts of the workbook by key: (French, English), one module for each part of it."""

from __future__ import annotations

from generator.typography import polish
from generator.words import (
    axes,
    bridges,
    checks,
    cover,
    funding,
    officers,
    parameters,
    shared,
    structures,
    totals,
    watched,
    workplan,
)

_PARTS = (
    shared, cover, axes, totals, bridges, checks, watched, parameters, officers, structures,
    funding, workplan,
)  # fmt: skip

TEXTS: dict[str, tuple[str, str]] = {
    key: (polish(french), english)
    for part in _PARTS
    for key, (french, english) in part.TEXTS.items()
}
