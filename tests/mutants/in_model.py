"""Faults of the formula model: its values, operators, functions and lookups."""

from __future__ import annotations

from tests.mutants.planted import Mutant

FUNCTIONS = "tests/model/test_functions.py"
VALUES, COMPUTE = "tests/model/test_values.py", "tests/model/test_compute.py"
TWIN, REFUSED = (
    f"{FUNCTIONS}::test_twin",
    f"{FUNCTIONS}::test_what_engines_read_differently_stops_the_build",
)

VALUE_FAULTS = (
    Mutant(
        "halves to even",
        "a half goes to the even neighbour, as Python rounds and Excel does not",
        "generator/model/values.py",
        "rounding=ROUND_HALF_UP",
        'rounding="ROUND_HALF_EVEN"',
        f"{VALUES}::test_round",
    ),
    Mutant(
        "rounding on the bits",
        "the binary value is rounded and not its 15 digits: ROUND(2.675,2) is 2.67",
        "generator/model/values.py",
        'Decimal(f"{value:.15g}")',
        "Decimal(value)",
        TWIN,
    ),
    Mutant(
        "blank is one",
        "a blank cell counts as 1 in arithmetic",
        "generator/model/values.py",
        "int(found or 0)",
        "int(found or 1)",
        f"{VALUES}::test_conversions",
    ),
    Mutant(
        "texts by case",
        "« Abc » and « ABC » differ",
        "generator/model/values.py",
        "low, high = first.casefold(), second.casefold()",
        "low, high = first, second",
        f"{VALUES}::test_comparisons",
    ),
    Mutant(
        "lookups by case",
        "MATCH and SUMIFS do not find a key written otherwise",
        "generator/model/values.py",
        "return value.casefold()",
        "return value",
        TWIN,
    ),
    Mutant(
        "true is one for lookups",
        "a list's TRUE is found where 1 is sought",
        "generator/model/values.py",
        "return (value,) if isinstance(value, bool) else value",
        "return value",
        TWIN,
    ),
    Mutant(
        "booleans before texts",
        "the order of types of < and > is wrong",
        "generator/model/values.py",
        "return 1 if isinstance(value, str) else 0",
        "return 3 if isinstance(value, str) else 0",
        f"{VALUES}::test_comparisons",
    ),
    Mutant(
        "sixteen digits",
        "a constant is let through that engines write in different ways",
        "generator/model/slots.py",
        "-PLAIN < content < PLAIN",
        "-PLAIN <= content <= PLAIN",
        f"{COMPUTE}::test_constants_that_no_cell_holds",
    ),
)
OPERATOR_FAULTS = (
    Mutant(
        "operands swapped",
        "a - b is worth b - a",
        "generator/model/operators.py",
        "whole(left - right)",
        "whole(right - left)",
        TWIN,
    ),
    Mutant(
        "noise kept",
        "0.1+0.2-0.3 is not 0",
        "generator/model/operators.py",
        "abs(first) * NOISE",
        "0",
        TWIN,
    ),
    Mutant(
        "division by zero is zero",
        "an error is hidden behind a number",
        "generator/model/operators.py",
        "raise ErrorValue(DIVISION)",
        "return 0",
        TWIN,
    ),
    Mutant(
        "joins bind like sums",
        "« & » is taken to bind as tightly as « + »: parentheses go missing",
        "generator/model/operators.py",
        '"&": 2}',
        '"&": 3}',
        "tests/model/test_precedence.py::test_joins_bind_less_than_sums",
    ),
)
FUNCTION_FAULTS = (
    Mutant(
        "branches of IF swapped",
        "IF gives its third argument where the condition holds",
        "generator/model/functions.py",
        "return args[1] if truth(args[0].value(place)) else args[2]",
        "return args[2] if truth(args[0].value(place)) else args[1]",
        TWIN,
    ),
    Mutant(
        "COUNTA counts blanks",
        "an empty reserve row counts as filled",
        "generator/model/functions.py",
        "for cell in area.values if cell is not None",
        "for cell in area.values",
        TWIN,
    ),
    Mutant(
        "MIN is MAX",
        "the table of twins names a wrong function",
        "generator/model/functions.py",
        '"MIN": Twin(_min,',
        '"MIN": Twin(_max,',
        TWIN,
    ),
    Mutant(
        "IFERROR gives zero",
        "the second argument is not used",
        "generator/model/functions.py",
        "found = args[1].value(place)",
        "found = 0",
        TWIN,
    ),
    Mutant(
        "SUM adds booleans",
        "TRUE in a cell counts as 1",
        "generator/model/lookups.py",
        "if type(cell) is int or type(cell) is float:",
        "if isinstance(cell, (int, float)):",
        TWIN,
    ),
    Mutant(
        "one criterion is enough",
        "SUMIFS and COUNTIFS take rows on which not all criteria hold",
        "generator/model/lookups.py",
        "if all(_holds(",
        "if any(_holds(",
        TWIN,
    ),
    Mutant(
        "MATCH from zero",
        "the position of a match is one too low",
        "generator/model/lookups.py",
        "return offsets[0] + 1",
        "return offsets[0]",
        TWIN,
    ),
    Mutant(
        "INDEX transposed",
        "row and column are swapped",
        "generator/model/lookups.py",
        "area.cell(row - 1, col - 1)",
        "area.cell(col - 1, row - 1)",
        TWIN,
    ),
    Mutant(
        "wildcards let through",
        "« I* » is looked for as it stands, which engines do not",
        "generator/model/lookups.py",
        'set("*?~")',
        'set("?~")',
        REFUSED,
    ),
)
COMPUTE_FAULTS = (
    Mutant(
        "links to blanks are blank",
        "a link to an empty cell shows nothing, where every program shows 0",
        "generator/model/compute.py",
        "value = 0 if value is None else value",
        "value = value",
        TWIN,
    ),
    Mutant(
        "circles unnoticed",
        "a formula that depends on itself reads a value that is not there yet",
        "generator/model/compute.py",
        "if slot is RUNNING:",
        "if slot is None:",
        f"{COMPUTE}::test_a_circle_names_its_cell",
    ),
    Mutant(
        "first match alone",
        "sums over a list take the first row of each key",
        "generator/model/compute.py",
        "found.setdefault(match_key(value), []).append(offset)",
        "found.setdefault(match_key(value), [offset])",
        TWIN,
    ),
)
MUTANTS = (*VALUE_FAULTS, *OPERATOR_FAULTS, *FUNCTION_FAULTS, *COMPUTE_FAULTS)
