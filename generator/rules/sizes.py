"""How much a formula does: short, one IF deep, no rounding on the way (rules 5 and 6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from generator.errors import CellFinding
from generator.reader.opened import CellAddress, OpenedWorkbook
from generator.rules.formulas import Placed, placed_formulas
from generator.rules.layout import CHECKS, LIST, PARAMETERS
from generator.rules.texts import fault
from generator.rules.tokens import Formula, Part, Reference, calls, parse, reference_of

MAX_LENGTH, MAX_OPERATORS, MAX_REFERENCES = 120, 8, 5
COMPARISONS = {"=", "<>", "<", ">", "<=", ">="}

Measure = Callable[[Placed], int]


def _find_long(
    workbook: OpenedWorkbook, rule: str, measure: Measure, most: int
) -> Iterator[CellFinding]:
    """Yield for each sheet the formula that exceeds the most, and how many others do."""
    for name, placed in groupby(placed_formulas(workbook), key=lambda item: item[0].name):
        over = [(size, item) for item in placed if (size := measure(item)) > most]
        if over:
            size, (_, cell, _, _) = max(over, key=lambda pair: pair[0])
            shown = f"{size} ; formules dans ce cas : {len(over)}"
            yield fault(rule, name, cell, shown, f"{most} au plus")


def find_long(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield for each sheet its longest formula, if over 120 characters.

    Names of sheets do not count: they are the plan's, and a formula does no more for a longer one.
    """
    return _find_long(workbook, "R06.length", lambda item: _length(item[3]), MAX_LENGTH)


def _length(formula: Formula) -> int:
    texts = [(part.text, reference_of(part) is not None) for part in formula.parts]
    return sum(len(text.rpartition("!")[2] if refers else text) for text, refers in texts)


def find_many_operators(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield for each sheet the formula with most operators, if over 8."""
    return _find_long(workbook, "R06.operators", lambda item: _operators(item[3]), MAX_OPERATORS)


def _operators(formula: Formula) -> int:
    return sum(part.is_operator for part in formula.parts)


def find_many_references(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield for each sheet the formula that reads most places, if over 5, each counted once.

    A list of like arguments counts as its first: it is as long as the plan is, in axes or in years.
    """
    return _find_long(workbook, "R06.references", lambda item: _references(item[3]), MAX_REFERENCES)


def _references(formula: Formula) -> int:
    repeated: set[Reference] = set()
    for call in calls(formula):
        if call.name in LISTS:
            firsts: set[tuple[object, ...]] = set()
            for argument in call.arguments:
                if (shape := _shape(argument)) in firsts:
                    repeated |= {found for part in argument if (found := reference_of(part))}
                firsts.add(shape)
    return len(set(formula.references) - repeated)


LISTS = {"SUM", "AND", "OR"}
"""Functions whose arguments are a list, in any order."""


def _shape(argument: Iterable[Part]) -> tuple[object, ...]:
    """Return what an argument does, whatever the cells it reads: their numbers of rows, columns."""
    shape: list[object] = []
    for part in argument:
        reference = reference_of(part)
        if reference is None:
            shape.append(part.text)
        else:
            top, left, bottom, right = reference.area
            shape.append((bottom - top, right - left))
    return tuple(shape)


def find_nested(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield for each sheet the first formula with an IF inside an IF."""
    return _find_long(workbook, "R06.nested", lambda item: _depth(item[3]), 1)


def _depth(formula: Formula) -> int:
    """Return how many IF are open at once, at most."""
    depth, deepest, opened = 0, 0, []
    for part in formula.parts:
        if part.opens:
            opened.append(part.opens)
            depth += part.opens == "IF"
        elif part.kind == "FUNC" and opened:
            depth -= opened.pop() == "IF"
        deepest = max(deepest, depth)
    return deepest


def find_links_to_links(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield links to a cell that is itself a link and nothing else.

    The list is made of links, and made to be read by whatever cuts across the plan.
    """
    links = dict(_links(workbook))
    for (name, cell), target in links.items():
        if target in links and target[0] != LIST:
            beyond = links[target]
            yield fault("R06.link", name, cell, f"{target[0]}, lien vers {beyond[0]}")


Place = tuple[str, CellAddress]


def _links(workbook: OpenedWorkbook) -> Iterator[tuple[Place, Place]]:
    for sheet, cell, _, formula in placed_formulas(workbook):
        if len(formula.parts) == 1 and formula.references and formula.references[0].is_cell:
            target, (row, col, _, _), _ = formula.references[0]
            yield (sheet.name, cell), (target or sheet.name, (row, col))


def find_rounding(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield for each sheet the first formula that rounds: a comparison with ROUND is none."""
    for sheet in workbook.sheets:
        if sheet.name in {CHECKS, PARAMETERS}:
            continue
        for cell, opened in sheet.cells.items():
            text = opened.formula or ""
            if "ROUND" in text.upper() and _rounds(parse(text).parts):
                yield fault("R05.round", sheet.name, cell, text)
                break


def _rounds(parts: tuple[Part, ...]) -> bool:
    for place, part in enumerate(parts):
        before = parts[place - 1].text if place else ""
        if part.opens.startswith("ROUND") and before not in COMPARISONS:
            return True
    return False
