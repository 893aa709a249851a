from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from generator.rules.tokens import (
    Part,
    Reference,
    address,
    calls,
    fingerprint,
    is_list,
    is_whole,
    parse,
    reference_of,
    sheet_of,
)


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


def test_parts_tell_what_they_are() -> None:
    parts = parse("-sum(A1)%+(B1)").parts
    assert [part.opens for part in parts] == ["", "SUM", "", "", "", "", "", "", ""]
    assert [part.is_operator for part in parts] == [
        True, False, False, False, True, True, False, False, False,
    ]  # fmt: skip


def test_where_a_reference_reaches() -> None:
    area = Reference("", (1, 2, 3, 5), (False,) * 4)
    inside = [(1, 2), (1, 5), (3, 2), (3, 5)]
    assert all(area.contains(*cell) for cell in inside)
    assert not any(area.contains(*cell) for cell in [(0, 3), (4, 3), (2, 1), (2, 6)])
    corners = [(1, 1, 1, 1), (1, 1, 1, 2), (1, 1, 2, 1), (1, 2, 1, 2)]
    cells = [Reference("", corner, (False,) * 4).is_cell for corner in corners]
    assert cells == [True, False, False, True]


def test_operands_of_a_kind() -> None:
    formula = parse('IF(A1,2,"x")+SUM(B1)')
    assert list(formula.operands("RANGE")) == ["A1", "B1"]
    assert list(formula.operands("NUMBER")) == ["2"]
    assert list(formula.operands("TEXT")) == ['"x"']
    assert formula.functions == ("IF", "SUM")
    assert list(parse("SUM()").operands("OPEN")) == []


@pytest.mark.parametrize("text", ["A1", "SUM(A1)", "(A1)+(B1)", '"a"', " A1 + 1"])
def test_what_can_be_read_is_not_broken(text: str) -> None:
    formula = parse(text)
    assert (formula.broken, bool(formula.parts)) == (text == '"a', True)


@pytest.mark.parametrize("text", ["(A1", "A1+(B1", "((A1)"])
def test_what_is_not_closed_is_broken(text: str) -> None:
    assert parse(text).broken


def test_only_operands_are_references() -> None:
    assert reference_of(Part("OPERAND", "RANGE", "B3")) == Reference("", (2, 1, 2, 1), (False,) * 4)
    assert reference_of(Part("OPERAND", "TEXT", "B3")) is None
    assert reference_of(Part("FUNC", "RANGE", "B3")) is None
    assert reference_of(Part("OPERAND", "RANGE", "Nom_1x")) is None


@pytest.mark.parametrize(
    ("text", "sheet", "area", "fixed"),
    [
        ("$C5:D$9", "", (4, 2, 8, 3), (False, True, True, False)),
        ("C$5:$D9", "", (4, 2, 8, 3), (True, False, False, True)),
        ("Feuille!D9:C5", "Feuille", (4, 2, 8, 3), (False,) * 4),
        ("'L''axe'!A1", "L'axe", (0, 0, 0, 0), (False,) * 4),
        ("$A$1", "", (0, 0, 0, 0), (True,) * 4),
    ],
)
def test_a_reference_in_full(
    text: str, sheet: str, area: tuple[int, int, int, int], fixed: tuple[bool, bool, bool, bool]
) -> None:
    assert parse(text).references == (Reference(sheet, area, fixed),)


def listed(text: str) -> list[tuple[str, list[str]]]:
    """Return the calls of a formula, each argument as one text."""
    return [
        (call.name, ["".join(part.text for part in argument) for argument in call.arguments])
        for call in calls(parse(text))
    ]


def test_every_argument_of_every_call() -> None:
    assert listed('IF((A1+1)=0,SUM(B1:B2,MAX(C1,D1),2),"a,b")') == [
        ("MAX", ["C1", "D1"]),
        ("SUM", ["B1:B2", "MAX(C1,D1)", "2"]),
        ("IF", ["(A1+1)=0", "SUM(B1:B2,MAX(C1,D1),2)", '"a,b"']),
    ]
    assert listed("SUM(A1)+MAX(B1,2)") == [("SUM", ["A1"]), ("MAX", ["B1", "2"])]
    assert listed("IF(A1,,2)") == [("IF", ["A1", "", "2"])]
    assert listed("(A1,B1)") == []


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("SUM(A1,B2)", True),
        ("SUM(A1)", True),
        ("SUM(A1:B2)", False),
        ("SUM(A1,A1:B2)", False),
        ("SUM(A1:B2,A1)", False),
        ("SUM(Feuille!A1)", False),
        ("SUM(A1,1)", False),
        ("SUM(1,A1)", False),
        ("MAX(A1,B1)", False),
        ("SUM(A1)+SUM(A2)", False),
        ("SUM(A1)+1", False),
    ],
)
def test_a_plain_list_of_cells(text: str, plain: bool) -> None:
    assert is_list(parse(text)) == plain


AXES = frozenset({"Axe I"})


@pytest.mark.parametrize(
    ("text", "axes", "expected"),
    [
        ("$A2+Feuille!B$3:C4", None, "<!-4,=0,-4,=0>+<Feuille!=2,-5,-2,-4>"),
        ("$A$2+max(G9)", None, "<!=1,=0,=1,=0>+MAX(<!+3,+0,+3,+0>)"),
        ("SUM(A1,B2)", None, "SUM(<!-5,-6,-5,-6>,<!-4,-5,-4,-5>)"),
        ("SUM(A1,B2)", AXES, "SUM(…)"),
        ("'Axe I'!B3", AXES, "<*!*,-5,*,-5>"),
        ("'Axe I'!$B$3", AXES, "<*!*,=1,*,=1>"),
        ("'Axe I'!B3", None, "<Axe I!-3,-5,-3,-5>"),
        ("Feuille!B3", AXES, "<Feuille!*,-5,*,-5>"),
        ("B3", AXES, "<!-3,-5,-3,-5>"),
    ],
)
def test_fingerprints_in_full(text: str, axes: frozenset[str] | None, expected: str) -> None:
    """The formula is in G6."""
    assert fingerprint(parse(text), (5, 6), axes) == expected


def test_sheets_of_places() -> None:
    assert sheet_of("Feuille!A1") == "Feuille"
    assert sheet_of("'Axe I'!$A:$B") == "Axe I"
    assert sheet_of("Nom") == ""
    assert address((0, 0)) == "A1"


def test_a_formula_that_is_shared_cannot_change() -> None:
    formula = parse("A1+1")
    assert parse("A1+1") == formula
    with pytest.raises(FrozenInstanceError):
        formula.broken = True  # type: ignore[misc]
