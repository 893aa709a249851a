"""`financements.csv`: the State's credits and the partners' pledges, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.fundings import Funding
from tests.reading.samples import places, read

NAME = "financements.csv"
HEADER = "bailleur;axe;annee;montant;statut;reference"


def file(*rows: str) -> dict[str, str | bytes]:
    return {NAME: "\n".join([HEADER, *rows]) + "\n"}


def test_credits_and_pledges_in_the_files_order(tmp_path: Path) -> None:
    rows = ("Etat;;2016;1 000;confirmé;LF", "PNUD;I;2017;0;Envisagé;", "PNUD;I;2017;5;décaissé;x")
    assert read(tmp_path, file(*rows)).plan.fundings == (
        Funding("Etat", "", 2016, 1000, "confirmé", "LF"),
        Funding("PNUD", "I", 2017, 0, "envisagé", ""),
        Funding("PNUD", "I", 2017, 5, "décaissé", "x"),
    )


def test_no_file_and_an_empty_one_are_no_funding(tmp_path: Path) -> None:
    assert read(tmp_path, {}).plan.fundings == ()
    assert read(tmp_path, file()).plan.fundings == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (";;2016;5;confirmé;", ("cell.empty", "bailleur", "")),
        ("PNUD;;;5;confirmé;", ("cell.empty", "annee", "")),
        ("PNUD;;2016;;confirmé;", ("cell.empty", "montant", "")),
        ("PNUD;;2016;5;;", ("cell.empty", "statut", "")),
        ("PNUD;IX;2016;5;confirmé;", ("code.unknown", "axe", "IX")),
        ("PNUD;;2021;5;confirmé;", ("year.unknown", "annee", "2021")),
        ("PNUD;;deux mille;5;confirmé;", ("year.unknown", "annee", "deux mille")),
        ("PNUD;;02016;5;confirmé;", ("year.unknown", "annee", "02016")),
        (f"PNUD;;{'9' * 5000};5;confirmé;", ("year.unknown", "annee", "9" * 60 + "…")),
        ("PNUD;;2016;-;confirmé;", ("amount.text", "montant", "-")),
        ("PNUD;;2016;PM;confirmé;", ("amount.text", "montant", "PM")),
        ("PNUD;;2016;-5;confirmé;", ("amount.negative", "montant", "-5")),
        ("PNUD;;2016;5,5;confirmé;", ("amount.decimal", "montant", "5,5")),
        ("PNUD;;2016;5;promis;", ("status.unknown", "statut", "promis")),
    ],
)
def test_what_is_refused(tmp_path: Path, line: str, expected: tuple[str, str, str]) -> None:
    found = places(tmp_path, file(line))
    assert [(place.file, place.kind, place.column, place.value) for place in found] == [
        (NAME, *expected)
    ]
