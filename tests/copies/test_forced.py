"""Copies that lost their base or their marks, held against another base (lines 23 and 26)."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.copies.bases import Fallback, read_base
from generator.copies.reading import read_copy
from generator.errors import WorkbookRefusedError
from generator.merging.changes import compare
from generator.merging.facts import Key, Kind
from generator.reading.source import read_source
from generator.returning.applying import apply_session
from generator.returning.session import Options, open_session
from tests.copies.edited import Edited, told
from tests.copies.plan import write_plan
from tests.returning.applied import NOW
from tests.workbook.built import Built

pytestmark = pytest.mark.slow
A = "Axe A"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_plan(tmp_path_factory.mktemp("source"))


def changes_of(edited: Edited, fallback: Fallback) -> list[tuple[str, str, object, object]]:
    """Return what an edited copy changes: code, field, before, after."""
    copy = read_copy(edited.save(), fallback)
    assert copy.is_sound, [str(found) for found in copy.findings]
    found = compare(copy.version.base, copy.version.revised)
    return [(own.key.code, own.field, own.before, own.after) for own in found]


def typed(edited: Edited) -> Edited:
    """Return the copy with an amount, a status, a reserve row and a ceiling typed."""
    cells: dict[tuple[str, str], int | str] = {
        (A, "F10"): 11,
        (A, "P10"): "maintenue",
        ("Synthèse", "C51"): 150,
    }
    for place, value in cells.items():
        edited.put(*place, value)
    return edited


def test_a_wrong_base_is_told_and_another_one_settles_it(edited: Edited, source: Path) -> None:
    """A-1 has 10 in the base; the copy's own base says 12, and an officer typed 11."""
    edited.put(A, "L10", 12).put(A, "F10", 11)
    alone = edited.read()
    assert ("erreur", "base.wrong", A) in told(alone)
    assert "--base" in alone.findings[0].remedy
    fallback = Fallback(read_source(source), "source")
    assert changes_of(edited, fallback) == [("A-1", "2030", 10, 11)]
    copy = read_copy(edited.save(), fallback)
    assert told(copy) == [("alerte", "base.given", "")]
    assert copy.findings[0].found == "source"


def test_forcing_alone_does_not_settle_a_wrong_base(edited: Edited, source: Path) -> None:
    edited.put(A, "L10", 12)
    copy = read_copy(edited.save(), Fallback(read_source(source), forced=True))
    assert ("erreur", "base.wrong", A) in told(copy)


def test_a_sound_copy_keeps_its_own_base(edited: Edited, tmp_path: Path) -> None:
    """The source says 99 for A-1 by now: the copy did not change that."""
    folder = write_plan(tmp_path / "apres")
    text = (folder / "matrice.csv").read_text(encoding="utf-8")
    (folder / "matrice.csv").write_text(
        text.replace(";60;10;20;30", ";149;99;20;30"), encoding="utf-8"
    )
    fallback = Fallback(read_source(folder), "apres", forced=True)
    assert changes_of(edited.put(A, "G10", 21), fallback) == [("A-1", "2031", 20, 21)]


@pytest.mark.parametrize("lost", ["Empreinte", "Activités", "Rapprochement"])
def test_a_copy_without_a_sheet_that_says_its_base(edited: Edited, source: Path, lost: str) -> None:
    typed(edited).delete_sheet(lost)
    assert ("erreur", "structure", lost) in told(edited.read())
    assert "--base" in edited.read().findings[0].remedy
    for forced in (False, True):
        fallback = Fallback(read_source(source), "source", forced)
        assert sorted(changes_of(edited, fallback)) == [
            ("A", "2030", 100, 150), ("A-1", "2030", 10, 11), ("A-1", "statut", None, "maintenue"),
        ]  # fmt: skip


def all_marks_gone(edited: Edited) -> Edited:
    """Delete from the right what stands beside the table, but the status and the reason."""
    for sheet, columns in ((A, "YXWVUTSRONMLK"), ("Axe B", "YXWVUTSRONMLK")):
        for col in columns:
            edited.delete_column(sheet, col)
    return edited.delete_sheet("Empreinte")


def test_marks_that_are_gone_need_forcing(edited: Edited, source: Path) -> None:
    all_marks_gone(typed(edited))
    base = Fallback(read_source(source), "source")
    assert told(read_copy(edited.save(), base)) == [
        ("erreur", "structure", A), ("erreur", "structure", "Axe B"),
    ]  # fmt: skip
    copy = read_copy(edited.save(), Fallback(read_source(source), forced=True))
    assert [own for own in told(copy) if own[0] != "remarque"] == [("alerte", "base.given", A)]
    assert copy.is_sound
    found = compare(copy.version.base, copy.version.revised)
    assert sorted((own.key.code, own.field) for own in found) == [
        ("A", "2030"), ("A-1", "2030"), ("A-1", "statut"),
    ]  # fmt: skip


