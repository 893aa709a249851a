from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.reader.opened import OpenedLink, OpenedName, OpenedWorkbook
from generator.rules.limits import (
    find_bad_names,
    find_bad_sheet_names,
    find_broken_references,
    find_long_lists,
    find_overlapping_merges,
    find_overlong,
    find_unreadable,
)
from tests.rules.planting import (
    BARE,
    Only,
    area,
    bare_book,
    on_sheet,
    sheet_named,
    shown,
    spots,
    with_cell,
)


@pytest.mark.parametrize("text", ["SUM(C5", "SUM(C5))", '"ouvert', "IF(1,(0)"])
def test_an_unreadable_formula(small: OpenedWorkbook, only: Only, text: str) -> None:
    assert only(with_cell(small, "Paramètres", "Z40", formula=text)) == {"R25.syntax"}


@pytest.mark.parametrize("text", ["Absente!A1", "SUM(#REF!)", "Nom_Absent", "'Axe A'!#REF!"])
def test_a_broken_reference(small: OpenedWorkbook, only: Only, text: str) -> None:
    assert only(with_cell(small, "Paramètres", "Z40", formula=text)) == {"R25.reference"}


def test_a_broken_highlight_or_validation(small: OpenedWorkbook, only: Only) -> None:
    sheet = sheet_named(small, "Axe A")
    highlight = replace(sheet.highlights[0], formulas=("Absente!A1=0",))
    planted = on_sheet(small, "Axe A", highlights=(highlight, *sheet.highlights[1:]))
    assert only(planted) == {"R25.reference"}
    validation = replace(sheet.validations[0], second="#REF!")
    planted = on_sheet(small, "Axe A", validations=(validation, *sheet.validations[1:]))
    assert only(planted) == {"R25.reference"}


@pytest.mark.parametrize("text", ["Part Etat", "AXE1", "R1C1", "1er", "part_etat", "R"])
def test_an_illegal_name(small: OpenedWorkbook, only: Only, text: str) -> None:
    name = OpenedName(text, "Paramètres!$C$5", "", hidden=False)
    assert only(replace(small, names=(*small.names, name))) - {"R20.listed"} == {"R25.name"}


@pytest.mark.parametrize("name", ["Notes/2030", "N" * 32, "'Notes", "EMPREINTE"])
def test_an_illegal_sheet_name(small: OpenedWorkbook, only: Only, name: str) -> None:
    notes = replace(sheet_named(small, "Empreinte"), name=name, cells={})
    found = only(replace(small, sheets=(*small.sheets, notes)))
    assert found - {"R16.unknown", "R20.links"} == {"R25.sheet"}


def test_a_list_that_is_too_long(small: OpenedWorkbook, only: Only) -> None:
    sheet = sheet_named(small, "Paramètres")
    share, base, *others = sheet.validations
    choices = replace(base, first='"' + "choix," * 43 + '"')
    planted = on_sheet(small, "Paramètres", validations=(share, choices, *others))
    assert only(planted) == {"R25.list"}


def test_merges_that_overlap(small: OpenedWorkbook, only: Only) -> None:
    merged = (area("B30:C31"), area("C31:D32"))
    assert only(on_sheet(small, "Paramètres", merged=merged)) == {"R25.merges", "R16.merged"}


def test_an_overlong_text(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Paramètres", "D40", value="m" * 32_768)) == {"R25.length"}
    assert only(with_cell(small, "Paramètres", "D40", value="m" * 32_767)) == set()


def test_where_a_formula_is_unreadable(small: OpenedWorkbook) -> None:
    planted = with_cell(small, "Paramètres", "Z40", formula="SUM(C5")
    assert spots(find_unreadable, planted) == ["Paramètres!Z40"]
    assert shown(find_unreadable, planted) == [("SUM(C5", "")]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("C5+Absente!A1", "Absente!A1"),
        ("PART_ETAT+'axe a'!A1", None),
        ("SUM(X:X)+'Axe A'!Nom+[1]Absente!A1+Tableau1[Total]", None),
        ('IF(A1="#REF!",0,1)', None),
        ("IFERROR(C5,#N/A)", None),
        ("C5+#REF!", "#REF!"),
        ("C5+Part_Autre+Absente!A1", "Part_Autre"),
    ],
)
def test_what_a_formula_misses(small: OpenedWorkbook, text: str, missing: str | None) -> None:
    planted = with_cell(small, "Paramètres", "Z40", formula=text)
    assert spots(find_broken_references, planted) == ["Paramètres!Z40"] * (missing is not None)
    assert shown(find_broken_references, planted) == ([(missing, text)] if missing else [])


def test_a_name_that_leads_nowhere(small: OpenedWorkbook) -> None:
    lost = OpenedName("Perdu", "Absente!$A$1", "Axe A", hidden=False)
    planted = replace(small, names=(*small.names, lost))
    assert spots(find_broken_references, planted) == ["Axe A!"]
    assert shown(find_broken_references, planted) == [("Absente!$A$1", "Absente!$A$1")]


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({"first": "Absente!A1"}, 1),
        ({"second": "Absente!A1"}, 1),
        ({"first": '"Absente!A1"'}, 0),
        ({"first": '"Oui",Absente!A1'}, 0),
    ],
)
def test_a_validation_that_leads_nowhere(
    small: OpenedWorkbook, changes: dict[str, Any], broken: int
) -> None:
    """A list that is written out is no formula."""
    first, *others = sheet_named(small, "Axe A").validations
    planted = on_sheet(small, "Axe A", validations=(replace(first, **changes), *others))
    assert spots(find_broken_references, planted) == ["Axe A!F10"] * broken


