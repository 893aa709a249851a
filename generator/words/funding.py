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
            "Filtrez le repère 1 : bailleur, année du plan, montant entier et statut de la liste "
            "sont tous nécessaires."
        ),
        "Look for the mark 1: funder, year, whole amount and status are all needed.",
    ),
    "check.pledges_counted": (
        "Acquis et envisagé font le total des lignes saisies",
        "Secured and planned make up the total of the rows",
    ),
    "check.pledges_counted.remedy": (
        "Une ligne n'a pas d'année ou de statut connus, ou une formule a été écrasée.",
        "A row has no known year or status, or a formula was typed over.",
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
        "La devise choisie n'a pas de taux, ou en a deux",
        "The chosen currency has no rate, or two",
    ),
    "check.currency.remedy": (
        "Saisissez son taux sur Paramètres, ou choisissez une devise de la table.",
        "Type its rate on Paramètres, or choose a currency of the table.",
    ),
}
