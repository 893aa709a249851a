"""`matrice.csv` to axes, objectives, actions and activities, or to everything that is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.amounts import AmountProblem, parse_amount
from generator.errors import Finding
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
from generator.problems import problem
from generator.tables import Record, Schema, Table, read_table

LEVELS = ("axe", "objectif", "action")
NAMES = {"axe": "l'axe", "objectif": "l'objectif", "action": "l'action"}
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
    "cout_total",
)
MAY_BE_EMPTY = ("responsable", "partenaires", "cout_total")
SCHEMA = Schema("matrice.csv", REQUIRED, ("code_document", "note"), years=True)
ADOPTED_SCHEMA = Schema("matrice_adoptee.csv", REQUIRED, ("code_document", "note"), years=True)
_CODE = re.compile(r"[\w.\- ]+")


@dataclass(slots=True)
class Matrix:
    """A matrix as read: activities with the codes above them, titles by (level, code)."""

    table: Table
    placed: list[Placed] = field(default_factory=list)
    titles: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def years(self) -> tuple[int, ...]:
        """Return the years of the columns."""
        return self.table.years

    @property
    def findings(self) -> list[Finding]:
        """Return every problem found."""
        return self.table.findings


def read_matrix(path: Path, schema: Schema = SCHEMA) -> Matrix:
    """Return the matrix; problems are collected in it, never raised."""
    matrix = Matrix(read_table(path, schema))
    table = matrix.table
    if not table.findings and not table.records:
        table.findings.append(problem("empty", table.name))
    for record in table.records:
        _check_record(table, record)
        matrix.placed.append(_placed(table, record))
    _check_codes(table)
    _check_hierarchy(matrix)
    _check_plan_total(matrix)
    return matrix


def _check_record(table: Table, record: Record) -> None:
    for column in REQUIRED:
        if column not in MAY_BE_EMPTY and not record[column]:
            table.findings.append(problem("cell.empty", table.name, record.line, column))
    for column in (*LEVELS, "code"):
        if record[column] and not _CODE.fullmatch(record[column]):
            table.findings.append(
                problem("code.syntax", table.name, record.line, column, record[column])
            )


def _placed(table: Table, record: Record) -> Placed:
    years = tuple(_read_year(table, record, str(year)) for year in table.years)
    activity = Activity(
        code=record["code"],
        label=record["activite"],
        responsible=record["responsable"],
        partners=record["partenaires"],
        total=_read_total(table, record, years),
        years=years,
        printed_code=record["code_document"],
        note=record["note"],
        line=record.line,
        extra=tuple((name, record[name]) for name in table.extra),
    )
    return Placed(record["axe"], record["objectif"], record["action"], activity)


def _read(table: Table, record: Record, column: str) -> Total | None:
    """Return the amount of a cell; one that cannot be read is a finding, and counts as blank."""
    found = parse_amount(record[column])
    if not isinstance(found, AmountProblem):
        return found
    finding = problem(
        found.kind, table.name, record.line, column, record[column], **found.fields
    )
    table.findings.append(finding)
    return None


def _read_year(table: Table, record: Record, column: str) -> Amount:
    amount = _read(table, record, column)
    if amount is not PM:
        return amount
    table.findings.append(
        problem("amount.pm_year", table.name, record.line, column, record[column])
    )
    return None


def _read_total(table: Table, record: Record, years: Sequence[Amount]) -> Total:
    """Return the total as written; one that is not the years' sum is a finding."""
    before = len(table.findings)
    total, summed = _read(table, record, "cout_total"), sum(amount or 0 for amount in years)
    if len(table.findings) > before:
        return 0
    column, found = "cout_total", record["cout_total"]
    if total is None:
        table.findings.append(problem("total.missing", table.name, record.line, column))
        return 0
    if total is PM:
        costed = [str(year) for year, amount in zip(table.years, years, strict=True) if amount]
        if costed:
            table.findings.append(
                problem(
                    "amount.pm_costed", table.name, record.line, column, years=", ".join(costed)
                )
            )
    elif total != summed:
        table.findings.append(
            problem("total.differs", table.name, record.line, column, found, expected=summed)
        )
    return total


def _check_codes(table: Table) -> None:
    """Find codes used twice; spreadsheets do not tell `a` from `A`."""
    first: dict[str, int] = {}
    for record in table.records:
        code = record["code"]
        line = first.setdefault(code.casefold(), record.line)
        if line != record.line:
            table.findings.append(
                problem("code.duplicate", table.name, record.line, "code", code, first=line)
            )


def _check_hierarchy(matrix: Matrix) -> None:
    """Find a code whose title or parent differs between rows; keep the titles."""
    seen: dict[tuple[str, str], tuple[int, str, str]] = {}
    for record in matrix.table.records:
        parent = ""
        for level in LEVELS:
            code, title = record[level], record[f"{level}_intitule"]
            line, known_title, known_parent = seen.setdefault(
                (level, code), (record.line, title, parent)
            )
            fields = {"level": NAMES[level], "code": code, "first": line}
            if title != known_title:
                _differs(matrix, "title.differs", record, f"{level}_intitule", known_title, fields)
            if parent != known_parent:
                _differs(matrix, "parent.differs", record, level, known_parent, fields)
            matrix.titles.setdefault((level, code), title)
            parent = code


def _differs(
    matrix: Matrix,
    kind: str,
    record: Record,
    column: str,
    expected: str,
    fields: Mapping[str, object],
) -> None:
    finding = problem(
        kind, matrix.table.name, record.line, column, record[column], expected=expected, **fields
    )
    matrix.findings.append(finding)


def _check_plan_total(matrix: Matrix) -> None:
    totals = [part.activity.total for part in matrix.placed]
    summed = sum(total for total in totals if total is not PM)
    if summed > MAX_AMOUNT:
        matrix.findings.append(
            problem("amount.total_large", matrix.table.name, value=str(summed))
        )


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
    return tuple(
        Axis(
            axis,
            titles["axe", axis],
            sheets[axis],
            tuple(
                Objective(
                    objective,
                    titles["objectif", objective],
                    tuple(
                        Action(
                            action,
                            titles["action", action],
                            tuple(activities),
                            statements.get(("produit", action)),
                        )
                        for action, activities in actions.items()
                    ),
                    statements.get(("effet", objective)),
                )
                for objective, actions in objectives.items()
            ),
        )
        for axis, objectives in tree.items()
    )


def control_rows(matrix: Matrix) -> list[dict[str, str]]:
    """Return the records with amounts as plain digits, for the control totals."""
    columns = ["cout_total", *map(str, matrix.years)]
    rows = []
    for record in matrix.table.records:
        row = {"axe": record["axe"]}
        for column in columns:
            amount = parse_amount(record[column])
            row[column] = str(amount) if isinstance(amount, int) else ""
        rows.append(row)
    return rows
