"""Faults of the source's data, of what is read from it, and of the order of the whole."""

from __future__ import annotations

from tests.mutants.planted import Mutant

FIGURES = "tests/workbook/test_document_figures.py"
HOLDS, BRIDGES = f"{FIGURES}::test_everything_holds", f"{FIGURES}::test_bridges_explain_every_franc"
REACHED = f"{FIGURES}::test_all_276_published_figures_are_reached"
SUMMARY = f"{FIGURES}::test_summary_is_the_recapitulatif_row_for_row"
PANDAS = "tests/proof/test_build_verifies.py::test_the_shipped_plan_passes"
OTHERS, TOTALS = "tests/workbook/test_other_plans.py", "tests/reading/test_totals.py"
MATRIX, PUBLISHED = "source/matrice.csv", "source/totaux_publies.csv"
GAPS, SETTINGS = "source/ecarts_document.csv", "source/plan.toml"
FIRST_ACTIVITY = ";75000000;37500000;;;;37500000;"

DATA_FAULTS = (
    Mutant(
        "an activity a million too dear",
        "a slip of the keyboard in the matrix, its total altered with it",
        MATRIX,
        FIRST_ACTIVITY,
        ";76000000;38500000;;;;37500000;",
        HOLDS,
    ),
    Mutant(
        "an activity in another year",
        "an amount of 2016 typed under 2017",
        MATRIX,
        FIRST_ACTIVITY,
        ";75000000;;37500000;;;37500000;",
        REACHED,
    ),
    Mutant(
        "wrong published figure",
        "a total of the document is a million too high, its year with it",
        PUBLISHED,
        ";2045000000;382500000;484000000;",
        ";2046000000;383500000;484000000;",
        HOLDS,
    ),
    Mutant(
        "wrong published figure of an action",
        "a total of the document stands under the wrong year",
        PUBLISHED,
        ";150000000;37500000;40000000;0;",
        ";150000000;37500000;0;40000000;",
        HOLDS,
    ),
    Mutant(
        "gap of ten million",
        "the documented gap E2 has a zero too few",
        GAPS,
        "-100000000",
        "-10000000",
        HOLDS,
    ),
    Mutant(
        "gap under another objective",
        "the documented gap E1 stands at II.1 and not at II.2",
        GAPS,
        "E1;objectif;II.2;",
        "E1;objectif;II.1;",
        BRIDGES,
    ),
    Mutant(
        "gap in another year",
        "the documented gap E3 starts in 2017",
        GAPS,
        ";;;25000000;;-25000000",
        ";;25000000;;;-25000000",
        SUMMARY,
    ),
    Mutant(
        "the State's share",
        "23 % for 22 %",
        SETTINGS,
        "part_etat = 0.22",
        "part_etat = 0.23",
        f"{FIGURES}::test_state_and_partners_in_figures",
    ),
    Mutant(
        "opens on the computed base",
        "the workbook does not open at the published total",
        SETTINGS,
        'base_totaux = "Publiée"',
        'base_totaux = "Recalculée"',
        SUMMARY,
    ),
    Mutant(
        "sheet of another axis",
        "two axes' sheets are swapped by name",
        SETTINGS,
        'V = "Dispositif"',
        'V = "Axe V"',
        "tests/workbook/test_sheets.py::test_sheets_stand_in_the_contract_s_order",
    ),
)
READING_FAULTS = (
    Mutant(
        "control total of the largest",
        "pandas takes the largest amount of an axis for its sum",
        "generator/reading/totals.py",
        "sort=False).sum()",
        "sort=False).max()",
        PANDAS,
        "ControlTotalsError",
    ),
    Mutant(
        "control total of the wrong level",
        "pandas adds up by objective",
        "generator/reading/totals.py",
        'groupby([row["axe"]',
        'groupby([row["cout_total"]',
        f"{TOTALS}::test_sums_by_axis_and_of_the_plan",
    ),
    Mutant(
        "PM is no number for pandas",
        "an activity pour mémoire stops the control totals",
        "generator/reading/totals.py",
        'NOTHING = ("", "PM")',
        'NOTHING = ("",)',
        f"{TOTALS}::test_sums_by_axis_and_of_the_plan",
    ),
    Mutant(
        "nobody compares",
        "the build does not look at the control totals",
        "generator/workbook.py",
        "if found != expected:",
        "if found is None:",
        "tests/proof/test_build_verifies.py::test_a_total_that_is_one_franc_off_stops_the_build",
    ),
    Mutant(
        "sheets out of order",
        "the financing stands before the axes",
        "generator/workbook.py",
        "    summary,\n    axis,\n    financing,\n",
        "    summary,\n    financing,\n    axis,\n",
        "tests/workbook/test_sheets.py::test_sheets_stand_in_the_contract_s_order",
    ),
    Mutant(
        "keys without a letter",
        "1.10 is a number to some engines, and the key of 1.1",
        "generator/plan.py",
        'return f"N{code}"',
        "return code",
        f"{OTHERS}::test_totals_of_the_small_plan_by_hand",
    ),
    Mutant(
        "gaps not inside the objective",
        "a gap of an action is not in the objective above it",
        "generator/sheets/gaps.py",
        '"objectif": lookup_key(objective.code)}',
        '"objectif": lookup_key(axis.code)}',
        BRIDGES,
    ),
)
ENCODING_FAULTS = (
    Mutant(
        "a doubt about accents passed over",
        "a file that reads as well in two encodings is read in one of them",
        "generator/reading/guesses.py",
        "any(other.french > best.french * CLOSE for other in others)",
        "best.french == 0",
        "tests/reading/test_guesses.py::test_a_doubt_is_told_with_what_may_be_read",
    ),
    Mutant(
        "lines of two files read as one",
        "UTF-8 among lines of Windows-1252 is taken for that",
        "generator/reading/guesses.py",
        "    if even:",
        "    if not odd:",
        "tests/reading/test_guesses.py::test_lines_of_two_encodings",
    ),
)
MUTANTS = (*DATA_FAULTS, *READING_FAULTS, *ENCODING_FAULTS)
