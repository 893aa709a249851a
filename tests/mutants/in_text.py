"""Faults of how formulas are written: parentheses, quotes, addresses, names of sheets."""

from __future__ import annotations

from tests.mutants.planted import Mutant

FORMULA = "tests/model/test_formula.py"
TEXT, CASES = f"{FORMULA}::test_text", f"{FORMULA}::test_cases_read_as_excel_writes_them"
NODES, ADDRESSES = "generator/model/nodes.py", "generator/model/addresses.py"

MUTANTS = (
    Mutant(
        "parentheses missing",
        "10-(4-3) is written 10-4-3",
        NODES,
        "(strict and inner == own)",
        "(not strict and inner == own)",
        CASES,
    ),
    Mutant(
        "quotes not doubled",
        "a text with quotes ends early",
        NODES,
        """content.replace('"', '""')""",
        "content",
        CASES,
    ),
    Mutant(
        "dollars lost",
        "an absolute address is written as a relative one",
        NODES,
        "fixed=self.fixed",
        "fixed=False",
        TEXT,
    ),
    Mutant(
        "dollars of the other corner",
        "a range's end is as absolute as its start",
        NODES,
        "fixed=self.end.fixed",
        "fixed=self.start.fixed",
        TEXT,
    ),
    Mutant(
        "sheet name left out",
        "a link to another sheet reads its own",
        NODES,
        "place.prefix(sheet) + name",
        "name",
        TEXT,
    ),
    Mutant(
        "arguments by semicolons",
        "the separator of the French screen, which no file has",
        NODES,
        "','.join",
        "';'.join",
        CASES,
    ),
    Mutant(
        "apostrophe not doubled",
        "a sheet named L'axe cannot be read",
        ADDRESSES,
        """name.replace("'", "''")""",
        "name",
        f"{FORMULA}::test_quoted",
    ),
    Mutant(
        "a row too high",
        "every relative address is one row off",
        ADDRESSES,
        'return f"{LETTERS[col]}{row + 1}"',
        'return f"{LETTERS[col]}{row}"',
        f"{FORMULA}::test_letters",
    ),
    Mutant(
        "letters after Z",
        "column 27 is not AA",
        ADDRESSES,
        "divmod(left - 1, 26)",
        "divmod(left - 1, 25)",
        f"{FORMULA}::test_letters",
    ),
    Mutant(
        "row fixed for column",
        "$B2 and B$2 are swapped",
        ADDRESSES,
        'if fixed == "row" else',
        'if fixed == "col" else',
        TEXT,
    ),
)
