"""Runs tests in forks of a process that has the libraries loaded, and no module of the tree.

Loading pandas and pytest anew for each fault would take most of the time. This file is a program
of its own: it reads requests from its standard input, one line of JSON each, and answers with the
status of the run. The tests' output goes to the file that the request names.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
from pathlib import Path
from typing import TypedDict

import pytest

LIBRARIES = ("formualizer", "hypothesis.strategies", "openpyxl", "pandas", "xlsxwriter.workbook")
"""What the tests and the generator load."""

OPTIONS = (
    *("-q", "-rfE", "--tb=short", "-p", "no:cacheprovider", "-p", "no:xdist"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # hypothesis is there before its plugin
)


BROKEN = 70
"""The status of a run that pytest could not even begin."""


class Request(TypedDict):
    """Where to run which tests, where their output goes, after how many seconds to give up.

    `compiling` leaves what is compiled on the way in the tree, for the runs to come.
    """

    tree: str
    tests: list[str]
    output: str
    seconds: int
    compiling: bool


def run(request: Request) -> int:
    """Return the status of pytest in the tree."""
    os.chdir(request["tree"])
    sys.path.insert(0, request["tree"])
    sys.dont_write_bytecode = not request["compiling"]
    signal.alarm(request["seconds"])
    stream = os.open(request["output"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(stream, 1)
    os.dup2(stream, 2)
    own = f"--basetemp={request['tree']}/build/temporary"  # looks into no other run's folders
    return int(pytest.main([*OPTIONS, own, *request["tests"]]))


def answer(request: Request) -> int:
    """Return the status of a run in a fork; a fork that is killed has a negative one."""
    child = os.fork()
    if child == 0:
        try:
            status = run(request)
        except BaseException as problem:  # noqa: BLE001 - the fork must end here, whatever happens
            os.write(1, repr(problem).encode())
            status = BROKEN
        sys.stdout.flush()
        os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main() -> None:
    """Answer requests until there are no more."""
    for name in LIBRARIES:
        importlib.import_module(name)
    sys.path.remove(str(Path(__file__).parent))
    for line in sys.stdin:
        sys.stdout.write(f"{answer(json.loads(line))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
