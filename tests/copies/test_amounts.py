"""Lines 49 to 74 of the catalogue: what stands in the cell of an amount, and what comes back.

Each case has an activity of its own in one copy, 10 francs in 2030 and 20 in 2031, so that all are
read together and each is told at its own cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from generator.copies.reading import ReadCopy
from generator.copies.values import is_display
from generator.merging.facts import Key, Kind
from tests.copies.edited import Edited, Put, Stored, told
from tests.copies.plan import write_wide_plan
from tests.reader.archives import read_archive
from tests.workbook.built import Built, build

FIRST = Key(Kind.ACTIVITY, "A-1")
NBSP, NNBSP, THIN = "\u00a0", "\u202f", "\u2009"


class Kept(NamedTuple):
    """What comes back as an amount, and the remark that is made, "" for none."""

    line: int
    typed: Put
    amount: int | None
    remark: str = ""


KEPT = (
    Kept(49, 37_500_000, 37_500_000),
    Kept(49, 0, 0),
    Kept(49, 999_999_999_999_999, 999_999_999_999_999),
    Kept(49, Stored("3.75E7"), 37_500_000),
    Kept(50, "37 500 000", 37_500_000, "amount.converted"),
    Kept(50, f"37{NBSP}500{NBSP}000", 37_500_000, "amount.converted"),
    Kept(50, f"37{NNBSP}500{NNBSP}000", 37_500_000, "amount.converted"),
    Kept(50, f" 37{THIN}500{THIN}000 ", 37_500_000, "amount.converted"),
    Kept(50, "0", 0, "amount.converted"),
    Kept(51, "37.500.000", 37_500_000, "amount.converted"),
    Kept(51, "37,500,000", 37_500_000, "amount.converted"),
    Kept(55, "5 000 F CFA", 5_000, "amount.converted"),
    Kept(55, "5000 FCFA", 5_000, "amount.converted"),
    Kept(55, f"5{NBSP}000{NBSP}XOF", 5_000, "amount.converted"),
    Kept(57, "-", None, "amount.dash"),
    Kept(57, "–", None, "amount.dash"),
    Kept(58, None, None),
    Kept(58, "", None),
    Kept(59, "   ", None, "amount.blank"),
    Kept(59, NBSP, None, "amount.blank"),
    Kept(61, "37500000,00", 37_500_000, "amount.converted"),
    Kept(61, Stored("37500000.0"), 37_500_000),
    Kept(65, Stored("37500000", look=14), 37_500_000, "amount.dated"),
    Kept(65, Stored("37500000", look=22), 37_500_000, "amount.dated"),
    Kept(65, Stored("0", look=14), 0),
    Kept(67, Stored("15000000", formula="10000000+5000000"), 15_000_000, "amount.formula"),
    Kept(67, Stored("15000000", formula="SUM(10000000,5000000)"), 15_000_000, "amount.formula"),
    Kept(
        67,
        Stored("37 500 000", "str", formula='"37 500 000"'),
        37_500_000,
        "amount.formula amount.converted",
    ),
    Kept(
        71,
        Stored(
            "30", formula="G10+10", attributes=(("t", "shared"), ("ref", "F10:F11"), ("si", "7"))
        ),
        30,
        "amount.formula",
    ),
    Kept(
        71,
        Stored("30", formula="SUM(G10:G10*1)", attributes=(("t", "array"), ("ref", "F10"))),
        30,
        "amount.formula",
    ),
    Kept(
        71,
        Stored(
            "30",
            formula="",
            attributes=(("t", "dataTable"), ("ref", "F10:F11"), ("r1", "G10"), ("dt2D", "0")),
        ),
        30,
        "amount.formula",
    ),
    Kept(74, Stored("37500000", "inlineStr"), 37_500_000, "amount.converted"),
)


class Refused(NamedTuple):
    """What is an error, what is shown of it, and what its sentence or its remedy says."""

    line: int
    typed: Put
    rule: str
    found: str
    said: str = ""


def formula(text: str, value: str | None = "15") -> Stored:
    """Return a formula, and the value that is stored with it."""
    return Stored(value, formula=text)


def error(code: str) -> Stored:
    """Return the value of an error, as it is stored whatever the program's language."""
    return Stored(code, "e")


