"""*Paramètres*: the few inputs that drive the workbook, and the words its formulas compare."""

from __future__ import annotations

from typing import Literal

from generator.labels import Words
from generator.model.formula import (
    EMPTY,
    ONE,
    ZERO,
    Binary,
    Name,
    Node,
    Ref,
    call,
    column_span,
    equal,
    when,
)
from generator.model.grid import Block, Cell, Column, Page, Sheet, Validation
from generator.plan import MAX_AMOUNT
from generator.sheets.common import (
    ALERT,
    CHECKS,
    ERROR,
    HEADER,
    PARAMETERS,
    STAMP,
    SUMMARY,
    Check,
    Kind,
    Model,
    add_head,
    add_section,
    header_cells,
    input_texts,
    make_check,
)

PM_WORD = "PM"
TOLERANCE = 0.5
BASES = ("published", "computed")
WORDS = (
    "changed", "holds", "fails", "and", "and_alerts", "ok", "bad", "look", "error", "alert", "base",
    "kept", "postponed", "withdrawn", "neutral", "uneven", "over", "within",
    "redo", "state", "partner", "state_accent", "planned", "confirmed", "disbursed", "excess",
    "counter", "yes", "spread",
)  # fmt: skip
STATUSES = ("kept", "postponed", "withdrawn")
"""The words of an activity's status, one under the other on the sheet."""

OTHER_RATE = "rate:"
"""The row of inputs for a currency that the plan does not know."""

TEXT_LIMIT = 100
NATURES = ("activity", "reserve")


def names() -> dict[str, Ref]:
    """Return the workbook's defined names, each a cell."""
    return {
        "Part_Etat": Ref("value", "Part_Etat", PARAMETERS),
        "Base_Totaux": Ref("value", "Base_Totaux", PARAMETERS),
        "Part_Partenaires": Ref("value", "Part_Partenaires", PARAMETERS),
        "Ecarts_Inclus": Ref("value", "Ecarts_Inclus", PARAMETERS),
        "Marque_PM": Ref("value", "Marque_PM", PARAMETERS),
        "Tolerance": Ref("value", "Tolerance", PARAMETERS),
        "Devise": Ref("value", "Devise", PARAMETERS),
        "Taux_Change": Ref("value", "Taux_Change", PARAMETERS),
        "Total_Plan": Ref("total", "budget", SUMMARY),
        "Total_Etat": Ref("total", "state", SUMMARY),
        "Total_Partenaires": Ref("total", "partners", SUMMARY),
        "Controle_General": Ref("result", "count", CHECKS),
        "Alertes": Ref("state", "count", CHECKS),
    }


def word(key: str) -> Ref:
    """Return the cell that holds a word which formulas show or compare."""
    return Ref("value", f"word:{key}", PARAMETERS, fixed=True)


def largest_amount() -> Ref:
    """Return the most francs that a cell may hold."""
    return Ref("value", "Montant_Maximal", PARAMETERS, fixed=True)


def starting_values(model: Model) -> dict[str, float | str | None]:
    """Return what each input of the sheet opens at, by name; None is a blank."""
    settings = model.plan.settings
    chosen = settings.totals_base or Words()(f"base.{_usual_base(model)}")
    base = "published" if chosen == Words()("base.published") else "computed"
    return {
        "Part_Etat": settings.state_share,
        "Base_Totaux": model.words(f"base.{base}"),
        "Marque_PM": PM_WORD,
        "Tolerance": TOLERANCE,
        "Devise": settings.counter_currency or None,
    }


def _usual_base(model: Model) -> str:
    return "published" if model.plan.published else "computed"


def build(model: Model) -> list[Sheet]:
    """Return the sheet of parameters."""
    columns = (Column("name", 24), Column("label", 62), Column("value", 18), Column("note", 70))
    page = Page("A4", Block("title", "name", "end", "note"), repeat_rows=(HEADER, HEADER))
    sheet = Sheet(PARAMETERS, columns, page, frozen=("Part_Etat", "name"))
    words = model.words
    add_head(sheet, model, words("parameters.title"), words("parameters.subtitle"))
    titles = {key: words(f"parameters.{key}") for key in ("name", "label", "value", "note")}
    sheet.add(HEADER, header_cells(titles))
    _add_inputs(sheet, model)
    _add_bases(sheet, model)
    _add_rates(sheet, model)
    _add_words(sheet, model)
    _add_names(sheet, model)
    sheet.add("end", height=4)
    _add_validations(sheet, model)
    return [sheet]