def test_a_highlight_that_leads_nowhere(small: OpenedWorkbook) -> None:
    first, *others = sheet_named(small, "Axe A").highlights
    lost = replace(first, areas=(area("C4:D9"), area("A1:A2")), formulas=("C4=0", "Absente!A1"))
    planted = on_sheet(small, "Axe A", highlights=(lost, *others))
    assert spots(find_broken_references, planted) == ["Axe A!C4"]


def test_a_link_that_leads_nowhere(small: OpenedWorkbook) -> None:
    links = (
        OpenedLink((4, 1), "#Absente!A1", ""),
        OpenedLink((5, 1), "#'axe a'!A1", ""),
        OpenedLink((6, 1), "", "https://example.org"),
    )
    planted = on_sheet(small, "Empreinte", links=links)
    assert spots(find_broken_references, planted) == ["Empreinte!B5"]
    assert shown(find_broken_references, planted) == [("#Absente!A1", "")]


@pytest.mark.parametrize(
    ("names", "bad"),
    [
        (["N" * 255], []),
        (["N" * 256], ["N" * 120 + "…"]),
        (["Un", "UN"], ["Un", "UN"]),
        (["Un", "Deux"], []),
        (["_un.2", "\\un"], []),
        (["1er", "A1"], ["1er", "A1"]),
    ],
)
def test_names_that_excel_takes(names: list[str], bad: list[str]) -> None:
    own = tuple(OpenedName(text, "Feuille!$A$1", "", hidden=False) for text in names)
    planted = replace(bare_book(), names=own)
    assert [text for text, _ in shown(find_bad_names, planted)] == bad


def test_one_name_may_stand_in_two_places() -> None:
    own = tuple(OpenedName("Un", "Feuille!$A$1", place, hidden=False) for place in ("", "Axe A"))
    assert spots(find_bad_names, replace(bare_book(), names=own)) == []
    twice = (*own, OpenedName("un", "0", "Axe A", hidden=False))
    assert spots(find_bad_names, replace(bare_book(), names=twice)) == ["Axe A!", "Axe A!"]


@pytest.mark.parametrize(
    ("names", "bad"),
    [
        (["N" * 31, "Notes 'et' plus"], []),
        (["N" * 32], ["N" * 32]),
        (["N" * 29 + "\U0001f600"], []),
        (["N" * 30 + "\U0001f600"], ["N" * 30 + "\U0001f600"]),
        (["'Notes", "Notes'", "  ", "a/b"], ["'Notes", "Notes'", "  ", "a/b"]),
        (["Notes", "NOTES", "Autre"], ["Notes", "NOTES"]),
    ],
)
def test_names_of_sheets_that_excel_takes(names: list[str], bad: list[str]) -> None:
    planted = bare_book(*[replace(BARE, name=name) for name in names])
    assert spots(find_bad_sheet_names, planted) == [f"{name}!" for name in bad]


@pytest.mark.parametrize(
    ("kind", "first", "long"),
    [
        ("list", '"' + "c" * 255 + '"', 0),
        ("list", '"' + "c" * 256 + '"', 1),
        ("list", "c" * 256, 0),
        ("custom", '"' + "c" * 256 + '"', 0),
    ],
)
def test_the_longest_list(small: OpenedWorkbook, kind: str, first: str, long: int) -> None:
    held, *others = sheet_named(small, "Axe A").validations
    planted = on_sheet(small, "Axe A", validations=(replace(held, kind=kind, first=first), *others))
    assert spots(find_long_lists, planted) == ["Axe A!F10"] * long
    assert shown(find_long_lists, planted) == [("c" * 120 + "…", "")] * long


@pytest.mark.parametrize(
    ("merged", "found"),
    [
        ("B2:C3 C3:D4", "C3"),
        ("C3:D4 B2:C3", "C3"),
        ("B2:C3 A3:B5", "A3"),
        ("B2:C3 D2:E3", ""),
        ("B2:C3 D3:E4", ""),
        ("B2:C3 B4:C5", ""),
        ("B2:C3 A2:A3", ""),
        ("B2:C2 C2:D2", "C2"),
        ("B2:B3 B3:B4", "B3"),
        ("A1:A9 B1:B9 H1:H9", ""),
        ("A1:I1 A2:I2 A8:I8", ""),
        ("B2:I9 D4:E5", "D4"),
        ("D2:E3 B3:I4", "B3"),
        ("D2:E3 B3:C4", ""),
        ("D2:E3 F3:G4", ""),
        ("A1:B2 D4:E5 B2:D4", "B2 D4"),
        ("H1:I9 H2:H3", "H2"),
        ("E1:F9 A2:B3", ""),
        ("A5:B6 A1:B2 H5:I6", ""),
    ],
)
def test_which_merges_overlap(merged: str, found: str) -> None:
    sheet = replace(BARE, merged=tuple(area(text) for text in merged.split()))
    assert spots(find_overlapping_merges, bare_book(sheet)) == [
        f"Feuille!{place}" for place in found.split()
    ]


@pytest.mark.parametrize(
    ("changes", "length"),
    [
        ({"formula": "1" * 8192}, None),
        ({"formula": "1" * 8193}, "8193"),
        ({"value": "m" * 32_767}, None),
        ({"value": "m" * 32_768}, "32768"),
        ({"value": "\U0001f600" * 16_384}, "16384"),
        ({"value": "\U0001f600" * 16_383 + "m"}, None),
        ({"value": "m" * 20_000}, None),
    ],
)
def test_what_a_cell_holds(
    small: OpenedWorkbook, changes: dict[str, object], length: str | None
) -> None:
    planted = with_cell(small, "Paramètres", "Z40", **changes)
    assert spots(find_overlong, planted) == ["Paramètres!Z40"] * (length is not None)
    assert shown(find_overlong, planted) == ([(length, "")] if length else [])
