"""A computed book to the bytes of the file: cells, links, names."""

from __future__ import annotations

import io
import warnings
from datetime import UTC, datetime

from xlsxwriter.workbook import Workbook

from generator.compute import Computed, Spot
from generator.errors import WriteRefusedError
from generator.formula import Ref
from generator.writer.cells import ModelSheet, write_cells
from generator.writer.charts import add_chart
from generator.writer.frame import write_frame
from generator.writer.target import Styles, Target

CREATED = datetime(2016, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""A fixed date of creation: the same input gives the same bytes."""


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
    styles = Styles(workbook)
    worksheets = [workbook.add_worksheet(sheet.name, ModelSheet) for sheet in book.sheets]
    for place, (sheet, worksheet) in enumerate(zip(book.sheets, worksheets, strict=True)):
        target = Target(computed, place, sheet, worksheet, styles)
        write_cells(target)
        _write_links(target)
        write_frame(target)
        for chart in sheet.charts:
            add_chart(workbook, worksheet, target.spot(0, 0), chart)
    _define_names(computed, workbook)
    workbook.close()


def _write_links(target: Target) -> None:
    """Add the links; the cells already have their texts."""
    target.worksheet.ignore_write_string = True
    for link in target.sheet.links:
        spot = target.spot(0, 0)
        _, row, col = spot.resolve(Ref(link.col, link.row))
        address = link.target.text(target.spot(row, col))
        url = f"internal:{address}"
        code = target.worksheet.write_url(row, col, url, None, link.tip, link.tip)
        target.check(code, target.spot(row, col).where)


def _define_names(computed: Computed, workbook: Workbook) -> None:
    """Define each name as one cell, absolute, for the whole workbook."""
    for name, ref in computed.book.names.items():
        fixed = Ref(ref.col, ref.row, ref.sheet, fixed=True)
        other = 0 if computed.book.sheets[0].name != ref.sheet else 1
        address = fixed.text(Spot(computed, other, 0, 0))
        if workbook.define_name(name, f"={address}") != 0:
            raise WriteRefusedError(name, "nom refusé")
