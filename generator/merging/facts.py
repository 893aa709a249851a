"""A plan as facts: what each record of its files says, by the record's key and the field's name.

Two plans are then compared, merged and written back in one way, whatever the file. A blank is no
fact; fields have the names of their columns, amounts are whole francs.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import chain, count
from typing import NamedTuple

from generator.fundings import canonical_funder
from generator.labels import Words
from generator.plan import PM, Activity, Decision, Plan, Quarters
from generator.texts import comparable, is_blank

Value = int | float | str
Record = Mapping[str, Value]
"""The fields of a record that are not blank, by name."""


class Kind(StrEnum):
    """What a fact is of; the value is its name in reports and in the journal."""

    TITLE = "intitulé"
    ACTIVITY = "activité"
    DECISION = "statut"
    QUARTERS = "trimestres"
    CEILING = "plafond"
    FUNDING = "financement"
    SETTING = "paramètre"
    RATE = "taux"


ATTACHED = (Kind.DECISION, Kind.QUARTERS)
"""Kinds of what is attached to an activity: it has its code, and comes and goes with it."""

OF_ACTIVITIES = (Kind.ACTIVITY, *ATTACHED)
"""Kinds whose code is that of an activity."""


class Key(NamedTuple):
    """What a fact is of: its kind and its code, which is unique within the kind."""

    kind: Kind
    code: str


Facts = Mapping[Key, Record]

PM_WORD = "PM"
KEPT_DIGITS = 1e-14
"""How far apart two fractions may be that agree on 15 digits."""

TOTAL = "cout_total"
"""The field of an activity that is `PM` where it has no cost, and blank where it has years."""

CODE = "code"
"""The field of an activity that is its new code, where it was given another one; else none."""

PLACE = ("axe", "objectif", "action")
TEXTS = ("activite", "responsable", "partenaires", "code_document", "note")
FUNDING_KEY = ("bailleur", "axe", "annee", "reference")
"""What tells a funding from another; its amount and its status are what changes."""

FUNDING_FIELDS = (*FUNDING_KEY, "montant", "statut")

SHARE, BASE, COUNTER, WORK_YEAR = "part_etat", "base_totaux", "contre_valeur", "annee_pta"
SEPARATOR = " · "


def facts_of(plan: Plan, *, carried: bool = False) -> dict[Key, Record]:
    """Return the facts of a plan, in the plan's order.

    Those of the columns that are only carried through are left out, unless `carried`: no workbook
    has them, so that they can neither be merged nor written.
    """
    found: dict[Key, Record] = {}
    for key, record in chain(_records(plan), _carried_records(plan) if carried else ()):
        kept = {f: value for f, value in record.items() if value is not None and value != ""}
        if kept:
            found[key] = {**found.get(key, {}), **kept}  # levels may share a code, years quarters
    return found


def _records(plan: Plan) -> Iterator[tuple[Key, Mapping[str, Value | None]]]:
    for axis in plan.axes:
        yield Key(Kind.TITLE, axis.code), {"axe_intitule": axis.title}
        for objective in axis.objectives:
            yield Key(Kind.TITLE, objective.code), {"objectif_intitule": objective.title}
            for action in objective.actions:
                yield Key(Kind.TITLE, action.code), {"action_intitule": action.title}
                for activity in action.activities:
                    place = axis.code, objective.code, action.code
                    record = activity_record(activity, place, plan.years)
                    yield Key(Kind.ACTIVITY, activity.code), record
    for code, decision in plan.decisions.items():
        yield Key(Kind.DECISION, code), decision_record(decision)
    for (code, year), quarters in plan.quarters.items():
        yield Key(Kind.QUARTERS, code), quarters_record(year, quarters)
    for code, amounts in plan.ceilings.items():
        yield Key(Kind.CEILING, code), dict(zip(map(str, plan.years), amounts, strict=True))
    yield from fundings_of(plan)
    settings = plan.settings
    yield Key(Kind.SETTING, SHARE), {"valeur": settings.state_share}
    yield Key(Kind.SETTING, BASE), {"valeur": chosen_base(plan)}
    yield Key(Kind.SETTING, COUNTER), {"valeur": settings.counter_currency}
    yield Key(Kind.SETTING, WORK_YEAR), {"valeur": plan.work_year}
    for rate in settings.rates:
        yield Key(Kind.RATE, rate.currency), {"taux": rate.value, "date": rate.date}


def _carried_records(plan: Plan) -> Iterator[tuple[Key, Mapping[str, Value | None]]]:
    for activity in plan.activities:
        texts = {name: text for name, text in activity.extra if not is_blank(text)}
        yield Key(Kind.ACTIVITY, activity.code), texts


def carried_columns(plan: Plan) -> tuple[str, ...]:
    """Return the columns of the matrix that are only carried through."""
    names = (name for activity in plan.activities for name, _ in activity.extra)
    return tuple(dict.fromkeys(names))


def activity_record(
    activity: Activity, place: tuple[str, str, str], years: tuple[int, ...]
) -> dict[str, Value | None]:
    """Return the fields of an activity that stands under an axis, an objective and an action."""
    texts = (
        activity.label, activity.responsible, activity.partners, activity.printed_code,
        activity.note,
    )  # fmt: skip
    record: dict[str, Value | None] = dict(zip(PLACE, place, strict=True))
    record |= dict(zip(TEXTS, texts, strict=True))
    record[TOTAL] = PM_WORD if activity.total is PM else None
    return record | dict(zip(map(str, years), activity.years, strict=True))


def decision_record(decision: Decision) -> dict[str, Value | None]:
    """Return the fields of what was decided of an activity."""
    return {"statut": decision.status, "motif": decision.reason}


def quarters_record(year: int, quarters: Quarters) -> dict[str, Value | None]:
    """Return the fields of an activity's quarters of a year: `T1 2016` and the next ones."""
    return {quarter_field(year, rank): own for rank, own in enumerate(quarters, start=1)}


