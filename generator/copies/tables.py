"""The other inputs of a copy: ceilings, credits and pledges, parameters, what it says of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from generator.copies.fundings import read_fundings
from generator.copies.gathering import Gathered
from generator.copies.parameters import read_parameters
from generator.copies.quarters import read_quarters
from generator.copies.values import ABSENT, Reader, as_text
from generator.labels import Words
from generator.merging.facts import (
    WORK_YEAR,
    Key,
    Kind,
    facts_of,
)
from generator.merging.threeway import WHOLE
from generator.plan import PLAN_CODE, Plan
from generator.reader.opened import OpenedWorkbook
from generator.recovery import Recovered
from generator.recovery.table import missing_titles, read_titled
from generator.rules import opencells
from generator.rules.layout import find_sheet, known, text_of
from generator.sheets.common import COVER, FINANCING, PARAMETERS, SUMMARY, WORK_PLAN
from generator.texts import comparable, show_some

KINDS = {
    SUMMARY: {Kind.CEILING},
    FINANCING: {Kind.FUNDING},
    PARAMETERS: {Kind.SETTING, Kind.RATE},
    WORK_PLAN: {Kind.QUARTERS},
}
"""What officers type by sheet; the year of the work plan is a setting."""

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
        FINANCING: read_fundings,
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
        amounts = [reader.figure(row, *cell) for cell in zip(cols, base, strict=True)]
        key = Key(Kind.CEILING, code)
        gathered.put(key, dict(zip(map(str, plan.years), amounts, strict=True)))
        gathered.places[key, WHOLE] = reader.place(row, cols[0])
        for year, col in zip(plan.years, cols, strict=True):
            gathered.places[key, str(year)] = reader.place(row, col)
    lost = [name for code, name in names.items() if code not in rows]
    return [words("ceilings.ceiling", name=name) for name in lost]


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