def test_rows_of_a_forced_copy_are_known_by_their_codes(edited: Edited, source: Path) -> None:
    """A row is deleted, another inserted, two are sorted: as in a copy that has its marks."""
    edited.swap_rows(A, 10, 11).insert_row(A, 12).put(A, "A12", "A-30").put(A, "B12", "Neuve")
    edited.put(A, "F12", 5).delete_row(A, 18)
    all_marks_gone(edited)
    copy = read_copy(edited.save(), Fallback(read_source(source), forced=True))
    assert {own for own in told(copy) if own[0] != "remarque"} == {
        ("alerte", "base.given", A), ("alerte", "activity.gone", A),
    }  # fmt: skip
    assert copy.lost == ("A-3",)
    new = copy.version.revised[Key(Kind.ACTIVITY, "A-30")]
    assert (new["action"], new["2030"]) == ("A.1.1", 5)


def test_a_reserve_row_of_a_forced_copy(edited: Edited, source: Path) -> None:
    """Its code is the one that the sheet shows, once a spreadsheet has calculated it."""
    edited.put(A, "B12", "Neuve").put(A, "F12", 5).put(A, "A12", "A-5")
    all_marks_gone(edited)
    copy = read_copy(edited.save(), Fallback(read_source(source), forced=True))
    assert copy.version.revised[Key(Kind.ACTIVITY, "A-5")]["activite"] == "Neuve"


def test_a_sheet_of_inputs_that_is_gone_says_nothing_once_forced(
    edited: Edited, source: Path
) -> None:
    """Line 29: without forcing it is an error; never are its inputs read as emptied."""
    for name in ("Synthèse", "Financement", "Paramètres", "PTA"):
        edited.delete_sheet(name)
    edited.delete_sheet("Empreinte")
    copy = read_copy(edited.save(), Fallback(read_source(source), forced=True))
    assert [own for own in told(copy) if own[1] == "sheet.unread"] == [
        ("alerte", "sheet.unread", name)
        for name in ("Synthèse", "Financement", "Paramètres", "PTA")
    ]
    assert compare(copy.version.base, copy.version.revised) == ()


def test_what_may_stand_in_for_a_base(source: Path, small: Built) -> None:
    """A folder or a workbook: that is what it was made from."""
    codes = ["A-1", "A-2", "A-3", "A-4", "B-1", "B-2"]
    for path in (source, small.path):
        plan = read_base(path).plan
        assert [own.code for own in plan.activities] == codes
        assert plan.settings.acronym == "PP"


def test_a_workbook_that_cannot_stand_in(edited: Edited) -> None:
    path = edited.delete_sheet("Empreinte").save()
    with pytest.raises(WorkbookRefusedError, match="ne dit pas de quoi il est parti"):
        read_base(path)


def test_an_import_with_a_base(edited: Edited, source: Path, small: Built) -> None:
    """The original workbook stands in for the base of a copy that lost its own."""
    typed(edited).delete_sheet("Empreinte")
    session = open_session(source, [edited.save()], options=Options(base=small.path))
    assert session.is_sound, session.copies[0].findings
    assert {(own.key.code, own.field) for own in session.changes} == {
        ("A", "2030"), ("A-1", "2030"), ("A-1", "statut"),
    }  # fmt: skip
    session = open_session(source, [edited.save()], options=Options(forced=True))
    assert len(session.changes) == 3
    assert not open_session(source, [edited.save()]).is_sound


def falsified(edited: Edited) -> Edited:
    """Return the copy with base amounts of A-1 and A-4 that make up for each other, and an edit."""
    return (
        edited.put(A, "L10", 11)
        .put(A, "L26", 1)
        .put(A, "K10", 61)
        .put(A, "K26", 8)
        .put(A, "F10", 11)
    )


def test_a_base_whose_totals_still_hold_is_told(edited: Edited, source: Path) -> None:
    """A-1 has 10 in the matrix: 11 was typed, and 11 in the base would hide it."""
    session = open_session(source, [falsified(edited).save()])
    said = session.copies[0].findings
    assert [(own.rule, own.cell, own.found, own.expected) for own in said] == [
        ("base.touched", "L10", "11", "10"), ("base.touched", "L26", "1", "2"),
    ]  # fmt: skip
    assert not session.is_sound


def test_a_base_that_the_journal_does_not_know_is_told(
    edited: Edited, small: Built, tmp_path: Path
) -> None:
    """The matrix is another one by now: A-1 has 99, and had 10, which is what a sound copy says."""
    folder = write_plan(tmp_path / "source")
    honest = edited.put(A, "F10", 99).save()
    apply_session(open_session(folder, [honest]), NOW)
    assert told(open_session(folder, [honest]).copies[0]) == []
    session = open_session(folder, [falsified(edited).save()])
    said = session.copies[0].findings
    assert [(own.severity, own.rule, own.cell, own.found, own.expected) for own in said] == [
        ("alerte", "base.untold", "L10", "11", "99 ou 10"),
        ("alerte", "base.untold", "L26", "1", "2"),
    ]
    assert said[0].problem.endswith("(activité A-1, 2030)")
    options = Options(base=small.path)
    session = open_session(folder, [falsified(edited).save()], options=options)
    assert told(session.copies[0]) == [("alerte", "base.given", "")]


def test_the_original_settles_a_base_whose_totals_still_hold(
    edited: Edited, source: Path, small: Built
) -> None:
    options = Options(base=small.path)
    session = open_session(source, [falsified(edited).save()], options=options)
    assert [(own.key.code, own.field, own.after) for own in session.changes] == [
        ("A-1", "2030", 11)
    ]
    assert session.is_sound
