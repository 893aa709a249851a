"""*PTA*: the work plan of a year, by hand.

I-1.1.1 holds 37,5 M in 2016 and in 2020, nothing between; the activities come to 967,5 M in 2016
and 3 094 M in 2017 (hand sums of the matrix).
"""

from __future__ import annotations

import pytest

from tests.engines.edits import InsertRows, SetCell, Unprotect
from tests.engines.values import Sheets
from tests.workbook.built import Built
from tests.workbook.officers import After, failing, typed

PLAN, STUDY, LINE = "PTA", "I-1.1.1", "line:I-1.1.1"
SPREAD = "Activités dont les trimestres saisis ne font pas le montant de l'année"


def quarters(built: Built, *amounts: float | str) -> list[SetCell]:
    return [
        typed(built, PLAN, LINE, f"q{number}", amount) for number, amount in enumerate(amounts, 1)
    ]


def test_it_opens_on_the_first_year(shipped: Built, recalculated: Sheets) -> None:
    assert shipped.value(recalculated, PLAN, "choice", "responsible") == 2016
    assert shipped.value(recalculated, PLAN, "total", "amount") == 967_500_000
    assert shipped.value(recalculated, PLAN, "total", "state") == pytest.approx(212_850_000)
    assert shipped.value(recalculated, PLAN, "total", "rest") == 967_500_000
    shown = [
        shipped.value(recalculated, PLAN, LINE, col)
        for col in ("code", "responsible", "partners", "planned", "amount", "spread")
    ]
    assert shown == [STUDY, "CNCLTdP", "ONP / INS, PTF", "oui", 37_500_000, ""]
    assert shipped.value(recalculated, PLAN, LINE, "state") == pytest.approx(8_250_000)


def test_what_it_stores(shipped: Built) -> None:
    assert shipped.value(shipped.stored, PLAN, "total", "amount") == 967_500_000
    assert shipped.value(shipped.stored, PLAN, "total", "state") == pytest.approx(212_850_000)
    assert shipped.value(shipped.stored, PLAN, LINE, "amount") == 37_500_000
    assert shipped.value(shipped.stored, PLAN, LINE, "rest") == 37_500_000
    assert shipped.value(shipped.stored, PLAN, LINE, "planned") == "oui"
    assert shipped.value(shipped.stored, PLAN, "line:I-1.1.2", "partners") == "ENSEA/INS, PTF"


def test_another_year(shipped: Built, after: After) -> None:
    sheets = after(typed(shipped, PLAN, "choice", "responsible", 2017))
    assert shipped.value(sheets, PLAN, "total", "amount") == 3_094_000_000
    assert shipped.value(sheets, PLAN, LINE, "amount") == 0
    assert shipped.value(sheets, PLAN, LINE, "planned") == ""
    assert shipped.named(sheets, "Controle_General") == 0


def test_quarters_that_make_up_the_year(shipped: Built, after: After) -> None:
    sheets = after(*quarters(shipped, 7_500_000, 10_000_000, 10_000_000, 10_000_000))
    assert shipped.value(sheets, PLAN, LINE, "rest") == 0
    assert shipped.value(sheets, PLAN, LINE, "spread") == "réparti"
    assert shipped.value(sheets, PLAN, "total", "q1") == 7_500_000
    assert shipped.value(sheets, PLAN, "total", "rest") == 930_000_000
    assert failing(shipped, sheets, "alerte") == set()


def test_quarters_that_do_not_are_an_alert(shipped: Built, after: After) -> None:
    sheets = after(*quarters(shipped, 7_500_000, 10_000_000))
    assert shipped.value(sheets, PLAN, LINE, "rest") == 20_000_000
    assert shipped.value(sheets, PLAN, LINE, "spread") == "à revoir"
    assert failing(shipped, sheets, "alerte") == {(PLAN, SPREAD)}
    assert shipped.named(sheets, "Controle_General") == 0


def test_quarters_stay_with_their_activity_when_the_year_changes(
    shipped: Built, after: After
) -> None:
    year = typed(shipped, PLAN, "choice", "responsible", 2020)
    sheets = after(*quarters(shipped, 37_500_000), year)
    assert shipped.value(sheets, PLAN, LINE, "spread") == "réparti"  # 37,5 M in 2020 too
    year = typed(shipped, PLAN, "choice", "responsible", 2018)
    sheets = after(*quarters(shipped, 37_500_000), year)
    assert shipped.value(sheets, PLAN, LINE, "q1") == 37_500_000
    assert failing(shipped, sheets, "alerte") == {(PLAN, SPREAD)}


def test_a_text_in_a_quarter_is_an_error(shipped: Built, after: After) -> None:
    sheets = after(*quarters(shipped, "beaucoup"))
    label = "Trimestres qui ne sont pas des montants, ou négatifs"
    assert failing(shipped, sheets) == {(PLAN, label)}


def test_a_year_outside_the_plan_is_an_error(shipped: Built, after: After) -> None:
    sheets = after(typed(shipped, PLAN, "choice", "responsible", 2021))
    label = "L'année choisie est une année du plan"
    assert failing(shipped, sheets) == {(PLAN, label)}
    assert shipped.value(sheets, PLAN, "total", "amount") == 0


def test_a_filled_reserve_row_and_an_inserted_row_are_in(shipped: Built, after: After) -> None:
    reserve, row = "reserve:I.1.1:0", shipped.row("Axe I", "I-1.1.2")
    sheets = after(
        typed(shipped, "Axe I", reserve, "label", "Nouvelle étude"),
        typed(shipped, "Axe I", reserve, "y2016", 10_000_000),
        Unprotect("Axe I"),
        InsertRows("Axe I", row),
        SetCell("Axe I", f"B{row}", "Une ligne de plus"),
        SetCell("Axe I", f"F{row}", 1_000_000),
    )
    assert shipped.value(sheets, PLAN, f"line:{reserve}", "code") == "I-1.1.5"
    assert shipped.value(sheets, PLAN, f"line:{reserve}", "amount") == 10_000_000
    assert shipped.value(sheets, PLAN, "inserted", "amount") == 1_000_000
    assert shipped.value(sheets, PLAN, "total", "amount") == 978_500_000
