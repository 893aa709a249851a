"""What rules say of how sheets are laid out and look: problems and remedies, in French."""

from __future__ import annotations

RESTORE = "Annulez (Ctrl+Z) ou reprenez une copie saine du classeur."
MAKER = "Faute du générateur : signalez-la à l'analyste."

LAYOUT: dict[str, tuple[str, str]] = {
    # sheets
    "R16.missing": ("feuille absente", "Reprenez une copie saine du classeur."),
    "R16.title": ("titre absent de A1", "Rétablissez le titre."),
    "R16.units": ("unité des montants absente à côté du titre", MAKER),
    "R16.columns": (
        "la colonne n'a pas le même sens que sur les autres feuilles d'axe",
        "Rétablissez l'en-tête, et l'ordre des colonnes.",
    ),
    "R16.frozen": (
        "en-tête et état général non figés en haut de la feuille",
        "Figez les volets sous l'en-tête (Affichage, Figer les volets).",
    ),
    "R16.merged": ("cellules fusionnées", "Défusionnez-les."),
    "R16.invisible": (
        "contenu invisible (couleur du fond, ou format qui masque)",
        "Rendez à la cellule la couleur et le format de ses voisines.",
    ),
    "R17.money": (
        "format de montant sans section négative ou sans tiret pour zéro",
        "Rendez à la cellule le format de ses voisines.",
    ),
    "R17.amount": (
        "montant sans format de montant",
        "Rendez à la cellule le format de ses voisines.",
    ),
    "R17.code": ("code ou clé enregistré comme un nombre", "Ressaisissez-le comme un texte."),
    "R17.space": (
        "espace écrite dans un format de nombre",
        "Écrivez #,##0 : chaque poste montre ses propres séparateurs.",
    ),
    "R18.paper": ("papier ou orientation inattendus", "Rétablissez-les (Mise en page)."),
    "R18.width": (
        "la feuille ne tient pas sur une page en largeur",
        "Ajustez à 1 page en largeur.",
    ),
    "R18.area": ("zone d'impression absente ou inattendue", "Rétablissez-la (Mise en page)."),
    "R18.repeat": (
        "en-tête non répété en haut des pages",
        "Répétez-le (Mise en page, Imprimer les titres).",
    ),
    "R18.footer": (
        "pied de page sans fichier, feuille, page ou nombre de pages",
        "Rétablissez-le (Mise en page).",
    ),
    # looks
    "R19.contrast": (
        "contraste insuffisant entre le texte et son fond (4,5 au moins)",
        "Rendez à la cellule les couleurs de ses voisines.",
    ),
    "R19.highlight": (
        "contraste insuffisant une fois la mise en forme conditionnelle appliquée",
        "Rétablissez ses couleurs.",
    ),
    "R19.colour_alone": (
        "mise en forme conditionnelle qui ne joue que sur la couleur",
        "Ajoutez-lui le gras.",
    ),
    "R19.alternative": ("graphique sans texte de remplacement", "Décrivez-le en une phrase."),
}
