"""`check FILE.xlsx [--json]`: is this workbook, perhaps edited, still sound."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.frenchparser import FrenchParser
from generator.verbs.arguments import add_json
from generator.verbs.progress import Progress
from generator.verbs.statuses import DONE, PROBLEMS

ABOUT = "un classeur, peut-être modifié, est-il encore sain"


def add_arguments(parser: FrenchParser) -> None:
    """Add the verb's arguments."""
    parser.add_argument("file", type=Path, metavar="CLASSEUR", help="classeur à vérifier (.xlsx)")
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Print what is worth saying of a workbook; status 1 where something must be put right."""
    from generator.checking import check_workbook
    from generator.reports.findings import findings_json, findings_text

    with Progress() as progress:
        progress(f"Vérification de {args.file.name}…")
        found = check_workbook(args.file)
    show = findings_json if args.json else findings_text
    print(show(args.file.name, found))
    return PROBLEMS if any(finding.severity == "erreur" for finding in found) else DONE
