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
    "check.unexplained": (
        (
            "Publié - écarts du document = Adopté, à chaque niveau et chaque année (nombre "
            "de niveaux non expliqués)"
        ),
        "Published - gaps = adopted, at each level and year (number of unexplained bridges)",
    ),
    "check.unexplained.remedy": (
        (
            "Filtrez le repère 1 sur Rapprochement. Formule écrasée : annulez (Ctrl+Z). "
            "matrice.csv modifié à la main : rétablissez-le, ou gardez la version adoptée dans "
            "matrice_adoptee.csv."
        ),
        (
            "Filter the flag 1 on the bridges. A formula typed over: undo. matrice.csv edited by "
            "hand: restore it, or keep the adopted version in matrice_adoptee.csv."
        ),
    ),
    "check.inserted_amounts": (
        "Montant des lignes insérées, inconnues d'Activités",
        "Amount of inserted rows, unknown to Activités",
    ),
    "check.inserted_amounts.remedy": (
        "Ces montants comptent dans les totaux ; reportez-les dans une ligne de réserve.",
        "These amounts count in the totals; move them to a reserve row.",
    ),
    "check.summed": (
        "Synthèse = axes + écarts du document s'ils sont inclus",
        "Summary = axes + included gaps",
    ),
    "check.summed.remedy": (
        "Une formule de Synthèse a été écrasée, ou la base des totaux est inconnue.",
        "A formula of the summary was typed over, or the base of totals is unknown.",
    ),
    "check.computed": (
        "Synthèse : la base recalculée est la somme des feuilles d'axe",
        "Summary: the computed base is the sum of the axis sheets",
    ),
    "check.computed.remedy": (
        "Une formule de Synthèse a été écrasée.",
        "A formula of the summary was typed over.",
    ),
    "check.summary_across": (
        "Synthèse : total = somme des années",
        "Summary: total = sum of the years",
    ),
    "check.summary_across.remedy": (
        "Une formule de Synthèse a été écrasée.",
        "A formula of the summary was typed over.",
    ),
    "check.shares": (
        "Les parts des axes font 100 %",
        "The shares of the axes make 100 %",
    ),
    "check.shares.remedy": (
        "Une formule de part a été écrasée sur Synthèse.",
        "A share was typed over.",
    ),
    "check.parts": (
        "Part de l'Etat + partenaires = total, par année",
        "State + partners = total, by year",
    ),
    "check.parts.remedy": (
        "Vérifiez la part de l'Etat dans Paramètres et les formules de Financement.",
        "Check the State share in Paramètres and the formulas of Financement.",
    ),
    "check.state_by_axis": (
        "La part de l'Etat égale la somme de celles des axes",
        "The State's part equals the sum of the axes'",
    ),
    "check.state_by_axis.remedy": (
        "Une formule de Financement a été écrasée.",
        "A formula of Financement was typed over.",
    ),
    "check.partners_by_axis": (
        "Le montant à mobiliser égale la somme de ceux des axes",
        "The amount to mobilise equals the sum of the axes'",
    ),
    "check.partners_by_axis.remedy": (
        "Une formule de Financement a été écrasée.",
        "A formula of Financement was typed over.",
    ),
    "check.like_summary.remedy": (
        "Une formule de Financement ou de Synthèse a été écrasée.",
        "A formula of Financement or of Synthèse was typed over.",
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
    "check.gaps": (
        "Les écarts affichés égalent publié moins calculé",
        "The gaps shown equal published minus computed",
    ),
    "check.gaps.remedy": (
        "Une formule a été écrasée : annulez (Ctrl+Z) ou reprenez une copie saine du classeur.",
        "A formula was typed over: undo, or take a sound copy of the workbook.",
    ),
    "check.share_range": (
        "La part de l'Etat est un nombre de 0 % à 100 %",
        "The State's share is a number from 0 % to 100 %",
    ),
    "check.share_range.remedy": (
        "Ressaisissez la part dans Paramètres, par exemple 22 %.",
        "Type the share again in Paramètres, for example 22 %.",
    ),
    "check.switch": (
        "La base des totaux est connue et bien lue",
        "The base of totals is known and well read",
    ),
    "check.switch.remedy": (
        "Choisissez Publiée ou Recalculée dans Paramètres ; ne changez pas la table des bases.",
        "Choose a base of the list in Paramètres; do not change the table of bases.",
    ),
    "check.constants": (
        "La tolérance et la marque PM sont celles du départ",
        "The tolerance and the PM mark are as at the start",
    ),
    "check.constants.remedy": (
        "Remettez la valeur que donne Empreinte.",
        "Put back the value that Empreinte gives.",
    ),
    "check.share_blank": (
        "La part de l'Etat n'est pas renseignée",
        "The State's share is not given",
    ),
    "check.share_blank.remedy": (
        "Saisissez-la dans Paramètres : tout le total est pour l'instant à mobiliser.",
        "Type it in Paramètres: for now the whole total is to be mobilised.",
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
    "check.both_bases": (
        "Synthèse : base publiée = somme des activités + écarts du document",
        "Summary: published base = activities + gaps",
    ),
    "check.both_bases.remedy": (
        "Une formule a été écrasée : annulez (Ctrl+Z) ou reprenez une copie saine du classeur.",
        "A formula was typed over: undo, or take a sound copy of the workbook.",
    ),
    "check.state_bases": (
        "Synthèse : la part de l'Etat est celle de la base choisie",
        "Summary: the State's part is that of the chosen base",
    ),
    "check.state_bases.remedy": (
        "Une formule a été écrasée : annulez (Ctrl+Z) ou reprenez une copie saine du classeur.",
        "A formula was typed over: undo, or take a sound copy of the workbook.",
    ),
    "check.partners_bases": (
        "Synthèse : le montant à mobiliser est celui de la base choisie",
        "Summary: the amount to mobilise is that of the chosen base",
    ),
    "check.partners_bases.remedy": (
        "Une formule a été écrasée : annulez (Ctrl+Z) ou reprenez une copie saine du classeur.",
        "A formula was typed over: undo, or take a sound copy of the workbook.",
    ),
    "check.like_summary_state": (
        "Financement et Synthèse donnent la même part de l'Etat",
        "Financement and Synthèse give the same State's part",
    ),
    "check.like_summary_state.remedy": (
        "Une formule a été écrasée : annulez (Ctrl+Z) ou reprenez une copie saine du classeur.",
        "A formula was typed over: undo, or take a sound copy of the workbook.",
    ),
    "check.like_summary_partners": (
        "Financement et Synthèse donnent le même montant à mobiliser",
        "Financement and Synthèse give the same amount to mobilise",
    ),
    "check.like_summary_partners.remedy": (
        "Une formule a été écrasée : annulez (Ctrl+Z) ou reprenez une copie saine du classeur.",
        "A formula was typed over: undo, or take a sound copy of the workbook.",
    ),
    "check.like_summary": (
        "Financement et Synthèse donnent le même budget total",
        "Financement and Synthèse give the same total budget",
    ),
    "checks.expected": (
        "Nombres attendus",
        "Numbers expected",
    ),
    "check.state_apart": (
        "Synthèse : les deux parts de l'Etat diffèrent de sa part des écarts",
        "Summary: the State's two parts differ by its share of the gaps",
    ),
    "check.state_apart.remedy": (
        "Une formule a été écrasée : annulez (Ctrl+Z) ou reprenez une copie saine du classeur.",
        "A formula was typed over: undo, or take a sound copy of the workbook.",
    ),
    "check.partners_apart": (
        "Synthèse : les deux montants à mobiliser diffèrent de leur part des écarts",
        "Summary: the two amounts to mobilise differ by their share of the gaps",
    ),
    "check.partners_apart.remedy": (
        "Une formule a été écrasée : annulez (Ctrl+Z) ou reprenez une copie saine du classeur.",
        "A formula was typed over: undo, or take a sound copy of the workbook.",
    ),
}
