"""What *Contrôles* says of the sheets of totals, of the bridges and of the parameters."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
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
