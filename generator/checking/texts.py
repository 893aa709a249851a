"""What `check` says of a copy beside its model: the problem and the remedy, in French."""

from __future__ import annotations

from generator.errors import CellFinding, Severity

SAID: dict[str, tuple[Severity, str, str]] = {
    # formulas and constants of the model
    "formula.typed": (
        "erreur",
        "formule remplacée par une valeur tapée",
        "Annulez, ou retapez la formule attendue : même juste, une valeur ne suivra plus rien.",
    ),
    "formula.gone": ("erreur", "formule effacée", "Annulez, ou retapez la formule attendue."),
    "formula.changed": ("erreur", "formule modifiée", "Annulez, ou retapez la formule attendue."),
    "value.stale": (
        "erreur",
        "valeur enregistrée autre que celle de la formule",
        "Ouvrez la copie dans le tableur, recalculez (Ctrl+Maj+F9) et enregistrez.",
    ),
    "value.absent": (
        "remarque",
        "formules sans valeur enregistrée",
        "Ouvrez la copie dans le tableur et enregistrez : ses totaux s'y calculent.",
    ),
    "value.unknown": (
        "remarque",
        "totaux non recalculés : une saisie n'est pas un nombre pour tous les tableurs",
        "Corrigez d'abord les saisies signalées.",
    ),
    "constant.changed": (
        "erreur",
        "valeur verrouillée modifiée",
        "Annulez, ou reprenez une copie saine : seules les cellules jaunes se saisissent.",
    ),
    "cell.foreign": (
        "erreur",
        "montant dans une cellule qui doit être vide",
        "Effacez-le, ou déplacez-le dans une ligne d'activité.",
    ),
    "cell.beyond": (
        "erreur",
        "nombre à côté du tableau, que rien ne compte",
        "Effacez-le, ou faites ce calcul dans un autre classeur.",
    ),
    "cell.remark": (
        "remarque",
        "texte dans une cellule qui doit être vide",
        "Rien à faire : il ne compte dans aucun total.",
    ),
    "cell.far": (
        "remarque",
        "cellules vides mises en forme loin du tableau",
        "Rien à faire : elles sont ignorées. Supprimez ces lignes pour alléger le fichier.",
    ),
    # rows and sheets
    "row.gone": (
        "erreur",
        "ligne supprimée",
        "Annulez la suppression : pour retirer une activité, mettez ses montants à zéro.",
    ),
    "line.gone": (
        "erreur",
        "ligne supprimée",
        "Annulez la suppression, ou reprenez une copie saine.",
    ),
    "line.foreign": (
        "erreur",
        "ligne de nombres ajoutée sur une feuille où rien ne se saisit",
        "Supprimez-la : les montants se saisissent sur les feuilles d'axe.",
    ),
    "row.outside": (
        "erreur",
        "ligne de montants hors de tout bloc d'activités",
        "Déplacez-la entre la première et la dernière ligne d'une action.",
    ),
    "row.inserted": (
        "alerte",
        "ligne insérée : comptée dans les totaux, inconnue de la liste Activités",
        "Vérifiez-la ; à l'import, donnez-lui un code.",
    ),
    "row.noted": ("remarque", "ligne de texte ajoutée", "Rien à faire : elle ne compte pas."),
    "sheet.absent": ("erreur", "feuille absente", "Reprenez-la d'une copie saine."),
    "sheet.emptied": ("erreur", "feuille vidée", "Reprenez-la d'une copie saine."),
    "sheet.twice": (
        "erreur",
        "feuille d'axe en double : ses montants ne comptent dans aucun total",
        "Reportez ce qui y a été saisi sur la feuille d'origine, puis supprimez-la.",
    ),
    "sheet.renamed": (
        "remarque",
        "feuille renommée",
        "Rendez-lui son nom ; ici, elle est désignée par celui d'origine.",
    ),
    "sheet.added": ("remarque", "feuille ajoutée", "Rien à faire : elle est ignorée."),
    # inputs
    "input.changed": (
        "alerte",
        "allocation modifiée",
        "Vérifiez-la avec qui a rempli la copie, puis importez.",
    ),
    "input.decided": (
        "alerte",
        "statut ou motif saisi",
        "Vérifiez-le avec qui a rempli la copie, puis importez.",
    ),
    "ceiling.changed": (
        "alerte",
        "plafond modifié",
        "Vérifiez que ce plafond est voulu : les dépassements en dépendent.",
    ),
    "funding.changed": (
        "alerte",
        "crédit ou promesse de financement modifié",
        "Vérifiez-le avec qui a rempli la copie, puis importez.",
    ),
    "plan.typed": (
        "remarque",
        "plan de travail annuel rempli",
        "Rien à faire : l'import reprend la répartition par trimestre.",
    ),
    "copy.said": ("remarque", "la copie dit d'elle-même", "Rien à faire : c'est à savoir."),
    "input.formula": (
        "alerte",
        "formule saisie dans une cellule d'allocation",
        "Sa valeur sera gardée, pas la formule ; remplacez-la par le montant.",
    ),
    "input.filled": (
        "alerte",
        "activité ajoutée sur une ligne de réserve",
        "Vérifiez son intitulé et ses montants, puis importez.",
    ),
    "parameter.changed": (
        "alerte",
        "paramètre modifié",
        "Vérifiez que ce choix est voulu : tout le classeur en dépend.",
    ),
    # the workbook's own checks, and its origin
    "check.failed": ("erreur", "contrôle en erreur", ""),
    "check.alert": ("alerte", "alerte levée", ""),
    "origin.program": (
        "remarque",
        "classeur enregistré par un autre programme",
        "Rien à faire : il est lu quand même.",
    ),
    "origin.version": (
        "remarque",
        "classeur produit par une autre version du générateur",
        "Ses formules peuvent différer de celles attendues ici : refaites-le si possible.",
    ),
    "origin.note": ("remarque", "à savoir", "Rien à faire."),
}
"""By kind of finding: its class, the problem, the remedy."""


def say(kind: str, sheet: str, cell: str = "", found: str = "", expected: str = "") -> CellFinding:
    """Return a finding of a kind."""
    severity, problem, remedy = SAID[kind]
    return CellFinding(severity, kind, sheet, cell, problem, found, expected, remedy)
