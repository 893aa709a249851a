"""Codes: one title and one parent each, and none that a spreadsheet takes for another."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import Finding
from generator.reading.matrix import read_matrix
from tests.reading.samples import Place, matrix, place, row, write


def load(folder: Path, *rows: str) -> list[Finding]:
    found = read_matrix(write(folder, {"matrice.csv": matrix(*rows)}) / "matrice.csv")
    assert found is not None
    return found.table.findings


def at(kind: str, line: int, column: str, value: str) -> Place:
    return Place(kind, "matrice.csv", line, column, value)


def test_an_activity_code_used_twice(tmp_path: Path) -> None:
    found = load(tmp_path, row(), row(code="I-1.1.2"), row())
    assert [place(f) for f in found] == [at("code.duplicate", 4, "code", "I-1.1.1")]
    assert "ligne 2" in found[0].problem


def test_numbers_that_look_alike_are_different_codes(tmp_path: Path) -> None:
    rows = [row(code=code) for code in ("1.10", "1.1", "01.1", "1.01")]
    assert load(tmp_path, *rows) == []


@pytest.mark.parametrize("level", ["axe", "objectif", "action"])
def test_a_title_that_differs_between_rows(tmp_path: Path, level: str) -> None:
    column = f"{level}_intitule"
    found = load(tmp_path, row(**{column: "Un"}), row(**{column: "Deux", "code": "I-2"}))
    assert [place(f) for f in found] == [at("title.differs", 3, column, "Deux")]
    assert "ligne 2 (« Un »)" in found[0].problem


def test_a_title_typed_with_other_signs_is_the_same(tmp_path: Path) -> None:
    rows = (row(axe_intitule="L'État : un"), row(axe_intitule="L’E\u0301tat\u00a0: un", code="I-2"))
    assert load(tmp_path, *rows) == []


@pytest.mark.parametrize(
    ("changed", "column", "value"),
    [
        ({"axe": "II", "axe_intitule": "Protection"}, "axe", "II"),
        ({"objectif": "I.2", "objectif_intitule": "Former"}, "objectif", "I.2"),
    ],
)
def test_a_code_under_two_parents(
    tmp_path: Path, changed: dict[str, str], column: str, value: str
) -> None:
    found = load(tmp_path, row(), row(code="I-2", **changed))
    assert [place(f) for f in found] == [at("parent.differs", 3, column, value)]
    assert "ligne 2" in found[0].problem


@pytest.mark.parametrize("level", ["axe", "objectif", "action", "code"])
@pytest.mark.parametrize(
    ("one", "other"), [("A.1", "a.1"), ("1.1", "N1.1"), ("N1.1", "1.1"), ("É1", "é1")]
)
def test_codes_that_lookups_would_confuse(tmp_path: Path, level: str, one: str, other: str) -> None:
    under = {"axe": {"objectif": "Z.1", "action": "Z.1.1"}, "objectif": {"action": "Z.1.1"}}
    second = {"code": "Z-9", **under.get(level, {}), level: other}
    found = load(tmp_path, row(**{level: one}), row(**second))
    assert [place(f) for f in found] == [at("code.alike", 3, level, other)]
    assert f"« {one} » (matrice.csv, ligne 2)" in found[0].problem


def test_the_same_code_at_two_levels_is_no_confusion(tmp_path: Path) -> None:
    assert load(tmp_path, row(axe="1", objectif="1", action="1", code="1")) == []


@pytest.mark.parametrize("level", ["axe", "objectif", "action", "code"])
@pytest.mark.parametrize(
    ("code", "kind"), [("I/1", "code.syntax"), ("01-févr", "code.date"), ("x1" * 26, "code.long")]
)
def test_a_code_that_cannot_be(tmp_path: Path, level: str, code: str, kind: str) -> None:
    assert [(f.kind, f.line, f.column) for f in load(tmp_path, row(**{level: code}))] == [
        (kind, 2, level)
    ]


def test_the_code_before_a_date_is_offered(tmp_path: Path) -> None:
    (finding,) = load(tmp_path, row(code="2003-02-01"))
    assert "« 1.2.3 »" in finding.remedy


def test_a_code_is_told_once_however_many_rows_have_it(tmp_path: Path) -> None:
    rows = [row(action="I/1", code=f"I-{n}") for n in range(9)]
    assert [place(f) for f in load(tmp_path, *rows)] == [at("code.syntax", 2, "action", "I/1")]


@pytest.mark.parametrize("code", ["TOTAL", "total", "Sous-total"])
def test_a_total_copied_among_the_activities(tmp_path: Path, code: str) -> None:
    assert [place(f) for f in load(tmp_path, row(code=code))] == [
        at("code.number", 2, "code", code)
    ]


@pytest.mark.parametrize("code", ["PLAN", "plan", "total"])
def test_no_axis_has_the_code_of_the_whole(tmp_path: Path, code: str) -> None:
    assert [place(f) for f in load(tmp_path, row(axe=code))] == [
        at("code.reserved", 2, "axe", code)
    ]


def test_blank_codes_are_not_compared(tmp_path: Path) -> None:
    rows = [
        row(axe="", axe_intitule="Un", code="", objectif="I.1"),
        row(axe="", axe_intitule="Deux", code="", objectif="I.1"),
    ]
    assert [f.kind for f in load(tmp_path, *rows)] == ["cell.empty"] * 4