def _line(sheet: Sheet, model: Model, name: str, cell: Cell) -> None:
    words = model.words
    cells = {
        "name": Cell(name, "line.row"),
        "label": Cell(words(f"name.{name}"), "text.row"),
        "value": cell,
        "note": Cell(words(f"name.{name}.note"), "text.row.note.indent"),
    }
    sheet.add(name, cells)


def _add_inputs(sheet: Sheet, model: Model) -> None:
    start = starting_values(model)
    bases = column_span("name", "base:published", "base:computed")
    worth = column_span("value", "base:published", "base:computed")
    included = call("INDEX", worth, call("MATCH", Name("Base_Totaux"), bases, ZERO))
    _line(sheet, model, "Part_Etat", Cell(start["Part_Etat"], "percent.input"))
    _line(sheet, model, "Part_Partenaires", Cell(ONE - Name("Part_Etat"), "percent.row"))
    _line(sheet, model, "Base_Totaux", Cell(start["Base_Totaux"], "word.input"))
    _line(sheet, model, "Ecarts_Inclus", Cell(included, "number.row"))
    _line(sheet, model, "Marque_PM", Cell(PM_WORD, "word.row"))
    _line(sheet, model, "Tolerance", Cell(TOLERANCE, "number.row"))
    _line(sheet, model, "Montant_Maximal", Cell(MAX_AMOUNT, "money.row"))
    first, last = _rate_rows(model)
    codes, values = column_span("name", first, last), column_span("value", first, last)
    once = equal(call("COUNTIF", codes, Name("Devise")), ONE)
    positive = call("MAX", call("SUMIF", codes, Name("Devise"), values), ZERO)
    rate = when(once, positive, ZERO)
    _line(sheet, model, "Devise", Cell(start["Devise"], "word.input"))
    _line(sheet, model, "Taux_Change", Cell(rate, "number.row"))


def _section(sheet: Sheet, title: str) -> None:
    sheet.add(height=8)
    add_section(sheet, title)


def _add_bases(sheet: Sheet, model: Model) -> None:
    words = model.words
    _section(sheet, words("parameters.bases"))
    for key, worth in zip(BASES, (1, 0), strict=True):
        cells = {
            "name": Cell(words(f"base.{key}"), "line.row"),
            "label": Cell(words(f"base.{key}.label"), "text.row"),
            "value": Cell(worth, "number.row"),
            "note": Cell(words(f"base.{key}.note"), "text.row.note.indent"),
        }
        sheet.add(f"base:{key}", cells)


def _rate_rows(model: Model) -> tuple[str, str]:
    """Return the first and the last row of the table of rates: the last is for another currency."""
    codes = [rate.currency for rate in model.plan.settings.rates]
    return f"rate:{codes[0]}" if codes else OTHER_RATE, OTHER_RATE


def _add_rates(sheet: Sheet, model: Model) -> None:
    """Add the rates of `plan.toml`, each with its date, and a row of inputs for another one."""
    words = model.words
    _section(sheet, words("parameters.rates"))
    for rate in model.plan.settings.rates:
        cells = {
            "name": Cell(rate.currency, "line.row"),
            "label": Cell(words("parameters.rate"), "text.row"),
            "value": Cell(rate.value, "number.row"),
            "note": Cell(rate.date or None, "text.row.note.indent"),
        }
        sheet.add(f"rate:{rate.currency}", cells)
    cells = {
        "name": Cell(None, "line.input"),
        "label": Cell(words("parameters.rate.other"), "text.row"),
        "value": Cell(None, "number.input"),
        "note": Cell(None, "text.input"),
    }
    sheet.add(OTHER_RATE, cells)


