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

HONEST = (
    "input.changed",
    "input.decided",
    "parameter.changed",
    "ceiling.changed",
    "copy.said",
)
"""Kinds of findings that expect nothing: what they show beside is what was there before."""

FEW = 4
"""Findings of one kind on one sheet that are told one by one; more are told in short."""


def findings_text(file: str, found: Sequence[CellFinding], sound: str = "classeur sain") -> str:
    """Return the findings by class, a line each, under a line that sums them up.

    `sound` is what that says of a file without an error.
    """
    return "\n".join([_summary(file, found, sound), *_by_class(found)])


def _by_class(found: Sequence[CellFinding]) -> Iterator[str]:
    for severity, (_, plural) in NOUNS.items():
        own = [finding for finding in found if finding.severity == severity]
        if own:
            yield ""
            yield f"{plural.capitalize()} :"
            yield from (f"- {line}" for line in _in_short(own))


def _in_short(found: Sequence[CellFinding]) -> Iterator[str]:
    """Yield the findings as lines; of many alike on one sheet the first, then where the others are.

    The JSON has every one of them.
    """
    alike: dict[tuple[str, str, str], list[CellFinding]] = {}
    for finding in found:
        alike.setdefault((finding.rule, finding.sheet, finding.problem), []).append(finding)
    for group in alike.values():
        told = group if len(group) <= FEW else group[: FEW - 1]
        yield from map(finding_line, told)
        if rest := group[len(told) :]:
            yield _rest_line(rest)


def _rest_line(rest: Sequence[CellFinding]) -> str:
    cells = show_text(", ".join(finding.cell for finding in rest if finding.cell), MAX_SHOWN)
    where = f"{rest[0].sheet} : " if rest[0].sheet else ""
    count = f"{len(rest)} autres constats du même genre"
    return f"{where}{rest[0].problem}, {count}{f' ({cells})' if cells else ''}."


def _summary(file: str, found: Sequence[CellFinding], sound: str) -> str:
    counted = ", ".join(_counted(severity, found) for severity in NOUNS)
    is_wrong = any(finding.severity == "erreur" for finding in found)
    return f"{file} : {'à corriger' if is_wrong else sound} ({counted})."


def _counted(severity: Severity, found: Sequence[CellFinding]) -> str:
    count = sum(finding.severity == severity for finding in found)
    singular, plural = NOUNS[severity]
    return f"{count or 'aucune'} {singular if count <= 1 else plural}"


def finding_line(finding: CellFinding) -> str:
    """Return a finding as one line: where, what is wrong, what is there, what to do."""
    found, expected = (show_text(text, MAX_SHOWN) for text in (finding.found, finding.expected))
    if expected and finding.rule in HONEST:
        found, expected = f"{found} » au lieu de « {expected}", ""
    return str(finding._replace(found=found, expected=expected))


def findings_json(file: str, found: Sequence[CellFinding]) -> str:
    """Return the findings as JSON."""
    return json.dumps(findings_report(file, found), ensure_ascii=False, indent=2)


def findings_report(file: str, found: Sequence[CellFinding]) -> dict[str, object]:
    """Return the findings as an object for JSON (its keys are in `docs/check.md`)."""
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
    return {"fichier": file, "sain": not counts["erreurs"], **counts, "constats": items}
