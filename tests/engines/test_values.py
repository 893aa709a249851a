"""Values are read, compared and asked for as the engines' tests rely on."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.engines import fast
from tests.engines.edits import InsertRows, SetCell
from tests.engines.fixtures import require
from tests.engines.sample import EXPECTED, FORMULAS, write_sample
from tests.engines.stored import formula_cells, stored_values
from tests.engines.values import CellError, Sheets, cell_position, differences, error_cells


def test_stored_values_are_read(tmp_path: Path) -> None:
    path = write_sample(tmp_path / "sample.xlsx")
    assert stored_values(path) == EXPECTED
    assert formula_cells(path) == {
        "Axe I": {"B7"},
        "Synthèse": {f"A{row}" for row in range(1, len(FORMULAS) + 1)},
        "Suivi-évaluation": set(),
    }


@pytest.mark.parametrize(
    ("address", "position"),
    [("A1", (1, 1)), ("Z9", (9, 26)), ("AA10", (10, 27)), ("XFD2", (2, 16384))],
)
def test_cell_position(address: str, position: tuple[int, int]) -> None:
    assert cell_position(address) == position


@pytest.mark.parametrize("address", ["", "A", "1", "a1", "$A$1", "A0", "A1:B2", "Axe I!A1"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="not the address of one cell"):
        SetCell("Axe I", address, 1.0)


def test_differences_are_listed_in_order() -> None:
    left: Sheets = {"é": {"A10": 1.0, "A9": "x", "B9": 0.1 + 0.2, "C9": True}, "vide": {}}
    right: Sheets = {"é": {"A10": 2.0, "B9": 0.3, "C9": 1.0}, "autre": {"A1": ""}}
    assert differences(left, right) == [
        "é!A9: expected 'x', found None",
        "é!A10: expected 1.0, found 2.0",
        "autre!A1: expected None, found ''",
    ]


def test_errors_are_alike_but_not_like_their_text() -> None:
    num, div = CellError("Err:502"), CellError("#DIV/0!")
    assert differences({"s": {"A1": num}}, {"s": {"A1": div}}) == []
    assert len(differences({"s": {"A1": "#DIV/0!"}}, {"s": {"A1": div}})) == 1
    assert error_cells({"s": {"A1": div, "A2": "#DIV/0!"}}) == {"s!A1": "#DIV/0!"}


def test_the_fast_engine_refuses_rows(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="cannot do InsertRows"):
        fast.recalculate(write_sample(tmp_path / "sample.xlsx"), [InsertRows("Axe I", 3)])


def test_the_fast_engine_does_without_stored_values(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book["Sheet"]["A1"], book["Sheet"]["A2"] = 20, "=A1*2+2"
    book.save(tmp_path / "unstored.xlsx")
    assert fast.recalculate(tmp_path / "unstored.xlsx") == {"Sheet": {"A1": 20, "A2": 42}}


def test_a_missing_engine_skips_but_fails_in_continuous_integration(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("CI", raising=False)
    require(None)
    with pytest.raises(pytest.skip.Exception, match="no soffice"):
        require("no soffice")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no soffice"):
        require("no soffice")
