"""Each fault of `in_returns`, planted in a copy of the tree, is reported by its witness."""

from __future__ import annotations

import pytest

from tests.mutants.in_returns import MUTANTS
from tests.mutants.planted import Driver, Mutant, check_caught


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_fault_is_caught(driver: Driver, mutant: Mutant) -> None:
    check_caught(driver, mutant)
