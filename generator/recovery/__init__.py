"""The plan that a copy was made from, recovered from the copy alone.

The base travels in the file: places and adopted amounts in *Activités*, base amounts and texts on
the axis sheets, what the document prints in *Rapprochement*, control totals in *Empreinte*.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from generator.labels import LANGUAGES, Language, Words
from generator.model.values import Value
from generator.plan import Action, Activity, Axis, Objective, Placed, Plan, lookup_key
from generator.reader.opened import OpenedSheet, OpenedWorkbook
from generator.reading.matrix import SCHEMA
from generator.reading.source import Source
from generator.recovery.axes import (
    ReadAxis,
    Wanted,
    axis_of,
    read_axes,
    read_decisions,
)
from generator.recovery.document import Bridges, read_acronyms
from generator.recovery.fundings import read_fundings
from generator.recovery.identity import Identity, complete, read_identity
from generator.recovery.lines import ListedLine, read_list, years_of
from generator.recovery.marks import Marks
from generator.recovery.places import settle
from generator.recovery.quarters import read_quarters
from generator.recovery.settings import read_settings
from generator.recovery.table import LostColumnsError, NotRecoveredError, find_sheet
from generator.recovery.tops import top_title
from generator.sheets.common import ACTIVITIES, RECONCILIATION, STAMP
from generator.texts import comparable

__all__ = ["NotRecoveredError", "Recovered", "recover", "recover_on"]


class Recovered(NamedTuple):
    """What a copy was made from: the source, the language, what *Empreinte* says by name.

    `axes` are its axis sheets as they were read, with the rows of their lines.
    """

    source: Source
    language: Language
    facts: dict[str, Value]
    axes: tuple[ReadAxis, ...] = ()


def recover(workbook: OpenedWorkbook, optional: Collection[str] = ()) -> Recovered:
    """Return what a copy was made from; raises `NotRecoveredError` where it does not say so.

    `optional` are the columns of marks that its axis sheets may have lost.
    """
    listed = find_sheet(workbook, ACTIVITIES)
    words = _language(listed)
    years = years_of(listed, words)
    if not years:
        raise NotRecoveredError(listed.name, "aucune année dans la ligne d'en-tête")
    found = read_list(listed, words, years)
    linked = {line.link[0] for line in found if line.link}
    links = {line.link: line.code for line in found if line.link}
    marks = Marks(words, optional, linked=links) if optional else None
    sheets = read_axes(workbook, words, years, _wanted(found), marks)
    sheets.sort(key=lambda axis: axis.table.sheet.name not in linked)
    identity = read_identity(find_sheet(workbook, STAMP), words, years)
    lines = settle(listed.name, found, sheets, _count(identity))
    axes = tuple(_read_axes(lines, sheets, words, years))
    codes = {("axe", key): axis_of(sheets, key).code(words, "axe", key) for key in _keys(lines)}
    codes |= _codes(lines, sheets, words)
    settings = read_settings(workbook, words, identity, _reserve_rows(lines))
    plan = Plan(settings, years, axes, _adopted(lines, axes, codes))
    bridges = Bridges(find_sheet(workbook, RECONCILIATION), words, years, codes)
    plan = plan._replace(
        published=bridges.published(),
        gaps=bridges.gaps(),
        remarks=bridges.remarks(),
        acronyms=read_acronyms(workbook, words),
        ceilings=identity.ceilings,
        fundings=read_fundings(workbook, words, axes),
        decisions=read_decisions(sheets, words, {own.code for own in plan.activities}),
        quarters=read_quarters(workbook, words, years),
        files=identity.files,
    )
    source = Source(plan, complete(identity.controls, plan))
    return Recovered(source, words.language, dict(identity.facts), tuple(sheets))


def recover_on(workbook: OpenedWorkbook, source: Source, optional: Collection[str]) -> Recovered:
    """Return a copy as one made from a source, whatever it says itself of its base.

    `optional` are the columns of marks that its axis sheets may have lost: rows are then known by
    their codes alone. Raises `NotRecoveredError` where the axis sheets have other titles.
    """
    plan, failures = source.plan, list[NotRecoveredError]()
    codes = {
        activity.code: lookup_key(axis.code)
        for axis in plan.axes
        for action in axis.actions
        for activity in action.activities
    }
    wanted = Wanted(codes, {axis.sheet for axis in plan.axes})
    for language in LANGUAGES:
        words = Words(language)
        try:
            marks = Marks(words, optional, codes)
            axes = read_axes(workbook, words, plan.years, wanted, marks)
        except NotRecoveredError as error:
            failures.append(error)
            continue
        return Recovered(source, language, {}, tuple(axes))
    raise min(failures, key=_lost_titles)


def _lost_titles(error: NotRecoveredError) -> float:
    """Return how many titles are not there: of two languages the copy's own misses fewer."""
    return len(error.columns) if isinstance(error, LostColumnsError) else math.inf


