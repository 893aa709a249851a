"""What an officer may type into, and nothing else.

Amounts, statuses and reasons; texts of reserve rows; ceilings; two parameters; whose copy it is.
"""

from __future__ import annotations

import openpyxl

from tests.workbook.built import Built

YEARS = ("y2016", "y2017", "y2018", "y2019", "y2020")
TEXTS = ("label", "responsible", "partners")
DECIDED = ("status", "reason")
PARAMETERS = ("Part_Etat", "Base_Totaux")
COPY = ("who", "service", "date", "version")
PLACES = ("I", "II", "III", "IV", "V", "PLAN")


def open_cells(built: Built) -> set[tuple[str, str]]:
    """Return (sheet, address) of the cells that are not locked."""
    workbook = openpyxl.load_workbook(built.path)
    return {
        (sheet.title, cell.coordinate)
        for sheet in workbook.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    }


def test_the_open_cells_are_the_inputs(shipped: Built) -> None:
    expected = {shipped.cell("Paramètres", name, "value") for name in PARAMETERS}
    expected |= {shipped.cell("Accueil", f"copy:{key}", "label") for key in COPY}
    expected |= {shipped.cell("Synthèse", f"ceiling:{p}", year) for p in PLACES for year in YEARS}
    for axis in shipped.source.plan.axes:
        for action in axis.actions:
            reserve = f"reserve:{action.code}:0"
            rows = [*[activity.code for activity in action.activities], reserve]
            cols = (*YEARS, *DECIDED)
            expected |= {shipped.cell(axis.sheet, row, col) for row in rows for col in cols}
            expected |= {shipped.cell(axis.sheet, reserve, col) for col in TEXTS}
    assert open_cells(shipped) == expected
    assert len(expected) == (94 + 24) * 7 + 24 * 3 + 2 + 4 + 6 * 5
