"""Changes and conflicts as a text for people and as JSON for programs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.merging.changes import Change, Nature
from generator.merging.facts import (
    CODE,
    PM_WORD,
    TOTAL,
    WORK_YEAR,
    Facts,
    Key,
    Kind,
    Record,
    Value,
    is_same,
)
from generator.merging.threeway import CURRENT, WHOLE, Clash, Conflict, Side
from generator.texts import show_number, show_text

SHOWN = 60
"""Characters of a text in a line of the terminal."""

BLANK, YEAR = "vide", "annee"
NATURES = {
    Nature.ADDED: ("ajout", "ajouts"),
    Nature.DELETED: ("suppression", "suppressions"),
    Nature.EDITED: ("modification", "modifications"),
}
TWINS = (
    "même bailleur, axe, année et référence, contenus différents : si ce sont deux financements, "
    "donnez à chacun sa référence dans sa copie"
)
SHARED = "même code donné à deux activités : gardez l'actuel, sauf pour l'une d'elles"
IN_SHORT = (Kind.ACTIVITY, Kind.FUNDING)
"""Kinds whose records are told by their label and their amounts."""

Moved = Mapping[str, Mapping[str, int]]
"""By axis, and by year or `total`, what the changes add to the activities' totals."""


def shown(value: Value | None, field: str = "") -> str:
    """Return a value as a person reads it: amounts in groups, rates and years as they are."""
    if value is None:
        return BLANK
    if isinstance(value, bool) or field == YEAR:
        return str(value)
    if isinstance(value, int):
        return show_number(value)
    if isinstance(value, float):
        return f"{value:.15g}".replace(".", ",")
    return f"« {show_text(value, SHOWN)} »"


def shown_field(key: Key, field: str) -> str:
    """Return the field under whose name a value is shown: the year of *PTA* is a year."""
    return YEAR if key == Key(Kind.SETTING, WORK_YEAR) else field


def summary(changes: Sequence[Change]) -> str:
    """Return how many records were added, deleted and edited."""
    if not changes:
        return "aucun changement"
    by_nature: dict[Nature, set[Key]] = defaultdict(set)
    for change in changes:
        by_nature[change.nature].add(change.key)
    parts = []
    for nature, (singular, plural) in NATURES.items():
        if count := len(by_nature[nature]):
            parts.append(f"{count} {singular if count == 1 else plural}")
    return ", ".join(parts)


def changes_text(changes: Sequence[Change], moved: Moved) -> str:
    """Return the changes as aligned lines, then what they move by axis and year."""
    return "\n".join([*_aligned(_rows(changes)), *_moved_lines(moved)])


def _rows(changes: Sequence[Change]) -> Iterator[tuple[str, ...]]:
    for change in changes:
        what = f"{change.key.kind} {change.key.code}"
        before, after = (
            shown(value, shown_field(change.key, change.field))
            for value in (change.before, change.after)
        )
        yield what, change.nature, change.field, before, "->", after


def _aligned(rows: Iterator[tuple[str, ...]]) -> list[str]:
    """Return rows as lines with their columns one under the other; the last is left as it is."""
    listed = list(rows)
    if not listed:
        return []
    widths = [max(len(row[col]) for row in listed) for col in range(len(listed[0]) - 1)]
    return [
        "  ".join([*(row[col].ljust(width) for col, width in enumerate(widths)), row[-1]]).rstrip()
        for row in listed
    ]


def _moved_lines(moved: Moved) -> list[str]:
    rows = [
        (f"axe {axis}", *[f"{name} {amount:+,}".replace(",", " ") for name, amount in own.items()])
        for axis, own in moved.items()
    ]
    if not rows:
        return []
    return ["", "Effet sur les totaux des activités :", *["  ".join(row) for row in rows]]


def totals_moved(changes: Sequence[Change], before: Facts, after: Facts) -> Moved:
    """Return what the changes move, by axis and year; what does not move is left out."""
    found: dict[str, dict[str, int]] = {}
    for change in changes:
        if change.key.kind is not Kind.ACTIVITY or not change.field.isdigit():
            continue
        record = after.get(change.key) or before.get(change.key) or {}
        axis = str(record.get("axe", ""))
        step = _amount(change.after) - _amount(change.before)
        own = found.setdefault(axis, {})
        own[change.field] = own.get(change.field, 0) + step
    totals = {}
    for axis in sorted(found):
        years = {year: found[axis][year] for year in sorted(found[axis]) if found[axis][year]}
        if years:
            totals[axis] = {**years, "total": sum(years.values())}
    return totals


def _amount(value: Value | None) -> int:
    return value if isinstance(value, int) else 0


def conflicts_text(conflicts: Sequence[Conflict]) -> str:
    """Return the conflicts, each with what every side says and where."""
    lines = []
    for conflict in conflicts:
        field = f", {conflict.field}" if conflict.field != WHOLE else ""
        lines.append(f"- {conflict.key.kind} {conflict.key.code}{field} : {clash_text(conflict)}")
        lines.extend(f"    {side_line(conflict, side)}" for side in conflict.sides)
    return "\n".join(lines)


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


def side_text(conflict: Conflict, side: Side) -> str:
    """Return what one side of a conflict says."""
    if not conflict.is_of_records:
        return shown(side.value, shown_field(conflict.key, conflict.field))
    if side.codes:
        return codes_text(side.codes)
    if side.record is None and not side.open:
        is_new = side.who == CURRENT and conflict.clash is Clash.ADDED
        return "ne l'a pas" if is_new else "supprimé"
    told = [record_text(side.record or {}, _told_apart(conflict, side))]
    told += [f"{name} {shown(value, name)}" for name, value in (side.decision or {}).items()]
    told += [f"{field} à choisir" for field in side.open]
    return ", ".join(told)


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


def record_text(record: Record, more: Sequence[str] = ()) -> str:
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
    amounts += [f"{name} {shown(record.get(name), name)}" for name in more]
    told = [part for part in (show_text(label, SHOWN), *amounts) if part]
    told = told or [f"{name} {shown(value, name)}" for name, value in record.items()]
    return ", ".join(told) or BLANK


def changes_json(changes: Sequence[Change], moved: Moved) -> dict[str, object]:
    """Return the changes as an object for JSON (its keys are in `docs/echanges.md`)."""
    return {
        "changements": [
            {
                "objet": str(change.key.kind),
                "code": change.key.code,
                "nature": str(change.nature),
                "champ": change.field,
                "avant": change.before,
                "apres": change.after,
            }
            for change in changes
        ],
        "totaux": moved,
    }


def conflicts_json(conflicts: Sequence[Conflict]) -> list[dict[str, object]]:
    """Return the conflicts as a list for JSON."""
    return [
        {
            "objet": str(conflict.key.kind),
            "code": conflict.key.code,
            "champ": conflict.field,
            "conflit": str(conflict.clash),
            "base": conflict.base,
            "cotes": [_side_json(conflict, side) for side in conflict.sides],
            "si": conflict.when
            and {
                "objet": str(conflict.when.key.kind),
                "code": conflict.when.key.code,
                "choix": list(conflict.when.who),
            },
        }
        for conflict in conflicts
    ]


def _side_json(conflict: Conflict, side: Side) -> dict[str, object]:
    return {
        "qui": side.who,
        "ou": side.place,
        "valeur": None if conflict.is_of_records else side.value,
        "contenu": dict(side.record) if side.record else None,
        "decision": dict(side.decision) if side.decision else None,
        "a_choisir": list(side.open),
        "codes": dict(side.codes) or None,
    }
