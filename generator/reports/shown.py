"""What a value, a record or one side of a conflict is, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from generator.merging.facts import (
    CODE,
    PM_WORD,
    TOTAL,
    WORK_YEAR,
    Key,
    Kind,
    Record,
    Value,
    is_same,
)
from generator.merging.threeway import CURRENT, Clash, Conflict, Side
from generator.texts import show_decimal, show_number, show_text

SHOWN = 60
"""Characters of a text in a line of the terminal."""

IN_A_CELL, BEYOND = 2_000, 20
"""Characters of a text in a cell, and those shown past the place where two texts part."""

BLANK, YEAR = "vide", "annee"
TWINS = (
    "même bailleur, axe, année et référence, contenus différents : si ce sont deux financements, "
    "donnez à chacun sa référence dans sa copie"
)
SHARED = "même code donné à deux activités : gardez l'actuel, sauf pour l'une d'elles"
IN_SHORT = (Kind.ACTIVITY, Kind.FUNDING)
"""Kinds whose records are told by their label and their amounts."""


def shown(value: Value | None, field: str = "", limit: int = SHOWN) -> str:
    """Return a value as a person reads it: amounts in groups, rates and years as they are.

    `limit` is where texts are cut.
    """
    if value is None:
        return BLANK
    if isinstance(value, bool) or field == YEAR:
        return str(value)
    if isinstance(value, int):
        return show_number(value)
    if isinstance(value, float):
        return show_decimal(value)
    return f"« {show_text(value, limit)} »"


def shown_field(key: Key, field: str) -> str:
    """Return the field under whose name a value is shown: the year of *PTA* is a year."""
    return YEAR if key == Key(Kind.SETTING, WORK_YEAR) else field


def apart(texts: Iterable[object]) -> int:
    """Return after how many characters texts may be cut and those that differ still show it."""
    own = sorted({text for text in texts if isinstance(text, str)})
    alike = max((_alike(*pair) for pair in pairwise(own)), default=0)
    return SHOWN if alike < SHOWN else alike + BEYOND


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with that are the same."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def clash_text(conflict: Conflict) -> str:
    """Return why nothing can be chosen, and on which other choice the conflict hangs."""
    clash = str(conflict.clash)
    if conflict.clash is Clash.ADDED and conflict.key.kind is Kind.FUNDING:
        clash = TWINS
    elif conflict.clash is Clash.ADDED and conflict.field == CODE:
        clash = SHARED
    if conflict.when is None:
        return clash
    key, names = conflict.when
    who = " ou ".join(f"« {name} »" for name in names)
    return f"{clash} (à choisir seulement si {who} l'est pour {key.kind} {key.code})"


def side_line(conflict: Conflict, side: Side) -> str:
    """Return what one side of a conflict says, and where."""
    place = f" ({side.place})" if side.place else ""
    return f"{side.who}{place} : {side_text(conflict, side)}"


def side_text(conflict: Conflict, side: Side, least: int = SHOWN) -> str:
    """Return what one side of a conflict says; texts are cut after `least` characters, or later.

    What tells the sides apart is always shown.
    """
    limit = max(least, _limit(conflict))
    if not conflict.is_of_records:
        return shown(side.value, shown_field(conflict.key, conflict.field), limit)
    if side.codes:
        return codes_text(side.codes)
    if side.record is None and not side.open:
        is_new = side.who == CURRENT and conflict.clash is Clash.ADDED
        return "ne l'a pas" if is_new else "supprimé"
    told = [record_text(side.record or {}, _told_apart(conflict, side), limit)]
    told += [f"{name} {shown(value, name, limit)}" for name, value in (side.decision or {}).items()]
    told += [f"{field} à choisir" for field in side.open]
    return ", ".join(told)


def _limit(conflict: Conflict) -> int:
    """Return where texts may be cut and the sides still differ where they do."""
    records = [side.record or {} for side in conflict.sides]
    fields = {field for record in records for field in record}
    values = [[record.get(field) for record in records] for field in fields]
    return max(map(apart, [*values, [side.value for side in conflict.sides]]))


def _told_apart(conflict: Conflict, side: Side) -> list[str]:
    """Return the fields, beside label and amounts, that not all sides say alike."""
    records = [own.record for own in conflict.sides if own.record]
    if conflict.key.kind not in IN_SHORT:
        return []
    return [
        name
        for name in sorted({name for record in records for name in record})
        if name not in side.open
        and not _is_in_short(name)
        and not all(is_same(record.get(name), records[0].get(name)) for record in records)
    ]


def _is_in_short(field: str) -> bool:
    return field.isdigit() or field in {"activite", "bailleur", "montant", TOTAL, CODE}


def codes_text(codes: Sequence[tuple[str, str]]) -> str:
    """Return in words which code each new activity gets; the first keeps its own."""
    (kept, first), *others = codes
    told = [f"{kept} reste à « {first} »", *(f"{code} va à « {who} »" for code, who in others)]
    return " ; ".join(told)


def record_text(record: Record, more: Sequence[str] = (), limit: int = SHOWN) -> str:
    """Return a record in short: label, amounts, new code and some more; else all that it says."""
    label = str(record.get("activite") or record.get("bailleur") or "")
    amounts = [
        f"{name} {show_number(value)}"
        for name, value in sorted(record.items())
        if isinstance(value, int) and (name.isdigit() or name == "montant")
    ]
    if record.get(TOTAL) == PM_WORD:
        amounts.append(PM_WORD)
    if CODE in record:
        amounts.append(f"{CODE} {record[CODE]}")
    amounts += [f"{name} {shown(record.get(name), name, limit)}" for name in more]
    told = [part for part in (show_text(label, limit), *amounts) if part]
    told = told or [f"{name} {shown(value, name, limit)}" for name, value in record.items()]
    return ", ".join(told) or BLANK
