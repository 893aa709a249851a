"""`merge COPY.xlsx… [--source DIR] [--apply]`: several copies together, back into the source."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.frenchparser import FrenchParser
from generator.verbs.returning import add_shared_arguments, run_session

ABOUT = "plusieurs copies fusionnées dans la source, chacune depuis la base qu'elle porte"


def add_arguments(parser: FrenchParser) -> None:
    """Add the verb's arguments."""
    parser.add_argument(
        "files", type=Path, nargs="+", metavar="COPIE", help="copies à fusionner (.xlsx)"
    )
    parser.add_argument(
        "--decisions",
        type=Path,
        metavar="FICHIER",
        help="conflits.xlsx, une fois les choix faits",
    )
    add_shared_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Tell what copies change together; status 1 where something clashes or is wrong."""
    return run_session(args, args.files)
