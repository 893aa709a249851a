"""Plans of any size, drawn with a fixed seed, as source folders."""

from __future__ import annotations

import csv
import random
from pathlib import Path

SEED = 20162020
YEARS = (2016, 2017, 2018, 2019, 2020)
AXES = 8
OBJECTIVES = 4
ACTIVITIES_PER_ACTION = 4
PM_RATE, BLANK_RATE = 0.05, 0.4
WORDS = [
    "renforcer",
    "former",
    "organiser",
    "produire",
    "diffuser",
    "doter",
    "appuyer",
    "élaborer",
    "évaluer",
    "mettre",
    "en",
    "œuvre",
    "un",
    "programme",
    "national",
    "des",
    "campagnes",
    "de",
    "sensibilisation",
    "sur",
    "la",
    "prise",
    "en",
    "charge",
    "des",
    "victimes",
    "outils",
    "acteurs",
    "structures",
    "centres",
    "réseau",
    "plan",
    "dispositif",
    "suivi",
    "évaluation",
    "communication",
]
COLUMNS = [
    "axe",
    "axe_intitule",
    "objectif",
    "objectif_intitule",
    "action",
    "action_intitule",
    "code",
    "activite",
    "responsable",
    "partenaires",
    "cout_total",
]


def write_plan(folder: Path, size: int) -> None:
    """Write a source folder of `size` activities: a matrix and its settings."""
    draw = random.Random(SEED + size)  # noqa: S311 - a drawn plan, no secret
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "matrice.csv").open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=";", lineterminator="\n")
        writer.writerow([*COLUMNS, *YEARS])
        for place in range(size):
            writer.writerow(_row(draw, place, size))
    (folder / "plan.toml").write_text('titre = "Plan tiré au sort"\npart_etat = 0.22\n')


def _row(draw: random.Random, place: int, size: int) -> list[str]:
    actions = max(1, size // ACTIVITIES_PER_ACTION)
    action = min(place // ACTIVITIES_PER_ACTION, actions - 1)
    blocks = AXES * OBJECTIVES
    block = action * blocks // actions
    axis, objective = block // OBJECTIVES + 1, block % OBJECTIVES + 1
    first = -(-block * actions // blocks)
    number, rank = action - first + 1, place - action * ACTIVITIES_PER_ACTION + 1
    codes = (f"A{axis}", f"A{axis}.{objective}", f"A{axis}.{objective}.{number}")
    titles = (f"Axe tiré {axis}", f"Objectif tiré {axis}.{objective}", f"Action tirée {codes[2]}")
    levels = [text for pair in zip(codes, titles, strict=True) for text in pair]
    code = f"A{axis}-{objective}.{number}.{rank}"
    return [*levels, code, _label(draw), "CNCLTdP", "PTF, OSC", *_amounts(draw)]


def _label(draw: random.Random) -> str:
    return " ".join(draw.choices(WORDS, k=draw.randint(6, 24))).capitalize()


def _amounts(draw: random.Random) -> list[str]:
    """Return the total and the years; a PM has no amount."""
    if draw.random() < PM_RATE:
        return ["PM", *[""] * len(YEARS)]
    years = [
        "" if draw.random() < BLANK_RATE else str(draw.randint(1, 500) * 500_000) for _ in YEARS
    ]
    return [str(sum(int(year or 0) for year in years)), *years]
