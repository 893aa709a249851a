"""What an officer may change in a workbook, drawn; and the same changes made to the CSV texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.engines.edits import SetCell
from tests.proof.folder import (
    ADOPTED,
    FUNDINGS,
    MATRIX,
    MAX_AMOUNT,
    PM,
    SETTINGS,
    WORK_PLAN,
    Folder,
    Row,
    amount,
    csv_text,
)
from tests.proof.plans import (
    BASES,
    FUNDING_COLUMNS,
    PLEDGES,
    QUARTER_COLUMNS,
    QUARTERS,
    SHARES,
    Pledge,
)
from tests.proof.trees import OPTIONAL_TEXTS, TEXTS, Amounts
from tests.workbook.built import Built

PARAMETERS = "Paramètres"
SHARE_KEY, BASE_KEY = "part_etat", "base_totaux"
TYPED = ("label", "responsible", "partners")
COLUMNS = ("activite", "responsable", "partenaires")


@dataclass(frozen=True, slots=True)
class AmountEdit:
    """The amount of an activity in a year, which is counted from 0; None empties it."""

    code: str
    year: int
    value: int | None


@dataclass(frozen=True, slots=True)
class ReserveEdit:
    """A reserve row filled: the action, the place of the row in it, the texts, the amounts."""

    action: str
    place: int
    texts: tuple[str, str, str]
    years: Amounts

    @property
    def key(self) -> str:
        """Return the key of the row."""
        return f"reserve:{self.action}:{self.place}"


@dataclass(frozen=True, slots=True)
class PledgeEdit:
    """A funding typed into a blank row of the register, whose place is counted from 0."""

    pledge: Pledge
    place: int = 0


@dataclass(frozen=True, slots=True)
class QuarterEdit:
    """A quarter of an activity, counted from 1, in the year of the work plan; None empties it."""

    code: str
    quarter: int
    value: int | None


@dataclass(frozen=True, slots=True)
class ShareEdit:
    """The State's share; None empties it."""

    value: float | None


@dataclass(frozen=True, slots=True)
class BaseEdit:
    """The base of totals."""

    value: str


Edit: TypeAlias = AmountEdit | ReserveEdit | PledgeEdit | QuarterEdit | ShareEdit | BaseEdit


def _amounts() -> SearchStrategy[int | None]:
    usual = st.sampled_from((None, 0, 1, 500_000, 37_500_000))
    return st.one_of(usual, usual, st.integers(1, MAX_AMOUNT))


@st.composite
def edits_of(draw: st.DrawFn, folder: Folder) -> list[Edit]:
    """Draw one to six edits of a folder's workbook, whose total stays within 15 digits."""
    rows, count = folder.rows(), len(folder.years)
    codes = st.sampled_from([row["code"] for row in rows])
    actions = st.sampled_from(list(dict.fromkeys(row["action"] for row in rows)))
    reserve = folder.settings.get("lignes_reserve", 1)
    assert isinstance(reserve, int)
    years = st.tuples(*[_amounts()] * count)
    texts = st.tuples(TEXTS, OPTIONAL_TEXTS, OPTIONAL_TEXTS)
    kinds: list[SearchStrategy[Edit]] = [
        st.builds(AmountEdit, codes, st.integers(0, count - 1), _amounts()),
        st.builds(ShareEdit, st.one_of(SHARES, st.none())),
        st.builds(BaseEdit, st.sampled_from(BASES)),
        st.builds(PledgeEdit, PLEDGES),
        st.builds(QuarterEdit, codes, st.integers(1, 4), QUARTERS),
    ]
    if reserve:
        kinds.append(st.builds(ReserveEdit, actions, st.integers(0, reserve - 1), texts, years))
    drawn = draw(st.lists(st.one_of(kinds[0], *kinds), min_size=1, max_size=6))
    return list(_fitted(drawn, folder))


Held: TypeAlias = dict[tuple[str, int], int]
"""What each row has in each year, which is counted from 0."""


