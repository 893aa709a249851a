"""What the cells that differ by definition are worth: the bridges, the marks, the alerts."""

from __future__ import annotations

import math
from collections.abc import Iterator

from generator.labels import Words
from tests.engines.values import Value
from tests.proof.agreement import Agreement, Reading

RECONCILIATION, CHECKS, ACTIVITIES = "Rapprochement", "Contrôles", "Activités"
REGISTER = "Ajustements"


def broken_identities(case: Agreement) -> list[str]:
    """Return one line for each identity that does not hold."""
    return [*_bases(case), *_marks(case), *_bridges(case), *_register(case), *_alerts(case)]


def _years(case: Agreement) -> list[tuple[str, str]]:
    """Return the columns of the live amounts, and that of the base of each."""
    years = case.before.built.source.plan.years
    return [("total", "base_total"), *[(f"y{year}", f"b{year}") for year in years]]


def _listed_rows(case: Agreement, sheet: str) -> Iterator[str]:
    """Yield the rows of a sheet that hold amounts: activities, reserve rows, totals."""
    codes = {activity.code for activity in case.before.built.source.plan.activities}
    for row in case.before.rows(sheet):
        total = row.startswith(("action:", "objectif:", "total", "reserve:", "gone:"))
        if total or row in codes:
            yield row


def _bases(case: Agreement) -> Iterator[str]:
    """The base stands still while one edits; the rebuilt base is what the edited amounts were."""
    for sheet in [*case.before.axes, ACTIVITIES]:
        for row in _listed_rows(case, sheet):
            other = case.row_in_rebuilt(row)
            for live, base in _years(case):
                was, now = case.before.at(sheet, row, base), case.edited.at(sheet, row, base)
                if was != now:
                    yield f"{sheet} {row} {base}: {now!r}, not {was!r} any more"
                edited, rebuilt = (
                    case.edited.at(sheet, row, live),
                    case.rebuilt.at(sheet, other, base),
                )
                if edited != rebuilt:
                    yield f"{sheet} {row}: live {edited!r}, rebuilt {base} {rebuilt!r}"


def _marks(case: Agreement) -> Iterator[str]:
    """A row says that it changed where a year does, or is no longer blank; none does rebuilt."""
    word = Words()("word.changed")
    for sheet, row in _lines(case):
        expected = word if _has_changed(case, sheet, row) else ""
        found = case.edited.at(sheet, row, "changed")
        again = case.rebuilt.at(sheet, case.row_in_rebuilt(row), "changed")
        if (found, again) != (expected, ""):
            yield f"{sheet} {row}: marked {found!r} and {again!r}, expected {expected!r} and ''"


def _lines(case: Agreement) -> Iterator[tuple[str, str]]:
    """Yield sheet and row of the activities and reserve rows on the axis sheets."""
    for sheet in case.before.axes:
        for row in _listed_rows(case, sheet):
            if case.before.at(sheet, row, "line") == 1:
                yield sheet, row


def _has_changed(case: Agreement, sheet: str, row: str) -> bool:
    live, base = (
        [case.edited.at(sheet, row, pair[side]) for pair in _years(case)[1:]] for side in (0, 1)
    )
    same = [(now or 0) == (was or 0) for now, was in zip(live, base, strict=True)]
    return not all(same) or live.count(None) != base.count(None)


def _register(case: Agreement) -> Iterator[str]:
    """The register lists what changed, in the plan's order, and adds up what moved."""
    listed, again = _listed(case.edited), _listed(case.rebuilt)
    moved = dict.fromkeys([live for live, _ in _years(case)[1:]], 0.0)
    changed = []
    for sheet, row in _lines(case):
        if _has_changed(case, sheet, row):
            changed.append(case.edited.at(ACTIVITIES, row, "code"))
        for live, base in _years(case)[1:]:
            now, was = case.edited.at(sheet, row, live), case.edited.at(sheet, row, base)
            moved[live] += _number(now or 0) - _number(was or 0)
    if (listed, again) != (changed, []):
        yield f"register: {listed} and {again}, expected {changed} and nothing"
    for live, expected in moved.items():
        for row in ("registered", "transfers"):
            found = _number(case.edited.at(REGISTER, row, live))
            if found != expected:
                yield f"register, {row} {live}: {found}, expected {expected}"


