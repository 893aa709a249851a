"""The checks: labels and remedies."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "checks.title": (
        "Contrôles",
        "Checks",
    ),
    "checks.subtitle": (
        (
            "0 = conforme, 1 = à corriger ou à examiner · les écarts s'affichent en "
            "francs ou en nombre"
        ),
        "0 = the check holds, 1 = to mend or to look at · differences in francs or in number",
    ),
    "checks.num": (
        "N°",
        "No.",
    ),
    "checks.sheet": (
        "Feuille",
        "Sheet",
    ),
    "checks.label": (
        "Contrôle",
        "Check",
    ),
    "checks.kind": (
        "Classe",
        "Class",
    ),
    "checks.total": (
        "Écart",
        "Difference",
    ),
    "checks.result": (
        "Résultat",
        "Result",
    ),
    "checks.state": (
        "État",
        "State",
    ),
    "checks.remedy": (
        "Que faire",
        "What to do",
    ),
    "checks.balance": (
        "Bilan",
        "Balance",
    ),
    "checks.list": (
        "Tous les contrôles",
        "All checks",
    ),
    "checks.total_count": (
        "Ensemble du classeur (Controle_General, Alertes)",
        "The whole workbook",
    ),
    "checks.count_of": (
        "Contrôles en erreur et alertes levées de la feuille",
        "Failing checks and raised alerts of the sheet",
    ),
    "check.complete": (
        "Tout montant de la feuille est dans un bloc et dans le total",
        "Every amount of the sheet is in a block and in the total",
    ),
    "check.complete.remedy": (
        (
            "Un montant est saisi hors des blocs d'activités : déplacez-le dans une ligne "
            "d'activité."
        ),
        "An amount stands outside the blocks: move it to an activity row.",
    ),
    "check.listed": (
        "Les lignes de la feuille égalent la liste Activités",
        "The sheet's rows equal the list Activités",
    ),
    "check.listed.remedy": (
        (
            "Annulez (Ctrl+Z) : une case a été déplacée, ou un lien d'Activités écrasé. "
            "Dans une ligne insérée par copie, videz les colonnes de base et de repères."
        ),
        (
            "Undo: a cell was moved, or a link of Activités typed over. In a row inserted "
            "as a copy, empty the base and mark columns."
        ),
    ),
    "check.across": (
        "Les coûts totaux des lignes égalent la somme des années",
        "The rows' total costs equal the sum of the years",
    ),
    "check.across.remedy": (
        "Un coût total a été écrasé : rétablissez sa formule.",
        "A total cost was typed over: restore its formula.",
    ),
    "check.frozen": (
        "La base égale la matrice d'origine",
        "The base equals the source matrix",
    ),
    "check.frozen.remedy": (
        (
            "Annulez (Ctrl+Z) : une colonne de base a été modifiée. Dans une ligne insérée "
            "par copie, videz les colonnes de base et de repères."
        ),
        (
            "Undo: a base column was changed. In a row inserted as a copy, empty the base "
            "and mark columns."
        ),
    ),
    "check.texts": (
        "Aucun montant n'est du texte",
        "No amount is a text",
    ),
    "check.texts.remedy": (
        "Ressaisissez le montant en chiffres, sans espace ni unité.",
        "Type the amount again in digits, without space or unit.",
    ),
    "check.negative": (
        "Aucun montant n'est négatif",
        "No amount is negative",
    ),
    "check.negative.remedy": (
        "Ressaisissez le montant sans signe moins.",
        "Type the amount again without a minus.",
    ),
    "check.inserted": (
        "Lignes insérées (+) ou supprimées (-) depuis la production",
        "Rows inserted (+) or deleted (-) since the workbook was made",
    ),
    "check.inserted.remedy": (
        "Ces lignes comptent dans les totaux mais pas dans Activités : préférez la réserve.",
        "These rows count in the totals but not in Activités: prefer the reserve rows.",
    ),
    "check.changed": (
        "Activités dont un montant diffère de la base",
        "Activities that differ from their base",
    ),
    "check.changed.remedy": (
        "Information : ce sont vos ajustements, voir la colonne « Modifié ».",
        "For information: these are your adjustments, see the column of marks.",
    ),
    "check.costless": (
        "Activités sans aucun montant et non PM",
        "Activities without any amount and not PM",
    ),
    "check.costless.remedy": (
        (
            "Vérifiez que l'activité est bien sans coût, ou rendez-lui son montant (pour "
            "une PM, videz ses années)."
        ),
        (
            "Make sure that the activity costs nothing, or give it its amount back (for a "
            "PM, empty its years)."
        ),
    ),
    "check.adopted": (
        "Les montants adoptés égalent ceux de la source",
        "Adopted amounts equal the source's",
    ),
    "check.adopted.remedy": (
        "Une colonne « Adopté » a été modifiée : reprenez une copie saine du classeur.",
        "An adopted column was changed: take a sound copy of the workbook.",
    ),
    "check.counted": (
        "Toutes les activités de la matrice sont comptées",
        "All the matrix's activities count",
    ),
    "check.counted.remedy": (
        "Le code d'une activité a été effacé : rétablissez-le.",
        "The code of an activity was erased: restore it.",
    ),
    "check.added": (
        "Activités ajoutées dans les lignes de réserve",
        "Activities added in reserve rows",
    ),
    "check.added.remedy": (
        "Information : elles comptent dans tous les totaux.",
        "For information: they count in every total.",
    ),
    "check.list_base": (
        "Activités : les montants de base égalent ceux de la source",
        "Activités: base amounts equal the source's",
    ),
    "check.list_base.remedy": (
        "Une formule a été écrasée : annulez (Ctrl+Z) ou reprenez une copie saine du classeur.",
        "A formula was typed over: undo, or take a sound copy of the workbook.",
    ),
    "check.list_total": (
        "Activités : le total de la liste égale ses totaux par axe",
        "Activités: the list's total equals its totals by axis",
    ),
    "check.list_total.remedy": (
        "Une formule a été écrasée : annulez (Ctrl+Z) ou reprenez une copie saine du classeur.",
        "A formula was typed over: undo, or take a sound copy of the workbook.",
    ),
    "check.count_total": (
        "Activités : le compte total est la somme des comptes",
        "Activités: the total count is the sum of the counts",
    ),
    "check.count_total.remedy": (
        "Une formule a été écrasée : annulez (Ctrl+Z) ou reprenez une copie saine du classeur.",
        "A formula was typed over: undo, or take a sound copy of the workbook.",
    ),
    "check.moved": (
        "Chaque ligne porte encore le code avec lequel elle a été produite",
        "Each row still has the code it was made with",
    ),
    "check.moved.remedy": (
        (
            "Un code a été changé, ou des lignes ont été triées sur une feuille d'axe : "
            "annulez (Ctrl+Z)."
        ),
        "A code was changed, or rows were sorted on an axis sheet: undo.",
    ),
    "check.unnamed": (
        "Lignes de réserve remplies sans intitulé",
        "Reserve rows filled without a label",
    ),
    "check.unnamed.remedy": (
        "Écrivez l'intitulé de l'activité, ou videz la ligne.",
        "Write the activity's label, or empty the row.",
    ),
    "check.decimals": (
        "Aucun total ne porte de décimales",
        "No total has decimals",
    ),
    "check.decimals.remedy": (
        "Un montant a des décimales : ressaisissez-le en francs entiers.",
        "An amount has decimals: type it again in whole francs.",
    ),
    "check.large": (
        "Aucun montant ne dépasse quinze chiffres",
        "No amount has more than fifteen digits",
    ),
    "check.large.remedy": (
        "Vérifiez le montant : un tableur en perdrait des francs.",
        "Check the amount: a spreadsheet would lose francs of it.",
    ),
    "check.actions": (
        "Synthèse compte toutes les actions de la matrice",
        "Synthèse counts every action of the matrix",
    ),
    "check.actions.remedy": (
        "Une formule a été écrasée : annulez (Ctrl+Z) ou reprenez une copie saine du classeur.",
        "A formula was typed over: undo, or take a sound copy of the workbook.",
    ),
    "check.activities": (
        "Synthèse et Activités comptent autant d'activités",
        "Synthèse and Activités count as many activities",
    ),
    "check.activities.remedy": (
        "Une formule a été écrasée : annulez (Ctrl+Z) ou reprenez une copie saine du classeur.",
        "A formula was typed over: undo, or take a sound copy of the workbook.",
    ),
    "checks.expected": (
        "Nombres attendus",
        "Numbers expected",
    ),
}
