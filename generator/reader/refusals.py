"""Why a file is not read, in French: what it is, and what to do about it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

DAMAGE = (
    ArithmeticError,
    BadZipFile,
    EOFError,
    LookupError,
    NotImplementedError,
    ParseError,
    RecursionError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What reading a damaged file raises, whatever its damage."""

_ASK_AGAIN = "Redemandez-le à la personne qui l'a envoyé."
_SAVE_AGAIN = (
    "Ouvrez-le dans un tableur et enregistrez-le au format « Classeur Excel (.xlsx) », "
    "ou redemandez-le."
)

REFUSALS: dict[str, tuple[str, str]] = {
    # what is there
    "absent": ("fichier introuvable", "Vérifiez son nom et son dossier."),
    "folder": ("c'est un dossier, pas un classeur", "Indiquez le fichier .xlsx qu'il contient."),
    "special": ("ce n'est pas un fichier ordinaire", "Indiquez un fichier .xlsx."),
    "rights": (
        "lecture refusée",
        "Fermez-le dans Excel s'il est ouvert, ou demandez le droit de le lire.",
    ),
    "unreadable": ("lecture impossible ({cause})", "Copiez-le sur ce poste et recommencez."),
    "lock": (
        "c'est le fichier de verrou qu'un tableur pose à côté d'un classeur ouvert",
        "Indiquez le classeur lui-même : {name}.",
    ),
    # what it is
    "empty": ("fichier vide", _ASK_AGAIN),
    "password": (
        "classeur protégé par un mot de passe à l'ouverture",
        "Ouvrez-le, retirez ce mot de passe et enregistrez-le.",
    ),
    "old": (
        "ancien format d'Excel (.xls)",
        "Ouvrez-le et enregistrez-le au format « Classeur Excel (.xlsx) ».",
    ),
    "ole": ("document d'un ancien Office, pas un classeur .xlsx", "Indiquez le classeur .xlsx."),
    "html": (
        "page HTML, pas un classeur .xlsx",
        "Ouvrez-la dans Excel et enregistrez-la au format « Classeur Excel (.xlsx) ».",
    ),
    "xml": (
        "feuille de calcul XML 2003, pas un classeur .xlsx",
        "Ouvrez-la dans Excel et enregistrez-la au format « Classeur Excel (.xlsx) ».",
    ),
    "pdf": ("document PDF, pas un classeur .xlsx", "Indiquez le classeur .xlsx."),
    "text": (
        "fichier de texte (CSV ?), pas un classeur .xlsx",
        "Indiquez le classeur .xlsx, ou le dossier de la matrice.",
    ),
    "unknown": ("ce n'est pas un classeur .xlsx, ou il est endommagé", _ASK_AGAIN),
    "binary": (
        "classeur binaire (.xlsb)",
        "Ouvrez-le et enregistrez-le au format « Classeur Excel (.xlsx) ».",
    ),
    "strict": (
        "classeur au format Strict Open XML",
        "Enregistrez-le au format « Classeur Excel (.xlsx) », et non « Strict Open XML ».",
    ),
    "opendocument": (
        "classeur OpenDocument (.ods)",
        "Ouvrez-le et enregistrez-le au format « Classeur Excel (.xlsx) ».",
    ),
    "word": ("document Word, pas un classeur .xlsx", "Indiquez le classeur .xlsx."),
    "slides": ("présentation, pas un classeur .xlsx", "Indiquez le classeur .xlsx."),
    "archive": ("archive zip, pas un classeur .xlsx", "Extrayez-en le classeur .xlsx."),
    # how it is damaged
    "truncated": ("fichier incomplet", "Sa copie s'est interrompue : redemandez-le."),
    "damaged": ("fichier endommagé, illisible", _ASK_AGAIN),
    "part": ("fichier endommagé : {part} illisible", _ASK_AGAIN),
    "missing": ("fichier endommagé : {part} manque", _ASK_AGAIN),
    "sheet": ("fichier endommagé : la feuille « {sheet} » manque", _ASK_AGAIN),
    "relation": ("fichier endommagé : le lien interne {identity} ne mène nulle part", _ASK_AGAIN),
    "no_sheet": ("classeur sans aucune feuille", _ASK_AGAIN),
    "cell": ("feuille « {sheet} », ligne {row} : cellule illisible", _SAVE_AGAIN),
    "cell_twice": ("feuille « {sheet} », ligne {row} : une cellule figure deux fois", _SAVE_AGAIN),
    "row": ("feuille « {sheet} » : numéro de ligne impossible", _SAVE_AGAIN),
    "around": ("feuille « {sheet} » : « {what} » illisible", _SAVE_AGAIN),
    # what no tableur writes
    "entities": (
        "{part} déclare un type de document ou des entités, ce qu'aucun tableur n'écrit",
        "N'ouvrez pas ce fichier : prévenez la personne qui l'a envoyé.",
    ),
    "encoding": ("{part} est dans un codage qu'aucun tableur n'emploie", _SAVE_AGAIN),
    "bomb": (
        "contenu démesuré une fois décompressé ({part})",
        "N'ouvrez pas ce fichier : prévenez la personne qui l'a envoyé.",
    ),
    "path": (
        "l'archive contient un nom de fichier dangereux ({part})",
        "N'ouvrez pas ce fichier : prévenez la personne qui l'a envoyé.",
    ),
    "twice": ("l'archive contient deux fois {part}", _SAVE_AGAIN),
    "encrypted": ("une partie de l'archive est chiffrée ({part})", _SAVE_AGAIN),
    # how much
    "size": ("fichier de plus de {limit} Mo", "Retirez-en les images et les feuilles ajoutées."),
    "many": (
        "plus de {limit} {noun}",
        "Supprimez les lignes, les colonnes et les feuilles inutiles, puis enregistrez.",
    ),
}


class RefusalError(Exception):
    """The file is not to be read: why, and what to do; whoever knows its path says so."""

    def __init__(self, kind: str, **fields: object) -> None:
        reason, remedy = REFUSALS[kind]
        self.reason, self.remedy = reason.format(**fields), remedy.format(**fields)
        super().__init__(self.reason)


def refuse(kind: str, **fields: object) -> NoReturn:
    """Raise the refusal of this kind, its sentence filled with the fields."""
    raise RefusalError(kind, **fields)


@contextmanager
def refusing(kind: str, **fields: object) -> Iterator[None]:
    """Refuse with this sentence where the block stumbles over damage."""
    try:
        yield
    except DAMAGE:
        refuse(kind, **fields)
