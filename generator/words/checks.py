"""The checks: labels and remedies."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "checks.title": (
        "Contrôles",
        "Checks",
    ),
    "checks.subtitle": (
        (
            "0 = le contrôle tient, 1 = à corriger ou à examiner · les écarts s'affichent en "
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
        "Un lien de la feuille Activités est rompu : reprenez une copie saine du classeur.",
        "A link of Activités is broken: take a sound copy of the workbook.",
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
        "Une colonne de base a été modifiée : reprenez une copie saine du classeur.",
        "A base column was changed: take a sound copy of the workbook.",
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
        "Vérifiez que l'activité est bien sans coût, ou rendez-lui son montant.",
        "Make sure that the activity costs nothing, or give it its amount back.",
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
            "de ponts non expliqués)"
        ),
        "Published - gaps = adopted, at each level and year (number of unexplained bridges)",
    ),
    "check.unexplained.remedy": (
        (
            "Filtrez « Non expliqué » sur Rapprochement. Si matrice.csv a été modifié à la "
            "main : rétablissez-le, ou gardez la version adoptée dans matrice_adoptee.csv."
        ),
        (
            "Filter the unexplained rows. If matrice.csv was edited by hand: restore it, or "
            "keep the adopted version in matrice_adoptee.csv."
        ),
    ),
    "check.bridged": (
        "Adopté + modifications validées = Base",
        "Adopted + validated changes = base",
    ),
    "check.bridged.remedy": (
        "Un total de base est faux sur une feuille d'axe : reprenez une copie saine.",
        "A base total is wrong on an axis sheet: take a sound copy.",
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
    "check.like_summary": (
        "Financement et Synthèse donnent la même part de l'Etat",
        "Financement and Synthèse give the same State's part",
    ),
    "check.like_summary.remedy": (
        "Une formule de Financement ou de Synthèse a été écrasée.",
        "A formula of Financement or of Synthèse was typed over.",
    ),
}
