"""The workbook's own checks, as they stand with what the copy holds."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.cells import ABSENT
from generator.checking.overlay import Overlay, Pair
from generator.checking.texts import say
from generator.errors import CellFinding
from generator.labels import Language, Words
from generator.model.addresses import cell_name
from generator.model.compute import Computed
from generator.model.values import Value
from generator.sheets.common import ALERT, CHECKS

LINE = "check:"


def find_failing_checks(
    overlay: Overlay, computed: Computed | None, language: Language
) -> Iterator[CellFinding]:
    """Yield the checks that do not hold: computed here, else as the copy stores them."""
    pair = next((pair for pair in overlay.pairs if pair.made.name == CHECKS), None)
    if pair is None:
        return
    alert = Words(language)(f"word.{ALERT}")
    for index, row in sorted(pair.match.places.items(), key=lambda item: item[1]):
        line = pair.made.rows[index]
        if line.key.startswith(LINE) and _result(computed, pair, row) != 0:
            label, kind, remedy, sheet = (
                str(line.cells[key].content) for key in ("label", "kind", "remedy", "sheet")
            )
            place = cell_name(row, pair.made.col_index["result"])
            said = "check.alert" if kind == alert else "check.failed"
            finding = say(said, CHECKS, place, f"{sheet} : {label}")
            yield finding._replace(remedy=remedy)


def _result(computed: Computed | None, pair: Pair, row: int) -> Value:
    col = pair.made.col_index["result"]
    if computed is not None:
        return computed.value(pair.place, row, col)
    stored = pair.opened.cells.get((row, col), ABSENT).value
    return 0 if stored is None else stored
