"""Where an engine is known to be wrong, and what is done about it so that all else is compared.

Each entry has a test of its own in `test_engines_agree`, which fails once the engine is mended.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tests.engines.values import Sheets, Value
from tests.proof.folder import SETTINGS, Folder
from tests.proof.recalculated import Workbook

CHECKS, SUMMARY = "Contrôles", "Synthèse"
NOISE = 2.0**-48
"""Excel and LibreOffice take a difference that is so small beside its terms for 0."""


def named_for_gnumeric(folder: Folder) -> Folder:
    """Return the folder with sheet names that Gnumeric can read in formulas.

    It takes `='L''axe'!A1` for an error, and so `=SUM(E5:E5)` where a sheet is named E5.
    """
    settings = folder.files.get(SETTINGS, "")
    renamed = re.sub(r'"(E\d+)"', r'"Volet \1"', settings.replace("L'axe", "L’axe"))
    return folder if renamed == settings else Folder({**folder.files, SETTINGS: renamed})


def without_noise(book: Workbook, values: Sheets) -> Sheets:
    """Return the values with the noise of subtractions put right where *Contrôles* shows it.

    Gnumeric and formualizer give 8.9E-16 for (1+1/2^50)-1. Only differences that are noise beside
    the largest amount of *Synthèse*, stored and found, are touched; results are not.
    """
    amounts = [abs(value) for value in book.shown[SUMMARY].values() if isinstance(value, float)]
    bound, expected = max(amounts) * NOISE, book.shown[CHECKS]
    places = _difference_cells(book)
    quiet = {
        address: expected[address]
        for address, value in values[CHECKS].items()
        if address in places and _is_noise(expected[address], bound) and _is_noise(value, bound)
    }
    return {**values, CHECKS: {**values[CHECKS], **quiet}}


def _is_noise(value: Value, bound: float) -> bool:
    return isinstance(value, float) and abs(value) < bound


def _difference_cells(book: Workbook) -> Mapping[str, None]:
    """Return the addresses in *Contrôles* of the differences that the checks look at."""
    built = book.built
    sheet = built.computed.book.sheets[built.computed.book.sheet_index[CHECKS]]
    columns = ["total", *[f"y{year}" for year in built.source.plan.years]]
    return {
        built.address(CHECKS, row, col): None
        for row in sheet.row_index
        if row.startswith("check:")
        for col in columns
    }
