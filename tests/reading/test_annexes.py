"""The files beside the matrix: their codes are the matrix's, and nothing in them becomes 0."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.plan import Acronym, Gap, Published, Remark, Statement
from tests.reading.samples import Place, matrix, places, read, row

TOTALS, GAPS = "totaux_publies.csv", "ecarts_document.csv"
FRAME, REMARKS, ACRONYMS = "cadre_logique.csv", "remarques_document.csv", "sigles.csv"
HEADERS = {
    TOTALS: "niveau;code;intitule;cout_total;2016;2017",
    GAPS: "id;niveau;code;nature;explication;2016;2017",
    FRAME: "code;niveau;enonce;indicateur",
    REMARKS: "id;lieu;nature;constat",
    ACRONYMS: "sigle;libelle",
}


def annex(name: str, *rows: str) -> dict[str, str | bytes]:
    return {name: "\n".join([HEADERS[name], *rows]) + "\n"}


def wrong(folder: Path, name: str, *rows: str) -> list[tuple[str, int, str, str]]:
    found = places(folder, annex(name, *rows))
    assert {place.file for place in found} == {name}
    return [(place.kind, place.line, place.column, place.value) for place in found]


def test_published_totals_are_read_by_level_and_code(tmp_path: Path) -> None:
    rows = (
        "axe;I;Axe un;310;110;200",
        "objectif;I.1;OS;300;100;200",
        "action;I.1.1;Action;300;100;200",
        "plan;;BUDGET TOTAL;3 10;110;200".replace("3 10", "310"),
        "etat;ETAT;Etat;68;;",
        "partenaires;;Partenaires;242;-;",
    )
    assert read(tmp_path, annex(TOTALS, *rows)).plan.published == {
        ("axe", "I"): Published("Axe un", 310, (110, 200)),
        ("objectif", "I.1"): Published("OS", 300, (100, 200)),
        ("action", "I.1.1"): Published("Action", 300, (100, 200)),
        ("plan", "PLAN"): Published("BUDGET TOTAL", 310, (110, 200)),
        ("etat", "ETAT"): Published("Etat", 68, (None, None)),
        ("partenaires", "PARTENAIRES"): Published("Partenaires", 242, (None, None)),
    }


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("axe;I;Axe;;100;200", ("cell.empty", 2, "cout_total", "")),
        ("axe;I;Axe;-;100;200", ("amount.text", 2, "cout_total", "-")),
        ("axe;I;Axe;PM;100;200", ("amount.text", 2, "cout_total", "PM")),
        ("axe;I;Axe;trois;100;200", ("amount.text", 2, "cout_total", "trois")),
        ("axe;I;Axe;37.500;100;200", ("amount.ambiguous", 2, "cout_total", "37.500")),
        ("axe;I;Axe;-300;100;200", ("amount.negative", 2, "cout_total", "-300")),
        ("axe;I;Axe;300;-100;200", ("amount.negative", 2, "2016", "-100")),
        ("axe;I;Axe;300;100;PM", ("amount.text", 2, "2017", "PM")),
        ("axe;I;;300;100;200", ("cell.empty", 2, "intitule", "")),
        ("axe;II;Axe;300;100;200", ("code.unknown", 2, "code", "II")),
        ("axe;i;Axe;300;100;200", ("code.unknown", 2, "code", "i")),
        ("axe;;Axe;300;100;200", ("code.unknown", 2, "code", "")),
        ("objectif;I;Axe;300;100;200", ("code.unknown", 2, "code", "I")),
        ("plan;I;Plan;300;100;200", ("code.unknown", 2, "code", "I")),
        ("Axe;I;Axe;300;100;200", ("level.unknown", 2, "niveau", "Axe")),
        (";I;Axe;300;100;200", ("cell.empty", 2, "niveau", "")),
    ],
)
def test_a_published_total_that_cannot_be_used(
    tmp_path: Path, line: str, expected: tuple[str, int, str, str]
) -> None:
    assert wrong(tmp_path, TOTALS, line) == [expected]


@pytest.mark.parametrize(
    ("one", "other"), [("axe;I", "axe;I"), ("plan;PLAN", "plan;"), ("etat;", "etat;ETAT")]
)
def test_a_published_total_told_twice(tmp_path: Path, one: str, other: str) -> None:
    found = wrong(tmp_path, TOTALS, f"{one};A;300;100;200", f"{other};B;300;100;200")
    assert [(kind, line) for kind, line, _, _ in found] == [("key.duplicate", 3)]


def test_gaps_may_be_negative_or_blank(tmp_path: Path) -> None:
    rows = ("E1;action;I.1.1;omise;Parce que;-100 000;", "E2;axe;I;double;Car;−5;1 000")
    assert read(tmp_path, annex(GAPS, *rows)).plan.gaps == (
        Gap("E1", "action", "I.1.1", "omise", "Parce que", (-100_000, None)),
        Gap("E2", "axe", "I", "double", "Car", (-5, 1_000)),
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (";axe;I;n;e;1;2", ("cell.empty", 2, "id", "")),
        ("E1;axe;;n;e;1;2", ("cell.empty", 2, "code", "")),
        ("E1;axe;I;n;;1;2", ("cell.empty", 2, "explication", "")),
        ("E1;plan;PLAN;n;e;1;2", ("level.unknown", 2, "niveau", "plan")),
        ("E1;axe;X;n;e;1;2", ("code.unknown", 2, "code", "X")),
        ("E1;axe;I;n;e;--;2", ("amount.text", 2, "2016", "--")),
        ("E1;axe;I;n;e;1;PM", ("amount.text", 2, "2017", "PM")),
        ("E1;axe;I;n;e;1;-2,5", ("amount.decimal", 2, "2017", "-2,5")),
    ],
)
def test_a_gap_that_cannot_be_used(
    tmp_path: Path, line: str, expected: tuple[str, int, str, str]
) -> None:
    assert wrong(tmp_path, GAPS, line) == [expected]


def test_a_gap_told_twice(tmp_path: Path) -> None:
    found = wrong(tmp_path, GAPS, "E1;axe;I;n;e;1;2", "E1;action;I.1.1;n;e;1;2")
    assert found == [("key.duplicate", 3, "id", "E1")]


def test_the_log_frame_stands_on_its_objective_and_action(tmp_path: Path) -> None:
    source = read(tmp_path, annex(FRAME, "I.1;effet;Mieux;Niveau", "I.1.1;produit;Su;"))
    (objective,) = source.plan.axes[0].objectives
    assert objective.effect == Statement("Mieux", "Niveau")
    assert objective.actions[0].product == Statement("Su", "")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("I.1.1;effet;e;i", ("code.unknown", 2, "code", "I.1.1")),
        ("I.1;produit;e;i", ("code.unknown", 2, "code", "I.1")),
        ("I.1;Effet;e;i", ("level.unknown", 2, "niveau", "Effet")),
        ("I.1;effet;;i", ("cell.empty", 2, "enonce", "")),
    ],
)
def test_a_log_frame_that_cannot_be_used(
    tmp_path: Path, line: str, expected: tuple[str, int, str, str]
) -> None:
    assert wrong(tmp_path, FRAME, line) == [expected]


def test_a_result_told_twice(tmp_path: Path) -> None:
    found = wrong(tmp_path, FRAME, "I.1;effet;e;i", "I.1;effet;f;j")
    assert found == [("key.duplicate", 3, "code", "I.1")]


def test_remarks_and_acronyms_are_read_in_order(tmp_path: Path) -> None:
    files = annex(REMARKS, "R2;p. 3;slip;Deux", "R1;;;Un".replace(";;;", ";p. 1;;"))
    files |= annex(ACRONYMS, "NA;Non applicable", "AGR;Activité génératrice de revenus")
    plan = read(tmp_path, files).plan
    assert plan.remarks == (Remark("R2", "p. 3", "slip", "Deux"), Remark("R1", "p. 1", "", "Un"))
    assert plan.acronyms == (
        Acronym("NA", "Non applicable"),
        Acronym("AGR", "Activité génératrice de revenus"),
    )


def test_remarks_and_acronyms_told_twice_or_blank(tmp_path: Path) -> None:
    assert wrong(tmp_path, REMARKS, "R1;p;n;c", "R1;p;n;d", ";p;n;e") == [
        ("key.duplicate", 3, "id", "R1"),
        ("cell.empty", 4, "id", ""),
    ]
    assert places(
        tmp_path, annex(ACRONYMS, "AGR;a", "AGR;b", "PM;") | {REMARKS: HEADERS[REMARKS]}
    ) == [
        Place("key.duplicate", ACRONYMS, 3, "sigle", "AGR"),
        Place("cell.empty", ACRONYMS, 4, "libelle", ""),
    ]


def test_texts_that_the_workbook_joins_in_a_cell_are_bounded(tmp_path: Path) -> None:
    found = wrong(tmp_path, REMARKS, f"R1;{'p' * 15_001};n;{'c' * 15_001}")
    assert [(kind, column) for kind, _, column, _ in found] == [
        ("text.long", "lieu"),
        ("text.long", "constat"),
    ]


@pytest.mark.parametrize("name", [TOTALS, GAPS])
def test_years_that_are_not_the_matrix_s(tmp_path: Path, name: str) -> None:
    text = HEADERS[name].replace("2017", "2017;2018") + "\n"
    assert places(tmp_path, {name: text}) == [
        Place("header.years_differ", name, 1, "", "2016, 2017, 2018")
    ]


@pytest.mark.parametrize("name", [TOTALS, GAPS, FRAME, REMARKS, ACRONYMS])
def test_an_empty_file_is_told_and_a_header_alone_is_not(tmp_path: Path, name: str) -> None:
    assert places(tmp_path, {name: ""}) == [Place("file.empty", name, 0, "", "")]
    assert read(tmp_path, annex(name)).notes == ()


@pytest.mark.parametrize(
    "text",
    [
        matrix(row(), row(action="I.1.2", code="I-2") + ";de trop"),
        matrix(row(action='"I.1.2')),
        matrix(columns="axe;x_a;objectif;x_b;x_c;x_d;x_e;x_f;x_g;x_h;x_i;2016;2017"),
        "Titre\n",
        "é".encode("cp1252"),
        "",
    ],
    ids=["ragged row", "open quote", "missing columns", "no header", "no text", "nothing"],
)
def test_a_code_is_not_called_unknown_where_the_matrix_could_not_be_read(
    tmp_path: Path, text: str | bytes
) -> None:
    files = annex(TOTALS, "action;I.1.2;Action;300;100;200") | {"matrice.csv": text}
    assert {place.file for place in places(tmp_path, files)} == {"matrice.csv"}


def test_a_missing_column_does_not_hide_what_the_others_hold(tmp_path: Path) -> None:
    text = "niveau;intitule;cout_total;2016;2017\naxe;A;cent;;\naxe;B;1;;\n"
    assert places(tmp_path, {TOTALS: text}) == [
        Place("header.missing", TOTALS, 1, "code", ""),
        Place("amount.text", TOTALS, 2, "cout_total", "cent"),
    ]