REFUSED = (
    Refused(52, "37.500", "amount.ambiguous", "37.500", "37500"),
    Refused(52, "37,500", "amount.ambiguous", "37,500", "37500"),
    Refused(53, "37 50 000", "amount.grouping", "37 50 000"),
    Refused(53, "3750 000", "amount.grouping", "3750 000"),
    Refused(54, "12 millions", "amount.unit", "12 millions", "12 000 000"),
    Refused(54, "12M", "amount.unit", "12M", "12 000 000"),
    Refused(54, "2 mds", "amount.unit", "2 mds", "2 000 000 000"),
    Refused(60, -5_000, "amount.negative", "-5 000"),
    Refused(60, "(5 000)", "amount.negative", "(5 000)"),
    Refused(60, "\u22125000", "amount.negative", "\u22125000"),
    Refused(61, 37_500_000.5, "amount.decimal", "37500000,5"),
    Refused(61, "37500000,5", "amount.decimal", "37500000,5"),
    Refused(62, Stored("1000000000000000"), "amount.large", "1 000 000 000 000 000"),
    Refused(62, "1 000 000 000 000 000", "amount.large", "1 000 000 000 000 000"),
    Refused(63, Stored("1E308"), "amount.large", "1e+308"),
    Refused(63, Stored("INF"), "amount.large", "inf"),
    Refused(63, Stored("NaN"), "amount.large", "nan"),
    Refused(64, Stored("1", "b"), "amount.truth", "VRAI"),
    Refused(64, Stored("0", "b"), "amount.truth", "FAUX"),
    Refused(65, Stored("45000", look=14), "amount.date", "45 000"),
    Refused(65, Stored("45000.5", look=22), "amount.date", "45000,5"),
    Refused(65, Stored("2026-11-25T00:00:00", "d"), "amount.text", "2026-11-25T00:00:00"),
    Refused(66, Stored("1", look=9), "amount.percent", "1"),
    Refused(66, "5 %", "amount.text", "5 %"),
    Refused(66, Stored("0.05", look=9), "amount.percent", "0,05"),
    Refused(68, formula("10+5", None), "amount.uncalculated", "=10+5", "enregistrez"),
    Refused(69, formula("TODAY()"), "amount.outside", "=TODAY()"),
    Refused(69, formula("ROUND(RAND(),0)"), "amount.outside", "=ROUND(RAND(),0)"),
    Refused(69, formula("[1]Feuil1!A1"), "amount.outside", "=[1]Feuil1!A1"),
    Refused(69, formula("cmd|' /C calc'!A0"), "amount.outside", "=cmd|' /C calc'!A0"),
    Refused(69, formula('HYPERLINK("http://x",5)'), "amount.outside", '=HYPERLINK("http://x",5)'),
    *[
        Refused(70, error(code), "amount.error", code)
        for code in ("#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?")
    ],
    Refused(70, Stored("#DIV/0!", "e", formula="1/0"), "amount.error", "=1/0"),
    Refused(72, "\uff11\uff12\uff13", "amount.text", "\uff11\uff12\uff13"),
    Refused(72, "\u0663\u0664", "amount.text", "\u0663\u0664"),
    Refused(72, "1_000", "amount.text", "1_000"),
    Refused(73, "########", "amount.text", "########"),
    Refused(73, "beaucoup", "amount.text", "beaucoup"),
)


CASES: tuple[Kept | Refused, ...] = (*KEPT, *REFUSED)


def names() -> Iterator[str]:
    """Yield what tells the cases apart: line, and what is typed."""
    for case in CASES:
        typed = case.typed.formula or case.typed.value if isinstance(case.typed, Stored) else None
        yield f"{case.line} {typed or case.typed!r}"


