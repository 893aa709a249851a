"""What a formula may be made of: literals, functions, references, values (rules 2, 3, 7 and 8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import CellFinding
from generator.model.values import ErrorValue
from generator.reader.opened import CellAddress, OpenedSheet, OpenedWorkbook, Rectangle
from generator.rules.layout import cells_inside, find_sheet, formulas
from generator.rules.texts import fault
from generator.rules.tokens import Formula, Part, calls, is_whole, parse, reference_of, sheet_of

VOLATILE = frozenset(
    ["OFFSET", "INDIRECT", "NOW", "TODAY", "RAND", "RANDBETWEEN", "RANDARRAY", "CELL", "INFO"],
)
MODERN = frozenset(
    [
        "XLOOKUP",
        "XMATCH",
        "LET",
        "LAMBDA",
        "FILTER",
        "UNIQUE",
        "SORT",
        "SORTBY",
        "SEQUENCE",
        "TEXTJOIN",
        "CONCAT",
        "IFS",
        "SWITCH",
        "MAXIFS",
        "MINIFS",
    ],
)
FILTERED = frozenset(("SUBTOTAL", "AGGREGATE"))
SAFE = frozenset(
    [
        "SUM",
        "SUMIF",
        "SUMIFS",
        "COUNT",
        "COUNTA",
        "COUNTIF",
        "COUNTIFS",
        "SUMPRODUCT",
        "INDEX",
        "MATCH",
        "ROWS",
        "SMALL",
        "LARGE",
        "CHOOSE",
        "IF",
        "IFERROR",
        "AND",
        "OR",
        "ISNUMBER",
        "ABS",
        "ROUND",
        "MIN",
        "MAX",
        "HYPERLINK",
    ],
)
CRITERIA = {
    "SUMIF": ((0, 1),),
    "COUNTIF": ((0, 1),),
    "MATCH": ((1, 0),),
    **dict.fromkeys(("SUMIFS",), tuple((place, place + 1) for place in range(1, 21, 2))),
    **dict.fromkeys(("COUNTIFS",), tuple((place, place + 1) for place in range(0, 20, 2))),
}
"""By function: the arguments that are a range of keys and what is sought there."""

_CRITERION = re.compile(r'"(?:<>|[<>]=?|=)?(?:[01])?"')
_NUMERIC = re.compile(r"[0-9][0-9 .,/E+-]*|.*[*?~].*", re.IGNORECASE)

Placed = tuple[OpenedSheet, CellAddress, str, Formula]


def placed_formulas(workbook: OpenedWorkbook) -> Iterator[Placed]:
    """Yield every formula that the workbook is made of: sheet, cell, text, parts."""
    for sheet in workbook.sheets:
        for cell, text in formulas(sheet):
            yield sheet, cell, text, parse(text)


def find_literals(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield formulas with a number other than 0 and 1, or a word: these live in *Paramètres*."""
    for sheet, cell, text, formula in placed_formulas(workbook):
        numbers = [n for n in formula.operands("NUMBER") if n not in {"0", "1"}]
        words = [word for word in formula.operands("TEXT") if not _CRITERION.fullmatch(word)]
        if numbers or words:
            yield fault("R02.literal", sheet.name, cell, ", ".join([*numbers, *words]), text)


def _uses(workbook: OpenedWorkbook, rule: str, banned: frozenset[str]) -> Iterator[CellFinding]:
    for sheet, cell, _, formula in placed_formulas(workbook):
        if used := banned.intersection(formula.functions):
            yield fault(rule, sheet.name, cell, ", ".join(sorted(used)))


