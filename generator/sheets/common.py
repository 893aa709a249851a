"""What every sheet shares: its head, its columns of years, its checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from generator.labels import Words
from generator.model.formula import (
    ONE,
    ZERO,
    Binary,
    Call,
    Name,
    Node,
    Range,
    Ref,
    call,
    equal,
    total,
)
from generator.model.grid import Block, Cell, Highlight, Link, Sheet
from generator.plan import PLAN_CODE, Entity, Plan
from generator.reading.totals import Controls

COVER, SUMMARY, FINANCING = "Accueil", "Synthèse", "Financement"
RECONCILIATION, ACTIVITIES = "Rapprochement", "Activités"
ADJUSTMENTS, WORK_PLAN, STRUCTURES = "Ajustements", "PTA", "Structures"
CHECKS, PARAMETERS, ACRONYMS, STAMP = "Contrôles", "Paramètres", "Sigles", "Empreinte"

FIRST_ROW = "title"
HEADER = "header"
TOP, BOTTOM = "top", "bottom"
"""The rows between which an axis sheet is watched: the checks do not look outside them."""
AXIS_TOTAL = "total"
"""The row of an axis sheet that holds the axis's totals."""

MAX_ARGUMENTS = 200


class Model(NamedTuple):
    """What the sheets are built from: the plan, the words, the control totals of its CSV.

    `gaps` are the levels that contain each documented gap (`gaps.gap_places`).
    """

    plan: Plan
    words: Words
    controls: Controls
    gaps: Mapping[str, Mapping[str, str]]

    @property
    def live(self) -> list[str]:
        """Return the column keys of the live amounts by year."""
        return [f"y{year}" for year in self.plan.years]

    @property
    def base(self) -> list[str]:
        """Return the column keys of the base amounts by year."""
        return [f"b{year}" for year in self.plan.years]

    @property
    def adopted(self) -> list[str]:
        """Return the column keys of the adopted amounts by year."""
        return [f"a{year}" for year in self.plan.years]

    @property
    def amounts(self) -> list[str]:
        """Return the column keys of the total and of the years, live."""
        return ["total", *self.live]

    def gap_ids(self, entity: Entity) -> str:
        """Return the documented gaps inside an entity, such as `E2 + E3`; "" for none."""
        inside = [
            name
            for name, levels in self.gaps.items()
            if entity.level == "plan" or levels.get(entity.level) == entity.key
        ]
        return " + ".join(inside)


Kind = Literal["error", "alert"]
ERROR: Kind = "error"
ALERT: Kind = "alert"


class Check(NamedTuple):
    """A check: differences by column key (`total` or a year), all 0 where it holds."""

    sheet: str
    label: str
    kind: Kind
    differences: Mapping[str, Node]
    remedy: str


def make_check(
    model: Model, sheet: str, name: str, kind: Kind, differences: Mapping[str, Node]
) -> Check:
    """Return a check of a sheet, with the label and the remedy that the words give its name."""
    label, remedy = model.words(f"check.{name}"), model.words(f"check.{name}.remedy")
    return Check(sheet, label, kind, differences, remedy)


def total_row(entity: Entity) -> str:
    """Return the key of the row that holds the entity's totals on its axis sheet."""
    return AXIS_TOTAL if entity.level == "axe" else f"{entity.level}:{entity.code}"


def add_head(sheet: Sheet, model: Model, title: str, subtitle: str) -> None:
    """Add the rows that open a sheet: title in A1, way back and units, the master check.

    The subtitle is in the second column; the status spills to the right of the first.
    """
    first, second = sheet.columns[0].key, sheet.columns[1].key
    words = model.words
    sheet.add(FIRST_ROW, {first: Cell(title, "line.title")}, 24)
    cells = {first: Cell(words("nav.back"), "line.link"), second: Cell(subtitle, "line.note")}
    sheet.add("nav", cells)
    sheet.links.append(Link("nav", first, Ref("name", FIRST_ROW, COVER), words("nav.back.tip")))
    add_status(sheet, model, first)


def add_status(sheet: Sheet, model: Model, col: str) -> None:
    """Add the row that shows the master check, red where it does not hold."""
    sheet.add("status", {col: Cell(Ref("sheet", "status", CHECKS), "line.status")}, 16)
    tip = model.words("nav.checks.tip")
    sheet.links.append(Link("status", col, Ref("sheet", FIRST_ROW, CHECKS), tip))
    condition = Binary("<>", Name("Controle_General"), ZERO)
    sheet.highlights.append(Highlight(Block("status", col, "status", col), condition, "alarm"))


def add_base_in_force(sheet: Sheet) -> None:
    """Add to the status row which base of totals the amounts follow."""
    text = Binary("&", Ref("value", "word:base", PARAMETERS), Name("Base_Totaux"))
    sheet.set("status", sheet.columns[2].key, Cell(text, "line.status"))


def add_section(
    sheet: Sheet, title: str, key: str = "", *, last: str = "", height: float | None = None
) -> str:
    """Return the key of a row that opens a part of a sheet, ruled up to its last printed column.

    Without `last` every column prints.
    """
    end = sheet.col_index[last] + 1 if last else len(sheet.columns)
    cells = {column.key: Cell(None, "line.section") for column in sheet.columns[:end]}
    cells[sheet.columns[0].key] = Cell(title, "line.section")
    return sheet.add(key, cells, height)


def input_texts(words: Words, name: str, **fields: object) -> tuple[str, str, str]:
    """Return what an input says: its title, its message, and what is said of a wrong value.

    `fields` are those of the message.
    """
    title, error = words(f"input.{name}.title"), words(f"input.{name}.error")
    return title, words(f"input.{name}.message", **fields), error


def header_cells(titles: Mapping[str, str], style: str = "text.header") -> dict[str, Cell]:
    """Return the cells of a header row: column key to title."""
    return {key: Cell(title, style) for key, title in titles.items()}


def year_titles(model: Model) -> dict[str, str]:
    """Return the titles of the columns of live amounts: the years."""
    return {f"y{year}": str(year) for year in model.plan.years}


def sum_of(nodes: Iterable[Node]) -> Call:
    """Return SUM of the nodes, nested where they are more than a function takes."""
    parts = list(nodes)
    while len(parts) > MAX_ARGUMENTS:
        parts = [
            total(*parts[start : start + MAX_ARGUMENTS])
            for start in range(0, len(parts), MAX_ARGUMENTS)
        ]
    return total(*parts)


def thin_segment(model: Model) -> int:
    """Return the francs under which a segment of a stacked chart is too thin for a label."""
    totals = model.controls.base[PLAN_CODE]
    return max(totals[str(year)] for year in model.plan.years) // THIN


THIN = 16
"""The height of a chart's columns in lines of labels."""


def within_tolerance(first: Ref, last: Ref, expected: Ref) -> Node:
    """Return 0 where every number between the two cells is 0 within the tolerance, else 1.

    A number missing from those expected, a text or an error gives 1, and so does a tolerance of a
    whole franc: nothing silences a check.
    """
    cells, tolerance = Range(first, last), Name("Tolerance")
    widest = call("MAX", cells, ZERO - call("MIN", cells))
    holds = call(
        "AND",
        equal(call("COUNT", cells), expected),
        Binary("<=", widest, tolerance),
        Binary("<", tolerance, ONE),
    )
    return call("IFERROR", ONE - holds, ONE)
