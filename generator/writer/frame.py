"""What stands around the cells: widths, panes, print, protection, validations, highlights."""

from __future__ import annotations

from typing import Any

from generator.errors import WriteRefusedError
from generator.model.addresses import cell_name
from generator.model.grid import Highlight, Validation
from generator.model.nodes import Range, Ref
from generator.plan import MAX_AMOUNT
from generator.writer.target import Target

MAX_WIDTH = 255
PAPERS = {"A3": 8, "A4": 9}
FOOTER = "&L&F&C&A&RPage &P / &N"
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
    _write_columns(target)
    worksheet.hide_gridlines(2)
    if sheet.tab:
        target.ask("onglet", "set_tab_color", sheet.tab)
    if sheet.frozen:
        worksheet.freeze_panes(*target.find(*sheet.frozen))
    if sheet.filtered:
        target.ask("filtre", "autofilter", *target.corners(sheet.filtered))
    area = f"A1:{cell_name(len(sheet.rows) - 1, len(sheet.columns) - 1)}"
    target.ask("erreurs ignorées", "ignore_errors", dict.fromkeys(IGNORED, area))
    target.ask("protection", "protect", "", PROTECTION)
    for validation in sheet.validations:
        _write_validation(target, validation)
    for highlight in sheet.highlights:
        _write_highlight(target, highlight)
    _write_page(target)


IGNORED = ("number_stored_as_text", "formula_range")
"""Excel's remarks that do not apply: codes are texts, sums leave out other totals."""


def _write_columns(target: Target) -> None:
    for place, column in enumerate(target.sheet.columns):
        if not 0 < column.width <= MAX_WIDTH:
            raise WriteRefusedError(target.name, f"colonne {column.key} : largeur {column.width}")
        target.ask(f"colonne {column.key}", "set_column", place, place, column.width)


def _write_page(target: Target) -> None:
    page, worksheet = target.sheet.page, target.worksheet
    worksheet.set_paper(PAPERS[page.paper])
    if page.landscape:
        worksheet.set_landscape()
    worksheet.fit_to_pages(1, page.tall)
    worksheet.set_margins(left=0.3, right=0.3, top=0.5, bottom=0.6)
    worksheet.center_horizontally()
    target.ask("pied de page", "set_footer", FOOTER)
    target.ask("zone d'impression", "print_area", *target.corners(page.area))
    if page.repeat_rows:
        first, last = (target.find(row, page.area.first_col)[0] for row in page.repeat_rows)
        worksheet.repeat_rows(first, last)


def _criteria(target: Target, validation: Validation) -> dict[str, Any]:
    if validation.kind == "amount":
        return {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": MAX_AMOUNT}
    if validation.kind == "share":
        return {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}
    if validation.kind == "rate":
        return {"validate": "decimal", "criteria": ">", "value": 0}
    if validation.kind == "text":
        return {"validate": "length", "criteria": "<=", "value": validation.limit}
    if validation.choices is None:
        raise WriteRefusedError(target.name, f"validation « {validation.title} » sans choix")
    first, last = (Ref(ref.col, ref.row, ref.sheet, fixed=True) for ref in validation.choices)
    return {"validate": "list", "source": f"={Range(first, last).text(target.spot(0, 0))}"}


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
    where = f"validation « {validation.title} » en {cell_name(*areas[0][:2])}"
    target.ask(where, "data_validation", *areas[0], options)


def _write_highlight(target: Target, highlight: Highlight) -> None:
    top, left, bottom, right = target.corners(highlight.block)
    spot = target.spot(top, left)
    options = {
        "type": "formula",
        "criteria": f"={highlight.condition.text(spot)}",
        "format": target.styles.overlay(highlight.style, spot),
    }
    where = f"mise en forme conditionnelle en {cell_name(top, left)}"
    target.ask(where, "conditional_format", top, left, bottom, right, options)
