"""What a drawn document prints beside its matrix: gaps it has, and totals that hold them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.proof.folder import LEVELS, MAX_AMOUNT, PLAN, Row, sums
from tests.proof.trees import LARGEST, TEXTS, Amounts

Place = tuple[str, str]
"""(level, code)."""

Totals = dict[Place, list[int]]


@dataclass(frozen=True, slots=True)
class GapDraft:
    """A gap before it is known where it can stand: `place` counts the entities of the plan."""

    place: int
    kind: str
    explanation: str
    years: Amounts


@dataclass(frozen=True, slots=True)
class Document:
    """What is drawn of the document: the levels it prints totals of, by year or not; its gaps."""

    levels: Sequence[str]
    dated: bool
    gaps: Sequence[GapDraft]


def documents(years: int) -> SearchStrategy[Document | None]:
    """Draw a document; None has no totals, nor gaps."""
    franc = st.sampled_from(LARGEST).flatmap(lambda most: st.integers(-most, most))
    amounts = st.tuples(*[st.one_of(st.none(), franc)] * years)
    gaps = st.lists(st.builds(GapDraft, st.integers(0, 99), TEXTS, TEXTS, amounts), max_size=3)
    levels = st.sampled_from((("axe", "plan"), (), ("plan",), ("objectif",), (*LEVELS, "plan")))
    return st.one_of(st.none(), st.builds(Document, levels, st.booleans(), gaps))


def parents(rows: Sequence[Row]) -> dict[Place, tuple[Place, ...]]:
    """Return by entity those that contain it, itself and the plan included."""
    found: dict[Place, tuple[Place, ...]] = {}
    for row in rows:
        above: tuple[Place, ...] = (("plan", PLAN),)
        for level in LEVELS:
            above = (*above, (level, row[level]))
            found[above[-1]] = above
    return found


def gap_rows(
    drafts: Sequence[GapDraft],
    totals: Totals,
    above: Mapping[Place, Sequence[Place]],
    years: Sequence[str],
) -> list[Row]:
    """Return the records of the gaps, and add them to the totals that they are in."""
    places, rows = list(above), []
    for number, draft in enumerate(drafts, 1):
        level, code = place = places[draft.place % len(places)]
        row = {"id": f"E{number}", "niveau": level, "code": code, "nature": draft.kind}
        for year, (header, amount) in enumerate(zip(years, draft.years, strict=True)):
            held = _held(amount or 0, totals, above[place], year)
            row[header] = "" if amount is None else str(held)
        rows.append(row | {"explication": draft.explanation})
    return rows


def _held(amount: int, totals: Totals, above: Sequence[Place], year: int) -> int:
    """Return the amount as far as no total gets negative, nor the plan's too large; add it."""
    least = -min(totals[place][year] for place in above)
    most = MAX_AMOUNT - sum(totals["plan", PLAN])
    held = max(least, min(amount, most))
    for place in above:
        totals[place][year] += held
    return held


def total_rows(
    totals: Totals, document: Document, known: Sequence[Place], years: Sequence[str]
) -> list[Row]:
    """Return the records of the totals that the document prints, of the entities known."""
    return [
        {
            "niveau": level,
            "code": code,
            "intitule": f"Total {level} {code}",
            "cout_total": str(sum(totals[level, code])),
            **(_dated(totals[level, code], years) if document.dated else {}),
        }
        for level, code in [*known, ("plan", PLAN)]
        if level in document.levels
    ]


def _dated(values: Sequence[int], years: Sequence[str]) -> Row:
    return {year: str(value) for year, value in zip(years, values, strict=True)}


def document_rows(
    document: Document, adopted: Sequence[Row], today: Sequence[Row], years: Sequence[str]
) -> tuple[list[Row], list[Row]]:
    """Return the records of the totals and of the gaps, from the plan as adopted.

    An entity that has no activity left today is still printed, with the gaps it has.
    """
    above = parents([*today, *adopted])
    totals = dict.fromkeys(above, [0] * len(years)) | sums(adopted, years)
    totals = {place: list(values) for place, values in totals.items()}
    gaps = gap_rows(document.gaps, totals, above, years)
    return total_rows(totals, document, list(above), years), gaps
