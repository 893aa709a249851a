"""The workbook of what differs between two versions: before, after and difference, by formula.

The activities that did not change stand together on one row, so that both totals are whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.merging.changes import Change
from generator.merging.facts import Facts, Kind, Record, Value
from generator.model.compute import compute
from generator.model.formula import ZERO, Binary, Range, Ref, total
from generator.model.grid import Block, Book, Cell, Column, Highlight, Page, Sheet
from generator.reports.shown import IN_A_CELL, YEAR, Window, shown, shown_field, window_of
from generator.writer import render

AMOUNTS, OTHERS, HEADER = "Montants", "Autres changements", "header"
FIRST, LAST, UNCHANGED, TOTALS = "first", "last", "unchanged", "totals"
SIDES = {"a": "Avant", "b": "Après", "d": "Écart"}


def differences_workbook(
    names: tuple[str, str], before: Facts, after: Facts, changes: Sequence[Change]
) -> bytes:
    """Return the workbook of the changes that lead from one version to the other."""
    sheets = [_amounts(names, before, after, changes), _others(names, changes)]
    return render(compute(Book(sheets, {}, {"title": "Écarts"}, {})))


def _amounts(
    names: tuple[str, str], before: Facts, after: Facts, changes: Sequence[Change]
) -> Sheet:
    years = sorted({field for record in _activities(before, after) for field in _years(record)})
    keys = {f"{side}{year}": (side, year) for side in SIDES for year in (*years, "total")}
    columns = (
        Column("code", 12),
        Column("label", 50),
        Column("nature", 11),
        *[Column(key, 15) for key in keys],
    )
    page = Page("A3", Block("title", "code", TOTALS, columns[-1].key), repeat_rows=(HEADER, HEADER))
    sheet = Sheet(AMOUNTS, columns, page, frozen=(FIRST, "nature"))
    _add_title(sheet, "code", names)
    titles = {"code": "Code", "label": "Activité", "nature": "Nature"}
    titles |= {key: f"{SIDES[side]} {year}" for key, (side, year) in keys.items()}
    sheet.add(HEADER, {key: Cell(title, "text.header") for key, title in titles.items()}, 30)
    sheet.add(FIRST, height=4)
    natures = {change.key: change.nature for change in changes}
    changed = [key for key in natures if key.kind is Kind.ACTIVITY]
    for key in changed:
        pair = before.get(key, {}), after.get(key, {})
        label = str((pair[1] or pair[0]).get("activite", ""))
        cells = {"code": Cell(key.code, "code.row"), "label": Cell(label, "text.row")}
        cells["nature"] = Cell(str(natures[key]), "word.row")
        sheet.add(f"line:{key.code}", cells | _line(keys, pair, years))
    rest = [key for key in before if key.kind is Kind.ACTIVITY and key not in natures]
    summed = _summed([before[key] for key in rest], years)
    cells = {"label": Cell(f"Activités inchangées ({len(rest)})", "text.row")}
    sheet.add(UNCHANGED, cells | _line(keys, (summed, summed), years))
    sheet.add(LAST, height=4)
    across = total(Range(Ref(None, FIRST), Ref(None, LAST)))
    cells = {key: Cell(across, "money.grand") for key in keys}
    blank = {key: Cell(None, "line.grand") for key in ("code", "nature")}
    sheet.add(TOTALS, {**blank, "label": Cell("TOTAL DES ACTIVITÉS", "line.grand"), **cells})
    moved = Binary("<>", Ref(next(key for key in keys if key.startswith("d"))), ZERO)
    block = Block(FIRST, f"d{[*years, 'total'][0]}", LAST, "dtotal")
    sheet.highlights.append(Highlight(block, moved, "changed"))
    return sheet


def _activities(*versions: Facts) -> Iterable[Record]:
    for version in versions:
        yield from (record for key, record in version.items() if key.kind is Kind.ACTIVITY)


def _years(record: Record) -> list[str]:
    return [field for field in record if field.isdigit()]


def _summed(records: Iterable[Record], years: Sequence[str]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for record in records:
        for year in years:
            amount = record.get(year)
            if isinstance(amount, int):
                held = found.get(year, 0)
                found[year] = amount + (held if isinstance(held, int) else 0)
    return found


def _line(
    keys: Mapping[str, tuple[str, str]], pair: tuple[Record, Record], years: Sequence[str]
) -> dict[str, Cell]:
    """Return the cells of a row: both versions' amounts, their totals, the differences."""
    cells = {}
    for key, (side, year) in keys.items():
        if side == "d":
            cells[key] = Cell(Ref(f"b{year}") - Ref(f"a{year}"), "money.row")
        elif year == "total":
            span = Range(Ref(f"{side}{years[0]}"), Ref(f"{side}{years[-1]}"))
            cells[key] = Cell(total(span), "money.row.strong")
        else:
            amount = pair[side == "b"].get(year)
            cells[key] = Cell(amount if isinstance(amount, int) else None, "money.row")
    return cells


def _others(names: tuple[str, str], changes: Sequence[Change]) -> Sheet:
    """Return the sheet of every change that is no amount of a year."""
    columns = (
        Column("kind", 14),
        Column("code", 30),
        Column("nature", 12),
        Column("field", 16),
        Column("before", 50),
        Column("after", 50),
    )
    page = Page("A4", Block("title", "kind", "end", "after"), repeat_rows=(HEADER, HEADER))
    sheet = Sheet(OTHERS, columns, page, frozen=(FIRST, "nature"))
    _add_title(sheet, "kind", names)
    titles = ("Objet", "Code", "Nature", "Champ", "Avant", "Après")
    pairs = zip(columns, titles, strict=True)
    sheet.add(HEADER, {column.key: Cell(title, "text.header") for column, title in pairs}, 30)
    sheet.add(FIRST, height=4)
    for change in changes:
        if not (change.key.kind is Kind.ACTIVITY and change.field.isdigit()):
            sheet.add(cells=_other(change))
    sheet.add("end", height=4)
    return sheet


def _other(change: Change) -> dict[str, Cell]:
    field = shown_field(change.key, change.field)
    window = window_of((change.before, change.after), IN_A_CELL)
    texts = {
        "kind": str(change.key.kind),
        "code": change.key.code,
        "nature": str(change.nature),
        "field": change.field,
    }
    cells = {key: Cell(text, "text.row") for key, text in texts.items()}
    both = {"before": change.before, "after": change.after}
    return cells | {key: _value(value, field, window) for key, value in both.items()}


def _value(value: Value | None, field: str, window: Window) -> Cell:
    """Return the cell of a value: amounts and rates are numbers, a year is read as a text."""
    if isinstance(value, int) and field != YEAR:
        return Cell(value, "money.row")
    if isinstance(value, float):
        return Cell(value, "number.row")
    return Cell(shown(value, field, window), "text.row")


def _add_title(sheet: Sheet, col: str, names: tuple[str, str]) -> None:
    sheet.add("title", {col: Cell(f"{sheet.name} : {names[0]} -> {names[1]}", "line.title")}, 24)
