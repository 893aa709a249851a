"""Every value computed once, in whatever order formulas need each other."""

from __future__ import annotations

from decimal import Decimal
from functools import reduce
from typing import cast

import pytest

from generator.errors import (
    CircularFormulaError,
    MissingTwinError,
    UnknownKeyError,
    WriteRefusedError,
)
from generator.model import compute as computing
from generator.model.compute import MAX_DEPTH, SHARED_HEIGHT, Computed, compute
from generator.model.formula import (
    ONE,
    ZERO,
    Binary,
    Call,
    Const,
    Node,
    Ref,
    call,
    equal,
    total,
    when,
)
from generator.model.grid import Cell, Content
from generator.model.values import Area, ErrorValue, Value
from tests.model.small import area, computed, make_book, make_sheet, ref


def at(book: Computed, address: str, sheet: str = "F") -> Value:
    return book.at(ref(address, sheet))


def test_formulas_may_precede_what_they_read() -> None:
    cells: dict[str, Content] = {"A1": ref("A2") + ref("A3"), "A2": ref("A3") + ONE, "A3": 5}
    assert at(computed(cells), "A1") == 11


def test_sheets_read_each_other() -> None:
    first = make_sheet("Un", {"A1": ref("A1", "Deux") + ONE, "A2": 10})
    second = make_sheet("Deux", {"A1": ref("A2", "Un") + ONE})
    book = compute(make_book([first, second]))
    assert at(book, "A1", "Un") == 12


def test_a_link_to_a_blank_is_zero_and_a_cell_outside_the_rows_blank() -> None:
    book = computed({"A1": ref("B1"), "B2": 1})
    assert at(book, "A1") == 0
    assert book.value(0, 500, 500) is None


def test_an_error_stays_in_its_cell() -> None:
    cells = {"A1": Binary("/", ONE, ZERO), "A2": ref("A1"), "A3": call("IFERROR", ref("A1"), ONE)}
    book = computed(cells)
    assert at(book, "A1") == at(book, "A2") == ErrorValue("#DIV/0!")
    assert at(book, "A3") == 1


def test_reading_an_error_a_thousand_times_keeps_no_traceback() -> None:
    cells: dict[str, Content] = {"A1": Binary("/", ONE, ZERO)}
    cells |= {f"B{row}": ref("A1") for row in range(1, 1001)}
    error = at(computed(cells), "A1")
    assert isinstance(error, ErrorValue)
    assert error.__traceback__ is None


# circles


@pytest.mark.parametrize(
    "cells",
    [
        {"A1": ref("A1")},
        {"A1": ref("A2"), "A2": ref("A1")},
        {"A1": total(area("A1:A2")), "A2": 1},
        {"A1": call("IFERROR", ref("A2"), ONE), "A2": total(area("A1:A2"))},
    ],
)
def test_a_circle_names_its_cell(cells: dict[str, Content]) -> None:
    with pytest.raises(CircularFormulaError, match=r"'F'!A[12] : la formule dépend d'elle-même"):
        computed(cells)


def test_a_circle_longer_than_the_stack() -> None:
    size = 10 * MAX_DEPTH + 7
    cells: dict[str, Content] = {f"A{row}": ref(f"A{row + 1}") for row in range(1, size)}
    with pytest.raises(CircularFormulaError, match="'F'!A"):
        computed({**cells, f"A{size}": ref("A1")})


def test_a_circle_through_a_long_range() -> None:
    """A range that is kept for later is never kept half computed."""
    size = SHARED_HEIGHT + 10
    cells: dict[str, Content] = {f"A{row}": row for row in range(1, size)}
    cells[f"A{size}"] = total(area(f"A1:A{size}"))
    with pytest.raises(CircularFormulaError):
        computed(cells)


def test_the_branch_not_taken_makes_no_circle() -> None:
    cells: dict[str, Content] = {"A1": when(equal(ref("B1"), ONE), ref("A1"), ref("B1")), "B1": 7}
    assert at(computed(cells), "A1") == 7


# long chains and long ranges


@pytest.mark.parametrize("down", [True, False])
def test_a_chain_of_any_length(down: bool) -> None:
    """A running counter of 3 000 rows, from the top or from the foot."""
    size = 3000
    rows = range(2, size + 1) if down else range(1, size)
    cells: dict[str, Content] = {
        f"A{row}": ref(f"A{row - 1 if down else row + 1}") + ONE for row in rows
    }
    cells["A1" if down else f"A{size}"] = 1
    book = computed(cells)
    assert at(book, f"A{size}" if down else "A1") == size


def test_a_chain_of_formulas_that_are_deep_themselves() -> None:
    """Each adds 60 times 1 to the one below: together too deep for Python's stack."""
    size = 100
    cells: dict[str, Content] = {
        f"A{row}": reduce(
            lambda left, right: left + right, [ONE] * 60, cast("Node", ref(f"A{row + 1}"))
        )
        for row in range(1, size)
    }
    assert at(computed({**cells, f"A{size}": 0}), "A1") == 60 * (size - 1)


def test_a_long_range_read_before_its_cells_are_computed() -> None:
    """The sum stands first; its cells, chained from the foot, are computed for it, once."""
    size = 500
    cells: dict[str, Content] = {"B1": total(area(f"A1:A{size}"))}
    cells |= {f"A{row}": ref(f"A{row + 1}") + ONE for row in range(1, size)}
    cells[f"A{size}"] = 1
    cells[f"B{size}"] = total(area(f"A1:A{size}"))
    book = computed(cells)
    assert at(book, "B1") == at(book, f"B{size}") == size * (size + 1) // 2


