"""The cover."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "cover.matrix": (
        "Matrice budgétaire en classeur de calcul",
        "Budget matrix as a living workbook",
    ),
    "cover.use": (
        "Comment s'en servir",
        "How to use it",
    ),
    "cover.step1.title": (
        "1. Lire",
        "1. Read",
    ),
    "cover.step1": (
        (
            "Synthèse donne les totaux par axe et par année ; les feuilles d'axe "
            "reprennent la matrice du document."
        ),
        (
            "Synthèse gives the totals by axis and year; the axis sheets follow the "
            "document's matrix."
        ),
    ),
    "cover.step2.title": (
        "2. Ajuster",
        "2. Adjust",
    ),
    "cover.step2": (
        (
            "Sur une feuille d'axe, modifiez les cases jaunes (montants par année, en francs "
            "entiers). Tous les totaux suivent ; une case modifiée passe en gras sur fond orangé. "
            "Ne déplacez pas une case (couper, glisser) : copiez, puis effacez."
        ),
        (
            "On an axis sheet, change the yellow cells (amounts by year, whole francs). "
            "Every total follows; a changed cell turns bold and orange."
        ),
    ),
    "cover.step3.title": (
        "3. Ajouter",
        "3. Add",
    ),
    "cover.step3": (
        (
            "Écrivez une nouvelle activité dans une ligne de réserve jaune, à la fin de son "
            "action : son code apparaît seul."
        ),
        (
            "Each action ends with a yellow reserve row: write a new activity there; its "
            "code appears by itself."
        ),
    ),
    "cover.step4.title": (
        "4. Choisir",
        "4. Choose",
    ),
    "cover.step4": (
        (
            "Dans Paramètres : la part de l'Etat, et la base des totaux (Publiée, comme le "
            "document ; Recalculée, somme des activités)."
        ),
        (
            "In Paramètres: the State's share, and the base of totals (published as the "
            "document, or computed as the sum of the activities)."
        ),
    ),
    "cover.step5.title": (
        "5. Vérifier",
        "5. Check",
    ),
    "cover.step5": (
        (
            "La ligne d'état sous chaque titre doit dire que tout est conforme ; sinon, Contrôles "
            "dit quoi et où, Rapprochement explique chaque franc d'écart avec le document."
        ),
        (
            "The state under each title must say that everything holds; if not, Contrôles "
            "says what and where, and Rapprochement explains every franc."
        ),
    ),
    "cover.legend": (
        "Légende",
        "Legend",
    ),
    "cover.legend.base.sample": (
        "37 500 000",
        "37 500 000",
    ),
    "cover.legend.base": (
        "Montant de base, tel que la matrice le portait quand ce classeur a été produit.",
        "Base amount, as the matrix had it when this workbook was made.",
    ),
    "cover.legend.changed.sample": (
        "40 000 000",
        "40 000 000",
    ),
    "cover.legend.changed": (
        "Montant modifié depuis (gras et orangé ; le mot « modifié » en bout de ligne).",
        "Amount changed since (bold and orange; the word at the end of the row).",
    ),
    "cover.legend.action.sample": (
        "Action",
        "Action",
    ),
    "cover.legend.action": (
        "Total d'une action.",
        "Total of an action.",
    ),
    "cover.legend.subtotal.sample": (
        "Sous-total",
        "Subtotal",
    ),
    "cover.legend.subtotal": (
        "Sous-total d'un objectif stratégique.",
        "Subtotal of a strategic objective.",
    ),
    "cover.legend.grand.sample": (
        "Total",
        "Total",
    ),
    "cover.legend.grand": (
        "Total d'un axe ou du plan.",
        "Total of an axis or of the plan.",
    ),
    "cover.index": (
        "Feuilles",
        "Sheets",
    ),
    "cover.index.Synthèse": (
        "Récapitulatif par axe et par année, parts de l'Etat et des partenaires, graphiques",
        "Totals by axis and year, the State's and partners' parts, charts",
    ),
    "cover.index.Financement": (
        "Part de l'Etat et montant à mobiliser, par année et par axe",
        "The State's part and the amount to mobilise, by year and axis",
    ),
    "cover.index.Rapprochement": (
        "Du total publié au total révisé : chaque franc d'écart expliqué",
        "From the published total to the live one: every franc explained",
    ),
    "cover.index.Activités": (
        "Liste complète, une ligne par activité, à filtrer",
        "Flat list of activities, to filter",
    ),
    "cover.index.Contrôles": (
        "Tous les contrôles du classeur, erreurs et alertes",
        "All checks, errors and alerts",
    ),
    "cover.index.Paramètres": (
        "Part de l'Etat, base des totaux, noms définis",
        "State share, base of totals, names",
    ),
    "cover.index.Sigles": (
        "Sigles et acronymes du document",
        "Acronyms of the document",
    ),
    "cover.index.Empreinte": (
        "Identité du classeur et valeurs de contrôle",
        "Identity and control values",
    ),
    "cover.provenance": (
        "Provenance",
        "Provenance",
    ),
    "cover.made": (
        "Produit par",
        "Made by",
    ),
    "cover.generator": (
        "générateur, version {version}",
        "generator, version {version}",
    ),
    "cover.file": (
        "SHA-256 {sha256}",
        "SHA-256 {sha256}",
    ),
    "cover.legend.sample.sample": (
        "37 500 000",
        "37 500 000",
    ),
    "cover.legend.sample": (
        "Case à saisir : la seule que la protection laisse modifier.",
        "Input cell: the only kind that protection leaves open.",
    ),
    "cover.legend.alert.sample": (
        "210 000 000",
        "210 000 000",
    ),
    "cover.legend.alert": (
        "Écart entre le total publié et le total calculé, ou alerte : à lire, pas une erreur.",
        "Gap between published and computed total, or alert: to be read, no error.",
    ),
    "cover.legend.alarm.sample": (
        "ERREUR",
        "ERROR",
    ),
    "cover.legend.alarm": (
        "Contrôle en erreur : à corriger avant d'envoyer le classeur.",
        "Failing check: to be mended before the workbook is sent.",
    ),
}
