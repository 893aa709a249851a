"""What the plan was before, as the journal tells: codes, amounts, the copies that came in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.copies.settling import Earlier
from generator.merging.edits import is_cost
from generator.merging.facts import Facts, Key, Kind, Value
from generator.returning.added import withdrawn_since
from generator.returning.rekeyed import rekeyed_before
from generator.returning.renamed import renamed_before
from generator.sourcefiles import journal


class Past(NamedTuple):
    """What the journal tells of the plan before today.

    `renamed`, `rekeyed`, `withdrawn` and `amounts` are as `follow_renamings`, `follow_corrections`,
    `leave_withdrawn` and `find_untold_base` take them; `codes` are all that it names of activities,
    `digests` those of the copies that were applied.
    """

    renamed: Mapping[str, str]
    rekeyed: Mapping[Key, Key]
    withdrawn: Mapping[str, str]
    amounts: Earlier
    codes: Collection[str]
    digests: Collection[str]


def read_past(rows: Sequence[Mapping[str, str]], current: Facts) -> Past:
    """Return what the journal's rows tell; `current` is the plan as it is now."""
    renamed = renamed_before(rows, current)
    return Past(
        renamed,
        rekeyed_before(rows, current),
        withdrawn_since(rows, current),
        read_earlier(rows, renamed),
        {row["code"] for row in rows if row["objet"] == Kind.ACTIVITY},
        {digest for row in rows for digest in row["sha256"].split(journal.JOINED)},
    )


def read_earlier(rows: Iterable[Mapping[str, str]], renamed: Mapping[str, str]) -> Earlier:
    """Return what the journal's rows say that amounts were and became.

    What is told of a code counts for the activity that has it, and for the one that had it: by code
    of today, `renamed` leads to it.
    """
    found: dict[tuple[str, str], dict[Value | None, None]] = {}
    for row in rows:
        if row["objet"] != Kind.ACTIVITY or not is_cost(row["champ"]):
            continue
        said = dict.fromkeys((_value(row["avant"]), _value(row["apres"])))
        for code in {row["code"], renamed.get(row["code"], row["code"])}:
            found.setdefault((code, row["champ"]), {}).update(said)
    return found


def _value(text: str) -> Value | None:
    """Return what a cell of the journal says: an amount, or the word for none; None for a blank."""
    return int(text) if text.isdecimal() else text or None
