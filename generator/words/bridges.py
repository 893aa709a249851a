"""Texts of *Rapprochement* and *Activités*."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
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
