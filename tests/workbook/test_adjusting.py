"""Adjusting in the workbook: register, transfers, statuses, ceilings, worked out by hand.

I-2.1.4 holds 50 000 000 in each of the five years; I-1.1.1 37 500 000 in 2016 and 2020; axis I
comes to 382 500 000 in 2016. All from the document.
"""

from __future__ import annotations

import pytest

from tests.engines.edits import SetCell
from tests.engines.values import Sheets, Value
from tests.workbook.built import Built
from tests.workbook.officers import After, failing, typed

AXIS, REGISTER, SUMMARY = "Axe I", "Ajustements", "Synthèse"
WEEK, STUDY = "I-2.1.4", "I-1.1.1"
COLUMNS = ("num", "code", "base", "live", "total", "y2018", "y2019", "status", "reason")


def register(built: Built, sheets: Sheets, columns: tuple[str, ...] = COLUMNS) -> list[list[Value]]:
    """Return the lines of the register that are filled, in order."""
    keys = [key for key in _rows(built) if key.startswith("line:")]
    lines = [[built.value(sheets, REGISTER, key, col) for col in columns] for key in keys]
    return [line for line in lines if line[0] not in (None, "")]  # type: ignore[misc]


def _rows(built: Built) -> list[str]:
    book = built.computed.book
    return list(book.sheets[book.sheet_index[REGISTER]].row_index)


def test_the_register_opens_empty(shipped: Built, recalculated: Sheets) -> None:
    assert register(shipped, recalculated) == []
    assert shipped.value(recalculated, REGISTER, "transfers", "status") == "neutre"


def test_fifty_millions_moved_from_2018_to_2019(shipped: Built, after: After) -> None:
    sheets = after(
        typed(shipped, AXIS, WEEK, "y2018", None),
        typed(shipped, AXIS, WEEK, "y2019", 100_000_000),
        typed(shipped, AXIS, WEEK, "reason", "Semaine reportée"),
    )
    total = 250_000_000
    assert register(shipped, sheets) == [
        [1, WEEK, total, total, 0, -50_000_000, 50_000_000, "", "Semaine reportée"]
    ]
    assert shipped.value(sheets, REGISTER, "transfers", "y2018") == -50_000_000
    assert shipped.value(sheets, REGISTER, "by_year", "y2018") == "non neutre"
    assert shipped.value(sheets, REGISTER, "by_year", "y2017") == "neutre"
    assert shipped.value(sheets, REGISTER, "axe:I", "status") == "neutre"
    assert failing(shipped, sheets, "alerte") == {
        (AXIS, "Activités dont un montant diffère de la base"),
        (REGISTER, "Transferts neutres par année (révisé moins base)"),
    }
    assert failing(shipped, sheets) == set()
    assert shipped.value(sheets, SUMMARY, "chain:adjusted", "y2019") == 50_000_000
    assert shipped.value(sheets, SUMMARY, "chain:live", "total") == 8_692_000_000


def test_a_transfer_between_two_axes_balances_in_total_alone(shipped: Built, after: After) -> None:
    sheets = after(
        typed(shipped, AXIS, STUDY, "y2016", 0),
        typed(shipped, "Axe II", "II-1.1.1", "y2016", 5_000_000 + 37_500_000),
    )
    assert [line[1] for line in register(shipped, sheets)] == [STUDY, "II-1.1.1"]
    assert shipped.value(sheets, REGISTER, "axe:I", "total") == -37_500_000
    assert shipped.value(sheets, REGISTER, "axe:II", "status") == "non neutre"
    assert shipped.value(sheets, REGISTER, "transfers", "total") == 0
    alerts = {label for sheet, label in failing(shipped, sheets, "alerte") if sheet == REGISTER}
    assert alerts == {"Transferts neutres par axe (somme des écarts, sans signe)"}


def test_a_withdrawn_activity_is_an_alert_while_it_keeps_an_amount(
    shipped: Built, after: After
) -> None:
    withdrawn = typed(shipped, AXIS, STUDY, "status", "retirée")
    sheets = after(withdrawn)
    label = "Activités retirées qui gardent un montant"
    assert failing(shipped, sheets, "alerte") == {(AXIS, label)}
    columns = ("code", "base", "live", "total", "status")
    assert register(shipped, sheets, columns) == [[STUDY, 75_000_000, 75_000_000, 0, "retirée"]]
    emptied = [typed(shipped, AXIS, STUDY, f"y{year}", None) for year in (2016, 2020)]
    sheets = after(withdrawn, *emptied)
    assert (AXIS, label) not in failing(shipped, sheets, "alerte")
    assert register(shipped, sheets, columns) == [[STUDY, 75_000_000, 0, -75_000_000, "retirée"]]


