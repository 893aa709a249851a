"""Every problem that the data can have, in French: what is wrong, and the remedy."""

from __future__ import annotations

from generator.errors import Finding
from generator.texts import show_text

MAX_FIELD = 400
"""Characters of a text from the data inside a sentence."""

PROBLEMS: dict[str, tuple[str, str]] = {
    # the file
    "encoding": (
        "texte qui n'est pas en {name} (lignes en cause : {count})",
        "Enregistrez le fichier en UTF-8.",
    ),
    "encoding.utf16": (
        "le fichier est en UTF-16 (« Texte Unicode »)",
        "Enregistrez-le en UTF-8.",
    ),
    "encoding.damaged": (
        "fichier en UTF-16, tronqué ou abîmé à partir d'ici",
        "Demandez une copie saine du fichier.",
    ),
    "encoding.mixed": (
        "fichier en deux encodages, UTF-8 et un autre (lignes en cause : {count})",
        "Reprenez ces lignes du fichier d'origine, et enregistrez le tout au format « CSV UTF-8 ».",
    ),
    "encoding.doubtful": (
        "encodage incertain : {readings}",
        "Enregistrez le fichier au format « CSV UTF-8 », ou précisez --encodage.",
    ),
    "encoding.lacks": (
        "« {signs} » ne s'écrit pas en {name}, l'encodage de {like}",
        "Enregistrez {like} au format « CSV UTF-8 », puis recommencez.",
    ),
    "nul": (
        "caractère nul : ce n'est pas un fichier de texte, ou il est abîmé",
        "Demandez une copie saine du fichier.",
    ),
    "file.workbook": (
        "c'est un classeur, pas un fichier CSV",
        "Ouvrez-le et enregistrez-le au format « CSV UTF-8 (délimité par des points-virgules) ».",
    ),
    "file.empty": (
        "fichier vide, sans même une ligne d'en-tête",
        "Écrivez sa ligne d'en-tête, ou retirez le fichier du dossier.",
    ),
    "csv.quote": (
        "guillemet ouvert sur cette ligne et mal fermé",
        'Fermez-le, ou doublez-le ("") s\'il fait partie du texte.',
    ),
    "csv.long": (
        "cellule de plus de {limit} caractères",
        "Cherchez sur cette ligne un guillemet qui n'est pas fermé.",
    ),
    "empty": ("aucune activité", "Ajoutez au moins une ligne sous l'en-tête."),
    "toml": (
        "plan.toml n'est pas lisible à partir d'ici",
        (
            'Écrivez clé = "texte" ou clé = 0.22 : guillemets droits, point et non virgule, '
            "une clé une seule fois."
        ),
    ),
    # the header
    "header.title": (
        "ligne au-dessus de l'en-tête",
        "Elle n'est pas lue ; un import la garde.",
    ),
    "header.absent": (
        "aucune des colonnes attendues sur la première ligne",
        (
            "Commencez le fichier par sa ligne d'en-tête, séparée par des points-virgules ; "
            "colonnes attendues : {expected}."
        ),
    ),
    "header.missing": ("colonne absente", "Ajoutez cette colonne à la ligne d'en-tête."),
    "header.unknown": (
        "colonne inconnue",
        "Corrigez son nom{hint}, retirez-la, ou commencez son nom par « x_ » pour la conserver.",
    ),
    "header.duplicate": ("colonne en double", "Gardez-en une seule."),
    "header.no_year": ("aucune année", "Ajoutez une colonne par année, nommée par ses 4 chiffres."),
    "header.too_many_years": ("plus de {limit} années", "Gardez au plus {limit} années."),
    "header.year_gap": (
        "il manque une année avant celle-ci",
        "Ajoutez la colonne, ou les colonnes : {expected}.",
    ),
    "header.years_differ": (
        "les années ne sont pas celles de matrice.csv",
        "Reprenez les colonnes {expected}.",
    ),
    # the rows
    "row.short": (
        "{found} cellules au lieu de {expected}",
        "Il manque un séparateur ; Excel omet parfois ceux de la fin de ligne : ajoutez-les.",
    ),
    "row.long": (
        "{found} cellules au lieu de {expected}",
        "Un séparateur est de trop ; mettez entre guillemets un texte qui en contient.",
    ),
    "cell.unnamed": (
        "cellule sous une colonne sans nom",
        "Nommez la colonne, ou videz la cellule.",
    ),
    "cell.empty": ("cellule vide", "Remplissez-la : elle est obligatoire."),
    # texts
    "text.control": (
        "caractère de contrôle, invisible, en position {position}",
        "Retirez-le : retapez le texte à cet endroit.",
    ),
    "text.mojibake": (
        "texte mal converti (« {found} » en position {position})",
        "Reprenez le fichier d'origine et enregistrez-le au format « CSV UTF-8 ».",
    ),
    "text.long": (
        "texte de {length} caractères, plus de {limit}",
        "Raccourcissez-le : la cellule d'un tableur ne le contiendrait pas.",
    ),
    "text.lines": ("texte de plus de {limit} lignes", "Retirez-en des sauts de ligne."),
    # codes
    "code.syntax": (
        "« {character} » ne va pas dans un code (position {position})",
        "N'employez que des lettres, des chiffres, des points, des tirets et des espaces.",
    ),
    "code.date": (
        "code changé en date par un tableur",
        "Écrivez le code d'origine, sans doute « {likely} ».",
    ),
    "code.long": ("code de plus de {limit} caractères", "Raccourcissez-le."),
    "code.number": (
        "code d'activité sans numéro",
        "Donnez-lui un numéro, par exemple I-1.1.1 ; si c'est une ligne de total, retirez-la.",
    ),
    "code.reserved": ("code réservé aux totaux du plan", "Donnez un autre code à cet axe."),
    "code.duplicate": (
        "code en double (déjà à la ligne {first})",
        "Donnez un code différent à chaque activité.",
    ),
    "code.alike": (
        "{level} que les tableurs confondent avec « {other} » ({place})",
        "Écrivez-les de la même façon, ou changez l'un des deux.",
    ),
    "title.differs": (
        "l'intitulé de {level} {code} diffère de celui de la ligne {first} (« {expected} »)",
        "Écrivez le même intitulé sur toutes ses lignes.",
    ),
    "parent.differs": (
        "{level} {code} est sous « {expected} » à la ligne {first}",
        "Corrigez le rattachement, ou le code.",
    ),
    # amounts
    "amount.text": ("montant illisible", "Écrivez un nombre entier de francs, ou laissez vide."),
    "amount.unit": ("montant écrit avec une unité", "Écrivez {expected} si c'est bien le montant."),
    "amount.scientific": (
        "montant en notation scientifique : des chiffres ont pu se perdre",
        "Écrivez tous ses chiffres.",
    ),
    "amount.ambiguous": (
        "montant ambigu : milliers ou décimales",
        "Écrivez {thousands} si ce sont des milliers, {units} si ce sont des décimales.",
    ),
    "amount.grouping": (
        "groupes de chiffres irréguliers",
        "Groupez les chiffres par trois, ou pas du tout.",
    ),
    "amount.decimal": ("montant avec des décimales", "Écrivez un nombre entier de francs."),
    "amount.negative": (
        "montant négatif",
        "Écrivez le montant à prévoir : zéro, ou un nombre positif.",
    ),
    "amount.large": (
        "montant au-delà de 999 999 999 999 999",
        "Vérifiez-le : un tableur en perdrait des francs.",
    ),
    "amount.total_large": (
        "le total du plan dépasse 999 999 999 999 999",
        "Vérifiez les montants : un tableur en perdrait des francs.",
    ),
    "amount.pm_year": (
        "« PM » dans une année",
        "N'écrivez « PM » que dans cout_total, et laissez l'année vide.",
    ),
    "amount.pm_costed": (
        "activité « PM » avec un montant en {years}",
        "Laissez ses années vides, ou écrivez son coût total.",
    ),
    "total.missing": (
        "coût total absent",
        "Écrivez la somme des années ({expected}), ou « PM » si l'activité n'a pas de coût.",
    ),
    "total.differs": (
        "le coût total n'est pas la somme des années ({expected})",
        "Corrigez le total ou les années.",
    ),
    # the other files
    "code.unknown": ("code inconnu de matrice.csv", "Corrigez le code, ou retirez la ligne."),
    "level.unknown": ("niveau inconnu", "Écrivez l'un de : {expected}."),
    "year.unknown": ("année qui n'est pas au plan", "Écrivez l'une de : {expected}."),
    "status.unknown": ("statut inconnu", "Écrivez l'un de : {expected}."),
    "key.duplicate": ("ligne en double (déjà à la ligne {first})", "Gardez-en une seule."),
    "setting.unknown": (
        "clé inconnue",
        "Corrigez son nom, ou retirez-la ; attendues : {expected}.",
    ),
    "setting.type": ("valeur inattendue", "Écrivez {expected}."),
    "sheet.name": (
        "nom de feuille impossible",
        (
            "Donnez dans plan.toml, sous [feuilles], un nom de 31 caractères au plus qui commence "
            "par une lettre, sans [ ] : * ? / \\ ~ ni apostrophe ou espace à la fin, différent des "
            "autres feuilles et d'une date."
        ),
    ),
}

