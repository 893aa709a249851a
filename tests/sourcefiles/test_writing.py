"""Changes to a plan as changes to its files: the lines they are of, and no other byte."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.errors import InvalidSourceError, ModelError
from generator.merging.changes import Change, Nature, apply, compare
from generator.merging.facts import Key, Kind, Value, facts_of
from generator.reading.source import read_source
from generator.sourcefiles.folder import SourceFolder
from generator.sourcefiles.writing import NONE, write_changes
from tests.reading.samples import COLUMNS, row, write
from tests.reading.samples import matrix as text_of

MATRIX, ADOPTED = "matrice.csv", "matrice_adoptee.csv"
BOM = b"\xef\xbb\xbf"
FIRST, SECOND = (
    row(),
    row(code="I-1.1.2", activite="Un colloque", cout_total="PM", y2016="", y2017=""),
)
OTHER = row(action="I.1.2", action_intitule="Former", code="I-1.2.1", activite="Un stage")
ROWS = (FIRST, SECOND, OTHER)
"""Two activities of action I.1.1, 300 francs (100 and 200) and PM; one of action I.1.2, 300."""

THREE = text_of(*ROWS)
Fields = dict[str, Value | None]


def edit(kind: Kind, code: str, field: str, before: Value | None, after: Value | None) -> Change:
    return Change(Key(kind, code), Nature.EDITED, field, before, after)


def activity(code: str, field: str, before: Value | None, after: Value | None) -> Change:
    return edit(Kind.ACTIVITY, code, field, before, after)


def added(kind: Kind, code: str, **fields: Value) -> list[Change]:
    """Return a record that is added; `y2016` stands for the column 2016."""
    named = {name.removeprefix("y"): value for name, value in fields.items()}
    return [Change(Key(kind, code), Nature.ADDED, *item) for item in _blank_first(named)]


def _blank_first(fields: dict[str, Value]) -> list[tuple[str, None, Value]]:
    return [(name, None, value) for name, value in fields.items()]


def deleted(folder: Path, kind: Kind, code: str) -> list[Change]:
    key = Key(kind, code)
    record = facts_of(read_source(folder).plan)[key]
    return [Change(key, Nature.DELETED, name, value, None) for name, value in record.items()]


def new_activity(code: str = "I-1.1.3", **fields: Value) -> list[Change]:
    place = {"axe": "I", "objectif": "I.1", "action": "I.1.1"}
    return added(Kind.ACTIVITY, code, **{**place, "activite": "Un bilan", **fields})


def changed(
    folder: Path, *changes: Change, corrected: Mapping[Key, Key] = NONE
) -> dict[str, bytes]:
    """Return the files that the changes touch, once the folder was read with them as expected."""
    source = read_source(folder)
    current = facts_of(source.plan)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    files = dict(write_changes(SourceFolder(folder), source.plan, current, changes, corrected))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    for name, content in files.items():
        (folder / name).write_bytes(content)
    found = facts_of(read_source(folder).plan)
    assert compare(apply(current, changes), found) == ()
    return files


def changed_matrix(folder: Path, text: str | bytes, *changes: Change) -> bytes:
    return changed(write(folder, {MATRIX: text}), *changes)[MATRIX]


def test_no_change_writes_nothing(tmp_path: Path) -> None:
    assert changed(write(tmp_path, {})) == {}


def test_an_amount_and_the_total_of_its_row(tmp_path: Path) -> None:
    found = changed_matrix(tmp_path, THREE, activity("I-1.1.1", "2016", 100, 250))
    expected = "I;Prévention;I.1;Informer;I.1.1;Étudier;I-1.1.1;Une étude;CNLT;PTF;450;250;200"
    assert found.decode() == text_of(expected, SECOND, OTHER)


def test_an_amount_that_goes_blank_and_one_of_nothing(tmp_path: Path) -> None:
    found = changed_matrix(
        tmp_path,
        THREE,
        activity("I-1.1.1", "2016", 100, None),
        activity("I-1.2.1", "2017", 200, 0),
    )
    assert found.decode().splitlines()[1].endswith(";200;;200")
    assert found.decode().splitlines()[3].endswith(";100;100;0")


def test_an_activity_becomes_pm_and_back(tmp_path: Path) -> None:
    away = [
        activity("I-1.1.1", "cout_total", None, "PM"),
        activity("I-1.1.1", "2016", 100, None),
        activity("I-1.1.1", "2017", 200, None),
    ]
    found = changed_matrix(tmp_path, THREE, *away)
    assert found.decode().splitlines()[1].endswith(";PTF;PM;;")
    back = [change._replace(before=change.after, after=change.before) for change in away]
    assert changed(tmp_path, *back)[MATRIX].decode() == THREE


def test_texts_and_notes(tmp_path: Path) -> None:
    text = THREE.replace(COLUMNS, COLUMNS + ";note;x_visa").replace(";200\n", ";200;;v\n")
    text = text.replace(";PM;;\n", ";PM;;;;v\n")
    found = changed_matrix(
        tmp_path,
        text,
        activity("I-1.1.1", "note", None, "= à revoir ; deux fois"),
        activity("I-1.1.1", "partenaires", "PTF", None),
    )
    assert (
        found.decode().splitlines()[1].endswith(';CNLT;;300;100;200;"\'= à revoir ; deux fois";v')
    )
    assert found.decode().splitlines()[2:] == text.splitlines()[2:]


def test_a_new_activity_comes_after_the_last_of_its_action(tmp_path: Path) -> None:
    text = THREE.replace(COLUMNS, COLUMNS + ";x_visa").replace(";200\n", ";200;v\n")
    text = text.replace(";PM;;\n", ";PM;;;v\n")
    found = changed_matrix(
        tmp_path, text, *new_activity(responsable="CNLT", partenaires="A; B", y2017=40)
    )
    new = 'I;Prévention;I.1;Informer;I.1.1;Étudier;I-1.1.3;Un bilan;CNLT;"A; B";40;;40;'
    lines = text.splitlines()
    assert found.decode() == "\n".join([*lines[:3], new, lines[3]]) + "\n"


def test_new_activities_come_in_their_order(tmp_path: Path) -> None:
    found = changed_matrix(
        tmp_path, THREE, *new_activity("I-1.1.3"), *new_activity("I-1.1.4", cout_total="PM")
    )
    lines = [line.split(";") for line in found.decode().splitlines()]
    assert [cells[6] for cells in lines[1:]] == [
        "I-1.1.1", "I-1.1.2", "I-1.1.3", "I-1.1.4", "I-1.2.1",
    ]  # fmt: skip
    assert [cells[10:] for cells in lines[3:5]] == [["0", "", ""], ["PM", "", ""]]


def test_a_new_activity_at_the_end_of_a_file_without_its_last_line_end(tmp_path: Path) -> None:
    text = f"{COLUMNS}\n{FIRST}"
    found = changed_matrix(tmp_path, text, *new_activity("I-1.1.2", responsable="CNLT"))
    new = "I;Prévention;I.1;Informer;I.1.1;Étudier;I-1.1.2;Un bilan;CNLT;;0;;"
    assert found.decode() == f"{text}\n{new}"


def test_an_activity_is_deleted(tmp_path: Path) -> None:
    write(tmp_path, {MATRIX: THREE})
    found = changed(tmp_path, *deleted(tmp_path, Kind.ACTIVITY, "I-1.1.1"))
    assert found[MATRIX].decode() == text_of(SECOND, OTHER)


def test_what_is_carried_stays_with_its_line_and_goes_with_it(tmp_path: Path) -> None:
    """Deleted, then added again by a later import: its column is blank, as that of any new one."""
    text = text_of(f"{FIRST};vu", f"{SECOND};à voir", columns=f"{COLUMNS};x_visa")
    write(tmp_path, {MATRIX: text})
    changed(tmp_path, activity("I-1.1.1", "activite", "Une étude", "Un bilan"))
    assert (tmp_path / MATRIX).read_text() == text.replace("Une étude", "Un bilan")
    changed(tmp_path, *deleted(tmp_path, Kind.ACTIVITY, "I-1.1.1"))
    found = changed(tmp_path, *new_activity("I-1.1.1", responsable="CNLT", y2016=300))
    new = "I;Prévention;I.1;Informer;I.1.1;Étudier;I-1.1.1;Un bilan;CNLT;;300;300;;"
    assert found[MATRIX].decode() == text_of(f"{SECOND};à voir", new, columns=f"{COLUMNS};x_visa")


@pytest.mark.parametrize("added_first", [True, False])
def test_an_activity_replaces_the_only_one_of_its_action(tmp_path: Path, added_first: bool) -> None:
    write(tmp_path, {MATRIX: THREE})
    gone = deleted(tmp_path, Kind.ACTIVITY, "I-1.2.1")
    new = new_activity("I-1.2.2", action="I.1.2", responsable="CNLT", y2016=5)
    found = changed(tmp_path, *(new + gone if added_first else gone + new))
    expected = "I;Prévention;I.1;Informer;I.1.2;Former;I-1.2.2;Un bilan;CNLT;;5;5;"
    assert found[MATRIX].decode() == text_of(FIRST, SECOND, expected)


def test_the_first_change_of_all_keeps_the_adopted_matrix(tmp_path: Path) -> None:
    text = BOM + THREE.replace("\n", "\r\n").encode()
    write(tmp_path, {MATRIX: text})
    first = changed(tmp_path, activity("I-1.1.1", "2016", 100, 250))
    assert first.keys() == {ADOPTED, MATRIX}
    assert first[ADOPTED] == text
    second = changed(tmp_path, activity("I-1.1.1", "2016", 250, 300))
    assert second.keys() == {MATRIX}
    assert (tmp_path / ADOPTED).read_bytes() == text


def test_a_setting_alone_keeps_the_adopted_matrix_too(tmp_path: Path) -> None:
    write(tmp_path, {})
    matrix = (tmp_path / MATRIX).read_bytes()
    found = changed(tmp_path, edit(Kind.SETTING, "contre_valeur", "valeur", None, "EUR"))
    assert found == {ADOPTED: matrix, "plan.toml": b'contre_valeur = "EUR"\n'}


def test_columns_in_another_order(tmp_path: Path) -> None:
    text = (
        "2017;code;x_libre;activite;axe;axe_intitule;cout_total;objectif;objectif_intitule;action;"
        "action_intitule;2016;partenaires;responsable\n"
        "200;I-1.1.1; à moi ;Une étude;I;Prévention;300;I.1;Informer;I.1.1;Étudier;100;PTF;CNLT\n"
    )
    found = changed_matrix(
        tmp_path,
        text,
        activity("I-1.1.1", "2017", 200, 1),
        *new_activity("I-1.1.2", responsable="OIM", y2016=7),
    )
    assert found.decode() == (
        text.replace("200;I-", "1;I-").replace(";300;", ";101;")
        + ";I-1.1.2;;Un bilan;I;Prévention;7;I.1;Informer;I.1.1;Étudier;7;;OIM\n"
    )


@pytest.mark.parametrize("mark", [BOM, b""])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_mark_the_ends_and_the_delimiter_stay(
    tmp_path: Path, mark: bytes, end: str, delimiter: str
) -> None:
    lines = ["sep=;", "", *THREE.splitlines()[:2], ";" * 12, *THREE.splitlines()[2:], "", ""]
    text = end.join(lines).replace(";", delimiter)
    found = changed_matrix(
        tmp_path,
        mark + text.encode(),
        activity("I-1.1.1", "2016", 100, 250),
        *new_activity(responsable="CNLT"),
    )
    lines[3] = FIRST.replace("300;100", "450;250")
    lines.insert(6, "I;Prévention;I.1;Informer;I.1.1;Étudier;I-1.1.3;Un bilan;CNLT;;0;;")
    assert found == mark + end.join(lines).replace(";", delimiter).encode()


def test_quoted_cells_stay_quoted(tmp_path: Path) -> None:
    cells = ";".join(f'"{cell}"' for cell in FIRST.split(";")).replace("Une étude", 'Une ""étude""')
    found = changed_matrix(
        tmp_path, f"{COLUMNS}\n{cells}\n", activity("I-1.1.1", "2016", 100, None)
    )
    expected = cells.replace('"300";"100"', '"200";""')
    assert found.decode() == f"{COLUMNS}\n{expected}\n"


@pytest.mark.parametrize(
    "typed",
    ["1 000 000", "1\u00a0000\u00a0000", "1\u2009000\u2009000", "1.000.000", "1,000,000",
     "01000000", "1000000 F CFA", "1 000 000,00", " 1000000 "],
)  # fmt: skip
def test_an_amount_stays_as_it_was_typed_where_it_did_not_change(
    tmp_path: Path, typed: str
) -> None:
    text = f"{COLUMNS}\n{row(cout_total=typed, y2016='-', y2017=typed)}\n"
    found = changed_matrix(tmp_path, text, activity("I-1.1.1", "activite", "Une étude", "Un plan"))
    assert found.decode() == text.replace("Une étude", "Un plan")


def test_pm_stays_as_it_was_typed(tmp_path: Path) -> None:
    text = f"{COLUMNS}\n{row(cout_total='p.m.', y2016='', y2017='–')}\n"
    found = changed_matrix(tmp_path, text, activity("I-1.1.1", "responsable", "CNLT", "OIM"))
    assert found.decode() == text.replace("CNLT", "OIM")


def test_a_dash_gives_way_to_an_amount(tmp_path: Path) -> None:
    text = f"{COLUMNS}\n{row(cout_total='200', y2016='-')}\n"
    found = changed_matrix(tmp_path, text, activity("I-1.1.1", "2016", None, 0))
    assert found.decode() == text.replace(";-;", ";0;")


def test_a_text_of_digits_is_a_text(tmp_path: Path) -> None:
    text = f"{COLUMNS};note\n{FIRST};1.000\n"
    found = changed_matrix(tmp_path, text, activity("I-1.1.1", "note", "1.000", "1000"))
    assert found.decode() == text.replace("1.000", "1000")


def test_texts_that_did_not_change_stay_as_typed(tmp_path: Path) -> None:
    cells = row(activite='" Une\r\nétude "', responsable="'-CNLT", partenaires="=1")
    text = f"{COLUMNS}\r\n{cells}\r\n"
    found = changed_matrix(tmp_path, text.encode(), activity("I-1.1.1", "2017", 200, 201))
    assert found.decode() == text.replace("300;100;200", "301;100;201")


def test_titles_above_the_header_stay(tmp_path: Path) -> None:
    text = f"Plan d'action;;\n\n{THREE}"
    found = changed_matrix(tmp_path, text, activity("I-1.1.1", "2016", 100, 150))
    assert found.decode() == text.replace(";300;100;200", ";350;150;200", 1)


def test_titles_are_not_rewritten(tmp_path: Path) -> None:
    source = read_source(write(tmp_path, {}))
    title = edit(Kind.TITLE, "I", "axe_intitule", "Prévention", "Prévenir")
    with pytest.raises(ModelError, match="aucun intitulé ne se réécrit"):
        write_changes(SourceFolder(tmp_path), source.plan, facts_of(source.plan), [title])


CODECS = ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac-roman", "cp850"]


@pytest.mark.parametrize("codec", CODECS)
def test_a_change_keeps_the_encoding_of_its_file(tmp_path: Path, codec: str) -> None:
    text = THREE.replace("\n", "\r\n")
    write(tmp_path, {MATRIX: text.encode(codec), "statuts.csv": DECISIONS.encode(codec)})
    found = changed(
        tmp_path,
        activity("I-1.1.1", "activite", "Une étude", "Un séminaire à côté"),
        *added(Kind.DECISION, "I-1.1.2", statut="retirée"),
        *added(Kind.CEILING, "I", y2016=5),
    )
    assert found == {
        ADOPTED: text.encode(codec),
        MATRIX: text.replace("Une étude", "Un séminaire à côté", 1).encode(codec),
        "statuts.csv": f"{DECISIONS}I-1.1.2;;retirée;\r\n".encode(codec),
        "plafonds.csv": "axe;2016;2017\r\nI;5;\r\n".encode(codec),
    }


def test_signs_that_encodings_lack_are_all_listed(tmp_path: Path) -> None:
    """A new file is written as the matrix is: it is the matrix that must be saved anew."""
    source = read_source(write(tmp_path, {MATRIX: THREE.encode("cp1252")}))
    changes = [
        activity("I-1.1.1", "activite", "Une étude", "دراسة"),
        edit(Kind.DECISION, "I-1.1.2", "motif", None, "e\u0301puise\u0301"),
    ]
    with pytest.raises(InvalidSourceError) as caught:
        write_changes(SourceFolder(tmp_path), source.plan, facts_of(source.plan), changes)
    assert [(one.kind, one.file, one.column) for one in caught.value.findings] == [
        ("encoding.lacks", MATRIX, "activite"),
        ("encoding.lacks", "statuts.csv", "motif"),
    ]
    assert all("Enregistrez matrice.csv" in str(one) for one in caught.value.findings)


def test_the_encoding_that_the_person_said_is_kept(tmp_path: Path) -> None:
    text = text_of(row(axe_intitule="CÔTE", action_intitule="Etude", activite="Plan"))
    source = read_source(write(tmp_path, {MATRIX: text.encode("cp850")}), "cp850")
    change = activity("I-1.1.1", "activite", "Plan", "À côté")
    own = SourceFolder(tmp_path, "cp850")
    found = write_changes(own, source.plan, facts_of(source.plan), [change])
    assert found[MATRIX] == text.replace("Plan", "À côté").encode("cp850")


DECISIONS = "code;x_qui;statut;motif\r\nI-1.1.1;A. Koné;reportée;\r\nI-1.2.1;;maintenue;ok\r\n"


def test_a_decision_is_changed_added_and_deleted(tmp_path: Path) -> None:
    write(tmp_path, {MATRIX: THREE, "statuts.csv": DECISIONS})
    found = changed(
        tmp_path,
        edit(Kind.DECISION, "I-1.1.1", "motif", None, "faute de crédits ; 2017"),
        *deleted(tmp_path, Kind.DECISION, "I-1.2.1"),
        *added(Kind.DECISION, "I-1.1.2", statut="retirée"),
    )
    assert found.keys() == {ADOPTED, "statuts.csv"}
    assert found["statuts.csv"].decode() == (
        'code;x_qui;statut;motif\r\nI-1.1.1;A. Koné;reportée;"faute de crédits ; 2017"\r\n'
        "I-1.1.2;;retirée;\r\n"
    )


def test_a_first_decision_makes_the_file_as_the_matrix_is(tmp_path: Path) -> None:
    text = BOM + THREE.replace(";", ",").replace("\n", "\r\n").encode()
    write(tmp_path, {MATRIX: text})
    found = changed(tmp_path, *added(Kind.DECISION, "I-1.1.1", statut="reportée", motif="a, b"))
    expected = 'code,statut,motif\r\nI-1.1.1,reportée,"a, b"\r\n'
    assert found["statuts.csv"] == BOM + expected.encode()


QUARTERS = (
    "annee;code;t1;t2;t3;t4;x_qui\r\n2016;I-1.1.1;1 000;;;-;A\r\n2017;I-1.1.1;;;;;B\r\n"
    "2016;I-1.2.1;5;;;;C\r\n"
)


def test_quarters_are_changed_added_and_deleted(tmp_path: Path) -> None:
    """A line that no change touches stays, one without any quarter too."""
    write(tmp_path, {MATRIX: THREE, "pta.csv": QUARTERS})
    found = changed(
        tmp_path,
        edit(Kind.QUARTERS, "I-1.1.1", "T2 2016", None, 0),
        *deleted(tmp_path, Kind.QUARTERS, "I-1.2.1"),
        *added(Kind.QUARTERS, "I-1.1.2", **{"T4 2017": 9}),
    )
    assert found.keys() == {ADOPTED, "pta.csv"}
    assert found["pta.csv"].decode() == (
        "annee;code;t1;t2;t3;t4;x_qui\r\n2016;I-1.1.1;1 000;0;;-;A\r\n2017;I-1.1.1;;;;;B\r\n"
        "2017;I-1.1.2;;;;9;\r\n"
    )


def test_quarters_of_two_years_are_two_lines(tmp_path: Path) -> None:
    write(tmp_path, {MATRIX: THREE})
    record = {"T1 2017": 1, "T3 2016": 2, "T4 2016": 3}
    found = changed(tmp_path, *added(Kind.QUARTERS, "I-1.1.1", **record))
    lines = ["code;annee;t1;t2;t3;t4", "I-1.1.1;2016;;;2;3", "I-1.1.1;2017;1;;;"]
    assert found["pta.csv"].decode().splitlines() == lines
    found = changed(tmp_path, edit(Kind.QUARTERS, "I-1.1.1", "T1 2017", 1, None))
    assert found["pta.csv"].decode().splitlines() == lines[:2]


def test_a_deleted_activity_takes_even_its_blank_lines_along(tmp_path: Path) -> None:
    """Else the folder could not be read any more."""
    blank = {
        "pta.csv": "code;annee;t1;t2;t3;t4\nI-1.1.2;2017;;;;\nI-1.1.1;2016;1;;;\n",
        "statuts.csv": "code;statut;motif\nI-1.1.2;;\n",
    }
    write(tmp_path, {MATRIX: THREE, **blank})
    found = changed(tmp_path, *deleted(tmp_path, Kind.ACTIVITY, "I-1.1.2"))
    assert found["pta.csv"] == b"code;annee;t1;t2;t3;t4\nI-1.1.1;2016;1;;;\n"
    assert found["statuts.csv"] == b"code;statut;motif\n"


def test_a_ceiling_is_changed_added_and_deleted(tmp_path: Path) -> None:
    ceilings = "axe;2016;2017;x_note\n;1 000;2000;du plan\nI;5;;de l'axe\n"
    write(tmp_path, {MATRIX: THREE, "plafonds.csv": ceilings})
    found = changed(tmp_path, edit(Kind.CEILING, "PLAN", "2017", 2000, 3000))
    assert found["plafonds.csv"].decode() == ceilings.replace("2000", "3000")
    found = changed(tmp_path, *deleted(tmp_path, Kind.CEILING, "PLAN"))
    assert found["plafonds.csv"].decode() == "axe;2016;2017;x_note\nI;5;;de l'axe\n"
    found = changed(
        tmp_path,
        edit(Kind.CEILING, "I", "2016", 5, None),
        edit(Kind.CEILING, "I", "2017", None, 0),
        *added(Kind.CEILING, "PLAN", y2016=7),
    )
    assert found["plafonds.csv"].decode() == "axe;2016;2017;x_note\nI;;0;de l'axe\n;7;;\n"


def test_a_first_ceiling_makes_the_file_with_the_years(tmp_path: Path) -> None:
    write(tmp_path, {MATRIX: THREE})
    found = changed(tmp_path, *added(Kind.CEILING, "I", y2017=9))
    assert found["plafonds.csv"] == b"axe;2016;2017\nI;;9\n"


FUNDINGS = (
    "bailleur;axe;annee;montant;statut;reference;x_note\n"
    "PNUD;I;2017;5 000;envisagé;;a\n"
    "État;;2016;1000;confirmé;LF;b\n"
    "PNUD;I;2017;7;Confirmé;;c\n"
)


def test_a_funding_is_changed_added_and_deleted(tmp_path: Path) -> None:
    write(tmp_path, {MATRIX: THREE, "financements.csv": FUNDINGS})
    found = changed(
        tmp_path,
        edit(Kind.FUNDING, "PNUD · I · 2017 · -", "statut", "envisagé", "décaissé"),
        edit(Kind.FUNDING, "Etat · - · 2016 · LF", "montant", 1000, 1500),
        *deleted(tmp_path, Kind.FUNDING, "PNUD · I · 2017 · - (2)"),
        *added(
            Kind.FUNDING, "OIM · - · 2016 · -", bailleur="OIM", annee=2016, montant=3,
            statut="envisagé",
        ),
    )  # fmt: skip
    assert found["financements.csv"].decode() == (
        "bailleur;axe;annee;montant;statut;reference;x_note\n"
        "PNUD;I;2017;5 000;décaissé;;a\n"
        "État;;2016;1500;confirmé;LF;b\n"
        "OIM;;2016;3;envisagé;;\n"
    )


def test_a_funding_corrected_in_what_tells_it_keeps_its_line(tmp_path: Path) -> None:
    """Only the cells that say something else change: the State stays as it was spelled."""
    write(tmp_path, {MATRIX: THREE, "financements.csv": FUNDINGS})
    new = Key(Kind.FUNDING, "Etat · I · 2017 · LF")
    found = changed(
        tmp_path,
        *added(
            Kind.FUNDING, new.code, bailleur="Etat", axe="I", annee=2017, montant=1200,
            statut="confirmé", reference="LF",
        ),
        *deleted(tmp_path, Kind.FUNDING, "Etat · - · 2016 · LF"),
        corrected={new: Key(Kind.FUNDING, "Etat · - · 2016 · LF")},
    )  # fmt: skip
    assert found["financements.csv"].decode() == FUNDINGS.replace(
        "État;;2016;1000;", "État;I;2017;1200;"
    )


def test_a_status_stays_as_it_was_typed(tmp_path: Path) -> None:
    write(tmp_path, {MATRIX: THREE, "financements.csv": FUNDINGS})
    found = changed(tmp_path, edit(Kind.FUNDING, "PNUD · I · 2017 · - (2)", "montant", 7, 8))
    assert found["financements.csv"].decode() == FUNDINGS.replace("2017;7;", "2017;8;")


def test_a_first_funding_makes_the_file(tmp_path: Path) -> None:
    write(tmp_path, {MATRIX: THREE})
    funding: Fields = {"bailleur": "Etat", "annee": 2016, "montant": 3, "statut": "confirmé"}
    key = Key(Kind.FUNDING, "Etat · - · 2016 · -")
    found = changed(
        tmp_path, *[Change(key, Nature.ADDED, name, None, value) for name, value in funding.items()]
    )
    expected = "bailleur;axe;annee;montant;statut;reference\nEtat;;2016;3;confirmé;\n"
    assert found["financements.csv"].decode() == expected


TOML = """\
# En tête.
titre = "Le plan"   # de la couverture

