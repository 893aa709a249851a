"""The published plan as plain records, read from the text of the document.

Nothing is corrected here: an amount stands in the year where the text prints it. The few
corrections that the transcription makes are named, with their reasons, in `tools.decisions`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tools.errors import FileError, LineError, explain_refusal
from tools.table import Row, drop_blanks, lines_between, read_amounts, read_rows, split_cells

YEARS = ("2016", "2017", "2018", "2019", "2020")
Years = tuple[int | None, ...]
Heading = tuple[str, str]
_NO_HEADING: Heading = ("", "")
_ORDER = {
    code: rank
    for rank, code in enumerate(("I", "II", "III", "IV", "V", "PLAN", "ETAT", "PARTENAIRES"))
}
_SUMMARY = (
    (r"Axe Stratégique ([IV]+):", "axe", r"\1"),
    (r"Dispositif de mise en œuvre", "axe", "V"),
    (r"BUDGET TOTAL", "plan", "PLAN"),
    (r"Part de l'Etat", "etat", "ETAT"),
    (r"Montant à mobiliser", "partenaires", "PARTENAIRES"),
)
"""Rows of the *Récapitulatif*: how the label begins, level, code."""


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity of the matrix; titles and labels to the letter, amounts in francs."""

    axis: Heading
    """Code and title: ("I", "Prévention…")."""
    objective: Heading
    """Code and title: ("I.1", "Disposer…")."""
    action: Heading
    """Code and title: ("I.1.1", "Développement…")."""
    code: str
    """Regular code, from the action and the activity's rank in it: I-1.1.1."""
    printed_code: str
    """The code as the document prints it, mostly the same."""
    label: str
    responsible: str
    partners: str
    total: int | None
    """None is PM (*pour mémoire*: no cost)."""
    years: Years
    """One amount per year; None is a blank cell."""
    cut: bool
    """True where a page end cut the row in two."""


@dataclass(frozen=True, slots=True)
class Total:
    """One published total, in francs."""

    level: str
    """action, objectif, axe, plan, etat or partenaires."""
    code: str
    title: str
    """The whole label, as printed."""
    total: int | None
    years: Years
    """None is a blank cell; a printed dash is 0."""


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the log frame: a statement and its indicator."""

    code: str
    level: str
    """effet (of an objective) or produit (of an action)."""
    statement: str
    indicator: str


@dataclass(frozen=True, slots=True)
class Acronym:
    """One line of the list of acronyms."""

    short: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Document:
    """What the transcription takes from the document, each list in plan order."""

    activities: tuple[Activity, ...]
    totals: tuple[Total, ...]
    echoes: tuple[Total, ...]
    """The totals of axes and plan once more, as the matrix prints them.

    In `totals` they are those of the *Récapitulatif*.
    """
    results: tuple[Result, ...]
    acronyms: tuple[Acronym, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row of the matrix stands: the headings above it, its rank in the action."""

    axis: Heading = _NO_HEADING
    objective: Heading = _NO_HEADING
    action: Heading = _NO_HEADING
    rank: int = 0

    def enter(self, row: Row) -> "_Place":
        """Return the place after `row`."""
        heading = (row.code, row.text)
        if row.kind == "axe":
            return _Place(axis=heading)
        if row.kind == "objectif":
            return _Place(axis=self.axis, objective=heading)
        if row.kind == "action":
            return replace(self, action=heading, rank=0)
        return replace(self, rank=self.rank + (row.kind == "activité"))


