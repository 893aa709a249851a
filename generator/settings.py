"""`plan.toml`: what the matrix does not say of the plan."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.errors import Finding
from generator.labels import Words
from generator.plan import Settings, SourceFile
from generator.problems import problem

FILE = "plan.toml"
MAX_RESERVE = 50
TEXTS = {
    "titre": "title",
    "pays": "country",
    "devise_nationale": "motto",
    "sigle": "acronym",
    "periode": "period",
    "monnaie": "currency",
    "fichier": "output",
}
OTHERS = ("part_etat", "base_totaux", "lignes_reserve", "feuilles", "alias", "taux")
RESERVED = (
    "Accueil", "Tableau de bord", "Synthèse", "Financement", "Rapprochement", "Activités",
    "Ajustements", "PTA", "Structures", "Suivi-évaluation", "Exécution", "Contrôles",
    "Paramètres", "Sigles", "Empreinte", "History",
)  # fmt: skip
"""Names of the other sheets, present and to come, and the one that Excel keeps for itself."""

_SHEET_NAME = re.compile(r"(?!')[^\[\]:*?/\\]{1,31}(?<!')")
_FILE_NAME = re.compile(r"[^/\\:*?\"<>|\x00-\x1f]{1,100}")


@dataclass(slots=True)
class SettingsFile:
    """The settings as read, the file's fingerprint (None: no file), and every problem found."""

    settings: Settings = field(default_factory=Settings)
    source: SourceFile | None = None
    findings: list[Finding] = field(default_factory=list)

    def wrong(self, key: str, value: object, expected: str) -> None:
        """Add the finding of a value that is not what its key takes."""
        self.findings.append(
            problem("setting.type", FILE, 0, key, str(value), expected=expected)
        )


def read_settings(folder: Path, axes: Sequence[str]) -> SettingsFile:
    """Return the folder's settings, with a sheet name for each axis code."""
    read = SettingsFile()
    data = _load(folder / FILE, read)
    for key in data:
        if key not in (*TEXTS, *OTHERS):
            expected = ", ".join((*TEXTS, *OTHERS))
            read.findings.append(problem("setting.unknown", FILE, 0, key, expected=expected))
    texts = {
        name: text for key, name in TEXTS.items() if (text := _text(read, data, key)) is not None
    }
    read.settings = Settings(
        **texts,
        state_share=_share(read, data.get("part_etat")),
        totals_base=_totals_base(read, data.get("base_totaux", "")),
        reserve_rows=_reserve_rows(read, data.get("lignes_reserve", 1)),
        sheets=_sheet_names(read, axes, data.get("feuilles", {})),
    )
    return read


def _load(path: Path, read: SettingsFile) -> dict[str, Any]:
    if not path.is_file():
        return {}
    content = path.read_bytes()
    read.source = SourceFile(path.name, hashlib.sha256(content).hexdigest(), 0)
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        read.findings.append(problem("toml", FILE, reason=error))
        return {}


def _text(read: SettingsFile, data: dict[str, Any], key: str) -> str | None:
    value = data.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        read.wrong(key, value, "un texte entre guillemets")
        return None
    if key == "fichier" and not _FILE_NAME.fullmatch(value):
        read.wrong(key, value, "un nom de fichier sans dossier, par exemple PANLTdP-2016-2020")
    return value


def _share(read: SettingsFile, value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    read.wrong("part_etat", value, "une fraction de 0 à 1, par exemple 0.22")
    return None


def _totals_base(read: SettingsFile, value: object) -> str:
    words = Words()
    choices = (words("base.published"), words("base.computed"))
    if value and value not in choices:
        read.wrong("base_totaux", value, " ou ".join(f'"{choice}"' for choice in choices))
    return str(value)


def _reserve_rows(read: SettingsFile, value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MAX_RESERVE:
        return value
    read.wrong("lignes_reserve", value, f"un nombre entier de 0 à {MAX_RESERVE}")
    return 1


def _sheet_names(read: SettingsFile, axes: Sequence[str], given: object) -> dict[str, str]:
    """Return a sheet name for each axis: as the file gives it, or `Axe` and the code."""
    names = given if isinstance(given, dict) else {}
    if given is not names:
        read.wrong("feuilles", given, 'une table [feuilles], par exemple I = "Axe I"')
    words, found = Words(), {}
    taken = {name.casefold() for name in RESERVED}
    for code in axes:
        name = str(names.get(code, words("axis.sheet", code=code)))
        if not _SHEET_NAME.fullmatch(name) or name.casefold() in taken:
            read.findings.append(problem("sheet.name", FILE, 0, f"feuilles.{code}", name))
        taken.add(name.casefold())
        found[code] = name
    return found
