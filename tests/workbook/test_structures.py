"""*Structures*: activities and amounts concerned, counted again from the CSV by another road."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.engines.edits import InsertRows, SetCell, Unprotect
from tests.engines.values import Sheets, Value
from tests.reading.test_structures import BY_HAND
from tests.workbook.built import Built
from tests.workbook.officers import After, typed

SHEET = "Structures"
YEARS = ("2016", "2017", "2018", "2019", "2020")
COLUMNS = ("total", *[f"y{year}" for year in YEARS])


def rows() -> list[dict[str, str]]:
    with Path("source/matrice.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def summed(chosen: list[dict[str, str]]) -> tuple[int, ...]:
    """Return the number of rows of the CSV, their total, their years."""
    years = [[int(row[year] or 0) for row in chosen] for year in YEARS]
    return (len(chosen), sum(map(sum, years)), *map(sum, years))


def shown(built: Built, sheets: Sheets, row: str) -> tuple[Value | None, ...]:
    return tuple(built.value(sheets, SHEET, row, col) for col in ("count", *COLUMNS))


@pytest.mark.parametrize("name", sorted({n for text in BY_HAND.values() for n in text.split("|")}))
def test_a_partner_has_what_its_activities_have(
    shipped: Built, recalculated: Sheets, name: str
) -> None:
    expected = summed([row for row in rows() if name in BY_HAND[row["partenaires"]].split("|")])
    assert shown(shipped, recalculated, f"partners/{name}") == expected


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("CNCLTdP", ("CNCLTdP", "CNCLTDP")),
        ("MSFFE", ("MSFFE",)),
        ("Conseil National de Veille Stratégique", ("Conseil National de Veille Stratégique",)),
        ("CNLTdP", ("CNLTdP",)),
    ],
)
def test_a_responsible_structure(
    shipped: Built, recalculated: Sheets, name: str, printed: tuple[str, ...]
) -> None:
    expected = summed([row for row in rows() if row["responsable"] in printed])
    assert shown(shipped, recalculated, f"responsible/{name}") == expected


def test_what_it_stores(shipped: Built) -> None:
    """What CICG is named in, by both of its spellings, and the activities of CNCLTdP."""
    named = [row for row in rows() if "CICG" in BY_HAND[row["partenaires"]].split("|")]
    assert any("CIGG" in row["partenaires"] for row in named)
    assert shown(shipped, shipped.stored, "partners/CICG") == summed(named)
    own = [row for row in rows() if row["responsable"].casefold() == "cncltdp"]
    assert shown(shipped, shipped.stored, "responsible/CNCLTdP") == summed(own)
    share = summed(own)[1] / 8_692_000_000
    found = shipped.value(shipped.stored, SHEET, "responsible/CNCLTdP", "share")
    assert found == pytest.approx(share)


def test_every_partner_has_a_row_and_the_plan_stands_below(
    shipped: Built, recalculated: Sheets
) -> None:
    book = shipped.computed.book
    keys = book.sheets[book.sheet_index[SHEET]].row_index
    listed = {key.partition("/")[2] for key in keys if key.startswith("partners/")}
    named = {name for text in BY_HAND.values() for name in text.split("|")}
    assert {key for key in listed if "/" not in key} == named
    assert shown(shipped, recalculated, "partners:plan")[:2] == (94, 8_692_000_000)
    assert shipped.value(recalculated, SHEET, "partners/SGG", "known") == "hors liste"
    assert shipped.value(recalculated, SHEET, "partners/PTF", "known") == "sigle"
    meaning = shipped.value(recalculated, SHEET, "alias:CIGG", "meaning")
    assert meaning == "retenu : CICG (plan.toml, section alias)".replace(" :", "\u00a0:")


def test_what_is_not_broken_down_is_shown(shipped: Built, after: After) -> None:
    reserve, row = "reserve:I.1.1:0", shipped.row("Axe I", "I-1.1.2")
    sheets = after(
        typed(shipped, "Axe I", reserve, "label", "Nouvelle étude"),
        typed(shipped, "Axe I", reserve, "partners", "PTF"),
        typed(shipped, "Axe I", reserve, "y2016", 10_000_000),
        Unprotect("Axe I"),
        InsertRows("Axe I", row),
        SetCell("Axe I", f"B{row}", "Une ligne de plus"),
        SetCell("Axe I", f"F{row}", 1_000_000),
    )
    for kind in ("responsible", "partners"):
        rest = shown(shipped, sheets, f"{kind}:rest")
        assert rest[:3] == (1, 11_000_000, 11_000_000)
        assert shown(shipped, sheets, f"{kind}:plan")[1] == 8_703_000_000
    before = shipped.value(shipped.stored, SHEET, "partners/PTF", "total")
    assert shipped.value(sheets, SHEET, "partners/PTF", "total") == before
    assert shipped.named(sheets, "Controle_General") == 0


def test_a_structure_follows_an_adjustment(shipped: Built, after: After) -> None:
    """I-1.1.1 names ONP, INS and PTF: one franc more counts for each of them, not for OSC."""
    sheets = after(typed(shipped, "Axe I", "I-1.1.1", "y2016", 37_500_001))
    for name, more in (("ONP", 1), ("INS", 1), ("PTF", 1), ("OSC", 0)):
        row = f"partners/{name}"
        before = shipped.value(shipped.stored, SHEET, row, "y2016")
        assert shipped.value(sheets, SHEET, row, "y2016") == before + more  # type: ignore[operator]