def _add_words(sheet: Sheet, model: Model) -> None:
    words = model.words
    _section(sheet, words("parameters.words"))
    for key in (*WORDS, *[f"nature.{nature}" for nature in NATURES], "level.action"):
        text = words(key) if "." in key else words(f"word.{key}")
        cells = {
            "name": Cell(words("parameters.word"), "line.row"),
            "label": Cell(words(f"{key}.use" if "." in key else f"word.{key}.use"), "text.row"),
            "value": Cell(text, "line.row"),
            "note": Cell(None, "text.row"),
        }
        sheet.add(f"word:{key}", cells)


def _add_names(sheet: Sheet, model: Model) -> None:
    words = model.words
    _section(sheet, words("parameters.names"))
    for name, ref in names().items():
        cells = {
            "name": Cell(name, "line.row"),
            "label": Cell(words(f"name.{name}"), "text.row"),
            "value": Cell(ref.sheet, "line.row"),
            "note": Cell(None, "text.row"),
        }
        sheet.add(f"name:{name}", cells)


def _add_validations(sheet: Sheet, model: Model) -> None:
    first, last = (Ref("name", f"base:{key}", fixed=True) for key in ("published", "computed"))
    value, codes = "value", [Ref("name", row, fixed=True) for row in _rate_rows(model)]
    title, message, error = input_texts(model.words, "rate_text")
    blocks = [Block(OTHER_RATE, col, OTHER_RATE, col) for col in ("name", "note")]
    sheet.validations += [
        _validation(model, "share", ("Part_Etat", value), "share"),
        _validation(model, "list", ("Base_Totaux", value), "base", (first, last)),
        _validation(model, "list", ("Devise", value), "currency", (codes[0], codes[1])),
        _validation(model, "rate", (OTHER_RATE, value), "rate"),
        Validation(tuple(blocks), "text", title, message, error, limit=TEXT_LIMIT),
    ]


def _validation(
    model: Model,
    kind: Literal["share", "list", "rate"],
    place: tuple[str, str],
    name: str,
    choices: tuple[Ref, Ref] | None = None,
) -> Validation:
    row, col = place
    title, message, error = input_texts(model.words, name)
    block = (Block(row, col, row, col),)
    return Validation(block, kind, title, message, error, choices=choices)


def checks(model: Model) -> list[Check]:
    """Return what is watched on the parameters: each difference is 0 or 1, never a fraction."""
    share, base = Name("Part_Etat"), Name("Base_Totaux")
    in_range = call(
        "AND",
        equal(call("COUNTA", share), call("COUNT", share)),
        Binary(">=", call("MIN", share, ZERO), ZERO),
        Binary("<=", call("MAX", share, ONE), ONE),
    )
    published, computed = (Ref("value", f"base:{key}", PARAMETERS) for key in BASES)
    chosen = call("COUNTIF", base, Ref("name", "base:published", PARAMETERS))
    switch = call(
        "AND", equal(Name("Ecarts_Inclus"), chosen), equal(published, ONE), equal(computed, ZERO)
    )
    kept = [equal(Name(name), stamp_value(name)) for name in ("Tolerance", "Marque_PM")]
    watched: tuple[tuple[str, Kind, Node], ...] = (
        ("share_range", ERROR, when(in_range, ZERO, ONE)),
        ("switch", ERROR, when(switch, ZERO, ONE)),
        ("constants", ERROR, when(call("AND", *kept), ZERO, ONE)),
        ("share_blank", ALERT, ONE - call("COUNT", share)),
        ("currency", ALERT, _odd_currency()),
    )
    return [
        make_check(model, PARAMETERS, name, kind, {"total": node}) for name, kind, node in watched
    ]


def _odd_currency() -> Node:
    """Return 1 where a currency is chosen that has no rate of its own, and 1 for one undated."""
    rated = Binary(">", Name("Taux_Change"), ZERO)
    unrated = when(call("OR", equal(Name("Devise"), EMPTY), rated), ZERO, ONE)
    worth, date = (Ref(col, OTHER_RATE, PARAMETERS) for col in ("value", "note"))
    undated = call("AND", equal(date, EMPTY), Binary("<>", worth, EMPTY))
    return unrated + when(undated, ONE, ZERO)


def stamp_value(name: str) -> Ref:
    """Return what the stamp keeps of a parameter's starting value."""
    return Ref("text", f"start:{name}", STAMP)
