"""What the writer was asked to write, taken from the model: what any reader should find."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from generator.model.addresses import cell_name
from generator.model.compute import Spot
from generator.model.grid import Block, Highlight, Sheet, Validation
from generator.model.nodes import Node, Range, Ref
from generator.model.values import Value
from generator.reader.opened import (
    CellAddress,
    OpenedCell,
    OpenedSheet,
    OpenedWorkbook,
    Rectangle,
)
from generator.styles import properties
from tests.workbook.built import Built

ALLOWED = {"formatColumns", "formatRows", "autoFilter", "selectLockedCells", "selectUnlockedCells"}
PAPERS = {"A3": 8, "A4": 9}
FOOTER = "&L&F&C&A&RPage &P / &N"
LARGEST = "999999999999999"


class Written(NamedTuple):
    """A cell as it was to be: its value, its formula without apostrophes, its style's name."""

    value: Value
    formula: str | None
    style: str


def bare(formula: str | None) -> str | None:
    """Return the formula without the apostrophes that programs write around names as they like."""
    return None if formula is None else formula.replace("'", "")


def written_cells(built: Built, place: int) -> dict[CellAddress, Written]:
    """Return the cells of a sheet of the model, blank ones with a style too."""
    sheet = built.computed.book.sheets[place]
    cells = {}
    for row, line in enumerate(sheet.rows):
        for key, cell in line.cells.items():
            col = sheet.col_index[key]
            spot = Spot(built.computed, place, row, col)
            formula = cell.content.text(spot) if isinstance(cell.content, Node) else None
            value = built.computed.value(place, row, col)
            cells[row, col] = Written(value, bare(formula), cell.style)
    return cells


def written_look(style: str) -> dict[str, object]:
    """Return what the style says of the fields of a look that the model speaks of."""
    wanted = properties(style)
    return {
        "locked": wanted.get("locked", True),
        "number_format": wanted.get("num_format", "General"),
        "fill": wanted.get("bg_color", "").removeprefix("#"),
        "colour": wanted.get("font_color", "#000000").removeprefix("#"),
        "bold": wanted.get("bold", False),
        "size": wanted["font_size"],
        "bordered": wanted.get("border", 0) == 1,
    }


def read_cells(sheet: OpenedSheet) -> dict[CellAddress, tuple[Value, str | None]]:
    """Return the values and formulas of the cells that are not blank, as `filled` does."""
    return {
        address: (cell.value, bare(cell.formula))
        for address, cell in sheet.cells.items()
        if is_filled(cell)
    }


def is_filled(cell: OpenedCell | Written) -> bool:
    """Tell whether there is anything in the cell but its look."""
    return cell.value is not None or cell.formula is not None


def filled(cells: dict[CellAddress, Written]) -> dict[CellAddress, tuple[Value, str | None]]:
    """Return the values and formulas of the cells that are not blank."""
    return {
        address: (cell.value, cell.formula) for address, cell in cells.items() if is_filled(cell)
    }


def corners(sheet: Sheet, block: Block) -> Rectangle:
    """Return a block of the model by its rows and columns."""
    return (
        sheet.row_index[block.first_row],
        sheet.col_index[block.first_col],
        sheet.row_index[block.last_row],
        sheet.col_index[block.last_col],
    )


def written_validations(built: Built, place: int) -> list[tuple[object, ...]]:
    """Return areas, kind, first operand, title, message and error of each validation, in order."""
    sheet = built.computed.book.sheets[place]
    spot = Spot(built.computed, place, 0, 0)
    return sorted(
        (
            tuple(sorted(corners(sheet, block) for block in item.blocks)),
            *_criteria(item, spot),
            item.title,
            item.message,
            item.title,
            item.error,
            True,
        )
        for item in sheet.validations
        if item.blocks
    )


def _criteria(item: Validation, spot: Spot) -> tuple[str, str]:
    if item.choices:
        first, last = (Ref(ref.col, ref.row, ref.sheet, fixed=True) for ref in item.choices)
        return "list", Range(first, last).text(spot).replace("'", "")
    kinds = {"amount": ("whole", "0"), "share": ("decimal", "0"), "rate": ("decimal", "0")}
    return kinds.get(item.kind, ("textLength", str(item.limit)))


def read_validations(sheet: OpenedSheet) -> list[tuple[object, ...]]:
    """Return the same of the validations that were read."""
    return sorted(
        (
            tuple(sorted(item.areas)),
            item.kind,
            item.first.replace("'", ""),
            item.prompt_title,
            item.prompt,
            item.error_title,
            item.error,
            item.stops,
        )
        for item in sheet.validations
    )


