"""Which structures a text of the matrix names: the one rule that splits what the print runs on.

Partners are printed in one cell, with separators or without (`Ministères techniques ONP,OSC`). A
text is cut at commas, semicolons, slashes and line ends outside parentheses; at ` et ` or ` & `
next to a name that the plan knows; and before a known acronym that ends a piece. What stands in
parentheses after a name is a detail of it. Nothing is dropped: a name that the plan does not know
is a name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.texts import comparable

_PARENTHESES = re.compile(r"\([^()]*\)")
_SEPARATOR = re.compile(r"[,;/\n]")
_AND = re.compile(r" (?:et|and|&) ")


class Structure(NamedTuple):
    """A structure as the workbook names it; `listed` where it is in the list of acronyms."""

    name: str
    meaning: str
    listed: bool


class Names:
    """The names that a plan knows: its acronyms, and the spellings that its settings bring back.

    Spellings that differ by case and spaces alone are one name: the acronym's own, else the first
    that is met.
    """

    def __init__(self, acronyms: Mapping[str, str], aliases: Mapping[str, str]) -> None:
        self._acronyms = {_folded(short): short for short in acronyms}
        self._meanings = dict(acronyms)
        self._aliases = {_folded(printed): kept for printed, kept in aliases.items()}
        self._met = {_folded(kept): kept for kept in aliases.values()}
        self._kept = frozenset(self._met)

    def split(self, text: str) -> list[str]:
        """Return the names in a text, each once, in order; none for a blank."""
        pieces = [piece for part in _cut(text) for piece in self._part(part)]
        return list(dict.fromkeys(self._named(piece) for piece in pieces))

    def describe(self, name: str) -> Structure:
        """Return what is known of a name."""
        return Structure(name, self._meanings.get(name, ""), _folded(name) in self._acronyms)

    def knows(self, name: str) -> bool:
        """Tell whether a name is in the list of acronyms, or is what a spelling is brought to."""
        folded = _folded(name)
        return folded in self._acronyms or folded in self._aliases or folded in self._kept

    def _part(self, part: str) -> Iterator[str]:
        """Yield the names of a piece without separators."""
        if self.knows(part):
            yield part
            return
        for found in _AND.finditer(part):
            left, right = part[: found.start()], part[found.end() :]
            if self.knows(left) or self.knows(right):
                yield from self._part(left)
                yield from self._part(right)
                return
        before, _, last = part.rpartition(" ")
        if before and self._is_short(last):
            yield from self._part(before)
            yield last
        else:
            yield part

    def _is_short(self, word: str) -> bool:
        folded = _folded(word)
        return folded in self._acronyms or folded in self._aliases

    def _named(self, piece: str) -> str:
        folded = _folded(piece)
        kept = self._aliases.get(folded, piece)
        folded = _folded(kept)
        return self._acronyms.get(folded) or self._met.setdefault(folded, kept)


def is_one_name(text: str) -> bool:
    """Tell whether a text, cut as those of the matrix are, is one name as it stands."""
    return list(_cut(text)) == [comparable(text)]


def _cut(text: str) -> Iterator[str]:
    """Yield the pieces between separators, without what stands in parentheses after a name.

    A text that is all in parentheses is what it says.
    """
    bare = _without_details(text)
    for piece in _SEPARATOR.split(bare if comparable(bare) else text.strip("() ")):
        if shown := comparable(piece):
            yield shown


def _without_details(text: str) -> str:
    """Return a text without its parentheses, those inside others first."""
    shorter = _PARENTHESES.sub(" ", text)
    return text if shorter == text else _without_details(shorter)


def _folded(name: str) -> str:
    return comparable(name).casefold()


class Pair(NamedTuple):
    """An activity and a structure that it names; `first` on the first of the activity's own."""

    code: str
    name: str
    first: bool


class Concerned(NamedTuple):
    """The structures that a column of the matrix names, those of most activities first."""

    structures: tuple[Structure, ...]
    pairs: tuple[Pair, ...]


UNNAMED = ""
"""The name of the structure of an activity that names none."""


def concerned(names: Names, texts: Iterable[tuple[str, str]]) -> Concerned:
    """Return the structures of (code, text); `UNNAMED`, the last, has what names none."""
    pairs: list[Pair] = []
    for code, text in texts:
        found = names.split(text) or [UNNAMED]
        pairs += [Pair(code, name, name == found[0]) for name in found]
    ordered = _most_first([pair.name for pair in pairs])
    return Concerned(tuple(map(names.describe, ordered)), tuple(pairs))


def _most_first(names: Iterable[str]) -> list[str]:
    """Return the names, the most frequent first, those as frequent in the order they come."""
    counts = Counter(names)
    return sorted(counts, key=lambda name: (name == UNNAMED, -counts[name]))
