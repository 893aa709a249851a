"""Links, levels and the words that formulas show or compare."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "nav.back": (
        "← Accueil",
        "← Home",
    ),
    "nav.back.tip": (
        "Revenir à l'accueil",
        "Back to the cover",
    ),
    "nav.checks.tip": (
        "Ouvrir la feuille Contrôles",
        "Open the checks",
    ),
    "nav.sheet.tip": (
        "Ouvrir la feuille {sheet}",
        "Open the sheet {sheet}",
    ),
    "level.plan": (
        "plan",
        "plan",
    ),
    "level.axe": (
        "axe",
        "axis",
    ),
    "level.objectif": (
        "objectif",
        "objective",
    ),
    "level.action": (
        "action",
        "action",
    ),
    "level.action.use": (
        "Nature d'une ligne de total : action",
        "Kind of a total row: action",
    ),
    "nature.activity": (
        "activité",
        "activity",
    ),
    "nature.activity.use": (
        "Nature d'une ligne d'activité",
        "Kind of an activity row",
    ),
    "nature.reserve": (
        "réserve",
        "reserve",
    ),
    "nature.reserve.use": (
        "Nature d'une ligne prête pour une nouvelle activité",
        "Kind of a row ready for a new activity",
    ),
    "nature.gone": (
        "sortie",
        "gone",
    ),
    "word.changed": (
        "modifié",
        "changed",
    ),
    "word.changed.use": (
        "Dit qu'une ligne diffère de sa base",
        "Says that a row differs from its base",
    ),
    "word.holds": (
        "Contrôles : tout est conforme",
        "Checks: everything holds",
    ),
    "word.holds.use": (
        "État général, quand aucun contrôle n'est en erreur",
        "Master state, when nothing fails",
    ),
    "word.fails": (
        " contrôle(s) en erreur : voir la feuille Contrôles",
        " check(s) fail: see Contrôles",
    ),
    "word.fails.use": (
        "État général, après le nombre de contrôles en erreur",
        "Master state, after the number of checks that fail",
    ),
    "word.ok": (
        "conforme",
        "holds",
    ),
    "word.ok.use": (
        "État d'un contrôle vérifié",
        "State of a check that holds",
    ),
    "word.bad": (
        "ERREUR",
        "ERROR",
    ),
    "word.bad.use": (
        "État d'un contrôle en erreur",
        "State of a check that fails",
    ),
    "word.look": (
        "à examiner",
        "look",
    ),
    "word.look.use": (
        "État d'une alerte levée",
        "State of an alert that is raised",
    ),
    "word.error": (
        "erreur",
        "error",
    ),
    "word.error.use": (
        "Classe des contrôles qui doivent tenir",
        "Class of checks that must hold",
    ),
    "word.alert": (
        "alerte",
        "alert",
    ),
    "word.alert.use": (
        "Classe des signaux qui ne sont pas des erreurs",
        "Class of signals that are no errors",
    ),
    "base.published": (
        "Publiée",
        "Published",
    ),
    "base.published.label": (
        "Montants des activités + écarts du document",
        "Activities + the document's gaps",
    ),
    "base.published.note": (
        "Retrouve les totaux imprimés dans le document adopté.",
        "Gives the totals printed in the adopted document.",
    ),
    "base.computed": (
        "Recalculée",
        "Computed",
    ),
    "base.computed.label": (
        "Montants des activités seuls",
        "Activities alone",
    ),
    "base.computed.note": (
        "La somme arithmétique de la matrice.",
        "The arithmetic sum of the matrix.",
    ),
    "word.base": (
        "Base des totaux : ",
        "Base of totals: ",
    ),
    "word.base.use": (
        "Annonce la base en vigueur, sur Synthèse et Financement",
        "Says which base is in force",
    ),
    "word.and_alerts": (
        " alerte(s) levée(s)",
        " alert(s) raised",
    ),
    "word.and_alerts.use": (
        "Complète l'état général, après le nombre d'alertes",
        "Completes the master state, after the number of alerts",
    ),
    "word.and": (
        " · ",
        " · ",
    ),
    "word.and.use": (
        "Sépare l'état général du nombre d'alertes",
        "Stands between the master state and the number of alerts",
    ),
}
