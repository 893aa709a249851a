"""Changes and conflicts as a text for people and as JSON for programs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.merging.changes import Change, Nature
from generator.merging.facts import (
    CODE,
    Facts,
    Key,
    Kind,
    Value,
)
from generator.merging.threeway import WHOLE, Conflict, Side
from generator.reports.shown import clash_text, shown, shown_field, side_line, window_of

NATURES = {
    Nature.ADDED: ("ajout", "ajouts"),
    Nature.DELETED: ("suppression", "suppressions"),
    Nature.EDITED: ("modification", "modifications"),
}
Moved = Mapping[str, Mapping[str, int]]
"""By axis, and by year or `total`, what the changes add to the activities' totals."""


def summary(changes: Sequence[Change]) -> str:
    """Return how many records were added, deleted and edited."""
    if not changes:
        return "aucun changement"
    by_nature: dict[Nature, set[Key]] = defaultdict(set)
    for change in _folded(changes):
        by_nature[change.nature].add(change.key)
    parts = []
    for nature, (singular, plural) in NATURES.items():
        if count := len(by_nature[nature]):
            parts.append(f"{count} {singular if count == 1 else plural}")
    return ", ".join(parts)


def changes_text(changes: Sequence[Change], moved: Moved) -> str:
    """Return the changes as aligned lines, then what they move by axis and year."""
    return "\n".join([*_aligned(_rows(changes)), *_moved_lines(moved)])


def _folded(changes: Sequence[Change]) -> list[Change]:
    """Return the changes as people read them: a funding under another key is one that was edited.

    Its new key is told; of its fields those that changed.
    """
    fields: dict[Key, dict[str, Change]] = defaultdict(dict)
    for change in changes:
        fields[change.key][change.field] = change
    made = dict(_corrected(fields))
    told: list[Change] = []
    for change in changes:
        key = change.key
        if key not in made and key not in made.values():
            told.append(change)
        elif change.field == CODE:
            before, after = fields[made[key]], fields[key]
            for field in dict.fromkeys([*before, *after]):
                was = before[field].before if field in before else None
                now = after[field].after if field in after else None
                told += [Change(key, Nature.EDITED, field, was, now)] if was != now else []
    return [own for own in told if own.key not in made or own.field != CODE]


def _corrected(fields: Mapping[Key, Mapping[str, Change]]) -> Iterator[tuple[Key, Key]]:
    """Yield the new key and the old one of each funding that has no other of the two."""
    for key, own in fields.items():
        if key.kind is Kind.FUNDING and CODE in own:
            old = key._replace(code=str(own[CODE].before))
            natures = [
                {change.nature for change in fields.get(of, {}).values()} for of in (key, old)
            ]
            if natures == [{Nature.ADDED}, {Nature.DELETED}]:
                yield key, old


def _rows(changes: Sequence[Change]) -> Iterator[tuple[str, ...]]:
    for change in _folded(changes):
        what = f"{change.key.kind} {change.key.code}"
        values, field = (change.before, change.after), shown_field(change.key, change.field)
        before, after = (shown(value, field, window_of(values)) for value in values)
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
