"""What stands beside the matrix: published totals, gaps, log frame, slips of the print, acronyms.

Their codes are those of the matrix; where the matrix itself could not be read whole, a code that
is not found there proves nothing, and is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from generator.plan import (
    PLAN_CODE,
    PM,
    Acronym,
    Amount,
    Gap,
    Published,
    Remark,
    Statement,
)
from generator.reading.amounts import parse_amount, parse_signed
from generator.reading.matrix import Matrix, Parser, read_amount
from generator.reading.records import AMOUNT, Record, Schema, Table

MAX_REMARK = 15_000
"""Characters of a remark's place and of its text: the workbook joins the two in a cell."""

_LEVEL = ("niveau", "code")
PUBLISHED = Schema(
    "totaux_publies.csv",
    (*_LEVEL, "intitule", AMOUNT),
    keys=_LEVEL,
    filled=("niveau", "intitule", AMOUNT),
    years=True,
)
GAPS = Schema(
    "ecarts_document.csv",
    ("id", *_LEVEL, "nature", "explication"),
    keys=("id", *_LEVEL),
    filled=("id", *_LEVEL, "nature", "explication"),
    limits={"id": 50, "nature": 1_000},
    years=True,
)
REMARKS = Schema(
    "remarques_document.csv",
    ("id", "lieu", "nature", "constat"),
    keys=("id",),
    filled=("id", "lieu", "constat"),
    limits={"id": 50, "lieu": MAX_REMARK, "constat": MAX_REMARK},
)
LOG_FRAME = Schema(
    "cadre_logique.csv",
    ("code", "niveau", "enonce", "indicateur"),
    keys=_LEVEL,
    filled=(*_LEVEL, "enonce"),
)
ACRONYMS = Schema("sigles.csv", ("sigle", "libelle"), keys=("sigle",), filled=("sigle", "libelle"))
CEILINGS = Schema("plafonds.csv", ("axe",), keys=("axe",), years=True)
PLACES = {
    "action": "action",
    "objectif": "objectif",
    "axe": "axe",
    "plan": PLAN_CODE,
    "etat": "ETAT",
    "partenaires": "PARTENAIRES",
}
"""The levels of published totals: the matrix's level that has the code, or their one code."""

IN_MATRIX = ("action", "objectif", "axe")
GAP_PLACES = {level: level for level in IN_MATRIX}
FRAME_PLACES = {"effet": "objectif", "produit": "action"}


class Annexes(NamedTuple):
    """What stands beside the matrix: `published` by (level, code), `statements` by (kind, code)."""

    published: Mapping[tuple[str, str], Published]
    gaps: tuple[Gap, ...]
    statements: Mapping[tuple[str, str], Statement]
    remarks: tuple[Remark, ...]
    acronyms: tuple[Acronym, ...]
    ceilings: Mapping[str, tuple[Amount, ...]]


def read_annexes(read: Callable[[Schema], Table], matrix: Matrix) -> Annexes:
    """Return what the files beside the matrix say; `read` gives the table of each."""
    return Annexes(
        read_published(read(PUBLISHED), matrix),
        read_gaps(read(GAPS), matrix),
        read_statements(read(LOG_FRAME), matrix),
        read_remarks(read(REMARKS)),
        read_acronyms(read(ACRONYMS)),
        read_ceilings(read(CEILINGS), matrix),
    )


def read_published(table: Table, matrix: Matrix) -> dict[tuple[str, str], Published]:
    """Return the published totals by (level, code); the plan's own code is always `PLAN`."""
    check_unique(table, _LEVEL, _published_key)
    found = {}
    for record in table.records:
        total = _read_total(table, record)
        years = _read_years(table, record, parse_amount)
        if _check_place(table, record, matrix, PLACES) and total is not None:
            found[_published_key(record)] = Published(record["intitule"], total, years)
    return found


def _published_key(record: Record) -> tuple[str, str]:
    level = record["niveau"]
    return level, record["code"] if level in IN_MATRIX else PLACES.get(level, record["code"])


