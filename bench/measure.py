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

import openpyxl

from bench.floor import flatten, write_floor
from generator.model.compute import compute
from generator.reading.source import read_source
from generator.returning.session import open_session
from generator.workbook import build_book, build_workbook

FLAT = "flat.pickle"


def prepare(folder: Path) -> None:
    """Keep the workbook's cells beside the source, for the floor."""
    flat = flatten(compute(build_book(read_source(folder))))
    (folder / FLAT).write_bytes(pickle.dumps(flat))


def write_copies(folder: Path, count: int) -> list[Path]:
    """Write as many copies of the folder's workbook beside it, all alike."""
    content = build_workbook(read_source(folder))
    paths = [folder / f"copie{place}.xlsx" for place in range(count)]
    for path in paths:
        path.write_bytes(content)
    return paths


def pass_over(path: Path) -> int:
    """Return how many cells openpyxl's read-only mode goes through."""
    workbook = openpyxl.load_workbook(path, read_only=True)
    return sum(len(row) for sheet in workbook for row in sheet.iter_rows(values_only=True))


def job(mode: str, folder: Path) -> Callable[[], object]:
    """Return the work to measure, its own preparation done."""
    if mode == "floor":
        flat = pickle.loads((folder / FLAT).read_bytes())  # noqa: S301 - written by `prepare`
        return lambda: write_floor(flat)
    paths = sorted(folder.glob("*.xlsx"))
    if mode == "pass":
        return lambda: pass_over(paths[0])
    if mode == "import":
        return lambda: open_session(folder, paths[:1])
    if mode.startswith("merge"):
        return lambda: open_session(folder, paths[: int(mode.removeprefix("merge"))])
    return lambda: build_workbook(read_source(folder))


def main() -> None:
    """Print the seconds, the size of what was made, and the peak memory."""
    mode, folder = sys.argv[1], Path(sys.argv[2])
    if mode == "prepare":
        prepare(folder)
        return
    if mode.startswith("copies"):
        write_copies(folder, int(mode.removeprefix("copies")))
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
