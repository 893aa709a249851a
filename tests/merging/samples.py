"""Small facts and copies of them: each test says what a copy changed."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from generator.merging.changes import apply
from generator.merging.facts import PM_WORD, TOTAL, Facts, Key, Kind, Record, Value
from generator.merging.threeway import Copy, Decisions, Merged, merge

STUDY, SURVEY = Key(Kind.ACTIVITY, "I-1.1.1"), Key(Kind.ACTIVITY, "I-1.1.2")
STATUS, SPREAD = Key(Kind.DECISION, "I-1.1.1"), Key(Kind.QUARTERS, "I-1.1.1")
CEILING, SHARE = Key(Kind.CEILING, "I"), Key(Kind.SETTING, "part_etat")
ROW = {"axe": "I", "objectif": "I.1", "action": "I.1.1", "activite": "Une étude"}
PRICED: Record = {**ROW, "2016": 100, "2017": 200}
PM_ROW: Record = {**ROW, TOTAL: PM_WORD}
PLAN: Facts = {STUDY: PRICED, SURVEY: {**ROW, "activite": "Une enquête", "2016": 5}}
"""Two activities: the study has amounts in both years, the survey in the first."""
NEW = Key(Kind.ACTIVITY, "I-1.1.3")
NEW_ROW: Record = {**ROW, "activite": "Un atelier", "2016": 7}

Fields = Mapping[str, Value | None]


def edited(facts: Facts, key: Key, fields: Fields | None) -> dict[Key, Record]:
    """Return facts with some fields of a record changed; None deletes the record, or the field."""
    found = dict(facts)
    record = found.pop(key, {})
    kept = {
        name: value for name, value in {**record, **(fields or {})}.items() if value is not None
    }
    if fields is not None and kept:
        found[key] = kept
    return found


def copy(name: str, key: Key, fields: Fields | None, base: Facts = PLAN) -> Copy:
    """Return a copy that changed one record of its base, with the cells where the fields stand."""
    places = {(key, field): f"Axe I!{name}{field}" for field in fields or {}}
    return Copy(name, base, edited(base, key, fields), {(key, ""): f"Axe I!{name}", **places})


def merge_all(current: Facts, *copies: Copy, decisions: Decisions | None = None) -> Merged:
    """Return what any order of the copies gives, which must be one."""
    found: list[Merged] = []
    orders: Sequence[Sequence[Copy]] = list(itertools.permutations(copies))
    for order in orders:
        merged = merge(current, order, decisions)
        if merged not in found:
            found.append(merged)
    assert len(found) == 1
    return found[0]


def settled(current: Facts, *copies: Copy, decisions: Decisions | None = None) -> Facts:
    """Return the plan once the copies are merged into it; there must be no conflict."""
    merged = merge_all(current, *copies, decisions=decisions)
    assert merged.conflicts == ()
    return apply(current, merged.changes)
