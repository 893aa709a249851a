"""Every word in both languages, with the same fields, and none missing."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest

import generator
from generator.errors import UnknownKeyError
from generator.labels import LANGUAGES, Words
from generator.words import TEXTS

GENERATOR = Path(generator.__file__).parent


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", TEXTS)
def test_a_text_says_the_same_in_both_languages(key: str) -> None:
    french, english = TEXTS[key]
    assert french
    assert english
    assert fields(french) == fields(english)


def test_no_key_is_given_twice() -> None:
    """A dictionary would keep the last and say nothing."""
    keys: Counter[str] = Counter()
    for path in GENERATOR.glob("words/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Dict):
                keys.update(str(key.value) for key in node.keys if isinstance(key, ast.Constant))
    assert sum(keys.values()) == len(TEXTS)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_that_the_code_spells_out_exists() -> None:
    spelt = set()
    for path in GENERATOR.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _is_words(node.func) and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    spelt.add(first.value)
    assert len(spelt) > 50
    assert spelt - TEXTS.keys() == set()


def _is_words(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name == "words"


def test_fields_are_filled_in() -> None:
    assert Words("fr")("axis.total", code="I") == "TOTAL AXE I"
    assert Words("fr")("budget.total") == "BUDGET TOTAL"
    assert Words("fr")("budget.state") == "Part de l'Etat"
    partners = "Montant à mobiliser auprès des partenaires"
    assert Words("fr")("budget.partners") == partners
    assert Words("fr")("axis.subtotal", code="I.1") == "Sous-total OS I.1"
    assert Words("en")("axis.total", code="I") != Words("fr")("axis.total", code="I")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_text(language: str) -> None:
    with pytest.raises(UnknownKeyError, match=r"texte inconnu.*« axis.totall »"):
        Words(language)("axis.totall")  # type: ignore[arg-type] # one of the languages


def test_a_field_that_is_missing_or_one_too_many() -> None:
    with pytest.raises(UnknownKeyError, match=r"champ de « axis.total ».*« code »"):
        Words()("axis.total")
    with pytest.raises(UnknownKeyError, match=r"champ de « budget.total ».*« code »"):
        Words()("budget.total", code="I")
