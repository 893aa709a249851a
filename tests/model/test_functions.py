"""Each twin gives what Excel documents, and what engines that know nothing of it calculate."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import MissingTwinError
from generator.model.compute import Computed, compute
from generator.model.formula import Binary, Call, Const, Node, call
from generator.model.functions import TWINS
from generator.model.grid import Content
from generator.model.values import ErrorValue, Value
from generator.writer import render
from tests.engines import fast
from tests.engines.libreoffice import LibreOffice
from tests.engines.poison import poison
from tests.engines.values import CellError, Sheets
from tests.model.cases import CASES, CELLS, FAST, LIBREOFFICE, NAMES, Case
from tests.model.small import area, make_book, make_sheet, ref, value_of

COLUMN = "K"


@pytest.fixture(scope="module")
def book() -> Computed:
    """Return all cases in one column, beside the cells they read."""
    cases = {f"{COLUMN}{row}": case.node for row, case in enumerate(CASES, start=1)}
    return compute(make_book([make_sheet("F", {**CELLS, **cases})], NAMES))


@pytest.fixture(scope="module")
def poisoned(book: Computed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the cases as a file that stores wrong values."""
    folder = tmp_path_factory.mktemp("cases")
    (folder / "cases.xlsx").write_bytes(render(book))
    assert poison(folder / "cases.xlsx", folder / "poisoned.xlsx") >= len(CASES)
    return folder / "poisoned.xlsx"


def kind(value: object) -> type:
    """Return the type as Excel tells them apart."""
    if isinstance(value, (ErrorValue, CellError)):
        return ErrorValue
    return float if type(value) is int else type(value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text)
def test_twin(case: Case, book: Computed) -> None:
    found = book.at(ref(f"{COLUMN}{CASES.index(case) + 1}", "F"))
    assert (kind(found), found) == (kind(case.value), case.value)


def wrong(cases: tuple[Case, ...], found: Sheets) -> list[str]:
    """Return the formulas that the engine values otherwise than the table."""
    lines = []
    for case in cases:
        value = found["F"].get(f"{COLUMN}{CASES.index(case) + 1}")
        if not same(value, case.value):
            lines.append(f"{case.text}: expected {case.value!r}, found {value!r}")
    return lines


def same(found: object, expected: Value) -> bool:
    if isinstance(expected, ErrorValue):
        return isinstance(found, CellError)  # engines name errors differently
    if isinstance(expected, (int, float)) and isinstance(found, (int, float)):
        return found == pytest.approx(expected, rel=1e-14, abs=0)
    return found == expected


def check(engine: str, found: Sheets) -> None:
    """Assert that the engine differs in the cases that name it, and in no other."""
    agreeing = tuple(case for case in CASES if engine not in case.otherwise)
    assert wrong(agreeing, found) == []
    differing = tuple(case for case in CASES if engine in case.otherwise)
    assert len(wrong(differing, found)) == len(differing), wrong(differing, found)


def test_libreoffice_agrees(libreoffice: LibreOffice, poisoned: Path) -> None:
    check(LIBREOFFICE, libreoffice.recalculate(poisoned))


def test_fast_engine_agrees(poisoned: Path) -> None:
    check(FAST, fast.recalculate(poisoned))


def test_every_function_has_a_case() -> None:
    used = {name for name in TWINS for case in CASES if f"{name}(" in case.text}
    assert used == set(TWINS)


