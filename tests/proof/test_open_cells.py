"""What an officer may type into, and nothing else.

Amounts, statuses and reasons; texts of reserve rows; ceilings; parameters and a rate; credits and
pledges; quarters of the work plan and its year; whose copy it is.
"""

from __future__ import annotations

import openpyxl

from tests.workbook.built import Built

YEARS = ("y2016", "y2017", "y2018", "y2019", "y2020")
TEXTS = ("label", "responsible", "partners")
DECIDED = ("status", "reason")
PARAMETERS = ("Part_Etat", "Base_Totaux", "Devise")
QUARTERS = ("q1", "q2", "q3", "q4")
REGISTER = ("axis", "label", "y2016", "y2017", "y2018", "y2019")
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
            quarters = [f"line:{row}" for row in rows]
            expected |= {shipped.cell("PTA", row, col) for row in quarters for col in QUARTERS}
    expected.add(shipped.cell("PTA", "choice", "responsible"))
    expected |= {shipped.cell("Paramètres", "rate:", col) for col in ("name", "value", "note")}
    expected |= {
        shipped.cell("Financement", f"pledge:{place}", col)
        for place in range(30)
        for col in REGISTER
    }
    assert open_cells(shipped) == expected
    amounts, texts = (94 + 24) * (7 + 4), 24 * 3
    assert len(expected) == amounts + texts + 3 + 3 + 4 + 6 * 5 + 1 + 30 * 6
