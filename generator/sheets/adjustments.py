"""*Ajustements*: do transfers balance, and which activities changed since the base.

The register fills itself. Each line of the list has a flag, 1 where its activity changed, and a
running counter; the k-th changed activity stands just under the last line whose counter is k - 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.model.formula import (
    EMPTY,
    ONE,
    ZERO,
    Binary,
    Name,
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
from generator.model.grid import Block, Cell, Column, Highlight, Page, Sheet
from generator.plan import Axis, Entity
from generator.sheets import activities, parameters, reconciliation
from generator.sheets.activity_lines import Line, first_line, lines
from generator.sheets.common import (
    ACTIVITIES,
    ADJUSTMENTS,
    ALERT,
    AXIS_TOTAL,
    ERROR,
    HEADER,
    Check,
    Kind,
    Model,
    add_head,
    add_section,
    header_cells,
    make_check,
    sum_of,
    total_row,
)

FIRST, LAST, PLAN_ROW, YEARS_ROW, REGISTERED = "first", "last", "transfers", "by_year", "registered"
TEXTS = ("code", "label", "base", "live", "status", "reason")
LINE_HEIGHT = 40
"""Points of a line of the register: three lines of text, known only once it is filled."""

STYLES = {"code": "code", "base": "money", "live": "money", "status": "word"}
SOURCES = {"base": "base_total", "live": "total"}
"""By column of the register the column of the list that it shows, where its name differs."""


def build(model: Model) -> list[Sheet]:
    """Return the sheet of the adjustments."""
    page = Page("A4", Block("title", "num", LAST, "reason"), repeat_rows=(HEADER, HEADER))
    sheet = Sheet(ADJUSTMENTS, _columns(model), page, frozen=("section", "base"))
    words, currency = model.words, model.plan.settings.currency
    add_head(sheet, model, words("adjust.title"), words("adjust.subtitle", currency=currency))
    printed, side = titles(model)
    sheet.add(HEADER, header_cells(printed) | header_cells(side, "text.side"), 30)
    _add_transfers(sheet, model)
    _add_register(sheet, model)
    return [sheet]


def titles(model: Model) -> tuple[dict[str, str], dict[str, str]]:
    """Return by column the titles of what prints, and of what stands beside."""
    words = model.words
    printed = {key: words(f"adjust.{key}") for key in ("num", *TEXTS, "total")}
    printed |= {f"y{year}": words("adjust.year", year=year) for year in model.plan.years}
    return printed, {key: words(f"adjust.{key}") for key in ("rank", "flag", "counter", "place")}


def _columns(model: Model) -> tuple[Column, ...]:
    return (
        Column("num", 9),
        Column("code", 10),
        Column("label", 56),
        Column("base", 13),
        Column("live", 13),
        Column("total", 13),
        *[Column(key, 12) for key in model.live],
        Column("status", 12),
        Column("reason", 26),
        Column("rank", 8),
        Column("flag", 9),
        Column("counter", 10),
        Column("place", 12),
    )


def _add_transfers(sheet: Sheet, model: Model) -> None:
    """Add what each axis and the plan gained or lost, and in words whether that balances."""
    words, axes = model.words, model.plan.axes
    add_section(sheet, words("adjust.transfers"), "section", last="reason", height=20)
    for axis in axes:
        _add_axis(sheet, model, axis)
    cells = {column.key: Cell(None, "line.grand") for column in sheet.columns[: _last(sheet)]}
    summed = total(Range(Ref(None, f"axe:{axes[0].code}"), Ref(None, f"axe:{axes[-1].code}")))
    cells["label"] = Cell(words("adjust.plan"), "line.grand")
    cells |= {key: Cell(summed, "money.grand") for key in ("base", "live", *model.amounts)}
    sheet.add(PLAN_ROW, cells | {"status": Cell(_balance(Ref("total")), "word.grand")})
    cells = {"label": Cell(words("adjust.by_year"), "line.row")}
    cells |= {key: Cell(_balance(Ref(None, PLAN_ROW)), "word.row") for key in model.live}
    sheet.add(YEARS_ROW, cells)
    uneven = Binary(">", call("ABS", Ref("total", fixed="col")), Name("Tolerance"))
    block = Block(f"axe:{axes[0].code}", "status", PLAN_ROW, "status")
    sheet.highlights.append(Highlight(block, uneven, "alert"))
    uneven = Binary(">", call("ABS", Ref(model.live[0], PLAN_ROW)), Name("Tolerance"))
    block = Block(YEARS_ROW, model.live[0], YEARS_ROW, model.live[-1])
    sheet.highlights.append(Highlight(block, uneven, "alert"))


def _last(sheet: Sheet) -> int:
    """Return how many columns print."""
    return sheet.col_index["rank"]


def _add_axis(sheet: Sheet, model: Model, axis: Axis) -> None:
    entity = Entity("axe", axis.code, axis.title, axis)
    cells = {column.key: Cell(None, "line.row") for column in sheet.columns[: _last(sheet)]}
    cells |= {
        "num": Cell(axis.sheet, "line.row"),
        "label": Cell(axis.title, "text.row"),
        "base": Cell(Ref("base_total", total_row(entity), axis.sheet), "money.row"),
        "live": Cell(Ref("total", total_row(entity), axis.sheet), "money.row"),
        "total": Cell(total(_years(model)), "money.row.strong"),
        "status": Cell(_balance(Ref("total")), "word.row"),
    }
    for live, base in zip(model.live, model.base, strict=True):
        moved = Ref(live, AXIS_TOTAL, axis.sheet) - Ref(base, AXIS_TOTAL, axis.sheet)
        cells[live] = Cell(moved, "money.row")
    sheet.add(f"axe:{axis.code}", cells)


def _years(model: Model) -> Range:
    return Range(Ref(model.live[0]), Ref(model.live[-1]))


def _balance(moved: Ref) -> Node:
    """Return the word for a difference: it balances where it is 0 within the tolerance."""
    even = Binary("<=", call("ABS", moved), Name("Tolerance"))
    return when(even, parameters.word("neutral"), parameters.word("uneven"))


class _Source(NamedTuple):
    """The list that the register reads: its lines, from the first to the last that has a sheet."""

    model: Model
    lines: tuple[Line, ...]

    def column(self, key: str) -> Range:
        """Return a column of the list, which slides along when the formula is copied."""
        return sliding_span(key, first_line(self.model.plan), self.lines[-1].key, ACTIVITIES)

    def at(self, key: str) -> Node:
        """Return what the list has in a column at the place of the register's line."""
        return call("INDEX", self.column(key), Ref("place", fixed="col"))


