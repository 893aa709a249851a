"""Copies made before a renaming: what the journal tells of it, and codes that are taken since."""

from __future__ import annotations

from pathlib import Path

from generator.copies.reading import ReadCopy
from generator.copies.settling import settle_lost
from generator.merging.edits import Copy
from generator.merging.facts import Facts, Key, Kind, Record
from generator.plan import Activity, Placed, Plan, Settings
from generator.returning.renamed import follow_renamings, renamed_before

OLD, NEW = Key(Kind.ACTIVITY, "2"), Key(Kind.ACTIVITY, "9")
BASE: Facts = {OLD: {"activite": "Étude", "2016": 5}}


def row(code: str, nature: str, field: str, before: str, after: str) -> dict[str, str]:
    return {
        "objet": "activité", "code": code, "nature": nature, "champ": field,
        "avant": before, "apres": after,
    }  # fmt: skip


def given(before: str, after: str) -> dict[str, str]:
    return row(before, "modifié", "code", before, after)


def test_a_code_leads_to_the_one_of_today() -> None:
    rows = [given("2", "9"), row("2", "modifié", "2016", "5", "6"), given("9", "8")]
    today = {Key(Kind.ACTIVITY, "8"): {"activite": "Étude"}}
    assert renamed_before(rows, today) == {"2": "8", "9": "8"}
    assert renamed_before(rows, BASE) == {}


def test_an_activity_that_was_deleted_since_has_no_code_of_today() -> None:
    """Another one under its last code is not the same."""
    rows = [given("2", "9"), row("9", "supprimé", "activite", "Étude", "")]
    other = {NEW: {"activite": "Visite"}}
    assert renamed_before(rows, other) == {}
    assert renamed_before([*rows, given("3", "9")], other) == {"3": "9"}


def test_a_new_activity_under_a_code_that_is_taken_since_is_told() -> None:
    """It does not take the place of the one that was renamed."""
    added: dict[Key, Record] = {**BASE, NEW: {"activite": "Visite", "2016": 1}}
    added[Key(Kind.DECISION, "9")] = {"statut": "reportée"}
    version = Copy("a.xlsx", BASE, added, {(NEW, ""): "Axe I!A17"})
    found = follow_renamings(ReadCopy(Path("a.xlsx"), "", None, version, (), {}), {"2": "9"})
    assert found.version.base == found.version.revised == {NEW: BASE[OLD]}
    assert not found.is_sound
    (said,) = found.findings
    assert (said.sheet, said.cell, said.found) == ("Axe I", "A17", "9")


def test_a_row_that_an_older_copy_lost_is_known_by_the_code_of_today() -> None:
    """What was adopted stands in for its base: as long as the plan says the same, it goes."""
    adopted = {"2": Placed("I", "I.1", "I.1.1", Activity("2", "Étude", "", "", 5, (5,)))}
    plan = Plan(Settings(), (2016,), (), adopted)
    version = Copy("a.xlsx", BASE, {}, {})
    lost = ReadCopy(Path("a.xlsx"), "", plan, version, (), {}, ("2",), ("2",))
    found = follow_renamings(lost, {"2": "9"})
    assert found.lost == found.retyped == ("9",)
    same: Facts = {NEW: {"activite": "Étude (suite)", "2016": 5}}
    assert settle_lost(found, same, ()).version.base == same
    changed: Facts = {NEW: {"activite": "Étude (suite)", "2016": 6}}
    assert settle_lost(found, changed, ()).version.base == {NEW: BASE[OLD]}
