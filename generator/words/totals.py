"""The summary, the financing, the bridges and the flat list."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "summary.title": (
        "Synthèse : récapitulatif du financement du plan",
        "Summary of the plan's financing",
    ),
    "summary.subtitle": (
        "Montants en {currency} · les totaux suivent la base choisie dans Paramètres",
        "Amounts in {currency} · totals follow the base chosen in Paramètres",
    ),
    "summary.axis": (
        "Feuille",
        "Sheet",
    ),
    "summary.label": (
        "Axes stratégiques",
        "Strategic axes",
    ),
    "summary.total": (
        "Coût total",
        "Total cost",
    ),
    "summary.share": (
        "Part du total",
        "Share",
    ),
    "summary.actions": (
        "Actions",
        "Actions",
    ),
    "summary.activities": (
        "Activités",
        "Activities",
    ),
    "budget.total": (
        "BUDGET TOTAL",
        "TOTAL BUDGET",
    ),
    "budget.state": (
        "Part de l'Etat",
        "State's part",
    ),
    "budget.partners": (
        "Montant à mobiliser auprès des partenaires",
        "Amount to mobilise from partners",
    ),
    "bases.title": (
        "Les deux bases de totaux, et l'écart du document entre elles",
        "The two bases of totals, and the document's gap between them",
    ),
    "bases.computed": (
        "Base recalculée : somme des activités",
        "Computed base: sum of the activities",
    ),
    "bases.gaps": (
        "Écarts du document ({ids}), voir Rapprochement",
        "The document's gaps ({ids}), see Rapprochement",
    ),
    "bases.published": (
        "Base publiée : activités + écarts du document",
        "Published base: activities + gaps",
    ),
    "bases.computed.state": (
        "Etat, base recalculée",
        "State, computed base",
    ),
    "bases.computed.partners": (
        "Partenaires, base recalculée",
        "Partners, computed base",
    ),
    "bases.published.state": (
        "Etat, base publiée",
        "State, published base",
    ),
    "bases.published.partners": (
        "Partenaires, base publiée",
        "Partners, published base",
    ),
    "chart.share.title": (
        "Répartition des coûts selon les axes stratégiques",
        "Costs by strategic axis",
    ),
    "chart.share.alt": (
        "Graphique en secteurs : part de chaque axe dans le coût total. {plan}",
        "Pie chart: share of each axis in the total cost. {plan}",
    ),
    "chart.years.title": (
        "Coût par année, par axe",
        "Cost by year, by axis",
    ),
    "chart.years.alt": (
        "Histogramme empilé : coût de chaque année, par axe. {plan}",
        "Stacked columns: cost of each year, by axis. {plan}",
    ),
    "chart.unit": (
        "millions de {currency}",
        "millions of {currency}",
    ),
    "chart.financing.title": (
        "Part de l'Etat et montant à mobiliser, par année",
        "State and partners, by year",
    ),
    "chart.financing.alt": (
        "Histogramme empilé : part de l'Etat et montant à mobiliser de chaque année. {plan}",
        "Stacked columns: the State's part and the amount to mobilise each year. {plan}",
    ),
    "financing.title": (
        "Financement : Etat et partenaires",
        "Financing: State and partners",
    ),
    "financing.subtitle": (
        "Montants en {currency} · Etat = total x part de l'Etat ; partenaires = total - Etat",
        "Amounts in {currency} · State = total x State share; partners = total - State",
    ),
    "financing.axis": (
        "Feuille",
        "Sheet",
    ),
    "financing.label": (
        "Financement",
        "Financing",
    ),
    "financing.total": (
        "Coût total",
        "Total cost",
    ),
    "financing.share": (
        "Part",
        "Share",
    ),
    "financing.plan": (
        "Le plan, par année",
        "The plan, by year",
    ),
    "financing.state": (
        "Part de l'Etat, par axe et par année",
        "The State's part, by axis and year",
    ),
    "financing.state.total": (
        "Total de l'Etat",
        "Total of the State",
    ),
    "financing.partners": (
        "Montant à mobiliser auprès des partenaires, par axe et par année",
        "Amount to mobilise from partners, by axis and year",
    ),
    "financing.partners.total": (
        "Total des partenaires",
        "Total of the partners",
    ),
}
