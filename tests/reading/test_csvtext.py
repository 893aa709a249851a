"""The text of a CSV becomes rows with their lines, or a fault that names its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.csvtext import Row, parse_rows
from generator.reading.encodings import Fault

KNOWN = ("nom", "montant")


def parse(text: str) -> list[Row | Fault]:
    return list(parse_rows(text, KNOWN))


@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(mark: str, end: str) -> None:
    lines = [f"nom{mark}montant", "", f'"a{mark}b"{mark}1', mark, f"c{mark}2"]
    assert parse(end.join(lines)) == [
        Row(1, ["nom", "montant"]),
        Row(3, [f"a{mark}b", "1"]),
        Row(5, ["c", "2"]),
    ]


def test_the_delimiter_is_the_one_that_finds_the_columns() -> None:
    assert parse('"x_a,b,c,d";nom;montant\n1;2;3\n')[1] == Row(2, ["1", "2", "3"])


@pytest.mark.parametrize("line", ["sep=;", "SEP=,", '"sep=;"'])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_line_that_excel_puts_first_counts_as_a_line(line: str, end: str) -> None:
    assert parse(end.join([line, "nom;montant", "a;1"])) == [
        Row(2, ["nom", "montant"]),
        Row(3, ["a", "1"]),
    ]


def test_lines_are_right_after_a_cell_of_several_lines() -> None:
    assert parse('nom;montant\n"a\nb\r\nc";1\nd;2\n')[1:] == [
        Row(2, ["a\nb\r\nc", "1"]),
        Row(5, ["d", "2"]),
    ]


def test_a_quote_left_open_is_told_where_it_opens_and_the_rest_is_read() -> None:
    text = 'nom;montant\na;1\nb;"2\nc;3\n"d";4\n'
    assert parse(text) == [
        Row(1, ["nom", "montant"]),
        Row(2, ["a", "1"]),
        Fault("csv.quote", 3, 'b;"2'),
        Row(4, ["c", "3"], sure=False),
        Row(5, ["d", "4"], sure=False),
    ]


def test_a_quote_opening_inside_a_cell_of_several_lines_is_told_on_its_own_line() -> None:
    assert parse('nom;montant\n"a\nb";"c\nd;2\n')[1] == Fault("csv.quote", 3, 'b";"c')


def test_a_text_after_a_closing_quote_is_told() -> None:
    assert parse('nom;montant\n"a"b;1\nc;"x ""y"" z"\n')[1:] == [
        Fault("csv.quote", 2, '"a"b;1'),
        Row(3, ["c", 'x "y" z'], sure=False),
    ]


def test_a_quote_that_opens_nothing_is_a_character() -> None:
    assert parse('nom;montant\nun 12" de long;1\n')[1] == Row(2, ['un 12" de long', "1"])


def test_many_quotes_left_open_are_listed_and_end() -> None:
    text = "nom;montant\n" + '"a"b;1\n' * 1_000
    assert [fault.line for fault in parse(text)[1:]] == list(range(2, 22))


def test_a_cell_longer_than_the_module_reads_is_told() -> None:
    fault = parse(f"nom;montant\na;1\nb;{'x' * 131_073}\n")[2]
    assert isinstance(fault, Fault)
    assert (fault.kind, fault.line, fault.fields) == ("csv.long", 3, {"limit": "131 072"})


def test_a_header_longer_than_the_module_reads_is_told() -> None:
    assert parse("x" * 131_073 + ";nom\n")[0].line == 1


@pytest.mark.parametrize("text", ["", "\n\n", ";;;\n;;\n", "sep=;\n"])
def test_nothing(text: str) -> None:
    assert parse(text) == []


CELLS = st.text(alphabet=st.characters(exclude_characters='\r\n";,\t\0'), min_size=1, max_size=5)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=6))
def test_every_cell_comes_back(cells: list[list[str]]) -> None:
    lines = "".join(f'"{a}";"{b}"\n' for a, b in cells)
    rows = [row.cells for row in parse("nom;montant\n" + lines) if isinstance(row, Row)]
    full = [row for row in cells if any(cell.strip(" \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004"
                                                   "\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
                                                   "\u205f\u3000") for cell in row)]  # fmt: skip
    assert rows[1:] == full


@given(st.text(max_size=80))
def test_any_text_is_rows_or_faults(text: str) -> None:
    assert all(isinstance(row, Row | Fault) for row in parse(text))
