"""The faults themselves: enough of them, spread, and seen by tests that otherwise pass."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from pathlib import Path

from tests.mutants import (
    in_checks,
    in_model,
    in_officers,
    in_returns,
    in_rules,
    in_sheets,
    in_source,
    in_text,
    in_writer,
)
from tests.mutants.planted import SECONDS, Driver, Mutant, planted

CATALOGUES = (
    in_model, in_text, in_sheets, in_checks, in_rules, in_writer, in_source, in_officers,
    in_returns,
)  # fmt: skip
FAST: tuple[Mutant, ...] = tuple(chain.from_iterable(layer.MUTANTS for layer in CATALOGUES))
ALL = (*FAST, *in_checks.LIBREOFFICE_FAULTS)
STORED = "not recalculated"
"""The figures of the document are looked at as stored; LibreOffice's turn comes elsewhere."""


def test_there_are_enough_and_no_two_alike() -> None:
    assert len(ALL) >= 45
    assert [
        name for name, count in Counter(mutant.name for mutant in ALL).items() if count > 1
    ] == []
    assert all(mutant.before != mutant.after for mutant in ALL)


def test_they_are_spread() -> None:
    """Every layer that makes or reads a figure has some."""
    folders = Counter(str(Path(mutant.path).parent) for mutant in ALL)
    wanted = {"generator/model", "generator/sheets", "generator/writer", "generator", "source"}
    assert {name for name, count in folders.items() if count >= 3} >= wanted
    assert folders["generator/reading"] >= 3


def test_each_can_still_be_planted() -> None:
    """A text that is no longer there, or more than once, makes its fault prove nothing."""
    counts = {
        mutant.name: Path(mutant.path).read_bytes().decode("utf-8").count(mutant.before)
        for mutant in ALL
    }
    assert {name: count for name, count in counts.items() if count != 1} == {}


def test_without_a_fault_every_witness_passes(driver: Driver) -> None:
    """All in one run, which takes longer the more there are, and longer beside other work."""
    witnesses = sorted({mutant.witness for mutant in FAST})
    report = driver.run("-k", STORED, *witnesses, seconds=10 * SECONDS)
    assert report.status == 0, report.output
    assert report.failed == frozenset()


def test_a_fault_that_changes_nothing_is_not_caught(driver: Driver) -> None:
    """The copy of the tree is left as it was, and the witness passes."""
    spaced = FAST[0]._replace(after=FAST[0].before.replace("=", " = "))
    with planted(spaced, driver.tree):
        assert driver.run("-x", spaced.witness).status == 0
    original = Path(spaced.path)
    assert (driver.tree / original).read_bytes() == original.read_bytes()
