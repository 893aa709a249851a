"""What stands around the cells: widths, panes, print, protection, validations, highlights."""

from __future__ import annotations

from typing import Any

from generator.compute import Spot
from generator.errors import WriteRefusedError
from generator.formula import Ref
from generator.grid import Highlight, Validation
from generator.plan import MAX_AMOUNT
from generator.writer.target import Target

PAPERS = {"A3": 8, "A4": 9}
FOOTER = "&L&8&F&C&8&A&R&8Page &P / &N"
PROTECTION = {
    "select_locked_cells": True,
    "select_unlocked_cells": True,
    "format_columns": True,
    "format_rows": True,
    "autofilter": True,
}


def write_frame(target: Target) -> None:
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


def _write_page(target: Target) -> None:
    page, worksheet = target.sheet.page, target.worksheet
    worksheet.set_paper(PAPERS[page.paper])
    if page.landscape:
        worksheet.set_landscape()
    worksheet.fit_to_pages(1, page.tall)
    worksheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    worksheet.center_horizontally()
    worksheet.set_footer(FOOTER)
    worksheet.print_area(*target.corners(page.area))
    index = target.sheet.row_index
    if page.repeat_rows:
        worksheet.repeat_rows(index[page.repeat_rows[0]], index[page.repeat_rows[1]])


def _criteria(target: Target, validation: Validation) -> dict[str, Any]:
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


def _write_validation(target: Target, validation: Validation) -> None:
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


def _write_highlight(target: Target, highlight: Highlight) -> None:
    top, left, bottom, right = target.corners(highlight.block)
    condition = highlight.condition.text(target.spot(top, left))
    options = {
        "type": "formula",
        "criteria": f"={condition}",
        "format": target.styles.overlay(highlight.style),
    }
    code = target.worksheet.conditional_format(top, left, bottom, right, options)
    target.check(code, f"{target.sheet.name}, mise en forme conditionnelle")
