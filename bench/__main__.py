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


def compare(size: int, runs: int) -> None:
    """Print the medians of the build and of the floor at one size, and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_plan(folder, size)
        measure("prepare", folder)
        pairs = [(measure("build", folder), measure("floor", folder)) for _ in range(runs)]
    built = statistics.median(pair[0]["seconds"] for pair in pairs)
    floor = statistics.median(pair[1]["seconds"] for pair in pairs)
    ratio = statistics.median(pair[0]["seconds"] / pair[1]["seconds"] for pair in pairs)
    peak = statistics.median(pair[0]["peak"] for pair in pairs)
    per_activity = built / size * 1e6
    print(
        f"{size:>7} activités  construire {built:7.3f} s  plancher {floor:7.3f} s  "
        f"rapport {ratio:5.2f}  ({per_activity:6.0f} µs et {peak / size * 1024:6.0f} Kio "
        f"par activité, {peak:.0f} Mio au plus)"
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
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_plan(folder, size)
        measure("copies1", folder)
        pairs = [(measure("import", folder), measure("pass", folder)) for _ in range(runs)]
    brought, passed = (statistics.median(pair[i]["seconds"] for pair in pairs) for i in (0, 1))
    ratio = statistics.median(a["seconds"] / b["seconds"] for a, b in pairs)
    print(
        f"{size:>7} activités  importer {brought:7.3f} s  parcours par openpyxl {passed:7.3f} s  "
        f"rapport {ratio:5.2f}"
    )


def merges(size: int, runs: int) -> None:
    """Print a merge of twenty copies against one of ten: twice as long where it is linear."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_plan(folder, size)
        measure("copies20", folder)
        pairs = [(measure("merge20", folder), measure("merge10", folder)) for _ in range(runs)]
    twenty, ten = (statistics.median(pair[i]["seconds"] for pair in pairs) for i in (0, 1))
    ratio = statistics.median(a["seconds"] / b["seconds"] for a, b in pairs)
    print(
        f"{size:>7} activités  fusionner 20 copies {twenty:7.3f} s  10 copies {ten:7.3f} s  "
        f"rapport {ratio:5.2f}"
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
