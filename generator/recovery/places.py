"""Which line of the list belongs where, even after a cell that says so was typed over.

Nature, code and place of a line stand twice in a copy: in the list, and by the rows of its axis
sheet. Where the list no longer holds together, the axis sheet and the neighbours decide; what was
typed over is then told by whoever lays the plan over the copy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.recovery.axes import ReadAxis
from generator.recovery.lines import ListedLine
from generator.recovery.table import NotRecoveredError

ACTIVITY, RESERVE, GONE = "activity", "reserve", "gone"


class Row(NamedTuple):
    """A row of a line on an axis sheet: what it says, and the action whose block it stands in.

    `axes` are the keys of the axes that the sheet is of.
    """

    code: str
    nature: str
    action: str
    calculated: bool
    axes: frozenset[str]


def settle(
    name: str, lines: Sequence[ListedLine], axes: Sequence[ReadAxis], count: int = 0
) -> tuple[ListedLine, ...]:
    """Return the lines, each with a code, a nature and a place that hold together.

    A list that cannot be put in order is a failure; `name` is that of its sheet. `count` is how
    many activities there were, 0 where nothing says it: a list that has as many lost none, and a
    row that it does not have was copied from another one.
    """
    rows = {(axis.table.sheet.name, row): found for axis in axes for row, found in _rows(axis)}
    by_code = {
        code: rows[axis.table.sheet.name, row] for axis in axes for code, row in axis.lines.items()
    }
    coded = list(_coded(lines, rows, by_code))
    settled = list(_completed(coded, axes, by_code))
    settled = [_natured(line, by_code.get(line.code)) for line in settled]
    if _activities(coded) == count < _activities(settled):
        settled = coded
    actions = {key for axis in axes for level, key in axis.levels if level == "action"}
    settled = list(_placed([line for line in settled if line.nature], by_code, actions))
    settled = list(_under_one(settled))
    _refuse_rest(name, settled)
    return tuple(_in_order(settled, axes))


def _activities(lines: Sequence[ListedLine]) -> int:
    """Return how many lines are activities."""
    return sum(line.nature == ACTIVITY for line in lines)


def _in_order(lines: Sequence[ListedLine], axes: Sequence[ReadAxis]) -> list[ListedLine]:
    """Return the lines in their order; once they were sorted, in that of the axis sheets."""
    runs = [key for key, _ in groupby(line.action for line in lines if line.nature != GONE)]
    if len(set(runs)) == len(runs):
        return list(lines)
    order = {code: (at, row) for at, axis in enumerate(axes) for code, row in axis.lines.items()}
    last = (len(axes), 0)
    return sorted(
        lines, key=lambda line: last if line.nature == GONE else order.get(line.code, last)
    )


def _rows(axis: ReadAxis) -> Iterator[tuple[int, Row]]:
    """Yield the rows of an axis sheet's lines, from the top."""
    actions = {row: key for (level, key), row in axis.levels.items() if level == "action"}
    action, table = "", axis.table
    for row in sorted({*actions, *axis.natures}):
        action = actions.get(row, action)
        if row in axis.natures:
            nature = axis.natures[row]
            code = table.sheet.cells.get((row, table.columns["code"]))
            calculated = code is not None and code.formula is not None
            yield row, Row(table.text(row, "key"), nature, action, calculated, axis.axes)


def _coded(
    lines: Sequence[ListedLine], rows: Mapping[tuple[str, int], Row], known: Mapping[str, Row]
) -> Iterator[ListedLine]:
    """Yield the lines; a code that is unknown or repeated gives way to that of the linked row."""
    listed = {line.code for line in lines}
    seen: set[str] = set()
    for line in lines:
        code = line.code
        if line.nature != GONE and (code in seen or code not in known):
            linked = rows.get(line.link) if line.link else None
            if linked and linked.code not in listed:
                code = linked.code
        seen.add(code)
        yield line._replace(code=code)


def _completed(
    lines: Sequence[ListedLine], axes: Sequence[ReadAxis], known: Mapping[str, Row]
) -> Iterator[ListedLine]:
    """Yield the lines, each followed by those that the list lost and the axis sheet still has."""
    listed = {line.code for line in lines if line.nature != GONE}
    lost: dict[str, list[ListedLine]] = {}
    for axis in axes:
        for code, at in sorted(axis.lines.items(), key=lambda item: item[1]):
            row = known[code]
            if code not in listed and row.code == code and row.action:
                lost.setdefault(row.action, []).append(axis.lost(code, at, row.nature, row.action))
    last = {line.action: place for place, line in enumerate(lines) if line.nature != GONE}
    for place, line in enumerate(lines):
        yield line
        if last.get(line.action) == place:
            for more in lost.get(line.action, ()):
                yield more._replace(axis=line.axis, objective=line.objective)


def _natured(line: ListedLine, row: Row | None) -> ListedLine:
    """Return the line with the nature that two of three say: list, mark, code of the axis row."""
    if row is None or line.nature == GONE:
        return line
    said = (line.nature, row.nature, RESERVE if row.calculated else ACTIVITY)
    return line._replace(nature=Counter(said).most_common(1)[0][0])


def _placed(
    lines: Sequence[ListedLine], known: Mapping[str, Row], standing: Collection[str]
) -> Iterator[ListedLine]:
    """Yield the lines; one that left both its neighbours and its block goes back to its block.

    A block on the sheet of another axis is not its own: the row was moved there. So was that of the
    only line of an action whose total is `standing`.
    """
    actions = [line.action for line in lines]
    counts = Counter(actions)
    for place, line in enumerate(lines):
        row = known.get(line.code)
        around = actions[max(place - 1, 0) : place] + actions[place + 1 : place + 2]
        alone = line.action not in around
        emptied = counts[line.action] == 1 and line.action in standing
        strayed = row and line.axis in row.axes and row.action not in {"", line.action}
        if line.nature != GONE and row and strayed and alone and not emptied:
            yield line._replace(action=row.action)
        else:
            yield line


def _under_one(lines: Sequence[ListedLine]) -> Iterator[ListedLine]:
    """Yield the lines, those of an action under the objective and the axis that most say."""
    said: dict[str, Counter[tuple[str, str]]] = {}
    axes: dict[str, Counter[str]] = {}
    for line in lines:
        if line.nature != GONE:
            said.setdefault(line.action, Counter())[line.axis, line.objective] += 1
    chosen = {action: votes.most_common(1)[0][0] for action, votes in said.items()}
    for axis, objective in chosen.values():
        axes.setdefault(objective, Counter())[axis] += 1
    for line in lines:
        if line.nature == GONE:
            yield line
            continue
        objective = chosen[line.action][1]
        axis = axes[objective].most_common(1)[0][0]
        yield line._replace(axis=axis, objective=objective)


def _refuse_rest(name: str, lines: Sequence[ListedLine]) -> None:
    """Refuse a code that stands twice, or an action without an activity."""
    today = [line for line in lines if line.nature != GONE]
    codes = Counter(line.code for line in today)
    twice = [code for code, count in codes.items() if count > 1]
    if twice:
        raise NotRecoveredError(name, f"code en double dans la colonne des clés : {twice[0]}")
    filled = {line.action for line in today if line.nature == ACTIVITY}
    empty = next((line for line in today if line.action not in filled), None)
    if empty:
        raise NotRecoveredError(name, f"aucune activité sous l'action {empty.action}")
