"""The long run of the proof, and a report of what it looked at: build/preuve.txt.

    python -m scripts.proof [--seed N] [--percent N] [--without-mutation]

Status 1 where anything failed. `PROOF_SEED`, or --seed, draws again what a run has drawn; --percent
draws a part of it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from scripts.mutation import RESULT
from scripts.survivors import known_survivors

WORK = Path("build/proof")
REPORT = Path("build/preuve.txt")
PYTEST = (sys.executable, "-m", "pytest", "-q", "-n", "auto", "--maxprocesses", "4")
ENGINES = {"LibreOffice": "soffice", "Gnumeric": "ssconvert"}
DRAWN = ("tests/proof",)
RETURNS = (
    "tests/merging/test_facts.py",
    "tests/merging/test_properties.py",
    *[
        f"tests/returning/test_drawn_{name}.py"
        for name in ("imports", "merges", "diffs", "shuffles", "renaming")
    ],
)
NUMBER = re.compile(r"\d+(\.\d+)+")


class Tests(NamedTuple):
    """What a run of pytest came to."""

    passed: int
    failed: int
    skipped: int
    faults: int

    def __str__(self) -> str:
        """Return the counts as the report has them."""
        return f"{self.passed} réussis, {self.failed} en échec, {self.skipped} sautés"


def run_tests(name: str, targets: Sequence[str], environment: Mapping[str, str]) -> Tests:
    """Return what folders or modules of tests came to; `faults` counts the seeded ones caught."""
    result = WORK / f"{name}.xml"
    result.unlink(missing_ok=True)
    options = ["--dist", "worksteal", f"--junitxml={result}", *targets]
    subprocess.run([*PYTEST, *options], env=os.environ | dict(environment), check=False)
    if not result.exists():
        return Tests(0, 1, 0, 0)
    return read_tests(ET.parse(result).getroot())  # noqa: S314 - pytest wrote it just now


def read_tests(root: ET.Element) -> Tests:
    """Return the counts of a result in JUnit's format."""
    failed = skipped = faults = passed = 0
    for case in root.iter("testcase"):
        outcomes = {child.tag for child in case}
        if outcomes & {"failure", "error"}:
            failed += 1
        elif "skipped" in outcomes:
            skipped += 1
        else:
            passed += 1
            faults += case.get("name", "").startswith("test_a_fault_is_caught")
    return Tests(passed, failed, skipped, faults)


def read_tally(folder: Path) -> Counter[str]:
    """Return what the processes of the tests counted."""
    found: Counter[str] = Counter()
    for path in folder.glob("*.jsonl"):
        for line in path.read_text("utf-8").splitlines():
            found.update(json.loads(line))
    return found


def versions() -> Iterator[str]:
    """Yield the versions of the programs that judge."""
    for name, program in ENGINES.items():
        if shutil.which(program):
            command = [program, "--version"]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            found = NUMBER.search(done.stdout + done.stderr)
            yield f"{name} {found[0] if found else '?'}"
        else:
            yield f"{name} absent"
    yield f"Formualizer {version('formualizer')}"


def grouped(number: int) -> str:
    """Return a number as French writes it."""
    return f"{number:,}".replace(",", " ")


def drawn_lines(tests: Tests, counts: Counter[str], draw: str) -> Iterator[str]:
    """Yield what the report says of the drawn plans and edits."""
    n = {name: grouped(counts[name]) for name in (*counts, *NAMES)}
    yield f"Plans et modifications tirés au hasard ({draw})"
    yield f"  plans tirés : {n['plans']} ; classeurs construits : {n['workbooks']}"
    yield (
        f"  formules recalculées et comparées : LibreOffice {n['libreoffice']}, "
        f"Formualizer {n['formualizer']}, Gnumeric {n['gnumeric']}"
    )
    yield f"  modifications : {n['edits']}, en {n['scripts']} suites"
    yield f"  lignes insérées : {n['inserted']} ; supprimées : {n['deleted']}"
    yield f"  fichiers passés au validateur Open XML SDK : {n['validated']}"
    yield f"  tests : {tests}"


