"""Mutate the layers of formulas and rules with Cosmic Ray; compare what survives with the list.

    python -m scripts.mutation [--workers N] [--only values.py …]

Each worker has its own copy of the tree under build/mutation; the survivors known, each with its
reason, are in tests/mutants/survivors.toml. Status 1 where one is not listed, or one listed is now
killed, or the score is too low.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
import time
import tomllib
import venv
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from scripts.survivors import Mutated, known_survivors, print_summary, read_change, sum_up

WORK = Path("build/mutation")
RESULT = WORK / "result.json"
TREE = ("generator", "source", "tests", "docs")
GROUP = "mutation"
LEAST_SCORE = 0.95
LEAST_SECONDS, TIMES_LONGER = 20, 5
"""What a run of the tests may take, beside what it takes without mutation: longer is killed."""

NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"

SMALL_PLAN = "tests/rules"
NEVER = "tests/rules/test_sound_workbooks.py"
"""Whole plans, drawn and saved by engines: minutes for each mutant."""

SHIPPED = f"{NEVER}::test_the_shipped_workbook_has_no_fault"


class Suite(NamedTuple):
    """A package and what is run against each of its mutants, the fastest first.

    Where `own` names a folder, a module that has its own tests there is left to these alone.
    """

    package: str
    tests: tuple[str, ...]
    own: str = ""

    def modules(self, only: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
        """Return what is mutated together, with its tests: the package, or module by module."""
        if not self.own:
            return [(self.package, self.tests)]
        found = []
        for path in sorted(Path(self.package).glob("*.py")):
            if path.name not in LEFT_OUT and (not only or path.name in only):
                own = Path(self.own, f"test_{path.name}")
                found.append((str(path), (str(own),) if own.exists() else self.tests))
        return found


def _rules_tests() -> tuple[str, ...]:
    found = sorted(str(path) for path in Path(SMALL_PLAN).glob("test_*.py") if str(path) != NEVER)
    return (*found, SHIPPED)


MUTATED = (
    Suite(
        "generator/model",
        (
            "tests/model/test_values.py",
            "tests/model/test_edges.py",
            "tests/model/test_sharing.py",
            "tests/model/test_functions.py",
            "tests/model/test_formula.py",
            "tests/model/test_precedence.py",
            "tests/model/test_compute.py",
            "tests/model/test_grid.py",
            "tests/model/test_refusals.py",
            "tests/model/test_file_details.py",
            "tests/model/test_frame.py",
            "tests/model/test_writer.py",
        ),
    ),
    Suite("generator/rules", _rules_tests(), SMALL_PLAN),
)

LEFT_OUT = {"place.py", "__init__.py"}
"""Modules without code that runs: protocols."""

_COMPARISONS = (
    ("Eq", "NotEq"), ("NotEq", "Eq"), ("Is", "IsNot"), ("IsNot", "Is"), ("In", "NotIn"),
    ("NotIn", "In"), ("Lt", "LtE"), ("Lt", "GtE"), ("LtE", "Lt"), ("LtE", "Gt"), ("Gt", "GtE"),
    ("Gt", "LtE"), ("GtE", "Gt"), ("GtE", "Lt"),
)  # fmt: skip
_ARITHMETIC = (("Add", "Sub"), ("Sub", "Add"), ("Mul", "Div"), ("Div", "Mul"), ("Pow", "Mul"))
OPERATORS = {
    "AddNot", "ExceptionReplacer", "NumberReplacer", "RemoveDecorator", "ReplaceAndWithOr",
    "ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ReplaceFalseWithTrue",
    "ReplaceOrWithAnd", "ReplaceTrueWithFalse", "ReplaceUnaryOperator_Delete_Not",
    "ReplaceUnaryOperator_USub_UAdd", "ZeroIterationForLoop",
    *[f"ReplaceComparisonOperator_{old}_{new}" for old, new in _COMPARISONS],
    *[f"ReplaceBinaryOperator_{old}_{new}" for old, new in _ARITHMETIC],
}  # fmt: skip
"""What is done to the code. A comparison is turned round and moved by one; the other exchanges that
Cosmic Ray knows (`<` for `!=`, `+` for `>>`) are killed by whatever kills these, or change nothing.
"""


def prepare_tool() -> Path:
    """Return the folder of the tool's programs, installed apart from the project's own tools."""
    wanted = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["dependency-groups"][GROUP]
    place, note = WORK / "venv", WORK / "venv" / "wanted.txt"
    if not note.exists() or note.read_text("utf-8") != "\n".join(wanted):
        venv.create(place, clear=True, with_pip=True)
        pip = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        subprocess.run([*pip, "--disable-pip-version-check", *wanted], check=True)
        note.write_text("\n".join(wanted), "utf-8")
    return (place / "bin").absolute()


def copy_tree(place: Path) -> Path:
    """Return a copy of the tree, without the seeded faults."""
    shutil.rmtree(place, ignore_errors=True)
    leave = shutil.ignore_patterns(".*", "__pycache__", "mutants")
    for name in TREE:
        shutil.copytree(name, place / name, ignore=leave)
    shutil.copy2("pyproject.toml", place)
    return place


def test_command(tests: Sequence[str]) -> list[str]:
    """Return the command that runs the tests until the first that fails."""
    chosen = "not libreoffice and not gnumeric"
    options = ["-x", "-q", "-n0", "-p", "no:cacheprovider", "-m", chosen]
    return [sys.executable, "-m", "pytest", *options, *tests]


def seconds_without_mutation(place: Path, suite: Suite, tests: Sequence[str]) -> float:
    """Return what the tests take as it is; stop if they fail.

    What they compile stays, but for the package itself.
    """
    kept = {key: text for key, text in os.environ.items() if key != NO_BYTECODE}
    started = time.monotonic()
    command = test_command(tests)
    done = subprocess.run(command, cwd=place, env=kept, stdout=subprocess.DEVNULL, check=False)
    if done.returncode:
        sys.exit(f"Sans mutation, les tests de {suite.package} échouent déjà.")
    shutil.rmtree(place / suite.package / "__pycache__", ignore_errors=True)
    return time.monotonic() - started


def write_settings(place: Path, mutated: str, tests: Sequence[str], seconds: float) -> None:
    """Write the tool's settings into a copy of the tree: what is mutated, what is run."""
    lines = (
        "[cosmic-ray]",
        f'module-path = ["{mutated}"]',
        f"timeout = {max(LEAST_SECONDS, seconds * TIMES_LONGER):.1f}",
        "excluded-modules = []",
        f"test-command = {json.dumps(shlex.join(test_command(tests)))}",
        "[cosmic-ray.distributor]",
        'name = "local"',
    )
    (place / "mutation.toml").write_text("\n".join(lines), "utf-8")


