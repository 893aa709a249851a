"""A module that is written while the tests run is told."""

from __future__ import annotations

import os
from pathlib import Path

from tests.unchanged import find_changed


def test_what_is_written_meanwhile_is_told(tmp_path: Path) -> None:
    """Neither what was there, nor a fault that is planted, which is of the future."""
    for name, moment in (("before", 10), ("meanwhile", 30), ("planted", 3630)):
        path = tmp_path / f"{name}.py"
        path.touch()
        os.utime(path, (moment, moment))
    assert find_changed(tmp_path, 20, 40) == [str(tmp_path / "meanwhile.py")]
