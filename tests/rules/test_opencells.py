from __future__ import annotations

from dataclasses import replace

import pytest

from generator.reader.opened import Look, OpenedName, OpenedWorkbook
from generator.rules.opencells import Inputs, inputs, named_cell
from generator.rules.tokens import address
from tests.rules.planting import (
    bare_book,
    bare_sheet,
    on_sheet,
    sheet_named,
    with_cell,
    with_cells,
    without_sheet,
)


def cells_of(book: OpenedWorkbook, name: str) -> str | None:
    """Return the inputs of a sheet, None where it has none."""
    found = [part for part in inputs(book) if part.sheet.name == name]
    return " ".join(address(cell) for part in found for cell in part.cells) if found else None


def amounts_of(book: OpenedWorkbook, name: str) -> set[str]:
    return {
        address(cell) for part in inputs(book) if part.sheet.name == name for cell in part.amounts
    }


def test_the_sheets_with_inputs(small: OpenedWorkbook) -> None:
    assert [part.sheet.name for part in inputs(small)] == [
        "Axe A", "Axe B", "Synthèse", "Accueil", "Financement", "PTA", "Paramètres",
    ]  # fmt: skip
    assert list(inputs(bare_book())) == []


def test_looks_of_inputs() -> None:
    sheet = bare_sheet({}, {"A1": "Titre"})
    part = Inputs(sheet, ((0, 0), (5, 5)), frozenset())
    assert part.looks() == {(0, 0): sheet.cells[0, 0].look, (5, 5): Look()}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Feuille!$D$7", ("Feuille", (6, 3))),
        ("Feuille!$D$7:$E$9", ("Feuille", (6, 3))),
        ("Feuille!$D$7+Feuille!$E$9", None),
        ("0.5", None),
    ],
)
def test_the_cell_behind_a_name(text: str, place: object) -> None:
    names = (OpenedName("Autre", "Feuille!$A$1", "", hidden=False),)
    book = replace(bare_book(), names=(*names, OpenedName("Part", text, "", hidden=False)))
    assert named_cell(book, "PART") == place
    assert named_cell(book, "Absent") is None


def test_the_inputs_of_an_axis_sheet(small: OpenedWorkbook) -> None:
    assert amounts_of(small, "Axe B") == {f"{col}{row}" for col in "FGH" for row in (10, 11, 12)}
    assert len((cells_of(small, "Axe B") or "").split()) == 18


def test_the_ceilings(small: OpenedWorkbook) -> None:
    ceilings = "C51 D51 E51 C52 D52 E52 C53 D53 E53"
    assert cells_of(small, "Synthèse") == ceilings
    assert amounts_of(small, "Synthèse") == set(ceilings.split())
    assert cells_of(with_cell(small, "Synthèse", "B4", value="Autre"), "Synthèse") is None
    gone = {f"B{row}": {"value": "Autre"} for row in (51, 52, 53)}
    assert cells_of(with_cells(small, "Synthèse", gone), "Synthèse") is None
    edges = {"B3": {"value": "Plafond"}, "B5": {"value": "Plafond"}, "B90": {"value": "Plafond"}}
    assert cells_of(with_cells(small, "Synthèse", edges), "Synthèse") == (
        f"C5 D5 E5 {ceilings} C90 D90 E90"
    )


def test_what_a_copy_says_of_itself(small: OpenedWorkbook) -> None:
    assert cells_of(small, "Accueil") == "B12 B13 B14 B15"
    assert amounts_of(small, "Accueil") == set()
    edges = {"A1": {"value": "Service"}, "A60": {"value": "Version"}}
    assert cells_of(with_cells(small, "Accueil", edges), "Accueil") == "B1 B12 B13 B14 B15 B60"
    gone = {f"A{row}": {"value": None} for row in range(12, 16)}
    assert cells_of(with_cells(small, "Accueil", gone), "Accueil") is None


