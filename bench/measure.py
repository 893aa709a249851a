"""One measured run in a process of its own: `python -m bench.measure MODE FOLDER`.

Prints as JSON the seconds of the work (imports left out) and the process's peak memory in MiB.
"""

from __future__ import annotations

import gc
import json
import pickle
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.floor import flatten, write_floor
from generator.model.compute import compute
from generator.reading.source import read_source
from generator.workbook import build_book, build_workbook

FLAT = "flat.pickle"


def prepare(folder: Path) -> None:
    """Keep the workbook's cells beside the source, for the floor."""
    flat = flatten(compute(build_book(read_source(folder))))
    (folder / FLAT).write_bytes(pickle.dumps(flat))


def job(mode: str, folder: Path) -> Callable[[], object]:
    """Return the work to measure, its own preparation done."""
    if mode == "floor":
        flat = pickle.loads((folder / FLAT).read_bytes())  # noqa: S301 - written by `prepare`
        return lambda: write_floor(flat)
    return lambda: build_workbook(read_source(folder))


def main() -> None:
    """Print the seconds, the size of what was made, and the peak memory."""
    mode, folder = sys.argv[1], Path(sys.argv[2])
    if mode == "prepare":
        prepare(folder)
        return
    gc.disable()  # as the command does
    work = job(mode, folder)
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak": peak}))


if __name__ == "__main__":
    main()
