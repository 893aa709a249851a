"""What `import` and `merge` share: copies read, what is told of them, changes written."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.frenchparser import FrenchParser
from generator.verbs.arguments import SOURCE, add_encoding, add_json
from generator.verbs.conflicts import write_conflicts
from generator.verbs.progress import Progress
from generator.verbs.remarks import tell_encodings
from generator.verbs.statuses import DONE, PROBLEMS

if TYPE_CHECKING:
    from generator.reports.changes import Moved
    from generator.returning.session import Session

SOUND = "rien à corriger pour la reprendre"
"""What is said of a copy without an error: whether its formulas are sound is for `check`."""

DELETIONS = "--confirmer-suppressions"


class Opened(NamedTuple):
    """What copies bring, and the workbook of what must be chosen; None where nothing clashes."""

    session: Session
    conflicts: Path | None


def add_shared_arguments(parser: FrenchParser) -> None:
    """Add the arguments that both verbs take."""
    parser.add_argument(
        "--source",
        type=Path,
        default=SOURCE,
        metavar="DOSSIER",
        help="dossier source (par défaut : source/)",
    )
    parser.add_argument("--apply", action="store_true", help="écrire les changements")
    parser.add_argument(
        DELETIONS, action="store_true", help="accepter que des activités soient supprimées"
    )
    parser.add_argument(
        "--base",
        type=Path,
        metavar="FICHIER",
        help="classeur ou dossier dont une copie est partie, si sa propre base est perdue",
    )
    parser.add_argument(
        "--forcer",
        action="store_true",
        help="accepter une copie sans repères : ses lignes sont reconnues à leurs codes",
    )
    parser.add_argument(
        "--conflits",
        type=Path,
        metavar="FICHIER",
        help="où écrire les conflits, s'il y en a (par défaut : conflits.xlsx ; avec --decisions, "
        "le premier nom libre : conflits-2.xlsx…)",
    )
    add_encoding(parser)
    add_json(parser)
    parser.add_argument("--quiet", action="store_true", help="ne dire que ce qui empêche")


def run_session(args: argparse.Namespace, paths: Sequence[Path]) -> int:
    """Read copies and tell what they bring; with `--apply` write it. Returns the exit status."""
    from generator.sourcefiles.transaction import locked

    with Progress(quiet=args.quiet) as progress:
        if args.apply:
            with locked(args.source):
                return _apply(args, paths, progress)
        opened = _open(args, paths, progress)
        _tell(args, opened, [])
        is_done = opened.session.is_sound and not _unconfirmed(args, opened.session)
        return DONE if is_done else PROBLEMS


def _open(args: argparse.Namespace, paths: Sequence[Path], progress: Progress) -> Opened:
    """Return what the copies bring, with what was chosen; conflicts go to their workbook."""
    from generator.returning.deciding import decide_by
    from generator.returning.session import Options, open_session

    options = Options(args.encodage, args.base, args.forcer)
    session = open_session(args.source, paths, progress, options)
    if not args.quiet:
        tell_encodings(session.source.notes)
    decided = decide_by(session, args.decisions)
    if not decided.session.conflicts:
        return Opened(decided.session, None)
    from generator.reports.conflicts import conflicts_workbook

    content = conflicts_workbook(decided.asked, session.current, decided.decisions)
    read = [*paths, *([args.decisions] if args.decisions else [])]
    is_decided = args.decisions is not None
    written = write_conflicts(content, args.conflits, read, decided=is_decided)
    return Opened(decided.session, written)


def _apply(args: argparse.Namespace, paths: Sequence[Path], progress: Progress) -> int:
    from generator.returning.applying import apply_session
    from generator.sourcefiles.journal import find_notes

    opened = _open(args, paths, progress)
    session = opened.session
    if not session.is_sound or _unconfirmed(args, session):
        _tell(args, opened, [])
        return PROBLEMS
    if session.changes and not args.quiet:
        tell_encodings(find_notes(args.source, args.encodage))
    progress(f"Écriture dans {args.source}…")
    files, warning = apply_session(session, datetime.now().astimezone())
    if warning:
        print(warning, file=sys.stderr)
    _tell(args, opened, files)
    return DONE


def _unconfirmed(args: argparse.Namespace, session: Session) -> tuple[str, ...]:
    """Return the codes of the activities whose deletion the person must confirm first."""
    return () if args.confirmer_suppressions else session.deleted


def _tell(args: argparse.Namespace, opened: Opened, files: Sequence[str]) -> None:
    """Tell what the copies bring; that a deletion awaits its confirmation, however quiet."""
    from generator.merging.changes import apply
    from generator.reports.changes import totals_moved

    session = opened.session
    after = apply(session.current, session.changes)
    moved = totals_moved(session.changes, session.current, after)
    unconfirmed = _unconfirmed(args, session)
    if args.json:
        _tell_programs(opened, moved, files, unconfirmed)
    else:
        _tell_people(args, opened, moved, files)
    if unconfirmed:
        codes, wanted = ", ".join(unconfirmed), DELETIONS if args.apply else f"--apply {DELETIONS}"
        said = f"Rien n'est écrit : confirmez la suppression de {codes} ({wanted})."
        print(said, file=sys.stderr if args.json else sys.stdout)


def _tell_programs(
    opened: Opened, moved: Moved, files: Sequence[str], unconfirmed: Sequence[str]
) -> None:
    from generator.reports.changes import changes_json, conflicts_json
    from generator.reports.findings import findings_report

    session, workbook = opened
    told = {
        "copies": [findings_report(copy.version.name, copy.findings) for copy in session.copies],
        **changes_json(session.changes, moved),
        "conflits": conflicts_json(session.conflicts),
        "a_confirmer": list(unconfirmed),
        "classeur_conflits": None if workbook is None else str(workbook),
        "fichiers": list(files),
    }
    print(json.dumps(told, ensure_ascii=False, indent=2))


def _tell_people(
    args: argparse.Namespace, opened: Opened, moved: Moved, files: Sequence[str]
) -> None:
    from generator.reports.changes import changes_text, conflicts_text, summary
    from generator.reports.findings import findings_text

    session, workbook = opened
    for copy in session.copies:
        if not args.quiet or not copy.is_sound:
            print(findings_text(copy.version.name, copy.findings, SOUND))
    if session.conflicts:
        print(f"\nConflits ({len(session.conflicts)}), rien n'est choisi :")
        print(conflicts_text(session.conflicts))
        kept = " (vos choix y sont repris)" if args.decisions else ""
        again = f"relancez merge avec --decisions {workbook}"
        print(f"\nChoisissez dans {workbook}{kept}, puis {again}.")
    if args.quiet:
        return
    print(f"\nChangements : {summary(session.changes)}.")
    if session.changes:
        print(changes_text(session.changes, moved))
    if files:
        print(f"\nÉcrit dans {session.folder} : {', '.join(files)}.")
    elif session.changes and session.is_sound and not (args.apply or _unconfirmed(args, session)):
        print("\nRien n'est écrit : ajoutez --apply pour écrire ces changements.")
