"""Copies made before activities were given another code, as the journal tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.copies.reading import ReadCopy
from generator.copies.said import say
from generator.merging.changes import Nature
from generator.merging.edits import WHOLE
from generator.merging.facts import CODE, OF_ACTIVITIES, Facts, Key, Kind
from generator.merging.renaming import follow


def renamed_before(rows: Iterable[Mapping[str, str]], current: Facts) -> dict[str, str]:
    """Return by old code the one that an activity has now, as the journal's rows tell."""
    found: dict[str, str] = {}
    for row in rows:
        if row["objet"] != Kind.ACTIVITY:
            continue
        if row["nature"] == Nature.DELETED:
            found = {old: new for old, new in found.items() if new != row["code"]}
        elif row["champ"] == CODE and row["apres"]:
            for old in [old for old, new in found.items() if new == row["avant"]]:
                found[old] = row["apres"]
            found[row["avant"]] = row["apres"]
    return {old: new for old, new in found.items() if Key(Kind.ACTIVITY, new) in current}


def follow_renamings(copy: ReadCopy, renamed: Mapping[str, str]) -> ReadCopy:
    """Return the copy as if it were made after the renamings that its base does not have yet.

    A new activity under a code that another one was given since is told, and left out.
    """
    version = copy.version
    unknown = {
        old: new
        for old, new in renamed.items()
        if Key(Kind.ACTIVITY, old) in version.base and Key(Kind.ACTIVITY, new) not in version.base
    }
    said, revised = [*copy.findings], dict(version.revised)
    for old, new in unknown.items():
        if (key := Key(Kind.ACTIVITY, new)) in revised:
            sheet, _, cell = version.places.get((key, WHOLE), "").rpartition("!")
            said.append(say("code.given", sheet, cell, new, f"autre que {new}, qui était {old}"))
            revised = {k: own for k, own in revised.items() if not _is_of(k, new)}
    version = follow(version._replace(revised=revised), unknown, renamed)
    copy = copy._replace(version=version, findings=tuple(said))
    return _with_lost_followed(copy, unknown)


def _with_lost_followed(copy: ReadCopy, unknown: Mapping[str, str]) -> ReadCopy:
    """Return the copy with the rows that it lost under the codes of today.

    What was adopted of them is told under these codes too: it is what stands in for their base.
    """
    lost, retyped = (
        tuple(unknown.get(code, code) for code in own) for own in (copy.lost, copy.retyped)
    )
    plan = copy.plan
    if plan is not None and plan.adopted is not None:
        known = {new: plan.adopted[old] for old, new in unknown.items() if old in plan.adopted}
        plan = plan._replace(adopted={**plan.adopted, **known})
    return copy._replace(plan=plan, lost=lost, retyped=retyped)


def _is_of(key: Key, code: str) -> bool:
    return key.kind in OF_ACTIVITIES and key.code == code
