"""Formulas as small trees: one declaration, two results (the nodes are in `nodes`).

What the sheets need to write formulas stands here under one name.
"""

from __future__ import annotations

from functools import lru_cache

from generator.model.addresses import LETTERS, MAX_COLUMNS, cell_name, quoted
from generator.model.nodes import Binary, Call, Const, Name, Node, Range, Ref
from generator.model.place import Address, Place

__all__ = [
    "EMPTY",
    "LETTERS",
    "MAX_COLUMNS",
    "ONE",
    "ZERO",
    "Address",
    "Binary",
    "Call",
    "Const",
    "Name",
    "Node",
    "Place",
    "Range",
    "Ref",
    "call",
    "cell_name",
    "column_span",
    "equal",
    "quoted",
    "sliding_span",
    "total",
    "when",
]

ZERO, ONE, EMPTY = Const(0), Const(1), Const("")


def call(name: str, *args: Node) -> Call:
    """Return a call of the function on the nodes."""
    return Call(name, args)


def total(*args: Node) -> Call:
    """Return SUM of the nodes."""
    return Call("SUM", args)


def when(condition: Node, then: Node, otherwise: Node) -> Call:
    """Return IF of the three nodes."""
    return Call("IF", (condition, then, otherwise))


def equal(left: Node, right: Node) -> Binary:
    """Return the comparison of two nodes."""
    return Binary("=", left, right)


SHARED_SPANS = 4096
"""Spans kept to be shared: a sheet reads the same few columns again and again."""


@lru_cache(maxsize=SHARED_SPANS)
def sliding_span(col: str | None, first: str, last: str, sheet: str | None = None) -> Range:
    """Return one column between two row keys, their rows alone fixed: copied, it slides along."""
    return Range(Ref(col, first, sheet, fixed="row"), Ref(col, last, sheet, fixed="row"))


@lru_cache(maxsize=SHARED_SPANS)
def column_span(col: str, first: str, last: str, sheet: str | None = None) -> Range:
    """Return one column between two row keys, written with `$`: a list read from elsewhere."""
    return Range(Ref(col, first, sheet, fixed=True), Ref(col, last, sheet, fixed=True))
