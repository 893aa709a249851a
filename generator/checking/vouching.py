"""What the model vouches for: where a cell is as it was made, a rule speaks of another's fault."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from generator.checking.gathering import position
from generator.checking.overlay import Overlay, Pair
from generator.checking.rows import is_input
from generator.errors import CellFinding

PATTERNS = ("R01.", "R02.", "R03.value", "R04.", "R13.", "R14.across", "R22.guard", "R22.balance")
"""Rules on how formulas are made, and on the errors that they pass on."""

MISLED = ("R04.summary", "R16.order", "R23.missing")
"""Rules that count the axis sheets, one of which may be a copy of another."""

UNLOCKED = "R09.unlocked"


def unexplained(
    ruled: Iterable[CellFinding], overlay: Overlay, told: Iterable[CellFinding]
) -> Iterator[CellFinding]:
    """Yield what rules found, but for cells that the model knows to be as they were made."""
    pairs = {pair.made.name: pair for pair in overlay.pairs}
    told = list(told)
    faulty = {(finding.sheet, finding.cell) for finding in told}
    twice = {finding.sheet for finding in told if finding.rule == "sheet.twice"}
    for finding in ruled:
        pair = pairs.get(finding.sheet)
        if finding.sheet in twice or (twice and finding.rule in MISLED):
            continue
        if pair is None or not _is_vouched(finding, pair, faulty):
            yield finding


def _is_vouched(finding: CellFinding, pair: Pair, faulty: Collection[tuple[str, str]]) -> bool:
    place = position(finding.cell)
    if place is None or not finding.rule.startswith((*PATTERNS, UNLOCKED)):
        return False
    index = {row: index for index, row in pair.match.places.items()}.get(place[0])
    columns = pair.made.columns
    if index is None or place[1] >= len(columns):
        return False
    cell = pair.made.rows[index].cells.get(columns[place[1]].key)
    if finding.rule == UNLOCKED:
        return cell is not None and is_input(cell)
    own = cell is None or not is_input(cell)
    return own and (finding.sheet, finding.cell) not in faulty
