"""What all tests share: the shipped workbook, built once, and the engines."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.verbs import progress
from tests.engines.fixtures import gnumeric, libreoffice, pytest_collection_modifyitems
from tests.engines.libreoffice import LibreOffice
from tests.engines.poison import poison
from tests.engines.values import Sheets
from tests.unchanged import pytest_terminal_summary
from tests.workbook.built import SOURCE, Built, build

__all__ = ["gnumeric", "libreoffice", "pytest_collection_modifyitems", "pytest_terminal_summary"]


@pytest.fixture(scope="session", autouse=True)
def patience() -> None:
    """Have no command of a test say how far it is, however slow the machine."""
    progress.PATIENCE = 3_600


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the shipped plan's workbook."""
    return build(SOURCE, tmp_path_factory.mktemp("shipped") / "plan.xlsx")


@pytest.fixture(scope="session")
def poisoned(shipped: Built) -> Path:
    """Return the shipped workbook with every stored formula value falsified."""
    target = shipped.path.with_name("poisoned.xlsx")
    assert poison(shipped.path, target) > 5_000
    return target


@pytest.fixture(scope="session")
def recalculated(libreoffice: LibreOffice, poisoned: Path) -> Sheets:
    """Return the shipped workbook as LibreOffice recalculates it from poisoned values."""
    return libreoffice.recalculate(poisoned)
