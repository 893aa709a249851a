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
    columns = ["cout_total", *[str(year) for year in years]]
    frame = pd.DataFrame.from_records(list(rows), columns=["axe", *columns])
    amounts = frame[columns].replace(list(NOTHING), "0").astype("int64")
    by_axis = amounts.groupby(frame["axe"], sort=False).sum()
    by_axis.loc[PLAN] = amounts.sum()
    by_axis = by_axis.rename(columns={"cout_total": "total"})
    return {
        str(axis): {str(column): int(amount) for column, amount in row.items()}
        for axis, row in by_axis.to_dict("index").items()
    }
