"""Faults of *Financement*, *PTA* and *Structures*: what counts, for whom, in which year."""

from __future__ import annotations

from tests.mutants.planted import Mutant

REGISTER, FUNDING = "generator/sheets/pledges.py", "generator/sheets/funding.py"
WORK_PLAN, STRUCTURES = "generator/sheets/workplan.py", "generator/sheets/structures.py"
RULE = "generator/structures.py"
SECURED = "tests/workbook/test_funding.py::test_what_the_file_secures"
FED = "tests/workbook/test_funding.py::test_the_file_feeds_the_register"
PLANNED = "tests/workbook/test_workplan.py::test_what_it_stores"
CONCERNED = "tests/workbook/test_structures.py::test_what_it_stores"
SPLIT = "tests/reading/test_structures.py::test_a_text_of_the_plan"
CAN_FAIL = "tests/proof/test_checks_can_fail.py::test_a_check_fails"

FUNDING_FAULTS = (
    Mutant(
        "what is hoped for counts as secured",
        "a funding under discussion is secured, a confirmed one is not",
        REGISTER,
        '"secured": when(call("OR", *secured), total(amount), ZERO)',
        '"secured": when(planned, total(amount), ZERO)',
        SECURED,
    ),
    Mutant(
        "the State is a partner",
        "credits of the State are counted among the partners'",
        REGISTER,
        '"partner": when(call("OR", *state), ZERO, ONE)',
        '"partner": when(call("OR", *state), ONE, ONE)',
        SECURED,
    ),
    Mutant(
        "classes in another order",
        "the register says partner of the State, and the other way round",
        REGISTER,
        'CLASSES = ("redo", "state", "partner")',
        'CLASSES = ("redo", "partner", "state")',
        SECURED,
    ),
    Mutant(
        "axis left out",
        "a funding tied to an axis is looked for under the label",
        FUNDING,
        'YEAR, tied, Ref("axis", fixed="col"))',
        'YEAR, tied, Ref("label", fixed="col"))',
        SECURED,
    ),
    Mutant(
        "rate upside down",
        "the coverage is the need over what is secured",
        FUNDING,
        "EMPTY, part / whole)",
        "EMPTY, whole / part)",
        SECURED,
    ),
    Mutant(
        "gap of the other sign",
        "what is left to mobilise is negative",
        FUNDING,
        "return need - secured",
        "return secured - need",
        SECURED,
    ),
    Mutant(
        "francs for euros",
        "the counter-value is multiplied by the rate",
        FUNDING,
        "EMPTY, amount / rate)",
        "EMPTY, amount * rate)",
        SECURED,
    ),
    Mutant(
        "axis shown by its code",
        "the register shows the code of an axis, which its list does not have",
        REGISTER,
        "{axis.code: axis.sheet for axis in model.plan.axes}",
        "{axis.code: axis.code for axis in model.plan.axes}",
        FED,
    ),
    Mutant(
        "base from the next field",
        "the base of each field is beside another field's",
        REGISTER,
        'cells[f"base_{field}"] = Cell(value, f"{style}.base")',
        'cells[f"base_{field}"] = Cell(None, f"{style}.base")',
        FED,
    ),
    Mutant(
        "rows below not watched",
        "what is typed under the register counts nowhere, and nothing says so",
        FUNDING,
        ' + texts + call("COUNTA", pledges.below(model))',
        " + texts",
        f"{CAN_FAIL}[pledges-pledges:bottom-label]",
    ),
)
WORK_PLAN_FAULTS = (
    Mutant(
        "year of another column",
        "the work plan adds up the years above the chosen one",
        WORK_PLAN,
        'return call("SUMIF", pledges.years(model), YEAR, amounts)',
        'return call("SUMIF", pledges.years(model), Binary("&", ">", YEAR), amounts)',
        PLANNED,
    ),
    Mutant(
        "line that lost its row unseen",
        "quarters carried off by a sort raise nothing",
        WORK_PLAN,
        '"moved": Cell(activities.MOVED, "count.base")',
        '"moved": Cell(ZERO, "count.base")',
        f"{CAN_FAIL}[pta_moved-line:I-1.1.1-key]",
    ),
    Mutant(
        "rest without the quarters",
        "what is left to spread stays the whole amount",
        WORK_PLAN,
        '"rest": Cell(Ref("amount") - total(_quarters()), "money.row")',
        '"rest": Cell(total(_quarters()), "money.row")',
        PLANNED,
    ),
)
STRUCTURE_FAULTS = (
    Mutant(
        "spelling left apart",
        "a structure written in two ways counts as two",
        RULE,
        "kept = self._aliases.get(folded, piece)",
        "kept = piece",
        CONCERNED,
    ),
    Mutant(
        "last acronym not told apart",
        "two partners printed without a separator are one",
        RULE,
        "if before and self._is_short(last):",
        "if not before and self._is_short(last):",
        SPLIT,
    ),
    Mutant(
        "every pair is the first",
        "an activity counts once for each of its partners in what is spread",
        STRUCTURES,
        "Cell(1 if pair.first else None",
        "Cell(1",
        "tests/workbook/test_document_figures.py::test_everything_holds",
    ),
    Mutant(
        "pairs of the activity above",
        "sums by structure stop before the last pair",
        STRUCTURES,
        'keys = column_span("name", kind.first, kind.last)',
        'keys = column_span("name", kind.first, kind.first)',
        CONCERNED,
    ),
)
MUTANTS = (*FUNDING_FAULTS, *WORK_PLAN_FAULTS, *STRUCTURE_FAULTS)
