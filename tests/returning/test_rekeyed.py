"""What the journal tells of fundings that were corrected in what their key is made of."""

from __future__ import annotations

from generator.merging.facts import Facts, Key, Kind
from generator.returning.rekeyed import rekeyed_before


def row(date: str, code: str, nature: str, field: str, before: str, after: str) -> dict[str, str]:
    return {
        "date": date, "sha256": date, "objet": "financement", "code": code, "nature": nature,
        "champ": field, "avant": before, "apres": after,
    }  # fmt: skip


def corrected(date: str, old: str, new: str) -> list[dict[str, str]]:
    """Return what an import writes of a correction."""
    return [
        row(date, old, "supprimé", "reference", old, ""),
        row(date, new, "ajouté", "reference", "", new),
        row(date, new, "ajouté", "code", old, new),
    ]


def key(code: str) -> Key:
    return Key(Kind.FUNDING, code)


def plan(*codes: str) -> Facts:
    return {key(code): {"bailleur": code} for code in codes}


def test_the_journal_tells_the_key_of_today() -> None:
    rows = [*corrected("1", "a", "b"), *corrected("2", "b", "c")]
    assert rekeyed_before(rows, plan("c")) == {key("a"): key("c"), key("b"): key("c")}


def test_one_that_was_deleted_since_has_none() -> None:
    rows = [*corrected("1", "a", "b"), row("2", "b", "supprimé", "reference", "b", "")]
    assert rekeyed_before(rows, plan("a")) == {}


def test_one_that_has_its_first_key_again_has_that() -> None:
    rows = [*corrected("1", "a", "b"), *corrected("2", "b", "a")]
    assert rekeyed_before(rows, plan("a")) == {key("b"): key("a")}


def test_what_one_import_tells_is_one_change() -> None:
    """Two fundings that take each other's places go one step each."""
    rows = [
        row("1", "b", "modifié", "code", "a", "b"),
        row("1", "c", "ajouté", "code", "b", "c"),
        row("1", "a", "supprimé", "reference", "a", ""),
    ]
    assert rekeyed_before(rows, plan("b", "c")) == {key("a"): key("b"), key("b"): key("c")}


def test_activities_are_none_of_it() -> None:
    rows = [{**own, "objet": "activité"} for own in corrected("1", "a", "b")]
    assert rekeyed_before(rows, plan("a", "b")) == {}
