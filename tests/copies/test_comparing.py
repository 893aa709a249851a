"""A base that cannot be what the plan was is told, whatever part of it was touched or lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.returning.session import Options
from tests.copies.edited import Edited, Put
from tests.copies.plan import write_plan
from tests.copies.returned import come_back, said

pytestmark = pytest.mark.slow

A, PTA, REGISTER = "Axe A", "PTA", "Financement"
STATUSES = "code;statut;motif\nA-2;reportée;Faute de crédits\nA-1;maintenue;\n"
"""The file of statuses after a colleague's status came in."""


@pytest.fixture
def since(source: Path) -> Path:
    """Return the folder, where amounts and statuses were changed since."""
    matrix = source / "matrice.csv"
    text = matrix.read_text(encoding="utf-8-sig")
    assert text.count("Deuxième étude") == 1
    matrix.write_text(text.replace("Deuxième étude", "Seconde étude"), encoding="utf-8-sig")
    (source / "statuts.csv").write_text(STATUSES, encoding="utf-8")
    return source


def test_a_forced_older_copy_does_not_undo_what_came_since(edited: Edited, since: Path) -> None:
    """Without its marks it would be held against the plan of today: A-1's status would go."""
    found = come_back(edited.delete_column(A, "R"), since, Options(forced=True))
    wrong = [own for own in found.copies[0].findings if own.severity == "erreur"]
    assert [(own.rule, own.sheet) for own in wrong] == [("base.other", "Empreinte")]
    assert wrong[0].found == "source : matrice.csv, statuts.csv"


def test_its_own_base_settles_it(edited: Edited, since: Path, tmp_path: Path) -> None:
    (tmp_path / "then").mkdir()
    base = Options(base=write_plan(tmp_path / "then"), forced=True)
    found = come_back(edited.put(A, "G10", 21).delete_column(A, "R"), since, base)
    assert "base.other" not in {own.rule for own in found.copies[0].findings}
    assert [(own.key.code, own.field, own.after) for own in found.changes] == [("A-1", "2031", 21)]


def test_a_base_that_is_not_the_copys(edited: Edited, since: Path) -> None:
    """It is given for a copy whose register lost a column of its base."""
    found = come_back(edited.delete_column(REGISTER, "M"), since, Options(base=since))
    assert ("erreur", "base.other", "Empreinte") in said(found)


@pytest.mark.parametrize(
    ("sheet", "typed", "cell"),
    [
        (A, {"P11": "maintenue", "W11": "maintenue"}, "Axe A!W11"),
        (REGISTER, {"D66": 25, "M66": 25}, "Financement!B66"),
        (PTA, {"H7": 9, "Q7": 9}, "PTA!H7"),
    ],
)
def test_an_input_typed_over_with_its_base(
    sheet: str, typed: dict[str, Put], cell: str, edited: Edited, source: Path
) -> None:
    for address, value in typed.items():
        edited.put(sheet, address, value)
    found = come_back(edited, source)
    assert ("erreur", "base.touched", cell) in said(found)


def test_a_pledge_whose_base_was_cleared_is_not_called_deleted(
    edited: Edited, source: Path
) -> None:
    found = come_back(edited.put(REGISTER, "M66", None), source)
    rules = {rule for _, rule, _ in said(found)}
    assert ("erreur", "base.touched", "Financement!B66") in said(found)
    assert "funding.gone" not in rules


def test_a_code_retyped_on_a_sheet_without_keys(edited: Edited, source: Path) -> None:
    found = come_back(edited.put(A, "A10", "A-70").delete_column(A, "S"), source)
    assert ("erreur", "code.strange", "Axe A!A10") in said(found)


def test_a_code_retyped_on_an_older_copy_without_keys(edited: Edited, since: Path) -> None:
    found = come_back(edited.put(A, "A10", "A-70").delete_column(A, "S"), since)
    assert ("alerte", "code.unknown", "Axe A!A10") in said(found)


def test_a_label_of_an_older_copy(edited: Edited, since: Path) -> None:
    """B11 is as it was, the matrix is not; B10 was typed over. Nobody can tell which is which."""
    found = come_back(edited.put(A, "B10", "Autre intitulé"), since)
    assert said(found) == [
        ("alerte", "text.differs", "Axe A!B10"),
        ("alerte", "text.differs", "Axe A!B11"),
    ]
    assert found.changes == ()


def test_a_label_of_a_copy_of_today(edited: Edited, source: Path) -> None:
    found = come_back(edited.put(A, "C10", "MAE"), source)
    assert said(found) == [("erreur", "text.changed", "Axe A!C10")]


def test_spaces_around_a_known_code(edited: Edited, source: Path) -> None:
    found = come_back(edited.put(A, "A10", " A-1 "), source)
    assert said(found) == [("remarque", "code.tidied", "Axe A!A10")]


def test_the_date_of_a_locked_rate(edited: Edited, source: Path) -> None:
    found = come_back(edited.put("Paramètres", "D20", "hier"), source)
    assert said(found) == [("erreur", "rate.changed", "Paramètres!D20")]


def test_rows_sorted_without_all_their_columns_are_told_once(edited: Edited, source: Path) -> None:
    """Their labels went with the codes: each is another activity's, and no other error."""
    edited.put(A, "A10", "A-2").put(A, "B10", "Deuxième étude")
    found = come_back(edited.put(A, "A11", "A-1").put(A, "B11", "Première étude"), source)
    assert said(found) == [("erreur", "rows.parted", "Axe A!A10")]
