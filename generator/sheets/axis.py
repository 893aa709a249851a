"""The sheet of an axis, laid out as the document's matrix: its columns, head and inputs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.formula import EMPTY, ZERO, Binary, Ref
from generator.model.grid import Block, Cell, Column, Highlight, Page, Sheet, Validation
from generator.plan import Axis, Entity
from generator.sheets import activity_lines, parameters
from generator.sheets.axis_checks import checks
from generator.sheets.axis_rows import Layout, add_objective, add_totals, changed, row_total
from generator.sheets.common import (
    AXIS_TOTAL,
    BOTTOM,
    HEADER,
    TOP,
    Model,
    add_head,
    header_cells,
    input_texts,
    sum_of,
    year_titles,
)

__all__ = ["build", "checks"]

WATCHED_ROWS_BELOW = 100
"""Empty rows under the total that the completeness check still watches."""

TEXT_LIMIT = 2000
SIDE = (
    "changed", "status", "reason", "nature", "key", "sum", "line", "base_status", "base_reason",
)  # fmt: skip


def build(model: Model) -> list[Sheet]:
    """Return one sheet for each axis."""
    proposed = activity_lines.proposed_codes(model.plan)
    return [_build_axis(model, axis, proposed) for axis in model.plan.axes]


def _build_axis(model: Model, axis: Axis, proposed: Mapping[str, str]) -> Sheet:
    sheet = Sheet(axis.sheet, _columns(model), _page(model), frozen=(TOP, "responsible"))
    _add_header(sheet, model, axis)
    sheet.add(TOP, height=4)
    layout = Layout(sheet, model, row_total(model), changed(model), proposed)
    for objective in axis.objectives:
        add_objective(layout, objective)
    label = model.words("axis.total", code=axis.code)
    children = [Ref(None, f"objectif:{objective.code}") for objective in axis.objectives]
    entity = Entity("axe", axis.code, axis.title, axis)
    add_totals(layout, entity, label, sum_of(children), "grand")
    sheet.add(cells={"code": Cell(model.words("axis.below"), "line.note")})
    sheet.skip(WATCHED_ROWS_BELOW, BOTTOM)
    _add_validations(sheet, model, axis)
    _add_highlights(sheet, model)
    return sheet


def _columns(model: Model) -> tuple[Column, ...]:
    published = [Column("published", 15), Column("gap", 14)] if model.plan.published else []
    return (
        Column("code", 19),
        Column("label", 64),
        Column("responsible", 17),
        Column("partners", 31),
        Column("total", 15),
        *[Column(key, 14) for key in model.live],
        *published,
        Column("base_total", 15),
        *[Column(key, 14) for key in model.base],
        Column("changed", 11),
        Column("status", 12),
        Column("reason", 36),
        Column("nature", 11),
        Column("key", 13),
        Column("sum", 8),
        Column("line", 8),
        *([Column("compared", 9)] if model.plan.published else []),
        Column("base_status", 12),
        Column("base_reason", 30),
    )


def _page(model: Model) -> Page:
    last = "gap" if model.plan.published else model.live[-1]
    return Page("A3", Block("title", "code", AXIS_TOTAL, last), repeat_rows=("bands", HEADER))


def _add_header(sheet: Sheet, model: Model, axis: Axis) -> None:
    words, plan = model.words, model.plan
    title = axis.title
    if axis.sheet == words("axis.sheet", code=axis.code):
        title = words("axis.title", code=axis.code, title=axis.title)
    add_head(sheet, model, title, words("axis.subtitle", currency=plan.settings.currency))
    bands = {model.live[0]: words("axis.band.years", currency=plan.settings.currency)}
    if plan.published:
        bands["published"] = words("axis.band.published")
    bands |= {"base_total": words("axis.band.base"), "changed": words("axis.band.marks")}
    sheet.add("bands", {key: Cell(text, "line.subtitle") for key, text in bands.items()})
    titles = {key: words(f"axis.{key}") for key in ("code", "label", "responsible", "partners")}
    titles["total"] = words("axis.total_cost")
    titles |= year_titles(model)
    if plan.published:
        titles |= {key: words(f"axis.{key}") for key in ("published", "gap")}
    side = {"base_total": words("axis.base_total")}
    side |= {f"b{year}": words("axis.base", year=year) for year in plan.years}
    side |= {key: words(f"axis.{key}") for key in SIDE}
    if plan.published:
        side["compared"] = words("axis.compared")
    sheet.add(HEADER, header_cells(titles) | header_cells(side, "text.side"), 30)


def _add_validations(sheet: Sheet, model: Model, axis: Axis) -> None:
    words = model.words
    amounts, texts, statuses, reasons = [], [], [], []
    for action in axis.actions:
        reserves = [
            activity_lines.reserve_key(action, place)
            for place in range(model.plan.settings.reserve_rows)
        ]
        rows = [*[activity.code for activity in action.activities], *reserves]
        if rows:
            amounts.append(Block(rows[0], model.live[0], rows[-1], model.live[-1]))
            statuses.append(Block(rows[0], "status", rows[-1], "status"))
            reasons.append(Block(rows[0], "reason", rows[-1], "reason"))
        if reserves:
            texts.append(Block(reserves[0], "label", reserves[-1], "partners"))
    title, message, error = input_texts(words, "amount")
    sheet.validations.append(Validation(tuple(amounts), "amount", title, message, error))
    _add_status_validations(sheet, model, statuses, reasons)
    if texts:
        title, message, error = input_texts(words, "reserve")
        sheet.validations.append(
            Validation(tuple(texts), "text", title, message, error, limit=TEXT_LIMIT)
        )


def _add_status_validations(
    sheet: Sheet, model: Model, statuses: Sequence[Block], reasons: Sequence[Block]
) -> None:
    words, first, last = model.words, parameters.STATUSES[0], parameters.STATUSES[-1]
    title, message, error = input_texts(words, "status")
    choices = (parameters.word(first), parameters.word(last))
    sheet.validations.append(
        Validation(tuple(statuses), "list", title, message, error, choices=choices)
    )
    title, message, error = input_texts(words, "reason")
    sheet.validations.append(
        Validation(tuple(reasons), "text", title, message, error, limit=TEXT_LIMIT)
    )


def _add_highlights(sheet: Sheet, model: Model) -> None:
    changed = Binary("<>", Ref(model.live[0]), Ref(model.base[0]))
    block = Block(TOP, model.live[0], AXIS_TOTAL, model.live[-1])
    sheet.highlights.append(Highlight(block, changed, "changed"))
    word = Binary("<>", Ref("changed"), EMPTY)
    sheet.highlights.append(
        Highlight(Block(TOP, "changed", AXIS_TOTAL, "changed"), word, "changed")
    )
    if model.plan.published:
        gap = Binary("<>", Ref("gap"), ZERO)
        sheet.highlights.append(Highlight(Block(TOP, "gap", AXIS_TOTAL, "gap"), gap, "alert"))
