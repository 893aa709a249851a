"""Every formula and every locked number of the shipped workbook, changed one at a time."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from generator.model.values import is_number
from generator.rules.tokens import address
from tests.checking.copies import Copy, told
from tests.proof.settings import LONG, proof

STEP = 1 if LONG else 2200
"""Of so many cells one is tried in CI; the long run tries each."""


@dataclass(frozen=True, slots=True)
class Held:
    """A cell of a copy: its sheet, its place."""

    sheet: str
    place: tuple[int, int]


def cells(copy: Copy, *, formulas: bool) -> list[Held]:
    """Return the formulas of a copy, or its locked numbers."""
    return [
        Held(sheet.name, place)
        for sheet in copy.workbook.sheets
        for place, cell in sheet.cells.items()
        if (cell.formula is not None) is formulas
        and cell.look.locked
        and (formulas or is_number(cell.value))
    ]


def test_every_formula_typed_over_with_its_own_value(copy: Copy) -> None:
    """One error, at the very cell, and nothing else to say: the figure is the right one."""
    found = cells(copy, formulas=True)
    assert len(found) > 6_000
    for held in found[::STEP]:
        typed = copy.with_place(held.sheet, held.place, lambda cell: cell._replace(formula=None))
        expected = {("formula.typed", held.sheet, address(held.place))}
        findings = typed.findings()
        assert told(findings, "erreur") == expected
        assert len(findings) == 1


def test_every_locked_number_changed_by_one(copy: Copy) -> None:
    """An error, at the cell or by the check that watches it."""
    found = cells(copy, formulas=False)
    assert len(found) > 1_500
    for held in found[:: STEP // 4 or 1]:
        changed = copy.with_place(
            held.sheet,
            held.place,
            lambda cell: cell._replace(value=cell.value + 1),  # type: ignore[operator] # a number
        )
        assert told(changed.findings(), "erreur"), held


VALUES = st.one_of(
    st.sampled_from(
        (None, "", " ", "PM", "37 500 000", "I-1.1.1", "activité", "réserve", "PLAN", "2016", True)
    ),
    st.sampled_from((0, -1, 0.5, 10**15, 10**16, 1e308, float("inf"), float("nan"))),
)
FORMULAS = st.sampled_from(
    (None, "", "F10", "SUM(", "1/0", "#REF!", "SUM(A:A)", "A1:XFD1048576", "[1]X!A1", "{1,2}", '"')
)


@proof(3, 1_000)
@given(data=st.data())
def test_whatever_is_typed_anywhere_is_told_without_a_failure(
    copy: Copy, data: st.DataObject
) -> None:
    """No exception, whatever the cells hold."""
    changed = copy
    for _ in range(data.draw(st.sampled_from((1, 1, 2, 12)))):
        sheet = data.draw(st.sampled_from(copy.workbook.sheets))
        place = data.draw(st.sampled_from(sorted(sheet.cells)))
        value, formula = data.draw(VALUES), data.draw(FORMULAS)
        changed = changed.with_place(
            sheet.name,
            place,
            lambda cell, v=value, f=formula: cell._replace(value=v, formula=f),  # type: ignore[misc] # defaults hold the draw
        )
    for finding in changed.findings():
        assert finding.problem
        assert finding.remedy
