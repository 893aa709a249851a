"""What is said of a copy that comes back: the problem and the remedy, in French."""

from __future__ import annotations

from collections.abc import Mapping

from generator.copies.said_inputs import INPUTS
from generator.copies.said_structure import STRUCTURE
from generator.errors import CellFinding
from generator.reading.problems import problem

SAID = {**INPUTS, **STRUCTURE}
"""By kind of finding: its class, the problem, the remedy."""


OTHERWISE = " À défaut"
"""What begins the end of a remedy that is an option of an import."""


def without_options(finding: CellFinding) -> CellFinding:
    """Return a finding for a verb that has none of the options of an import."""
    return finding._replace(remedy=finding.remedy.partition(OTHERWISE)[0])


def say(kind: str, sheet: str, cell: str = "", found: str = "", expected: str = "") -> CellFinding:
    """Return a finding of a kind."""
    severity, what, remedy = SAID[kind]
    return CellFinding(severity, kind, sheet, cell, what, found, expected, remedy)


def say_problem(
    kind: str, sheet: str, cell: str, found: str, fields: Mapping[str, object]
) -> CellFinding:
    """Return the finding of what a text is, in the words that a source's problems have."""
    told = problem(kind, "", 0, "", found, **fields)
    return CellFinding("erreur", kind, sheet, cell, told.problem, told.value, "", told.remedy)
