"""Every fault that a rule finds, in French: what is wrong, and the remedy.

The table where a rule's sentences stand gives its severity.
"""

from __future__ import annotations

from types import MappingProxyType

from generator.errors import CellFinding, Severity
from generator.reader.opened import CellAddress
from generator.rules.sentences import LAYOUT, MAKER, RESTORE
from generator.rules.tokens import address
from generator.texts import show_text

SHOWN = 120
"""Characters of what is found or expected that a finding quotes."""

ERRORS: dict[str, tuple[str, str]] = {
    # formulas
    "R01.row": ("formule différente de celles des autres années de la ligne", RESTORE),
    "R01.column": ("formule différente de celles du même rôle dans la colonne", RESTORE),
    "R01.isolated": ("formule isolée parmi des voisines toutes semblables", RESTORE),
    "R02.typed": ("valeur saisie à la place d'une formule", RESTORE),
    "R02.literal": (
        "nombre ou mot écrit dans une formule",
        "Placez-le dans Paramètres et faites-y référence.",
    ),
    "R03.volatile": (
        "fonction volatile ou indirecte",
        "Remplacez-la par une référence directe, ou rétablissez la formule.",
    ),
    "R03.modern": (
        "formule matricielle, dynamique ou propre aux versions récentes d'Excel",
        "Réécrivez-la avec des fonctions qu'Excel 2010 connaît.",
    ),
    "R03.whole": (
        "référence à une colonne ou à une ligne entière",
        "Bornez la plage aux lignes utiles.",
    ),
    "R03.circular": ("la formule dépend d'elle-même", RESTORE),
    "R03.value": (
        "valeur d'erreur",
        "Corrigez la saisie dont elle dépend, ou rétablissez la formule.",
    ),
    "R03.external": (
        "lien vers un autre classeur, requête ou macro",
        "Rompez le lien (Données, Modifier les liens) ou reprenez une copie saine du classeur.",
    ),
    "R04.action": ("le total d'une action ne somme pas exactement ses lignes", RESTORE),
    "R04.subtotal": ("un total ne somme pas exactement les totaux qu'il contient", RESTORE),
    "R04.summary": (
        "la ligne d'un axe sur Synthèse ne prend pas le total de sa feuille, ou un axe manque",
        RESTORE,
    ),
    "R04.axes": ("la formule ne traite pas toutes les feuilles d'axe de la même façon", RESTORE),
    "R04.list": (
        "la liste Activités ne reprend pas la bonne cellule de la feuille d'axe",
        RESTORE,
    ),
    "R04.bridge": ("le tableau de passage n'additionne pas ceux du niveau inférieur", RESTORE),
    "R05.mixed": ("montants et pourcentages additionnés", RESTORE),
    "R07.function": (
        "fonction que tous les tableurs ne calculent pas de la même façon",
        "Réécrivez la formule avec les fonctions des autres cellules.",
    ),
    "R07.product": (
        "produit de comparaisons dans SUMPRODUCT : un texte collé le met en erreur",
        "Utilisez SUMIFS (SOMME.SI.ENS).",
    ),
    "R07.range_end": (
        "fonction employée comme borne d'une plage",
        "Écrivez les deux bornes de la plage.",
    ),
    "R07.table": (
        "référence structurée à un tableau",
        "Convertissez le tableau en plage et écrivez les adresses.",
    ),
    "R08.subtotal": (
        "SUBTOTAL (SOUS.TOTAL) : le résultat change avec les filtres",
        "Utilisez SUM (SOMME).",
    ),
    "R08.key": (
        "clé de recherche que des tableurs prennent pour un nombre ou un joker",
        "Faites-la commencer par une lettre, sans « * », « ? » ni « ~ ».",
    ),
    # inputs
    "R09.style": (
        "la plupart des cases de saisie n'ont ni le fond ni la bordure prévus",
        "Reprenez une copie saine du classeur.",
    ),
    "R09.locked": (
        "la plupart des cases de saisie sont verrouillées",
        "Reprenez une copie saine du classeur.",
    ),
    "R09.unlocked": (
        "case déverrouillée qui n'est pas une case de saisie",
        "Verrouillez-la (Format de cellule, Protection).",
    ),
    "R09.disguised": (
        "case verrouillée qui a l'aspect d'une case de saisie",
        "Rendez-lui l'aspect de ses voisines.",
    ),
    "R09.legend": (
        "la légende de l'accueil ne montre pas l'aspect des cases de saisie",
        "Reprenez une copie saine du classeur.",
    ),
    "R09.password": (
        "feuille protégée par un mot de passe",
        "Ôtez le mot de passe : la protection n'en a pas besoin.",
    ),
    "R09.allowed": (
        "la protection permet ou interdit autre chose que prévu",
        "Reprotégez la feuille : sélectionner, filtrer, régler lignes et colonnes, rien d'autre.",
    ),
    "R10.validation": (
        "la plupart des cases de saisie n'ont pas de validation avec titre et message",
        "Reprenez une copie saine du classeur.",
    ),
    "R10.lengths": ("titre ou message de validation trop long pour Excel", MAKER),
    "R10.kind": (
        "la validation des montants n'impose pas un nombre entier",
        "Reprenez une copie saine du classeur.",
    ),
    "R11.text": (
        "montant qui n'est pas un nombre",
        "Ressaisissez-le en chiffres, sans espace ni unité.",
    ),
    "R11.negative": ("montant négatif", "Ressaisissez-le sans signe moins."),
    "R11.decimal": ("montant avec des décimales", "Ressaisissez-le en francs entiers."),
    "R11.large": (
        "montant au-delà de 999 999 999 999 999",
        "Vérifiez-le : un tableur en perdrait des francs.",
    ),
    "R11.share": (
        "la part de l'Etat n'est pas un nombre de 0 à 1",
        "Ressaisissez-la dans Paramètres, par exemple 22 %.",
    ),
    "R11.base": ("base des totaux inconnue", "Choisissez dans Paramètres un mot de la liste."),
    "R12.base": (
        "la base n'est pas une constante sur la ligne des montants",
        "Reprenez une copie saine du classeur.",
    ),
    "R12.sum": ("le total de base n'est pas la somme de ses années", RESTORE),
    # rows that users add
    "R13.anchor": (
        "la somme ne va pas d'un ancrage à l'autre : une ligne ajoutée au bord se perdrait",
        "Étendez-la d'une ligne au-dessus de la première activité à une ligne sous la dernière.",
    ),
    "R14.anchor": (
        "ligne d'ancrage déverrouillée, validée ou remplie",
        "Videz-la et verrouillez-la ; saisissez l'activité dans une ligne de réserve.",
    ),
    "R14.across": ("le total d'une ligne de total n'est pas la somme de ses années", RESTORE),
    "R15.outside": (
        "montant hors de tout bloc d'activités",
        "Déplacez-le dans une ligne d'activité ou de réserve.",
    ),
    **LAYOUT,
    # names
    "R20.required": ("nom défini absent", "Reprenez une copie saine du classeur."),
    # checks
    "R22.guard": ("contrôle qu'une erreur, un blanc ou un texte peut faire taire", RESTORE),
    "R22.result": ("le résultat d'un contrôle n'est ni 0 ni 1", RESTORE),
    "R22.balance": ("un contrôle n'est compté ni dans sa feuille ni dans l'ensemble", RESTORE),
    "R22.shown": ("l'état général ne se lit pas en haut de la feuille", RESTORE),
    "R22.red": (
        "contrôle en erreur",
        "Voyez la colonne « Que faire » de la feuille Contrôles.",
    ),
    "R23.missing": ("contrôle obligatoire absent", "Reprenez une copie saine du classeur."),
    # file
    "R25.syntax": ("formule illisible", RESTORE),
    "R25.reference": (
        "référence à une feuille, une cellule ou un nom qui n'existe pas",
        "Annulez la suppression (Ctrl+Z) ou reprenez une copie saine du classeur.",
    ),
    "R25.name": (
        "nom défini illégal ou en double",
        "Supprimez-le (Formules, Gestionnaire de noms).",
    ),
    "R25.sheet": ("nom de feuille illégal ou en double", "Renommez la feuille."),
    "R25.list": (
        "liste de choix de plus de 255 caractères : Excel la refuserait",
        "Placez les choix dans une plage et faites-y référence.",
    ),
    "R25.merges": ("fusions qui se chevauchent", "Défusionnez-les."),
    "R25.length": (
        "texte ou formule plus long que ce qu'une cellule peut tenir",
        "Raccourcissez-le.",
    ),
}
"""What must be put right."""

