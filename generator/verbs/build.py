"""`build [SOURCE] [-o FILE] [--lang fr|en]`: the source folder to the workbook."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from generator.errors import OutputRefusedError
from generator.frenchparser import FrenchParser
from generator.labels import LANGUAGES
from generator.texts import show_number
from generator.verbs.statuses import DONE

ABOUT = "le dossier source vers le classeur"
SUFFIX = ".xlsx"


def add_arguments(parser: FrenchParser) -> None:
    """Add the verb's arguments."""
    parser.add_argument(
        "source",
        nargs="?",
        type=Path,
        default=Path("source"),
        metavar="SOURCE",
        help="dossier source (par défaut : source/)",
    )
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


def run(args: argparse.Namespace) -> int:
    """Write the workbook of a source folder; returns the exit status."""
    from generator.files import write_whole
    from generator.workbook import build_folder

    if args.output:
        _check_output(args.output)
    source, content = build_folder(args.source, args.lang)
    for note in source.notes:
        print(f"Remarque : {note}", file=sys.stderr)
    output = args.output or Path("output") / f"{source.plan.settings.output}{SUFFIX}"
    if warning := write_whole(output, content):
        print(warning, file=sys.stderr)
    count = sum(1 for _ in source.plan.activities)
    noun = "activité" if count == 1 else "activités"
    print(f"{output} : {count} {noun}, {show_number(len(content))} octets")
    return DONE


def _check_output(output: Path) -> None:
    """Raise where the name is no workbook's: so no file of a source is ever overwritten."""
    from generator.files import IS_FOLDER, is_folder

    if is_folder(output):
        raise OutputRefusedError(output, IS_FOLDER)
    names = (output.name, Path(os.path.realpath(output)).name)
    if not all(name.casefold().endswith(SUFFIX) for name in names):
        raise OutputRefusedError(output, f"un classeur s'écrit dans un fichier {SUFFIX}")
