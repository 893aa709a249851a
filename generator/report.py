"""What is said of a workbook, as a text for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from generator.errors import CellFinding, Severity
from generator.texts import show_text

NOUNS: dict[Severity, tuple[str, str]] = {
    "erreur": ("erreur", "erreurs"),
    "alerte": ("alerte", "alertes"),
    "remarque": ("remarque", "remarques"),
}
MAX_SHOWN = 200
"""Characters of a cell's content in a sentence."""


def findings_text(file: str, found: Sequence[CellFinding]) -> str:
    """Return the findings by class, one line each, under a line that sums them up."""
    return "\n".join([_summary(file, found), *_by_class(found)])


def _by_class(found: Sequence[CellFinding]) -> Iterator[str]:
    for severity, (_, plural) in NOUNS.items():
        own = [finding for finding in found if finding.severity == severity]
        if own:
            yield ""
            yield f"{plural.capitalize()} :"
            yield from (f"- {finding_line(finding)}" for finding in own)


def _summary(file: str, found: Sequence[CellFinding]) -> str:
    counted = ", ".join(_counted(severity, found) for severity in NOUNS)
    sound = not any(finding.severity == "erreur" for finding in found)
    return f"{file} : {'classeur sain' if sound else 'à corriger'} ({counted})."


def _counted(severity: Severity, found: Sequence[CellFinding]) -> str:
    count = sum(finding.severity == severity for finding in found)
    singular, plural = NOUNS[severity]
    return f"{count or 'aucune'} {singular if count <= 1 else plural}"


def finding_line(finding: CellFinding) -> str:
    """Return a finding as one line: where, what is wrong, what is there, what to do."""
    shown = finding._replace(
        found=show_text(finding.found, MAX_SHOWN), expected=show_text(finding.expected, MAX_SHOWN)
    )
    return str(shown)


def findings_json(file: str, found: Sequence[CellFinding]) -> str:
    """Return the findings as a JSON object (its keys are in `docs/check.md`)."""
    counts = {
        plural: sum(finding.severity == severity for finding in found)
        for severity, (_, plural) in NOUNS.items()
    }
    items = [
        {
            "classe": finding.severity,
            "regle": finding.rule,
            "feuille": finding.sheet,
            "cellule": finding.cell,
            "probleme": finding.problem,
            "trouve": finding.found,
            "attendu": finding.expected,
            "remede": finding.remedy,
        }
        for finding in found
    ]
    report = {"fichier": file, "sain": not counts["erreurs"], **counts, "constats": items}
    return json.dumps(report, ensure_ascii=False, indent=2)
