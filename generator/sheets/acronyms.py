"""*Sigles*: the document's list of acronyms."""

from __future__ import annotations

from generator.model.grid import Block, Cell, Column, Page, Sheet
from generator.sheets.common import ACRONYMS, HEADER, Check, Model, add_head, header_cells


def build(model: Model) -> list[Sheet]:
    """Return the sheet of acronyms, or nothing where the plan has none."""
    if not model.plan.acronyms:
        return []
    columns = (Column("short", 18), Column("long", 90))
    page = Page(
        "A4", Block("title", "short", "end", "long"), landscape=False, repeat_rows=(HEADER, HEADER)
    )
    sheet = Sheet(ACRONYMS, columns, page, frozen=("sigle:0", "short"))
    words = model.words
    add_head(sheet, model, words("acronyms.title"), words("acronyms.subtitle"))
    titles = {key: words(f"acronyms.{key}") for key in ("short", "long")}
    sheet.add(HEADER, header_cells(titles))
    for place, acronym in enumerate(model.plan.acronyms):
        cells = {
            "short": Cell(acronym.short, "code.row.strong"),
            "long": Cell(acronym.long, "text.row"),
        }
        sheet.add(f"sigle:{place}", cells)
    sheet.add("end", height=4)
    return [sheet]


def checks(model: Model) -> list[Check]:  # noqa: ARG001 - all sheets have the same shape
    """Return nothing: the sheet holds texts only."""
    return []
