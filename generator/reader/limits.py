"""How much is taken from one file, so that a small file cannot fill the memory."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.reader.refusals import refuse
from generator.texts import show_number

MOST: Mapping[str, int] = MappingProxyType(
    {
        "feuilles": 1_000,
        "lignes": 400_000,
        "cellules": 4_000_000,
        "caractères de formules partagées": 100_000_000,
        "textes": 500_000,
        "colonnes décrites": 50_000,
        "cellules fusionnées": 50_000,
        "zones de validation ou de mise en forme": 200_000,
        "liens": 200_000,
        "dessins": 10_000,
    }
)
"""What a workbook may hold, in all its sheets; a plan of 10 000 activities stays under half."""


class Limits:
    """What is still left of each limit while one file is being read."""

    def __init__(self, most: Mapping[str, int] = MOST) -> None:
        self._most = most
        self._left = dict(most)

    def take(self, noun: str, count: int) -> None:
        """Count what was read; more than the limit is refused."""
        self._left[noun] -= count
        if self._left[noun] < 0:
            refuse("many", limit=show_number(self._most[noun]), noun=noun)
