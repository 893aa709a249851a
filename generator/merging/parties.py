"""Who stands where in a clash over a whole record: who deletes it, who keeps it, who adds another.

Versions that keep a record are one party: their edits are settled together, as if nobody had
deleted it. Those that add an activity of the same content are one, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from generator.merging.conflicts import Decisions
from generator.merging.edits import Edit, is_one, not_superseded_whole
from generator.merging.facts import Key, Record
from generator.merging.fields import BY_FIELD, Ground, Settled, ground_of, settle_fields
from generator.numbering import natural_order
from generator.texts import comparable

JOINED = " + "
"""What stands between the names of copies that say something together."""

LONGEST = 200
"""Characters of such names: a list in a cell of Excel offers no more than 255."""


class Matter(NamedTuple):
    """A record that copies speak of; an activity with what is attached to it: status, quarters.

    `held` is what the plan says now.
    """

    key: Key
    held: Record | None
    edits: Sequence[Edit]
    attached: Sequence[Matter] = ()


class Parties(NamedTuple):
    """Who deletes a record, who keeps it, and by content who has another one under its code.

    `added` are in an order of their content, and `is_held` tells whether the plan has the record.
    """

    deleted: tuple[Edit, ...]
    kept: tuple[Edit, ...]
    added: tuple[tuple[Edit, ...], ...]
    is_held: bool

    @property
    def others(self) -> tuple[tuple[Edit, ...], ...]:
        """Return those who give up the code where all are kept: all but the first."""
        return self.added if self.is_held or self.kept else self.added[1:]

    @property
    def is_several(self) -> bool:
        """Tell whether there is more than one record to keep."""
        return bool(self.others)


def parties_of(matter: Matter) -> Parties:
    """Return who stands where; whoever decided of an activity is among those who keep it.

    Of what comes field by field nobody adds another record: who adds a field keeps it.
    """
    held, edits = matter.held, matter.edits
    last = not_superseded_whole(edits)
    known, new = [*_who_decide(matter)], []
    for edit in edits:
        is_new = edit.base is None and matter.key.kind not in BY_FIELD
        if is_new and any(edit is own for own in last):
            if not is_one(edit.revised, held):
                new.append(edit)
            elif _decides(matter, edit):
                known.append(edit)
        else:
            known.append(edit)
    known.sort(key=lambda edit: edit.copy.name)
    kept = [edit for edit in known if edit.revised is not None]
    joined = join(matter.key, held, kept)
    alike = [e for e in new if kept and not joined.conflicts and is_one(e.revised, joined.record)]
    others = [edit for edit in new if all(edit is not own for own in alike)]
    return Parties(
        tuple(edit for edit in known if edit.revised is None),
        tuple(sorted([*kept, *alike], key=lambda edit: edit.copy.name)),
        _by_content(others),
        held is not None,
    )


def join(
    key: Key, held: Record | None, kept: Sequence[Edit], chosen: Decisions | None = None
) -> Settled:
    """Return what becomes of a record among those who keep it, as if nobody had deleted it."""
    return settle_fields(key, _ground(held, kept), kept, chosen or {})


def _ground(held: Record | None, kept: Sequence[Edit]) -> Ground:
    return ground_of(held, [edit.base for edit in kept if edit.base is not None])


def _who_decide(matter: Matter) -> list[Edit]:
    """Return who decided of an activity that they have, and did nothing else to it."""
    speaking = {edit.copy.name for edit in matter.edits}
    said = [edit.copy for own in matter.attached for edit in own.edits]
    deciding = {copy.name: copy for copy in said if copy.name not in speaking}
    found = []
    for copy in deciding.values():
        base, revised = copy.base.get(matter.key), copy.revised.get(matter.key)
        if base is not None and revised is not None:
            found.append(Edit(copy, base, revised))
    return found


def _decides(matter: Matter, edit: Edit) -> bool:
    """Tell whether who adds just what the plan has decides of it too, and so keeps it."""
    return any(own.copy is edit.copy for more in matter.attached for own in more.edits)


def names_of(edits: Sequence[Edit]) -> str:
    """Return the names of the copies that say something together, the first where they are long."""
    names = [edit.copy.name for edit in edits]
    told = JOINED.join(names)
    return told if len(told) <= LONGEST else f"{names[0]}{JOINED}{len(names) - 1} autres copies"


def _by_content(edits: Sequence[Edit]) -> tuple[tuple[Edit, ...], ...]:
    """Return additions by content, in an order that neither copies nor their names decide."""

    def order(edit: Edit) -> tuple[object, ...]:
        content = _content(edit.revised or {})
        return natural_order(content[0]), content

    ordered = sorted(edits, key=order)
    groups = groupby(ordered, key=lambda edit: _content(edit.revised or {}))
    return tuple(tuple(own) for _, own in groups)


def _content(record: Record) -> tuple[str, ...]:
    """Return what records that say the same have in common; the label comes first."""
    fields = [
        f"{field} {(comparable(value) if isinstance(value, str) else float(value))!r}"
        for field, value in sorted(record.items())
    ]
    return comparable(str(record.get("activite", ""))), *fields
