"""A small workbook with the features ours have, and the value of every cell, worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from tests.engines.values import CellError, Sheets, Value

INPUTS = {"B3": 100.0, "B4": 200.0, "B5": 300.5}
TOTAL = "=SUM(B2:B6)"  # from the row above the inputs to the row below them

# The formulas down column A of 'Synthèse'.
FORMULAS: tuple[tuple[str, Value], ...] = (
    ("='Axe I'!B7*Part_Etat", 132.11),
    ("=SUMIFS('Axe I'!B2:B6,'Axe I'!A2:A6,\"é1\")", 400.5),
    ("=COUNTIFS('Axe I'!A2:A6,\"é1\",'Axe I'!B2:B6,\">0\")", 2.0),
    ("=INDEX('Axe I'!B2:B6,MATCH(\"é2\",'Axe I'!A2:A6,0))", 200.0),
    ("=1/0", CellError("#DIV/0!")),
    ("=IFERROR(A5,-1)", -1.0),
    ("='Axe I'!B7>600", True),
    ("=1-AND(A7,ISNUMBER(A5))", 1.0),
    ("=1-(ABS(A1-132)<=0.5)", 0.0),
    ('=IF(A3=2,"","x")', ""),
    ('="« "&\'Axe I\'!A3&" »"', "« é1 »"),
    ("=MATCH(\"zz\",'Axe I'!A2:A6,0)", CellError("#N/A")),
    ("='Axe I'!C3", 0.0),
    ("=Total_Axe", 600.5),
    ("='Suivi-évaluation'!A1+1", 8.0),
)
EXPECTED: Sheets = {
    "Axe I": {
        "A1": "code",
        "B1": "montant",
        "A2": "début",
        "A6": "fin",
        "A7": "total",
        "B7": 600.5,
        "A3": "é1",
        "A4": "é2",
        "A5": "é1",
        **INPUTS,
    },
    "Synthèse": {f"A{row}": value for row, (_, value) in enumerate(FORMULAS, 1)},
    "Suivi-évaluation": {
        "A1": 7.0,
        "A2": False,
        "A3": "#N/A",
        "A4": "12",
        "A5": "TRUE",
        "B1": 0.22,
    },
}


def write_sample(path: Path) -> Path:
    """Return the path, where the workbook now is; its stored values are right."""
    with xlsxwriter.Workbook(path) as book:
        axis, summary, follow_up = (book.add_worksheet(name) for name in EXPECTED)
        unlocked = book.add_format({"locked": False, "num_format": "#,##0"})
        _write_constants(axis, EXPECTED["Axe I"])
        for address, amount in INPUTS.items():
            axis.write_number(address, amount, unlocked)
        axis.write_blank("C3", None, unlocked)
        axis.write_formula("B7", TOTAL, None, 600.5)
        for row, (formula, value) in enumerate(FORMULAS):
            summary.write_formula(row, 0, formula, None, value)
        _write_constants(follow_up, EXPECTED["Suivi-évaluation"])
        book.define_name("Part_Etat", "='Suivi-évaluation'!$B$1")
        book.define_name("Total_Axe", "='Axe I'!$B$7")
        _dress(book, axis, summary)
        follow_up.protect("secret")
    return path


def _write_constants(sheet: Worksheet, cells: Mapping[str, Value]) -> None:
    for address, value in cells.items():
        if isinstance(value, bool):
            sheet.write_boolean(address, value)
        elif isinstance(value, str):
            sheet.write_string(address, value)
        else:
            sheet.write_number(address, value)


def _dress(book: xlsxwriter.Workbook, axis: Worksheet, summary: Worksheet) -> None:
    """Add what an engine has to live with: protection, validation, formats, a filter, a chart."""
    limits = {"validate": "decimal", "criteria": ">=", "value": 0, "input_title": "Montant"}
    axis.data_validation("B3:B5", limits)
    bold = book.add_format({"bold": True})
    axis.conditional_format(
        "B3:B5", {"type": "cell", "criteria": ">", "value": 150, "format": bold}
    )
    axis.autofilter("A1:B6")
    axis.freeze_panes(1, 0)
    chart = book.add_chart({"type": "column"})
    assert chart is not None
    chart.add_series({"values": "='Axe I'!$B$3:$B$5"})
    summary.insert_chart("D2", chart)
    axis.protect()
    summary.protect()
