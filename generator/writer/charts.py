"""Native charts: titled, labelled in place, one colour for each axis everywhere."""

from __future__ import annotations

from typing import Any, cast

from xlsxwriter.chart import Chart as Drawn
from xlsxwriter.workbook import Workbook

from generator.model.grid import Chart, Series
from generator.model.nodes import Ref
from generator.styles import BLACK, DARK_COLOURS, GREEN, GREY, RULE, WHITE
from generator.writer.target import Target, ask

FONT = {"name": "Calibri", "size": 10, "color": "#262626"}
MILLIONS = "#,##0,,"
MILLIONS_EXACT = "#,##0.0,,"
"""Millions with the half millions that budgets hold."""

SIGNED_MILLIONS = "+#,##0.0,,;-#,##0.0,,;"


def add_chart(workbook: Workbook, target: Target, chart: Chart) -> None:
    """Add the chart to its sheet, its anchor and data found by keys."""
    where = f"graphique « {chart.title} »"
    drawn = ask(f"{target.name}, {where}", DRAWN[chart.kind], workbook, target, chart)
    title_font = {"name": "Calibri", "size": 13, "bold": True, "color": GREEN}
    drawn.set_title({"name": chart.title, "name_font": title_font, "overlay": False})
    drawn.set_size({"width": chart.size[0], "height": chart.size[1]})
    drawn.set_chartarea({"border": {"color": RULE}, "fill": {"color": WHITE}})
    options = {"description": chart.alt, "object_position": 1}
    target.ask(where, "insert_chart", *target.find(*chart.anchor), drawn, options)


def _new(workbook: Workbook, kind: dict[str, str]) -> Drawn:
    return cast("Drawn", workbook.add_chart(kind))


def _area(target: Target, corners: tuple[Ref, Ref]) -> list[str | int]:
    """Return a range as XlsxWriter takes it: sheet name, then four numbers."""
    spot = target.spot(0, 0)
    sheet, top, left = spot.resolve(corners[0])
    _, bottom, right = spot.resolve(corners[1], sheet)
    return [target.computed.book.sheets[sheet].name, top, left, bottom, right]


def _series(target: Target, series: Series) -> dict[str, Any]:
    sheet, row, col = target.spot(0, 0).resolve(series.name)
    return {
        "name": [target.computed.book.sheets[sheet].name, row, col],
        "categories": _area(target, series.categories),
        "values": _area(target, series.values),
    }


def _pie(workbook: Workbook, target: Target, chart: Chart) -> Drawn:
    drawn = _new(workbook, {"type": "pie"})
    labels = {
        "category": True,
        "percentage": True,
        "separator": "\n",
        "position": "outside_end",
        "num_format": "0.00%",
        "font": FONT | {"bold": True},
        "leader_lines": True,
    }
    for series in chart.series:
        points = [{"fill": {"color": c}, "border": {"color": WHITE}} for c in series.colours]
        drawn.add_series(_series(target, series) | {"points": points, "data_labels": labels})
    drawn.set_legend({"none": True})
    return drawn


def _columns(workbook: Workbook, target: Target, chart: Chart) -> Drawn:
    drawn = _new(workbook, {"type": "column", "subtype": "stacked"})
    for series in chart.series:
        drawn.add_series(_series(target, series) | _column_look(series, chart.thin))
    legend: dict[str, Any] = {"position": "bottom", "font": FONT}
    if chart.whole:
        drawn.combine(_totals(workbook, target, chart.whole))
        legend["delete_series"] = [len(chart.series)]
    drawn.set_legend(legend)
    _set_axes(drawn, chart.unit)
    return drawn


def _clusters(workbook: Workbook, target: Target, chart: Chart) -> Drawn:
    """Return columns side by side, which may go below 0; a difference of 0 has no label."""
    drawn = _new(workbook, {"type": "column"})
    for series in chart.series:
        labels = {"value": True, "num_format": SIGNED_MILLIONS, "font": FONT}
        look = {"fill": {"color": series.colours[0]}, "gap": 60, "data_labels": labels}
        drawn.add_series(_series(target, series) | look)
    drawn.set_legend({"position": "bottom", "font": FONT})
    _set_axes(drawn, chart.unit, label_position="low")
    return drawn


def _column_look(series: Series, thin: int) -> dict[str, Any]:
    """Return how one series is drawn; a segment under `thin` francs has no label."""
    colour = series.colours[0] if series.colours else GREEN
    labels = {
        "value": True,
        "num_format": f"[>={thin}]{MILLIONS};",
        "position": "center",
        "font": FONT | {"color": WHITE if colour in DARK_COLOURS else BLACK},
    }
    look = {"fill": {"color": colour}, "border": {"color": WHITE}, "gap": 45}
    return look | {"data_labels": labels}


def _set_axes(drawn: Drawn, unit: str, label_position: str = "next_to") -> None:
    look = {"num_font": FONT | {"bold": True}, "line": {"color": GREY}}
    drawn.set_x_axis(look | {"label_position": label_position})
    drawn.set_y_axis(
        {
            "name": unit,
            "name_font": FONT | {"bold": False},
            "num_font": FONT,
            "num_format": MILLIONS,
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": RULE, "width": 0.5}},
        }
    )


def _totals(workbook: Workbook, target: Target, whole: Series) -> Drawn:
    """Return an invisible line that writes each column's total above it."""
    drawn = _new(workbook, {"type": "line"})
    labels = {
        "value": True,
        "num_format": MILLIONS_EXACT,
        "position": "above",
        "font": FONT | {"bold": True},
    }
    hidden = {"line": {"none": True}, "marker": {"type": "none"}, "data_labels": labels}
    drawn.add_series(_series(target, whole) | hidden)
    return drawn


DRAWN = {"share": _pie, "stacked": _columns, "clustered": _clusters}
