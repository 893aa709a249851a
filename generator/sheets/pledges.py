"""The register of *Financement*: the State's credits and the partners' pledges, row by row.

It stands under the tables, in their columns: the axis and the funder under the axes and the labels,
then the year, the amount, the status and the reference. The base stands on the row of each.
"""

from __future__ import annotations

from collections.abc import Mapping

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
    total,
    when,
)
from generator.model.grid import Block, Cell, Column, Link, Sheet, Validation
from generator.plan import FUNDING_STATUSES, Funding
from generator.sheets import parameters
from generator.sheets.common import FINANCING, HEADER, Model, add_section, input_texts
from generator.texts import comparable

FIELDS = ("axis", "funder", "year", "amount", "status", "reference")
STYLES = {"axis": "line", "funder": "line", "year": "number", "amount": "money", "status": "word"}
SECURED = ("confirmed", "disbursed")
STATUSES = ("planned", *SECURED)
"""The words of a funding's status, in the order of `FUNDING_STATUSES`."""

TITLE, FIRST, LAST = "pledges", "pledges:first", "pledges:last"
ODD = ("odd_name", "odd_place", "odd_amount")
"""Marks of a row: 1 where its funder or status, its year or axis, its amount is not as it must."""

ROWS, SPARE_ROWS = 30, 10
"""Rows of the register, and those that are blank at least."""

FUNDER_LIMIT, REFERENCE_LIMIT = 200, 500
VALIDATIONS = {
    "axis": "axis", "funder": "funder", "year": "year", "amount": "pledge", "status": "funding",
    "reference": "reference",
}  # fmt: skip
STATE_NAMES = {"etat", "état"}


def side_columns() -> tuple[Column, ...]:
    """Return the columns beside the tables: the base of each field, what counts, what is odd."""
    bases = [Column(f"base_{field}", 14) for field in FIELDS]
    marks = [Column(key, 10) for key in ("flag", *ODD)]
    return (Column("rank", 8), *bases, Column("secured", 14), Column("planned", 14), *marks)


def columns(model: Model) -> dict[str, str]:
    """Return by field of the register the column of the sheet that it stands in."""
    free = [*model.live, "total", "share", "counter"]
    return dict(zip(FIELDS, ("axis", "label", *free), strict=False))


def add_register(sheet: Sheet, model: Model) -> None:
    """Add the register: its titles, a row for each funding of the source, blank ones, a total."""
    words, own = model.words, columns(model)
    sheet.add(height=10)
    add_section(sheet, words("pledges.title"), TITLE, last="counter", height=18)
    note = words("pledges.note", state=words("word.state"))
    sheet.add(cells={"axis": Cell(note, "line.note")})
    sheet.add("pledges:header", _titles(model), 30)
    sheet.add(FIRST, height=4)
    given = list(model.plan.fundings)
    rows = max(ROWS, len(given) + SPARE_ROWS)
    marks = _marks(model)
    for place in range(rows):
        funding = given[place] if place < len(given) else None
        sheet.add(f"pledge:{place}", _row(model, own, place + 1, funding) | marks)
    sheet.add(LAST, height=4)
    _add_validations(sheet, model, rows)
    sheet.set("status", "total", Cell(words("pledges.go"), "line.link"))
    target = Ref("axis", TITLE, FINANCING)
    sheet.links.append(Link("status", "total", target, words("pledges.go.tip")))


def _titles(model: Model) -> dict[str, Cell]:
    """Return the register's own header: its fields, their base, its marks."""
    words, own = model.words, columns(model)
    fields = {field: words(f"pledges.{field}") for field in FIELDS}
    titles = {own[field]: Cell(text, "text.header") for field, text in fields.items()}
    for field, text in fields.items():
        titles[f"base_{field}"] = Cell(words("pledges.base", field=text), "text.side")
    marks = ("rank", "secured", "planned", "flag", *ODD)
    return titles | {key: Cell(words(f"pledges.{key}"), "text.side") for key in marks}


def _row(
    model: Model, own: Mapping[str, str], rank: int, funding: Funding | None
) -> dict[str, Cell]:
    values: dict[str, int | str] = {}
    if funding:
        values = dict(zip(FIELDS, _values(model, funding), strict=True))
    cells = {"rank": Cell(rank, "count.base")}
    for field in FIELDS:
        style = STYLES.get(field, "line")
        value = None if values.get(field, "") == "" else values[field]
        cells[own[field]] = Cell(value, f"{style}.input")
        cells[f"base_{field}"] = Cell(value, f"{style}.base")
    return cells


