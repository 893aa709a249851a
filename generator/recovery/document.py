"""*Rapprochement* and *Sigles* of a copy: what the published document says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.labels import Words
from generator.plan import PLAN_CODE, Acronym, Gap, Published, Remark
from generator.reader.opened import OpenedSheet, OpenedWorkbook
from generator.recovery.table import need_titled, read_titled
from generator.sheets.common import ACRONYMS

_NUMBERED = re.compile(r"(\S+) · (.*)", re.DOTALL)
"""The number of a gap and its kind, as the bridges show them."""

LEVELS = ("plan", "axe", "objectif", "action")


class Bridges:
    """The sheet of the bridges of a copy.

    `codes` maps (level, key of lookups) to the code of each level that the plan has.
    """

    def __init__(
        self,
        sheet: OpenedSheet,
        words: Words,
        years: Sequence[int],
        codes: Mapping[tuple[str, str], str],
    ) -> None:
        titles = {key: words(f"bridge.{key}") for key in ("level", "key", "label", "measure")}
        titles |= {"total": words("bridge.total")} | {f"y{year}": str(year) for year in years}
        self._table = need_titled(sheet, titles)
        self._words = words
        self._years = years
        self._codes = codes
        self._levels = {words(f"level.{level}"): level for level in LEVELS}

    def published(self) -> dict[tuple[str, str], Published]:
        """Return the published totals by (level, code)."""
        table, found = self._table, {}
        for row in table.rows:
            level = self._levels.get(table.text(row, "level"))
            total = table.amount(row, "total")
            measure = table.text(row, "measure")
            if level and total is not None and measure == self._words("bridge.measure.published"):
                found[level, self._code(level, row)] = Published(
                    table.text(row, "label"), total, self._amounts(row)
                )
        return found

    def gaps(self) -> tuple[Gap, ...]:
        """Return the documented gaps, in order."""
        table, found = self._table, []
        for row in table.rows:
            level = self._levels.get(table.text(row, "level"))
            numbered = _NUMBERED.fullmatch(table.text(row, "measure"))
            if level and numbered:
                code = self._code(level, row)
                explanation = table.text(row, "label")
                found.append(
                    Gap(numbered[1], level, code, numbered[2], explanation, self._amounts(row))
                )
        return tuple(found)

    def remarks(self) -> tuple[Remark, ...]:
        """Return the remarks on the document; their place stands in their text."""
        table, word = self._table, self._words("bridge.remark")
        return tuple(
            Remark(table.text(row, "key"), "", table.text(row, "measure"), table.text(row, "label"))
            for row in table.rows
            if table.text(row, "level") == word
        )

    def _code(self, level: str, row: int) -> str:
        key = self._table.text(row, "key")
        return PLAN_CODE if level == "plan" else self._codes.get((level, key), key)

    def _amounts(self, row: int) -> tuple[int | None, ...]:
        return tuple(self._table.amount(row, f"y{year}") for year in self._years)


def read_acronyms(workbook: OpenedWorkbook, words: Words) -> tuple[Acronym, ...]:
    """Return the acronyms, none where the workbook has no sheet of them."""
    sheet = next((sheet for sheet in workbook.sheets if sheet.name == ACRONYMS), None)
    titles = {key: words(f"acronyms.{key}") for key in ("short", "long")}
    table = read_titled(sheet, titles) if sheet else None
    if table is None:
        return ()
    rows = [(table.text(row, "short"), table.text(row, "long")) for row in table.rows]
    return tuple(Acronym(short, long) for short, long in rows if short)
