"""*Activités*: one flat, filterable row for each activity, reserve row and departed activity.

The live amounts are direct links to the axis sheets; the totals at the foot reach the same sums by
another road. Whatever cuts across the plan reads this list.
"""

from __future__ import annotations

from generator.model.formula import (
    EMPTY,
    ONE,
    ZERO,
    Binary,
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
from generator.model.grid import Block, Cell, Column, Page, Sheet
from generator.plan import PLAN_CODE, PM, Amount, Axis, Entity, lookup_key
from generator.sheets import parameters, stamp
from generator.sheets.activity_lines import Line, first_line, lines
from generator.sheets.common import (
    ACTIVITIES,
    ALERT,
    ERROR,
    HEADER,
    Check,
    Kind,
    Model,
    add_head,
    header_cells,
    make_check,
    year_titles,
)

LAST, TOTAL = "fin", "total"
SIDE = ("status", "reason", "key", "moved", "unnamed", "printed", "note")
TEXT_STYLES = {
    "label": "text.row",
    "responsible": "text.row.indent",
    "partners": "text.row.indent",
}
MOVED = when(call("OR", equal(Ref("code"), EMPTY), equal(Ref("code"), Ref("key"))), ZERO, ONE)
"""1 where a row's code is not the one it was made with."""

UNNAMED = when(call("OR", equal(Ref("code"), EMPTY), Binary("<>", Ref("label"), EMPTY)), ZERO, ONE)
"""1 where a row has a code and no label."""

KEY_COLUMNS = {"axe": "axis", "objectif": "objective", "action": "action"}


def build(model: Model) -> list[Sheet]:
    """Return the sheet of the flat list."""
    sheet = Sheet(ACTIVITIES, _columns(model), _page(model), frozen=("#first", "label"))
    words = model.words
    currency = model.plan.settings.currency
    add_head(
        sheet, model, words("activities.title"), words("activities.subtitle", currency=currency)
    )
    printed, side = titles(model)
    sheet.add(HEADER, header_cells(printed) | header_cells(side, "text.side"), 30)
    rows = list(lines(model))
    links = _links(model, {line.sheet for line in rows if line.sheet})
    keys = [sheet.add(line.key, _line_cells(model, line, links)) for line in rows]
    sheet.frozen = (keys[0], "label")
    sheet.filtered = Block(HEADER, "code", keys[-1], sheet.columns[-1].key)
    sheet.add(LAST, height=4)
    _add_totals(sheet, model, keys[0])
    return [sheet]


def _columns(model: Model) -> tuple[Column, ...]:
    return (
        Column("code", 9),
        Column("axis", 5),
        Column("objective", 8),
        Column("action", 8),
        Column("label", 40),
        Column("responsible", 14),
        Column("partners", 19),
        Column("total", 14),
        *[Column(key, 13) for key in model.live],
        Column("nature", 11),
        Column("count", 9),
        Column("adopted_total", 15),
        *[Column(key, 14) for key in model.adopted],
        Column("base_total", 15),
        *[Column(key, 14) for key in model.base],
        Column("status", 12),
        Column("reason", 36),
        Column("key", 12),
        Column("moved", 9),
        Column("unnamed", 9),
        Column("printed", 12),
        Column("note", 60),
    )


def _page(model: Model) -> Page:
    area = Block("title", "code", TOTAL, model.live[-1])
    return Page("A4", area, repeat_rows=(HEADER, HEADER))


def titles(model: Model) -> tuple[dict[str, str], dict[str, str]]:
    """Return by column the titles of what prints, and of what stands beside."""
    words, years = model.words, model.plan.years
    main = ("code", "axis", "objective", "action", "label", "responsible", "partners", "total")
    printed = {key: words(f"activities.{key}") for key in main} | year_titles(model)
    side = {key: words(f"activities.{key}") for key in ("nature", "count", "adopted_total")}
    side |= {f"a{year}": words("activities.adopted", year=year) for year in years}
    side |= {"base_total": words("axis.base_total")}
    side |= {f"b{year}": words("axis.base", year=year) for year in years}
    return printed, side | {key: words(f"activities.{key}") for key in SIDE}


def _links(model: Model, sheets: set[str]) -> dict[str, dict[str, tuple[str, str]]]:
    """Return by sheet the (column, style) that each linked column reads: built once."""
    money = [*model.amounts, "base_total", *model.base]
    return {sheet: {key: (key, "money.row") for key in money} for sheet in sheets}


def _line_cells(
    model: Model, line: Line, links: dict[str, dict[str, tuple[str, str]]]
) -> dict[str, Cell]:
    cells = {
        "axis": Cell(line.axis, "code.row"),
        "objective": Cell(line.objective, "code.row"),
        "action": Cell(line.action, "code.row"),
        "nature": Cell(model.words(f"nature.{line.nature}"), "line.base"),
        "count": Cell(when(equal(Ref("code"), EMPTY), ZERO, ONE), "count.base"),
        "key": Cell(line.code, "code.base"),
        "moved": Cell(MOVED, "count.base"),
        "unnamed": Cell(UNNAMED, "count.base"),
    }
    if line.current is not None:
        cells["printed"] = Cell(line.current.printed_code or None, "code.base")
        cells["note"] = Cell(line.current.note or None, "line.base")
    if line.sheet is None:
        cells |= _gone_cells(model, line)
    else:
        cells["code"] = Cell(Binary("&", Ref("code", line.key, line.sheet), EMPTY), "code.row")
        for key, style in TEXT_STYLES.items():
            shown = Binary("&", Ref(key, line.key, line.sheet), EMPTY)
            look = style if line.nature == "activity" else style.replace("text", "line")
            cells[key] = Cell(when(equal(Ref("code", fixed="col"), EMPTY), EMPTY, shown), look)
        for key in ("status", "reason"):
            cells[key] = Cell(Binary("&", Ref(key, line.key, line.sheet), EMPTY), "line.base")
        for key, (column, style) in links[line.sheet].items():
            cells[key] = Cell(Ref(column, line.key, line.sheet), style)
    return cells | _adopted_cells(model, line)


def _gone_cells(model: Model, line: Line) -> dict[str, Cell]:
    """Return the cells of an activity that left its place: its texts, and no amount."""
    amounts = [*model.amounts, "base_total", *model.base]
    cells = {key: Cell(0, "money.row") for key in amounts} | {"count": Cell(0, "count.base")}
    if line.adopted is None:
        return cells
    texts = (line.adopted.label, line.adopted.responsible, line.adopted.partners)
    cells["code"] = Cell(line.code, "code.row")
    styles = zip(TEXT_STYLES.items(), texts, strict=True)
    return cells | {key: Cell(text or None, style) for (key, style), text in styles}


def _adopted_cells(model: Model, line: Line) -> dict[str, Cell]:
    keys = ["adopted_total", *model.adopted]
    if line.adopted is None:
        return {key: Cell(None, "money.base") for key in keys}
    amounts: list[Amount | str] = ["PM" if line.adopted.total is PM else line.adopted.total]
    amounts += line.adopted.years
    return {key: Cell(amount, "money.base") for key, amount in zip(keys, amounts, strict=True)}


def _add_totals(sheet: Sheet, model: Model, first: str) -> None:
    """Add the totals by axis and of the plan, summed from the list alone."""
    keys = [*model.amounts, "count", "adopted_total", *model.adopted, "base_total", *model.base]
    axes = column_span("axis", first, LAST)
    summed = sliding_span(None, first, LAST)
    formula = call("SUMIFS", summed, axes, Ref("axis", fixed="col"))
    for axis in model.plan.axes:
        cells = {
            "axis": Cell(lookup_key(axis.code), "code.subtotal"),
            "label": Cell(model.words("activities.axis_total", code=axis.code), "text.subtotal"),
        }
        cells |= {key: Cell(formula, _total_style(key, "subtotal")) for key in keys}
        sheet.add(f"{TOTAL}:{axis.code}", _filled(sheet, cells, "subtotal"))
    cells = {"label": Cell(model.words("activities.plan_total"), "text.grand")}
    grand = total(summed)
    cells |= {key: Cell(grand, _total_style(key, "grand")) for key in keys}
    sheet.add(TOTAL, _filled(sheet, cells, "grand"))


def _total_style(key: str, part: str) -> str:
    return f"{'count' if key == 'count' else 'money'}.{part}"


def _filled(sheet: Sheet, cells: dict[str, Cell], part: str) -> dict[str, Cell]:
    blank = {column.key: Cell(None, f"line.{part}") for column in sheet.columns}
    return blank | cells


def axis_total(axis: Axis, col: str) -> Ref:
    """Return the list's own total of an axis: `col` as on this sheet."""
    return Ref(col, f"{TOTAL}:{axis.code}", ACTIVITIES)


def plan_total(col: str) -> Ref:
    """Return the list's own total of the plan."""
    return Ref(col, TOTAL, ACTIVITIES)


def summed(model: Model, entity: Entity, col: str) -> Node:
    """Return the sum of a column over the entity's rows, found by the key in the caller's row."""
    first = first_line(model.plan)
    column = sliding_span(col, first, LAST, ACTIVITIES)
    if entity.level == "plan":
        return total(column)
    keys = column_span(KEY_COLUMNS[entity.level], first, LAST, ACTIVITIES)
    return call("SUMIFS", column, keys, Ref("key", fixed="col"))


def checks(model: Model) -> list[Check]:
    """Return what is watched on the list."""
    first = first_line(model.plan)

    def summed_where(mark: str, col: str) -> Node:
        span = column_span("nature", first, LAST, ACTIVITIES)
        nature = parameters.word(f"nature.{mark}")
        return call("SUMIF", span, nature, column_span(col, first, LAST, ACTIVITIES))

    def summed_all(col: str) -> Node:
        return total(column_span(col, first, LAST, ACTIVITIES))

    watched: tuple[tuple[str, Kind, dict[str, Node]], ...] = (
        ("adopted", ERROR, _controlled(model, "adopted", ["adopted_total", *model.adopted])),
        ("list_base", ERROR, _controlled(model, "base", ["base_total", *model.base])),
        ("list_total", ERROR, {col: _against_axes(model, col) for col in model.amounts}),
        ("counted", ERROR, {"total": summed_where("activity", "count") - stamp.activity_count()}),
        ("count_total", ERROR, {"total": plan_total("count") - summed_all("count")}),
        ("moved", ERROR, {"total": summed_all("moved")}),
        ("added", ALERT, {"total": summed_where("reserve", "count")}),
        ("unnamed", ALERT, {"total": summed_all("unnamed")}),
    )
    return [make_check(model, ACTIVITIES, name, kind, cells) for name, kind, cells in watched]


def _controlled(model: Model, kind: str, columns: list[str]) -> dict[str, Node]:
    """Return by column the list's total, less the control total of the CSV."""
    pairs = zip(model.amounts, columns, strict=True)
    return {col: plan_total(own) - stamp.control(kind, PLAN_CODE, col) for col, own in pairs}


def _against_axes(model: Model, col: str) -> Node:
    """Return the list's total, less its totals by axis, which the axis sheets must equal."""
    axes = model.plan.axes
    return plan_total(col) - total(Range(axis_total(axes[0], col), axis_total(axes[-1], col)))
