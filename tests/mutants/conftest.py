"""One driver for the faults that a process plants."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.mutants.planted import Driver


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    """Return a program that runs tests in a copy of the tree."""
    program = Driver(tmp_path_factory.mktemp("driver"))
    yield program
    program.close()
