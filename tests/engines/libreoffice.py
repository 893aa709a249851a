"""LibreOffice as the judge: one hidden office that recalculates, edits and re-saves workbooks.

`uno` belongs to the system's Python, so the office is driven by `uno_worker`, a process of that
Python. The office has a throwaway profile that makes it recalculate every file it loads, which
it does not do of its own: by default it keeps the stored values.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from enum import IntEnum
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self, TypeAlias

from tests.engines.edits import Edits, as_json, as_script
from tests.engines.values import CellError, Sheets, Value
from tests.engines.worker_process import WorkerLostError, WorkerProcess

# What the worker gives: sheet -> address -> value, or {"error": name}; nothing after saving.
Answer: TypeAlias = dict[str, dict[str, Value | dict[str, str]]]

START_SECONDS = 90.0
STOP_SECONDS = 15.0

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>{on_load}</value></prop>
<prop oor:name="ODFRecalcMode" oor:op="fuse"><value>{on_load}</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Common/Misc">
<prop oor:name="UseLocking" oor:op="fuse"><value>false</value></prop>
</item>
</oor:items>
"""


class OnLoad(IntEnum):
    """Whether loading a file recalculates its formulas, in LibreOffice's own numbers."""

    ALWAYS = 0
    NEVER = 1


class LibreOfficeError(RuntimeError):
    """LibreOffice is not there, cannot read or write the file, or there is no such sheet."""


class EditRefusedError(LibreOfficeError):
    """A user could not make this edit: the cell is locked, or the sheet protected."""


@cache
def find_office() -> str | None:
    """Return the program `soffice`, if it is on the PATH and has Calc."""
    office = shutil.which("soffice")
    if office is None:
        return None
    has_calc = Path(office).resolve().with_name("scalc").exists() or shutil.which("localc")
    return office if has_calc else None


@cache
def find_uno_python() -> str | None:
    """Return a Python that can import `uno`: the first on the PATH, or LibreOffice's own."""
    for python in dict.fromkeys(_pythons()):
        tried = subprocess.run(
            [python, "-c", "import uno"], env=_environment(), capture_output=True, check=False
        )
        if tried.returncode == 0:
            return python
    return None


def _pythons() -> Iterator[str]:
    for folder in (os.environ.get("PATH", "") + os.pathsep + os.defpath).split(os.pathsep):
        if python := shutil.which("python3", path=folder):
            yield python
    office = find_office()
    if office and (python := shutil.which("python", path=str(Path(office).resolve().parent))):
        yield python


def _environment(**more: str) -> dict[str, str]:
    """Return this environment without what only suits this Python, plus some variables."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, **more}


def available() -> str | None:
    """Return why LibreOffice cannot be used, or None if it can."""
    if find_office() is None:
        return "LibreOffice Calc (soffice) is not installed"
    if find_uno_python() is None:
        return "no Python here can import uno (python3-uno)"
    return None


class LibreOffice:
    """An office for any number of workbooks, one after the other; also a context manager.

    It starts with the first request, and again after a request that it did not survive.
    `timeout` is what one request may take, in seconds.
    """

    def __init__(self, on_load: OnLoad = OnLoad.ALWAYS, timeout: float = 60.0) -> None:
        self._on_load = on_load
        self._timeout = timeout
        self._folder: TemporaryDirectory[str] | None = None
        self._worker: WorkerProcess | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start the office on a new profile, in place of the one before if there is one."""
        self.close()
        office, python = find_office(), find_uno_python()
        if office is None or python is None:
            raise LibreOfficeError(available())
        self._folder = TemporaryDirectory(prefix="libreoffice-", ignore_cleanup_errors=True)
        folder = Path(self._folder.name)
        _write_profile(folder, self._on_load)
        self._worker = WorkerProcess(
            [python, "-m", "engines.uno_worker", office, str(folder)],
            cwd=Path(__file__).parents[1],
            environment=_environment(HOME=str(folder), TMPDIR=str(folder), LC_ALL="C.UTF-8"),
            log=folder / "log.txt",
        )
        try:
            self._worker.listen(START_SECONDS)
        except WorkerLostError:
            self.close()
            raise

    def close(self) -> None:
        """Stop the office and remove its profile; nothing is left running."""
        if self._worker is not None:
            self._worker.close(STOP_SECONDS)
            self._worker = None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def recalculate(self, path: Path, edits: Edits = (), *, hard: bool = True) -> Sheets:
        """Return the value of every cell that is not blank, after the edits; the file stays as is.

        All formulas are calculated once more at the end, unless not `hard`: then only loading
        (see OnLoad) and the edits calculate.
        """
        answer = self._ask("recalculate", path, edits, hard=hard)
        return {
            sheet: {address: _decoded(value) for address, value in cells.items()}
            for sheet, cells in answer.items()
        }

    def save_as(self, source: Path, target: Path, edits: Edits = ()) -> None:
        """Write the edited and recalculated workbook as LibreOffice saves an .xlsx or an .ods."""
        self._ask("save", source, edits, target=str(target.resolve()))

    def _ask(self, action: str, path: Path, edits: Edits, **more: object) -> Answer:
        """Return the worker's result, or raise what it reports."""
        script = [as_json(edit) for edit in as_script(edits)]
        if self._worker is None or not self._worker.is_alive():
            self.start()
        assert self._worker is not None
        request = {"do": action, "path": str(path.resolve()), "edits": script, **more}
        answer = self._worker.ask(request, self._timeout)
        if "refused" in answer:
            raise EditRefusedError(answer["refused"])
        if "failed" in answer:
            raise LibreOfficeError(answer["failed"])
        result: Answer = answer["ok"]
        return result


def _write_profile(folder: Path, on_load: OnLoad) -> None:
    """Make a new user profile in the folder, which holds our settings alone."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    settings = PROFILE.format(on_load=on_load.value)
    (user / "registrymodifications.xcu").write_text(settings, encoding="utf-8")


def _decoded(value: Value | dict[str, str]) -> Value:
    """Return a cell's value, which the worker writes as it is, but for errors."""
    return CellError(value["error"]) if isinstance(value, dict) else value