def test_the_register(small: OpenedWorkbook) -> None:
    rows = range(65, 95)
    assert cells_of(small, "Financement") == " ".join(
        f"{col}{row}" for row in rows for col in "ABCDEF"
    )
    assert amounts_of(small, "Financement") == {f"D{row}" for row in rows}
    assert cells_of(with_cell(small, "Financement", "T96", value=0), "Financement") == " ".join(
        f"{col}{row}" for row in (*rows, 96) for col in "ABCDEF"
    )
    untitled = with_cell(small, "Financement", "E63", value="Autre")
    assert cells_of(untitled, "Financement") == " ".join(
        f"{col}{row}" for row in rows for col in "ABCDF"
    )
    assert cells_of(with_cell(small, "Financement", "B63", value="Autre"), "Financement") is None
    assert cells_of(with_cell(small, "Financement", "T63", value="Autre"), "Financement") is None


def test_a_register_on_the_first_rows_of_its_sheet() -> None:
    titles = {"B1": "Bailleur", "D1": "Montant", "R1": "Repère : ligne à corriger"}
    sheet = replace(bare_sheet({**titles, "R2": 0, "R3": 0}), name="Financement")
    assert cells_of(bare_book(sheet), "Financement") == "B2 D2 B3 D3"
    assert amounts_of(bare_book(sheet), "Financement") == {"D2", "D3"}
    last = replace(bare_sheet({"B1": "x", "B2": "Bailleur"}), name="Financement")
    assert cells_of(bare_book(last), "Financement") is None


def test_the_work_plan(small: OpenedWorkbook) -> None:
    quarters = [f"{col}{row}" for row in range(7, 17) for col in "HIJK"]
    assert cells_of(small, "PTA") == " ".join(["C4", *quarters])
    assert amounts_of(small, "PTA") == set(quarters)
    assert cells_of(with_cell(small, "PTA", "O5", value="Autre"), "PTA") == "C4"
    unnamed = with_cell(small, "PTA", "B4", value=None)
    assert cells_of(unnamed, "PTA") == " ".join(quarters)
    assert cells_of(with_cell(unnamed, "PTA", "O5", value=None), "PTA") is None
    more = with_cells(small, "PTA", {f"O{row}": {"value": "K"} for row in (4, 6, 40)})
    assert cells_of(more, "PTA") == " ".join(
        ["C4", "H6", "I6", "J6", "K6", *quarters, "H40", "I40", "J40", "K40"]
    )
    fewer = with_cell(small, "PTA", "I5", value=None)
    assert "I7" not in amounts_of(fewer, "PTA")
    assert {"H7", "J7", "K7"} <= amounts_of(fewer, "PTA")
    above = with_cells(small, "PTA", {"B1": {"value": "Année du plan de travail"}})
    assert (cells_of(above, "PTA") or "").startswith("C1 C4 H7")


def test_the_parameters(small: OpenedWorkbook) -> None:
    assert cells_of(small, "Paramètres") == "C5 C7 C12 A20 C20 D20"
    assert amounts_of(small, "Paramètres") == set()
    other = with_cell(small, "Paramètres", "B20", value="Autre")
    assert cells_of(other, "Paramètres") == "C5 C7 C12"
    assert cells_of(replace(other, names=()), "Paramètres") is None
    assert cells_of(replace(small, names=()), "Paramètres") == "A20 C20 D20"
    elsewhere = OpenedName("Devise", "Synthèse!$C$5", "", hidden=False)
    kept = tuple(name for name in small.names if name.name != "Devise")
    moved = replace(small, names=(*kept, elsewhere))
    assert cells_of(moved, "Paramètres") == "C5 C7 A20 C20 D20"


@pytest.mark.parametrize("name", ["Synthèse", "Accueil", "Financement", "PTA", "Paramètres"])
def test_a_sheet_that_is_gone_or_empty_has_no_inputs(small: OpenedWorkbook, name: str) -> None:
    assert cells_of(without_sheet(small, name), name) is None
    empty = on_sheet(replace(small, names=()), name, cells={}, frozen=None)
    assert cells_of(empty, name) is None
    assert sheet_named(empty, name).cells == {}


def test_a_currency_on_the_only_row() -> None:
    text = "Autre devise : son code, son taux et la date du taux"
    sheet = replace(bare_sheet({"B1": text}), name="Paramètres")
    assert cells_of(bare_book(sheet), "Paramètres") == "A1 C1 D1"