class Wide(NamedTuple):
    """A plan with an activity for each case, and its copy with each typed."""

    built: Built
    copy: ReadCopy

    def cell(self, place: int) -> str:
        """Return the cell of a case, of the year 2030."""
        return "!".join(self.built.cell("Axe A", f"A-{place + 1}", "y2030"))


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Wide:
    """Return the copy in which every case stands."""
    folder = tmp_path_factory.mktemp("wide")
    built = build(write_wide_plan(folder, len(CASES), 1), folder / "plan.xlsx")
    edited = Edited(read_archive(built.path), folder / "copie.xlsx")
    for place, case in enumerate(CASES):
        edited.put(*built.cell("Axe A", f"A-{place + 1}", "y2030"), case.typed)
    return Wide(built, edited.read())


@pytest.mark.parametrize("place", range(len(CASES)), ids=names())
def test_what_stands_for_an_amount(wide: Wide, place: int) -> None:
    """The amount or none, and at the cell what is said of it; the other year stays."""
    case, key, cell = CASES[place], Key(Kind.ACTIVITY, f"A-{place + 1}"), wide.cell(place)
    amount = case.amount if isinstance(case, Kept) else None
    wanted = {**wide.copy.version.base[key], "2030": amount}
    if amount is None:
        del wanted["2030"]
    assert wide.copy.version.revised[key] == wanted
    assert wide.copy.version.places[key, "2030"] == cell
    found = [said for said in wide.copy.findings if f"{said.sheet}!{said.cell}" == cell]
    if isinstance(case, Kept):
        assert [said.rule for said in found] == case.remark.split()
        assert {said.severity for said in found} <= {"remarque"}
        return
    (finding,) = found
    assert (finding.severity, finding.rule, finding.found) == ("erreur", case.rule, case.found)
    assert case.said in finding.problem + finding.remedy
    assert finding.remedy


def test_nothing_else_is_said_and_nothing_else_changes(wide: Wide) -> None:
    cells = {wide.cell(place) for place in range(len(CASES))}
    assert {f"{said.sheet}!{said.cell}" for said in wide.copy.findings} <= cells
    assert not wide.copy.is_sound
    version = wide.copy.version
    assert version.base.keys() == version.revised.keys()


def test_empty_and_zero_are_not_the_same(edited: Edited) -> None:
    """Line 58: G10 is emptied, F11 gets a zero; both are changes."""
    copy = edited.put("Axe A", "G10", None).put("Axe A", "F11", 0).read()
    second = Key(Kind.ACTIVITY, "A-2")
    assert copy.version.revised[FIRST].get("2031") is None
    assert copy.version.revised[second]["2030"] == 0
    assert "2030" not in copy.version.base[second]


@pytest.mark.parametrize("word", ["PM", "p.m.", "pour mémoire", "POUR MÉMOIRE"])
def test_the_word_for_no_cost_in_place_of_the_amounts(edited: Edited, word: str) -> None:
    """Line 56: it is kept as such, not as nothing."""
    edited.put("Axe A", "F10", None).put("Axe A", "H10", None)
    copy = edited.put("Axe A", "G10", word).read()
    record = copy.version.revised[FIRST]
    assert record["cout_total"] == "PM"
    assert not record.keys() & {"2030", "2031", "2032"}
    assert told(copy) == []


def test_the_word_for_no_cost_beside_an_amount(edited: Edited) -> None:
    copy = edited.put("Axe A", "F10", "PM").read()
    assert told(copy) == [("erreur", "amount.pm", "Axe A!F10")]


def test_an_activity_without_a_cost_gets_one_and_loses_it(edited: Edited) -> None:
    """A-3 is PM in the base; an amount makes it a cost, and nothing makes it PM again."""
    third = Key(Kind.ACTIVITY, "A-3")
    copy = edited.put("Axe A", "G17", 5).read()
    wanted = {**copy.version.base[third], "2031": 5}
    del wanted["cout_total"]
    assert copy.version.revised == {**copy.version.base, third: wanted}
    assert copy.version.places[third, "2031"] == "Axe A!G17"
    again = edited.put("Axe A", "G17", None).read()
    assert again.version.revised == again.version.base


def test_an_activity_whose_amounts_are_all_emptied_has_no_cost_but_is_not_pm(
    edited: Edited,
) -> None:
    for cell in ("F10", "G10", "H10"):
        edited.put("Axe A", cell, None)
    copy = edited.read()
    assert not copy.version.revised[FIRST].keys() & {"2030", "2031", "2032", "cout_total"}
    assert told(copy) == []


