"""What finance officers work with: statuses and reasons, the register, transfers, ceilings."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # the copy, on the cover
    "cover.copy": ("Cette copie", "This copy"),
    "cover.copy.who": ("Remplie par", "Filled by"),
    "cover.copy.service": ("Service", "Service"),
    "cover.copy.date": ("Date", "Date"),
    "cover.copy.version": ("Version", "Version"),
    "input.copy.title": ("Cette copie", "This copy"),
    "input.copy.message": (
        "Qui a rempli cette copie, son service, la date, un numéro de version.",
        "Who filled this copy, the service, the date, a version number.",
    ),
    "input.copy.error": (
        "Le texte dépasse 200 caractères.",
        "The text is longer than 200 characters.",
    ),
    # statuses and reasons on axis sheets and in the list
    "axis.status": ("Statut", "Status"),
    "axis.reason": ("Motif", "Reason"),
    "axis.base_status": ("Statut de départ", "Status at the start"),
    "axis.base_reason": ("Motif de départ", "Reason at the start"),
    "activities.status": ("Statut", "Status"),
    "activities.reason": ("Motif", "Reason"),
    "word.kept": ("maintenue", "kept"),
    "word.kept.use": (
        "Statut d'une activité qui reste au plan (comme une case vide)",
        "Status of an activity that stays (as a blank does)",
    ),
    "word.postponed": ("reportée", "postponed"),
    "word.postponed.use": (
        "Statut d'une activité remise à plus tard",
        "Status of an activity put off",
    ),
    "word.withdrawn": ("retirée", "withdrawn"),
    "word.withdrawn.use": (
        "Statut d'une activité qui quitte le plan : ses montants sont à mettre à zéro",
        "Status of an activity that leaves the plan: its amounts go to zero",
    ),
    "input.status.title": ("Statut de l'activité", "Status of the activity"),
    "input.status.message": (
        (
            "Vide ou maintenue : elle reste. Reportée : ses montants passent à une autre année. "
            "Retirée : mettez ses montants à zéro, ne supprimez pas la ligne."
        ),
        "Blank or kept: it stays. Postponed: its amounts move. Withdrawn: set them to zero.",
    ),
    "input.status.error": ("Choisissez un mot de la liste.", "Choose a word of the list."),
    "input.reason.title": ("Motif du changement", "Reason of the change"),
    "input.reason.message": (
        "Pourquoi cette activité change : une phrase suffit.",
        "Why this activity changes: a sentence will do.",
    ),
    "input.reason.error": (
        "Le texte dépasse 2 000 caractères.",
        "The text is longer than 2 000 characters.",
    ),
    "check.withdrawn": (
        "Activités retirées qui gardent un montant",
        "Withdrawn activities that keep an amount",
    ),
    "check.withdrawn.remedy": (
        "Mettez leurs montants à zéro, ou changez leur statut.",
        "Set their amounts to zero, or change their status.",
    ),
    "check.statuses": (
        "Statuts qui ne sont pas un mot de la liste",
        "Statuses that are no word of the list",
    ),
    "check.statuses.remedy": (
        "Choisissez maintenue, reportée ou retirée, ou videz la case.",
        "Choose kept, postponed or withdrawn, or empty the cell.",
    ),
    # the register
    "cover.index.Ajustements": (
        "Ce qui a changé depuis la base, par activité, et si les transferts se compensent.",
        "What changed since the base, activity by activity, and whether transfers balance.",
    ),
    "adjust.title": ("Ajustements", "Adjustments"),
    "adjust.subtitle": (
        "Montants en {currency} · se remplit seule : changez montants et statuts sur les axes",
        "Amounts in {currency} · fills itself: change amounts and statuses on the axis sheets",
    ),
    "adjust.transfers": (
        "1. Les transferts se compensent-ils ? Révisé moins base",
        "1. Do transfers balance? Revised minus base",
    ),
    "adjust.register": (
        "2. Activités changées : montant, statut, ou les deux",
        "2. Changed activities: amount, status, or both",
    ),
    "adjust.num": ("N°", "No."),
    "adjust.code": ("Code", "Code"),
    "adjust.label": ("Axe ou activité", "Axis or activity"),
    "adjust.base": ("Base", "Base"),
    "adjust.live": ("Révisé", "Revised"),
    "adjust.total": ("Écart", "Difference"),
    "adjust.year": ("{year}", "{year}"),
    "adjust.status": ("Équilibre ou statut", "Balance or status"),
    "adjust.reason": ("Motif", "Reason"),
    "adjust.rank": ("Rang", "Rank"),
    "adjust.flag": ("Changée", "Changed"),
    "adjust.counter": ("Compteur", "Counter"),
    "adjust.place": ("Place dans la liste", "Place in the list"),
    "adjust.by_year": ("Équilibre par année", "Balance by year"),
    "adjust.plan": ("Ensemble du plan", "Whole plan"),
    "adjust.registered": ("Total des activités changées", "Total of changed activities"),
    "word.neutral": ("neutre", "neutral"),
    "word.neutral.use": (
        "Transferts qui se compensent (Ajustements)",
        "Transfers that balance (Ajustements)",
    ),
    "word.uneven": ("non neutre", "not neutral"),
    "word.uneven.use": (
        "Transferts qui ne se compensent pas (Ajustements)",
        "Transfers that do not balance (Ajustements)",
    ),
    "check.registered": (
        "Le registre égale révisé moins base",
        "The register equals revised minus base",
    ),
    "check.registered.remedy": (
        "Une formule d'Ajustements a été écrasée : annulez (Ctrl+Z).",
        "A formula of Ajustements was typed over: undo.",
    ),
    "check.transfers": (
        "Révisé moins base égale la somme des axes",
        "Revised minus base equals the sum of the axes",
    ),
    "check.transfers.remedy": (
        "Une formule d'Ajustements a été écrasée : annulez (Ctrl+Z).",
        "A formula of Ajustements was typed over: undo.",
    ),
    "check.neutral_years": (
        "Transferts neutres par année (révisé moins base)",
        "Transfers neutral by year (revised minus base)",
    ),
    "check.neutral_years.remedy": (
        "Information : le total d'une année change. Compensez, ou faites valider.",
        "Information: the total of a year changes. Balance it, or have it agreed.",
    ),
    "check.neutral_axes": (
        "Transferts neutres par axe (somme des écarts, sans signe)",
        "Transfers neutral by axis (sum of differences without sign)",
    ),
    "check.neutral_axes.remedy": (
        "Information : le total d'un axe change. Compensez, ou faites valider.",
        "Information: the total of an axis changes. Balance it, or have it agreed.",
    ),
    "check.neutral_total": (
        "Transferts neutres au total (révisé moins base)",
        "Transfers neutral in total (revised minus base)",
    ),
    "check.neutral_total.remedy": (
        "Information : le total du plan change. Compensez, ou faites valider.",
        "Information: the plan's total changes. Balance it, or have it agreed.",
    ),
    # from the adopted plan to the revised one, on the summary
    "chain.title": (
        "Du plan adopté au plan révisé (activités seules)",
        "From the adopted plan to the revised one (activities alone)",
    ),
    "chain.adopted": ("Adopté", "Adopted"),
    "chain.validated": ("+ Modifications validées", "+ Validated changes"),
    "chain.base": ("= Base", "= Base"),
    "chain.adjusted": ("+ Ajustements", "+ Adjustments"),
    "chain.inserted": ("+ Lignes insérées", "+ Inserted rows"),
    "chain.live": ("= Révisé", "= Revised"),
    "chart.moves.title": (
        "Ce qui a bougé, par année (écarts seuls)",
        "What moved, by year (differences alone)",
    ),
    "chart.moves.alt": (
        (
            "Histogramme : modifications validées, ajustements et lignes insérées de chaque "
            "année. {plan}"
        ),
        "Columns: validated changes, adjustments and inserted rows of each year. {plan}",
    ),
    # ceilings, on the summary
    "ceilings.title": (
        "Plafonds par année (cases jaunes ; vide = sans plafond) et dépassements",
        "Ceilings by year (yellow cells; blank = none) and overruns",
    ),
    "ceilings.ceiling": ("Plafond {name}", "Ceiling {name}"),
    "ceilings.over": ("Dépassement {name}", "Overrun {name}"),
    "ceilings.plan": ("du plan", "of the plan"),
    "ceilings.axis": ("de la feuille {sheet}", "of sheet {sheet}"),
    "word.over": ("dépassé", "exceeded"),
    "word.over.use": ("Plafond dépassé (Synthèse)", "Ceiling exceeded (Synthèse)"),
    "word.within": ("respecté", "respected"),
    "word.within.use": ("Plafond respecté (Synthèse)", "Ceiling respected (Synthèse)"),
    "input.ceiling.title": ("Plafond de l'année", "Ceiling of the year"),
    "input.ceiling.message": (
        "Le plus que l'année peut porter, en francs entiers. Vide = sans plafond.",
        "The most that the year may hold, in whole francs. Blank = no ceiling.",
    ),
    "input.ceiling.error": (
        "Saisissez un nombre entier de francs, de 0 à 999 999 999 999 999, ou laissez vide.",
        "Type a whole number of francs, 0 to 999 999 999 999 999, or leave it blank.",
    ),
    "check.ceilings": (
        "Montants au-dessus d'un plafond (somme des dépassements)",
        "Amounts above a ceiling (sum of overruns)",
    ),
    "check.ceilings.remedy": (
        "Ramenez les montants sous le plafond, ou relevez-le dans Synthèse.",
        "Bring the amounts under the ceiling, or raise it on Synthèse.",
    ),
    "check.ceiling_inputs": (
        "Plafonds qui ne sont pas des montants",
        "Ceilings that are no amounts",
    ),
    "check.ceiling_inputs.remedy": (
        "Ressaisissez le plafond en francs entiers, sans signe, ou videz la case.",
        "Type the ceiling again in whole francs, without a sign, or empty the cell.",
    ),
    "stamp.ceilings": ("Plafonds de départ", "Starting ceilings"),
    "stamp.ceiling": ("Plafond", "Ceiling"),
}
