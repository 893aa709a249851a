"""The one door from the model to the file: a computed book to the bytes of an .xlsx.

Only this module knows XlsxWriter. Its return codes are checked and its warnings are errors: it
would otherwise drop a cell, a validation or a link without a word.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import CellFormulaTuple, Worksheet

from generator.charts import add_chart
from generator.compute import Computed, Spot
from generator.errors import WriteRefusedError
from generator.formula import Node, Ref
from generator.grid import Block, Highlight, Sheet, Validation
from generator.plan import MAX_AMOUNT
from generator.styles import properties
from generator.values import ErrorValue, Value

CREATED = datetime(2016, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""A fixed date of creation: the same input gives the same bytes."""

PAPERS = {"A3": 8, "A4": 9}
FOOTER = "&L&8&F&C&8&A&R&8Page &P / &N"
MAX_FORMULA = 8192
PROTECTION = {
    "select_locked_cells": True,
    "select_unlocked_cells": True,
    "format_columns": True,
    "format_rows": True,
    "autofilter": True,
}


class PlainSheet(Worksheet):
    """A worksheet that takes formulas as they are: the model uses no function to be renamed."""

    def _write_formula(
        self,
        row: int,
        col: int,
        formula: str,
        cell_format: Format | None = None,
        value: Value = 0,
    ) -> int:
        if self._check_dimensions(row, col):
            return -1
        self.table[row][col] = CellFormulaTuple(formula, cell_format, value)
        return 0


@dataclass(slots=True)
class _Target:
    """One sheet on its way to the file."""

    computed: Computed
    place: int
    sheet: Sheet
    worksheet: Worksheet
    styles: _Styles

    def check(self, code: int, where: str) -> None:
        """Raise where XlsxWriter returned anything but 0."""
        if code != 0:
            raise WriteRefusedError(where, f"code {code}")

    def spot(self, row: int, col: int) -> Spot:
        """Return a place on the sheet, from which nodes render."""
        return Spot(self.computed, self.place, row, col)

    def corners(self, block: Block) -> tuple[int, int, int, int]:
        """Return (first row, first column, last row, last column), counted from 0."""
        spot = self.spot(0, 0)
        _, top, left = spot.resolve(Ref(block.first_col, block.first_row))
        _, bottom, right = spot.resolve(Ref(block.last_col, block.last_row))
        return top, left, bottom, right


class _Styles:
    """The file's formats by style name, made on first use."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._cells: dict[str, Format] = {}
        self._overlays: dict[str, Format] = {}

    def cell(self, style: str) -> Format:
        """Return the format of a cell style."""
        found = self._cells.get(style)
        if found is None:
            found = self._workbook.add_format(dict(properties(style)))
            self._cells[style] = found
        return found

    def overlay(self, style: str) -> Format:
        """Return the format that a conditional format lays over a cell."""
        if style not in self._overlays:
            format_ = self._workbook.add_format(dict(properties(style, overlay=True)))
            self._overlays[style] = format_
        return self._overlays[style]


def render(computed: Computed) -> bytes:
    """Return the bytes of the workbook."""
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            _write(computed, buffer)
        except UserWarning as warning:
            raise WriteRefusedError("classeur", str(warning)) from warning
    return buffer.getvalue()


def _write(computed: Computed, buffer: io.BytesIO) -> None:
    book = computed.book
    workbook = Workbook(buffer, {"in_memory": True, "strings_to_urls": False})
    workbook.set_properties(dict(book.properties) | {"created": CREATED})
    workbook.set_calc_mode("auto")
    for name, value in book.stamp.items():
        workbook.set_custom_property(name, value)
    styles = _Styles(workbook)
    worksheets = [workbook.add_worksheet(sheet.name, PlainSheet) for sheet in book.sheets]
    for place, (sheet, worksheet) in enumerate(zip(book.sheets, worksheets, strict=True)):
        target = _Target(computed, place, sheet, worksheet, styles)
        _write_links(target)
        _write_cells(target)
        _write_frame(target)
        for chart in sheet.charts:
            add_chart(workbook, worksheet, target.spot(0, 0), chart)
    _define_names(computed, workbook)
    workbook.close()


def _write_cells(target: _Target) -> None:
    sheet, worksheet, cell_style = target.sheet, target.worksheet, target.styles.cell
    col_index = sheet.col_index
    for row, line in enumerate(sheet.rows):
        if line.height is not None:
            worksheet.set_row(row, line.height)
        values = target.computed.values[target.place][row]
        for key, cell in line.cells.items():
            col = col_index[key]
            code = _write_cell(target, row, col, cell.content, values[col], cell_style(cell.style))
            if code != 0:
                target.check(code, target.spot(row, col).where)


def _write_cell(
    target: _Target, row: int, col: int, content: Any, value: Any, style: Format
) -> int:
    """Return XlsxWriter's code for one cell: a formula with its value, a text, a number, a blank."""
    worksheet = target.worksheet
    if isinstance(content, Node):
        formula = content.text(target.spot(row, col))
        if len(formula) > MAX_FORMULA:
            raise WriteRefusedError(target.spot(row, col).where, "formule trop longue")
        stored = value.code if isinstance(value, ErrorValue) else value
        return worksheet.write_formula(row, col, formula, style, stored)
    if content is None:
        return worksheet.write_blank(row, col, None, style)
    if isinstance(content, str):
        return worksheet.write_string(row, col, content, style)
    return worksheet.write_number(row, col, content, style)


