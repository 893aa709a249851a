"""An officer at work: the shipped workbook after some edits, as LibreOffice recalculates it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engines.edits import Edit
from tests.engines.libreoffice import LibreOffice
from tests.engines.values import Sheets
from tests.workbook.officers import After


@pytest.fixture
def after(libreoffice: LibreOffice, poisoned: Path) -> After:
    """Return what the poisoned workbook is worth after a script of edits."""

    def run(*edits: Edit) -> Sheets:
        return libreoffice.recalculate(poisoned, list(edits))

    return run
