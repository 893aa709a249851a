"""Which column has which title, where titles were typed otherwise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.texts import comparable

_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")


class Rivals(NamedTuple):
    """A year that the titles of two columns or more name, none of them alone."""

    year: str
    cols: tuple[int, ...]


class Matched(NamedTuple):
    """The columns of a row by the key of their title; those that are not there have no key.

    `twice` are the columns whose title stands before already, `rivals` the years that cannot be
    told: the first column that names one counts for it.
    """

    columns: Mapping[str, int]
    twice: tuple[int, ...] = ()
    rivals: tuple[Rivals, ...] = ()


Match = Callable[[Mapping[int, str], Mapping[str, str]], Matched]
"""How the texts of a row, by column, are held against titles, by key."""


def match_exactly(texts: Mapping[int, str], titles: Mapping[str, str]) -> Matched:
    """Return the columns by their titles; spaces and the way accents are written do not count."""
    return _match(texts, titles, comparable)


def match_folded(texts: Mapping[int, str], titles: Mapping[str, str]) -> Matched:
    """Return the columns by their titles without accents, capitals, spaces or punctuation."""
    return _match(texts, titles, _folded)


def match_years(texts: Mapping[int, str], titles: Mapping[str, str]) -> Matched:
    """Return the columns as `match_folded` does, and those of years by the year that they name.

    A title such as `Coût 2017 (FCFA)` names one year of the titles, which no column has alone; one
    with what stands beside the year in another title (`Bases 2017`, near `Base 2018`) names none.
    """
    known = match_folded(texts, titles)
    years = {title: key for key, title in titles.items() if _YEAR.fullmatch(title)}
    beside = {_folded(_YEAR.sub("", title)) for title in titles.values() if _YEAR.search(title)}
    taken = {*known.columns.values(), *known.twice}
    taken.update(col for col in texts if any(own and own in _folded(texts[col]) for own in beside))
    named: dict[str, list[int]] = {}
    for col, text in texts.items():
        found = set(_YEAR.findall(text)) & years.keys()
        if col not in taken and len(found) == 1:
            named.setdefault(found.pop(), []).append(col)
    claims = {year: cols for year, cols in named.items() if years[year] not in known.columns}
    columns = {years[year]: cols[0] for year, cols in claims.items()}
    rivals = tuple(Rivals(year, tuple(cols)) for year, cols in claims.items() if len(cols) > 1)
    return Matched({**known.columns, **columns}, known.twice, rivals)


MATCHES: tuple[Match, ...] = (match_exactly, match_folded, match_years)
"""From the strictest to the widest: each knows all that those before it know."""


def _match(
    texts: Mapping[int, str], titles: Mapping[str, str], plain: Callable[[str], str]
) -> Matched:
    """Return the columns by their titles; two titles that are alike are no one's."""
    wanted = {key: plain(title) for key, title in titles.items()}
    if len(set(wanted.values())) < len(wanted):
        return Matched({})
    shown: dict[str, list[int]] = {}
    for col, text in texts.items():
        shown.setdefault(plain(text), []).append(col)
    columns = {key: shown[title][0] for key, title in wanted.items() if title in shown}
    twice = [col for title in wanted.values() for col in shown.get(title, ())[1:]]
    return Matched(columns, tuple(sorted(twice)))


@lru_cache(maxsize=4096)  # a header is sought among the same texts again and again
def _folded(text: str) -> str:
    """Return a title without accents, capitals, spaces or punctuation."""
    plain = unicodedata.normalize("NFKD", comparable(text)).casefold()
    return "".join(char for char in plain if char.isalnum())
