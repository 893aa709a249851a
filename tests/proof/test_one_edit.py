"""One cell changed in the shipped workbook, recalculated by the fast engine, worked out by hand."""

from __future__ import annotations

import pytest

from tests.engines import fast
from tests.engines.edits import Input, SetCell
from tests.engines.values import Sheets
from tests.workbook import document
from tests.workbook.built import Built

AXIS, ACTIVITY = "Axe I", "I-1.1.1"  # 37 500 000 in 2016 and in 2020


def after(built: Built, sheet: str, row: str, col: str, value: Input) -> Sheets:
    """Return what the workbook is worth once the cell is changed."""
    return fast.recalculate(built.path, [SetCell(*built.cell(sheet, row, col), value)])


def test_one_franc_moves_the_plan_by_one_franc(shipped: Built) -> None:
    sheets = after(shipped, AXIS, ACTIVITY, "y2016", 37_500_001)
    assert shipped.named(sheets, "Total_Plan") == 8_802_000_001
    assert shipped.value(sheets, AXIS, ACTIVITY, "changed") == "modifié"
    assert shipped.value(sheets, AXIS, "I-1.1.2", "changed") == ""
    assert shipped.value(sheets, AXIS, ACTIVITY, "base_total") == 75_000_000
    assert shipped.value(sheets, "Rapprochement", "axe:I:adjusted", "y2016") == 1
    assert shipped.named(sheets, "Controle_General") == 0
    assert shipped.named(sheets, "Alertes") == 4  # changed; neutral by year, by axis, in total


def test_the_switch_takes_the_gaps_out(shipped: Built) -> None:
    sheets = after(shipped, "Paramètres", "Base_Totaux", "value", "Recalculée")
    assert shipped.named(sheets, "Total_Plan") == document.COMPUTED[-1]
    assert shipped.named(sheets, "Total_Etat") == pytest.approx(document.COMPUTED_STATE)
    assert shipped.named(sheets, "Total_Partenaires") == pytest.approx(document.COMPUTED_PARTNERS)
    found = [shipped.value(sheets, "Synthèse", "budget", f"y{year}") for year in document.YEARS]
    assert found == list(document.COMPUTED[:-1])
    assert shipped.named(sheets, "Controle_General") == 0


def test_the_names_point_at_what_they_say(shipped: Built) -> None:
    assert shipped.named(shipped.stored, "Total_Plan") == 8_802_000_000
    assert shipped.named(shipped.stored, "Total_Etat") == pytest.approx(document.STATE)
    assert shipped.named(shipped.stored, "Total_Partenaires") == pytest.approx(document.PARTNERS)
    assert shipped.named(shipped.stored, "Part_Etat") == 0.22
    assert shipped.named(shipped.stored, "Ecarts_Inclus") == 1
    assert shipped.named(shipped.stored, "Base_Totaux") == "Publiée"
    assert shipped.named(shipped.stored, "Marque_PM") == "PM"


def test_the_register_lists_what_changed(shipped: Built) -> None:
    """An amount in axis I, a status alone in axis II; one that keeps, one beside no activity."""
    typed: list[tuple[str, str, str, Input]] = [
        (AXIS, ACTIVITY, "y2016", 37_500_001),
        ("Axe II", "II-1.1.1", "status", "reportée"),
        ("Axe III", "III-1.1.1", "status", "maintenue"),
        (AXIS, "reserve:I.1.1:0", "status", "retirée"),
    ]
    edits = [SetCell(*shipped.cell(sheet, row, col), value) for sheet, row, col, value in typed]
    sheets = fast.recalculate(shipped.path, edits)
    book = shipped.computed.book
    rows = book.sheets[book.sheet_index["Ajustements"]].row_index
    lines = [
        [shipped.value(sheets, "Ajustements", row, col) for col in ("num", "code", "total")]
        for row in rows
        if row.startswith("line:")
    ]
    assert [line for line in lines if line[1]] == [[1, ACTIVITY, 1], [2, "II-1.1.1", 0]]
    assert shipped.value(sheets, "Ajustements", "axe:I", "status") == "non neutre"
    assert shipped.value(sheets, "Ajustements", "axe:II", "status") == "neutre"
