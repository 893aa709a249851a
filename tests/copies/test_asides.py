"""What was typed beside the tables of the sheets that are no axis, and under their last rows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.copies.bases import Fallback
from generator.copies.reading import read_copy
from generator.reading.source import read_source
from tests.copies.edited import Edited, M, Put, Typed, split, told
from tests.copies.plan import write_plan
from tests.reader.archives import read_archive
from tests.workbook.built import Built

pytestmark = pytest.mark.slow
Told = tuple[str, str, str]


@pytest.fixture
def whole(small: Built, tmp_path: Path) -> Edited:
    """Return a copy with all its sheets: those too that no import reads."""
    return Edited(read_archive(small.path), tmp_path / "copie.xlsx")


class Aside(NamedTuple):
    """What was typed on a sheet, and what is said of it: kind and cell."""

    name: str
    sheet: str
    typed: Mapping[str, Typed]
    said: Mapping[str, str]


ASIDES = (
    Aside(
        "numbers and notes on the right",
        "Synthèse",
        {"K5": 5, "K6": 6, "L6": "à revoir"},
        {"K5": "cell.aside", "L6": "cell.beside"},
    ),
    Aside("a blank cell of a row", "Synthèse", {"G43": 5}, {"G43": "cell.aside"}),
    Aside(
        "beside the chart",
        "Synthèse",
        {"B25": "Mon calcul", "C25": 5},
        {"B25": "cell.beside", "C25": "cell.under"},
    ),
    Aside("under the ceilings", "Synthèse", {"C57": 5, "D57": 6}, {"C57": "cell.under"}),
    Aside("right of the register", "Financement", {"AB70": 7}, {"AB70": "cell.aside"}),
    Aside("between two tables", "Financement", {"D25": 5}, {"D25": "cell.under"}),
    Aside("under the register", "Financement", {"D96": 5}, {"D96": "funding.below"}),
    Aside("under its word", "Financement", {"G96": 5}, {"G96": "cell.under"}),
    Aside(
        "under the rates",
        "Paramètres",
        {"A22": "USD", "C22": 600},
        {"A22": "cell.beside", "C22": "cell.under"},
    ),
    Aside("right of the parameters", "Paramètres", {"E5": 5}, {"E5": "cell.aside"}),
    Aside("under the parameters", "Paramètres", {"C75": 5}, {"C75": "cell.under"}),
    Aside("under the last activity", "PTA", {"H21": 5}, {"H21": "cell.under"}),
    Aside("on the row of inserted rows", "PTA", {"H22": 5}, {"H22": "cell.under"}),
    Aside("under the total of the year", "PTA", {"F25": 5}, {"F25": "cell.under"}),
    Aside("right of the quarters", "PTA", {"Z7": 5}, {"Z7": "cell.aside"}),
    Aside("between the structures", "Structures", {"F15": 5}, {"F15": "cell.under"}),
    Aside("right of the structures", "Structures", {"N6": 5}, {"N6": "cell.aside"}),
    Aside("under the adjustments", "Ajustements", {"D400": 5}, {"D400": "cell.under"}),
    Aside("right of the adjustments", "Ajustements", {"T4": "vu"}, {"T4": "cell.beside"}),
)
SEVERITIES = {
    "cell.beside": "remarque", "cell.aside": "remarque", "cell.under": "alerte",
    "funding.below": "erreur",
}  # fmt: skip


@pytest.mark.parametrize("case", ASIDES, ids=lambda case: f"{case.sheet} {case.name}")
def test_what_stands_beside_a_table_is_told(whole: Edited, case: Aside) -> None:
    for cell, value in case.typed.items():
        whole.put(case.sheet, cell, value)
    copy = whole.read()
    assert sorted(told(copy)) == sorted(
        (SEVERITIES[kind], kind, f"{case.sheet}!{cell}") for cell, kind in case.said.items()
    )
    assert copy.version.revised == copy.version.base


def test_the_first_is_shown_and_the_others_are_counted(whole: Edited) -> None:
    for row in range(5, 9):
        whole.put("Synthèse", f"K{row}", row)
    (said,) = whole.read().findings
    assert (said.cell, said.found) == ("K5", "5 (et 3 autres)")


@pytest.mark.parametrize(
    ("sheet", "col", "title"),
    [
        ("Synthèse", "F", "Coût total"),
        ("Financement", "G", "Part"),
        ("PTA", "L", "Reste à répartir"),
        ("Structures", "E", "Montant concerné"),
        ("Ajustements", "F", "Écart"),
    ],
)
def test_a_column_that_nothing_reads_is_gone(
    whole: Edited, sheet: str, col: str, title: str
) -> None:
    copy = whole.delete_column(sheet, col).read()
    assert told(copy) == [("remarque", "column.gone", sheet)]
    assert copy.findings[0].found == f"« {title} »"
    assert copy.version.revised == copy.version.base


@pytest.mark.parametrize("sheet", ["Synthèse", "Financement", "PTA"])
def test_rows_inserted_above_a_table_are_not_taken_for_others(whole: Edited, sheet: str) -> None:
    assert told(whole.insert_row(sheet, 6).read()) == []


def test_a_quarter_of_a_row_that_lost_its_key(whole: Edited) -> None:
    """A-1's: the sheet shows it still, and nothing knows whose it is."""
    copy = whole.put("PTA", "O7", None).put("PTA", "I7", 11).read()
    assert told(copy) == [("alerte", "quarters.gone", "PTA"), ("alerte", "cell.under", "PTA!H7")]
    assert [own.found for own in copy.findings] == ["A-1", "5 (et 2 autres)"]