@pytest.mark.parametrize(
    ("node", "what"),
    [
        (call("XLOOKUP", ref("A1"), area("A1:A10")), "XLOOKUP"),
        (call("SUM"), "SUM à 0"),
        (call("IF", ref("A1"), ref("A2")), "IF à 2"),
        (call("COUNTIF", area("A1:A2"), Const(1), area("A1:A2"), Const(1)), "COUNTIF à 4"),
        (call("COUNTIFS", area("A1:A2"), Const(1), area("A1:A2")), "COUNTIFS à 3"),
        (call("SUMIFS", area("A1:A2"), area("A1:A2")), "SUMIFS à 2"),
        (call("SUMIFS", *[area("A1:A2")] * 4), "SUMIFS à 4"),
        (Call("SUM", (ref("A1"),) * 256), "SUM à 256"),
        (call("COUNTIF", area("D1:D5"), Const("I*")), "critère 'I*'"),
        (call("COUNTIF", area("D1:D5"), Const("I?a")), "critère 'I?a'"),
        (call("COUNTIF", area("D1:D5"), Const("I~a")), "critère 'I~a'"),
        (call("COUNTIF", area("D1:D5"), Const("")), "critère ''"),
        (call("COUNTIF", area("D1:D5"), Const("1.10")), "critère '1.10'"),
        (call("COUNTIF", area("D1:D5"), Const("12 %")), "critère '12 %'"),
        (call("COUNTIF", area("D1:D5"), Const("1E5")), "critère '1E5'"),
        (call("COUNTIF", area("D1:D5"), Binary("&", Const("x" * 255), Const("y"))), "critère 'x"),
        (call("COUNTIF", area("D1:D5"), Const("1/2")), "critère '1/2'"),
        (call("COUNTIF", area("D1:D5"), Const("Vrai")), "critère 'Vrai'"),
        (call("COUNTIF", area("D1:D5"), Const("<>x")), "critère '<>x'"),
        (call("COUNTIF", area("D1:D5"), Const("=x")), "critère '=x'"),
        (call("COUNTIF", area("D1:D5"), Const(">m")), "critère '>m'"),
        (call("COUNTIF", area("B1:B5"), Const("<0.5")), "critère '<0.5'"),
        (call("COUNTIF", area("B1:B5"), ref("C1")), "critère #DIV/0!"),
        (call("COUNTIF", area("C3:C4"), Const(12)), "critère 12, qui est aussi un texte"),
        (call("COUNTIF", Const(1), Const(1)), "valeur où il faut une plage"),
        (call("SUMIF", area("D1:D5"), Const("I.a"), area("E1:E4")), "tailles différentes"),
        (call("SUMIFS", area("E1:E5"), area("D1:D4"), Const("I.a")), "tailles différentes"),
        (call("MATCH", Const(1), area("A1:A10"), Const(1)), "MATCH approché hors d'une liste"),
        (call("MATCH", Const(1), area("A8:A10"), Const(1)), "dans une liste qui ne croît pas"),
        (call("MATCH", Const(1), area("A8:B9"), Const(1)), "MATCH approché hors d'une liste"),
        (call("MATCH", Const(1), area("B1:B9"), Const(-1)), "MATCH descendant"),
        (call("MATCH", ref("A5"), area("A1:A10"), Const(0)), "MATCH d'une cellule vide"),
        (call("MATCH", Const("a*"), area("A1:A10"), Const(0)), "critère 'a*'"),
        (call("INDEX", area("A1:B10"), Const(1)), "INDEX d'une ligne entière"),
        (call("INDEX", area("A1:A10"), Const(0)), "INDEX d'une ligne ou d'une colonne entière"),
        (call("IFERROR", ref("A5"), Const(0)), "IFERROR d'une cellule vide"),
        (call("ABS", area("A1:A2")), "plage lue comme une valeur"),
        (call("ROWS", Const(1)), "valeur où il faut une plage"),
    ],
)
def test_what_engines_read_differently_stops_the_build(node: Node, what: str) -> None:
    with pytest.raises(MissingTwinError) as caught:
        value_of(node, CELLS)
    assert "'F'!Z1" in str(caught.value)
    assert what in str(caught.value)


@pytest.mark.parametrize("code", ["E1", "e.1", "N1.10", "II-2.1.2", "2016 bis", "œuvre", "x" * 255])
def test_codes_with_a_letter_are_looked_for(code: str) -> None:
    cells: dict[str, Content] = {"A1": code, "A2": code.upper(), "A3": "autre"}
    assert value_of(call("COUNTIF", area("A1:A3"), ref("A1")), cells) == 2


def test_match_takes_an_operator_for_a_plain_text() -> None:
    """Excel's MATCH has no criteria: `<0` is a text to be found."""
    cells: dict[str, Content] = {"A1": -5, "A2": "<0"}
    assert value_of(call("MATCH", Const("<0"), area("A1:A2"), Const(0)), cells) == 2


def test_index_before_the_first_row() -> None:
    assert value_of(call("INDEX", area("B1:B10"), Const(-1)), CELLS) == ErrorValue("#VALUE!")


def test_a_sum_of_floats_is_the_nearest_on_every_python() -> None:
    """Ten tenths; adding one after the other gives 0.9999999999999999 before Python 3.12."""
    cells = {f"A{row}": 0.1 for row in range(1, 11)}
    assert value_of(call("SUM", area("A1:A10")), cells) == 1


def test_a_sum_beyond_all_floats_is_an_error() -> None:
    assert value_of(call("SUM", Const(1.7e308), Const(1.7e308)), {}) == ErrorValue("#NUM!")


def test_a_reference_that_a_function_returns_is_read_as_cells() -> None:
    """COUNTA(IF(...)) looks at the cell, which is blank, and not at its value."""
    node = call("COUNTA", call("IF", Const(content=True), ref("A5"), ref("A1")))
    assert value_of(node, CELLS) == 0
