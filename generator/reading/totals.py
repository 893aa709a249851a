"""Control totals that pandas takes straight from the rows of the CSV, without the formulas.

They are the first witness: every build compares the workbook's totals with them, and *Empreinte*
carries them, so that a copy whose base was touched is recognised.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

PLAN = "PLAN"
NOTHING = ("", "PM")


class Controls(NamedTuple):
    """Totals in whole francs by axis code, and under `PLAN` those of the plan.

    Each maps `total` (column *cout_total*), then the years by their header. `adopted` are those of
    the adopted plan.
    """

    base: Mapping[str, Mapping[str, int]]
    adopted: Mapping[str, Mapping[str, int]]


def control_totals(
    rows: Sequence[Mapping[str, str]], years: Sequence[int]
) -> dict[str, dict[str, int]]:
    """Return by axis code and for the plan the sum of *cout_total* and of each year, in francs.

    Rows are the CSV's records with amounts as plain digits; blanks and `PM` count for nothing, and
    any other text is an error (`ValueError`).
    """
    columns = {"total": "cout_total"} | {str(year): str(year) for year in years}
    amounts = pd.DataFrame(
        {name: [_francs(row[column]) for row in rows] for name, column in columns.items()},
        dtype="int64",
    )
    by_axis = amounts.groupby([row["axe"] for row in rows], sort=False).sum()
    totals = dict(zip(by_axis.index, by_axis.to_numpy().tolist(), strict=True))
    totals[PLAN] = amounts.sum().tolist()
    return {axis: dict(zip(columns, summed, strict=True)) for axis, summed in totals.items()}


def _francs(text: str) -> int:
    return 0 if text in NOTHING else int(text)
