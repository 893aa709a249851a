"""`pta.csv`: what an activity is to have in each quarter of a year, a row for each."""

from __future__ import annotations

from generator.plan import MAX_AMOUNT, Quarters
from generator.reading.amounts import parse_amount
from generator.reading.annexes import check_unique, read_francs
from generator.reading.matrix import Matrix, read_year
from generator.reading.records import Schema, Table
from generator.texts import show_number

COLUMNS = ("t1", "t2", "t3", "t4")
"""The quarters of a year, the first one first."""

QUARTERS = Schema("pta.csv", ("code", "annee", *COLUMNS), keys=("code",), filled=("code", "annee"))


def read_quarters(table: Table, matrix: Matrix) -> dict[tuple[str, int], Quarters]:
    """Return the quarters by code of the activity and year; None is a blank."""
    check_unique(table, ("code", "annee"))
    known = {part.activity.code for part in matrix.placed}
    found = {}
    for record in table.records:
        code, year = record["code"], read_year(table, record, matrix)
        first, second, third, fourth = (
            read_francs(table, record, column, parse_amount) for column in COLUMNS
        )
        if code and code not in known and matrix.table.whole:
            table.refuse(record, "code", "code.unknown")
        elif code and year:
            found[code, year] = (first, second, third, fourth)
    summed = sum(amount or 0 for amounts in found.values() for amount in amounts)
    if summed > MAX_AMOUNT:
        table.find("amount.total_large", column=COLUMNS[0], value=show_number(summed))
    return found
