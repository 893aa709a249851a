"""Arguments that several verbs take."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.frenchparser import FrenchParser
from generator.reading.encodings import NAMES

SOURCE = Path("source")


def add_source(parser: FrenchParser | argparse._MutuallyExclusiveGroup) -> None:
    """Add the source folder, which need not be given."""
    parser.add_argument(
        "source",
        nargs="?",
        type=Path,
        default=SOURCE,
        metavar="SOURCE",
        help="dossier source (par défaut : source/)",
    )


def add_encoding(parser: FrenchParser) -> None:
    """Add what the person says of files of the source that are not UTF-8."""
    parser.add_argument(
        "--encodage",
        choices=tuple(NAMES),
        help="encodage des CSV de la source qui ne sont pas en UTF-8 (sinon : reconnu, ou refusé)",
    )


def add_json(parser: FrenchParser) -> None:
    """Add the choice of an answer for programs."""
    parser.add_argument("--json", action="store_true", help="résultat en JSON, pour un programme")
