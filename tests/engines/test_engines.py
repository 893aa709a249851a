"""Each engine gives the values worked out by hand, from a file that stores wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engines import fast
from tests.engines.libreoffice import LibreOffice, OnLoad
from tests.engines.poison import NUMBER, TEXT, poison
from tests.engines.sample import EXPECTED, FORMULAS, write_sample
from tests.engines.stored import stored_values
from tests.engines.values import CellError, Engine, differences

TOTAL = "Axe I", "B7"
SHARE = "Synthèse", "A1"
ONE_MORE = {("Axe I", "B4"): 201.0}


@pytest.fixture
def poisoned(tmp_path: Path) -> Path:
    target = tmp_path / "Plan d'été – empoisonné.xlsx"
    assert poison(write_sample(tmp_path / "sample.xlsx"), target) == len(FORMULAS) + 1
    assert len(differences(EXPECTED, stored_values(target))) == len(FORMULAS) + 1
    return target


def test_libreoffice_calculates(libreoffice: LibreOffice, poisoned: Path) -> None:
    assert differences(EXPECTED, libreoffice.recalculate(poisoned)) == []


def test_gnumeric_calculates(gnumeric: Engine, poisoned: Path) -> None:
    assert differences(EXPECTED, gnumeric.recalculate(poisoned)) == []


def test_fast_engine_calculates(poisoned: Path) -> None:
    assert differences(EXPECTED, fast.recalculate(poisoned)) == []


def test_loading_alone_recalculates(libreoffice: LibreOffice, poisoned: Path) -> None:
    """The profile's setting has taken effect: nothing but loading calculates here."""
    assert differences(EXPECTED, libreoffice.recalculate(poisoned, hard=False)) == []


@pytest.mark.usefixtures("libreoffice")
def test_a_libreoffice_that_keeps_stored_values_is_caught(poisoned: Path) -> None:
    with LibreOffice(OnLoad.NEVER) as office:
        values = office.recalculate(poisoned, hard=False)
    assert values["Axe I"]["B7"] == float(NUMBER)
    assert values["Synthèse"]["A11"] == TEXT
    assert values["Synthèse"]["A5"] == float(NUMBER)
    assert values["Synthèse"]["A7"] is False
    assert values["Axe I"]["B3"] == 100


def test_types_are_told_apart(libreoffice: LibreOffice, gnumeric: Engine, poisoned: Path) -> None:
    """Not by equality, for which True is 1 and an error is its marker's text."""
    for values in (
        libreoffice.recalculate(poisoned),
        gnumeric.recalculate(poisoned),
        fast.recalculate(poisoned),
    ):
        assert type(values["Synthèse"]["A7"]) is bool
        assert type(values["Synthèse"]["A12"]) is CellError
        assert type(values["Synthèse"]["A13"]) is float
        assert type(values["Suivi-évaluation"]["A2"]) is bool
        assert type(values["Suivi-évaluation"]["A3"]) is str
        assert type(values["Suivi-évaluation"]["A4"]) is str
        assert type(values["Suivi-évaluation"]["A5"]) is str


def test_an_edit_moves_what_depends_on_it_in_libreoffice(
    libreoffice: LibreOffice, poisoned: Path
) -> None:
    after = libreoffice.recalculate(poisoned, ONE_MORE)
    assert differences(EXPECTED, after) == [
        "Axe I!B4: expected 200.0, found 201.0",
        "Axe I!B7: expected 600.5, found 601.5",
        "Synthèse!A1: expected 132.11, found 132.33",
        "Synthèse!A4: expected 200.0, found 201.0",
        "Synthèse!A14: expected 600.5, found 601.5",
    ]


def test_an_edit_moves_the_same_in_the_fast_engine(
    libreoffice: LibreOffice, poisoned: Path
) -> None:
    edits = {**ONE_MORE, ("Axe I", "B3"): None, ("Axe I", "B5"): "douze", ("Axe I", "C3"): 4.0}
    after = fast.recalculate(poisoned, edits)
    assert after["Axe I"]["B7"] == 201
    assert after["Synthèse"]["A13"] == 4
    assert differences(libreoffice.recalculate(poisoned, edits), after) == []
