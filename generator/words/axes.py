"""The axis sheets and the inputs."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "axis.sheet": (
        "Axe {code}",
        "Axe {code}",
    ),
    "axis.title": (
        "Axe stratégique {code} : {title}",
        "Strategic axis {code}: {title}",
    ),
    "axis.subtitle": (
        "Montants en {currency} · les totaux sont la somme des activités de cette feuille",
        "Amounts in {currency} · totals are the sum of this sheet's activities",
    ),
    "axis.band.years": (
        "Budget par année en {currency}",
        "Budget by year in {currency}",
    ),
    "axis.band.published": (
        "Document publié",
        "Published document",
    ),
    "axis.band.base": (
        "Base : montants de la matrice à la production du classeur",
        "Base: amounts of the matrix when the workbook was made",
    ),
    "axis.band.marks": (
        "Repères",
        "Marks",
    ),
    "axis.code": (
        "Code",
        "Code",
    ),
    "axis.label": (
        "Activités",
        "Activities",
    ),
    "axis.responsible": (
        "Structure responsable",
        "Responsible structure",
    ),
    "axis.partners": (
        "Partenaires d'exécution",
        "Implementing partners",
    ),
    "axis.total": (
        "TOTAL AXE {code}",
        "TOTAL AXIS {code}",
    ),
    "axis.total_cost": (
        "Coût total",
        "Total cost",
    ),
    "axis.published": (
        "Total publié",
        "Published total",
    ),
    "axis.gap": (
        "Écart publié - calculé",
        "Gap published - computed",
    ),
    "axis.base_total": (
        "Base coût total",
        "Base total cost",
    ),
    "axis.base": (
        "Base {year}",
        "Base {year}",
    ),
    "axis.changed": (
        "Modifié",
        "Changed",
    ),
    "axis.nature": (
        "Nature",
        "Kind",
    ),
    "axis.key": (
        "Clé",
        "Key",
    ),
    "axis.sum": (
        "Ligne de total",
        "Total row",
    ),
    "axis.line": (
        "Ligne connue",
        "Known row",
    ),
    "axis.objective": (
        "Objectif {code}",
        "Objective {code}",
    ),
    "axis.effect": (
        "Effet {code}",
        "Effect {code}",
    ),
    "axis.indicator": (
        "Indicateur {code}",
        "Indicator {code}",
    ),
    "axis.action": (
        "Action {code}",
        "Action {code}",
    ),
    "axis.product": (
        "Produit {code}",
        "Output {code}",
    ),
    "axis.subtotal": (
        "Sous-total OS {code}",
        "Subtotal SO {code}",
    ),
    "axis.below": (
        (
            "Fin de la feuille : un montant saisi dans les 100 lignes suivantes met le "
            "contrôle en erreur."
        ),
        "End of the sheet: an amount typed below turns the check red.",
    ),
    "input.amount.title": (
        "Montant de l'année",
        "Amount of the year",
    ),
    "input.amount.message": (
        (
            "Francs entiers, sans décimale ni signe moins. Vide = rien de prévu. Ne "
            "déplacez pas une case : copiez, puis effacez."
        ),
        "Whole francs, no decimals, no minus sign. Blank = nothing planned.",
    ),
    "input.amount.error": (
        "Saisissez un nombre entier de francs, de 0 à 999 999 999 999 999, ou laissez vide.",
        "Type a whole number of francs, 0 to 999 999 999 999 999, or leave it blank.",
    ),
    "input.reserve.title": (
        "Ligne de réserve",
        "Reserve row",
    ),
    "input.reserve.message": (
        (
            "Pour une nouvelle activité : intitulé, structure responsable, partenaires, puis "
            "les montants par année. Le code apparaît seul."
        ),
        (
            "For a new activity: label, responsible structure, partners, then the amounts by "
            "year. The code appears by itself."
        ),
    ),
    "input.reserve.error": (
        "Le texte dépasse 2 000 caractères.",
        "The text is longer than 2 000 characters.",
    ),
    "input.share.title": (
        "Part de l'Etat",
        "State share",
    ),
    "input.share.message": (
        "Un pourcentage de 0 % à 100 %. La part des partenaires en est le complément.",
        "A percentage from 0 % to 100 %. The partners' share is the rest.",
    ),
    "input.share.error": (
        "Saisissez un pourcentage de 0 % à 100 %.",
        "Type a percentage from 0 % to 100 %.",
    ),
    "input.base.title": (
        "Base des totaux",
        "Base of totals",
    ),
    "input.base.message": (
        "Publiée : activités + écarts du document. Recalculée : activités seules.",
        "Published: activities + the document's gaps. Computed: activities alone.",
    ),
    "input.base.error": (
        "Choisissez un mot de la liste.",
        "Choose a word of the list.",
    ),
    "axis.compared": (
        "Total comparé",
        "Compared total",
    ),
    "axis.gap.tip": (
        "{ids} : voir l'explication sur Rapprochement",
        "{ids}: see the explanation on Rapprochement",
    ),
}
