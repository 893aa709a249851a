"""`diff A B`: what changes between two sources or workbooks, by activity, field and year."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from generator.frenchparser import FrenchParser
from generator.verbs.arguments import add_encoding, add_json
from generator.verbs.outputs import check_output
from generator.verbs.remarks import tell_encodings
from generator.verbs.statuses import DONE, PROBLEMS

if TYPE_CHECKING:
    from generator.merging.facts import Facts

ABOUT = "ce qui diffère entre deux dossiers sources ou classeurs"


def add_arguments(parser: FrenchParser) -> None:
    """Add the verb's arguments."""
    parser.add_argument("before", type=Path, metavar="A", help="dossier source ou classeur")
    parser.add_argument("after", type=Path, metavar="B", help="dossier source ou classeur")
    add_json(parser)
    parser.add_argument("--xlsx", type=Path, metavar="FICHIER", help="écrire aussi un classeur")
    add_encoding(parser)


def run(args: argparse.Namespace) -> int:
    """Print what differs; status 1 where something does."""
    from generator.merging.changes import compare
    from generator.reports.changes import changes_json, changes_text, summary, totals_moved

    if args.xlsx:
        check_output(args.xlsx, [args.before, args.after])
    before, after = (_facts(path, args.encodage) for path in (args.before, args.after))
    changes = compare(before, after)
    moved = totals_moved(changes, before, after)
    if args.xlsx:
        from generator.files import write_whole
        from generator.reports.differences import differences_workbook

        names = (str(args.before), str(args.after))
        write_whole(args.xlsx, differences_workbook(names, before, after, changes))
    if args.json:
        print(json.dumps(changes_json(changes, moved), ensure_ascii=False, indent=2))
    elif changes:
        print(f"{args.before} -> {args.after} : {summary(changes)}.")
        print(changes_text(changes, moved))
    else:
        print(f"{args.before} et {args.after} disent la même chose.")
    return PROBLEMS if changes else DONE


def _facts(path: Path, encoding: str | None) -> Facts:
    """Return what a source folder or a workbook says now; raises where it cannot be read."""
    from generator.files import is_folder

    if is_folder(path):
        from generator.merging.facts import facts_of
        from generator.reading.source import read_source

        source = read_source(path, encoding)
        tell_encodings(source.notes, str(path))
        return facts_of(source.plan)
    from generator.copies.reading import read_copy
    from generator.errors import WorkbookRefusedError

    copy = read_copy(path)
    if not copy.is_sound:
        first = next(finding for finding in copy.findings if finding.severity == "erreur")
        raise WorkbookRefusedError(path, "copie à corriger d'abord", str(first))
    return copy.version.revised
