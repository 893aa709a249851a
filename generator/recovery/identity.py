"""*Empreinte* of a copy: which plan, which files, which control totals it was made with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from generator.labels import LANGUAGES, Words
from generator.model.values import Value
from generator.plan import PLAN_CODE, Activity, Amount, Plan, Rate, SourceFile
from generator.reader.opened import OpenedSheet, OpenedWorkbook
from generator.reading.totals import Controls
from generator.recovery.table import NotRecoveredError, TitledSheet, find_sheet, need_titled
from generator.sheets.common import STAMP

_DIGEST = re.compile(r"[0-9a-f]{64}")
_COUNT = re.compile(r"[0-9]+")


class Identity(NamedTuple):
    """What *Empreinte* says: facts by name, files of the source, control totals, settings."""

    facts: Mapping[str, Value]
    files: tuple[SourceFile, ...]
    controls: Controls
    ceilings: Mapping[str, tuple[Amount, ...]]
    aliases: Mapping[str, str]
    rates: tuple[Rate, ...]


def read_identity(sheet: OpenedSheet, words: Words, years: Sequence[int]) -> Identity:
    """Return the identity of a copy; a sheet without its header is a failure."""
    titles = {key: words(f"stamp.{key}") for key in ("item", "label", "text", "total")}
    titles |= {f"y{year}": str(year) for year in years}
    table = need_titled(sheet, titles)
    rows = [row for row in table.rows if table.text(row, "item")]
    files = [_read_file(table, row) for row in rows if _DIGEST.fullmatch(table.text(row, "text"))]
    named = {words("stamp.alias"), words("stamp.rate")}
    known = [row for row in rows if table.text(row, "label") not in named]
    facts = {table.text(row, "item"): table.value(row, "text") for row in known}
    base, adopted = (
        _read_controls(table, rows, words(f"stamp.{kind}"), years) for kind in ("base", "adopted")
    )
    ceilings = {
        table.text(row, "item"): tuple(table.amount(row, f"y{year}") for year in years)
        for row in rows
        if table.text(row, "label") == words("stamp.ceiling")
    }
    given = {code: amounts for code, amounts in ceilings.items() if any_given(amounts)}
    aliases = {
        table.text(row, "item"): table.text(row, "text")
        for row in rows
        if table.text(row, "label") == words("stamp.alias")
    }
    rates = [
        Rate(table.text(row, "item"), worth, table.text(row, "text"))
        for row in rows
        if table.text(row, "label") == words("stamp.rate")
        and (worth := _rate(table.value(row, "total")))
    ]
    return Identity(facts, tuple(files), Controls(base, adopted), given, aliases, tuple(rates))


def _rate(value: Value) -> float:
    """Return a rate of exchange, 0 for what is none."""
    known = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if known and value > 0 else 0.0  # type: ignore[arg-type, operator] # known


def any_given(amounts: Sequence[Amount]) -> bool:
    """Tell whether some year has an amount."""
    return any(amount is not None for amount in amounts)


def _read_file(table: TitledSheet, row: int) -> SourceFile:
    count = _COUNT.search(table.text(row, "label"))
    digest = table.text(row, "text")
    return SourceFile(table.text(row, "item"), digest, int(count[0]) if count else 0)


def read_files(workbook: OpenedWorkbook, years: Sequence[int]) -> tuple[SourceFile, ...]:
    """Return the files that a copy says to be made from; none where it does not say so."""
    for language in LANGUAGES:
        with suppress(NotRecoveredError):
            return read_identity(find_sheet(workbook, STAMP), Words(language), years).files
    return ()


def _read_controls(
    table: TitledSheet, rows: Sequence[int], label: str, years: Sequence[int]
) -> dict[str, dict[str, int]]:
    """Return by axis code and for the plan the control totals of one kind."""
    keys = {"total": "total"} | {f"y{year}": str(year) for year in years}
    return {
        table.text(row, "item"): {name: table.amount(row, key) or 0 for key, name in keys.items()}
        for row in rows
        if table.text(row, "label") == label
    }


def complete(controls: Controls, plan: Plan) -> Controls:
    """Return the control totals of the plan and of each axis; what a copy lost is added up."""
    places = plan.adopted
    adopted = (
        [(placed.axis, placed.activity) for placed in places.values()] if places else _today(plan)
    )
    return Controls(
        _completed(controls.base, _today(plan), plan.years),
        _completed(controls.adopted, adopted, plan.years),
    )


def _today(plan: Plan) -> list[tuple[str, Activity]]:
    return [
        (axis.code, activity)
        for axis in plan.axes
        for action in axis.actions
        for activity in action.activities
    ]


def _completed(
    known: Mapping[str, Mapping[str, int]],
    activities: Sequence[tuple[str, Activity]],
    years: Sequence[int],
) -> dict[str, Mapping[str, int]]:
    codes = dict.fromkeys([*[code for code, _ in activities], PLAN_CODE])
    found = {}
    for code in (*[code for code in known if code in codes], *codes):
        inside = [own for axis, own in activities if code in {axis, PLAN_CODE}]
        found[code] = known.get(code) or _added_up(inside, years)
    return found


def _added_up(activities: Sequence[Activity], years: Sequence[int]) -> dict[str, int]:
    totals = [own.total for own in activities]
    found = {"total": sum(total for total in totals if isinstance(total, int))}
    for place, year in enumerate(years):
        found[str(year)] = sum(own.years[place] or 0 for own in activities)
    return found
