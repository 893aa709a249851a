"""What was typed beside the tables of the sheets that are no axis, or under their last rows.

Short sheets are held against the model's; of those as long as the plan, rows that formulas have and
columns that titles have are the workbook's own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from string import ascii_uppercase
from typing import NamedTuple

from generator import __version__
from generator.checking.rows import is_input, match_rows
from generator.copies.mirrors import MIRRORS, find_lines, find_typed_over
from generator.copies.said import say
from generator.copies.strays import is_held, own_columns, say_strays
from generator.errors import CellFinding, ModelError
from generator.labels import Words
from generator.merging.facts import is_same
from generator.model.grid import Cell, Row, Sheet
from generator.model.nodes import Node
from generator.model.values import ErrorValue
from generator.reader.opened import CellAddress, OpenedCell, OpenedSheet, OpenedWorkbook
from generator.recovery import Recovered
from generator.recovery.table import best_header, read_titled
from generator.rules.layout import is_number
from generator.rules.tokens import address
from generator.sheets import financing, parameters, pledges, summary, workplan
from generator.sheets.common import FINANCING, HEADER, PARAMETERS, WORK_PLAN, Model
from generator.sheets.gaps import gap_places
from generator.texts import comparable

BUILDS = (summary.build, financing.build, parameters.build)
"""The sheets whose size the plan's activities do not change."""

Stray = tuple[CellAddress, str]
"""A cell that nothing reads, and what is said of a number there."""

BELOW, LOST = "funding.below", ("base.lost", "bases.gone", "sheet.absent", "sheet.unread")
BESIDE, UNDER, OVER = "cell.aside", "cell.under", "cell.over"
"""What is said of a number in a row of a table, in a row that is none of it, and of what was typed
over the workbook's own."""


class Table(NamedTuple):
    """A table under its header: its own columns, the last of them, those that print."""

    header: int
    own: Collection[int]
    right: int
    printed: Collection[int]


class Searched(NamedTuple):
    """A sheet, the cells of it that nothing reads, and the titles that it lost."""

    sheet: OpenedSheet
    strays: Sequence[Stray]
    lost: Sequence[str]


def find_asides(
    recovered: Recovered, workbook: OpenedWorkbook, said: Sequence[CellFinding]
) -> Iterator[CellFinding]:
    """Yield what stands on the sheets that are no axis where nothing is read.

    What is `said` already is not told twice: a sheet without its columns, a row under the register.
    """
    told = {(own.sheet, own.cell.strip(ascii_uppercase)) for own in said if own.rule == BELOW}
    cells = {(own.sheet, own.cell) for own in said}
    unread = {own.sheet for own in said if own.rule in LOST}
    for sheet, strays, lost in _search(recovered, workbook, unread):
        if lost:
            yield say("column.gone", sheet.name, "", ", ".join(f"« {title} »" for title in lost))
        if sheet.cells and not any(cell.formula is not None for cell in sheet.cells.values()):
            yield say("sheet.values", sheet.name)
            continue
        rest = {
            at: kind
            for at, kind in strays
            if (sheet.name, str(at[0] + 1)) not in told and (sheet.name, address(at)) not in cells
        }
        yield from say_strays(sheet, rest)


def _search(
    recovered: Recovered, workbook: OpenedWorkbook, unread: Collection[str]
) -> Iterator[Searched]:
    """Yield what is found on the sheets, those apart that cannot be read."""
    source, words = recovered.source, Words(recovered.language)
    model = Model(source.plan, words, source.controls, gap_places(source.plan))
    is_exact = str(recovered.facts.get("generateur", "")) == __version__
    opened = {sheet.name: sheet for sheet in workbook.sheets if sheet.name not in unread}
    for made in _short_sheets(model):
        if sheet := opened.get(made.name):
            yield _search_short(made, sheet, exact=is_exact)
    for name in MIRRORS:
        if sheet := opened.get(name):
            found = _search_long(sheet, model)
            unkeyed = _without_key(sheet, words) if name == WORK_PLAN else ()
            yield found._replace(strays=[*found.strays, *unkeyed])


def _short_sheets(model: Model) -> list[Sheet]:
    """Return the model's short sheets; none where what the copy says of its plan is at odds."""
    try:
        return [sheet for build in BUILDS for sheet in build(model)]
    except ModelError:
        return []


def _search_short(made: Sheet, opened: OpenedSheet, *, exact: bool) -> Searched:
    """Return what a copy has that the model's sheet has not; nothing where a title is lost.

    Unless the model is `exact`, only what stands beside its columns.
    """
    titles = _titles(made, HEADER)
    known = best_header(opened, titles)[1]
    if known.keys() < titles.keys():
        return Searched(opened, (), [titles[key] for key in titles if key not in known])
    if made.name == FINANCING:
        known = {**_find_titles(opened, _titles(made, pledges.TITLES)), **known}
    return Searched(opened, list(_beside_model(made, opened, _keys(made, known), exact=exact)), ())


def _titles(made: Sheet, row: str) -> dict[str, str]:
    """Return by column what a header of the model shows."""
    cells = made.rows[made.row_index[row]].cells.items()
    return {key: str(own.content) for key, own in cells if isinstance(own.content, str | int)}


