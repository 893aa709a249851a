"""Faults that only an engine which inserts rows can see: few, since each starts an office."""

from __future__ import annotations

import pytest

from tests.engines import libreoffice
from tests.engines.fixtures import require
from tests.mutants.in_checks import LIBREOFFICE_FAULTS
from tests.mutants.planted import Driver, Mutant, check_caught

pytestmark = pytest.mark.libreoffice


@pytest.mark.parametrize("mutant", LIBREOFFICE_FAULTS, ids=lambda mutant: mutant.name)
def test_a_fault_is_caught(driver: Driver, mutant: Mutant) -> None:
    require(libreoffice.available())
    check_caught(driver, mutant)
