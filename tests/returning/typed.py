"""A copy in which every kind of input was typed, and the changes that it brings, by hand."""

from __future__ import annotations

from typing import Any

from tests.copies.edited import Typed

I1, STUDY = "Axe I", "I-1.1.1"
PLACE = {"axe": "I", "objectif": "I.1", "action": "I.1.1"}

TYPED: tuple[tuple[str, str, str, Typed], ...] = (
    (I1, STUDY, "y2017", 50_000_000),
    (I1, "reserve:I.1.1:0", "label", "Former les juges d’été"),
    (I1, "reserve:I.1.1:0", "responsible", "CNLTP"),
    (I1, "reserve:I.1.1:0", "y2018", 1_000_000),
    (I1, "I-1.1.2", "status", "reportée"),
    (I1, "I-1.1.2", "reason", "Faute de crédits"),
    ("Synthèse", "ceiling:II", "y2017", 900_000_000),
    ("Financement", "pledge:0", "axis", "Axe II"),
    ("Financement", "pledge:0", "label", "UNICEF"),
    ("Financement", "pledge:0", "y2016", 2017),
    ("Financement", "pledge:0", "y2017", 300_000_000),
    ("Financement", "pledge:0", "y2018", "confirmé"),
    ("Financement", "pledge:0", "y2019", "Lettre 1"),
    ("Paramètres", "Part_Etat", "value", 0.29),
)
FUNDING = "UNICEF · II · 2017 · Lettre 1"
CHANGES = {
    ("activité", STUDY, "2017", None, 50_000_000),
    *[
        ("activité", "I-1.1.5", field, None, value)
        for field, value in {
            **PLACE,
            "activite": "Former les juges d’été",
            "responsable": "CNLTP",
            "2018": 1_000_000,
        }.items()
    ],
    ("statut", "I-1.1.2", "statut", None, "reportée"),
    ("statut", "I-1.1.2", "motif", None, "Faute de crédits"),
    ("plafond", "II", "2017", None, 900_000_000),
    *[
        ("financement", FUNDING, field, None, value)
        for field, value in {
            "bailleur": "UNICEF",
            "axe": "II",
            "annee": 2017,
            "montant": 300_000_000,
            "statut": "confirmé",
            "reference": "Lettre 1",
        }.items()
    ],
    ("paramètre", "part_etat", "valeur", 0.22, 0.29),
}


def changes(told: dict[str, Any]) -> set[tuple[Any, ...]]:
    fields = ("objet", "code", "champ", "avant", "apres")
    return {tuple(change[field] for field in fields) for change in told["changements"]}


def remarks(told: dict[str, Any]) -> list[tuple[str, str]]:
    (copy,) = told["copies"]
    return [(own["classe"], own["regle"]) for own in copy["constats"]]
