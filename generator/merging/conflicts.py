"""Where versions clash: what each says, what people may choose, and what they chose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from generator.merging.edits import WHOLE
from generator.merging.facts import Key, Record, Value

CURRENT = "la matrice actuelle"
"""Who says what the plan says now."""

KEEP_ALL = "garder toutes"
"""Who is chosen where every new activity of a code is kept, all but the first under a new code."""


class Side(NamedTuple):
    """What one version says where versions clash; `record` is None for one that deletes it.

    Of a whole activity, `decision` is its status, its reason and its quarters; `open` the fields
    that have a conflict of their own, `record` is without them. `codes` are the codes that the
    side gives, by who says what stands under each.
    """

    who: str
    place: str
    value: Value | None = None
    record: Record | None = None
    decision: Record | None = None
    open: tuple[str, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()


class Clash(StrEnum):
    """Why nothing can be chosen."""

    FIELD = "valeurs différentes"
    ADDED = "même code, contenus différents"
    TAKEN = "code d'une autre activité : gardez l'actuel, ou changez l'un des deux dans sa copie"
    DELETED = "supprimé d'un côté, modifié de l'autre"
    PM = "activité « PM » d'un côté, chiffrée de l'autre"


class Condition(NamedTuple):
    """The choice over a whole record that a conflict hangs on: who must be chosen there."""

    key: Key
    who: tuple[str, ...]


class Conflict(NamedTuple):
    """What people must choose: the record, the field (`WHOLE`: all of it), and what each says.

    Where `when` is given, it is to be chosen only if that holds. The cost of an activity that has
    none on one side is one field, `TOTAL`.
    """

    key: Key
    field: str
    clash: Clash
    base: Value | None
    sides: tuple[Side, ...]
    when: Condition | None = None

    @property
    def place(self) -> tuple[Key, str]:
        """Return what tells the conflict from others: the record and the field."""
        return self.key, self.field

    @property
    def is_of_records(self) -> bool:
        """Tell whether the sides say records, not the value of a field."""
        return self.field == WHOLE or self.clash is Clash.PM

    @property
    def names(self) -> list[str]:
        """Return who speaks."""
        return [side.who for side in self.sides]

    @property
    def choices(self) -> list[str]:
        """Return who may be chosen: a code that is taken cannot be given, whoever gives it."""
        return [who for who in self.names if self.clash is not Clash.TAKEN or who == CURRENT]


Decisions = Mapping[tuple[Key, str], str]
"""By conflict (key, field) who was chosen."""


def chosen_side(sides: Iterable[Side], who: str | None) -> Side | None:
    """Return the side that was chosen, None where it is none of them."""
    return next((side for side in sides if side.who == who), None)
