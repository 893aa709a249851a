"""The command: `generator build [SOURCE] [-o FILE] [--lang fr|en]`.

Exit status 0 done; 1 problems in the data; 2 cannot run. Never a traceback for what a person did.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from generator import __version__
from generator.errors import CannotRunError, GeneratorError, OutputRefusedError
from generator.labels import LANGUAGES

DONE, PROBLEMS, CANNOT_RUN = 0, 1, 2


class _FrenchParser(argparse.ArgumentParser):
    """A parser whose one-line error is in French."""

    def error(self, message: str) -> None:  # type: ignore[override]
        """Print the usage and what is wrong; exit with 2."""
        self.print_usage(sys.stderr)
        self.exit(CANNOT_RUN, f"{self.prog} : commande mal formée ({message})\n")


def _parser() -> argparse.ArgumentParser:
    parser = _FrenchParser(
        prog="generator", description="Du plan d'action chiffré au classeur Excel."
    )
    parser.add_argument("--version", action="version", version=__version__)
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERBE")
    build = verbs.add_parser("build", help="le dossier source vers le classeur")
    build.add_argument("source", nargs="?", type=Path, default=Path("source"), metavar="SOURCE",
                       help="dossier source (par défaut : source/)")
    build.add_argument("-o", "--output", type=Path, metavar="FICHIER",
                       help="classeur à écrire (par défaut : output/<fichier de plan.toml>.xlsx)")
    build.add_argument("--lang", choices=LANGUAGES, default="fr", help="langue du classeur")
    build.set_defaults(run=_build)
    return parser


def _build(args: argparse.Namespace) -> int:
    from generator.files import write_whole  # noqa: PLC0415 - pandas only for verbs that need it
    from generator.workbook import build_folder  # noqa: PLC0415

    source, content = build_folder(args.source, args.lang)
    output = args.output or Path("output") / f"{source.plan.settings.output}.xlsx"
    _refuse_source(output, args.source)
    write_whole(output, content)
    activities = sum(1 for _ in source.plan.activities)
    print(f"{output} : {activities} activités, {len(content):,} octets".replace(",", " "))
    return DONE


def _refuse_source(output: Path, source: Path) -> None:
    """Raise where the output would overwrite a file of the source."""
    if output.resolve().parent == source.resolve() and output.suffix != ".xlsx":
        raise OutputRefusedError(output, "c'est un fichier de la source")


def main(argv: Sequence[str] | None = None) -> int:
    """Return the exit status of the command line."""
    args = _parser().parse_args(argv)
    try:
        status: int = args.run(args)
    except CannotRunError as error:
        print(error, file=sys.stderr)
        return CANNOT_RUN
    except GeneratorError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    return status


def run() -> int:
    """Return the exit status of the command as a process of its own.

    The process is over before garbage could matter and holds many records: no collection while it
    runs, none when it ends.
    """
    gc.disable()
    status = main()
    gc.freeze()
    return status
