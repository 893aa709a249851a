"""`build [SOURCE] [-o FILE] [--lang fr|en]`: the source folder to the workbook."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.frenchparser import FrenchParser
from generator.labels import LANGUAGES
from generator.texts import show_number
from generator.verbs.arguments import add_encoding, add_source
from generator.verbs.outputs import SUFFIX, check_output
from generator.verbs.progress import Progress
from generator.verbs.remarks import tell_notes
from generator.verbs.statuses import DONE

ABOUT = "le dossier source vers le classeur"


def add_arguments(parser: FrenchParser) -> None:
    """Add the verb's arguments."""
    add_source(parser)
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FICHIER",
        help="classeur à écrire (par défaut : output/<fichier de plan.toml>.xlsx)",
    )
    parser.add_argument(
        "--lang", choices=LANGUAGES, default="fr", help="langue du classeur (par défaut : fr)"
    )
    add_encoding(parser)


def run(args: argparse.Namespace) -> int:
    """Write the workbook of a source folder; returns the exit status."""
    from generator.files import write_whole
    from generator.workbook import build_folder

    if args.output:
        check_output(args.output)
    with Progress() as progress:
        progress(f"Construction du classeur de {args.source}…")
        source, content = build_folder(args.source, args.lang, args.encodage)
    tell_notes(source.notes)
    output = args.output or Path("output") / f"{source.plan.settings.output}{SUFFIX}"
    if warning := write_whole(output, content):
        print(warning, file=sys.stderr)
    count = sum(1 for _ in source.plan.activities)
    noun = "activité" if count == 1 else "activités"
    print(f"{output} : {count} {noun}, {show_number(len(content))} octets")
    return DONE
