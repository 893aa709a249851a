"""`matrice.csv`: every fault of its rows is told, all in one go."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.plan import PM
from generator.reading.matrix import Matrix, control_rows, read_matrix
from tests.reading.samples import COLUMNS, Place, matrix, place, row, write


def load(folder: Path, text: str | bytes) -> Matrix:
    found = read_matrix(write(folder, {"matrice.csv": text}) / "matrice.csv")
    assert found is not None
    return found


def wrong(folder: Path, text: str | bytes) -> list[Place]:
    return [place(finding) for finding in load(folder, text).table.findings]


def at(kind: str, line: int, column: str = "", value: str = "") -> Place:
    return Place(kind, "matrice.csv", line, column, value)


def test_an_activity_is_read_with_all_it_has(tmp_path: Path) -> None:
    columns = "x_ref;2017;note;code_document;" + COLUMNS.replace(";2017", "")
    text = f"{columns}\n réf ;200;Vu;IV-9;{row().removesuffix(';200')}\n"
    matrix_read = load(tmp_path, text)
    assert matrix_read.table.findings == []
    (part,) = matrix_read.placed
    assert (part.axis, part.objective, part.action) == ("I", "I.1", "I.1.1")
    activity = part.activity
    assert (activity.code, activity.label) == ("I-1.1.1", "Une étude")
    assert (activity.responsible, activity.partners) == ("CNLT", "PTF")
    assert (activity.total, activity.years) == (300, (100, 200))
    assert (activity.printed_code, activity.note, activity.line) == ("IV-9", "Vu", 2)
    assert activity.extra == (("x_ref", " réf "),)


@pytest.mark.parametrize(
    ("total", "y2016", "expected", "years"),
    [
        ("37 500 200", "37 500 000", 37_500_200, (37_500_000, 200)),
        ("37.500.200", "37\u202f500\u202f000", 37_500_200, (37_500_000, 200)),
        ("200", "", 200, (None, 200)),
        ("200", "-", 200, (None, 200)),
        ("200", "0", 200, (0, 200)),
        ("200,00", "–", 200, (None, 200)),
    ],
)
def test_amounts_as_people_write_them(
    tmp_path: Path, total: str, y2016: str, expected: int, years: tuple[int | None, ...]
) -> None:
    read = load(tmp_path, matrix(row(cout_total=total, y2016=y2016)))
    assert read.table.findings == []
    assert (read.placed[0].activity.total, read.placed[0].activity.years) == (expected, years)


def test_a_memorandum_has_no_amount(tmp_path: Path) -> None:
    read = load(tmp_path, matrix(row(cout_total="pm", y2016="", y2017="-")))
    assert read.table.findings == []
    assert read.placed[0].activity.total is PM
    assert read.placed[0].activity.years == (None, None)


def test_a_currency_behind_an_amount_is_noted(tmp_path: Path) -> None:
    read = load(tmp_path, matrix(row(cout_total="300 F CFA")))
    assert read.table.findings == []
    assert [place(note) for note in read.table.notes] == [
        at("amount.currency", 2, "cout_total", "300 F CFA")
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("cent", "amount.text"),
        ("37?500?000", "amount.text"),
        ("100,5", "amount.decimal"),
        ("-100", "amount.negative"),
        ("(100)", "amount.negative"),
        ("37.500", "amount.ambiguous"),
        ("1 00", "amount.grouping"),
        ("12 millions", "amount.unit"),
        ("1,5E+08", "amount.scientific"),
        ("1000000000000000", "amount.large"),
        ("PM", "amount.pm_year"),
    ],
)
def test_a_year_that_is_no_amount_is_the_only_problem_of_its_row(
    tmp_path: Path, text: str, kind: str
) -> None:
    assert wrong(tmp_path, matrix(row(y2016=text))) == [at(kind, 2, "2016", text)]


def test_the_two_readings_of_an_ambiguous_amount_are_in_the_remedy(tmp_path: Path) -> None:
    (finding,) = load(tmp_path, matrix(row(y2016="37.500"))).table.findings
    assert "37500" in finding.remedy
    assert "37 " in finding.remedy


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"cout_total": "301"}, at("total.differs", 2, "cout_total", "301")),
        ({"cout_total": ""}, at("total.missing", 2, "cout_total")),
        ({"cout_total": "-"}, at("total.missing", 2, "cout_total", "-")),
        ({"cout_total": "PM"}, at("amount.pm_costed", 2, "cout_total", "PM")),
        ({"cout_total": "PM", "y2016": "0", "y2017": ""},
         at("amount.pm_costed", 2, "cout_total", "PM")),
        ({"cout_total": "trois cents"}, at("amount.text", 2, "cout_total", "trois cents")),
    ],
)  # fmt: skip
def test_a_total_that_is_not_the_sum_of_its_years(
    tmp_path: Path, changed: dict[str, str], expected: Place
) -> None:
    assert wrong(tmp_path, matrix(row(**changed))) == [expected]


def test_a_wrong_total_is_told_with_the_sum(tmp_path: Path) -> None:
    text = matrix(row(cout_total="37500301", y2016="37500000", y2017="300"))
    (finding,) = load(tmp_path, text).table.findings
    assert "37 500 300" in finding.problem


def test_a_memorandum_with_amounts_is_told_with_its_years(tmp_path: Path) -> None:
    (finding,) = load(tmp_path, matrix(row(cout_total="PM"))).table.findings
    assert "2016, 2017" in finding.problem


def test_a_plan_that_a_spreadsheet_would_round(tmp_path: Path) -> None:
    large = "999999999999999"
    rows = [row(code=f"I-{n}", cout_total=large, y2016=large, y2017="") for n in (1, 2)]
    assert wrong(tmp_path, matrix(*rows)) == [
        at("amount.total_large", 0, "cout_total", "1 999 999 999 999 998")
    ]


def test_the_largest_plan(tmp_path: Path) -> None:
    large = "999999999999998"
    rows = (
        row(cout_total=large, y2016=large, y2017=""),
        row(code="I-2", cout_total="1", y2016="1", y2017=""),
    )
    assert wrong(tmp_path, matrix(*rows)) == []


@pytest.mark.parametrize("level", ["axe", "objectif", "action"])
def test_a_title_leaves_room_for_the_words_around_it(tmp_path: Path, level: str) -> None:
    column = f"{level}_intitule"
    assert wrong(tmp_path, matrix(row(**{column: "x" * 10_000}))) == []
    (found,) = wrong(tmp_path, matrix(row(**{column: "x" * 10_001})))
    assert (found.kind, found.column) == ("text.long", column)


@pytest.mark.parametrize(
    "column",
    ["axe", "axe_intitule", "objectif", "objectif_intitule", "action", "action_intitule", "code",
     "activite"],
)  # fmt: skip
def test_a_cell_that_may_not_be_blank(tmp_path: Path, column: str) -> None:
    text = matrix(row(**{column: " \u00a0"}), row(code="I-1.1.2"))
    assert wrong(tmp_path, text) == [at("cell.empty", 2, column)]


@pytest.mark.parametrize("column", ["responsable", "partenaires"])
def test_a_cell_that_may_be_blank(tmp_path: Path, column: str) -> None:
    assert wrong(tmp_path, matrix(row(**{column: ""}))) == []


@pytest.mark.parametrize("content", ["", "\ufeff", "\n", COLUMNS, f"{COLUMNS};;\n;;;;\n"])
def test_a_file_without_an_activity(tmp_path: Path, content: str) -> None:
    assert wrong(tmp_path, content) == [at("empty", 0)]


def test_faults_of_the_header_do_not_hide_those_of_the_rows(tmp_path: Path) -> None:
    columns = COLUMNS.replace("partenaires", "partenaire").replace("cout_total", "responsable")
    text = matrix(row(axe_intitule=""), row(y2016="cent"), columns=columns)
    assert wrong(tmp_path, text) == [
        at("header.duplicate", 1, "responsable"),
        at("header.unknown", 1, "partenaire"),
        at("header.missing", 1, "partenaires"),
        at("header.missing", 1, "cout_total"),
        at("cell.empty", 2, "axe_intitule"),
        at("amount.text", 3, "2016", "cent"),
        at("code.duplicate", 3, "code", "I-1.1.1"),
    ]


def test_every_fault_is_told_in_one_go(tmp_path: Path) -> None:
    text = matrix(
        row(activite='"Une étude\nen deux lignes"', code="I-1.1.2"),
        row(y2016="cent", axe_intitule="Protection"),
        row(code="i-1.1.1", cout_total="301"),
        row(code="I-1.1.2", objectif="I.2"),
        row() + ";de trop",
    )
    assert wrong(tmp_path, text) == [
        at("row.long", 7, "", "I"),
        at("amount.text", 4, "2016", "cent"),
        at("total.differs", 5, "cout_total", "301"),
        at("code.alike", 5, "code", "i-1.1.1"),
        at("code.duplicate", 6, "code", "I-1.1.2"),
        at("title.differs", 4, "axe_intitule", "Protection"),
        at("parent.differs", 6, "objectif", "I.2"),
    ]


def test_no_file_is_no_matrix(tmp_path: Path) -> None:
    assert read_matrix(tmp_path / "matrice.csv") is None


def test_rows_for_the_control_totals_are_the_file_s_own_digits(tmp_path: Path) -> None:
    text = matrix(
        row(cout_total="1 300", y2016="1.100,00", y2017="200"),
        row(code="I-2", cout_total="PM", y2016="-", y2017=""),
    )
    assert control_rows(load(tmp_path, text)) == [
        {"axe": "I", "cout_total": "1300", "2016": "1100", "2017": "200"},
        {"axe": "I", "cout_total": "", "2016": "", "2017": ""},
    ]
