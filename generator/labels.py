"""Every word that a person reads in the workbook, in French, with English beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.errors import UnknownKeyError
from generator.words import TEXTS

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one language: `words("axis.total", code="I")`."""

    language: Language = "fr"

    def __call__(self, key: str, **fields: object) -> str:
        """Return the text of a key with its fields filled in; an unknown key is an error."""
        if key not in TEXTS:
            raise UnknownKeyError("labels", "texte", key)
        text = TEXTS[key][LANGUAGES.index(self.language)]
        return text.format(**fields) if fields else text
