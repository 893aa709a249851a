from __future__ import annotations

import pytest

from generator.rules.tokens import address, calls, fingerprint, is_whole, parse, sheet_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SUM(F9:F13)", "SUM(G9:G13)"),
        ("F12*$A$1", "G12*$A$1"),
        ("'Axe I'!F78+Part_Etat", "'Axe I'!G78+part_etat"),
        ("SUM( F9:F13 )", "SUM(G9:G13)"),
        ("'Synthèse'!F5", "Synthèse!G5"),
    ],
)
def test_copies_share_their_fingerprint(one: str, other: str) -> None:
    """One is in F8, the other in G8."""
    assert fingerprint(parse(one), (7, 5)) == fingerprint(parse(other), (7, 6))


@pytest.mark.parametrize("other", ["SUM(F9:F13)", "SUM(G9:G12)", "SUM(G$9:G13)", "COUNT(G9:G13)"])
def test_other_formulas_do_not(other: str) -> None:
    assert fingerprint(parse("SUM(F9:F13)"), (7, 5)) != fingerprint(parse(other), (7, 6))


def test_a_loose_fingerprint_leaves_out_rows_of_other_sheets() -> None:
    axes = frozenset({"Axe I", "Axe II"})
    one = fingerprint(parse("'Axe I'!F78"), (5, 5), axes)
    assert one == fingerprint(parse("'Axe II'!F54"), (9, 5), axes)
    assert one != fingerprint(parse("'Axe II'!G54"), (9, 5), axes)
    assert one != fingerprint(parse("Synthèse!F54"), (9, 5), axes)


def test_references_are_read_in_any_spelling() -> None:
    first, second = parse("'L''axe'!$B$3+Synthèse!C4:A2").references
    assert (first.sheet, first.area, first.fixed) == ("L'axe", (2, 1, 2, 1), (True,) * 4)
    assert (second.sheet, second.area, second.is_cell) == ("Synthèse", (1, 0, 3, 2), False)


def test_calls_are_given_with_their_arguments() -> None:
    inner, outer = calls(parse('IF(A1=0,SUM(B1:B2,1),"a,b")'))
    assert (inner.name, len(inner.arguments)) == ("SUM", 2)
    assert (outer.name, [len(argument) for argument in outer.arguments]) == ("IF", [3, 5, 1])


@pytest.mark.parametrize("text", ["", "SUM(", "A1)", '"a'])
def test_what_cannot_be_read_is_broken(text: str) -> None:
    assert parse(text).broken


def test_small_things() -> None:
    assert (is_whole("'Axe I'!$A:$B"), is_whole("2:3"), is_whole("A1:B2")) == (True, True, False)
    assert (sheet_of("'L''axe'!A1"), sheet_of("A1")) == ("L'axe", "")
    assert address((11, 27)) == "AB12"
