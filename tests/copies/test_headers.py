"""Lines 23, 26 and 42: titles typed otherwise, and columns that are gone.

Columns of *Axe A*: code to partners in A to D, the total in E, the years in F to H, the published
total and its gap in I and J, the base in K to N, the marks in O and R to V, status and reason in P
and Q, their base in W and X.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.copies.bases import Fallback
from generator.copies.reading import ReadCopy, read_copy
from generator.merging.changes import compare
from generator.reading.source import read_source
from tests.copies.edited import Edited, Stored, told
from tests.copies.plan import write_plan

pytestmark = pytest.mark.slow
A, B = "Axe A", "Axe B"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_plan(tmp_path_factory.mktemp("source"))


def changes(copy: ReadCopy) -> list[tuple[str, str, object, object]]:
    """Return what a copy changes: code, field, before, after."""
    found = compare(copy.version.base, copy.version.revised)
    return [(own.key.code, own.field, own.before, own.after) for own in found]


@pytest.mark.parametrize("title", ["Cout 2030", "Coût\u00a02030", "2030 (FCFA)", "FY2030"])
def test_a_year_whose_title_was_typed_otherwise(edited: Edited, title: str) -> None:
    copy = edited.put(A, "F5", title).put(A, "F10", 11).read()
    assert told(copy) == [("remarque", "header.retyped", f"{A}!F5")]
    assert (copy.findings[0].found, copy.findings[0].expected) == (title, "2030")
    assert changes(copy) == [("A-1", "2030", 10, 11)]


@pytest.mark.parametrize("year", [Stored("2030"), Stored("2030.0"), "2030"], ids=str)
def test_a_year_as_a_number_or_a_text_is_the_same(edited: Edited, year: Stored | str) -> None:
    copy = edited.put(A, "F5", year).put(A, "F10", 11).read()
    assert (told(copy), changes(copy)) == ([], [("A-1", "2030", 10, 11)])


def test_a_year_of_the_ceilings(edited: Edited) -> None:
    copy = edited.put("Synthèse", "C4", "Coût 2030").put("Synthèse", "C51", 150).read()
    assert told(copy) == [("remarque", "header.retyped", "Synthèse!C4")]
    assert changes(copy) == [("A", "2030", 100, 150)]


@pytest.mark.parametrize("title", ["Coût 2030", "Adoption en 2030"])
def test_a_year_of_the_list_stands_there_twice(edited: Edited, title: str) -> None:
    """Nothing is typed there, and the amounts of the year are read all the same."""
    copy = edited.put("Activités", "I4", title).put(A, "F10", 11).read()
    assert (told(copy), changes(copy)) == ([], [("A-1", "2030", 10, 11)])


def test_two_columns_that_name_one_year(edited: Edited) -> None:
    """Both are named; once the year has left one of the titles, the other is the year's."""
    edited.put(A, "F5", "Coût 2030").put(A, "Z5", "Réalisé 2030").put(A, "F10", 11)
    copy = edited.read()
    said = next(own for own in copy.findings if own.rule == "header.claimed")
    assert (said.severity, said.cell, said.expected) == ("erreur", "F5", "2030")
    assert said.found == "F5 « Coût 2030 », Z5 « Réalisé 2030 »"
    assert not copy.is_sound
    copy = edited.put(A, "Z5", "Réalisé").read()
    assert (copy.is_sound, changes(copy)) == (True, [("A-1", "2030", 10, 11)])


def test_a_column_that_names_a_year_beside_the_year_itself(edited: Edited) -> None:
    """It is a column that somebody added: it is told, and not read."""
    copy = edited.put(A, "Z5", "Réalisé 2030").put(A, "Z10", 5).put(A, "Z11", 6).read()
    assert told(copy) == [
        ("remarque", "cell.beside", f"{A}!Z5"), ("alerte", "cell.uncounted", f"{A}!Z10"),
    ]  # fmt: skip
    assert copy.findings[1].found == "5 (et 1 autre)"
    assert changes(copy) == []


TYPE_AGAIN, BASE, FORCE = "retapez son titre", "--base CLASSEUR", "--forcer"
LOST = {
    "A": ("Code", "structure", TYPE_AGAIN),
    "B": ("Activités", "structure", TYPE_AGAIN),
    "C": ("Structure responsable", "structure", TYPE_AGAIN),
    "D": ("Partenaires d'exécution", "structure", TYPE_AGAIN),
    "E": ("Coût total", "column.gone", ""),
    "F": ("2030", "structure", TYPE_AGAIN),
    "I": ("Total publié", "column.gone", ""),
    "J": ("Écart publié - calculé", "column.gone", ""),
    "K": ("Base coût total", "structure", BASE),
    "L": ("Base 2030", "structure", BASE),
    "O": ("Modifié", "column.gone", ""),
    "P": ("Statut", "structure", FORCE),
    "Q": ("Motif", "structure", FORCE),
    "R": ("Nature", "structure", FORCE),
    "S": ("Clé", "marks.gone", ""),
    "T": ("Ligne de total", "column.gone", ""),
    "U": ("Ligne connue", "structure", FORCE),
    "V": ("Total comparé", "column.gone", ""),
    "W": ("Statut de départ", "structure", BASE),
    "X": ("Motif de départ", "structure", BASE),
}
"""By column what is lost with it: its title, what is said, the remedy where one is needed."""

