"""The texts of the workbook by key: (French, English), one module for each part of it."""

from __future__ import annotations

from generator.words import axes, checks, cover, parameters, shared, totals

TEXTS: dict[str, tuple[str, str]] = {
    **shared.TEXTS,
    **cover.TEXTS,
    **axes.TEXTS,
    **totals.TEXTS,
    **checks.TEXTS,
    **parameters.TEXTS,
}
