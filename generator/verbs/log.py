"""`log [SOURCE] [--annuler]`: what imports and merges changed; the last one undone."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from generator.frenchparser import FrenchParser
from generator.verbs.arguments import add_encoding, add_source
from generator.verbs.remarks import tell_encodings
from generator.verbs.statuses import DONE

ABOUT = "le journal de ce qui a été importé et fusionné"


def add_arguments(parser: FrenchParser) -> None:
    """Add the verb's arguments."""
    folder = parser.add_mutually_exclusive_group()
    add_source(folder)
    folder.add_argument(
        "--source", type=Path, metavar="DOSSIER", dest="folder", help="le même, comme pour import"
    )
    parser.add_argument(
        "--annuler", action="store_true", help="remettre les fichiers d'avant le dernier import"
    )
    add_encoding(parser)


def run(args: argparse.Namespace) -> int:
    """Print the journal, or undo the last import or merge."""
    folder = args.folder or args.source
    if args.annuler:
        from generator.sourcefiles.transaction import locked, undo

        with locked(folder):
            names = undo(folder)
        print(f"Annulé : {', '.join(names)} comme avant le dernier import.")
        return DONE
    from generator.files import is_folder, missing_folder
    from generator.sourcefiles.journal import find_notes, read

    if not is_folder(folder):
        raise missing_folder(folder)
    rows = read(folder, args.encodage)
    tell_encodings(find_notes(folder, args.encodage))
    if not rows:
        print("Le journal est vide.")
    for row in rows:
        print(_line(row))
    return DONE


def _line(row: Mapping[str, str]) -> str:
    """Return a row of the journal as one line, its texts in whole."""
    from generator.texts import show_text

    told = {name: show_text(text, len(text)) for name, text in row.items()}
    change = f"{told['champ']} : {told['avant'] or 'vide'} -> {told['apres'] or 'vide'}"
    reason = f" ({told['motif']})" if told["motif"] else ""
    return f"{told['date']}  {told['fichier']}  {told['objet']} {told['code']}, {change}{reason}"
