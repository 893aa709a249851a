"""Native charts: titled, labelled in place, one colour for each axis everywhere."""

from __future__ import annotations

from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from generator.compute import Spot
from generator.errors import WriteRefusedError
from generator.formula import Ref
from generator.grid import Chart, Series
from generator.styles import BLACK, DARK_COLOURS, GREEN, GREY, RULE, WHITE

FONT = {"name": "Calibri", "size": 10, "color": "#262626"}
MILLIONS = "#,##0,,"


def add_chart(workbook: Workbook, worksheet: Worksheet, spot: Spot, chart: Chart) -> None:
    """Add the chart to its sheet, its anchor and data found by keys."""
    drawn = _pie(workbook, spot, chart) if chart.kind == "share" else _columns(workbook, spot, chart)
    title_font = {"name": "Calibri", "size": 13, "bold": True, "color": GREEN}
    drawn.set_title({"name": chart.title, "name_font": title_font, "overlay": False})
    drawn.set_size({"width": chart.size[0], "height": chart.size[1]})
    drawn.set_chartarea({"border": {"color": RULE}, "fill": {"color": WHITE}})
    _, row, col = spot.resolve(Ref(chart.anchor[1], chart.anchor[0]))
    options = {"description": chart.alt, "object_position": 1}
    if worksheet.insert_chart(row, col, drawn, options) not in (0, None):
        raise WriteRefusedError(spot.where, f"graphique « {chart.title} »")


def _area(spot: Spot, corners: tuple[Ref, Ref]) -> list[Any]:
    """Return a range as XlsxWriter takes it: sheet name, then four numbers."""
    sheet, top, left = spot.resolve(corners[0])
    _, bottom, right = spot.resolve(corners[1])
    return [spot.computed.book.sheets[sheet].name, top, left, bottom, right]


def _series(spot: Spot, series: Series) -> dict[str, Any]:
    sheet, row, col = spot.resolve(series.name)
    return {
        "name": [spot.computed.book.sheets[sheet].name, row, col],
        "categories": _area(spot, series.categories),
        "values": _area(spot, series.values),
    }


def _pie(workbook: Workbook, spot: Spot, chart: Chart) -> Any:
    drawn = workbook.add_chart({"type": "pie"})
    for series in chart.series:
        points = [{"fill": {"color": c}, "border": {"color": WHITE}} for c in series.colours]
        labels = {
            "category": True,
            "percentage": True,
            "separator": "\n",
            "position": "outside_end",
            "num_format": "0.00%",
            "font": FONT | {"bold": True},
            "leader_lines": True,
        }
        drawn.add_series(_series(spot, series) | {"points": points, "data_labels": labels})
    drawn.set_legend({"none": True})
    return drawn


def _columns(workbook: Workbook, spot: Spot, chart: Chart) -> Any:
    drawn = workbook.add_chart({"type": "column", "subtype": "stacked"})
    for series in chart.series:
        colour = series.colours[0]
        font = FONT | {"size": 9, "color": WHITE if colour in DARK_COLOURS else BLACK}
        labels = {"value": True, "num_format": f"[>={chart.thin}]{MILLIONS};", "position": "center", "font": font}
        look = {"fill": {"color": colour}, "border": {"color": WHITE}, "gap": 45}
        drawn.add_series(_series(spot, series) | look | {"data_labels": labels})
    if chart.whole:
        drawn.combine(_totals(workbook, spot, chart.whole))
    drawn.set_legend(
        {"position": "bottom", "font": FONT, "delete_series": [len(chart.series)]}
    )
    drawn.set_x_axis({"num_font": FONT | {"bold": True}, "line": {"color": GREY}})
    drawn.set_y_axis(
        {
            "name": chart.unit,
            "name_font": FONT | {"bold": False},
            "num_font": FONT,
            "num_format": MILLIONS,
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": RULE, "width": 0.5}},
        }
    )
    return drawn


def _totals(workbook: Workbook, spot: Spot, whole: Series) -> Any:
    """Return an invisible line that writes each column's total above it."""
    drawn = workbook.add_chart({"type": "line"})
    labels = {
        "value": True, "num_format": MILLIONS, "position": "above", "font": FONT | {"bold": True},
    }  # fmt: skip
    hidden = {"line": {"none": True}, "marker": {"type": "none"}, "data_labels": labels}
    drawn.add_series(_series(spot, whole) | hidden)
    return drawn
