"""`matrice.csv` to axes, objectives, actions and activities, or to everything that is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.plan import (
    MAX_AMOUNT,
    PM,
    Action,
    Activity,
    Amount,
    Axis,
    Objective,
    Placed,
    Statement,
    Total,
)
from generator.reading.amounts import AmountProblem, parse_amount
from generator.reading.hierarchy import CODES, KnownCodes, check_duplicates, read_titles
from generator.reading.records import AMOUNT, Record, Schema, Table
from generator.reading.tables import read_table
from generator.texts import comparable, show_number

REQUIRED = (
    "axe",
    "axe_intitule",
    "objectif",
    "objectif_intitule",
    "action",
    "action_intitule",
    "code",
    "activite",
    "responsable",
    "partenaires",
    AMOUNT,
)
MAX_TITLE = 10_000
"""Characters of a title: sheets add words of their own around it."""


def _schema(name: str) -> Schema:
    filled = tuple(column for column in REQUIRED if column not in BLANK_ALLOWED)
    titles = dict.fromkeys((column for column in REQUIRED if "intitule" in column), MAX_TITLE)
    return Schema(name, REQUIRED, OPTIONAL, CODES, filled, titles, years=True, empty="empty")


Parser = Callable[[str], Total | AmountProblem | None]
"""How a text is read as an amount: without a sign, or with one."""

BLANK_ALLOWED = ("responsable", "partenaires", AMOUNT)
OPTIONAL = ("code_document", "note")
SCHEMA, ADOPTED_SCHEMA = _schema("matrice.csv"), _schema("matrice_adoptee.csv")


@dataclass(slots=True)
class Matrix:
    """A matrix as read: activities with the codes above them, titles by (level, code).

    `departed` are the (level, code) of the adopted plan that may have left this one.
    """

    table: Table
    placed: list[Placed] = field(default_factory=list)
    titles: dict[tuple[str, str], str] = field(default_factory=dict)
    departed: set[tuple[str, str]] = field(default_factory=set)

    @property
    def years(self) -> tuple[int, ...]:
        """Return the years of the columns."""
        return self.table.years

    @property
    def axes(self) -> list[str]:
        """Return the codes of the axes in order of first appearance."""
        return list(dict.fromkeys(part.axis for part in self.placed if part.axis))


def read_matrix(
    path: Path,
    schema: Schema = SCHEMA,
    known: KnownCodes | None = None,
    encoding: str | None = None,
) -> Matrix | None:
    """Return the matrix, None where there is no such file; problems are collected in it.

    `known` are the codes of a matrix read before, which must not be written in another way here,
    `encoding` what the person says of a file that is not UTF-8.
    """
    table = read_table(path, schema, encoding)
    if table is None:
        return None
    if table.whole and not table.records:
        table.find("empty")
    placed = [_place(table, record) for record in table.records]
    (known or KnownCodes()).check(table)
    check_duplicates(table)
    matrix = Matrix(table, placed, read_titles(table))
    _check_plan_total(matrix)
    return matrix


def _place(table: Table, record: Record) -> Placed:
    found = len(table.findings)
    years = tuple(_read_year(table, record, str(year)) for year in table.years)
    total = read_amount(table, record, AMOUNT)
    if table.header_sound and len(table.findings) == found:
        _check_total(table, record, total, years)
    activity = Activity(
        code=record["code"],
        label=record["activite"],
        responsible=record["responsable"],
        partners=record["partenaires"],
        total=0 if total is None else total,
        years=years,
        printed_code=record["code_document"],
        note=record["note"],
        line=record.line,
        extra=tuple((name, record[name]) for name in table.extra),
    )
    return Placed(record["axe"], record["objectif"], record["action"], activity)


def read_amount(
    table: Table, record: Record, column: str, parse: Parser = parse_amount
) -> Total | None:
    """Return the amount of a cell; one that cannot be read is a finding, and counts as blank."""
    text = record[column]
    amount = parse(text)
    if isinstance(amount, AmountProblem):
        table.refuse(record, column, amount.kind, **amount.fields)
        return None
    if isinstance(amount, int) and not text[-1].isdigit() and text.rstrip()[-1].isalpha():
        table.note(record, column, "amount.currency")
    return amount


def _read_year(table: Table, record: Record, column: str) -> Amount:
    amount = read_amount(table, record, column)
    if amount is PM:
        table.refuse(record, column, "amount.pm_year")
        return None
    return amount


def _check_total(
    table: Table, record: Record, total: Total | None, years: Sequence[Amount]
) -> None:
    """Find a total that is missing, is not the years' sum, or is `PM` beside an amount."""
    summed = sum(amount or 0 for amount in years)
    if total is None:
        table.refuse(record, AMOUNT, "total.missing", expected=show_number(summed))
    elif total is PM:
        pairs = zip(table.years, years, strict=True)
        costed = [str(year) for year, amount in pairs if amount is not None]
        if costed:
            table.refuse(record, AMOUNT, "amount.pm_costed", years=", ".join(costed))
    elif total != summed:
        table.refuse(record, AMOUNT, "total.differs", expected=show_number(summed))


def _check_plan_total(matrix: Matrix) -> None:
    totals = [part.activity.total for part in matrix.placed]
    summed = sum(total for total in totals if total is not PM)
    if summed > MAX_AMOUNT:
        matrix.table.find("amount.total_large", column=AMOUNT, value=show_number(summed))


def build_axes(
    matrix: Matrix,
    statements: Mapping[tuple[str, str], Statement],
    sheets: Mapping[str, str],
) -> tuple[Axis, ...]:
    """Return the axes in order of first appearance; `statements` maps (`effet`|`produit`, code)."""
    tree: dict[str, dict[str, dict[str, list[Activity]]]] = {}
    for part in matrix.placed:
        actions = tree.setdefault(part.axis, {}).setdefault(part.objective, {})
        actions.setdefault(part.action, []).append(part.activity)
    titles = matrix.titles

    def action(code: str, activities: Sequence[Activity]) -> Action:
        product = statements.get(("produit", code))
        return Action(code, titles["action", code], tuple(activities), product)

    def objective(code: str, below: Mapping[str, Sequence[Activity]]) -> Objective:
        actions = tuple(action(*item) for item in below.items())
        effect = statements.get(("effet", code))
        return Objective(code, titles["objectif", code], actions, effect)

    return tuple(
        Axis(
            code,
            titles["axe", code],
            sheets[code],
            tuple(objective(*item) for item in below.items()),
        )
        for code, below in tree.items()
    )


def read_year(table: Table, record: Record, matrix: Matrix) -> int:
    """Return the year of a record, 0 where it is none of the plan's."""
    text = comparable(record["annee"])
    year = next((year for year in matrix.years if str(year) == text), 0)
    if text and not year and matrix.table.header_sound:
        table.refuse(record, "annee", "year.unknown", expected=", ".join(map(str, matrix.years)))
    return year


def control_rows(matrix: Matrix) -> list[dict[str, str]]:
    """Return the records with amounts as plain digits, for the control totals."""
    columns = [AMOUNT, *map(str, matrix.years)]
    rows = []
    for record in matrix.table.records:
        row = {"axe": record["axe"]}
        for column in columns:
            text = record[column]
            if not (text.isascii() and text.isdigit()):
                amount = parse_amount(text)
                text = str(amount) if isinstance(amount, int) else ""
            row[column] = text
        rows.append(row)
    return rows
