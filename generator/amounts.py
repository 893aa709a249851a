"""Reading an amount as people write it: whole francs, a blank, or `PM`.

Nothing is guessed: what can be read in two ways is a problem, not an amount.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.plan import MAX_AMOUNT, PM, Total

SPACES = " \u00a0\u202f\u2009\u2007\t"
DASHES = ("-", "–", "—")
PM_FORMS = ("pm", "p.m.", "p.m", "pour mémoire", "pour memoire")

_PLAIN = re.compile(r"[0-9]+")
_SPACED = re.compile(r"[0-9]{1,3}( [0-9]{3})+")
_POINTED = re.compile(r"[0-9]{1,3}(?:(\.[0-9]{3}){2,}|(,[0-9]{3}){2,})")
_AMBIGUOUS = re.compile(r"([0-9]{1,3})[.,]([0-9]{3})")
_CENTS = re.compile(r"([0-9][0-9 ]*)[.,]([0-9]{1,2})")
_NEGATIVE = re.compile(r"[-−–]\s*[0-9].*|\([0-9].*\)")


@dataclass(frozen=True, slots=True)
class AmountProblem:
    """Why a text is no amount: the problem's key and the fields of its sentence."""

    kind: str
    fields: dict[str, str] = field(default_factory=dict)


def parse_amount(text: str) -> Total | None | AmountProblem:
    """Return whole francs, `PM`, None for a blank or a dash, or the problem with the text.

    Accepted: digits, groups of three by any space, two groups or more by points or commas, and
    `,00` at the end.
    """
    if text.isascii() and text.isdigit():
        return _bounded(int(text))
    cleaned = text.strip(SPACES)
    for space in SPACES[1:]:
        cleaned = cleaned.replace(space, " ")
    if not cleaned or cleaned in DASHES:
        return None
    if cleaned.casefold() in PM_FORMS:
        return PM
    return _grouped(cleaned)


def _grouped(text: str) -> Total | AmountProblem:
    if _PLAIN.fullmatch(text) or _SPACED.fullmatch(text) or _POINTED.fullmatch(text):
        return _bounded(int(re.sub(r"[ .,]", "", text)))
    if _NEGATIVE.fullmatch(text):
        return AmountProblem("amount.negative")
    if ambiguous := _AMBIGUOUS.fullmatch(text):
        whole, rest = ambiguous.groups()
        return AmountProblem("amount.ambiguous", {"thousands": whole + rest, "units": whole})
    if cents := _CENTS.fullmatch(text):
        if set(cents[2]) == {"0"}:
            return _grouped(cents[1])
        return AmountProblem("amount.decimal")
    if re.fullmatch(r"[0-9 .,]+", text):
        return AmountProblem("amount.grouping")
    return AmountProblem("amount.text")


def _bounded(amount: int) -> int | AmountProblem:
    return amount if amount <= MAX_AMOUNT else AmountProblem("amount.large")
