"""A small plan that has something in every input of its workbook: where each stands is known.

On *Axe A* the activities stand in rows 10 and 11 (A-1, A-2), 17 (A-3, no cost) and 26 (A-4), the
reserve rows in 12, 13 (A-5, A-6), 18, 19 (A-7, A-8) and 27, 28 (A-9, A-10); the actions in 8, 15
and 24, the subtotals in 21 and 30, the total in 32. The years are columns F to H.
"""

from __future__ import annotations

from pathlib import Path

from tests.rules.small_plan import write_small_plan

SETTINGS = """\
titre = "Un petit plan"
sigle = "PP"
part_etat = 0.22
base_totaux = "Publiée"
contre_valeur = "EUR"
annee_pta = 2031
lignes_reserve = 2

[taux]
EUR = { taux = 655.957, date = "parité fixe" }
"""
CEILINGS = """\
axe;2030;2031;2032
A;100;;300
;1000;1000;
"""
FUNDINGS = """\
bailleur;axe;annee;montant;statut;reference
Etat;;2030;15;confirmé;Loi 1
UNICEF;A;2031;20;envisagé;
"""
DECISIONS = """\
code;statut;motif
A-2;reportée;Faute de crédits
"""
QUARTERS = """\
code;annee;t1;t2;t3;t4
A-1;2031;5;10;;0
A-2;2031;7;;;
A-2;2032;1;2;3;4
"""


def write_plan(folder: Path) -> Path:
    """Return the folder, where the plan's files now are."""
    files = {
        "plan.toml": SETTINGS,
        "plafonds.csv": CEILINGS,
        "financements.csv": FUNDINGS,
        "statuts.csv": DECISIONS,
        "pta.csv": QUARTERS,
    }
    write_small_plan(folder)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def write_wide_plan(folder: Path, lines: int, reserves: int) -> Path:
    """Return the folder of a plan of one action: 10 francs in 2030 and 20 in 2031 by activity."""
    head = (
        "axe;axe_intitule;objectif;objectif_intitule;action;action_intitule;code;activite;"
        "responsable;partenaires;cout_total;2030;2031\n"
    )
    rows = "".join(
        f"A;Axe;A.1;Objectif;A.1.1;Action;A-{number};Étude {number};MEF;;30;10;20\n"
        for number in range(1, lines + 1)
    )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "matrice.csv").write_text(head + rows, encoding="utf-8")
    (folder / "plan.toml").write_text(f"lignes_reserve = {reserves}\n", encoding="utf-8")
    return folder
