"""Rows inserted and deleted on unprotected sheets: drawn, made, and what they should come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from hypothesis import strategies as st

from tests.engines.edits import DeleteRows, Edit, InsertRows, SetCell, Unprotect
from tests.proof.folder import LEVELS, MAX_AMOUNT, PLAN, Folder, amount, sums
from tests.workbook.built import Built

PLACES = ("top", "middle", "bottom")


@dataclass(frozen=True, slots=True)
class Inserted:
    """A row inserted in an action's block, with an amount in a year (counted from 0)."""

    action: str
    place: Literal["top", "middle", "bottom"]
    year: int
    value: int


@dataclass(frozen=True, slots=True)
class Deleted:
    """The row of an activity deleted."""

    code: str


RowEdit: TypeAlias = Inserted | Deleted


@st.composite
def row_edits(draw: st.DrawFn, folder: Folder) -> list[RowEdit]:
    """Draw one to four rows to insert and delete, each activity deleted once at most."""
    rows = folder.rows()
    codes = [row["code"] for row in rows]
    inserted = st.builds(
        Inserted,
        st.sampled_from(list(dict.fromkeys(row["action"] for row in rows))),
        st.sampled_from(PLACES),
        st.integers(0, len(folder.years) - 1),
        st.sampled_from((1, 500_000, 7_000_000)),
    )
    edits: list[RowEdit] = draw(st.lists(inserted, max_size=3))
    deleted = draw(st.lists(st.sampled_from(codes), max_size=2, unique=True))
    edits += [Deleted(code) for code in deleted]
    left = MAX_AMOUNT - sums(rows, ["cout_total"])["plan", PLAN][0]
    return edits if left > 3 * 7_000_000 else [edit for edit in edits if isinstance(edit, Deleted)]


@dataclass(frozen=True, slots=True)
class Placed:
    """A row edit with its sheet, and its row (counted from 1) before any other edit."""

    edit: RowEdit
    sheet: str
    row: int


def place(built: Built, folder: Folder, edits: Sequence[RowEdit]) -> list[Placed]:
    """Return the edits with their places, from the last row to the first.

    So that each is still where it was when its turn comes; of two on a row, the deletion is first.
    """
    placed = [_place(built, folder, edit) for edit in edits]
    return sorted(placed, key=lambda at: (-at.row, isinstance(at.edit, Inserted)))


def _place(built: Built, folder: Folder, edit: RowEdit) -> Placed:
    axes = {axis.code: axis.sheet for axis in built.source.plan.axes}
    if isinstance(edit, Deleted):
        sheet = next(axes[row["axe"]] for row in folder.rows() if row["code"] == edit.code)
        return Placed(edit, sheet, built.row(sheet, edit.code))
    inside = [row for row in folder.rows() if row["action"] == edit.action]
    sheet, codes = axes[inside[0]["axe"]], [row["code"] for row in inside]
    anchors = {
        "top": codes[0],
        "middle": codes[len(codes) // 2],
        "bottom": f"fin:{edit.action}",
    }
    return Placed(edit, sheet, built.row(sheet, anchors[edit.place]))


def script(built: Built, placed: Sequence[Placed]) -> list[Edit]:
    """Return what a person does: protection off, then row after row."""
    edits: list[Edit] = [Unprotect(sheet) for sheet in dict.fromkeys(at.sheet for at in placed)]
    for at in placed:
        edits += _steps(built, at)
    return edits


def _steps(built: Built, at: Placed) -> Iterator[Edit]:
    if isinstance(at.edit, Deleted):
        yield DeleteRows(at.sheet, at.row)
        return
    year = built.source.plan.years[at.edit.year]
    column = built.address(at.sheet, "total", f"y{year}").rstrip("0123456789")
    yield InsertRows(at.sheet, at.row)
    yield SetCell(at.sheet, f"B{at.row}", "Ligne insérée")
    yield SetCell(at.sheet, f"{column}{at.row}", at.edit.value)


def address_after(built: Built, placed: Sequence[Placed], sheet: str, row: str, col: str) -> str:
    """Return where a cell is once the rows are inserted and deleted."""
    address, before = built.address(sheet, row, col), built.row(sheet, row)
    here = [at for at in placed if at.sheet == sheet]
    shift = sum(isinstance(at.edit, Inserted) and at.row <= before for at in here)
    shift -= sum(isinstance(at.edit, Deleted) and at.row < before for at in here)
    return f"{address.rstrip('0123456789')}{before + shift}"


def expected_sums(folder: Folder, edits: Sequence[RowEdit]) -> Mapping[tuple[str, str], list[int]]:
    """Return the sum of each year by (level, code), once the edits are made."""
    totals = sums(folder.rows(), folder.years)
    moved = moves(folder, edits)
    return {
        key: [old + new for old, new in zip(values, moved[key], strict=True)]
        for key, values in totals.items()
    }


def moves(folder: Folder, edits: Sequence[RowEdit]) -> dict[tuple[str, str], list[int]]:
    """Return by (level, code) what the edits add to each year."""
    found = {key: [0] * len(folder.years) for key in sums(folder.rows(), folder.years)}
    for edit in edits:
        key, code = ("action", edit.action) if isinstance(edit, Inserted) else ("code", edit.code)
        row = next(row for row in folder.rows() if row[key] == code)
        for level, name in [("plan", PLAN), *[(level, row[level]) for level in LEVELS]]:
            for year, header in enumerate(folder.years):
                found[level, name][year] += _move(edit, year, row[header])
    return found


def _move(edit: RowEdit, year: int, text: str) -> int:
    if isinstance(edit, Deleted):
        return -amount(text)
    return edit.value if edit.year == year else 0
