"""French as people write it, and its bytes in each encoding, without the code under test."""

from __future__ import annotations

import csv
import random
from pathlib import Path

SINGLE = ("windows-1252", "mac-roman", "cp850")
WORDS = (
    "Réaliser", "études", "société", "activité", "déjà", "là", "à", "où", "août", "coût", "dû",
    "même", "être", "forêt", "bâtiment", "âge", "tâche", "théâtre", "côté", "contrôle", "hôpital",
    "ôter", "île", "maître", "naïve", "maïs", "Noël", "ambiguë", "garçon", "leçon", "français",
    "système", "mères", "très", "n° 3", "État", "Étude", "Échange", "Équipe", "À", "Être", "ÉCOLE",
    "PRIORITÉ", "PROBLÈME", "SYSTÈME", "Ça", "FRANÇAIS", "« mot »", "«\u00a0mot\u00a0»",
    "10\u00a0000", "mot\u00a0:", "l'État", "d'élèves",
)  # fmt: skip
"""What all three encodings have."""

WINDOWS_AND_MAC = (
    "cœur", "main-d’œuvre", "l’État", "d’études", "qu’à", "2016–2020", "etc…", "“mot”", "ŒUVRE",
    "MAÎTRE", "PÂTE", "– mot",
)  # fmt: skip
PLAIN = ("la", "le", "de", "une", "formation", "plan", "pour", "acteurs", "police", "OIM", "2016")


def shipped_sentences() -> list[str]:
    """Return the texts of the shipped matrix and log frame that have an accent."""
    found = set[str]()
    for name in ("matrice.csv", "cadre_logique.csv", "sigles.csv"):
        with (Path("source") / name).open(encoding="utf-8-sig", newline="") as file:
            found.update(cell for row in csv.reader(file, delimiter=";") for cell in row)
    return sorted(text for text in found if not text.isascii())


def fitting(text: str, codec: str) -> str:
    """Return the text with what an encoding does not have spelled as people then do."""
    spelled = {"’": "'", "œ": "oe", "Œ": "Oe", "–": "-", "…": "...", "“": '"', "”": '"'}
    return "".join(sign if sign.encode(codec, "ignore") else spelled[sign] for sign in text)


def drawn_sentences(count: int, seed: int) -> list[str]:
    """Return sentences of shipped ones put together, a few in each."""
    draw = random.Random(seed)  # noqa: S311 - sentences, no secrets
    shipped = shipped_sentences()
    return ["\n".join(draw.sample(shipped, draw.randint(8, 20))) for _ in range(count)]
