"""`plan.toml`: what the matrix does not say of the plan."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from generator.errors import Finding
from generator.files import read_whole
from generator.labels import Words
from generator.plan import Rate, Settings, SourceFile
from generator.reading.codes import is_safe_criterion
from generator.reading.encodings import Fault
from generator.reading.problems import problem
from generator.reading.tomlfile import TomlFile, parse_toml
from generator.structures import is_one_name
from generator.texts import comparable, excel_length, find_text_fault, is_blank

FILE = "plan.toml"
SHEETS, ALIASES, RATES = "feuilles", "alias", "taux"
MAX_RESERVE = 50
MAX_RATE = 1_000_000_000
MAX_SETTING = 255
"""Characters of a text: what a property of the workbook holds."""

TEXTS = {
    "titre": "title",
    "pays": "country",
    "devise_nationale": "motto",
    "sigle": "acronym",
    "periode": "period",
    "monnaie": "currency",
    "fichier": "output",
}
FILLED = ("titre", "monnaie", "fichier")
COUNTER, WORK_YEAR = "contre_valeur", "annee_pta"
OTHERS = (
    "part_etat", "base_totaux", COUNTER, WORK_YEAR, "lignes_reserve", SHEETS, ALIASES, RATES,
)  # fmt: skip
RESERVED = (
    "Accueil", "Tableau de bord", "Synthèse", "Financement", "Rapprochement", "Activités",
    "Ajustements", "PTA", "Structures", "Suivi-évaluation", "Exécution", "Contrôles",
    "Paramètres", "Sigles", "Empreinte", "History", "Historique",
)  # fmt: skip
"""Names of the other sheets, present and to come, and the one that Excel keeps for itself."""

_SHEET_NAME = re.compile(r"(?![' ])[^\[\]:*?/\\]+(?<![' ])")
_CURRENCY = re.compile(r"[A-Z]{3}")
_FILE_NAME = re.compile(r"(?![. ])[^/\\:*?\"<>|]{1,100}(?<![. ])")
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


@dataclass(slots=True)
class SettingsFile:
    """The settings as read, the file's fingerprint (None: no file), and every problem found."""

    settings: Settings = field(default_factory=Settings)
    source: SourceFile | None = None
    findings: list[Finding] = field(default_factory=list)
    toml: TomlFile = field(default_factory=TomlFile)

    def get(self, key: str, default: object = None) -> object:
        """Return the value of a key."""
        return self.toml.values.get(key, default)

    def find(
        self, kind: str, key: str, value: object = "", *, section: str = "", **fields: object
    ) -> None:
        """Add the problem of a key."""
        name = f"{section}.{key}" if section else key
        line = self.toml.line(key, section)
        self.findings.append(problem(kind, FILE, line, name, str(value), **fields))

    def refuse(self, key: str, value: object, expected: str, section: str = "") -> None:
        """Add the problem of a value that is not what its key takes."""
        self.find("setting.type", key, value, section=section, expected=expected)


def read_settings(
    folder: Path, axes: Sequence[str], years: Sequence[int] = (), *, whole: bool = True
) -> SettingsFile:
    """Return the folder's settings, with a sheet name for each axis code.

    `years` are the plan's, none where they are not known. `whole` says that the axes are all there
    are, so that a name given to another one is a slip.
    """
    read = _load(folder / FILE)
    for key in read.toml.values:
        if key not in (*TEXTS, *OTHERS):
            read.find("setting.unknown", key, expected=", ".join((*TEXTS, *OTHERS)))
    texts = {name: text for key, name in TEXTS.items() if (text := _text(read, key)) is not None}
    read.settings = Settings(
        **texts,
        state_share=_share(read),
        totals_base=_totals_base(read),
        reserve_rows=_reserve_rows(read),
        sheets=_sheet_names(read, axes, whole=whole),
        aliases=_aliases(read),
        rates=tuple(_rates(read)),
        counter=_counter(read),
        work_year=_work_year(read, years),
    )
    return read


def _load(path: Path) -> SettingsFile:
    content = read_whole(path)
    if content is None:
        return SettingsFile()
    source = SourceFile(path.name, sha256(content).hexdigest(), 0)
    toml = parse_toml(content)
    if isinstance(toml, Fault):
        found = problem(toml.kind, FILE, toml.line, "", toml.value, **toml.fields)
        return SettingsFile(source=source, findings=[found])
    return SettingsFile(source=source, toml=toml)


def _text(read: SettingsFile, key: str) -> str | None:
    value = read.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        read.refuse(key, value, "un texte entre guillemets")
    elif fault := find_text_fault(value, MAX_SETTING):
        read.find(fault[0], key, value, section="", **fault[1])
    elif "\n" in value or "\r" in value or "\t" in value:
        read.refuse(key, value, "un texte d'une seule ligne")
    elif key in FILLED and not value.strip():
        read.refuse(key, value, "un texte, ou retirez la clé")
    elif key == "fichier" and not _is_file_name(value):
        expected = "un nom de fichier sans dossier ni .xlsx, par exemple PANLTdP-2016-2020"
        read.refuse(key, value, expected)
    else:
        return value
    return None


def _is_file_name(name: str) -> bool:
    """Tell whether every system takes the name, once `.xlsx` is behind it."""
    if name.casefold().endswith(".xlsx") or _DEVICE.fullmatch(name):
        return False
    return _FILE_NAME.fullmatch(name) is not None


