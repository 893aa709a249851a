"""Arguments that several verbs take."""

from __future__ import annotations

from pathlib import Path

from generator.frenchparser import FrenchParser

SOURCE = Path("source")


def add_source(parser: FrenchParser) -> None:
    """Add the source folder, which need not be given."""
    parser.add_argument(
        "source",
        nargs="?",
        type=Path,
        default=SOURCE,
        metavar="SOURCE",
        help="dossier source (par défaut : source/)",
    )


def add_json(parser: FrenchParser) -> None:
    """Add the choice of an answer for programs."""
    parser.add_argument("--json", action="store_true", help="résultat en JSON, pour un programme")
