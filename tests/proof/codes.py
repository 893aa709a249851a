"""Shapes of codes: what the numbers of the levels of a plan become."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

Numbers = Sequence[int]
"""The place of an axis, an objective in it, an action, an activity: one to four numbers."""

Shape = Callable[[Numbers], str]
"""The code of an entity: its level is the count of its numbers."""

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"))
_ODD = ("VRAI", "FAUX", "TRUE", "INF", "NAN", "PI", "R", "L")
"""Words that a program may take for a value."""


def roman(number: int) -> str:
    """Return a number as the Romans wrote it."""
    text = ""
    for value, letters in (*_ROMAN, (1, "I")):
        text, number = text + letters * (number // value), number % value
    return text


def _letter(number: int) -> str:
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _dotted(first: str, numbers: Numbers) -> str:
    return ".".join([first, *map(str, numbers)])


def _document(numbers: Numbers) -> str:
    """Return I, I.1, I.1.1, I-1.1.1: as the shipped plan has them."""
    if len(numbers) < 4:
        return _dotted(roman(numbers[0]), numbers[1:])
    return f"{roman(numbers[0])}-{_dotted(str(numbers[1]), numbers[2:])}"


def _digits(numbers: Numbers) -> str:
    """Return 1, 1.1, 1.10, 1.1.1, 1.1.1.1: some engines take 1.10 for 1.1."""
    return _dotted(str(numbers[0]), numbers[1:])


def _letters(numbers: Numbers) -> str:
    """Return A, A-B, A-B-C, A-B-C1."""
    letters = "-".join(map(_letter, numbers[:3]))
    return letters + "".join(map(str, numbers[3:]))


def _words(numbers: Numbers) -> str:
    """Return Pilier 1, Objectif é1.1, Mesure é1.1.1, Tâche é1.1.1 1."""
    word = ("Pilier ", "Objectif é", "Mesure é", "Tâche é")[len(numbers) - 1]
    return word + _dotted(str(numbers[0]), numbers[1:3]) + "".join(f" {n}" for n in numbers[3:])


def _exponents(numbers: Numbers) -> str:
    """Return 1E1, 1E1.1, 1E1.1.1, 1E1-1.1.1: numbers to a program that is not told otherwise."""
    first = f"{numbers[0]}E{numbers[0]}"
    return _dotted(first, numbers[1:]) if len(numbers) < 4 else f"{first}-{_digits(numbers[1:])}"


def _odd(numbers: Numbers) -> str:
    """Return VRAI, VRAI.1, …, and for the last level VRAI 1.1.1."""
    first = _ODD[numbers[0] - 1] if numbers[0] <= len(_ODD) else f"X{numbers[0]}"
    return _dotted(first, numbers[1:]) if len(numbers) < 4 else f"{first} {_digits(numbers[1:])}"


SHAPES: Mapping[str, Shape] = {
    "document": _document,
    "digits": _digits,
    "letters": _letters,
    "words": _words,
    "exponents": _exponents,
    "odd": _odd,
}