def _share(read: SettingsFile) -> float | None:
    value = read.get("part_etat")
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value) + 0.0  # no negative zero
    read.refuse("part_etat", value, "une fraction de 0 à 1, par exemple 0.22")
    return None


def _totals_base(read: SettingsFile) -> str:
    value, words = read.get("base_totaux", ""), Words()
    choices = ("", words("base.published"), words("base.computed"))
    if isinstance(value, str) and value in choices:
        return value
    read.refuse("base_totaux", value, " ou ".join(f'"{choice}"' for choice in choices[1:]))
    return ""


def _counter(read: SettingsFile) -> str | None:
    value = read.get(COUNTER)
    if value is None or (isinstance(value, str) and (not value or _CURRENCY.fullmatch(value))):
        return value
    read.refuse(COUNTER, value, 'le code d\'une monnaie, par exemple "EUR", ou ""')
    return None


def _work_year(read: SettingsFile, years: Sequence[int]) -> int | None:
    value = read.get(WORK_YEAR)
    if value is None or (type(value) is int and (value in years or not years)):
        return value
    expected = "une année du plan" + (f" : {', '.join(map(str, years))}" if years else "")
    read.refuse(WORK_YEAR, value, expected)
    return None


def _reserve_rows(read: SettingsFile) -> int:
    value = read.get("lignes_reserve", 1)
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MAX_RESERVE:
        return value
    read.refuse("lignes_reserve", value, f"un nombre entier de 0 à {MAX_RESERVE}")
    return 1


def _table(read: SettingsFile, key: str, expected: str) -> Mapping[str, object]:
    value = read.get(key, {})
    if isinstance(value, dict):
        return value
    read.refuse(key, value, expected)
    return {}


def _texts_table(read: SettingsFile, key: str, expected: str) -> dict[str, str]:
    """Return the texts of a section by key; what is no text is a finding."""
    found: dict[str, str] = {}
    for name, value in _table(read, key, expected).items():
        if isinstance(value, str):
            found[name] = value
        else:
            read.refuse(name, value, "un texte entre guillemets", key)
    return found


def _aliases(read: SettingsFile) -> dict[str, str]:
    """Return by printed spelling of a structure the one that is kept.

    Each is one name, each spelling has one kept, and what is kept is no spelling of another.
    """
    table = _texts_table(read, ALIASES, 'une table [alias], par exemple CIGG = "CICG"')
    folded = Counter(comparable(printed).casefold() for printed in table)
    found = {}
    for printed, kept in table.items():
        own, other = (comparable(text).casefold() for text in (printed, kept))
        faulty = any(find_text_fault(text, MAX_SETTING) for text in (printed, kept))
        if faulty or not is_one_name(printed) or not is_one_name(kept):
            read.refuse(printed, kept, "un nom, sans virgule, barre ni parenthèse", ALIASES)
        elif folded[own] > 1:
            read.refuse(printed, kept, "une seule fois chaque graphie, casse à part", ALIASES)
        elif other != own and other in folded:
            expected = "la graphie retenue en fin de compte, qui n'en est pas une à remplacer"
            read.refuse(printed, kept, expected, ALIASES)
        else:
            found[printed] = kept
    return found


def _rates(read: SettingsFile) -> Iterator[Rate]:
    """Yield the rates of the foreign currencies, each with its date."""
    expected = 'une table, par exemple EUR = { taux = 655.957, date = "parité fixe" }'
    for currency, value in _table(read, RATES, "une table [taux]").items():
        fields = value if isinstance(value, dict) else {}
        rate, date = fields.get("taux"), fields.get("date", "")
        worth = _positive(rate)
        date = date.isoformat() if isinstance(date, dt.date) else date
        dated = isinstance(date, str) and not is_blank(date) and "\n" not in date
        dated = dated and find_text_fault(str(date), MAX_SETTING) is None
        named = _CURRENCY.fullmatch(currency) and fields.keys() <= {"taux", "date"}
        if worth is not None and dated and named:
            yield Rate(currency, worth, str(date))
        else:
            read.refuse(currency, value, expected, RATES)


def _positive(rate: object) -> float | None:
    """Return a rate as a number, None for what is none."""
    if isinstance(rate, bool) or not isinstance(rate, int | float) or not 0 < rate < MAX_RATE:
        return None
    return float(rate)


def _sheet_names(read: SettingsFile, axes: Sequence[str], *, whole: bool) -> dict[str, str]:
    """Return a sheet name for each axis: as the file gives it, or `Axe` and the code."""
    names = _texts_table(read, SHEETS, 'une table [feuilles], par exemple I = "Axe I"')
    if whole:
        for code in names.keys() - set(axes):
            read.find("code.unknown", code, names[code], section=SHEETS)
    words, found = Words(), {}
    taken = {name.casefold() for name in RESERVED}
    for code in axes:
        name = names.get(code, words("axis.sheet", code=code))
        if not _is_sheet_name(name) or name.casefold() in taken:
            read.find("sheet.name", code, name, section=SHEETS)
        taken.add(name.casefold())
        found[code] = name
    return found


def _is_sheet_name(name: str) -> bool:
    """Tell whether Excel takes the name, and the sum of a sheet's checks by its name finds it."""
    if excel_length(name) > MAX_SHEET_NAME or find_text_fault(name) or "\n" in name:
        return False
    if not is_safe_criterion(name):
        return False
    return _SHEET_NAME.fullmatch(name) is not None


MAX_SHEET_NAME = 31