ALERTS: dict[str, tuple[str, str]] = {
    "R09.unprotected": (
        "feuille non protégée",
        "Reprotégez-la sans mot de passe une fois la modification faite.",
    ),
    "R09.pasted": (
        "case de saisie dont le fond, le verrou ou la validation a changé (collage)",
        "Collez les valeurs seules ; recopiez le format d'une case voisine.",
    ),
    "R09.formula": (
        "formule dans une case de saisie",
        "Remplacez-la par sa valeur (collage spécial, Valeurs).",
    ),
    "R14.inserted": (
        "ligne insérée, qu'Activités ne connaît pas",
        "Elle compte dans les totaux ; préférez une ligne de réserve.",
    ),
    "R16.order": ("feuille déplacée", "Remettez-la à sa place."),
    "R16.unknown": ("feuille ajoutée", "Rien de ce qu'elle porte n'est repris par l'import."),
    "R16.hidden": ("feuille, ligne, colonne ou formule masquée", "Affichez-la."),
    "R22.raised": (
        "alerte levée",
        "Voyez la colonne « Que faire » de la feuille Contrôles.",
    ),
}
"""What a person must look at: an honest edit may be the cause."""

REMARKS: dict[str, tuple[str, str]] = {
    "R05.round": (
        "arrondi dans un calcul",
        "Laissez le reste à l'une des parts au lieu d'arrondir.",
    ),
    "R06.length": ("formule de plus de 120 caractères", "Scindez-la en étapes."),
    "R06.operators": ("formule de plus de 8 opérateurs", "Scindez-la en étapes."),
    "R06.references": ("formule de plus de 5 références", "Scindez-la en étapes."),
    "R06.nested": ("IF (SI) dans un IF", "Scindez-la en étapes, ou employez AND, OR."),
    "R06.link": ("lien vers une cellule qui n'est qu'un lien", "Visez la cellule d'origine."),
    "R06.chain": ("chaîne de plus de 8 calculs", "Rapprochez le calcul de ses données."),
    "R19.size": ("texte de moins de 10 points", "Agrandissez-le."),
    "R20.name": (
        "nom défini qui n'est pas une cellule du classeur, en ASCII et en adresse absolue",
        "Supprimez-le, ou faites-le pointer sur une cellule.",
    ),
    "R20.listed": ("nom défini absent de la liste de Paramètres", "Ajoutez-le à la liste."),
    "R20.many": ("plus de 20 noms définis", "Ne nommez que ce que plusieurs feuilles lisent."),
    "R20.links": ("feuille sans lien depuis l'accueil, ou sans lien de retour", "Ajoutez le lien."),
    "R20.properties": (
        "propriétés du fichier sans titre, ou avec une personne ou un chemin",
        "Corrigez-les (Fichier, Informations).",
    ),
}
"""What is only worth knowing."""

TABLES: MappingProxyType[Severity, dict[str, tuple[str, str]]] = MappingProxyType(
    {"erreur": ERRORS, "alerte": ALERTS, "remarque": REMARKS}
)


def fault(
    rule: str,
    sheet: str = "",
    cell: CellAddress | None = None,
    found: object = "",
    expected: object = "",
) -> CellFinding:
    """Return the finding of a rule: its sentences, the place, what is there and should be."""
    severity = next(severity for severity, table in TABLES.items() if rule in table)
    problem, remedy = TABLES[severity][rule]
    place = "" if cell is None else address(cell)
    seen, wanted = (show_text(_said(value), SHOWN) for value in (found, expected))
    return CellFinding(severity, rule, sheet, place, problem, seen, wanted, remedy)


def _said(value: object) -> str:
    """Return a value as a French spreadsheet shows it; "" for a blank."""
    if isinstance(value, bool):
        return "VRAI" if value else "FAUX"
    if isinstance(value, float):
        return str(value).replace(".", ",")
    return "" if value is None else str(value)
