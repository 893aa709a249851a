"""What *Contrôles* watches on each axis sheet."""

from __future__ import annotations

from generator.model.formula import (
    ONE,
    ZERO,
    Binary,
    Call,
    Const,
    Node,
    Range,
    Ref,
    call,
    column_span,
    equal,
    sliding_span,
    total,
    when,
)
from generator.plan import Axis
from generator.sheets import activities, parameters, stamp
from generator.sheets.common import (
    ALERT,
    AXIS_TOTAL,
    BOTTOM,
    ERROR,
    TOP,
    Check,
    Kind,
    Model,
    make_check,
)


def checks(model: Model) -> list[Check]:
    """Return the checks of every axis sheet."""
    return [check for axis in model.plan.axes for check in _axis_checks(model, axis)]


def _axis_checks(model: Model, axis: Axis) -> list[Check]:
    watched: list[tuple[str, Kind, dict[str, Node]]] = [
        ("complete", ERROR, {col: _outside(axis, col) for col in model.live}),
        ("listed", ERROR, {col: _unlisted(axis, col) for col in model.amounts}),
        ("across", ERROR, {"total": _across(model, axis)}),
        ("frozen", ERROR, _thawed(model, axis)),
        ("texts", ERROR, {col: _texts(axis, col) for col in model.live}),
        ("negative", ERROR, {col: _negative(axis, col) for col in model.live}),
        ("decimals", ERROR, {col: _decimals(axis, col) for col in model.live}),
        ("large", ERROR, {col: _large(axis, col) for col in model.live}),
        ("inserted", ALERT, {"total": _inserted(axis)}),
        ("changed", ALERT, {"total": _changed(axis)}),
        ("costless", ALERT, {"total": _costless(axis)}),
        ("withdrawn", ALERT, {"total": _withdrawn(axis)}),
        ("statuses", ERROR, {"total": _odd_statuses(axis)}),
    ]
    if model.plan.published:
        watched.insert(4, ("gaps", ERROR, {"total": _gaps(axis)}))
    return [make_check(model, axis.sheet, name, kind, cells) for name, kind, cells in watched]


def _column(axis: Axis, col: str) -> Range:
    """Return a whole watched column, well below the total."""
    return sliding_span(col, TOP, BOTTOM, axis.sheet)


def _marked(axis: Axis, mark: str, col: str) -> Call:
    """Return the sum of a column over the rows that carry a 1 under the mark."""
    return call("SUMIF", column_span(mark, TOP, BOTTOM, axis.sheet), ONE, _column(axis, col))


def _outside(axis: Axis, col: str) -> Node:
    """Return what the column holds beside its totals, less the axis's own total.

    This does not use the blocks' ranges, so that a row outside every block shows.
    """
    held = total(_column(axis, col)) - _marked(axis, "sum", col)
    return held - Ref(col, AXIS_TOTAL, axis.sheet)


def _unlisted(axis: Axis, col: str) -> Node:
    return _marked(axis, "line", col) - activities.axis_total(axis, col)


def _across(model: Model, axis: Axis) -> Node:
    """Return the rows' own totals, less the sum of their years."""
    first, last = (activities.axis_total(axis, col) for col in (model.live[0], model.live[-1]))
    return _marked(axis, "line", "total") - total(Range(first, last))


def _thawed(model: Model, axis: Axis) -> dict[str, Node]:
    """Return by column the base total, less the control total of the CSV."""
    columns = zip(model.amounts, ["base_total", *model.base], strict=True)
    return {
        col: Ref(base, AXIS_TOTAL, axis.sheet) - stamp.control("base", axis.code, col)
        for col, base in columns
    }


def _gaps(axis: Axis) -> Node:
    """Return the gaps shown, less published totals minus computed ones."""
    shown, published = total(_column(axis, "gap")), total(_column(axis, "published"))
    return shown - published + _marked(axis, "compared", "total")


def _texts(axis: Axis, col: str) -> Node:
    return call("COUNTA", _column(axis, col)) - call("COUNT", _column(axis, col))


def _negative(axis: Axis, col: str) -> Node:
    return call("COUNTIF", _column(axis, col), Const("<0"))


def _decimals(axis: Axis, col: str) -> Node:
    """Return 1 where the axis's total is no whole number of francs."""
    held = Ref(col, AXIS_TOTAL, axis.sheet)
    return when(equal(held, call("ROUND", held, ZERO)), ZERO, ONE)


def _large(axis: Axis, col: str) -> Node:
    """Return 1 where an amount is more than a spreadsheet keeps exactly."""
    most = parameters.largest_amount()
    return when(Binary("<=", call("MAX", _column(axis, col)), most), ZERO, ONE)


def _inserted(axis: Axis) -> Node:
    return call("ROWS", _column(axis, "line")) - stamp.row_count(axis)


def _changed(axis: Axis) -> Node:
    return call("COUNTIF", _column(axis, "changed"), parameters.word("changed"))


def _costless(axis: Axis) -> Node:
    """Return how many activities have no amount and are neither PM nor withdrawn."""
    activity = (_column(axis, "nature"), parameters.word("nature.activity"))
    blank = (_column(axis, "total"), ZERO)
    withdrawn = (_column(axis, "status"), parameters.word("withdrawn"))
    return call("COUNTIFS", *activity, *blank) - call("COUNTIFS", *activity, *blank, *withdrawn)


def _withdrawn(axis: Axis) -> Node:
    """Return how many withdrawn activities keep an amount."""
    status, word = _column(axis, "status"), parameters.word("withdrawn")
    return call("COUNTIFS", status, word, _column(axis, "total"), Const(">0"))


def _odd_statuses(axis: Axis) -> Node:
    """Return how many statuses are no word of the list."""
    status = _column(axis, "status")
    known: Node = call("COUNTA", status)
    for word in parameters.STATUSES:
        known -= call("COUNTIF", status, parameters.word(word))
    return known
