"""Credits and pledges: what the State voted and what partners promised, year by year."""

from __future__ import annotations

from typing import NamedTuple


class Funding(NamedTuple):
    """A credit of the State or a pledge of a partner, for a year: whole francs.

    `axis` is the code of the axis that it is tied to, "" for the whole plan; `status` is one of
    `FUNDING_STATUSES`.
    """

    funder: str
    axis: str
    year: int
    amount: int
    status: str
    reference: str


FUNDING_STATUSES = ("envisagé", "confirmé", "décaissé")
"""How far a funding is, in the words of `financements.csv`."""

STATE, STATE_NAMES = "Etat", frozenset({"etat", "état", "state", "the state"})


def canonical_funder(name: str) -> str:
    """Return the funder's name, the State by one spelling."""
    return STATE if " ".join(name.split()).casefold() in STATE_NAMES else name
