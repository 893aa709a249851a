"""A fault planted in a copy of the tree, and what a witness says of it there."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.mutants.driver import Request

TREE = ("generator", "source", "tests")
"""What a witness needs beside the settings of pytest, which are in pyproject.toml."""

SETTINGS = "pyproject.toml"
SECONDS = 120
"""After how long the witness of a fault is given up, by the clock: other work makes it longer."""

LATER = 3600
COMPILED = ("tests/model", "tests/proof", "tests/reading", "tests/rules", "tests/workbook")
"""What is compiled once for each copy of the tree, with all that it imports."""

_REPORTED = re.compile(r"^(?:FAILED|ERROR) (\S+?)(\[.*?\])?(?: - .*)?$", re.MULTILINE)


class Mutant(NamedTuple):
    """A seeded fault: what it stands for, where, which text it replaces, and who must see it.

    `witness` is a test by its node id, whatever its parameters or with those it must fail for;
    `says` is a part of what it then prints.
    """

    name: str
    meaning: str
    path: str
    before: str
    after: str
    witness: str
    says: str = ""


class Report(NamedTuple):
    """What a run of tests said: its status, the tests that failed, all that it printed.

    A test that has parameters is there with them and without.
    """

    status: int
    failed: frozenset[str]
    output: str


def copy_tree(target: Path) -> Path:
    """Return the copy of the tree, with what is compiled of it so far."""
    leave = shutil.ignore_patterns(".*", "mutants")
    for name in TREE:
        shutil.copytree(name, target / name, ignore=leave)
    shutil.copy2(SETTINGS, target / SETTINGS)
    (target / "build").mkdir()
    return target


@contextmanager
def planted(mutant: Mutant, tree: Path) -> Iterator[None]:
    """Have the text replaced, which must stand exactly once in its file; put it back after.

    The file looks newer meanwhile, so that what was compiled from it is not used.
    """
    place = tree / mutant.path
    content, times = place.read_bytes(), place.stat()
    text = content.decode("utf-8")
    count = text.count(mutant.before)
    assert count == 1, f"{mutant.name}: « {mutant.before} » stands {count} times in {mutant.path}"
    place.write_bytes(text.replace(mutant.before, mutant.after).encode("utf-8"))
    os.utime(place, (times.st_atime + LATER, times.st_mtime + LATER))
    try:
        yield
    finally:
        place.write_bytes(content)
        os.utime(place, (times.st_atime, times.st_mtime))


class Driver:
    """The program `driver.py`, with a copy of the tree to run tests in."""

    def __init__(self, folder: Path) -> None:
        self.tree = copy_tree(folder / "tree")
        kept = {key: text for key, text in os.environ.items() if not key.startswith("PYTEST_")}
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("driver.py").absolute())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=folder,
            env=kept | {"PYTHONDONTWRITEBYTECODE": "1"},
            text=True,
        )
        self.run("--collect-only", *COMPILED, compiling=True)

    def run(self, *tests: str, compiling: bool = False, seconds: int = SECONDS) -> Report:
        """Return what the tests say when they run in the tree, in a process of their own.

        One that is given up after so many seconds has a negative status.
        """
        assert self._process.stdin
        assert self._process.stdout
        output = self.tree / "output.txt"
        request: Request = {
            "tree": str(self.tree),
            "tests": list(tests),
            "output": str(output),
            "seconds": seconds,
            "compiling": compiling,
        }
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        status = int(self._process.stdout.readline())
        text = output.read_text(encoding="utf-8")
        return Report(status, frozenset(_failed(text)), text)

    def close(self) -> None:
        """End the program."""
        with self._process:
            pass


def _failed(output: str) -> Iterator[str]:
    """Yield the tests that the output's summary lists, with and without their parameters."""
    for test, parameters in _REPORTED.findall(output):
        yield test
        yield test + parameters


def check_caught(driver: Driver, mutant: Mutant) -> None:
    """Fail unless the mutant's witness, by name, reports it."""
    with planted(mutant, driver.tree):
        report = driver.run("-x", mutant.witness)
    assert report.status == 1, f"{mutant.name}: {mutant.witness}\n{report.output}"
    assert mutant.witness in report.failed, report.output
    assert mutant.says in report.output, report.output
