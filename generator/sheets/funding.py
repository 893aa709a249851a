"""What is secured of the needs, on *Financement*: by year, and for each axis what is tied to it."""

from __future__ import annotations

from generator.model.formula import (
    EMPTY,
    ZERO,
    Binary,
    Name,
    Node,
    Range,
    Ref,
    call,
    equal,
    total,
    when,
)
from generator.model.grid import Block, Cell, Highlight, Sheet
from generator.plan import Axis
from generator.sheets import parameters, pledges, stamp, summary
from generator.sheets.common import (
    ALERT,
    ERROR,
    FINANCING,
    HEADER,
    Check,
    Kind,
    Model,
    add_section,
    make_check,
    sum_of,
)

VOTED, SHORT, PLEDGED, SECURED, PLANNED = "voted", "short", "pledged", "secured", "planned"
REST, COVERAGE = "rest", "coverage"
ROW_TOTAL = Ref("total")
YEAR = Ref(None, HEADER, fixed="row")
"""The year of a formula's own column, a number."""

AXIS_TABLES = (SECURED, REST, COVERAGE)


def add_secured(sheet: Sheet, model: Model, budget: str, state: str) -> None:
    """Add under the plan's needs, by year, what is secured of them; `budget`, `state`: their rows.

    Totals across add the years up, but for the rate.
    """
    rows: tuple[tuple[str, str, Node], ...] = (
        (VOTED, "row", _of_state(model)),
        (SHORT, "row", Ref(None, VOTED) - Ref(None, state)),
        (PLEDGED, "row", Ref(None, SECURED) - Ref(None, VOTED)),
        (SECURED, "row.strong", _sum_by_year(model, "secured")),
        (REST, "row.strong", Ref(None, budget) - Ref(None, SECURED)),
    )
    for key, part, node in rows:
        cells = _labelled(model, f"funding.{key}", part)
        cells |= {col: Cell(node, f"money.{part}") for col in model.live}
        cells["total"] = Cell(_across(model), f"money.{part}")
        cells |= {col: Cell(None, f"line.{part}") for col in ("share", "counter")}
        sheet.add(key, cells)
    sheet.set(SECURED, "counter", Cell(counter(), "money.row.strong"))
    need, secured = summary.ref(summary.BUDGET, "total"), Ref("total", SECURED)
    sheet.set(REST, "counter", Cell(counter(need - secured), "money.row.strong"))
    sheet.set(REST, "share", Cell(_word_of_excess(need, secured), "word.row.strong"))
    cells = _labelled(model, "funding.coverage", "row")
    rate = _rate(Ref(None, SECURED), Ref(None, budget))
    cells |= {col: Cell(rate, "percent.row") for col in model.amounts}
    sheet.add(COVERAGE, cells | {col: Cell(None, "line.row") for col in ("share", "counter")})
    cells = _labelled(model, "funding.planned", "row.faint")
    cells |= {col: Cell(_sum_by_year(model, "planned"), "money.row.faint") for col in model.live}
    cells["total"] = Cell(_across(model), "money.row.faint")
    cells["counter"] = Cell(counter(), "money.row.faint")
    sheet.add(PLANNED, cells | {"share": Cell(None, "line.row")})
    _highlight(sheet, model, REST)


def _labelled(model: Model, label: str, part: str) -> dict[str, Cell]:
    return {"axis": Cell(None, f"line.{part}"), "label": Cell(model.words(label), f"line.{part}")}


def _across(model: Model) -> Node:
    return total(Range(Ref(model.live[0]), Ref(model.live[-1])))


def counter(amount: Node = ROW_TOTAL) -> Node:
    """Return an amount, the row's total, in the chosen currency; nothing where it has no rate."""
    rate = Name("Taux_Change")
    return when(equal(rate, ZERO), EMPTY, amount / rate)


def _rate(part: Node, whole: Node) -> Node:
    return when(equal(whole, ZERO), EMPTY, part / whole)


def _word_of_excess(need: Node, secured: Node) -> Node:
    return when(Binary(">", secured, need), parameters.word("excess"), EMPTY)


def _sum_by_year(model: Model, field: str) -> Node:
    """Return the sum of a column of the register over the year of the caller's column."""
    return call("SUMIFS", pledges.held(model, field), pledges.held(model, "year"), YEAR)


def _of_state(model: Model) -> Node:
    secured, year = pledges.held(model, "secured"), pledges.held(model, "year")
    return call("SUMIFS", secured, year, YEAR, pledges.held(model, "partner"), ZERO)


def _highlight(sheet: Sheet, model: Model, row: str) -> None:
    """Tint what is secured beyond the need: beside a word on the total, a sign on the years."""
    block = Block(row, model.live[0], row, "total")
    sheet.highlights.append(Highlight(block, Binary("<", Ref(model.live[0], row), ZERO), "alert"))


def add_axes(sheet: Sheet, model: Model) -> None:
    """Add by axis what is tied to it and secured, the gap to its needs and the rate."""
    for key in AXIS_TABLES:
        _add_table(sheet, model, key)
    axes = model.plan.axes
    block = Block(_row(axes[0], REST), model.live[0], _row(axes[-1], REST), "total")
    beyond = Binary("<", Ref(model.live[0], _row(axes[0], REST)), ZERO)
    sheet.highlights.append(Highlight(block, beyond, "alert"))


