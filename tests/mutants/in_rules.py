"""Faults that the rules of a sound workbook see, and faults of the rules themselves."""

from __future__ import annotations

from tests.mutants.planted import Mutant

SOUND = "tests/rules/test_sound_workbooks.py::test_the_shipped_workbook_has_no_fault"
SUMS = "tests/rules/test_sums.py"
ROWS = "generator/sheets/axis_rows.py"

SEEN_BY_RULES = (
    Mutant(
        "action sums one activity",
        "the rules, which know nothing of the sheets' code, find the total short",
        ROWS,
        "total(Range(Ref(None, first), Ref(None, last)))",
        "total(Range(Ref(None, first), Ref(None, action.activities[0].code)))",
        SOUND,
        "R04.action",
    ),
    Mutant(
        "objective sums one action",
        "the rules find the subtotal short",
        ROWS,
        "for action in objective.actions]",
        "for action in objective.actions[:1]]",
        SOUND,
        "R04.subtotal",
    ),
    Mutant(
        "rows may be deleted",
        "the rules find a right too many",
        "generator/writer/frame.py",
        '"autofilter": True,',
        '"autofilter": True, "delete_rows": True,',
        SOUND,
        "R09.allowed",
    ),
)
RULES_THAT_SEE_NOTHING = (
    Mutant(
        "rule for sums without the lines",
        "an action that leaves a line out breaks no rule",
        "generator/rules/sums.py",
        "return inside and all(",
        "return inside or all(",
        f"{SUMS}::test_an_action_that_does_not_sum_its_lines",
    ),
    Mutant(
        "rule for subtotals of nothing",
        "an objective that leaves an action out breaks no rule",
        "generator/rules/sums.py",
        "_without_blanks(axis, added) != expected",
        "not _without_blanks(axis, added)",
        f"{SUMS}::test_an_objective_that_does_not_sum_its_actions",
    ),
    Mutant(
        "rule for passwords",
        "a sheet that nobody can unprotect breaks no rule",
        "generator/rules/protection.py",
        "sheet.protection.get(PASSWORD)",
        "sheet.protection.get(PASSWORD) is None",
        "tests/rules/test_protection.py::test_a_password",
    ),
)
MUTANTS = (*SEEN_BY_RULES, *RULES_THAT_SEE_NOTHING)
