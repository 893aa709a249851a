"""What a copy does not say of its base, settled by the plan as it is now: rows lost, amounts."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping

from generator.copies.reading import ReadCopy
from generator.copies.said import say
from generator.copies.texts import other_texts
from generator.errors import CellFinding
from generator.merging.edits import is_cost
from generator.merging.facts import TEXTS, Facts, Key, Kind, Record, Value
from generator.plan import Plan
from generator.reading.decisions import DECISIONS
from generator.reading.matrix import SCHEMA
from generator.texts import show_number

Earlier = Mapping[tuple[str, str], Collection[Value | None]]
"""By code of an activity and field what it was before; None is a blank."""


def settle_lost(copy: ReadCopy, current: Facts, same: Container[str]) -> ReadCopy:
    """Return the copy with a base for the rows that it lost; `same` are files unchanged since.

    A deleted row took its base along. Where the copy was made from the matrix as it is, that is
    the base. Else what was adopted stands in the list: where the plan says the same now, that is
    what was deleted; if not, the base is left as it is, and clashes with the plan. What was decided
    of it is in view only where the file of statuses is unchanged.
    """
    if not copy.lost or copy.plan is None:
        return copy
    base = dict(copy.version.base)
    for code in copy.lost:
        key = Key(Kind.ACTIVITY, code)
        held, adopted = current.get(key), (copy.plan.adopted or {}).get(code)
        if held is None:
            base.pop(key, None)
        elif (
            SCHEMA.name in same
            or adopted is None
            or _has_amounts(held, copy.plan, adopted.activity.years)
        ):
            base[key] = held
        decided = Key(Kind.DECISION, code)
        if decided in current and DECISIONS.name in same:
            base[decided] = current[decided]
    left = {code for code in copy.lost if Key(Kind.ACTIVITY, code) not in current}
    findings = tuple(_of_today(finding, left) for finding in copy.findings)
    settled = copy._replace(version=copy.version._replace(base=base), findings=findings)
    return _with_texts_kept(settled, current)


def _of_today(finding: CellFinding, left: Container[str]) -> CellFinding:
    """Return what is said of a deleted row: nothing is to be confirmed of one that is no more.

    `left` are those of the deleted that the plan has under no code; one renamed since it still has.
    """
    is_left = finding.rule == "activity.gone" and finding.found in left
    return say("activity.left", finding.sheet, "", finding.found) if is_left else finding


def settle_wrong(copy: ReadCopy) -> ReadCopy:
    """Return the copy where each cell that must be put right says what its base does.

    What is listed beside the errors then is what was typed, and no amount that seems emptied.
    """
    wrong = {f"{own.sheet}!{own.cell}" for own in copy.findings if own.severity == "erreur"}
    base, revised = copy.version.base, dict(copy.version.revised)
    for (key, field), place in copy.version.places.items():
        if place not in wrong or key not in base:
            continue
        kept = {name: own for name, own in revised.get(key, {}).items() if name != field}
        known = base[key]
        revised[key] = {**kept, field: known[field]} if field in known else kept
        if not revised[key]:
            del revised[key]
    return copy._replace(version=copy.version._replace(revised=revised))


def _with_texts_kept(copy: ReadCopy, current: Facts) -> ReadCopy:
    """Return the copy with the plan's texts on rows typed anew; another label is an error."""
    revised, said = dict(copy.version.revised), list[CellFinding]()
    for code in copy.retyped:
        key = Key(Kind.ACTIVITY, code)
        held, record = current.get(key), revised.get(key, {})
        if held is None:
            continue
        said += other_texts(copy, key, (record, held))
        kept = {name: value for name, value in record.items() if name not in TEXTS}
        revised[key] = {**{name: held[name] for name in TEXTS if name in held}, **kept}
    version = copy.version._replace(revised=revised)
    return copy._replace(version=version, findings=(*copy.findings, *said))


def _has_amounts(held: Record, plan: Plan, years: tuple[int | None, ...]) -> bool:
    return all(
        held.get(str(year)) == amount for year, amount in zip(plan.years, years, strict=True)
    )


def find_changed_base(copy: ReadCopy, current: Facts, same: Container[str]) -> list[CellFinding]:
    """Return where the base of a copy, made from the plan as it is now, has other amounts.

    Amounts that make up for each other leave the control totals whole.
    """
    if SCHEMA.name not in same:
        return []
    return [
        _of_base(
            "base.touched", copy, (key, field), _shown(amount), _shown(current[key].get(field))
        )
        for key, field, amount in _other_amounts(copy, current)
    ]


def find_untold_base(
    copy: ReadCopy, current: Facts, earlier: Earlier, same: Container[str]
) -> list[CellFinding]:
    """Return where the base of a copy has amounts that the plan has not, and never had.

    That is, as far as the journal tells what they were: whoever writes into the file is not in it.
    """
    if SCHEMA.name in same:
        return []
    found = []
    for key, field, amount in _other_amounts(copy, current):
        now = current[key].get(field)
        known = [now, *earlier.get((key.code, field), ())]
        if amount not in known:
            shown = " ou ".join(dict.fromkeys(map(_shown, known)))
            found.append(_of_base("base.untold", copy, (key, field), _shown(amount), shown))
    return found


def _other_amounts(copy: ReadCopy, current: Facts) -> Iterator[tuple[Key, str, Value | None]]:
    """Yield the amounts of a copy's base that are not those of the plan as it is now."""
    for key, record in copy.version.base.items():
        held = current.get(key)
        if held is None or key.kind is not Kind.ACTIVITY or key.code in copy.lost:
            continue
        for field in {**record, **held}:
            if is_cost(field) and record.get(field) != held.get(field):
                yield key, field, record.get(field)


def _of_base(
    kind: str, copy: ReadCopy, of: tuple[Key, str], shown: str, wanted: str
) -> CellFinding:
    """Return what is to be said of an amount of a copy's base."""
    key, field = of
    sheet, _, cell = copy.base_place(key, field).rpartition("!")
    finding = say(kind, sheet, cell, shown, wanted)
    return finding._replace(problem=f"{finding.problem} ({key.kind} {key.code}, {field})")


def _shown(value: Value | None) -> str:
    return show_number(value) if isinstance(value, int) else str(value or "vide")
