"""Rows inserted and deleted on unprotected sheets move the totals by their amounts exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.labels import Words
from tests.engines.libreoffice import LibreOffice
from tests.engines.values import Sheets, Value
from tests.proof.folder import GAPS, LEVELS, PLAN, Folder, amount, read_folder, sums
from tests.proof.plans import folders
from tests.proof.recalculated import Workbook, workbook
from tests.proof.rows import (
    Deleted,
    Inserted,
    Placed,
    RowEdit,
    address_after,
    expected_sums,
    moves,
    place,
    row_edits,
    script,
)
from tests.proof.settings import proof, tell
from tests.proof.tally import count
from tests.workbook.built import SOURCE

pytestmark = pytest.mark.slow

SHIPPED = read_folder(SOURCE)


@dataclass(frozen=True, slots=True)
class After:
    """A workbook whose rows were edited, with the values that LibreOffice gives."""

    book: Workbook
    folder: Folder
    placed: Sequence[Placed]
    values: Sheets

    def at(self, sheet: str, row: str, col: str) -> Value | None:
        """Return the value of a cell, wherever it is by now."""
        address = address_after(self.book.built, self.placed, sheet, row, col)
        return self.values[sheet].get(address)

    def years(self, sheet: str, row: str) -> list[Value | None]:
        """Return the amounts of a row by year."""
        return [self.at(sheet, row, f"y{year}") for year in self.folder.years]

    def named(self, name: str) -> Value | None:
        """Return the value behind a defined name."""
        return self.book.built.named(self.values, name)

    def check(self, sheet: str, name: str) -> tuple[Value | None, Value | None]:
        """Return what a check of a sheet finds, and its result."""
        built, label = self.book.built, Words()(f"check.{name}")
        book = built.computed.book
        for row in book.sheets[book.sheet_index["Contrôles"]].row_index:
            here = (self.at("Contrôles", row, "sheet"), self.at("Contrôles", row, "label"))
            if row.startswith("check:") and here == (sheet, label):
                return self.at("Contrôles", row, "total"), self.at("Contrôles", row, "result")
        pytest.fail(f"no check {label} of {sheet}")


@st.composite
def edited_plans(draw: st.DrawFn) -> tuple[Folder, list[RowEdit]]:
    """Draw a plan of one to three axes, and rows to insert and delete."""
    folder = draw(folders(axes=3))
    return folder, draw(row_edits(folder))


@pytest.fixture(scope="module")
def shipped_book() -> Iterator[Workbook]:
    with workbook(SHIPPED) as book:
        yield book


@proof(5, 100)
@given(edits=row_edits(SHIPPED))
def test_rows_of_the_shipped_plan(
    libreoffice: LibreOffice, shipped_book: Workbook, edits: list[RowEdit]
) -> None:
    tell("the shipped plan")
    _check(libreoffice, shipped_book, SHIPPED, edits)


@proof(20, 300)
@given(case=edited_plans())
def test_rows_of_drawn_plans(libreoffice: LibreOffice, case: tuple[Folder, list[RowEdit]]) -> None:
    folder, edits = case
    tell(folder)
    with workbook(folder) as book:
        _check(libreoffice, book, folder, edits)
        count(plans=1)


def _check(
    libreoffice: LibreOffice, book: Workbook, folder: Folder, edits: Sequence[RowEdit]
) -> None:
    placed = place(book.built, folder, edits)
    values = libreoffice.recalculate(book.poison(), script(book.built, placed))
    after = After(book, folder, placed, values)
    _check_totals(after, edits)
    _check_marks(after)
    deleted = sum(isinstance(edit, Deleted) for edit in edits)
    count(inserted=len(edits) - deleted, deleted=deleted)
    if any(isinstance(edit, Deleted) for edit in edits):
        control = after.named("Controle_General")
        assert isinstance(control, float)
        assert control > 0  # the links on Activités are broken
    else:
        assert after.named("Controle_General") == 0
        _check_inserted(after, edits)


def _check_totals(after: After, edits: Sequence[RowEdit]) -> None:
    """Every total of the axis sheets, and the plan's, is the sum of what is there now."""
    folder, expected = after.folder, expected_sums(after.folder, edits)
    for level, code, sheet in _entities(after):
        row = "total" if level == "axe" else f"{level}:{code}"
        assert after.years(sheet, row) == expected[level, code]
        assert after.at(sheet, row, "total") == sum(expected[level, code])
    assert after.years("Synthèse", "computed") == expected["plan", PLAN]
    gaps = folder.rows(GAPS) if after.named("Ecarts_Inclus") else []
    total = sum(expected["plan", PLAN])
    total += sum(amount(row[year]) for row in gaps for year in folder.years)
    assert after.named("Total_Plan") == total


def _entities(after: After) -> Iterator[tuple[str, str, str]]:
    """Yield level, code and sheet of the axes, objectives and actions."""
    axes = {axis.code: axis.sheet for axis in after.book.built.source.plan.axes}
    axis_of = {(level, row[level]): row["axe"] for row in after.folder.rows() for level in LEVELS}
    for (level, code), axis in axis_of.items():
        yield level, code, axes[axis]


def _check_marks(after: After) -> None:
    """An alert counts the rows inserted less those deleted, sheet by sheet."""
    for axis in after.book.built.source.plan.axes:
        here = [at.edit for at in after.placed if at.sheet == axis.sheet]
        count = sum(1 if isinstance(edit, Inserted) else -1 for edit in here)
        assert after.check(axis.sheet, "inserted") == (count, int(count != 0))


def _check_inserted(after: After, edits: Sequence[RowEdit]) -> None:
    """The bridges show the rows inserted, *Activités* does not know them."""
    moved = moves(after.folder, edits)
    for (level, code), years in moved.items():
        assert after.years("Rapprochement", f"{level}:{code}:inserted") == years
        assert set(after.years("Rapprochement", f"{level}:{code}:unexplained")) == {0}
    listed = sums(after.folder.rows(), after.folder.years)["plan", PLAN]
    assert after.years("Activités", "total") == listed
    raised = int(any(moved["plan", PLAN]))
    assert after.check("Rapprochement", "inserted_amounts")[1] == raised
