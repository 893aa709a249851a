"""What an officer may type into: the amounts, the reserve rows, two parameters; nothing else."""

from __future__ import annotations

import openpyxl

from tests.workbook.built import Built

YEARS = ("y2016", "y2017", "y2018", "y2019", "y2020")
TEXTS = ("label", "responsible", "partners")
PARAMETERS = ("Part_Etat", "Base_Totaux")


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
    for axis in shipped.source.plan.axes:
        for action in axis.actions:
            reserve = f"reserve:{action.code}:0"
            rows = [*[activity.code for activity in action.activities], reserve]
            expected |= {shipped.cell(axis.sheet, row, col) for row in rows for col in YEARS}
            expected |= {shipped.cell(axis.sheet, reserve, col) for col in TEXTS}
    assert open_cells(shipped) == expected
    assert len(expected) == (94 + 24) * 5 + 24 * 3 + 2
