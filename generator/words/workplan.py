"""*PTA*, the yearly work plan."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "pta.title": ("Plan de travail annuel", "Yearly work plan"),
    "pta.subtitle": (
        (
            "Montants en {currency}, activités seules. Choisissez l'année, puis répartissez chaque "
            "montant sur les quatre trimestres."
        ),
        (
            "Amounts in {currency}, activities alone. Choose the year, then spread each amount "
            "over the four quarters."
        ),
    ),
    "pta.year": ("Année du plan de travail", "Year of the work plan"),
    "pta.code": ("Code", "Code"),
    "pta.label": ("Activité", "Activity"),
    "pta.responsible": ("Structure responsable", "Responsible structure"),
    "pta.partners": ("Partenaires", "Partners"),
    "pta.amount": ("Montant de l'année", "Amount of the year"),
    "pta.state": ("Part de l'Etat", "State's part"),
    "pta.planned": ("Prévue", "Planned"),
    "pta.q1": ("1er trimestre", "Quarter 1"),
    "pta.q2": ("2e trimestre", "Quarter 2"),
    "pta.q3": ("3e trimestre", "Quarter 3"),
    "pta.q4": ("4e trimestre", "Quarter 4"),
    "pta.rest": ("Reste à répartir", "Left to spread"),
    "pta.spread": ("Répartition", "Spreading"),
    "pta.base": ("Base T{quarter} {year}", "Base Q{quarter} {year}"),
    "pta.odd": ("Repère : trimestres à revoir", "Mark: quarters to correct"),
    "pta.key": ("Clé", "Key"),
    "stamp.work_plan": ("Plan de travail de départ", "Work plan at the start"),
    "stamp.work_year": ("Année du plan de travail", "Year of the work plan"),
    "stamp.quarters": (
        "Trimestres de la source, toutes années ensemble",
        "Quarters of the source, all years together",
    ),
    "pta.moved": ("Repère : code déplacé", "Mark: code moved"),
    "pta.inserted": (
        "Lignes insérées sur les feuilles d'axe, hors liste",
        "Rows inserted on axis sheets, not in the list",
    ),
    "pta.total": ("TOTAL DE L'ANNEE", "TOTAL OF THE YEAR"),
    "cover.index.PTA": (
        "Plan de travail de l'année choisie, par trimestre",
        "Work plan of a chosen year, by quarter",
    ),
    "word.yes": ("oui", "yes"),
    "word.yes.use": (
        "Dit qu'une activité a un montant dans l'année choisie",
        "Says that an activity has an amount in the chosen year",
    ),
    "word.spread": ("réparti", "spread"),
    "word.spread.use": (
        "Dit que les trimestres font le montant de l'année",
        "Says that the quarters make up the year's amount",
    ),
    "input.pta_year.title": ("Année", "Year"),
    "input.pta_year.message": (
        "L'année du plan de travail. Les trimestres déjà saisis ne changent pas avec elle.",
        "The year of the work plan. Quarters already typed do not change with it.",
    ),
    "input.pta_year.error": ("Choisissez une année de la liste.", "Choose a year of the list."),
    "input.quarter.title": ("Montant du trimestre", "Amount of the quarter"),
    "input.quarter.message": (
        "Francs entiers. Les quatre trimestres font le montant de l'année.",
        "Whole francs. The four quarters make up the year's amount.",
    ),
    "input.quarter.error": (
        "Saisissez un nombre entier de francs, positif ou nul.",
        "Type a whole number of francs, zero or more.",
    ),
    "check.pta_total": (
        "Le total est celui de l'année dans les feuilles d'axe",
        "The total is the year's on the axis sheets",
    ),
    "check.pta_total.remedy": (
        "Une formule a été écrasée : annulez (Ctrl+Z) ou reprenez une copie saine du classeur.",
        "A formula was typed over: undo, or take a sound copy of the workbook.",
    ),
    "check.pta_base": (
        "Les trimestres de base sont ceux de la source",
        "The base quarters are the source's",
    ),
    "check.pta_base.remedy": (
        "Une colonne « Base T » a été touchée : reprenez une copie saine du classeur.",
        "A « Base Q » column was changed: take a sound copy of the workbook.",
    ),
    "check.pta_year": (
        "L'année choisie est une année du plan",
        "The chosen year is one of the plan's",
    ),
    "check.pta_year.remedy": (
        "Choisissez une année de la liste, en haut de PTA.",
        "Choose a year of the list at the top of PTA.",
    ),
    "check.pta_inputs": (
        "Trimestres qui ne sont pas des montants, ou négatifs",
        "Quarters that are no amounts, or negative",
    ),
    "check.pta_inputs.remedy": (
        "Retapez-les comme des nombres entiers, sans lettres.",
        "Type them again as whole numbers, without letters.",
    ),
    "check.pta_moved": (
        "Chaque ligne de trimestres est restée avec son activité",
        "Each line of quarters has stayed with its activity",
    ),
    "check.pta_moved.remedy": (
        "Annulez le tri ou le déplacement : les trimestres seraient ceux d'une autre activité.",
        "Undo the sort or the move: the quarters would be another activity's.",
    ),
    "check.pta_rest": (
        "Le reste à répartir est le total moins les trimestres",
        "What is left is the total less the quarters",
    ),
    "check.pta_rest.remedy": (
        "Une ligne insérée porte des trimestres, ou une formule a été écrasée.",
        "An inserted row holds quarters, or a formula was typed over.",
    ),
    "check.pta_spread": (
        "Activités dont les trimestres saisis ne font pas le montant de l'année",
        "Activities whose quarters do not make up the year's amount",
    ),
    "check.pta_spread.remedy": (
        "Alerte : complétez les trimestres, ou effacez-les si l'année a changé.",
        "Alert: complete the quarters, or clear them if the year has changed.",
    ),
}
