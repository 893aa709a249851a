"""The other inputs of a copy: ceilings, credits and pledges, parameters, what it says of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from generator.copies.gathering import Gathered
from generator.copies.parameters import read_parameters
from generator.copies.quarters import read_quarters
from generator.copies.values import ABSENT, Reader, as_text
from generator.fundings import FUNDING_STATUSES
from generator.labels import Words
from generator.merging.facts import (
    WORK_YEAR,
    Key,
    Kind,
    Value,
    facts_of,
    funding_code,
    funding_records,
    fundings_of,
)
from generator.merging.threeway import WHOLE
from generator.plan import PLAN_CODE, Plan
from generator.reader.opened import OpenedWorkbook
from generator.reading.codes import alike_key
from generator.recovery import Recovered
from generator.recovery.fundings import lost_fundings, register
from generator.recovery.table import TitledSheet, missing_titles, read_titled
from generator.rules import opencells
from generator.rules.layout import find_sheet, known, text_of
from generator.sheets import pledges
from generator.sheets.common import COVER, FINANCING, PARAMETERS, SUMMARY, WORK_PLAN
from generator.texts import comparable, show_some

KINDS = {
    SUMMARY: {Kind.CEILING},
    FINANCING: {Kind.FUNDING},
    PARAMETERS: {Kind.SETTING, Kind.RATE},
    WORK_PLAN: {Kind.QUARTERS},
}
"""What officers type by sheet; the year of the work plan is a setting."""

COLUMNS = {
    "bailleur": "funder", "axe": "axis", "annee": "year", "reference": "reference",
    "montant": "amount", "statut": "status",
}  # fmt: skip
"""The columns of the register, by field."""

Missing = Sequence[str]
"""What a sheet cannot be read without; none where it was read."""


def read_tables(
    gathered: Gathered, recovered: Recovered, workbook: OpenedWorkbook, *, forced: bool = False
) -> None:
    """Gather what the sheets that are no axis say now; a sheet that is gone is a finding.

    It says nothing: its inputs stay as the base has them. That is an error unless `forced`.
    """
    plan, words = recovered.source.plan, Words(recovered.language)
    readings: dict[str, Callable[[Gathered, Plan, Words, OpenedWorkbook, Reader], Missing]] = {
        SUMMARY: _read_ceilings,
        FINANCING: _read_fundings,
        PARAMETERS: read_parameters,
        WORK_PLAN: _read_work_plan,
    }
    for name, read in readings.items():
        sheet = find_sheet(workbook, name)
        reader = Reader(sheet) if sheet else None
        missing = read(gathered, plan, words, workbook, reader) if reader else ()
        if reader is None or missing:
            kind = "sheet.unread" if forced else "sheet.absent"
            gathered.say(kind, name, "", show_some([f"« {title} »" for title in missing]))
            _keep_base(gathered, plan, name)
        if reader:
            gathered.findings.extend(reader.findings)


def _keep_base(gathered: Gathered, plan: Plan, name: str) -> None:
    """Have the copy say of a sheet's inputs what its base says."""
    kinds, year = KINDS[name], Key(Kind.SETTING, WORK_YEAR)
    for key, record in facts_of(plan).items():
        own = name == WORK_PLAN if key == year else key.kind in kinds
        attached = key.kind is not Kind.QUARTERS or key.code not in gathered.gone
        if own and attached:
            gathered.revised[key] = record


def _read_ceilings(
    gathered: Gathered, plan: Plan, words: Words, _workbook: OpenedWorkbook, reader: Reader
) -> Missing:
    titles = {"label": words("summary.label")} | {f"y{year}": str(year) for year in plan.years}
    table = read_titled(reader.sheet, titles)
    if table is None:
        return missing_titles(reader.sheet, titles)
    reader.say_titles(table)
    names = {axis.code: words("ceilings.axis", sheet=axis.sheet) for axis in plan.axes}
    names[PLAN_CODE] = words("ceilings.plan")
    labels = {comparable(words("ceilings.ceiling", name=name)): c for c, name in names.items()}
    found = {row: comparable(table.text(row, "label")) for row in table.rows}
    rows = {labels[label]: row for row, label in found.items() if label in labels}
    cols = [table.columns[f"y{year}"] for year in plan.years]
    reader.say_merged(sorted(rows.values()), cols)
    for code, row in rows.items():
        base = plan.ceilings.get(code) or [None] * len(cols)
        typed = [reader.amount(row, *cell) for cell in zip(cols, base, strict=True)]
        key = Key(Kind.CEILING, code)
        amounts = [amount if isinstance(amount, int) else None for amount in typed]
        gathered.put(key, dict(zip(map(str, plan.years), amounts, strict=True)))
        gathered.places[key, WHOLE] = reader.place(row, cols[0])
        for year, col in zip(plan.years, cols, strict=True):
            gathered.places[key, str(year)] = reader.place(row, col)
    lost = [name for code, name in names.items() if code not in rows]
    return [words("ceilings.ceiling", name=name) for name in lost]