def test_a_copy_held_against_another_base_is_not_compared_with_it(
    whole: Edited, tmp_path: Path
) -> None:
    """The source has another rate since: its row is no reason to say anything of the copy's."""
    folder = write_plan(tmp_path / "apres")
    settings = (folder / "plan.toml").read_text(encoding="utf-8")
    (folder / "plan.toml").write_text(settings.replace("EUR", "XEU"), encoding="utf-8")
    whole.put("Paramètres", "E5", 5).delete_sheet("Empreinte")
    copy = read_copy(whole.save(), Fallback(read_source(folder), "source"))
    said = [own for own in told(copy) if own[1].startswith("cell")]
    assert said == [("remarque", "cell.aside", "Paramètres!E5")]


@pytest.mark.parametrize(
    ("sheet", "cell", "typed", "kind"),
    [
        ("Synthèse", "C5", 1, "a formula"),
        ("Financement", "C6", 1, "a formula"),
        ("Synthèse", "C5", None, "a formula emptied"),
        ("Financement", "C6", None, "a formula emptied"),
        ("Paramètres", "C10", 1000, "the tolerance"),
        ("Paramètres", "C9", "p.m.", "the word for no cost"),
    ],
)
def test_what_is_typed_over_the_workbooks_own(
    whole: Edited, sheet: str, cell: str, typed: Put, kind: str
) -> None:
    copy = whole.put(sheet, cell, typed).read()
    assert told(copy) == [("remarque", "cell.over", f"{sheet}!{cell}")], kind
    assert copy.version.revised == copy.version.base


class Over(NamedTuple):
    """What was typed over the formulas of a sheet as long as the plan, and where that is told."""

    name: str
    sheet: str
    typed: Mapping[str, Put]
    cell: str
    found: str


OVERS = (
    Over("an amount of the list", "Activités", {"J6": 5_000}, "J6", "5 000"),
    Over("a code and a label", "Activités", {"A6": "A-9", "E6": "Autre"}, "A6", "A-9 (et 1 autre)"),
    Over("an axis' total of the list", "Activités", {"I18": 1}, "I18", "1"),
    Over("a formula emptied", "Activités", {"I5": None}, "I5", "vide"),
    Over("what is planned", "PTA", {"F7": 12, "F8": 13}, "F7", "12 (et 1 autre)"),
    Over("who is responsible", "PTA", {"C7": "DGTCP"}, "C7", "DGTCP"),
    Over("the total of the year", "PTA", {"F23": 12}, "F23", "12"),
    Over("a structure's total", "Structures", {"E6": 12}, "E6", "12"),
    Over("a text over a structure's total", "Structures", {"E6": "texte"}, "E6", "texte"),
    Over("a structure's total emptied", "Structures", {"E6": None}, "E6", "vide"),
    Over("an axis' difference", "Ajustements", {"G6": 12}, "G6", "12"),
    Over("a line of the register", "Ajustements", {"C15": "Autre"}, "C15", "Autre"),
)


@pytest.mark.parametrize("case", OVERS, ids=lambda case: f"{case.sheet} {case.name}")
def test_what_is_typed_over_a_sheet_as_long_as_the_plan(whole: Edited, case: Over) -> None:
    for cell, value in case.typed.items():
        whole.put(case.sheet, cell, value)
    copy = whole.read()
    assert told(copy) == [("remarque", "cell.over", f"{case.sheet}!{case.cell}")]
    assert copy.findings[0].found == case.found
    assert copy.version.revised == copy.version.base


def paste_values(edited: Edited, sheet: str, rows: range) -> None:
    for cell in edited.tree(edited.part(sheet)).iter(f"{M}c"):
        for formula in cell.findall(f"{M}f"):
            if split(cell.attrib["r"])[1] in rows:
                cell.remove(formula)


@pytest.mark.parametrize("sheet", ["Activités", "PTA", "Structures", "Ajustements", "Synthèse"])
def test_a_sheet_pasted_as_values_is_told_once(whole: Edited, sheet: str) -> None:
    paste_values(whole, sheet, range(1, 1000))
    copy = whole.read()
    assert told(copy) == [("remarque", "sheet.values", sheet)]
    assert copy.version.revised == copy.version.base


def test_the_lines_of_the_list_pasted_as_values(whole: Edited) -> None:
    paste_values(whole, "Activités", range(5, 16))
    copy = whole.put("Activités", "J6", 5_000).read()
    assert told(copy) == [("remarque", "cell.over", "Activités!A5")]
    assert copy.version.revised == copy.version.base


@pytest.mark.parametrize(
    ("sheet", "place"),
    [
        ("Synthèse", 4), ("Paramètres", 3), ("PTA", 7), ("Structures", 4), ("Ajustements", 5),
        ("Activités", 8), *(("Financement", place) for place in (0, 6, 9, 10, 12, 19)),
    ],
)  # fmt: skip
def test_a_blank_column_inserted(whole: Edited, sheet: str, place: int) -> None:
    """On *Financement* two tables have their own header, of which one is wider."""
    assert told(whole.insert_column(sheet, place).read()) == []
