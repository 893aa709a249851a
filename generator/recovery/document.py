"""*Rapprochement* and *Sigles* of a copy: what the published document says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.labels import Words
from generator.plan import PLAN_CODE, Acronym, Gap, Published, Remark
from generator.reader.opened import OpenedSheet, OpenedWorkbook
from generator.recovery.table import NotRecoveredError, TitledSheet, need_titled, read_titled
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
        """Return the published totals by (level, code).

        One that only its comparison with the activities is left of is a failure.
        """
        table, found = self._table, {}
        for row, entity in self._rows_of("published"):
            total = table.amount(row, "total")
            if total is not None:
                found[entity] = Published(table.text(row, "label"), total, self._amounts(row))
        for row, entity in self._rows_of("undocumented"):
            if entity not in found:
                level, key = table.text(row, "level"), table.text(row, "key")
                shown = f"{level} · {key} · {self._words('bridge.measure.published')}"
                raise NotRecoveredError(table.sheet.name, f"ligne supprimée ou vidée : {shown}")
        return found

    def _rows_of(self, measure: str) -> Iterator[tuple[int, tuple[str, str]]]:
        """Yield the rows of a measure, each with the (level, code) that it is about."""
        shown = self._words(f"bridge.measure.{measure}")
        for row in self._table.rows:
            level = self._levels.get(self._table.text(row, "level"))
            if level and self._table.text(row, "measure") == shown:
                yield row, (level, self._code(level, row))

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
    table = acronyms_table(workbook, words)
    if table is None:
        return ()
    rows = [(table.text(row, "short"), table.text(row, "long")) for row in table.rows]
    return tuple(Acronym(short, long) for short, long in rows if short)


def acronyms_table(workbook: OpenedWorkbook, words: Words) -> TitledSheet | None:
    """Return the sheet of acronyms under its header; None where there is none."""
    sheet = next((sheet for sheet in workbook.sheets if sheet.name == ACRONYMS), None)
    titles = {key: words(f"acronyms.{key}") for key in ("short", "long")}
    return read_titled(sheet, titles) if sheet else None