def _fitted(edits: Sequence[Edit], folder: Folder) -> Iterator[Edit]:
    """Yield the edits, amounts cut so that the plan's total never passes the largest amount."""
    years = list(enumerate(folder.years))
    held = {(row["code"], year): amount(row[name]) for row in folder.rows() for year, name in years}
    place = len(folder.rows(FUNDINGS)) if FUNDINGS in folder.files else 0
    for edit in edits:
        if isinstance(edit, PledgeEdit):
            yield replace(edit, place=place)
            place += 1
        elif isinstance(edit, AmountEdit):
            yield replace(edit, value=_fit(held, (edit.code, edit.year), edit.value))
        elif isinstance(edit, ReserveEdit):
            fitted = [_fit(held, (edit.key, year), edit.years[year]) for year, _ in years]
            yield replace(edit, years=tuple(fitted))
        else:
            yield edit


def _fit(held: Held, place: tuple[str, int], value: int | None) -> int | None:
    """Return as much of an amount as the plan can still take, and hold it."""
    left = MAX_AMOUNT - sum(held.values()) + held.get(place, 0)
    fitted = None if value is None else min(value, left)
    held[place] = fitted or 0
    return fitted


# In the workbook


def script(built: Built, edits: Sequence[Edit], sheet_of: Mapping[str, str]) -> list[SetCell]:
    """Return the edits as an officer types them; `sheet_of` gives the sheet of a code."""
    return [cell for edit in edits for cell in _typed(built, edit, sheet_of)]


def _typed(built: Built, edit: Edit, sheet_of: Mapping[str, str]) -> Iterator[SetCell]:
    years = [f"y{year}" for year in built.source.plan.years]
    if isinstance(edit, AmountEdit):
        place = built.cell(sheet_of[edit.code], edit.code, years[edit.year])
        yield SetCell(*place, edit.value)
    elif isinstance(edit, ReserveEdit):
        sheet = sheet_of[edit.action]
        for column, text in zip(TYPED, edit.texts, strict=True):
            yield SetCell(*built.cell(sheet, edit.key, column), text or None)
        for column, value in zip(years, edit.years, strict=True):
            yield SetCell(*built.cell(sheet, edit.key, column), value)
    elif isinstance(edit, PledgeEdit):
        yield from _typed_pledge(built, edit)
    elif isinstance(edit, QuarterEdit):
        yield SetCell(*built.cell("PTA", f"line:{edit.code}", f"q{edit.quarter}"), edit.value)
    else:
        name = "Part_Etat" if isinstance(edit, ShareEdit) else "Base_Totaux"
        yield SetCell(*built.cell(PARAMETERS, name, "value"), edit.value)


def _typed_pledge(built: Built, edit: PledgeEdit) -> Iterator[SetCell]:
    """Yield what an officer types of a funding; the axis by the name of its sheet."""
    plan = built.source.plan
    sheets = {axis.code: axis.sheet for axis in plan.axes}
    row = edit.pledge.row(list(sheets), [str(year) for year in plan.years])
    cols = [*[f"y{year}" for year in plan.years], "total", "share", "counter"]
    typed: list[tuple[str, float | str]] = [
        ("label", row["bailleur"]),
        (cols[0], int(row["annee"])),
        (cols[1], int(row["montant"])),
        (cols[2], row["statut"]),
    ]
    if row["axe"]:
        typed.append(("axis", sheets[row["axe"]]))
    if row["reference"]:
        typed.append((cols[3], row["reference"]))
    for col, value in typed:
        yield SetCell(*built.cell("Financement", f"pledge:{edit.place}", col), value)


# In the texts


