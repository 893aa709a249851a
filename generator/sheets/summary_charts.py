"""The charts of *Synthèse*: shares by axis, cost by year, what moved since the adoption."""

from __future__ import annotations

from generator.model.formula import Ref
from generator.model.grid import Chart, Series, Sheet
from generator.sheets.common import HEADER, SUMMARY, Model, thin_segment
from generator.styles import AXIS_COLOURS, MOVE_COLOURS

SIZE = (610, 380)
ROWS = 20
"""Rows that a chart covers."""

MOVES = ("validated", "adjusted", "inserted")


def add_charts(sheet: Sheet, model: Model, axes: tuple[str, str], budget: str) -> None:
    """Add the shares and the costs by year; `axes` are the first and the last axis's rows."""
    sheet.add(height=10)
    anchor = sheet.add()
    sheet.skip(ROWS, "charts_first")
    right = model.live[min(2, len(model.live) - 1)]
    sheet.charts.append(_shares(model, axes, anchor))
    sheet.charts.append(_years(sheet, model, budget, (anchor, right)))


def add_moves(sheet: Sheet, model: Model) -> None:
    """Add what moved, under all the rest: differences alone, which the whole would hide."""
    sheet.add(height=10)
    anchor = sheet.add()
    sheet.skip(ROWS, "charts_end")
    sheet.charts.append(_moves(model, anchor))


def _ref(row: str, col: str) -> Ref:
    return Ref(col, row, SUMMARY)


def _across(model: Model, row: str) -> tuple[Ref, Ref]:
    return _ref(row, model.live[0]), _ref(row, model.live[-1])


def _colours(model: Model) -> tuple[str, ...]:
    return tuple(AXIS_COLOURS[place % len(AXIS_COLOURS)] for place in range(len(model.plan.axes)))


def _shares(model: Model, axes: tuple[str, str], anchor: str) -> Chart:
    words, (first, last) = model.words, axes
    names = (_ref(first, "axis"), _ref(last, "axis"))
    amounts = (_ref(first, "total"), _ref(last, "total"))
    share = Series(_ref(HEADER, "total"), names, amounts, _colours(model))
    alt = words("chart.share.alt", plan=model.plan.settings.title)
    return Chart("share", words("chart.share.title"), (share,), (anchor, "axis"), SIZE, alt)


def _years(sheet: Sheet, model: Model, budget: str, place: tuple[str, str]) -> Chart:
    words, settings = model.words, model.plan.settings
    years = _across(model, HEADER)
    rows = [key for key in sheet.row_index if key.startswith("axe:")]
    stacked = tuple(
        Series(_ref(row, "axis"), years, _across(model, row), (colour,))
        for row, colour in zip(rows, _colours(model), strict=True)
    )
    title, unit = words("chart.years.title"), words("chart.unit", currency=settings.currency)
    alt = words("chart.years.alt", plan=settings.title)
    whole = Series(_ref(budget, "label"), years, _across(model, budget))
    return Chart("stacked", title, stacked, place, SIZE, alt, unit, whole, thin_segment(model))


def _moves(model: Model, anchor: str) -> Chart:
    words, settings = model.words, model.plan.settings
    years = _across(model, HEADER)
    moves = tuple(
        Series(_ref(f"chain:{move}", "label"), years, _across(model, f"chain:{move}"), (colour,))
        for move, colour in zip(MOVES, MOVE_COLOURS, strict=True)
    )
    title, unit = words("chart.moves.title"), words("chart.unit", currency=settings.currency)
    alt = words("chart.moves.alt", plan=settings.title)
    return Chart("clustered", title, moves, (anchor, "axis"), SIZE, alt, unit)
