"""*Financement*: the State's part and what is left for the partners, by year and by axis."""

from __future__ import annotations

from generator.model.formula import Binary, Name, Node, Range, Ref, total
from generator.model.grid import Block, Cell, Chart, Column, Page, Series, Sheet
from generator.plan import Axis
from generator.sheets import funding, parameters, pledges, summary
from generator.sheets.common import (
    ERROR,
    FINANCING,
    HEADER,
    Check,
    Model,
    add_base_in_force,
    add_head,
    add_section,
    header_cells,
    make_check,
    thin_segment,
)
from generator.styles import PARTNERS_COLOUR, STATE_COLOUR

BUDGET, STATE, PARTNERS = "budget", "state", "partners"
CHART_SIZE = (820, 360)


def build(model: Model) -> list[Sheet]:
    """Return the sheet of the financing."""
    columns = (
        Column("axis", 13),
        Column("label", 50),
        *[Column(key, 15) for key in model.live],
        Column("total", 16),
        Column("share", 10),
        Column("counter", 16),
        *pledges.side_columns(model),
    )
    printed = Block("title", "axis", pledges.LAST, pledges.last_printed(model))
    page = Page("A4", printed, repeat_rows=(HEADER, HEADER))
    sheet = Sheet(FINANCING, columns, page, frozen=("section", "axis"))
    words, currency = model.words, model.plan.settings.currency
    add_head(sheet, model, words("financing.title"), words("financing.subtitle", currency=currency))
    titles = {key: words(f"financing.{key}") for key in ("axis", "label", "total", "share")}
    add_base_in_force(sheet)
    sheet.add(HEADER, header_cells(titles) | _year_numbers(model), 30)
    counter = Binary("&", parameters.word("counter"), Name("Devise"))
    sheet.set(HEADER, "counter", Cell(counter, "text.header"))
    _add_plan(sheet, model)
    funding.add_secured(sheet, model, BUDGET, STATE)
    _add_chart(sheet, model)
    _add_table(sheet, model, STATE)
    _add_table(sheet, model, PARTNERS)
    funding.add_axes(sheet, model)
    pledges.add_register(sheet, model)
    return [sheet]


def _year_numbers(model: Model) -> dict[str, Cell]:
    """Return the years of the header as numbers: the register's years are compared with them."""
    years = zip(model.live, model.plan.years, strict=True)
    return {key: Cell(year, "number.header") for key, year in years}


def _add_plan(sheet: Sheet, model: Model) -> None:
    words = model.words
    add_section(sheet, words("financing.plan"), "section", last="counter", height=18)
    budget = {col: summary.ref(summary.BUDGET, col) for col in model.amounts}
    rows: tuple[tuple[str, str, dict[str, Node]], ...] = (
        (BUDGET, "grand", dict(budget)),
        (STATE, "row", {col: node * Name("Part_Etat") for col, node in budget.items()}),
        (PARTNERS, "row", dict.fromkeys(model.amounts, Ref(None, BUDGET) - Ref(None, STATE))),
    )
    shares: dict[str, Node | None] = {
        BUDGET: None,
        STATE: Name("Part_Etat"),
        PARTNERS: Name("Part_Partenaires"),
    }
    rest = Ref("total", BUDGET) - Ref("total", STATE)
    for key, part, nodes in rows:
        label = words("budget.total") if key == BUDGET else words(f"budget.{key}")
        cells = {"axis": Cell(None, f"line.{part}"), "label": Cell(label, f"line.{part}")}
        cells |= {col: Cell(node, f"money.{part}") for col, node in nodes.items()}
        worth = funding.counter(rest) if key == PARTNERS else funding.counter()
        cells["counter"] = Cell(worth, f"money.{part}")
        sheet.add(key, cells | {"share": Cell(shares[key], f"percent.{part}")})


def _add_table(sheet: Sheet, model: Model, side: str) -> None:
    """Add the State's or the partners' part of each axis; its total must be the plan's."""
    words, axes = model.words, model.plan.axes
    sheet.add(height=10)
    add_section(sheet, words(f"financing.{side}"), last="counter", height=18)
    for axis in axes:
        cells = {
            "axis": Cell(axis.sheet, "line.row"),
            "label": Cell(funding.axis_title(model, axis), "text.row"),
        }
        cells |= {col: Cell(_part(axis, side, col), "money.row") for col in model.amounts}
        sheet.add(f"{side}:{axis.code}", cells)
    first, last = f"{side}:{axes[0].code}", f"{side}:{axes[-1].code}"
    summed = total(Range(Ref(None, first), Ref(None, last)))
    label = words(f"financing.{side}.total")
    cells = {"axis": Cell(None, "line.subtotal"), "label": Cell(label, "line.subtotal")}
    cells |= {col: Cell(summed, "money.subtotal") for col in model.amounts}
    cells |= {"share": Cell(None, "line.subtotal")}
    sheet.add(f"{side}:total", cells)


def _part(axis: Axis, side: str, col: str) -> Node:
    whole = summary.ref(summary.axis_row(axis), col)
    if side == STATE:
        return whole * Name("Part_Etat")
    return whole - Ref(None, f"{STATE}:{axis.code}")


def _add_chart(sheet: Sheet, model: Model) -> None:
    words = model.words
    sheet.add(height=10)
    anchor = sheet.add()
    sheet.skip(19, "charts_end")
    first, last = model.live[0], model.live[-1]

    def ref(row: str, col: str) -> Ref:
        return Ref(col, row, FINANCING)

    series = tuple(
        Series(
            ref(side, "label"),
            (ref(HEADER, first), ref(HEADER, last)),
            (ref(side, first), ref(side, last)),
            (colour,),
        )
        for side, colour in ((STATE, STATE_COLOUR), (PARTNERS, PARTNERS_COLOUR))
    )
    title = words("chart.financing.title")
    unit = words("chart.unit", currency=model.plan.settings.currency)
    alt = words("chart.financing.alt", plan=model.plan.settings.title)
    years, spent = (ref(HEADER, first), ref(HEADER, last)), (ref(BUDGET, first), ref(BUDGET, last))
    whole = Series(ref(BUDGET, "label"), years, spent)
    place = (anchor, "label")
    sheet.charts.append(
        Chart("stacked", title, series, place, CHART_SIZE, alt, unit, whole, thin_segment(model))
    )


def checks(model: Model) -> list[Check]:
    """Return what is watched on the financing."""

    def ref(row: str, col: str) -> Ref:
        return Ref(col, row, FINANCING)

    parts = {col: ref(STATE, col) + ref(PARTNERS, col) - ref(BUDGET, col) for col in model.amounts}
    state = {col: ref(STATE, col) - ref(f"{STATE}:total", col) for col in model.amounts}
    rest = {col: ref(PARTNERS, col) - ref(f"{PARTNERS}:total", col) for col in model.amounts}
    rows = ((BUDGET, summary.BUDGET), (STATE, summary.STATE), (PARTNERS, summary.PARTNERS))
    same = [
        {col: ref(own, col) - summary.ref(other, col) for col in model.amounts}
        for own, other in rows
    ]
    watched = (
        ("parts", parts),
        ("state_by_axis", state),
        ("partners_by_axis", rest),
        ("like_summary", same[0]),
        ("like_summary_state", same[1]),
        ("like_summary_partners", same[2]),
    )
    own = [make_check(model, FINANCING, name, ERROR, cells) for name, cells in watched]
    return [*own, *funding.checks(model)]