def find_volatile(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield formulas that change by themselves, or whose references no program can follow."""
    return _uses(workbook, "R03.volatile", VOLATILE)


def find_modern(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield what Excel 2010 or LibreOffice cannot calculate: arrays, spills, recent functions."""
    for sheet, cell, text, formula in placed_formulas(workbook):
        names = [name for name in formula.functions if _is_modern(name)]
        arrays = any(part.kind == "ARRAY" for part in formula.parts)
        if names or arrays or sheet.cells[cell].kind == "array":
            yield fault("R03.modern", sheet.name, cell, ", ".join(names) or text)


def _is_modern(name: str) -> bool:
    return name in MODERN or name.startswith(("_XLFN", "_XLWS", "_XLL", "@"))


def find_whole_columns(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield references to whole columns or rows."""
    for sheet, cell, _, formula in placed_formulas(workbook):
        for text in formula.operands("RANGE"):
            if is_whole(text):
                yield fault("R03.whole", sheet.name, cell, text)


def find_error_values(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield cells whose stored value is an error, typed or calculated."""
    for sheet in workbook.sheets:
        for cell, opened in sheet.cells.items():
            if isinstance(opened.value, ErrorValue):
                yield fault("R03.value", sheet.name, cell, opened.value.code)


def find_external(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield links to other workbooks, queries, connections and macros."""
    for extra in sorted(workbook.extras):
        yield fault("R03.external", found=extra)
    for sheet in workbook.sheets:
        for cell, opened in sheet.cells.items():
            if opened.formula and ("[" in opened.formula or "|" in opened.formula):
                for text in parse(opened.formula).operands("RANGE"):
                    if "[" in sheet_of(text) or "|" in text:
                        yield fault("R03.external", sheet.name, cell, text)


def find_unsafe_functions(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield functions that are not known to give the same in Excel, LibreOffice and Gnumeric."""
    apart = SAFE | VOLATILE | FILTERED
    for sheet, cell, _, formula in placed_formulas(workbook):
        for name in formula.functions:
            if name not in apart and not _is_modern(name) and ":" not in name:
                yield fault("R07.function", sheet.name, cell, name)


def find_products_of_tests(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield SUMPRODUCT over an expression: one pasted text makes it an error."""
    for sheet, cell, text, formula in placed_formulas(workbook):
        if "SUMPRODUCT" not in formula.functions:
            continue
        for call in calls(formula):
            parts = [part for argument in call.arguments for part in argument]
            if call.name == "SUMPRODUCT" and any(part.is_operator for part in parts):
                yield fault("R07.product", sheet.name, cell, text)


def find_range_ends(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield functions that give an end of a range, such as `A1:INDEX(…)`."""
    for sheet, cell, text, formula in placed_formulas(workbook):
        glued = any(":" in name for name in formula.functions)
        if glued or any(part.is_operator and part.text == ":" for part in formula.parts):
            yield fault("R07.range_end", sheet.name, cell, text)


def find_tables(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield structured references, such as `Table1[Total]`, and data tables."""
    for sheet, cell, text, formula in placed_formulas(workbook):
        ranges = [name for name in formula.operands("RANGE") if "[" in name]
        if (
            any("[" not in sheet_of(name) and "!" not in name for name in ranges)
            or sheet.cells[cell].kind == "table"
        ):
            yield fault("R07.table", sheet.name, cell, text)


def find_subtotals(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield totals that change with filters."""
    return _uses(workbook, "R08.subtotal", FILTERED)


def find_numeric_keys(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield keys in the ranges that formulas search, where engines may see numbers or wildcards."""
    for name, area in sorted(_key_areas(workbook)):
        if sheet := find_sheet(workbook, name):
            for cell in cells_inside(sheet, area):
                opened = sheet.cells[cell]
                if opened.look.locked and _is_numeric_text(opened.value):
                    yield fault("R08.key", name, cell, opened.value)


def _is_numeric_text(value: object) -> bool:
    return isinstance(value, str) and _NUMERIC.fullmatch(value) is not None


def _key_areas(workbook: OpenedWorkbook) -> set[tuple[str, Rectangle]]:
    """Return the ranges that formulas search for a key that a cell holds, each once."""
    found = set()
    for sheet, _, _, formula in placed_formulas(workbook):
        if not CRITERIA.keys() & set(formula.functions):
            continue
        for call in calls(formula):
            for area, sought in CRITERIA.get(call.name, ()):
                if max(area, sought) < len(call.arguments) and _is_cell(call.arguments[sought]):
                    for part in call.arguments[area]:
                        if reference := reference_of(part):
                            found.add((reference.sheet or sheet.name, reference.area))
    return found


def _is_cell(argument: tuple[Part, ...]) -> bool:
    return len(argument) == 1 and argument[0].subtype == "RANGE"
