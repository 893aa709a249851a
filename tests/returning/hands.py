"""Officers' copies of one plan, drawn so that they often meet; and what they come to by hand."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from hypothesis import strategies as st

from tests.copies.edited import Edited
from tests.engines.edits import Input, SetCell
from tests.proof.edits import AmountEdit, ReserveEdit, edited_folder
from tests.proof.folder import (
    ADOPTED,
    LEVELS,
    MATRIX,
    MAX_AMOUNT,
    WORK_PLAN,
    Folder,
    Row,
    amount,
    csv_text,
)
from tests.proof.plans import folders
from tests.proof.trees import Amounts
from tests.reader.archives import read_archive
from tests.workbook.built import Built

AMOUNTS = st.sampled_from((None, 0, 1, 2))
DECISIONS = st.sampled_from(
    (("reportée", ""), ("reportée", "Faute de crédits"), ("retirée", ""), ("", "Vote attendu"))
)
LABELS = st.sampled_from(("Une", "Autre"))
ROOM = 1_000
"""What copies add to a plan's total, at most."""

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Hand(NamedTuple):
    """What an officer types: amounts by (code, year), decisions by code, ceilings by (axis, year).

    `filled` are reserve rows by (action, place): the label, and the amounts. Years are counted
    from 0. `deleted` are the activities whose row is deleted.
    """

    amounts: Mapping[tuple[str, int], int | None]
    decisions: Mapping[str, tuple[str, str]]
    ceilings: Mapping[tuple[str, int], int]
    filled: Mapping[tuple[str, int], tuple[str, Amounts]]
    deleted: frozenset[str] = frozenset()

    def touches(self, code: str, rows: Mapping[str, Row], years: Sequence[str]) -> bool:
        """Tell whether the officer changed an activity, or decided of it."""
        changed = {
            own
            for (own, year), value in self.amounts.items()
            if value != held(rows[own][years[year]])
        }
        return code in changed or code in self.decisions


class Case(NamedTuple):
    """A plan, and the copies that officers made of it."""

    folder: Folder
    hands: tuple[Hand, ...]

    def __str__(self) -> str:
        """Return the plan's texts, and what is typed into each copy."""
        return "\n".join([str(self.folder), *map(str, self.hands)])


class Joined(NamedTuple):
    """What copies come to: one officer's work, and the codes that they clash over."""

    hand: Hand
    clashes: frozenset[str]


def held(text: str) -> int | None:
    """Return the amount in a cell of the CSV, None where it is blank."""
    return amount(text) if text else None


# Drawn


@st.composite
def cases(draw: st.DrawFn, *, deleting: bool = True) -> Case:
    """Draw a plan of one to three axes, and two or three copies of it."""
    folder = draw(folders(axes=3).filter(_has_room))
    rows = folder.rows()
    codes = draw(st.lists(st.sampled_from([row["code"] for row in rows]), min_size=1, max_size=3))
    years = st.integers(0, min(1, len(folder.years) - 1))
    axes = st.sampled_from(list(dict.fromkeys(row["axe"] for row in rows)))
    places = st.tuples(st.sampled_from(codes), years)
    contents = st.tuples(LABELS, st.tuples(*[AMOUNTS] * len(folder.years)))
    reserves = _reserves(folder)
    gone = sorted(set(codes) & set(_deletable(folder))) if deleting else []
    one = st.builds(
        Hand,
        st.dictionaries(places, AMOUNTS, max_size=3),
        st.dictionaries(st.sampled_from(codes), DECISIONS, max_size=1),
        st.dictionaries(st.tuples(axes, years), st.integers(0, 2), max_size=1),
        st.dictionaries(st.sampled_from(reserves), contents, max_size=1)
        if reserves
        else st.just({}),
        st.frozensets(st.sampled_from(gone), max_size=1) if gone else st.just(frozenset[str]()),
    )
    hands = draw(st.lists(one, min_size=2, max_size=3))
    return Case(folder, tuple(map(_without_deleted, hands)))


def _has_room(folder: Folder) -> bool:
    return sum(amount(row["cout_total"]) for row in folder.rows()) < MAX_AMOUNT - ROOM


def _reserves(folder: Folder) -> list[tuple[str, int]]:
    """Return the reserve rows of two actions at most."""
    count = folder.settings.get("lignes_reserve", 1)
    assert isinstance(count, int)
    actions = list(dict.fromkeys(row["action"] for row in folder.rows()))[:2]
    return [(action, place) for action in actions for place in range(count)]


