"""Engines as fixtures: a test that asks for one gets its marker, and skips where it is missing.

A conftest.py makes them known to the tests below it by importing `gnumeric`, `libreoffice` and
`pytest_collection_modifyitems`. Only one should: each would start an office of its own.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.engines import gnumeric as gnumeric_engine
from tests.engines import libreoffice as libreoffice_engine
from tests.engines.libreoffice import LibreOffice
from tests.engines.values import Engine

ENGINES = ("libreoffice", "gnumeric")
SLOW = {"checking", "mutants", "proof", "reader", "recovery", "rules"}
"""Folders whose tests open whole workbooks again and again: `make fast` leaves them out."""


def require(missing: str | None) -> None:
    """Skip the test if something is missing; in continuous integration, fail it."""
    if missing is None:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI=true: {missing}", pytrace=False)
    pytest.skip(missing)


@pytest.fixture(scope="session")
def libreoffice() -> Iterator[LibreOffice]:
    """Return the one office of this test process."""
    require(libreoffice_engine.available())
    with LibreOffice() as office:
        yield office


@pytest.fixture(scope="session")
def gnumeric() -> Engine:
    """Return Gnumeric."""
    require(gnumeric_engine.available())
    return gnumeric_engine


@pytest.hookimpl(tryfirst=True)  # before `-m` chooses among the marked
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test with the engines among its fixtures, and what is slow as a whole."""
    for item in items:
        if item.path.parent.name in SLOW:
            item.add_marker("slow")
        for engine in ENGINES:
            if engine in getattr(item, "fixturenames", ()):
                item.add_marker(engine)
