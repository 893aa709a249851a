"""What the document says, typed by hand from sections I to III and the *Récapitulatif*."""

from __future__ import annotations

import csv
from pathlib import Path

# Section I.A-D and III.A: budget, share in the text, actions, activities of each block.
AXES = {
    "Axe I": (2_045_000_000, "23,23", 6, 26),
    "Axe II": (3_001_000_000, "34,09", 3, 17),
    "Axe III": (1_245_000_000, "14,14", 7, 20),
    "Axe IV": (760_000_000, "8,63", 3, 12),
    "Dispositif": (1_751_000_000, "19,89", 5, 19),
}

# *Récapitulatif du financement*, row for row: 2016 to 2020, total.
SUMMARY = {
    "axe:I": (382_500_000, 484_000_000, 409_000_000, 392_500_000, 377_000_000, 2_045_000_000),
    "axe:II": (265_000_000, 1_226_000_000, 895_000_000, 430_000_000, 185_000_000, 3_001_000_000),
    "axe:III": (89_000_000, 549_000_000, 284_000_000, 161_500_000, 161_500_000, 1_245_000_000),
    "axe:IV": (76_000_000, 156_000_000, 246_000_000, 196_000_000, 86_000_000, 760_000_000),
    "axe:V": (195_000_000, 729_000_000, 392_000_000, 305_000_000, 130_000_000, 1_751_000_000),
    "budget": (
        1_007_500_000, 3_144_000_000, 2_226_000_000, 1_485_000_000, 939_500_000, 8_802_000_000,
    ),
}  # fmt: skip

STATE, PARTNERS = 1_936_440_000, 6_865_560_000

# Sum of the activities, worked out by hand: the plan, then what the document's gaps add to it.
COMPUTED = (967_500_000, 3_094_000_000, 2_156_000_000, 1_547_500_000, 927_000_000, 8_692_000_000)
COMPUTED_STATE, COMPUTED_PARTNERS = 1_912_240_000, 6_779_760_000
GAPS = {
    "E1": (40_000_000, 50_000_000, 45_000_000, 37_500_000, 37_500_000, 210_000_000),
    "E2": (0, 0, 0, -100_000_000, 0, -100_000_000),
    "E3": (0, 0, 25_000_000, 0, -25_000_000, 0),
}
GAPS_AT = {
    "E1": {("objectif", "II.2"), ("axe", "II"), ("plan", "PLAN")},
    "E2": {("action", "IV.2.1"), ("objectif", "IV.2"), ("axe", "IV"), ("plan", "PLAN")},
    "E3": {("action", "IV.2.1"), ("objectif", "IV.2"), ("axe", "IV"), ("plan", "PLAN")},
}

YEARS = ("2016", "2017", "2018", "2019", "2020")


def published() -> dict[tuple[str, str], tuple[int, ...]]:
    """Return the 46 published rows by (level, code): 2016 to 2020, total.

    They are read from `totaux_publies.csv`, which `tools.check_transcription` holds against the
    document figure by figure.
    """
    with Path("source/totaux_publies.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = [row for row in csv.DictReader(stream, delimiter=";") if row["2016"]]
    return {
        (row["niveau"], row["code"]): tuple(int(row[col]) for col in (*YEARS, "cout_total"))
        for row in rows
    }


def gap(level: str, code: str) -> tuple[int, ...]:
    """Return what the documented gaps add at a level: 2016 to 2020, total."""
    ids = [name for name, places in GAPS_AT.items() if (level, code) in places]
    return tuple(sum(GAPS[name][place] for name in ids) for place in range(6))
