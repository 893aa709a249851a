"""What survives a run of mutation tests, against the list of those whose reason is known."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

LIST = Path("tests/mutants/survivors.toml")
KILLED = "KILLED"


class Mutated(NamedTuple):
    """A change of the code: its module, the lines that it takes away, those it puts there."""

    module: str
    before: str
    after: str

    def __str__(self) -> str:
        """Return the entry to add to the list."""
        fields = self._asdict().items()
        lines = [f"{name} = {json.dumps(text, ensure_ascii=False)}" for name, text in fields]
        return "\n".join(["[[survivor]]", *lines, 'reason = ""'])


Results = Sequence[tuple[str, Mutated]]
"""The outcome of each mutant: KILLED, or what else befell it."""


class Summary(NamedTuple):
    """What a run came to: mutants, those killed, survivors that are not listed, those gone."""

    mutants: int
    killed: int
    unlisted: Sequence[Mutated]
    gone: Sequence[Mutated]

    @property
    def score(self) -> float:
        """Return the share of the mutants that the tests kill."""
        return self.killed / max(self.mutants, 1)


def read_change(path: str, diff: str) -> Mutated:
    """Return a change by the lines that differ, without their indent."""
    lines = [line for line in diff.splitlines() if not line.startswith(("+++", "---"))]
    before, after = ([line[1:] for line in lines if line[:1] == sign] for sign in "-+")
    texts = []
    for side, other in ((before, after), (after, before)):
        own = [" ".join(line.split()) for line in side if line not in other]
        texts.append(" / ".join(line for line in own if line))
    return Mutated(path, *texts)


def known_survivors(only: Sequence[str] = (), package: str | None = None) -> Mapping[Mutated, str]:
    """Return the survivors listed, each with its reason; of some modules, where they are named."""
    entries = tomllib.loads(LIST.read_text("utf-8")).get("survivor", [])
    return {
        Mutated(*[entry[name] for name in Mutated._fields]): entry["reason"]
        for entry in entries
        if (not only or Path(entry["module"]).name in only)
        and (package is None or Path(entry["module"]).parent == Path(package))
    }


def sum_up(results: Results, known: Iterable[Mutated]) -> Summary:
    """Return what a run came to beside the list."""
    survivors = dict.fromkeys(mutant for outcome, mutant in results if outcome != KILLED)
    listed = dict.fromkeys(known)
    killed = sum(outcome == KILLED for outcome, _ in results)
    unlisted = [mutant for mutant in survivors if mutant not in listed]
    return Summary(
        len(results), killed, unlisted, [mutant for mutant in listed if mutant not in survivors]
    )


def print_summary(summary: Summary, results: Results) -> None:
    """Print the score by module, and whatever the list does not explain."""
    for mutant in summary.unlisted:
        print(f"Survivant sans explication :\n{mutant}\n")
    for mutant in summary.gone:
        print(f"Dans la liste, mais tué ou disparu :\n{mutant}\n")
    tried = Counter(mutant.module for _, mutant in results)
    killed = Counter(mutant.module for outcome, mutant in results if outcome == KILLED)
    for module, count in sorted(tried.items()):
        print(f"{module:<36}{killed[module]:>5} tués sur {count}")
    print(f"Mutants : {summary.mutants}, tués : {summary.killed} ({summary.score:.1%}).")
