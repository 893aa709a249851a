"""The command: `generator build [SOURCE] [-o FILE] [--lang fr|en]`.

Exit status 0 done; 1 problems in the data; 2 cannot run. Never a traceback for what a person did.
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator import __version__
from generator.errors import Finding, GeneratorError, InvalidSourceError, OutputRefusedError
from generator.frenchparser import FrenchParser
from generator.labels import LANGUAGES
from generator.texts import show_number

DONE, PROBLEMS, CANNOT_RUN, INTERRUPTED = 0, 1, 2, 130
SUFFIX = ".xlsx"


def _parser() -> FrenchParser:
    about = "Du plan d'action chiffré au classeur Excel."
    parser = FrenchParser("generator", description=about, add_help=False, allow_abbrev=False)
    version = "afficher la version"
    parser.add_argument("--version", action="version", version=__version__, help=version)
    verbs = parser.with_help().add_subparsers(
        dest="verb", required=True, metavar="VERBE", title="verbes "
    )
    about = "le dossier source vers le classeur"
    build = verbs.add_parser(
        "build", help=about, description=about, add_help=False, allow_abbrev=False
    )
    _add_build_arguments(build.with_help())
    return parser


def _add_build_arguments(build: FrenchParser) -> None:
    build.add_argument(
        "source",
        nargs="?",
        type=Path,
        default=Path("source"),
        metavar="SOURCE",
        help="dossier source (par défaut : source/)",
    )
    build.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FICHIER",
        help="classeur à écrire (par défaut : output/<fichier de plan.toml>.xlsx)",
    )
    build.add_argument(
        "--lang", choices=LANGUAGES, default="fr", help="langue du classeur (par défaut : fr)"
    )
    build.set_defaults(run=_build)


def _build(args: argparse.Namespace) -> int:
    from generator.files import write_whole
    from generator.workbook import build_folder

    if args.output:
        _check_output(args.output)
    source, content = build_folder(args.source, args.lang)
    _tell(source.notes)
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


def _tell(notes: Iterable[Finding]) -> None:
    for note in notes:
        print(f"Remarque : {note}", file=sys.stderr)


def main(argv: Sequence[str] | None = None) -> int:
    """Return the exit status of the command line."""
    args = _parser().parse_args(argv)
    try:
        status: int = args.run(args)
    except InvalidSourceError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    except GeneratorError as error:
        print(error, file=sys.stderr)
        return CANNOT_RUN
    except KeyboardInterrupt:
        print("Interrompu.", file=sys.stderr)
        return INTERRUPTED
    return status


def run() -> int:
    """Run the command as a process of its own, and end the process with its exit status.

    The process is over before garbage could matter and holds many records: no collection while it
    runs, and no taking down of what goes with it. What a terminal cannot show is spelled out.
    """
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    status = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        return status  # the interpreter's own end says what became of the stream
    os._exit(status)  # every file is closed by now
