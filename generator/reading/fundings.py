"""`financements.csv`: the State's voted credits and the partners' pledges, a row for each."""

from __future__ import annotations

from generator.fundings import FUNDING_STATUSES, Funding
from generator.plan import PM
from generator.reading.amounts import parse_amount
from generator.reading.matrix import Matrix, read_amount, read_year
from generator.reading.records import Record, Schema, Table
from generator.texts import comparable

MAX_FUNDER, MAX_REFERENCE = 200, 500
"""Characters of a funder's name and of a reference."""

FUNDINGS = Schema(
    "financements.csv",
    ("bailleur", "axe", "annee", "montant", "statut", "reference"),
    keys=("axe",),
    filled=("bailleur", "annee", "montant", "statut"),
    limits={"bailleur": MAX_FUNDER, "reference": MAX_REFERENCE},
)


def read_fundings(table: Table, matrix: Matrix) -> tuple[Funding, ...]:
    """Return the credits and pledges in the file's order; `axe` blank is the whole plan."""
    found = []
    for record in table.records:
        axis, year = record["axe"], read_year(table, record, matrix)
        if axis and ("axe", axis) not in matrix.titles and matrix.table.whole:
            table.refuse(record, "axe", "code.unknown")
        amount = read_amount(table, record, "montant")
        dash = parse_amount(record["montant"]) is None and record["montant"]
        if amount is PM or dash:
            table.refuse(record, "montant", "amount.text")
        status = _read_status(table, record)
        if year and isinstance(amount, int):
            funder, reference = record["bailleur"], record["reference"]
            found.append(Funding(funder, axis, year, amount, status, reference))
    return tuple(found)


def _read_status(table: Table, record: Record) -> str:
    """Return the status as the list writes it."""
    text = comparable(record["statut"]).casefold()
    if text and text not in FUNDING_STATUSES:
        table.refuse(record, "statut", "status.unknown", expected=", ".join(FUNDING_STATUSES))
    return text
