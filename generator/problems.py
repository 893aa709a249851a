"""Every problem that the data can have, in French: what is wrong, and the remedy."""

from __future__ import annotations

from generator.errors import Finding

PROBLEMS: dict[str, tuple[str, str]] = {
    # the file
    "encoding": (
        "le fichier n'est pas en UTF-8",
        "Enregistrez-le au format « CSV UTF-8 (délimité par des points-virgules) »."),
    "csv": ("le fichier n'est pas un CSV lisible ({reason})",
            "Vérifiez les guillemets de cette ligne."),
    "nul": ("le fichier contient un caractère nul", "Demandez une copie saine du fichier."),
    "empty": ("aucune activité", "Ajoutez au moins une ligne sous l'en-tête."),
    "toml": ("plan.toml n'est pas lisible ({reason})", "Corrigez la syntaxe à cet endroit."),
    # the header
    "header.missing": ("colonne absente", "Ajoutez cette colonne à la ligne d'en-tête."),
    "header.unknown": (
        "colonne inconnue",
        "Corrigez son nom, retirez-la, ou commencez-le par « x_ » pour qu'elle soit conservée."),
    "header.duplicate": ("colonne en double", "Gardez-en une seule."),
    "header.no_year": ("aucune année", "Ajoutez une colonne par année, nommée par ses 4 chiffres."),
    "header.year_gap": ("il manque une année", "Ajoutez la colonne {expected}."),
    "header.years_differ": (
        "les années ne sont pas celles de matrice.csv", "Reprenez les colonnes {expected}."),
    # the rows
    "row.width": (
        "{found} cellules au lieu de {expected}",
        "Un point-virgule manque ou est de trop ; mettez entre guillemets un texte qui en contient."),
    "cell.empty": ("cellule vide", "Cette cellule est obligatoire."),
    "cell.control": (
        "caractère de contrôle en position {position}", "Retirez ce caractère invisible."),
    "cell.long": ("texte de plus de {limit} caractères", "Raccourcissez-le."),
    "code.syntax": (
        "code illisible par un tableur",
        "N'employez que des lettres, des chiffres, des points, des tirets et des espaces."),
    "code.duplicate": (
        "code en double (déjà à la ligne {first})", "Donnez un code différent à chaque activité."),
    "title.differs": (
        "l'intitulé de {level} {code} diffère de celui de la ligne {first} (« {expected} »)",
        "Écrivez le même intitulé sur toutes ses lignes."),
    "parent.differs": (
        "{level} {code} est rattaché à « {expected} » à la ligne {first}",
        "Corrigez le rattachement ou le code."),
    # amounts
    "amount.text": ("montant illisible", "Écrivez un nombre entier de francs, ou laissez vide."),
    "amount.ambiguous": (
        "montant ambigu : milliers ou décimales", "Écrivez {thousands} ou {units}."),
    "amount.grouping": (
        "groupes de chiffres irréguliers", "Groupez les chiffres par trois, ou pas du tout."),
    "amount.decimal": ("montant avec des décimales", "Écrivez un nombre entier de francs."),
    "amount.negative": ("montant négatif", "Un budget ne se réduit qu'en changeant le montant."),
    "amount.large": (
        "montant au-delà de 999 999 999 999 999", "Un tableur perdrait des francs ; vérifiez."),
    "amount.total_large": (
        "le total du plan dépasse 999 999 999 999 999", "Un tableur perdrait des francs ; vérifiez."),
    "amount.pm_year": (
        "« PM » dans une année", "« PM » ne va que dans cout_total ; laissez l'année vide."),
    "amount.pm_costed": (
        "activité « PM » avec un montant en {years}",
        "Laissez ses années vides, ou écrivez son coût total."),
    "total.missing": ("coût total absent", "Écrivez la somme des années, ou « PM »."),
    "total.differs": (
        "le coût total n'est pas la somme des années ({expected})",
        "Corrigez le total ou les années."),
    # the other files
    "code.unknown": ("code inconnu de matrice.csv", "Corrigez le code ou retirez la ligne."),
    "level.unknown": ("niveau inconnu", "Écrivez l'un de : {expected}."),
    "key.duplicate": ("ligne en double (déjà à la ligne {first})", "Gardez-en une seule."),
    "setting.unknown": ("clé inconnue", "Corrigez son nom ou retirez-la ; attendues : {expected}."),
    "setting.type": ("valeur inattendue", "Écrivez {expected}."),
    "sheet.name": (
        "nom de feuille impossible",
        "31 caractères au plus, sans [ ] : * ? / \\ ni apostrophe au bord, et différent des "
        "autres feuilles."),
}


def problem(
    kind: str, file: str, line: int = 0, column: str = "", value: str = "", **fields: object
) -> Finding:
    """Return the finding of a kind at a place, its sentences filled with the fields."""
    what, remedy = PROBLEMS[kind]
    shown = value if len(value) <= SHOWN else value[:SHOWN] + "…"
    return Finding(
        file, line, column, shown, what.format(**fields), remedy.format(**fields), kind
    )


SHOWN = 60
