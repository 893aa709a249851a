"""*Structures*: who answers for the activities, and who takes part in them."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "structures.title": (
        "Structures : activités et montants concernés",
        "Structures: activities and amounts concerned",
    ),
    "structures.subtitle": (
        (
            "Montants en {currency}, activités seules. Une activité compte chez chaque structure "
            "qu'elle nomme : ces lignes ne s'additionnent pas."
        ),
        (
            "Amounts in {currency}, activities alone. An activity counts for each structure that "
            "it names: these rows do not add up."
        ),
    ),
    "structures.name": ("Structure", "Structure"),
    "structures.meaning": ("Libellé", "Meaning"),
    "structures.known": ("Repère", "Mark"),
    "structures.count": ("Activités concernées", "Activities concerned"),
    "structures.total": ("Montant concerné", "Amount concerned"),
    "structures.share": ("En % du plan", "% of the plan"),
    "structures.first": ("Première de l'activité", "First of the activity"),
    "structures.key": ("Clé", "Key"),
    "structures.responsible": (
        "1. Par structure responsable",
        "1. By responsible structure",
    ),
    "structures.partners": (
        "2. Par partenaire nommé",
        "2. By named partner",
    ),
    "structures.unnamed": ("(non indiqué)", "(not given)"),
    "structures.listed": ("sigle", "acronym"),
    "structures.unlisted": ("hors liste", "not listed"),
    "structures.unlisted.meaning": (
        "Nom du document, absent de la liste des sigles",
        "As printed, not in the list of acronyms",
    ),
    "structures.spread": (
        "Non ventilé",
        "Not broken down",
    ),
    "structures.spread.meaning": (
        "Lignes de réserve remplies et lignes insérées : leurs structures ne sont pas réparties",
        "Filled reserve rows and inserted rows: their structures are not broken down",
    ),
    "structures.plan": ("Ensemble du plan", "The whole plan"),
    "structures.plan.meaning": (
        "Pour mémoire : ce n'est pas la somme des lignes",
        "For the record: not the sum of the rows",
    ),
    "structures.aliases": (
        "3. Graphies du document rapprochées",
        "3. Printed spellings brought together",
    ),
    "structures.alias": (
        "retenu : {kept} (plan.toml, section alias)",
        "kept: {kept} (plan.toml, section alias)",
    ),
    "structures.pairs.responsible": (
        "Détail : responsables, activité par activité (hors impression)",
        "Detail: responsible structures, activity by activity (not printed)",
    ),
    "structures.pairs.partners": (
        "Détail : partenaires, activité par activité (hors impression)",
        "Detail: partners, activity by activity (not printed)",
    ),
    "cover.index.Structures": (
        "Activités et montants concernés, par structure responsable et par partenaire nommé",
        "Activities and amounts concerned, by responsible structure and by named partner",
    ),
    "check.spread_responsible": (
        "Chaque activité compte une fois parmi les responsables ; le reste est non ventilé",
        "Each activity counts once among the responsible structures; the rest is not broken down",
    ),
    "check.spread_responsible.remedy": (
        "Une formule a été écrasée : annulez (Ctrl+Z) ou reprenez une copie saine du classeur.",
        "A formula was typed over: undo, or take a sound copy of the workbook.",
    ),
    "check.spread_partners": (
        "Chaque activité compte une fois parmi les partenaires ; le reste est non ventilé",
        "Each activity counts once among the partners; the rest is not broken down",
    ),
    "check.spread_partners.remedy": (
        "Une formule a été écrasée : annulez (Ctrl+Z) ou reprenez une copie saine du classeur.",
        "A formula was typed over: undo, or take a sound copy of the workbook.",
    ),
    "stamp.aliases": ("Graphies rapprochées", "Spellings brought together"),
    "stamp.alias": ("Graphie retenue", "Spelling kept"),
    "stamp.fundings": ("Financements de départ", "Funding at the start"),
    "stamp.funding": ("Nombre de lignes, montants par année", "Rows, amounts by year"),
    "stamp.funding.status": ("Montant : {status}", "Amount: {status}"),
    "stamp.rates": ("Taux de change", "Rates of exchange"),
    "stamp.rate": ("Taux et sa date", "Rate and its date"),
}