HELD = {"P": ("A-1", "statut"), "Q": ("A-2", "motif")}
"""What was typed into a column that is then lost: nothing else of the copy is."""


@pytest.mark.parametrize("col", LOST)
def test_a_column_that_is_gone(edited: Edited, source: Path, col: str) -> None:
    """It is named, and what helps helps: the rest of what was typed comes back."""
    title, rule, remedy = LOST[col]
    edited.put(A, "G10", 21).put(A, "P10", "reportée").put(A, "Q11", "Autre raison")
    typed = {
        ("A-1", "2031", 20, 21),
        ("A-1", "statut", None, "reportée"),
        ("A-2", "motif", "Faute de crédits", "Autre raison"),
    }
    whole = edited.save().read_bytes()
    copy = edited.delete_column(A, col).read()
    said = next(own for own in copy.findings if own.rule == rule)
    assert said.sheet == A
    assert f"« {title} »" in f"{said.problem} {said.found}"
    assert remedy in said.remedy
    assert copy.is_sound is not bool(remedy)
    if remedy == TYPE_AGAIN:
        edited.target.write_bytes(whole)
        copy = read_copy(edited.target)
    elif remedy:
        names = {BASE: "source", FORCE: ""}
        fallback = Fallback(read_source(source), names[remedy], remedy == FORCE)
        copy = read_copy(edited.target, fallback)
    assert copy.is_sound
    assert set(changes(copy)) == {own for own in typed if own[:2] != HELD.get(col)}


def test_a_status_that_is_lost_stays_what_it_was(edited: Edited, source: Path) -> None:
    """The base is the copy's own: it has statuses and amounts that the source has no longer."""
    moved = write_plan(source.parent / "apres")
    text = (moved / "matrice.csv").read_text(encoding="utf-8")
    (moved / "matrice.csv").write_text(
        text.replace(";60;10;20;30", ";149;99;20;30"), encoding="utf-8"
    )
    (moved / "statuts.csv").unlink()
    edited.delete_column(A, "P").delete_column(A, "Q").put(A, "A11", "A-99")
    copy = read_copy(edited.save(), Fallback(read_source(moved), forced=True))
    assert told(copy) == [
        ("alerte", "decisions.gone", A), ("remarque", "code.renamed", f"{A}!A11"),
    ]  # fmt: skip
    assert copy.findings[0].found == "« Statut », « Motif »"
    assert changes(copy) == [("A-2", "code", "A-2", "A-99")]


def test_all_of_the_statuses_are_gone(edited: Edited, source: Path) -> None:
    """With their base: each sheet is named, with all that it lost."""
    for col in "PQWX":
        edited.delete_column(A, col)
    copy = edited.delete_column(B, "Q").read()
    lost = "« Statut », « Motif », « Statut de départ », « Motif de départ » introuvables"
    assert [(own.sheet, own.problem) for own in copy.findings] == [
        (A, f"ligne d'en-tête modifiée : {lost}"),
        (B, "ligne d'en-tête modifiée : « Motif » introuvable"),
    ]
    copy = read_copy(edited.save(), Fallback(read_source(source), forced=True))
    assert (copy.is_sound, changes(copy)) == (True, [])


def test_a_base_that_was_given_another_title_is_not_taken_for_a_year(
    edited: Edited, source: Path
) -> None:
    edited.put(A, "L5", "Bases 2030").delete_column(A, "F")
    copy = read_copy(edited.save(), Fallback(read_source(source), forced=True))
    assert told(copy)[-1] == ("erreur", "structure", A)
    assert "« 2030 »" in copy.findings[-1].problem


BASES = (
    ("PTA", "Q", "Base T1 2031"),
    ("PTA", "U", "Base T1 2032"),
    ("Financement", "L", "Base\u00a0: Année"),
)


@pytest.mark.parametrize(("sheet", "col", "title"), BASES)
def test_a_column_of_another_base_is_gone(
    edited: Edited, source: Path, sheet: str, col: str, title: str
) -> None:
    """What was emptied would be read as never having been there; another base settles it."""
    edited.put("PTA", "H7", None).put("Financement", "D65", 16).delete_column(sheet, col)
    copy = edited.read()
    (said,) = (own for own in copy.findings if own.severity == "erreur")
    assert (said.rule, said.sheet, said.found) == ("base.lost", sheet, f"« {title} »")
    copy = read_copy(edited.target, Fallback(read_source(source), "source"))
    assert set(told(copy)) == {("alerte", "base.given", ""), ("remarque", "bases.gone", sheet)}
    quarter = ("A-1", "T1 2031", 5, None)
    assert [own for own in changes(copy) if own[0] == "A-1"] == [quarter]
    assert [own[1:] for own in changes(copy) if own[0] != "A-1"] == [("montant", 15, 16)]