def _deletable(folder: Folder) -> list[str]:
    """Return activities that stand as they were adopted, not the first of their action.

    Half of the plan at most.
    """
    rows, adopted = folder.rows(), {row["code"]: row for row in folder.adopted}
    first = {row["action"]: row["code"] for row in reversed(rows)}
    codes = [
        row["code"]
        for row in rows
        if row["code"] != first[row["action"]] and adopted.get(row["code"]) == row
    ]
    return codes[: len(rows) // 2]


def _without_deleted(hand: Hand) -> Hand:
    """Return what is left to type once the rows to delete are left alone."""
    return hand._replace(
        amounts={at: own for at, own in hand.amounts.items() if at[0] not in hand.deleted},
        decisions={at: own for at, own in hand.decisions.items() if at not in hand.deleted},
    )


# In the workbook


def copy_of(built: Built, folder: Folder, hand: Hand, target: Path) -> Path:
    """Return the copy of a workbook as an officer leaves it."""
    edited = Edited(read_archive(built.path), target)
    sheets = sheets_of(built, folder)
    type_cells(edited, cells_of(built, sheets, hand))
    rows = [(sheets[code], built.row(sheets[code], code)) for code in hand.deleted]
    for sheet, row in sorted(rows, reverse=True):
        edited.delete_row(sheet, row)
    return edited.save()


def type_cells(edited: Edited, cells: Iterable[SetCell]) -> None:
    """Type into the cells of a copy."""
    for cell in cells:
        edited.put(cell.sheet, cell.address, cell.value)


def sheets_of(built: Built, folder: Folder) -> dict[str, str]:
    """Return the sheet of every code of the plan."""
    axes = {axis.code: axis.sheet for axis in built.source.plan.axes}
    return {row[level]: axes[row["axe"]] for row in folder.rows() for level in (*LEVELS, "code")}


def cells_of(built: Built, sheets: Mapping[str, str], hand: Hand) -> Iterator[SetCell]:
    """Yield what an officer types, cell by cell."""

    def typed(sheet: str, row: str, col: str, value: Input) -> SetCell:
        return SetCell(*built.cell(sheet, row, col), value)

    years = [f"y{year}" for year in built.source.plan.years]
    for (code, year), value in hand.amounts.items():
        yield typed(sheets[code], code, years[year], value)
    for code, (status, reason) in hand.decisions.items():
        yield typed(sheets[code], code, "status", status or None)
        yield typed(sheets[code], code, "reason", reason or None)
    for (axis, year), ceiling in hand.ceilings.items():
        yield typed("Synthèse", f"ceiling:{axis}", years[year], ceiling)
    for (action, place), (label, amounts) in hand.filled.items():
        key = f"reserve:{action}:{place}"
        yield typed(sheets[action], key, "label", label)
        for col, value in zip(years, amounts, strict=True):
            yield typed(sheets[action], key, col, value)


def codes_of(built: Built, folder: Folder) -> dict[str, str]:
    """Return by key the code that each reserve row proposes, of those that may be filled."""
    sheets = sheets_of(built, folder)
    keys = [(action, f"reserve:{action}:{place}") for action, place in _reserves(folder)]
    return {key: str(built.value(built.stored, sheets[action], key, "key")) for action, key in keys}


# By hand


def join(case: Case, codes: Mapping[str, str]) -> Joined:
    """Return what copies come to: what one of them says, where no other says otherwise."""
    folder, hands = case
    rows = {row["code"]: row for row in folder.rows()}
    amounts, odd_amounts = _agreed(
        (at, value)
        for hand in hands
        for at, value in hand.amounts.items()
        if value != held(rows[at[0]][folder.years[at[1]]])
    )
    words, odd_words = _agreed(
        ((code, rank), word)
        for hand in hands
        for code, decision in hand.decisions.items()
        for rank, word in enumerate(decision)
        if word
    )
    decisions = {code: (words.get((code, 0), ""), words.get((code, 1), "")) for code, _ in words}
    ceilings, odd_ceilings = _agreed(item for hand in hands for item in hand.ceilings.items())
    filled, odd_rows = _agreed(item for hand in hands for item in hand.filled.items())
    deleted = frozenset(code for hand in hands for code in hand.deleted)
    touched = {
        code for code in deleted if any(hand.touches(code, rows, folder.years) for hand in hands)
    }
    clashes = {code for code, _ in (*odd_amounts, *odd_words, *odd_ceilings)}
    clashes |= {codes[f"reserve:{action}:{place}"] for action, place in odd_rows} | touched
    return Joined(Hand(amounts, decisions, ceilings, filled, deleted), frozenset(clashes))


def _agreed(said: Iterable[tuple[K, V]]) -> tuple[dict[K, V], set[K]]:
    """Return what is said by key, and the keys of which different things are said."""
    found: dict[K, V] = {}
    odd = set()
    for key, value in said:
        if found.setdefault(key, value) != value:
            odd.add(key)
    return found, odd


def edited_by(folder: Folder, hand: Hand, codes: Mapping[str, str]) -> Folder:
    """Return the folder after an officer's work, made to its texts."""
    edits: list[AmountEdit | ReserveEdit] = [
        AmountEdit(code, year, value) for (code, year), value in hand.amounts.items()
    ]
    edits += [
        ReserveEdit(action, place, (label, "", ""), amounts)
        for (action, place), (label, amounts) in hand.filled.items()
    ]
    files = dict(edited_folder(folder, edits, codes).files)
    rows = [row for row in Folder(files).rows() if row["code"] not in hand.deleted]
    files[MATRIX] = csv_text(list(rows[0]), rows)
    if WORK_PLAN in files:
        spread = Folder(files).rows(WORK_PLAN)
        kept = [row for row in spread if row["code"] not in hand.deleted]
        files[WORK_PLAN] = csv_text(list(spread[0]), kept)
    decisions = [
        {"code": code, "statut": status, "motif": reason}
        for code, (status, reason) in hand.decisions.items()
    ]
    if decisions:
        files["statuts.csv"] = csv_text(["code", "statut", "motif"], decisions)
    ceilings: dict[str, Row] = {}
    for (axis, year), value in hand.ceilings.items():
        ceilings.setdefault(axis, {"axe": axis})[folder.years[year]] = str(value)
    if ceilings:
        files["plafonds.csv"] = csv_text(["axe", *folder.years], ceilings.values())
    assert ADOPTED in files
    return Folder(files)
