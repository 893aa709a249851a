"""One pledge that several copies correct, or correct and delete: it counts once, or it clashes."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator.merging.facts import FUNDING_FIELDS, Key, Kind, facts_of
from generator.merging.threeway import CURRENT, WHOLE, Clash
from generator.reading.source import read_source
from generator.returning.applying import apply_session
from generator.returning.session import Session, decide, open_session
from tests.copies.edited import Edited, Typed, told
from tests.reader.archives import Parts

pytestmark = pytest.mark.slow

REGISTER = "Financement"
PLEDGE = Key(Kind.FUNDING, "UNICEF · A · 2031 · -")
LETTER = Key(Kind.FUNDING, "UNICEF · A · 2031 · Lettre 1")
STATE = ("Etat", "", "2030", "Loi 1", "15", "confirmé")
NOW = datetime(2026, 11, 25, tzinfo=UTC)

Cells = dict[str, Typed]
FIRST: Cells = {"F66": "Lettre 1"}
SECOND: Cells = {"F66": "Lettre 1/2030"}
LATER: Cells = {"C66": 2032}
MORE: Cells = {"D66": 25}
NONE: Cells = {f"{col}66": None for col in "ABCDE"}


@pytest.fixture
def desk(parts: Parts, source: Path, tmp_path: Path) -> Desk:
    return Desk(parts, source, tmp_path)


class Desk:
    """The source folder, and the copies of it that officers fill."""

    def __init__(self, parts: Parts, source: Path, place: Path) -> None:
        self.parts, self.source, self.place = parts, source, place

    def copy(self, name: str, cells: Cells) -> Path:
        """Return a copy with what was typed into the register."""
        edited = Edited(dict(self.parts), self.place / f"{name}.xlsx")
        for cell, value in cells.items():
            edited.put(REGISTER, cell, value)
        return edited.save()

    def copies(self, *typed: Cells) -> list[Path]:
        """Return copies named a, b, c."""
        return [self.copy(name, cells) for name, cells in zip("abc", typed, strict=False)]

    def apply(self, *copies: Path, hours: int = 0) -> None:
        """Merge copies that do not clash."""
        session = open_session(self.source, copies)
        assert session.is_sound
        apply_session(session, NOW + timedelta(hours=hours))

    @property
    def fundings(self) -> list[tuple[str, ...]]:
        """Return the fundings of the folder."""
        facts = facts_of(read_source(self.source).plan)
        records = [record for key, record in facts.items() if key.kind is Kind.FUNDING]
        return [tuple(str(own.get(field, "")) for field in FUNDING_FIELDS) for own in records]


def open_(desk: Desk, copies: Sequence[Path]) -> Session:
    """Return what copies bring, which is the same in any order."""
    found = open_session(desk.source, copies)
    for order in itertools.permutations(copies):
        other = open_session(desk.source, order)
        assert (other.changes, other.conflicts) == (found.changes, found.conflicts)
    return found


def test_two_references_of_one_pledge_clash(desk: Desk) -> None:
    session = open_(desk, desk.copies(FIRST, SECOND))
    (conflict,) = session.conflicts
    assert (conflict.key, conflict.field, conflict.clash) == (PLEDGE, "reference", Clash.FIELD)
    assert [(side.who, side.place, side.value) for side in conflict.sides] == [
        (CURRENT, "", None),
        ("a.xlsx", "Financement!F66", "Lettre 1"),
        ("b.xlsx", "Financement!F66", "Lettre 1/2030"),
    ]
    assert session.changes == ()


@pytest.mark.parametrize("who", ["a.xlsx", "b.xlsx"])
def test_the_reference_that_is_chosen_is_the_only_one(desk: Desk, who: str) -> None:
    session = open_session(desk.source, desk.copies(FIRST, SECOND))
    apply_session(decide(session, {(PLEDGE, "reference"): who}), NOW)
    chosen = {"a.xlsx": "Lettre 1", "b.xlsx": "Lettre 1/2030"}[who]
    assert desk.fundings == [STATE, ("UNICEF", "A", "2031", chosen, "20", "envisagé")]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ((FIRST, FIRST), ("UNICEF", "A", "2031", "Lettre 1", "20", "envisagé")),
        ((FIRST, LATER), ("UNICEF", "A", "2032", "Lettre 1", "20", "envisagé")),
        ((FIRST, MORE), ("UNICEF", "A", "2031", "Lettre 1", "25", "envisagé")),
    ],
)
def test_corrections_of_different_cells_join(
    desk: Desk, typed: tuple[Cells, ...], expected: tuple[str, ...]
) -> None:
    """Together and one after the other; and merged again they bring nothing."""
    copies = desk.copies(*typed)
    untouched = {own.name: own.read_bytes() for own in desk.source.iterdir()}
    assert open_(desk, copies).conflicts == ()
    desk.apply(*copies)
    assert desk.fundings == [STATE, expected]
    assert open_(desk, copies).changes == ()
    for order in itertools.permutations(copies):
        for own in desk.source.iterdir():
            if own.is_file():
                own.unlink()
        for name, content in untouched.items():
            (desk.source / name).write_bytes(content)
        for hours, copy in enumerate(order):
            desk.apply(copy, hours=hours)
        assert desk.fundings == [STATE, expected]
        assert open_session(desk.source, copies).changes == ()


@pytest.mark.parametrize("who", ["a.xlsx", "b.xlsx"])
def test_a_pledge_corrected_here_and_deleted_there_clashes(desk: Desk, who: str) -> None:
    session = open_(desk, desk.copies(FIRST, NONE))
    (conflict,) = session.conflicts
    assert (conflict.key, conflict.field, conflict.clash) == (PLEDGE, WHOLE, Clash.DELETED)
    assert {side.who: side.record and side.record.get("reference") for side in conflict.sides} == {
        CURRENT: None, "a.xlsx": "Lettre 1", "b.xlsx": None,
    }  # fmt: skip
    apply_session(decide(session, {(PLEDGE, WHOLE): who}), NOW)
    kept = [("UNICEF", "A", "2031", "Lettre 1", "20", "envisagé")] if who == "a.xlsx" else []
    assert desk.fundings == [STATE, *kept]


@pytest.mark.parametrize(
    ("typed", "field", "clash"),
    [(SECOND, "reference", Clash.FIELD), (NONE, WHOLE, Clash.DELETED)],
)
def test_a_copy_from_before_a_correction_clashes_with_it(
    desk: Desk, typed: Cells, field: str, clash: Clash
) -> None:
    """The journal tells which pledge it speaks of."""
    before, after = desk.copies(FIRST, typed)
    desk.apply(before)
    (conflict,) = open_session(desk.source, [after]).conflicts
    assert (conflict.key, conflict.field, conflict.clash) == (LETTER, field, clash)


def test_the_journal_tells_a_correction(desk: Desk) -> None:
    desk.apply(*desk.copies(FIRST))
    rows = (desk.source / "journal.csv").read_text(encoding="utf-8-sig").splitlines()
    told = f";financement;{LETTER.code};ajouté;code;{PLEDGE.code};{LETTER.code};"
    assert sum(told in row for row in rows) == 1


def test_a_pledge_that_another_copy_adds_under_the_new_key_is_that_one(desk: Desk) -> None:
    """Of one content it is one; of another, people choose."""
    new: Cells = {
        "A67": "Axe A", "B67": "UNICEF", "C67": 2031, "D67": 20, "E67": "envisagé",
        "F67": "Lettre 1",
    }  # fmt: skip
    session = open_(desk, desk.copies(FIRST, new))
    assert session.conflicts == ()
    (conflict,) = open_(desk, desk.copies(FIRST, {**new, "D67": 21})).conflicts
    assert (conflict.key, conflict.clash) == (LETTER, Clash.ADDED)
    apply_session(session, NOW)
    assert desk.fundings == [STATE, ("UNICEF", "A", "2031", "Lettre 1", "20", "envisagé")]


def test_two_pledges_corrected_into_one_key_both_count(desk: Desk) -> None:
    """Each was another one: the two are twins, which is told, together and one after the other."""
    state: Cells = {"A65": "Axe A", "B65": "UNICEF", "C65": 2031, "F65": "Lettre 1"}
    copies = desk.copies(FIRST, state)
    session = open_(desk, copies)
    assert session.conflicts == ()
    assert [told(copy) for copy in session.copies] == [
        [("alerte", "funding.twice", "Financement!B66")],
        [("alerte", "funding.twice", "Financement!B65")],
    ]
    desk.apply(copies[0])
    later = open_session(desk.source, copies[1:])
    assert told(later.copies[0]) == [("alerte", "funding.twice", "Financement!B65")]
    apply_session(later, NOW + timedelta(hours=1))
    assert sorted(desk.fundings) == [
        ("UNICEF", "A", "2031", "Lettre 1", "15", "confirmé"),
        ("UNICEF", "A", "2031", "Lettre 1", "20", "envisagé"),
    ]


def test_a_row_used_again_for_another_pledge_is_no_correction(desk: Desk) -> None:
    """Another funder and another amount: one is deleted, the other is new."""
    again: Cells = {"B66": "OIM", "D66": 7, "F66": "Accord"}
    session = open_(desk, desk.copies(again, MORE))
    (conflict,) = session.conflicts
    assert (conflict.key, conflict.clash) == (PLEDGE, Clash.DELETED)
    apply_session(decide(session, {(PLEDGE, WHOLE): "b.xlsx"}), NOW)
    assert desk.fundings == [
        STATE,
        ("UNICEF", "A", "2031", "", "25", "envisagé"),
        ("OIM", "A", "2031", "Accord", "7", "envisagé"),
    ]


def test_one_corrected_into_another_of_its_copy_leaves_that_one_alone(desk: Desk) -> None:
    """The row that did not change keeps its key, wherever it stands."""
    typed: Cells = {"A65": "Axe A", "B65": "UNICEF", "C65": 2031, "F65": None}
    session = open_(desk, desk.copies(typed, MORE))
    assert session.conflicts == ()
    assert told(session.copies[0]) == [("alerte", "funding.twice", "Financement!B65")]
    apply_session(session, NOW)
    assert sorted(own[4] for own in desk.fundings) == ["15", "25"]
