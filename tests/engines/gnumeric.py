"""Gnumeric as a second judge: its `ssconvert` recalculates a workbook in a second or less."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.engines.stored import stored_values
from tests.engines.values import Sheets

TIMEOUT = 60.0
NONE: Mapping[str, str] = {}


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


def save_as(source: Path, target: Path, typed: Mapping[str, str] = NONE) -> None:
    """Write the recalculated workbook as Gnumeric saves it, texts typed into some cells.

    They are cells of the sheet that the workbook opens on: `ssconvert` types into no other.
    """
    with TemporaryDirectory(prefix="gnumeric-") as home:
        _convert(source, target, home, typed)


def _convert(source: Path, target: Path, home: str, typed: Mapping[str, str] = NONE) -> None:
    program = shutil.which("ssconvert")
    if program is None:
        raise GnumericError(available())
    done = subprocess.run(
        [
            program,
            *[f"--set={address}={text}" for address, text in typed.items()],
            "--recalc",
            str(source),
            str(target),
        ],
        env={**os.environ, "HOME": home, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    if done.returncode != 0 or not target.exists():
        message = f"ssconvert could not recalculate {source}: {done.stderr.strip()}"
        raise GnumericError(message)
