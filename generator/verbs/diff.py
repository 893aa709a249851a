"""`diff A B`: what changes between two sources or workbooks, by activity, field and year."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.frenchparser import FrenchParser
from generator.verbs.arguments import add_encoding, add_json
from generator.verbs.outputs import check_output
from generator.verbs.progress import Progress
from generator.verbs.remarks import tell_encodings
from generator.verbs.statuses import DONE, PROBLEMS

if TYPE_CHECKING:
    from generator.merging.changes import Change
    from generator.merging.facts import Facts
    from generator.reports.changes import Moved

ABOUT = "ce qui diffère entre deux dossiers sources ou classeurs"
LEFT_OUT = "colonnes x_… non comparées : un classeur ne les porte pas"


class Version(NamedTuple):
    """What a source folder or a workbook says now, and its columns that no workbook has.

    `unsound` is what is said of a workbook that must be put right first, else "".
    """

    facts: Facts
    carried: tuple[str, ...] = ()
    unsound: str = ""


def add_arguments(parser: FrenchParser) -> None:
    """Add the verb's arguments."""
    parser.add_argument("before", type=Path, metavar="A", help="dossier source ou classeur")
    parser.add_argument("after", type=Path, metavar="B", help="dossier source ou classeur")
    add_json(parser)
    parser.add_argument("--xlsx", type=Path, metavar="FICHIER", help="écrire aussi un classeur")
    add_encoding(parser)


def run(args: argparse.Namespace) -> int:
    """Print what differs; status 1 where something does."""
    from generator.errors import UnsoundCopiesError
    from generator.files import is_folder
    from generator.merging.changes import compare
    from generator.merging.renaming import same_codes
    from generator.reports.changes import totals_moved

    paths = args.before, args.after
    if args.xlsx:
        check_output(args.xlsx, paths)
    carried = all(is_folder(path) for path in paths)
    versions = []
    with Progress() as progress:
        for path in paths:
            progress(f"Lecture de {path}…")
            versions.append(_read(path, args.encodage, carried=carried))
        if unsound := [version.unsound for version in versions if version.unsound]:
            raise UnsoundCopiesError(unsound)
        progress("Comparaison…")
        before, after = same_codes(*(version.facts for version in versions))
        changes = compare(before, after)
        if args.xlsx:
            _write_workbook(args, before, after, changes)
    left_out = () if carried else _tell_left_out(paths, versions)
    _tell(args, changes, totals_moved(changes, before, after), left_out)
    return PROBLEMS if changes else DONE


def _write_workbook(
    args: argparse.Namespace, before: Facts, after: Facts, changes: Sequence[Change]
) -> None:
    from generator.files import write_whole
    from generator.reports.differences import differences_workbook

    names = (str(args.before), str(args.after))
    write_whole(args.xlsx, differences_workbook(names, before, after, changes))


def _tell_left_out(paths: Sequence[Path], versions: Sequence[Version]) -> tuple[str, ...]:
    """Return the columns that are not compared, and say so where there are some."""
    for path, version in zip(paths, versions, strict=True):
        if version.carried:
            print(f"{path} : {LEFT_OUT} ({', '.join(version.carried)}).", file=sys.stderr)
    return tuple(name for version in versions for name in version.carried)


def _tell(
    args: argparse.Namespace, changes: Sequence[Change], moved: Moved, left_out: Sequence[str]
) -> None:
    from generator.reports.changes import changes_json, changes_text, summary

    if args.json:
        told = {**changes_json(changes, moved), "colonnes_non_comparees": list(left_out)}
        print(json.dumps(told, ensure_ascii=False, indent=2))
    elif changes:
        print(f"{args.before} -> {args.after} : {summary(changes)}.")
        print(changes_text(changes, moved))
    else:
        print(f"{args.before} et {args.after} disent la même chose.")


def _read(path: Path, encoding: str | None, *, carried: bool) -> Version:
    """Return a version, with what `carried` columns say; raises where it cannot be read."""
    from generator.files import is_folder

    if is_folder(path):
        from generator.merging.facts import carried_columns, facts_of
        from generator.reading.source import read_source

        source = read_source(path, encoding)
        tell_encodings(source.notes, str(path))
        return Version(facts_of(source.plan, carried=carried), carried_columns(source.plan))
    from generator.copies.reading import read_copy
    from generator.copies.said import without_options
    from generator.reports.choices import refuse_as_copy
    from generator.reports.findings import findings_text

    copy = read_copy(path)
    if copy.plan is None:
        refuse_as_copy(path)
    told = [without_options(finding) for finding in copy.findings]
    return Version(
        copy.version.revised,
        unsound="" if copy.is_sound else findings_text(str(path), told),
    )
