"""*Empreinte*: the workbook's identity, its control totals, the starting value of its parameters.

Visible and locked, the last sheet: any copy can be told apart, checked and merged from what stands
here, however old it is and whatever program saved it.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator import __version__
from generator.fundings import FUNDING_STATUSES
from generator.model.formula import Ref
from generator.model.grid import Block, Cell, Column, Page, Sheet
from generator.plan import PLAN_CODE, Axis
from generator.sheets import parameters
from generator.sheets.common import (
    BOTTOM,
    HEADER,
    STAMP,
    TOP,
    Model,
    add_head,
    add_section,
    header_cells,
    year_titles,
)

FORMAT_VERSION = 1
WORK_YEAR = "annee_pta"
FUNDING_KEYS = dict(zip(("planned", "confirmed", "disbursed"), FUNDING_STATUSES, strict=True))
"""By key of its word the status of a credit or a pledge."""


def build(model: Model, laid_out: Sequence[Sheet], checks: int) -> list[Sheet]:
    """Return the sheet of the workbook's identity, with the rows laid out and checks counted."""
    columns = (
        Column("item", 20),
        Column("label", 46),
        Column("text", 20),
        Column("total", 16),
        *[Column(key, 13) for key in model.live],
    )
    page = Page("A4", Block("title", "item", "end", model.live[-1]), repeat_rows=(HEADER, HEADER))
    sheet = Sheet(STAMP, columns, page, frozen=("identity", "item"))
    words = model.words
    currency = model.plan.settings.currency
    add_head(sheet, model, words("stamp.title"), words("stamp.subtitle", currency=currency))
    titles = {key: words(f"stamp.{key}") for key in ("item", "label", "text", "total")}
    sheet.add(HEADER, header_cells(titles | year_titles(model)))
    _add_identity(sheet, model)
    _add_controls(sheet, model)
    _add_counts(sheet, model, laid_out)
    _count(sheet, PLAN_CODE, words("stamp.checks"), checks, "checks")
    _add_starting_values(sheet, model)
    _add_starting_ceilings(sheet, model)
    _add_fundings(sheet, model)
    _add_work_plan(sheet, model)
    _add_settings(sheet, model)
    sheet.add("end", height=4)
    return [sheet]


def _fact(sheet: Sheet, item: str, label: str, text: str | float | None, key: str = "") -> None:
    style = "number.line" if isinstance(text, float) else "line"
    cells = {"item": Cell(item, "line"), "label": Cell(label or None, "line")}
    sheet.add(key, cells | {"text": Cell(None if text == "" else text, style)})


def identity(model: Model) -> dict[str, str]:
    """Return what identifies the workbook, as *Empreinte* and its custom properties carry it."""
    settings = model.plan.settings
    return {
        "plan": settings.acronym or settings.output,
        "periode": settings.period,
        "format": str(FORMAT_VERSION),
        "generateur": __version__,
    } | {f"sha256:{file.name}": file.sha256 for file in model.plan.files}


def _add_identity(sheet: Sheet, model: Model) -> None:
    words = model.words
    add_section(sheet, words("stamp.identity"), "identity")
    for key, text in identity(model).items():
        if not key.startswith("sha256:"):
            _fact(sheet, key, words(f"stamp.{key}"), text, key)
    add_section(sheet, words("stamp.files"))
    for file in model.plan.files:
        label = words("stamp.records", count=file.records) if file.records else ""
        _fact(sheet, file.name, label, file.sha256, f"sha256:{file.name}")


def _add_controls(sheet: Sheet, model: Model) -> None:
    words = model.words
    for kind, totals in (("base", model.controls.base), ("adopted", model.controls.adopted)):
        add_section(sheet, words(f"stamp.controls.{kind}"))
        for code, amounts in totals.items():
            cells = {"item": Cell(code, "code"), "label": Cell(words(f"stamp.{kind}"), "line")}
            columns = zip(model.amounts, amounts.values(), strict=True)
            cells |= {key: Cell(amount, "money") for key, amount in columns}
            sheet.add(f"{kind}:{code}", cells)


def _add_counts(sheet: Sheet, model: Model, laid_out: Sequence[Sheet]) -> None:
    words = model.words
    add_section(sheet, words("stamp.counts"))
    count = len(list(model.plan.activities))
    _count(sheet, PLAN_CODE, words("stamp.activities"), count, "activities")
    actions = len(list(model.plan.actions))
    _count(sheet, PLAN_CODE, words("stamp.actions"), actions, "actions")
    by_name = {other.name: other.row_index for other in laid_out}
    for axis in model.plan.axes:
        rows = by_name[axis.sheet]
        count = rows[BOTTOM] - rows[TOP] + 1
        _count(sheet, axis.code, words("stamp.rows"), count, f"rows:{axis.code}")


