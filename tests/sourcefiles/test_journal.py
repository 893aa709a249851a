"""What was applied is told at the end of the journal, and what was told before stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import InvalidSourceError
from generator.merging.changes import Change, Nature
from generator.merging.facts import Key, Kind
from generator.sourcefiles.journal import COLUMNS, NAME, Entry, append, find_notes, read

ENTRY = Entry("2026-03-01T10:00:00+00:00", "copie.xlsx", "ab12", "A. Koné")
HEADER = "date;fichier;sha256;objet;code;nature;champ;avant;apres;motif;auteur"
EDIT = Change(Key(Kind.ACTIVITY, "I-1.1.1"), Nature.EDITED, "2016", 100, 250)
LINE = "2026-03-01T10:00:00+00:00;copie.xlsx;ab12;activité;I-1.1.1;modifié;2016;100;250;;A. Koné"
BOM = b"\xef\xbb\xbf"


def wrong(folder: Path) -> list[tuple[str, int, str]]:
    """Return why the journal is not read, which is why nothing is added to it."""
    with pytest.raises(InvalidSourceError) as caught:
        read(folder)
    with pytest.raises(InvalidSourceError):
        append(folder, ENTRY, [EDIT], {})
    return [(found.kind, found.line, found.column) for found in caught.value.findings]


def test_no_journal_has_no_rows(tmp_path: Path) -> None:
    assert read(tmp_path) == []


@pytest.mark.parametrize("content", [None, b"", BOM, b"\r\n", b"\xff\xfe"])
def test_the_first_change_makes_the_journal(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / NAME).write_bytes(content)
    found = append(tmp_path, ENTRY, [EDIT], {})
    assert found == BOM + f"{HEADER}\r\n{LINE}\r\n".encode()
    assert (tmp_path / NAME).exists() == (content is not None)


def test_later_changes_come_after_in_order(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(append(tmp_path, ENTRY, [EDIT], {}))
    before = (tmp_path / NAME).read_bytes()
    again = Change(EDIT.key, Nature.EDITED, "2016", 250, None)
    rate = Change(Key(Kind.SETTING, "part_etat"), Nature.EDITED, "valeur", 0.22, 0.25)
    found = append(tmp_path, ENTRY._replace(date="plus tard"), [again, rate], {"I-1.1.1": "gel"})
    assert (
        found
        == before
        + (
            "plus tard;copie.xlsx;ab12;activité;I-1.1.1;modifié;2016;250;;gel;A. Koné\r\n"
            "plus tard;copie.xlsx;ab12;paramètre;part_etat;modifié;valeur;0,22;0,25;;A. Koné\r\n"
        ).encode()
    )


def test_what_is_written_is_read(tmp_path: Path) -> None:
    texts = ['dit "oui" ; peut-être', "=1+1", "'=1", "un\ndeux", " entouré ", "-", "\rretour"]
    changes = [Change(EDIT.key, Nature.ADDED, "note", None, text) for text in texts]
    entry = Entry("d", "=cmd.xlsx | b.xlsx", "1 | 2", "@moi")
    (tmp_path / NAME).write_bytes(append(tmp_path, entry, changes, {"I-1.1.1": "+ tard"}))
    assert read(tmp_path) == [
        {
            "date": "d",
            "fichier": "=cmd.xlsx | b.xlsx",
            "sha256": "1 | 2",
            "objet": "activité",
            "code": "I-1.1.1",
            "nature": "ajouté",
            "champ": "note",
            "avant": "",
            "apres": text,
            "motif": "+ tard",
            "auteur": "@moi",
        }
        for text in texts
    ]
    assert b";'=1+1;" in (tmp_path / NAME).read_bytes()


def test_a_journal_without_its_last_line_end(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(f"{HEADER}\n{LINE}", encoding="utf-8", newline="")
    found = append(tmp_path, ENTRY, [EDIT], {})
    assert found == f"{HEADER}\n{LINE}\n{LINE}".encode()


def test_a_journal_that_someone_arranged_anew(tmp_path: Path) -> None:
    """Columns in another order, commas, a column of one's own, a short row."""
    columns = [*reversed(COLUMNS), "x_visa"]
    (tmp_path / NAME).write_text(",".join(columns) + "\nA. Koné,gel\n", encoding="utf-8")
    found = append(tmp_path, ENTRY, [EDIT], {})
    assert found.decode().splitlines()[1:] == [
        "A. Koné,gel",
        "A. Koné,,250,100,2016,modifié,I-1.1.1,activité,ab12,copie.xlsx,2026-03-01T10:00:00+00:00,",
    ]
    (tmp_path / NAME).write_bytes(found)
    short, whole = read(tmp_path)
    assert (short["auteur"], short["motif"], short["champ"]) == ("A. Koné", "gel", "")
    assert (whole["apres"], whole["x_visa"]) == ("250", "")


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1252", "mac-roman", "cp850"])
def test_a_journal_saved_in_another_encoding_stays_in_it(tmp_path: Path, codec: str) -> None:
    text = f"{HEADER}\r\n{LINE}\r\n"
    (tmp_path / NAME).write_bytes(text.encode(codec))
    assert [row["auteur"] for row in read(tmp_path)] == ["A. Koné"]
    noted = [(note.kind, note.file) for note in find_notes(tmp_path)]
    assert noted == ([] if codec == "utf-8" else [("file.encoding", NAME)])
    assert append(tmp_path, ENTRY, [EDIT], {}) == f"{text}{LINE}\r\n".encode(codec)


def test_a_sign_that_the_journal_cannot_write_is_refused(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(f"{HEADER}\r\n{LINE}\r\n".encode("cp1252"))
    change = Change(EDIT.key, Nature.EDITED, "activite", "Une étude", "دراسة")
    with pytest.raises(InvalidSourceError) as caught:
        append(tmp_path, ENTRY, [change], {})
    (found,) = caught.value.findings
    assert (found.kind, found.file, found.column) == ("encoding.lacks", NAME, "apres")
    assert "« دراسة » ne s'écrit pas en Windows-1252, l'encodage de journal.csv" in str(found)
    assert found.value == "دراسة"


def test_a_journal_of_two_encodings_is_refused(tmp_path: Path) -> None:
    lines = f"{HEADER}\r\n{LINE}\r\n".encode() + LINE.encode("cp1252")
    (tmp_path / NAME).write_bytes(lines)
    assert wrong(tmp_path) == [("encoding.mixed", 3, "")]


def test_a_journal_is_read_in_the_encoding_that_the_person_says(tmp_path: Path) -> None:
    text = f"{HEADER}\r\nd;à.xlsx;1;activité;I;modifié;2016;1;2;;\r\n".replace("é", "e")
    (tmp_path / NAME).write_bytes(text.encode("cp850"))
    assert wrong(tmp_path) == [("encoding.doubtful", 2, "")]
    assert [row["fichier"] for row in read(tmp_path, "cp850")] == ["à.xlsx"]
    found = append(tmp_path, ENTRY, [EDIT], {}, "cp850")
    assert found == f"{text}{LINE}\r\n".encode("cp850")


def test_a_journal_that_lacks_columns_is_refused(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(HEADER.replace("champ;", "").replace("motif;", "") + "\n")
    assert wrong(tmp_path) == [("header.missing", 1, "champ"), ("header.missing", 1, "motif")]


def test_a_quote_left_open_is_refused(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(f'{HEADER}\n"2026;a\n', encoding="utf-8")
    assert wrong(tmp_path) == [("csv.quote", 2, "")]
