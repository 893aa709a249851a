"""The register of *Financement*: the State's credits and the partners' pledges, row by row.

It stands under the tables, in their columns: the axis and the funder under the axes and the labels,
then the year, the amount, the status and the reference. The base stands on the row of each.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.fundings import FUNDING_STATUSES, STATE, Funding, canonical_funder
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
from generator.model.grid import Block, Cell, Column, Highlight, Link, Sheet, Validation
from generator.sheets import parameters
from generator.sheets.common import FINANCING, HEADER, Model, add_section, input_texts

FIELDS = ("axis", "funder", "year", "amount", "status", "reference")
STYLES = {"axis": "line", "funder": "line", "year": "number", "amount": "money", "status": "word"}
SECURED = ("confirmed", "disbursed")
STATUSES = ("planned", *SECURED)
"""The words of a funding's status, in the order of `FUNDING_STATUSES`."""

TITLE, TITLES, FIRST = "pledges", "pledges:header", "pledges:first"
LAST, BOTTOM = "pledges:last", "pledges:bottom"
ODD = ("odd_name", "odd_place", "odd_amount")
"""Marks of a row: 1 where its funder or status, its year or axis, its amount is not as it must."""

SUMS = ("secured", "planned", "whole")
"""What a row counts for: as secured, as planned, as secured and tied to no axis."""

MARKS = (*SUMS, "used", "flag", *ODD, "partner", "class")
BESIDE = ("total", "share", "counter")
"""The columns of the tables after the years."""

COUNTED = "counted"
"""The column of its own, in a plan of one year, of the word that says what a row counts as."""

CLASSES = ("redo", "state", "partner")
"""The words of `COUNTED`, one under the other on *Paramètres*, by the class of a row from 1."""

ROWS, SPARE_ROWS, ROWS_BELOW = 30, 10, 50
"""Rows of the register, those that are blank at least, those below it where nothing may stand."""

FUNDER_LIMIT, REFERENCE_LIMIT = 200, 500
VALIDATIONS = {
    "axis": "axis", "funder": "funder", "year": "year", "amount": "pledge", "status": "funding",
    "reference": "reference",
}  # fmt: skip


def side_columns(model: Model) -> tuple[Column, ...]:
    """Return the columns beside the tables: the base of each field, what counts, what is odd.

    Before them, the word of what a row counts as, where the tables' columns leave it no room.
    """
    more = (Column(COUNTED, 12),) if counted(model) == COUNTED else ()
    bases = [Column(f"base_{field}", 14) for field in FIELDS]
    marks = [Column(key, 14 if key in SUMS else 10) for key in MARKS]
    return (*more, Column("rank", 8), *bases, *marks)


def columns(model: Model) -> dict[str, str]:
    """Return by field of the register the column of the sheet that it stands in."""
    return dict(zip(FIELDS, ("axis", "label", *model.live, *BESIDE), strict=False))


def counted(model: Model) -> str:
    """Return the column of the word that says what a row counts as, no year's, after the fields.

    Rules expect of a formula in the column of a year that the other years have one too.
    """
    fields = columns(model).values()
    return next(col for col in (*BESIDE, COUNTED) if col not in fields)


def last_printed(model: Model) -> str:
    """Return the last column of the sheet that prints."""
    return COUNTED if counted(model) == COUNTED else "counter"


def add_register(sheet: Sheet, model: Model) -> None:
    """Add the register: its titles, a row for each funding of the source, blank ones, a total."""
    words, own = model.words, columns(model)
    sheet.add(height=10)
    add_section(sheet, words("pledges.title"), TITLE, last=last_printed(model), height=18)
    note = words("pledges.note", state=words("word.state"))
    sheet.add(cells={"axis": Cell(note, "line.note")})
    sheet.add(TITLES, _titles(model), 30)
    sheet.add(FIRST, height=4)
    given = list(model.plan.fundings)
    rows = max(ROWS, len(given) + SPARE_ROWS)
    marks = _marks(model)
    for place in range(rows):
        funding = given[place] if place < len(given) else None
        sheet.add(f"pledge:{place}", _row(model, own, place + 1, funding) | marks)
    sheet.add(LAST, height=4)
    sheet.skip(ROWS_BELOW, BOTTOM)
    _add_validations(sheet, model, rows)
    odd = equal(Ref("flag", fixed="col"), ONE)
    block = Block("pledge:0", "axis", f"pledge:{rows - 1}", counted(model))
    sheet.highlights.append(Highlight(block, odd, "alarm"))
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
    titles[counted(model)] = Cell(words("pledges.counted"), "text.header")
    return titles | {key: Cell(words(f"pledges.{key}"), "text.side") for key in ("rank", *MARKS)}


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
    state = canonical_funder(funding.funder) == STATE
    funder = model.words("word.state") if state else funding.funder
    status = model.words(f"word.{STATUSES[FUNDING_STATUSES.index(funding.status)]}")
    shown = sheets.get(funding.axis, "")
    return shown, funder, funding.year, funding.amount, status, funding.reference


def _marks(model: Model) -> dict[str, Cell]:
    """Return what counts of a row, and 1 where it is incomplete or odd: in all, then by field."""
    own = columns(model)
    axis, funder, amount = (Ref(own[field]) for field in ("axis", "funder", "amount"))
    secured = [equal(Ref(own["status"]), parameters.word(key)) for key in SECURED]
    planned = equal(Ref(own["status"]), parameters.word(STATUSES[0]))
    state = [equal(funder, parameters.word(key)) for key in ("state", "state_accent")]
    typed = call("COUNTA", Range(Ref(own["axis"]), Ref(own["reference"])))
    kind = Ref("used") * (ONE + (ONE - Ref("flag")) * (ONE + Ref("partner")))
    words = Range(parameters.word(CLASSES[0]), parameters.word(CLASSES[-1]))
    shown = when(equal(Ref("class"), ZERO), EMPTY, call("INDEX", words, Ref("class")))
    marks = {
        "secured": when(call("OR", *secured), total(amount), ZERO),
        "planned": when(planned, total(amount), ZERO),
        "whole": when(equal(axis, EMPTY), Ref("secured"), ZERO),
        "used": when(equal(typed, ZERO), ZERO, ONE),
        "flag": call("MAX", Range(Ref(ODD[0]), Ref(ODD[-1]))),
        "odd_name": _odd(_is_named(own)),
        "odd_place": _odd(_is_placed(model, own)),
        "odd_amount": call("IFERROR", _odd(_is_amount(amount)), ONE),
        "partner": when(call("OR", *state), ZERO, ONE),
        "class": kind,
    }
    styles = dict.fromkeys(SUMS, "money.base")
    cells = {key: Cell(node, styles.get(key, "count.base")) for key, node in marks.items()}
    return cells | {counted(model): Cell(shown, "word")}


def _odd(holds: Node) -> Node:
    """Return 1 where a row that is used is not as it must."""
    return when(call("OR", equal(Ref("used"), ZERO), holds), ZERO, ONE)


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
    """Return a column of the register by its field, its mark or its base."""
    return column_span(columns(model).get(field, field), FIRST, LAST, FINANCING)


def below(model: Model) -> Range:
    """Return what stands under the register, where nothing counts."""
    own = columns(model)
    return Range(Ref(own["axis"], LAST, FINANCING), Ref(own["reference"], BOTTOM))


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
