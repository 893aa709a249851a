"""What is said of a copy's sheets, columns, rows and base, and of its origin, in French."""

from __future__ import annotations

from collections.abc import Mapping

from generator.errors import Severity

STRUCTURE: Mapping[str, tuple[Severity, str, str]] = {
    "activity.new": ("remarque", "activité nouvelle", "Elle sera ajoutée à la matrice."),
    "activity.known": (
        "remarque",
        "activité nouvelle dans la copie, que la matrice a déjà telle quelle",
        "Elle n'est pas ajoutée une seconde fois.",
    ),
    "activity.renamed": (
        "remarque",
        "activité ajoutée par un import précédent, dont le code a changé depuis",
        "Elle est reconnue à son intitulé : lue sous son nouveau code, elle n'est pas ajoutée.",
    ),
    "activity.withdrawn": (
        "alerte",
        "activité ajoutée par un import précédent, supprimée depuis : elle n'est pas reprise",
        "Pour l'avoir à nouveau, tapez-la sous un autre code ou intitulé, dans un classeur récent.",
    ),
    "activity.gone": (
        "alerte",
        "ligne d'activité supprimée",
        "L'import la supprime de la matrice si vous le confirmez (--confirmer-suppressions).",
    ),
    "activity.left": (
        "remarque",
        "ligne d'activité supprimée, que la matrice n'a plus",
        "Rien à faire : elle en est déjà supprimée.",
    ),
    "activity.retyped": (
        "remarque",
        "ligne supprimée, puis retapée ailleurs",
        "L'activité est reconnue à son code.",
    ),
    "activities.gone": (
        "erreur",
        "plus de la moitié des activités ont disparu",
        "Reprenez une copie complète : une telle suppression ne s'importe pas.",
    ),
    "activity.unnamed": (
        "erreur",
        "activité nouvelle sans intitulé",
        "Écrivez son intitulé, ou videz la ligne.",
    ),
    "activity.uncoded": (
        "erreur",
        "ligne insérée sans code",
        "Donnez-lui un code, ou reportez-la sur la ligne de réserve de l'action.",
    ),
    "code.twice": (
        "erreur",
        "code qui est celui d'une autre activité",
        "Donnez-lui un autre code : un code ne passe pas d'une activité à une autre.",
    ),
    "rows.parted": (
        "erreur",
        "lignes qui portent les codes les unes des autres : triées sans toutes leurs colonnes ?",
        (
            "Annulez le tri et refaites-le sur les lignes entières, ou reprenez une copie saine. "
            "Pour échanger des codes, corrigez matrice.csv."
        ),
    ),
    "list.parted": (
        "erreur",
        (
            "lignes de la liste qui montrent les codes d'autres lignes : triées sans toutes leurs "
            "colonnes ?"
        ),
        "Annulez le tri de cette feuille. À défaut, --base ORIGINALE.",
    ),
    "code.given": (
        "erreur",
        "activité nouvelle sous un code donné depuis à une autre activité",
        "Donnez-lui un autre code.",
    ),
    "code.respelled": (
        "remarque",
        "code d'une activité nouvelle, écrit autrement dans la matrice ou une autre copie",
        "Un tableur n'y voit qu'un code : c'est cette écriture qui est prise.",
    ),
    "code.tidied": ("remarque", "espaces autour d'un code", "Ils sont retirés."),
    "code.renamed": (
        "remarque",
        "code d'activité changé",
        "L'activité garde tout le reste, sous son nouveau code.",
    ),
    "code.strange": (
        "erreur",
        "code que la matrice dont la copie est partie n'a pas",
        "Remettez le code. Pour le changer, gardez la colonne des clés : reprenez une copie saine.",
    ),
    "code.unknown": (
        "alerte",
        "code que ni la matrice ni son journal ne connaissent",
        "S'il a été retapé, sa ligne ne revient pas : remettez-le, ou reprenez une copie saine.",
    ),
    "code.gone": (
        "alerte",
        "code d'activité effacé, ou remplacé par une formule",
        "La ligne garde le code attendu.",
    ),
    "key.changed": (
        "remarque",
        "clé de ligne modifiée",
        "La ligne est reconnue à son code.",
    ),
    "key.twice": (
        "erreur",
        "clé de ligne déjà portée par une autre ligne",
        (
            "Supprimez la ligne si elle est recopiée. Sinon rendez-lui sa clé, d'une copie saine, "
            "ou supprimez toute la colonne des clés : des codes uniques en tiennent lieu."
        ),
    ),
    "row.moved": (
        "alerte",
        "activité hors du bloc de son action : les totaux de la copie la comptent ailleurs",
        (
            "La source la garde où elle était : remettez-y sa ligne. Pour l'en changer, corrigez "
            "l'axe, l'objectif et l'action de sa ligne dans matrice.csv."
        ),
    ),
    "row.copied": (
        "remarque",
        "ligne copiée d'une autre, avec sa base et ses repères",
        "Lue comme une activité nouvelle. Videz sa base et ses repères : check les dit en erreur.",
    ),
    "row.outside": (
        "erreur",
        "montant sur une ligne hors de tout bloc d'activités",
        "Déplacez-le entre la première et la dernière ligne d'une action.",
    ),
    "cell.beside": (
        "remarque",
        "texte à côté du tableau",
        "Il n'est pas lu. S'il compte, reportez-le dans une case jaune.",
    ),
    "cell.uncounted": (
        "alerte",
        "nombre à côté du tableau, que rien ne compte",
        "Il n'est pas lu. S'il compte, reportez-le dans une case jaune.",
    ),
    "cell.aside": (
        "remarque",
        "nombre à côté du tableau",
        "Il n'est pas lu. S'il compte, reportez-le dans une case jaune.",
    ),
    "cell.under": (
        "alerte",
        "nombre sur une ligne qui n'est pas du tableau",
        "Il n'est pas lu. S'il compte, reportez-le sur une ligne du tableau, dans une case jaune.",
    ),
    "cell.over": (
        "remarque",
        "formule ou valeur verrouillée remplacée",
        "Elle n'est pas lue : le classeur la refera. Pour vérifier la copie : check.",
    ),
    "cell.far": (
        "erreur",
        "valeur loin de tout tableau",
        "Effacez-la, ou reportez-la dans une case jaune.",
    ),
    "row.total": ("erreur", "ligne de total recopiée dans un bloc", "Supprimez cette ligne."),
    "sheet.absent": (
        "erreur",
        "feuille de saisie absente ou méconnaissable",
        "Remettez ce qui y manque, ou la feuille entière d'une copie saine : rien n'y est lu.",
    ),
    "sheet.twice": (
        "erreur",
        "feuille de saisie en double",
        "Gardez celle où l'on a saisi, supprimez l'autre.",
    ),
    "sheet.added": ("remarque", "feuille ajoutée", "Elle est ignorée."),
    "sheet.values": (
        "remarque",
        "feuille sans une formule, collée en valeurs",
        "Ses cases jaunes sont lues ; le reste, le classeur le refera.",
    ),
    "sheet.hidden": ("remarque", "feuille masquée", "Elle est lue quand même."),
    "header.retyped": (
        "remarque",
        "titre de colonne retapé",
        "La colonne est reconnue quand même.",
    ),
    "header.twice": (
        "erreur",
        "colonne en double : ce titre est déjà à sa gauche",
        "Supprimez celle où l'on n'a pas saisi.",
    ),
    "header.claimed": (
        "erreur",
        "plusieurs titres de colonne nomment la même année",
        "Gardez-la dans le titre de la colonne où l'on a saisi, retirez-la des autres.",
    ),
    "base.wrong": (
        "erreur",
        "la base de la copie ne fait pas ses totaux de contrôle",
        "Colonne « Base » touchée : reprenez une copie saine. À défaut, --base ORIGINALE.",
    ),
    "base.lost": (
        "erreur",
        "colonne de base introuvable : supprimée, ou son titre retapé",
        "Annulez ce changement, ou reprenez une copie saine. À défaut, --base ORIGINALE.",
    ),
    "base.touched": (
        "erreur",
        "la base de la copie n'est pas la matrice dont elle est partie",
        "Colonne « Base » touchée : reprenez une copie saine. À défaut, --base ORIGINALE.",
    ),
    "base.untold": (
        "alerte",
        "la base de la copie a un montant que ni la matrice ni son journal ne connaissent",
        "Rien à faire si matrice.csv a été corrigé à la main ; sinon donnez l'originale (--base).",
    ),
    "base.other": (
        "erreur",
        "la base donnée n'est pas celle dont la copie est partie",
        "Donnez le classeur dont elle est partie (--base) : ce qui a changé depuis serait défait.",
    ),
    "base.given": (
        "alerte",
        "la base de la copie manque ou est fausse",
        "Elle est comparée à celle qui est donnée (--base, ou la source).",
    ),
    "marks.gone": (
        "remarque",
        "colonne de repères introuvable",
        "Les lignes sont reconnues à leurs codes.",
    ),
    "bases.gone": (
        "remarque",
        "colonne de base introuvable",
        "La base donnée en tient lieu (--base, ou la source).",
    ),
    "decisions.gone": (
        "alerte",
        "colonne de saisie introuvable : supprimée, ou son titre effacé",
        "Rien n'en est repris : chaque activité y garde ce qu'elle a dans la base (--forcer).",
    ),
    "column.gone": (
        "remarque",
        "colonne introuvable : supprimée, ou son titre retapé",
        "L'import ne la lit pas : rien n'est perdu.",
    ),
    "sheet.unread": (
        "alerte",
        "feuille de saisie absente ou méconnaissable",
        "Rien n'en est repris : la source garde ce qu'elle a (--forcer).",
    ),
    "plan.other": (
        "erreur",
        "cette copie est d'un autre plan",
        "Donnez le dossier source de ce plan (--source).",
    ),
    "origin.note": ("remarque", "à savoir", "Rien à faire."),
    "origin.newer": (
        "erreur",
        "copie d'un générateur plus récent que celui-ci",
        "Mettez le générateur à jour, puis recommencez.",
    ),
    "origin.version": (
        "remarque",
        "copie d'une autre version du générateur",
        "Elle est lue quand même.",
    ),
    "origin.program": (
        "remarque",
        "copie enregistrée par un autre programme",
        "Elle est lue quand même.",
    ),
}
"""By kind of finding: its class, the problem, the remedy."""