def _read_total(table: Table, record: Record) -> int | None:
    """Return the published total; a dash or `PM` is no total, and a blank is told elsewhere."""
    total = read_francs(table, record, AMOUNT, parse_amount)
    if total is None and parse_amount(record[AMOUNT]) is None and record[AMOUNT]:
        table.refuse(record, AMOUNT, "amount.text")
    return total


def read_gaps(table: Table, matrix: Matrix) -> tuple[Gap, ...]:
    """Return the documented gaps, signs allowed."""
    check_unique(table, ("id",))
    found = []
    for record in table.records:
        _check_place(table, record, matrix, GAP_PLACES)
        years = _read_years(table, record, parse_signed)
        identity = record["id"], record["niveau"], record["code"]
        found.append(Gap(*identity, record["nature"], record["explication"], years))
    return tuple(found)


def read_statements(table: Table, matrix: Matrix) -> dict[tuple[str, str], Statement]:
    """Return the expected results by (`effet` or `produit`, code)."""
    check_unique(table, _LEVEL)
    for record in table.records:
        _check_place(table, record, matrix, FRAME_PLACES)
    return {
        (record["niveau"], record["code"]): Statement(record["enonce"], record["indicateur"])
        for record in table.records
    }


def read_remarks(table: Table) -> tuple[Remark, ...]:
    """Return the slips of the print that change no amount."""
    check_unique(table, ("id",))
    return tuple(
        Remark(record["id"], record["lieu"], record["nature"], record["constat"])
        for record in table.records
    )


def read_acronyms(table: Table) -> tuple[Acronym, ...]:
    """Return the acronyms in the file's order."""
    check_unique(table, ("sigle",))
    return tuple(Acronym(record["sigle"], record["libelle"]) for record in table.records)


def read_ceilings(table: Table, matrix: Matrix) -> dict[str, tuple[Amount, ...]]:
    """Return the ceilings by axis, and under `PLAN` those of the plan (no axis in the file)."""
    check_unique(table, ("axe",), lambda record: (record["axe"] or PLAN_CODE,))
    found = {}
    for record in table.records:
        code = record["axe"] or PLAN_CODE
        if code != PLAN_CODE and ("axe", code) not in matrix.titles and matrix.table.whole:
            table.refuse(record, "axe", "code.unknown")
        found[code] = _read_years(table, record, parse_amount)
    return found


def _read_years(table: Table, record: Record, parse: Parser) -> tuple[Amount, ...]:
    return tuple(read_francs(table, record, str(year), parse) for year in table.years)


def read_francs(table: Table, record: Record, column: str, parse: Parser) -> Amount:
    """Return the amount of a cell, where `PM` has no meaning."""
    amount = read_amount(table, record, column, parse)
    if amount is PM:
        table.refuse(record, column, "amount.text")
        return None
    return amount


def _check_place(table: Table, record: Record, matrix: Matrix, places: Mapping[str, str]) -> bool:
    """Tell whether the record's level and code are known; if not, that is a finding."""
    level, code = record["niveau"], record["code"]
    if not level or not table.columns.issuperset(_LEVEL):
        return False
    if level not in places:
        table.refuse(record, "niveau", "level.unknown", expected=", ".join(places))
        return False
    place = places[level]
    if place in IN_MATRIX:
        there = (place, code) in matrix.titles or (place, code) in matrix.departed
        known = there or not matrix.table.whole
    else:
        known = code in {"", place}
    if not known and (code or "code" not in table.schema.filled):
        table.refuse(record, "code", "code.unknown")
    return known


def check_unique(
    table: Table,
    columns: Sequence[str],
    key: Callable[[Record], tuple[str, ...]] | None = None,
) -> None:
    """Find records that share a key: the texts of the columns, or what `key` makes of them."""
    if not table.columns.issuperset(columns):
        return
    first: dict[tuple[str, ...], int] = {}
    for record in table.records:
        found = key(record) if key else tuple(record[column] for column in columns)
        line = first.setdefault(found, record.line)
        if line != record.line and all(found):
            table.refuse(record, columns[-1], "key.duplicate", first=line)
