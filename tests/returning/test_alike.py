"""New fundings that only letter case tells apart: one funding, which is told."""

from __future__ import annotations

from pathlib import Path

from generator.copies.reading import ReadCopy
from generator.merging.edits import WHOLE, Copy
from generator.merging.facts import FUNDING_FIELDS, Facts, Key, Kind, Record, funding_records
from generator.merging.threeway import Clash, merge
from generator.plan import Plan, Settings
from generator.returning.alike import respell_fundings

PLAN = Plan(Settings(), (2016,), (), None)
CELL = "Financement!B67"


def facts(*rows: Record) -> dict[Key, Record]:
    """Return rows of the register as facts."""
    whole = ({field: row.get(field) for field in FUNDING_FIELDS} for row in rows)
    return {
        key: {field: value for field, value in record.items() if value is not None}
        for key, record in funding_records(whole)
    }


def row(funder: str, reference: str, amount: int = 5) -> Record:
    return {
        "bailleur": funder, "annee": 2016, "reference": reference, "montant": amount,
        "statut": "confirmé",
    }  # fmt: skip


BASE: Facts = facts(row("Etat", "Loi 1"))
(STATE,) = BASE
UPPER = Key(Kind.FUNDING, "PNUD · - · 2016 · x")


def copy(name: str, *rows: Record, made: Key | None = None) -> ReadCopy:
    """Return a copy with new rows after that of its base; `made` is the base that they correct."""
    new = facts(*rows)
    revised = new if made else {**BASE, **new}
    places = {(key, WHOLE): CELL for key in new}
    version = Copy(name, BASE, revised, places, dict.fromkeys(new, made) if made else {})
    return ReadCopy(Path(name), "", PLAN, version, (), {})


def respelled(*copies: ReadCopy, current: Facts = BASE) -> list[ReadCopy]:
    """Return the copies, which come out the same in any order."""
    found = respell_fundings(copies, current)
    assert found == respell_fundings(copies[::-1], current)[::-1]
    return list(found)


def said(copy: ReadCopy) -> list[tuple[str, str, str, str, str]]:
    return [
        (own.severity, own.rule, f"{own.sheet}!{own.cell}", own.found, own.expected)
        for own in copy.findings
    ]


def test_two_copies_add_one_pledge_in_other_letters() -> None:
    """The first spelling in the order of texts is taken; the other copy says where it stands."""
    one, other = respelled(copy("a.xlsx", row("PNUD", "x")), copy("b.xlsx", row("Pnud", "X")))
    told = f"PNUD · - · 2016 · x (a.xlsx, {CELL})"
    assert said(one) == []
    assert said(other) == [
        ("alerte", "funding.respelled", CELL, "Pnud · - · 2016 · X", told),
    ]
    merged = merge(BASE, [one.version, other.version])
    assert merged.conflicts == ()
    assert {change.key for change in merged.changes} == {UPPER}
    assert {change.after for change in merged.changes} == {"PNUD", 2016, "x", 5, "confirmé"}


def test_of_two_amounts_it_is_a_clash() -> None:
    copies = respelled(copy("a.xlsx", row("PNUD", "x")), copy("b.xlsx", row("Pnud", "X", 6)))
    (conflict,) = merge(BASE, [own.version for own in copies]).conflicts
    assert (conflict.key, conflict.clash) == (UPPER, Clash.ADDED)


def test_the_spelling_of_the_plan_comes_first() -> None:
    since = {**BASE, **facts(row("Pnud", "X"))}
    (found,) = respelled(copy("a.xlsx", row("PNUD", "x")), current=since)
    told = "Pnud · - · 2016 · X (financements.csv)"
    assert said(found) == [("alerte", "funding.respelled", CELL, UPPER.code, told)]
    assert merge(since, [found.version]) == ((), ())


def test_a_copy_that_has_it_twice_keeps_both_and_says_so() -> None:
    (found,) = respelled(copy("a.xlsx", row("PNUD", "x"), row("Pnud", "X")))
    told = f"PNUD · - · 2016 · x (a.xlsx, {CELL})"
    assert said(found) == [("alerte", "funding.twice", CELL, "Pnud · - · 2016 · X", told)]
    assert len(found.version.revised) == 3


def test_the_letter_case_of_a_funding_can_be_corrected() -> None:
    """That is no other funding."""
    fixed = copy("b.xlsx", row("Etat", "LOI 1"), made=STATE)
    (found,) = respelled(fixed)
    assert said(found) == []
    reference, *_ = [own for own in merge(BASE, [found.version]).changes if own.field == "code"]
    assert (reference.before, reference.after) == (STATE.code, "Etat · - · 2016 · LOI 1")
