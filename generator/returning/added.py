"""New activities of copies that were imported before: what became of them since, by the journal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.copies.reading import ReadCopy
from generator.copies.said import say
from generator.errors import CellFinding
from generator.merging.changes import Nature
from generator.merging.edits import WHOLE, Copy
from generator.merging.facts import (
    CODE,
    OF_ACTIVITIES,
    Facts,
    Key,
    Kind,
    Value,
    is_same,
    is_same_record,
)
from generator.merging.renumbering import recode
from generator.reading.codes import alike_key

LABEL = "activite"


Added = dict[str, tuple[str, tuple[str, ...]]]
"""By code of today the label of an activity that an import added, and the codes that it had."""


def withdrawn_since(rows: Iterable[Mapping[str, str]], current: Facts) -> dict[str, str]:
    """Return by code the label of activities that an import added and another one deleted.

    That is by each code that such an activity had, unless the plan has that code, or the journal
    says anything of it since.
    """
    added: Added = {}
    gone: dict[str, str] = {}
    for row in rows:
        if row["objet"] == Kind.ACTIVITY:
            _note(row, added, gone)
    return {code: label for code, label in gone.items() if Key(Kind.ACTIVITY, code) not in current}


def _note(row: Mapping[str, str], added: Added, gone: dict[str, str]) -> None:
    """Note what a row of the journal says of an activity that was added, or is gone."""
    code, field, after = row["code"], row["champ"], row["apres"]
    if row["nature"] == Nature.DELETED:
        label, codes = added.pop(code, ("", ()))
        gone |= dict.fromkeys(codes, label)
        return
    gone.pop(code, None)
    if field == CODE and after:
        gone.pop(after, None)
        if code in added:
            label, codes = added.pop(code)
            added[after] = label, (*codes, after)
    elif field == LABEL and row["nature"] == Nature.ADDED:
        added[code] = after, (code,)


def leave_withdrawn(copy: ReadCopy, withdrawn: Mapping[str, str]) -> ReadCopy:
    """Return the copy without the new activities that were imported before, and deleted since.

    Each is told; one of another label is another activity.
    """
    labels = {alike_key(code): label for code, label in withdrawn.items()}
    version, said = copy.version, copy.findings
    left = set[str]()
    for key in _new_keys(version):
        label = labels.get(alike_key(key.code))
        if label is not None and is_same(version.revised[key].get(LABEL), label):
            left.add(key.code)
            said = _told(said, "activity.withdrawn", version, key)
    revised = {
        key: own
        for key, own in version.revised.items()
        if key.kind not in OF_ACTIVITIES or key.code not in left
    }
    return copy._replace(version=version._replace(revised=revised), findings=said)


def follow_added(copy: ReadCopy, renamed: Mapping[str, str], current: Facts) -> ReadCopy:
    """Return the copy with its new activities under the code that they were given since.

    `renamed` are old codes with those of today. Where the activity of today has another label, it
    is another one, and what the copy adds stays new.
    """
    given = {alike_key(old): new for old, new in renamed.items()}
    codes, said = dict[str, str](), copy.findings
    for key in _new_keys(copy.version):
        new = given.get(alike_key(key.code), key.code)
        if not _is_given(copy.version, key, new, current) or new in codes.values():
            continue
        codes[key.code] = new
        said = _told(said, "activity.renamed", copy.version, key, new)
    return copy._replace(version=recode(copy.version, codes), findings=said)


def tell_known(copy: ReadCopy, current: Facts) -> ReadCopy:
    """Return the copy, told of its new activities which the plan has that it has them as they are.

    A copy that was imported before says so of all that it added.
    """
    version, said = copy.version, copy.findings
    new = {f"{own.sheet}!{own.cell}" for own in said if own.rule == "activity.new"}
    for key in _new_keys(version):
        is_told = version.places.get((key, WHOLE)) in new
        if is_told and key in current and is_same_record(version.revised[key], current[key]):
            said = _told(said, "activity.known", version, key)
    return copy._replace(findings=said)


def _new_keys(version: Copy) -> Iterator[Key]:
    return (key for key in version.revised if key.kind is Kind.ACTIVITY and key not in version.base)


def _is_given(version: Copy, key: Key, code: str, current: Facts) -> bool:
    """Tell whether a new activity is the one that has a code now, which the copy has not."""
    new, label = Key(Kind.ACTIVITY, code), version.revised[key].get(LABEL)
    if new in version.base or new in version.revised:
        return False
    return _has_label(current, new, label) and not _has_label(current, key, label)


def _has_label(current: Facts, key: Key, label: Value | None) -> bool:
    return key in current and is_same(current[key].get(LABEL), label)


def _told(
    findings: tuple[CellFinding, ...], kind: str, version: Copy, key: Key, expected: str = ""
) -> tuple[CellFinding, ...]:
    """Return what is said of a copy with this of a new activity, in the place of that it is new."""
    sheet, _, cell = version.places.get((key, WHOLE), "").rpartition("!")
    rest = [
        own for own in findings if (own.rule, own.sheet, own.cell) != ("activity.new", sheet, cell)
    ]
    label = version.revised[key].get(LABEL, "")
    return (*rest, say(kind, sheet, cell, f"{key.code} {label}".strip(), expected))
