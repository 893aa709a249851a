"""The settings of a copy's plan, where it shows them: on *Accueil*, *Activités* and *Empreinte*."""

from __future__ import annotations

from generator.labels import Words
from generator.plan import Settings
from generator.reader.opened import OpenedSheet, OpenedWorkbook
from generator.recovery.identity import Identity
from generator.recovery.table import find_sheet
from generator.sheets.common import ACTIVITIES, COVER
from generator.sheets.stamp import WORK_YEAR

MARK = "\x00"
"""What stands for a field of a text: no cell holds it."""


def read_settings(
    workbook: OpenedWorkbook, words: Words, identity: Identity, reserve_rows: int
) -> Settings:
    """Return the settings; the country goes with the motto, which stand in one cell."""
    cover, facts = find_sheet(workbook, COVER), identity.facts
    share = facts.get("Part_Etat")
    published = facts.get("Base_Totaux") == words("base.published")
    subtitle = words("activities.subtitle", currency=MARK)
    chosen = str(facts.get("Devise") or "")
    year = str(facts.get(WORK_YEAR) or "")
    usual = identity.rates[0].currency if identity.rates else ""
    return Settings(
        title=_text(cover, 0, 0),
        country=_between(_text(cover, 1, 0), f"{MARK} · {words('cover.matrix')}"),
        acronym=str(facts.get("plan") or ""),
        period=str(facts.get("periode") or ""),
        currency=_between(_text(find_sheet(workbook, ACTIVITIES), 1, 1), subtitle),
        state_share=share if isinstance(share, int | float) and 0 <= share <= 1 else None,
        totals_base=Words()("base.published" if published else "base.computed"),
        reserve_rows=reserve_rows,
        aliases=identity.aliases,
        rates=identity.rates,
        counter=None if chosen == usual else chosen,
        work_year=int(year) if year.isdecimal() else None,
    )


def _text(sheet: OpenedSheet, row: int, col: int) -> str:
    cell = sheet.cells.get((row, col))
    return str(cell.value) if cell and cell.value is not None else ""


def _between(text: str, template: str) -> str:
    """Return what stands in a text where the template has its mark; "" where it is another text."""
    before, _, after = template.partition(MARK)
    fits = text.startswith(before) and text.endswith(after) and len(text) >= len(before + after)
    return text[len(before) : len(text) - len(after)] if fits else ""
