"""Each check of *Contrôles* fails when what it watches is wrong, and nothing silences it.

The shipped workbook is spoilt one cell at a time, locked cells included (pasting and other
programs reach them), and recalculated by the fast engine, which does not look at protection.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pytest

from generator.labels import Words
from tests.engines import fast
from tests.engines.edits import Input, SetCell
from tests.engines.values import Sheets
from tests.workbook.built import Built

CHECKS, LIST, BRIDGES = "Contrôles", "Activités", "Rapprochement"
AXIS, SUMMARY, FINANCING = "Axe I", "Synthèse", "Financement"
PARAMETERS, STAMP, REGISTER = "Paramètres", "Empreinte", "Ajustements"
PLAN, STRUCTURES = "PTA", "Structures"
ACTIVITY, RESERVE, YEAR = "I-1.1.1", "reserve:I.1.1:0", "y2016"  # 37 500 000 in 2016


class Spoilt(NamedTuple):
    """A check, the sheet it watches, and the cell whose change it must report."""

    name: str
    watched: str
    sheet: str
    row: str
    col: str
    value: Input


AXES = (
    Spoilt("complete", AXIS, AXIS, "bottom", YEAR, 1),
    Spoilt("complete", AXIS, AXIS, "bottom", YEAR, -1),
    Spoilt("listed", AXIS, LIST, ACTIVITY, YEAR, 37_500_001),
    Spoilt("across", AXIS, AXIS, ACTIVITY, "total", 74_999_999),
    Spoilt("frozen", AXIS, AXIS, ACTIVITY, "b2016", 37_500_001),
    Spoilt("gaps", AXIS, AXIS, "action:I.1.1", "gap", 1),
    Spoilt("texts", AXIS, AXIS, ACTIVITY, YEAR, "37 500 000"),
    Spoilt("negative", AXIS, AXIS, ACTIVITY, YEAR, -1),
    Spoilt("decimals", AXIS, AXIS, ACTIVITY, YEAR, 37_500_000.5),
    Spoilt("large", AXIS, AXIS, ACTIVITY, YEAR, 10**15),
    Spoilt("inserted", AXIS, STAMP, "rows:I", "total", 1),
    Spoilt("changed", AXIS, AXIS, ACTIVITY, YEAR, 37_500_001),
    Spoilt("changed", AXIS, AXIS, ACTIVITY, "y2017", 0),
    Spoilt("costless", AXIS, AXIS, "I-1.1.3", "y2017", None),
    Spoilt("withdrawn", AXIS, AXIS, ACTIVITY, "status", "retirée"),
    Spoilt("statuses", AXIS, AXIS, ACTIVITY, "status", "annulée"),
)
TOTALS = (
    Spoilt("parts", FINANCING, FINANCING, "partners", YEAR, 1),
    Spoilt("state_by_axis", FINANCING, FINANCING, "state:I", YEAR, 1),
    Spoilt("partners_by_axis", FINANCING, FINANCING, "partners:total", YEAR, 1),
    Spoilt("like_summary", FINANCING, FINANCING, "budget", YEAR, 1_007_500_001),
    Spoilt("like_summary_state", FINANCING, SUMMARY, "state", "total", 1),
    Spoilt("like_summary_partners", FINANCING, SUMMARY, "partners", "total", 1),
    Spoilt("summed", SUMMARY, SUMMARY, "axe:II", YEAR, 265_000_001),
    Spoilt("summary_across", SUMMARY, SUMMARY, "axe:I", "total", 2_045_000_001),
    Spoilt("shares", SUMMARY, SUMMARY, "axe:I", "share", 0.5),
    Spoilt("actions", SUMMARY, SUMMARY, "axe:I", "actions", 5),
    Spoilt("activities", SUMMARY, SUMMARY, "axe:I", "activities", 25),
    Spoilt("computed", SUMMARY, SUMMARY, "computed", YEAR, 967_500_001),
    Spoilt("both_bases", SUMMARY, SUMMARY, "published", YEAR, 1_007_500_001),
    Spoilt("state_bases", SUMMARY, SUMMARY, "published:state", YEAR, 1),
    Spoilt("partners_bases", SUMMARY, SUMMARY, "published:partners", YEAR, 1),
    Spoilt("state_apart", SUMMARY, SUMMARY, "computed:state", YEAR, 1),
    Spoilt("partners_apart", SUMMARY, SUMMARY, "computed:partners", YEAR, 1),
    Spoilt("unexplained", BRIDGES, AXIS, "action:I.1.1", "published", 149_999_999),
    Spoilt("unexplained", BRIDGES, BRIDGES, "axe:I:published", YEAR, 382_499_999),
    Spoilt("unexplained", BRIDGES, BRIDGES, "axe:I:base", YEAR, 382_499_999),
    Spoilt("unexplained", BRIDGES, BRIDGES, "axe:I:live", "total", 2_044_999_999),
    Spoilt("inserted_amounts", BRIDGES, BRIDGES, "plan:PLAN:inserted", YEAR, 1),
)
OFFICERS = (
    Spoilt("ceilings", SUMMARY, SUMMARY, "ceiling:I", YEAR, 382_499_999),
    Spoilt("ceilings", SUMMARY, SUMMARY, "ceiling:PLAN", YEAR, 967_499_999),
    Spoilt("ceiling_inputs", SUMMARY, SUMMARY, "ceiling:II", YEAR, "beaucoup"),
    Spoilt("ceiling_inputs", SUMMARY, SUMMARY, "ceiling:II", YEAR, -1),
    Spoilt("registered", REGISTER, REGISTER, "line:I-1.1.1", YEAR, 1),
    Spoilt("transfers", REGISTER, REGISTER, "axe:I", YEAR, 1),
    Spoilt("neutral_years", REGISTER, AXIS, ACTIVITY, YEAR, 37_500_001),
    Spoilt("neutral_axes", REGISTER, AXIS, ACTIVITY, YEAR, 37_500_001),
    Spoilt("neutral_total", REGISTER, AXIS, ACTIVITY, YEAR, 37_500_001),
)
PLEDGE, LINE = "pledge:0", "line:I-1.1.1"
FUNDED = (
    Spoilt("overfunded", FINANCING, FINANCING, "rest:I", YEAR, -1),
    Spoilt("pledges", FINANCING, FINANCING, PLEDGE, "label", "Un bailleur"),
    Spoilt("pledges", FINANCING, FINANCING, PLEDGE, "y2017", 5),
    Spoilt("pledges_counted", FINANCING, FINANCING, PLEDGE, "y2017", 5),
    Spoilt("pledges_counted", FINANCING, FINANCING, "secured", YEAR, 1),
    Spoilt("pledges", FINANCING, FINANCING, "pledges:bottom", "label", "Un bailleur"),
    Spoilt("pledges_tied", FINANCING, FINANCING, "secured:whole", "total", 1),
    Spoilt("pledges_base", FINANCING, FINANCING, PLEDGE, "base_amount", 5),
    Spoilt("pledges_base", FINANCING, STAMP, "funding", YEAR, 5),
    Spoilt("pledges_statuses", FINANCING, STAMP, "funding:confirmed", "total", 5),
    Spoilt("pta_moved", PLAN, PLAN, LINE, "key", "I-1.1.2"),
    Spoilt("pta_rest", PLAN, PLAN, LINE, "rest", 1),
    Spoilt("spread_partners", STRUCTURES, STRUCTURES, "partners:I-1.1.1/ONP", "first", None),
    Spoilt("currency", PARAMETERS, PARAMETERS, "rate:", "value", 600),
    Spoilt("currency", PARAMETERS, PARAMETERS, "Devise", "value", "USD"),
    Spoilt("pta_base", PLAN, PLAN, LINE, "b2016q3", 5),
    Spoilt("pta_base", PLAN, STAMP, "quarters", "total", 5),
    Spoilt("pta_year", PLAN, PLAN, "choice", "responsible", 2021),
    Spoilt("pta_total", PLAN, PLAN, LINE, "amount", 37_500_001),
    Spoilt("pta_inputs", PLAN, PLAN, LINE, "q1", "beaucoup"),
    Spoilt("pta_inputs", PLAN, PLAN, LINE, "q4", -1),
    Spoilt("pta_spread", PLAN, PLAN, LINE, "q2", 37_499_999),
    Spoilt("spread_responsible", STRUCTURES, STRUCTURES, "responsible:I-1.1.1/CNCLTdP", YEAR, 1),
    Spoilt("spread_partners", STRUCTURES, STRUCTURES, "partners:I-1.1.1/ONP", YEAR, 1),
)
OTHERS = (
    Spoilt("adopted", LIST, LIST, ACTIVITY, "a2016", 37_500_001),
    Spoilt("list_base", LIST, LIST, ACTIVITY, "b2016", 37_500_001),
    Spoilt("list_total", LIST, LIST, "total", YEAR, 967_500_001),
    Spoilt("counted", LIST, LIST, ACTIVITY, "count", 0),
    Spoilt("count_total", LIST, LIST, "total", "count", 93),
    Spoilt("moved", LIST, AXIS, ACTIVITY, "code", "I-1.1.9"),
    Spoilt("added", LIST, AXIS, RESERVE, "label", "Étude"),
    Spoilt("unnamed", LIST, AXIS, ACTIVITY, "label", None),
    Spoilt("share_range", PARAMETERS, PARAMETERS, "Part_Etat", "value", 1.01),
    Spoilt("share_range", PARAMETERS, PARAMETERS, "Part_Etat", "value", -0.01),
    Spoilt("switch", PARAMETERS, PARAMETERS, "base:published", "value", 0),
    Spoilt("constants", PARAMETERS, PARAMETERS, "Tolerance", "value", 0.6),
    Spoilt("share_blank", PARAMETERS, PARAMETERS, "Part_Etat", "value", None),
)
SPOILT = (*AXES, *TOTALS, *OFFICERS, *FUNDED, *OTHERS)


def named(case: Spoilt) -> str:
    """Return the name of a case: the check, the cell, whether it has too little there."""
    less = "-less" if case.value == -1 else ""
    return f"{case.name}-{case.row}-{case.col}{less}"


def after(built: Built, *cases: Spoilt) -> Sheets:
    """Return what the workbook is worth once the cells are spoilt."""
    edits = [SetCell(*built.cell(case.sheet, case.row, case.col), case.value) for case in cases]
    return fast.recalculate(built.path, edits)


def check_rows(built: Built) -> Mapping[tuple[str, str], str]:
    """Return the row of each check by (sheet, label)."""
    book = built.computed.book
    rows = book.sheets[book.sheet_index[CHECKS]].row_index
    return {
        (cell(built, built.stored, row, "sheet"), cell(built, built.stored, row, "label")): row
        for row in rows
        if row.startswith("check:")
    }


def cell(built: Built, sheets: Sheets, row: str, col: str) -> str:
    """Return a cell of a check as text."""
    return str(built.value(sheets, CHECKS, row, col))


@pytest.mark.parametrize("case", SPOILT, ids=named)
def test_a_check_fails(shipped: Built, case: Spoilt) -> None:
    row = check_rows(shipped)[case.watched, Words()(f"check.{case.name}")]
    sheets = after(shipped, case)
    assert shipped.value(shipped.stored, CHECKS, row, "result") == 0
    assert shipped.value(sheets, CHECKS, row, "result") == 1
    error = cell(shipped, sheets, row, "kind") == Words()("word.error")
    counted = shipped.named(sheets, "Controle_General" if error else "Alertes")
    assert isinstance(counted, float)
    assert counted >= 1


def test_every_check_of_the_workbook_is_made_to_fail(shipped: Built) -> None:
    labels = {label for _, label in check_rows(shipped)}
    assert {Words()(f"check.{case.name}") for case in SPOILT} == labels


def test_an_error_raises_every_check_that_reads_it(shipped: Built) -> None:
    """An unknown base of totals: what depends on it is an error, and no check passes over it."""
    sheets = after(shipped, Spoilt("", "", PARAMETERS, "Base_Totaux", "value", "Autre"))
    for name in ("summed", "summary_across", "shares", "state_bases", "partners_bases"):
        row = check_rows(shipped)[SUMMARY, Words()(f"check.{name}")]
        assert shipped.value(sheets, CHECKS, row, "result") == 1, name


@pytest.mark.parametrize("typed", ["conforme", None])
def test_a_difference_typed_over_raises_its_check(shipped: Built, typed: Input) -> None:
    row = check_rows(shipped)[SUMMARY, Words()("check.summed")]
    sheets = after(shipped, Spoilt("", "", CHECKS, row, YEAR, typed))
    assert shipped.value(sheets, CHECKS, row, "result") == 1
    assert shipped.named(sheets, "Controle_General") == 1


@pytest.mark.parametrize("typed", ["conforme", None])
def test_a_result_typed_over_shows_in_the_master_check(shipped: Built, typed: Input) -> None:
    row = check_rows(shipped)[SUMMARY, Words()("check.summed")]
    sheets = after(shipped, Spoilt("", "", CHECKS, row, "result", typed))
    assert shipped.named(sheets, "Controle_General") == 1


def test_a_wide_tolerance_fails_every_check(shipped: Built) -> None:
    sheets = after(shipped, Spoilt("", "", PARAMETERS, "Tolerance", "value", 1_000_000_000_000))
    rows = check_rows(shipped).values()
    assert {shipped.value(sheets, CHECKS, row, "result") for row in rows} == {1}


def test_two_bridges_that_are_off_by_opposite_amounts_do_not_cancel_out(shipped: Built) -> None:
    """A base a franc too low, by year and in total: what comes before it and after it differ."""
    row = "axe:I:base"
    sheets = after(
        shipped,
        Spoilt("", "", BRIDGES, row, YEAR, 382_499_999),
        Spoilt("", "", BRIDGES, row, "total", 2_044_999_999),
    )
    assert shipped.value(sheets, BRIDGES, "axe:I:unexplained", YEAR) == 2
    assert shipped.value(sheets, BRIDGES, row, "flag") == 0
    assert shipped.named(sheets, "Controle_General") == 1


def test_a_total_too_low_on_both_roads_differs_from_its_years(shipped: Built) -> None:
    sheets = after(
        shipped,
        Spoilt("", "", AXIS, "total", "total", 2_044_999_999),
        Spoilt("", "", LIST, ACTIVITY, "total", 74_999_999),
    )
    assert shipped.value(sheets, BRIDGES, "axe:I:unexplained", "total") == 0
    assert shipped.value(sheets, BRIDGES, "axe:I:live", "flag") == 1
