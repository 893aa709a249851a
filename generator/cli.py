"""The command: `generator VERB …`.

Exit status 0 done; 1 problems in the data, or a workbook that is not sound; 2 cannot run. Never a
traceback for what a person did.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from generator import __version__
from generator.errors import Finding, GeneratorError, InvalidSourceError, UnsoundCopiesError
from generator.frenchparser import FrenchParser
from generator.verbs import build, check, diff, import_copy, log, merge_copies
from generator.verbs.statuses import CANNOT_RUN, INTERRUPTED, PROBLEMS

VERBS = {
    "build": build,
    "check": check,
    "import": import_copy,
    "diff": diff,
    "merge": merge_copies,
    "log": log,
}


def _parser() -> FrenchParser:
    about = "Du plan d'action chiffré au classeur Excel, et retour."
    parser = FrenchParser("generator", description=about, add_help=False, allow_abbrev=False)
    version = "afficher la version"
    parser.add_argument("--version", action="version", version=__version__, help=version)
    verbs = parser.with_help().add_subparsers(
        dest="verb", required=True, metavar="VERBE", title="verbes "
    )
    for name, verb in VERBS.items():
        added = verbs.add_parser(
            name, help=verb.ABOUT, description=verb.ABOUT, add_help=False, allow_abbrev=False
        )
        verb.add_arguments(added.with_help())
        added.set_defaults(run=verb.run)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Return the exit status of the command line."""
    args = _parser().parse_args(argv)
    try:
        status: int = args.run(args)
    except InvalidSourceError as error:
        _tell(args, error, error.findings)
        return PROBLEMS
    except UnsoundCopiesError as error:
        _tell(args, error)
        return PROBLEMS
    except GeneratorError as error:
        _tell(args, error)
        return CANNOT_RUN
    except KeyboardInterrupt:
        print("Interrompu.", file=sys.stderr)
        return INTERRUPTED
    return status


def _tell(
    args: argparse.Namespace, error: GeneratorError, findings: Sequence[Finding] = ()
) -> None:
    """Tell why the verb gives no answer: to people, and to the program that asked for JSON."""
    print(error, file=sys.stderr)
    if getattr(args, "json", False):
        names = ("fichier", "ligne", "colonne", "trouve", "probleme", "remede")
        told = [dict(zip(names, finding, strict=False)) for finding in findings]
        print(json.dumps({"echec": str(error), "constats": told}, ensure_ascii=False, indent=2))


def run() -> NoReturn:
    """Run the command as a process of its own, and end the process with its exit status.

    The process is over before garbage could matter and holds many records: no collection while it
    runs, and no taking down of what goes with it. What a terminal cannot show is spelled out.
    """
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = main()
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:  # whoever read the other end has seen enough
        status = CANNOT_RUN
    os._exit(status)  # every file is closed by now
