"""Faults of the bridges and of the checks: what watches the sheets, watching nothing."""

from __future__ import annotations

from tests.mutants.planted import Mutant

FIGURES = "tests/workbook/test_document_figures.py"
HOLDS, BRIDGES = f"{FIGURES}::test_everything_holds", f"{FIGURES}::test_bridges_explain_every_franc"
SHEETS, OTHERS = "tests/workbook/test_sheets.py", "tests/workbook/test_other_plans.py"
CAN_FAIL = "tests/proof/test_checks_can_fail.py"
CHECK_FAILS = f"{CAN_FAIL}::test_a_check_fails"
VALIDATED = f"{OTHERS}::test_a_validated_change_never_turns_the_published_bridge_red"
ROWS = "generator/sheets/axis_rows.py"
COMMON, CHECKS = "generator/sheets/common.py", "generator/sheets/checks.py"
AXIS_CHECKS = "generator/sheets/axis_checks.py"

BRIDGE_FAULTS = (
    Mutant(
        "sign of the gaps",
        "published + gaps is compared with the activities",
        "generator/sheets/measures.py",
        'spot.of("published") - spot.of("gaps")',
        'spot.of("published") + spot.of("gaps")',
        BRIDGES,
    ),
    Mutant(
        "ABS missing in a bridge",
        "two bridges that are off by opposite amounts cancel out",
        "generator/sheets/measures.py",
        'call("ABS", spot.of("base") - changed)',
        '(spot.of("base") - changed)',
        f"{CAN_FAIL}::test_two_bridges_that_are_off_by_opposite_amounts_do_not_cancel_out",
    ),
    Mutant(
        "ABS missing across",
        "a bridge's total that is too low is not flagged",
        "generator/sheets/reconciliation.py",
        'call("ABS", Ref("total") - total(',
        'total(Ref("total") - total(',
        f"{CAN_FAIL}::test_a_total_too_low_on_both_roads_differs_from_its_years",
    ),
    Mutant(
        "wrong level of a gap",
        "objectives look for their gaps among actions",
        "generator/sheets/gaps.py",
        '"objectif": "gap_objective"',
        '"objectif": "gap_action"',
        BRIDGES,
    ),
    Mutant(
        "wrong level of the list",
        "an objective's bridge sums the activities of an action",
        "generator/sheets/activities.py",
        '"objectif": "objective"',
        '"objectif": "action"',
        BRIDGES,
    ),
    Mutant(
        "adopted is the base",
        "validated changes never show",
        "generator/sheets/measures.py",
        '("adopted_total", "a")',
        '("base_total", "b")',
        VALIDATED,
    ),
    Mutant(
        "gaps of the last anchor",
        "the plan's gaps are read on the empty row above their total",
        "generator/sheets/gaps.py",
        'Ref(col, "gaps:total"',
        "Ref(col, LAST_GAP",
        HOLDS,
    ),
    Mutant(
        "codes from the labels",
        "the flat list shows labels for codes",
        "generator/sheets/activities.py",
        'Ref("code", line.key, line.sheet)',
        'Ref("label", line.key, line.sheet)',
        HOLDS,
    ),
)
CHECK_FAULTS = (
    Mutant(
        "errors silence checks",
        "a check that cannot be computed counts as holding",
        COMMON,
        'call("IFERROR", ONE - holds, ONE)',
        'call("IFERROR", ONE - holds, ZERO)',
        f"{CAN_FAIL}::test_an_error_raises_every_check_that_reads_it",
    ),
    Mutant(
        "negative differences pass",
        "a check looks at what is too much and not at what is too little",
        COMMON,
        'call("MAX", cells, ZERO - call("MIN", cells))',
        'call("MAX", cells)',
        f"{CHECK_FAILS}[complete-bottom-y2016-less]",
    ),
    Mutant(
        "a wide tolerance passes",
        "a tolerance typed over lets every difference pass",
        COMMON,
        """        Binary("<", tolerance, ONE),
""",
        "",
        f"{CAN_FAIL}::test_a_wide_tolerance_fails_every_check",
    ),
    Mutant(
        "a text passes for a difference",
        "a word typed over a difference hides it",
        COMMON,
        'equal(call("COUNT", cells), expected)',
        "equal(expected, expected)",
        f"{CAN_FAIL}::test_a_difference_typed_over_raises_its_check",
    ),
    Mutant(
        "a result may go missing",
        "a result deleted or typed over leaves the master check green",
        CHECKS,
        "when(whole, ZERO, ONE)",
        "when(whole, ZERO, ZERO)",
        f"{CAN_FAIL}::test_a_result_typed_over_shows_in_the_master_check",
    ),
    Mutant(
        "completeness compares with itself",
        "a row outside every block is not noticed",
        AXIS_CHECKS,
        "held - Ref(col, AXIS_TOTAL, axis.sheet)",
        "held - held",
        f"{CHECK_FAILS}[complete-bottom-y2016]",
    ),
    Mutant(
        "negatives from a billion on",
        "a negative amount is not noticed",
        AXIS_CHECKS,
        'Const("<0")',
        'Const("<-1000000000")',
        f"{CHECK_FAILS}[negative-I-1.1.1-y2016-less]",
    ),
    Mutant(
        "texts counted as numbers",
        "an amount typed as a text is not noticed",
        AXIS_CHECKS,
        'call("COUNTA", _column(axis, col)) - call("COUNT", _column(axis, col))',
        'call("COUNT", _column(axis, col)) - call("COUNT", _column(axis, col))',
        f"{CHECK_FAILS}[texts-I-1.1.1-y2016]",
    ),
    Mutant(
        "alerts among the errors",
        "an adjustment turns the master check red",
        AXIS_CHECKS,
        '("changed", ALERT',
        '("changed", ERROR',
        "tests/proof/test_one_edit.py::test_one_franc_moves_the_plan_by_one_franc",
    ),
    Mutant(
        "another name for a sheet",
        "the contract's sheet Accueil has another name",
        COMMON,
        '"Accueil", "Synthèse"',
        '"Couverture", "Synthèse"',
        f"{SHEETS}::test_sheets_stand_in_the_contract_s_order",
    ),
)
LIBREOFFICE_FAULTS = (
    Mutant(
        "sum from the first activity",
        "a row inserted above an action's first activity does not count",
        ROWS,
        "total(Range(Ref(None, first), Ref(None, last)))",
        "total(Range(Ref(None, action.activities[0].code), Ref(None, last)))",
        "tests/workbook/test_officer_edits.py::test_a_row_inserted_in_a_block_counts",
    ),
    Mutant(
        "sum to the reserve row",
        "a row inserted below an action's reserve row does not count",
        ROWS,
        "total(Range(Ref(None, first), Ref(None, last)))",
        "total(Range(Ref(None, first), Ref(None, f'reserve:{action.code}:0')))",
        "tests/workbook/test_officer_edits.py::test_a_row_inserted_in_a_block_counts",
    ),
)
MUTANTS = (*BRIDGE_FAULTS, *CHECK_FAULTS)