def _add_register(sheet: Sheet, model: Model) -> None:
    words = model.words
    source = _Source(model, tuple(line for line in lines(model) if line.sheet))
    sheet.add(height=8)
    add_section(sheet, words("adjust.register"), last="reason", height=20)
    cells = {column.key: Cell(None, "line.subtotal") for column in sheet.columns[: _last(sheet)]}
    cells["label"] = Cell(words("adjust.registered"), "line.subtotal")
    summed = total(Range(Ref(None, FIRST), Ref(None, LAST)))
    cells |= {key: Cell(summed, "money.subtotal") for key in ("base", "live", *model.amounts)}
    sheet.add(REGISTERED, cells)
    sheet.add(FIRST, {"counter": Cell(0, "count.base")}, 4)
    shown = _shown(source)
    for rank, line in enumerate(source.lines, start=1):
        sheet.add(f"line:{line.key}", shown | _side(source, rank, line), LINE_HEIGHT)
    sheet.add(LAST, height=4)


def _shown(source: _Source) -> dict[str, Cell]:
    """Return the cells of a line of the register, the same for each: blank past the last change."""
    model, blank = source.model, equal(Ref("place", fixed="col"), EMPTY)
    cells = {"num": Cell(when(blank, EMPTY, Ref("rank", fixed="col")), "number.word")}
    for key in TEXTS:
        found = source.at(SOURCES.get(key, key))
        cells[key] = Cell(when(blank, EMPTY, found), STYLES.get(key, "text"))
    for live, base in zip(model.live, model.base, strict=True):
        cells[live] = Cell(when(blank, EMPTY, source.at(live) - source.at(base)), "money")
    cells["total"] = Cell(when(blank, EMPTY, total(_years(model))), "money.strong")
    return cells


def _side(source: _Source, rank: int, line: Line) -> dict[str, Cell]:
    """Return the marks of a line of the list, and where the register's own line finds its own."""
    before = FIRST if rank == 1 else f"line:{source.lines[rank - 2].key}"
    counters = column_span("counter", FIRST, f"line:{source.lines[-1].key}")
    sought = call("MATCH", Ref("rank") - ONE, counters, ONE)
    past = Binary(">", Ref("rank"), Ref("counter", f"line:{source.lines[-1].key}", fixed=True))
    return {
        "rank": Cell(rank, "count.base"),
        "flag": Cell(_flag(line), "count.base"),
        "counter": Cell(Ref("counter", before) + Ref("flag"), "count.base"),
        "place": Cell(when(past, EMPTY, sought), "number.base"),
    }


def _flag(line: Line) -> Node:
    """Return 1 where the activity changed: an amount, or a status that is not to keep it.

    A status beside a reserve row that is not filled is no activity's.
    """
    code, status = (Ref(key, line.key, line.sheet) for key in ("code", "status"))
    moved = Binary("<>", Ref("changed", line.key, line.sheet), EMPTY)
    given = Binary("<>", status, EMPTY)
    left = Binary("<>", status, parameters.word("kept"))
    decided = call("AND", Binary("<>", code, EMPTY), given, left)
    return when(call("OR", moved, decided), ONE, ZERO)


def checks(model: Model) -> list[Check]:
    """Return what is watched on the adjustments."""
    entity = next(model.plan.entities)
    axes = [Ref("total", f"axe:{axis.code}", ADJUSTMENTS) for axis in model.plan.axes]
    moved = {col: Ref(col, PLAN_ROW, ADJUSTMENTS) for col in model.amounts}
    years = {col: moved[col] for col in model.live}
    uneven: Node = sum_of([call("ABS", axis) for axis in axes])
    watched: tuple[tuple[str, Kind, Mapping[str, Node]], ...] = (
        ("registered", ERROR, {col: _unregistered(col, base) for col, base in _pairs(model)}),
        ("transfers", ERROR, {col: _unmoved(entity, col) for col in model.amounts}),
        ("neutral_years", ALERT, years),
        ("neutral_axes", ALERT, {"total": uneven}),
        ("neutral_total", ALERT, {"total": moved["total"]}),
    )
    return [make_check(model, ADJUSTMENTS, name, kind, nodes) for name, kind, nodes in watched]


def _pairs(model: Model) -> list[tuple[str, str]]:
    """Return the columns of the list: live, base."""
    return list(zip(model.amounts, ["base_total", *model.base], strict=True))


def _unregistered(col: str, base: str) -> Node:
    """Return what the register adds up to, less what the list gained since the base."""
    gained = activities.plan_total(col) - activities.plan_total(base)
    return Ref(col, REGISTERED, ADJUSTMENTS) - gained


def _unmoved(entity: Entity, col: str) -> Node:
    """Return what the plan moved here, less its revised and base amounts in the bridges."""
    live, base = (reconciliation.ref(entity, measure, col) for measure in ("live", "base"))
    return Ref(col, PLAN_ROW, ADJUSTMENTS) - live + base
