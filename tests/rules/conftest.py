"""The small plan's workbook, built and read once, and what is known of it."""

from __future__ import annotations

import pytest

from generator.reader import open_workbook
from generator.reader.opened import OpenedWorkbook
from generator.rules import find_faults
from generator.workbook import build_folder
from tests.rules.planting import Only
from tests.rules.small_plan import write_small_plan
from tests.workbook.built import Built


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> OpenedWorkbook:
    folder = tmp_path_factory.mktemp("small")
    _, data = build_folder(write_small_plan(folder / "source"))
    path = folder / "small.xlsx"
    path.write_bytes(data)
    return open_workbook(path)


@pytest.fixture(scope="session")
def opened(shipped: Built) -> OpenedWorkbook:
    """Return the shipped plan's workbook as read."""
    return open_workbook(shipped.path)


@pytest.fixture(scope="session")
def only(small: OpenedWorkbook) -> Only:
    before = set(find_faults(small))
    return lambda copy: {fault.rule for fault in find_faults(copy) if fault not in before}
