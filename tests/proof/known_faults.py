"""Where an engine is known to be wrong, and what is done about it so that all else is compared.

Each entry has a test of its own in `test_engines_agree`, which fails once the engine is mended.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tests.engines.values import Sheets, Value
from tests.proof.folder import SETTINGS, Folder
from tests.proof.recalculated import Workbook

CHECKS = "Contrôles"
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
    """Return the values with the noise of subtractions taken away where *Contrôles* shows it.

    Gnumeric and formualizer give 8.9E-16 for (1+1/2^50)-1. Only differences that are stored as 0
    are touched, and only what is below the noise of the plan's total; results are not.
    """
    total = book.built.named(book.shown, "Total_Plan")
    assert isinstance(total, float)
    cells, expected = values[CHECKS], book.shown[CHECKS]
    places = _difference_cells(book)
    quiet = {
        address: 0.0
        for address, value in cells.items()
        if address in places and _is_noise(expected.get(address), value, total * NOISE)
    }
    return {**values, CHECKS: {**cells, **quiet}}


def _is_noise(expected: Value | None, found: Value, bound: float) -> bool:
    return expected == 0 and isinstance(found, float) and 0 < abs(found) < bound


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
