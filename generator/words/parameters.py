"""The parameters, the acronyms and the stamp."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "parameters.title": (
        "Paramètres",
        "Parameters",
    ),
    "parameters.subtitle": (
        "Les cases jaunes pilotent tout le classeur",
        "The yellow cells drive the workbook",
    ),
    "parameters.name": (
        "Nom",
        "Name",
    ),
    "parameters.label": (
        "Signification",
        "Meaning",
    ),
    "parameters.value": (
        "Valeur",
        "Value",
    ),
    "parameters.note": (
        "Remarque",
        "Note",
    ),
    "parameters.bases": (
        "Bases de totaux",
        "Bases of totals",
    ),
    "parameters.words": (
        "Mots que les formules affichent ou comparent",
        "Words that formulas show or compare",
    ),
    "parameters.word": (
        "mot",
        "word",
    ),
    "parameters.names": (
        "Noms définis",
        "Defined names",
    ),
    "name.Part_Etat": (
        "Part de l'Etat dans le financement",
        "State's share of the financing",
    ),
    "name.Part_Etat.note": (
        "Les parts ne sont pas arrondies.",
        "Shares are not rounded.",
    ),
    "name.Part_Partenaires": (
        "Part à mobiliser auprès des partenaires (1 - part de l'Etat)",
        "Partners' share",
    ),
    "name.Part_Partenaires.note": (
        "Calculée.",
        "Computed.",
    ),
    "name.Base_Totaux": (
        "Base des totaux de Synthèse et de Financement",
        "Base of totals of Synthèse, Financement",
    ),
    "name.Base_Totaux.note": (
        "Publiée : comme le document. Recalculée : somme des activités.",
        "Published: as the document. Computed: sum of the activities.",
    ),
    "name.Ecarts_Inclus": (
        "1 si les écarts du document sont inclus, 0 sinon",
        "1 if the gaps are included, else 0",
    ),
    "name.Ecarts_Inclus.note": (
        "Lue une fois dans la table ci-dessous ; un mot inconnu donne une erreur visible.",
        "Read once from the table below; an unknown word gives a visible error.",
    ),
    "name.Marque_PM": (
        "Mot affiché pour une activité sans coût (pour mémoire)",
        "Word of a costless activity",
    ),
    "name.Marque_PM.note": (
        "Une activité PM à laquelle on donne un montant compte aussitôt.",
        "A PM activity that is given an amount counts at once.",
    ),
    "name.Tolerance": (
        "Tolérance des contrôles, en francs",
        "Tolerance of the checks, in francs",
    ),
    "name.Tolerance.note": (
        "Un demi-franc.",
        "Half a franc.",
    ),
    "name.Total_Plan": (
        "Total du plan, selon la base choisie",
        "The plan's total",
    ),
    "name.Total_Etat": (
        "Part de l'Etat, en francs",
        "State's part, in francs",
    ),
    "name.Total_Partenaires": (
        "Montant à mobiliser, en francs",
        "Partners' part, in francs",
    ),
    "name.Controle_General": (
        "Nombre de contrôles en erreur : 0 = tout est conforme",
        "Number of failing checks: 0 = all holds",
    ),
    "name.Alertes": (
        "Nombre d'alertes levées",
        "Number of raised alerts",
    ),
    "acronyms.title": (
        "Sigles et acronymes",
        "Acronyms",
    ),
    "acronyms.subtitle": (
        "Tels que le document les donne",
        "As the document gives them",
    ),
    "acronyms.short": (
        "Sigle",
        "Acronym",
    ),
    "acronyms.long": (
        "Signification",
        "Meaning",
    ),
    "stamp.title": (
        "Empreinte",
        "Stamp",
    ),
    "stamp.subtitle": (
        (
            "Montants en {currency} · identité du classeur : ne rien modifier ici, l'import s'en "
            "sert"
        ),
        "Amounts in {currency} · identity of the workbook: change nothing here",
    ),
    "stamp.item": (
        "Rubrique",
        "Item",
    ),
    "stamp.label": (
        "Signification",
        "Meaning",
    ),
    "stamp.text": (
        "Valeur",
        "Value",
    ),
    "stamp.total": (
        "Total ou nombre",
        "Total or number",
    ),
    "stamp.identity": (
        "Identité",
        "Identity",
    ),
    "stamp.plan": (
        "Plan",
        "Plan",
    ),
    "stamp.periode": (
        "Période",
        "Period",
    ),
    "stamp.format": (
        "Version du format du classeur",
        "Version of the workbook's format",
    ),
    "stamp.generateur": (
        "Version du générateur",
        "Version of the generator",
    ),
    "stamp.files": (
        "Fichiers de la source (SHA-256)",
        "Source files (SHA-256)",
    ),
    "stamp.records": (
        "{count} enregistrements",
        "{count} records",
    ),
    "stamp.controls.base": (
        "Totaux de contrôle de la base, pris directement dans matrice.csv",
        "Control totals of the base, taken straight from matrice.csv",
    ),
    "stamp.controls.adopted": (
        "Totaux de contrôle du plan adopté",
        "Control totals of the adopted plan",
    ),
    "stamp.base": (
        "Base",
        "Base",
    ),
    "stamp.adopted": (
        "Adopté",
        "Adopted",
    ),
    "stamp.counts": (
        "Nombres de lignes",
        "Row counts",
    ),
    "stamp.activities": (
        "Activités de la matrice",
        "Activities of the matrix",
    ),
    "stamp.rows": (
        "Lignes surveillées de la feuille",
        "Watched rows of the sheet",
    ),
    "stamp.starting": (
        "Valeurs de départ des saisies",
        "Starting values of the inputs",
    ),
    "stamp.actions": (
        "Actions de la matrice",
        "Actions of the matrix",
    ),
    "stamp.checks": (
        "Contrôles du classeur",
        "Checks of the workbook",
    ),
    "name.Montant_Maximal": (
        "Plus grand montant qu'un tableur garde au franc près",
        "Largest amount that a spreadsheet keeps exactly",
    ),
    "name.Montant_Maximal.note": (
        "Quinze chiffres.",
        "Fifteen digits.",
    ),
}
