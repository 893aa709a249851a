"""The costed action plan as frozen records: Plan > Axis > Objective > Action > Activity.

Amounts are whole francs. `None` is a blank cell of the source, which is not 0; an activity with no
cost carries the total `PM` (*pour mémoire*) and blank years.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Literal, NamedTuple

from generator.fundings import Funding

MAX_AMOUNT = 999_999_999_999_999
MAX_CODE = 50
"""Characters of a code: lookups of Excel stop at 255, sheet names at 31, and people well before."""


class Mark(Enum):
    """A total that is a word and not an amount."""

    PM = "PM"


PM = Mark.PM
Amount = int | None
Total = int | Literal[Mark.PM]
Level = Literal["plan", "axe", "objectif", "action"]


class Statement(NamedTuple):
    """An expected result and its indicator, as the log frame prints them; "" where it has none."""

    text: str
    indicator: str


class Activity(NamedTuple):
    """One costed activity: `years` follow the plan's years; `line` is its line in the CSV."""

    code: str
    label: str
    responsible: str
    partners: str
    total: Total
    years: tuple[Amount, ...]
    printed_code: str = ""
    note: str = ""
    line: int = 0
    extra: tuple[tuple[str, str], ...] = ()


class Action(NamedTuple):
    """An action with its activities and its product."""

    code: str
    title: str
    activities: tuple[Activity, ...]
    product: Statement | None = None


class Objective(NamedTuple):
    """A strategic objective with its actions and its effect."""

    code: str
    title: str
    actions: tuple[Action, ...]
    effect: Statement | None = None


class Placed(NamedTuple):
    """An adopted activity with the codes of the axis, objective and action it stands under."""

    axis: str
    objective: str
    action: str
    activity: Activity


class Axis(NamedTuple):
    """An axis (or the implementation framework) with its objectives; `sheet` names its sheet."""

    code: str
    title: str
    sheet: str
    objectives: tuple[Objective, ...]

    @property
    def actions(self) -> Iterator[Action]:
        """Yield the axis's actions in order."""
        for objective in self.objectives:
            yield from objective.actions


class Published(NamedTuple):
    """A total that the document prints: its title there, its total, its years (None: not given)."""

    title: str
    total: int
    years: tuple[Amount, ...]


class Gap(NamedTuple):
    """A documented gap, published minus computed, at the lowest level where it arises."""

    id: str
    level: str
    code: str
    kind: str
    explanation: str
    years: tuple[Amount, ...]


class Remark(NamedTuple):
    """A slip of the print that changes no amount."""

    id: str
    place: str
    kind: str
    text: str


class Acronym(NamedTuple):
    """An acronym and what the document says it stands for."""

    short: str
    long: str


class SourceFile(NamedTuple):
    """A file of the source folder as it was read: SHA-256 of its bytes, number of records."""

    name: str
    sha256: str
    records: int


class Rate(NamedTuple):
    """What one unit of a currency is worth in the plan's own, and the date of that rate."""

    currency: str
    value: float
    date: str


class Decision(NamedTuple):
    """What was decided of an activity: one of `DECISION_STATUSES`, or "", and the reason."""

    status: str
    reason: str


DECISION_STATUSES = ("maintenue", "reportée", "retirée")
"""What may become of an activity, in the words of `statuts.csv`."""


Quarters = tuple[Amount, Amount, Amount, Amount]
"""What an activity is to have in each quarter of a year, in whole francs; None is a blank."""


class Settings(NamedTuple):
    """What `plan.toml` says of the plan; the defaults are a plan that has no such file.

    `state_share` is a fraction of 1, None where the plan does not say; `aliases` brings a printed
    spelling of a structure back to the one that is kept. `counter` is the currency of the
    counter-value, "" for none, None for the first that has a rate. `work_year` is the year that the
    work plan opens on, None for the plan's first.
    """

    title: str = "Plan d'action"
    country: str = ""
    motto: str = ""
    acronym: str = ""
    period: str = ""
    currency: str = "francs CFA"
    output: str = "classeur"
    state_share: float | None = None
    totals_base: str = ""
    reserve_rows: int = 1
    sheets: Mapping[str, str] = MappingProxyType({})
    aliases: Mapping[str, str] = MappingProxyType({})
    rates: tuple[Rate, ...] = ()
    counter: str | None = None
    work_year: int | None = None

    @property
    def counter_currency(self) -> str:
        """Return the currency of the counter-value, "" for none."""
        if self.counter is not None:
            return self.counter
        return self.rates[0].currency if self.rates else ""


class Entity(NamedTuple):
    """A level of the plan that has totals: the plan, an axis, an objective or an action.

    `key` is its code with a letter in it, which lookups can use (some engines read `1.10` as 1.1).
    `axis` is None for the plan.
    """

    level: Level
    code: str
    title: str
    axis: Axis | None

    @property
    def key(self) -> str:
        """Return the code as lookups use it."""
        return lookup_key(self.code)


class Plan(NamedTuple):
    """The whole source: the activities as they are now, as adopted, and what the document says.

    `adopted` maps code to activity where `matrice_adoptee.csv` exists; None means that the
    activities of today are the adopted ones. `published` maps (level, code); `ceilings` maps the
    code of an axis, or `PLAN`, to the most that each year may hold (None: no ceiling);
    `decisions` maps the code of an activity, `quarters` its code and a year. In `fundings` None is
    a row that a copy lost.
    """

    settings: Settings
    years: tuple[int, ...]
    axes: tuple[Axis, ...]
    adopted: Mapping[str, Placed] | None = None
    published: Mapping[tuple[str, str], Published] = MappingProxyType({})
    gaps: tuple[Gap, ...] = ()
    remarks: tuple[Remark, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    ceilings: Mapping[str, tuple[Amount, ...]] = MappingProxyType({})
    fundings: tuple[Funding | None, ...] = ()
    decisions: Mapping[str, Decision] = MappingProxyType({})
    quarters: Mapping[tuple[str, int], Quarters] = MappingProxyType({})
    files: tuple[SourceFile, ...] = ()

    def ceilings_of(self, code: str) -> tuple[Amount, ...]:
        """Return the ceilings by year of an axis, or of `PLAN`: None where there is none."""
        return self.ceilings.get(code, (None,) * len(self.years))

    @property
    def work_year(self) -> int:
        """Return the year that the work plan opens on."""
        return self.settings.work_year or self.years[0]

    @property
    def actions(self) -> Iterator[Action]:
        """Yield the plan's actions in order."""
        for axis in self.axes:
            yield from axis.actions

    @property
    def activities(self) -> Iterator[Activity]:
        """Yield the plan's activities in order."""
        for action in self.actions:
            yield from action.activities

    @property
    def entities(self) -> Iterator[Entity]:
        """Yield every level that has totals, the plan first, then in the document's order."""
        yield Entity("plan", PLAN_CODE, self.settings.title, None)
        for axis in self.axes:
            yield Entity("axe", axis.code, axis.title, axis)
            for objective in axis.objectives:
                yield Entity("objectif", objective.code, objective.title, axis)
                for action in objective.actions:
                    yield Entity("action", action.code, action.title, axis)


PLAN_CODE = "PLAN"


def lookup_key(code: str) -> str:
    """Return a code that no engine takes for a number or a truth value.

    `1.10` becomes `N1.10`, `1E5` becomes `N1E5`.
    """
    if code[:1].isalpha() and code.casefold() not in TRUTH_VALUES:
        return code
    return f"N{code}"


TRUTH_VALUES = frozenset({"vrai", "faux", "true", "false"})
