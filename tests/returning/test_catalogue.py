"""Each line of the catalogue of faults names the tests that prove it, and they are there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

CATALOGUE = Path("docs/catalogue.md")
LINES = range(1, 115)


def proofs() -> list[tuple[int, list[str]]]:
    """Return the number of each line, and the tests that it names."""
    rows = re.findall(r"^\| ([0-9]+) \|.*\| (.*) \|$", CATALOGUE.read_text("utf-8"), re.MULTILINE)
    return [(int(number), re.findall("`([^`]+)`", cell)) for number, cell in rows]


def test_each_line_is_there_once_with_a_proof() -> None:
    found = proofs()
    assert [number for number, _ in found] == list(LINES)
    assert [number for number, tests in found if not tests] == []


@pytest.mark.slow
def test_each_test_that_is_named_exists() -> None:
    named = sorted({f"tests/{own}" for _, tests in proofs() for own in tests})
    modules = sorted({own.partition("::")[0] for own in named})
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:xdist", *modules]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    collected = done.stdout.splitlines()
    whole = {own.partition("[")[0] for own in collected} | set(collected)
    missing = [own for own in named if not _is_there(own, whole)]
    assert missing == []


def _is_there(named: str, collected: set[str]) -> bool:
    """Tell whether a test was collected; `…]` ends the name of several cases."""
    start, cases, _ = named.partition("…")
    if not cases:
        return named in collected
    return any(own.startswith(start) for own in collected)
