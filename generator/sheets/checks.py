"""*Contrôles*: each check one number, 0 or 1, that nothing silences; one master state."""

from __future__ import annotations

from collections.abc import Sequence

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
    equal,
    total,
    when,
)
from generator.model.grid import Block, Cell, Column, Highlight, Link, Page, Sheet
from generator.sheets import parameters, stamp
from generator.sheets.common import (
    CHECKS,
    ERROR,
    FIRST_ROW,
    HEADER,
    Check,
    Model,
    add_head,
    add_section,
    header_cells,
    within_tolerance,
    year_titles,
)

FIRST, LAST = "checks:first", "checks:last"
KINDS = "kinds"


def build(model: Model, checks: Sequence[Check]) -> list[Sheet]:
    """Return the sheet of all checks."""
    columns = (
        Column("sheet", 13),
        Column("num", 4),
        Column("label", 36),
        Column("kind", 7),
        Column("total", 13),
        *[Column(key, 12) for key in model.live],
        Column("result", 8),
        Column("state", 10),
        Column("remedy", 34),
        Column("expected", 10),
    )
    page = Page("A4", Block("title", "sheet", LAST, "remedy"), repeat_rows=(HEADER, HEADER))
    sheet = Sheet(CHECKS, columns, page, frozen=("master", "sheet"))
    words = model.words
    _add_head(sheet, model)
    titles = {key: words(f"checks.{key}") for key in ("num", "sheet", "label", "kind", "total")}
    titles |= {key: words(f"checks.{key}") for key in ("result", "state", "remedy")}
    side = header_cells({"expected": words("checks.expected")}, "text.side")
    sheet.add(HEADER, header_cells(titles | year_titles(model)) | side, 30)
    watched = list(dict.fromkeys(check.sheet for check in checks))
    _add_balance(sheet, model, watched)
    add_section(sheet, words("checks.list"), FIRST, height=18)
    for place, check in enumerate(checks, start=1):
        _add_check(sheet, model, place, check)
    sheet.add(LAST, height=4)
    _add_highlights(sheet)
    return [sheet]


def _add_head(sheet: Sheet, model: Model) -> None:
    """Add the head; its status cell is the one that every sheet shows."""
    words = model.words
    add_head(sheet, model, words("checks.title"), words("checks.subtitle"))
    holds = equal(Name("Controle_General"), ZERO)
    found = Binary("&", Name("Controle_General"), parameters.word("fails"))
    counted = Binary("&", Name("Alertes"), parameters.word("and_alerts"))
    raised = Binary("&", parameters.word("and"), counted)
    alerts = when(equal(Name("Alertes"), ZERO), EMPTY, raised)
    text = Binary("&", when(holds, parameters.word("holds"), found), alerts)
    sheet.set("status", "sheet", Cell(text, "line.status"))


def _add_balance(sheet: Sheet, model: Model, watched: Sequence[str]) -> None:
    """Add the errors and alerts of each sheet, and of the workbook: sheets add theirs up."""
    words = model.words
    add_section(sheet, words("checks.balance"), "master", height=18)
    kinds = {"result": parameters.word("error"), "state": parameters.word("alert")}
    sheet.add(KINDS, {key: Cell(word, "word.strong") for key, word in kinds.items()})
    for name in watched:
        line = {column.key: Cell(None, "line.row") for column in sheet.columns[:-1]}
        sheet.add(f"count:{name}", line | _balance_cells(model, name))
    span = Range(Ref(None, f"count:{watched[0]}"), Ref(None, f"count:{watched[-1]}"))
    cells = {column.key: Cell(None, "line.subtotal") for column in sheet.columns[:-1]}
    cells["label"] = Cell(words("checks.total_count"), "line.subtotal")
    cells["result"] = Cell(_errors(span), "number.subtotal.word")
    cells["state"] = Cell(total(span), "number.subtotal.word")
    sheet.add("count", cells)
    sheet.add(height=8)


def _errors(span: Range) -> Node:
    """Return the number of failing checks: the sheets' or the list's own, whichever is more.

    One more where a result is missing from the list.
    """
    results = Range(Ref("result", FIRST, fixed=True), Ref("result", LAST, fixed=True))
    kinds = Range(Ref("kind", FIRST, fixed=True), Ref("kind", LAST, fixed=True))
    listed = call("SUMIF", kinds, Ref("result", KINDS), results)
    whole = equal(call("COUNT", results), stamp.check_count())
    return call("MAX", total(span), listed) + when(whole, ZERO, ONE)


def _balance_cells(model: Model, name: str) -> dict[str, Cell]:
    def column(key: str) -> Range:
        return Range(Ref(key, FIRST, fixed=True), Ref(key, LAST, fixed=True))

    cells = {
        "sheet": Cell(name, "line.row"),
        "label": Cell(model.words("checks.count_of"), "line.row"),
    }
    for key in ("result", "state"):
        kind = Ref(key, KINDS, fixed=True)
        counted = call(
            "SUMIFS", column("result"), column("sheet"), Ref("sheet"), column("kind"), kind
        )
        cells[key] = Cell(counted, "number.row.word")
    return cells


def _add_check(sheet: Sheet, model: Model, place: int, check: Check) -> None:
    error = check.kind == ERROR
    words = model.words
    result = within_tolerance(Ref("total"), Ref(model.live[-1]), Ref("expected"))
    bad = parameters.word("bad" if error else "look")
    cells = {
        "num": Cell(place, "number.row.word"),
        "sheet": Cell(check.sheet, "line.row.link"),
        "label": Cell(check.label, "text.row"),
        "kind": Cell(words(f"word.{check.kind}"), "line.row"),
        "result": Cell(result, "number.row.word"),
        "state": Cell(when(equal(Ref("result"), ZERO), parameters.word("ok"), bad), "word.row"),
        "remedy": Cell(check.remedy, "text.row.indent"),
        "expected": Cell(len(check.differences), "number.base"),
    }
    for key in model.amounts:
        cells[key] = Cell(check.differences.get(key), "money.row")
    key = sheet.add(f"check:{place}", cells)
    tip = words("nav.sheet.tip", sheet=check.sheet)
    sheet.links.append(Link(key, "sheet", Ref(None, FIRST_ROW, check.sheet), tip))


def _add_highlights(sheet: Sheet) -> None:
    """Tint what is raised: errors in red, alerts in orange, beside the number and the word."""
    for key, style in (("result", "alarm"), ("state", "alert")):
        raised = Binary(">", Ref(key), ZERO)
        sheet.highlights.append(Highlight(Block("count", key, "count", key), raised, style))
        of_kind = equal(Ref("kind"), Ref(key, KINDS, fixed=True))
        failing = call("AND", Binary(">", Ref("result"), ZERO), of_kind)
        for col in ("result", "state"):
            sheet.highlights.append(Highlight(Block(FIRST, col, LAST, col), failing, style))
