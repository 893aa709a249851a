"""The shipped workbook, opened once, as a copy to be changed."""

from __future__ import annotations

import pytest

from generator.reader import open_workbook
from tests.checking.copies import Copy
from tests.workbook.built import Built


@pytest.fixture(scope="session")
def copy(shipped: Built) -> Copy:
    """Return the shipped workbook as it was written."""
    return Copy(shipped, open_workbook(shipped.path))
