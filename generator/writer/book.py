"""A computed book to the bytes of the file: cells, links, names."""

from __future__ import annotations

import io
import warnings
from datetime import UTC, datetime
from typing import cast

from xlsxwriter.workbook import Workbook

from generator.errors import WriteRefusedError
from generator.model.addresses import cell_name
from generator.model.compute import Computed
from generator.writer.cells import ModelSheet, write_cells
from generator.writer.charts import add_chart
from generator.writer.frame import write_frame
from generator.writer.names import define_names
from generator.writer.target import Styles, Target, ask

CREATED = datetime(2016, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""A fixed date of creation: the same input gives the same bytes."""

RESERVED = "history"
"""The one name that Excel keeps for itself."""

BAD_NAME = "nom vide ou réservé"


def render(computed: Computed) -> bytes:
    """Return the bytes of the workbook."""
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        _write(computed, buffer)
    return buffer.getvalue()


def _write(computed: Computed, buffer: io.BytesIO) -> None:
    book = computed.book
    workbook = Workbook(buffer, {"in_memory": True, "strings_to_urls": False})
    workbook.set_properties(dict(book.properties) | {"created": CREATED})
    workbook.set_calc_mode("auto")
    for name, value in book.stamp.items():
        ask(f"propriété {name}", workbook.set_custom_property, name, value)
    styles = Styles(workbook)
    worksheets = [_add_sheet(workbook, sheet.name) for sheet in book.sheets]
    for place, (sheet, worksheet) in enumerate(zip(book.sheets, worksheets, strict=True)):
        target = Target(computed, place, sheet, worksheet, styles)
        write_cells(target)
        _write_links(target)
        write_frame(target)
        for chart in sheet.charts:
            add_chart(workbook, target, chart)
    define_names(computed, workbook)
    ask("classeur", workbook.close)


def _add_sheet(workbook: Workbook, name: str) -> ModelSheet:
    """Return a new worksheet; a name that Excel does not take is an error."""
    where = f"feuille « {name} »"
    if not name.strip() or name.casefold() == RESERVED:
        raise WriteRefusedError(where, BAD_NAME)
    return cast("ModelSheet", ask(where, workbook.add_worksheet, name, ModelSheet))


def _write_links(target: Target) -> None:
    """Add the links; the cells already have their texts."""
    target.worksheet.ignore_write_string = True
    for link in target.sheet.links:
        row, col = target.find(link.row, link.col)
        sheet, to_row, to_col = target.spot(row, col).resolve(link.target)
        url = f"internal:{target.computed.prefixes[sheet]}{cell_name(to_row, to_col)}"
        where = f"lien en {cell_name(row, col)}"
        target.ask(where, "write_url", row, col, url, None, link.tip, link.tip)
