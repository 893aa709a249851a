"""Texts that nobody types into: which cell is not the plan's is told, and where to put it right.

*Axe A* shows the titles of the axis in A1 and B37, of A.1 in B7 and B24, of its actions in B10 and
B18; the effect and its indicator in B8 and B9, the product and its indicator in B11 and B12.
*Sigles* shows its three acronyms from row 5 on.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.returning.session import Options, Session
from generator.texts import comparable
from tests.copies.edited import Edited, Put, Stored
from tests.copies.plan import write_plan
from tests.copies.returned import come_back, said
from tests.engines.libreoffice import LibreOffice
from tests.reader.archives import Parts, read_archive
from tests.workbook.built import build

A, ACRONYMS = "Axe A", "Sigles"
LOG_FRAME = """\
code;niveau;enonce;indicateur
A.1;effet;L'on sait;Savoirs
A.1.1;produit;Une étude;Études
A.2;effet;On forme;
"""
SHORT = """\
sigle;libelle
MEF;Ministère des finances
ONG;Organisation non gouvernementale
3D;Trois dimensions
"""
Changed = Callable[[str, str, str], None]


def write_texts(folder: Path) -> Path:
    """Return the folder of the small plan, with a log frame and acronyms beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    write_plan(folder)
    (folder / "cadre_logique.csv").write_text(LOG_FRAME, encoding="utf-8")
    (folder / "sigles.csv").write_text(SHORT, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the workbook of the plan with texts."""
    folder = tmp_path_factory.mktemp("texts")
    return build(write_texts(folder), folder / "copie.xlsx").path


@pytest.fixture(scope="module")
def parts(made: Path) -> Parts:
    """Return the parts of that workbook."""
    return read_archive(made)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return the folder that the workbook was made from, for one's own."""
    return write_texts(tmp_path / "source")


@pytest.fixture
def changed(source: Path) -> Changed:
    """Return what replaces a text of a file of the source."""

    def change(name: str, old: str, new: str) -> None:
        text = (source / name).read_text(encoding="utf-8")
        assert old in text
        (source / name).write_text(text.replace(old, new), encoding="utf-8")

    return change


def told(session: Session) -> list[tuple[str, str, str, str]]:
    """Return what is said of the only copy: its kind, the cell, what was found and expected."""
    said = session.copies[0].findings
    places = [(own.rule, f"{own.sheet}!{own.cell}") for own in said]
    texts = [(comparable(own.found), comparable(own.expected)) for own in said]
    return [(*place, *text) for place, text in zip(places, texts, strict=True)]


def test_a_copy_as_it_was_made(edited: Edited, source: Path) -> None:
    assert said(come_back(edited, source)) == []


@pytest.mark.parametrize(
    ("sheet", "cell", "wanted", "file"),
    [
        (A, "A1", "Axe stratégique A : Prévenir", "matrice.csv"),
        (A, "B37", "Prévenir", "matrice.csv"),
        (A, "B7", "Savoir", "matrice.csv"),
        (A, "B24", "Savoir", "matrice.csv"),
        (A, "B10", "Étudier", "matrice.csv"),
        (A, "B8", "L'on sait", "cadre_logique.csv"),
        (A, "B9", "Savoirs", "cadre_logique.csv"),
        (A, "B11", "Une étude", "cadre_logique.csv"),
        (A, "B12", "Études", "cadre_logique.csv"),
        (A, "B28", "vide", "cadre_logique.csv"),
        ("Synthèse", "B5", "Prévenir", "totaux_publies.csv"),
        ("Synthèse", "B6", "Protéger", "totaux_publies.csv"),
        (ACRONYMS, "B6", "Organisation non gouvernementale", "sigles.csv"),
        (ACRONYMS, "A7", "3D", "sigles.csv"),
    ],
)
def test_a_text_typed_over(
    sheet: str, cell: str, wanted: str, file: str, edited: Edited, source: Path
) -> None:
    """The true one elsewhere on the sheet is not accused."""
    found = come_back(edited.put(sheet, cell, "Autre"), source)
    assert told(found) == [("text.changed", f"{sheet}!{cell}", "Autre", wanted)]
    assert file in found.copies[0].findings[0].remedy
    assert found.changes == ()
    assert not found.is_sound


@pytest.mark.parametrize("typed", [None, 7, Stored("#REF!", "e")])
def test_what_else_may_stand_in_its_place(typed: Put, edited: Edited, source: Path) -> None:
    found = come_back(edited.put(A, "B8", typed), source)
    assert told(found) == [("text.changed", "Axe A!B8", "7" if typed == 7 else "vide", "L'on sait")]


def test_a_text_written_otherwise_is_the_same(edited: Edited, source: Path) -> None:
    """Another apostrophe, another space, accents apart."""
    edited.put(A, "B8", "L’on\u00a0sait").put(A, "B10", "E\u0301tudier")
    assert said(come_back(edited, source)) == []


def test_both_places_of_a_title(edited: Edited, source: Path) -> None:
    found = come_back(edited.put(A, "B7", "Autre").put(A, "B24", "Autre"), source)
    assert [own[:2] for own in told(found)] == [
        ("text.changed", "Axe A!B7"), ("text.changed", "Axe A!B24"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("A1", "Axe stratégique A : Prévenir"), ("B37", "Prévenir"), ("B24", "Savoir"),
        ("B10", "Étudier"),
    ],
)  # fmt: skip
def test_a_title_of_an_older_copy(
    cell: str, wanted: str, edited: Edited, source: Path, changed: Changed
) -> None:
    changed("matrice.csv", "Un foyer", '"Un foyer"')
    found = come_back(edited.put(A, cell, "Autre"), source)
    assert told(found) == [("text.differs", f"Axe A!{cell}", "Autre", wanted)]
    assert found.is_sound


def test_a_title_that_the_source_changed_since(
    edited: Edited, source: Path, changed: Changed
) -> None:
    """Both places show the former one: that is told once, as what it may be."""
    changed("matrice.csv", "Prévenir", "Anticiper")
    found = come_back(edited, source)
    assert told(found) == [
        (
            "text.differs",
            "Axe A!A1",
            "Axe stratégique A : Prévenir",
            "Axe stratégique A : Anticiper",
        ),
    ]
    assert found.is_sound


def test_a_title_that_the_copy_has_as_the_source_has_it_now(
    edited: Edited, source: Path, changed: Changed
) -> None:
    changed("matrice.csv", ";Savoir;", ";Connaître;")
    found = come_back(edited.put(A, "B7", "Connaître").put(A, "B24", "Connaître"), source)
    assert said(found) == []


def test_a_log_frame_that_changed_since(edited: Edited, source: Path, changed: Changed) -> None:
    changed("cadre_logique.csv", "Savoirs", "Connaissances")
    found = come_back(edited.put(A, "B8", "Autre").put(A, "B10", "Autre"), source)
    assert sorted(said(found)) == [
        ("alerte", "text.differs", "Axe A!B8"),
        ("alerte", "text.differs", "Axe A!B9"),
        ("erreur", "text.changed", "Axe A!B10"),
    ]


def test_acronyms_that_changed_since(edited: Edited, source: Path, changed: Changed) -> None:
    """One that the copy has and the source has no more is no fault of the copy's."""
    changed("sigles.csv", "MEF;Ministère des finances\n", "")
    assert said(come_back(edited, source)) == []


def test_an_acronym_that_was_added(edited: Edited, source: Path) -> None:
    found = come_back(edited.put(ACRONYMS, "A8", "PTF").put(ACRONYMS, "B8", "Partenaires"), source)
    assert said(found) == [("alerte", "text.differs", "Sigles!A8")]
    assert found.is_sound


def test_rows_inserted_above_a_title(edited: Edited, source: Path) -> None:
    found = come_back(edited.insert_row(A, 1).put(A, "A1", "Note"), source)
    assert "text.changed" not in {own[0] for own in told(found)}


def test_a_base_that_is_given_says_nothing_of_the_files(
    edited: Edited, source: Path, changed: Changed
) -> None:
    """The copy is older than the source that stands in for its base: an alert is all there is."""
    changed("matrice.csv", "Étudier", "Enquêter")
    found = come_back(edited.delete_column(A, "R"), source, Options(forced=True))
    assert ("alerte", "text.differs", "Axe A!B10") in said(found)
    assert "text.changed" not in {own[0] for own in told(found)}


@pytest.mark.libreoffice
def test_a_copy_that_libreoffice_saved(
    made: Path, source: Path, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    saved = tmp_path / "copie.xlsx"
    libreoffice.save_as(made, saved)
    found = come_back(Edited(read_archive(saved), tmp_path / "lue.xlsx"), source)
    assert {own[0] for own in told(found)} <= {"origin.program", "origin.note"}