def read_document(path: Path) -> Document:
    """Return the records of the document at `path`; ReadError if it cannot be read."""
    try:
        return parse_document(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise FileError(path.name, explain_refusal(error)) from error
    except UnicodeDecodeError as error:
        raise FileError(
            path.name, f"octet illisible en UTF-8 à la position {error.start}"
        ) from error


def parse_document(text: str) -> Document:
    """Return the records of the document's text."""
    rows = read_rows(lines_between(text, "AXE STRATEGIQUE I:", "Annexe 2"))
    placed = list(_follow(rows))
    totals = [*_summary_totals(text), *_matrix_totals(placed, ("action", "sous-total"))]
    return Document(
        activities=tuple(
            _read_activity(place, row) for place, row in placed if row.kind == "activité"
        ),
        totals=tuple(sorted(totals, key=_plan_order)),
        echoes=tuple(sorted(_matrix_totals(placed, ("total", "plan")), key=_plan_order)),
        results=tuple(_read_results(rows)),
        acronyms=tuple(_read_acronyms(text)),
    )


def _follow(rows: Iterable[Row]) -> Iterator[tuple[_Place, Row]]:
    """Return each row with its place in the plan."""
    place = _Place()
    for row in rows:
        place = place.enter(row)
        yield place, row


def _read_activity(place: _Place, row: Row) -> Activity:
    """Return the activity printed on `row`: label, responsible, partners, total, years."""
    code = f"{place.action[0].replace('.', '-', 1)}.{place.rank}"
    responsible, partners, cost, *rest = (*row.cells, "", "", "")
    total, *years = read_amounts(row.line, [cost, *rest])
    if total is None and cost != "PM":
        raise LineError(row.line, f"l'activité {row.code} n'a ni coût total ni PM")
    return Activity(
        axis=place.axis,
        objective=place.objective,
        action=place.action,
        code=code,
        printed_code=row.code,
        label=row.text,
        responsible=responsible,
        partners=partners,
        total=total,
        years=tuple(years),
        cut=row.cut,
    )


def _matrix_totals(placed: Iterable[tuple[_Place, Row]], kinds: tuple[str, ...]) -> Iterator[Total]:
    """Return the totals on the rows of these kinds; the code is that of the place."""
    for place, row in placed:
        if row.kind in kinds:
            total, *years = read_amounts(row.line, drop_blanks(row.cells))
            level, code = {
                "action": ("action", place.action[0]),
                "sous-total": ("objectif", place.objective[0]),
                "total": ("axe", place.axis[0]),
                "plan": ("plan", "PLAN"),
            }[row.kind]
            yield Total(level, code, row.label, total, tuple(years))


def _summary_totals(text: str) -> Iterator[Total]:
    """Return the totals of the *Récapitulatif*: axes, plan and shares; the total comes last."""
    for line, content in lines_between(text, "Axe Stratégique I:", "Graphique"):
        cells = split_cells(content)
        if cells:
            label, *amounts = cells
            level, code = _read_summary_label(line, label)
            if level in ("etat", "partenaires"):
                total, *years = read_amounts(line, amounts)
            else:
                *years, total = read_amounts(line, amounts)
            yield Total(level, code, label, total, tuple(years))


def _read_summary_label(line: int, label: str) -> tuple[str, str]:
    """Return the level and code of a row of the *Récapitulatif*."""
    for pattern, level, code in _SUMMARY:
        if match := re.match(pattern, label):
            return level, match.expand(code)
    raise LineError(line, f"ligne inconnue du Récapitulatif « {label} »")


def _plan_order(total: Total) -> tuple[int, ...]:
    """Return a sort key: each axis, its objectives, their actions; plan, State, partners last."""
    first, *numbers = total.code.split(".")
    return (_ORDER.get(first, len(_ORDER)), *map(int, numbers))


def _read_results(rows: list[Row]) -> Iterator[Result]:
    """Return the log frame: each effet and produit with the indicator of the same code."""
    indicators = {row.code: row.text for row in rows if row.kind == "indicateur"}
    for row in rows:
        if row.kind in ("effet", "produit"):
            if row.code not in indicators:
                raise LineError(row.line, f"« {row.label} » est sans indicateur")
            yield Result(row.code, row.kind, row.text, indicators[row.code])


def _read_acronyms(text: str) -> Iterator[Acronym]:
    """Return the list of acronyms; some lines print no colon before the meaning."""
    for line, content in lines_between(text, "SIGLES ET ACRONYMES$", "INTRODUCTION"):
        short, *meaning = split_cells(content) or [""]
        if len(meaning) == 1:
            yield Acronym(short, meaning[0].removeprefix(":").strip())
        elif short not in ("", "SIGLES ET ACRONYMES"):
            raise LineError(line, f"sigle sans libellé « {short} »")
