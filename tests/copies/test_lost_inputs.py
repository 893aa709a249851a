"""Rows of inputs that were deleted whole, with the base that stood on them: nothing goes unseen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.copies.bases import Fallback
from generator.copies.reading import read_copy
from generator.merging.changes import Nature
from generator.merging.facts import Kind
from generator.reading.source import read_source
from generator.returning.applying import apply_session
from generator.returning.session import Options, open_session
from tests.copies.edited import Edited, Put, told
from tests.copies.plan import FUNDINGS, write_plan
from tests.copies.returned import come_back, said

REGISTER, PTA, SETTINGS = "Financement", "PTA", "Paramètres"
UNICEF, YEAR, ROW_1, ROW_2, EURO = 66, 4, 7, 8, 20
"""Rows of a pledge in the register, of the year and two activities in *PTA*, of a rate."""

CORRECTED = FUNDINGS.replace(";20;", ";25;")
"""The file of fundings, where the pledge's amount was corrected since the copy was made."""


def test_a_funding_whose_row_is_deleted_is_deleted(edited: Edited, source: Path) -> None:
    found = come_back(edited.delete_row(REGISTER, UNICEF), source)
    assert said(found) == [("alerte", "funding.gone", REGISTER)]
    assert found.copies[0].findings[0].found == "UNICEF, A, 2031, 20"
    assert {(own.nature, own.key.kind, own.key.code) for own in found.changes} == {
        (Nature.DELETED, Kind.FUNDING, "UNICEF · A · 2031 · -")
    }


def test_what_nothing_tells_any_more_is_an_error(edited: Edited, source: Path) -> None:
    (source / "financements.csv").write_text(CORRECTED, encoding="utf-8")
    found = come_back(edited.delete_row(REGISTER, UNICEF), source)
    assert said(found) == [("erreur", "funding.lost", REGISTER)]
    assert found.copies[0].findings[0].found == "1"
    assert found.changes == ()


def test_the_same_copy_again_says_nothing_new(edited: Edited, source: Path) -> None:
    found = come_back(edited.delete_row(REGISTER, UNICEF), source)
    apply_session(found, datetime(2026, 11, 25, tzinfo=UTC))
    again = open_session(source, [found.copies[0].path])
    assert said(again) == []
    assert again.changes == ()
    assert "UNICEF" not in (source / "financements.csv").read_text(encoding="utf-8")


def test_a_base_tells_it_again(edited: Edited, source: Path, tmp_path: Path) -> None:
    """The pledge was corrected here and deleted there: that clashes."""
    (tmp_path / "then").mkdir()
    base = Options(base=write_plan(tmp_path / "then"))
    (source / "financements.csv").write_text(CORRECTED, encoding="utf-8")
    found = come_back(edited.delete_row(REGISTER, UNICEF), source, base)
    assert said(found) == [("alerte", "base.given", "")]
    assert [own.key.kind for own in found.conflicts] == [Kind.FUNDING]


def test_a_base_that_is_not_needed_is_not_taken(edited: Edited, source: Path) -> None:
    copy = read_copy(edited.save(), Fallback(read_source(source), "source"))
    assert told(copy) == []


@pytest.mark.parametrize(("row", "code"), [(ROW_1, "A-1"), (ROW_2, "A-2")])
def test_a_row_of_the_work_plan_deletes_no_quarters(
    row: int, code: str, edited: Edited, source: Path
) -> None:
    found = come_back(edited.delete_row(PTA, row), source)
    assert ("alerte", "quarters.gone", PTA) in said(found)
    assert code in {own.found for own in found.copies[0].findings}
    assert found.changes == ()


def test_the_year_of_the_work_plan(edited: Edited, source: Path) -> None:
    found = come_back(edited.delete_row(PTA, YEAR), source)
    assert said(found) == [("alerte", "year.gone", PTA)]
    assert found.changes == ()


def test_a_locked_rate(edited: Edited, source: Path) -> None:
    found = come_back(edited.put(SETTINGS, f"C{EURO}", 650), source)
    assert said(found) == [("erreur", "rate.changed", f"{SETTINGS}!C{EURO}")]
    assert found.changes == ()


@pytest.mark.parametrize(
    ("sheet", "typed", "found"),
    [
        (REGISTER, {"D63": "Combien"}, "« Montant »"),
        (REGISTER, {"I63": None}, "« Ligne »"),
        (PTA, {"H5": "T1"}, "« 1er trimestre »"),
        ("Synthèse", {"B51": "Plafond A"}, "« Plafond de la feuille Axe A »"),
    ],
)
def test_a_sheet_that_cannot_be_read_says_what_it_lacks(
    sheet: str, typed: Mapping[str, Put], found: str, edited: Edited, source: Path
) -> None:
    for address, value in typed.items():
        edited.put(sheet, address, value)
    opened = come_back(edited, source)
    told_of = {own.rule: own.found for own in opened.copies[0].findings}
    assert told_of["sheet.absent"] == found
    assert opened.changes == ()
    assert "base.lost" not in told_of
