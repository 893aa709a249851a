"""`import FILE.xlsx [--source DIR] [--apply]`: what an officer changed, back into the source."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.frenchparser import FrenchParser
from generator.verbs.returning import add_shared_arguments, run_session

ABOUT = "ce qu'une copie a changé, et avec --apply dans la source"


def add_arguments(parser: FrenchParser) -> None:
    """Add the verb's arguments."""
    parser.add_argument("file", type=Path, metavar="COPIE", help="copie à importer (.xlsx)")
    parser.set_defaults(decisions=None)
    add_shared_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Tell what a copy changed; status 1 where something must be put right or chosen first."""
    return run_session(args, [args.file])
