"""`python -m bench`: building against the floor, at 94, 1 000 and 10 000 activities, in one run.

The floor is bare XlsxWriter writing the very same cells. Runs alternate, medians are compared.
The shipped plan is measured as a whole process against the import of its libraries. An import is
measured against openpyxl's bare pass over the same file, a merge of twenty copies against ten.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from bench.plans import write_plan

SIZES = (94, 1_000, 10_000)
RUNS = 5
LIBRARIES = "import pandas, xlsxwriter"
NO_CACHE = "PYTHONDONTWRITEBYTECODE"
"""Where it is set, the generator is compiled anew at each run, its libraries are not."""


def measure(mode: str, folder: Path) -> dict[str, float]:
    """Return the seconds and the peak memory of one run in a process of its own."""
    command = [sys.executable, "-m", "bench.measure", mode, str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout) if done.stdout else {}
    return found


class Pair(NamedTuple):
    """Two kinds of work on one plan: the medians of their seconds, and of the ratio of a run."""

    first: float
    second: float
    ratio: float
    peak: float


def in_pairs(size: int, prepared: str, modes: tuple[str, str], runs: int) -> Pair:
    """Return how two kinds of work compare at one size, run by turns."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_plan(folder, size)
        measure(prepared, folder)
        pairs = [[measure(mode, folder) for mode in modes] for _ in range(runs)]
    first, second = (
        statistics.median(pair[place]["seconds"] for pair in pairs) for place in (0, 1)
    )
    ratio = statistics.median(one["seconds"] / other["seconds"] for one, other in pairs)
    return Pair(first, second, ratio, statistics.median(one["peak"] for one, _ in pairs))


def compare(size: int, runs: int) -> None:
    """Print the build against the floor, at one size."""
    found = in_pairs(size, "prepare", ("build", "floor"), runs)
    print(
        f"{size:>7} activités  construire {found.first:7.3f} s  plancher {found.second:7.3f} s  "
        f"rapport {found.ratio:5.2f}  ({found.first / size * 1e6:6.0f} µs et "
        f"{found.peak / size * 1024:6.0f} Kio par activité, {found.peak:.0f} Mio au plus)"
    )


def seconds(command: list[str]) -> float:
    """Return the seconds of a whole process."""
    environment = {key: text for key, text in os.environ.items() if key != NO_CACHE}
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return time.perf_counter() - start


def shipped(runs: int) -> None:
    """Print the shipped plan's build, as a process, against the import of its libraries."""
    with tempfile.TemporaryDirectory() as name:
        target = str(Path(name) / "plan.xlsx")
        build = [sys.executable, "-m", "generator", "build", "-o", target]
        bare = [sys.executable, "-c", LIBRARIES]
        seconds(build), seconds(bare)
        pairs = [(seconds(build), seconds(bare)) for _ in range(2 * runs)]
    built, imported = (statistics.median(pair[i] for pair in pairs) for i in (0, 1))
    ratio = statistics.median(a / b for a, b in pairs)
    print(
        f"plan livré, processus entier {built:.3f} s  import des bibliothèques {imported:.3f} s  "
        f"rapport {ratio:.2f}"
    )


def returns(size: int, runs: int) -> None:
    """Print an import against openpyxl's bare pass over the same file, at one size."""
    found = in_pairs(size, "copies1", ("import", "pass"), runs)
    print(
        f"{size:>7} activités  importer {found.first:7.3f} s  "
        f"parcours par openpyxl {found.second:7.3f} s  rapport {found.ratio:5.2f}"
    )


def merges(size: int, runs: int) -> None:
    """Print a merge of twenty copies against one of ten: twice as long where it is linear."""
    found = in_pairs(size, "copies20", ("merge20", "merge10"), runs)
    print(
        f"{size:>7} activités  fusionner 20 copies {found.first:7.3f} s  "
        f"10 copies {found.second:7.3f} s  rapport {found.ratio:5.2f}"
    )


def main() -> None:
    """Print the whole benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--runs", type=int, default=RUNS)
    args = parser.parse_args()
    shipped(args.runs)
    for size in args.sizes:
        compare(size, args.runs)
    for size in args.sizes:
        returns(size, args.runs)
    merges(args.sizes[0], args.runs)


if __name__ == "__main__":
    main()
