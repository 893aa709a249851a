"""The activities of a drawn plan: a tree of uneven levels, its texts, its amounts, its codes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.proof.codes import Shape
from tests.proof.folder import MAX_AMOUNT

Amounts: TypeAlias = tuple[int | None, ...]
"""An amount for each year, None where it is blank."""

Cost: TypeAlias = Amounts | None
"""The amounts of an activity; None is an activity pour mémoire."""

Fate: TypeAlias = tuple[Literal["changed", "new", "gone"], Cost] | None
"""What became of an activity since the plan was adopted, and what it cost then."""

PHRASES = (
    "Former les acteurs",
    "Réaliser deux (02) études d’été à l'œuvre – « guillemets »",
    'A & B <c> "d" ]]> &amp; <!-- -->',
    "=1+1",
    "+x",
    "-5",
    "@nom",
    "'apostrophe'",
    "a;b,c",
    "1.10",
    "PM",
    "VRAI",
    "#N/A",
    "_x000D_ _x0041_",
    "<r>gras</r>",
    "ligne 1\nligne 2",
    "  au bord  ",
    "tabulation\tici",
    "\u00a0insécable\u202f: 37\u00a0500\u00a0000 F",
    "🌍 monde entier",
    "http://exemple.ci",
    "*?~",
    "2016",
    "mot " * 150,
)
ALPHABET = "aeé ÉçœŒ'’\"&<>;:,.-–«»()[]{}*?~=+@#%/\\|_^$1\n\u00a0"
TEXTS = st.one_of(
    st.sampled_from(PHRASES),
    st.text(ALPHABET, min_size=1, max_size=8).filter(str.strip),
)
OPTIONAL_TEXTS = st.one_of(st.just(""), TEXTS)
STEPS = st.sampled_from((1, 1, 1, 2, 9))
"""By how much a number exceeds the one before it: 1, 2, 11… brings 1.1 and 1.10 together."""

LARGEST = (9, 500, 10**9, MAX_AMOUNT)


@dataclass(frozen=True, slots=True)
class Draft:
    """An activity before it has a code."""

    step: int
    label: str
    responsible: str
    partners: str
    cost: Cost
    fate: Fate


@dataclass(frozen=True, slots=True)
class Branch:
    """An axis, an objective or an action before it has a code; `result` and its indicator."""

    step: int
    title: str
    result: tuple[str, str] | None
    children: Sequence[Branch | Draft]


@dataclass(frozen=True, slots=True)
class Entry:
    """An activity with its code, and under which branches it stands: (code, branch) thrice."""

    code: str
    draft: Draft
    above: tuple[tuple[str, Branch], ...]


def costs(years: int, largest: int) -> SearchStrategy[Cost]:
    """Draw the amounts of an activity: blanks, zeros, francs, or PM."""
    amounts = st.one_of(st.none(), st.just(0), st.integers(1, largest), st.integers(1, largest))
    return st.one_of(st.tuples(*[amounts] * years), st.tuples(*[amounts] * years), st.none())


def _drafts(years: int, largest: int) -> SearchStrategy[Draft]:
    cost = costs(years, largest)
    fate = st.tuples(st.sampled_from(("changed", "new", "gone")), cost)
    return st.builds(
        Draft, STEPS, TEXTS, OPTIONAL_TEXTS, OPTIONAL_TEXTS, cost, st.one_of(st.none(), fate)
    )


def _branches(
    children: SearchStrategy[Branch] | SearchStrategy[Draft], most: int
) -> SearchStrategy[Branch]:
    below: SearchStrategy[list[Branch | Draft]] = st.lists(children, min_size=1, max_size=most)
    result = st.one_of(st.none(), st.tuples(TEXTS, OPTIONAL_TEXTS))
    return st.builds(Branch, STEPS, TEXTS, result, below)


@st.composite
def trees(draw: st.DrawFn, years: int, axes: int) -> list[Branch]:
    """Draw one to `axes` axes, each of one to three objectives of one to three actions."""
    drafts = _drafts(years, draw(st.sampled_from(LARGEST)))
    objectives = _branches(_branches(drafts, 4), 3)
    return draw(st.lists(_branches(objectives, 3), min_size=1, max_size=axes))


def flatten(branches: Sequence[Branch | Draft], shape: Shape) -> Iterator[Entry]:
    """Yield the activities in order, with their codes."""
    yield from _flatten(branches, shape, (), ())


def _flatten(
    nodes: Sequence[Branch | Draft],
    shape: Shape,
    numbers: tuple[int, ...],
    above: tuple[tuple[str, Branch], ...],
) -> Iterator[Entry]:
    number = 0
    for node in nodes:
        number += node.step
        here = (*numbers, number)
        if isinstance(node, Draft):
            yield Entry(shape(here), node, above)
        else:
            yield from _flatten(node.children, shape, here, (*above, (shape(here), node)))