def _wanted(lines: Sequence[ListedLine]) -> Wanted:
    """Return what the list says of the axis sheets; one link alone may have been typed."""
    links = Counter(line.link[0] for line in lines if line.link)
    sheets = {sheet for sheet, count in links.items() if count > 1}
    return Wanted({line.code: line.axis for line in lines}, sheets)


def _language(listed: OpenedSheet) -> Words:
    """Return the words of the language that the list's title is written in."""
    title = listed.cells.get((0, 0))
    shown = comparable(str(title.value)) if title else ""
    for language in LANGUAGES:
        if comparable(Words(language)("activities.title")) == shown:
            return Words(language)
    return Words()


def _count(identity: Identity) -> int:
    """Return how many activities the matrix had; 0 where a copy does not say so."""
    return next((file.records for file in identity.files if file.name == SCHEMA.name), 0)


def _keys(lines: Sequence[ListedLine]) -> list[str]:
    """Return the keys of the axes that have a line today, in order."""
    return list(dict.fromkeys(line.axis for line in lines if line.nature != "gone"))


def _grouped(lines: Sequence[ListedLine], level: str) -> Iterator[tuple[str, list[ListedLine]]]:
    """Yield the lines by the key of a level, in the order in which the keys come first."""
    groups: dict[str, list[ListedLine]] = {}
    for line in lines:
        groups.setdefault(getattr(line, level), []).append(line)
    yield from groups.items()


def _read_axes(
    lines: Sequence[ListedLine], sheets: Sequence[ReadAxis], words: Words, years: Sequence[int]
) -> Iterator[Axis]:
    today = [line for line in lines if line.nature != "gone"]
    for key, inside in _grouped(today, "axis"):
        sheet = axis_of(sheets, key)
        code = sheet.code(words, "axe", key)
        objectives = tuple(_read_objectives(inside, [sheet, *sheets], words, years))
        title = sheet.title("axe", key) or top_title(sheet.table, words, code)
        yield Axis(code, title, sheet.table.sheet.name, objectives)


def _read_objectives(
    lines: Sequence[ListedLine], sheets: Sequence[ReadAxis], words: Words, years: Sequence[int]
) -> Iterator[Objective]:
    """Yield the objectives of an axis, whose own sheet comes first."""
    sheet = sheets[0]
    for key, inside in _grouped(lines, "objective"):
        code = sheet.code(words, "objectif", key)
        effect = sheet.statement(words, "effect", code)
        actions = tuple(_read_actions(inside, sheets, words, years))
        yield Objective(code, sheet.title("objectif", key), actions, effect)


def _read_actions(
    lines: Sequence[ListedLine], sheets: Sequence[ReadAxis], words: Words, years: Sequence[int]
) -> Iterator[Action]:
    """Yield the actions of an objective; a row that was moved to another sheet kept its base."""
    sheet = sheets[0]
    for key, inside in _grouped(lines, "action"):
        code = sheet.code(words, "action", key)
        activities = tuple(
            next((own for own in sheets if line.code in own.lines), sheet).activity(line, years)
            for line in inside
            if line.nature == "activity"
        )
        product = sheet.statement(words, "product", code)
        yield Action(code, sheet.title("action", key), activities, product)


def _codes(
    lines: Sequence[ListedLine], sheets: Sequence[ReadAxis], words: Words
) -> dict[tuple[str, str], str]:
    """Return by (level, key) the codes of objectives and actions that have a line today."""
    found = {}
    for line in lines:
        if line.nature != "gone":
            sheet = axis_of(sheets, line.axis)
            for level, key in (("objectif", line.objective), ("action", line.action)):
                if (level, key) not in found:
                    found[level, key] = sheet.code(words, level, key)
    return found


def _adopted(
    lines: Sequence[ListedLine], axes: Sequence[Axis], codes: dict[tuple[str, str], str]
) -> dict[str, Placed] | None:
    """Return the adopted activities by code; None where they are those of today, as they are."""
    today = {a.code: a for axis in axes for action in axis.actions for a in action.activities}
    adopted = {}
    for line in lines:
        if line.adopted is not None:
            total, years = line.adopted
            own = None if line.nature == "gone" else today.get(line.code)
            activity = own or Activity(line.code, *line.texts, total, years)
            adopted[line.code] = Placed(
                codes.get(("axe", line.axis), line.axis),
                codes.get(("objectif", line.objective), line.objective),
                codes.get(("action", line.action), line.action),
                activity._replace(total=total, years=years),
            )
    same = {code: placed.activity for code, placed in adopted.items()} == today
    return None if same else adopted


def _reserve_rows(lines: Sequence[ListedLine]) -> int:
    """Return how many reserve rows each action has."""
    reserves = Counter(line.action for line in lines if line.nature == "reserve")
    return max(reserves.values(), default=0)
