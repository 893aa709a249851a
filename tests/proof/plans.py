"""Whole source folders, drawn: matrices of any shape, with or without the files beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from tests.proof.codes import SHAPES
from tests.proof.folder import (
    ADOPTED,
    FRAME,
    FUNDINGS,
    GAPS,
    LEVELS,
    MATRIX,
    MAX_AMOUNT,
    PM,
    PUBLISHED,
    SETTINGS,
    WORK_PLAN,
    Folder,
    Row,
    csv_text,
)
from tests.proof.published import Document, document_rows, documents
from tests.proof.trees import PHRASES, Cost, Entry, flatten, trees

COLUMNS = [column for level in LEVELS for column in (level, f"{level}_intitule")]
COLUMNS += ["code", "activite", "responsable", "partenaires", "cout_total"]
EXTRA = ("code_document", "note", "x_suivi")
SHEET_NAMES = (
    "Volet {}", "A{}", "R{}C1", "Axe, {}", 'Axe "{}"', "Axe !{}", "Axe & <{}>", "L'axe {}", "E{}",
)  # fmt: skip
TITLES = tuple(text for text in PHRASES if len(text) < 100 and text.isprintable() and text.strip())
SHARES = st.one_of(
    st.sampled_from((0.22, 0.0, 1.0, 1 / 3, 0.07, 0.999999)),
    st.floats(0, 1, allow_subnormal=False),
)
BASES = ("Publiée", "Recalculée")
FUNDERS = ("Etat", "PTF", "Union européenne", "=1+1", "<b> & Cie")
STATUSES = ("envisagé", "confirmé", "décaissé")
MAX_FUNDING = 10**12
FUNDING_COLUMNS = ("bailleur", "axe", "annee", "montant", "statut", "reference")


QUARTER_COLUMNS = ("code", "annee", "t1", "t2", "t3", "t4")
QUARTERS = st.one_of(st.none(), st.sampled_from((0, 1, 500_000)), st.integers(0, 10**9))


@dataclass(frozen=True, slots=True)
class Settings:
    """What is drawn of `plan.toml`; None leaves the key out."""

    title: str | None
    share: float | None
    base: str | None
    reserve_rows: int | None
    sheet_name: str | None
    alias: bool
    rate: float | None
    work_year: int | None


SETTINGS_DRAWN = st.builds(
    Settings,
    st.one_of(st.none(), st.sampled_from(TITLES)),
    st.one_of(st.none(), SHARES),
    st.sampled_from((None, *BASES)),
    st.one_of(st.none(), st.integers(0, 3)),
    st.one_of(st.none(), st.sampled_from(SHEET_NAMES)),
    st.booleans(),
    st.sampled_from((None, 655.957, 1.0, 0.0015)),
    st.one_of(st.none(), st.integers(0, 6)),
)


@dataclass(frozen=True, slots=True)
class Pledge:
    """A funding: its axis and its year by their places (no axis: None), whole francs."""

    funder: str
    axis: int | None
    year: int
    amount: int
    status: str
    reference: str

    def row(self, axes: Sequence[str], years: Sequence[str]) -> Row:
        """Return the record of `financements.csv`."""
        axis = "" if self.axis is None else axes[self.axis % len(axes)]
        amount = str(self.amount)
        texts = (self.funder, axis, years[self.year % len(years)], amount, self.status)
        return dict(zip(FUNDING_COLUMNS, (*texts, self.reference), strict=True))


PLEDGES = st.builds(
    Pledge,
    st.sampled_from(FUNDERS),
    st.one_of(st.none(), st.integers(0, 7)),
    st.integers(0, 6),
    st.one_of(st.sampled_from((0, 1, 37_500_000)), st.integers(0, MAX_FUNDING)),
    st.sampled_from(STATUSES),
    st.sampled_from(("", "Convention n° 1")),
)


@st.composite
def folders(draw: st.DrawFn, axes: int = 8) -> Folder:
    """Draw the source folder of a plan of one to `axes` axes and one to seven years."""
    first, count = draw(st.integers(2000, 2040)), draw(st.integers(1, 7))
    years = [str(first + place) for place in range(count)]
    shape = SHAPES[draw(st.sampled_from(sorted(SHAPES)))]
    entries = list(flatten(draw(trees(count, axes)), shape))
    if draw(st.booleans()):
        entries = entries[::2] + entries[1::2]  # the rows of an action need not be together
    document = draw(documents(count))
    today, adopted = _versions(entries, years, MAX_AMOUNT, changed=draw(st.booleans()))
    header = [*COLUMNS, *years, *(EXTRA if draw(st.booleans()) else ())]
    files = {MATRIX: csv_text(header, today)}
    if adopted is not today:
        files[ADOPTED] = csv_text(header, adopted)
    files |= _document_files(document, adopted, today, years)
    files |= _frame_file(entries, today)
    files |= _settings_file(draw(st.one_of(st.none(), SETTINGS_DRAWN)), today, years)
    pledges = draw(st.one_of(st.none(), st.lists(PLEDGES, max_size=3)))
    files |= _fundings_file(pledges, today, years)
    files |= draw(_work_plan_files(today, years))
    return Folder(files)


def _versions(
    entries: Sequence[Entry], years: Sequence[str], most: int, *, changed: bool
) -> tuple[list[Row], list[Row]]:
    """Return the records of today and those adopted: the same list where nothing changed."""
    known = [(entry, entry.draft.cost) for entry in entries]
    if not changed:
        rows = _rows(known, years, most)
        return rows, rows
    fates = [(entry, entry.draft.fate or ("same", entry.draft.cost)) for entry in entries]
    today = [(entry, entry.draft.cost) for entry, (fate, _) in fates if fate != "gone"]
    before = [(entry, cost) for entry, (fate, cost) in fates if fate != "new"]
    return _rows(today or known, years, most), _rows(before or known, years, most)


def _rows(costs: Sequence[tuple[Entry, Cost]], years: Sequence[str], most: int) -> list[Row]:
    """Return the records of a matrix, whose total is `most` at most."""
    left, rows = most, []
    for entry, cost in costs:
        row = _texts(entry) | dict.fromkeys(years, "") | {"cout_total": PM}
        if cost is not None:
            amounts = list(_capped(cost, left))
            total = sum(amount or 0 for amount in amounts)
            left -= total
            row["cout_total"] = str(total)
            pairs = zip(years, amounts, strict=True)
            row |= {year: _blank_or(amount) for year, amount in pairs}
        rows.append(row)
    return rows


def _capped(amounts: Sequence[int | None], left: int) -> Iterator[int | None]:
    for amount in amounts:
        held = None if amount is None else min(amount, left)
        left -= held or 0
        yield held


def _texts(entry: Entry) -> Row:
    row = {"code": entry.code, "activite": entry.draft.label, "note": "à voir", "x_suivi": "x"}
    for level, (code, branch) in zip(LEVELS, entry.above, strict=True):
        row |= {level: code, f"{level}_intitule": branch.title}
    return row | {"responsable": entry.draft.responsible, "partenaires": entry.draft.partners}


def _document_files(
    document: Document | None, adopted: list[Row], today: list[Row], years: Sequence[str]
) -> dict[str, str]:
    if document is None:
        return {}
    totals, gaps = document_rows(document, adopted, today, years)
    named = ["niveau", "code", "intitule", "cout_total", *years]
    explained = ["id", "niveau", "code", "nature", "explication", *years]
    files = {PUBLISHED: csv_text(named, totals)} if totals else {}
    return files | ({GAPS: csv_text(explained, gaps)} if gaps else {})


def _frame_file(entries: Sequence[Entry], today: Sequence[Row]) -> dict[str, str]:
    """Return the log frame of the objectives and actions that stand, if any has a result."""
    codes = {row[level] for row in today for level in ("objectif", "action")}
    rows = {}
    for entry in entries:
        for level, (code, branch) in zip(("effet", "produit"), entry.above[1:], strict=True):
            if branch.result and code in codes:
                text, indicator = branch.result
                row = {"code": code, "niveau": level, "enonce": text, "indicateur": indicator}
                rows[level, code] = row
    header = ["code", "niveau", "enonce", "indicateur"]
    return {FRAME: csv_text(header, rows.values())} if rows else {}


def _fundings_file(
    pledges: Sequence[Pledge] | None, today: Sequence[Row], years: Sequence[str]
) -> dict[str, str]:
    if pledges is None:
        return {}
    axes = list(dict.fromkeys(row["axe"] for row in today))
    rows = [pledge.row(axes, years) for pledge in pledges]
    return {FUNDINGS: csv_text(FUNDING_COLUMNS, rows)}


@st.composite
def _work_plan_files(draw: st.DrawFn, today: Sequence[Row], years: Sequence[str]) -> dict[str, str]:
    """Draw the quarters of up to four activities and years, mostly no file at all."""
    places = st.tuples(st.sampled_from([row["code"] for row in today]), st.sampled_from(years))
    spread = st.dictionaries(places, st.tuples(*[QUARTERS] * 4), max_size=4)
    rows = [
        dict(zip(QUARTER_COLUMNS, (code, year, *map(_blank_or, amounts)), strict=True))
        for (code, year), amounts in draw(spread).items()
    ]
    return {WORK_PLAN: csv_text(QUARTER_COLUMNS, rows)} if rows else {}


def _blank_or(amount: int | None) -> str:
    return "" if amount is None else str(amount)


def _settings_file(
    settings: Settings | None, today: Sequence[Row], years: Sequence[str]
) -> dict[str, str]:
    if settings is None:
        return {}
    keys = {
        "titre": settings.title,
        "part_etat": settings.share,
        "base_totaux": settings.base,
        "lignes_reserve": settings.reserve_rows,
    }
    if settings.work_year is not None:
        keys["annee_pta"] = int(years[settings.work_year % len(years)])
    lines = [f"{key} = {_toml(value)}" for key, value in keys.items() if value is not None]
    if settings.sheet_name:
        axes = list(dict.fromkeys(row["axe"] for row in today))
        names = [settings.sheet_name.format(place) for place in range(1, len(axes) + 1)]
        lines.append("[feuilles]")
        lines += [f"{_toml(code)} = {_toml(name)}" for code, name in zip(axes, names, strict=True)]
    if settings.alias:
        lines += ["[alias]", 'PTF = "Bailleurs"', 'ONP = "Office"']
    if settings.rate is not None:
        lines += ["[taux]", f'EUR = {{ taux = {settings.rate}, date = "un jour" }}']
    return {SETTINGS: "\n".join(lines) + "\n"}


def _toml(value: str | float) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