def _count(sheet: Sheet, item: str, label: str, count: int, key: str) -> None:
    cells = {"item": Cell(item, "code"), "label": Cell(label, "line")}
    sheet.add(key, cells | {"total": Cell(count, "count")})


def _add_starting_values(sheet: Sheet, model: Model) -> None:
    words = model.words
    add_section(sheet, words("stamp.starting"))
    for name, value in parameters.starting_values(model).items():
        _fact(sheet, name, words(f"name.{name}"), value, f"start:{name}")


def _add_starting_ceilings(sheet: Sheet, model: Model) -> None:
    words, plan = model.words, model.plan
    add_section(sheet, words("stamp.ceilings"))
    for code in [*[axis.code for axis in plan.axes], PLAN_CODE]:
        amounts = plan.ceilings_of(code)
        cells = {"item": Cell(code, "code"), "label": Cell(words("stamp.ceiling"), "line")}
        cells |= {k: Cell(a, "money") for k, a in zip(model.live, amounts, strict=True)}
        sheet.add(f"ceiling:{code}", cells)


def _add_fundings(sheet: Sheet, model: Model) -> None:
    """Add how many credits and pledges were read, their amounts by year, those of each status."""
    words, plan = model.words, model.plan
    held = [funding for funding in plan.fundings if funding]
    add_section(sheet, words("stamp.fundings"))
    cells = {"item": Cell(PLAN_CODE, "code"), "label": Cell(words("stamp.funding"), "line")}
    cells["total"] = Cell(len(held), "count")
    for col, year in zip(model.live, plan.years, strict=True):
        cells[col] = Cell(sum(own.amount for own in held if own.year == year), "money")
    sheet.add("funding", cells)
    for key, status in FUNDING_KEYS.items():
        amount = sum(own.amount for own in held if own.status == status)
        cells = {"item": Cell(PLAN_CODE, "code"), "total": Cell(amount, "money")}
        label = words("stamp.funding.status", status=words(f"word.{key}"))
        sheet.add(f"funding:{key}", cells | {"label": Cell(label, "line")})


def _add_work_plan(sheet: Sheet, model: Model) -> None:
    """Add the year that the work plan opens on, and the quarters of the source, all together."""
    words, plan = model.words, model.plan
    add_section(sheet, words("stamp.work_plan"))
    _fact(sheet, WORK_YEAR, words("stamp.work_year"), str(plan.work_year), WORK_YEAR)
    amounts = [amount or 0 for quarters in plan.quarters.values() for amount in quarters]
    cells = {"item": Cell(PLAN_CODE, "code"), "label": Cell(words("stamp.quarters"), "line")}
    sheet.add("quarters", cells | {"total": Cell(sum(amounts), "money")})


def _add_settings(sheet: Sheet, model: Model) -> None:
    """Add what `plan.toml` says that no input shows: spellings of structures, rates of exchange."""
    words, settings = model.words, model.plan.settings
    if settings.aliases:
        add_section(sheet, words("stamp.aliases"))
        for printed, kept in settings.aliases.items():
            _fact(sheet, printed, words("stamp.alias"), kept, f"alias:{printed}")
    if settings.rates:
        add_section(sheet, words("stamp.rates"))
        for rate in settings.rates:
            _fact(sheet, rate.currency, words("stamp.rate"), rate.date, f"rate:{rate.currency}")
            sheet.set(f"rate:{rate.currency}", "text", Cell(rate.date or None, "text"))
            sheet.set(f"rate:{rate.currency}", "total", Cell(rate.value, "number"))


def control(kind: str, code: str, col: str) -> Ref:
    """Return the control total (`base` or `adopted`) of an axis or of the plan."""
    return Ref(col, f"{kind}:{code}", STAMP)


def funding(col: str, status: str = "") -> Ref:
    """Return the amount of a year that was read (`total`: how many rows), or that of a status."""
    return Ref(col, f"funding:{status}" if status else "funding", STAMP)


def quarters() -> Ref:
    """Return the sum of the quarters that were read, of all years together."""
    return Ref("total", "quarters", STAMP)


def activity_count() -> Ref:
    """Return the number of activities in the CSV."""
    return Ref("total", "activities", STAMP)


def action_count() -> Ref:
    """Return the number of actions in the CSV."""
    return Ref("total", "actions", STAMP)


def check_count() -> Ref:
    """Return the number of checks that the workbook was made with."""
    return Ref("total", "checks", STAMP)


def row_count(axis: Axis) -> Ref:
    """Return the number of rows that the axis sheet was laid out with."""
    return Ref("total", f"rows:{axis.code}", STAMP)
