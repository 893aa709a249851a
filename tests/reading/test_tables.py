"""A file's header and rows: read with their lines, or refused, everything at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import SourceNotFoundError
from generator.reading.tables import read_table
from tests.reading.samples import place
from tests.reading.tables import FREE, at, load, wrong


def test_records_carry_their_lines_and_columns_come_in_any_order(tmp_path: Path) -> None:
    table = load(tmp_path, 'texte;code\n\n"Un\nDeux";a\n;;\nTrois;b\n')
    assert [(r.line, r["code"], r["texte"]) for r in table.records] == [
        (3, "a", "Un\nDeux"),
        (6, "b", "Trois"),
    ]
    assert table.findings == []
    assert table.whole


def test_texts_stand_as_typed_codes_without_their_spaces(tmp_path: Path) -> None:
    table = load(tmp_path, "code;texte;x_libre\n a\u00a0; Un  texte ; \u00a0\n")
    assert table.records[0].cells == {"code": "a", "texte": " Un  texte ", "x_libre": " \u00a0"}
    assert [place(note) for note in table.notes] == [at("code.spaces", 2, "code", " a\u00a0")]
    assert table.findings == []


@pytest.mark.parametrize(
    "text",
    ["NA", "None", "null", "_x000D_", "=cmd|' /C calc'!A0", "http://x", "<&>", "l’État", "1.10"],
)
def test_no_text_is_interpreted(tmp_path: Path, text: str) -> None:
    table = load(tmp_path, f"code;texte\na;{text}\n")
    assert table.records[0]["texte"] == text
    assert table.findings == []


def test_a_text_that_looks_like_a_formula_is_noted(tmp_path: Path) -> None:
    table = load(tmp_path, "code;texte\na;=1+1\n")
    assert [place(note) for note in table.notes] == [at("text.formula", 2, "texte", "=1+1")]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_inside_a_text_become_one_kind(tmp_path: Path, end: str) -> None:
    table = load(tmp_path, f'code;texte{end}a;"un{end}deux"{end}')
    assert table.records[0]["texte"] == "un\ndeux"
    assert (table.findings, table.notes) == ([], [])


def test_a_blank_text_is_empty(tmp_path: Path) -> None:
    assert load(tmp_path, "code;texte\na; \u00a0\n").records[0]["texte"] == ""


def test_what_a_column_of_ones_own_holds_is_untouched(tmp_path: Path) -> None:
    table = load(tmp_path, 'code;texte;x_a\na;b;" un\r\ndeux "\n')
    assert table.extra == ("x_a",)
    assert table.records[0]["x_a"] == " un\r\ndeux "


@pytest.mark.parametrize(
    "text", ["code;texte;;;\na;b;;;\n", "code;texte\na;b;;\n", "code;;texte\na;;b\n"]
)
def test_columns_without_name_or_content_are_passed_over(tmp_path: Path, text: str) -> None:
    table = load(tmp_path, text)
    assert table.findings == []
    assert table.records[0].cells == {"code": "a", "texte": "b"}


def test_a_cell_under_a_column_without_name_is_not_dropped(tmp_path: Path) -> None:
    assert wrong(tmp_path, "code;;texte\na;perdu;b\n") == [at("cell.unnamed", 2, "", "perdu")]
    assert wrong(tmp_path, "code;texte;;\na;b;perdu;\n") == [at("row.long", 2, "", "a")]


def test_a_row_of_another_width_is_told_with_both_counts(tmp_path: Path) -> None:
    table = load(tmp_path, "code;texte\na\nb;c;d\ne;f\n")
    assert [place(f) for f in table.findings] == [
        at("row.short", 2, "", "a"),
        at("row.long", 3, "", "b"),
    ]
    assert "1 cellules au lieu de 2" in table.findings[0].problem
    assert "3 cellules au lieu de 2" in table.findings[1].problem
    assert len(table.records) == 1
    assert not table.whole


@pytest.mark.parametrize("column", ["texte", "x_libre"])
def test_a_control_character_is_told_with_its_position(tmp_path: Path, column: str) -> None:
    cells = {"texte": "b\x1bc;", "x_libre": ";b\x1bc"}
    table = load(tmp_path, f"code;texte;x_libre\na;{cells[column]}\n")
    assert [place(f) for f in table.findings] == [at("text.control", 2, column, "b[U+001B]c")]
    assert "position 2" in table.findings[0].problem


def test_a_control_character_at_the_end_of_a_text_is_not_dropped(tmp_path: Path) -> None:
    assert wrong(tmp_path, "code;texte\na;b\x1f\n") == [at("text.control", 2, "texte", "b[U+001F]")]
    assert wrong(tmp_path, "code;texte\n\x0b;\x0b\n")[0] == at(
        "text.control", 2, "code", "[U+000B]"
    )


def test_a_text_badly_converted_is_told(tmp_path: Path) -> None:
    assert wrong(tmp_path, "code;texte\na;RÃ©aliser\n") == [
        at("text.mojibake", 2, "texte", "RÃ©aliser")
    ]


@pytest.mark.parametrize("text", ["x" * 32_768, "😀" * 16_384])
def test_a_text_longer_than_a_cell_holds_is_told(tmp_path: Path, text: str) -> None:
    assert wrong(tmp_path, f"code;texte\na;{text}\n") == [
        at("text.long", 2, "texte", text[:60] + "…")
    ]


def test_the_longest_text_of_a_cell_is_read(tmp_path: Path) -> None:
    text = "x" * 32_767
    assert load(tmp_path, f"code;texte\na;{text}\n").records[0]["texte"] == text


def test_a_column_may_hold_less(tmp_path: Path) -> None:
    found = wrong(tmp_path, f"code;texte;note\na;;{'n' * 101}\nb;;{'n' * 100}\n")
    assert found == [at("text.long", 2, "note", "n" * 60 + "…")]


def test_a_quote_left_open_does_not_hide_the_faults_around_it(tmp_path: Path) -> None:
    text = 'code;texte\n;a\nb;"c\n;d\nun reste\ne;f\n'
    table = load(tmp_path, text)
    assert [place(f) for f in table.findings] == [
        at("cell.empty", 2, "code"),
        at("csv.quote", 3, "", 'b;"c'),
        at("cell.empty", 4, "code"),
    ]
    assert not table.whole


def test_a_field_longer_than_the_module_reads(tmp_path: Path) -> None:
    text = "x" * 131_073
    assert [f.kind for f in load(tmp_path, f"code;texte\na;{text}\n").findings] == ["csv.long"]


@pytest.mark.parametrize(
    ("codec", "name"),
    [("cp1252", "Windows-1252"), ("mac-roman", "Mac Roman"), ("cp850", "CP850"),
     ("utf-16", "UTF-16")],
)  # fmt: skip
def test_another_encoding_is_noted(tmp_path: Path, codec: str, name: str) -> None:
    table = load(tmp_path, "code;texte\na;b\nc;é\n".encode(codec))
    assert [record["texte"] for record in table.records] == ["b", "é"]
    assert [place(note) for note in table.notes] == [at("file.encoding", 0)]
    assert f"lu en {name}" in str(table.notes[0])


def test_what_is_in_no_encoding_names_its_line(tmp_path: Path) -> None:
    mixed = "code;texte\na;é\nb;é\n".encode() + "c;è bas\n".encode("cp1252")
    assert wrong(tmp_path, mixed) == [at("encoding.mixed", 4, "", "c;è bas")]
    assert wrong(tmp_path, "code;texte\na;à\n".encode("cp850")) == [at("encoding.doubtful", 2)]
    assert wrong(tmp_path, "code;texte\n".encode("utf-16")[:-1]) == [at("encoding.damaged", 1)]
    assert wrong(tmp_path, b"code;texte\na;\0\n") == [at("nul", 2)]
    assert wrong(tmp_path, b"PK\x03\x04") == [at("file.workbook", 0)]


def test_the_fingerprint_is_that_of_the_bytes(tmp_path: Path) -> None:
    source = load(tmp_path, b"code;texte\na;b\n").source
    assert source is not None
    # printf 'code;texte\na;b\n' | sha256sum
    assert source.sha256 == "f9e5c36bc30879c1aedc7289faa60159f5aa057222413127d7347c578c46531a"
    assert source.records == 1


def test_no_file_is_no_table(tmp_path: Path) -> None:
    assert read_table(tmp_path / "essai.csv", FREE) is None


def test_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "essai.csv").mkdir()
    with pytest.raises(SourceNotFoundError, match="c'est un dossier"):
        read_table(tmp_path / "essai.csv", FREE)
