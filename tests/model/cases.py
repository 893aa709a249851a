"""Formulas with their values by Excel's documented rules, worked out by hand.

Python's twins and the engines are held against the same table. Where an engine is known to
calculate otherwise than Excel, the case names it.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.model.formula import (
    EMPTY,
    ONE,
    ZERO,
    Binary,
    Call,
    Const,
    Name,
    Node,
    Ref,
    call,
    equal,
    total,
    when,
)
from generator.model.grid import Content
from generator.model.values import (
    DIVISION,
    NOT_AVAILABLE,
    NUMBER,
    REFERENCE,
    VALUE,
    ErrorValue,
    Value,
)
from tests.model.small import area, ref

LIBREOFFICE, FAST = "libreoffice", "fast"

CELLS: dict[str, Content] = {
    # numbers, texts, a boolean, a blank (A5), an empty text
    "A1": 1,
    "A2": 2.5,
    "A3": "abc",
    "A4": True,
    "A6": EMPTY,
    "A7": "É",
    "A8": 0,
    "A9": -3,
    "A10": 10,
    # amounts
    **{f"B{row}": 10 * row for row in range(1, 11)},
    # two errors, a text of digits, a text without any
    "C1": Binary("/", ONE, ZERO),
    "C2": call("MATCH", Const(99), area("B1:B10"), ZERO),
    "C3": "12",
    "C4": "x",
    # keys, and what belongs to them
    "D1": "I.a",
    "D2": "i.A",
    "D3": "II.b",
    "D4": "é",
    "D5": "I.a",
    "E1": 100,
    "E2": 200,
    "E3": 400,
    "E4": 800,
    "E5": "mille",
    "F1": "oui",
    "F2": "non",
    "F3": "oui",
    "F4": "oui",
    "F5": "oui",
    "G1": 0,
    "G2": True,
    "G3": 1,
    "G4": -7,
    # a running counter
    "H1": 0,
    "H2": 1,
    "H3": 1,
    "H4": 1,
    "H5": 2,
    "H6": 4,
}
NAMES = {"Part": Ref("A", "2", "F")}
A, B, D, E, F = area("A1:A10"), area("B1:B10"), area("D1:D5"), area("E1:E5"), area("F1:F5")
COUNTER = area("H1:H6")
BLANK, TRUE, ABC = ref("A5"), ref("A4"), ref("A3")


class Case(NamedTuple):
    """A formula as text and as tree, its value, and the engines that calculate otherwise."""

    text: str
    node: Node
    value: Value
    otherwise: tuple[str, ...] = ()


def _op(left: Node, operator: str, right: Node) -> Binary:
    return Binary(operator, left, right)


def _n(number: float) -> Const:
    return Const(number)


def _t(text: str) -> Const:
    return Const(text)


def _error(code: str) -> ErrorValue:
    return ErrorValue(code)


LINKS = (
    Case("A2-A1", ref("A2") - ref("A1"), 1.5),
    Case("A1-A2", ref("A1") - ref("A2"), -1.5),
    Case("A1", ref("A1"), 1),
    Case("A5", BLANK, 0),
    Case("A6", ref("A6"), ""),
    Case("A3", ABC, "abc"),
    Case("A4", TRUE, True),
    Case("C1", ref("C1"), _error(DIVISION)),
    Case("Part", Name("Part"), 2.5),
)
ARITHMETIC = (
    Case("A1+A2", ref("A1") + ref("A2"), 3.5),
    Case("A1+A5", ref("A1") + BLANK, 1),
    Case("A1+A4", ref("A1") + TRUE, 2),
    Case("A1+C3", ref("A1") + ref("C3"), 13),
    Case("A1+A3", ref("A1") + ABC, _error(VALUE)),
    Case("A1+A6", ref("A1") + ref("A6"), _error(VALUE)),
    Case("C2+C1", ref("C2") + ref("C1"), _error(NOT_AVAILABLE)),
    Case("A1/A8", ref("A1") / ref("A8"), _error(DIVISION)),
    Case("A1/A5", ref("A1") / BLANK, _error(DIVISION)),
    Case("A8/A1", ref("A8") / ref("A1"), 0),
    Case("A10/4", ref("A10") / _n(4), 2.5),
    Case("2--3", _n(2) - _n(-3), 5),
    Case("10-(4-3)", _n(10) - (_n(4) - _n(3)), 9),
    Case("0.1+0.2-0.3", _n(0.1) + _n(0.2) - _n(0.3), 0, (FAST,)),
    Case("1E+200*1E+200", _n(1e200) * _n(1e200), _error(NUMBER)),
    Case("Part*A10", Name("Part") * ref("A10"), 25),
)
TEXTS = (
    Case('A1&"-"&A3', _op(_op(ref("A1"), "&", _t("-")), "&", ABC), "1-abc"),
    Case('A5&""', _op(BLANK, "&", EMPTY), ""),
    Case('100000000000000&""', _op(_n(10**14), "&", EMPTY), "100000000000000"),
    Case('"dit ""oui"""', _t('dit "oui"'), 'dit "oui"'),
)
COMPARISONS = (
    Case("A5=0", equal(BLANK, ZERO), True),
    Case('A5=""', equal(BLANK, EMPTY), True),
    Case("A5=A6", equal(BLANK, ref("A6")), True),
    Case("A5=FALSE", equal(BLANK, Const(content=False)), True),
    Case("A6=0", equal(ref("A6"), ZERO), False),
    Case('A3="ABC"', equal(ABC, _t("ABC")), True),
    Case('A7="é"', equal(ref("A7"), _t("é")), True, (FAST,)),
    Case('A7="e"', equal(ref("A7"), _t("e")), False),
    Case('A1="1"', equal(ref("A1"), _t("1")), False),
    Case("A4=1", equal(TRUE, ONE), False, (LIBREOFFICE,)),
    Case("A3>A10", _op(ABC, ">", ref("A10")), True),
    Case("A4>A3", _op(TRUE, ">", ABC), True, (LIBREOFFICE,)),
    Case("A9<A5", _op(ref("A9"), "<", BLANK), True),
    Case("A1<=1", _op(ref("A1"), "<=", ONE), True),
    Case("A1>=1", _op(ref("A1"), ">=", ONE), True),
    Case("A1<>1", _op(ref("A1"), "<>", ONE), False),
    Case("0.1+0.2=0.3", equal(_n(0.1) + _n(0.2), _n(0.3)), True, (FAST,)),
    Case("0.1+0.2<=0.3", _op(_n(0.1) + _n(0.2), "<=", _n(0.3)), True, (FAST,)),
    Case("C1=1", equal(ref("C1"), ONE), _error(DIVISION)),
)
AGGREGATES = (
    Case("SUM(A1:A10)", total(A), 10.5, (LIBREOFFICE,)),  # there TRUE in a cell is 1
    Case("SUM(A1:A3,A5:A10)", total(area("A1:A3"), area("A5:A10")), 10.5),
    Case("SUM(A5)", total(BLANK), 0),
    Case("SUM(A3,A1)", total(ABC, ref("A1")), 1),
    Case('SUM("abc")', total(_t("abc")), _error(VALUE)),
    Case("SUM(A1=1,A1)", total(equal(ref("A1"), ONE), ref("A1")), 2),
    Case("SUM(C1:C4)", total(area("C1:C4")), _error(DIVISION)),
    Case("SUM(A1:B2)", total(area("A1:B2")), 33.5),
    Case("COUNT(A1:A10)", call("COUNT", A), 5, (LIBREOFFICE,)),
    Case("COUNT(C1:C4)", call("COUNT", area("C1:C4")), 0),
    Case("COUNT(A1,A3,A5)", call("COUNT", ref("A1"), ABC, BLANK), 1),
    Case("COUNT(A1>0)", call("COUNT", _op(ref("A1"), ">", ZERO)), 1),
    Case("COUNTA(A1:A10)", call("COUNTA", A), 9),
    Case("COUNTA(C1:C4)", call("COUNTA", area("C1:C4")), 4),
    Case("MAX(A1:A3,A5:A10)", call("MAX", area("A1:A3"), area("A5:A10")), 10),
    Case("MAX(A3:A4)", call("MAX", area("A3:A4")), 0, (LIBREOFFICE,)),
    Case("MAX(A5,-5)", call("MAX", BLANK, _n(-5)), -5),
    Case("MIN(A1:A3,A5:A10)", call("MIN", area("A1:A3"), area("A5:A10")), -3),
    Case("MIN(C1:C2)", call("MIN", area("C1:C2")), _error(DIVISION)),
    Case("ROWS(B2:B10)", call("ROWS", area("B2:B10")), 9),
)
LOGIC = (
    Case("AND(A5,A1)", call("AND", BLANK, ref("A1")), True),
    Case("AND(A5)", call("AND", BLANK), _error(VALUE)),
    Case("AND(A3)", call("AND", ABC), _error(VALUE)),
    Case("AND(A1:A4)", call("AND", area("A1:A4")), True),
    Case("AND(A1:A8)", call("AND", area("A1:A8")), False),
    Case("AND(A8,C1)", call("AND", ref("A8"), ref("C1")), _error(DIVISION)),
    Case('AND("abc",A1)', call("AND", _t("abc"), ref("A1")), _error(VALUE)),
    Case("OR(A5,A8)", call("OR", BLANK, ref("A8")), False),
    Case("OR(A3,A8,A4)", call("OR", ABC, ref("A8"), TRUE), True),
    Case("OR(A5)", call("OR", BLANK), _error(VALUE)),
    Case("IF(A5,1,2)", when(BLANK, ONE, _n(2)), 2),
    Case("IF(A9,1,2)", when(ref("A9"), ONE, _n(2)), 1),
    Case("IF(A3,1,2)", when(ABC, ONE, _n(2)), _error(VALUE)),
    Case("IF(A1=1,1,C1)", when(equal(ref("A1"), ONE), ONE, ref("C1")), 1),
    Case("IF(A1=2,C1,A5)", when(equal(ref("A1"), _n(2)), ref("C1"), BLANK), 0),
    Case("IF(C2,1,2)", when(ref("C2"), ONE, _n(2)), _error(NOT_AVAILABLE)),
    Case("SUM(IF(A4,A3,0),1)", total(when(TRUE, ABC, ZERO), ONE), 1),
    Case("IFERROR(C1,-1)", call("IFERROR", ref("C1"), _n(-1)), -1),
    Case("IFERROR(A1,C1)", call("IFERROR", ref("A1"), ref("C1")), 1),
    Case("IFERROR(C1,C2)", call("IFERROR", ref("C1"), ref("C2")), _error(NOT_AVAILABLE)),
    Case("ISNUMBER(A2)", call("ISNUMBER", ref("A2")), True),
    Case("ISNUMBER(A4)", call("ISNUMBER", TRUE), False, (LIBREOFFICE,)),
    Case("ISNUMBER(A5)", call("ISNUMBER", BLANK), False),
    Case("ISNUMBER(C3)", call("ISNUMBER", ref("C3")), False),
    Case("ISNUMBER(C1)", call("ISNUMBER", ref("C1")), False),
    Case("ABS(A9)", call("ABS", ref("A9")), 3),
    Case("ABS(A5)", call("ABS", BLANK), 0),
    Case("1-AND(A1,A2)", ONE - call("AND", ref("A1"), ref("A2")), 0),
)


