"""Credits and pledges that officers correct in the register: each keeps its line of the file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.merging.changes import Change, Nature
from generator.merging.facts import Key, Kind
from generator.reports.changes import changes_text, summary
from generator.returning.applying import apply_session
from generator.returning.session import open_session
from tests.copies.edited import Edited, Typed
from tests.copies.returned import come_back, said

pytestmark = pytest.mark.slow

REGISTER = "Financement"
NOW = datetime(2026, 11, 25, tzinfo=UTC)
NOTED = """\
bailleur;axe;annee;montant;statut;reference;x_note
État;;2030;15;confirmé;Loi 1;votée
UNICEF;A;2031;20;envisagé;;à relancer
"""
"""The file of fundings as the copy was made from, and a column of the analyst's own."""


def applied(edited: Edited, source: Path, typed: dict[str, Typed], noted: str = NOTED) -> str:
    """Return the file of fundings once a copy was applied that says nothing but what was typed."""
    (source / "financements.csv").write_text(noted, encoding="utf-8")
    for cell, value in typed.items():
        edited.put(REGISTER, cell, value)
    session = come_back(edited, source)
    assert said(session) == []
    apply_session(session, NOW)
    again = open_session(source, [session.copies[0].path])
    assert (said(again), again.changes) == ([], ())
    return (source / "financements.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "before", "after"),
    [
        ({"A65": "Axe A"}, "État;;2030", "État;A;2030"),
        ({"A66": None}, "UNICEF;A;", "UNICEF;;"),
        ({"C65": 2032, "D65": 16}, "2030;15", "2032;16"),
        ({"F66": "Lettre 2"}, "envisagé;;", "envisagé;Lettre 2;"),
        ({"B66": "OIM", "E66": "confirmé"}, "UNICEF;A;2031;20;envisagé", "OIM;A;2031;20;confirmé"),
    ],
)
def test_a_funding_corrected_in_its_row_keeps_its_line(
    edited: Edited, source: Path, typed: dict[str, Typed], before: str, after: str
) -> None:
    assert before in NOTED
    assert applied(edited, source, typed) == NOTED.replace(before, after)


def test_fundings_that_take_the_keys_of_others_keep_their_lines(
    edited: Edited, source: Path
) -> None:
    """The first one takes the key of the second, which goes a year on."""
    typed: dict[str, Typed] = {
        "A65": "Axe A", "B65": "UNICEF", "C65": 2031, "F65": None, "C66": 2032,
    }  # fmt: skip
    assert applied(edited, source, typed) == NOTED.replace(
        "État;;2030;15;confirmé;Loi 1", "UNICEF;A;2031;15;confirmé;"
    ).replace("UNICEF;A;2031;20", "UNICEF;A;2032;20")


def test_a_line_that_was_given_to_another_since_is_not_taken(edited: Edited, source: Path) -> None:
    """The file has the corrected funding by now, and the one that it was: each has its line."""
    noted = NOTED + "Etat;A;2030;15;confirmé;Loi 1;l'autre\n"
    after = applied(edited, source, {"A65": "Axe A"}, noted)
    assert after == noted.replace("État;;2030;15;confirmé;Loi 1;votée\n", "")


def test_a_row_used_again_for_another_funding_takes_no_line_over(
    edited: Edited, source: Path
) -> None:
    typed: dict[str, Typed] = {"A66": None, "B66": "OIM", "D66": 7}
    assert applied(edited, source, typed).splitlines()[2:] == ["OIM;;2031;7;envisagé;;"]


def test_what_it_changes_is_told_as_before(edited: Edited, source: Path) -> None:
    found = come_back(edited.put(REGISTER, "A65", "Axe A"), source)
    assert {(own.nature, own.key.code) for own in found.changes} == {
        (Nature.ADDED, "Etat · A · 2030 · Loi 1"),
        (Nature.DELETED, "Etat · - · 2030 · Loi 1"),
    }


def test_a_person_reads_one_funding_and_what_changed_in_it(edited: Edited, source: Path) -> None:
    typed: dict[str, Typed] = {"A65": "Axe A", "D65": 16}
    for cell, value in typed.items():
        edited.put(REGISTER, cell, value)
    changes = come_back(edited, source).changes
    what = "financement Etat · A · 2030 · Loi 1  modifié  "
    assert sorted(changes_text(changes, {}).splitlines()) == [
        f"{what}axe      vide  ->  « A »",
        f"{what}montant  15    ->  16",
    ]
    assert summary(changes) == "1 modification"


def test_a_key_that_another_funding_had_is_told_in_full() -> None:
    """The second took the key of the first, which is gone: nobody reads one funding edited."""
    first, second = (Key(Kind.FUNDING, f"Etat · - · 2030 · {own}") for own in ("un", "deux"))
    changes = [
        Change(second, Nature.DELETED, "montant", 7, None),
        Change(first, Nature.EDITED, "montant", 5, 7),
        Change(first, Nature.EDITED, "code", second.code, first.code),
    ]
    told = changes_text(changes, {}).splitlines()
    assert [line.partition("->")[2].strip() for line in told] == ["vide", "7", f"« {first.code} »"]
    assert summary(changes) == "1 suppression, 1 modification"


def test_one_corrected_into_another_has_a_line_of_its_own(edited: Edited, source: Path) -> None:
    """Nothing tells the two apart but their order in the file, which a copy does not say."""
    typed: dict[str, Typed] = {"A66": None, "B66": "Etat", "C66": 2030, "F66": "Loi 1"}
    for cell, value in typed.items():
        edited.put(REGISTER, cell, value)
    (source / "financements.csv").write_text(NOTED, encoding="utf-8")
    session = come_back(edited, source)
    assert said(session) == [("alerte", "funding.twice", "Financement!B66")]
    apply_session(session, NOW)
    lines = (source / "financements.csv").read_text(encoding="utf-8").splitlines()
    assert lines[1:] == ["État;;2030;15;confirmé;Loi 1;votée", "Etat;;2030;20;envisagé;Loi 1;"]
