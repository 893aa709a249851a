"""Every figure that the document prints is reached: live arithmetic plus a documented gap."""

from __future__ import annotations

import pytest

from tests.engines.values import Sheets
from tests.workbook import document
from tests.workbook.built import Built

COLUMNS = ("y2016", "y2017", "y2018", "y2019", "y2020", "total")


@pytest.fixture(
    params=["stored", pytest.param("recalculated", marks=pytest.mark.libreoffice)],
)
def sheets(request: pytest.FixtureRequest, shipped: Built) -> Sheets:
    """Return the values as Python stored them, then as LibreOffice recalculates them."""
    if request.param == "stored":
        return shipped.stored
    found: Sheets = request.getfixturevalue("recalculated")
    return found


def amounts(built: Built, sheets: Sheets, sheet: str, row: str) -> tuple[int, ...]:
    """Return a row's years and total, whole francs."""
    found = [built.value(sheets, sheet, row, col) for col in COLUMNS]
    assert all(isinstance(amount, (int, float)) and amount == int(amount) for amount in found)
    return tuple(int(amount) for amount in found if amount is not None)


def live(built: Built, sheets: Sheets, level: str, code: str) -> tuple[int, ...]:
    """Return an entity's live totals on its axis sheet, or for the plan on Synthèse."""
    if level == "plan":
        return amounts(built, sheets, "Synthèse", "computed")
    axis = code.partition(".")[0]
    sheet = next(part.sheet for part in built.source.plan.axes if part.code == axis)
    row = "total" if level == "axe" else f"{level}:{code}"
    return amounts(built, sheets, sheet, row)


def test_all_276_published_figures_are_reached(shipped: Built, sheets: Sheets) -> None:
    published = document.published()
    assert len(published) * len(COLUMNS) == 276
    for (level, code), expected in published.items():
        found = live(shipped, sheets, level, code)
        reached = tuple(
            amount + gap for amount, gap in zip(found, document.gap(level, code), strict=True)
        )
        assert reached == expected, (level, code)


def test_thirty_figures_need_a_gap_and_no_other(shipped: Built, sheets: Sheets) -> None:
    needed = {
        (level, code)
        for (level, code), expected in document.published().items()
        if live(shipped, sheets, level, code) != expected
    }
    assert needed == set().union(*document.GAPS_AT.values())
    differing = [
        amount != figure
        for key in needed
        for amount, figure in zip(
            live(shipped, sheets, *key), document.published()[key], strict=True
        )
    ]
    assert sum(differing) == 30


def test_summary_is_the_recapitulatif_row_for_row(shipped: Built, sheets: Sheets) -> None:
    for row, expected in document.SUMMARY.items():
        found = tuple(shipped.value(sheets, "Synthèse", row, col) for col in COLUMNS)
        assert found == expected, row


def test_state_and_partners_in_figures(shipped: Built, sheets: Sheets) -> None:
    for sheet in ("Synthèse", "Financement"):
        assert shipped.value(sheets, sheet, "state", "total") == pytest.approx(document.STATE)
        assert shipped.value(sheets, sheet, "partners", "total") == pytest.approx(document.PARTNERS)


def test_shares_of_the_text(shipped: Built, sheets: Sheets) -> None:
    for axis in shipped.source.plan.axes:
        share = shipped.value(sheets, "Synthèse", f"axe:{axis.code}", "share")
        assert isinstance(share, float)
        assert f"{share:.2%}".replace(".", ",") == f"{document.AXES[axis.sheet][1]}%"


def test_counts_of_the_text(shipped: Built, sheets: Sheets) -> None:
    for axis in shipped.source.plan.axes:
        _, _, actions, activities = document.AXES[axis.sheet]
        row = f"axe:{axis.code}"
        assert shipped.value(sheets, "Synthèse", row, "actions") == actions
        assert shipped.value(sheets, "Synthèse", row, "activities") == activities
    assert shipped.value(sheets, "Synthèse", "budget", "activities") == 94


def test_both_bases_stand_on_the_summary(shipped: Built, sheets: Sheets) -> None:
    rows = {
        "computed": document.COMPUTED,
        "published": document.SUMMARY["budget"],
        "gaps": document.gap("plan", "PLAN"),
    }
    for row, expected in rows.items():
        found = tuple(shipped.value(sheets, "Synthèse", row, col) for col in COLUMNS)
        assert found == expected, row
    assert document.gap("plan", "PLAN")[-1] == 110_000_000


NOTHING = ("undocumented", "unexplained", "validated", "adjusted", "inserted")
"""Rows of the bridges that are 0 in the workbook as built."""


def test_bridges_explain_every_franc(shipped: Built, sheets: Sheets) -> None:
    for (level, code), expected in document.published().items():
        rows = {
            measure: tuple(
                shipped.value(sheets, "Rapprochement", f"{level}:{code}:{measure}", col) or 0
                for col in COLUMNS
            )
            for measure in ("published", "gaps", *NOTHING)
        }
        assert rows["published"] == expected
        assert rows["gaps"] == document.gap(level, code)
        for measure in NOTHING:
            assert rows[measure] == (0,) * 6, (level, code, measure)


def test_five_activities_are_pm(shipped: Built, sheets: Sheets) -> None:
    marks = [
        activity.code
        for axis in shipped.source.plan.axes
        for action in axis.actions
        for activity in action.activities
        if shipped.value(sheets, axis.sheet, activity.code, "total") == "PM"
    ]
    assert marks == ["III-2.1.3", "III-2.1.4", "III-3.1.1", "III-4.1.1", "IV-1.1.1"]


def test_everything_holds(shipped: Built, sheets: Sheets) -> None:
    assert shipped.named(sheets, "Controle_General") == 0
    assert shipped.named(sheets, "Alertes") == 0
