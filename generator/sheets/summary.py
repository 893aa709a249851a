"""*Synthèse*: the document's *Récapitulatif*, row for row, both bases of totals, two charts."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.formula import (
    ONE,
    ZERO,
    Name,
    Node,
    Range,
    Ref,
    call,
    column_span,
    equal,
    total,
    when,
)
from generator.model.grid import Block, Cell, Column, Link, Page, Sheet
from generator.plan import Axis
from generator.sheets import (
    activities,
    ceilings,
    gaps,
    parameters,
    reconciliation,
    stamp,
    summary_charts,
)
from generator.sheets.common import (
    AXIS_TOTAL,
    BOTTOM,
    ERROR,
    FIRST_ROW,
    HEADER,
    SUMMARY,
    TOP,
    Check,
    Model,
    add_base_in_force,
    add_head,
    add_section,
    header_cells,
    make_check,
    sum_of,
    year_titles,
)

BUDGET, STATE, PARTNERS, COMPUTED = "budget", "state", "partners", "computed"
PUBLISHED = "published"


def axis_row(axis: Axis) -> str:
    """Return the key of the axis's row."""
    return f"axe:{axis.code}"


def ref(row: str, col: str) -> Ref:
    """Return a cell of the summary."""
    return Ref(col, row, SUMMARY)


def build(model: Model) -> list[Sheet]:
    """Return the summary."""
    columns = (
        Column("axis", 13),
        Column("label", 46),
        *[Column(key, 14) for key in model.live],
        Column("total", 15),
        Column("share", 9),
        Column("actions", 9),
        Column("activities", 10),
    )
    page = Page(
        "A4",
        Block("title", "axis", "charts_end", "activities"),
        repeat_rows=(HEADER, HEADER),
        tall=2,
    )
    first = axis_row(model.plan.axes[0])
    sheet = Sheet(SUMMARY, columns, page, frozen=(first, "axis"))
    words, currency = model.words, model.plan.settings.currency
    add_head(sheet, model, words("summary.title"), words("summary.subtitle", currency=currency))
    titles = {key: words(f"summary.{key}") for key in ("axis", "label", "total", "share")}
    titles |= {key: words(f"summary.{key}") for key in ("actions", "activities")}
    add_base_in_force(sheet)
    sheet.add(HEADER, header_cells(titles | year_titles(model)), 30)
    for axis in model.plan.axes:
        _add_axis(sheet, model, axis)
    _add_totals(sheet, model)
    if model.plan.gaps:
        _add_bases(sheet, model)
    else:
        _add_computed(sheet, model)
    names = (axis_row(model.plan.axes[0]), axis_row(model.plan.axes[-1]))
    summary_charts.add_charts(sheet, model, names, BUDGET)
    _add_chain(sheet, model)
    ceilings.add_ceilings(sheet, model, COMPUTED)
    summary_charts.add_moves(sheet, model)
    return [sheet]


def _add_axis(sheet: Sheet, model: Model, axis: Axis) -> None:
    published = model.plan.published.get(("axe", axis.code))
    budget = Ref("total", BUDGET, fixed=True)
    nature = column_span("nature", TOP, BOTTOM, axis.sheet)
    cells = {
        "axis": Cell(axis.sheet, "line.row.link"),
        "label": Cell(published.title if published else axis.title, "text.row"),
        "total": Cell(_across(model), "money.row.strong"),
        "share": Cell(when(equal(budget, ZERO), ZERO, Ref("total") / budget), "percent.row"),
        "actions": Cell(call("COUNTIF", nature, parameters.word("level.action")), "count.row"),
        "activities": Cell(activities.axis_total(axis, "count"), "count.row"),
    }
    cells |= {col: Cell(_axis_year(model, axis, col), "money.row") for col in model.live}
    key = sheet.add(axis_row(axis), cells)
    tip = model.words("nav.sheet.tip", sheet=axis.sheet)
    sheet.links.append(Link(key, "axis", Ref("code", FIRST_ROW, axis.sheet), tip))