def test_amounts_that_are_all_wrong_are_all_told(edited: Edited) -> None:
    edited.put("Axe A", "F10", "12M").put("Axe A", "G10", -1).put("Axe B", "H11", "37.500")
    assert told(edited.read()) == [
        ("erreur", "amount.unit", "Axe A!F10"),
        ("erreur", "amount.negative", "Axe A!G10"),
        ("erreur", "amount.ambiguous", "Axe B!H11"),
    ]


@pytest.mark.parametrize(
    ("sheet", "cell", "key", "field"),
    [
        ("Synthèse", "C51", Key(Kind.CEILING, "A"), "2030"),
        ("Financement", "D65", Key(Kind.FUNDING, "Etat · - · 2030 · Loi 1"), "montant"),
    ],
)
def test_the_other_amounts_are_read_the_same_way(
    edited: Edited, sheet: str, cell: str, key: Key, field: str
) -> None:
    copy = edited.put(sheet, cell, f"37{NBSP}500").read()
    assert told(copy) == [("remarque", "amount.converted", f"{sheet}!{cell}")]
    wanted = {**copy.version.base[key], field: 37_500}
    assert copy.version.revised == {**copy.version.base, key: wanted}
    wrong = edited.put(sheet, cell, "37.500").read()
    assert told(wrong)[0] == ("erreur", "amount.ambiguous", f"{sheet}!{cell}")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1,5E+08", 150_000_000),
        ("1.5E+08", 150_000_000),
        ("1,50E+08", 150_000_000),
        (" 1,5e8 ", 150_000_000),
        ("1,5E+08", 149_600_000),
        ("1,5E+08", 145_000_000),
        ("1,50E+08", 149_600_000),
        ("1E+08", 96_000_000),
        ("3E+08", 250_000_000),
        ("9,99999999999999E+14", 999_999_999_999_999),
        ("0E+00", 0),
    ],
)
def test_how_a_narrow_column_shows_an_amount(text: str, amount: int) -> None:
    """Line 97: the amount rounded to the digits that are written, halves up as Excel does."""
    assert is_display(text, amount)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1,5E+08", 154_999_999 + 1),
        ("1,50E+08", 149_400_000),
        ("1E+08", 50_000_000),
        ("0E+08", 5),
        ("15E+07", 150_000_000),
        ("-1,5E+08", 150_000_000),
        ("1,5E-08", 0),
        ("1,5", 1),
        ("1,5E+99", 150_000_000),
    ],
)
def test_what_no_column_shows_for_an_amount(text: str, amount: int) -> None:
    assert not is_display(text, amount)


SHOWN = (
    ("Axe A", "F10", "1E+01"),
    ("Axe A", "G11", "7,0E+00"),
    ("Synthèse", "C51", "1,00E+02"),
    ("Financement", "D65", "1.5E+01"),
    ("PTA", "H8", "7E+00"),
)
"""The small plan's amounts 10, 7, 100, 15 and 7, as columns too narrow show them."""


@pytest.mark.parametrize(("sheet", "cell", "text"), SHOWN)
def test_an_amount_that_became_the_text_of_its_display(
    edited: Edited, sheet: str, cell: str, text: str
) -> None:
    """Line 97: nothing changed, which is told."""
    copy = edited.put(sheet, cell, text).read()
    assert told(copy) == [("remarque", "amount.shown", f"{sheet}!{cell}")]
    assert copy.findings[0].found == text
    assert copy.version.revised == copy.version.base


def test_another_power_of_ten_is_no_amount(edited: Edited) -> None:
    """Line 97: nobody can say which amount of eight digits or nine it was."""
    edited.put("Axe A", "F10", "1,5E+08").put("Axe A", "F11", "1,5E+08")
    edited.put("Axe A", "F12", "1E+01").put("Axe A", "B12", "Neuve")
    assert [own for own in told(edited.read()) if own[0] == "erreur"] == [
        ("erreur", "amount.scientific", "Axe A!F10"),
        ("erreur", "amount.scientific", "Axe A!F11"),
        ("erreur", "amount.scientific", "Axe A!F12"),
    ]