def test_a_kept_activity_is_no_change_and_an_unknown_status_an_error(
    shipped: Built, after: After
) -> None:
    sheets = after(typed(shipped, AXIS, STUDY, "status", "maintenue"))
    assert register(shipped, sheets) == []
    assert shipped.named(sheets, "Controle_General") == 0
    sheets = after(typed(shipped, AXIS, STUDY, "status", "annulée"))
    assert failing(shipped, sheets) == {(AXIS, "Statuts qui ne sont pas un mot de la liste")}


def test_a_costless_activity_gets_an_amount_and_gives_it_back(shipped: Built, after: After) -> None:
    code = next(a.code for a in shipped.source.plan.activities if a.years == (None,) * 5)
    sheet = next(
        axis.sheet
        for axis in shipped.source.plan.axes
        for action in axis.actions
        if code in [activity.code for activity in action.activities]
    )
    sheets = after(typed(shipped, sheet, code, "y2019", 20_000_000))
    columns = ("code", "base", "live", "total", "y2019")
    assert register(shipped, sheets, columns) == [[code, "PM", 20_000_000, 20_000_000, 20_000_000]]
    sheets = after(
        typed(shipped, sheet, code, "y2019", 20_000_000), typed(shipped, sheet, code, "y2019", None)
    )
    assert register(shipped, sheets) == []
    assert shipped.value(sheets, sheet, code, "total") == "PM"


def test_a_new_activity_stands_in_the_register(shipped: Built, after: After) -> None:
    reserve = "reserve:I.1.1:0"
    sheets = after(
        typed(shipped, AXIS, reserve, "label", "Nouvelle étude"),
        typed(shipped, AXIS, reserve, "y2017", 10_000_000),
    )
    columns = ("code", "label", "base", "live", "total")
    assert register(shipped, sheets, columns) == [
        ["I-1.1.5", "Nouvelle étude", 0, 10_000_000, 10_000_000]
    ]


def test_a_full_register_keeps_the_plan_s_order(shipped: Built, after: After) -> None:
    """Sixty activities get one franc more in 2016."""
    changed: list[str] = []
    edits: list[SetCell] = []
    for axis in shipped.source.plan.axes:
        for action in axis.actions:
            for activity in action.activities:
                if len(changed) < 60:
                    changed.append(activity.code)
                    amount = (activity.years[0] or 0) + 1
                    edits.append(typed(shipped, axis.sheet, activity.code, "y2016", amount))
    sheets = after(*edits)
    assert [line[1] for line in register(shipped, sheets)] == changed
    assert [line[0] for line in register(shipped, sheets)] == list(range(1, 61))
    assert shipped.value(sheets, REGISTER, "registered", "y2016") == 60
    assert shipped.named(sheets, "Controle_General") == 0


@pytest.mark.parametrize(
    ("ceiling", "over", "word"),
    [
        (382_500_000, 0, "respecté"),
        (380_000_000, 2_500_000, "dépassé"),
        (0, 382_500_000, "dépassé"),
    ],
)
def test_a_ceiling_of_an_axis(
    shipped: Built, after: After, ceiling: int, over: int, word: str
) -> None:
    sheets = after(typed(shipped, SUMMARY, "ceiling:I", "y2016", ceiling))
    assert shipped.value(sheets, SUMMARY, "over:I", "y2016") == over
    assert shipped.value(sheets, SUMMARY, "over:I", "share") == word
    assert shipped.value(sheets, SUMMARY, "over:II", "share") == ""
    raised = {(SUMMARY, "Montants au-dessus d'un plafond (somme des dépassements)")}
    assert failing(shipped, sheets, "alerte") == (raised if over else set())


def test_a_ceiling_of_the_plan_follows_what_is_typed(shipped: Built, after: After) -> None:
    """The activities come to 967 500 000 in 2016, whatever the base of totals."""
    sheets = after(
        typed(shipped, SUMMARY, "ceiling:PLAN", "y2016", 967_500_000),
        typed(shipped, AXIS, STUDY, "y2016", 37_500_007),
    )
    assert shipped.value(sheets, SUMMARY, "over:PLAN", "y2016") == 7


@pytest.mark.parametrize("typed_in", ["beaucoup", -1])
def test_a_ceiling_that_is_no_amount_is_an_error(
    shipped: Built, after: After, typed_in: str | int
) -> None:
    sheets = after(typed(shipped, SUMMARY, "ceiling:II", "y2017", typed_in))
    label = "Plafonds qui ne sont pas des montants"
    assert (SUMMARY, label) in failing(shipped, sheets)
