from __future__ import annotations

from generator.reader.opened import OpenedWorkbook
from tests.rules.planting import Only, at, in_formulas, sheet_named, with_cell, with_formulas


def test_an_axis_that_the_summary_reads_elsewhere(small: OpenedWorkbook, only: Only) -> None:
    planted = in_formulas(small, "Synthèse", r"^'Axe B'!([A-Z])16", r"'Axe B'!\g<1>15")
    assert only(planted) == {"R04.summary"}


def test_an_axis_that_the_summary_leaves_out(small: OpenedWorkbook, only: Only) -> None:
    assert "R04.summary" in only(with_cell(small, "Synthèse", "A6", value="Autre"))


def test_a_total_without_one_of_the_axes(small: OpenedWorkbook, only: Only) -> None:
    own = {
        f"{col}12": f"SUM('Axe A'!{axis}29,'Axe B'!{axis}14)" for col, axis in ("CF", "DG", "EH")
    }
    assert only(with_formulas(small, "Synthèse", own)) == {"R04.axes"}


def test_a_line_that_reads_another_row(small: OpenedWorkbook, only: Only) -> None:
    text = sheet_named(small, "Activités").cells[at("I6")].formula or ""
    row = {f"{col}6": text.replace("F11", f"{axis}10") for col, axis in ("IF", "JG", "KH")}
    assert text.endswith("F11")
    assert only(with_formulas(small, "Activités", row)) == {"R04.list"}


def test_a_bridge_without_one_of_its_levels(small: OpenedWorkbook, only: Only) -> None:
    cells = sheet_named(small, "Rapprochement").cells
    row = next(r for (r, c), x in cells.items() if (c, x.value) == (3, "+ Lignes insérées")) + 1
    first = (cells[at(f"F{row}")].formula or "").split(",")[0]
    own = {f"{col}{row}": f"{first.replace('F', col)})" for col in "FGH"}
    assert only(with_formulas(small, "Rapprochement", own)) == {"R04.bridge"}
