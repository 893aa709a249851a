"""Stored value = recalculated value for every formula, whatever program recalculates."""

from __future__ import annotations

from pathlib import Path

from tests.engines import fast
from tests.engines.stored import formula_cells
from tests.engines.values import Engine, Sheets, differences, error_cells
from tests.workbook.built import Built


def test_no_formula_is_stored_as_an_error(shipped: Built) -> None:
    assert error_cells(shipped.stored) == {}


def test_every_formula_has_a_stored_value(shipped: Built) -> None:
    missing = {
        (sheet, address)
        for sheet, addresses in formula_cells(shipped.path).items()
        for address in addresses
        if address not in shipped.stored[sheet]
    }
    assert missing == set()


def test_libreoffice_agrees(shipped: Built, recalculated: Sheets) -> None:
    assert differences(shipped.stored, recalculated) == []


def test_gnumeric_agrees(shipped: Built, poisoned: Path, gnumeric: Engine) -> None:
    assert differences(shipped.stored, gnumeric.recalculate(poisoned)) == []


def test_fast_engine_agrees(shipped: Built, poisoned: Path) -> None:
    assert differences(shipped.stored, fast.recalculate(poisoned)) == []
