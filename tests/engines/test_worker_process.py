"""A worker that dies, hangs or forgets its children leaves nothing behind but a good message."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from tests.engines.worker_process import WorkerLostError, WorkerProcess

Start = Callable[[str], WorkerProcess]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a worker from its code."""
    workers = []

    def start_worker(code: str) -> WorkerProcess:
        command = [sys.executable, "-c", dedent(code)]
        worker = WorkerProcess(command, tmp_path, os.environ, tmp_path / "log.txt")
        workers.append(worker)
        return worker

    yield start_worker
    for worker in workers:
        worker.kill()
        assert not worker.is_alive()


def test_lines_are_answered_until_the_input_ends(start: Start) -> None:
    echo = start("""
        import sys
        for line in sys.stdin:
            print(line, end="", flush=True)
    """)
    assert echo.ask({"é": [1.5, None]}, timeout=10) == {"é": [1.5, None]}
    assert echo.ask({}, timeout=10) == {}
    assert echo.is_alive()
    echo.close(timeout=10)
    assert not echo.is_alive()


def test_the_last_words_of_a_dead_worker_are_told(start: Start) -> None:
    worker = start("input(); raise SystemExit('le bureau est fermé')")
    with pytest.raises(WorkerLostError, match=r"^the worker died; .*: le bureau est fermé$"):
        worker.ask({}, timeout=10)
    assert not worker.is_alive()


@pytest.mark.slow
def test_a_worker_that_is_late_is_killed_with_its_children(start: Start) -> None:
    """The child shares the worker's output, so its end is what lets the reading end."""
    worker = start("""
        import subprocess, sys, time
        subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        time.sleep(60)
    """)
    began = time.monotonic()
    with pytest.raises(WorkerLostError, match=r"did not answer within 0\.5 seconds"):
        worker.listen(timeout=0.5)
    assert time.monotonic() - began < 30


def test_a_worker_that_does_not_end_is_killed(start: Start) -> None:
    worker = start("import time; time.sleep(60)")
    worker.close(timeout=0.1)
    assert not worker.is_alive()
