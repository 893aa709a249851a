"""A small plan with everything that rules look at: two axes, three years, printed totals, a gap."""

from __future__ import annotations

from pathlib import Path

MATRIX = """\
axe;axe_intitule;objectif;objectif_intitule;action;action_intitule;code;activite;responsable;\
partenaires;cout_total;2030;2031;2032
A;Prévenir;A.1;Savoir;A.1.1;Étudier;A-1;Première étude;MEF;ONG;60;10;20;30
A;Prévenir;A.1;Savoir;A.1.1;Étudier;A-2;Deuxième étude;MEF;;7;;7;
A;Prévenir;A.1;Savoir;A.1.2;Publier;A-3;Un rapport;MEF;;PM;;;
A;Prévenir;A.2;Former;A.2.1;Former;A-4;Des cours;MEF;ONG;9;2;3;4
B;Protéger;B.1;Accueillir;B.1.1;Ouvrir;B-1;Un centre;MEF;;500;100;200;200
B;Protéger;B.1;Accueillir;B.1.1;Ouvrir;B-2;Un foyer;MEF;;40;;;40
"""
PUBLISHED = """\
niveau;code;intitule;cout_total;2030;2031;2032
action;A.1.1;Étudier;67;10;27;30
axe;A;Prévenir;76;12;30;34
axe;B;Protéger;545;100;200;245
plan;;Plan;621;112;230;279
"""
GAPS = """\
id;niveau;code;nature;explication;2030;2031;2032
E1;axe;B;erreur;Cinq francs de trop;0;0;5
"""
SETTINGS = """\
titre = "Un petit plan"
part_etat = 0.22
base_totaux = "Publiée"
"""


def write_small_plan(folder: Path) -> Path:
    """Return the folder, where the plan's files now are."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "matrice.csv": MATRIX,
        "totaux_publies.csv": PUBLISHED,
        "ecarts_document.csv": GAPS,
        "plan.toml": SETTINGS,
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
