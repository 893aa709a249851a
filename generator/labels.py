"""Every word that a person reads in the workbook, in French, with English beside it."""

from __future__ import annotations

from functools import cache
from string import Formatter
from typing import Literal, NamedTuple

from generator.errors import UnknownKeyError
from generator.words import TEXTS

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")
WHERE = "labels"


class Words(NamedTuple):
    """The texts of one language: `words("axis.total", code="I")`."""

    language: Language = "fr"

    def __call__(self, key: str, **fields: object) -> str:
        """Return the text of a key, its fields filled in.

        An unknown key is an error, and so are a field that is missing and one too many.
        """
        text, known = _text(key, self.language)
        if fields.keys() != known:
            odd = sorted(fields.keys() ^ known)
            raise UnknownKeyError(WHERE, f"champ de « {key} »", ", ".join(odd))
        return text.format(**fields) if known else text


@cache
def _text(key: str, language: Language) -> tuple[str, frozenset[str]]:
    """Return a text and the names of its fields."""
    if key not in TEXTS:
        raise UnknownKeyError(WHERE, "texte", key)
    text = TEXTS[key][LANGUAGES.index(language)]
    return text, frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
