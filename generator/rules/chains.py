"""What depends on what: no circle, no long chain (rules 3 and 6).

A range that many formulas read is one node, so that the graph stays as small as the workbook.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.errors import CellFinding
from generator.reader.opened import CellAddress, OpenedWorkbook, Rectangle
from generator.rules.formulas import placed_formulas
from generator.rules.layout import CHECKS, cells_inside, find_sheet
from generator.rules.texts import fault
from generator.rules.tokens import fingerprint, parse

MAX_CHAIN = 8

Node = tuple[str, Rectangle]
"""A sheet and a rectangle: a cell is a rectangle of one."""

Graph = dict[Node, list[Node]]


def precedents(workbook: OpenedWorkbook) -> Graph:
    """Return by calculated cell, and by range that one reads, what it reads."""
    names = _named(workbook)
    graph: Graph = {}
    for sheet, cell, _, formula in placed_formulas(workbook):
        read = [(ref.sheet or sheet.name, ref.area) for ref in formula.references]
        read += [names[key] for text in formula.operands("RANGE") if (key := text.upper()) in names]
        graph[_cell_node(sheet.name, cell)] = read
    ranges = {node for read in graph.values() for node in read if not _is_cell(node)}
    return graph | {node: list(_calculated_inside(workbook, node, graph)) for node in ranges}


def _cell_node(sheet: str, cell: CellAddress) -> Node:
    return sheet, (*cell, *cell)


def _is_cell(node: Node) -> bool:
    top, left, bottom, right = node[1]
    return top == bottom and left == right


def _named(workbook: OpenedWorkbook) -> dict[str, Node]:
    """Return by name, in capitals, the cell or the range that it stands for."""
    found = {}
    for name in workbook.names:
        references = parse(name.text).references
        if len(references) == 1:
            found[name.name.upper()] = (references[0].sheet, references[0].area)
    return found


def _calculated_inside(workbook: OpenedWorkbook, node: Node, graph: Graph) -> Iterator[Node]:
    name, area = node
    sheet = find_sheet(workbook, name)
    for cell in cells_inside(sheet, area) if sheet else ():
        if (inner := _cell_node(name, cell)) in graph:
            yield inner


def _depths(graph: Graph) -> tuple[Mapping[Node, int], Node | None]:
    """Return how many formulas stand on each other up to each node, and a node of a circle."""
    depths: dict[Node, int] = {}
    opened: set[Node] = set()
    for start in graph:
        stack = [start]
        while stack:
            node = stack[-1]
            if node in depths:
                stack.pop()
                continue
            waiting = [child for child in graph[node] if child in graph and child not in depths]
            if not waiting:
                below = max((depths.get(child, 0) for child in graph[node]), default=0)
                depths[stack.pop()] = below + _is_cell(node)
            elif node in opened:
                return depths, node
            else:
                opened.add(node)
                stack += waiting
    return depths, None


def find_circles(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield a cell that depends on itself, the first that is found."""
    _, node = _depths(precedents(workbook))
    if node is not None:
        yield fault("R03.circular", node[0], (node[1][0], node[1][1]))


def find_long_chains(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield for each sheet the cell on top of its deepest chain, if over 8.

    The checks stand beside the amounts, not on them, and a running counter reads the cell above.
    """
    graph = {node: read for node, read in precedents(workbook).items() if node[0] != CHECKS}
    for node, above in _counters(workbook):
        if node in graph:
            graph[node] = [child for child in graph[node] if child != above]
    depths, _ = _depths(graph)
    deepest: dict[str, Node] = {}
    for node, depth in depths.items():
        if _is_cell(node) and depth > MAX_CHAIN:
            top = deepest.get(node[0], node)
            deepest[node[0]] = max(top, node, key=lambda found: (depths[found], found[1]))
    for name, node in deepest.items():
        yield fault("R06.chain", name, (node[1][0], node[1][1]), depths[node], MAX_CHAIN)


def _counters(workbook: OpenedWorkbook) -> Iterator[tuple[Node, Node]]:
    """Yield the cells of running counters, each with the cell just above, of the same formula."""
    for sheet, (row, col), _, formula in placed_formulas(workbook):
        above = sheet.cells.get((row - 1, col))
        if above is None or above.formula is None:
            continue
        if (row - 1, col) in {(ref.area[0], ref.area[1]) for ref in formula.references}:
            before = fingerprint(parse(above.formula), (row - 1, col))
            if before == fingerprint(formula, (row, col)):
                yield _cell_node(sheet.name, (row, col)), _cell_node(sheet.name, (row - 1, col))