def _read_fundings(
    gathered: Gathered, plan: Plan, words: Words, _workbook: OpenedWorkbook, reader: Reader
) -> Missing:
    table = register(reader.sheet, words, live=True)
    if table is None:
        return lost_fundings(reader.sheet, words, live=True) or (words("pledges.funder"),)
    cols = [table.columns[field] for field in pledges.FIELDS]
    reader.say_merged(range(table.header + 1, table.last + 1), cols)
    read, standing = [], dict[str, str]()
    for row in range(table.header + 1, table.last + 1):
        filled = [col for col in cols if reader.is_filled(row, col)]
        if not filled:
            continue
        if table.amount(row, "rank") is None:
            reader.say("funding.below", row, filled[0], table.text(row, "funder"))
        elif record := _read_funding(reader, table, plan, words, row):
            read.append((row, record))
    known = _place_known_fundings(gathered, plan, reader, table)
    kept = {row for row, own in read if row in known and known[row].code == funding_code(own)}
    read.sort(key=lambda own: own[0] not in kept)
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
        if (made := known.get(row, key)) != key:
            gathered.corrected[key] = made
    return ()


def _place_known_fundings(
    gathered: Gathered, plan: Plan, reader: Reader, table: TitledSheet
) -> Mapping[int, Key]:
    """Keep where each funding of the base stood: that is where a blank row deletes it.

    Return it by row; of a row and its copies, the first one counts.
    """
    ranks = [rank for rank, funding in enumerate(plan.fundings, start=1) if funding]
    known = {rank: key for rank, (key, _) in zip(ranks, fundings_of(plan), strict=True)}
    found = {
        row: known.pop(rank)
        for row in table.rows
        if (rank := table.amount(row, "rank")) in known and rank is not None
    }
    for row, key in found.items():
        gathered.places[key, WHOLE] = reader.place(row, table.columns["funder"])
    return found


def _read_funding(
    reader: Reader, table: TitledSheet, plan: Plan, words: Words, row: int
) -> dict[str, Value | None] | None:
    """Return the fields of a row of the register, None where it is incomplete or odd."""
    said = len(reader.findings)
    col = table.columns
    texts = {key: reader.text(row, col[key]) for key in ("axis", "funder", "status", "reference")}
    rank = table.amount(row, "rank") or 0
    made = plan.fundings[rank - 1] if 0 < rank <= len(plan.fundings) else None
    year = reader.amount(row, col["year"])
    amount = reader.amount(row, col["amount"], made.amount if made else None)
    axes = {comparable(axis.sheet): axis.code for axis in plan.axes}
    axis = axes.get(comparable(texts["axis"]), "")
    if texts["axis"] and not axis:
        reader.say("funding.axis", row, col["axis"], texts["axis"])
    if year is not None and year not in plan.years:
        reader.say("funding.year", row, col["year"], str(year))
    status = _status(words, texts["status"])
    if texts["status"] and not status:
        reader.say("status.unknown", row, col["status"], texts["status"])
    if year is None or not isinstance(amount, int) or not texts["funder"] or not texts["status"]:
        reader.say("funding.partial", row, col["funder"], texts["funder"])
    if any(finding.severity == "erreur" for finding in reader.findings[said:]):
        return None
    return {
        "bailleur": texts["funder"],
        "axe": axis,
        "annee": year if isinstance(year, int) else None,
        "montant": amount if isinstance(amount, int) else None,
        "statut": status,
        "reference": texts["reference"],
    }


def _status(words: Words, shown: str) -> str:
    """Return the status of a funding as its file writes it; "" where it is none."""
    pairs = zip(pledges.STATUSES, FUNDING_STATUSES, strict=True)
    known = {comparable(words(f"word.{key}")).casefold(): status for key, status in pairs}
    return known.get(comparable(shown).casefold(), "")


def _read_work_plan(
    gathered: Gathered, plan: Plan, words: Words, _workbook: OpenedWorkbook, reader: Reader
) -> Missing:
    return read_quarters(gathered, plan, words, reader)


def read_origin(workbook: OpenedWorkbook) -> Mapping[str, str]:
    """Return what a copy says of itself: who filled it, for which service, the date, the version.

    Blank answers are left out.
    """
    sheet = find_sheet(workbook, COVER)
    if sheet is None:
        return {}
    keys = {text: key for key in opencells.COPY for text in known(f"cover.copy.{key}")}
    found = {}
    for (row, col), cell in sheet.cells.items():
        if col == 0 and (key := keys.get(text_of(cell))):
            found[key] = as_text(sheet.cells.get((row, 1), ABSENT)).strip()
    return {key: text for key, text in found.items() if text}
