"""Faults of the sheets: ranges, columns, levels, signs, locks, words."""

from __future__ import annotations

from tests.mutants.planted import Mutant

FIGURES = "tests/workbook/test_document_figures.py"
HOLDS = f"{FIGURES}::test_everything_holds"
SUMMARY = f"{FIGURES}::test_summary_is_the_recapitulatif_row_for_row"
REACHED = f"{FIGURES}::test_all_276_published_figures_are_reached"
PANDAS = "tests/proof/test_build_verifies.py::test_the_shipped_plan_passes"
SHEETS, OTHERS = "tests/workbook/test_sheets.py", "tests/workbook/test_other_plans.py"
CAN_FAIL = "tests/proof/test_checks_can_fail.py"
CHECK_FAILS = f"{CAN_FAIL}::test_a_check_fails"
OPEN = "tests/proof/test_open_cells.py::test_the_open_cells_are_the_inputs"
VALIDATED = f"{OTHERS}::test_a_validated_change_never_turns_the_published_bridge_red"
ROWS, AXIS = "generator/sheets/axis_rows.py", "generator/sheets/axis.py"

REGISTER = "generator/sheets/adjustments.py"
REGISTERED = "tests/proof/test_one_edit.py::test_the_register_lists_what_changed"

AXIS_FAULTS = (
    Mutant(
        "range short of all but one",
        "an action's total holds its first activity alone",
        ROWS,
        "total(Range(Ref(None, first), Ref(None, last)))",
        "total(Range(Ref(None, first), Ref(None, action.activities[0].code)))",
        PANDAS,
        "ControlTotalsError",
    ),
    Mutant(
        "objective short of an action",
        "an objective's subtotal leaves its last actions out",
        ROWS,
        "for action in objective.actions]",
        "for action in objective.actions[:1]]",
        REACHED,
    ),
    Mutant(
        "axis counts an objective twice",
        "the first objective is in the axis's total twice",
        AXIS,
        "for objective in axis.objectives]",
        "for objective in (axis.objectives[0], *axis.objectives)]",
        PANDAS,
        "ControlTotalsError",
    ),
    Mutant(
        "row total from the second year",
        "an activity's total leaves its first year out",
        ROWS,
        "years = Range(Ref(model.live[0]), ",
        "years = Range(Ref(model.live[1]), ",
        HOLDS,
    ),
    Mutant(
        "totals across short of a year",
        "the total of a level leaves its last year out",
        ROWS,
        '"total": Cell(total(Range(Ref(model.live[0]), Ref(model.live[-1])))',
        '"total": Cell(total(Range(Ref(model.live[0]), Ref(model.live[-2])))',
        REACHED,
    ),
    Mutant(
        "PM without its word",
        "an activity pour mémoire shows 0",
        ROWS,
        'when(blank, Name("Marque_PM"), total(years))',
        "total(years)",
        f"{FIGURES}::test_five_activities_are_pm",
    ),
    Mutant(
        "change compared with itself",
        "a changed row is never marked",
        ROWS,
        "equal(Ref(live), Ref(base))",
        "equal(Ref(live), Ref(live))",
        f"{CHECK_FAILS}[changed-I-1.1.1-y2016]",
    ),
    Mutant(
        "gap from the wrong side",
        "the gap shown is calculated minus published",
        ROWS,
        'Ref("published") - Ref("total")',
        'Ref("total") - Ref("published")',
        f"{SHEETS}::test_each_axis_sheet_shows_the_published_total_and_the_gap",
    ),
    Mutant(
        "amounts locked",
        "an officer cannot type an amount",
        ROWS,
        'cells[live] = Cell(amount, "money.input")',
        'cells[live] = Cell(amount, "money.row")',
        OPEN,
    ),
    Mutant(
        "total unlocked",
        "an officer may type over an activity's total",
        ROWS,
        'Cell(layout.row_total, "money.row")',
        'Cell(layout.row_total, "money.input")',
        f"{SHEETS}::test_only_inputs_are_open_and_no_formula_is",
    ),
    Mutant(
        "validation short of the reserve row",
        "a reserve row takes any text for an amount",
        AXIS,
        "Block(rows[0], model.live[0], rows[-1], model.live[-1])",
        "Block(rows[0], model.live[0], rows[-2], model.live[-1])",
        f"{SHEETS}::test_every_input_has_a_validation_in_french",
    ),
    Mutant(
        "base printed",
        "the print area takes in the base and the marks",
        AXIS,
        'last = "gap" if',
        'last = "changed" if',
        f"{SHEETS}::test_print_set_up",
    ),
)
TOTAL_FAULTS = (
    Mutant(
        "gaps subtracted",
        "the published base is the activities minus the gaps",
        "generator/sheets/summary.py",
        'live + Name("Ecarts_Inclus")',
        'live - Name("Ecarts_Inclus")',
        SUMMARY,
    ),
    Mutant(
        "gaps without the switch",
        "the gaps count whichever base is chosen",
        "generator/sheets/summary.py",
        'live + Name("Ecarts_Inclus") * reconciliation',
        "live + reconciliation",
        "tests/proof/test_one_edit.py::test_the_switch_takes_the_gaps_out",
    ),
    Mutant(
        "State and partners swapped",
        "the summary's State part is what the partners are to give",
        "generator/sheets/summary.py",
        'Ref(None, BUDGET) * Name("Part_Etat")',
        'Ref(None, BUDGET) * Name("Part_Partenaires")',
        f"{FIGURES}::test_state_and_partners_in_figures",
    ),
    Mutant(
        "activities counted as actions",
        "the summary counts the wrong rows",
        "generator/sheets/summary.py",
        'parameters.word("level.action")',
        'parameters.word("nature.activity")',
        f"{FIGURES}::test_counts_of_the_text",
    ),
    Mutant(
        "partners' share for the State's",
        "the State's part of an axis is the partners'",
        "generator/sheets/financing.py",
        'return whole * Name("Part_Etat")',
        'return whole * Name("Part_Partenaires")',
        HOLDS,
    ),
    Mutant(
        "bases swapped",
        "« Publiée » leaves the gaps out, « Recalculée » counts them",
        "generator/sheets/parameters.py",
        "zip(BASES, (1, 0)",
        "zip(BASES, (0, 1)",
        SUMMARY,
    ),
    Mutant(
        "name on another row",
        "Total_Etat points at the partners' amount",
        "generator/sheets/parameters.py",
        'Ref("total", "state", SUMMARY)',
        'Ref("total", "partners", SUMMARY)',
        f"{OTHERS}::test_totals_of_the_small_plan_by_hand",
    ),
    Mutant(
        "tolerance of a million",
        "differences of a million francs pass",
        "generator/sheets/parameters.py",
        "TOLERANCE = 0.5",
        "TOLERANCE = 1_000_000.0",
        f"{CHECK_FAILS}[unexplained-axe:I:published-y2016]",
    ),
    Mutant(
        "control totals of the wrong version",
        "the stamp gives the adopted totals for those of the base",
        "generator/sheets/stamp.py",
        '("base", model.controls.base)',
        '("base", model.controls.adopted)',
        VALIDATED,
    ),
    Mutant(
        "rows counted one short",
        "the stamp counts a row less than the axis sheet has",
        "generator/sheets/stamp.py",
        "rows[BOTTOM] - rows[TOP] + 1",
        "rows[BOTTOM] - rows[TOP]",
        HOLDS,
    ),
)
OFFICERS_FAULTS = (
    Mutant(
        "counter that does not run",
        "the register's counter stays where it was",
        REGISTER,
        'Ref("counter", before) + Ref("flag")',
        'Ref("counter", before) + ZERO',
        REGISTERED,
    ),
    Mutant(
        "status alone is no change",
        "an activity whose status alone changed is not in the register",
        REGISTER,
        'call("OR", moved, decided)',
        'call("OR", moved, moved)',
        REGISTERED,
    ),
    Mutant(
        "words of the balance swapped",
        "a transfer that balances is said not to",
        REGISTER,
        'parameters.word("neutral"), parameters.word("uneven")',
        'parameters.word("uneven"), parameters.word("neutral")',
        REGISTERED,
    ),
    Mutant(
        "overrun of the other sign",
        "a ceiling is exceeded by what is left under it",
        "generator/sheets/ceilings.py",
        "Ref(key, place.row, place.sheet) - ceiling",
        "ceiling - Ref(key, place.row, place.sheet)",
        f"{CHECK_FAILS}[ceilings-ceiling:I-y2016]",
    ),
)
MUTANTS = (*AXIS_FAULTS, *TOTAL_FAULTS, *OFFICERS_FAULTS)