class Spec(NamedTuple):
    """A mutant as the tool lists it: where it is, and what it does."""

    job: str
    module: str
    operator: str
    row: int
    col: int


def list_mutants(place: Path, tool: Path, only: Sequence[str]) -> list[str]:
    """Return the identities of the mutants to be tried."""
    (place / "all.sqlite").unlink(missing_ok=True)
    init = [str(tool / "cosmic-ray"), "init", "mutation.toml", "all.sqlite"]
    subprocess.run(init, cwd=place, check=True)
    columns = "job_id, module_path, operator_name, start_pos_row, start_pos_col"
    with closing(sqlite3.connect(place / "all.sqlite")) as session:
        rows = session.execute(f"select {columns} from mutation_specs")  # noqa: S608 - columns
        return [spec.job for spec in map(Spec._make, rows) if _is_tried(place, spec, only)]


def _is_tried(place: Path, spec: Spec, only: Sequence[str]) -> bool:
    """Tell whether a mutant changes what the code does: not a star in a signature, nor a type."""
    path = Path(spec.module)
    if path.name in LEFT_OUT or (only and path.name not in only):
        return False
    line = (place / path).read_text("utf-8").splitlines()[spec.row - 1]
    star = line[spec.col :].startswith("*,")
    return spec.operator.removeprefix("core/") in OPERATORS and not star


def share_out(places: Sequence[Path], jobs: Sequence[str]) -> None:
    """Give each worker a session that holds its share of the mutants."""
    for number, place in enumerate(places):
        shutil.copy2(places[0] / "all.sqlite", place / "share.sqlite")
        with closing(sqlite3.connect(place / "share.sqlite")) as session, session:
            _keep_only(session, jobs[number :: len(places)])


def _keep_only(session: sqlite3.Connection, jobs: Iterable[str]) -> None:
    session.execute("create temp table kept (job_id primary key)")
    session.executemany("insert into kept values (?)", [(job,) for job in jobs])
    for table in ("mutation_specs", "work_results", "work_items"):
        others = "job_id not in (select job_id from kept)"
        session.execute(f"delete from {table} where {others}")  # noqa: S608 - a table


def try_mutants(places: Sequence[Path], tool: Path) -> None:
    """Run the tests against every mutant, each worker its share."""
    command = [str(tool / "cosmic-ray"), "exec", "mutation.toml", "share.sqlite"]
    environment = os.environ | {NO_BYTECODE: "1"}
    workers = [subprocess.Popen(command, cwd=place, env=environment) for place in places]
    statuses = [worker.wait() for worker in workers]
    if any(statuses):
        sys.exit("Cosmic Ray s'est arrêté.")


def read_results(places: Sequence[Path]) -> list[tuple[str, Mutated]]:
    """Return the outcome of every mutant."""
    joined = "mutation_specs left join work_results using (job_id)"
    found = []
    for place in places:
        with closing(sqlite3.connect(place / "share.sqlite")) as session:
            rows = session.execute(f"select test_outcome, module_path, diff from {joined}")  # noqa: S608 - tables
            found += [(str(outcome), read_change(path, diff or "")) for outcome, path, diff in rows]
    return found


def run(suite: Suite, workers: int, only: Sequence[str]) -> list[tuple[str, Mutated]]:
    """Return the outcome of every mutant of a suite; of some modules, where they are named."""
    tool = prepare_tool()
    name = Path(suite.package).name
    places = [copy_tree(WORK / name / str(number)) for number in range(workers)]
    found = []
    for mutated, tests in suite.modules(only):
        for place in places:
            write_settings(place, mutated, tests, seconds_without_mutation(place, suite, tests))
        share_out(places, list_mutants(places[0], tool, only))
        try_mutants(places, tool)
        found += read_results(places)
        print(mutated, len(found), flush=True)
    return found


def main() -> int:
    """Return 0 where the run is as it should be."""
    parser = argparse.ArgumentParser(description="Tests de mutation des formules et des règles.")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", nargs="*", default=[], metavar="MODULE")
    parser.add_argument("--package", choices=[suite.package for suite in MUTATED])
    asked = parser.parse_args()
    suites = [suite for suite in MUTATED if asked.package in {None, suite.package}]
    results = [pair for suite in suites for pair in run(suite, asked.workers, asked.only)]
    summary = sum_up(results, known_survivors(asked.only, asked.package))
    print_summary(summary, results)
    RESULT.write_text(json.dumps([summary.mutants, summary.killed]), "utf-8")
    sound = not summary.unlisted and not summary.gone and summary.score >= LEAST_SCORE
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
