"""The floor: plain XlsxWriter writing the very same cells, with no model behind."""

from __future__ import annotations

import io
from typing import Any, NamedTuple

from xlsxwriter import Workbook

from generator.model.compute import Computed, Spot
from generator.model.formula import Node
from generator.model.values import ErrorValue
from generator.styles import properties


class FlatCell(NamedTuple):
    """A cell as the bare library takes it: `formula` is None for a constant."""

    row: int
    col: int
    formula: str | None
    value: Any
    style: str


Flat = list[tuple[str, list[FlatCell]]]


def flatten(computed: Computed) -> Flat:
    """Return every cell of the workbook, sheet by sheet, ready to be written."""
    flat: Flat = []
    for place, sheet in enumerate(computed.book.sheets):
        cells = []
        for row, line in enumerate(sheet.rows):
            for key, cell in line.cells.items():
                col = sheet.col_index[key]
                value: Any = computed.values[place][row][col]
                value = value.code if isinstance(value, ErrorValue) else value
                node = cell.content
                text = None
                if isinstance(node, Node):
                    text = "=" + node.text(Spot(computed, place, row, col))
                cells.append(FlatCell(row, col, text, value, cell.style))
        flat.append((sheet.name, cells))
    return flat


def write_floor(flat: Flat) -> bytes:
    """Return the bytes of a workbook that holds the cells and nothing else."""
    buffer = io.BytesIO()
    workbook = Workbook(buffer, {"in_memory": True})
    styles = {cell.style for _, cells in flat for cell in cells}
    formats = {style: workbook.add_format(dict(properties(style))) for style in sorted(styles)}
    for name, cells in flat:
        worksheet = workbook.add_worksheet(name)
        for row, col, formula, value, style in cells:
            if formula is not None:
                worksheet.write_formula(row, col, formula, formats[style], value)
            elif value is None:
                worksheet.write_blank(row, col, None, formats[style])
            elif isinstance(value, str):
                worksheet.write_string(row, col, value, formats[style])
            else:
                worksheet.write_number(row, col, value, formats[style])
    workbook.close()
    return buffer.getvalue()