def _find_titles(opened: OpenedSheet, titles: Mapping[str, str]) -> dict[str, int]:
    """Return the columns of the row, wherever it is, that shows most of the titles."""
    wanted = {comparable(title): key for key, title in titles.items()}
    rows: dict[int, dict[str, int]] = {}
    for (row, col), cell in opened.cells.items():
        if key := wanted.get(comparable(str(cell.value))):
            rows.setdefault(row, {})[key] = col
    return max(rows.values(), key=len, default={})


def _beside_model(
    made: Sheet, opened: OpenedSheet, keys: Mapping[int, str], *, exact: bool
) -> Iterator[Stray]:
    """Yield the cells of a copy that the model's sheet has not, and what is said of a number."""
    rows = _rows(made, opened, keys)
    for (row, col), cell in opened.cells.items():
        if not is_held(cell):
            continue
        if col not in keys:
            yield (row, col), BESIDE
        elif exact and cell.formula is None:
            own = rows.get(row)
            if not _is_own(own, keys[col]):
                yield (row, col), BESIDE if _is_used(own) else UNDER
            elif own and _is_typed_over(own.cells[keys[col]], cell, texts=made.name == PARAMETERS):
                yield (row, col), OVER
    for at in _emptied(opened, rows, keys) if exact else ():
        yield at, OVER


def _emptied(
    opened: OpenedSheet, rows: Mapping[int, Row], keys: Mapping[int, str]
) -> Iterator[CellAddress]:
    """Yield the cells that hold nothing where the model has a formula."""
    for row, own in rows.items():
        for col, key in keys.items():
            made, cell = own.cells.get(key), opened.cells.get((row, col))
            if made and isinstance(made.content, Node) and not (cell and is_held(cell)):
                yield row, col


def _is_typed_over(made: Cell, opened: OpenedCell, *, texts: bool) -> bool:
    """Tell whether a formula, or a constant that is no input, is another value in the copy.

    `texts` are compared only where none of them is the plan's: a copy does not say all of those.
    """
    if is_input(made):
        return False
    if isinstance(made.content, Node):
        return True
    if isinstance(made.content, str) and not texts:
        return False
    return isinstance(opened.value, ErrorValue) or not is_same(made.content, opened.value)


def _is_own(row: Row | None, key: str) -> bool:
    """Tell whether the model has something in a cell, or officers type into it."""
    cell = row.cells.get(key) if row else None
    return cell is not None and (cell.content is not None or is_input(cell))


def _is_used(row: Row | None) -> bool:
    """Tell whether the model has something in a row."""
    return row is not None and any(_is_own(row, key) for key in row.cells)


def _keys(made: Sheet, known: Mapping[str, int]) -> dict[int, str]:
    """Return the columns of a copy by place: one without a title follows the one on its left."""
    keys, moved = {}, 0
    for place, column in enumerate(made.columns):
        moved = known[column.key] - place if column.key in known else moved
        keys[place + moved] = column.key
    return keys


def _rows(made: Sheet, opened: OpenedSheet, keys: Mapping[int, str]) -> dict[int, Row]:
    """Return which row of the copy is which of the model, whatever columns were moved."""
    cells = {
        (row, made.col_index[keys[col]]): cell
        for (row, col), cell in opened.cells.items()
        if col in keys
    }
    match = match_rows(made, replace(opened, cells=cells))
    return {row: made.rows[place] for place, row in match.places.items()}


def _search_long(opened: OpenedSheet, model: Model) -> Searched:
    """Return what stands beside a copy's titles, over its formulas, or in rows without a formula.

    Of the latter the numbers, under what prints: texts may be titles. Nothing of a sheet that is
    hardly the workbook's any more.
    """
    printed, side = MIRRORS[opened.name].titles(model)
    titles = {**printed, **side}
    header, known = best_header(opened, titles)
    lost = [titles[key] for key in titles if key not in known]
    if len(lost) * 2 > len(titles):
        return Searched(opened, (), ())
    cols = {col for key, col in known.items() if key in printed}
    table = Table(header, *own_columns(known, titles), cols)
    used = find_lines(opened, header, known)
    used |= {row for (row, col), cell in opened.cells.items() if cell.formula and col in table.own}
    under = {row for row in used if row > header}
    over = [(at, OVER) for at in find_typed_over(opened, known, under, model.words)]
    return Searched(opened, [*_beside_titles(opened, table, used), *over], lost)


def _beside_titles(opened: OpenedSheet, table: Table, used: Collection[int]) -> Iterator[Stray]:
    bottom, own = max(used, default=table.header), table.own
    for (row, col), cell in opened.cells.items():
        if (row in used and col in own) or not is_held(cell):
            continue
        if col > table.right or (col not in own and row >= table.header):
            yield (row, col), BESIDE
        elif row > bottom or (
            row > table.header and col in table.printed and is_number(cell.value)
        ):
            yield (row, col), UNDER


def _without_key(opened: OpenedSheet, words: Words) -> Iterator[Stray]:
    """Yield the quarters of the work plan that were typed in a row of no activity."""
    titles = {key: words(f"pta.{key}") for key in (*workplan.QUARTERS, "label", "key")}
    table, total = read_titled(opened, titles), comparable(words("pta.total"))
    if table is None:
        return
    for row in table.rows:
        if table.text(row, "key") or comparable(table.text(row, "label")) == total:
            continue
        for col in (table.columns[key] for key in workplan.QUARTERS):
            cell = opened.cells.get((row, col))
            if cell and cell.formula is None and is_number(cell.value):
                yield (row, col), UNDER
