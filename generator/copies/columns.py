"""Columns and rows of the base that sheets lost, and what stands in for what was typed there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.copies.gathering import AxisSheet, Gathered
from generator.copies.said import say
from generator.errors import CellFinding
from generator.labels import Words
from generator.merging.facts import Key, Kind, decision_record
from generator.plan import Decision, Plan
from generator.reader.opened import OpenedWorkbook
from generator.reading.fundings import FUNDINGS
from generator.recovery import Recovered
from generator.recovery.axes import axis_titles
from generator.recovery.fundings import lost_fundings
from generator.recovery.marks import DECIDED, KEYS
from generator.recovery.quarters import lost_quarters
from generator.recovery.titles import match_folded
from generator.sheets.common import FINANCING, WORK_PLAN

FIELDS = dict(zip(DECIDED, ("statut", "motif"), strict=True))
"""By column of inputs that may be lost the field that stands there."""

UNREAD = ("total_cost", "changed", "sum")
PUBLISHED = ("published", "gap", "compared")
"""Columns that no import reads; those of published totals are not on every plan's sheets."""


def say_lost_columns(gathered: Gathered, sheet: AxisSheet, *, is_published: bool) -> None:
    """Say of the columns that were put back, and of those that nothing reads, what they are."""
    titles = axis_titles(sheet.words, sheet.years)
    lost: dict[str, list[str]] = {}
    for key in sheet.read.unmarked:
        lost.setdefault(_kind(key), []).append(titles[key])
    if unread := list(missing_unread(sheet, is_published=is_published)):
        lost["column.gone"] = unread
    for kind, names in lost.items():
        shown = ", ".join(f"« {name} »" for name in names)
        gathered.say(kind, sheet.read.table.sheet.name, "", shown)


def _kind(key: str) -> str:
    """Return what is said of a lost column."""
    if key in FIELDS:
        return "decisions.gone"
    return "marks.gone" if key in KEYS else "bases.gone"


def missing_unread(sheet: AxisSheet, *, is_published: bool) -> Iterator[str]:
    """Yield the titles that are not in the header though nothing reads their columns."""
    keys = (*UNREAD, *PUBLISHED) if is_published else UNREAD
    titles = {key: sheet.words(f"axis.{key}") for key in keys}
    known = match_folded(sheet.read.table.titles, titles).columns
    yield from (title for key, title in titles.items() if key not in known)


def keep_decisions(gathered: Gathered, sheet: AxisSheet, decisions: Mapping[str, Decision]) -> None:
    """Have the copy say what its base says of a status or a reason whose column is lost."""
    lost = [field for key, field in FIELDS.items() if key in sheet.read.unmarked]
    for code in _standing(sheet) if lost else ():
        if code in decisions:
            key, base = Key(Kind.DECISION, code), decision_record(decisions[code])
            kept = {field: base[field] for field in lost}
            gathered.put(key, {**gathered.revised.get(key, {}), **kept})


def count_lost_fundings(plan: Plan) -> int:
    """Return how many fundings of its file a recovered plan has no longer: their rows are lost."""
    counts = (file.records for file in plan.files if file.name == FUNDINGS.name)
    return max(0, next(counts, 0) - sum(funding is not None for funding in plan.fundings))


def _standing(sheet: AxisSheet) -> Iterable[str]:
    """Return the codes of the sheet's activities, those too that were typed again."""
    return [*sheet.codes.values(), *sheet.added.values()]


def find_lost_bases(recovered: Recovered, workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield what the work plan and the register lost of their base.

    An error unless the copy is held against another one.
    """
    plan, words = recovered.source.plan, Words(recovered.language)
    for sheet in workbook.sheets:
        lost: tuple[str, ...] = ()
        if sheet.name == WORK_PLAN:
            lost = lost_quarters(sheet, words, plan.years, plan.work_year)
        elif sheet.name == FINANCING:
            lost = lost_fundings(sheet, words)
        if lost:
            kind = "base.lost" if recovered.facts else "bases.gone"
            yield say(kind, sheet.name, "", ", ".join(f"« {title} »" for title in lost))
