"""Versions of a small plan, drawn so that copies often meet: few records, few values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from generator.merging.facts import ATTACHED, PM_WORD, TOTAL, Facts, Key, Kind, Record, Value
from generator.merging.threeway import Copy

TEXTS = st.sampled_from(("l'État", "l’État", "é", "e\u0301", "autre"))
AMOUNTS = st.integers(0, 2)
YEARS = ("2016", "2017")


def _records(
    fields: Mapping[str, SearchStrategy[Value]], *needed: str
) -> SearchStrategy[dict[str, Value]]:
    """Return records with some of the fields, and always those that are needed."""
    always = {name: own for name, own in fields.items() if name in needed}
    optional = {name: own for name, own in fields.items() if name not in needed}
    return st.fixed_dictionaries(always, optional=optional)


_FIELDS: dict[str, SearchStrategy[Value]] = {"axe": st.just("I"), "activite": TEXTS, "note": TEXTS}
_COSTS = st.one_of(_records(dict.fromkeys(YEARS, AMOUNTS)), st.just({TOTAL: PM_WORD}))
ACTIVITIES = st.builds(lambda row, cost: {**row, **cost}, _records(_FIELDS, "axe"), _COSTS)
NEW_ACTIVITIES = st.builds(
    lambda label, cost: {"action": "A", "activite": label, **cost}, TEXTS, _COSTS
)
RECORDS: Mapping[Kind, SearchStrategy[dict[str, Value]]] = {
    Kind.ACTIVITY: ACTIVITIES,
    Kind.DECISION: _records({"statut": TEXTS, "motif": TEXTS}).filter(bool),
    Kind.QUARTERS: _records(dict.fromkeys(("T1 2016", "T2 2017"), AMOUNTS)).filter(bool),
    Kind.CEILING: _records(dict.fromkeys(YEARS, AMOUNTS)).filter(bool),
    Kind.SETTING: _records({"valeur": AMOUNTS}, "valeur"),
    Kind.FUNDING: _records({"bailleur": st.just("PNUD"), "montant": AMOUNTS}, "bailleur"),
}
KEYS = (
    Key(Kind.ACTIVITY, "1"), Key(Kind.ACTIVITY, "2"), Key(Kind.DECISION, "1"),
    Key(Kind.DECISION, "2"), Key(Kind.CEILING, "I"), Key(Kind.SETTING, "x"),
    Key(Kind.FUNDING, "PNUD"), Key(Kind.QUARTERS, "1"), Key(Kind.QUARTERS, "2"),
)  # fmt: skip


def sound(facts: Facts) -> dict[Key, Record]:
    """Return the facts without what is attached to activities that are not there."""
    return {
        key: record
        for key, record in facts.items()
        if key.kind not in ATTACHED or Key(Kind.ACTIVITY, key.code) in facts
    }


@st.composite
def facts_drawn(draw: st.DrawFn) -> dict[Key, Record]:
    """Draw the facts of a plan."""
    keys = draw(st.lists(st.sampled_from(KEYS), unique=True))
    return sound({key: draw(RECORDS[key.kind]) for key in keys})


@st.composite
def edited_from(draw: st.DrawFn, facts: Facts) -> dict[Key, Record]:
    """Draw the facts with one to three records edited, added or deleted."""
    found = dict(facts)
    for key in draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=3)):
        record = draw(st.one_of(RECORDS[key.kind], RECORDS[key.kind], st.none()))
        found.pop(key, None)
        if record is not None:
            found[key] = record
    return sound(found)


class Case(NamedTuple):
    """A plan as it is now, and copies made from it or from what it was."""

    current: dict[Key, Record]
    copies: tuple[Copy, ...]

    def __str__(self) -> str:
        """Return what is drawn, a version a line."""
        versions = [("now", self.current)]
        for name, base, revised, *_ in self.copies:
            versions += [(f"{name} from", dict(base)), (f"{name} to", dict(revised))]
        return "\n".join(f"{name}: {facts}" for name, facts in versions)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw a plan with a history, and one to three copies from anywhere in it."""
    history = [draw(facts_drawn())]
    for _ in range(draw(st.integers(0, 2))):
        history.append(draw(edited_from(history[-1])))
    current = history[-1]
    copies = []
    for name in "abc"[: draw(st.integers(1, 3))]:
        base = draw(st.sampled_from(history))
        revised = draw(st.one_of(edited_from(base), st.sampled_from(history)))
        copies.append(Copy(name, base, revised, {}))
        history.append(revised)
    return Case(current, tuple(copies))


@st.composite
def additions(draw: st.DrawFn) -> Case:
    """Draw a plan, and two or three copies that add activities under the same codes.

    The plan may have some of them already; each has a status and quarters as often as not.
    """
    base = draw(facts_drawn())
    codes = draw(st.lists(st.sampled_from(("3", "4")), min_size=1, unique=True))
    versions = []
    for _ in range(draw(st.integers(3, 4))):
        added = dict(base)
        for code in draw(st.lists(st.sampled_from(codes), min_size=1, unique=True)):
            added[Key(Kind.ACTIVITY, code)] = draw(NEW_ACTIVITIES)
            for kind in ATTACHED:
                if draw(st.booleans()):
                    added[Key(kind, code)] = draw(RECORDS[kind])
        versions.append(added)
    current = draw(st.sampled_from((base, versions.pop())))
    return Case(
        current,
        tuple(Copy(name, base, own, {}) for name, own in zip("abc", versions, strict=False)),
    )