def written_highlights(built: Built, place: int) -> list[tuple[object, ...]]:
    """Return areas, kind, formulas and overlay of each conditional format, sorted."""
    sheet = built.computed.book.sheets[place]
    return sorted(_highlight(built, place, sheet, item) for item in sheet.highlights)


def _highlight(built: Built, place: int, sheet: Sheet, item: Highlight) -> tuple[object, ...]:
    area = corners(sheet, item.block)
    formula = item.condition.text(Spot(built.computed, place, *area[:2]))
    over: dict[str, Any] = dict(properties(item.style, overlay=True))
    fill, colour = (over.get(name, "").removeprefix("#") for name in ("bg_color", "font_color"))
    return (area,), "expression", (formula.replace("'", ""),), fill, colour, over.get("bold", False)


def read_highlights(sheet: OpenedSheet) -> list[tuple[object, ...]]:
    """Return the same of the conditional formats that were read."""
    return sorted(
        (
            item.areas,
            item.kind,
            tuple(formula.replace("'", "") for formula in item.formulas),
            item.fill,
            item.colour,
            item.bold,
        )
        for item in sheet.highlights
    )


def written_links(built: Built, place: int) -> list[tuple[CellAddress, str]]:
    """Return the cell and the place of each link."""
    sheet = built.computed.book.sheets[place]
    found = []
    for link in sheet.links:
        row, col = sheet.row_index[link.row], sheet.col_index[link.col]
        to, to_row, to_col = Spot(built.computed, place, row, col).resolve(link.target)
        name = built.computed.book.sheets[to].name
        found.append(((row, col), f"{name}!{cell_name(to_row, to_col)}"))
    return sorted(found)


def read_links(sheet: OpenedSheet) -> list[tuple[CellAddress, str]]:
    """Return the same of the links that were read; none leads outside."""
    assert {link.outside for link in sheet.links} <= {""}
    return sorted((link.cell, link.inside.replace("'", "")) for link in sheet.links)


def written_frame(built: Built, place: int) -> dict[str, object]:
    """Return what stands around the cells of a sheet, by the names of the record's fields."""
    sheet = built.computed.book.sheets[place]
    page = sheet.page
    rows = page.repeat_rows and tuple(sheet.row_index[row] for row in page.repeat_rows)
    return {
        "state": "visible",
        "merged": (),
        "hidden_rows": frozenset(),
        "hidden_columns": frozenset(),
        "filtered_rows": frozenset(),
        "allowed": ALLOWED,
        "paper": PAPERS[page.paper],
        "landscape": page.landscape,
        "fit": (1, page.tall),
        "area": corners(sheet, page.area),
        "repeat_rows": rows,
        "footer": FOOTER,
    }


def read_frame(sheet: OpenedSheet) -> dict[str, object]:
    """Return the same of what was read."""
    assert sheet.protection is not None
    return {
        "state": sheet.state,
        "merged": sheet.merged,
        "hidden_rows": sheet.hidden_rows,
        "hidden_columns": sheet.hidden_columns,
        "filtered_rows": sheet.filtered_rows,
        "allowed": {word for word, allowed in sheet.protection.items() if allowed},
        "paper": sheet.page.paper,
        "landscape": sheet.page.landscape,
        "fit": (sheet.page.fit_width, sheet.page.fit_height),
        "area": sheet.page.area,
        "repeat_rows": sheet.page.repeat_rows,
        "footer": sheet.page.footer,
    }


def frozen_cell(sheet: Sheet) -> CellAddress | None:
    """Return the first cell that scrolls."""
    if sheet.frozen is None:
        return None
    row, col = sheet.frozen
    return sheet.row_index[row], sheet.col_index[col]


def written_names(built: Built) -> dict[str, str]:
    """Return where each defined name leads, in bare letters."""
    return {
        name: f"{ref.sheet}!{built.address(ref.sheet or '', ref.row or '', ref.col or '')}"
        for name, ref in built.computed.book.names.items()
    }


def read_names(opened: OpenedWorkbook) -> dict[str, str]:
    """Return the same of the names that were read."""
    return {name.name: re.sub("['$]", "", name.text) for name in opened.names}


def rounded(cells: Iterable[tuple[CellAddress, tuple[Value, str | None]]]) -> dict[object, object]:
    """Return the cells with their numbers cut to what every program that recalculates keeps."""
    return {address: (_cut(value), formula) for address, (value, formula) in cells}


def _cut(value: Value) -> Value:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return f"{round(float(value), 9) + 0.0:.14g}"
