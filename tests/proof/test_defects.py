"""Defects of the generator that the proof found and that are mended, each by its minimal case.

One that is not mended yet stands here as expected to fail (`strict`), and the drawn plans leave
out what would meet it.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest

from tests.proof.edits import ReserveEdit, edited_folder
from tests.proof.folder import ADOPTED, FRAME, GAPS, MATRIX, MAX_AMOUNT, PUBLISHED, SETTINGS, Folder
from tests.proof.recalculated import workbook

HEADER = (
    "axe;axe_intitule;objectif;objectif_intitule;action;action_intitule;code;activite;responsable;"
    "partenaires;cout_total;2030\n"
)
PRINTED = "niveau;code;intitule;cout_total;2030\n"
GAP = "id;niveau;code;nature;explication;2030\nE1;action;A.1.1;nature;explication;2\n"


def line(code: str, action: str = "A.1.1", amount: int = 1) -> str:
    return f"A;Axe;A.1;Objectif;{action};Action;{code};Activité;;;{amount};{amount}\n"


def built_value(files: Mapping[str, str], name: str) -> object:
    with workbook(Folder(files)) as book:
        return book.built.named(book.shown, name)


def test_published_totals_of_fifteen_digits_can_be_built() -> None:
    half = MAX_AMOUNT // 2
    places = ("action;A.1.1", "objectif;A.1", "axe;A", "plan;")
    printed = PRINTED + "".join(f"{place};Total;{half};{half}\n" for place in places)
    files = {MATRIX: HEADER + line("A-1", amount=half), PUBLISHED: printed}
    assert built_value(files, "Total_Plan") == half


@pytest.mark.parametrize(
    "files",
    [
        {PUBLISHED: PRINTED + "action;A.1.1;Total;3;3\nplan;;Total;3;3\n"},
        {SETTINGS: 'base_totaux = "Publiée"\n'},
    ],
    ids=["no total of the axis", "no total at all"],
)
def test_a_gap_counts_wherever_totals_are_printed(files: dict[str, str]) -> None:
    folder = {MATRIX: HEADER + line("A-1"), GAPS: GAP, **files}
    assert built_value(folder, "Controle_General") == 0
    assert built_value(folder, "Total_Plan") == 3


def test_a_total_may_be_printed_without_its_years() -> None:
    files = {MATRIX: HEADER + line("A-1"), PUBLISHED: PRINTED + "plan;;Total;1;\n"}
    assert built_value(files, "Controle_General") == 0


def test_an_adopted_action_may_lose_its_last_activity() -> None:
    """The document still prints its total, which nothing changes."""
    printed = PRINTED + "action;A.1.2;Total;1;1\naxe;A;Total;2;2\nplan;;Total;2;2\n"
    adopted = HEADER + line("A-1") + line("A-2", action="A.1.2")
    files = {MATRIX: HEADER + line("A-1"), ADOPTED: adopted, PUBLISHED: printed}
    assert built_value(files, "Controle_General") == 0


def test_a_reserve_row_does_not_take_the_code_of_an_adopted_activity() -> None:
    """A-2 left the plan: a new A-2 would pass for it in every later comparison."""
    files = {MATRIX: HEADER + line("A-1"), ADOPTED: HEADER + line("A-1") + line("A-2")}
    with workbook(Folder(files)) as book:
        assert book.built.value(book.shown, "Axe A", "reserve:A.1.1:0", "key") != "A-2"


def test_a_gap_stays_when_its_action_leaves() -> None:
    """A.1.2 was printed with 2 francs more than its activity."""
    adopted = HEADER + line("A-1") + line("A-2", action="A.1.2")
    printed = PRINTED + "action;A.1.2;Total;3;3\naxe;A;Total;4;4\nplan;;Total;4;4\n"
    gaps = GAP.replace("A.1.1", "A.1.2")
    files = {MATRIX: HEADER + line("A-1"), ADOPTED: adopted, PUBLISHED: printed, GAPS: gaps}
    assert built_value(files, "Controle_General") == 0
    assert built_value(files, "Total_Plan") == 3


@pytest.mark.parametrize(
    "lines",
    [
        line("1", action="A.1.1") + line("N2", action="A.1.2"),
        line("AB" + "-1" * 23 + "-9"),
    ],
    ids=["2 is like N2", "51 characters"],
)
def test_a_filled_reserve_row_can_go_into_the_matrix(lines: str) -> None:
    folder = Folder({MATRIX: HEADER + lines})
    edit = ReserveEdit("A.1.1", 0, ("Étude", "", ""), (1,))
    with workbook(folder) as book:
        code = str(book.built.value(book.shown, "Axe A", edit.key, "key"))
    with workbook(edited_folder(folder, [edit], {edit.key: code})) as again:
        assert again.built.named(again.shown, "Controle_General") == 0


def test_no_constant_is_an_empty_text() -> None:
    """Excel counts such a cell as filled, LibreOffice does not."""
    frame = "code;niveau;enonce;indicateur\nA.1;effet;Effet;\n"
    with workbook(Folder({MATRIX: HEADER + line("A-1"), FRAME: frame})) as book:
        empty = {
            (sheet, address)
            for sheet, cells in book.built.stored.items()
            for address, value in cells.items()
            if value == "" and address not in book.formulas[sheet]
        }
    assert empty == set()


def test_the_master_state_tells_errors_and_alerts_apart() -> None:
    """Without a share there is an alert: « tout est conforme1 alerte(s) levée(s) »."""
    with workbook(Folder({MATRIX: HEADER + line("A-1")})) as book:
        state = str(book.built.value(book.shown, "Contrôles", "status", "sheet"))
    assert not any(before.isalpha() and after.isdigit() for before, after in pairwise(state))
