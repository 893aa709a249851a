"""The register of *Financement* in a copy: the State's credits and the partners' pledges now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.copies.gathering import Gathered
from generator.copies.values import Reader
from generator.fundings import FUNDING_STATUSES
from generator.labels import Words
from generator.merging.facts import (
    Key,
    Value,
    funding_code,
    funding_records,
    fundings_of,
    is_same,
)
from generator.merging.threeway import WHOLE
from generator.model.addresses import cell_name
from generator.plan import Plan
from generator.reader.opened import OpenedWorkbook
from generator.reading.codes import alike_key
from generator.recovery.fundings import lost_fundings, register
from generator.recovery.table import TitledSheet
from generator.sheets import pledges
from generator.texts import comparable

COLUMNS = {
    "bailleur": "funder", "axe": "axis", "annee": "year", "reference": "reference",
    "montant": "amount", "statut": "status",
}  # fmt: skip
"""The columns of the register, by field."""

Funded = Mapping[str, Value | None]
"""The fields of a funding, blank ones too."""


class Register(NamedTuple):
    """The register under its header, and what may stand in it.

    `axes` are the codes by sheet, `statuses` the words of the file by the workbook's.
    """

    reader: Reader
    table: TitledSheet
    years: tuple[int, ...]
    axes: Mapping[str, str]
    statuses: Mapping[str, str]


def read_fundings(
    gathered: Gathered, plan: Plan, words: Words, _workbook: OpenedWorkbook, reader: Reader
) -> Sequence[str]:
    """Gather what the register says; return the titles that it cannot be read without.

    A row that must be put right says what its base does.
    """
    table = register(reader.sheet, words, live=True)
    if table is None:
        return lost_fundings(reader.sheet, words, live=True) or (words("pledges.funder"),)
    cols = [table.columns[field] for field in pledges.FIELDS]
    reader.say_merged(range(table.header + 1, table.last + 1), cols)
    known = _place_known(gathered, plan, reader, table)
    axes = {comparable(axis.sheet): axis.code for axis in plan.axes}
    own = Register(reader, table, plan.years, axes, _statuses(words))
    read: list[tuple[int, Funded]] = []
    for row in range(table.header + 1, table.last + 1):
        filled = [col for col in cols if reader.is_filled(row, col)]
        if filled and table.amount(row, "rank") is None:
            reader.say("funding.below", row, filled[0], table.text(row, "funder"))
        elif filled:
            made = known[row][1] if row in known else None
            if record := _read_row(own, row, made):
                read.append((row, record))
    kept = {row for row, now in read if row in known and known[row][0].code == funding_code(now)}
    read.sort(key=lambda found: found[0] not in kept)
    standing: dict[str, str] = {}
    keyed = funding_records(record for _, record in read)
    for (key, record), (row, _) in zip(keyed, read, strict=True):
        gathered.put(key, record)
        gathered.places[key, WHOLE] = reader.place(row, table.columns["funder"])
        first = standing.setdefault(alike_key(funding_code(record)), gathered.places[key, WHOLE])
        if first != gathered.places[key, WHOLE]:
            told = f"{record['bailleur']}, comme en {first}"
            reader.say("funding.twice", row, table.columns["funder"], told)
        for field, column in COLUMNS.items():
            gathered.places[key, field] = reader.place(row, table.columns[column])
        _keep_origin(gathered, known.get(row), key, record)
    return ()


def _place_known(
    gathered: Gathered, plan: Plan, reader: Reader, table: TitledSheet
) -> Mapping[int, tuple[Key, Funded]]:
    """Return by row the funding that it was made with, and keep where each stood.

    That is where a blank row deletes it. Of a row and its copies, the first one counts.
    """
    ranks = [rank for rank, funding in enumerate(plan.fundings, start=1) if funding]
    known = dict(zip(ranks, fundings_of(plan), strict=True))
    found = {
        row: known.pop(rank)
        for row in table.rows
        if (rank := table.amount(row, "rank")) in known and rank is not None
    }
    for row, (key, _) in found.items():
        gathered.places[key, WHOLE] = reader.place(row, table.columns["funder"])
    return found


def _read_row(own: Register, row: int, made: Funded | None) -> Funded | None:
    """Return the fields of a row of the register; where it is wrong, those that it was made with.

    None is a row that is wrong and was blank.
    """
    reader, col = own.reader, own.table.columns
    said = len(reader.findings)
    texts = {key: reader.text(row, col[key]) for key in ("axis", "funder", "status", "reference")}
    base = made["montant"] if made else None
    year = reader.figure(row, col["year"])
    amount = reader.figure(row, col["amount"], base if isinstance(base, int) else None)
    axis = own.axes.get(comparable(texts["axis"]), "")
    if texts["axis"] and not axis:
        reader.say("funding.axis", row, col["axis"], texts["axis"])
    if year is not None and year not in own.years:
        reader.say("funding.year", row, col["year"], str(year))
    status = own.statuses.get(comparable(texts["status"]).casefold(), "")
    if texts["status"] and not status:
        reader.say("status.unknown", row, col["status"], texts["status"])
    wrong = {found.cell for found in reader.findings[said:] if found.severity == "erreur"}
    needed = {**texts, "year": year, "amount": amount}
    lacking = {
        cell_name(row, col[key])
        for key in ("funder", "year", "amount", "status")
        if needed[key] in {None, ""}
    }
    if lacking - wrong:
        reader.say("funding.partial", row, col["funder"], texts["funder"])
    if lacking or wrong:
        return made
    return {
        "bailleur": texts["funder"],
        "axe": axis,
        "annee": year,
        "montant": amount,
        "statut": status,
        "reference": texts["reference"],
    }


def _statuses(words: Words) -> dict[str, str]:
    """Return by the workbook's word for a status the one that its file has."""
    pairs = zip(pledges.STATUSES, FUNDING_STATUSES, strict=True)
    return {comparable(words(f"word.{key}")).casefold(): status for key, status in pairs}


def _keep_origin(
    gathered: Gathered, made: tuple[Key, Funded] | None, key: Key, now: Funded
) -> None:
    """Note the key that a row had in the base, where it has another one now.

    The base stands on the row: it is the same funding, under another axis or reference. With
    another funder and another amount, the row was used again, for another funding.
    """
    if made is None or made[0] == key:
        return
    if any(is_same(made[1].get(field), now.get(field)) for field in ("bailleur", "montant")):
        gathered.corrected[key] = made[0]
