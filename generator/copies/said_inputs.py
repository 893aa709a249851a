"""What is said of what officers type in the cells of a copy, in French."""

from __future__ import annotations

from collections.abc import Mapping

from generator.errors import Severity

INPUTS: Mapping[str, tuple[Severity, str, str]] = {
    "amount.converted": ("remarque", "montant écrit en texte", "Lu comme un nombre."),
    "amount.blank": ("remarque", "espaces dans une case de montant", "Lue comme vide."),
    "amount.dash": ("remarque", "tiret dans une case de montant", "Lue comme vide."),
    "amount.shown": (
        "remarque",
        "montant devenu le texte de son affichage",
        "Il n'a pas changé : le montant de départ est gardé.",
    ),
    "amount.formula": (
        "remarque",
        "formule dans une case de saisie",
        "Sa valeur est gardée, pas la formule.",
    ),
    "amount.dated": ("remarque", "montant affiché comme une date", "Le nombre est gardé."),
    "amount.uncalculated": (
        "erreur",
        "formule sans valeur enregistrée",
        "Ouvrez la copie dans le tableur, enregistrez-la, puis recommencez.",
    ),
    "amount.outside": (
        "erreur",
        "formule qui dépend d'un autre classeur, d'un lien ou de la date du jour",
        "Remplacez-la par le montant.",
    ),
    "amount.error": ("erreur", "valeur d'erreur dans une case de saisie", "Retapez la saisie."),
    "amount.truth": ("erreur", "VRAI ou FAUX à la place d'un montant", "Retapez le montant."),
    "amount.date": ("erreur", "date à la place d'un montant", "Retapez le montant."),
    "amount.percent": ("erreur", "pourcentage à la place d'un montant", "Retapez le montant."),
    "amount.pm": (
        "erreur",
        "« PM » à côté d'un montant",
        "Videz toutes les années, ou retirez « PM ».",
    ),
    "amount.merged": (
        "erreur",
        "cases de saisie fusionnées : une seule valeur y tient",
        "Défusionnez-les, puis retapez chaque valeur.",
    ),
    "text.formula": ("erreur", "formule à la place d'un texte", "Retapez le texte."),
    "text.error": ("erreur", "valeur d'erreur à la place d'un texte", "Retapez le texte."),
    "text.equals": ("remarque", "texte qui commence par « = »", "Gardé comme texte."),
    "text.changed": (
        "erreur",
        "texte verrouillé modifié : un intitulé ne revient pas par une copie",
        "Remettez-le, ou corrigez {file}.",
    ),
    "text.differs": (
        "alerte",
        "texte verrouillé autre que celui de la source : il ne revient pas par une copie",
        "Si on l'a modifié dans la copie, corrigez {file}.",
    ),
    "total.large": (
        "erreur",
        "le total du plan passerait quinze chiffres",
        "Retapez ce montant : un tableur ne garde pas tous les chiffres au-delà.",
    ),
    "total.typed": (
        "remarque",
        "formule de total remplacée par une valeur",
        "Elle n'est pas lue : les totaux sont recalculés.",
    ),
    "total.gone": (
        "alerte",
        "ligne de total supprimée",
        "D'autres totaux de la copie peuvent en manquer. Le classeur la refera.",
    ),
    "year.gone": (
        "alerte",
        "ligne de l'année du plan de travail supprimée",
        "L'année de départ est gardée. Remettez la ligne pour en choisir une autre.",
    ),
    "status.unknown": ("erreur", "statut inconnu", "Choisissez un mot de la liste."),
    "funding.partial": (
        "erreur",
        "financement incomplet : il faut bailleur, année, montant et statut",
        "Complétez la ligne, ou videz-la.",
    ),
    "funding.axis": ("erreur", "axe inconnu", "Choisissez une feuille d'axe de la liste."),
    "funding.year": ("erreur", "année qui n'est pas du plan", "Choisissez une année de la liste."),
    "funding.below": (
        "erreur",
        "saisie hors des lignes jaunes du registre",
        "Reportez-la sur une ligne jaune libre.",
    ),
    "funding.gone": (
        "alerte",
        "ligne de financement supprimée",
        "Le financement est supprimé ; si c'est une erreur, reprenez sa ligne d'une copie saine.",
    ),
    "funding.lost": (
        "erreur",
        "lignes de financement supprimées, leur base avec elles",
        "Remettez ces lignes. À défaut, --base CLASSEUR (celui dont la copie est partie).",
    ),
    "funding.twice": (
        "alerte",
        "financement que rien ne distingue d'un autre : même bailleur, axe, année et référence",
        "Les deux comptent : videz une ligne si c'est le même, ou donnez à chacun sa référence.",
    ),
    "funding.respelled": (
        "alerte",
        "financement déjà écrit ailleurs, aux majuscules près : les deux n'en font qu'un",
        "Si ce sont bien deux financements, donnez à chacun sa référence.",
    ),
    "share.odd": ("erreur", "part qui n'est pas entre 0 % et 100 %", "Retapez-la, ou videz-la."),
    "base.unknown": ("erreur", "base des totaux inconnue", "Choisissez un mot de la liste."),
    "currency.odd": ("erreur", "code de monnaie inconnu", "Trois lettres capitales : USD."),
    "rate.changed": (
        "erreur",
        "taux verrouillé modifié ou supprimé",
        "Remettez-le, ou corrigez plan.toml ; une autre devise a sa ligne jaune.",
    ),
    "rate.partial": (
        "erreur",
        "taux de change incomplet : il faut un code, un nombre positif et une date",
        "Complétez la ligne, ou videz-la.",
    ),
    "rate.known": ("erreur", "cette monnaie a déjà un taux", "Changez-le dans plan.toml."),
    "quarters.gone": (
        "alerte",
        "lignes supprimées sur PTA, ou sans clé : leurs trimestres restent ce qu'ils étaient",
        "Pour effacer des trimestres, videz leurs cases jaunes.",
    ),
    "quarters.left": (
        "alerte",
        "lignes du PTA dont les trimestres sont restés ceux de l'année de départ",
        "Ils gardent leur année. Une ligne où l'on a retapé un trimestre est de l'année choisie.",
    ),
    "quarters.parted": (
        "erreur",
        (
            "trimestres tapés à côté du code d'une autre activité : lignes triées sans toutes "
            "leurs colonnes, sur PTA ou sur les feuilles d'axe ?"
        ),
        "Annulez le tri, puis vérifiez ces trimestres : ils iraient à l'activité attendue.",
    ),
    "quarters.mixed": (
        "erreur",
        (
            "trimestre de l'année de départ laissé à côté d'autres tapés pour l'année choisie, "
            "qui en a déjà"
        ),
        (
            "La feuille ne montre pas ceux-ci. Saisissez cette année dans un classeur produit pour "
            "elle (annee_pta dans plan.toml)."
        ),
    ),
    "quarters.unknown": (
        "erreur",
        "trimestres tapés sur une feuille PTA qui a perdu son année",
        "Remettez la ligne de l'année au-dessus du tableau.",
    ),
    "quarters.nowhere": (
        "erreur",
        "trimestres d'une activité que la copie n'a pas",
        "Effacez-les, ou remettez l'activité sur sa feuille d'axe.",
    ),
}
"""By kind of finding: its class, the problem, the remedy."""
