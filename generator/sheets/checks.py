"""*Contrôles*: each check one number, 0 or 1, that nothing silences; one master state."""

from __future__ import annotations

from collections.abc import Sequence

from generator.formula import ZERO, Binary, Name, Range, Ref, call, equal, total, when
from generator.grid import Block, Cell, Column, Highlight, Link, Page, Sheet
from generator.sheets import parameters
from generator.sheets.common import (
    CHECKS,
    FIRST_ROW,
    HEADER,
    Check,
    Model,
    add_head,
    header_cells,
    within_tolerance,
    year_titles,
)

FIRST, LAST = "checks:first", "checks:last"


def build(model: Model, checks: Sequence[Check]) -> list[Sheet]:
    """Return the sheet of all checks."""
    columns = (
        Column("num", 6),
        Column("sheet", 15),
        Column("label", 56),
        Column("kind", 9),
        Column("total", 15),
        *[Column(key, 13) for key in model.live],
        Column("result", 9),
        Column("state", 13),
        Column("remedy", 60),
    )
    page = Page("A4", Block("title", "num", LAST, "remedy"), repeat_rows=(HEADER, HEADER))
    sheet = Sheet(CHECKS, columns, page, frozen=("master", "num"))
    words = model.words
    _add_head(sheet, model)
    titles = {key: words(f"checks.{key}") for key in ("num", "sheet", "label", "kind", "total")}
    titles |= {key: words(f"checks.{key}") for key in ("result", "state", "remedy")}
    sheet.add(HEADER, header_cells(titles | year_titles(model)), 30)
    watched = list(dict.fromkeys(check.sheet for check in checks))
    _add_balance(sheet, model, watched)
    _section(sheet, words("checks.list"), FIRST)
    for place, check in enumerate(checks, start=1):
        _add_check(sheet, model, place, check)
    sheet.add(LAST, height=4)
    _add_highlights(sheet)
    return [sheet]


def _add_head(sheet: Sheet, model: Model) -> None:
    """Add the head; its status cell is the one that every sheet shows."""
    words = model.words
    add_head(sheet, model, words("checks.title"), words("checks.subtitle"))
    status = sheet.rows[sheet.row_index["status"]].cells
    holds = equal(Name("Controle_General"), ZERO)
    found = Binary("&", Name("Controle_General"), parameters.word("fails"))
    text = when(holds, parameters.word("holds"), found)
    status["num"] = Cell(Ref("label", "status"), "line.status")  # type: ignore[index]
    status["label"] = Cell(text, "line.status")  # type: ignore[index]


def _section(sheet: Sheet, title: str, key: str = "") -> None:
    cells = {column.key: Cell(None, "line.section") for column in sheet.columns}
    sheet.add(key, cells | {"num": Cell(title, "line.section")}, 18)


def _add_balance(sheet: Sheet, model: Model, watched: Sequence[str]) -> None:
    """Add the count of errors and of alerts of each sheet, and of the workbook."""
    words = model.words
    _section(sheet, words("checks.balance"), "master")
    for kind, row in (("error", "errors"), ("alert", "alerts")):
        cells = {
            "label": Cell(words(f"checks.{row}"), "text.subtotal"),
            "kind": Cell(words(f"word.{kind}"), "line.subtotal"),
        }
        first, last = (f"{kind}:{name}" for name in (watched[0], watched[-1]))
        cells["result"] = Cell(total(Range(Ref(None, first), Ref(None, last))), "number.subtotal")
        blank = {column.key: Cell(None, "line.subtotal") for column in sheet.columns}
        sheet.add(row, blank | cells)
    for kind in ("error", "alert"):
        for name in watched:
            sheet.add(f"{kind}:{name}", _balance_cells(model, kind, name))


def _balance_cells(model: Model, kind: str, name: str) -> dict[str, Cell]:
    def column(key: str) -> Range:
        return Range(Ref(key, FIRST, fixed=True), Ref(key, LAST, fixed=True))

    counted = call(
        "SUMIFS", column("result"), column("sheet"), Ref("sheet"), column("kind"), Ref("kind")
    )
    return {
        "sheet": Cell(name, "line.row"),
        "label": Cell(model.words(f"checks.{kind}s_of"), "text.row"),
        "kind": Cell(model.words(f"word.{kind}"), "line.row"),
        "result": Cell(counted, "number.row"),
    }


def _add_check(sheet: Sheet, model: Model, place: int, check: Check) -> None:
    error = check.kind == "erreur"
    words = model.words
    result = within_tolerance(Ref("total"), Ref(model.live[-1]))
    bad = parameters.word("bad" if error else "look")
    cells = {
        "num": Cell(place, "number.row"),
        "sheet": Cell(check.sheet, "line.row.link"),
        "label": Cell(check.label, "text.row"),
        "kind": Cell(words("word.error" if error else "word.alert"), "line.row"),
        "result": Cell(result, "number.row"),
        "state": Cell(when(equal(Ref("result"), ZERO), parameters.word("ok"), bad), "word.row"),
        "remedy": Cell(check.remedy, "text.row"),
    }
    for key in model.amounts:
        cells[key] = Cell(check.differences.get(key), "money.row")
    key = sheet.add(f"check:{place}", cells)
    tip = words("nav.sheet.tip", sheet=check.sheet)
    sheet.links.append(Link(key, "sheet", Ref(None, FIRST_ROW, check.sheet), tip))


def _add_highlights(sheet: Sheet) -> None:
    raised = Binary(">", Ref("result"), ZERO)
    for row, style in (("errors", "alarm"), ("alerts", "alert")):
        sheet.highlights.append(Highlight(Block(row, "result", row, "result"), raised, style))
        of_kind = equal(Ref("kind"), Ref("kind", row, fixed=True))
        for key in ("result", "state"):
            block = Block(FIRST, key, LAST, key)
            sheet.highlights.append(Highlight(block, call("AND", raised, of_kind), style))