def _across(model: Model) -> Node:
    return total(Range(Ref(model.live[0]), Ref(model.live[-1])))


def _axis_year(model: Model, axis: Axis, col: str) -> Node:
    live = Ref(col, AXIS_TOTAL, axis.sheet)
    if not model.plan.gaps:
        return live
    return live + Name("Ecarts_Inclus") * reconciliation.axis_gap(axis, col)


def _add_totals(sheet: Sheet, model: Model) -> None:
    """Add the plan's total, the State's part and what is left for the partners."""
    words, axes = model.words, model.plan.axes
    first, last = axis_row(axes[0]), axis_row(axes[-1])
    summed = total(Range(Ref(None, first), Ref(None, last)))
    cells = {"axis": Cell(None, "line.grand"), "label": Cell(words("budget.total"), "line.grand")}
    cells |= {col: Cell(summed, "money.grand") for col in model.amounts}
    cells |= {"share": Cell(summed, "percent.grand")}
    cells |= {col: Cell(summed, "count.grand") for col in ("actions", "activities")}
    sheet.add(BUDGET, cells)
    state = {"label": Cell(words("budget.state"), "line.row"), "axis": Cell(None, "line.row")}
    state |= {"share": Cell(Name("Part_Etat"), "percent.row")}
    state |= {
        col: Cell(Ref(None, BUDGET) * Name("Part_Etat"), "money.row") for col in model.amounts
    }
    sheet.add(STATE, state)
    rest = {"label": Cell(words("budget.partners"), "line.row"), "axis": Cell(None, "line.row")}
    rest |= {"share": Cell(Name("Part_Partenaires"), "percent.row")}
    rest |= {col: Cell(Ref(None, BUDGET) - Ref(None, STATE), "money.row") for col in model.amounts}
    sheet.add(PARTNERS, rest)


def _add_bases(sheet: Sheet, model: Model) -> None:
    """Add both bases of totals, whichever is chosen, and the documented gaps between them."""
    words, years = model.words, model.live
    sheet.add(height=10)
    add_section(sheet, words("bases.title"))
    ids = " + ".join(gap.id for gap in model.plan.gaps)
    between = {col: gaps.plan_gap(col) for col in years}
    published = dict.fromkeys(years, Ref(None, COMPUTED) + Ref(None, "gaps"))
    _add_computed(sheet, model)
    _add_base(sheet, model, "gaps", words("bases.gaps", ids=ids), between)
    _add_base(sheet, model, PUBLISHED, words("bases.published"), published)
    for base in ("computed", "published"):
        state = dict.fromkeys(years, Ref(None, base) * Name("Part_Etat"))
        rest = dict.fromkeys(years, Ref(None, base) - Ref(None, f"{base}:state"))
        _add_base(sheet, model, f"{base}:state", words(f"bases.{base}.state"), state)
        _add_base(sheet, model, f"{base}:partners", words(f"bases.{base}.partners"), rest)


def _add_computed(sheet: Sheet, model: Model) -> None:
    """Add the sum of the axis sheets: what the activities come to, whatever the base chosen."""
    axes = model.plan.axes
    nodes = {col: sum_of([Ref(col, AXIS_TOTAL, axis.sheet) for axis in axes]) for col in model.live}
    _add_base(sheet, model, COMPUTED, model.words("bases.computed"), nodes)


def _add_base(sheet: Sheet, model: Model, key: str, label: str, nodes: Mapping[str, Node]) -> None:
    part = "row.strong" if key == PUBLISHED else "row"
    cells = {"axis": Cell(None, f"line.{part}"), "label": Cell(label, f"text.{part}")}
    cells |= {col: Cell(node, f"money.{part}") for col, node in nodes.items()}
    sheet.add(key, cells | {"total": Cell(_across(model), f"money.{part}")})