def _add_table(sheet: Sheet, model: Model, key: str) -> None:
    words, axes = model.words, model.plan.axes
    style = "percent" if key == COVERAGE else "money"
    sheet.add(height=10)
    add_section(sheet, words(f"funding.axes.{key}"), last="counter", height=18)
    for axis in axes:
        label = {
            "axis": Cell(axis.sheet, "line.row"),
            "label": Cell(axis_title(model, axis), "text.row"),
        }
        cells = label | {
            col: Cell(_axis_amount(model, axis, key, col), f"{style}.row") for col in model.live
        }
        across = _axis_amount(model, axis, key, "total") if key == COVERAGE else _across(model)
        cells["total"] = Cell(across, f"{style}.row")
        cells |= {col: Cell(None, "line.row") for col in ("share", "counter")}
        if key != COVERAGE:
            cells["counter"] = Cell(counter(), "money.row")
        if key == REST:
            need = summary.ref(summary.axis_row(axis), "total")
            word = _word_of_excess(need, Ref("total", _row(axis, SECURED)))
            cells["share"] = Cell(word, "word.row")
        sheet.add(_row(axis, key), cells)
    if key == SECURED:
        _add_whole(sheet, model)


def _add_whole(sheet: Sheet, model: Model) -> None:
    """Add what is secured and tied to no axis."""
    axes = model.plan.axes
    tied = total(Range(Ref(None, _row(axes[0], SECURED)), Ref(None, _row(axes[-1], SECURED))))
    cells = _labelled(model, "funding.whole", "subtotal")
    cells |= {col: Cell(Ref(None, SECURED) - tied, "money.subtotal") for col in model.amounts}
    cells |= {"counter": Cell(counter(), "money.subtotal"), "share": Cell(None, "line.subtotal")}
    sheet.add(f"{SECURED}:whole", cells)


def axis_title(model: Model, axis: Axis) -> str:
    """Return the title of an axis as the document's summary prints it, else the matrix's."""
    published = model.plan.published.get(("axe", axis.code))
    return published.title if published else axis.title


def _row(axis: Axis, key: str) -> str:
    return f"{key}:{axis.code}"


def _axis_amount(model: Model, axis: Axis, key: str, col: str) -> Node:
    need = summary.ref(summary.axis_row(axis), col)
    secured = Ref(None, _row(axis, SECURED))
    if key == REST:
        return need - secured
    if key == COVERAGE:
        return _rate(secured, need)
    held, year = pledges.held(model, "secured"), pledges.held(model, "year")
    tied = pledges.held(model, "axis")
    return call("SUMIFS", held, year, YEAR, tied, Ref("axis", fixed="col"))


def checks(model: Model) -> list[Check]:
    """Return what is watched on what is secured, and on the register."""
    rows = [REST, *[_row(axis, REST) for axis in model.plan.axes]]
    watched: tuple[tuple[str, Kind, dict[str, Node]], ...] = (
        ("overfunded", ALERT, {col: _excess(rows, col) for col in model.live}),
        ("pledges", ERROR, {"total": _odd_rows(model)}),
        ("pledges_counted", ERROR, {"total": _uncounted(model)}),
        ("pledges_tied", ERROR, {"total": _untied(model)}),
        ("pledges_base", ERROR, _changed_base(model)),
        ("pledges_statuses", ERROR, {"total": _changed_statuses(model)}),
    )
    return [make_check(model, FINANCING, name, kind, nodes) for name, kind, nodes in watched]


def _excess(rows: list[str], col: str) -> Node:
    """Return by how much a year is funded beyond its need, of the plan and of the axes."""
    return ZERO - sum_of([call("MIN", Ref(col, row, FINANCING), ZERO) for row in rows])


def _odd_rows(model: Model) -> Node:
    """Return how many rows are incomplete or odd, with texts as amounts and rows under the last."""
    amounts = pledges.held(model, "amount")
    texts = call("COUNTA", amounts) - call("COUNT", amounts)
    return total(pledges.held(model, "flag")) + texts + call("COUNTA", pledges.below(model))


def _uncounted(model: Model) -> Node:
    """Return what was typed, less what counts as secured or planned."""
    secured, planned = (Ref("total", key, FINANCING) for key in (SECURED, PLANNED))
    return total(pledges.held(model, "amount")) - secured - planned


def _untied(model: Model) -> Node:
    """Return what no axis takes of the secured amounts, less those whose row names no axis."""
    return Ref("total", f"{SECURED}:whole", FINANCING) - total(pledges.held(model, "whole"))


def _changed_base(model: Model) -> dict[str, Node]:
    """Return how far the base is from what was read: its number of rows, its amounts by year."""
    base, by_year = (pledges.held(model, f"base_{field}") for field in ("amount", "year"))
    found: dict[str, Node] = {"total": call("COUNT", base) - stamp.funding("total")}
    for col in model.live:
        held = call("SUMIF", by_year, Ref(col, HEADER, FINANCING), base)
        found[col] = held - stamp.funding(col)
    return found


def _changed_statuses(model: Model) -> Node:
    """Return how far the base is from what was read, status by status, without signs."""
    base, status = (pledges.held(model, f"base_{field}") for field in ("amount", "status"))
    return sum_of(
        call("ABS", call("SUMIF", status, parameters.word(key), base) - stamp.funding("total", key))
        for key in pledges.SECURED  # the third status is what they leave of the amounts
    )
