"""What a value, a record or one side of a conflict is, as a person reads it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

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

SHOWN, IN_A_CELL = 60, 2_000
"""Characters of a text in a line of the terminal, and in a cell."""

LEAD = 20
"""Characters shown before the place where two texts part, if it is further on than what shows."""

BLANK, YEAR = "vide", "annee"
TWINS = (
    "même bailleur, axe, année et référence, contenus différents : si ce sont deux financements, "
    "donnez à chacun sa référence dans sa copie"
)
SHARED = "même code donné à deux activités : gardez l'actuel, sauf pour l'une d'elles"
IN_SHORT = (Kind.ACTIVITY, Kind.FUNDING)
"""Kinds whose records are told by their label and their amounts."""


class Window(NamedTuple):
    """Which part of a text is shown: from where, counted from 0, and how many characters."""

    start: int = 0
    width: int = SHOWN

    def show(self, text: str) -> str:
        """Return the part on one line; dots stand for what is left out."""
        lead = "…" if self.start else ""
        return lead + show_text(text[self.start :], self.width)


FROM_THE_START = Window()


def shown(value: Value | None, field: str = "", window: Window = FROM_THE_START) -> str:
    """Return a value as a person reads it: amounts in groups, rates and years as they are.

    `window` is what shows of a text.
    """
    if value is None:
        return BLANK
    if isinstance(value, bool) or field == YEAR:
        return str(value)
    if isinstance(value, int):
        return show_number(value)
    if isinstance(value, float):
        return show_decimal(value)
    return f"« {window.show(value)} »"


def shown_field(key: Key, field: str) -> str:
    """Return the field under whose name a value is shown: the year of *PTA* is a year."""
    return YEAR if key == Key(Kind.SETTING, WORK_YEAR) else field


def window_of(texts: Iterable[object], width: int = SHOWN) -> Window:
    """Return what to show of texts so that those that differ still do."""
    own = sorted({text for text in texts if isinstance(text, str)})
    alike = max((_alike(*pair) for pair in pairwise(own)), default=0)
    return Window(0 if alike < width else alike - LEAD, width)


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


def side_text(conflict: Conflict, side: Side, width: int = SHOWN) -> str:
    """Return what one side of a conflict says; `width` characters show of a text.

    What tells the sides apart is among them.
    """
    if not conflict.is_of_records:
        window = window_of((own.value for own in conflict.sides), width)
        return shown(side.value, shown_field(conflict.key, conflict.field), window)
    if side.codes:
        return codes_text(side.codes)
    if side.record is None and not side.open:
        is_new = side.who == CURRENT and conflict.clash is Clash.ADDED
        return "ne l'a pas" if is_new else "supprimé"
    windows = _windows(conflict, width)
    decided = side.decision or {}
    told = [record_text(side.record or {}, _told_apart(conflict, side), windows)]
    told += [f"{name} {shown(value, name, windows[name])}" for name, value in decided.items()]
    told += [f"{field} à choisir" for field in side.open]
    return ", ".join(told)


def _windows(conflict: Conflict, width: int) -> Mapping[str, Window]:
    """Return by field what shows of the sides' texts."""
    texts: dict[str, list[Value]] = defaultdict(list)
    for side in conflict.sides:
        for field, value in (*(side.record or {}).items(), *(side.decision or {}).items()):
            texts[field].append(value)
    windows = {field: window_of(values, width) for field, values in texts.items()}
    return defaultdict(lambda: Window(0, width), windows)


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


def record_text(record: Record, more: Sequence[str], windows: Mapping[str, Window]) -> str:
    """Return a record in short: label, amounts, new code and some more; else all that it says.

    `windows` are what shows of the texts, by field.
    """
    named = next((name for name in ("activite", "bailleur") if record.get(name)), "")
    label = windows[named].show(str(record[named])) if named else ""
    amounts = [
        f"{name} {show_number(value)}"
        for name, value in sorted(record.items())
        if isinstance(value, int) and (name.isdigit() or name == "montant")
    ]
    if record.get(TOTAL) == PM_WORD:
        amounts.append(PM_WORD)
    if CODE in record:
        amounts.append(f"{CODE} {record[CODE]}")
    amounts += [f"{name} {shown(record.get(name), name, windows[name])}" for name in more]
    told = [part for part in (label, *amounts) if part]
    told = told or [f"{name} {shown(value, name, windows[name])}" for name, value in record.items()]
    return ", ".join(told) or BLANK
