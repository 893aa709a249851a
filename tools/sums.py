"""The published totals beside the sums of the activities and the document's known gaps."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tools.document import YEARS, Document, Total, Years

FIGURES = ("cout_total", *YEARS)
Figures = tuple[int, ...]
"""Six amounts in francs: the total, then the years in order."""
_NOTHING: Figures = (0,) * len(FIGURES)


@dataclass(frozen=True, slots=True)
class Figure:
    """One published figure: one column of one total."""

    level: str
    code: str
    column: str
    published: int
    computed: int
    """The sum of the activities under that heading."""
    explained: int
    """What the document's gaps add there."""

    @property
    def differs(self) -> bool:
        """True where the published figure is not the sum of the activities."""
        return self.published != self.computed

    @property
    def unexplained(self) -> int:
        """The francs that the gaps leave without explanation."""
        return self.published - self.computed - self.explained


def compare_figures(document: Document, gaps: Iterable[Mapping[str, str]]) -> list[Figure]:
    """Return each published figure of actions, objectives, axes and plan, with its sum and gaps.

    `gaps` are the rows of ecarts_document.csv: each counts at its own level and every level above.
    """
    computed = _add_up(
        (activity.action[0], _figures(activity.years)) for activity in document.activities
    )
    explained = _add_up((gap["code"], _figures(_read_years(gap))) for gap in gaps)
    return [
        Figure(total.level, total.code, *values)
        for total in document.totals
        if total.level not in ("etat", "partenaires")
        for values in zip(
            FIGURES,
            _published(total),
            computed.get(total.code, _NOTHING),
            explained.get(total.code, _NOTHING),
            strict=True,
        )
    ]


def find_sum_faults(document: Document) -> Iterator[str]:
    """Return, in French, what does not hold inside the document, the known gaps left aside.

    Each activity's total is its years' sum; the matrix and the *Récapitulatif* print the same
    totals of axes and plan; the State's and the partners' shares make the plan.
    """
    for activity in document.activities:
        if (activity.total or 0) != _figures(activity.years)[0]:
            yield f"Document, {activity.code} : le coût total n'est pas la somme des années"
    totals = {total.code: _published(total) for total in document.totals}
    for echo in document.echoes:
        if _published(echo) != totals.get(echo.code):
            yield f"Document, {echo.title} : le Récapitulatif ne donne pas les mêmes chiffres"
    state, partners, plan = (
        totals.get(code, _NOTHING)[0] for code in ("ETAT", "PARTENAIRES", "PLAN")
    )
    if state + partners != plan:
        yield "Document, Récapitulatif : les deux parts ne font pas le budget total"


def find_gap_faults(gaps: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """Return, in French, the cells of ecarts_document.csv that are not whole francs."""
    for gap in gaps:
        for year in YEARS:
            if not re.fullmatch(r"(-?\d+)?", gap[year]):
                yield (
                    f"ecarts_document.csv, {gap['id']}, {year} : "
                    f"« {gap[year]} » n'est pas un montant entier"
                )


def _read_years(row: Mapping[str, str]) -> Years:
    """Return the years of a CSV row, in francs; None is a blank cell."""
    return tuple(int(row[year]) if row[year] else None for year in YEARS)


def _add_up(amounts: Iterable[tuple[str, Figures]]) -> dict[str, Figures]:
    """Return the sums by code, each amount counted at its own code and at every one above it."""
    sums: dict[str, Figures] = {}
    for code, figures in amounts:
        for above in _codes_up(code):
            sums[above] = tuple(
                a + b for a, b in zip(sums.get(above, _NOTHING), figures, strict=True)
            )
    return sums


def _codes_up(code: str) -> list[str]:
    """Return the code and those above it: IV.2.1, IV.2, IV, PLAN."""
    parts = code.split(".")
    return [".".join(parts[:size]) for size in range(len(parts), 0, -1)] + ["PLAN"]


def _figures(years: Years) -> Figures:
    """Return the six figures of a row of years; a blank counts 0."""
    amounts = tuple(year or 0 for year in years)
    return (sum(amounts), *amounts)


def _published(total: Total) -> Figures:
    """Return the six figures as published; a blank counts 0."""
    return tuple(amount or 0 for amount in (total.total, *total.years))