def _listed(book: Reading) -> list[Value | None]:
    """Return the codes that the register shows, from the top."""
    rows = [row for row in book.rows(REGISTER) if row.startswith("line:")]
    codes = [book.at(REGISTER, row, "code") for row in rows]
    return [code for code in codes if code not in (None, "")]


def _bridges(case: Agreement) -> Iterator[str]:
    """Adjustments become validated changes, to the franc, and the live amounts the base."""
    rows = [row for row in case.before.rows(RECONCILIATION) if row.endswith(":adjusted")]
    for entity in (row.removesuffix(":adjusted") for row in rows):
        for col, _ in _years(case):
            for name, (found, expected) in _bridge(case, entity, col).items():
                if found != expected:
                    yield f"{entity} {col}, {name}: {found}, expected {expected}"


def _bridge(case: Agreement, entity: str, col: str) -> dict[str, tuple[float, float]]:
    """Return what is found in a column of a bridge, and what is expected there."""

    def worth(book: Reading, measure: str) -> float:
        return _number(book.at(RECONCILIATION, f"{entity}:{measure}", col))

    adjusted, live = worth(case.edited, "adjusted"), worth(case.edited, "live")
    base, validated = worth(case.before, "base"), worth(case.before, "validated")
    return {
        "base": (worth(case.edited, "base"), base),
        "validated changes": (worth(case.edited, "validated"), validated),
        "adjustments": (adjusted, live - base),
        "rebuilt validated changes": (worth(case.rebuilt, "validated"), validated + adjusted),
        "rebuilt base": (worth(case.rebuilt, "base"), live),
        "rebuilt adjustments": (worth(case.rebuilt, "adjusted"), 0.0),
    }


def _number(value: Value | None) -> float:
    return float(value) if isinstance(value, (int, float)) else math.nan


def _alerts(case: Agreement) -> Iterator[str]:
    """Three alerts count what was edited, and each sheet counts its alerts."""
    changed: dict[str, int] = dict.fromkeys(case.before.axes, 0)
    costless = dict(changed)
    for sheet, row in _lines(case):
        changed[sheet] += _has_changed(case, sheet, row)
        empty = row in case.renamed and case.edited.at(sheet, row, "total") == 0
        costless[sheet] += empty
    for sheet, count in changed.items():
        yield from _counted(case, sheet, "changed", (count, 0))
        after = _alert(case.rebuilt, sheet, "costless")
        yield from _counted(case, sheet, "costless", (after - costless[sheet], after))
    yield from _counted(case, ACTIVITIES, "added", (len(case.renamed), 0))
    yield from _balances(case.edited)
    yield from _balances(case.rebuilt)


def _counted(
    case: Agreement, sheet: str, name: str, expected: tuple[float, float]
) -> Iterator[str]:
    found = _alert(case.edited, sheet, name), _alert(case.rebuilt, sheet, name)
    if found != expected:
        yield f"{sheet}, alert {name}: {found}, expected {expected}"


def _alert(book: Reading, sheet: str, name: str) -> float:
    """Return what an alert of a sheet counts."""
    label = Words()(f"check.{name}")
    for row in _checks(book):
        if (book.at(CHECKS, row, "sheet"), book.at(CHECKS, row, "label")) == (sheet, label):
            return _number(book.at(CHECKS, row, "total"))
    return math.nan


def _checks(book: Reading) -> list[str]:
    return [row for row in book.rows(CHECKS) if row.startswith("check:")]


def _balances(book: Reading) -> Iterator[str]:
    """The alerts that a sheet counts are those that are raised on it."""
    raised: dict[object, float] = {}
    for row in _checks(book):
        if book.at(CHECKS, row, "kind") == Words()("word.alert"):
            sheet = book.at(CHECKS, row, "sheet")
            cols = [col for col in book.columns(CHECKS) if col == "total" or col.startswith("y")]
            found = [book.at(CHECKS, row, col) for col in cols]
            result = _number(book.at(CHECKS, row, "result"))
            raised[sheet] = raised.get(sheet, 0) + result
            if result != any(value not in {None, 0} for value in found):
                yield f"alert {row}: {found} gives {result}"
    for name, expected in raised.items():
        counted = _number(book.at(CHECKS, f"count:{name}", "state"))
        if counted != expected:
            yield f"alerts of {name}: {counted}, expected {expected}"
