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
    "bridge.title": (
        "Rapprochement : du total publié au total révisé",
        "From the published to the live total",
    ),
    "bridge.subtitle": (
        (
            "Montants en {currency} · Publié - écarts = Adopté ; + modifications validées = "
            "Base ; + ajustements + lignes insérées = Révisé"
        ),
        (
            "Amounts in {currency} · Published - gaps = Adopted; + validated = Base; + "
            "adjustments + inserted rows = Live"
        ),
    ),
    "bridge.level": (
        "Niveau",
        "Level",
    ),
    "bridge.key": (
        "Code",
        "Code",
    ),
    "bridge.label": (
        "Intitulé ou explication",
        "Title or explanation",
    ),
    "bridge.measure": (
        "Poste",
        "Item",
    ),
    "bridge.total": (
        "Total",
        "Total",
    ),
    "bridge.flag": (
        "Non expliqué",
        "Unexplained",
    ),
    "bridge.gap_axis": (
        "Axe de l'écart",
        "Gap's axis",
    ),
    "bridge.gap_objective": (
        "Objectif de l'écart",
        "Gap's objective",
    ),
    "bridge.gap_action": (
        "Action de l'écart",
        "Gap's action",
    ),
    "bridge.gaps": (
        (
            "1. Écarts du document : total publié moins somme des activités adoptées, avec "
            "l'explication la plus probable"
        ),
        (
            "1. The document's gaps: published minus sum of the adopted activities, with the "
            "likeliest explanation"
        ),
    ),
    "bridge.gaps.total": (
        "Ensemble des écarts du document",
        "All gaps of the document",
    ),
    "bridge.remarks": (
        "3. Remarques sur le document",
        "3. Remarks on the document, without effect on amounts",
    ),
    "bridge.to_remarks": (
        "Remarques sur le document ↓",
        "Remarks on the document ↓",
    ),
    "bridge.remark": (
        "remarque",
        "remark",
    ),
    "bridge.bridges": (
        "2. Tableaux de passage du plan, des axes, des objectifs et des actions",
        "2. Bridges of the plan, axes, objectives and actions",
    ),
    "bridge.see": (
        "{ids} : voir la section 1",
        "{ids}: see section 1",
    ),
    "bridge.measure.published": (
        "Publié",
        "Published",
    ),
    "bridge.measure.gaps": (
        "- Écarts du document",
        "- Document's gaps",
    ),
    "bridge.measure.adopted": (
        "= Adopté",
        "= Adopted",
    ),
    "bridge.measure.undocumented": (
        "Document : non expliqué",
        "Document: unexplained",
    ),
    "bridge.measure.unexplained": (
        "Activités : non expliqué",
        "Activities: unexplained",
    ),
    "bridge.measure.validated": (
        "+ Modifications validées",
        "+ Validated changes",
    ),
    "bridge.measure.base": (
        "= Base",
        "= Base",
    ),
    "bridge.measure.adjusted": (
        "+ Ajustements",
        "+ Adjustments",
    ),
    "bridge.measure.inserted": (
        "+ Lignes insérées",
        "+ Inserted rows",
    ),
    "bridge.measure.live": (
        "= Révisé",
        "= Live",
    ),
    "activities.title": (
        "Activités : la liste complète",
        "Activities: the flat list",
    ),
    "activities.subtitle": (
        (
            "Montants en {currency} · lecture seule : les montants se saisissent sur les "
            "feuilles d'axe"
        ),
        "Amounts in {currency} · read only: amounts are typed on the axis sheets",
    ),
    "activities.code": (
        "Code",
        "Code",
    ),
    "activities.axis": (
        "Axe",
        "Axis",
    ),
    "activities.objective": (
        "Objectif",
        "Objective",
    ),
    "activities.action": (
        "Action",
        "Action",
    ),
    "activities.label": (
        "Activité",
        "Activity",
    ),
    "activities.responsible": (
        "Structure responsable",
        "Responsible structure",
    ),
    "activities.partners": (
        "Partenaires d'exécution",
        "Implementing partners",
    ),
    "activities.total": (
        "Coût total",
        "Total cost",
    ),
    "activities.nature": (
        "Nature",
        "Kind",
    ),
    "activities.count": (
        "Compte",
        "Count",
    ),
    "activities.adopted_total": (
        "Adopté coût total",
        "Adopted total cost",
    ),
    "activities.adopted": (
        "Adopté {year}",
        "Adopted {year}",
    ),
    "activities.axis_total": (
        "Total de la liste, axe {code}",
        "Total of the list, axis {code}",
    ),
    "activities.plan_total": (
        "Total de la liste",
        "Total of the list",
    ),
    "activities.key": (
        "Clé",
        "Key",
    ),
    "activities.moved": (
        "Code changé",
        "Code changed",
    ),
    "activities.unnamed": (
        "Sans intitulé",
        "No label",
    ),
    "activities.printed": (
        "Code imprimé",
        "Printed code",
    ),
    "activities.note": (
        "Note sur la transcription",
        "Note on the transcription",
    ),
    "bridge.expected": (
        "Nombres attendus",
        "Numbers expected",
    ),
}