def _round(number: float, digits: float) -> Call:
    return call("ROUND", _n(number), _n(digits))


ROUNDING = tuple(
    Case(text, _round(number, digits), value)
    for text, number, digits, value in (
        ("ROUND(2.675,2)", 2.675, 2, 2.68),
        ("ROUND(1.005,2)", 1.005, 2, 1.01),
        ("ROUND(-0.5,0)", -0.5, 0, -1),
        ("ROUND(0.5,0)", 0.5, 0, 1),
        ("ROUND(2.5,0)", 2.5, 0, 3),
        ("ROUND(-2.5,0)", -2.5, 0, -3),
        ("ROUND(1.15,1)", 1.15, 1, 1.2),
        ("ROUND(0.49999,0)", 0.49999, 0, 0),
        ("ROUND(99999999.995,2)", 99999999.995, 2, 100000000),
        ("ROUND(1234567,-3)", 1234567, -3, 1235000),
        ("ROUND(15,-1.9)", 15, -1.9, 20),
        ("ROUND(4,-1)", 4, -1, 0),
        ("ROUND(999999999999999,0)", 999_999_999_999_999, 0, 999_999_999_999_999),
        ("ROUND(0.25,20)", 0.25, 20, 0.25),
    )
)
LOOKUPS = (
    Case("MATCH(2.5,A1:A10,0)", call("MATCH", _n(2.5), A, ZERO), 2),
    Case('MATCH("ABC",A1:A10,0)', call("MATCH", _t("ABC"), A, ZERO), 3),
    Case('MATCH("é",A1:A10,0)', call("MATCH", _t("é"), A, ZERO), 7),
    Case("MATCH(A4,A1:A10,0)", call("MATCH", TRUE, A, ZERO), 4, (LIBREOFFICE,)),
    Case("MATCH(1,G1:G4,0)", call("MATCH", ONE, area("G1:G4"), ZERO), 3, (LIBREOFFICE,)),
    Case('MATCH("absent",A1:A10,0)', call("MATCH", _t("absent"), A, ZERO), _error(NOT_AVAILABLE)),
    Case("MATCH(77,A1:A10,0)", call("MATCH", _n(77), A, ZERO), _error(NOT_AVAILABLE)),
    Case("MATCH(C1,A1:A10,0)", call("MATCH", ref("C1"), A, ZERO), _error(DIVISION)),
    Case("MATCH(20,B1:C1,0)", call("MATCH", _n(20), area("B1:C1"), ZERO), _error(NOT_AVAILABLE)),
    Case("MATCH(1,A1:B2,0)", call("MATCH", ONE, area("A1:B2"), ZERO), _error(NOT_AVAILABLE)),
    Case("MATCH(0,H1:H6,1)", call("MATCH", ZERO, COUNTER, ONE), 1),
    Case("MATCH(1,H1:H6,1)", call("MATCH", ONE, COUNTER, ONE), 4),
    Case("MATCH(3,H1:H6,1)", call("MATCH", _n(3), COUNTER, ONE), 5),
    Case("MATCH(99,H1:H6,1)", call("MATCH", _n(99), COUNTER, ONE), 6),
    Case("MATCH(-1,H1:H6,1)", call("MATCH", _n(-1), COUNTER, ONE), _error(NOT_AVAILABLE)),
    Case("INDEX(B1:B10,3)", call("INDEX", B, _n(3)), 30),
    Case("INDEX(B1:B10,2.9)", call("INDEX", B, _n(2.9)), 20),
    Case("INDEX(A1:A10,5)", call("INDEX", A, _n(5)), 0),
    Case('INDEX(A1:A10,5)=""', equal(call("INDEX", A, _n(5)), EMPTY), True),
    Case("INDEX(A1:B10,3,2)", call("INDEX", area("A1:B10"), _n(3), _n(2)), 30),
    Case("INDEX(A1:B1,2)", call("INDEX", area("A1:B1"), _n(2)), 10),
    Case("INDEX(B1:B10,11)", call("INDEX", B, _n(11)), _error(REFERENCE)),
    Case("INDEX(B1:B10,2,2)", call("INDEX", B, _n(2), _n(2)), _error(REFERENCE)),
    Case("INDEX(C1:C4,2)", call("INDEX", area("C1:C4"), _n(2)), _error(NOT_AVAILABLE)),
    Case("SUM(INDEX(A1:A10,3),1)", total(call("INDEX", A, _n(3)), ONE), 1),
    Case("MAX(-5,INDEX(A1:A10,5))", call("MAX", _n(-5), call("INDEX", A, _n(5))), -5),
)
CRITERIA = (
    Case('COUNTIF(D1:D5,"I.A")', call("COUNTIF", D, _t("I.A")), 3),
    Case('COUNTIF(D1:D5,"É")', call("COUNTIF", D, _t("É")), 1),
    Case('COUNTIF(D1:D5,"absent")', call("COUNTIF", D, _t("absent")), 0),
    Case("COUNTIF(A1:A10,1)", call("COUNTIF", A, ONE), 1, (LIBREOFFICE,)),
    Case("COUNTIF(A1:A10,A4)", call("COUNTIF", A, TRUE), 1, (LIBREOFFICE,)),
    Case("COUNTIF(A1:A10,A5)", call("COUNTIF", A, BLANK), 1),
    Case('COUNTIF(A5:A10,"<0")', call("COUNTIF", area("A5:A10"), _t("<0")), 1),
    Case('COUNTIF(A5:A10,"<=0")', call("COUNTIF", area("A5:A10"), _t("<=0")), 2),
    Case('COUNTIF(A5:A10,">-3")', call("COUNTIF", area("A5:A10"), _t(">-3")), 2),
    Case('COUNTIF(A5:A10,">=10")', call("COUNTIF", area("A5:A10"), _t(">=10")), 1),
    Case("COUNTIF(C1:C4,0)", call("COUNTIF", area("C1:C4"), ZERO), 0),
    Case('SUMIF(D1:D5,"I.a",E1:E5)', call("SUMIF", D, _t("I.a"), E), 300),
    Case("SUMIF(D1:D5,D4,E1:E5)", call("SUMIF", D, ref("D4"), E), 800),
    Case('SUMIF(B1:B10,">80")', call("SUMIF", B, _t(">80")), 190),
    Case('SUMIFS(E1:E5,D1:D5,"i.a")', call("SUMIFS", E, D, _t("i.a")), 300),
    Case(
        'SUMIFS(E1:E5,D1:D5,"i.a",F1:F5,"oui")',
        call("SUMIFS", E, D, _t("i.a"), F, _t("oui")),
        100,
    ),
    Case(
        'SUMIFS(E1:E5,F1:F5,"oui",E1:E5,">100")',
        call("SUMIFS", E, F, _t("oui"), E, _t(">100")),
        1200,
    ),
    Case('SUMIFS(E1:E5,D1:D5,"absent")', call("SUMIFS", E, D, _t("absent")), 0),
    Case(
        "SUMIFS(C1:C4,B1:B4,10)",
        call("SUMIFS", area("C1:C4"), area("B1:B4"), _n(10)),
        _error(DIVISION),
        (FAST,),
    ),
    Case("SUMIFS(C1:C4,B1:B4,40)", call("SUMIFS", area("C1:C4"), area("B1:B4"), _n(40)), 0),
    Case(
        'COUNTIFS(D1:D5,"i.a",E1:E5,">=200")',
        call("COUNTIFS", D, _t("i.a"), E, _t(">=200")),
        1,
    ),
    Case(
        'COUNTIFS(D1:D5,"i.a",F1:F5,"oui",E1:E5,100)',
        call("COUNTIFS", D, _t("i.a"), F, _t("oui"), E, _n(100)),
        1,
    ),
    Case(
        'COUNTIFS(E1:E5,">100",E1:E5,"<800")',
        call("COUNTIFS", E, _t(">100"), E, _t("<800")),
        2,
    ),
)
CASES = (
    *LINKS,
    *ARITHMETIC,
    *TEXTS,
    *COMPARISONS,
    *AGGREGATES,
    *LOGIC,
    *ROUNDING,
    *LOOKUPS,
    *CRITERIA,
)