NOTES: dict[str, tuple[str, str]] = {
    "code.spaces": ("espaces autour d'un code", "Ils n'ont pas été retenus."),
    "text.formula": (
        "texte qui commence par « = »",
        (
            "Il reste un texte dans le classeur ; un tableur qui ouvre le CSV le prend pour une "
            "formule."
        ),
    ),
    "amount.currency": ("monnaie écrite avec le montant", "Seul le nombre a été retenu."),
    "file.encoding": (
        "fichier lu en {name}",
        "Vérifiez les accents ; au format « CSV UTF-8 », il n'y aurait rien à reconnaître.",
    ),
    "file.unknown": (
        "fichier que le générateur ne connaît pas",
        "Il n'a pas été lu : vérifiez son nom.",
    ),
}
"""What is accepted, and told: the same two sentences."""


def problem(
    kind: str, file: str, line: int = 0, column: str = "", value: str = "", **fields: object
) -> Finding:
    """Return the finding, or the note, of a kind at a place: its sentences with the fields."""
    what, remedy = PROBLEMS[kind] if kind in PROBLEMS else NOTES[kind]
    told = {name: show_text(str(field), MAX_FIELD) for name, field in fields.items()}
    problem_text, remedy_text = what.format(**told), remedy.format(**told)
    column = show_text(column)
    return Finding(file, line, column, show_text(value), problem_text, remedy_text, kind)