def _values(model: Model, funding: Funding) -> tuple[int | str, ...]:
    """Return the fields of a funding as the register shows them, in its language."""
    sheets = {axis.code: axis.sheet for axis in model.plan.axes}
    state = comparable(funding.funder).casefold() in STATE_NAMES
    funder = model.words("word.state") if state else funding.funder
    status = model.words(f"word.{STATUSES[FUNDING_STATUSES.index(funding.status)]}")
    shown = sheets.get(funding.axis, "")
    return shown, funder, funding.year, funding.amount, status, funding.reference


def _marks(model: Model) -> dict[str, Cell]:
    """Return what counts of a row, and 1 where it is incomplete or odd: in all, then by field."""
    own = columns(model)
    amount, status = Ref(own["amount"]), Ref(own["status"])
    counted = [equal(status, parameters.word(key)) for key in SECURED]
    planned = equal(status, parameters.word(STATUSES[0]))
    blank = equal(call("COUNTA", Range(Ref(own["axis"]), Ref(own["reference"]))), ZERO)
    marks = {
        "secured": when(call("OR", *counted), total(amount), ZERO),
        "planned": when(planned, total(amount), ZERO),
        "flag": when(blank, ZERO, call("MAX", Range(Ref(ODD[0]), Ref(ODD[-1])))),
        "odd_name": when(_is_named(own), ZERO, ONE),
        "odd_place": when(_is_placed(model, own), ZERO, ONE),
        "odd_amount": call("IFERROR", when(_is_amount(amount), ZERO, ONE), ONE),
    }
    styles = dict.fromkeys(("secured", "planned"), "money.base")
    return {key: Cell(node, styles.get(key, "count.base")) for key, node in marks.items()}


def _is_named(own: Mapping[str, str]) -> Node:
    """Return whether a row has a funder, and a status of the list."""
    listed = [equal(Ref(own["status"]), parameters.word(key)) for key in STATUSES]
    return call("AND", Binary("<>", Ref(own["funder"]), EMPTY), call("OR", *listed))


def _is_placed(model: Model, own: Mapping[str, str]) -> Node:
    """Return whether a row has a year of the plan, and an axis of the plan or none."""
    axis = Ref(own["axis"])
    known = equal(call("COUNTIF", axes(model), axis), ONE)
    year = Ref(own["year"])
    in_plan = equal(call("COUNTIF", years(model), year), ONE)
    return call("AND", call("ISNUMBER", year), in_plan, call("OR", equal(axis, EMPTY), known))


def _is_amount(amount: Ref) -> Node:
    """Return whether an amount is a whole number of francs that a spreadsheet keeps."""
    return call(
        "AND",
        call("ISNUMBER", amount),
        equal(amount, call("ROUND", amount, ZERO)),
        Binary(">=", amount, ZERO),
        Binary("<=", amount, parameters.largest_amount()),
    )


def years(model: Model) -> Range:
    """Return the years of the header, which are numbers there."""
    first, last = model.live[0], model.live[-1]
    return Range(Ref(first, HEADER, FINANCING, fixed=True), Ref(last, HEADER, fixed=True))


def axes(model: Model) -> Range:
    """Return the names of the axes, as the State's table lists them."""
    first, last = model.plan.axes[0].code, model.plan.axes[-1].code
    return Range(
        Ref("axis", f"state:{first}", fixed=True), Ref("axis", f"state:{last}", fixed=True)
    )


def held(model: Model, field: str) -> Range:
    """Return a column of the register by its field, or `secured`."""
    return column_span(columns(model).get(field, field), FIRST, LAST, FINANCING)


def _add_validations(sheet: Sheet, model: Model, rows: int) -> None:
    listed = {
        "axis": axes(model),
        "year": years(model),
        "status": Range(parameters.word(STATUSES[0]), parameters.word(STATUSES[-1])),
    }
    limits = {"funder": FUNDER_LIMIT, "reference": REFERENCE_LIMIT}
    for field, col in columns(model).items():
        block = (Block("pledge:0", col, f"pledge:{rows - 1}", col),)
        named = {"state": model.words("word.state")} if field == "funder" else {}
        texts = input_texts(model.words, VALIDATIONS[field], **named)
        if field in listed:
            choices = (listed[field].start, listed[field].end)
            validation = Validation(block, "list", *texts, choices=choices)
        elif field in limits:
            validation = Validation(block, "text", *texts, limit=limits[field])
        else:
            validation = Validation(block, "amount", *texts)
        sheet.validations.append(validation)
