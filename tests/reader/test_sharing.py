"""Shared formulas, unfolded as openpyxl's translator does, and by hand where it does not."""

from __future__ import annotations

import pytest
from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter

from generator.reader.sharing import Master

FORMULAS = (
    "A1",
    "$A$1+A$1+$A1",
    "SUM(B2:B6)",
    "SUM($B$2:B6,C$1)",
    "SUM(A:A)+SUM($B:C)",
    "SUM(1:1)+SUM(2:$3)",
    "'Axe I'!B2*Part_Etat",
    "'L''axe A1'!B2",
    "Contrôles!A3",
    "AXE1!B2+B2",
    'IF(A1="B2","C3 ""D4""",E5)',
    "LOG10(A1)+ATAN2(B1,C1)",
    "1E5+A1*2E-3",
    "COUNTIF('Axe I'!$T$6:$T$179,Paramètres!$C$31)",
    "INDEX(B2:D9,MATCH(A5,B2:B9,0),2)",
    "A1:B2 B1:B9",
    "#REF!+A1",
    "-A1%",
    "{1,2;3,4}*A1",
    "Sheet1:Sheet3!A1+B2",
    "Tableau1[Montant]+A1",
    "é1+A1",
    "x.A1+A1",
    "IF(A10,TRUE,FALSE)",
)
MOVES = ((0, 0), (1, 0), (0, 1), (5, 3), (100, 30))


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize(("rows", "cols"), MOVES)
def test_as_openpyxl_translates(formula: str, rows: int, cols: int) -> None:
    place = f"{get_column_letter(5 + cols)}{10 + rows}"
    wanted = Translator(f"={formula}", origin="E10").translate_formula(place)
    assert "=" + Master(9, 4, formula).formula_at(9 + rows, 4 + cols) == wanted


@pytest.mark.parametrize(
    ("formula", "to", "wanted"),
    [
        ("A1+$A$1", (8, 4), "#REF!+$A$1"),  # above the first row
        ("A1+B1", (9, 3), "#REF!+A1"),
        ("XFD1", (9, 5), "#REF!"),
        ("ZZZ1+A1", (10, 4), "ZZZ1+A2"),  # beyond the last column: a name
        ("A9999999+A1", (10, 4), "A9999999+A2"),
        ("[1]Feuil1!A1", (10, 4), "[1]Feuil1!A2"),
        ("Tableau1[[#This Row],[A1]]*A1", (10, 4), "Tableau1[[#This Row],[A1]]*A2"),
        ('"A1', (10, 4), '"A2'),  # a text that does not end
    ],
)
def test_by_hand(formula: str, to: tuple[int, int], wanted: str) -> None:
    assert Master(9, 4, formula).formula_at(*to) == wanted