part_etat = 0.22  # vingt-deux pour cent
contre_valeur = "EUR"

[feuilles]
I = "Axe I"  # le seul

# Les taux.
[taux]
EUR = { taux = 655.957, date = "1999" } # fixe
USD = { taux = 600, date = 2020-01-02}
"""


def changed_toml(folder: Path, text: str | bytes, *changes: Change) -> str:
    return changed(write(folder, {"plan.toml": text}), *changes)["plan.toml"].decode()


def rate(currency: str, field: str, before: Value | None, after: Value | None) -> Change:
    return edit(Kind.RATE, currency, field, before, after)


def test_settings_change_and_comments_stay(tmp_path: Path) -> None:
    found = changed_toml(
        tmp_path,
        TOML,
        edit(Kind.SETTING, "part_etat", "valeur", 0.22, 0.25),
        edit(Kind.SETTING, "base_totaux", "valeur", "Recalculée", "Publiée"),
        edit(Kind.SETTING, "contre_valeur", "valeur", "EUR", None),
    )
    assert found == TOML.replace("0.22", "0.25").replace(
        'contre_valeur = "EUR"\n', 'contre_valeur = ""\nbase_totaux = "Publiée"\n'
    )


def test_a_share_that_goes_blank_is_taken_out(tmp_path: Path) -> None:
    found = changed_toml(tmp_path, TOML, edit(Kind.SETTING, "part_etat", "valeur", 0.22, None))
    assert found == TOML.replace("part_etat = 0.22  # vingt-deux pour cent\n", "")


def test_rates_change_and_comments_stay(tmp_path: Path) -> None:
    found = changed_toml(
        tmp_path,
        TOML,
        rate("EUR", "taux", 655.957, 700.5),
        rate("USD", "taux", 600.0, 610.0),
        *added(Kind.RATE, "GBP", taux=800.0, date="hier"),
    )
    assert found == (
        TOML.replace("655.957", "700.5").replace("600", "610.0")
        + 'GBP = {taux = 800.0, date = "hier"}\n'
    )


def test_the_date_of_a_rate_changes_and_its_number_stays_as_typed(tmp_path: Path) -> None:
    found = changed_toml(tmp_path, TOML, rate("USD", "date", "2020-01-02", "2021-01-02"))
    assert found == TOML.replace("2020-01-02", '"2021-01-02"')


def test_a_rate_is_deleted(tmp_path: Path) -> None:
    write(tmp_path, {"plan.toml": TOML})
    found = changed(tmp_path, *deleted(tmp_path, Kind.RATE, "USD"))["plan.toml"].decode()
    assert found == TOML.replace("USD = { taux = 600, date = 2020-01-02}\n", "")


@pytest.mark.parametrize(
    "text",
    [
        '[taux.EUR]\ntaux = 2.5 # la parité\ndate = "1999"\n\n[feuilles]\nI = "Un"\n',
        'taux.EUR.taux = 2.5 # la parité\ntaux.EUR.date = "1999"\n',
        'taux = { EUR = { taux = 2.5, date = "1999" } } # tous\n',
    ],
)
def test_rates_written_in_another_way(tmp_path: Path, text: str) -> None:
    found = changed_toml(tmp_path, text, rate("EUR", "taux", 2.5, 3.25))
    assert found == text.replace("2.5", "3.25")


def test_a_mark_and_line_ends_of_the_settings_stay(tmp_path: Path) -> None:
    text = 'contre_valeur = ""\r\n\r\n[feuilles]\r\nI = "Un"\r\n'
    found = changed_toml(
        tmp_path,
        BOM + text.encode(),
        edit(Kind.SETTING, "part_etat", "valeur", None, 0.5),
        *added(Kind.RATE, "EUR", taux=2.0, date="d"),
    )
    assert found.startswith('\ufeffcontre_valeur = ""\r\npart_etat = 0.5\r\n\r\n[feuilles]\r\n')
    assert '[taux]\r\nEUR = {taux = 2.0, date = "d"}\r\n' in found
    assert "\n" not in found.replace("\r\n", "")
