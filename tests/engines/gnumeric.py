"""Gnumeric as a second judge: its `ssconvert` recalculates a workbook in a second or less."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.engines.stored import stored_values
from tests.engines.values import Sheets

TIMEOUT = 60.0


class GnumericError(RuntimeError):
    """`ssconvert` did not write the workbook."""


def available() -> str | None:
    """Return why Gnumeric cannot be used, or None if it can."""
    return None if shutil.which("ssconvert") else "ssconvert (gnumeric) is not installed"


def recalculate(path: Path) -> Sheets:
    """Return the value of every cell that is not blank, all formulas recalculated.

    A formula Gnumeric cannot read (a sheet name with an apostrophe) gives an error cell.
    """
    with TemporaryDirectory(prefix="gnumeric-") as folder:
        target = Path(folder) / "recalculated.xlsx"
        _convert(path, target, home=folder)
        return stored_values(target)


def _convert(source: Path, target: Path, home: str) -> None:
    program = shutil.which("ssconvert")
    if program is None:
        raise GnumericError(available())
    done = subprocess.run(
        [program, "--recalc", str(source), str(target)],
        env={**os.environ, "HOME": home, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    if done.returncode != 0 or not target.exists():
        message = f"ssconvert could not recalculate {source}: {done.stderr.strip()}"
        raise GnumericError(message)