class Counting(Node):
    """A formula that counts how often it is evaluated."""

    __slots__ = ("times",)

    def __init__(self) -> None:
        self.times = 0

    def value(self, place: object) -> Value:  # noqa: ARG002 - part of the protocol
        self.times += 1
        return 2


def test_each_formula_is_computed_once() -> None:
    node = Counting()
    cells: dict[str, Content] = {
        f"B{row}": total(area("A1:A60"), ref("A60")) for row in range(1, 9)
    }
    book = computed({**cells, "A60": node})
    assert node.times == 1
    assert at(book, "B8") == 4


def test_a_list_is_indexed_once_however_many_sums_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work grows with the rows and not with their square: one index, one list of values."""
    indexed: list[int] = []
    kept: list[Area] = []
    offsets = computing._offsets

    def counted(values: list[Value]) -> dict[object, list[int]]:
        indexed.append(len(values))
        return offsets(values)

    def made(*args: object) -> Area:
        kept.append(Area(*args))  # type: ignore[arg-type] # the arguments of an area
        return kept[-1]

    monkeypatch.setattr(computing, "_offsets", counted)
    monkeypatch.setattr(computing, "Area", made)
    size = 300
    cells: dict[str, Content] = {f"A{row}": f"k{row % 50}" for row in range(1, size + 1)}
    cells |= {f"B{row}": row for row in range(1, size + 1)}
    keys, amounts = area(f"A1:A{size}"), area(f"B1:B{size}")
    cells |= {f"C{row}": call("SUMIF", keys, Ref("A"), amounts) for row in range(1, size + 1)}
    book = computed(cells)
    assert at(book, "C1") == 1 + 51 + 101 + 151 + 201 + 251
    assert indexed == [size]
    assert len(kept) == 2


def test_several_criteria_look_at_the_fewest_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    """One rare key beside one that every row has: only the rare rows are looked at."""
    from generator.model import lookups  # noqa: PLC0415 - patched here alone

    looked: list[object] = []
    holds = lookups._holds

    def counted(cell: Value, criterion: tuple[str, object]) -> bool:
        looked.append(cell)
        return holds(cell, criterion)

    monkeypatch.setattr(lookups, "_holds", counted)
    size = 400
    cells: dict[str, Content] = {f"A{row}": "tous" for row in range(1, size + 1)}
    cells |= {f"B{row}": f"k{row}" for row in range(1, size + 1)}
    pairs = (area(f"A1:A{size}"), Const("tous"), area(f"B1:B{size}"), Const("k7"))
    assert at(computed({**cells, "C1": call("COUNTIFS", *pairs)}), "C1") == 1
    assert len(looked) == 2


# what stops the build


@pytest.mark.parametrize(
    "content",
    [float("nan"), float("inf"), 10**15, -(10**15), Decimal(1), b"x", ErrorValue("#N/A"), ("a",)],
)
def test_constants_that_no_cell_holds(content: object) -> None:
    with pytest.raises(WriteRefusedError, match=r"'F'!B2 : écriture refusée \(valeur"):
        computed({"A1": 1, "B2": content})  # type: ignore[dict-item] # what is under test


def test_constants_that_a_cell_holds() -> None:
    cells: dict[str, Content] = {
        "A1": 10**15 - 1, "A2": 0.5, "A3": True, "A4": "", "A5": None, "A6": 1e300,
    }  # fmt: skip
    book = computed(cells)
    assert [at(book, f"A{row}") for row in range(1, 7)] == list(cells.values())


def test_a_cell_in_a_column_that_is_not_there() -> None:
    sheet = make_sheet("F", {"A1": 1})
    sheet.add("x", {"Q": Cell(1)})
    with pytest.raises(UnknownKeyError, match="F / x : colonne inconnu"):
        compute(make_book([sheet]))


@pytest.mark.parametrize(
    ("target", "what"),
    [
        (ref("A1", "Absente"), "feuille inconnu(e) « Absente »"),
        (ref("A9", "F"), "ligne inconnu(e) « F / 9 »"),
        (ref("Q1", "F"), "colonne inconnu(e) « F / Q »"),
        (Ref("A", None, "F"), "ligne inconnu(e) « F /  »"),
        (Ref("A", "1"), "feuille inconnu(e) «  »"),
    ],
)
def test_a_name_that_points_nowhere(target: Ref, what: str) -> None:
    with pytest.raises(UnknownKeyError) as caught:
        computed({"A1": 1}, {"Total": target})
    assert str(caught.value) == f"Erreur du modèle, nom Total : {what}."


def test_reading_a_cell_that_is_not_there() -> None:
    with pytest.raises(UnknownKeyError, match="Absente"):
        computed({"A1": 1}).at(ref("A1", "Absente"))


def test_a_function_without_twin_names_its_cell() -> None:
    sheet = make_sheet("L'axe", {"A1": 1, "C7": Call("TODAY", ())})
    with pytest.raises(MissingTwinError, match=r"'L''axe'!C7 : « TODAY à 0 argument\(s\) »"):
        compute(make_book([sheet]))


def test_a_value_that_languages_write_differently_names_its_cell() -> None:
    with pytest.raises(MissingTwinError, match=r"'F'!B1 : « 0.5 lu comme un texte »"):
        computed({"A1": 0.5, "B1": Binary("&", ref("A1"), Const(""))})