def edited_folder(folder: Folder, edits: Sequence[Edit], codes: Mapping[str, str]) -> Folder:
    """Return the folder after the edits, the plan as adopted kept beside it.

    `codes` gives the code that each filled reserve row shows.
    """
    rows = folder.rows()
    for edit in edits:
        if isinstance(edit, AmountEdit):
            _set_amount(rows, folder.years, edit)
    for row in rows:
        row["cout_total"] = _total(row, folder.years)
    filled = {edit.key: edit for edit in edits if isinstance(edit, ReserveEdit)}
    for key in sorted(filled, key=lambda key: filled[key].place):
        _add_row(rows, folder.years, filled[key], codes[key])
    files = {
        **folder.files,
        MATRIX: csv_text(list(folder.rows()[0]), rows),
        ADOPTED: folder.files.get(ADOPTED, folder.files[MATRIX]),
        SETTINGS: _settings(folder.files.get(SETTINGS, ""), edits),
        **_fundings(folder, edits),
        **_work_plan(folder, edits),
    }
    return Folder(files)


def _fundings(folder: Folder, edits: Sequence[Edit]) -> dict[str, str]:
    """Return `financements.csv` with the rows that were typed under those that it has."""
    typed = [edit.pledge for edit in edits if isinstance(edit, PledgeEdit)]
    if not typed:
        return {}
    axes = list(dict.fromkeys(row["axe"] for row in folder.rows()))
    held = folder.rows(FUNDINGS) if FUNDINGS in folder.files else []
    added = [pledge.row(axes, folder.years) for pledge in typed]
    return {FUNDINGS: csv_text(FUNDING_COLUMNS, [*held, *added])}


def _work_plan(folder: Folder, edits: Sequence[Edit]) -> dict[str, str]:
    """Return `pta.csv` with the quarters that were typed, of the year that the workbook shows."""
    typed = [edit for edit in edits if isinstance(edit, QuarterEdit)]
    rows = {(row["code"], row["annee"]): row for row in folder.rows(WORK_PLAN)}
    year = str(folder.settings.get("annee_pta", folder.years[0]))
    for edit in typed:
        blank = dict.fromkeys(QUARTER_COLUMNS, "") | {"code": edit.code, "annee": year}
        rows.setdefault((edit.code, year), blank)[f"t{edit.quarter}"] = _text(edit.value)
    return {WORK_PLAN: csv_text(QUARTER_COLUMNS, rows.values())} if typed else {}


def _set_amount(rows: Sequence[Row], years: Sequence[str], edit: AmountEdit) -> None:
    """Write an amount into its row."""
    row = next(row for row in rows if row["code"] == edit.code)
    row[years[edit.year]] = _text(edit.value)


def _text(value: int | None) -> str:
    return "" if value is None else str(value)


def _total(row: Row, years: Sequence[str]) -> str:
    """Return the total of a row: one that was PM stays so while it has no amount."""
    amounts = [row[year] for year in years if row[year]]
    if row["cout_total"] == PM and not amounts:
        return PM
    return str(sum(map(int, amounts)))


def _add_row(rows: list[Row], years: Sequence[str], edit: ReserveEdit, code: str) -> None:
    """Add the activity behind the last one of its action."""
    last = max(place for place, row in enumerate(rows) if row["action"] == edit.action)
    levels = {key: text for key, text in rows[last].items() if key.startswith(("axe", "o", "ac"))}
    amounts = {year: _text(value) for year, value in zip(years, edit.years, strict=True)}
    row = levels | {"code": code} | dict(zip(COLUMNS, edit.texts, strict=True)) | amounts
    rows.insert(last + 1, row | {"cout_total": _total({"cout_total": "", **amounts}, years)})


def _settings(text: str, edits: Sequence[Edit]) -> str:
    """Return `plan.toml` with the last share and base that were chosen, a blank one left out."""
    chosen: dict[str, float | str | None] = {}
    for edit in edits:
        if isinstance(edit, ShareEdit):
            chosen[SHARE_KEY] = edit.value
        elif isinstance(edit, BaseEdit):
            chosen[BASE_KEY] = edit.value
    kept = [line for line in text.splitlines() if re.split(r"\s*=", line)[0] not in chosen]
    lines = [
        f'{key} = "{value}"' if isinstance(value, str) else f"{key} = {value!r}"
        for key, value in chosen.items()
        if value is not None
    ]
    return "\n".join([*lines, *kept]) + "\n"