def quarter_field(year: int, rank: int) -> str:
    """Return the field of a quarter, counted from 1."""
    return f"T{rank} {year}"


def fundings_of(plan: Plan) -> Iterator[tuple[Key, dict[str, Value | None]]]:
    """Yield the fields of the credits and pledges of a plan, in its order."""
    return funding_records(
        {
            "bailleur": funding.funder,
            "axe": funding.axis,
            "annee": funding.year,
            "montant": funding.amount,
            "statut": funding.status,
            "reference": funding.reference,
        }
        for funding in plan.fundings
        if funding
    )


def funding_code(record: Mapping[str, Value | None]) -> str:
    """Return what tells a funding from those of other funders, axes, years and references."""
    named = {**record, "bailleur": canonical_funder(str(record["bailleur"] or ""))}
    return comparable(SEPARATOR.join(str(named.get(field) or "-") for field in FUNDING_KEY))


def funding_records(
    records: Iterable[Mapping[str, Value | None]],
) -> Iterator[tuple[Key, dict[str, Value | None]]]:
    """Yield the fields of credits and pledges by key; those that no field tells apart by a rank."""
    seen: set[str] = set()
    for record in records:
        named = {**record, "bailleur": canonical_funder(str(record["bailleur"] or ""))}
        plain = funding_code(record)
        ranked = (f"{plain} ({rank})" for rank in count(2))
        code = next(code for code in chain([plain], ranked) if code not in seen)
        seen.add(code)
        yield Key(Kind.FUNDING, code), named


def is_same(one: Value | None, other: Value | None) -> bool:
    """Tell whether two values are one: texts by any accents, apostrophes and spaces alike.

    Fractions are compared on the 15 digits that every program keeps.
    """
    if isinstance(one, str) and isinstance(other, str):
        return comparable(one) == comparable(other)
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=KEPT_DIGITS)
    return one == other and isinstance(one, str) == isinstance(other, str)


def is_same_record(one: Record, other: Record) -> bool:
    """Tell whether two records say the same in every field."""
    if one == other:
        return True
    return all(is_same(one.get(field), other.get(field)) for field in {**one, **other})


def chosen_base(plan: Plan) -> str:
    """Return the base of totals that a plan opens on, in the words of `plan.toml`."""
    usual = "published" if plan.published else "computed"
    return plan.settings.totals_base or Words()(f"base.{usual}")
