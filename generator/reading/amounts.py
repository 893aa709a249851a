"""Reading an amount as people write it: whole francs, a blank, or `PM`.

Nothing is guessed: what can be read in two ways is a problem, not an amount.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from generator.plan import MAX_AMOUNT, PM, Amount, Total
from generator.texts import show_number, tidy_spaces

DIGITS = len(str(MAX_AMOUNT))
DASHES = ("-", "–", "—", "−", "‑")
PM_FORMS = ("pm", "p.m.", "p.m", "p. m.", "pour mémoire", "pour memoire")
UNITS = {
    1_000: ("k", "mille", "milliers"),
    1_000_000: ("m", "million", "millions"),
    1_000_000_000: ("md", "mds", "mrd", "milliard", "milliards"),
}

_DASH = "[-–—−‑]"
_POINTS, _COMMAS = r"[0-9]{1,3}(?:\.[0-9]{3})", r"[0-9]{1,3}(?:,[0-9]{3})"
_WORDS = "|".join(word for words in UNITS.values() for word in words)
_CURRENCY = r"(?i)(.*[0-9]) ?(?:f\.? ?cfa|fcfa|xof|cfa|f|francs?(?: cfa)?)"


class AmountProblem(NamedTuple):
    """Why a text is no amount: the problem's key and the fields of its sentence."""

    kind: str
    fields: Mapping[str, str] = MappingProxyType({})


def parse_amount(text: str) -> Total | AmountProblem | None:
    """Return whole francs, `PM`, None for a blank or a dash, or the problem with the text.

    Accepted: digits, groups of three by any space, two groups or more by points or commas, `,00`
    at the end, and the currency behind (`5 000 F CFA`).
    """
    if not text:
        return None
    if text.isascii() and text.isdigit():
        return int(text) if len(text) <= DIGITS else _bounded(text)
    cleaned = tidy_spaces(text)
    if not cleaned or cleaned in DASHES:
        return None
    if unicodedata.normalize("NFC", cleaned).casefold() in PM_FORMS:
        return PM
    return _parse_digits(without_currency(cleaned))


def parse_signed(text: str) -> Amount | AmountProblem:
    """Return whole francs with their sign, None for a blank or a dash, or the problem."""
    cleaned = tidy_spaces(text)
    negative = len(cleaned) > 1 and cleaned[0] in DASHES
    amount = parse_amount(cleaned[1:] if negative else cleaned)
    if amount is PM or (negative and amount is None):
        return AmountProblem("amount.text")
    return -amount if negative and isinstance(amount, int) else amount


def without_currency(text: str) -> str:
    """Return the amount without the francs that are named behind it."""
    found = re.fullmatch(_CURRENCY, text)
    return found[1] if found else text


def _parse_digits(text: str) -> int | AmountProblem:
    for pattern, read in _READINGS:
        if found := re.fullmatch(pattern, text):
            return read(found)
    return AmountProblem("amount.text")


def _read_whole(found: re.Match[str]) -> int | AmountProblem:
    digits = next(part for part in found.groups() if part)
    return _bounded(re.sub(r"[ .,]", "", digits))


def _bounded(digits: str) -> int | AmountProblem:
    """Return the number; one of many digits is too large before it is even converted."""
    significant = digits.lstrip("0")
    if len(significant) > DIGITS:
        return AmountProblem("amount.large")
    return int(significant or "0")


def _read_ambiguous(found: re.Match[str]) -> AmountProblem:
    whole, rest = found.groups()
    return AmountProblem("amount.ambiguous", {"thousands": whole + rest, "units": whole})


def _read_unit(found: re.Match[str]) -> AmountProblem:
    number, word = found.groups()
    factor = next(factor for factor, words in UNITS.items() if word.casefold() in words)
    amount = Decimal(number.replace(" ", "").replace(",", ".")) * factor
    if amount != amount.to_integral_value() or amount > MAX_AMOUNT:
        return AmountProblem("amount.text")
    return AmountProblem("amount.unit", {"expected": show_number(int(amount))})


def _refusal(kind: str) -> Callable[[re.Match[str]], AmountProblem]:
    return lambda _found: AmountProblem(kind)


_READINGS: tuple[tuple[str, Callable[[re.Match[str]], int | AmountProblem]], ...] = (
    (r"([0-9]+|[0-9]{1,3}(?: [0-9]{3})+)(?:[.,]0{1,2})?", _read_whole),
    (
        rf"({_POINTS}{{2,}})(?:,0{{1,2}})?|({_COMMAS}{{2,}})(?:\.0{{1,2}})?",
        _read_whole,
    ),
    (rf"({_POINTS}),0{{1,2}}|({_COMMAS})\.0{{1,2}}", _read_whole),
    (r"([0-9]{1,3})[.,]([0-9]{3})", _read_ambiguous),
    (
        rf"{_DASH} ?[0-9].*|\(.*[0-9].*\)|[0-9][0-9 .,]*{_DASH}",
        _refusal("amount.negative"),
    ),
    (
        (
            r"[0-9 ]*[.,][0-9]{1,2}|[0-9]+[.,](?:[0-9]{4,})|[0-9]{4,}[.,][0-9]+"
            rf"|{_POINTS}+,[0-9]+|{_COMMAS}+\.[0-9]+"
        ),
        _refusal("amount.decimal"),
    ),
    (r"[0-9][0-9 .,]*", _refusal("amount.grouping")),
    (r"[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+", _refusal("amount.scientific")),
    (
        rf"(?i)([0-9][0-9 ]{{0,30}}(?:[.,][0-9]{{1,20}})?) ?({_WORDS})",
        _read_unit,
    ),
)
"""What a text may look like, in the order of trial, and how it is then read.

Texts: `re` compiles those that a source needs, and keeps them."""
