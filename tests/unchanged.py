"""What changed in the tree while the tests ran: what failed then may be of neither version.

The command loads modules when a verb needs them, and the faults are planted in a copy of the tree:
both take what stands there at that moment.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest

TREE = ("generator", "tests")
START = time.time()


def find_changed(tree: Path, start: float, end: float) -> list[str]:
    """Return the modules under a folder that were written between two moments."""
    return sorted(str(path) for path in tree.rglob("*.py") if start < path.stat().st_mtime <= end)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell which modules changed since the tests began, if any did."""
    end = time.time()
    changed = [name for folder in TREE for name in find_changed(Path(folder), START, end)]
    if changed:
        terminalreporter.section("changed while the tests ran: run them again")
        terminalreporter.line("\n".join(changed))