def _add_chain(sheet: Sheet, model: Model) -> None:
    """Add the way from the adopted plan to the revised one, read in the plan's bridge."""
    words, plan = model.words, next(model.plan.entities)
    sheet.add(height=10)
    add_section(sheet, words("chain.title"), "chain")
    for measure in CHAIN:
        part = "row.strong" if measure in RESULTS else "row"
        cells = {"axis": Cell(None, f"line.{part}")}
        cells["label"] = Cell(words(f"chain.{measure}"), f"line.{part}")
        for col in model.amounts:
            cells[col] = Cell(reconciliation.ref(plan, measure, col), f"money.{part}")
        sheet.add(f"chain:{measure}", cells)


CHAIN = ("adopted", "validated", "base", "adjusted", "inserted", "live")
RESULTS = ("adopted", "base", "live")


def checks(model: Model) -> list[Check]:
    """Return what is watched on the summary, each by another road than the summary's own."""
    watched: list[tuple[str, dict[str, Node]]] = [
        ("summed", {col: _published_total(col) for col in model.live}),
        ("summary_across", {"total": _budget_across(model)}),
        ("shares", {"total": _share_gap()}),
        ("actions", {"total": ref(BUDGET, "actions") - stamp.action_count()}),
        ("activities", {"total": ref(BUDGET, "activities") - activities.plan_total("count")}),
        ("computed", {col: _computed_gap(col) for col in model.amounts}),
    ]
    if model.plan.gaps:
        watched += [
            ("both_bases", {col: _bases_gap(col) for col in model.amounts}),
            ("state_bases", {col: _state_gap(col) for col in model.amounts}),
            ("partners_bases", {col: _partners_gap(col) for col in model.amounts}),
            ("state_apart", {col: _apart(STATE, "Part_Etat", col) for col in model.amounts}),
            ("partners_apart", _partners_apart(model)),
        ]
    own = [make_check(model, SUMMARY, name, ERROR, cells) for name, cells in watched]
    return [*own, *ceilings.checks(model, COMPUTED)]


def _published_total(col: str) -> Node:
    gap = Name("Ecarts_Inclus") * gaps.plan_gap(col)
    return ref(BUDGET, col) - reconciliation.plan_live(col) - gap


def _budget_across(model: Model) -> Node:
    years = Range(ref(BUDGET, model.live[0]), ref(BUDGET, model.live[-1]))
    return ref(BUDGET, "total") - total(years)


def _share_gap() -> Node:
    """Return in francs what the shares leave out of the whole."""
    budget = ref(BUDGET, "total")
    return when(equal(budget, ZERO), ZERO, (ref(BUDGET, "share") - ONE) * budget)


def _computed_gap(col: str) -> Node:
    return ref(COMPUTED, col) - reconciliation.plan_live(col)


def _bases_gap(col: str) -> Node:
    return ref(PUBLISHED, col) - reconciliation.plan_live(col) - gaps.plan_gap(col)


def _state_gap(col: str) -> Node:
    """Return the State's part in use, less that of the base that the switch chooses."""
    computed, published = (ref(f"{base}:{STATE}", col) for base in (COMPUTED, PUBLISHED))
    return ref(STATE, col) - computed - Name("Ecarts_Inclus") * (published - computed)


def _partners_gap(col: str) -> Node:
    computed, published = (ref(f"{base}:{PARTNERS}", col) for base in (COMPUTED, PUBLISHED))
    return ref(PARTNERS, col) - computed - Name("Ecarts_Inclus") * (published - computed)


def _apart(side: str, share: str, col: str) -> Node:
    """Return how far apart a side's two bases are, less its share of the documented gaps."""
    computed, published = (ref(f"{base}:{side}", col) for base in (COMPUTED, PUBLISHED))
    return published - computed - gaps.plan_gap(col) * Name(share)


def _partners_apart(model: Model) -> dict[str, Node]:
    return {col: _apart(PARTNERS, "Part_Partenaires", col) for col in model.amounts}
