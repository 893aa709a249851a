"""What the amounts of activities were before, as the journal tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.copies.settling import Earlier
from generator.merging.edits import is_cost
from generator.merging.facts import Kind, Value


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
