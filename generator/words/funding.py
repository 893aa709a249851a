"""*Financement* for real, the rates of exchange, and the yearly work plan (*PTA*)."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # what is secured of the needs
    "funding.voted": (
        "Crédits de l'Etat votés (confirmés ou décaissés)",
        "State's voted credits (confirmed or disbursed)",
    ),
    "funding.short": (
        "Ecart des crédits votés à la part théorique de l'Etat",
        "Voted credits less the State's theoretical share",
    ),
    "funding.pledged": (
        "Financements acquis des partenaires (confirmés ou décaissés)",
        "Partners' secured funding (confirmed or disbursed)",
    ),
    "funding.secured": (
        "Financements acquis, en tout",
        "Secured funding in all",
    ),
    "funding.planned": (
        "Pour mémoire : financements envisagés, non comptés",
        "For the record: funding under discussion, not counted",
    ),
    "funding.rest": (
        "Reste à mobiliser (négatif : excédent)",
        "Gap to mobilise (negative: excess)",
    ),
    "funding.coverage": (
        "Taux de couverture (acquis / besoin)",
        "Coverage rate (secured / need)",
    ),
    "funding.counter": ("Contre-valeur", "Counter-value"),
    "funding.axes.secured": (
        "Financements acquis rattachés à un axe",
        "Secured funding tied to an axis",
    ),
    "funding.axes.rest": (
        "Besoin de l'axe que ces financements ne couvrent pas (négatif : excédent)",
        "The axis's need that this funding does not cover (negative: excess)",
    ),
    "funding.axes.coverage": (
        "Taux de couverture de l'axe par ces financements",
        "The axis's rate of coverage by this funding",
    ),
    "funding.whole": (
        "Acquis pour l'ensemble du plan, sans axe",
        "Secured for the whole plan, no axis",
    ),
    # the register of credits and pledges
    "pledges.title": (
        "Crédits de l'Etat et promesses des partenaires : une ligne par financement et par année",
        "The State's credits and the partners' pledges: a row for each funding and year",
    ),
    "pledges.note": (
        (
            "Bailleur : écrivez {state} pour les crédits de l'Etat. Axe vide : l'ensemble du plan. "
            "Confirmé et décaissé comptent comme acquis, envisagé non."
        ),
        (
            "Funder: write {state} for the State's credits. No axis: the whole plan. Confirmed "
            "and disbursed count as secured, planned does not."
        ),
    ),
    "pledges.axis": ("Axe", "Axis"),
    "pledges.funder": ("Bailleur", "Funder"),
    "pledges.year": ("Année", "Year"),
    "pledges.amount": ("Montant", "Amount"),
    "pledges.status": ("Statut", "Status"),
    "pledges.reference": ("Référence", "Reference"),
    "pledges.rank": ("Ligne", "Row"),
    "pledges.base": ("Base : {field}", "Base: {field}"),
    "pledges.secured": ("Acquis", "Secured"),
    "pledges.planned": ("Envisagé", "Planned"),
    "pledges.flag": ("Repère : ligne à corriger", "Mark: row to correct"),
    "pledges.whole": ("Acquis sans axe", "Secured, no axis"),
    "pledges.used": ("Ligne remplie", "Row in use"),
    "pledges.partner": ("Partenaire", "Partner"),
    "pledges.class": ("Classe", "Class"),
    "pledges.counted": ("Compté comme", "Counted as"),
    "pledges.odd_name": ("Bailleur ou statut à revoir", "Funder or status to correct"),
    "pledges.odd_place": ("Année ou axe à revoir", "Year or axis to correct"),
    "pledges.odd_amount": ("Montant à revoir", "Amount to correct"),
    "pledges.go": (
        "Saisir les financements, plus bas",
        "Type the funding, below",
    ),
    "pledges.go.tip": ("Aller aux lignes à saisir", "Go to the rows to fill"),
    "input.funder.title": ("Bailleur", "Funder"),
    "input.funder.message": (
        "Nom du bailleur ; écrivez {state} pour les crédits de l'Etat.",
        "Name of the funder; write {state} for the State's credits.",
    ),
    "input.funder.error": (
        "Le texte dépasse 200 caractères.",
        "The text is longer than 200 characters.",
    ),
    "input.axis.title": ("Axe", "Axis"),
    "input.axis.message": (
        "L'axe auquel ce financement est rattaché ; vide : l'ensemble du plan.",
        "The axis that this funding is tied to; blank: the whole plan.",
    ),
    "input.axis.error": ("Choisissez un axe de la liste.", "Choose an axis of the list."),
    "input.year.title": ("Année", "Year"),
    "input.year.message": ("Une année du plan.", "A year of the plan."),
    "input.year.error": ("Choisissez une année de la liste.", "Choose a year of the list."),
    "input.pledge.title": ("Montant du financement", "Amount of the funding"),
    "input.pledge.message": (
        "Francs entiers, sans décimales. Une ligne par année.",
        "Whole francs. A row for each year.",
    ),
    "input.pledge.error": (
        "Saisissez un nombre entier de francs, positif ou nul.",
        "Type a whole number of francs, zero or more.",
    ),
    "input.funding.title": ("Statut du financement", "Status of the funding"),
    "input.funding.message": (
        "Envisagé : en discussion. Confirmé : engagement signé ou crédit voté. Décaissé : reçu.",
        "Planned: under discussion. Confirmed: signed or voted. Disbursed: received.",
    ),
    "input.funding.error": ("Choisissez un mot de la liste.", "Choose a word of the list."),
    "input.reference.title": ("Référence", "Reference"),
    "input.reference.message": (
        "Convention, loi de finances, lettre : ce qui prouve ce financement.",
        "Agreement, budget law, letter: what proves this funding.",
    ),
    "input.reference.error": (
        "Le texte dépasse 500 caractères.",
        "The text is longer than 500 characters.",
    ),
    "word.state": ("Etat", "State"),
    "word.state.use": (
        "Bailleur dont les lignes sont les crédits de l'Etat",
        "Funder whose rows are the State's credits",
    ),
    "word.redo": ("à revoir", "to correct"),
    "word.redo.use": (
        "Dit qu'une ligne saisie est à corriger (financements, trimestres)",
        "Says that a row is to be corrected (funding, quarters)",
    ),
    "word.partner": ("partenaire", "partner"),
    "word.partner.use": (
        "Dit qu'un financement compte comme celui d'un partenaire",
        "Says that a funding counts as a partner's",
    ),
    "word.state_accent": ("État", "The State"),
    "word.state_accent.use": (
        "L'autre façon d'écrire l'Etat",
        "The other way to write the State",
    ),
    "word.planned": ("envisagé", "planned"),
    "word.planned.use": (
        "Statut d'un financement en discussion : il ne compte pas comme acquis",
        "Status of a funding under discussion: not secured",
    ),
    "word.confirmed": ("confirmé", "confirmed"),
    "word.confirmed.use": (
        "Statut d'un crédit voté ou d'un engagement signé : acquis",
        "Status of a voted credit or a signed agreement: secured",
    ),
    "word.disbursed": ("décaissé", "disbursed"),
    "word.disbursed.use": (
        "Statut d'un financement reçu : acquis",
        "Status of a funding received: secured",
    ),
    "word.excess": ("excédent", "excess"),
    "word.excess.use": (
        "Dit que les financements acquis dépassent le besoin",
        "Says that secured funding exceeds the need",
    ),
    "word.counter": ("Contre-valeur en ", "Counter-value in "),
    "word.counter.use": (
        "Précède la devise de la contre-valeur",
        "Stands before the currency of the counter-value",
    ),
    "check.overfunded": (
        "Financements acquis au-delà du besoin, par année (plan et axes)",
        "Secured funding beyond the need, by year (plan and axes)",
    ),
    "check.overfunded.remedy": (
        "Double financement possible : vérifiez les lignes de l'année sur Financement.",
        "Perhaps funded twice: look at the year's rows on Financement.",
    ),
    "check.pledges": (
        "Lignes de financement incomplètes ou mal remplies",
        "Funding rows that are incomplete or odd",
    ),
    "check.pledges.remedy": (
        (
            "Voyez les lignes « à revoir », en rouge : bailleur, année du plan, montant entier et "
            "statut sont nécessaires ; rien ne compte sous la dernière ligne."
        ),
        (
            "See the red rows: funder, year, whole amount and status are needed; nothing counts "
            "under the last row."
        ),
    ),
    "check.pledges_counted": (
        "Acquis et envisagé font le total des lignes saisies",
        "Secured and planned make up the total of the rows",
    ),
    "check.pledges_counted.remedy": (
        "Une ligne n'a pas d'année ou de statut connus, ou a été insérée : reportez-la plus bas.",
        "A row has no known year or status, or was inserted: type it lower.",
    ),
    "check.pledges_tied": (
        "Ce qu'aucun axe ne reçoit est ce qui ne nomme aucun axe",
        "What no axis takes is what names no axis",
    ),
    "check.pledges_tied.remedy": (
        "Un axe est mal écrit : choisissez-le dans la liste.",
        "An axis is misspelt: choose it in the list.",
    ),
    "check.pledges_base": (
        "Les financements de départ sont ceux de la source (lignes, montants par année)",
        "The funding at the start is the source's (rows, amounts by year)",
    ),
    "check.pledges_base.remedy": (
        "Une ligne a été supprimée ou sa base écrasée : annulez, ou reprenez une copie saine.",
        "A row was deleted or its base typed over: undo, or take a sound copy.",
    ),
    "check.pledges_statuses": (
        "Les financements de départ ont les statuts de la source (montants par statut)",
        "The funding at the start has the source's statuses (amounts by status)",
    ),
    "check.pledges_statuses.remedy": (
        "Une ligne a été supprimée ou sa base écrasée : annulez, ou reprenez une copie saine.",
        "A row was deleted or its base typed over: undo, or take a sound copy.",
    ),
    # rates of exchange
    "parameters.rates": ("Taux de change", "Rates of exchange"),
    "parameters.rate": (
        "Valeur d'une unité, en monnaie du plan",
        "Worth of one unit, in the plan's currency",
    ),
    "parameters.rate.other": (
        "Autre devise : son code, son taux et la date du taux",
        "Another currency: its code, its rate and the rate's date",
    ),
    "name.Devise": ("Devise de la contre-valeur", "Currency of the counter-value"),
    "name.Devise.note": (
        "Un code de la table des taux ; vide : pas de contre-valeur.",
        "A code of the table of rates; blank: no counter-value.",
    ),
    "name.Taux_Change": (
        "Taux de la devise choisie ; 0 : aucun",
        "Rate of the chosen currency; 0: none",
    ),
    "name.Taux_Change.note": ("Lu dans la table des taux.", "Read in the table of rates."),
    "input.currency.title": ("Devise", "Currency"),
    "input.currency.message": (
        "Une devise de la table des taux, plus bas ; vide : pas de contre-valeur.",
        "A currency of the table of rates below; blank: no counter-value.",
    ),
    "input.currency.error": (
        "Choisissez une devise de la liste.",
        "Choose a currency of the list.",
    ),
    "input.rate.title": ("Taux de change", "Rate of exchange"),
    "input.rate.message": (
        "Combien vaut une unité de cette devise dans la monnaie du plan.",
        "What one unit of this currency is worth in the plan's.",
    ),
    "input.rate.error": ("Saisissez un nombre positif.", "Type a positive number."),
    "input.rate_text.title": ("Autre devise", "Another currency"),
    "input.rate_text.message": (
        "Le code de la devise (USD, par exemple) ; à droite, la date et la source du taux.",
        "The code of the currency (such as USD); to the right, the rate's date and source.",
    ),
    "input.rate_text.error": (
        "Le texte dépasse 100 caractères.",
        "The text is longer than 100 characters.",
    ),
    "check.currency": (
        "La devise choisie a un seul taux, et tout taux saisi a sa date",
        "The chosen currency has one rate, and a rate that was typed has its date",
    ),
    "check.currency.remedy": (
        "Sur Paramètres, saisissez son taux et la date, ou choisissez une devise de la table.",
        "On Paramètres, type its rate and date, or choose a currency of the table.",
    ),
}