def returned_lines(tests: Tests, counts: Counter[str], draw: str) -> Iterator[str]:
    """Yield what the report says of the drawn copies that came back."""
    n = {name: grouped(counts[name]) for name in (*counts, *NAMES)}
    yield f"Retour de copies tirées au hasard ({draw})"
    yield f"  plans tirés : {n['plans']} ; classeurs construits : {n['workbooks']}"
    yield (
        f"  copies lues : {n['copies']}, dont {n['resaved']} enregistrées par LibreOffice et "
        f"{n['shuffled']} aux lignes mélangées ; changements retrouvés : {n['changes']}"
    )
    yield (
        f"  fusions : {n['merges']}, dont {n['clashes']} en conflit ; choix appliqués : "
        f"{n['choices']} ; sans classeur : {n['records']}"
    )
    yield f"  différences écrites puis relues : {n['diffs']}"
    yield f"  tests : {tests}"


NAMES = (
    "plans", "workbooks", "libreoffice", "formualizer", "gnumeric", "edits", "scripts", "inserted",
    "deleted", "validated", "copies", "resaved", "shuffled", "changes", "merges", "clashes",
    "choices", "records", "diffs",
)  # fmt: skip


def mutation_lines(*, sound: bool) -> Iterator[str]:
    """Yield what the report says of the mutation run."""
    yield "Mutations de la couche des formules"
    if not RESULT.exists():
        yield "  la course n'a pas abouti"
        return
    mutants, killed = json.loads(RESULT.read_text("utf-8"))
    share = f"{killed / mutants:.1%}".replace(".", ",").replace("%", " %")
    yield f"  mutants : {grouped(mutants)} ; tués : {grouped(killed)} ({share})"
    listed = len(known_survivors())
    state = "tous expliqués" if sound else "la liste n'est pas à jour (voir plus haut)"
    yield f"  survivants : {grouped(mutants - killed)}, {listed} dans la liste, {state}"


def run_drawn(
    name: str, targets: Sequence[str], seed: int, percent: int
) -> tuple[Tests, Counter[str]]:
    """Return what tests that draw came to, and what they counted."""
    tally = WORK / f"tally-{name}"
    shutil.rmtree(tally, ignore_errors=True)
    tally.mkdir(parents=True)
    settings = {
        "PROOF": "long",
        "PROOF_SEED": str(seed),
        "PROOF_PERCENT": str(percent),
        "PROOF_TALLY": str(tally.absolute()),
    }
    return run_tests(name, targets, settings), read_tally(tally)


def run_mutation() -> bool:
    """Tell whether the mutation run is as it should be."""
    RESULT.unlink(missing_ok=True)
    workers = str(min(os.cpu_count() or 1, 4))
    command = [sys.executable, "-m", "scripts.mutation", "--workers", workers]
    return subprocess.run(command, check=False).returncode == 0


def main() -> int:
    """Return 0 where everything holds."""
    parser = argparse.ArgumentParser(description="La preuve longue, et son compte rendu.")
    chosen = int(os.environ.get("PROOF_SEED") or random.SystemRandom().randrange(2**32))
    parser.add_argument("--seed", type=int, default=chosen)
    parser.add_argument("--percent", type=int, default=100)
    parser.add_argument("--without-mutation", action="store_true")
    asked = parser.parse_args()
    began = time.monotonic()
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"], capture_output=True, text=True, check=False
    )
    drawn, counts = run_drawn("proof", DRAWN, asked.seed, asked.percent)
    returned, brought = run_drawn("returns", RETURNS, asked.seed, asked.percent)
    faults = run_tests("mutants", ["tests/mutants"], {})
    lines = [f"Preuve longue, version {commit.stdout.strip() or 'inconnue'}"]
    lines += [f"Python {sys.version.split()[0]}, {', '.join(versions())}", ""]
    part = "" if asked.percent == 100 else f", {asked.percent} % de la course"  # noqa: PLR2004
    draw = f"graine {asked.seed}{part}"
    lines += [*drawn_lines(drawn, counts, draw), "", *returned_lines(returned, brought, draw), ""]
    lines += ["Fautes semées dans le générateur"]
    lines += [f"  signalées par leur témoin : {faults.faults}", f"  tests : {faults}", ""]
    sound = drawn.failed == returned.failed == faults.failed == 0
    if not asked.without_mutation:
        killed = run_mutation()
        lines += [*mutation_lines(sound=killed), ""]
        sound = sound and killed
    lines += [f"Durée : {(time.monotonic() - began) / 60:.0f} min"]
    lines += ["Tout est conforme." if sound else "ÉCHEC : voir ci-dessus."]
    REPORT.write_text("\n".join(lines) + "\n", "utf-8")
    print("\n" + "\n".join(lines))
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
