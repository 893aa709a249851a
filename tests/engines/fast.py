"""Formualizer, the engine for everyday tests: in this process, 20 000 formulas in no time.

Of the two tried it is the nearer to LibreOffice and Gnumeric, and the faster; IronCalc overlooks
numbers and blanks for the criterion "<>text". Known faults: `=` compares to the last bit
(0.1+0.2=0.3 is FALSE) and tells "é" from "É"; SUMIFS overlooks errors in what it sums.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import formualizer

from tests.engines.edits import Edit, Edits, SetCell, as_script
from tests.engines.stored import filled_cells
from tests.engines.values import CellError, Sheets, Value, cell_position

_ERRORS = {
    "Div": "#DIV/0!",
    "Na": "#N/A",
    "Name": "#NAME?",
    "Null": "#NULL!",
    "Num": "#NUM!",
    "Ref": "#REF!",
    "Value": "#VALUE!",
}


def recalculate(path: Path, edits: Edits = ()) -> Sheets:
    """Return the value of every cell that is not blank, all formulas recalculated after the edits.

    Only SetCell is possible, and protection is not looked at: rows are LibreOffice's business.
    """
    script = [_checked(edit) for edit in as_script(edits)]
    addresses = {sheet: dict.fromkeys(cells) for sheet, cells in filled_cells(path).items()}
    workbook = formualizer.load_workbook(str(path))
    for edit in script:
        addresses[edit.sheet][edit.address] = None
        workbook.set_value(edit.sheet, *cell_position(edit.address), edit.value)
    workbook.evaluate_all()
    return {sheet: _values(workbook, sheet, cells) for sheet, cells in addresses.items()}


def _checked(edit: Edit) -> SetCell:
    """Return the edit if this engine can make it."""
    if not isinstance(edit, SetCell):
        message = f"formualizer cannot do {type(edit).__name__}"
        raise TypeError(message)
    return edit


def _values(
    workbook: formualizer.Workbook, sheet: str, addresses: Iterable[str]
) -> dict[str, Value]:
    """Return the values of those cells that are not blank."""
    found = {
        address: _decoded(workbook.get_value(sheet, *cell_position(address)))
        for address in addresses
    }
    return {address: value for address, value in found.items() if value is not None}


def _decoded(value: object) -> Value | None:
    """Return a value as all engines give it; an error comes as {"type": "Error", "kind": "Div"}."""
    if isinstance(value, dict):
        return CellError(_ERRORS.get(value["kind"], f"#{value['kind']}"))
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, (int, float)):
        return float(value)
    message = f"no value of a cell: {value!r}"
    raise TypeError(message)