def _write_links(target: _Target) -> None:
    """Add the links before the cells, which then overwrite the text that a link brings."""
    for link in target.sheet.links:
        spot = target.spot(0, 0)
        _, row, col = spot.resolve(Ref(link.col, link.row))
        address = link.target.text(target.spot(row, col))
        url = f"internal:{address}"
        code = target.worksheet.write_url(row, col, url, None, link.tip, link.tip)
        target.check(code, target.spot(row, col).where)


def _write_frame(target: _Target) -> None:
    """Set what stands around the cells: widths, panes, print, protection, validations."""
    sheet, worksheet = target.sheet, target.worksheet
    for place, column in enumerate(sheet.columns):
        worksheet.set_column(place, place, column.width)
    worksheet.hide_gridlines(2)
    if sheet.frozen:
        _, row, col = target.spot(0, 0).resolve(Ref(sheet.frozen[1], sheet.frozen[0]))
        worksheet.freeze_panes(row, col)
    if sheet.filtered:
        worksheet.autofilter(*target.corners(sheet.filtered))
    last_row, last_col = len(sheet.rows) - 1, len(sheet.columns) - 1
    whole = Spot(target.computed, target.place, last_row, last_col)
    area = f"A1:{whole.where.rpartition('!')[2]}"
    worksheet.ignore_errors({"number_stored_as_text": area, "formula_range": area})
    worksheet.protect("", PROTECTION)
    for validation in sheet.validations:
        _write_validation(target, validation)
    for highlight in sheet.highlights:
        _write_highlight(target, highlight)
    _write_page(target)


def _write_page(target: _Target) -> None:
    page, worksheet = target.sheet.page, target.worksheet
    worksheet.set_paper(PAPERS[page.paper])
    if page.landscape:
        worksheet.set_landscape()
    worksheet.fit_to_pages(1, 0)
    worksheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    worksheet.center_horizontally()
    worksheet.set_footer(FOOTER)
    worksheet.print_area(*target.corners(page.area))
    index = target.sheet.row_index
    if page.repeat_rows:
        worksheet.repeat_rows(index[page.repeat_rows[0]], index[page.repeat_rows[1]])
    if page.repeat_cols:
        columns = target.sheet.col_index
        worksheet.repeat_columns(columns[page.repeat_cols[0]], columns[page.repeat_cols[1]])
    if page.breaks:
        worksheet.set_h_pagebreaks([index[key] for key in page.breaks])


def _criteria(target: _Target, validation: Validation) -> dict[str, Any]:
    if validation.kind == "amount":
        return {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": MAX_AMOUNT}
    if validation.kind == "share":
        return {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}
    if validation.kind == "text":
        return {"validate": "length", "criteria": "<=", "value": validation.limit}
    if validation.choices is None:
        raise WriteRefusedError(target.sheet.name, "liste de choix absente")
    first, last = (ref.text(target.spot(0, 0)) for ref in validation.choices)
    return {"validate": "list", "source": f"={first}:{last}"}


def _write_validation(target: _Target, validation: Validation) -> None:
    if not validation.blocks:
        return
    areas = [target.corners(block) for block in validation.blocks]
    options = _criteria(target, validation) | {
        "input_title": validation.title,
        "input_message": validation.message,
        "error_title": validation.title,
        "error_message": validation.error,
        "other_cells": [list(area) for area in areas[1:]],
    }
    code = target.worksheet.data_validation(*areas[0], options)
    target.check(code, f"{target.sheet.name}, validation « {validation.title} »")


def _write_highlight(target: _Target, highlight: Highlight) -> None:
    top, left, bottom, right = target.corners(highlight.block)
    condition = highlight.condition.text(target.spot(top, left))
    options = {
        "type": "formula",
        "criteria": f"={condition}",
        "format": target.styles.overlay(highlight.style),
    }
    code = target.worksheet.conditional_format(top, left, bottom, right, options)
    target.check(code, f"{target.sheet.name}, mise en forme conditionnelle")


def _define_names(computed: Computed, workbook: Workbook) -> None:
    """Define each name as one cell, absolute, for the whole workbook."""
    for name, ref in computed.book.names.items():
        fixed = Ref(ref.col, ref.row, ref.sheet, fixed=True)
        other = 0 if computed.book.sheets[0].name != ref.sheet else 1
        address = fixed.text(Spot(computed, other, 0, 0))
        if workbook.define_name(name, f"={address}") != 0:
            raise WriteRefusedError(name, "nom refusé")
