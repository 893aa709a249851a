"""A header names the columns that the file must have, and its years."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.samples import Place, place
from tests.reading.tables import YEARLY, at, load, wrong


def test_missing_unknown_and_repeated_columns_are_told_with_the_rows(tmp_path: Path) -> None:
    table = load(tmp_path, "Téxte;note;note;code\nb;;;\n")
    assert [place(f) for f in table.findings] == [
        at("header.unknown", 1, "Téxte"),
        at("header.duplicate", 1, "note"),
        at("header.missing", 1, "texte"),
        at("cell.empty", 2, "code"),
    ]
    assert "« texte »" in table.findings[0].remedy


def test_the_line_of_a_header_that_is_not_the_first_line(tmp_path: Path) -> None:
    assert wrong(tmp_path, "sep=;\n\ncode\na\n") == [at("header.missing", 3, "texte")]


@pytest.mark.parametrize("text", ["Titre du plan\nautre;nom\na;b\n", "code|texte\na|b\n", "a;b\n"])
def test_a_first_line_that_is_no_header_is_one_problem(tmp_path: Path, text: str) -> None:
    found = load(tmp_path, text).findings
    assert [(f.kind, f.line) for f in found] == [("header.absent", 1)]
    assert "code, texte" in found[0].remedy


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_titles_above_the_header_are_passed_over_and_told(tmp_path: Path, end: str) -> None:
    """One of them names a column, another has as many cells as the header."""
    lines = ["Plan d'action; de 2016", "", "texte", "code;texte", "a;b", "code;c"]
    table = load(tmp_path, end.join(lines) + end)
    assert table.findings == []
    assert [record.cells for record in table.records] == [
        {"code": "a", "texte": "b"}, {"code": "code", "texte": "c"},
    ]  # fmt: skip
    assert [(note.kind, note.line) for note in table.notes] == [
        ("header.title", 1), ("header.title", 3),
    ]  # fmt: skip
    assert [record.line for record in table.records] == [5, 6]


def test_the_header_is_sought_among_the_first_rows_only(tmp_path: Path) -> None:
    found = load(tmp_path, "un titre\n" * 10 + "code;texte\na;b\n").findings
    assert [(f.kind, f.line) for f in found] == [("header.absent", 1)]
    assert load(tmp_path, "un titre\n" * 9 + "code;texte\na;b\n").findings == []


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n \n", b";;;\n"])
def test_an_empty_file(tmp_path: Path, content: bytes) -> None:
    assert wrong(tmp_path, content) == [at("file.empty", 0)]


def test_a_header_alone_is_no_problem_of_the_file(tmp_path: Path) -> None:
    table = load(tmp_path, "code;texte\n")
    assert (table.findings, table.records) == ([], [])


def test_years_are_the_columns_named_by_four_digits(tmp_path: Path) -> None:
    table = load(tmp_path, "2018;code;2016;2017\n1;a;2;3\n", YEARLY)
    assert table.years == (2016, 2017, 2018)
    assert table.findings == []


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("code", [at("header.no_year", 1)]),
        ("code;2016;2018", [at("header.year_gap", 1, "2018")]),
        ("code;2016;2016", [at("header.duplicate", 1, "2016")]),
        ("code;2016;0999", [at("header.unknown", 1, "0999")]),
        ("code;2016;201", [at("header.unknown", 1, "201")]),
        ("code;" + ";".join(map(str, range(2000, 2051))),
         [at("header.too_many_years", 1, "", "51")]),
    ],
)  # fmt: skip
def test_years_that_are_no_row_of_years(tmp_path: Path, header: str, expected: list[Place]) -> None:
    assert wrong(tmp_path, f"{header}\n", YEARLY) == expected


def test_as_many_years_as_there_may_be(tmp_path: Path) -> None:
    header = "code;" + ";".join(map(str, range(2000, 2050)))
    assert wrong(tmp_path, f"{header}\n", YEARLY) == []


def test_the_missing_years_are_named(tmp_path: Path) -> None:
    found = load(tmp_path, "code;2016;2018;2022\n", YEARLY).findings
    assert ["2017." in found[0].remedy, "2019 à 2021." in found[1].remedy] == [True, True]


def test_a_quote_left_open_in_the_header(tmp_path: Path) -> None:
    assert wrong(tmp_path, 'code;"texte\na;b\n') == [at("csv.quote", 1, "", 'code;"texte')]
